package acquaint.reply;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Where the sentences of a written text end, by the rules of Unicode (UAX 29) and the abbreviations of CLDR. Safe for any thread. */
final class SentenceEnds {

    /** Abbreviations of all these count in every text. Not German: its list has the names of the months, too, which end English sentences. */
    private static final List<ULocale> LANGUAGES = List.of(ULocale.ENGLISH, ULocale.FRENCH, ULocale.ITALIAN, new ULocale("es"), new ULocale("pt"));
    /** What these lists lack. */
    private static final List<String> MORE = List.of("Nos.", "approx.", "incl.", "Nr.", "Tel.", "ref.", "Ref.", "St.", "inkl.", "ggf.", "ca.", "Str.", "Hr.", "Fr.", "bzw.", "z. B.", "z.B.", "d. h.",
            "d.h.", "u. a.", "u.a.", "zzgl.", "Abs.", "vgl.");

    private static final BreakIterator PATTERN = pattern();

    private SentenceEnds() {}

    private static BreakIterator pattern() {
        BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
        for (ULocale language : LANGUAGES) {
            breaks = FilteredBreakIteratorBuilder.getInstance(language).wrapIteratorWithFilter(breaks);
        }
        var more = FilteredBreakIteratorBuilder.getEmptyInstance();
        MORE.forEach(more::suppressBreakAfter);
        return more.wrapIteratorWithFilter(breaks);
    }

    /** The ends of the sentences of one line of text, each past the blanks that follow; the last is the line's own. */
    static List<Integer> of(String line) {
        BreakIterator breaks = (BreakIterator) PATTERN.clone();
        breaks.setText(line);
        var ends = new ArrayList<Integer>();
        breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.add(end);
        }
        return ends;
    }
}
