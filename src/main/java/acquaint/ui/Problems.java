package acquaint.ui;

import acquaint.casework.NotPermitted;
import java.lang.System.Logger;
import java.util.Locale;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * The one door for unexpected errors: logged once, shown with a short code that stands in the log too, and copied by a
 * button. Any thread may catch them; they are shown on the JavaFX thread.
 */
public final class Problems {

    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final int CODE_FRAMES = 3;

    private final Texts texts;
    private final Dialogs dialogs;
    private boolean showing;

    public Problems(Texts texts, Dialogs dialogs) {
        this.texts = texts;
        this.dialogs = dialogs;
    }

    /** Logs and shows. While one problem is on screen, or the user has closed the window, further ones are only logged. JavaFX thread. */
    public void show(Throwable problem) {
        if (problem instanceof NotPermitted refused) {
            tell(refused);
            return;
        }
        String code = code(problem);
        LOG.log(Logger.Level.ERROR, "unexpected problem " + code, problem);
        if (showing || dialogs.isHeld()) {
            return;
        }
        showing = true;
        try {
            showDialog(problem, code);
        } finally {
            showing = false;
        }
    }

    /** Expected, and nothing is broken: it says who may. */
    private void tell(NotPermitted refused) {
        if (showing || dialogs.isHeld()) {
            return;
        }
        showing = true;
        try {
            dialogs.tell(Alert.AlertType.INFORMATION, texts.get("problem.not-permitted.title"),
                    texts.get("problem.not-permitted", texts.of(refused.permission()), texts.of(refused.permission().least())));
        } finally {
            showing = false;
        }
    }

    private void showDialog(Throwable problem, String code) {
        var copy = new ButtonType(texts.get("problem.copy"), ButtonBar.ButtonData.LEFT);
        var alert = new Alert(Alert.AlertType.ERROR, texts.get("problem.text", code), copy,
                new ButtonType(texts.get("dialog.ok"), ButtonBar.ButtonData.OK_DONE));
        dialogs.dress(alert, texts.get("problem.title"), null);
        var details = new TextArea(details(problem));
        details.setEditable(false);
        details.setAccessibleText(texts.get("problem.details"));
        alert.getDialogPane().setExpandableContent(details);
        alert.showAndWait().filter(copy::equals).ifPresent(_ -> {
            var content = new ClipboardContent();
            content.putString(code + "\n" + details(problem));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** The same problem has the same code on every machine: it is made from where it happened, not from what it said. */
    static String code(Throwable problem) {
        int hash = problem.getClass().getName().hashCode();
        StackTraceElement[] trace = problem.getStackTrace();
        for (int i = 0; i < Math.min(CODE_FRAMES, trace.length); i++) {
            hash = 31 * hash + (trace[i].getClassName() + "." + trace[i].getMethodName()).hashCode();
        }
        return String.format(Locale.ROOT, "AQ-%05d", Math.floorMod(hash, 100_000));
    }

    /** Class names and places only: a message may hold what a customer wrote. */
    private static String details(Throwable problem) {
        var text = new StringBuilder();
        for (Throwable each = problem; each != null; each = each.getCause()) {
            text.append(each.getClass().getName()).append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                text.append("    ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
