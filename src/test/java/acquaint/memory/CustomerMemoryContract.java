package acquaint.memory;

import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static acquaint.memory.Say.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory owes its callers. A test of an engine implements this and brings an empty memory. */
public interface CustomerMemoryContract {

    CustomerId ANA = new CustomerId("ana");
    CustomerId BEN = new CustomerId("ben");
    SessionId FIRST = new SessionId("ticket_1");
    SessionId SECOND = new SessionId("ticket_2");
    SessionId THIRD = new SessionId("ticket_3");

    /** The memory under test; the same one throughout a test, and empty when the test begins. */
    CustomerMemory memory();

    @Test
    default void anEmptyMemoryKnowsNothing() throws Exception {
        assertTrue(recall(ANA, "boots", Optional.empty()).isEmpty());
        assertEquals(List.of(), memory().episodes(ANA, 0, 10));
        assertEquals(List.of(), memory().profile(ANA));
        assertEquals(FlushResult.NOTHING_NEW, memory().flush(ANA, FIRST));
        assertTrue(memory().health().well());
    }

    /** Lets pass what an engine needs before it answers for what it was told; nothing for one that answers at once. */
    default void settle() throws Exception {}

    @Test
    default void whatWasSaidInAnotherTicketIsRecalledWordForWord() throws Exception {
        Utterance said = customer(1, "My kettle leaks at the handle, order #W5199551.");
        memory().remember(ANA, FIRST, List.of(said));

        Passage passage = recall(ANA, "leaking kettle", Optional.of(SECOND)).passages().getFirst();

        assertEquals(FIRST, passage.session());
        assertEquals(said, passage.utterance());
    }

    @Test
    default void whatIsFoundSaysWhatItWasFoundBy() throws Exception {
        memory().remember(ANA, FIRST, List.of(customer(1, "My kettle leaks at the handle.")));
        remembered(ANA, SECOND, customer(2, "The other kettle leaks, too."));

        Recall recall = recall(ANA, "leaking kettle", Optional.of(THIRD));

        Passage passage = recall.passages().stream().filter(one -> one.session().equals(FIRST)).findFirst().orElseThrow();
        assertTrue(passage.foundBy() == FoundBy.WORDS || passage.foundBy() == FoundBy.BOTH, passage.toString());
        assertTrue(recall.episodes().stream().map(Episode::id).toList().containsAll(recall.foundBy().keySet()), recall.toString());
    }

    @Test
    default void aRepeatedRememberChangesNothing() throws Exception {
        List<Utterance> said = List.of(customer(1, "The kettle leaks."), agent(2, "A new kettle has been sent."));
        memory().remember(ANA, FIRST, said);
        memory().remember(ANA, FIRST, said);
        assertEquals(2, recall(ANA, "kettle", Optional.empty()).passages().size());

        flush(ANA, FIRST);
        memory().remember(ANA, FIRST, said);
        memory().remember(ANA, FIRST, List.of(customer(1, "The kettle sings."), customer(1, "The kettle sings.")));

        assertFalse(everythingKnown(ANA, "kettle").contains("sings"));
        assertEquals(FlushResult.NOTHING_NEW, flush(ANA, FIRST));
        assertEquals(1, memory().episodes(ANA, 0, 10).size());
    }

    @Test
    default void theSameMessageIdInAnotherSessionIsAnotherMessage() throws Exception {
        memory().remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        memory().remember(ANA, SECOND, List.of(customer(1, "The kettle whistles.")));

        assertEquals(2, recall(ANA, "kettle", Optional.empty()).passages().size());
    }

    @Test
    default void oneCustomerNeverHearsWhatAnotherSaid() throws Exception {
        remembered(ANA, FIRST, customer(1, "My name is Ana Ruiz and the kettle leaks."), agent(2, "A new kettle has been sent."));

        assertTrue(recall(BEN, "kettle Ana Ruiz", Optional.empty()).isEmpty());
        assertEquals(List.of(), memory().episodes(BEN, 0, 10));
        assertEquals(List.of(), memory().profile(BEN));
    }

