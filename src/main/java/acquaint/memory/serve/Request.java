package acquaint.memory.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A request: {@code path} without its query, {@code body} an empty object where none was sent. */
record Request(String method, String path, Map<String, String> query, JsonNode body) {}
