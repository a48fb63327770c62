package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
    void anAddressEndsBeforeTheStopThatEndsItsSentence() {
        assertEquals(List.of("a.ruiz-2@mail.example.co.uk", "write", "bob@example.com"), analyzer.terms("Write to a.Ruiz-2@mail.example.co.uk, bob@example.com.", 64));
        assertEquals(List.of("ana_7@example.com", "邮箱"), analyzer.terms("邮箱ana_7@example.com。", 64));
    }

    @Test
    void widthsAndDigitsOfOtherScriptsAreOneWordEach() {
        assertEquals(analyzer.terms("W5199551 strasse fine", 64), analyzer.terms("Ｗ５１９９５５１ Straße ﬁne", 64));
        assertEquals(List.of("5199551"), analyzer.terms("٥١٩٩٥٥١", 64));
    }

    @Test
    void chineseAndKoreanWordsComeWithTheirPairsOfCharacters() {
        assertEquals(List.of("手机", "机壳", "壳", "退", "退货", "货"), forms("手机壳 退货", Language.CHINESE));
        assertEquals(List.of("주문을", "주문", "문을"), forms("주문을", Language.KOREAN));
        assertEquals(List.of("kettle"), forms("kettles", Language.ENGLISH));
    }

    @Test
    void aWordStandsBesideItsStem() {
        assertEquals(List.of("bestellungen", "bestellung"), forms("Bestellungen", Language.GERMAN));
        assertEquals(List.of("xehm4b"), forms("XEHM4B", Language.GERMAN));
    }

    private List<String> forms(String text, Language language) {
        var forms = new ArrayList<String>();
        analyzer.read(text, language, (form, _, _) -> forms.add(form));
        return forms;
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
