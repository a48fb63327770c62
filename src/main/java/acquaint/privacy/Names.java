package acquaint.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that are listed, as whole words; the longest first. */
final class Names implements Detector {

    private final Optional<Pattern> names;

    Names(Collection<String> listed) {
        String all = listed.stream().map(name -> Folded.of(name).text().strip()).filter(name -> !name.isEmpty()).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Stream.of(name.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")))
                .collect(Collectors.joining("|"));
        names = all.isEmpty() ? Optional.empty() : Optional.of(Rules.rule("(?<![\\p{L}\\d])(?:" + all + ")(?![\\p{L}\\d])"));
    }

    @Override
    public Stream<Finding> in(Folded text) {
        return names.stream().flatMap(rule -> Rules.find(Kind.NAME, rule, text));
    }
}
