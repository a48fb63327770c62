package acquaint.command;

/** Opens the window on a desk and returns when it was closed, or when another one was brought to the front. */
public interface WindowStart {

    int open(DeskChoice choice) throws Exception;
}
