package acquaint.soak;

import acquaint.memory.local.Kept;
import acquaint.model.TicketId;
import acquaint.soak.DeskFacts.EffectRow;
import acquaint.soak.DeskFacts.MessageRow;
import acquaint.soak.DeskFacts.TicketRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Compares memory with what the desk says it has remembered: once, in order, under the right customer and ticket. */
record MemoryInspection(DeskFacts facts, Kept kept, Findings findings) {

    /** What is to be remembered under an id, at its place; a subject comes first, at 0. */
    private record Told(String ticket, String text, long position) {}

    void run() {
        Map<String, Told> told = told();
        var remembered = new HashSet<String>();
        var lastPosition = new HashMap<String, Long>();
        for (Kept.Utterance utterance : kept.utterances()) {
            if (!remembered.add(utterance.id())) {
                findings.twice("remembered: " + utterance);
            }
            compare(utterance, told.get(utterance.id()), lastPosition);
        }
        var episodes = new ArrayList<>(kept.episodes());
        facts.tickets().keySet().forEach(ticket -> episodes.remove(session(ticket)));
        episodes.forEach(session -> findings.twice("episode of " + session));
        facts.effects().forEach(effect -> acknowledged(effect, remembered));
    }

    private Map<String, Told> told() {
        var told = new HashMap<String, Told>();
        facts.tickets().values().forEach(ticket -> told.put(ticket.id() + "#subject", new Told(ticket.id(), ticket.subject(), 0)));
        for (MessageRow message : facts.messages()) {
            if (List.of("CUSTOMER", "REPLY").contains(message.kind())) {
                told.put(message.id(), new Told(message.ticket(), message.text(), message.position()));
            }
        }
        return told;
    }

    private void compare(Kept.Utterance utterance, Told told, Map<String, Long> lastPosition) {
        if (told == null) {
            findings.wrong("memory knows what the desk does not: " + utterance);
            return;
        }
        TicketRow ticket = facts.tickets().get(told.ticket());
        findings.check(utterance.text().equals(told.text()) && utterance.session().equals(session(told.ticket()))
                && utterance.customer().equals(ticket.customer()), "remembered as " + utterance + ", told as " + told);
        Long before = lastPosition.put(told.ticket(), told.position());
        findings.check(before == null ? told.position() == 0 : before < told.position(), "remembered out of order: " + utterance);
    }

    private void acknowledged(EffectRow effect, HashSet<String> remembered) {
        if (effect.is("REMEMBER", "DONE") && !remembered.contains(effect.message())) {
            findings.lost("from memory: " + effect);
        }
        if (effect.is("FLUSH", "DONE") && !kept.episodes().contains(session(effect.ticket()))) {
            findings.lost("the episode of " + effect);
        }
        findings.check(!(effect.lane().equals("MEMORY") && List.of("FAILED", "UNCERTAIN").contains(effect.state())), "memory gave up: " + effect);
    }

    private static String session(String ticket) {
        return new TicketId(ticket).session().value();
    }
}
