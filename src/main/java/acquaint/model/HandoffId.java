package acquaint.model;

import java.util.UUID;

/** Names a handoff for ever: made where the brief is written, so that the same brief is never handed over twice. */
public record HandoffId(String value) {

    public HandoffId {
        value = Texts.required(value, "handoff id");
    }

    public static HandoffId random() {
        return new HandoffId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
