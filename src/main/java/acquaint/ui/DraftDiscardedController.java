package acquaint.ui;

import acquaint.casework.Replies;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.util.Duration;

/** The line that offers to bring a draft back that was just discarded, for as long as a reply can be taken back. */
public final class DraftDiscardedController {

    private final DraftProposal proposal;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
    private final PauseTransition stay = new PauseTransition(Duration.seconds(Replies.UNDO.toSeconds()));

    public DraftDiscardedController(DraftProposal proposal) {
        this.proposal = proposal;
    }

    @FXML
    private void initialize() {
        stay.setOnFinished(_ -> proposal.letGo());
        offered.bind(proposal.discardedProperty().isNotNull());
        offered.subscribe(there -> {
            if (there) {
                stay.playFromStart();
            } else {
                stay.stop();
            }
        });
    }

    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    public boolean isOffered() {
        return offered.get();
    }

    @FXML
    private void bringBack() {
        proposal.bringBack();
    }
}
