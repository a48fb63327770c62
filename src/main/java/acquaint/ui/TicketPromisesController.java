package acquaint.ui;

import acquaint.casework.PromiseLedger;
import acquaint.model.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip above a conversation with what was promised in it and is overdue, or is due within a day. */
public final class TicketPromisesController {

    /** What a line shows: the same again is left as it is, with the focus in it. */
    private record Line(Promise promise, boolean late) {}

    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");
    private static final Duration SOON = Duration.ofDays(1);

    private final PromiseLedger ledger;
    private final PromiseActions actions;
    private final Workspace workspace;
    private final EvidenceOpening opening;
    private final Background background;
    private final Background.Slot reading;
    private final Texts texts;
    private final TimeWords times;

    @FXML private VBox root;

    private List<Line> shown = List.of();

    public TicketPromisesController(PromiseLedger ledger, PromiseActions actions, Workspace workspace, EvidenceOpening opening, DeskChanges changes,
            Background background, Texts texts, TimeWords times) {
        this.ledger = ledger;
        this.actions = actions;
        this.workspace = workspace;
        this.opening = opening;
        this.background = background;
        this.reading = background.slot();
        this.texts = texts;
        this.times = times;
        changes.listen(this::read);
    }

    @FXML
    private void initialize() {
        workspace.selectedProperty().addListener((_, _, _) -> show(List.of()));
        workspace.openProperty().addListener((_, before, now) -> {
            if (before == null || !before.id().equals(now.id())) {
                read();
            }
        });
    }

    private void read() {
        workspace.open().ifPresent(open -> reading.run(() -> ledger.ofTicket(open.id())).then(all -> {
            if (open.id().equals(workspace.selectedProperty().get())) {
                show(all);
            }
        }).onFailure(background::report));
    }

    private void show(List<Promise> all) {
        Instant soon = times.now().plus(SOON);
        List<Promise> pressing = all.stream().filter(promise -> promise.isOverdue(soon)).sorted(Comparator.comparing(promise -> promise.due().orElseThrow())).toList();
        List<Line> lines = pressing.stream().map(promise -> new Line(promise, promise.isOverdue(times.now()))).toList();
        if (!lines.equals(shown)) {
            shown = lines;
            root.getChildren().setAll(lines.stream().map(this::line).toList());
            root.setVisible(!lines.isEmpty());
        }
    }

    private Node line(Line shown) {
        Promise promise = shown.promise();
        boolean late = shown.late();
        var words = new WrappedLabel("promise-words");
        words.show(texts.get(late ? "owed.overdue" : "owed.due-soon", times.moment(promise.due().orElseThrow()), promise.text(), promise.owner()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var kept = new Button(texts.get("owed.kept"));
        kept.getStyleClass().add("small");
        kept.setMinWidth(Button.USE_PREF_SIZE);
        kept.setAccessibleText(texts.get("owed.kept.spoken", promise.text()));
        kept.setOnAction(_ -> actions.kept(promise));
        var line = new HBox(8, new FontIcon(Feather.CLOCK), words, kept, menu(promise));
        line.getStyleClass().add("promise-line");
        line.pseudoClassStateChanged(OVERDUE, late);
        return line;
    }

    private MenuButton menu(Promise promise) {
        var menu = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL),
                item("owed.due", () -> actions.changeDue(promise)),
                item("owed.withdraw", () -> actions.withdraw(promise)),
                item("owed.show", () -> opening.openMessage(promise.ticket(), promise.message())));
        menu.getStyleClass().addAll("no-arrow", "icon-only", "flat", "small");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.setAccessibleText(texts.get("owed.more", promise.text()));
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
