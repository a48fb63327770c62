package acquaint;

import acquaint.privacy.Ledger;
import acquaint.privacy.Recipient;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.Prompt;
import acquaint.reply.StoppedAnswer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A language model that says what a test tells it to, when the test tells it; until then it keeps whoever asks waiting. */
final class TalkingModel implements LanguageModel {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object END = new Object();

    final List<Prompt> asked = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Object> script = new LinkedBlockingQueue<>();
    private volatile Ledger ledger;

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

    /** Writes down what it is asked, as a model of a service does. */
    TalkingModel writesDownIn(Ledger book) {
        ledger = book;
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
        long entry = writeDown(prompt);
        while (true) {
            Object next;
            try {
                next = script.take();
            } catch (InterruptedException e) {
                throw new StoppedAnswer(answer(Answer.Ending.CUT_OFF, entry));
            }
            if (next == END) {
                return answer(Answer.Ending.COMPLETE, entry);
            }
            if (next instanceof ModelException problem) {
                throw problem;
            }
            pieces.accept((String) next);
        }
    }

    private long writeDown(Prompt prompt) {
        if (ledger == null) {
            return 0;
        }
        var body = JSON.createObjectNode().put("model", recipient().model()).put("stream", true);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", prompt.instructions().text());
        messages.addObject().put("role", "user").put("content", prompt.material().text());
        try {
            return ledger.sending(new Ledger.Sending(prompt.purpose().name().toLowerCase(java.util.Locale.ROOT), prompt.ticket(), recipient(),
                    body.toString(), body.toString().length() / 4, prompt.placeholders()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(Answer.Ending ending, long entry) {
        return new Answer(ending, entry, OptionalInt.empty(), OptionalInt.empty());
    }
}
