package acquaint.ui;

import acquaint.casework.RuleMatch;
import acquaint.model.Message;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.Evidence;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is told of a held reply: the rules that hold it, what its sentences rest on, and what arrived since. JavaFX thread only. */
final class HeldReplyNodes {

    private static final int A_NAME = 2;

    private final EvidenceWords words;
    private final Texts texts;
    private final TimeWords times;
    private final BriefNodes sources;

    HeldReplyNodes(EvidenceWords words, Texts texts, TimeWords times, Consumer<Evidence> open) {
        this.words = words;
        this.texts = texts;
        this.times = times;
        this.sources = new BriefNodes(words, texts, open);
    }

    String why(List<RuleMatch> rules) {
        return why(rules, texts);
    }

    /** Each rule in a line. */
    static String why(List<RuleMatch> rules, Texts texts) {
        return rules.stream().map(match -> switch (match.rule()) {
            case AMOUNT -> texts.get("held-reply.rule.amount", match.found());
            case WORD -> texts.get("held-reply.rule.word", match.found());
            case TIER -> texts.get("held-reply.rule.tier", match.found());
        }).distinct().collect(Collectors.joining("\n"));
    }

    List<Node> sentences(List<Sentence> sentences) {
        return sentences.stream().filter(HeldReplyNodes::says).map(this::sentence).toList();
    }

    /** Kind words and names need nothing to rest on. */
    private static boolean says(Sentence sentence) {
        boolean name = sentence.text().strip().split("\\s+").length <= A_NAME && sentence.text().chars().noneMatch(Character::isDigit);
        return sentence.support() != DraftReply.Support.COURTESY && !name;
    }

    private Node sentence(Sentence sentence) {
        var said = new WrappedLabel("brief-text");
        said.show(sentence.text().strip());
        var node = new VBox(2, said);
        var row = new FlowPane(5, 3);
        sentence.evidence().forEach(evidence -> row.getChildren().add(sources.source(evidence)));
        if (DraftVersion.isUnsupported(sentence)) {
            var none = new Label(words.missing(sentence), new FontIcon(Feather.ALERT_TRIANGLE));
            none.getStyleClass().add("no-evidence");
            row.getChildren().add(none);
        }
        if (!row.getChildren().isEmpty()) {
            node.getChildren().add(row);
        }
        node.getStyleClass().add("brief-read-line");
        return node;
    }

    List<Node> messages(List<Message> messages) {
        return messages.stream().map(message -> {
            var said = new WrappedLabel("brief-text");
            said.show(texts.get("held-reply.arrived", message.author(), times.full(message.at()), message.text()));
            return (Node) said;
        }).toList();
    }
}
