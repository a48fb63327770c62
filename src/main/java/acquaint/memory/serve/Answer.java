package acquaint.memory.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/** What is answered; no body for 204. */
record Answer(int status, Optional<ObjectNode> body) {

    static Answer of(int status, ObjectNode body) {
        return new Answer(status, Optional.of(body));
    }

    static Answer nothing() {
        return new Answer(204, Optional.empty());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** 32 hexadecimal digits. */
    static String requestId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
