package acquaint.ui;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Outcome;
import java.util.Optional;
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

/** One thing that happened with a customer before: what about, how it went, when and in which ticket; more of it on demand. */
final class EpisodeNode extends VBox {

    private static final PseudoClass PROMISED = PseudoClass.getPseudoClass("promised");
    private static final PseudoClass UNSOLVED = PseudoClass.getPseudoClass("unsolved");

    private final MemoryCorrections corrections;
    private final Texts texts;
    private final TimeWords times;
    private final WrappedLabel title = new WrappedLabel("memory-subject");
    private final Button more = new Button(null, new FontIcon(Feather.MORE_HORIZONTAL));
    private final WrappedLabel summary = new WrappedLabel("memory-text");
    private final WrappedLabel outcome = new WrappedLabel("memory-outcome");
    private final FontIcon outcomeIcon = new FontIcon(Feather.CHECK_CIRCLE);
    private final HBox outcomeLine = new HBox(6, outcomeIcon, outcome);
    private final OriginLine origin;
    private final Tooltip how = new Tooltip();
    private Episode episode;
    private boolean whole;

    EpisodeNode(Workspace workspace, MemoryCorrections corrections, Texts texts, TimeWords times) {
        super(3);
        this.corrections = corrections;
        this.texts = texts;
        this.times = times;
        this.origin = new OriginLine(workspace);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        outcomeLine.getStyleClass().add("memory-outcome-line");
        outcomeLine.managedProperty().bind(outcomeLine.visibleProperty());
        more.getStyleClass().addAll("flat", "small", "icon-only", "memory-more");
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 0));
        setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
        getStyleClass().add("memory-episode");
        getChildren().setAll(new HBox(4, title, more), summary, outcomeLine, origin);
    }

    /** {@code foundBy}: how it came to be shown, where the engine tells. */
    void show(Episode shown, Optional<FoundBy> foundBy) {
        how.setText(foundBy.map(texts::of).orElse(""));
        if (foundBy.isPresent()) {
            Tooltip.install(title, how);
        } else {
            Tooltip.uninstall(title, how);
        }
        show(shown);
    }

    private void show(Episode shown) {
        whole = whole && episode != null && episode.id().equals(shown.id());
        episode = shown;
        title.show(episode.subject());
        summary.show(whole ? episode.narrative() : episode.summary());
        episode.outcome().ifPresent(this::show);
        outcomeLine.setVisible(episode.outcome().isPresent());
        origin.show(times.shortDay(episode.until()), Optional.of(episode.session()));
        more.setAccessibleText(texts.get("memory.item.more", episode.subject()));
    }

    boolean isOf(String id) {
        return episode != null && episode.id().equals(id);
    }

    private void show(Outcome ended) {
        outcomeIcon.setIconCode(switch (ended.kind()) {
            case SOLVED -> Feather.CHECK_CIRCLE;
            case PROMISED -> Feather.CLOCK;
            case UNSOLVED -> Feather.ALERT_CIRCLE;
        });
        outcomeLine.pseudoClassStateChanged(PROMISED, ended.kind() == Outcome.Kind.PROMISED);
        outcomeLine.pseudoClassStateChanged(UNSOLVED, ended.kind() == Outcome.Kind.UNSOLVED);
        outcome.show(ended.text().isEmpty() ? texts.of(ended.kind()) : ended.text());
        outcome.setAccessibleText(texts.of(ended.kind()) + ": " + ended.text());
    }

    private ContextMenu menu() {
        Episode chosen = episode;
        var menu = new ContextMenu();
        if (!chosen.narrative().equals(chosen.summary())) {
            var read = new MenuItem(texts.get(whole ? "memory.episode.shorten" : "memory.episode.read"), new FontIcon(Feather.FILE_TEXT));
            read.setOnAction(_ -> {
                whole = !whole;
                show(chosen);
            });
            menu.getItems().addAll(read, new SeparatorMenuItem());
        }
        var forget = new MenuItem(texts.get("memory.episode.forget"), new FontIcon(Feather.TRASH_2));
        forget.setOnAction(_ -> corrections.forget(chosen));
        menu.getItems().add(forget);
        chosen.session().ticket().ifPresent(ticket -> {
            var forgetTicket = new MenuItem(texts.get("memory.episode.forget-ticket", ticket.value()), new FontIcon(Feather.TRASH));
            forgetTicket.setOnAction(_ -> corrections.forgetTicket(chosen));
            menu.getItems().add(forgetTicket);
        });
        return menu;
    }
}
