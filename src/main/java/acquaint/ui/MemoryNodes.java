package acquaint.ui;

import acquaint.memory.Episode;
import acquaint.memory.ProfileItem;
import acquaint.model.Address;
import acquaint.model.QueueRow;
import acquaint.model.SessionId;
import acquaint.model.TicketId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Builds the small pieces of the memory sidebar. Each says where it comes from and leads there. */
final class MemoryNodes {

    private final Workspace workspace;
    private final MemoryCorrections corrections;
    private final Texts texts;
    private final TimeWords times;

    MemoryNodes(Workspace workspace, MemoryCorrections corrections, Texts texts, TimeWords times) {
        this.workspace = workspace;
        this.corrections = corrections;
        this.texts = texts;
        this.times = times;
    }

    /** An address that is copied by a click. */
    Node address(Address address) {
        var link = new Hyperlink(address.value(), new FontIcon(switch (address.kind()) {
            case EMAIL -> Feather.MAIL;
            case PHONE -> Feather.PHONE;
            case HANDLE -> Feather.AT_SIGN;
        }));
        link.getStyleClass().add("address");
        link.setTooltip(new Tooltip(texts.get("memory.address.copy")));
        link.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(address.value());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return link;
    }

    Node item(ProfileItem item) {
        var icon = new FontIcon(switch (item.kind()) {
            case NAME -> Feather.USER;
            case EMAIL -> Feather.MAIL;
            case PHONE -> Feather.PHONE;
            case TIER -> Feather.AWARD;
            case PREFERENCE -> Feather.HEART;
            case OTHER -> Feather.INFO;
        });
        var text = wrapped(item.text(), "memory-text");
        var origin = origin(texts.get(item.corrected() ? "memory.item.corrected" : "memory.item.said", times.shortDay(item.at())), item.session());
        var words = new VBox(text, origin);
        HBox.setHgrow(words, Priority.ALWAYS);
        var menu = menu(item);
        var more = new Button(null, new FontIcon(Feather.MORE_HORIZONTAL));
        more.getStyleClass().addAll("flat", "small", "icon-only", "memory-more");
        more.setAccessibleText(texts.get("memory.item.more", item.text()));
        more.setOnAction(_ -> menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0));
        var row = new HBox(8, icon, words, more);
        row.getStyleClass().add("memory-item");
        row.setOnContextMenuRequested(event -> menu.show(row, event.getScreenX(), event.getScreenY()));
        Tooltip.install(row, tip(item.evidence()));
        return row;
    }

    Node episode(Episode episode) {
        var title = wrapped(episode.subject(), "memory-subject");
        var box = new VBox(3, title, wrapped(episode.summary(), "memory-text"));
        episode.outcome().ifPresent(outcome -> {
            var icon = new FontIcon(Feather.CHECK_CIRCLE);
            var words = wrapped(outcome, "memory-outcome");
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(6, icon, words);
            line.getStyleClass().add("memory-outcome-line");
            box.getChildren().add(line);
        });
        box.getChildren().add(origin(times.shortDay(episode.until()), Optional.of(episode.session())));
        box.getStyleClass().add("memory-episode");
        return box;
    }

    Node ticket(QueueRow row) {
        var subject = new Hyperlink(row.subject());
        subject.getStyleClass().add("memory-ticket-subject");
        subject.setOnAction(_ -> workspace.select(row.ticket()));
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        var status = new Label();
        status.getStyleClass().add("chip");
        status.setMinWidth(Region.USE_PREF_SIZE);
        Marks.status(status, row.status(), texts);
        var date = new Label(times.shortDay(row.lastAt()) + " · " + row.ticket());
        date.getStyleClass().add("memory-origin");
        var first = new HBox(6, subject, status);
        first.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(first, date);
        box.getStyleClass().add("memory-ticket");
        return box;
    }

    Label nothing(String key) {
        return wrapped(texts.get(key), "memory-nothing");
    }

    private Node origin(String when, Optional<SessionId> session) {
        var date = new Label(when);
        date.getStyleClass().add("memory-origin");
        var line = new HBox(4, date);
        line.setAlignment(Pos.CENTER_LEFT);
        session.flatMap(SessionId::ticket).ifPresent(ticket -> line.getChildren().add(link(ticket)));
        return line;
    }

    private Hyperlink link(TicketId ticket) {
        var link = new Hyperlink(ticket.value());
        link.getStyleClass().add("memory-origin");
        link.setOnAction(_ -> workspace.select(ticket));
        return link;
    }

    private ContextMenu menu(ProfileItem item) {
        var correct = new MenuItem(texts.get("memory.item.correct"), new FontIcon(Feather.EDIT_2));
        correct.setOnAction(_ -> corrections.correct(item));
        var forget = new MenuItem(texts.get("memory.item.forget"), new FontIcon(Feather.TRASH_2));
        forget.setOnAction(_ -> corrections.forget(item));
        return new ContextMenu(correct, forget);
    }

    private static Label wrapped(String words, String style) {
        var label = new Label(Emoji.showable(words));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Tooltip tip(String words) {
        var tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setPrefWidth(320);
        return tip;
    }
}
