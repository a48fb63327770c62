package acquaint.ui;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** The line that offers to take a reply back while it is held. */
public final class UndoSendController {

    private final SentReplies sent;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
    private final Timeline countdown = new Timeline(new KeyFrame(javafx.util.Duration.millis(250), _ -> count()));

    @FXML private Label words;

    public UndoSendController(SentReplies sent, Keys keys, Texts texts, TimeWords times) {
        this.sent = sent;
        this.keys = keys;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        countdown.setCycleCount(Animation.INDEFINITE);
        sent.lastProperty().addListener((_, _, held) -> {
            offered.set(held != null);
            if (held == null) {
                countdown.stop();
            } else {
                count();
                countdown.playFromStart();
            }
        });
        keys.on(Shortcut.UNDO_SEND, this::undo);
    }

    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    public boolean isOffered() {
        return offered.get();
    }

    @FXML
    private void undo() {
        SentReplies.Held held = sent.lastProperty().get();
        if (held != null) {
            sent.undo(held.reply());
        }
    }

    private void count() {
        SentReplies.Held held = sent.lastProperty().get();
        if (held == null) {
            return;
        }
        long left = Duration.between(times.now(), held.until()).toMillis();
        if (left <= 0) {
            sent.released(held);
        } else {
            words.setText(texts.get("composer.undo.offer", held.recipient(), (left + 999) / 1000));
        }
    }
}
