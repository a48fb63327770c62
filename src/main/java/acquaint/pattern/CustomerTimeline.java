package acquaint.pattern;

import java.util.List;

/** A page of a customer's history over all tickets, newest first; {@code earlier} says that there is more before its last moment. */
public record CustomerTimeline(List<Moment> moments, boolean earlier) {

    public CustomerTimeline {
        moments = List.copyOf(moments);
    }
}
