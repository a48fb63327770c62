package acquaint.model;

/** Something that happened to a ticket, kept as a name and one argument so that each reader sees it in their own language. */
public record Event(Name name, String argument) {

    public enum Name {
        CREATED, STATUS, ASSIGNED, UNASSIGNED, PRIORITY, TAGGED, UNTAGGED, SEND_UNDONE,
        HANDED_OVER, HANDOFF_ACCEPTED, HANDOFF_RETURNED, HANDOFF_ASKED, HANDOFF_ANSWERED, HANDOFF_REASSIGNED, HANDOFF_TAKEN_OVER, HANDOFF_WAITING,
        HANDOFF_RESUMED, HANDOFF_DECIDED, HANDOFF_ENDED, BRIEF_FORGOTTEN,
        REVIEW_ASKED, REVIEW_APPROVED, REVIEW_SENT_BACK, REVIEW_TAKEN_BACK
    }

    public static Event of(Name name) {
        return new Event(name, "");
    }

    /** As it is stored in a message's text. */
    public String text() {
        return argument.isEmpty() ? name.name() : name.name() + ' ' + argument;
    }

    /** The inverse of {@link #text()}; {@link IllegalArgumentException} for an unknown name. */
    public static Event parse(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? of(Name.valueOf(text))
                : new Event(Name.valueOf(text.substring(0, space)), text.substring(space + 1));
    }
}
