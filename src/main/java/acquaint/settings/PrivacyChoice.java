package acquaint.settings;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;

/**
 * What is masked. {@code regions} are ISO 3166 codes of the countries whose telephone numbers are known without a country code; {@code names} are
 * masked wherever they stand; {@code remoteMemory} is what is taken out of what goes to a memory elsewhere.
 */
public record PrivacyChoice(SequencedSet<String> regions, List<String> names, Guard remoteMemory) {

    /** What never goes to a memory elsewhere. */
    public enum Guard {
        /** All is sent as it was said. */
        OFF,
        /** Passwords, codes, keys, cards, national and health numbers are taken out. */
        SECRETS,
        /** All personal data is. */
        ALL
    }

    public PrivacyChoice {
        regions = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(regions));
        names = List.copyOf(names);
    }

    /** The country of the system and those that most customers of English and German desks write from. */
    public static PrivacyChoice usual(Locale locale) {
        var regions = new LinkedHashSet<String>();
        if (locale.getCountry().length() == 2) {
            regions.add(locale.getCountry());
        }
        regions.addAll(List.of("US", "GB", "DE"));
        return new PrivacyChoice(regions, List.of(), Guard.SECRETS);
    }
}
