package acquaint.command;

import acquaint.model.Errand;
import java.util.List;

/** Opens the window on a desk and returns when it was closed, or when another one was brought to the front and given the errands. */
public interface WindowStart {

    int open(DeskChoice choice, List<Errand> errands) throws Exception;
}
