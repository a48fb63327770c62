package acquaint.soak;

import acquaint.model.Mode;
import acquaint.soak.DeskFacts.DraftKey;
import acquaint.soak.Step.Act;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the desk must hold: the sum of all that was acknowledged, and of what was cut off but turned out to be stored. */
final class Expected {

    /** How a ticket was when it was last acknowledged. */
    record State(long version, String status) {}

    final Map<DraftKey, String> drafts = new HashMap<>();
    final Map<String, Said> messages = new HashMap<>();
    final Map<String, State> tickets = new HashMap<>();
    final Set<String> undone = new HashSet<>();
    private Optional<Step> cutOff = Optional.empty();

    /** Takes what a life of the child said, in its order. */
    void take(List<Step> steps) {
        cutOff = Optional.empty();
        for (Step step : steps) {
            if (!step.done()) {
                cutOff = Optional.of(step);
            } else if (step.act() != Act.IMPORT && step.act() != Act.READY) {
                cutOff = Optional.empty();
                apply(step);
                tickets.put(step.ticket(), new State(step.version(), step.status()));
            }
        }
    }

    boolean hasCutOff() {
        return cutOff.isPresent();
    }

    /** Finds out whether the step that was cut off is stored, and if so expects all of it; whether it was. */
    boolean settleCutOff(DeskFacts facts) {
        Optional<Step> stored = cutOff.flatMap(step -> stored(step, facts));
        stored.ifPresent(step -> {
            apply(step);
            DeskFacts.TicketRow ticket = facts.tickets().get(step.ticket());
            tickets.put(step.ticket(), new State(ticket.version(), ticket.status()));
        });
        return stored.isPresent();
    }

    private Optional<Step> stored(Step step, DeskFacts facts) {
        boolean known = facts.messages().stream().anyMatch(message -> message.id().equals(step.message()));
        return switch (step.act()) {
            case OPEN -> opened(step, facts);
            case TYPE_REPLY, TYPE_NOTE -> Optional.of(step).filter(s -> s.text().equals(facts.drafts().get(key(s))));
            case UNDO -> Optional.of(step).filter(s -> !known && messages.containsKey(s.message()));
            case CLOSE, REOPEN -> Optional.of(step)
                    .filter(s -> facts.tickets().get(s.ticket()).version() != tickets.get(s.ticket()).version());
            default -> Optional.of(step).filter(s -> known && !messages.containsKey(s.message()));
        };
    }

    private static Optional<Step> opened(Step step, DeskFacts facts) {
        return facts.tickets().values().stream()
                .filter(ticket -> ticket.subject().equals(step.text()))
                .map(ticket -> step.with(ticket.id(), facts.messages().stream()
                        .filter(message -> message.ticket().equals(ticket.id()) && message.kind().equals("CUSTOMER"))
                        .findFirst().map(DeskFacts.MessageRow::id).orElse("the first message of " + ticket.id())))
                .findFirst();
    }

    private void apply(Step step) {
        switch (step.act()) {
            case TYPE_REPLY, TYPE_NOTE -> drafts.put(key(step), step.text());
            case SEND, SEND_AND_CLOSE -> say(step, "REPLY");
            case NOTE -> say(step, "NOTE");
            case HEAR, OPEN -> messages.put(step.message(), new Said(step.ticket(), step.message(), "CUSTOMER", step.text()));
            case UNDO -> takeBack(step);
            case REFUSED, TOO_LATE, CLOSE, REOPEN, READY, IMPORT -> { }
        }
    }

    /** A second press of the same send changes nothing. */
    private void say(Step step, String kind) {
        if (messages.put(step.message(), new Said(step.ticket(), step.message(), kind, step.text())) == null) {
            drafts.remove(key(step));
        }
    }

    private void takeBack(Step step) {
        messages.remove(step.message());
        undone.add(step.message());
        drafts.merge(new DraftKey(step.ticket(), Mode.REPLY.name()), step.text(), (typedSince, text) -> text + "\n\n" + typedSince);
    }

    private static DraftKey key(Step step) {
        return new DraftKey(step.ticket(), step.mode().name());
    }

    /** A whole conversation is on the desk, as imported. */
    void imported(List<Said> conversation, DeskFacts facts) {
        conversation.forEach(said -> messages.putIfAbsent(said.id(), said));
        DeskFacts.TicketRow ticket = facts.tickets().get(conversation.getFirst().ticket());
        tickets.putIfAbsent(ticket.id(), new State(ticket.version(), ticket.status()));
    }
}
