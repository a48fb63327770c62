package acquaint.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PersonalDataTest {

    private static final PersonalData FINDER = new PersonalData(Set.of("US", "GB", "DE", "FR", "ES", "IT"), List.of("Marta Lindqvist", "Project Heron"));

    private static List<String> found(String text) {
        return FINDER.in(text).stream().map(one -> one.kind() + " " + text.substring(one.start(), one.end())).toList();
    }

    /** In each line what is to be found stands between ⟦KIND and ⟧; nothing else must be. */
    @ParameterizedTest
    @CsvFileSource(resources = "/privacy/texts.csv", delimiter = '\u001f')
    void whatIsMarkedIsFoundAndNothingElse(String marked) {
        var expected = new java.util.ArrayList<String>();
        java.util.regex.Pattern.compile("⟦(\\w+) ([^⟧]+)⟧").matcher(marked).results().forEach(match -> expected.add(match.group(1) + " " + match.group(2)));
        String text = marked.replaceAll("⟦\\w+ ([^⟧]+)⟧", "$1");

        assertEquals(expected, found(text), text);
    }

    @Test
    void nothingIsFoundInNothing() {
        assertEquals(List.of(), found(""));
    }

    @Test
    void invisibleCharactersHideNothing() {
        assertEquals(List.of("CARD 4111\u200b1111\u00ad1111 1111"), found("Card 4111\u200b1111\u00ad1111 1111 please"));
        assertEquals(List.of("CARD ４１１１ １１１１ １１１１ １１１１"), found("カード ４１１１ １１１１ １１１１ １１１１"));
    }
}
