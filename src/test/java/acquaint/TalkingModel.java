package acquaint;

import acquaint.privacy.Recipient;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.Prompt;
import acquaint.reply.StoppedAnswer;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A language model that says what a test tells it to, when the test tells it; until then it keeps whoever asks waiting. */
final class TalkingModel implements LanguageModel {

    private static final Object END = new Object();

    final List<Prompt> asked = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Object> script = new LinkedBlockingQueue<>();
    /** Where the ledger has what was sent, if a test has one. */
    volatile long ledgerEntry;

    /** A whole answer, word by word. */
    TalkingModel says(String answer) {
        begins(answer);
        script.add(END);
        return this;
    }

    /** The beginning of an answer that does not end. */
    TalkingModel begins(String words) {
        script.addAll(List.of(words.split("(?<= )")));
        return this;
    }

    TalkingModel fails(ModelException.Kind kind) {
        script.add(new ModelException(kind, "as the test wants it"));
        return this;
    }

    @Override
    public Recipient recipient() {
        return new Recipient("openai", URI.create("http://127.0.0.1:1/v1"), "talking-8b");
    }

    @Override
    public int contextTokens() {
        return 16_000;
    }

    @Override
    public Answer answer(Prompt prompt, Consumer<String> pieces) throws ModelException, InterruptedException {
        asked.add(prompt);
        while (true) {
            Object next;
            try {
                next = script.take();
            } catch (InterruptedException e) {
                throw new StoppedAnswer(answer(Answer.Ending.CUT_OFF));
            }
            if (next == END) {
                return answer(Answer.Ending.COMPLETE);
            }
            if (next instanceof ModelException problem) {
                throw problem;
            }
            pieces.accept((String) next);
        }
    }

    private Answer answer(Answer.Ending ending) {
        return new Answer(ending, ledgerEntry, OptionalInt.empty(), OptionalInt.empty());
    }
}
