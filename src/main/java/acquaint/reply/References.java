package acquaint.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds order, reservation, flight and invoice numbers in text, by their shape and by the word before them. */
final class References {

    /** Upper-case letters and digits with a digit among them, four to fourteen long, a "#" before it or not. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_@.$€£/-])#?(?:[A-Z]{1,5}-)?[A-Z0-9]{4,14}(?:-\\d{1,6})?(?![\\p{L}\\p{N}_@]|[.,:/-]\\d)");
    private static final Pattern FLIGHT = Pattern.compile("[A-Z]{2,3}\\d{2,4}");
    /** An airline's record locator: six characters, letters and digits both. */
    private static final Pattern LOCATOR = Pattern.compile("(?=.*\\d)(?=.*[A-Z])[A-Z0-9]{6}");
    private static final Pattern PREFIXED = Pattern.compile("#[A-Z0-9-]+|[A-Z]{1,5}-?\\d{4,12}");
    /** How far before a number its kind may be named: "order number is", "reservations A, B and". */
    private static final int LABEL_REACH = 48;

    private final Lexicon lexicon;

    References(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** In order of appearance, each number once. */
    List<Reference> in(String text) {
        List<Reference> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(Prose.plain(text));
        while (matcher.find()) {
            reference(text, matcher).filter(r -> found.stream().noneMatch(f -> f.bare().equals(r.bare()))).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Reference> reference(String text, Matcher matcher) {
        String number = matcher.group();
        Optional<Reference.Kind> label = label(text.substring(Math.max(0, matcher.start() - LABEL_REACH), matcher.start()));
        return kind(number, label).map(kind -> new Reference(kind, number, matcher.start()));
    }

    private static Optional<Reference.Kind> kind(String number, Optional<Reference.Kind> label) {
        boolean digit = number.chars().anyMatch(Character::isDigit);
        if (FLIGHT.matcher(number).matches() && number.length() <= 6 && !label.equals(Optional.of(Reference.Kind.RESERVATION))) {
            return label.filter(k -> k == Reference.Kind.FLIGHT);
        }
        if (label.isPresent() && label.get() != Reference.Kind.FLIGHT) {
            return label.filter(_ -> digit || label.get() == Reference.Kind.RESERVATION && number.length() == 6);
        }
        if (LOCATOR.matcher(number).matches()) {
            return Optional.of(Reference.Kind.RESERVATION);
        }
        return Optional.of(Reference.Kind.ORDER).filter(_ -> digit && PREFIXED.matcher(number).matches());
    }

    /** The kind named closest before a number, with nothing but filling words and other numbers between. */
    private Optional<Reference.Kind> label(String before) {
        String rest = before;
        while (true) {
            rest = rest.replaceFirst("[\\s,:*\"“”'(#.]+$", "");
            int start = Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('\n')) + 1;
            String word = rest.substring(start).replaceAll("[^\\p{L}\\p{N}]", "");
            for (Reference.Kind kind : Reference.Kind.values()) {
                if (!word.isEmpty() && lexicon.pattern("ref." + kind.key()).matcher(word).matches()) {
                    return Optional.of(kind);
                }
            }
            boolean filling = lexicon.pattern("ref.number").matcher(word).matches() || LOCATOR.matcher(word).matches() || PREFIXED.matcher(word).matches()
                    || word.matches("[A-Z]{6}");
            if (word.isEmpty() || !filling) {
                return Optional.empty();
            }
            rest = rest.substring(0, start);
        }
    }
}
