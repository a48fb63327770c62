package acquaint.reply;

import java.util.OptionalInt;

/**
 * How a model's answer ended. {@code ledgerEntry} is the number under which the ledger has what was sent. The tokens are as the service
 * counted them, where it says.
 */
public record Answer(Ending ending, long ledgerEntry, OptionalInt promptTokens, OptionalInt answerTokens) {

    public enum Ending {
        COMPLETE,
        /** The bound on the answer's length was reached. */
        CUT_OFF,
        /** The model or its service would not go on with this content. */
        REFUSED
    }
}
