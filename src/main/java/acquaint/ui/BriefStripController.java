package acquaint.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The strip above the conversation that leads back to a brief put aside. */
public final class BriefStripController {

    private final BriefWriting writing;
    private final Sheets sheets;
    private final Texts texts;

    @FXML private HBox root;
    @FXML private Label words;

    public BriefStripController(BriefWriting writing, Sheets sheets, Texts texts) {
        this.writing = writing;
        this.sheets = sheets;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(writing.state().is(BriefWriting.State.OFF).or(sheets.state().is(Sheets.Sheet.BRIEF)).not());
        root.visibleProperty().addListener(_ -> words.setText(texts.get("brief.aside", writing.ticket().map(Object::toString).orElse(""))));
    }

    @FXML
    private void back() {
        writing.resume();
    }

    @FXML
    private void putAway() {
        writing.putAway();
    }
}
