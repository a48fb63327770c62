package acquaint.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked, what is sent with it, and what becomes of each kind of answer; against a real server. */
class ReleaseFeedTest {

    private final MockWebServer server = new MockWebServer();
    private final ReleaseFeed feed = new ReleaseFeed("1.4.2", Duration.ofMillis(800));

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        feed.close();
        server.close();
    }

    private URI address() {
        return server.url("/acquaint.json").uri();
    }

    private void answers(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private void sendsTo(String location) {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", location).build());
    }

    private UpdateTrouble trouble(URI address) {
        return assertThrows(UpdateException.class, () -> feed.newer(address)).kind();
    }

    @Test
    void aNewerVersionIsToldAndNothingOfTheUserIsSent() throws Exception {
        answers("{\"version\": \"1.10.0\", \"notes\": \"Faster.\\u0007\", \"url\": \"https://example.org/acquaint\", \"more\": 1}");
        assertEquals(Optional.of(new Release("1.10.0", "Faster.", Optional.of(URI.create("https://example.org/acquaint")))), feed.newer(address()));
        var request = server.takeRequest(5, TimeUnit.SECONDS);
        assertEquals("GET", request.getMethod());
        assertEquals("/acquaint.json", request.getUrl().encodedPath());
        assertNull(request.getUrl().query());
        assertNull(request.getHeaders().get("User-Agent"));
        assertEquals(Set.of("Accept-Encoding", "Connection", "Host"), request.getHeaders().names());
    }

    @Test
    void theSameAnOlderAndABetaOfTheSameAreNotNewer() throws Exception {
        for (String version : List.of("1.4.2", "1.4.2.0", "1.4.1", "1.4", "0.99", "1.4.2-beta")) {
            answers("{\"version\": \"" + version + "\"}");
            assertEquals(Optional.empty(), feed.newer(address()), version);
        }
        for (String version : List.of("1.4.3", "1.5", "2", "1.4.10", "1.4.3-beta")) {
            answers("{\"version\": \"" + version + "\"}");
            assertTrue(feed.newer(address()).isPresent(), version);
        }
    }

    @Test
    void zerosAtTheEndCountForNothing() {
        assertEquals(0, VersionNumber.of("1.4").orElseThrow().compareTo(VersionNumber.of("1.4.0.0").orElseThrow()));
        assertTrue(VersionNumber.of("10").orElseThrow().compareTo(VersionNumber.of("9.9").orElseThrow()) > 0);
        assertTrue(VersionNumber.of("1.0-rc1").orElseThrow().compareTo(VersionNumber.of("1.0.0").orElseThrow()) < 0);
        assertEquals(Optional.empty(), VersionNumber.of("latest"));
        assertEquals(Optional.empty(), VersionNumber.of("1." + "0".repeat(100)));
    }

    @Test
    void whatIsNoNewsOfAVersionIsSaidToBeNone() {
        for (String junk : List.of("", "hello", "<html>", "[]", "null", "{}", "{\"version\": 2}", "{\"version\": \"latest\"}", "{\"version\": \"1.5")) {
            answers(junk);
            assertEquals(UpdateTrouble.UNREADABLE, trouble(address()), junk);
        }
        server.enqueue(new MockResponse.Builder().code(404).build());
        assertEquals(UpdateTrouble.REFUSED, trouble(address()));
        server.enqueue(new MockResponse.Builder().code(500).build());
        assertEquals(UpdateTrouble.REFUSED, trouble(address()));
    }

    @Test
    void aHugeAnswerIsNotRead() {
        answers("{\"version\": \"2.0\", \"notes\": \"" + "x".repeat(70_000) + "\"}");
        assertEquals(UpdateTrouble.TOO_LARGE, trouble(address()));
        server.enqueue(new MockResponse.Builder().chunkedBody("x".repeat(3_000_000), 8_192).build());
        assertEquals(UpdateTrouble.TOO_LARGE, trouble(address()));
    }

    @Test
    void aSlowServerIsGivenUpAndOneThatIsAwayIsSaidToBe() {
        server.enqueue(new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).body("{\"version\": \"2.0\"}").build());
        assertEquals(UpdateTrouble.LATE, trouble(address()));
        server.enqueue(new MockResponse.Builder().body("{\"version\": \"2.0\", \"notes\": \"slow\"}").throttleBody(4, 1, TimeUnit.SECONDS).build());
        assertEquals(UpdateTrouble.LATE, trouble(address()));
        server.enqueue(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());
        assertEquals(UpdateTrouble.AWAY, trouble(address()));
        assertEquals(UpdateTrouble.AWAY, trouble(URI.create("http://127.0.0.1:1/acquaint.json")));
    }

    @Test
    void plainHttpIsAskedOnThisComputerAloneAndNoRedirectLeadsToIt() throws Exception {
        assertEquals(UpdateTrouble.NOT_HTTPS, trouble(URI.create("http://updates.example.org/acquaint.json")));
        assertEquals(UpdateTrouble.NOT_HTTPS, trouble(URI.create("file:///etc/passwd")));
        assertFalse(ReleaseFeed.isAllowed(URI.create("http://localhost.example.org/a")));
        assertTrue(ReleaseFeed.isAllowed(URI.create("http://localhost:8080/a")));
        sendsTo("http://updates.example.org/acquaint.json");
        assertEquals(UpdateTrouble.SENT_ELSEWHERE, trouble(address()));
        sendsTo("file:///etc/passwd");
        assertEquals(UpdateTrouble.SENT_ELSEWHERE, trouble(address()));
        sendsTo("/newer.json");
        answers("{\"version\": \"2.0\", \"url\": \"javascript:alert(1)\"}");
        assertEquals(Optional.of(new Release("2.0", "", Optional.empty())), feed.newer(address()));
        for (int i = 0; i < 5; i++) {
            sendsTo("/again.json");
        }
        assertEquals(UpdateTrouble.SENT_ELSEWHERE, trouble(address()));
    }
}
