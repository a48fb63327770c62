package acquaint.reply;

import acquaint.privacy.Recipient;
import java.util.function.Consumer;

/** Answers a prompt. Calls block, may be made from any thread but the JavaFX thread, and several at once; an interrupt closes the connection. */
public interface LanguageModel {

    /** Who answers, for the ledger and for the agent to know. */
    Recipient recipient();

    /** How many tokens prompt and answer may have together. */
    int contextTokens();

    /**
     * Hands over the answer piece by piece as it comes, on the calling thread; a piece may be any part of a text, but never a part of a
     * character. An interrupt in the middle throws a {@link StoppedAnswer}. What {@code pieces} throws ends the call as an interrupt does, and is thrown on.
     */
    Answer answer(Prompt prompt, Consumer<String> pieces) throws ModelException, InterruptedException;
}
