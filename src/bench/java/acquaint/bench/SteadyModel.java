package acquaint.bench;

import acquaint.privacy.Recipient;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.Prompt;
import java.net.URI;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Hands out tokens at a steady rate, as a very quick model would, and notes when each went out and how long the text was then. */
final class SteadyModel implements LanguageModel {

    /** A word and the blank before it; a new paragraph now and then. */
    private static final String TOKEN = " kettle";
    private static final int TOKENS_OF_A_PARAGRAPH = 60;

    /** No model has its first token sooner; by then the layer is open. */
    private static final long THINKING = 200_000_000;

    private final long nanosBetween;
    private volatile int tokens;
    private volatile CountDownLatch ended;
    private volatile AtomicLongArray sent;
    private volatile int count;

    SteadyModel(int tokensASecond) {
        nanosBetween = 1_000_000_000L / tokensASecond;
    }

    /** The next answer has so many tokens. */
    void next(int number) {
        tokens = number;
        sent = new AtomicLongArray(number);
        count = 0;
        ended = new CountDownLatch(1);
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** How many tokens went out. */
    int count() {
        return count;
    }

    long sentAt(int token) {
        return sent.get(token);
    }

    /** How many characters are there with token {@code token}. */
    static int lengthWith(int token) {
        return (token + 1) * TOKEN.length() + 2 * ((token + 1) / TOKENS_OF_A_PARAGRAPH);
    }

    @Override
    public Recipient recipient() {
        return new Recipient("bench", URI.create("http://127.0.0.1/"), "steady");
    }

    @Override
    public int contextTokens() {
        return 32_000;
    }

    @Override
    public Answer answer(Prompt prompt, Consumer<String> pieces) {
        LockSupport.parkNanos(THINKING);
        long begun = System.nanoTime();
        int number = tokens;
        for (int i = 0; i < number && !Thread.interrupted(); i++) {
            long due = begun + i * nanosBetween;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            sent.set(i, System.nanoTime());
            pieces.accept((i + 1) % TOKENS_OF_A_PARAGRAPH == 0 ? TOKEN + "\n\n" : TOKEN);
            count = i + 1;
        }
        ended.countDown();
        // The layer shows the stream until the answer is whole; the bench puts it away before.
        LockSupport.park();
        return new Answer(Answer.Ending.COMPLETE, 0, OptionalInt.empty(), OptionalInt.empty());
    }
}
