package acquaint.casework.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What was gathered, file by file and as it will be written, so that it can be read before it is. */
public record DiagnosticsReport(Instant at, SequencedMap<String, String> files) {

    public DiagnosticsReport {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    /** Writes all of it into one archive; a file that is there is not overwritten. Blocks. */
    public void save(Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive, StandardOpenOption.CREATE_NEW), UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
    }
}
