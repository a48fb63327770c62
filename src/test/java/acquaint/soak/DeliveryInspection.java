package acquaint.soak;

import static java.util.stream.Collectors.groupingBy;

import acquaint.soak.DeskFacts.EffectRow;
import acquaint.soak.DeskFacts.MessageRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the desk's word about deliveries with what reached the outside. {@code confirmed} are the replies of which an
 * agent said that they had arrived.
 */
record DeliveryInspection(DeskFacts facts, List<DeliveryLog.Entry> log, Set<String> confirmed, Findings findings) {

    private static final Map<String, Set<String>> DELIVERY = Map.of("WAITING", Set.of("HELD", "SENDING"), "RUNNING", Set.of("SENDING"),
            "DONE", Set.of("SENT"), "UNCERTAIN", Set.of("UNCERTAIN"));

    void run() {
        Map<String, List<DeliveryLog.Entry>> byReply = log.stream().collect(groupingBy(DeliveryLog.Entry::id));
        byReply.forEach((reply, entries) -> {
            if (entries.stream().filter(entry -> !entry.ended()).count() > 1) {
                findings.twice("handed over: " + entries);
            }
        });
        Map<String, MessageRow> messages = facts.messages().stream().collect(Collectors.toMap(MessageRow::id, Function.identity()));
        facts.effects().stream().filter(effect -> effect.kind().equals("DELIVER"))
                .forEach(effect -> outcome(effect, messages.get(effect.message()), byReply.getOrDefault(effect.message(), List.of())));
        log.forEach(entry -> content(entry, messages.get(entry.id())));
        order(messages);
    }

    private void outcome(EffectRow effect, MessageRow reply, List<DeliveryLog.Entry> handedOver) {
        boolean ended = handedOver.stream().anyMatch(DeliveryLog.Entry::ended);
        switch (effect.state()) {
            case "WAITING", "CANCELLED" -> findings.check(handedOver.isEmpty(), "handed over, but the desk does not know it: " + effect);
            case "DONE" -> {
                if (!ended && !confirmed.contains(effect.message())) {
                    findings.lost("a reply that counts as sent " + effect);
                }
            }
            case "RUNNING", "UNCERTAIN" -> { }
            default -> findings.wrong("a delivery in an unexpected state: " + effect);
        }
        if (!effect.isCancelled() && reply != null) {
            findings.check(DELIVERY.getOrDefault(effect.state(), Set.of()).contains(reply.delivery()), "the reply says otherwise than " + effect + ": " + reply);
        }
    }

    private void content(DeliveryLog.Entry entry, MessageRow reply) {
        if (reply == null) {
            findings.wrong("handed over what is not on the desk: " + entry);
            return;
        }
        findings.check(entry.text().equals(reply.text().replace('\n', ' ')), "another text was handed over: " + entry + " for " + reply);
        findings.check(facts.addresses().get(facts.tickets().get(reply.ticket()).customer()).contains(entry.address()), "handed over to the wrong person: " + entry);
    }

    private void order(Map<String, MessageRow> messages) {
        var last = new HashMap<String, Long>();
        log.stream().filter(entry -> !entry.ended() && messages.containsKey(entry.id())).forEach(entry -> {
            long position = messages.get(entry.id()).position();
            Long before = last.put(entry.ticket(), position);
            findings.check(before == null || before < position, "handed over before an earlier reply of its ticket: " + entry);
        });
    }
}
