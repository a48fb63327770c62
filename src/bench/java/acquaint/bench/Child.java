package acquaint.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Starts processes as the program is started by its users: with the launcher's flags and the packaged libraries. */
record Child(List<String> jvm, String classPath) {

    /** As a program starts that has no start cache. */
    Child withoutStartCache() {
        return new Child(jvm.stream().filter(flag -> !flag.startsWith("-XX:AOTCache")).toList(), classPath);
    }

    /** Nanoseconds from the start of a process of {@code main} to the line {@code said}; returns when the process has ended. */
    long untilSaid(String said, Class<?> main, String... arguments) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = start(List.of(), main, arguments);
        long heard = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (heard == 0 && line.equals(said)) {
                    heard = System.nanoTime();
                }
            }
        }
        check(process, main);
        if (heard == 0) {
            throw new IOException(main.getSimpleName() + " ended without a word");
        }
        return heard - begun;
    }

    void run(List<String> moreFlags, Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = start(moreFlags, main, arguments);
        process.getInputStream().transferTo(System.err);
        check(process, main);
    }

    private Process start(List<String> moreFlags, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        command.addAll(moreFlags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void check(Process process, Class<?> main) throws IOException, InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(main.getSimpleName() + " ended with exit code " + code);
        }
    }
}
