package acquaint.reply;

import acquaint.model.Message;
import java.util.List;
import java.util.Optional;

/** What a model is to do, in the desk's words. */
final class Tasks {

    private static final String KEEP = " Keep its facts and its language, and name the sources again. The draft:";

    private Tasks() {}

    /** {@code readingLanguage} is the agent's, by its English name. */
    static PromptWriter.Task of(Wish wish, DraftRequest request, String readingLanguage) {
        return switch (wish.kind()) {
            case REPLY -> new PromptWriter.Task(Prompt.Purpose.DRAFT, reply(request), List.of());
            case INSTRUCTION -> wish.text().isBlank()
                    ? new PromptWriter.Task(Prompt.Purpose.DRAFT, reply(request) + " {agent} asks for this in it:", List.of(wish.instruction()))
                    : new PromptWriter.Task(Prompt.Purpose.REWRITE, "Change the draft below as {agent} asks. What {agent} says counts as a source for what the desk offers; mark nothing for it. "
                            + "First what {agent} asks, then the draft:", List.of(wish.instruction(), wish.text()));
            case SHORTER -> rewrite("Rewrite the draft below in about half as many words.", wish);
            case WARMER -> rewrite("Rewrite the draft below so that it sounds warmer and more personal, without making it longer than it must be.", wish);
            case MORE_FORMAL -> rewrite("Rewrite the draft below in a more formal tone.", wish);
            case SIMPLER -> rewrite("Rewrite the draft below in simpler words and shorter sentences, for somebody who does not know the technical terms.", wish);
            case TRANSLATED -> new PromptWriter.Task(Prompt.Purpose.TRANSLATION,
                    "Translate the draft below into the language that the customer writes in. Keep its facts, and name the sources again. The draft:", List.of(wish.text()));
            case FOR_READING -> new PromptWriter.Task(Prompt.Purpose.TRANSLATION, "Translate the text below into " + readingLanguage + ".", List.of(wish.text()));
        };
    }

    private static String reply(DraftRequest request) {
        Optional<Message> last = Dialogue.of(request.conversation()).last();
        return last.filter(message -> message.isFrom(Message.Kind.REPLY)).isPresent()
                ? "Nobody waits for an answer: our reply was the last. Write a short message that follows it up."
                : "Write the reply to the customer's last message.";
    }

    private static PromptWriter.Task rewrite(String words, Wish wish) {
        return new PromptWriter.Task(Prompt.Purpose.REWRITE, words + KEEP, List.of(wish.text()));
    }
}
