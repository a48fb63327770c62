package acquaint.ui;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Copies something and says so for a moment. */
public final class CopyButton extends Button {

    private static final Duration MOMENT = Duration.seconds(2);

    private final PauseTransition said = new PauseTransition(MOMENT);
    private String copied = "";
    private String words = "";

    public CopyButton() {
        setOnAction(_ -> copy());
        setMinWidth(USE_PREF_SIZE);
    }

    /** What stands on the button for a moment after it copied. */
    public String getCopied() {
        return copied;
    }

    public void setCopied(String text) {
        copied = text;
    }

    /** Says what to copy from now on. */
    void offer(String text) {
        words = text;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        if (said.getOnFinished() == null) {
            String usual = getText();
            said.setOnFinished(_ -> setText(usual));
        }
        setText(copied);
        said.playFromStart();
    }
}
