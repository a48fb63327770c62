package acquaint.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts processes as the program is started by its users: with the launcher's flags and the packaged libraries. */
record Child(List<String> jvm, String classPath) {

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
