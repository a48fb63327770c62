package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.memory.ProfileItem.Mark;
import acquaint.memory.ProfileItem;
import acquaint.memory.RecallRequest;
import acquaint.memory.Receipt.Copy;
import acquaint.memory.Receipt.Fate;
import acquaint.memory.Receipt;
import acquaint.memory.Say;
import acquaint.memory.local.LocalMemory;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Promise;
import acquaint.model.Ticket;
import acquaint.privacy.PersonalData;
import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import acquaint.store.Desk;
import acquaint.store.Effect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryChangesTest {

    private static final String EMAIL = "ana@example.org";

    @TempDir
    private Path folder;

    private WorkingDesk work;
    private LocalMemory memory;
    private MemoryChanges changes;
    private Ticket ticket;

    @BeforeEach
    void rememberATicket() throws Exception {
        work = new WorkingDesk(folder.resolve("desk"));
        memory = LocalMemory.open(folder.resolve("memory"));
        changes = new MemoryChanges(work.desk, memory, work.outbox, work.clock, SignedIn.admin(WorkingDesk.ME));
        ticket = work.anasTicket("Kettle", "The kettle leaks. My e-mail address is " + EMAIL + ".");
        memory.remember(ticket.customer(), ticket.id().session(), List.of(Say.customer(1, "The kettle leaks. My e-mail address is " + EMAIL + ".")));
        memory.flush(ticket.customer(), ticket.id().session());
    }

    @AfterEach
    void close() {
        memory.close();
        work.close();
    }

    private ProfileItem email() throws Exception {
        return memory.profile(ticket.customer()).getFirst();
    }

    private List<String> audit() {
        return work.desk.read(session -> session.audit().of(ticket.id())).stream().map(entry -> entry.what() + " " + entry.after().orElse("")).toList();
    }

    @Test
    void anItemIsCorrectedPinnedAndDoubted() throws Exception {
        changes.correct(email(), "anna@example.org");
        changes.mark(email(), Mark.PINNED, true);
        changes.mark(email(), Mark.DISPUTED, true);

        assertEquals("anna@example.org", email().text());
        assertTrue(email().corrected() && email().pinned() && email().disputed());
    }

    @Test
    void aForgottenItemIsTakenOutOfDraftsOfThatCustomerOnly() throws Exception {
        Ticket another = work.intake.open(new Intake.NewTicket(new Intake.Caller.New("Ben", List.of()), "Lamp", "phone", "It flickers.", Optional.empty()));
        work.drafts.save(ticket.id(), Mode.REPLY, "I write to ANA@example.org today.");
        work.drafts.save(ticket.id(), Mode.NOTE, "Nothing of the kind.");
        work.drafts.save(another.id(), Mode.REPLY, "I write to ana@example.org, too.");

        Receipt receipt = changes.forget(email()).receipt();

        assertEquals(Map.of(Mode.REPLY, "I write to […] today.", Mode.NOTE, "Nothing of the kind."), work.drafts.of(ticket.id()));
        assertEquals(Map.of(Mode.REPLY, "I write to ana@example.org, too."), work.drafts.of(another.id()));
        assertTrue(receipt.lines().contains(new Receipt.Line(Copy.DRAFTS, 1, Fate.ERASED)), receipt.toString());
        assertTrue(receipt.lines().contains(new Receipt.Line(Copy.ITEMS, 1, Fate.ERASED)), receipt.toString());
    }

    @Test
    void aForgottenTicketTakesItsDraftsAndWhatWaitsAlongAndLeavesTheConversation() throws Exception {
        work.drafts.save(ticket.id(), Mode.REPLY, "Half a reply");
        assertFalse(waiting().isEmpty());

        Receipt receipt = changes.forget(ticket.customer(), ticket.id()).receipt();

        assertEquals(Map.of(), work.drafts.of(ticket.id()));
        assertEquals(List.of(), waiting());
        assertTrue(receipt.lines().stream().anyMatch(line -> line.copy() == Copy.WAITING && line.count() == 2), receipt.toString());
        assertEquals(List.of(), memory.episodes(ticket.customer(), 0, 5));
        assertFalse(work.messages(ticket.id()).isEmpty());
        String entry = audit().getLast();
        assertTrue(entry.startsWith("memory of ticket forgotten") && entry.contains("\"EPISODES\":1") && !entry.contains("kettle"), entry);
    }

    private List<MessageId> waiting() {
        return work.desk.read(session -> session.outbox().unfinished(ticket.customer(), Effect.Lane.MEMORY, 10)).stream().map(Effect::message).toList();
    }

    @Test
    void aForgottenCustomerIsUnknownWhateverWasOnItsWay() throws Exception {
        Receipt receipt = changes.forget(ticket.customer()).receipt();
        work.drain();

        assertEquals(List.of(), memory.profile(ticket.customer()));
        assertEquals(List.of(), work.memory.notes.stream().filter(note -> note.contains("kettle")).toList());
        assertTrue(receipt.lines().stream().anyMatch(line -> line.copy() == Copy.MESSAGES), receipt.toString());
    }

    @Test
    void anItemThatWaitsToBeRememberedIsNotLearnedAfterItWasForgotten() throws Exception {
        Ticket later = work.anasTicket("Again", "It is " + EMAIL + ", I said: my e-mail address is " + EMAIL + ".");

        changes.forget(email());
        List<Effect> promised = work.desk.read(session -> session.outbox().unfinished(ticket.customer(), Effect.Lane.MEMORY, 10)).stream()
                .filter(effect -> effect.ticket().equals(later.id()) && effect.kind() == Effect.Kind.REMEMBER).toList();
        assertFalse(promised.isEmpty());
        new Remembering(work.desk, memory).carryOut(promised);
        memory.flush(ticket.customer(), later.id().session());

        assertEquals(List.of(), memory.profile(ticket.customer()));
        assertTrue(memory.episodes(ticket.customer(), 0, 5).stream().noneMatch(episode -> episode.narrative().contains(EMAIL)), "no episode tells it");
    }

    @Test
    void noOtherMemoryLearnsFromAForgottenTicketButFromWhatIsSaidInItLater() throws Exception {
        Ticket other = work.anasTicket("Lamp", "The lamp flickers.");
        changes.forget(ticket.customer(), ticket.id());
        work.intake.log(new MessageId("later"), ticket.id(), "One more thing: the lid is loose.");

        try (LocalMemory another = LocalMemory.open(folder.resolve("another"))) {
            new HistoryCopy(work.desk).run("another", another, _ -> {});

            List<String> known = another.recall(new RecallRequest(ticket.customer(), "kettle leaks lid lamp e-mail", Optional.empty(), 20)).passages().stream()
                    .map(passage -> passage.utterance().text()).sorted().toList();
            assertEquals(List.of("Lamp", "One more thing: the lid is loose.", "The lamp flickers."), known);
        }
        changes.forget(ticket.customer());
        try (LocalMemory third = LocalMemory.open(folder.resolve("third"))) {
            assertEquals(0, new HistoryCopy(work.desk).run("third", third, _ -> {}).messages());
        }
        assertFalse(work.messages(other.id()).isEmpty(), "the desk keeps its conversations");
    }

    @Test
    void whatWasTypedWhileMemoryForgotIsLeft() throws Exception {
        work.drafts.save(ticket.id(), Mode.REPLY, "I write to ana@example.org today.");
        MemoryChanges.Forgotten item = changes.forget(email());
        assertEquals("I write to […] today. And […]", item.left(ticket.id(), Mode.REPLY, "I write to ana@example.org today. And ANA@example.org"));

        work.drafts.save(ticket.id(), Mode.REPLY, "Half a reply");
        MemoryChanges.Forgotten all = changes.forget(ticket.customer(), ticket.id());
        assertEquals(" and more", all.left(ticket.id(), Mode.REPLY, "Half a reply and more"));
        assertEquals("Half a note", all.left(ticket.id(), Mode.NOTE, "Half a note"));
    }

    @Test
    void whatWasSavedWhileMemoryForgotIsKept() throws Exception {
        work.drafts.save(ticket.id(), Mode.REPLY, "Half a reply");
        var slow = new MemoryChanges(work.desk, new Notebook() {
            @Override
            public Receipt forget(acquaint.memory.Forgetting what) {
                work.drafts.save(ticket.id(), Mode.REPLY, "Half a reply, and more");
                work.drafts.save(ticket.id(), Mode.NOTE, "A note begun meanwhile");
                return new Receipt(work.clock.instant(), List.of());
            }
        }, work.outbox, work.clock, SignedIn.admin(WorkingDesk.ME));

        MemoryChanges.Forgotten forgotten = slow.forget(ticket.customer(), ticket.id());

        assertEquals(Map.of(Mode.REPLY, ", and more", Mode.NOTE, "A note begun meanwhile"), work.drafts.of(ticket.id()));
        assertEquals(", and more", forgotten.left(ticket.id(), Mode.REPLY, "Half a reply, and more"));
        assertEquals("A note begun meanwhile", forgotten.left(ticket.id(), Mode.NOTE, "A note begun meanwhile"));
    }

    @Test
    void draftsGoFromOlderCopiesOfTheDeskWithTheNextOne() throws Exception {
        work.drafts.save(ticket.id(), Mode.REPLY, "I write to xylocanary today.");
        work.desk.backUp();
        assertTrue(copiesHold("xylocanary"));

        Receipt receipt = changes.forget(ticket.customer(), ticket.id()).receipt();
        assertTrue(receipt.lines().contains(new Receipt.Line(Copy.BACKUPS, 1, Fate.WITH_NEXT_BACKUP)), receipt.toString());
        work.clock.forward(java.time.Duration.ofSeconds(1));
        work.desk.backUp();

        assertFalse(copiesHold("xylocanary"));
        try (Desk restored = Desk.open(copyOfTheBackup(), work.clock)) {
            assertFalse(restored.read(session -> session.messages().after(ticket.id(), 0, 10)).isEmpty());
        }
    }

    @Test
    void whatProposalsSaidIsForgottenHereAndInOlderCopiesAndTheNumbersStay() throws Exception {
        var measures = new DraftMeasures(work.desk, work.clock, new Lessons(work.desk, () -> new PersonalData(Set.of(), List.of())), SignedIn.admin(WorkingDesk.ME));
        Ticket another = work.intake.open(new Intake.NewTicket(new Intake.Caller.New("Ben", List.of()), "Lamp", "phone", "It flickers.", Optional.empty()));
        long kept = measures.shown(another.id(), proposal("About ana@example.org of another customer."));
        long item = measures.shown(ticket.id(), proposal("I write to ANA@example.org today, xylocanary."));
        work.desk.backUp();
        assertTrue(copiesHold("xylocanary"));

        Receipt receipt = changes.forget(email()).receipt();
        assertTrue(receipt.lines().contains(new Receipt.Line(Copy.DRAFTS, 1, Fate.ERASED)), receipt.toString());
        assertEquals(List.of(Optional.empty(), true), List.of(proposed(item), proposed(kept).isPresent()));

        long later = measures.shown(ticket.id(), proposal("Something else."));
        measures.wrong(later, WrongBecause.OTHER, "She lives elsewhere.");
        changes.forget(ticket.customer());
        assertEquals(Optional.empty(), proposed(later));
        work.clock.forward(java.time.Duration.ofSeconds(1));
        work.desk.backUp();
        assertFalse(copiesHold("xylocanary"));
        assertEquals(3, measures.report(WorkingDesk.START, work.clock.instant()).all().shown());
    }

    @Test
    void aBriefInWorkAndWhatAHeldReplyWasWrittenFromAreForgottenHereAndInOlderCopies() throws Exception {
        Ticket another = work.intake.open(new Intake.NewTicket(new Intake.Caller.New("Ben", List.of()), "Lamp", "phone", "It flickers.", Optional.empty()));
        work.handoffs.draft(another.id(), Optional.of(written(another, "Write to ana@example.org.")));
        work.handoffs.draft(ticket.id(), Optional.of(written(ticket, "She lives in xylocanary.")));
        work.holding("refund");
        MessageId held = held("held", "xylocanary was proposed.");
        MessageId back = held("back", "Something else.");
        work.reviews(SignedIn.admin("Lee")).sendBack(back, "Not yet.");
        work.desk.backUp();

        assertEquals(0, changes.forget(email()).receipt().lines().stream().filter(line -> line.copy() == Copy.DRAFTS).count());
        assertTrue(work.handoffs.draft(ticket.id()).isPresent(), "another item's words stand in it");
        Receipt receipt = changes.forget(ticket.customer()).receipt();

        assertTrue(receipt.lines().stream().anyMatch(line -> line.copy() == Copy.DRAFTS), receipt.toString());
        assertEquals(Optional.empty(), work.handoffs.draft(ticket.id()));
        assertTrue(work.handoffs.draft(another.id()).isPresent());
        assertEquals(List.of(Optional.empty(), "A refund, held"), List.of(work.reviewOf(held).proposed(), work.reviewOf(held).text()));
        assertEquals("", work.reviewOf(back).text());
        work.clock.forward(java.time.Duration.ofSeconds(1));
        work.desk.backUp();
        assertFalse(copiesHold("xylocanary"));
    }

    @Test
    void aBriefInWorkThatHoldsAForgottenItemGoes() throws Exception {
        work.handoffs.draft(ticket.id(), Optional.of(written(ticket, "Write to ANA@example.org.")));

        Receipt receipt = changes.forget(email()).receipt();

        assertEquals(Optional.empty(), work.handoffs.draft(ticket.id()));
        assertTrue(receipt.lines().contains(new Receipt.Line(Copy.DRAFTS, 1, Fate.ERASED)), receipt.toString());
    }

    @Test
    void aHandedOverBriefKeepsNothingThatMemoryToldAndSaysSo() throws Exception {
        Handoff handoff = handOver("h", "She fries fish, xylocanary she said");
        work.handoffs.giveBack(handoff, "Which kettle?");
        handOver("h", "She steams rice, xylocanary she said");
        work.desk.backUp();
        assertTrue(copiesHold("xylocanary"));

        Receipt receipt = changes.forget(ticket.customer()).receipt();

        HandoffView view = work.handoffs.of(ticket.id()).orElseThrow();
        assertEquals(List.of("[…]"), view.brief().of(BriefPart.HISTORY).stream().map(BriefLine::text).toList());
        assertEquals(WorkingDesk.brief(ticket.id()).of(BriefPart.TRIED), view.brief().of(BriefPart.TRIED));
        List<String> notes = work.messages(ticket.id()).stream().filter(message -> message.kind() == Message.Kind.NOTE).map(Message::text).toList();
        assertTrue(notes.stream().noneMatch(note -> note.contains("xylocanary")), notes.toString());
        assertTrue(notes.getFirst().contains("– […]") && notes.getFirst().contains("Sent another seal."), notes.toString());
        assertTrue(receipt.lines().contains(new Receipt.Line(Copy.BRIEFS, 2, Fate.ERASED)), receipt.toString());
        assertEquals("BRIEF_FORGOTTEN", work.messages(ticket.id()).getLast().text());
        work.clock.forward(java.time.Duration.ofSeconds(1));
        work.desk.backUp();
        assertFalse(copiesHold("xylocanary"));
    }

    @Test
    void linesThatSayTheSameAreAllTakenOutAndForgettingAgainTellsOfNothing() throws Exception {
        handOver("h", "She fries fish, xylocanary she said", "She fries fish, xylocanary she said");
        changes.forget(ticket.customer());
        assertTrue(work.messages(ticket.id()).stream().noneMatch(message -> message.text().contains("xylocanary")));
        int told = work.messages(ticket.id()).size();

        Receipt again = changes.forget(ticket.customer()).receipt();

        assertTrue(again.lines().stream().noneMatch(line -> line.copy() == Copy.BRIEFS), again.toString());
        assertEquals(told, work.messages(ticket.id()).size());
    }

    @Test
    void whatWasPromisedIsOwedThoughTheCustomerIsForgotten() throws Exception {
        work.desk.write(session -> session.promises().add(ticket.id(), ticket.customer(), new MessageId("m"), 0, "I call you tomorrow.", WorkingDesk.ME, WorkingDesk.START, Optional.empty()));

        changes.forget(ticket.customer());

        assertEquals(List.of("I call you tomorrow."), work.promises.ofTicket(ticket.id()).stream().map(Promise::text).toList());
    }

    @Test
    void ofOneForgottenTicketABriefKeepsWhatMemoryKnewFromOthers() throws Exception {
        handOver("h", "She fries fish");
        Ticket other = work.anasTicket("Again", "It leaks again.");

        changes.forget(ticket.customer(), other.id());
        assertEquals("She fries fish", work.handoffs.of(ticket.id()).orElseThrow().brief().of(BriefPart.HISTORY).getFirst().text());
        changes.forget(ticket.customer(), ticket.id());
        assertEquals("[…]", work.handoffs.of(ticket.id()).orElseThrow().brief().of(BriefPart.HISTORY).getFirst().text());
    }

    private Handoff handOver(String id, String... history) {
        Handoffs.Escalation request = work.escalation(id, ticket);
        Brief brief = request.brief().with(BriefPart.HISTORY, Stream.of(history).map(words -> BriefLine.found(words, Optional.empty(),
                List.of(new Evidence(Evidence.Kind.EPISODE, "e", Optional.of(ticket.id().session()), WorkingDesk.START, words)))).toList());
        return work.handoffs.escalate(new Handoffs.Escalation(request.id(), request.ticket(), brief, request.to(), request.cause(), request.reason(), Optional.empty(), Optional.empty(), request.seen())).handoff();
    }

    private static BriefDraft written(Ticket about, String next) {
        return new BriefDraft(WorkingDesk.brief(about.id()).with(BriefPart.NEXT_STEP, List.of(BriefLine.written(next))), Set.of(), HandoffCause.AGENT, "", Optional.empty(),
                false, "", "");
    }

    private MessageId held(String id, String proposed) {
        new DraftMeasures(work.desk, work.clock, new Lessons(work.desk, () -> new PersonalData(Set.of(), List.of())), SignedIn.admin(WorkingDesk.ME))
                .shown(ticket.id(), proposal(proposed));
        work.send(id, ticket, "A refund, " + id, false);
        return new MessageId(id);
    }

    private static DraftReply proposal(String text) {
        return new DraftReply(List.of(new DraftReply.Paragraph(List.of(new DraftReply.Sentence(text, List.of())))), 1, Optional.empty());
    }

    private Optional<String> proposed(long id) {
        return work.desk.read(session -> session.draftOutcomes().find(id)).orElseThrow().proposed();
    }

    private Path copyOfTheBackup() throws Exception {
        Path directory = Files.createDirectories(folder.resolve("restored"));
        Files.copy(Desk.backups(folder.resolve("desk")).getFirst(), directory.resolve("desk.db"));
        return directory;
    }

    private boolean copiesHold(String text) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("desk/backups"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
