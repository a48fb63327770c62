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
            Kind.TIER, "Membership tier", Kind.PREFERENCE, "Preference", Kind.OTHER, "Note"));

    private Labels() {}

    static String category(ProfileItem item) {
        return item.kind() == Kind.OTHER && item.text().contains(BETWEEN) ? item.text().substring(0, item.text().indexOf(BETWEEN)) : NAMES.get(item.kind());
    }

    static String description(ProfileItem item) {
        return item.kind() == Kind.OTHER && item.text().contains(BETWEEN) ? item.text().substring(item.text().indexOf(BETWEEN) + BETWEEN.length()) : item.text();
    }

    /** What a program or a person adds by hand. */
    static ProfileItem item(CustomerId customer, String category, String description, Instant at) {
        Kind kind = NAMES.entrySet().stream().filter(entry -> entry.getValue().equalsIgnoreCase(category)).map(Map.Entry::getKey).findFirst().orElse(Kind.OTHER);
        return new ProfileItem("", customer, kind, text(kind, category, description), "", Optional.empty(), Optional.empty(), at, true);
    }

    static String text(Kind kind, String category, String description) {
        return kind == Kind.OTHER && !category.equalsIgnoreCase(NAMES.get(Kind.OTHER)) ? category + BETWEEN + description : description;
    }
}