    @Test
    default void theSessionAtHandIsLeftOutOfRecall() throws Exception {
        remembered(ANA, FIRST, customer(1, "The kettle leaks."));
        remembered(ANA, SECOND, customer(2, "The kettle leaks again."));
        memory().remember(ANA, SECOND, List.of(customer(3, "The kettle leaks even more.")));
        memory().remember(ANA, THIRD, List.of(customer(4, "Another kettle leaks.")));

        Recall recall = recall(ANA, "kettle leaks", Optional.of(SECOND));

        assertEquals(List.of(FIRST), recall.episodes().stream().map(Episode::session).toList());
        assertFalse(recall.passages().stream().map(Passage::session).anyMatch(SECOND::equals), recall.passages().toString());
        assertTrue(recall.passages().stream().map(Passage::session).anyMatch(THIRD::equals), recall.passages().toString());
    }

    @Test
    default void whatIsInNoEpisodeYetComesWithTheSessionAtHand() throws Exception {
        remembered(ANA, FIRST, customer(1, "The kettle leaks."));
        memory().remember(ANA, FIRST, List.of(customer(2, "It leaks again."), customer(3, "And it is loud.")));
        memory().remember(ANA, SECOND, List.of(customer(4, "The toaster burns.")));

        List<Utterance> pending = recall(ANA, "kettle", Optional.of(FIRST)).pending();

        assertEquals(List.of(customer(2, "It leaks again."), customer(3, "And it is loud.")), pending);
        assertEquals(List.of(), recall(ANA, "kettle", Optional.empty()).pending());
    }

    @Test
    default void theBestMatchComesFirst() throws Exception {
        remembered(ANA, FIRST, subject(1, "Kettle"), customer(2, "The kettle leaks at the handle."));
        remembered(ANA, SECOND, subject(3, "Toaster"), customer(4, "The toaster burns my bread, unlike the kettle."));
        remembered(ANA, THIRD, subject(5, "Lamp"), customer(6, "The lamp flickers."));

        assertEquals(SECOND, recall(ANA, "my toaster burns everything", Optional.empty()).episodes().getFirst().session());
    }

    @Test
    default void theBestMatchAmongOpenTicketsComesFirst() throws Exception {
        memory().remember(ANA, FIRST, List.of(customer(2, "The kettle leaks at the handle.")));
        memory().remember(ANA, SECOND, List.of(customer(4, "The toaster burns my bread, unlike the kettle.")));
        memory().remember(ANA, THIRD, List.of(customer(6, "The lamp flickers.")));

        assertEquals(SECOND, recall(ANA, "my toaster burns everything", Optional.empty()).passages().getFirst().session());
    }

    @Test
    default void aListIsNeverLongerThanItsLimit() throws Exception {
        for (int i = 1; i <= 5; i++) {
            remembered(ANA, new SessionId("ticket_" + i), customer(i, "The kettle leaks, time " + i));
            memory().remember(ANA, new SessionId("ticket_1" + i), List.of(customer(10 + i, "The kettle leaks, time " + i)));
        }

        Recall recall = memory().recall(new RecallRequest(ANA, "kettle", Optional.empty(), 2));

        assertEquals(2, recall.episodes().size());
        assertEquals(2, recall.passages().size());
    }

    @Test
    default void wordsThatMatchNothingStillBringEpisodes() throws Exception {
        for (int i = 1; i <= 5; i++) {
            remembered(ANA, new SessionId("ticket_" + i), customer(i, "The kettle leaks."));
        }

        assertTrue(recall(ANA, "zzyzx", Optional.empty()).episodes().size() >= 3);
    }

    @Test
    default void aFlushedSessionIsAnEpisodeWithItsMessages() throws Exception {
        memory().remember(ANA, FIRST, List.of(
                subject(1, "Leaking kettle"),
                customer(2, "Hi there! My kettle leaks at the handle and I would like a new one."),
                agent(3, "A new kettle has been sent today. If you have any more questions, feel free to ask!")));

        assertEquals(FlushResult.EXTRACTED, flush(ANA, FIRST));

        Episode episode = memory().episodes(ANA, 0, 10).getFirst();
        assertEquals(ANA, episode.customer());
        assertEquals(FIRST, episode.session());
        assertEquals(subject(1, "").at(), episode.from());
        assertEquals(agent(3, "").at(), episode.until());
        assertTrue(episode.summary().contains("kettle leaks"), episode.summary());
        assertTrue(memory().recallable(ANA, FIRST));
    }

