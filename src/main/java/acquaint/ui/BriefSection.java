package acquaint.ui;

import acquaint.brief.BriefPart;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One part of a brief: its name, a button for a further line, and its lines; nothing at all where it has none. JavaFX thread only. */
final class BriefSection extends VBox {

    private final Button add = new Button(null, new FontIcon(Feather.PLUS));
    private final VBox lines = new VBox();

    BriefSection(BriefPart part, BriefWords words, Texts texts, Runnable adding) {
        var title = new Label(words.title(part));
        title.getStyleClass().add("brief-title");
        add.getStyleClass().addAll("flat", "small", "icon-only", "brief-line-button");
        add.setId("add-" + id(part));
        add.setTooltip(new Tooltip(texts.get("brief.add")));
        add.setAccessibleText(texts.get("brief.add.to", words.title(part)));
        add.setOnAction(_ -> adding.run());
        var head = new HBox(4, title, add);
        head.getStyleClass().add("brief-section-head");
        lines.getStyleClass().add("brief-lines");
        getStyleClass().add("brief-section");
        getChildren().addAll(head, lines);
        managedProperty().bind(visibleProperty());
    }

    static String id(BriefPart part) {
        return part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    void show(List<Node> nodes) {
        lines.getChildren().setAll(nodes);
        setVisible(!nodes.isEmpty());
    }

    List<Node> lines() {
        return lines.getChildren();
    }

    Button button() {
        return add;
    }
}
