package acquaint.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** How the program sits on a desktop, as JSON; what makes no sense leaves that one thing at the default. */
final class DesktopJson {

    private DesktopJson() {}

    static Desktop read(JsonNode json, Desktop defaults) {
        return new Desktop(
                appearance(json.path("appearance"), defaults.appearance()),
                keys(json.path("keys")),
                notifications(json.path("notifications"), defaults.notifications()),
                json.path("stays_ready").asBoolean(defaults.staysReady()),
                firstRun(json.path("first_run"), defaults.firstRun()),
                updates(json.path("updates"), defaults.updates()));
    }

    static void write(Desktop desktop, ObjectNode json) {
        json.putObject("appearance").put("font_percent", desktop.appearance().fontPercent()).put("motion", SettingsJson.name(desktop.appearance().motion()));
        ObjectNode keys = json.putObject("keys");
        desktop.keys().forEach((action, each) -> each.forEach(keys.putArray(action)::add));
        ObjectNode notifications = json.putObject("notifications").put("with_text", desktop.notifications().withText());
        desktop.notifications().kinds().stream().map(SettingsJson::name).forEach(notifications.putArray("kinds")::add);
        desktop.notifications().quiet().ifPresent(quiet -> notifications.putObject("quiet").put("from", quiet.from().toString()).put("to", quiet.to().toString()));
        json.put("stays_ready", desktop.staysReady());
        ObjectNode firstRun = json.putObject("first_run").put("welcomed", desktop.firstRun().welcomed()).put("dismissed", desktop.firstRun().dismissed())
                .put("folded", desktop.firstRun().folded());
        desktop.firstRun().done().stream().map(SettingsJson::name).forEach(firstRun.putArray("done")::add);
        ObjectNode updates = json.putObject("updates").put("on", desktop.updates().on());
        desktop.updates().address().ifPresent(address -> updates.put("address", address.toString()));
        desktop.updates().asked().ifPresent(at -> updates.put("asked", at.toString()));
    }

    private static Appearance appearance(JsonNode json, Appearance defaults) {
        int percent = json.path("font_percent").isInt() ? json.path("font_percent").intValue() : 0;
        return new Appearance(Appearance.isPercent(percent) ? percent : defaults.fontPercent(),
                SettingsJson.choice(json, "motion", Appearance.Motion.class).orElse(defaults.motion()));
    }

    private static Map<String, List<String>> keys(JsonNode json) {
        var keys = new LinkedHashMap<String, List<String>>();
        json.properties().forEach(entry -> {
            if (entry.getValue().isArray()) {
                keys.put(entry.getKey(), texts(entry.getValue()));
            }
        });
        return keys;
    }

    private static Notifications notifications(JsonNode json, Notifications defaults) {
        return new Notifications(
                json.path("kinds").isArray() ? constants(json.path("kinds"), Notifications.Kind.class) : defaults.kinds(),
                quiet(json.path("quiet")),
                json.path("with_text").isBoolean() ? json.path("with_text").booleanValue() : defaults.withText());
    }

    private static Optional<Notifications.QuietHours> quiet(JsonNode json) {
        return parsed(json, "from", LocalTime::parse).flatMap(from -> parsed(json, "to", LocalTime::parse).filter(to -> !to.equals(from)).map(to -> new Notifications.QuietHours(from, to)));
    }

    private static <T> Optional<T> parsed(JsonNode json, String field, Function<String, T> reading) {
        return SettingsJson.text(json, field).flatMap(text -> {
            try {
                return Optional.of(reading.apply(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static FirstRun firstRun(JsonNode json, FirstRun defaults) {
        return new FirstRun(
                json.path("welcomed").asBoolean(defaults.welcomed()),
                json.path("dismissed").asBoolean(defaults.dismissed()),
                json.path("folded").asBoolean(defaults.folded()),
                constants(json.path("done"), FirstRun.Step.class));
    }

    private static Updates updates(JsonNode json, Updates defaults) {
        return new Updates(json.path("on").asBoolean(defaults.on()),
                SettingsJson.text(json, "address").filter(address -> MemoryChoice.problem(address).isEmpty()).map(URI::create),
                parsed(json, "asked", Instant::parse));
    }

    private static List<String> texts(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }

    private static <E extends Enum<E>> Set<E> constants(JsonNode json, Class<E> type) {
        var found = EnumSet.noneOf(type);
        List<String> names = texts(json);
        Arrays.stream(type.getEnumConstants()).filter(constant -> names.contains(SettingsJson.name(constant))).forEach(found::add);
        return found;
    }
}
