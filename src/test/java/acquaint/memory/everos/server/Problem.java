package acquaint.memory.everos.server;

/** What is wrong with a request. */
final class Problem extends RuntimeException {

    final int status;
    final String code;

    Problem(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Problem value(String message) {
        return new Problem(422, "INVALID_INPUT", message);
    }

    static Problem missing(String field) {
        return new Problem(400, "InvalidParameter", "Field required: " + field);
    }
}
