package acquaint.ui;

import acquaint.model.TicketId;
import acquaint.privacy.Placeholders;
import acquaint.reply.Gaps;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks before a reply leaves with gaps in it, and with sentences that have nothing behind them; of these once for each. JavaFX thread only. */
public final class UnsupportedQuestion {

    private final AcceptedSentences accepted;
    private final Dialogs dialogs;
    private final Texts texts;

    public UnsupportedQuestion(AcceptedSentences accepted, Dialogs dialogs, Texts texts) {
        this.accepted = accepted;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** Whether {@code text} may be sent. */
    boolean passes(TicketId ticket, String text) {
        return isFilledIn(text) && isSupported(ticket, text);
    }

    /** What waits to be filled in, or was masked and cannot be put back, means nothing to a customer. */
    private boolean isFilledIn(String text) {
        List<String> open = Stream.concat(Gaps.in(text).stream(), Placeholders.in(text).stream()).toList();
        return open.isEmpty() || dialogs.confirm("unsupported.gaps.title", "unsupported.gaps.question", "unsupported.send", String.join(", ", open));
    }

    private boolean isSupported(TicketId ticket, String text) {
        List<String> open = accepted.openIn(ticket, text);
        if (open.isEmpty()) {
            return true;
        }
        boolean send = ask(open);
        if (send) {
            accepted.answerFor(ticket, open);
        }
        return send;
    }

    void sent(TicketId ticket) {
        accepted.forget(ticket);
    }

    private boolean ask(List<String> sentences) {
        var send = new ButtonType(texts.get("unsupported.send"), ButtonBar.ButtonData.OTHER);
        var back = new ButtonType(texts.get("unsupported.back"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var dialog = new Dialog<ButtonType>();
        dialogs.dress(dialog, texts.get("unsupported.title"), texts.get("unsupported.heading"));
        dialog.getDialogPane().setPrefWidth(540);
        dialog.getDialogPane().setContent(content(sentences));
        dialog.getDialogPane().getButtonTypes().setAll(send, back);
        // Enter takes the safe answer.
        var safe = (Button) dialog.getDialogPane().lookupButton(back);
        safe.setDefaultButton(true);
        dialog.setOnShowing(_ -> safe.requestFocus());
        return dialog.showAndWait().filter(send::equals).isPresent();
    }

    private VBox content(List<String> sentences) {
        var box = new VBox(8);
        box.getStyleClass().add("unsupported-list");
        box.getChildren().setAll(sentences.stream().map(UnsupportedQuestion::quoted).toList());
        var advice = new Label(texts.get("unsupported.advice"));
        advice.setWrapText(true);
        advice.getStyleClass().add("muted");
        box.getChildren().add(advice);
        box.setAccessibleText(sentences.stream().collect(Collectors.joining(" ", texts.get("unsupported.heading") + " ", "")));
        return box;
    }

    private static Label quoted(String sentence) {
        var label = new WrappedLabel("unsupported-sentence");
        label.setMaxWidth(Double.MAX_VALUE);
        label.show(sentence);
        return label;
    }
}
