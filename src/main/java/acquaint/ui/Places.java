package acquaint.ui;

import acquaint.model.TicketId;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** Which place of the window is shown, and what waits in the others. JavaFX thread only. */
public final class Places {

    private final ReadOnlyObjectWrapper<Place> current = new ReadOnlyObjectWrapper<>(this, "current", Place.TICKETS);
    private final Map<Place, IntegerProperty> waiting = new EnumMap<>(Place.class);
    private final Map<Place, Runnable> asked = new EnumMap<>(Place.class);
    private final Workspace workspace;
    private Runnable conversation = () -> {};

    public Places(Workspace workspace, Keys keys) {
        this.workspace = workspace;
        for (Place place : Place.values()) {
            waiting.put(place, new SimpleIntegerProperty(this, place.name()));
            keys.on(place.shortcut(), () -> show(place));
        }
        keys.placeIs(current::get);
    }

    public ReadOnlyObjectProperty<Place> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public Place current() {
        return current.get();
    }

    /** How much there wants a look; shown beside the place's icon, nothing for 0. */
    IntegerProperty waiting(Place place) {
        return waiting.get(place);
    }

    void show(Place place) {
        current.set(place);
        asked.getOrDefault(place, () -> {}).run();
    }

    /** Says what happens when somebody asks for a place, be it shown already or not; one each. */
    void onShow(Place place, Runnable then) {
        asked.put(place, then);
    }

    /** Says who brings the conversation before the agent's eyes where there is not room for all. */
    void onConversation(Runnable show) {
        conversation = show;
    }

    /** Shows the conversation of the open ticket. */
    void showConversation() {
        current.set(Place.TICKETS);
        conversation.run();
    }

    /** Whether this ticket is the one that the window shows. */
    boolean isOnScreen(TicketId ticket) {
        return current.get() == Place.TICKETS && workspace.open().filter(open -> open.id().equals(ticket)).isPresent();
    }

    /** Opens the ticket where tickets are. */
    void openTicket(TicketId ticket) {
        showConversation();
        workspace.select(ticket);
    }
}
