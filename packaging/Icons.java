import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@code acquaint.ico} and {@code acquaint.icns} of the PNG files of a folder: {@code java Icons.java icons target}. Both formats may hold PNG files as they are:
 * an .ico since Windows Vista, an .icns since Mac OS X 10.7 (types as in Apple's Icon Services).
 */
class Icons {

    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final Map<String, Integer> ICNS = new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512));

    public static void main(String[] arguments) throws IOException {
        Path icons = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Files.write(target.resolve("acquaint.ico"), ico(icons));
        Files.write(target.resolve("acquaint.icns"), icns(icons));
    }

    private static byte[] png(Path icons, int size) throws IOException {
        return Files.readAllBytes(icons.resolve("acquaint-" + size + ".png"));
    }

    private static byte[] ico(Path icons) throws IOException {
        int head = 6 + 16 * ICO.size();
        var files = new ByteArrayOutputStream();
        ByteBuffer index = ByteBuffer.allocate(head).order(ByteOrder.LITTLE_ENDIAN);
        index.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        for (int size : ICO) {
            byte[] png = png(icons, size);
            // 256 is written as 0.
            index.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(head + files.size());
            files.writeBytes(png);
        }
        var ico = new ByteArrayOutputStream();
        ico.writeBytes(index.array());
        ico.writeBytes(files.toByteArray());
        return ico.toByteArray();
    }

    private static byte[] icns(Path icons) throws IOException {
        var entries = new ByteArrayOutputStream();
        var out = new DataOutputStream(entries);
        for (var entry : ICNS.entrySet()) {
            byte[] png = png(icons, entry.getValue());
            out.write(entry.getKey().getBytes(US_ASCII));
            out.writeInt(8 + png.length);
            out.write(png);
        }
        var icns = new ByteArrayOutputStream();
        var whole = new DataOutputStream(icns);
        whole.write("icns".getBytes(US_ASCII));
        whole.writeInt(8 + entries.size());
        whole.write(entries.toByteArray());
        return icns.toByteArray();
    }
}
