package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Text for mail headers by RFC 2047: plain where it is plain, otherwise encoded words, folded. Never holds a bare line break. */
final class EncodedWord {

    /** Of one encoded word's 75 characters, 12 are its frame; 63 characters of base64 hold 45 bytes. */
    private static final int BYTES = 45;
    private static final int PLAIN = 60;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern ASCII = Pattern.compile("[ -~]*");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/^_`{|}~ -]+");

    private EncodedWord() {}

    /** For a header of free text, such as a subject. */
    static String text(String text) {
        String line = oneLine(text);
        boolean plain = ASCII.matcher(line).matches() && line.length() <= PLAIN && !line.contains("=?");
        return plain ? line : encoded(line);
    }

    /** For a name before an address: atoms as they are, anything else encoded, so that no quoting can be broken. */
    static String phrase(String name) {
        String line = oneLine(name);
        return ATOMS.matcher(line).matches() && line.length() <= PLAIN ? line : encoded(line);
    }

    private static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    private static String encoded(String text) {
        var words = new ArrayList<String>();
        for (String piece : pieces(text)) {
            words.add("=?UTF-8?B?" + Base64.getEncoder().encodeToString(piece.getBytes(UTF_8)) + "?=");
        }
        return String.join("\r\n ", words);
    }

    /** Cut between characters, since each encoded word must be whole by itself. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            int length = Character.toString(character).getBytes(UTF_8).length;
            if (bytes + length > BYTES) {
                pieces.add(piece.toString());
                piece.setLength(0);
                bytes = 0;
            }
            piece.appendCodePoint(character);
            bytes += length;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
