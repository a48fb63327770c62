package acquaint.command;

/** What a command's exit code tells a script. */
final class ExitCode {

    static final int DONE = 0;
    /** Done in part; what was left out was reported. */
    static final int PARTLY = 1;
    static final int WRONG_USE = 2;
    static final int COULD_NOT = 3;
    /** The role that is signed in may not do this. */
    static final int NOT_PERMITTED = 4;

    private ExitCode() {}
}
