package acquaint.memory.serve;

import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something said, as a request has it; {@code sender} is whose memory it goes to where a user says it. The id under which it is
 * kept carries the sender, who is told again by it: memory itself keeps names to show only.
 */
record Sent(MessageId id, boolean user, String sender, String name, Instant at, String text) {

    private static final String SERVED = "served-";
    private static final int PREFIX = SERVED.length() + 36;
    /** Who agents are where nobody says it. */
    static final String ASSISTANT = "assistant";

    static Sent of(boolean user, String sender, String name, Instant at, String text) {
        return new Sent(new MessageId(SERVED + UUID.randomUUID() + ':' + sender), user, sender, name, at, text);
    }

    /** For the memory of one of those who take part. */
    Utterance utterance(boolean own) {
        return new Utterance(id, !user ? Speaker.AGENT : own ? Speaker.CUSTOMER : Speaker.OTHER, name.isBlank() ? sender : name, at, text);
    }

    /** Who sent what the memory of {@code owner} keeps; of what came another way, what is known of it. */
    static String sender(CustomerId owner, Utterance said) {
        String id = said.id().value();
        if (id.startsWith(SERVED) && id.length() > PREFIX + 1 && id.charAt(PREFIX) == ':') {
            return id.substring(PREFIX + 1);
        }
        return switch (said.speaker()) {
            case CUSTOMER, SUBJECT -> Owner.id(owner);
            case AGENT, NOTE, OTHER -> said.author().isBlank() ? ASSISTANT : said.author();
        };
    }

    /** The same in the memory of {@code other}, to which it goes as well. */
    static Utterance to(CustomerId other, CustomerId owner, Utterance said) {
        if (said.speaker().isOfDesk()) {
            return said;
        }
        Speaker speaker = sender(owner, said).equals(Owner.id(other)) ? Speaker.CUSTOMER : Speaker.OTHER;
        return new Utterance(said.id(), speaker, said.author(), said.at(), said.text());
    }
}
