package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Recall;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.DraftReply.Support;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What agents answered others, as it is proposed here. */
class PastBodyTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Customer ANA = new Customer(new CustomerId("ana"), "Ana Ruiz", Optional.empty(), Optional.empty(), AT, List.of(Address.email("ana@example.com")));
    private static final Customer BEN = new Customer(new CustomerId("ben_okoro_12"), "Ben Okoro", Optional.empty(), Optional.empty(), AT, List.of(Address.email("ben@example.com")));
    private static final String ASKED = "My order #W1234567 has not arrived. Where is it?";

    private static Message message(String ticket, int position, Message.Kind kind, String author, String text) {
        return new Message(new MessageId(ticket + "-" + position), new TicketId(ticket), position, kind, author, AT.plusSeconds(position), text, Message.Delivery.NONE);
    }

    private static PastReply past(String id, String text, Optional<String> next, double fit) {
        return new PastReply(message(id, 2, Message.Kind.REPLY, "Noor", text), BEN, "My parcel #W7654321 is late.", next, false, fit);
    }

    private static List<DraftReply> proposals(PastReply... past) {
        return proposals(ASKED, past);
    }

    private static List<DraftReply> proposals(String asked, PastReply... past) {
        Ticket ticket = Ticket.opened(new TicketId("T-1"), ANA.id(), "Parcel", "email", AT);
        return new ComposedDraft(ZoneOffset.UTC).proposals(new DraftRequest(ANA, ticket, List.of(message("T-1", 1, Message.Kind.CUSTOMER, "Ana Ruiz", asked)),
                Recall.NOTHING, List.of(), List.of(past), "Lee"));
    }

    private static String cleaned(String sentence) {
        List<DraftReply> all = proposals(past("T-9", sentence, Optional.empty(), 1));
        return all.size() < 2 ? "" : all.get(1).sentences().stream().filter(s -> s.evidence().stream().anyMatch(e -> e.kind() == Evidence.Kind.PAST_REPLY))
                .map(Sentence::text).reduce("", (one, other) -> (one + " " + other).strip());
    }

    @Test
    void thisTicketsOwnStandsWhereTheOthersStood() {
        assertEquals("Your parcel for order #W1234567 waits at the depot.", cleaned("Your parcel for order #W7654321 waits at the depot."));
        assertEquals("I have sent the label to ana@example.com today.", cleaned("I have sent the label to ben@example.com today."));
        assertEquals("The carrier, Ana, looks for the parcel.", cleaned("The carrier, Ben, looks for the parcel."));
    }

    @Test
    void aGapStandsWhereNothingOrMoreThanOneThingFits() {
        assertEquals("A refund of [amount] goes to your card by [date].", cleaned("A refund of $253.54 goes to your card by 12 May 2026."));
        assertEquals(List.of("[amount]", "[date]"), Gaps.in(cleaned("A refund of $253.54 goes to your card by 12 May 2026.")));
        List<DraftReply> two = proposals("Orders #W1234567 and #W2222222 have not arrived.", past("T-9", "Your order #W7654321 waits at the depot.", Optional.empty(), 1));
        assertTrue(two.get(1).text().contains("[order number]"), two.get(1)::text);
        assertEquals(List.of(), Gaps.in("See [1] and [my note]."));
    }

    @Test
    void whatIsTrueInGeneralStaysAsItIs() {
        assertEquals("A parcel takes 5 to 7 business days.", cleaned("A parcel takes 5 to 7 business days."));
    }

    @Test
    void aSentenceThatCannotBeCleanedIsLeftOut() {
        for (String sentence : List.of("Your password is xylo77!, keep it well.", "Noor will call you again.", "Kemal has signed for the parcel.", "Mr. Brandt at the depot has it.",
                "Between 10:00 and 12:00 on 3 May pay 12 EUR for order #W7654321 and $5 more.", "You find it here:")) {
            assertEquals("", cleaned(sentence), sentence);
        }
    }

    @Test
    void whatPointsBackToASentenceLeftOutGoesWithIt() {
        assertEquals("A parcel takes 5 to 7 business days.", cleaned("A parcel takes 5 to 7 business days. Kemal has signed for it. Would you like me to ask for that?"));
    }

    @Test
    void whatWasDoneForAnotherIsMarkedAsRestingOnNothingHere() {
        DraftReply draft = proposals(past("T-9", "Your parcel has been sent once more. A parcel takes 5 to 7 business days.", Optional.empty(), 1)).get(1);
        List<Sentence> body = draft.sentences().stream().filter(s -> !s.evidence().isEmpty()).toList();
        assertEquals(List.of(Support.UNSUPPORTED, Support.SUPPORTED), body.stream().map(Sentence::support).toList());
        Evidence evidence = body.getFirst().evidence().getFirst();
        assertEquals(List.of(Evidence.Kind.PAST_REPLY, "T-9-2"), List.of(evidence.kind(), evidence.ref()));
        assertFalse(evidence.quote().contains("Ben"));
    }

    @Test
    void aReplyThatHelpedComesBeforeOneThatHadToBeAskedForAgain() {
        List<DraftReply> all = proposals(past("T-8", "Please look at the tracking page once more.", Optional.of("My parcel #W7654321 is late."), 1),
                past("T-9", "The depot keeps parcels for two weeks.", Optional.of("Thank you, found it!"), 0.8));
        assertTrue(all.get(1).text().contains("depot") && all.get(2).text().contains("tracking"), all.get(1)::text);
    }

    @Test
    void thereAreThreeAtMostAndNoTwoAlike() {
        List<DraftReply> all = proposals(past("T-6", "The depot keeps parcels for two weeks.", Optional.empty(), 1), past("T-7", "The depot keeps parcels for two weeks!", Optional.empty(), 0.9),
                past("T-8", "Please look at the tracking page once more.", Optional.empty(), 0.8), past("T-9", "We ask the carrier for a search of its vans.", Optional.empty(), 0.7));
        assertEquals(3, all.size());
        assertTrue(all.getLast().text().contains("tracking"));
    }
}
