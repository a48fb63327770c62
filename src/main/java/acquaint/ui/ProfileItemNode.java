package acquaint.ui;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Mark;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that memory knows of a customer, with the sentence it was taken from, what it took the place of, and the means to mend it. */
final class ProfileItemNode extends HBox {

    private static final double TIP_WIDTH = 320;
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private final MemoryCorrections corrections;
    private final Texts texts;
    private final TimeWords times;
    private final FontIcon icon = new FontIcon();
    private final WrappedLabel text = new WrappedLabel("memory-text");
    private final OriginLine origin;
    private final WrappedLabel former = new WrappedLabel("memory-former");
    private final FontIcon pin = new FontIcon(Feather.BOOKMARK);
    private final Button more = new Button(null, new FontIcon(Feather.MORE_HORIZONTAL));
    private final Tooltip evidence = new Tooltip();
    private ProfileItem item;

    ProfileItemNode(Workspace workspace, MemoryCorrections corrections, Texts texts, TimeWords times) {
        super(8);
        this.corrections = corrections;
        this.texts = texts;
        this.times = times;
        this.origin = new OriginLine(workspace);
        var words = new VBox(text, origin, former);
        HBox.setHgrow(words, Priority.ALWAYS);
        former.managedProperty().bind(former.visibleProperty());
        pin.managedProperty().bind(pin.visibleProperty());
        pin.getStyleClass().add("memory-pin");
        more.getStyleClass().addAll("flat", "small", "icon-only", "memory-more");
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 0));
        setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
        getStyleClass().add("memory-item");
        getChildren().setAll(icon, words, pin, more);
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
            case PREFERENCE -> Feather.HEART;
            case TRAIT -> Feather.REPEAT;
            case OTHER -> Feather.INFO;
        });
        text.show(item.text());
        origin.show(when(), item.session());
        former.show(item.former().stream().map(this::words).collect(Collectors.joining("\n")));
        former.setVisible(!item.former().isEmpty());
        pin.setVisible(item.pinned());
        pseudoClassStateChanged(DOUBTFUL, item.disputed());
        more.setAccessibleText(texts.get("memory.item.more", item.text()));
        evidence.setText(item.evidence());
    }

    boolean isOf(String id) {
        return item != null && item.id().equals(id);
    }

    private String when() {
        String said = item.at().equals(ProfileItem.UNDATED) ? ""
                : texts.get(item.corrected() ? "memory.item.corrected" : item.kind() == ProfileItem.Kind.TRAIT ? "memory.item.seen" : "memory.item.said", times.shortDay(item.at()));
        String often = item.count() > 1 ? texts.get("memory.item.count", item.count()) : "";
        String doubtful = item.disputed() ? texts.get("memory.item.disputed") : "";
        return java.util.stream.Stream.of(doubtful, said, often).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String words(ProfileItem.Former older) {
        return older.at().equals(ProfileItem.UNDATED) ? texts.get("memory.item.former", older.text())
                : texts.get("memory.item.former-dated", older.text(), times.shortDay(older.at()));
    }

    private ContextMenu menu() {
        ProfileItem chosen = item;
        var menu = new ContextMenu(
                entry("memory.item.correct", Feather.EDIT_2, () -> corrections.correct(chosen)),
                entry(chosen.pinned() ? "memory.item.unpin" : "memory.item.pin", Feather.BOOKMARK, () -> corrections.mark(chosen, Mark.PINNED, !chosen.pinned())),
                entry(chosen.disputed() ? "memory.item.undispute" : "memory.item.dispute", Feather.HELP_CIRCLE,
                        () -> corrections.mark(chosen, Mark.DISPUTED, !chosen.disputed())),
                new SeparatorMenuItem(),
                entry("memory.item.forget", Feather.TRASH_2, () -> corrections.forget(chosen)));
        return menu;
    }

    private MenuItem entry(String key, Feather sign, Runnable action) {
        var entry = new MenuItem(texts.get(key), new FontIcon(sign));
        entry.setOnAction(_ -> action.run());
        return entry;
    }
}
