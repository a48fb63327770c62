package acquaint.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/** The choice of a language model as JSON; what makes no sense leaves it at the default. */
final class ModelJson {

    private ModelJson() {}

    static ModelChoice read(JsonNode json, ModelChoice defaults) {
        if (SettingsJson.text(json, "provider").filter("none"::equals).isPresent()) {
            return new ModelChoice.None();
        }
        Optional<ModelChoice.Provider> provider = SettingsJson.choice(json, "provider", ModelChoice.Provider.class);
        Optional<String> url = SettingsJson.text(json, "url").filter(text -> MemoryChoice.problem(text).isEmpty());
        Optional<String> name = SettingsJson.text(json, "name");
        return provider.isPresent() && url.isPresent() && name.isPresent()
                ? new ModelChoice.Server(provider.get(), URI.create(url.get()), name.get()) : defaults;
    }

    static void write(ModelChoice model, ObjectNode json) {
        switch (model) {
            case ModelChoice.None _ -> json.put("provider", "none");
            case ModelChoice.Server server -> json.put("provider", SettingsJson.name(server.provider())).put("url", server.url().toString()).put("name", server.model());
        }
    }
}
