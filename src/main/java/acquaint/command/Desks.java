package acquaint.command;

/** Lends an open desk for the length of a command: its own, opened and closed around it, or an open window's. */
public interface Desks {

    /** What a command does with a desk; answers its exit code. */
    interface Work {
        int with(DeskServices desk) throws Exception;
    }

    /** Does the work on the chosen desk and returns its exit code. {@link CouldNot} when that desk cannot be used. */
    int use(DeskChoice choice, Work work) throws Exception;
}
