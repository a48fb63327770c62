package acquaint.casework.diagnostics;

import acquaint.settings.Desktop;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.ModelChoice;
import acquaint.settings.Settings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/** The settings without names, keys and addresses: each is listed that may be told. */
final class SettingsFacts {

    private SettingsFacts() {}

    static SequencedMap<String, Object> of(Settings settings, MemoryChoice memory) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("language", settings.language().map(tag -> Locale.forLanguageTag(tag).getLanguage()).orElse("as the system"));
        facts.put("theme", settings.theme());
        facts.put("density", settings.density());
        facts.put("window", settings.window().map(at -> Math.round(at.width()) + " x " + Math.round(at.height())).orElse("as at first"));
        facts.put("role", settings.role().map(Enum::name).orElse("the highest granted"));
        facts.put("memory", switch (memory) {
            case MemoryChoice.Embedded _ -> "embedded";
            case MemoryChoice.EverOs service -> service.version() + ", " + place(service.url());
        });
        facts.put("memory shared", settings.sharing().on());
        facts.put("found by", switch (settings.meaning()) {
            case MeaningChoice.BuiltIn _ -> "built-in model";
            case MeaningChoice.Server server -> "server, " + place(server.url());
            case MeaningChoice.WordsAlone _ -> "words alone";
        });
        facts.put("model", switch (settings.model()) {
            case ModelChoice.None _ -> "none";
            case ModelChoice.Server server -> server.provider() + ", " + place(server.url());
        });
        facts.put("memory elsewhere is told", settings.privacy().remoteMemory());
        facts.put("names masked", settings.privacy().names().size());
        desktop(settings.desktop(), facts);
        return facts;
    }

    private static void desktop(Desktop desktop, LinkedHashMap<String, Object> facts) {
        facts.put("size of text, percent", desktop.appearance().fontPercent());
        facts.put("motion", desktop.appearance().motion());
        facts.put("keys changed", desktop.keys().size());
        facts.put("notifications", desktop.notifications().kinds());
        facts.put("quiet hours", desktop.notifications().quiet().isPresent());
        facts.put("first steps done", desktop.firstRun().done());
        facts.put("asks for updates", desktop.updates().on());
    }

    /** Where an address leads, not the address. */
    private static String place(URI url) {
        return MemoryChoice.isLoopback(url.getHost()) ? "on this computer" : "elsewhere";
    }
}
