package acquaint.model;

/** Something that happened to a ticket, kept as a name and one argument so that each reader sees it in their own language. */
public record Event(Name name, String argument) {

    public enum Name { CREATED, STATUS, ASSIGNED, UNASSIGNED, PRIORITY, TAGGED, UNTAGGED, SEND_UNDONE }

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
