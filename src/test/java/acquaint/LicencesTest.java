package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is delivered with the program stands in the list of licences, and nothing else does. */
class LicencesTest {

    private static final Path LIST = Path.of("packaging/licences.md");
    private static final Pattern ARTIFACT = Pattern.compile("`([a-z][a-z0-9._-]+)`");
    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");
    /** On the class path of the tests alone. */
    private static final Set<String> FOR_TESTS = Set.of("junit", "testfx", "archunit", "mockwebserver3", "okhttp-tls", "opentest4j", "apiguardian", "hamcrest",
            "org.osgi", "surefire", "assertj", "common-java5");

    @Test
    void everyLibraryIsListedAndNoOther() throws Exception {
        var listed = new TreeSet<String>();
        ARTIFACT.matcher(Files.readString(LIST)).results().forEach(result -> listed.add(result.group(1)));
        var delivered = new TreeSet<String>();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            var jar = JAR.matcher(Path.of(entry).getFileName().toString());
            if (jar.matches() && FOR_TESTS.stream().noneMatch(jar.group(1)::startsWith)) {
                delivered.add(jar.group(1));
            }
        }
        assertFalse(delivered.isEmpty());
        assertEquals(delivered, listed);
    }

    @Test
    void everyFontIsListedAndComesWithItsLicence() throws Exception {
        List<String> fonts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("resources/font"))) {
            files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".txt")).forEach(fonts::add);
        }
        String list = Files.readString(LIST);
        assertFalse(fonts.isEmpty());
        for (String font : fonts) {
            String family = font.substring(0, font.indexOf('-'));
            assertTrue(list.contains("resources/font/" + family + "-"), font);
            assertTrue(Files.exists(Path.of("resources/font", family + "-OFL.txt")), font);
        }
    }
}
