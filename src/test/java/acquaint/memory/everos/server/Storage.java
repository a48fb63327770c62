package acquaint.memory.everos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mockwebserver3.MockResponse;

/** Signed uploads, in the storage's own envelope. */
final class Storage {

    private Storage() {}

    static MockResponse sign(EverOsServer server, JsonNode body) {
        JsonNode wanted = body.path("objectList").path(0);
        ObjectNode answer = EverOsServer.object();
        if (!wanted.hasNonNull("fileId") || !wanted.hasNonNull("fileName") || !wanted.hasNonNull("fileType")) {
            answer.put("error", "validation failed").put("status", 2018).put("request_id", "s").putObject("result").put("data", "objectList: non zero value required");
            return EverOsServer.json(200, answer);
        }
        answer.put("error", "OK").put("status", 0).put("request_id", "s");
        ObjectNode signed = answer.putObject("result").putObject("data").putArray("objectList").addObject()
                .put("fileId", wanted.path("fileId").asText()).put("fileName", wanted.path("fileName").asText())
                .put("fileType", wanted.path("fileType").asText()).put("objectKey", "space/2026/" + wanted.path("fileId").asText());
        ObjectNode info = signed.putObject("objectSignedInfo").put("url", server.url() + "/upload").put("maxSize", 10 << 20);
        info.putObject("fields").put("key", "space/2026/" + wanted.path("fileId").asText()).put("policy", "abc").put("Content-Type", "image/png");
        return EverOsServer.json(200, answer);
    }
}
