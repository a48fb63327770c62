package acquaint.memory.local;

/**
 * What the cosines of a model mean: at {@code none} two texts have nothing in common, at {@code same} they say the same;
 * from {@code floor} on one is worth showing for the other.
 */
public record Closeness(double none, double same, double floor) {

    /** From 0, nothing in common, to 1. */
    double of(double cosine) {
        return Math.clamp((cosine - none) / (same - none), 0, 1);
    }
}
