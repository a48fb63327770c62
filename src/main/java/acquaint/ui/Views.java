package acquaint.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views: each FXML file with the words of the desk's language and a controller made whole by constructor. JavaFX thread only. */
public final class Views {

    /** A view and the controller that runs it. */
    public record View<C>(Parent root, C controller) {}

    private final Map<Class<?>, Supplier<?>> controllers;
    private final Texts texts;

    /** {@code controllers} makes a new controller for each class that a view may name. */
    public Views(Map<Class<?>, Supplier<?>> controllers, Texts texts) {
        this.controllers = Map.copyOf(controllers);
        this.texts = texts;
    }

    /** Loads {@code name}.fxml; a view that cannot be loaded is a fault of the program. */
    public <C> View<C> load(String name) {
        var loader = new FXMLLoader(Views.class.getResource("/view/" + name + ".fxml"), texts.bundle());
        loader.setControllerFactory(this::make);
        try {
            Parent root = loader.load();
            return new View<>(root, loader.getController());
        } catch (IOException e) {
            throw new UncheckedIOException("view " + name + " could not be loaded", e);
        }
    }

    private Object make(Class<?> type) {
        Supplier<?> maker = controllers.get(type);
        if (maker == null) {
            throw new IllegalStateException("no controller is known for " + type.getName() + ": add it where the views are wired");
        }
        return maker.get();
    }
}
