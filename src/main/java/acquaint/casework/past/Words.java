package acquaint.casework.past;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words without accents, cut to their first letters: a stem that needs no language, as good as those that do in many of them (Can et al. 2008,
 * Information retrieval on Turkish texts; McNamee and Mayfield 2004).
 */
final class Words extends Analyzer {

    private static final int LETTERS = 6;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(words, new TruncateTokenFilter(new ASCIIFoldingFilter(new LowerCaseFilter(words)), LETTERS));
    }
}
