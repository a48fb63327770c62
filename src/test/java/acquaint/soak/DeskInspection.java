package acquaint.soak;

import static java.util.stream.Collectors.groupingBy;

import acquaint.soak.DeskFacts.EffectRow;
import acquaint.soak.DeskFacts.MessageRow;
import acquaint.soak.DeskFacts.TicketRow;
import acquaint.soak.DeskFacts.Undone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what the desk holds with what it must hold, message by message, and looks for contradictions within it. */
record DeskInspection(DeskFacts facts, Expected expected, Findings findings) {

    void run() {
        findings.check(facts.integrity().equals("ok"), "integrity_check says " + facts.integrity());
        findings.same("draft", expected.drafts, facts.drafts());
        findings.same("message", expected.messages, messages());
        findings.same("ticket", expected.tickets, tickets());
        Map<String, List<MessageRow>> byTicket = facts.messages().stream().collect(groupingBy(MessageRow::ticket));
        facts.tickets().values().forEach(ticket -> positions(ticket, byTicket.getOrDefault(ticket.id(), List.of())));
        facts.tickets().values().forEach(this::waiting);
        promises();
    }

    private Map<String, Said> messages() {
        var messages = new HashMap<String, Said>();
        for (MessageRow message : facts.messages()) {
            if (!message.isEvent() && messages.put(message.id(), message.said()) != null) {
                findings.twice("message " + message);
            }
        }
        return messages;
    }

    private Map<String, Expected.State> tickets() {
        var tickets = new HashMap<String, Expected.State>();
        facts.tickets().values().forEach(ticket -> tickets.put(ticket.id(), new Expected.State(ticket.version(), ticket.status())));
        return tickets;
    }

    /** Nobody waits in a closed ticket, nor longer than there is a ticket. */
    private void waiting(TicketRow ticket) {
        ticket.waited().ifPresent(waited -> findings.check(waited >= 0 && !ticket.status().equals("CLOSED"), "a customer waits: " + ticket));
    }

    /** From 1 on, each position is a message's, or was the place of one that was taken back with what closed its ticket. */
    private void positions(TicketRow ticket, List<MessageRow> messages) {
        var places = new HashSet<Long>();
        messages.forEach(message -> findings.check(places.add(message.position()), "two messages at one place: " + message));
        var empty = new HashSet<Long>();
        for (Undone undone : facts.undone().getOrDefault(ticket.id(), List.of())) {
            empty.add(undone.position());
            if (undone.closed()) {
                empty.add(undone.position() + 1);
            }
        }
        for (long position = 1; position <= ticket.lastPosition(); position++) {
            findings.check(places.contains(position) != empty.contains(position), "ticket " + ticket.id() + " at position " + position
                    + " has " + (places.contains(position) ? "a message that was taken back" : "no message"));
        }
        findings.check(places.size() + empty.size() == ticket.lastPosition(), "ticket has messages past its last position: " + ticket);
    }

    /** Each reply has its delivery, all that was said is remembered, and a closed ticket's session is flushed: each promised once. */
    private void promises() {
        Map<String, List<EffectRow>> byMessage = facts.effects().stream().collect(groupingBy(EffectRow::message));
        for (Said said : expected.messages.values()) {
            boolean imported = said.id().startsWith(said.ticket() + "/");
            List<EffectRow> effects = byMessage.getOrDefault(said.id(), List.of()).stream().filter(effect -> !effect.isCancelled()).toList();
            promised(said.id(), effects, "DELIVER", said.kind().equals("REPLY") && !imported ? 1 : 0);
            promised(said.id(), effects, "REMEMBER", said.kind().equals("NOTE") ? 0 : 1);
        }
        facts.tickets().keySet().forEach(ticket ->
                promised(ticket + "#subject", byMessage.getOrDefault(ticket + "#subject", List.of()), "REMEMBER", 1));
        expected.undone.forEach(undone -> findings.check(byMessage.get(undone).stream().allMatch(EffectRow::isCancelled),
                "effects of a reply that was taken back: " + byMessage.get(undone)));
        Set<String> flushed = new HashSet<>();
        facts.effects().stream().filter(effect -> effect.lane().equals("MEMORY") && !effect.isCancelled()).forEach(effect -> {
            if (effect.kind().equals("FLUSH")) {
                flushed.add(effect.ticket());
            } else {
                flushed.remove(effect.ticket());
            }
        });
        facts.tickets().values().stream().filter(ticket -> ticket.status().equals("CLOSED") && !flushed.contains(ticket.id()))
                .forEach(ticket -> findings.lost("the flush of a closed ticket " + ticket));
    }

    private void promised(String message, List<EffectRow> effects, String kind, long times) {
        long found = effects.stream().filter(effect -> effect.kind().equals(kind)).count();
        if (found < times) {
            findings.lost("the promise to " + kind + " " + message);
        } else if (found > times) {
            findings.twice("the promise to " + kind + " " + message);
        }
    }
}
