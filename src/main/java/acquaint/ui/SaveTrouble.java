package acquaint.ui;

import java.io.IOException;
import javafx.scene.control.Label;

/** Tells why a choice could not be stored: beside the form where its file is the reason, and by the one door otherwise. JavaFX thread. */
record SaveTrouble(Background background, Texts texts) {

    void tell(Throwable problem, Label beside) {
        if (problem instanceof IOException) {
            beside.setText(texts.get("save.failed", String.valueOf(problem.getMessage())));
        } else {
            background.report(problem);
        }
    }
}
