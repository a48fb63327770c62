package acquaint.memory.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads what was asked. A body is taken for JSON whatever its type is said to be, since the API asks for none. */
final class RequestReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** 500 messages of some pages each. */
    private static final int LONGEST = 32 << 20;

    private final Dialect dialect;

    RequestReader(Dialect dialect) {
        this.dialect = dialect;
    }

    Request read(HttpExchange exchange, String method, String path) throws IOException {
        return new Request(method, path, query(exchange.getRequestURI()), body(exchange, method));
    }

    private JsonNode body(HttpExchange exchange, String method) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && Long.parseLong(length) > LONGEST) {
            throw tooLong();
        }
        byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw tooLong();
        }
        if (bytes.length > 0) {
            return json(bytes);
        }
        if (method.equals("POST") && dialect == Dialect.V1) {
            throw new Problem(400, "InvalidParameter", "the body is empty");
        }
        return Answer.object();
    }

    private Problem tooLong() {
        return new Problem(413, dialect == Dialect.V1 ? "InvalidParameter" : "BAD_REQUEST", "the request is longer than " + LONGEST + " bytes");
    }

    private JsonNode json(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // Said below: the bytes are there, so it is what they say.
        }
        throw new Problem(dialect == Dialect.OSS ? 422 : 400, dialect == Dialect.V1 ? "InvalidParameter" : "INVALID_INPUT", "the body is not a JSON object");
    }

    private static Map<String, String> query(URI uri) {
        var query = new HashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                query.put(decoded(equals < 0 ? pair : pair.substring(0, equals)), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "BAD_REQUEST", "the query cannot be read");
        }
    }
}
