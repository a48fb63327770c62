package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads profiles in all the shapes that servers were seen to tell them in: single hits, documents, maps of texts. Pure. */
final class ProfileReader {

    private ProfileReader() {}

    /** All items of {@code data.profiles}, in the order told. */
    static List<EverOsItem> in(JsonNode data) {
        return JsonTexts.each(data, "profiles").flatMap(ProfileReader::document).toList();
    }

    private static Stream<EverOsItem> document(JsonNode json) {
        Optional<Instant> updated = JsonTexts.time(json, "updated_at");
        JsonNode profile = json.path("profile_data");
        if (profile.hasNonNull("embed_text")) {
            return hit(profile, updated).stream();
        }
        return Stream.concat(items(profile.path("explicit_info"), EverOsItem.Type.EXPLICIT, updated),
                items(profile.path("implicit_traits"), EverOsItem.Type.TRAIT, updated));
    }

    /** {@code "Contact preference: wants e-mail"}: what a search of cloud v1 tells of one item. */
    private static Optional<EverOsItem> hit(JsonNode json, Optional<Instant> updated) {
        var type = json.path("item_type").asText().startsWith("implicit") ? EverOsItem.Type.TRAIT : EverOsItem.Type.EXPLICIT;
        return JsonTexts.text(json, "embed_text").map(text -> {
            int colon = text.indexOf(": ");
            return item(type, colon < 0 ? "" : text.substring(0, colon), colon < 0 ? text : text.substring(colon + 2), updated);
        });
    }

    private static Stream<EverOsItem> items(JsonNode json, EverOsItem.Type type, Optional<Instant> updated) {
        if (json.isObject()) {
            return json.properties().stream().filter(entry -> entry.getValue().isValueNode() && !entry.getValue().asText().isBlank())
                    .map(entry -> item(type, entry.getKey(), entry.getValue().asText(), updated));
        }
        Stream<JsonNode> each = json.isArray() ? java.util.stream.StreamSupport.stream(json.spliterator(), false) : Stream.empty();
        return each.flatMap(one -> one.isTextual() ? Stream.of(item(type, "", one.asText(), updated)) : whole(one, type, updated).stream());
    }

    private static Optional<EverOsItem> whole(JsonNode json, EverOsItem.Type type, Optional<Instant> updated) {
        String label = JsonTexts.first(json, type == EverOsItem.Type.TRAIT ? new String[] {"trait", "category"} : new String[] {"category", "trait"}).orElse("");
        return JsonTexts.text(json, "description").or(() -> Optional.of(label).filter(text -> !text.isEmpty()))
                .map(description -> new EverOsItem(JsonTexts.text(json, "item_id"), type, label, description,
                        JsonTexts.first(json, "evidence", "basis"), JsonTexts.texts(json, "sources").map(ProfileReader::source).toList(), updated));
    }

    private static EverOsItem item(EverOsItem.Type type, String label, String description, Optional<Instant> updated) {
        return new EverOsItem(Optional.empty(), type, label.strip(), description.strip(), Optional.empty(), List.of(), updated);
    }

    /** {@code "2026-08-02 09:14|<id>"}, or the id alone. */
    private static EverOsItem.Source source(String text) {
        int bar = text.indexOf('|');
        return bar < 0 ? new EverOsItem.Source(text.strip(), Optional.empty())
                : new EverOsItem.Source(text.substring(bar + 1).strip(), JsonTexts.time(text.substring(0, bar)));
    }
}
