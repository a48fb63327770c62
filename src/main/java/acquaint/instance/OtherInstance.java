package acquaint.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;

/** A connection to the program that already has this data directory open. Blocks; closing it cancels what was asked. */
public final class OtherInstance implements AutoCloseable {

    /** How long the first answer of a running program may take. */
    private static final int ANSWER_MILLIS = 3_000;
    /** How long a window that is busy may take to say whether it leaves. */
    private static final int DECISION_MILLIS = 15_000;
    private static final int CONNECT_MILLIS = 1_000;

    private final Socket socket;
    private final JsonLines lines;
    private final Contact contact;

    private OtherInstance(Socket socket, Contact contact) throws IOException {
        this.socket = socket;
        this.contact = contact;
        lines = new JsonLines(socket);
    }

    /** Connects; empty when nobody listens: not yet, not any more, or not a window. */
    public static Optional<OtherInstance> connect(Path directory) throws IOException {
        Optional<Contact> contact = Contact.read(directory);
        if (contact.isEmpty()) {
            return Optional.empty();
        }
        // On this machine, whatever proxy others are reached through.
        var socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), contact.get().port()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            return Optional.of(new OtherInstance(socket, contact.get()));
        } catch (IOException e) {
            socket.close();
            return Optional.empty();
        }
    }

    /** Brings its window to the front. {@link IOException} when it does not answer. */
    public void toFront() throws IOException {
        ask("front", JsonLines.JSON.createObjectNode());
        next();
    }

    /** As above, or has that program end where nobody sees it and it is of another version than this; whether it does. */
    public boolean toFrontOrAway(String version) throws IOException {
        ask("front", JsonLines.JSON.createObjectNode().put("version", version));
        socket.setSoTimeout(DECISION_MILLIS);
        return next().path("gave_way").asBoolean(false);
    }

    /** Runs the command line there, copies what it says, and returns its exit code. {@link EOFException} when that program ends before. */
    public int run(Invocation command, PrintWriter out, PrintWriter err) throws IOException {
        ObjectNode request = JsonLines.JSON.createObjectNode()
                .put("directory", command.directory().toAbsolutePath().toString())
                .put("terminal", command.terminal());
        command.arguments().forEach(request.putArray("arguments")::add);
        command.environment().forEach(request.putObject("environment")::put);
        ask("run", request);
        socket.setSoTimeout(0);
        return exitCode(out, err);
    }

    /** Has the command there end, which still says how it ended. May be called while another thread waits for that. */
    public void cancel() throws IOException {
        socket.shutdownOutput();
    }

    private void ask(String what, ObjectNode request) throws IOException {
        lines.write(request.put("token", contact.token()).put("ask", what));
        if (!next().path("accepted").asBoolean(false)) {
            throw new IOException("the program that has this directory open did not take the request");
        }
    }

    private int exitCode(PrintWriter out, PrintWriter err) throws IOException {
        while (true) {
            JsonNode answer = next();
            if (answer.has("exit")) {
                return answer.path("exit").asInt();
            }
            copy(answer.path("out"), out);
            copy(answer.path("err"), err);
        }
    }

    private static void copy(JsonNode text, PrintWriter target) {
        if (text.isTextual()) {
            target.print(text.textValue());
            target.flush();
        }
    }

    private JsonNode next() throws IOException {
        return lines.read().orElseThrow(() -> new EOFException("the program that has this directory open ended in mid-answer"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
