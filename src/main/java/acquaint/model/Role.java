package acquaint.model;

/** What somebody is at the desk for, from the least to the most that may be done. */
public enum Role {
    /** Answers customers, and hands over what others have to decide. */
    AGENT,
    /** Also decides what was handed over, and what may leave. */
    SUPERVISOR,
    /** Also decides who is what, and what the program may do. */
    ADMIN;

    /** Whether this role may be taken by somebody who may be {@code granted}. */
    public boolean isWithin(Role granted) {
        return compareTo(granted) <= 0;
    }
}
