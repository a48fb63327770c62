package acquaint.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What is masked, as JSON; what makes no sense leaves that one thing at the default. */
final class PrivacyJson {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private PrivacyJson() {}

    static PrivacyChoice read(JsonNode json, PrivacyChoice defaults) {
        var regions = new LinkedHashSet<>(texts(json.path("regions")).stream().filter(COUNTRIES::contains).toList());
        return new PrivacyChoice(regions.isEmpty() ? defaults.regions() : regions, json.path("names").isArray() ? texts(json.path("names")) : defaults.names(),
                SettingsJson.choice(json, "remote_memory", PrivacyChoice.Guard.class).orElse(defaults.remoteMemory()));
    }

    private static List<String> texts(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::textValue).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    static void write(PrivacyChoice privacy, ObjectNode json) {
        ArrayNode regions = json.putArray("regions");
        privacy.regions().forEach(regions::add);
        ArrayNode names = json.putArray("names");
        privacy.names().forEach(names::add);
        json.put("remote_memory", SettingsJson.name(privacy.remoteMemory()));
    }
}
