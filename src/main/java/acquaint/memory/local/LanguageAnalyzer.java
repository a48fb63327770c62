package acquaint.memory.local;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * Text of one language to words: Unicode word breaks, lower case, no accents, light stems. In all languages but English a
 * word stands beside its stem, so that the same form fits better than another and a wrong stem does no harm.
 */
final class LanguageAnalyzer extends Analyzer {

    /** As in Lucene's own analyzer of Italian, which keeps them to itself. */
    private static final CharArraySet ITALIAN_ARTICLES = new CharArraySet(List.of("c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell",
            "gl", "agl", "dagl", "degl", "negl", "sugl", "un", "m", "t", "s", "v", "d", "dov"), true);

    private final Language language;

    LanguageAnalyzer(Language language) {
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new ICUTokenizer(new WholeAddresses());
        return new TokenStreamComponents(words, language == Language.ENGLISH ? english(words) : other(new CharacterPairs(words)));
    }

    private static TokenStream english(TokenStream words) {
        TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(new CharacterPairs(words)));
        return new KStemFilter(new ICUFoldingFilter(new StopFilter(lower, StopWords.of(Language.ENGLISH))));
    }

    private TokenStream other(TokenStream words) {
        TokenStream told = new StopFilter(lower(words), StopWords.of(language));
        TokenStream both = stems().apply(new KeywordRepeatFilter(normal(told)));
        return new RemoveDuplicatesTokenFilter(new ICUFoldingFilter(both));
    }

    private TokenStream lower(TokenStream words) {
        return switch (language) {
            case FRENCH -> new LowerCaseFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
            case ITALIAN -> new LowerCaseFilter(new ElisionFilter(words, ITALIAN_ARTICLES));
            case TURKISH -> new TurkishLowerCaseFilter(new ApostropheFilter(words));
            case GREEK -> new GreekLowerCaseFilter(words);
            default -> new LowerCaseFilter(words);
        };
    }

    /** Spellings of one word to one. */
    private TokenStream normal(TokenStream words) {
        return switch (language) {
            case GERMAN -> new GermanNormalizationFilter(words);
            case ARABIC -> new ArabicNormalizationFilter(words);
            case PERSIAN -> new PersianNormalizationFilter(new ArabicNormalizationFilter(words));
            case HINDI -> new HindiNormalizationFilter(new IndicNormalizationFilter(words));
            default -> words;
        };
    }

    /** Languages without a stemmer here (Polish, Ukrainian, Hebrew and others) are found by the words as they stand. */
    private UnaryOperator<TokenStream> stems() {
        return switch (language) {
            case GERMAN -> GermanLightStemFilter::new;
            case FRENCH -> FrenchLightStemFilter::new;
            case SPANISH -> SpanishLightStemFilter::new;
            case ITALIAN -> ItalianLightStemFilter::new;
            case PORTUGUESE -> PortugueseLightStemFilter::new;
            case DUTCH -> words -> new SnowballFilter(words, new DutchStemmer());
            case SWEDISH -> SwedishLightStemFilter::new;
            case DANISH -> words -> new SnowballFilter(words, new DanishStemmer());
            case NORWEGIAN -> NorwegianLightStemFilter::new;
            case FINNISH -> FinnishLightStemFilter::new;
            case CZECH -> CzechStemFilter::new;
            case HUNGARIAN -> HungarianLightStemFilter::new;
            case ROMANIAN -> words -> new SnowballFilter(words, new RomanianStemmer());
            case TURKISH -> words -> new SnowballFilter(words, new TurkishStemmer());
            case RUSSIAN -> RussianLightStemFilter::new;
            case GREEK -> GreekStemFilter::new;
            case ARABIC -> ArabicStemFilter::new;
            case PERSIAN -> PersianStemFilter::new;
            case HINDI -> HindiStemFilter::new;
            default -> words -> words;
        };
    }
}
