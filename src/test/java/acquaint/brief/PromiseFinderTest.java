package acquaint.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseFinderTest {

    /** A Thursday, a quarter past ten in Berlin. */
    private static final Instant THURSDAY = Instant.parse("2026-11-26T09:15:00Z");

    private final PromiseFinder finder = new PromiseFinder(ZoneId.of("Europe/Berlin"));

    private List<FoundPromise> in(String text) {
        return finder.in(message(Message.Kind.REPLY, text));
    }

    private static Message message(Message.Kind kind, String text) {
        return new Message(new MessageId("m1"), new TicketId("T-1"), 1, kind, "Lee", THURSDAY, text, Message.Delivery.SENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The refund will be credited to your card within 5 to 7 business days.   | 2026-12-07T22:59:59Z
            You'll receive the replacement by Friday.                               | 2026-11-27T22:59:59Z
            I will call you tomorrow before 3 pm.                                   | 2026-11-27T14:00:00Z
            We'll get back to you in 24 hours.                                      | 2026-11-27T09:15:00Z
            Our technician will be sent on 3 December.                              | 2026-12-03T22:59:59Z
            You will hear from us by the end of the day.                            | 2026-11-26T22:59:59Z
            We will ship it next week.                                              | 2026-12-04T22:59:59Z
            I'll get back to you by the day after tomorrow.                         | 2026-11-28T22:59:59Z
            You should see the refund within two weeks.                             | 2026-12-10T22:59:59Z
            The letter will be sent by January 8.                                   | 2027-01-08T22:59:59Z
            We will call you back by noon.                                          | 2026-11-26T11:00:00Z
            Der Betrag wird Ihnen innerhalb von 5–7 Werktagen gutgeschrieben.       | 2026-12-07T22:59:59Z
            Ich melde mich bis morgen bei Ihnen.                                    | 2026-11-27T22:59:59Z
            Wir schicken Ihnen den Ersatz bis zum 3. Dezember.                      | 2026-12-03T22:59:59Z
            Sie erhalten bis Freitag eine Antwort.                                  | 2026-11-27T22:59:59Z
            Wir melden uns in 24 Stunden bei Ihnen.                                 | 2026-11-27T09:15:00Z
            Die Rückzahlung wird bis 17 Uhr veranlasst.                             | 2026-11-26T16:00:00Z
            """)
    void aPromiseIsFoundWithTheTimeThatItNames(String text, Instant due) {
        assertEquals(List.of(new FoundPromise(text.strip(), Optional.of(due))), in(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"You will receive an email with instructions.", "The refund will be processed to your card.", "We'll send you a new one soon.", "I'll let you know.",
        "Sie erhalten in Kürze eine E-Mail.", "Wir werden das Gerät austauschen."})
    void aPromiseWithoutATimeHasNone(String text) {
        assertEquals(List.of(new FoundPromise(text, Optional.empty())), in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Once you confirm, I'll proceed with the cancellation.", "Could you please tell me which order it is?", "I'll check that for you right away.",
        "I'll be happy to assist you further.", "If you send it back, we will refund it.", "Would you like to proceed?", "I will need your order number.", "Feel free to reach out, we'll be here.",
        "Unfortunately this cannot be changed.", "Wenn Sie zustimmen, werden wir es stornieren.", "Ich werde das für Sie prüfen.", "Thank you for your patience."})
    void whatDependsOnTheCustomerOrIsOnlyKindIsNoPromise(String text) {
        assertEquals(List.of(), in(text));
    }

    @Test
    void whatIsProposedWithAQuestionIsNoPromiseUntilItIsConfirmed() {
        assertTrue(in("You will receive a refund of $13.75. Please confirm if you'd like to proceed.").isEmpty());
    }

    @Test
    void onlyRepliesPromise() {
        assertTrue(finder.in(message(Message.Kind.CUSTOMER, "I will send it back by Friday.")).isEmpty());
        assertTrue(finder.in(message(Message.Kind.NOTE, "We will ship it by Friday.")).isEmpty());
    }

    @Test
    void ofSeveralSentencesThoseThatPromiseAreFoundInTheirOrder() {
        assertEquals(List.of("We will ship it tomorrow.", "You'll receive a mail."),
                in("Thanks for your patience!\n- **We will ship it tomorrow.** It is blue. You'll receive a mail.").stream().map(FoundPromise::sentence).toList());
    }
}
