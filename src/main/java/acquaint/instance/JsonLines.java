package acquaint.instance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** JSON objects over a socket, one a line and each of bounded length. Reading and writing may be on different threads. */
final class JsonLines {

    /** The longest line either side takes, in bytes: a command line and its answer's pieces are far shorter. */
    static final int LONGEST = 1 << 20;

    static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream in;
    private final OutputStream out;

    JsonLines(Socket socket) throws IOException {
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** The next object; empty at the end. {@link IOException} for what is too long or no JSON object. */
    Optional<JsonNode> read() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == LONGEST) {
                throw new IOException("a line of more than " + LONGEST + " bytes");
            }
            line.write(next);
        }
        try {
            JsonNode json = JSON.readTree(line.toString(UTF_8));
            if (json.isObject()) {
                return Optional.of(json);
            }
        } catch (JacksonException e) {
            // Falls through: the sender is told no more about a bad line than about a wrong one.
        }
        throw new IOException("not a JSON object");
    }

    void write(JsonNode json) throws IOException {
        byte[] line = (JSON.writeValueAsString(json) + '\n').getBytes(UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }
}
