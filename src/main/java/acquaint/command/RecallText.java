package acquaint.command;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Outcome;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.model.SessionId;
import acquaint.model.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What memory answered, for people: each thing known with its date and the ticket it comes from. */
final class RecallText {

    private static final int QUOTED = 160;

    private RecallText() {}

    static void print(PrintWriter out, Recall recall) {
        section(out, "Profile", recall.profile(), item -> print(out, item));
        section(out, "Episodes", recall.episodes(), episode -> print(out, episode, Optional.ofNullable(recall.foundBy().get(episode.id()))));
        section(out, "Said before", recall.passages(), passage -> print(out, passage));
    }

    private static <T> void section(PrintWriter out, String title, List<T> things, Consumer<T> print) {
        if (!things.isEmpty()) {
            out.println(title);
            things.forEach(print);
            out.println();
        }
    }

    private static void print(PrintWriter out, ProfileItem item) {
        out.println("  " + item.text() + remarks(item));
        out.println("      " + (item.at().equals(ProfileItem.UNDATED) ? "" : Words.day(item.at())) + ticket(item.session()));
        item.former().forEach(former -> out.println("      before: " + former.text() + "  " + Words.day(former.at()) + ticket(former.session())));
    }

    private static String remarks(ProfileItem item) {
        return (item.pinned() ? "  (pinned)" : "") + (item.disputed() ? "  (doubtful)" : "") + (item.corrected() ? "  (an agent's word)" : "")
                + (item.count() > 1 ? "  (in " + item.count() + " tickets)" : "");
    }

    private static void print(PrintWriter out, Episode episode, Optional<FoundBy> foundBy) {
        out.println("  " + Words.day(episode.until()) + ticket(Optional.of(episode.session())) + "  " + episode.subject() + found(foundBy));
        Words.indented(out, episode.summary());
        episode.outcome().ifPresent(outcome -> Words.indented(out, "→ " + word(outcome) + (outcome.text().isEmpty() ? "" : ": " + outcome.text())));
    }

    private static String word(Outcome outcome) {
        return outcome.kind().name().toLowerCase(Locale.ROOT);
    }

    private static void print(PrintWriter out, Passage passage) {
        out.println("  " + Words.day(passage.utterance().at()) + ticket(Optional.of(passage.session()))
                + "  " + passage.utterance().author() + found(Optional.of(passage.foundBy())));
        Words.indented(out, Texts.firstLine(passage.utterance().text().replaceAll("\\s+", " "), QUOTED));
    }

    private static String found(Optional<FoundBy> by) {
        return by.map(how -> switch (how) {
            case WORDS -> "  (by its words)";
            case MEANING -> "  (by its meaning)";
            case BOTH -> "  (by its words and its meaning)";
            case RECENT -> "  (among the newest)";
        }).orElse("");
    }

    private static String ticket(Optional<SessionId> session) {
        return session.flatMap(SessionId::ticket).map(id -> "  " + id).orElse("");
    }
}
