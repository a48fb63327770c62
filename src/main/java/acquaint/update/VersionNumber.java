package acquaint.update;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;

/**
 * A version of the program, ordered as {@link Version} orders those of modules: numbers by size, {@code 1.2-beta} before {@code 1.2}; besides, zeros
 * at the end count for nothing, so that {@code 1.2} and {@code 1.2.0} are the same.
 */
public record VersionNumber(Version version) implements Comparable<VersionNumber> {

    private static final int LONGEST = 60;

    /** Empty for what is no version: it begins with a digit and holds letters, digits and {@code . + - _}. */
    public static Optional<VersionNumber> of(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST || !plain.matches("\\d[\\w.+-]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VersionNumber(Version.parse(plain.replaceFirst("^(\\d+(?:\\.\\d+)*?)(?:\\.0+)+(?=$|[+-])", "$1"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(VersionNumber other) {
        return version.compareTo(other.version);
    }
}
