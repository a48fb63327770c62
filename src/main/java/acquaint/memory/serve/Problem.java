package acquaint.memory.serve;

import java.util.Optional;

/** Why a request is not carried out, in the API's terms. Carries no stack: it is an answer, not a failure. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Optional<String> type;

    Problem(int status, String code, String message) {
        this(status, code, message, Optional.empty());
    }

    private Problem(int status, String code, String message, Optional<String> type) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.type = type;
    }

    /** The same with a type, which tasks' errors have. */
    Problem ofType(String name) {
        return new Problem(status, code, getMessage(), Optional.of(name));
    }

    Optional<String> type() {
        return type;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    static Problem notFound(Dialect dialect, String what) {
        return new Problem(404, dialect == Dialect.V1 ? "NotFound" : "NOT_FOUND", what);
    }

    /** A field that has to be there. */
    static Problem missing(Dialect dialect, String field) {
        return dialect == Dialect.V1 ? new Problem(400, "InvalidParameter", "Field required: " + field) : invalid(dialect, "Field required: " + field);
    }

    /** A field with a value that cannot be. */
    static Problem invalid(Dialect dialect, String message) {
        return new Problem(422, dialect == Dialect.V1 ? "InvalidParameter" : "INVALID_INPUT", message);
    }
}
