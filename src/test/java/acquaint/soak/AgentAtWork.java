package acquaint.soak;

import acquaint.casework.Intake;
import acquaint.casework.Replies;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.soak.Step.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An agent who types, switches tickets, sends, takes back, notes, listens, opens and closes in a random order, faster than
 * any agent. Says each step before it and after it. Single-threaded.
 */
final class AgentAtWork {

    private static final int LONGEST_DRAFT = 1_500;
    private static final int TICKETS = 10;
    private static final int PAUSE_MILLIS = 6;

    private final OpenDesk work;
    private final String name;
    private final Random random;
    private final Queue<TicketId> arriving;
    private final Consumer<Step> out;
    private final List<TicketId> tickets = new ArrayList<>();
    private final List<Message> sent = new ArrayList<>();
    private TicketId current;
    private int words;

    /** {@code name} makes the words of this life differ from those of any other. */
    AgentAtWork(OpenDesk work, String name, Random random, Queue<TicketId> arriving, Consumer<Step> out) {
        this.work = work;
        this.name = name;
        this.random = random;
        this.arriving = arriving;
        this.out = out;
    }

    void workOn() throws InterruptedException {
        findWork();
        while (true) {
            choose();
            act();
            Thread.sleep(random.nextInt(PAUSE_MILLIS));
        }
    }

    /** The tickets that an earlier life left open, and its replies that may still be taken back. */
    private void findWork() {
        work.desk.read(session -> session.queue().open(OpenDesk.ME)).stream().map(row -> row.ticket()).limit(TICKETS).forEach(tickets::add);
        for (TicketId ticket : tickets) {
            work.desk.read(session -> session.messages().newest(ticket, Set.of(Message.Kind.REPLY), 3)).stream()
                    .filter(reply -> reply.delivery() == Message.Delivery.HELD)
                    .forEach(sent::add);
        }
    }

    private void choose() {
        if (tickets.size() < 3 || (tickets.size() < TICKETS && random.nextInt(30) == 0)) {
            open();
        }
        if (!arriving.isEmpty() && random.nextInt(10) == 0) {
            tickets.add(arriving.remove());
        }
        while (tickets.size() > TICKETS) {
            tickets.removeFirst();
        }
        if (current == null || !tickets.contains(current) || random.nextInt(4) == 0) {
            current = tickets.get(random.nextInt(tickets.size()));
        }
    }

    private void act() {
        int dice = random.nextInt(100);
        if (dice < 45) {
            type(random.nextInt(4) == 0 ? Mode.NOTE : Mode.REPLY);
        } else if (dice < 62) {
            send();
        } else if (dice < 72) {
            undo();
        } else if (dice < 80) {
            note();
        } else if (dice < 92) {
            hear();
        } else {
            closeOrReopen();
        }
    }

    private void type(Mode mode) {
        String text = draft(mode) + " " + word();
        if (text.length() < LONGEST_DRAFT) {
            step(Step.about(mode == Mode.NOTE ? Act.TYPE_NOTE : Act.TYPE_REPLY, current, new MessageId("none"), text), about -> {
                work.drafts.save(current, mode, text);
                return about;
            });
        }
    }

    /** Now and then the key is hit twice, or the customer's last words were not seen. */
    private void send() {
        boolean close = random.nextInt(4) == 0;
        boolean blind = random.nextInt(5) == 0;
        var id = MessageId.random();
        String text = textOf(Mode.REPLY);
        for (int press = random.nextInt(6) == 0 ? 2 : 1; press > 0; press--) {
            long seen = Math.max(0, ticket(current).lastPosition() - (blind ? 3 : 0));
            step(Step.about(close ? Act.SEND_AND_CLOSE : Act.SEND, current, id, text), about ->
                    switch (work.replies.send(new Replies.SendRequest(id, current, text, seen, close))) {
                        case Replies.SendOutcome.Sent(var message, var until) -> {
                            sent.add(message);
                            yield about;
                        }
                        case Replies.SendOutcome.Refused refused -> about.becoming(Act.REFUSED);
                        case Replies.SendOutcome.HeldForReview held -> throw new AssertionError("no rule holds a reply");
                    });
        }
    }

    private void undo() {
        if (!sent.isEmpty()) {
            Message reply = sent.remove(random.nextInt(4) == 0 ? random.nextInt(sent.size()) : sent.size() - 1);
            step(Step.about(Act.UNDO, reply.ticket(), reply.id(), reply.text()),
                    about -> work.replies.undo(reply.id()).isPresent() ? about : about.becoming(Act.TOO_LATE));
        }
    }

    private void note() {
        String text = textOf(Mode.NOTE);
        step(Step.about(Act.NOTE, current, MessageId.random(), text), about -> {
            work.replies.note(new MessageId(about.message()), current, text);
            return about;
        });
    }

    private void hear() {
        step(Step.about(Act.HEAR, current, MessageId.random(), "It still drips, " + word()), about -> {
            work.intake.log(new MessageId(about.message()), current, about.text());
            return about;
        });
    }

    private void open() {
        String words = "The kettle leaks, " + word();
        var caller = new Intake.Caller.New("Ana " + random.nextInt(8), List.of(Address.email("ana" + random.nextInt(8) + "@example.com")));
        step(new Step(false, Act.OPEN, "", "", words, 0, ""), about -> {
            Ticket opened = work.intake.open(new Intake.NewTicket(caller, words, "phone", words, Optional.of(OpenDesk.ME)));
            tickets.add(opened.id());
            Message first = work.desk.read(session -> session.messages().newest(opened.id(), Set.of(Message.Kind.CUSTOMER), 1)).getFirst();
            return about.with(opened.id().value(), first.id().value());
        });
    }

    private void closeOrReopen() {
        boolean open = ticket(current).isOpen();
        step(Step.about(open ? Act.CLOSE : Act.REOPEN, current, new MessageId("none"), ""), about -> {
            work.changes.status(current, open ? TicketStatus.CLOSED : TicketStatus.OPEN);
            return about;
        });
    }

    private void step(Step about, UnaryOperator<Step> doing) {
        out.accept(about);
        Step did = doing.apply(about);
        Ticket after = ticket(new TicketId(did.ticket()));
        out.accept(did.doneAt(after.version(), after.status().name()));
    }

    private String draft(Mode mode) {
        return work.drafts.of(current).getOrDefault(mode, "");
    }

    private String textOf(Mode mode) {
        String typed = draft(mode);
        return typed.isBlank() ? "Short answer " + word() : typed;
    }

    private Ticket ticket(TicketId id) {
        return work.desk.read(session -> session.tickets().find(id)).orElseThrow();
    }

    private String word() {
        return name + "-" + ++words;
    }
}
