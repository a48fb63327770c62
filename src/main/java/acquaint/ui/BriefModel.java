package acquaint.ui;

import acquaint.brief.Brief;
import acquaint.brief.BriefPart;
import acquaint.casework.Briefs;
import acquaint.model.TicketId;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Has a language model put a brief into words that is open already: its words go where the agent has changed nothing. JavaFX thread only. */
final class BriefModel {

    private final Briefs briefs;
    private final BriefEditing editing;
    private final Writing<Brief> writing;
    private final ReadOnlyBooleanWrapper atWork = new ReadOnlyBooleanWrapper(this, "atWork");
    private final ReadOnlyObjectWrapper<Set<BriefPart>> leftAlone = new ReadOnlyObjectWrapper<>(this, "leftAlone", Set.of());

    BriefModel(Briefs briefs, BriefEditing editing, Background background) {
        this.briefs = briefs;
        this.editing = editing;
        this.writing = new Writing<>(background);
    }

    ReadOnlyBooleanProperty atWorkProperty() {
        return atWork.getReadOnlyProperty();
    }

    /** The parts that it would have told otherwise and that stayed as the agent has them. */
    ReadOnlyObjectProperty<Set<BriefPart>> leftAloneProperty() {
        return leftAlone.getReadOnlyProperty();
    }

    /** Another brief: nothing was left alone in it yet. */
    void begin() {
        stop();
        leftAlone.set(Set.of());
    }

    /** {@code taking} puts its words into the brief, {@code failed} hears why there are none. */
    void write(TicketId ticket, Consumer<Runnable> taking, Consumer<Throwable> failed) {
        atWork.set(true);
        writing.start(progress -> briefs.compose(ticket, progress), written -> {
            atWork.set(false);
            if (written.writing().isPresent()) {
                taking.accept(() -> leftAlone.set(editing.take(written)));
            }
        }, problem -> {
            atWork.set(false);
            failed.accept(problem);
        });
    }

    void stop() {
        writing.cancel();
        atWork.set(false);
    }
}
