package acquaint.casework.past;

import acquaint.casework.past.ReplyIndex.Hit;
import acquaint.casework.past.ReplyIndex.Mark;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.reply.DraftRequest;
import acquaint.reply.Likeness;
import acquaint.reply.PastReply;
import acquaint.store.Desk;
import acquaint.store.ReplyRows;
import acquaint.store.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;

/**
 * What agents of the whole desk answered in like cases. An index in a directory of its own follows the desk in the background and may be deleted
 * at any time; what it has not taken in yet is not found. Texts come from the desk, so that nothing is found that is not there any more, or forgotten. Safe for any thread.
 */
public final class PastReplies implements PastReply.Finder, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PastReplies.class.getName());

    private static final int PORTION = 500;
    private static final int FOUND = 40;
    private static final int AFTER = 4;
    /** So many are compared by what they mean, which takes some milliseconds each. */
    private static final int COMPARED = 10;
    /** What came in just now is worth this short wait; a desk that is taken in for the first time is not waited for. */
    private static final long WAIT_MILLIS = 150;

    private final Desk desk;
    private final Path directory;
    private final Likeness likeness;
    private final Executor background;
    private final Semaphore following = new Semaphore(1);
    private final Map<TicketId, Long> forgotten = new HashMap<>();
    private volatile ReplyIndex index;
    private volatile boolean closed;

    /** {@code likeness} says how much alike two cases are in meaning, where that can be told; {@code background} must not interrupt what it runs: it writes files that an interrupt would close. */
    public PastReplies(Desk desk, Path directory, Likeness likeness, Executor background) {
        this.desk = desk;
        this.directory = directory;
        this.likeness = likeness;
        this.background = background;
    }

    @Override
    public List<PastReply> like(DraftRequest request) throws InterruptedException {
        follow();
        if (following.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
            following.release();
        }
        ReplyIndex current = index;
        if (current == null) {
            return List.of();
        }
        try {
            Case wanted = Case.of(request.ticket(), request.conversation());
            List<Hit> hits = current.like(wanted, Optional.of(request.ticket().id()), FOUND);
            return ordered(wanted, desk.read(session -> hits.stream().flatMap(hit -> reply(session, hit, hits.getFirst().score()).stream()).toList()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "past replies cannot be searched", e);
            return List.of();
        }
    }

    /** By words and by meaning, in equal parts, where meanings can be told. */
    private List<PastReply> ordered(Case wanted, List<PastReply> found) throws InterruptedException {
        List<PastReply> first = found.subList(0, Math.min(COMPARED, found.size()));
        Optional<double[]> alike = first.isEmpty() || wanted.asked().isBlank() ? Optional.empty() : likeness.to(wanted.asked(), first.stream().map(PastReply::asked).toList());
        if (alike.isEmpty()) {
            return found;
        }
        var ordered = new ArrayList<PastReply>();
        for (int i = 0; i < first.size(); i++) {
            ordered.add(first.get(i).fitting((first.get(i).fit() + alike.get()[i]) / 2));
        }
        found.stream().skip(first.size()).map(one -> one.fitting(one.fit() / 2)).forEach(ordered::add);
        ordered.sort(Comparator.comparingDouble(PastReply::fit).reversed());
        return ordered;
    }

    private static Optional<PastReply> reply(Session session, Hit hit, double best) {
        return session.messages().find(hit.reply()).filter(reply -> reply.delivery() != Message.Delivery.FAILED && reply.delivery() != Message.Delivery.HELD)
                .filter(reply -> reply.position() > session.forgottenMemory().upTo(reply.ticket()).orElse(0))
                .flatMap(reply -> session.tickets().find(reply.ticket()).map(ticket -> past(session, ticket, reply, hit.score() / best)));
    }

    private static PastReply past(Session session, Ticket ticket, Message reply, double fit) {
        long forgotten = session.forgottenMemory().upTo(ticket.id()).orElse(0);
        String asked = Case.of(ticket, session.messages().before(ticket.id(), reply.position(), Case.MESSAGES), forgotten).asked();
        Optional<String> next = session.messages().after(ticket.id(), reply.position(), AFTER).stream()
                .filter(message -> message.isFrom(Message.Kind.CUSTOMER)).findFirst().map(Message::text);
        return new PastReply(reply, session.customers().find(ticket.customer()).orElseThrow(), asked, next, ticket.status() == TicketStatus.CLOSED, fit);
    }

    /** Has the index follow the desk in the background, if it does not just do so. */
    public void follow() {
        if (!closed && following.tryAcquire()) {
            try {
                background.execute(this::catchUp);
            } catch (RuntimeException e) {
                following.release();
                LOG.log(Level.DEBUG, "the desk closes", e);
            }
        }
    }

    private void catchUp() {
        try {
            if (!closed && index == null) {
                index = open();
            }
            takeIn();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "past replies cannot be taken into their index", e);
        } finally {
            following.release();
        }
    }

    private ReplyIndex open() throws IOException {
        Files.createDirectories(directory);
        try {
            return new ReplyIndex(FSDirectory.open(directory));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the index of past replies cannot be read and is made again", e);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            return new ReplyIndex(FSDirectory.open(directory));
        }
    }

    private void takeIn() throws IOException {
        Mark mark = index.mark();
        Optional<String> standing = desk.read(session -> session.replyRows().at(mark.row())).map(id -> id.value());
        if (!mark.equals(Mark.NONE) && !standing.equals(Optional.of(mark.reply()))) {
            index.clear();
        }
        forget();
        while (!closed && portion(index.mark())) {
            Thread.yield();
        }
    }

    private boolean portion(Mark mark) throws IOException {
        record Answered(ReplyRows.Row row, Case answered) {}
        List<Answered> portion = desk.read(session -> session.replyRows().after(mark.row(), PORTION).stream()
                .map(row -> new Answered(row, Case.of(session.tickets().find(row.reply().ticket()).orElseThrow(),
                        session.messages().before(row.reply().ticket(), row.reply().position(), Case.MESSAGES), upTo(row)))).toList());
        for (Answered one : portion) {
            if (one.row().reply().position() > upTo(one.row())) {
                index.put(one.row().reply(), one.answered());
            }
        }
        if (!portion.isEmpty()) {
            ReplyRows.Row last = portion.getLast().row();
            index.commit(new Mark(last.number(), last.reply().id().value()));
        }
        return portion.size() == PORTION;
    }

    private long upTo(ReplyRows.Row row) {
        return forgotten.getOrDefault(row.reply().ticket(), 0L);
    }

    /** At the first time all that was ever forgotten: the index may be older. */
    private void forget() throws IOException {
        Map<TicketId, Long> now = desk.read(session -> session.replyRows().forgotten());
        boolean any = false;
        for (Map.Entry<TicketId, Long> one : now.entrySet()) {
            if (!one.getValue().equals(forgotten.put(one.getKey(), one.getValue()))) {
                index.forget(one.getKey(), one.getValue());
                any = true;
            }
        }
        if (any) {
            index.expunge();
            index.commit(index.mark());
        }
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        closed = true;
        following.acquireUninterruptibly();
        try {
            if (index != null) {
                index.close();
                index = null;
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the index of past replies was not closed well; it is looked at when it is opened next", e);
        } finally {
            following.release();
        }
    }
}
