package acquaint.memory.everos.server;

/** Something that goes wrong with one request. {@code happens} says whether what was asked for is done all the same. */
public enum Fault {
    RESET_BEFORE(false, 0, ""),
    RESET_AFTER(true, 0, ""),
    SLOW_BEFORE(false, 0, ""),
    SLOW_AFTER(true, 0, ""),
    UNAUTHORIZED(false, 401, "{\"code\":\"Unauthorized\",\"message\":\"invalid api key\"}"),
    FORBIDDEN(false, 403, "{\"error\":\"this key belongs to another api version\"}"),
    NOT_FOUND(false, 404, "{\"detail\":\"Not Found\"}"),
    TIMEOUT_BEFORE(false, 408, ""),
    TIMEOUT_AFTER(true, 408, ""),
    TOO_MANY(false, 429, "{\"message\":\"rate limit exceeded\"}"),
    TOO_MANY_WAIT(false, 429, "{\"message\":\"rate limit exceeded\"}"),
    FAULT_BEFORE(false, 500, "{\"code\":\"SYSTEM_ERROR\",\"message\":\"unexpected\"}"),
    FAULT_AFTER(true, 500, "{\"request_id\":\"1\",\"error\":{\"code\":\"INTERNAL_ERROR\",\"message\":\"unexpected\"}}"),
    BAD_GATEWAY_BEFORE(false, 502, "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"),
    BAD_GATEWAY_AFTER(true, 502, "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"),
    UNAVAILABLE(false, 503, ""),
    EXTERNAL_UNAVAILABLE(false, 503, "{\"request_id\":\"1\",\"error\":{\"code\":\"EXTERNAL_SERVICE_UNAVAILABLE\",\"message\":\"the model is away\"}}"),
    SESSION_BUSY(false, 503, "{\"request_id\":\"1\",\"error\":{\"code\":\"SESSION_BUSY\",\"message\":\"being memorised\"}}"),
    GATEWAY_TIMEOUT_AFTER(true, 504, "<html></html>"),
    TRUNCATED_AFTER(true, 200, "{\"data\": {\"message_cou"),
    LONG_AFTER(true, 200, null),
    SIGN_IN_PAGE(false, 200, "<!DOCTYPE html><html><title>Sign in to the network</title></html>"),
    /** What the service refuses for good: the message itself is wrong. */
    UNPROCESSABLE(false, 422, "{\"detail\":[{\"loc\":[\"body\",\"messages\"],\"msg\":\"not acceptable\",\"type\":\"value_error\"}]}"),
    CAPABILITY(false, 503, "{\"request_id\":\"1\",\"error\":{\"code\":\"CAPABILITY_UNAVAILABLE\",\"message\":\"no model\"}}");

    private final boolean happens;
    private final int status;
    private final String body;

    Fault(boolean happens, int status, String body) {
        this.happens = happens;
        this.status = status;
        this.body = body;
    }

    public boolean happens() {
        return happens;
    }

    int status() {
        return status;
    }

    /** Null stands for ten megabytes. */
    String body() {
        return body == null ? "{\"data\":{\"message_count\":1,\"status\":\"accumulated\",\"rest\":\"" + "x".repeat(10 << 20) + "\"}" : body;
    }

    /** Whether the client gives the message up after it, as the contract has it. */
    public boolean isFinal() {
        return this == UNPROCESSABLE || this == CAPABILITY;
    }
}
