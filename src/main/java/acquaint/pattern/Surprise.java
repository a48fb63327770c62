package acquaint.pattern;

/**
 * How improbable so many like reports are. The rate is learned from {@code seen} among {@code of} earlier reports, so that how many of the next {@code n} are alike has a negative
 * binomial distribution (the Gamma-Poisson predictive, with Jeffreys' prior of one half): what was never seen is not taken for impossible.
 */
final class Surprise {

    private static final double PRIOR = 0.5;

    private Surprise() {}

    /** The probability that {@code count} or more of {@code n} reports are alike. {@code seen} need not be whole. */
    static double of(int count, double n, double seen, double of) {
        if (count <= 0) {
            return 1;
        }
        double shape = seen + PRIOR;
        double part = n / (n + of);
        double term = Math.exp(shape * Math.log1p(-part));
        double below = term;
        for (int i = 1; i < count; i++) {
            term *= part * (shape + i - 1) / i;
            below += term;
        }
        double beyond = term * part * (shape + count - 1) / count;
        if (1 - below > beyond * 1e3 || below < 0.5) {
            return Math.max(0, 1 - below);
        }
        return tail(beyond, count, part, shape);
    }

    /** Summed up from its first term, since the difference to 1 would be nothing but rounding. */
    private static double tail(double first, int count, double part, double shape) {
        double sum = 0;
        double term = first;
        for (int i = count + 1; term > sum * 1e-9; i++) {
            sum += term;
            term *= part * (shape + i - 1) / i;
        }
        return sum;
    }
}
