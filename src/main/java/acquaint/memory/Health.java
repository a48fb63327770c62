package acquaint.memory;

import java.util.Optional;

/**
 * Whether an engine answers, with a few words for the log where there is something to say. {@code remaking} is how much of a search index is
 * made anew, from 0 to 1; until it is whole, what is asked for takes longer. {@code damage} is what became of a file that could not be read at the start.
 */
public record Health(boolean well, String detail, Optional<Double> remaking, Optional<Damage> damage) {

    /**
     * {@code keptAs} names the damaged file; {@code copyOf} is the day (ISO) of the copy that memory goes on from, empty where it began anew. Of an
     * engine that is not well it is the file in use: the next start mends it.
     */
    public record Damage(String keptAs, Optional<String> copyOf) {}

    public static final Health WELL = new Health(true, "");

    public Health(boolean well, String detail) {
        this(well, detail, Optional.empty(), Optional.empty());
    }
}
