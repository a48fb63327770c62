package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "Thank you so much for your help!",
        "Great, thank you for your help! That's all I needed.",
        "You too!",
        "Alright, thank you for your help. I appreciate it.",
        "Merci beaucoup for your help! That's all I needed.",
        "No further assistance is required. Thank you.",
        "Thank you, I'll keep that in mind.",
        "Actually, never mind. I think that's all for now. Thank you for your help!",
        "Thanks, I appreciate it. I'll definitely reach out if I need anything else.",
        "Thanks again! Will do. Take care!",
        "Got it. Thank you.",
        "No, that's okay. Thank you for your help. I'll consider my options.",
        "Great, thank you so much for the help! I'll keep an eye on my email for the return instructions.",
        "Thanks, that’s all I needed to know.",
        "Yes, that's all. Thanks!",
        "Perfect!",
    })
    void aCourtesyAtTheEndDoesNotWait(String words) {
        assertFalse(ClosingWords.wait(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Yes, please transfer me to a human agent who can assist with this matter. Thank you.",
        "Yes, please. I'd appreciate talking to a human agent about this. Thank you!",
        "Is there someone else I could speak to about this? Maybe a supervisor?",
        "Yes, please transfer me to a human agent. I need to get this resolved.",
        "Sure, please go ahead and issue the certificate. Thank you for your help.",
        "Are you kidding me? I said the opposite. Give me a human now!",
        "Yes, I would appreciate that. Please connect me with someone who can help further.",
        "Thanks, but it still does not work.",
        "Thanks, but I still need the invoice.",
        "Yes, go ahead.",
        "My order is W1234567.",
        "Thank you. Can you also cancel the second one",
    })
    void aRequestWaitsHoweverPolite(String words) {
        assertTrue(ClosingWords.wait(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hi, I'd like to change the size of some boots I have on order. | I'd like to change the size of some boots I have on order",
        "Hi there! I hope you're having a great day. I need some help with an order. | I need some help with an order",
        "Hello! I'm Sophia Silva, and I'm a Gold member. I missed my flight. | I'm Sophia Silva, and I'm a Gold member",
        "Good morning. where is my order? | Where is my order?",
        "Hey | Hey",
        "I wanna return everything I ordered. | I wanna return everything I ordered",
        "Hidden fees on my bill! | Hidden fees on my bill",
    })
    void aSubjectIsTheFirstSentenceThatIsMoreThanAGreeting(String message, String subject) {
        assertEquals(subject, SubjectLine.of(message));
    }

    @ParameterizedTest
    @ValueSource(ints = {79, 80, 81, 500})
    void aSubjectIsNeverLongerThanEightyCharacters(int length) {
        String subject = SubjectLine.of("x".repeat(length));
        assertEquals(Math.min(length, 80), subject.length());
    }
}
