package acquaint.memory.serve;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Kind;
import acquaint.model.CustomerId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Profile items by the categories that the API names them with. */
final class Labels {

    private static final String BETWEEN = ": ";
    private static final Map<Kind, String> NAMES = new EnumMap<>(Map.of(Kind.NAME, "Name", Kind.EMAIL, "Email address", Kind.PHONE, "Phone number",
            Kind.ADDRESS, "Address", Kind.ACCOUNT, "Account", Kind.TIER, "Membership tier", Kind.PREFERENCE, "Preference", Kind.TRAIT, "Habit", Kind.OTHER, "Note"));

    private Labels() {}

    private static boolean labelled(Kind kind) {
        return kind == Kind.OTHER || kind == Kind.TRAIT;
    }

    static String category(ProfileItem item) {
        return labelled(item.kind()) && item.text().contains(BETWEEN) ? item.text().substring(0, item.text().indexOf(BETWEEN)) : NAMES.get(item.kind());
    }

    static String description(ProfileItem item) {
        return labelled(item.kind()) && item.text().contains(BETWEEN) ? item.text().substring(item.text().indexOf(BETWEEN) + BETWEEN.length()) : item.text();
    }

    /** What a program or a person adds by hand. */
    static ProfileItem item(CustomerId customer, String category, String description, Instant at) {
        Kind kind = NAMES.entrySet().stream().filter(entry -> entry.getValue().equalsIgnoreCase(category)).map(Map.Entry::getKey).findFirst().orElse(Kind.OTHER);
        return new ProfileItem("", customer, kind, text(kind, category, description), "", Optional.empty(), Optional.empty(), at);
    }

    static ProfileItem trait(CustomerId customer, String trait, String description, Instant at) {
        return new ProfileItem("", customer, Kind.TRAIT, text(Kind.TRAIT, trait, description), "", Optional.empty(), Optional.empty(), at);
    }

    static String text(Kind kind, String category, String description) {
        return labelled(kind) && !category.equalsIgnoreCase(NAMES.get(kind)) ? category + BETWEEN + description : description;
    }
}
