package acquaint.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The one state that a pane is in, in a form that FXML can bind to: {@code visible="${controller.state.name == 'READY'}"}.
 * JavaFX thread only.
 */
public final class ScreenState<E extends Enum<E>> {

    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name");
    private E current;

    ScreenState(E first) {
        set(first);
    }

    void set(E next) {
        current = next;
        name.set(next.name());
    }

    public E get() {
        return current;
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public String getName() {
        return name.get();
    }

    BooleanBinding is(E wanted) {
        // A property that nobody reads tells of one change only.
        return Bindings.createBooleanBinding(() -> wanted.name().equals(name.get()), name);
    }
}
