package acquaint.memory.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Text to words, the same for what is kept and what is asked; the name of a field says in which language it is written.
 * E-mail addresses, order numbers and reservation codes stay whole. Safe for use by many threads.
 */
final class WordAnalyzer extends DelegatingAnalyzerWrapper {

    /** Takes one form of a word, and where in the text it stands. */
    interface Taking {
        void form(String form, int from, int to);
    }

    private final Map<Language, Analyzer> languages = new ConcurrentHashMap<>();

    WordAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return of(Fields.language(field));
    }

    private Analyzer of(Language language) {
        return languages.computeIfAbsent(language, LanguageAnalyzer::new);
    }

    /** Every form of every word, in the order of the text. */
    void read(String text, Language language, Taking taking) {
        try (TokenStream tokens = of(language).tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                taking.form(term.toString(), offset.startOffset(), offset.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string does not fail", e);
        }
    }

    /**
     * The distinct words of {@code text}, read as English, at most {@code limit}: those with a digit first, since a number
     * or a code at the end of a long message says more than the sentences before it.
     */
    List<String> terms(String text, int limit) {
        return Reading.of(text, Set.of(Language.ENGLISH), this).words(limit).stream().flatMap(word -> word.forms().stream()).map(Reading.Form::text).toList();
    }
}
