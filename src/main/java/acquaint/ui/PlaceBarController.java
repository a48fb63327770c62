package acquaint.ui;

import acquaint.casework.Permissions;
import acquaint.model.Member;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the window's edge: one button a place, with how much waits there. */
public final class PlaceBarController {

    private static final int MOST = 99;

    private final Places places;
    private final Permissions permissions;
    private final Keys keys;
    private final Texts texts;

    @FXML private VBox bar;

    public PlaceBarController(Places places, Permissions permissions, Keys keys, Texts texts) {
        this.places = places;
        this.permissions = permissions;
        this.keys = keys;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        var group = new ToggleGroup();
        for (Place place : Place.values()) {
            ToggleButton button = button(place);
            button.setToggleGroup(group);
            bar.getChildren().add(button);
        }
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        bar.getChildren().addAll(space, me());
        places.currentProperty().subscribe(place -> group.selectToggle(group.getToggles().get(place.ordinal())));
        // One place is always chosen: a second press on it changes nothing.
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    /** Who is signed in, and the way to sign in as somebody else. */
    private Button me() {
        Member me = permissions.me();
        String who = texts.get("sign-in.current", me.name(), texts.of(me.role()));
        var button = new Button(Marks.initials(me.name()));
        button.setId("me");
        button.getStyleClass().setAll("place-me");
        button.setMnemonicParsing(false);
        button.setAccessibleText(who);
        button.setTooltip(new Tooltip(who));
        button.setOnAction(_ -> keys.run(Shortcut.SIGN_IN));
        return button;
    }

    private ToggleButton button(Place place) {
        var button = new ToggleButton(texts.of(place), graphic(place));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("place-" + place.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().setAll("place-button");
        button.setOnAction(_ -> places.show(place));
        new KeyHints(keys.keymap(), texts).tip(button, texts.of(place), place.shortcut());
        button.accessibleTextProperty().bind(Bindings.createStringBinding(() -> {
            int waiting = places.waiting(place).get();
            return waiting == 0 ? texts.of(place) : texts.get("place.waiting", texts.of(place), waiting);
        }, places.waiting(place)));
        return button;
    }

    private Node graphic(Place place) {
        var count = new Label();
        count.getStyleClass().add("place-count");
        count.textProperty().bind(places.waiting(place).map(waiting -> waiting.intValue() > MOST ? MOST + "+" : waiting.toString()));
        count.visibleProperty().bind(places.waiting(place).greaterThan(0));
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        return new StackPane(new FontIcon(place.icon()), count);
    }
}
