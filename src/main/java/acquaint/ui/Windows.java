package acquaint.ui;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

/** Small windows over the main one that show a view until they are closed. JavaFX thread only. */
public final class Windows {

    private final Views views;
    private final Dialogs dialogs;
    private final Texts texts;

    public Windows(Views views, Dialogs dialogs, Texts texts) {
        this.views = views;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** Opens {@code view}; what is yet to be done with it and its window is the caller's. */
    <C> C open(String view, String title, double width, double height, java.util.function.Consumer<C> closed) {
        Views.View<C> loaded = views.load(view);
        var dialog = new Dialog<Void>();
        dialogs.dress(dialog, title, null);
        dialog.getDialogPane().setPrefSize(width, height);
        dialog.getDialogPane().setContent(loaded.root());
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.setOnHidden(_ -> closed.accept(loaded.controller()));
        dialog.show();
        return loaded.controller();
    }
}
