package acquaint.memory.serve;

import java.util.Map;

/**
 * The limits of the JDK's HTTP server, which reads them once, when its classes are loaded, and for the whole program. What the
 * command line of the Java machine says goes before.
 */
final class HttpLimits {

    private static final Map<String, String> PROPERTIES = Map.of(
            // The server writes head and body apart: without this the second waits some 40 ms for the first to be acknowledged.
            "sun.net.httpserver.nodelay", "true",
            // Seconds for a request to come in whole, twice what the longest takes at 10 Mbit/s. A program that sends a byte now and
            // then would hold its thread for ever.
            "sun.net.httpserver.maxReqTime", "60",
            // Seconds from there to the end of the answer; the longest work, the summary of a long session, takes a few. A program
            // that does not read its answer is cut off.
            "sun.net.httpserver.maxRspTime", "120",
            // Seconds that a connection may be kept without being used, or without a first byte.
            "sun.net.httpserver.idleInterval", "30",
            // Far more than the programs of one computer need. What comes beyond is closed at once, before it costs any memory.
            "jdk.httpserver.maxConnections", "256",
            // The headers of a request are some hundred bytes; the usual limit would let each connection hold 380 KB of them.
            "sun.net.httpserver.maxReqHeaderSize", "32768");

    private HttpLimits() {}

    /** Before the first server is made. */
    static void set() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
