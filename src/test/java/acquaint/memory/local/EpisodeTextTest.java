package acquaint.memory.local;

import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static acquaint.memory.Say.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Outcome;
import acquaint.memory.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeTextTest {

    @Test
    void theWishIsWithoutGreetingsAndTheExchangeOfNumbers() {
        Wish wish = Wish.of(List.of(
                customer(1, "Hi there! I hope you're having a great day. I need some help with my order, please."),
                agent(2, "Could you please provide your e-mail address?"),
                customer(3, "Sure, my name is Ana Ruiz, and my zip code is 78712."),
                customer(4, "I'd like to change the boots to a size 8."),
                customer(5, "Yes, please go ahead. Thank you!")));

        assertEquals("I need some help with my order, please. I'd like to change the boots to a size 8.", wish.summary());
        assertEquals("I need some help with my order, please.", wish.subject());
        assertEquals(List.of("m1", "m4"), wish.sources().stream().map(Object::toString).toList());
    }

    @Test
    void theTicketsSubjectIsTheSubject() {
        assertEquals("Wrong size", Wish.of(List.of(subject(0, " Wrong\n size "), customer(1, "The boots are too big."))).subject());
    }

    @Test
    void aSessionWithoutACustomersWordStillSaysSomething() {
        assertEquals("We tried to call you about the parcel.", Wish.of(List.of(agent(1, "We tried to call you about the parcel."))).summary());
        assertEquals("Hi!", Wish.of(List.of(customer(1, "Hi!"))).summary());
        assertEquals("我的订单还没有到。", Wish.of(List.of(customer(1, "我的订单还没有到。"))).summary());
    }

    @Test
    void aLongWishEndsBetweenTwoWords() {
        String summary = Wish.of(List.of(customer(1, "The kettle leaks " + "and leaks ".repeat(60)))).summary();

        assertTrue(summary.length() <= 240 && summary.matches(".* (and|leaks)…"), summary);
    }

    @Test
    void theOutcomeIsWhatTheAgentSaidWasDone() {
        assertOutcome(
                "Both reservations have been canceled: Reservation XEHM4B was upgraded and then canceled. The refund will arrive within 7 days.",
                customer(1, "Cancel both."),
                agent(2, """
                        **Both reservations have been canceled:**

                        1. **Reservation XEHM4B** was upgraded and then canceled.

                        The refund will arrive within 7 days. If you have any more questions, feel free to ask!"""),
                customer(3, "Thanks!"),
                agent(4, "You're welcome! Have a great day!"));
    }

    @Test
    void aListOfShortEntriesBelongsToTheLineThatAnnouncesIt() {
        assertOutcome(
                "The following items have been returned: Headphones (blue); Watch. You will receive an e-mail.",
                agent(1, "The following items have been returned:\n- **Headphones** (blue)\n* Watch\n\nYou will receive an e-mail."));
    }

    @Test
    void aPromiseWithoutAQuestionIsAnOutcome() {
        assertOutcome("We'll send you a new kettle tomorrow.", agent(1, "Sorry about that! We'll send you a new kettle tomorrow."));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "To proceed, please confirm:\n- The refund will be processed to your card.\nWould you like to go on?",
        "Unfortunately, your ticket cannot be changed.",
        "I have successfully authenticated your identity.",
        "Your order has not been shipped.",
        "I will transfer you to a colleague who has been informed.",
        "You're welcome! Feel free to reach out. Have a great day!",
        "Once you confirm, the refund will be processed.",
    })
    void anOfferARefusalOrATransferIsNoOutcome(String last) {
        assertEquals(Outcome.Kind.UNSOLVED, Result.of(List.of(customer(1, "Please help."), agent(2, last))).kind());
    }

    @Test
    void aSessionThatEndsWithATransferIsNotSolved() {
        assertEquals(new Outcome(Outcome.Kind.UNSOLVED, "", Optional.empty()), Result.of(List.of(
                agent(1, "Your first order has been cancelled."), customer(2, "Then please transfer me to a human agent."))));
    }

    @Test
    void whatWasDoneIsSolvedAndWhatWillComeIsPromised() {
        assertEquals(Outcome.Kind.SOLVED, Result.of(List.of(agent(1, "A new kettle has been sent. You will receive it on Monday."))).kind());
        assertEquals(Outcome.Kind.PROMISED, Result.of(List.of(agent(1, "You will receive the refund within 5 days."))).kind());
    }

    @Test
    void aResultThatTheCustomerContradictsIsNone() {
        Outcome outcome = Result.of(List.of(agent(1, "The lid has been replaced."), customer(2, "It still doesn't fit."), agent(3, "Unfortunately we cannot replace it twice.")));

        assertEquals(Outcome.Kind.UNSOLVED, outcome.kind());
        assertEquals("Unfortunately we cannot replace it twice.", outcome.text());
        assertEquals(Optional.of(agent(3, "").id()), outcome.source());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "now ", "hi ", "hi, ", "and ", "your order has now ", "my name is Ana ", "call me ", "please ", "I prefer ", "a@b.", "1 ", "4-", "** ", "[x](", "- ",
        "Ana Ruiz, and ", "# ", ": ", "i'm i'm ", "W1 "
    })
    void aTextThatRepeatsItselfForEverIsReadToItsEnd(String words) {
        Utterance utterance = customer(1, "I have been " + words.repeat(500_000 / words.length()));
        Utterance answer = agent(2, "It has been " + words.repeat(500_000 / words.length()));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(Wish.of(List.of(utterance, answer)).summary().length() <= 240);
            Result.of(List.of(utterance, answer));
            Facts.in(utterance);
        });
    }

    private static void assertOutcome(String expected, Utterance... session) {
        Outcome outcome = Result.of(List.of(session));
        assertEquals(expected, outcome.text());
        assertTrue(outcome.kind() != Outcome.Kind.UNSOLVED, outcome.toString());
    }
}