    @Test
    default void aSessionGoesOnAfterAFlush() throws Exception {
        remembered(ANA, FIRST, customer(1, "The kettle leaks."));
        assertEquals(FlushResult.NOTHING_NEW, flush(ANA, FIRST));

        memory().remember(ANA, FIRST, List.of(customer(2, "The spare lid came broken.")));
        assertEquals(FlushResult.EXTRACTED, flush(ANA, FIRST));

        List<Episode> episodes = memory().episodes(ANA, 0, 10);
        assertTrue(episodes.stream().allMatch(episode -> episode.session().equals(FIRST)));
        assertTrue(recall(ANA, "broken lid", Optional.empty()).episodes().toString().contains("lid"), episodes.toString());
    }

    @Test
    default void episodesAreListedNewestFirstPageByPage() throws Exception {
        for (int i = 1; i <= 5; i++) {
            remembered(ANA, new SessionId("ticket_" + i), customer(i, "The kettle leaks."));
        }

        List<String> paged = IntStream.of(0, 2, 4, 6)
                .mapToObj(offset -> page(offset))
                .flatMap(List::stream)
                .map(episode -> episode.session().value())
                .toList();

        assertEquals(List.of("ticket_5", "ticket_4", "ticket_3", "ticket_2", "ticket_1"), paged);
    }

    @Test
    default void aFactSaidTwiceIsOneItemWithItsNewestEvidence() throws Exception {
        remembered(ANA, FIRST, customer(1, "My e-mail address is ana@example.com."));
        remembered(ANA, SECOND, customer(2, "Sure, my email is ANA@example.com."));

        List<ProfileItem> emails = items(ANA, ProfileItem.Kind.EMAIL);

        assertEquals(1, emails.size());
        assertTrue(emails.getFirst().evidence().contains("my email is"));
        // Where it was heard is told by engines that know it; told wrongly it must not be.
        assertEquals(SECOND, emails.getFirst().session().orElse(SECOND));
        assertEquals(customer(2, "").id(), emails.getFirst().source().orElse(customer(2, "").id()));
    }

    @Test
    default void everyProfileItemComesWithARecallThatMatchesNone() throws Exception {
        remembered(ANA, FIRST, customer(1, "My name is Ana Ruiz. My e-mail address is ana@example.com."));

        Recall recall = recall(ANA, "the toaster", Optional.of(FIRST));

        assertEquals(memory().profile(ANA).size(), recall.profile().size());
        assertTrue(recall.profile().size() >= 2);
    }

    @Test
    default void anAgentsWordSurvivesLaterFlushes() throws Exception {
        remembered(ANA, FIRST, customer(1, "My name is Ana Ruiz."));
        ProfileItem heard = items(ANA, ProfileItem.Kind.NAME).getFirst();

        ProfileItem corrected = memory().correct(ANA, heard.id(), "Anna Ruíz");
        remembered(ANA, FIRST, customer(2, "Again, my name is Ana Ruiz."));
        remembered(ANA, SECOND, customer(3, "My name is Ana Ruiz. My e-mail address is ana@example.com."));

        assertTrue(corrected.corrected());
        assertEquals(List.of("Anna Ruíz"), items(ANA, ProfileItem.Kind.NAME).stream().map(ProfileItem::text).toList());
        assertEquals("Anna Ruíz", memory().profile(ANA).getFirst().text());
        assertEquals("Anna Ruíz", recall(ANA, "ana@example.com", Optional.empty()).profile().getFirst().text());
    }

    @Test
    default void aCorrectionOfNothingIsRefused() {
        MemoryException refused =
                assertThrows(MemoryException.class, () -> memory().correct(ANA, "no such item", "Anna"));

        assertEquals(MemoryException.Kind.REFUSED, refused.kind());
    }

