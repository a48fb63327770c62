package acquaint.ui;

import acquaint.brief.BriefPart;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The parts of a brief that say nothing, in one row: each can be begun. JavaFX thread only. */
final class EmptyBriefParts extends FlowPane {

    private final Map<BriefPart, Button> buttons = new EnumMap<>(BriefPart.class);

    EmptyBriefParts(BriefWords words, Texts texts, Consumer<BriefPart> begin) {
        getStyleClass().addAll("brief-section", "brief-empty");
        var nothing = new Label(texts.get("brief.none"));
        nothing.getStyleClass().add("brief-none");
        getChildren().add(nothing);
        for (BriefPart part : BriefPart.values()) {
            var button = new Button(words.title(part), new FontIcon(Feather.PLUS));
            button.getStyleClass().addAll("flat", "small", "brief-begin");
            button.setId("begin-" + BriefSection.id(part));
            button.setAccessibleText(texts.get("brief.add.to", words.title(part)));
            button.managedProperty().bind(button.visibleProperty());
            button.setOnAction(_ -> begin.accept(part));
            buttons.put(part, button);
            getChildren().add(button);
        }
        managedProperty().bind(visibleProperty());
    }

    void show(BriefPart part, boolean nothing) {
        buttons.get(part).setVisible(nothing);
        setVisible(buttons.values().stream().anyMatch(Node::isVisible));
    }

    Button button(BriefPart part) {
        return buttons.get(part);
    }
}
