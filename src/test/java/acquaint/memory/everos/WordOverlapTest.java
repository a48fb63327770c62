package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WordOverlapTest {

    private static List<String> best(String question, String... texts) {
        return new WordOverlap<>(List.of(texts), Function.identity()).best(question, 10).stream().map(WordOverlap.Match::what).toList();
    }

    @Test
    void theTextWithTheRarerSharedWordComesFirst() {
        assertEquals(List.of("The toaster burns bread.", "The kettle leaks water.", "The kettle whistles loudly."),
                best("kettle or toaster", "The kettle leaks water.", "The kettle whistles loudly.", "The toaster burns bread."));
    }

    @Test
    void ofTwoTextsWithTheSameWordsTheShorterComesFirst() {
        assertEquals(List.of("A broken lid.", "A broken lid on the pot that I bought in the shop last year."),
                best("broken lid", "A broken lid on the pot that I bought in the shop last year.", "A broken lid."));
    }

    @Test
    void wordsThatEverySentenceHasAreNoMatch() {
        assertEquals(List.of(), best("is it on the way", "The lid is on the pot."));
    }

    @Test
    void numbersAccentsAndScriptsWithoutSpacesMatch() {
        assertEquals(List.of("Order 42 is late."), best("42?", "Order 42 is late.", "Order 43 is late."));
        assertEquals(List.of("Das Café öffnet spät."), best("cafe", "Das Café öffnet spät."));
        assertEquals(List.of("我的订单还没有到"), best("订单", "我的订单还没有到", "你好"));
    }

    @Test
    void noMoreThanAskedForAreGiven() {
        assertEquals(1, new WordOverlap<>(List.of("kettle one", "kettle two"), Function.identity()).best("kettle", 1).size());
        assertEquals(List.of(), best("", "kettle"));
    }
}
