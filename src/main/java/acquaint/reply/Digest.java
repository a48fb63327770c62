package acquaint.reply;

import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Writing;
import java.util.List;
import java.util.Optional;

/**
 * What an agent is told in short: sentences with what they rest on. Without a language model they are the sources' own. {@code writing} is there when
 * a model wrote it. Empty where there is nothing to tell.
 */
public record Digest(List<Point> points, Optional<Writing> writing) {

    /** What a sentence is about. */
    public enum About {
        /** Whatever a model wrote. */
        TOLD,
        /** What the customer came with. */
        WANTED,
        /** What the customer said last, or since then. */
        NEWEST,
        /** What the desk said. */
        ANSWERED,
        /** What the desk said it would do. */
        PROMISED,
        /** What was noted for the team. */
        NOTED,
        /** What memory has. */
        REMEMBERED
    }

    public record Point(About about, Sentence sentence) {}

    public static final Digest NOTHING = new Digest(List.of(), Optional.empty());

    public Digest {
        points = List.copyOf(points);
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }
}
