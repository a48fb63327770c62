package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, with a Java that prints what it is given instead of running it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private record Ran(int code, List<String> lines) {}

    @TempDir
    Path directory;

    private Path launcher;

    @BeforeEach
    void install() throws Exception {
        Path bin = Files.createDirectories(directory.resolve("Program Files/acquaint/bin"));
        launcher = Files.copy(Path.of("packaging/bin/acquaint"), bin.resolve("acquaint"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Path java(String home, String version) throws Exception {
        Path program = Files.createDirectories(directory.resolve(home).resolve("bin")).resolve("java");
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
                for argument in "$@"; do echo "[$argument]"; done
                exit 7
                """.formatted(version));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    private Ran run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("ACQUAINT_JAVA");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = process.inputReader().readAllLines();
        return new Ran(process.waitFor(), lines);
    }

    @Test
    void argumentsAndExitCodePassThroughUnchangedFromAFolderWithBlanks() throws Exception {
        Ran ran = run(launcher, Map.of("ACQUAINT_JAVA", java("my jdk", "25.0.1").toString()), "import", "a file.jsonl", "", "*", "\"q\"");
        assertEquals(7, ran.code());
        assertEquals(List.of("[acquaint.Main]", "[import]", "[a file.jsonl]", "[]", "[*]", "[\"q\"]"),
                ran.lines().subList(ran.lines().indexOf("[acquaint.Main]"), ran.lines().size()));
        Path lib = launcher.toRealPath().getParent().getParent().resolve("lib");
        assertTrue(ran.lines().contains("[" + lib + "/*]"), ran.lines().toString());
    }

    @Test
    void theProgramIsFoundThroughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("Program Files/acquaint/bin/acquaint"));
        Path linkToLink = Files.createSymbolicLink(directory.resolve("acquaint"), link);
        Ran ran = run(linkToLink, Map.of("ACQUAINT_JAVA", java("jdk", "26").toString()), "--version");
        assertTrue(ran.lines().stream().anyMatch(line -> line.endsWith("Program Files/acquaint/lib/*]")), ran.lines().toString());
    }

    @Test
    void itsOwnRuntimeComesBeforeAnyOther() throws Exception {
        Path own = java("Program Files/acquaint/runtime", "25");
        Files.writeString(own.resolveSibling("../release").normalize(), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
        Ran ran = run(launcher, Map.of("JAVA_HOME", directory.resolve("none").toString()), "tickets");
        assertEquals(7, ran.code(), ran.lines().toString());
        assertEquals("[tickets]", ran.lines().getLast());
    }

    @Test
    void anOldJavaIsPassedOverForANewOne() throws Exception {
        java("old", "1.8.0_402");
        java("Program Files/acquaint/runtime", "17.0.2");
        java("new", "25-ea");
        Ran ran = run(launcher, Map.of("JAVA_HOME", directory.resolve("new").toString()), "tickets");
        assertEquals(7, ran.code(), ran.lines().toString());
        ran = run(launcher, Map.of("ACQUAINT_JAVA", directory.resolve("old/bin/java").toString()));
        assertEquals(3, ran.code());
        assertTrue(ran.lines().getFirst().contains("no Java 25 or newer"), ran.lines().toString());
    }
}
