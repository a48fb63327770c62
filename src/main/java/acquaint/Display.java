package acquaint;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What this machine has to draw a window with, found out before JavaFX is started, so that what is missing has a name. */
record Display(boolean present, List<String> missingPackages) {

    /** Libraries that JavaFX's text needs on Linux, screen or none, and the Debian packages they come in. */
    private static final Map<String, String> FOR_TEXT = orderedMap(
            "libfreetype.so.6", "libfreetype6",
            "libfontconfig.so.1", "libfontconfig1",
            "libpangoft2-1.0.so.0", "libpangoft2-1.0-0");

    /** What it needs besides for a window on a screen. */
    private static final Map<String, String> FOR_A_SCREEN = orderedMap(
            "libgtk-3.so.0", "libgtk-3-0",
            "libXtst.so.6", "libxtst6",
            "libXxf86vm.so.1", "libxxf86vm1");

    Display {
        missingPackages = List.copyOf(missingPackages);
    }

    /** A window is drawn in memory where there is no screen, or where {@code -Dglass.platform=Headless} asks for it. */
    static Display ofThisMachine() {
        boolean asked = "Headless".equals(System.getProperty("glass.platform"));
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux) {
            return new Display(!asked, List.of());
        }
        boolean present = !asked && !System.getenv().getOrDefault("DISPLAY", "").isBlank();
        var needed = new LinkedHashMap<>(FOR_TEXT);
        if (present) {
            needed.putAll(FOR_A_SCREEN);
        }
        return new Display(present, needed.entrySet().stream()
                .filter(library -> !canLoad(library.getKey())).map(Map.Entry::getValue).toList());
    }

    /** One line that says what to install; empty when nothing is missing. */
    Optional<String> complaint() {
        return missingPackages.isEmpty() ? Optional.empty() : Optional.of(
                "Acquaint cannot draw a window: this machine lacks " + String.join(", ", missingPackages)
                        + ". On Debian and Ubuntu: apt-get install " + String.join(" ", missingPackages)
                        + ". The commands (acquaint --help) work without.");
    }

    /** Has JavaFX draw into memory instead of on a screen. Must be called before JavaFX starts. */
    static void drawInMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    @SuppressWarnings("restricted") // The launcher enables native access.
    private static boolean canLoad(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> orderedMap(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
