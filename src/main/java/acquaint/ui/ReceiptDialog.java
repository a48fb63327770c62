package acquaint.ui;

import acquaint.memory.Receipt;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What was forgotten, copy by copy, for the agent to keep or to send on. JavaFX thread only. */
final class ReceiptDialog {

    private final Receipt receipt;
    private final Texts texts;

    ReceiptDialog(Receipt receipt, Texts texts) {
        this.receipt = receipt;
        this.texts = texts;
    }

    void show(Dialogs dialogs) {
        var copy = new ButtonType(texts.get("memory.receipt.copy"), ButtonBar.ButtonData.OTHER);
        var dialog = new Dialog<ButtonType>();
        dialogs.dress(dialog, texts.get("memory.receipt.title"), texts.get(receipt.lines().isEmpty() ? "memory.receipt.nothing" : "memory.receipt.heading"));
        dialog.getDialogPane().setContent(receipt.lines().isEmpty() ? new Label() : lines());
        dialog.getDialogPane().getButtonTypes().setAll(copy, new ButtonType(texts.get("memory.receipt.close"), ButtonBar.ButtonData.OK_DONE));
        ((Button) dialog.getDialogPane().lookupButton(copy)).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            var content = new ClipboardContent();
            content.putString(words());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
        dialog.show();
    }

    private Node lines() {
        var grid = new GridPane();
        grid.getStyleClass().add("receipt");
        var stretching = new ColumnConstraints();
        stretching.setHgrow(Priority.ALWAYS);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(stretching, numbers, new ColumnConstraints());
        int row = 0;
        for (Receipt.Line line : receipt.lines()) {
            var fate = new Label(texts.of(line.fate()));
            fate.getStyleClass().add("muted");
            grid.addRow(row++, new Label(texts.of(line.copy())), new Label(texts.get("memory.receipt.count", line.count())), fate);
        }
        return grid;
    }

    /** As plain text, with the time. */
    private String words() {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(texts.locale()).withZone(ZoneId.systemDefault()).format(receipt.at());
        return receipt.lines().stream().map(line -> texts.of(line.copy()) + ": " + texts.get("memory.receipt.count", line.count()) + ", " + texts.of(line.fate()))
                .collect(Collectors.joining("\n", texts.get("memory.receipt.title") + " (" + when + ")\n", "\n"));
    }
}
