package acquaint.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** What JavaFX itself needs: a window of the program's size with one label. Says {@link #SHOWN} when it is painted, and ends. */
public final class EmptyWindow {

    static final String SHOWN = "shown";

    private EmptyWindow() {}

    public static void main(String[] arguments) {
        Platform.startup(EmptyWindow::show);
    }

    private static void show() {
        var stage = new Stage();
        var scene = new Scene(new StackPane(new Label("Nothing")), 1280, 800);
        new ProgramWindow.Look(scene, () -> true, _ -> {
            System.out.println(SHOWN);
            Platform.exit();
        }).begin();
        stage.setScene(scene);
        stage.show();
    }
}
