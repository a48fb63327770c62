package acquaint.ui;

import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Support;
import acquaint.reply.Evidence;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows beside a sentence what it rests on, or what is missing. JavaFX thread only. */
final class EvidencePopover {

    /** A pointer that only passes by shows nothing. */
    private static final Duration LINGER = Duration.millis(350);
    /** Time to get from the mark into the popover. */
    private static final Duration LEAVE = Duration.millis(450);
    private static final double WIDTH = 340;

    private final PopOver popover = new PopOver();
    private final PauseTransition showing = new PauseTransition(LINGER);
    private final PauseTransition hiding = new PauseTransition(LEAVE);
    private final EvidenceWords words;
    private final Texts texts;
    private final Consumer<Evidence> open;

    /** {@code open} brings a piece of evidence before the agent's eyes. */
    EvidencePopover(EvidenceWords words, Texts texts, Consumer<Evidence> open) {
        this.words = words;
        this.texts = texts;
        this.open = open;
        popover.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setAutoHide(true);
        popover.getRoot().getStyleClass().add("evidence-popover");
        hiding.setOnFinished(_ -> popover.hide());
    }

    void showSoon(Node beside, Sentence sentence, Map<Evidence, Integer> numbers) {
        hiding.stop();
        showing.setOnFinished(_ -> show(beside, sentence, numbers));
        showing.playFromStart();
    }

    void hideSoon() {
        showing.stop();
        hiding.playFromStart();
    }

    void show(Node beside, Sentence sentence, Map<Evidence, Integer> numbers) {
        showing.stop();
        hiding.stop();
        var content = content(sentence, numbers);
        content.setOnMouseEntered(_ -> hiding.stop());
        content.setOnMouseExited(_ -> hideSoon());
        popover.setContentNode(content);
        popover.show(beside, -2);
    }

    /** Answers whether there was anything to hide. */
    boolean hide() {
        showing.stop();
        hiding.stop();
        boolean shown = popover.isShowing();
        popover.hide(Duration.ZERO);
        return shown;
    }

    boolean isShowing() {
        return popover.isShowing();
    }

    private VBox content(Sentence sentence, Map<Evidence, Integer> numbers) {
        var box = new VBox();
        box.getStyleClass().add("evidence-cards");
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        if (sentence.support() == Support.UNSUPPORTED) {
            box.getChildren().add(said(words.missing(sentence), Feather.ALERT_TRIANGLE, "evidence-missing"));
        } else if (sentence.evidence().isEmpty()) {
            box.getChildren().add(said(texts.get("evidence.none-needed"), Feather.SMILE, "evidence-none"));
        }
        for (Evidence evidence : sentence.evidence()) {
            box.getChildren().add(card(evidence, numbers.get(evidence)));
        }
        return box;
    }

    private static HBox said(String what, Feather sign, String style) {
        var label = new WrappedLabel("evidence-words");
        label.show(what);
        var line = new HBox(8, new FontIcon(sign), label);
        line.getStyleClass().add(style);
        return line;
    }

    private VBox card(Evidence evidence, int number) {
        var mark = new Label(Integer.toString(number));
        mark.getStyleClass().add("evidence-mark");
        var icon = new FontIcon(words.sign(evidence));
        var title = new Label(words.described(evidence));
        title.getStyleClass().add("evidence-title");
        var head = new HBox(6, mark, icon, title);
        head.getStyleClass().add("evidence-head");
        var quote = new WrappedLabel("evidence-quote");
        quote.show(words.quoted(evidence));
        var card = new VBox(head, quote);
        card.getStyleClass().add("evidence-card");
        if (EvidenceOpening.canOpen(evidence)) {
            var link = new Hyperlink(texts.get("evidence.open"));
            link.setOnAction(_ -> open(evidence));
            card.getChildren().add(link);
            card.setOnMouseClicked(_ -> open(evidence));
        }
        card.setAccessibleText(words.full(evidence));
        return card;
    }

    private void open(Evidence evidence) {
        hide();
        open.accept(evidence);
    }
}
