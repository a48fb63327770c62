package acquaint.command;

import acquaint.model.Errand;
import java.util.List;

/** Opens the window on a desk and returns when it was closed, or when another one was brought to the front and given the errands. */
public interface WindowStart {

    /** A window is going to be asked for: may begin what can be begun before it is known on which desk. Returns at once. */
    default void expect() {}

    int open(DeskChoice choice, List<Errand> errands) throws Exception;
}
