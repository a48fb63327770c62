package acquaint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says of a process's memory, in MiB; 0 where it does not say (only Linux does here). */
record ResidentMemory(long now, long most) {

    static ResidentMemory ofThisProcess() throws IOException {
        return new ResidentMemory(read("VmRSS:"), read("VmHWM:"));
    }

    private static long read(String field) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        }
    }
}
