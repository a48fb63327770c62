package acquaint.ui;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

/** Opens what the ledger has of one call to a language model. JavaFX thread only. */
public final class ModelSaw {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 640;

    private final Views views;
    private final Dialogs dialogs;
    private final Texts texts;

    public ModelSaw(Views views, Dialogs dialogs, Texts texts) {
        this.views = views;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    void open(long entry) {
        Views.View<ModelSawController> view = views.load("model-saw");
        var dialog = new Dialog<Void>();
        dialogs.dress(dialog, texts.get("model-saw.title"), null);
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        dialog.getDialogPane().setContent(view.root());
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        view.controller().show(entry);
        dialog.show();
    }
}
