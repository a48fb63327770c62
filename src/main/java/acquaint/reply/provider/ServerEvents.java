package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads server-sent events from bytes as they come, cut anywhere (WHATWG HTML, 9.2.6). A line is made to text when it is whole, so no cut
 * can fall into a character. What an endless line holds beyond {@link #LONGEST} is refused. For one thread.
 */
final class ServerEvents {

    /** No service sends a piece of an answer that is longer. */
    static final int LONGEST = 4 << 20;

    /** A line or an event is longer than any service makes them. */
    static final class TooLong extends RuntimeException {
        TooLong() {
            super("an event is longer than " + (LONGEST >> 20) + " MB");
        }
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private boolean hasData;
    private boolean first = true;
    private boolean afterReturn;

    /** The events that these bytes complete. */
    List<ServerEvent> read(byte[] bytes) {
        var events = new ArrayList<ServerEvent>();
        for (byte next : bytes) {
            boolean secondHalf = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (secondHalf) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                lineEnds().ifPresent(events::add);
            } else {
                line.write(next);
                if (line.size() + data.length() > LONGEST) {
                    throw new TooLong();
                }
            }
        }
        return events;
    }

    /** The event that the stream ended in without the blank line that belongs behind it. */
    Optional<ServerEvent> end() {
        if (line.size() > 0) {
            lineEnds();
        }
        return event();
    }

    private Optional<ServerEvent> lineEnds() {
        String text = line.toString(UTF_8);
        line.reset();
        if (first && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        first = false;
        if (text.isEmpty()) {
            return event();
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        field(field, value.startsWith(" ") ? value.substring(1) : value);
        return Optional.empty();
    }

    /** A field without a name is a comment; ids and times to come back are of no use here. */
    private void field(String field, String value) {
        switch (field) {
            case "event" -> name = value;
            case "data" -> {
                if (hasData) {
                    data.append('\n');
                }
                hasData = true;
                data.append(value);
            }
            default -> { }
        }
    }

    private Optional<ServerEvent> event() {
        Optional<ServerEvent> event = hasData ? Optional.of(new ServerEvent(name.isEmpty() ? "message" : name, data.toString())) : Optional.empty();
        name = "";
        data.setLength(0);
        hasData = false;
        return event;
    }
}
