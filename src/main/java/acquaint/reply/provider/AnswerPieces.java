package acquaint.reply.provider;

import java.util.List;
import java.util.function.Consumer;

/**
 * Passes on the pieces of an answer, without the thoughts that local models write before it in {@code <think>} and the like, and never a half
 * of a character that takes two. For one thread.
 */
final class AnswerPieces {

    private static final List<String> BEGIN = List.of("<think>", "<thinking>", "<reasoning>", "[THINK]");

    private final Consumer<String> to;
    private final StringBuilder held = new StringBuilder();
    private State state = State.START;
    private String close = "";

    private enum State { START, THINKING, AFTER_THOUGHT, TEXT }

    AnswerPieces(Consumer<String> to) {
        this.to = to;
    }

    void add(String piece) {
        held.append(piece);
        if (state == State.START) {
            start();
        }
        if (state == State.THINKING) {
            thinking();
        }
        if (state == State.AFTER_THOUGHT) {
            afterThought();
        }
        if (state == State.TEXT) {
            pass(false);
        }
    }

    /** No more comes: what looked like the beginning of a thought was none. */
    void end() {
        if (state == State.START || state == State.TEXT) {
            pass(true);
        }
    }

    private void start() {
        String text = held.toString().stripLeading();
        for (String begin : BEGIN) {
            if (text.startsWith(begin)) {
                close = (begin.charAt(0) == '[' ? "[/" : "</") + begin.substring(1);
                state = State.THINKING;
                return;
            }
        }
        if (BEGIN.stream().noneMatch(begin -> begin.startsWith(text))) {
            state = State.TEXT;
        }
    }

    private void thinking() {
        int end = held.indexOf(close);
        if (end >= 0) {
            held.delete(0, end + close.length());
            state = State.AFTER_THOUGHT;
        } else if (held.length() > close.length()) {
            // What may be the beginning of the end stays.
            held.delete(0, held.length() - close.length());
        }
    }

    private void afterThought() {
        int blank = 0;
        while (blank < held.length() && Character.isWhitespace(held.charAt(blank))) {
            blank++;
        }
        held.delete(0, blank);
        if (!held.isEmpty()) {
            state = State.TEXT;
        }
    }

    private void pass(boolean last) {
        int length = held.length();
        if (!last && length > 0 && Character.isHighSurrogate(held.charAt(length - 1))) {
            length--;
        }
        if (length > 0) {
            String piece = held.substring(0, length);
            held.delete(0, length);
            to.accept(piece);
        }
    }
}
