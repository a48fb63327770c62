package acquaint.ui;

import acquaint.memory.ProfileItem;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that memory knows of a customer, with the sentence it was taken from and the means to correct or forget it. */
final class ProfileItemNode extends HBox {

    private static final double TIP_WIDTH = 320;

    private final MemoryCorrections corrections;
    private final Texts texts;
    private final TimeWords times;
    private final FontIcon icon = new FontIcon();
    private final WrappedLabel text = new WrappedLabel("memory-text");
    private final OriginLine origin;
    private final Button more = new Button(null, new FontIcon(Feather.MORE_HORIZONTAL));
    private final Tooltip evidence = new Tooltip();
    private ProfileItem item;

    ProfileItemNode(Workspace workspace, MemoryCorrections corrections, Texts texts, TimeWords times) {
        super(8);
        this.corrections = corrections;
        this.texts = texts;
        this.times = times;
        this.origin = new OriginLine(workspace);
        var words = new VBox(text, origin);
        HBox.setHgrow(words, Priority.ALWAYS);
        more.getStyleClass().addAll("flat", "small", "icon-only", "memory-more");
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 0));
        setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
        getStyleClass().add("memory-item");
        getChildren().setAll(icon, words, more);
        evidence.setWrapText(true);
        evidence.setPrefWidth(TIP_WIDTH);
        Tooltip.install(this, evidence);
    }

    void show(ProfileItem shown) {
        item = shown;
        icon.setIconCode(switch (item.kind()) {
            case NAME -> Feather.USER;
            case EMAIL -> Feather.MAIL;
            case PHONE -> Feather.PHONE;
            case ADDRESS -> Feather.MAP_PIN;
            case ACCOUNT -> Feather.HASH;
            case TIER -> Feather.AWARD;
            case TRAIT -> Feather.REPEAT;
            case PREFERENCE -> Feather.HEART;
            case OTHER -> Feather.INFO;
        });
        text.show(item.text());
        boolean dated = !item.at().equals(ProfileItem.UNDATED);
        origin.show(dated ? texts.get(item.corrected() ? "memory.item.corrected" : "memory.item.said", times.shortDay(item.at())) : "", item.session());
        more.setAccessibleText(texts.get("memory.item.more", item.text()));
        evidence.setText(item.evidence());
    }

    private ContextMenu menu() {
        ProfileItem chosen = item;
        var correct = new MenuItem(texts.get("memory.item.correct"), new FontIcon(Feather.EDIT_2));
        correct.setOnAction(_ -> corrections.correct(chosen));
        var forget = new MenuItem(texts.get("memory.item.forget"), new FontIcon(Feather.TRASH_2));
        forget.setOnAction(_ -> corrections.forget(chosen));
        return new ContextMenu(correct, forget);
    }
}
