package acquaint.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;

/** The works that are delivered with the program, and their licences, as the program's own list has them. */
public final class LicencesController {

    private static final String LIST = "/licences.md";

    /** A row of the list. */
    record Work(String name, String purpose, String licence) {}

    @FXML private TableView<Work> works;
    @FXML private TableColumn<Work, String> name;
    @FXML private TableColumn<Work, String> purpose;
    @FXML private TableColumn<Work, String> licence;

    @FXML
    private void initialize() {
        show(name, Work::name);
        show(purpose, Work::purpose);
        show(licence, Work::licence);
        works.getItems().setAll(read());
    }

    private static void show(TableColumn<Work, String> column, java.util.function.Function<Work, String> what) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(what.apply(row.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {

            private final Text words = new Text();

            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                words.getStyleClass().setAll("text");
                words.setText(empty ? "" : text);
                words.wrappingWidthProperty().bind(column.widthProperty().subtract(18));
                setGraphic(empty ? null : words);
            }
        });
    }

    /** Part of the program itself, and read once: a few kilobytes. */
    static List<Work> read() {
        try (var lines = new BufferedReader(new InputStreamReader(LicencesController.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith("| ")).map(line -> line.replace("`", "").split("\\s*\\|\\s*"))
                    .filter(cells -> cells.length >= 4 && !cells[1].equals("work")).map(cells -> new Work(cells[1], cells[2], cells[3])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
