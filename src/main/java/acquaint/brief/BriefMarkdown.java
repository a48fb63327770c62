package acquaint.brief;

import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Briefs as Markdown (CommonMark), for tickets and chats of other programs. What customers wrote is escaped, so that it stays text. Safe for any thread. */
public final class BriefMarkdown {

    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~]|^[-+=]");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");

    private BriefMarkdown() {}

    /** Headings and sources in the reader's language, English where there are no words for it; {@code zone} is where days are meant. */
    public static String write(Brief brief, Locale reader, ZoneId zone) {
        var words = new BriefWords(reader, zone);
        var text = new StringBuilder("# ").append(escaped(words.say("title", "ticket", brief.ticket().value()))).append("\n\n")
                .append(words.say("written", "date", words.day(brief.writtenAt()))).append('\n');
        brief.lines().forEach((part, lines) -> {
            text.append("\n## ").append(words.heading(part)).append("\n\n");
            lines.forEach(line -> text.append("- ").append(escaped(line.text())).append(line.detail().map(detail -> " **(" + escaped(detail) + ")**").orElse(""))
                    .append(sources(line, words)).append('\n'));
        });
        return text.toString();
    }

    private static String sources(BriefLine line, BriefWords words) {
        String sources = line.evidence().stream().map(words::source).distinct().collect(Collectors.joining("; "));
        return sources.isEmpty() ? "" : "  \n  *" + escaped(sources) + "*";
    }

    /** On one line; a mark that would begin a list or a heading is none. */
    private static String escaped(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        String plain = MARKS.matcher(line).replaceAll("\\\\$0");
        return NUMBERED.matcher(plain).replaceFirst("$1\\\\$2");
    }
}
