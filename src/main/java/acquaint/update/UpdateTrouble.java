package acquaint.update;

/** Why nothing is known of a newer version. */
public enum UpdateTrouble {
    /** Only https is asked, and http on this computer. */
    NOT_HTTPS,
    /** Nobody answers there. */
    AWAY,
    /** No answer came in time. */
    LATE,
    /** The answer says that there is no such file, or that something is wrong. */
    REFUSED,
    /** It sends on to an address that is not asked, or too often. */
    SENT_ELSEWHERE,
    /** What came is no news of a version. */
    UNREADABLE,
    /** What came is far too much. */
    TOO_LARGE
}
