package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A brief as a note of the conversation: each part under its heading, a line each. */
public final class BriefNote {

    private BriefNote() {}

    /** With the parts' own names as headings. */
    public static String of(Brief brief) {
        return of(brief, part -> part.name().charAt(0) + part.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** {@code heading} tells what a part is called in the desk's language. */
    public static String of(Brief brief, Function<BriefPart, String> heading) {
        return brief.lines().entrySet().stream().map(part -> heading.apply(part.getKey()) + "\n" + lines(part.getValue())).collect(Collectors.joining("\n\n"));
    }

    private static String lines(List<BriefLine> lines) {
        return lines.stream().map(BriefNote::line).collect(Collectors.joining("\n"));
    }

    /** As it stands in the note. */
    static String line(BriefLine line) {
        return "– " + line.text() + line.detail().map(detail -> " (" + detail + ")").orElse("");
    }
}
