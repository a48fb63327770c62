package acquaint.reply;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the sentences of a written text end, by the rules of Unicode (UAX 29) and the abbreviations of CLDR. Safe for any thread. */
final class SentenceEnds {

    /**
     * What the English list lacks, each with the blank before it. The lists of other languages cannot be had: they match the ends of longer words, so that "address." would
     * end nothing with the Spanish one, and the German one has the names of the months.
     */
    private static final List<String> MORE = List.of(" No.", " Nos.", " approx.", " incl.", " Nr.", " Tel.", " ref.", " Ref.", " St.", " inkl.", " ggf.", " ca.", " Str.", " Hr.", " Fr.", " bzw.", " z. B.", " z.B.",
            " d. h.", " d.h.", " u. a.", " u.a.", " zzgl.", " Abs.", " vgl.", " M.", " Mme.", " Sr.", " Sra.", " Sig.", " dhr.", " mevr.", " pl.");

    /** "3. Dezember" is a day, and no end; a sentence that ends with a figure is seldom followed by a month. */
    private static final Pattern DAY = Pattern.compile("(?<![\\p{L}\\p{N}])\\d{1,2}\\.\\s+(?=(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\\b)");

    private static final BreakIterator PATTERN = pattern();

    private SentenceEnds() {}

    private static BreakIterator pattern() {
        var builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        MORE.forEach(builder::suppressBreakAfter);
        return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ROOT));
    }

    /** The ends of the sentences of one line of text, each past the blanks that follow; the last is the line's own. */
    static List<Integer> of(String line) {
        BreakIterator breaks = (BreakIterator) PATTERN.clone();
        breaks.setText(line);
        Set<Integer> days = DAY.matcher(line).results().map(MatchResult::end).collect(Collectors.toSet());
        var ends = new ArrayList<Integer>();
        breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!days.contains(end)) {
                ends.add(end);
            }
        }
        return ends;
    }
}
