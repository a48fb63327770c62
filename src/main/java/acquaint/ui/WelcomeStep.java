package acquaint.ui;

/** What runs one page of the welcome. */
interface WelcomeStep {

    /** The page has come into sight; {@code welcome} has what it may need. */
    void shown(Welcome welcome);

    /** Steps back within the page; {@code false} where there is nothing to step back to. */
    default boolean back() {
        return false;
    }

    /** The page is out of sight: gives up what is under way. */
    default void left() {}
}
