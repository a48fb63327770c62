package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An HTTP server on loopback that hands its bytes out exactly as it is told, and sees at once when the other side goes away. */
public final class LoopbackServer implements AutoCloseable {

    /** A request as it came: {@code body} byte for byte, names of headers in lower case. */
    public record Received(String method, String path, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, UTF_8);
        }
    }

    /** What answers a request. */
    public interface Handler {
        void answer(Received request, Wire wire) throws Exception;
    }

    private final ServerSocket socket;
    private final Handler handler;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public LoopbackServer(Handler handler) throws IOException {
        this.handler = handler;
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            Received request = read(in);
            received.add(request);
            var wire = new Wire(client, in);
            handler.answer(request, wire);
            client.getOutputStream().flush();
        } catch (Exception e) {
            // The other side went away, or this one was closed.
        }
    }

    private static Received read(InputStream in) throws IOException {
        String[] start = line(in).split(" ");
        var headers = new TreeMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(start[0], start[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the request broke off");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    /** The way back to the one who asked. What it is given leaves at once. */
    public static final class Wire {

        private final Socket client;
        private final OutputStream out;
        private final CountDownLatch gone = new CountDownLatch(1);

        private Wire(Socket client, InputStream in) throws IOException {
            this.client = client;
            this.out = client.getOutputStream();
            Thread.ofVirtual().start(() -> {
                try {
                    while (in.read() >= 0) {
                        // Nobody says more than the request.
                    }
                } catch (IOException e) {
                    // Reset, which is going away as well.
                }
                gone.countDown();
            });
        }

        /** Headers are whole lines, such as {@code Retry-After: 3}. */
        public Wire head(int status, String type, String... headers) throws IOException {
            String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            out.write(("HTTP/1.1 " + status + " Said\r\nContent-Type: " + type + "\r\n" + lines + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
            return this;
        }

        public Wire stream() throws IOException {
            return head(200, "text/event-stream; charset=utf-8");
        }

        public Wire write(byte[] bytes) throws IOException {
            out.write(bytes);
            return this;
        }

        public Wire write(String text) throws IOException {
            return write(text.getBytes(UTF_8));
        }

        /** Breaks the connection off so that the other side sees a fault and no end. */
        public void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }

        /** Whether the other side has gone away within so many seconds. */
        public boolean goneWithin(int seconds) throws InterruptedException {
            return gone.await(seconds, TimeUnit.SECONDS);
        }

        public boolean isGone() {
            return gone.getCount() == 0;
        }
    }
}
