package acquaint.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers as words. "One" is left out, since it is an article, too. */
final class NumberWords {

    static final Map<String, Integer> WORDS = new HashMap<>();

    static {
        from(2, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty");
        from(2, "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig");
        from(2, "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize");
        from(2, "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince");
        from(2, "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici");
        from(2, "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien");
        from(2, "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście");
        from(2, "dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze");
        WORDS.putAll(Map.of("thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "ninety", 90, "hundred", 100, "twice", 2, "both", 2, "dreißig", 30, "dozen", 12));
        // These mean something else more often.
        List.of("acht", "sei", "once", "tre", "dix", "sept", "both", "elf").forEach(WORDS::remove);
    }

    private NumberWords() {}

    private static void from(int first, String words) {
        int number = first;
        for (String word : words.split(" ")) {
            WORDS.putIfAbsent(word, number++);
        }
    }
}
