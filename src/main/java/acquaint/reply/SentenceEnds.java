package acquaint.reply;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Where the sentences of a written text end, by the rules of Unicode (UAX 29) and the abbreviations of CLDR. Safe for any thread. */
final class SentenceEnds {

    /**
     * What the English list lacks, each with the blank before it. The lists of other languages cannot be had: they match the ends of longer words, so that "address." would
     * end nothing with the Spanish one, and the German one has the names of the months.
     */
    private static final List<String> MORE = List.of(" No.", " Nos.", " approx.", " incl.", " Nr.", " Tel.", " ref.", " Ref.", " St.", " inkl.", " ggf.", " ca.", " Str.", " Hr.", " Fr.", " bzw.", " z. B.", " z.B.",
            " d. h.", " d.h.", " u. a.", " u.a.", " zzgl.", " Abs.", " vgl.", " M.", " Mme.", " Sr.", " Sra.", " Sig.", " dhr.", " mevr.", " pl.");

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
        var ends = new ArrayList<Integer>();
        breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.add(end);
        }
        return ends;
    }
}
