package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program has the same memory and collector wherever it is started from, which a start cache needs too: it is passed over by a JVM that lays objects out otherwise than
 * the one that made it. Scripts of three systems, Maven and jpackage have no file of flags that all of them could read.
 */
class JvmFlagsTest {

    private static final Pattern FLAG = Pattern.compile("-X(?:X:[-+]?\\w+(?:=\\w+)?|[a-z]+\\d\\w*)");

    /** They make the start cache or name it, and are no part of how the program runs. */
    private static final Pattern START_CACHE =
            Pattern.compile("-XX:(AOTCache|AOTCacheOutput=\\w+|-AOTRecordTraining|\\+IgnoreUnrecognizedVMOptions|\\+UnlockDiagnosticVMOptions)");

    /** Memory goes back to the system where that was measured: in what is installed on Linux. Elsewhere the JVM warns that it cannot trim the native heap. */
    private static final Set<String> GIVEN_BACK = Set.of("-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:TrimNativeHeapInterval=30000");

    private enum Place {
        MAVEN("pom.xml", "<app.jvm>", "</app.jvm>", Set.of()),
        COPIED_UNIX("packaging/bin/acquaint", "exec \"$java\"", "acquaint.Main", Set.of()),
        COPIED_WINDOWS("packaging/bin/acquaint.bat", "\"%JAVA%\" %CACHE%", "acquaint.Main", Set.of()),
        TRAINED_UNIX_AND_INSTALLED_MACOS("packaging/build.sh", "own=\"", "\"\n", Set.of()),
        INSTALLED_WINDOWS("packaging/build.ps1", "'--type', 'app-image'", "$imageFolder)", Set.of()),
        TRAINED_WINDOWS("packaging/build.ps1", "foreach ($learning in", "'acquaint.Main'", Set.of()),
        INSTALLED_LINUX("packaging/linux/acquaint", "exec \"$lib/runtime/bin/java\"", "acquaint.Main", GIVEN_BACK),
        MEASURED_BY_MAVEN("src/bench/java/acquaint/bench/StartBench.java", "FLAGS = List.of(", ");", Set.of()),
        MEASURED("src/bench/java/acquaint/bench/StartBench.java", "FLAGS = List.of(", "\"-Xlog:", GIVEN_BACK);

        private final Path file;
        private final String from;
        private final String to;
        private final Set<String> own;

        Place(String file, String from, String to, Set<String> own) {
            this.file = Path.of(file);
            this.from = from;
            this.to = to;
            this.own = own;
        }

        Set<String> flags() throws IOException {
            String text = Files.readString(file).replace("\r\n", "\n");
            int start = text.indexOf(from);
            int end = text.indexOf(to, start + from.length());
            assertTrue(start >= 0 && end > start, () -> file + " has no line from " + from + " to " + to);
            var flags = new TreeSet<String>();
            FLAG.matcher(text.substring(start, end)).results().map(MatchResult::group).filter(flag -> !START_CACHE.matcher(flag).matches()).forEach(flags::add);
            return flags;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MAVEN")
    void theProgramIsStartedWithTheSameFlagsEverywhere(Place place) throws IOException {
        var wanted = new TreeSet<>(Place.MAVEN.flags());
        wanted.addAll(place.own);
        assertEquals(wanted, place.flags(), () -> place.file + " starts the program after " + place.from + " with other flags than app.jvm of pom.xml"
                + (place.own.isEmpty() ? "" : " and " + place.own));
    }
}