    @Test
    default void whatAnAgentCorrectedStaysVisibleAsHistory() throws Exception {
        remembered(ANA, FIRST, customer(1, "My name is Ana Ruiz."));

        memory().correct(ANA, items(ANA, ProfileItem.Kind.NAME).getFirst().id(), "Anna Ruíz");

        assertEquals(List.of("Ana Ruiz"), items(ANA, ProfileItem.Kind.NAME).getFirst().former().stream().map(ProfileItem.Former::text).toList());
    }

    @Test
    default void aPinnedItemComesFirstUntilItIsUnpinned() throws Exception {
        remembered(ANA, FIRST, customer(1, "My e-mail address is ana@example.com."));
        remembered(ANA, SECOND, customer(2, "My name is Ana Ruiz."));
        String name = items(ANA, ProfileItem.Kind.NAME).getFirst().id();
        String email = items(ANA, ProfileItem.Kind.EMAIL).getFirst().id();
        memory().correct(ANA, name, "Anna Ruíz");

        assertTrue(memory().mark(ANA, email, ProfileItem.Mark.PINNED, true).pinned());
        assertEquals(email, memory().profile(ANA).getFirst().id());
        assertEquals(email, recall(ANA, "Anna", Optional.empty()).profile().getFirst().id());
        remembered(ANA, THIRD, customer(3, "My e-mail address is ana@example.com."));
        assertTrue(memory().profile(ANA).getFirst().pinned());

        assertFalse(memory().mark(ANA, email, ProfileItem.Mark.PINNED, false).pinned());
        assertEquals(name, memory().profile(ANA).getFirst().id());
    }

    @Test
    default void aDoubtfulItemIsShownAsSuchAndStaysDoubtful() throws Exception {
        remembered(ANA, FIRST, customer(1, "My e-mail address is ana@example.com."));
        String email = items(ANA, ProfileItem.Kind.EMAIL).getFirst().id();
        memory().mark(ANA, email, ProfileItem.Mark.PINNED, true);
        memory().mark(ANA, email, ProfileItem.Mark.DISPUTED, true);
        remembered(ANA, SECOND, customer(2, "Sure, my e-mail address is ana@example.com."));

        Recall recall = recall(ANA, "mail", Optional.empty());

        assertTrue(recall.profile().getFirst().disputed() && recall.profile().getFirst().pinned());
        assertEquals(List.of(), recall.withoutDisputed().profile().stream().filter(item -> item.id().equals(email)).toList());
        assertEquals(MemoryException.Kind.REFUSED, assertThrows(MemoryException.class,
                () -> memory().mark(ANA, "no such item", ProfileItem.Mark.PINNED, true)).kind());
        assertEquals(MemoryException.Kind.REFUSED, assertThrows(MemoryException.class,
                () -> memory().mark(ANA, email, ProfileItem.Mark.CORRECTED, true)).kind());
    }

    @Test
    default void aForgottenItemTakesWhatAgentsSaidOfItAlong() throws Exception {
        remembered(ANA, FIRST, customer(1, "My e-mail address is ana@example.com."));
        String email = items(ANA, ProfileItem.Kind.EMAIL).getFirst().id();
        memory().mark(ANA, email, ProfileItem.Mark.PINNED, true);
        memory().forget(new Forgetting.Item(ANA, email));
        remembered(ANA, SECOND, customer(2, "My e-mail address is ana@example.com."));

        assertFalse(items(ANA, ProfileItem.Kind.EMAIL).getFirst().pinned());
    }

    @Test
    default void anEpisodeTellsWhatWasSaidAtLength() throws Exception {
        remembered(ANA, FIRST, subject(1, "Leaking kettle"), customer(2, "My kettle leaks at the handle. I bought it in May."), agent(3, "A new kettle has been sent."));

        Episode episode = memory().episodes(ANA, 0, 1).getFirst();

        assertTrue(episode.narrative().contains("leaks at the handle"), episode.narrative());
        assertFalse(episode.subject().isBlank() || episode.summary().isBlank());
    }

