package acquaint.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A {@code mailto:} link, read by RFC 6068: to whom, about what, with which words. Other header fields are passed over, as its section 4 asks of a program
 * that cannot vouch for them.
 */
public record Mailto(List<Address> to, Optional<String> subject, Optional<String> body) {

    public static final String SCHEME = "mailto:";

    /** What can be wrong with a link. */
    public enum Fault { NO_ADDRESS, BAD_ADDRESS, BAD_ESCAPE, TOO_LONG }

    /** A link that cannot be used; {@code part} is the piece of it that is wrong. */
    public static final class Unusable extends Exception {

        private final Fault fault;
        private final String part;

        Unusable(Fault fault, String part) {
            super(fault + ": " + part, null, false, false);
            this.fault = fault;
            this.part = part;
        }

        public Fault fault() {
            return fault;
        }

        public String part() {
            return part;
        }
    }

    /** No link that a person meant is longer; in characters. */
    static final int LONGEST = 64 * 1024;
    /** RFC 5322's dot-atom, also beyond ASCII (RFC 6532), or a quoted string; then a host or an address in brackets. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*|\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}])*\")"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}.-]*[\\p{L}\\p{N}\\p{M}])?|\\[[^\\[\\]\\s\\p{Cntrl}]+])");
    private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]*)>");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");

    public Mailto {
        to = List.copyOf(to);
    }

    public static boolean isLink(String words) {
        return words.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Reads a link that begins with {@link #SCHEME}. */
    public static Mailto parse(String link) throws Unusable {
        if (link.length() > LONGEST) {
            throw new Unusable(Fault.TOO_LONG, Integer.toString(LONGEST));
        }
        String rest = link.substring(SCHEME.length()).replaceFirst("#.*$", "");
        int question = rest.indexOf('?');
        var to = new LinkedHashSet<Address>();
        addAddresses(question < 0 ? rest : rest.substring(0, question), to);
        Optional<String> subject = Optional.empty();
        Optional<String> body = Optional.empty();
        for (String field : question < 0 ? new String[0] : rest.substring(question + 1).split("&")) {
            int equals = field.indexOf('=');
            String value = equals < 0 ? "" : field.substring(equals + 1);
            switch (decoded(equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT)) {
                case "to" -> addAddresses(value, to);
                // A line break in a subject would be a header of its own.
                case "subject" -> subject = said(BREAKS.matcher(decoded(value)).replaceAll(" "));
                case "body" -> body = said(decoded(value).replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""));
                default -> { }
            }
        }
        if (to.isEmpty()) {
            throw new Unusable(Fault.NO_ADDRESS, link);
        }
        return new Mailto(List.copyOf(to), subject, body);
    }

    private static Optional<String> said(String words) {
        return Optional.of(words.strip()).filter(text -> !text.isEmpty());
    }

    private static void addAddresses(String list, Set<Address> to) throws Unusable {
        for (String one : split(decoded(list))) {
            var named = NAMED.matcher(one.strip());
            String address = (named.matches() ? named.group(1) : one).strip();
            if (address.isEmpty()) {
                continue;
            }
            if (!ADDRESS.matcher(address).matches()) {
                throw new Unusable(Fault.BAD_ADDRESS, address);
            }
            to.add(Address.email(address));
        }
    }

    /** At commas between addresses, not at those within quotes. */
    private static List<String> split(String list) {
        var parts = new ArrayList<String>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char each = list.charAt(i);
            quoted ^= each == '"' && (i == 0 || list.charAt(i - 1) != '\\');
            if (each == ',' && !quoted) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(list.substring(from));
        return parts;
    }

    /** Percent-encoded UTF-8 made readable; a plus sign stays one (RFC 6068, 5). */
    private static String decoded(String words) throws Unusable {
        var bytes = new ByteArrayOutputStream(words.length());
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) != '%') {
                int point = words.codePointAt(i);
                bytes.writeBytes(Character.toString(point).getBytes(UTF_8));
                i += Character.charCount(point) - 1;
                continue;
            }
            String escape = words.substring(i, Math.min(i + 3, words.length()));
            if (!escape.matches("%[0-9A-Fa-f]{2}")) {
                throw new Unusable(Fault.BAD_ESCAPE, escape);
            }
            bytes.write(Integer.parseInt(escape, 1, 3, 16));
            i += 2;
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new Unusable(Fault.BAD_ESCAPE, words.length() > 40 ? words.substring(0, 40) + "…" : words);
        }
    }
}
