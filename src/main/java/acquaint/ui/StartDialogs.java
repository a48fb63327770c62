package acquaint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/** What a user is told and asked when the desk cannot simply be opened. JavaFX thread only. */
public final class StartDialogs {

    /** What to do about a damaged desk. Nothing that was there is deleted either way. */
    public enum Remedy { RESTORE_BACKUP, START_EMPTY, QUIT }

    private final Texts texts;
    private final Dialogs dialogs;

    public StartDialogs(Texts texts) {
        this.texts = texts;
        this.dialogs = new Dialogs(texts);
    }

    /** The desk's file is damaged and will be set aside; {@code backupDay} is the day of the newest backup, if there is one. */
    public Remedy damaged(String file, Optional<String> backupDay) {
        var restore = new ButtonType(texts.get("start.damaged.restore"), ButtonBar.ButtonData.OK_DONE);
        var empty = new ButtonType(texts.get("start.damaged.empty"), ButtonBar.ButtonData.OTHER);
        var quit = new ButtonType(texts.get("start.quit"), ButtonBar.ButtonData.CANCEL_CLOSE);
        List<ButtonType> choices = new ArrayList<>(List.of(empty, quit));
        backupDay.ifPresent(_ -> choices.addFirst(restore));
        String words = texts.get("start.damaged.text", file) + "\n\n" + backupDay
                .map(day -> texts.get("start.damaged.backup", day)).orElseGet(() -> texts.get("start.damaged.no-backup"));
        var alert = new Alert(Alert.AlertType.WARNING, words, choices.toArray(ButtonType[]::new));
        dialogs.dress(alert, texts.get("start.damaged.title"), null);
        ButtonType answer = alert.showAndWait().orElse(quit);
        return answer == restore ? Remedy.RESTORE_BACKUP : answer == empty ? Remedy.START_EMPTY : Remedy.QUIT;
    }

    /** The desk was written by a newer version of the program. */
    public void newer(int found, int known) {
        dialogs.tell(Alert.AlertType.WARNING, texts.get("start.newer.title"), texts.get("start.newer.text", found, known));
    }

    /** Somebody else holds the desk and does not answer. */
    public void taken(String directory) {
        dialogs.tell(Alert.AlertType.WARNING, texts.get("start.taken.title"), texts.get("start.taken.text", directory));
    }

    /** The demo desk has something on it that is the user's own. */
    public void kept() {
        dialogs.tell(Alert.AlertType.INFORMATION, texts.get("demo.kept.title"), texts.get("demo.kept.text"));
    }

    /** The demo desk is as it was, {@code why} in the words of the system. */
    public void notReset(String why) {
        dialogs.tell(Alert.AlertType.WARNING, texts.get("demo.kept.title"), texts.get("demo.not-reset.text", String.valueOf(why)));
    }

    /** The demo desk is neither new nor whole: {@code folder} has what was on it. */
    public void notPutBack(String folder, String why) {
        dialogs.tell(Alert.AlertType.WARNING, texts.get("demo.not-put-back.title"), texts.get("demo.not-put-back.text", folder, String.valueOf(why)));
    }

    /** Stands where the window was while the demo desk is made anew; what is returned takes it away. */
    public Runnable resetting(MainWindow before) {
        return before.standIn(texts.get("demo.resetting"));
    }

    /** Stands where the window was while the desk is opened for somebody else; what is returned takes it away. */
    public Runnable opening(MainWindow before) {
        return before.standIn(texts.get("start.opening"));
    }

    /** Settings could not be read and were set aside. */
    public void settingsSetAside(String file) {
        dialogs.tell(Alert.AlertType.INFORMATION, texts.get("start.settings.title"), texts.get("start.settings.text", file));
    }
}
