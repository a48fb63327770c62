package acquaint.ui;

import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.reply.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A brief to be read: its parts, their lines, and what each line rests on. JavaFX thread only. */
final class BriefNodes {

    private static final double TIP_WIDTH = 360;

    private final EvidenceWords words;
    private final BriefWords lines;
    private final Texts texts;
    private final Consumer<Evidence> open;

    /** {@code open} brings a piece of evidence before the reader's eyes. */
    BriefNodes(EvidenceWords words, Texts texts, Consumer<Evidence> open) {
        this.words = words;
        this.lines = new BriefWords(texts, words);
        this.texts = texts;
        this.open = open;
    }

    /** Nothing where the part has no lines. */
    Optional<Node> part(BriefPart part, List<BriefLine> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var heading = new Label(lines.title(part));
        heading.getStyleClass().add("memory-heading");
        var node = new VBox(heading);
        all.forEach(line -> node.getChildren().add(line(part, line)));
        node.getStyleClass().addAll("handoff-part", "brief-part-" + part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        return Optional.of(node);
    }

    private Node line(BriefPart part, BriefLine line) {
        var text = new WrappedLabel("brief-text");
        text.show(line.text());
        var node = new VBox(text);
        line.detail().ifPresent(more -> {
            var detail = new WrappedLabel("brief-detail");
            detail.show(lines.detail(part, more));
            node.getChildren().add(detail);
        });
        if (!line.evidence().isEmpty() || line.byAgent()) {
            var sources = new FlowPane(5, 3);
            line.evidence().forEach(evidence -> sources.getChildren().add(source(evidence)));
            if (line.byAgent()) {
                var agent = new Label(texts.get("handoff.by-agent"));
                agent.getStyleClass().add("evidence-group");
                sources.getChildren().add(agent);
            }
            node.getChildren().add(sources);
        }
        node.getStyleClass().add("brief-read-line");
        return node;
    }

    /** A chip that opens this piece of evidence. */
    Node source(Evidence evidence) {
        var source = new Button(words.title(evidence), new FontIcon(words.sign(evidence)));
        source.getStyleClass().setAll("evidence-source");
        var tip = new Tooltip(words.full(evidence));
        tip.setWrapText(true);
        tip.setPrefWidth(TIP_WIDTH);
        source.setTooltip(tip);
        source.setAccessibleText(words.full(evidence));
        source.setMnemonicParsing(false);
        source.setDisable(!EvidenceOpening.canOpen(evidence));
        source.setOnAction(_ -> open.accept(evidence));
        return source;
    }
}
