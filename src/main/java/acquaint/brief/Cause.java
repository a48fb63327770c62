package acquaint.brief;

import acquaint.model.HandoffCause;
import acquaint.model.Texts;

/** Why a ticket is handed over: who or what wanted it, and in which words ("more than four hours without an answer"). */
public record Cause(HandoffCause kind, String words) {

    public Cause {
        words = Texts.required(words, "reason");
    }
}
