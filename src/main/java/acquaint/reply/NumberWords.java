package acquaint.reply;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers up to ninety-nine as words, in the languages that desks write in most. "One" is left out, since it is an article, too. */
final class NumberWords {

    private static final Map<String, Integer> UNITS = new HashMap<>();
    private static final Map<String, Integer> TENS = new HashMap<>();

    static {
        from(2, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        from(2, "zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn");
        from(2, "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize");
        from(2, "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve");
        from(2, "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove");
        from(2, "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien");
        from(2, "dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie trzynascie czternascie pietnascie");
        from(2, "dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze");
        tens("twenty thirty forty fifty sixty seventy eighty ninety");
        tens("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig");
        tens("vingt trente quarante cinquante soixante");
        tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa");
        tens("venti trenta quaranta cinquanta sessanta settanta ottanta novanta");
        tens("twintig dertig veertig vijftig zestig zeventig tachtig negentig");
        tens("dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat");
        tens("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa");
        UNITS.put("twice", 2);
        // These mean something else more often.
        List.of("acht", "sei", "once", "tre", "dix", "sept", "elf", "neuf", "sete").forEach(UNITS::remove);
    }

    /** As in "twenty-five", "treinta y cuatro", "fünfundzwanzig", "trentaquattro". */
    static final Pattern PATTERN = Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?<unitfirst>" + any(UNITS) + "|ein)(?:und|en|ën)(?<tenlast>" + any(TENS) + ")|(?<ten>" + any(TENS)
            + ")(?:[- ]?(?:(?:y|et|e|i|en)[- ])?(?<unit>" + any(UNITS) + "|one))?|(?<alone>" + any(UNITS) + "))(?![\\p{L}\\p{N}])");

    private NumberWords() {}

    private static void from(int first, String words) {
        int number = first;
        for (String word : words.split(" ")) {
            UNITS.putIfAbsent(word, number++);
        }
    }

    private static void tens(String words) {
        int number = 20;
        for (String word : words.split(" ")) {
            TENS.putIfAbsent(word, number);
            number += 10;
        }
    }

    private static String any(Map<String, Integer> words) {
        return String.join("|", words.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList());
    }

    /** The same letters without accents and capitals, one for one, so that positions stay. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String base = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            folded.append(base.isEmpty() ? ' ' : base.charAt(0));
        }
        return folded.toString();
    }

    /** What one match of {@link #PATTERN} says. */
    static int value(MatchResult match) {
        if (match.group("alone") != null) {
            return UNITS.get(match.group("alone"));
        }
        if (match.group("tenlast") != null) {
            return TENS.get(match.group("tenlast")) + UNITS.getOrDefault(match.group("unitfirst"), 1);
        }
        String unit = match.group("unit");
        return TENS.get(match.group("ten")) + (unit == null ? 0 : UNITS.getOrDefault(unit, 1));
    }
}
