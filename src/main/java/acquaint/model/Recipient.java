package acquaint.model;

/** Whom a ticket is handed to. {@code name} is a member's name, a role's name ({@link Role#name()}) or a queue's. */
public record Recipient(Kind kind, String name) {

    public enum Kind { PERSON, ROLE, QUEUE }

    public Recipient {
        name = Texts.required(name, "recipient");
        if (kind == Kind.ROLE) {
            Role.valueOf(name);
        }
    }

    public static Recipient person(String name) {
        return new Recipient(Kind.PERSON, name);
    }

    public static Recipient role(Role role) {
        return new Recipient(Kind.ROLE, role.name());
    }

    public static Recipient queue(String name) {
        return new Recipient(Kind.QUEUE, name);
    }
}
