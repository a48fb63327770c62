package acquaint.memory.local;

import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a customer says about themselves: name, e-mail address, telephone number, tier. Rules that rather miss a
 * fact than make one up. {@link Preferences} finds what they want always.
 */
final class Facts {

    /** One fact and the sentence it was taken from. */
    record Fact(Kind kind, String text, String evidence) {}

    private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
    private static final Pattern NAME = Pattern.compile(
            "(?i:\\bmy (?:full |own )?name(?: is|['’]s)) (" + CAPITALISED + "(?: " + CAPITALISED + "){0,3})");
    private static final Pattern PRESENTED =
            Pattern.compile("(?i:\\b(?:i['’]m|i am|this is)) (" + CAPITALISED + "(?: " + CAPITALISED + "){1,3})(?=[\\s,.!;]|$)");

    private static final Pattern EMAIL = Phrase.of("""
            (?:\\be-?mail(?: address)?(?:,? which)?(?: is(?: now)?|:)?|\\b(?:reach|contact|e-?mail|write(?: to)?) me (?:at|on|under)) \
            <?([\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){0,4}\\.\\p{Alpha}{2,24})""");
    private static final Pattern PHONE = Phrase.of("""
            (?:\\bmy (?:new )?(?:(?:tele|cell|mobile )?phone|cell|mobile|number|telephone)(?: number)?(?: is(?: now)?|:)?\
            |\\b(?:reach|call|ring|phone|text) me (?:at|on|under)) (\\+?\\(?\\d[\\d ()./-]{5,22}\\d)(?![\\d:])""");
    private static final Pattern TIER = Phrase.of("""
            \\b(?:i['’]m|i am|as|being) (?:also )?an? (gold|silver|bronze|platinum|diamond|premium|regular|basic|elite|vip)(?:[ -](?:tier|level|status))?\
             (?:member|customer)\\b|\\b(?:with|using|have) my (gold|silver|bronze|platinum|diamond|premium|elite|vip) (?:membership|status|tier)\\b""");

    private static final Pattern OF_SOMEBODY_ELSE = Phrase.of("""
            \\b(?:wife|husband|partner|friend|son|daughter|mother|father|mom|mum|dad|brother|sister|boss|colleague|assistant|his|her|their)(?:['’]s)?\\b""");
    private static final Pattern HEDGED = Phrase.of("""
            \\b(?:if|not|n['’]t|thought|think|maybe|perhaps|sure|certain|should be(?:come)?|used to|was|were|wish|almost|soon|become)\\b|\\?""");
    private static final Pattern SECRET = Phrase.of("\\b(?:pass ?(?:word|code|phrase)|pin(?: code| number)?|cvv|cvc|security code)\\b");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");
    private static final int DIGITS_OF_A_PHONE = 7;

    private Facts() {}

    /** All that this utterance says of the one who said it; nothing when it was not the customer. */
    static List<Fact> in(Utterance utterance) {
        if (utterance.speaker() != Utterance.Speaker.CUSTOMER) {
            return List.of();
        }
        return Sentences.of(utterance.text()).stream()
                .filter(sentence -> !holdsSecret(sentence))
                .flatMap(sentence -> in(sentence, utterance.author()))
                .toList();
    }

    private static Stream<Fact> in(String sentence, String author) {
        List<Fact> facts = new ArrayList<>();
        name(sentence, author).ifPresent(name -> facts.add(new Fact(Kind.NAME, name, sentence)));
        if (!OF_SOMEBODY_ELSE.matcher(sentence).find()) {
            EMAIL.matcher(sentence).results()
                    .forEach(email -> facts.add(new Fact(Kind.EMAIL, email.group(1).toLowerCase(Locale.ROOT), sentence)));
            PHONE.matcher(sentence).results()
                    .filter(phone -> phone.group(1).chars().filter(Character::isDigit).count() >= DIGITS_OF_A_PHONE)
                    .forEach(phone -> facts.add(new Fact(Kind.PHONE, phone.group(1).strip(), sentence)));
            tier(sentence).ifPresent(tier -> facts.add(new Fact(Kind.TIER, tier, sentence)));
        }
        Preferences.in(sentence).ifPresent(text -> facts.add(new Fact(Kind.PREFERENCE, text, sentence)));
        return facts.stream();
    }

    /** "I'm Ana Ruiz" is a name only where the message's author goes by a part of it: so might "I'm Gold Status". */
    private static Optional<String> name(String sentence, String author) {
        Matcher named = NAME.matcher(sentence);
        if (named.find()) {
            return Optional.of(named.group(1));
        }
        Set<String> known = Set.copyOf(List.of(Keys.normalised(author).split(" ")));
        return PRESENTED.matcher(sentence).results()
                .map(presented -> presented.group(1))
                .filter(name -> Stream.of(Keys.normalised(name).split(" ")).anyMatch(known::contains))
                .findFirst();
    }

    private static Optional<String> tier(String sentence) {
        Matcher tier = TIER.matcher(sentence);
        if (!tier.find() || HEDGED.matcher(sentence.substring(0, tier.end())).find()) {
            return Optional.empty();
        }
        String level = (tier.group(1) == null ? tier.group(2) : tier.group(1)).toLowerCase(Locale.ROOT);
        String shown = level.equals("vip") ? "VIP" : Character.toUpperCase(level.charAt(0)) + level.substring(1);
        return Optional.of(shown + " member, as they say");
    }

    private static boolean holdsSecret(String sentence) {
        return SECRET.matcher(sentence).find()
                || LONG_NUMBER.matcher(sentence).results().anyMatch(number -> isCardNumber(number.group()));
    }

    /** The check digit of payment cards (Luhn, ISO/IEC 7812-1). */
    private static boolean isCardNumber(String number) {
        String digits = number.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
