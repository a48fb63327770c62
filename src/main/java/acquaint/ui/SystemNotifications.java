package acquaint.ui;

/** Shows short words outside of the window, by what the system has for that. Blocks; any thread but the JavaFX thread. */
interface SystemNotifications {

    /** Whether it was shown; where not, the next way is tried. {@code clicked} runs on any thread when somebody clicks it, where the system tells of that. */
    boolean show(String title, String words, Runnable clicked);
}
