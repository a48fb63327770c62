package acquaint.channel;

/** Why a line cannot be used, in words for the user. */
final class UnusableLine extends Exception {

    UnusableLine(String reason) {
        super(reason, null, false, false);
    }
}
