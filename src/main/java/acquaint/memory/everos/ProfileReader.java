package acquaint.memory.everos;

import acquaint.memory.everos.EverOsItem.Source;
import acquaint.memory.everos.EverOsItem.Type;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads profiles in all shapes they are told in: one item found by a search; a document of items; a document of short
 * texts by their label, as older servers write it.
 */
final class ProfileReader {

    private static final String LABEL_END = ": ";

    private ProfileReader() {}

    /** The items of all profiles of an answer's data, in order. */
    static List<EverOsItem> all(LooseObject data) {
        return data.objects("profiles").stream().flatMap(ProfileReader::items).toList();
    }

    private static Stream<EverOsItem> items(LooseObject profile) {
        LooseObject data = profile.object("profile_data");
        Optional<Instant> updatedAt = profile.time("updated_at");
        if (data.has("embed_text")) {
            return found(data, updatedAt).stream();
        }
        return Stream.concat(
                section(data.json().path("explicit_info"), Type.EXPLICIT, updatedAt),
                section(data.json().path("implicit_traits"), Type.TRAIT, updatedAt));
    }

    /** An item that a search of cloud v1 found: {@code "<label>: <description>"}. */
    private static Optional<EverOsItem> found(LooseObject item, Optional<Instant> updatedAt) {
        Type type = item.text("item_type").filter(word -> word.startsWith("implicit")).isPresent() ? Type.TRAIT : Type.EXPLICIT;
        return item.text("embed_text").flatMap(text -> {
            int end = text.indexOf(LABEL_END);
            String label = end < 0 ? "" : text.substring(0, end);
            return item(item, type, label, Optional.of(end < 0 ? text : text.substring(end + LABEL_END.length())), updatedAt);
        });
    }

    private static Stream<EverOsItem> section(JsonNode section, Type type, Optional<Instant> updatedAt) {
        if (section.isObject()) {
            return section.propertyStream().flatMap(each -> labelled(each.getKey(), each.getValue(), type, updatedAt));
        }
        return LooseObject.elements(section).flatMap(each -> labelled("", each, type, updatedAt));
    }

    /** What stands under a label: a text, an item, or several of these. */
    private static Stream<EverOsItem> labelled(String label, JsonNode value, Type type, Optional<Instant> updatedAt) {
        return LooseObject.elements(value).flatMap(each -> {
            var json = new LooseObject(each);
            Optional<String> description = each.isObject() ? json.text("description") : LooseObject.words(each);
            return item(json, type, json.text("category", "trait").orElse(label), description, updatedAt).stream();
        });
    }

    /** An item without a description says its label; one without either says nothing. */
    private static Optional<EverOsItem> item(
            LooseObject json, Type type, String label, Optional<String> description, Optional<Instant> updatedAt) {
        Optional<String> said = description.map(String::strip).filter(text -> !text.isEmpty());
        if (said.isEmpty() && label.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new EverOsItem(json.text("item_id"), type, said.isEmpty() ? "" : label.strip(), said.orElse(label.strip()),
                json.text("evidence", "basis"), sources(json), updatedAt));
    }

    private static List<Source> sources(LooseObject json) {
        return json.texts("sources").stream().map(ProfileReader::source).filter(source -> !source.id().isEmpty()).toList();
    }

    /** {@code "2026-08-02 09:14|<id>"}, or a bare id. */
    private static Source source(String text) {
        int bar = text.lastIndexOf('|');
        return new Source(text.substring(bar + 1).strip(), bar < 0 ? Optional.empty() : Times.read(text.substring(0, bar)));
    }
}
