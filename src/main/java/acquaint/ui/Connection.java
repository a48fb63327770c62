package acquaint.ui;

import acquaint.settings.FirstRun;
import javafx.scene.Parent;
import org.kordamp.ikonli.Ikon;

/** Something that a desk can be connected to, with a form of its own in which it is tested on the spot. JavaFX thread only. */
interface Connection {

    /** A form that is open, and how it is left: what is under way is given up then. */
    record Form(Parent root, Runnable leave) {}

    FirstRun.Step step();

    Ikon icon();

    String title();

    /** What is connected now, and what works without it. */
    String state();

    /** Opens the form; {@code done} runs when the choice is made. */
    Form form(Welcome welcome, Runnable done);

    /** What the button says that leaves all as it is; empty where that is no choice. */
    String keep();
}
