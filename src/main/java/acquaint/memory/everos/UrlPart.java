package acquaint.memory.everos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** A text as one segment of a path or one value of a query. */
final class UrlPart {

    private UrlPart() {}

    static String of(String text) {
        // The encoder is made for forms, where a blank is a plus; in a path a plus is a plus.
        return URLEncoder.encode(WellFormed.of(text), UTF_8).replace("+", "%20");
    }
}
