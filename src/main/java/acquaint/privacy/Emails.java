package acquaint.privacy;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** E-mail addresses, also as they are spelled out to hide them from machines. */
final class Emails implements Detector {

    private static final Pattern ADDRESS = Rules.rule("(?<![\\w.+%-])[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?\\.)+\\p{L}{2,24}(?![\\p{L}\\d])");
    private static final Pattern SPELLED = Rules.rule("""
            (?<![\\w.])[\\w.+%-]{1,64} ?(?:\\(at\\)|\\[at\\]|\\{at\\}| at | arroba | arobase | ät )[ ]?[\\p{L}\\d-]{2,63}(?: ?(?:\\.|\\(dot\\)|\\[dot\\]| dot | punkt | point | punto | ponto )[ ]?[\\p{L}\\d-]{2,63}){0,3}\
             ?(?:\\.|\\(dot\\)|\\[dot\\]| dot | punkt | point | punto | ponto )[ ]?(?:com|net|org|de|at|ch|fr|es|it|nl|uk|eu|io|pl|pt|br|se|dk|fi|no|ru|jp|cn|info|biz|me|us|ca|au|in|edu|gov)\\b""");

    @Override
    public Stream<Finding> in(Folded text) {
        return Stream.concat(Rules.find(Kind.EMAIL, ADDRESS, text), Rules.find(Kind.EMAIL, SPELLED, text));
    }
}
