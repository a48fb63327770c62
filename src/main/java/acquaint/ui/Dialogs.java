package acquaint.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.StringConverter;

/** The small questions of the program, all alike: in the middle of the window, with verbs on the buttons. JavaFX thread only. */
public final class Dialogs {

    private final Texts texts;
    private Window window;
    private Consumer<Scene> look = _ -> {};
    private boolean held;

    public Dialogs(Texts texts) {
        this.texts = texts;
    }

    /** {@code dress} makes the scene of a dialog look like the window's. */
    void setWindow(Window owner, Consumer<Scene> dress) {
        window = owner;
        look = dress;
    }

    Window window() {
        return window;
    }

    /** The user has closed the window: nothing is to be shown that nobody asked for, until it is shown again. */
    void hold(boolean held) {
        this.held = held;
    }

    boolean isHeld() {
        return held;
    }

    /** Asks for a line of text; empty when cancelled or left blank. */
    Optional<String> askText(String titleKey, String questionKey, String proposal) {
        var dialog = new TextInputDialog(proposal);
        dress(dialog, texts.get(titleKey), texts.get(questionKey));
        return dialog.showAndWait().map(String::strip).filter(t -> !t.isEmpty());
    }

    /** Asks for a line of text that may be empty; no value when cancelled. */
    Optional<String> askOptionalText(String titleKey, String questionKey, String proposal) {
        var dialog = new TextInputDialog(proposal);
        dress(dialog, texts.get(titleKey), texts.get(questionKey));
        return dialog.showAndWait().map(String::strip);
    }

    /** Asks for some lines of text; empty when cancelled. {@code typed} hears of each change, for what is typed is not to be lost. Nothing can be answered while nothing is written. */
    Optional<String> askWords(AskedWords.Question question, String begun, Consumer<String> typed) {
        var words = new TextArea(begun);
        words.setId("askedWords");
        words.setWrapText(true);
        words.setPrefRowCount(5);
        words.setAccessibleText(question.words());
        words.textProperty().addListener((_, _, now) -> typed.accept(now));
        var done = new ButtonType(question.doIt(), ButtonBar.ButtonData.OK_DONE);
        var dialog = new Dialog<String>();
        dress(dialog, question.title(), question.words());
        dialog.getDialogPane().setContent(words);
        dialog.getDialogPane().getButtonTypes().setAll(done, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        var button = (Button) dialog.getDialogPane().lookupButton(done);
        button.disableProperty().bind(words.textProperty().map(String::isBlank));
        KeyCombination send = KeyCombination.keyCombination("Shortcut+Enter");
        words.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (send.match(event)) {
                event.consume();
                button.fire();
            }
        });
        dialog.setResultConverter(chosen -> chosen == done ? words.getText().strip() : null);
        dialog.setOnShown(_ -> {
            words.requestFocus();
            words.end();
        });
        return dialog.showAndWait();
    }

    /** Asks for one of these, in words; empty when cancelled. */
    <T> Optional<T> chooseOne(String titleKey, String questionKey, List<T> choices, Function<T, String> words) {
        var dialog = new ChoiceDialog<>(choices.getFirst(), choices);
        dress(dialog, texts.get(titleKey), texts.get(questionKey));
        @SuppressWarnings("unchecked")
        var box = (ComboBox<T>) dialog.getDialogPane().lookup(".combo-box");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("one is chosen, not typed");
            }
        });
        return dialog.showAndWait();
    }

    <E extends Enum<E>> Optional<E> choose(String titleKey, String questionKey, E current, List<E> choices) {
        var dialog = new ChoiceDialog<>(current, choices);
        dress(dialog, texts.get(titleKey), texts.get(questionKey));
        @SuppressWarnings("unchecked")
        var box = (ComboBox<E>) dialog.getDialogPane().lookup(".combo-box");
        box.setConverter(new EnumWords<>(texts));
        return dialog.showAndWait();
    }

    /** Asks before something that cannot be undone. The safe answer is the default. */
    boolean confirm(String titleKey, String questionKey, String doItKey, Object... arguments) {
        var doIt = new ButtonType(texts.get(doItKey), ButtonBar.ButtonData.OTHER);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get(questionKey, arguments), doIt,
                new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dress(alert, texts.get(titleKey), null);
        return alert.showAndWait().filter(doIt::equals).isPresent();
    }

    /** Asks which of two ways to take: 0 or 1, or -1 for neither. The first is the usual one. */
    int decide(String titleKey, String questionKey, String firstKey, String secondKey) {
        var first = new ButtonType(texts.get(firstKey), ButtonBar.ButtonData.OK_DONE);
        var second = new ButtonType(texts.get(secondKey), ButtonBar.ButtonData.OTHER);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get(questionKey), first, second,
                new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dress(alert, texts.get(titleKey), null);
        alert.getDialogPane().setPrefWidth(560);
        return alert.showAndWait().map(chosen -> chosen.equals(first) ? 0 : chosen.equals(second) ? 1 : -1).orElse(-1);
    }

    /** Tells something that the user has to know. */
    void tell(Alert.AlertType type, String title, String words) {
        var alert = new Alert(type, words, new ButtonType(texts.get("dialog.ok"), ButtonBar.ButtonData.OK_DONE));
        dress(alert, title, null);
        alert.showAndWait();
    }

    /** Gives a dialog the program's look. */
    void dress(Dialog<?> dialog, String title, String question) {
        dialog.initOwner(window);
        dialog.setTitle(title);
        dialog.setHeaderText(question == null ? title : question);
        dialog.setGraphic(null);
        dialog.getDialogPane().setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        dialog.getDialogPane().setPrefWidth(460);
        look.accept(dialog.getDialogPane().getScene());
    }
}
