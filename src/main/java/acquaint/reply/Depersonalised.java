package acquaint.reply;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.privacy.Finding;
import acquaint.privacy.Kind;
import acquaint.privacy.PersonalData;
import acquaint.reply.Entities.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence of another ticket without what is that ticket's own: in its place stands this ticket's own where exactly one fits, and otherwise a gap. What
 * is not known to be harmless is taken for personal, and a sentence that cannot be cleaned is left out.
 */
final class Depersonalised {

    private static final int MOST_GAPS = 2;
    private static final int FEWEST_WORDS = 3;
    private static final Pattern ASIDE = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern QUOTED = Pattern.compile("[\"“„«][^\"”“»]{1,80}[\"”“»]");
    private static final Pattern MONEY = Pattern.compile("(?:[$€£¥]|\\b(?:EUR|USD|GBP|CHF)\\s?)\\s?\\d[\\d.,]*\\d|[$€£¥]\\s?\\d|\\d[\\d.,]*\\s?(?:[$€£¥%]|\\b(?:EUR|USD|GBP|CHF|Euro|euros?|dollars?|pounds?)\\b)");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3,}\\b(?!\\])|\\b[A-Z]+\\d\\w*");
    private static final Pattern UNSAFE = Pattern.compile("[@#$€£_\\\\/<>{}*|]|\\d{4,}|\\+\\d");
    private static final Pattern TITLED = Pattern.compile("\\b(?:Herr|Herrn|Frau|Mr|Mrs|Ms|Dr|Prof)\\b\\.?\\s+\\p{Lu}");
    private static final Pattern TWO_CAPITALS = Pattern.compile("\\b(?!Sie\\b|Ihr|Ihnen\\b)\\p{Lu}[\\p{Ll}’'-]+ (?!Sie\\b|Ihr|Ihnen\\b)\\p{Lu}\\p{Ll}+");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\"“'(]?([\\p{L}'’-]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::start).thenComparing(Comparator.comparingInt(Place::end).reversed());

    private final Situation situation;
    private final PersonalData rules;
    private final Lexicon lexicon;
    private final Pattern duration;

    private record Place(int start, int end, String text) {}

    Depersonalised(Situation situation, PersonalData rules) {
        this.situation = situation;
        this.rules = rules;
        lexicon = situation.lexicon();
        duration = Pattern.compile("\\b\\d{1,2}(?:\\s*(?:-|–|to|bis|or|oder)\\s*\\d{1,2})?[\\s-]+" + lexicon.pattern("durations").pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Empty where it cannot be said to another customer. */
    Optional<String> of(String sentence, PastReply from) {
        String text = ASIDE.matcher(Prose.plain(sentence)).replaceAll("").strip();
        if (!firstWordIsNoName(text, from) || TITLED.matcher(text).find() || rules.in(text).stream().anyMatch(found -> found.kind().secret())) {
            return Optional.empty();
        }
        return places(text, from).map(places -> filled(text, places)).filter(cleaned -> isHarmless(cleaned, from));
    }

    private boolean firstWordIsNoName(String text, PastReply from) {
        var first = FIRST_WORD.matcher(text);
        if (!first.find()) {
            return false;
        }
        String word = first.group(1);
        String plain = word.toLowerCase(Locale.ROOT);
        return Character.isLowerCase(word.charAt(0)) || names(from.customer()).contains(plain)
                || Stream.of("past.first", "starters").anyMatch(sign -> lexicon.pattern(sign).matcher(plain).matches());
    }

    /** What is to be put elsewhere; empty where someone is named whom nothing can stand for. */
    private Optional<List<Place>> places(String text, PastReply from) {
        var places = new ArrayList<Place>();
        rules.in(text).forEach(found -> places.add(new Place(found.start(), found.end(), own(found))));
        MONEY.matcher(text).results().forEach(match -> places.add(place(match, gap("amount"))));
        situation.references().in(text).forEach(reference -> places.add(new Place(reference.start(), reference.start() + reference.number().length(), own(reference))));
        if (!names(text, from, places)) {
            return Optional.empty();
        }
        QUOTED.matcher(text).results().forEach(match -> places.add(place(match, gap("detail"))));
        Entities.in(text).stream().filter(entity -> !isDuration(text, entity)).flatMap(entity -> place(entity).stream()).forEach(places::add);
        CODE.matcher(text).results().forEach(match -> places.add(place(match, gap("number"))));
        return Optional.of(places);
    }

    private static Place place(MatchResult match, String text) {
        return new Place(match.start(), match.end(), text);
    }

    private Optional<Place> place(Entity entity) {
        if (entity.kind() == Entities.Kind.NUMBER && entity.said().chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String gap = switch (entity.kind()) {
            case DATE, WEEKDAY -> "date";
            case TIME -> "time";
            case NUMBER, CODE -> "number";
            case ADDRESS -> "address";
            case NAME -> "detail";
        };
        return Optional.of(new Place(entity.start(), entity.start() + entity.said().length(), gap(gap)));
    }

    private boolean isDuration(String text, Entity entity) {
        return duration.matcher(text).results().anyMatch(match -> match.start() <= entity.start() && entity.start() < match.end());
    }

    /** The other customer's name becomes this one's; the other agent's cannot stay and nobody's can stand for it. */
    private boolean names(String text, PastReply from, List<Place> places) {
        if (words(from.reply().author()).stream().anyMatch(word -> stands(word, text))) {
            return false;
        }
        Set<String> names = names(from.customer());
        List<MatchResult> found = WORD.matcher(text).results().filter(word -> names.contains(word.group().toLowerCase(Locale.ROOT))).toList();
        for (int i = 0; i < found.size(); i++) {
            int end = found.get(i).end();
            int start = found.get(i).start();
            while (i + 1 < found.size() && text.substring(end, found.get(i + 1).start()).isBlank()) {
                end = found.get(++i).end();
            }
            Optional<String> own = situation.address().name();
            if (own.isEmpty()) {
                return false;
            }
            places.add(new Place(start, end, own.get()));
        }
        return true;
    }

    private static boolean stands(String word, String text) {
        return WORD.matcher(text).results().anyMatch(match -> match.group().equalsIgnoreCase(word));
    }

    private static Set<String> names(Customer customer) {
        return Stream.concat(words(customer.name()).stream(), words(customer.id().value()).stream()).collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group().toLowerCase(Locale.ROOT)).filter(word -> word.length() > 1).collect(Collectors.toSet());
    }

    private String own(Finding found) {
        if (found.kind() == Kind.EMAIL) {
            return one(situation.request().customer().addresses().stream().filter(address -> address.kind() == Address.Kind.EMAIL).map(Address::value), gap("email"));
        }
        return gap(switch (found.kind()) {
            case PHONE -> "phone";
            case ADDRESS -> "address";
            case NAME -> "detail";
            default -> "account";
        });
    }

    private String own(Reference other) {
        Stream<Reference> own = situation.dialogue().said().stream().flatMap(message -> situation.references().in(message.text()).stream());
        var bare = own.filter(reference -> reference.kind() == other.kind()).collect(Collectors.toMap(Reference::bare, Reference::number, (one, _) -> one));
        return one(bare.values().stream(), gap(other.kind().key()));
    }

    private static String one(Stream<String> values, String otherwise) {
        List<String> all = values.distinct().toList();
        return all.size() == 1 ? all.getFirst() : otherwise;
    }

    private String gap(String what) {
        return lexicon.say("gap." + what);
    }

    /** Of places that overlap the first counts; two like gaps side by side are one. */
    private String filled(String text, List<Place> places) {
        var filled = new StringBuilder();
        int end = 0;
        for (Place place : places.stream().sorted(ORDER).toList()) {
            if (place.start() >= end) {
                filled.append(text, end, place.start()).append(place.text());
            }
            end = Math.max(end, place.end());
        }
        String whole = filled.append(text.substring(end)).toString();
        for (String key : lexicon.phraseKeys()) {
            if (key.startsWith("gap.")) {
                String gap = Pattern.quote(lexicon.say(key));
                whole = whole.replaceAll(gap + "(?:[\\s,:&–-]+(?:and |und )?" + gap + ")+", Matcher.quoteReplacement(lexicon.say(key)));
            }
        }
        return whole;
    }

    /** Looked at once more, by other means than it was cleaned by. */
    private boolean isHarmless(String cleaned, PastReply from) {
        String rest = duration.matcher(Gaps.without(withoutOwn(cleaned))).replaceAll(" ");
        Set<String> own = names(situation.request().customer());
        Predicate<String> foreign = name -> !own.contains(name) && stands(name, rest);
        return Gaps.in(cleaned).size() <= MOST_GAPS && Prose.words(rest) >= FEWEST_WORDS && cleaned.matches("(?s).*[.!?]$")
                && !UNSAFE.matcher(rest).find() && rest.chars().noneMatch(Character::isDigit) && rules.in(rest).isEmpty()
                && names(from.customer()).stream().noneMatch(foreign) && (ProperNames.nounsHaveCapitals(cleaned) ? !TWO_CAPITALS.matcher(rest).find() : ProperNames.in(rest).isEmpty());
    }

    private String withoutOwn(String text) {
        String rest = text;
        var own = new ArrayList<String>(situation.request().customer().addresses().stream().map(Address::value).toList());
        situation.dialogue().said().forEach(message -> situation.references().in(message.text()).forEach(reference -> own.add(reference.number())));
        situation.address().name().ifPresent(own::add);
        for (String value : own.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            rest = rest.replace(value, " ");
        }
        return rest;
    }
}
