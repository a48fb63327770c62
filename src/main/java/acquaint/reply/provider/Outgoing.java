package acquaint.reply.provider;

import acquaint.privacy.Recipient;
import acquaint.reply.Prompt;
import java.util.Map;

/** A request as it is to leave: where, with which headers, and the whole body. {@code toString} has no headers, since the key is among them. */
record Outgoing(ModelServer server, String url, Map<String, String> headers, String body, Prompt prompt, Recipient to) {

    @Override
    public String toString() {
        return "a request to " + server.host();
    }
}
