package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import java.util.stream.Collectors;

/** A brief as a note of the conversation. */
public final class BriefNote {

    private BriefNote() {}

    public static String of(Brief brief) {
        return brief.lines().values().stream()
                .map(lines -> lines.stream().map(BriefNote::line).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String line(BriefLine line) {
        return line.text() + line.detail().map(detail -> " (" + detail + ")").orElse("");
    }
}
