package acquaint.brief;

import acquaint.model.Message;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Finds what an agent promises in a reply, in English and German; what waits for the customer's word is no promise yet. Safe for any thread. */
public final class PromiseFinder {

    private final DueTime due;

    /** {@code zone} is where "tomorrow" and "by Friday" are meant. */
    public PromiseFinder(ZoneId zone) {
        due = new DueTime(zone);
    }

    /** In the order of the text, each sentence as people read it; "tomorrow" is the day after the message was written. */
    public List<FoundPromise> in(Message reply) {
        return spoken(reply).map(one -> new FoundPromise(one.text(), due.of(one.text(), reply.at()))).toList();
    }

    /** The sentences of a reply that promise something; none of anything else. */
    static Stream<Spoken> spoken(Message reply) {
        return reply.isFrom(Message.Kind.REPLY) ? Spoken.in(reply).stream().filter(one -> Saying.promises(one.text(), reply.text())) : Stream.empty();
    }
}
