package acquaint.ui;

import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/**
 * The sentences of a draft, each with its marks. One is the current one: arrow keys and Tab go through them, Space shows what it rests on,
 * Enter takes it into the reply; the pointer does the same. For FXML; JavaFX thread only.
 */
public final class DraftSentences extends VBox {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final List<SentenceFlow> flows = new ArrayList<>();
    private final List<SentenceNodes> sentences = new ArrayList<>();
    private Texts texts;
    private EvidenceWords words;
    private EvidencePopover popover;
    private Consumer<Sentence> take = _ -> {};
    private SequencedMap<Evidence, Integer> numbers;
    private int current = -1;

    public DraftSentences() {
        getStyleClass().add("draft-paragraphs");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().addListener((_, _, focused) -> {
            if (focused && current < 0 && !sentences.isEmpty()) {
                go(0);
            } else if (!focused) {
                unmark();
            }
        });
    }

    /** Says in which words to show, and what taking a sentence does. */
    void begin(Texts theTexts, EvidenceWords evidenceWords, EvidencePopover evidencePopover, Consumer<Sentence> taker) {
        texts = theTexts;
        words = evidenceWords;
        popover = evidencePopover;
        take = taker;
    }

    void show(DraftVersion version, SequencedMap<Evidence, Integer> evidenceNumbers, Predicate<String> taken) {
        numbers = evidenceNumbers;
        popover.hide();
        flows.clear();
        sentences.clear();
        current = -1;
        for (DraftReply.Paragraph paragraph : version.reply().paragraphs()) {
            var flow = new SentenceFlow(paragraph.sentences().stream().map(each -> nodes(version, each)).toList());
            flow.pseudoClassStateChanged(TIGHT, paragraph.tight());
            flows.add(flow);
        }
        getChildren().setAll(flows);
        showTaken(taken);
        setAccessibleText(version.text());
    }

    void showTaken(Predicate<String> taken) {
        for (SentenceNodes each : sentences) {
            boolean is = taken.test(each.sentence().text());
            each.showTaken(is, texts.get(is ? "draft.sentence.taken" : "draft.sentence.take"));
        }
    }

    /** Where the reading begins for the keyboard. */
    void focusFirst() {
        requestFocus();
        if (current < 0 && !sentences.isEmpty()) {
            go(0);
        }
    }

    private SentenceNodes nodes(DraftVersion version, Sentence sentence) {
        var nodes = new SentenceNodes(sentence, texts);
        int index = sentences.size();
        sentences.add(nodes);
        boolean claims = sentence.support() != DraftReply.Support.COURTESY || version.isOwn(sentence);
        nodes.words().getStyleClass().add(claims ? "draft-sentence" : "draft-courtesy");
        for (Evidence evidence : sentence.evidence()) {
            var mark = new Label(Integer.toString(numbers.get(evidence)));
            mark.getStyleClass().add("evidence-mark");
            mark.setAccessibleText(words.full(evidence));
            nodes.addMark(mark);
        }
        for (Label mark : nodes.marks()) {
            mark.setOnMouseEntered(_ -> popover.showSoon(mark, sentence, numbers));
            mark.setOnMouseExited(_ -> popover.hideSoon());
            mark.setOnMouseClicked(_ -> choose(index, mark));
        }
        nodes.takeSign().setOnMouseClicked(_ -> take.accept(sentence));
        nodes.words().setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose(index, nodes.words());
            }
        });
        return nodes;
    }

    private void choose(int index, Node beside) {
        requestFocus();
        go(index);
        popover.show(beside, sentences.get(index).sentence(), numbers);
    }

    private void pressed(KeyEvent event) {
        if (sentences.isEmpty() || event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        boolean done = switch (event.getCode()) {
            case RIGHT, DOWN -> go(current + 1);
            case LEFT, UP -> go(current - 1);
            case HOME -> go(0);
            case END -> go(sentences.size() - 1);
            case TAB -> tab(event.isShiftDown() ? current - 1 : current + 1);
            case SPACE -> showEvidence();
            case ENTER -> takeCurrent();
            case ESCAPE -> popover.hide();
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    /** Past the first and the last sentence the focus goes on as everywhere. */
    private boolean tab(int next) {
        return next >= 0 && next < sentences.size() && go(next);
    }

    private boolean go(int index) {
        current = Math.clamp(index, 0, sentences.size() - 1);
        Sentence sentence = sentences.get(current).sentence();
        flows.forEach(flow -> flow.setCurrent(sentence));
        boolean shown = popover.isShowing();
        popover.hide();
        if (shown) {
            showEvidence();
        }
        setAccessibleText(spoken(sentence));
        return true;
    }

    private void unmark() {
        current = -1;
        flows.forEach(flow -> flow.setCurrent(null));
    }

    private boolean showEvidence() {
        if (current >= 0) {
            SentenceNodes nodes = sentences.get(current);
            popover.show(nodes.marks().isEmpty() ? nodes.words() : nodes.marks().getFirst(), nodes.sentence(), numbers);
        }
        return true;
    }

    private boolean takeCurrent() {
        if (current >= 0) {
            take.accept(sentences.get(current).sentence());
        }
        return true;
    }

    private String spoken(Sentence sentence) {
        String behind = switch (sentence.support()) {
            case COURTESY -> "";
            case SUPPORTED -> sentence.evidence().stream().map(words::full).collect(Collectors.joining(". "));
            case UNSUPPORTED -> words.missing(sentence);
        };
        return sentence.text() + " " + behind;
    }
}
