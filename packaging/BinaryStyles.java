import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts beside each style sheet of a jar the form that JavaFX reads without parsing, which it looks for first: {@code java BinaryStyles.java acquaint.jar}, with {@code javafx.graphics} among
 * the modules.
 */
class BinaryStyles {

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("styles");
        try (FileSystem zip = FileSystems.newFileSystem(Path.of(arguments[0])); Stream<Path> files = Files.walk(zip.getPath("/"))) {
            List<Path> sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
            for (Path sheet : sheets) {
                File text = folder.resolve("sheet.css").toFile();
                File binary = folder.resolve("sheet.bss").toFile();
                Files.write(text.toPath(), Files.readAllBytes(sheet));
                Stylesheet.convertToBinary(text, binary);
                Path beside = sheet.resolveSibling(sheet.getFileName().toString().replaceFirst("css$", "bss"));
                Files.write(beside, Files.readAllBytes(binary.toPath()));
                // The same at every build.
                Files.setLastModifiedTime(beside, Files.getLastModifiedTime(sheet));
                Files.delete(text.toPath());
                Files.delete(binary.toPath());
            }
            System.out.printf("%s: %d style sheets in binary form%n", Path.of(arguments[0]).getFileName(), sheets.size());
        } finally {
            Files.delete(folder);
        }
    }
}
