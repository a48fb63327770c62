package acquaint;

import acquaint.casework.Replies.SendRequest;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.MessageId;
import acquaint.model.QueueRow;
import acquaint.model.Role;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.SendRulesChoice;
import acquaint.settings.SettingsFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo desk after a morning's work of several people, for pictures. */
final class Team {

    /** Its handoff has a question. */
    static TicketId ASKED;

    private static final List<String> DECISIONS = List.of("May she have the tent replaced, out of warranty?", "May he have 340 euros back for the stove?",
            "Who answers the letter of the lawyer?", "Do we send a second replacement before the first is back?", "May we give 20 % for the delay?", "May the order be cancelled although it was sent?");

    private Team() {}

    static void work(Path directory) throws Exception {
        new SettingsFile(new DataDirectory(directory).settings()).save(Colleague.settings(directory, "lee.park"));
        try (var demo = Wiring.open(new DataDirectory(directory), true, new MemoryEnvironment(Optional.empty(), Optional.empty(), true), Optional.empty())) {
            demo.team().members().grant("Noor Haddad", Role.AGENT);
            demo.team().members().grant("Vera Holm", Role.SUPERVISOR);
            demo.team().sendRules().use(new SendRulesChoice(Optional.of(new BigDecimal("100")), List.of("lawyer"), List.of()));
        }
        List<Handoff> all = new ArrayList<>();
        try (var noor = Colleague.enter(directory, "Noor Haddad")) {
            noor.wiring().queue().loadOpen();
            List<QueueRow> rows = noor.wiring().queue().rows(QueueView.ALL_OPEN, QueueSort.WAITING_LONGEST, "").rows().stream()
                    .filter(row -> row.status() != TicketStatus.ESCALATED).toList();
            for (QueueRow row : rows.subList(0, Math.min(rows.size() - 2, 12))) {
                all.add(noor.handsOver(noor.wiring().conversations().open(row.ticket()).ticket(), DECISIONS.get(all.size() % DECISIONS.size())));
            }
            QueueRow last = rows.getLast();
            long seen = noor.wiring().conversations().open(last.ticket()).messages().getLast().position();
            noor.wiring().replies().send(new SendRequest(MessageId.random(), last.ticket(),
                    "Hello,\n\nI am sorry for the trouble. We pay you back 240 euros by Friday. You need not send anything back.\n\nKind regards\nNoor", seen, false));
        }
        try (var vera = Colleague.enter(directory, "Vera Holm")) {
            var handoffs = vera.wiring().supervision().handoffs();
            for (int i = 0; i < all.size(); i++) {
                Handoff handoff = all.get(i);
                switch (i) {
                    case 1 -> handoffs.accept(handoff);
                    case 2 -> handoffs.ask(handoff, "Has she still got the broken pole, and can she send a picture of the joint?");
                    case 4 -> {
                        handoffs.waitOn(handoffs.accept(handoff), HandoffState.WAITING_ON_CUSTOMER);
                    }
                    case 5 -> handoffs.giveBack(handoff, "The order number is missing.");
                    case 7 -> handoffs.decide(handoff, "Yes. Send it today, and put in a note.");
                    default -> { }
                }
            }
            ASKED = all.get(2).ticket();
        }
    }
}
