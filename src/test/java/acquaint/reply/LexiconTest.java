package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LexiconTest {

    private final Lexicon english = Lexicon.of(Language.ENGLISH);

    @Test
    void everyLanguageHasTheSamePhrasesAndSigns() {
        for (Language language : Language.values()) {
            Lexicon other = Lexicon.of(language);
            assertEquals(english.phraseKeys(), other.phraseKeys());
            assertEquals(english.signKeys(), other.signKeys());
        }
    }

    @Test
    void everyIntentHasASignAndATopicAndEveryNeedAQuestion() {
        for (Intent intent : Intent.values()) {
            assertTrue(intent == Intent.GENERAL || english.signKeys().contains("intent." + intent.key()), intent.key());
            assertTrue(intent.thingStandsFirst() || english.signKeys().contains("verb." + intent.key()), intent.key());
            assertTrue(english.phraseKeys().contains("topic." + intent.key() + ".reference"), intent.key());
            for (Intent.Need need : intent.needs()) {
                assertTrue(need == Intent.Need.REFERENCE || english.phraseKeys().contains("ask." + need.key()), need.key());
            }
        }
    }

    @Test
    void signsStandAsWholeWords() {
        assertTrue(english.points("intent.cancel", "Please CANCEL it."));
        assertFalse(english.points("intent.book", "my bookshelf"));
        assertTrue(english.points("unable", "I don’t have it"));
    }

    @Test
    void aValueIsNeverSearchedForPlaces() {
        assertEquals("Thank you for your message about {agent} $1.", english.say("open.request", "topic", "{agent} $1"));
        assertThrows(IllegalArgumentException.class, () -> english.say("open.request"));
    }
}
