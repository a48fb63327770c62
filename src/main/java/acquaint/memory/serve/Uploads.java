package acquaint.memory.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Signed uploads, which this memory does not take; said in the storage's own envelope, which is always 200. */
final class Uploads {

    /** The storage's code for trouble of its own. */
    private static final int SERVER_SIDE = 20_001;

    private Uploads() {}

    static Answer unavailable() {
        ObjectNode answer = Answer.object().put("error", "this memory keeps text only").put("status", SERVER_SIDE).put("request_id", Answer.requestId());
        answer.putObject("result").put("data", "this memory keeps text only");
        return Answer.of(200, answer);
    }
}
