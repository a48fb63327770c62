package acquaint.instance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FirstInstanceTest {

    @TempDir
    Path directory;

    private final CountDownLatch broughtToFront = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final AtomicReference<Invocation> ran = new AtomicReference<>();
    private FirstInstance first;

    private final class Window implements FirstInstance.Handler {

        @Override
        public void toFront() {
            broughtToFront.countDown();
        }

        @Override
        public boolean givesWay(String version) {
            return version.equals("2.0");
        }

        @Override
        public int run(Invocation command, PrintWriter out, PrintWriter err) throws InterruptedException {
            ran.set(command);
            if (command.arguments().contains("wait")) {
                started.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            }
            if (command.arguments().contains("stop")) {
                started.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    // As a command does that leaves its own end to others; it is interrupted still.
                    Thread.currentThread().interrupt();
                    out.print("stopped\n");
                    return 7;
                }
            }
            command.arguments().forEach(out::println);
            err.println("done");
            return 1;
        }
    }

    @BeforeEach
    void listen() throws Exception {
        first = FirstInstance.listen(directory, new Window());
    }

    @AfterEach
    void stop() throws Exception {
        first.close();
    }

    private OtherInstance other() throws Exception {
        return OtherInstance.connect(directory).orElseThrow();
    }

    @Test
    void aSecondStartBringsTheWindowToTheFront() throws Exception {
        try (var other = other()) {
            other.toFront();
        }
        assertTrue(broughtToFront.await(10, TimeUnit.SECONDS));
    }

    @Test
    void itComesToTheFrontOrGivesWayToAnotherVersion() throws Exception {
        try (var other = other()) {
            assertTrue(other.toFrontOrAway("2.0"));
        }
        assertEquals(1, broughtToFront.getCount());
        try (var other = other()) {
            assertFalse(other.toFrontOrAway("1.0"));
        }
        assertTrue(broughtToFront.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aCommandRunsInTheFirstInstanceAndItsAnswerComesBackWhole() throws Exception {
        String long_ = "äöü 😀 ".repeat(20_000);
        var command = new Invocation(List.of("tickets", "two\nlines", long_), directory.resolve("where typed"), true, Map.of("KEY", "a secret"));
        var out = new StringWriter();
        var err = new StringWriter();
        try (var other = other()) {
            assertEquals(1, other.run(command, new PrintWriter(out), new PrintWriter(err)));
        }
        assertEquals(String.join(System.lineSeparator(), "tickets", "two\nlines", long_) + System.lineSeparator(), out.toString());
        assertEquals("done" + System.lineSeparator(), err.toString());
        assertEquals(command, ran.get());
    }

    @Test
    void anAskerWhoGoesAwayCancelsItsCommand() throws Exception {
        var other = other();
        Thread asker = Thread.ofVirtual().start(() -> assertThrows(IOException.class, () -> other.run(
                new Invocation(List.of("wait"), directory, false), nowhere(), nowhere())));
        assertTrue(started.await(10, TimeUnit.SECONDS));
        other.close();
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        asker.join();
    }

    @Test
    void aCommandThatIsCancelledStillSaysHowItEnded() throws Exception {
        var answer = new StringWriter();
        var code = new AtomicInteger(-1);
        try (var other = other()) {
            Thread asker = Thread.ofVirtual().start(() -> assertDoesNotThrow(() ->
                    code.set(other.run(new Invocation(List.of("stop"), directory, false), new PrintWriter(answer), nowhere()))));
            assertTrue(started.await(10, TimeUnit.SECONDS));
            other.cancel();
            asker.join();
        }
        assertEquals(7, code.get());
        assertEquals("stopped\n", answer.toString());
    }

    @Test
    void whatACommandReadsOfItsEnvironmentIsNeverPrinted() {
        assertFalse(new Invocation(List.of("tickets"), directory, true, Map.of("KEY", "a secret")).toString().contains("a secret"));
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(PrintWriter.nullWriter());
    }

    @Test
    void aStrangerWithoutTheTokenGetsNoAnswerAndRunsNothing() throws Exception {
        assertEquals(-1, firstAnswer("{\"token\":\"guess\",\"ask\":\"front\"}\n"));
        assertEquals(-1, firstAnswer("{\"ask\":\"run\",\"arguments\":[\"tickets\"],\"directory\":\"/\"}\n"));
        assertEquals(-1, firstAnswer("GET / HTTP/1.1\n\n"));
        assertEquals(-1, firstAnswer("[".repeat(5000) + "\n"));
        assertEquals(1, broughtToFront.getCount());
        assertEquals(null, ran.get());
    }

    private int firstAnswer(String request) throws IOException {
        int port = Contact.read(directory).orElseThrow().port();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return socket.getInputStream().read();
        }
    }

    @Test
    void anEndlessLineIsCutOffAndTheNextStartIsStillServed() throws Exception {
        int port = Contact.read(directory).orElseThrow().port();
        byte[] block = "x".repeat(64 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThrows(IOException.class, () -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                while (true) {
                    socket.getOutputStream().write(block);
                }
            }
        });
        aSecondStartBringsTheWindowToTheFront();
    }

    @Test
    void theTokenIsItsOwnersAloneAndNeverPrinted() throws Exception {
        Path file = Contact.file(directory);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("[OWNER_READ, OWNER_WRITE]",
                    Files.getPosixFilePermissions(file).stream().map(Enum::name).sorted().toList().toString());
        }
        Contact contact = Contact.read(directory).orElseThrow();
        assertFalse(contact.toString().contains(contact.token()));
    }

    @Test
    void whereNobodyListensThereIsNobodyToTalkTo() throws Exception {
        String stale = Files.readString(Contact.file(directory));
        first.close();
        assertTrue(OtherInstance.connect(directory).isEmpty());
        Files.writeString(Contact.file(directory), stale);
        assertTrue(OtherInstance.connect(directory).isEmpty(), "a stale file");
        Files.writeString(Contact.file(directory), "{\"port\":");
        assertTrue(OtherInstance.connect(directory).isEmpty(), "a damaged file");
    }
}
