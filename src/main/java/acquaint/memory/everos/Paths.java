package acquaint.memory.everos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of paths and queries. */
final class Paths {

    private Paths() {}

    static String segment(String text) {
        return query(text).replace(".", "%2E");
    }

    static String query(String text) {
        return URLEncoder.encode(Requests.clean(text), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
