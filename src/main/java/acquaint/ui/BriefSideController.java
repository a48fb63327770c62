package acquaint.ui;

import acquaint.brief.BriefPart;
import acquaint.casework.HandoffTargets;
import acquaint.model.HandoffCause;
import acquaint.model.Recipient;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands beside a brief: to whom it goes and why, what it still lacks, and what the customer is told. */
public final class BriefSideController {

    private final BriefWriting writing;
    private final HandoffForm form;
    private final Recipients recipients;
    private final HandoffTargets targets;
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Texts texts;
    private final TimeWords times;
    private Consumer<BriefPart> go = _ -> {};
    private String proposed = "";

    @FXML private ComboBox<Recipient> handoffTo;
    @FXML private ComboBox<HandoffCause> handoffCause;
    @FXML private TextField handoffReason;
    @FXML private VBox gaps;
    @FXML private HBox whole;
    @FXML private VBox overrideBox;
    @FXML private TextField overrideReason;
    @FXML private CheckBox tellCustomer;
    @FXML private TextArea customerWords;

    public BriefSideController(BriefWriting writing, Recipients recipients, HandoffTargets targets, Workspace workspace, Dialogs dialogs, Texts texts, TimeWords times) {
        this.writing = writing;
        this.form = writing.form();
        this.recipients = recipients;
        this.targets = targets;
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        handoffTo.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(Recipient to) {
                return to == null ? "" : recipients.words(to);
            }

            @Override
            public Recipient fromString(String text) {
                throw new UnsupportedOperationException("recipients are chosen");
            }
        });
        handoffCause.setConverter(new EnumWords<>(texts));
        handoffCause.getItems().setAll(HandoffCause.values());
        handoffTo.valueProperty().bindBidirectional(form.to());
        handoffCause.valueProperty().bindBidirectional(form.cause());
        handoffReason.textProperty().bindBidirectional(form.reason());
        overrideReason.textProperty().bindBidirectional(form.override());
        tellCustomer.selectedProperty().bindBidirectional(form.tell());
        customerWords.textProperty().bindBidirectional(form.customerWords());
        form.tell().addListener(_ -> propose());
        form.to().addListener(_ -> propose());
        writing.state().nameProperty().addListener(_ -> showChoices());
    }

    /** Says who brings a part of the brief before the agent's eyes. */
    void onGo(Consumer<BriefPart> shower) {
        go = shower;
    }

    private void showChoices() {
        if (writing.state().get() == BriefWriting.State.READY && !handoffTo.getItems().containsAll(writing.choices())) {
            Recipient chosen = form.to().get();
            handoffTo.getItems().setAll(writing.choices());
            form.to().set(chosen);
        }
    }

    /** What the brief still lacks, each with the ways to mend it. */
    void showGate() {
        var missing = writing.missing();
        boolean focused = gaps.isFocusWithin();
        gaps.getChildren().setAll(missing.stream().sorted().map(this::gap).toList());
        whole.setVisible(missing.isEmpty());
        overrideBox.setVisible(!missing.isEmpty());
        if (focused) {
            // What stood here has gone, and would leave the focus to what the sheet covers.
            handoffReason.requestFocus();
        }
    }

    private Node gap(BriefPart part) {
        var words = new WrappedLabel("brief-gap-words");
        words.show(switch (part) {
            case TRIED -> texts.get("brief.gap.tried");
            case PROMISED -> texts.get("brief.gap.promised");
            default -> texts.get("brief.gap.issue");
        });
        var jump = new Hyperlink(texts.get("brief.gap.go"));
        jump.setAccessibleText(texts.get("brief.gap.go") + ": " + words.getText());
        jump.setOnAction(_ -> go.accept(part));
        var ways = new FlowPane(6, 4, jump);
        if (part == BriefPart.TRIED || part == BriefPart.PROMISED) {
            String nothing = texts.get(part == BriefPart.TRIED ? "brief.nothing.tried" : "brief.nothing.promised");
            var state = new Button(nothing);
            state.setId(part == BriefPart.TRIED ? "nothingTried" : "nothingPromised");
            state.getStyleClass().add("small");
            state.setOnAction(_ -> writing.editing().add(part, -1, nothing, java.util.Optional.empty()));
            ways.getChildren().add(state);
        }
        var line = new HBox(8, new FontIcon(Feather.ALERT_TRIANGLE), new VBox(2, words, ways));
        line.getStyleClass().add("brief-gap");
        return line;
    }

    @FXML
    private void askForQueue() {
        dialogs.askText("brief.queue.title", "brief.queue.question", "").map(Recipient::queue).ifPresent(queue -> {
            if (!handoffTo.getItems().contains(queue)) {
                handoffTo.getItems().add(queue);
            }
            form.to().set(queue);
        });
    }

    /** A sentence for the customer, as long as the agent has not written another. */
    private void propose() {
        if (form.tell().get() && (form.customerWords().get().isBlank() || form.customerWords().get().equals(proposed))) {
            proposed = workspace.open().map(open -> texts.get("brief.tell.words", who(),
                    times.moment(times.now().plus(Duration.ofHours(targets.hours().get(open.conversation().ticket().priority())))))).orElse("");
            form.customerWords().set(proposed);
        }
    }

    private String who() {
        Recipient to = form.to().get();
        return to == null || to.kind() != Recipient.Kind.PERSON ? texts.get("brief.tell.team") : to.name();
    }
}
