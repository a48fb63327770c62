package acquaint.ui;

import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.reply.Evidence;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of a brief: read as text with what it rests on, edited in its place, moved and removed by keys or buttons. JavaFX thread only. */
final class BriefLineNode extends VBox {

    private static final KeyCombination UP = KeyCombination.keyCombination("Shortcut+Up");
    private static final KeyCombination DOWN = KeyCombination.keyCombination("Shortcut+Down");
    private static final KeyCombination BELOW = KeyCombination.keyCombination("Shift+Enter");
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass UNPROVEN = PseudoClass.getPseudoClass("unproven");
    private static final double TIP_WIDTH = 360;

    private final BriefPart part;
    private final int index;
    private final BriefSections acts;
    private final Texts texts;

    BriefLineNode(BriefPart part, int index, BriefLine line, BriefWords words, BriefSections acts, Consumer<Evidence> open, Texts texts) {
        super(2);
        this.part = part;
        this.index = index;
        this.acts = acts;
        this.texts = texts;
        getStyleClass().add("brief-line");
        pseudoClassStateChanged(EDITED, line.byAgent());
        pseudoClassStateChanged(UNPROVEN, line.evidence().isEmpty() && !line.byAgent());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        var text = new WrappedLabel("brief-text");
        text.show(line.text());
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().add(new HBox(6, text, buttons(line)));
        Optional<String> detail = line.detail().map(more -> words.detail(part, more));
        detail.ifPresent(more -> {
            var below = new WrappedLabel("brief-detail");
            below.show(more);
            getChildren().add(below);
        });
        if (!line.evidence().isEmpty()) {
            var sources = new FlowPane();
            sources.getStyleClass().add("evidence-sources");
            line.evidence().stream().filter(distinct(words)).forEach(each -> sources.getChildren().add(chip(each, words, open)));
            getChildren().add(sources);
        }
        setAccessibleText(line.text() + detail.map(more -> ", " + more).orElse("") + ", " + texts.get("brief.line.spoken", line.evidence().size()));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, line, open));
        setOnMouseClicked(event -> {
            requestFocus();
            if (event.getClickCount() == 2) {
                acts.edit(part, index);
            }
        });
    }

    /** Two pieces of the same record look alike and lead to the same place. */
    private static Predicate<Evidence> distinct(BriefWords words) {
        var seen = new HashSet<String>();
        return each -> seen.add(each.kind() == Evidence.Kind.RECORD ? words.evidence().title(each) : each.ref() + each.quote());
    }

    private Node buttons(BriefLine line) {
        var box = new HBox(button(Feather.EDIT_2, "brief.line.edit", line, () -> acts.edit(part, index)),
                button(Feather.ARROW_UP, "brief.line.up", line, () -> acts.move(part, index, -1)),
                button(Feather.ARROW_DOWN, "brief.line.down", line, () -> acts.move(part, index, 1)),
                button(Feather.X, "brief.line.remove", line, () -> acts.remove(part, index)));
        box.getStyleClass().add("brief-line-buttons");
        return box;
    }

    private Button button(Feather sign, String key, BriefLine line, Runnable action) {
        var button = new Button(null, new FontIcon(sign));
        button.getStyleClass().addAll("flat", "small", "icon-only", "brief-line-button");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key) + ": " + line.text());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Node chip(Evidence evidence, BriefWords words, Consumer<Evidence> open) {
        var chip = new Button(words.evidence().title(evidence), new FontIcon(words.evidence().sign(evidence)));
        chip.getStyleClass().setAll("evidence-source");
        var tip = new Tooltip(words.evidence().full(evidence));
        tip.setWrapText(true);
        tip.setPrefWidth(TIP_WIDTH);
        chip.setTooltip(tip);
        chip.setAccessibleText(words.evidence().full(evidence));
        chip.setMnemonicParsing(false);
        chip.setDisable(!EvidenceOpening.canOpen(evidence));
        chip.setOnAction(_ -> open.accept(evidence));
        return chip;
    }

    private void pressed(KeyEvent event, BriefLine line, Consumer<Evidence> open) {
        if (event.getTarget() != this) {
            return;
        }
        if (UP.match(event) || DOWN.match(event)) {
            acts.move(part, index, UP.match(event) ? -1 : 1);
        } else if (BELOW.match(event)) {
            acts.add(part, index);
        } else if (event.isShortcutDown() || event.isAltDown()) {
            return;
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
            acts.edit(part, index);
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            acts.remove(part, index);
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            acts.go(this, event.getCode() == KeyCode.UP ? -1 : 1);
        } else if (event.getCode() == KeyCode.SPACE) {
            line.evidence().stream().filter(EvidenceOpening::canOpen).findFirst().ifPresent(open);
        } else {
            return;
        }
        event.consume();
    }
}
