package acquaint.memory.local;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.util.IOUtils;

/** Words that stand in every sentence of a language and say nothing of its matter; empty where no list is known. */
final class StopWords {

    /** The lists of the Snowball project, which Lucene brings along. */
    private static final Map<Language, String> SNOWBALL = Map.ofEntries(
            Map.entry(Language.ENGLISH, "english"), Map.entry(Language.GERMAN, "german"), Map.entry(Language.FRENCH, "french"),
            Map.entry(Language.SPANISH, "spanish"), Map.entry(Language.ITALIAN, "italian"), Map.entry(Language.PORTUGUESE, "portuguese"),
            Map.entry(Language.DUTCH, "dutch"), Map.entry(Language.SWEDISH, "swedish"), Map.entry(Language.DANISH, "danish"),
            Map.entry(Language.NORWEGIAN, "norwegian"), Map.entry(Language.FINNISH, "finnish"), Map.entry(Language.HUNGARIAN, "hungarian"),
            Map.entry(Language.RUSSIAN, "russian"));

    /** Lucene has none for these: the most frequent words of the language, as any grammar of it lists them. */
    private static final List<String> POLISH = words("""
            a aby albo ale am ani bardzo bez bo by być był była było były bym ci co czy czyli dla do dlaczego dziś gdy gdzie go i ich ile im inny \
            ja jak jakie jako je jego jej jest jestem jeszcze jeśli już każdy kiedy kto która które którego której który których którym lub ma mam \
            mamy mi mnie mną moja moje moją mojego mojej mogą może można mój mu my na nad nam nas nasz nasza nie nich nim o od on ona one oni oraz \
            państwa państwo pan pani po pod ponieważ potem proszę przed przez przy się są ta tak także tam te tego tej ten teraz też to tu tylko tym \
            ty u w we więc wszystko z za ze że żeby""");
    private static final List<String> CHINESE = words("""
            的 了 是 在 我 你 您 他 她 它 我们 你们 他们 我的 你的 您的 这 那 这个 那个 和 与 也 都 就 还 吗 呢 吧 啊 有 没有 不 没 很 把 被 给 对 从 到 \
            会 要 想 能 可以 请 请问 什么 怎么 哪里 的话 因为 所以 如果 但是 的 個 这 這 那 們 嗎 還 沒 沒有 您好 你好""");
    private static final List<String> JAPANESE = words("""
            の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため その よう また もの という あり まで \
            られ なる へ か だ き ま く っ ら り てい これ によって により おり より ます まし ませ です でし せん たい ください お ご それ あの どの ん ね よ""");
    private static final List<String> KOREAN = words("이 그 저 것 수 등 및 좀 안 못 왜 제 내 저는 나는 제가 내가 있습니다 합니다 입니다 하고 그리고 그런데 하지만");

    private static final Map<Language, CharArraySet> KNOWN = new ConcurrentHashMap<>();

    private StopWords() {}

    static CharArraySet of(Language language) {
        return KNOWN.computeIfAbsent(language, StopWords::list);
    }

    private static CharArraySet list(Language language) {
        return switch (language) {
            case CZECH -> CzechAnalyzer.getDefaultStopSet();
            case ROMANIAN -> RomanianAnalyzer.getDefaultStopSet();
            case TURKISH -> TurkishAnalyzer.getDefaultStopSet();
            case GREEK -> GreekAnalyzer.getDefaultStopSet();
            case ARABIC -> ArabicAnalyzer.getDefaultStopSet();
            case PERSIAN -> PersianAnalyzer.getDefaultStopSet();
            case HINDI -> HindiAnalyzer.getDefaultStopSet();
            case THAI -> ThaiAnalyzer.getDefaultStopSet();
            case POLISH -> new CharArraySet(POLISH, false);
            case CHINESE -> new CharArraySet(CHINESE, false);
            case JAPANESE -> new CharArraySet(JAPANESE, false);
            case KOREAN -> new CharArraySet(KOREAN, false);
            default -> SNOWBALL.containsKey(language) ? snowball(SNOWBALL.get(language) + "_stop.txt") : CharArraySet.EMPTY_SET;
        };
    }

    private static CharArraySet snowball(String name) {
        try (var list = IOUtils.requireResourceNonNull(SnowballFilter.class.getResourceAsStream(name), name)) {
            return WordlistLoader.getSnowballWordSet(new InputStreamReader(list, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a list of the library itself is missing", e);
        }
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }
}