    @Test
    default void forgettingGivesAReceipt() throws Exception {
        remembered(ANA, FIRST, customer(1, "My e-mail address is ana@example.com. The kettle leaks."));
        remembered(ANA, SECOND, customer(2, "My name is Ana Ruiz, the toaster burns."));

        Receipt session = memory().forget(new Forgetting.Session(ANA, FIRST));
        Receipt everything = memory().forget(new Forgetting.Everything(ANA));

        for (Receipt receipt : List.of(session, everything)) {
            assertTrue(receipt.lines().stream().anyMatch(line -> line.copy() == Receipt.Copy.EPISODES && line.count() == 1), receipt.toString());
            assertTrue(receipt.lines().stream().allMatch(line -> line.count() > 0), receipt.toString());
        }
        assertEquals(List.of(), memory().forget(new Forgetting.Everything(BEN)).lines());
    }

    @Test
    default void oneForgottenEpisodeLeavesTheOthers() throws Exception {
        remembered(ANA, FIRST, customer(1, "The canary sings."));
        remembered(ANA, SECOND, customer(2, "The toaster burns."));
        String canary = memory().episodes(ANA, 0, 10).stream().filter(episode -> episode.session().equals(FIRST)).findFirst().orElseThrow().id();

        memory().forget(new Forgetting.Part(ANA, canary));

        assertEquals(List.of(SECOND), memory().episodes(ANA, 0, 10).stream().map(Episode::session).toList());
        assertFalse(recall(ANA, "canary sings", Optional.empty()).episodes().toString().contains("canary"));
    }

    @Test
    default void aForgottenItemIsNotLearnedAgainFromTheSameMessage() throws Exception {
        remembered(ANA, FIRST, customer(1, "My e-mail address is ana@example.com."));
        memory().forget(new Forgetting.Item(ANA, items(ANA, ProfileItem.Kind.EMAIL).getFirst().id()));
        assertEquals(List.of(), items(ANA, ProfileItem.Kind.EMAIL));

        remembered(ANA, FIRST, agent(2, "Thank you."));
        assertEquals(List.of(), items(ANA, ProfileItem.Kind.EMAIL));

        remembered(ANA, SECOND, customer(3, "My e-mail address is ana@example.com."));
        assertEquals(1, items(ANA, ProfileItem.Kind.EMAIL).size());
    }

    @Test
    default void aForgottenCorrectionIsGoneToo() throws Exception {
        remembered(ANA, FIRST, customer(1, "My name is Ana Ruiz."));
        ProfileItem corrected = memory().correct(ANA, items(ANA, ProfileItem.Kind.NAME).getFirst().id(), "Canary");
        memory().forget(new Forgetting.Item(ANA, corrected.id()));
        remembered(ANA, FIRST, agent(2, "Thank you."));

        assertEquals(List.of(), items(ANA, ProfileItem.Kind.NAME));
    }

    @Test
    default void aForgottenSessionIsGoneAndDoesNotComeBack() throws Exception {
        List<Utterance> said = List.of(customer(1, "My e-mail address is canary@example.com, the canary sings."));
        memory().remember(ANA, FIRST, said);
        flush(ANA, FIRST);
        remembered(ANA, SECOND, customer(2, "The kettle leaks."));

        memory().forget(new Forgetting.Session(ANA, FIRST));
        memory().remember(ANA, FIRST, said);

        assertEquals(FlushResult.NOTHING_NEW, flush(ANA, FIRST));
        assertFalse(everythingKnown(ANA, "canary canary@example.com sings").contains("canary"));
        assertEquals(List.of(SECOND), memory().episodes(ANA, 0, 10).stream().map(Episode::session).toList());
    }

    @Test
    default void aFactThatWasAlsoSaidElsewhereOutlivesAForgottenSession() throws Exception {
        remembered(ANA, FIRST, customer(1, "My name is Ana Ruiz."));
        remembered(ANA, SECOND, customer(2, "My name is Ana Ruiz."));

        memory().forget(new Forgetting.Session(ANA, SECOND));

        assertEquals(1, items(ANA, ProfileItem.Kind.NAME).size());
        assertEquals(FIRST, items(ANA, ProfileItem.Kind.NAME).getFirst().session().orElse(FIRST));
    }

