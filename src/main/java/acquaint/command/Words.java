package acquaint.command;

import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.SessionId;
import acquaint.reply.Evidence;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How commands say times and messages to people. Times are in the system's zone. */
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private Words() {}

    static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    static String day(Instant at) {
        return DAY.format(at.atZone(ZoneId.systemDefault()));
    }

    /** The largest whole unit: {@code 45s}, {@code 12m}, {@code 7h}, {@code 300d}. */
    static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.isNegative()) {
            return "0s";
        }
        return age.toDays() > 0 ? age.toDays() + "d"
                : age.toHours() > 0 ? age.toHours() + "h"
                : age.toMinutes() > 0 ? age.toMinutes() + "m"
                : age.toSeconds() + "s";
    }

    /** As in an import file: {@code customer}, {@code agent}, {@code note}; {@code event} for what no file has. */
    static String from(Message.Kind kind) {
        return switch (kind) {
            case CUSTOMER -> "customer";
            case REPLY -> "agent";
            case NOTE -> "note";
            case EVENT -> "event";
        };
    }

    static String event(Event event) {
        String argument = event.argument();
        return switch (event.name()) {
            case CREATED -> "opened the ticket";
            case STATUS -> "made it " + argument.toLowerCase(Locale.ROOT);
            case ASSIGNED -> "assigned it to " + argument;
            case UNASSIGNED -> "took the assignment back";
            case PRIORITY -> "set its priority to " + argument.toLowerCase(Locale.ROOT);
            case TAGGED -> "added the tag " + argument;
            case UNTAGGED -> "removed the tag " + argument;
            case SEND_UNDONE -> "undid a send";
            case HANDED_OVER -> "handed it to " + recipient(argument);
            case HANDOFF_ACCEPTED -> "accepted the handoff";
            case HANDOFF_RETURNED -> "returned the handoff";
            case HANDOFF_ASKED -> "asked about the handoff";
            case HANDOFF_ANSWERED -> "answered about the handoff";
            case HANDOFF_REASSIGNED -> "gave the handoff to " + recipient(argument);
            case HANDOFF_TAKEN_OVER -> "took the ticket over";
            case HANDOFF_WAITING -> "lets the handoff be " + argument.toLowerCase(Locale.ROOT).replace('_', ' ');
            case HANDOFF_RESUMED -> "goes on with the handoff";
            case HANDOFF_DECIDED -> "decided the handoff";
            case HANDOFF_ENDED -> "took the handoff back";
            case BRIEF_FORGOTTEN -> "forgot what the brief had from memory";
            case REVIEW_ASKED -> "waits for a second person with a reply";
            case REVIEW_APPROVED -> "let the held reply leave";
            case REVIEW_SENT_BACK -> "sent the held reply back";
            case REVIEW_TAKEN_BACK -> "took the held reply back";
        };
    }

    /** {@code argument} is the kind of a recipient and their name, with a blank between. */
    private static String recipient(String argument) {
        return argument.startsWith("PERSON ") ? argument.substring(7) : argument.toLowerCase(Locale.ROOT);
    }

    /** The name of a state, as JSON has it but with blanks. */
    static String of(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code text} with each line set in by four blanks. */
    static void indented(PrintWriter out, String text) {
        text.lines().forEach(line -> out.println(line.isBlank() ? "" : "    " + line));
    }

    /** Where a sentence has it from, in one line. */
    static String source(Evidence evidence) {
        return "← " + evidence.kind().name().toLowerCase(Locale.ROOT) + ", " + day(evidence.at()) + evidence.session().flatMap(SessionId::ticket).map(id -> ", " + id).orElse("")
                + ": " + evidence.quote();
    }
}
