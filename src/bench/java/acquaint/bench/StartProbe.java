package acquaint.bench;

import acquaint.ui.Screen;

/** The program in a process of its own that says {@link #USABLE} when its queue is painted and answers, and then ends. */
public final class StartProbe {

    static final String USABLE = "usable";

    private StartProbe() {}

    public static void main(String[] arguments) {
        System.exit(ProgramWindow.run(arguments[0], window -> {
            window.await(Screen::showsQueue);
            System.out.println(USABLE);
        }));
    }
}
