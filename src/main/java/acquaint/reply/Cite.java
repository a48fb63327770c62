package acquaint.reply;

import acquaint.memory.Episode;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.Ticket;
import java.util.Optional;

/** Makes evidence from what a draft or a brief is written from. */
public final class Cite {

    private Cite() {}

    static Evidence message(Message message, int index) {
        return message(message, Prose.around(message.text(), index));
    }

    public static Evidence message(Message message, String quote) {
        return new Evidence(Evidence.Kind.MESSAGE, message.id().value(), Optional.of(message.ticket().session()), message.at(), quote);
    }

    /** A subject line belongs to its ticket as a message does, and goes by the ticket's name. */
    public static Evidence subject(Ticket ticket) {
        return new Evidence(Evidence.Kind.MESSAGE, ticket.id().value(), Optional.of(ticket.id().session()), ticket.createdAt(), ticket.subject());
    }

    public static Evidence profile(ProfileItem item) {
        return new Evidence(Evidence.Kind.PROFILE, item.id(), item.session(), item.at(), item.evidence().isBlank() ? item.text() : item.evidence());
    }

    public static Evidence episode(Episode episode, String quote) {
        return new Evidence(Evidence.Kind.EPISODE, episode.id(), Optional.of(episode.session()), episode.from(), quote);
    }

    public static Evidence passage(Passage passage, int index) {
        var utterance = passage.utterance();
        return new Evidence(Evidence.Kind.PASSAGE, utterance.id().value(), Optional.of(passage.session()), utterance.at(),
                Prose.around(utterance.text(), index));
    }

    /** Only the sentence that was found fit to pass on is quoted, and no session tells whose it was. */
    static Evidence precedent(Episode episode, String sentence) {
        return new Evidence(Evidence.Kind.PRECEDENT, episode.id(), Optional.empty(), episode.from(), sentence);
    }

    /** Only what was found fit to pass on is quoted; the session tells in which ticket it stands, and not whose that is. */
    static Evidence past(PastReply past, String sentence) {
        return new Evidence(Evidence.Kind.PAST_REPLY, past.reply().id().value(), Optional.of(past.reply().ticket().session()), past.reply().at(), sentence);
    }

    public static Evidence record(Customer customer, String quote) {
        return new Evidence(Evidence.Kind.RECORD, customer.id().value(), Optional.empty(), customer.since(), quote);
    }
}
