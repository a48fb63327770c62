package acquaint.settings;

import acquaint.model.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the user chose. Immutable; each {@code with} returns another one. {@code language} is a language tag such as
 * {@code de}, empty for the system's. {@code view} and {@code sort} name the queue's last ones. {@code dividers} are
 * splitter positions from 0 to 1 by the splitter's name. {@code role} is the one signed in with, empty for the highest that is granted.
 */
public record Settings(
        String agentName,
        Optional<String> language,
        Theme theme,
        Density density,
        Optional<Window> window,
        Map<String, Double> dividers,
        Optional<String> view,
        Optional<String> sort,
        MemorySettings memory,
        Sharing sharing,
        MeaningChoice meaning,
        ModelChoice model,
        PrivacyChoice privacy,
        Optional<Role> role,
        Supervision supervision,
        Desktop desktop) {

    public enum Theme { SYSTEM, LIGHT, DARK }

    public enum Density { COMFORTABLE, COMPACT }

    /** Where the window was, in logical pixels. */
    public record Window(double x, double y, double width, double height, boolean maximized) {}

    public Settings {
        agentName = agentName.strip();
        if (agentName.isEmpty()) {
            throw new IllegalArgumentException("the agent's name must not be empty");
        }
        language = language.filter(Predicate.not(String::isBlank));
        dividers = Collections.unmodifiableMap(new LinkedHashMap<>(dividers));
    }

    /** A first start's: the name is the system user's ({@code ana.ruiz} gives Ana Ruiz), all else follows the system. */
    public static Settings firstStart(String userName) {
        return new Settings(nameFrom(userName), Optional.empty(), Theme.SYSTEM, Density.COMFORTABLE,
                Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), MemorySettings.EMBEDDED, Sharing.OFF, new MeaningChoice.BuiltIn(),
                new ModelChoice.None(), PrivacyChoice.usual(Locale.getDefault()), Optional.empty(), Supervision.USUAL, Desktop.USUAL);
    }

    private static String nameFrom(String userName) {
        var name = new StringBuilder();
        for (String word : (userName == null ? "" : userName).split("[\\s._-]+")) {
            if (!word.isEmpty()) {
                int end = word.offsetByCodePoints(0, 1);
                name.append(name.isEmpty() ? "" : " ")
                        .append(word.substring(0, end).toUpperCase(Locale.ROOT)).append(word.substring(end));
            }
        }
        return name.isEmpty() ? "Agent" : name.toString();
    }

    public Settings withAgentName(String next) {
        return new Settings(next, language, theme, density, window, dividers, view, sort, memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withLanguage(Optional<String> next) {
        return new Settings(agentName, next, theme, density, window, dividers, view, sort, memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withTheme(Theme next) {
        return new Settings(agentName, language, next, density, window, dividers, view, sort, memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withDensity(Density next) {
        return new Settings(agentName, language, theme, next, window, dividers, view, sort, memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withWindow(Window next) {
        return new Settings(agentName, language, theme, density, Optional.of(next), dividers, view, sort, memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withDivider(String name, double position) {
        var next = new LinkedHashMap<>(dividers);
        next.put(name, position);
        return new Settings(agentName, language, theme, density, window, next, view, sort, memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withView(String next) {
        return new Settings(agentName, language, theme, density, window, dividers, Optional.of(next), sort, memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withSort(String next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, Optional.of(next), memory, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withMemory(MemorySettings next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, next, sharing, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withSharing(Sharing next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, memory, next, meaning, model, privacy, role, supervision, desktop);
    }

    public Settings withMeaning(MeaningChoice next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, memory, sharing, next, model, privacy, role, supervision, desktop);
    }

    public Settings withModel(ModelChoice next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, memory, sharing, meaning, next, privacy, role, supervision, desktop);
    }

    public Settings withPrivacy(PrivacyChoice next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, memory, sharing, meaning, model, next, role, supervision, desktop);
    }

    public Settings withRole(Optional<Role> next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, memory, sharing, meaning, model, privacy, next, supervision, desktop);
    }

    public Settings withSupervision(Supervision next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, memory, sharing, meaning, model, privacy, role, next, desktop);
    }

    public Settings withDesktop(Desktop next) {
        return new Settings(agentName, language, theme, density, window, dividers, view, sort, memory, sharing, meaning, model, privacy, role, supervision, next);
    }
}
