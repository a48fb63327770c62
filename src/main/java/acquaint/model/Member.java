package acquaint.model;

/** Somebody who works at the desk, in a role: the one that was signed in with, or the highest that was granted. */
public record Member(String name, Role role) {

    public Member {
        name = Texts.required(name, "name");
    }
}
