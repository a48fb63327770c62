package acquaint.bench;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.casework.Board;
import acquaint.casework.BoardCard;
import acquaint.casework.BriefNote;
import acquaint.casework.HandoffTargets;
import acquaint.casework.Handoffs;
import acquaint.casework.Handoffs.Escalation;
import acquaint.casework.Intake;
import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.casework.Members;
import acquaint.casework.Permissions;
import acquaint.casework.SendRules;
import acquaint.model.Address;
import acquaint.model.Folded;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.Recipient;
import acquaint.model.Risk;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.settings.DataDirectory;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Supervision;
import acquaint.store.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A generated desk with many open handoffs, made by the use cases as agents make them, and what is typed into the filter of its board. */
record BoardDesk(Path directory, Plan plan) {

    /** The words, and how many cards there are after each of their letters; {@code unfiltered} is how many there are without any. */
    record Plan(List<FilterPlan.Word> words, int unfiltered) {}

    private static final int LETTERS = 7;
    private static final List<String> REASONS = List.of("Above what I may decide", "Asks for a lawyer", "Third complaint about this", "Wants to leave", "A rule of the house");
    private static final List<String> DECISIONS = List.of("May the price be paid back?", "May a new one be sent?", "Who answers the lawyer?", "May we give a discount of 20 %?",
            "Do we pay for the broken window?");

    /** Makes the desk where there is none yet. */
    static BoardDesk of(Path work, int handoffs, int words, long seed) throws IOException {
        Path directory = work.resolve("board-" + handoffs + "-" + seed);
        new SettingsFile(new DataDirectory(directory).settings()).save(Settings.firstStart(People.ME));
        boolean fresh = !Files.exists(directory.resolve("desk.db"));
        Clock clock = Clock.systemUTC();
        try (Desk desk = Desk.open(directory, clock)) {
            Permissions me = Members.enter(desk, clock, Settings.firstStart(People.ME).agentName(), Optional.empty());
            if (fresh) {
                fill(desk, clock, me, handoffs, new SplittableRandom(seed));
            }
            desk.backUp();
            var board = new Board(desk, clock, me);
            board.load();
            return new BoardDesk(directory, plan(board, words, new SplittableRandom(seed)));
        }
    }

    private static void fill(Desk desk, Clock clock, Permissions me, int handoffs, SplittableRandom random) {
        String name = me.me().name();
        var intake = new Intake(desk, clock, name);
        var targets = new HandoffTargets(Supervision.USUAL, null, me);
        var use = new Handoffs(desk, clock, me, targets, new SendRules(Supervision.USUAL, null, me), BriefNote::of);
        for (int i = 0; i < handoffs; i++) {
            String customer = Wordings.name(random);
            Ticket ticket = intake.open(new NewTicket(new Caller.New(customer, List.of(Address.email("c" + i + "@mail.example"))), Wordings.subject(random), "email",
                    Wordings.asked(random), Optional.empty()));
            Handoff handoff = use.escalate(new Escalation(HandoffId.random(), ticket.id(), brief(ticket, clock, random), Recipient.role(Role.SUPERVISOR), HandoffCause.values()[random.nextInt(3)],
                    REASONS.get(random.nextInt(REASONS.size())), Optional.empty(), Optional.empty(), Long.MAX_VALUE)).handoff();
            move(use, handoff, random);
        }
    }

    /** All but the decided ones are open; as many as asked for are. */
    private static void move(Handoffs use, Handoff handoff, SplittableRandom random) {
        switch (random.nextInt(6)) {
            case 0, 1 -> { }
            case 2 -> use.accept(handoff);
            case 3 -> {
                use.waitOn(use.accept(handoff), HandoffState.WAITING_ON_CUSTOMER);
            }
            case 4 -> use.ask(handoff, "What did the customer say on the phone?");
            default -> use.giveBack(handoff, "Which order was it?");
        }
    }

    private static Brief brief(Ticket ticket, Clock clock, SplittableRandom random) {
        String risk = Risk.values()[random.nextInt(Risk.values().length)].name();
        return new Brief(ticket.id(), clock.instant(), Map.of(
                BriefPart.ISSUE, List.of(BriefLine.written(Wordings.asked(random))),
                BriefPart.TRIED, List.of(BriefLine.written("Sent a new one")),
                BriefPart.PROMISED, List.of(BriefLine.written("Nothing was promised")),
                BriefPart.RISK, List.of(new BriefLine("Seen in the last message", Optional.of(risk), List.of(), true)),
                BriefPart.DECISION, List.of(BriefLine.written(DECISIONS.get(random.nextInt(DECISIONS.size()))))), Optional.empty());
    }

    private static Plan plan(Board board, int count, SplittableRandom random) {
        List<BoardCard> cards = board.cards("").values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        var chosen = new LinkedHashSet<>(List.of("zzxy", "qwq"));
        while (chosen.size() < count) {
            BoardCard card = cards.get(random.nextInt(cards.size()));
            List<String> words = Folded.words(random.nextBoolean() ? card.customerName() : card.subject()).stream().filter(word -> word.matches("[a-z0-9]{3,}")).toList();
            if (!words.isEmpty()) {
                String word = words.get(random.nextInt(words.size()));
                chosen.add(word.substring(0, Math.min(LETTERS, word.length())));
            }
        }
        return new Plan(chosen.stream().map(word -> counted(board, word)).toList(), cards.size());
    }

    private static FilterPlan.Word counted(Board board, String word) {
        var counts = new ArrayList<Integer>();
        for (int letters = 1; letters <= word.length(); letters++) {
            counts.add(board.cards(word.substring(0, letters)).values().stream().mapToInt(List::size).sum());
        }
        return new FilterPlan.Word(word, counts);
    }
}
