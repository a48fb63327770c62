import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes out of the jars of a folder what this program never loads: {@code java OwnSystem.java linux x64 lib}. These are native libraries of other systems, without
 * which an installer is about a third as large, and ICU's names of currencies, zones, units and the like in 800 languages: only its rules for splitting and folding
 * text are used. A jar that loses something keeps the rest as it is; none of them is signed. Classes in the form of Java 5 and older are written in a newer one that says
 * the same, since the start cache takes no others: picocli's, which would be read and verified anew at every start. With a fourth argument, a folder, the libraries that can be
 * told where theirs are ({@code org.sqlite.lib.path}, {@code onnxruntime.native.path}) get them laid out there, and so do those of JavaFX, which looks in the runtime's own folder: out of
 * a jar they are written to a temporary file at every start, or to the user's home and compared with what lies there.
 */
class OwnSystem {

    /** By jar: the folder with one entry a system, and which entries are this system's. */
    private record Natives(String jar, String folder, Map<String, String> own) {}

    private static final List<Natives> ALL = List.of(
            new Natives("onnxruntime-", "/ai/onnxruntime/native", Map.of("linux-x64", "linux-x64", "linux-aarch64", "linux-aarch64",
                    "macos-x64", "osx-x64", "macos-aarch64", "osx-aarch64", "windows-x64", "win-x64")),
            new Natives("tokenizers-", "/native/lib", Map.of("linux-x64", "linux-x86_64", "linux-aarch64", "linux-aarch64",
                    "macos-aarch64", "osx-aarch64", "windows-x64", "win-x86_64")),
            new Natives("sqlite-jdbc-", "/org/sqlite/native", Map.of("linux-x64", "Linux/x86_64", "linux-aarch64", "Linux/aarch64",
                    "macos-x64", "Mac/x86_64", "macos-aarch64", "Mac/aarch64", "windows-x64", "Windows/x86_64")),
            new Natives("jna-5", "/com/sun/jna", Map.of("linux-x64", "linux-x86-64", "linux-aarch64", "linux-aarch64",
                    "macos-x64", "darwin-x86-64", "macos-aarch64", "darwin-aarch64", "windows-x64", "win32-x86-64")));

    private static final String ICU = "/com/ibm/icu/impl/data/icudata";
    /** What everything falls back to, and the lists of what there is. */
    private static final List<String> KEPT = List.of("root.res", "pool.res", "res_index.res", "tzdbNames.res");
    private static final List<String> UNUSED = List.of("zone", "curr", "unit", "lang", "region", "coll", "rbnf");

    /** Jars whose libraries can be told where theirs are. */
    private static final List<String> TOLD = List.of("onnxruntime-", "sqlite-jdbc-");

    public static void main(String[] arguments) throws IOException {
        String system = arguments[0] + '-' + arguments[1];
        Path beside = arguments.length > 3 ? Path.of(arguments[3]) : null;
        try (Stream<Path> jars = Files.list(Path.of(arguments[2]))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                if (jar.getFileName().toString().startsWith("icu4j-")) {
                    thinNames(jar);
                }
                if (beside != null && jar.getFileName().toString().startsWith("javafx-")) {
                    layOut(jar, "/", beside);
                }
                if (jar.getFileName().toString().startsWith("picocli-")) {
                    renew(jar);
                }
                for (Natives natives : ALL) {
                    if (jar.getFileName().toString().startsWith(natives.jar())) {
                        thin(jar, natives, system);
                        if (beside != null && TOLD.contains(natives.jar())) {
                            layOut(jar, natives.folder() + '/' + natives.own().get(system), beside);
                        }
                    }
                }
            }
        }
    }

    private static void thinNames(Path jar) throws IOException {
        long before = Files.size(jar);
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            for (String name : UNUSED) {
                Path folder = zip.getPath(ICU, name);
                if (!Files.isDirectory(folder)) {
                    System.err.println(jar.getFileName() + " has no " + folder + ": left whole");
                    continue;
                }
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(file -> !KEPT.contains(file.getFileName().toString())).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        System.out.printf("%s: %d MB instead of %d%n", jar.getFileName(), Files.size(jar) >> 20, before >> 20);
    }

    private static void thin(Path jar, Natives natives, String system) throws IOException {
        long before = Files.size(jar);
        String own = natives.own().get(system);
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path folder = zip.getPath(natives.folder());
            if (own == null || !Files.isDirectory(folder.resolve(own))) {
                // Rather too much than a program that does not start.
                System.err.println(jar.getFileName() + " has nothing for " + system + " alone: left whole");
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).filter(OwnSystem::isNative).filter(file -> !file.startsWith(folder.resolve(own))).toList()) {
                    Files.delete(file);
                }
            }
        }
        System.out.printf("%s: %d MB instead of %d%n", jar.getFileName(), Files.size(jar) >> 20, before >> 20);
    }

    private static void layOut(Path jar, String folder, Path beside) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar); Stream<Path> files = Files.walk(zip.getPath(folder))) {
            for (Path file : files.filter(Files::isRegularFile).filter(OwnSystem::isNative).toList()) {
                Files.copy(file, beside.resolve(file.getFileName().toString()));
                Files.delete(file);
            }
        }
    }

    private static void renew(Path jar) throws IOException {
        int renewed = 0;
        try (FileSystem zip = FileSystems.newFileSystem(jar); Stream<Path> files = Files.walk(zip.getPath("/"))) {
            var format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(type -> open(zip, type)).cached()));
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                ClassModel model = format.parse(Files.readAllBytes(file));
                if (model.majorVersion() < ClassFile.JAVA_6_VERSION) {
                    // Method bodies are passed on piece by piece: copied as they are, they would have no frames, which the newer form needs.
                    Files.write(file, format.transformClass(model, newer().andThen(ClassTransform.transformingMethodBodies((code, element) -> code.with(element)))));
                    renewed++;
                }
            }
        }
        System.out.printf("%s: %d classes in the form of Java 8%n", jar.getFileName(), renewed);
    }

    private static ClassTransform newer() {
        return (type, element) -> {
            if (element instanceof ClassFileVersion) {
                type.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                type.with(element);
            }
        };
    }

    /** Of the jar, or else of Java itself. */
    private static InputStream open(FileSystem zip, ClassDesc type) {
        String name = type.descriptorString();
        String file = name.substring(1, name.length() - 1) + ".class";
        try {
            Path own = zip.getPath('/' + file);
            return Files.exists(own) ? Files.newInputStream(own) : ClassLoader.getSystemResourceAsStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not classes, which jna keeps beside its libraries. */
    private static boolean isNative(Path file) {
        String name = file.toString();
        return Stream.of(".so", ".dll", ".dylib", ".jnilib", ".a", ".pdb").anyMatch(name::endsWith) || name.contains(".dSYM/") || name.endsWith(".so.jar");
    }
}
