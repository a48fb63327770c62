package acquaint.memory.local;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.IOUtils;

/**
 * Text to words, the same for what is kept and what is asked: Unicode word breaks, lower case, no accents, light
 * English stems. E-mail addresses, order numbers and reservation codes stay whole. Safe for use by many threads.
 */
final class WordAnalyzer extends Analyzer {

    /** Also "what", "when" and "did", which stand in every question and say nothing of its matter. */
    private static final CharArraySet STOP_WORDS = stopWords("english_stop.txt");

    /** A list of the Snowball project, which Lucene brings along. */
    private static CharArraySet stopWords(String name) {
        try (var list = IOUtils.requireResourceNonNull(SnowballFilter.class.getResourceAsStream(name), name)) {
            return WordlistLoader.getSnowballWordSet(new InputStreamReader(list, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a list of the library itself is missing", e);
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new UAX29URLEmailTokenizer();
        TokenStream folded = new LowerCaseFilter(new EnglishPossessiveFilter(words));
        folded = new StopFilter(folded, STOP_WORDS);
        folded = new ASCIIFoldingFilter(folded);
        return new TokenStreamComponents(words, new KStemFilter(folded));
    }

    /**
     * The distinct words of {@code text}, at most {@code limit}: those with a digit first, since a number or a code at
     * the end of a long message says more than the sentences before it.
     */
    List<String> terms(String text, int limit) {
        Set<String> numbers = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        try (TokenStream tokens = tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (numbers.size() < limit && tokens.incrementToken()) {
                String word = term.toString();
                (word.chars().anyMatch(Character::isDigit) ? numbers : others).add(word);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string does not fail", e);
        }
        List<String> terms = new ArrayList<>(numbers);
        others.stream().limit(limit - terms.size()).forEach(terms::add);
        return terms;
    }
}
