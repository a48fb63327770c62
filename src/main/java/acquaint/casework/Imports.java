package acquaint.casework;

import acquaint.channel.ConversationFile;
import acquaint.channel.ConversationFile.Line;
import acquaint.channel.ImportedConversation;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Brings conversations into the desk from a file, one transaction a conversation. */
public final class Imports {

    /** A line that was left out, counted from 1, and why in words for the user. */
    public record BadLine(long line, String reason) {}

    /**
     * How far an import is, or how it ended. {@code fraction} is by bytes, 0 to 1. {@code skipped} conversations were on
     * the desk already.
     */
    public record Progress(double fraction, long tickets, long customers, long messages, long skipped, List<BadLine> bad, boolean cancelled) {}

    /** The lines of a file, one after the other, until there is none. */
    interface Lines {
        Optional<Line> next() throws IOException;
    }

    private final Desk desk;
    private final ConversationImport conversations;
    private final MailIntake mails;
    private final Runnable own;

    public Imports(Desk desk, Clock clock, String me) {
        this(desk, clock, me, new MailIntake(desk, clock, me), () -> {});
    }

    /** Mails come in by {@code mails}. {@code own} is told once a run, before anything that is somebody's own comes to the desk; what it throws stops that. */
    public Imports(Desk desk, Clock clock, String me, MailIntake mails, Runnable own) {
        this.desk = desk;
        this.own = own;
        this.conversations = new ConversationImport(new Journal(clock, me));
        this.mails = mails;
    }

    /** Reads the whole file, of conversations or (by its name) of one mail; an interrupt stops it after the conversation at hand, which the result says. {@code progress} is called after each conversation, on the calling thread. */
    public Progress run(Path file, Consumer<Progress> progress) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".eml")) {
            return mail(file);
        }
        try (var conversationFile = ConversationFile.open(file)) {
            return run(conversationFile::next, conversationFile::fraction, progress);
        }
    }

    private Progress mail(Path file) throws IOException {
        var taken = mails.take(file);
        return new Progress(1, taken.ticket() ? 1 : 0, taken.customer() ? 1 : 0, taken.message() ? 1 : 0, taken.message() ? 0 : 1, List.of(), false);
    }

    Progress run(Lines lines, DoubleSupplier fraction, Consumer<Progress> progress) throws IOException {
        var tally = new Tally();
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) {
                return tally.progress(1, false);
            }
            take(line.get(), tally);
            progress.accept(tally.progress(fraction.getAsDouble(), false));
        }
        return tally.progress(fraction.getAsDouble(), true);
    }

    private void take(Line line, Tally tally) {
        switch (line) {
            case Line.Bad(long number, String reason) -> tally.bad.add(new BadLine(number, reason));
            case Line.Good(long number, var conversation) -> {
                try {
                    tally.count(desk.write(session -> add(session, conversation, tally)));
                } catch (IllegalArgumentException e) {
                    // A rule of the model that the file's reader does not know of.
                    tally.bad.add(new BadLine(number, e.getMessage()));
                }
            }
        }
    }

    /** What the desk has already is nobody's anew, and what a rule refuses never comes. */
    private ConversationImport.Added add(Session session, ImportedConversation conversation, Tally tally) {
        ConversationImport.Added added = conversations.add(session, conversation);
        if (added.anything() && !tally.own) {
            own.run();
            tally.own = true;
        }
        return added;
    }

    /** Counts as an import goes on. */
    private static final class Tally {

        private final List<BadLine> bad = new ArrayList<>();
        private long tickets;
        private long customers;
        private long messages;
        private long skipped;
        /** Whether it was told already that somebody's own comes. */
        private boolean own;

        private void count(ConversationImport.Added added) {
            tickets += added.ticket() ? 1 : 0;
            customers += added.customer() ? 1 : 0;
            messages += added.messages();
            skipped += added.anything() ? 0 : 1;
        }

        private Progress progress(double fraction, boolean cancelled) {
            return new Progress(fraction, tickets, customers, messages, skipped, List.copyOf(bad), cancelled);
        }
    }
}
