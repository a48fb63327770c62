package acquaint.memory.local;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.RuleBasedBreakIterator;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;

/** Splits text into words as Unicode has it, with dictionaries for scripts without blanks, and leaves e-mail addresses whole. */
final class WholeAddresses extends DefaultICUTokenizerConfig {

    private static final String ADDRESS = "^[A-Za-z0-9][A-Za-z0-9._%+\\-]*\\@[A-Za-z0-9\\-]+(\\.[A-Za-z0-9\\-]+)+{200};";
    /** Lucene's rules and one more; 200 is the mark of a word. Making them takes some 50 ms. */
    private static final RuleBasedBreakIterator WORDS =
            new RuleBasedBreakIterator(new DefaultICUTokenizerConfig(true, true).getBreakIterator(UScript.LATIN) + ADDRESS);

    WholeAddresses() {
        super(true, true);
    }

    @Override
    public RuleBasedBreakIterator getBreakIterator(int script) {
        return script == UScript.LATIN || script == UScript.COMMON ? (RuleBasedBreakIterator) WORDS.clone() : super.getBreakIterator(script);
    }
}
