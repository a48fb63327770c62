package acquaint.model;

import java.util.UUID;

/** Names a message for ever: made where the message is written, so that the same message is never stored or sent twice. */
public record MessageId(String value) {

    public MessageId {
        value = Texts.required(value, "message id");
    }

    public static MessageId random() {
        return new MessageId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