    @Test
    default void aForgottenCustomerIsUnknownAndOthersAreNot() throws Exception {
        List<Utterance> said = List.of(customer(1, "My name is Canary Ruiz, the kettle leaks."));
        memory().remember(ANA, FIRST, said);
        flush(ANA, FIRST);
        remembered(BEN, FIRST, customer(1, "The kettle leaks."));

        memory().forget(new Forgetting.Everything(ANA));
        memory().remember(ANA, FIRST, said);

        assertEquals(FlushResult.NOTHING_NEW, flush(ANA, FIRST));
        assertTrue(recall(ANA, "canary kettle", Optional.empty()).isEmpty());
        assertEquals(1, memory().episodes(BEN, 0, 10).size());

        remembered(ANA, SECOND, customer(9, "It is me again, about the toaster."));
        assertEquals(1, memory().episodes(ANA, 0, 10).size());
    }

    @Test
    default void oddTextIsKeptAndNothingBreaks() throws Exception {
        List<String> texts = List.of(
                "", " \n ", "AND OR ( \" ~ * ? : \\ [ } ^ NOT", "👩‍👩‍👧‍👦 🎉🎉", "我的订单还没有到", "لم يصل طلبي", "\ud800 lone", "x".repeat(70_000),
                "kettle handle ".repeat(75_000));
        for (int i = 0; i < texts.size(); i++) {
            memory().remember(ANA, odd(i), List.of(customer(i, texts.get(i))));
        }
        assertFalse(recall(ANA, "订单", Optional.empty()).passages().isEmpty());
        assertFalse(recall(ANA, "\"طلبي (", Optional.empty()).passages().isEmpty());

        for (int i = 0; i < texts.size(); i++) {
            flush(ANA, odd(i));
            recall(ANA, texts.get(i), Optional.of(odd(i)));
            memory().precedents(new RecallRequest(ANA, texts.get(i), Optional.of(odd(i)), 5));
        }
        List<SessionId> sessions = memory().episodes(ANA, 0, 100).stream().map(Episode::session).toList();
        for (int i = 2; i < texts.size(); i++) {
            assertTrue(sessions.contains(odd(i)), sessions + " lack " + odd(i));
        }
    }

    private static SessionId odd(int i) {
        return new SessionId("ticket_öä 漢 🎈 " + i);
    }

    @Test
    default void precedentsAreWhatHelpedOtherCustomers() throws Exception {
        List<Utterance> solved = List.of(customer(1, "The kettle leaks."), agent(2, "A new kettle has been sent."));
        memory().remember(ANA, FIRST, solved);
        flush(ANA, FIRST);
        memory().remember(BEN, SECOND, solved);
        flush(BEN, SECOND);
        remembered(BEN, THIRD, customer(3, "The kettle leaks and nobody answers."));

        List<Episode> precedents = memory().precedents(new RecallRequest(ANA, "leaking kettle", Optional.empty(), 5));

        assertTrue(precedents.stream().allMatch(e -> e.session().equals(SECOND)), precedents.toString());
    }

    private List<Episode> page(int offset) {
        try {
            return memory().episodes(ANA, offset, 2);
        } catch (MemoryException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void remembered(CustomerId customer, SessionId session, Utterance... said) throws Exception {
        memory().remember(customer, session, List.of(said));
        flush(customer, session);
    }

    private FlushResult flush(CustomerId customer, SessionId session) throws Exception {
        FlushResult result = memory().flush(customer, session);
        settle();
        return result;
    }

    private Recall recall(CustomerId customer, String words, Optional<SessionId> current) throws Exception {
        return memory().recall(new RecallRequest(customer, words, current, 100));
    }

    private List<ProfileItem> items(CustomerId customer, ProfileItem.Kind kind) throws Exception {
        return memory().profile(customer).stream().filter(item -> item.kind() == kind).toList();
    }

    private String everythingKnown(CustomerId customer, String words) throws Exception {
        return recall(customer, words, Optional.empty()) + memory().episodes(customer, 0, 100).toString() + memory().profile(customer);
    }
}
