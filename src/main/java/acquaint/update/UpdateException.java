package acquaint.update;

/** Nothing is known of a newer version. */
public final class UpdateException extends Exception {

    private static final long serialVersionUID = 1;

    private final UpdateTrouble kind;

    UpdateException(UpdateTrouble kind) {
        super(kind.name());
        this.kind = kind;
    }

    UpdateException(UpdateTrouble kind, Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
    }

    public UpdateTrouble kind() {
        return kind;
    }
}
