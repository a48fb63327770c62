package acquaint.ui;

import acquaint.brief.BriefPart;
import acquaint.model.Risk;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A line of a brief while it is written: Enter keeps it, Esc leaves it as it was, and going elsewhere keeps it too. JavaFX thread only. */
final class BriefLineEditor extends VBox {

    private static final int CHARACTERS_A_ROW = 70;
    private static final int MOST_ROWS = 6;

    private final TextArea text = new TextArea();
    private final TextField detail = new TextField();
    private final ComboBox<Risk> risk = new ComboBox<>();
    private final BriefPart part;
    private final Optional<String> former;
    private final BiConsumer<String, Optional<String>> kept;
    private final Runnable left;
    private final ChangeListener<Node> elsewhere = (_, _, owner) -> leaveFor(owner);
    private boolean ended;

    /** {@code kept} hears of text and detail when they are to stay, {@code left} when nothing is to change. */
    BriefLineEditor(BriefPart part, String words, Optional<String> former, BriefWords names, BiConsumer<String, Optional<String>> kept, Runnable left) {
        super(4);
        this.part = part;
        this.former = former;
        this.kept = kept;
        this.left = left;
        getStyleClass().add("brief-editor");
        text.setText(words);
        text.setWrapText(true);
        text.setAccessibleText(names.title(part));
        text.setPrefRowCount(rows(words));
        text.textProperty().addListener((_, _, now) -> text.setPrefRowCount(rows(now)));
        getChildren().add(text);
        names.detailPrompt(part).ifPresent(prompt -> {
            detail.setText(former.orElse(""));
            detail.setPromptText(prompt);
            detail.setAccessibleText(prompt);
            getChildren().add(detail);
        });
        if (part == BriefPart.RISK) {
            risk.getItems().setAll(Risk.values());
            risk.setConverter(new EnumWords<>(names.texts()));
            risk.setValue(former.flatMap(BriefWords::risk).orElse(Risk.MONEY));
            risk.setAccessibleText(names.texts().get("brief.detail.risk"));
            getChildren().add(risk);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().addListener((_, before, now) -> {
            Optional.ofNullable(before).ifPresent(scene -> scene.focusOwnerProperty().removeListener(elsewhere));
            Optional.ofNullable(now).ifPresent(scene -> scene.focusOwnerProperty().addListener(elsewhere));
        });
    }

    void begin() {
        text.requestFocus();
        text.end();
    }

    private static int rows(String words) {
        return Math.clamp(words.lines().mapToInt(line -> 1 + line.length() / CHARACTERS_A_ROW).sum(), 1, MOST_ROWS);
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.ESCAPE) {
            end(left);
        } else if (event.getCode() == KeyCode.ENTER && plain && !risk.isShowing()) {
            end(this::keep);
        } else if (event.getCode() == KeyCode.TAB && text.isFocused() && !event.isShiftDown() && getChildren().size() > 1) {
            getChildren().get(1).requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    private void leaveFor(Node owner) {
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each == this) {
                return;
            }
        }
        // A choice that drops down takes the focus to a window of its own.
        if (owner != null) {
            end(this::keep);
        }
    }

    /** Keeps what stands there now. */
    void finish() {
        end(this::keep);
    }

    private void keep() {
        String words = text.getText().strip();
        if (words.isEmpty()) {
            left.run();
        } else {
            kept.accept(words, detail());
        }
    }

    private Optional<String> detail() {
        return switch (part) {
            case RISK -> Optional.of(risk.getValue().name());
            case TRIED, PROMISED -> Optional.of(detail.getText().strip()).filter(words -> !words.isEmpty());
            default -> former;
        };
    }

    private void end(Runnable how) {
        if (!ended) {
            ended = true;
            how.run();
        }
    }
}
