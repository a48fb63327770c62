package acquaint.ui;

import javafx.beans.property.ObjectProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a pane shows where its content would be: a sign, a title, what to do, and a button that does it. For FXML. */
public final class Placeholder extends VBox {

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button action = new Button();

    public Placeholder() {
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
        icon.getStyleClass().add("placeholder-icon");
        title.getStyleClass().add("placeholder-title");
        text.getStyleClass().add("placeholder-text");
        title.setWrapText(true);
        text.setWrapText(true);
        for (var optional : new javafx.scene.Node[] {icon, title, text, action}) {
            optional.managedProperty().bind(optional.visibleProperty());
        }
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        action.visibleProperty().bind(action.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        getChildren().setAll(icon, title, text, action);
    }

    public String getIcon() {
        return icon.getIconLiteral();
    }

    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String words) {
        title.setText(words);
    }

    public String getText() {
        return text.getText();
    }

    public void setText(String words) {
        text.setText(words);
    }

    public String getAction() {
        return action.getText();
    }

    public void setAction(String words) {
        action.setText(words);
    }

    public EventHandler<ActionEvent> getOnAction() {
        return action.getOnAction();
    }

    public void setOnAction(EventHandler<ActionEvent> handler) {
        action.setOnAction(handler);
    }

    public ObjectProperty<EventHandler<ActionEvent>> onActionProperty() {
        return action.onActionProperty();
    }
}
