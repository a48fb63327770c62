package acquaint.ui;

import acquaint.memory.Episode;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that happened with a customer before: what about, how it went, when and in which ticket. */
final class EpisodeNode extends VBox {

    private final TimeWords times;
    private final WrappedLabel title = new WrappedLabel("memory-subject");
    private final WrappedLabel summary = new WrappedLabel("memory-text");
    private final WrappedLabel outcome = new WrappedLabel("memory-outcome");
    private final HBox outcomeLine = new HBox(6, new FontIcon(Feather.CHECK_CIRCLE), outcome);
    private final OriginLine origin;

    EpisodeNode(Workspace workspace, TimeWords times) {
        super(3);
        this.times = times;
        this.origin = new OriginLine(workspace);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        outcomeLine.getStyleClass().add("memory-outcome-line");
        outcomeLine.managedProperty().bind(outcomeLine.visibleProperty());
        getStyleClass().add("memory-episode");
        getChildren().setAll(title, summary, outcomeLine, origin);
    }

    void show(Episode episode) {
        title.show(episode.subject());
        summary.show(episode.summary());
        outcome.show(episode.result().orElse(""));
        outcomeLine.setVisible(episode.result().isPresent());
        origin.show(times.shortDay(episode.until()), Optional.of(episode.session()));
    }
}
