package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordAnalyzerTest {

    private final WordAnalyzer analyzer = new WordAnalyzer();

    @Test
    void numbersCodesAndAddressesStayWholeAndNumbersComeFirst() {
        assertEquals(
                List.of("w5199551", "xehm4b", "order", "code", "ana.ruiz@example.com"),
                analyzer.terms("The order #W5199551, code XEHM4B, by Ana.Ruiz@example.com!", 64));
    }

    @Test
    void formsAndAccentsOfAWordAreOneWord() {
        assertEquals(analyzer.terms("leaking kettle cafe", 64), analyzer.terms("Leaked KETTLES café’s", 64));
    }

    @Test
    void aNumberAtTheEndOfALongTextIsAmongItsTerms() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append("word").append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append(' ');
        }

        List<String> terms = analyzer.terms(text + "W5199551", 64);

        assertEquals(64, terms.size());
        assertEquals("w5199551", terms.getFirst());
    }

    @Test
    void everyScriptHasWords() {
        for (String text : List.of("订单", "طلبي", "заказ", "🎉")) {
            assertTrue(!analyzer.terms(text, 64).isEmpty(), text);
        }
        assertEquals(List.of(), analyzer.terms("\" ( AND ?!", 64));
    }
}
