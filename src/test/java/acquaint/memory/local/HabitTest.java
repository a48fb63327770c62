package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.Say;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HabitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "Please use my gift card for that. | GIFT_CARD",
        "I'd like to pay with PayPal. | PAYPAL",
        "I would prefer the refund to go back to the original payment method. | REFUND_ORIGINAL",
        "Can I have the refund on a gift card, please? | REFUND_GIFT_CARD",
        "I'd like to fly business class. | BUSINESS",
        "I need a nonstop flight. | NONSTOP",
        "Please let me speak to a supervisor. | HUMAN",
        "I don't remember the reservation ID. | NO_NUMBER",
        "I want compensation for the delay. | COMPENSATION",
        "I need to cancel my order. | CANCELS",
        "I want to return the kettle. | RETURNS",
        "I'd like to exchange the lamp. | EXCHANGES",
        "Please change the address of my order. | CHANGES",
        "How much would that cost? | PRICE",
        "I don't want any travel insurance. | UNINSURED",
    })
    void whatACustomerAsksForShowsAHabit(String text, Habit habit) {
        assertEquals(Map.of(habit, text), Habit.in(Say.customer(1, text), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "My flight was cancelled.", "Please don't cancel my order.", "What is your cancellation policy?", "I would rather not be transferred.",
        "I will return on Monday.", "My return flight is at noon.", "I'd rather not pay with PayPal.", "It was a change of plans.", "Thank you!",
        "Which cards do you take?", "I am currently booked in economy.",
    })
    void whatHappenedIsAskedOrRefusedShowsNone(String text) {
        assertEquals(Set.of(), Habit.in(Say.customer(1, text), Optional.empty()).keySet());
    }

    @Test
    void anAnswerIsUnderstoodByItsQuestion() {
        assertEquals(Set.of(Habit.PAYPAL), Habit.in(Say.customer(2, "PayPal."), Optional.of(Say.agent(1, "Which payment method would you like?"))).keySet());
        assertEquals(Set.of(Habit.REFUND_PAYPAL), Habit.in(Say.customer(2, "PayPal."), Optional.of(Say.agent(1, "Where should the refund go?"))).keySet());
        assertEquals(Set.of(), Habit.in(Say.agent(1, "I want to pay with PayPal."), Optional.empty()).keySet());
    }

    @Test
    void aHabitIsTakenForATrait() {
        assertTrue(Facts.in(Say.customer(1, "I need to cancel my order.")).stream().anyMatch(fact -> fact.kind() == Kind.TRAIT && fact.text().equals(Habit.CANCELS.text())));
    }
}
