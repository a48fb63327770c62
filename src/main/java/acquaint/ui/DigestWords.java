package acquaint.ui;

import acquaint.memory.MemoryException;
import acquaint.reply.Digest;
import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import acquaint.reply.ModelException;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Shows the sentences of a digest with what they rest on, and says why there is none. JavaFX thread only. */
final class DigestWords {

    private final Texts texts;
    private final EvidenceWords evidenceWords;

    DigestWords(Texts texts, TimeWords times) {
        this.texts = texts;
        evidenceWords = new EvidenceWords(texts, times);
    }

    /** One line: what it is about, what is said, and marks for what it rests on. */
    Node line(Digest.Point point) {
        var flow = new TextFlow();
        flow.getStyleClass().add("digest-point");
        about(point.about()).ifPresent(words -> flow.getChildren().add(styled(words + "  ", "digest-about")));
        var sentence = point.sentence();
        flow.getChildren().add(styled(sentence.text(), "digest-sentence"));
        sentence.evidence().forEach(evidence -> flow.getChildren().add(mark(evidenceWords.title(evidence), evidence)));
        if (sentence.support() == DraftReply.Support.UNSUPPORTED) {
            var unsupported = new Label(texts.get("digest.no-evidence"));
            unsupported.getStyleClass().addAll("evidence-mark", "unsupported");
            flow.getChildren().add(unsupported);
        }
        flow.setAccessibleText(about(point.about()).map(words -> words + ": ").orElse("") + sentence.text());
        return flow;
    }

    private static Text styled(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private Label mark(String words, Evidence evidence) {
        var mark = new Label(words);
        mark.getStyleClass().add("evidence-mark");
        var tip = new Tooltip(evidenceWords.full(evidence));
        tip.setWrapText(true);
        tip.setPrefWidth(360);
        mark.setTooltip(tip);
        mark.setAccessibleText(evidenceWords.full(evidence));
        return mark;
    }

    private Optional<String> about(Digest.About about) {
        return switch (about) {
            case TOLD, REMEMBERED -> Optional.empty();
            case WANTED -> Optional.of(texts.get("digest.wanted"));
            case NEWEST -> Optional.of(texts.get("digest.newest"));
            case ANSWERED -> Optional.of(texts.get("digest.answered"));
            case PROMISED -> Optional.of(texts.get("digest.promised"));
            case NOTED -> Optional.of(texts.get("digest.noted"));
        };
    }

    /** Who wrote it: the model, or nobody. */
    String by(Digest digest) {
        return digest.writing().map(writing -> writing.by().model()).orElseGet(() -> texts.get("digest.in-their-words"));
    }

    /** Words for what went wrong where it was to be expected; empty for what nobody expected. */
    Optional<String> trouble(Throwable problem) {
        return switch (problem) {
            case ModelException e -> Optional.of(new ModelTrouble(e, texts).words());
            case MemoryException e -> Optional.of(texts.get("ask-memory.away"));
            default -> Optional.empty();
        };
    }
}
