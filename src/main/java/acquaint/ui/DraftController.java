package acquaint.ui;

import acquaint.casework.DraftReplies.Drafted;
import acquaint.casework.Recalled;
import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The layer above the composer that shows a proposed reply, what each sentence rests on, and what can be done with it. */
public final class DraftController {

    private final DraftProposal proposal;
    private final Texts texts;
    private final TimeWords times;
    private final EvidenceWords evidenceWords;

    @FXML private VBox root;
    @FXML private VBox paragraphs;
    @FXML private FlowPane sources;
    @FXML private Label basis;

    public DraftController(DraftProposal proposal, Texts texts, TimeWords times) {
        this.proposal = proposal;
        this.texts = texts;
        this.times = times;
        this.evidenceWords = new EvidenceWords(texts, times);
    }

    @FXML
    private void initialize() {
        proposal.draftProperty().addListener((_, _, drafted) -> {
            if (drafted != null) {
                show(drafted);
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                proposal.discard();
                event.consume();
            }
        });
    }

    public ScreenState<DraftProposal.State> getState() {
        return proposal.state();
    }

    @FXML
    private void accept() {
        proposal.accept(false);
    }

    @FXML
    private void acceptAndEdit() {
        proposal.accept(true);
    }

    @FXML
    private void discard() {
        proposal.discard();
    }

    @FXML
    private void again() {
        proposal.ask();
    }

    private void show(Drafted drafted) {
        DraftReply reply = drafted.reply();
        SequencedMap<Evidence, Integer> numbers = numbered(reply);
        paragraphs.getChildren().setAll(reply.paragraphs().stream().map(p -> paragraph(p, numbers)).toList());
        sources.getChildren().setAll(numbers.sequencedEntrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue())).toList());
        basis.setText(basisOf(drafted));
    }

    private String basisOf(Drafted drafted) {
        if (drafted.recalled() instanceof Recalled.Away) {
            return texts.get("draft.memory-away");
        }
        return texts.get(drafted.reply().restsOnMemory() ? "draft.from-memory" : "draft.no-memory");
    }

    private static SequencedMap<Evidence, Integer> numbered(DraftReply reply) {
        var numbers = new LinkedHashMap<Evidence, Integer>();
        for (var sentence : reply.sentences()) {
            for (Evidence evidence : sentence.evidence()) {
                numbers.putIfAbsent(evidence, numbers.size() + 1);
            }
        }
        return numbers;
    }

    private TextFlow paragraph(DraftReply.Paragraph paragraph, SequencedMap<Evidence, Integer> numbers) {
        var flow = new TextFlow();
        flow.getStyleClass().add("draft-paragraph");
        for (var sentence : paragraph.sentences()) {
            var words = new Text(sentence.text());
            words.getStyleClass().add(sentence.evidence().isEmpty() ? "draft-courtesy" : "draft-sentence");
            flow.getChildren().add(words);
            for (Evidence evidence : sentence.evidence()) {
                flow.getChildren().add(mark(numbers.get(evidence), evidence));
            }
            flow.getChildren().add(new Text(" "));
        }
        flow.setAccessibleText(String.join(" ", paragraph.sentences().stream().map(DraftReply.Sentence::text).toList()));
        return flow;
    }

    private Label mark(int number, Evidence evidence) {
        var mark = new Label(Integer.toString(number));
        mark.getStyleClass().add("evidence-mark");
        install(mark, evidence);
        return mark;
    }

    private Label source(Evidence evidence, int number) {
        var label = new Label(number + "  " + evidenceWords.title(evidence));
        label.getStyleClass().addAll("evidence-source");
        install(label, evidence);
        return label;
    }

    private void install(Label label, Evidence evidence) {
        var tip = new Tooltip(evidenceWords.full(evidence));
        tip.setWrapText(true);
        tip.setPrefWidth(360);
        label.setTooltip(tip);
        label.setAccessibleText(evidenceWords.full(evidence));
    }
}
