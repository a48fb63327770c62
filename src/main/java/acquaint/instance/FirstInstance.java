package acquaint.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The open window's ear: listens on the loopback interface for later starts on the same directory. Each request is
 * answered on a virtual thread of its own; a request whose asker goes away is interrupted.
 */
public final class FirstInstance implements AutoCloseable {

    /** What later starts may ask for. Called on a virtual thread. */
    public interface Handler {

        void toFront();

        /** Whether this program ends in favour of a later start of that version, which then comes again. */
        boolean givesWay(String version);

        /** Runs a command line as if it had been started here; returns its exit code. */
        int run(Invocation command, PrintWriter out, PrintWriter err) throws InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(FirstInstance.class.getName());
    /** A request is one short line from the same machine: who takes longer is not one of us. */
    private static final int REQUEST_MILLIS = 3_000;
    private static final int AT_ONCE = 16;
    /** Keeps a failure that lasts (no more file handles) from becoming a busy loop. */
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration END = Duration.ofSeconds(2);

    private final Path directory;
    private final ServerSocket server;
    private final Contact contact;
    private final Handler handler;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Thread ear = Thread.ofVirtual().name("instance").unstarted(this::accept);

    private FirstInstance(Path directory, ServerSocket server, Handler handler) {
        this.directory = directory;
        this.server = server;
        this.contact = Contact.at(server.getLocalPort());
        this.handler = handler;
    }

    /** Starts listening. The caller holds the {@link DeskLock} of {@code directory}. */
    public static FirstInstance listen(Path directory, Handler handler) throws IOException {
        var instance = new FirstInstance(directory, new ServerSocket(0, AT_ONCE, InetAddress.getLoopbackAddress()), handler);
        try {
            instance.contact.write(directory);
        } catch (IOException e) {
            instance.server.close();
            throw e;
        }
        instance.ear.start();
        return instance;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (places.tryAcquire()) {
                    Thread.ofVirtual().name("instance-" + socket.getPort()).start(() -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.log(Level.WARNING, "a later start could not connect", e);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(REQUEST_MILLIS);
            var lines = new JsonLines(socket);
            Optional<JsonNode> request = lines.read().filter(json -> contact.admits(json.path("token").asText("")));
            if (request.isPresent()) {
                answer(request.get(), lines, socket);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "a later start went away", e);
        } finally {
            places.release();
        }
    }

    private void answer(JsonNode request, JsonLines lines, Socket socket) throws IOException {
        lines.write(JsonLines.JSON.createObjectNode().put("accepted", true));
        switch (request.path("ask").asText("")) {
            case "front" -> {
                Optional<String> version = Optional.ofNullable(request.path("version").textValue());
                boolean gaveWay = version.filter(handler::givesWay).isPresent();
                if (!gaveWay) {
                    handler.toFront();
                }
                lines.write(JsonLines.JSON.createObjectNode().put("exit", 0).put("gave_way", gaveWay));
            }
            case "run" -> lines.write(JsonLines.JSON.createObjectNode().put("exit", run(invocation(request), lines, socket)));
            default -> LOG.fine("a later start asked for something this version does not know");
        }
    }

    private static Invocation invocation(JsonNode request) {
        var arguments = new ArrayList<String>();
        request.path("arguments").forEach(argument -> arguments.add(argument.asText()));
        var environment = new HashMap<String, String>();
        request.path("environment").properties().forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
        return new Invocation(arguments, Path.of(request.path("directory").asText("")), request.path("terminal").asBoolean(false), environment);
    }

    private int run(Invocation command, JsonLines lines, Socket socket) throws IOException {
        Thread running = Thread.currentThread();
        socket.setSoTimeout(0);
        Thread.ofVirtual().name("instance-watch").start(() -> interruptAtEnd(lines, running));
        try (var out = new PrintWriter(new LineWriter(lines, "out"));
                var err = new PrintWriter(new LineWriter(lines, "err"))) {
            int code = handler.run(command, out, err);
            // A command that was cancelled says so: on an interrupted thread nothing could be written.
            Thread.interrupted();
            return code;
        } catch (InterruptedException e) {
            throw new IOException("the asker went away", e);
        }
    }

    /** The asker says nothing more while its command runs, so whatever comes now is its end. */
    private static void interruptAtEnd(JsonLines lines, Thread running) {
        try {
            lines.read();
        } catch (IOException e) {
            // The connection broke: the asker is gone all the same.
        }
        running.interrupt();
    }

    /** Stops listening: afterwards nobody is heard here. Requests being answered end with their connection. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(Contact.file(directory));
        server.close();
        waitForTheEar();
    }

    /** The port stays open to newcomers until the thread that waits in {@code accept} has left it. */
    private void waitForTheEar() {
        try {
            ear.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
