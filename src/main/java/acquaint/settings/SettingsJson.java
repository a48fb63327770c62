package acquaint.settings;

import acquaint.model.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings as a JSON object. Each field is read for itself: one that is missing or makes no sense (a newer version's
 * theme, a number written as text) leaves that one setting at its default and the others as they are.
 */
final class SettingsJson {

    /** The format's version; an older program reads what it knows of a newer one. */
    static final int VERSION = 1;

    private SettingsJson() {}

    static Settings read(JsonNode json, Settings defaults) {
        return new Settings(
                text(json, "agent_name").orElse(defaults.agentName()),
                text(json, "language"),
                choice(json, "theme", Settings.Theme.class).orElse(defaults.theme()),
                choice(json, "density", Settings.Density.class).orElse(defaults.density()),
                window(json.path("window")),
                dividers(json.path("dividers")),
                text(json, "view"),
                text(json, "sort"),
                memory(json.path("memory"), defaults.memory()),
                sharing(json.path("sharing"), defaults.sharing()),
                meaning(json.path("meaning"), defaults.meaning()),
                ModelJson.read(json.path("model"), defaults.model()),
                PrivacyJson.read(json.path("privacy"), defaults.privacy()),
                choice(json, "role", Role.class).or(defaults::role),
                SupervisionJson.read(json.path("supervision"), defaults.supervision()),
                DesktopJson.read(json.path("desktop"), defaults.desktop()));
    }

    private static MemorySettings memory(JsonNode json, MemorySettings defaults) {
        var known = new ArrayList<MemoryChoice.EverOs>();
        json.path("known").forEach(each -> service(each).ifPresent(known::add));
        Optional<MemoryChoice> choice = text(json, "engine").flatMap(engine -> switch (engine) {
            case "local" -> Optional.of(new MemoryChoice.Embedded());
            case "everos" -> service(json.path("service"));
            default -> Optional.<MemoryChoice>empty();
        });
        return new MemorySettings(choice.orElse(defaults.choice()), known);
    }

    private static Sharing sharing(JsonNode json, Sharing defaults) {
        int port = json.path("port").isInt() ? json.path("port").intValue() : 0;
        return new Sharing(json.path("on").isBoolean() ? json.path("on").booleanValue() : defaults.on(),
                choice(json, "dialect", Sharing.Dialect.class).orElse(defaults.dialect()), Sharing.isPort(port) ? port : defaults.port());
    }

    private static MeaningChoice meaning(JsonNode json, MeaningChoice defaults) {
        return text(json, "by").flatMap(by -> switch (by) {
            case "built_in" -> Optional.of(new MeaningChoice.BuiltIn());
            case "words" -> Optional.of(new MeaningChoice.WordsAlone());
            case "server" -> text(json, "url").filter(url -> MemoryChoice.problem(url).isEmpty())
                    .flatMap(url -> text(json, "model").map(model -> new MeaningChoice.Server(URI.create(url), model)));
            default -> Optional.<MeaningChoice>empty();
        }).orElse(defaults);
    }

    private static void write(MeaningChoice meaning, ObjectNode json) {
        switch (meaning) {
            case MeaningChoice.BuiltIn _ -> json.put("by", "built_in");
            case MeaningChoice.WordsAlone _ -> json.put("by", "words");
            case MeaningChoice.Server server -> json.put("by", "server").put("url", server.url().toString()).put("model", server.model());
        }
    }

    private static Optional<MemoryChoice.EverOs> service(JsonNode json) {
        return choice(json, "version", MemoryChoice.Version.class).flatMap(version -> text(json, "space").flatMap(space -> text(json, "url")
                .filter(url -> MemoryChoice.problem(url).isEmpty())
                .map(url -> new MemoryChoice.EverOs(version, URI.create(url), space))));
    }

    private static void write(MemorySettings memory, ObjectNode json) {
        switch (memory.choice()) {
            case MemoryChoice.Embedded _ -> {
                json.put("engine", "local");
                json.remove("service");
            }
            case MemoryChoice.EverOs service -> write(service, json.put("engine", "everos").putObject("service"));
        }
        var known = json.putArray("known");
        memory.known().forEach(service -> write(service, known.addObject()));
    }

    private static void write(MemoryChoice.EverOs service, ObjectNode json) {
        json.put("version", name(service.version())).put("url", service.url().toString()).put("space", service.space());
    }

    /** Writes over {@code json}, so that fields this version does not know stay. */
    static void write(Settings settings, ObjectNode json) {
        json.put("version", Math.max(VERSION, json.path("version").asInt(VERSION)));
        json.put("agent_name", settings.agentName());
        json.put("theme", name(settings.theme()));
        json.put("density", name(settings.density()));
        putOrRemove(json, "language", settings.language());
        putOrRemove(json, "view", settings.view());
        putOrRemove(json, "sort", settings.sort());
        settings.window().ifPresent(window -> json.putObject("window")
                .put("x", window.x()).put("y", window.y())
                .put("width", window.width()).put("height", window.height())
                .put("maximized", window.maximized()));
        ObjectNode dividers = json.putObject("dividers");
        settings.dividers().forEach(dividers::put);
        write(settings.memory(), object(json, "memory"));
        object(json, "sharing").put("on", settings.sharing().on()).put("dialect", name(settings.sharing().dialect())).put("port", settings.sharing().port());
        write(settings.meaning(), object(json, "meaning"));
        ModelJson.write(settings.model(), object(json, "model"));
        PrivacyJson.write(settings.privacy(), object(json, "privacy"));
        putOrRemove(json, "role", settings.role().map(SettingsJson::name));
        SupervisionJson.write(settings.supervision(), object(json, "supervision"));
        DesktopJson.write(settings.desktop(), object(json, "desktop"));
    }

    /** The object of this name with what it holds, or a new one where something else stood. */
    private static ObjectNode object(ObjectNode json, String field) {
        return json.path(field) instanceof ObjectNode there ? there : json.putObject(field);
    }

    private static void putOrRemove(ObjectNode json, String field, Optional<String> value) {
        value.ifPresentOrElse(text -> json.put(field, text), () -> json.remove(field));
    }

    static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(t -> !t.isBlank());
    }

    static <E extends Enum<E>> Optional<E> choice(JsonNode json, String field, Class<E> type) {
        return text(json, field).flatMap(text -> java.util.Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(text))
                .findFirst());
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Settings.Window> window(JsonNode json) {
        double width = json.path("width").asDouble(0);
        double height = json.path("height").asDouble(0);
        boolean usable = finite(json, "x") && finite(json, "y") && width > 0 && height > 0
                && Double.isFinite(width) && Double.isFinite(height);
        return usable
                ? Optional.of(new Settings.Window(json.path("x").doubleValue(), json.path("y").doubleValue(),
                        width, height, json.path("maximized").asBoolean(false)))
                : Optional.empty();
    }

    private static boolean finite(JsonNode json, String field) {
        return json.path(field).isNumber() && Double.isFinite(json.path(field).doubleValue());
    }

    private static Map<String, Double> dividers(JsonNode json) {
        var positions = new LinkedHashMap<String, Double>();
        json.properties().forEach(entry -> {
            double position = entry.getValue().isNumber() ? entry.getValue().doubleValue() : -1;
            if (position >= 0 && position <= 1) {
                positions.put(entry.getKey(), position);
            }
        });
        return positions;
    }
}
