package acquaint.ui;

import acquaint.reply.Progress;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** One text being written at a time: what has come of it so far, and the end of it. JavaFX thread only. */
final class Writing<T> {

    /** What is written; {@code progress} hears of it piece by piece. Off the JavaFX thread. */
    interface Writer<T> {
        T write(Progress progress) throws Exception;
    }

    private final Background.Slot slot;
    private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper(this, "begun");
    private Consumer<String> pieces = _ -> {};
    private Runnable restart = () -> {};
    private TokenFeed feed;
    private Progress progress;

    Writing(Background background) {
        this.slot = background.slot();
    }

    /** Whether the first words are there. */
    ReadOnlyBooleanProperty begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /** Says who shows what comes, and what to do before a new text. */
    void onText(Runnable fresh, Consumer<String> more) {
        restart = fresh;
        pieces = more;
    }

    /** Starts over; what was being written is given up. */
    void start(Writer<T> writer, Consumer<T> done, Consumer<Throwable> failed) {
        cancel();
        restart.run();
        var tokens = new TokenFeed(this::show);
        var following = new Progress() {
            @Override
            protected void more(String piece) {
                tokens.add(piece);
            }
        };
        feed = tokens;
        progress = following;
        slot.run(() -> writer.write(following)).then(written -> {
            tokens.close();
            done.accept(written);
        }).onFailure(problem -> {
            tokens.close();
            failed.accept(problem);
        });
    }

    /** Ends the writing and keeps what is there; answers whether there is anything. */
    boolean stop() {
        if (feed != null) {
            feed.flush();
        }
        if (!begun.get()) {
            cancel();
            return false;
        }
        progress.stop();
        return true;
    }

    /** Ends the writing and keeps nothing. */
    void cancel() {
        slot.cancel();
        if (feed != null) {
            feed.close();
        }
        begun.set(false);
    }

    private void show(String piece) {
        pieces.accept(piece);
        begun.set(true);
    }
}
