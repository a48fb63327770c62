package acquaint.ui;

import acquaint.pattern.Difference;
import acquaint.pattern.LikeCase;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A case like this one, of a customer who stays unnamed: how like, what solved it, whether that held, and what is otherwise. */
final class LikeCaseNode extends VBox {

    private final NoteWords note;
    private final Texts texts;
    private final TimeWords times;
    private final WrappedLabel shared = new WrappedLabel("memory-subject");
    private final Label fix = new Label();
    private final Label meta = new Label();
    private final FontIcon sign = new FontIcon(Feather.CHECK_CIRCLE);
    private final WrappedLabel solved = new WrappedLabel("memory-outcome");
    private final HBox solvedLine = new HBox(6, sign, solved);
    private final WrappedLabel differences = new WrappedLabel("memory-former");
    private final CopyButton copy = new CopyButton();
    private final Button insert = new Button();
    private final FlowPane buttons = new FlowPane(6, 4, insert, copy);

    LikeCaseNode(NoteWords note, Texts texts, TimeWords times) {
        super(4);
        this.note = note;
        this.texts = texts;
        this.times = times;
        HBox.setHgrow(shared, Priority.ALWAYS);
        shared.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(solved, Priority.ALWAYS);
        fix.getStyleClass().addAll("chip", "fix-chip");
        fix.setMinWidth(Region.USE_PREF_SIZE);
        meta.getStyleClass().add("memory-origin");
        solvedLine.getStyleClass().add("memory-outcome-line");
        copy.getStyleClass().add("small");
        copy.setText(texts.get("like-case.copy"));
        copy.setCopied(texts.get("like-case.copied"));
        insert.getStyleClass().add("small");
        insert.setText(texts.get("like-case.note"));
        for (var optional : new Region[] {solvedLine, differences, buttons}) {
            optional.managedProperty().bind(optional.visibleProperty());
        }
        getStyleClass().addAll("memory-episode", "like-case");
        getChildren().setAll(new HBox(6, shared, fix), meta, solvedLine, differences, buttons);
    }

    void show(LikeCase shown) {
        shared.show(String.join(", ", shown.shared()));
        fix.setText(texts.of(shown.fix()));
        for (LikeCase.Fix each : LikeCase.Fix.values()) {
            fix.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')), each == shown.fix());
        }
        meta.setText(texts.get("like-case.meta", Math.round(shown.likeness() * 100), times.shortDay(shown.at())));
        String words = String.join(" ", shown.solvedBy());
        solved.show(words);
        solvedLine.setVisible(!words.isEmpty());
        buttons.setVisible(!words.isEmpty());
        copy.offer(words);
        insert.setOnAction(_ -> note.add(texts.get("like-case.note.words", times.shortDay(shown.at()), words)));
        insert.setAccessibleText(texts.get("like-case.note.spoken", words));
        differences.show(texts.get("like-case.otherwise", shown.differences().stream().map(this::words).collect(Collectors.joining("; "))));
        differences.setVisible(!shown.differences().isEmpty());
        setAccessibleText(String.join(", ", shared.getText(), fix.getText(), meta.getText(), words));
    }

    private String words(Difference difference) {
        String what = texts.of(difference.kind());
        if (difference.here().isEmpty() && difference.there().isEmpty()) {
            return what;
        }
        if (difference.here().isEmpty()) {
            return texts.get("like-case.only-there", what, difference.there());
        }
        return difference.there().isEmpty() ? texts.get("like-case.only-here", what, difference.here())
                : texts.get("like-case.both", what, difference.here(), difference.there());
    }
}
