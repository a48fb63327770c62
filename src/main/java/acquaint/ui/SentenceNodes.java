package acquaint.ui;

import acquaint.reply.DraftReply.Sentence;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One sentence of a draft as nodes in a row: its words, the marks of its evidence, and the sign that takes it into the reply. */
final class SentenceNodes {

    private final Sentence sentence;
    private final Text words;
    private final Label take = new Label();
    private final List<Label> marks = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    SentenceNodes(Sentence sentence, Texts texts) {
        this.sentence = sentence;
        this.words = new Text(Emoji.showable(sentence.text()));
        nodes.add(words);
        if (DraftVersion.isUnsupported(sentence)) {
            var none = new Label(texts.get("draft.no-evidence"), new FontIcon(Feather.ALERT_TRIANGLE));
            none.getStyleClass().add("no-evidence");
            addMark(none);
        }
        take.getStyleClass().add("sentence-take");
        nodes.add(take);
        nodes.add(new Text(" "));
    }

    /** A mark goes before the sign that takes the sentence. */
    void addMark(Label mark) {
        marks.add(mark);
        nodes.add(nodes.indexOf(take) < 0 ? nodes.size() : nodes.indexOf(take), mark);
    }

    void showTaken(boolean taken, String spoken) {
        take.setGraphic(new FontIcon(taken ? Feather.CHECK : Feather.PLUS));
        take.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("taken"), taken);
        take.setAccessibleText(spoken);
    }

    Sentence sentence() {
        return sentence;
    }

    Text words() {
        return words;
    }

    Label takeSign() {
        return take;
    }

    List<Label> marks() {
        return marks;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** In characters of the flow. */
    int length() {
        return nodes.stream().mapToInt(node -> node instanceof Text text ? text.getText().length() : 1).sum();
    }
}
