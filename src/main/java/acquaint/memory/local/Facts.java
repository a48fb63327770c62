package acquaint.memory.local;

import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a customer says about themselves: name, addresses, telephone number, account, tier, circumstances; and what an agent reads from
 * the record. Rules that rather miss a fact than make one up. {@link Preferences} finds what they want always, {@link Habit} what they do.
 */
final class Facts {

    /** One fact and the sentence it was taken from. {@code key} is the same however the same thing is said. */
    record Fact(Kind kind, String key, String text, String evidence) {

        Fact(Kind kind, String text, String evidence) {
            this(kind, text, text, evidence);
        }
    }

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

    private static final Pattern RECORDED_TIER = Phrase.of("""
            \\b(?:as|you(?:['’]re| are)|being) an? (gold|silver|bronze|platinum|diamond|premium|regular|basic|elite|vip)(?:[ -](?:tier|level|status))? (?:member|customer)\\b\
            |\\bmember(?:ship)? (?:tier|level|status)(?: is)?:? ?(gold|silver|bronze|platinum|diamond|premium|regular|basic|elite|vip)\\b""");
    /** So many characters at most between a name and the date that goes with it. */
    private static final int BESIDE = 6;
    private static final Pattern BORN = Phrase.of("\\b(?:date of birth|dob|born(?: on)?):?\\**:? ?(\\d{4}-\\d{2}-\\d{2}|\\p{L}{3,9} \\d{1,2},? \\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})\\b");
    private static final Pattern ACCOUNT = Phrase.of("""
            \\b(?:user ?(?:id|name)|customer (?:id|number|no\\.?)|member(?:ship)? (?:id|number)|(?:my|the) (?:account|login)(?: (?:id|name|number))?)(?:,? which| it)?(?: is|['’]s|:)? [`'"*]*\
            ((?=[\\w.-]*[\\d_])[\\p{Alnum}][\\w.-]{3,39}\\w)""");
    private static final Pattern ACCOUNT_ID = Pattern.compile("\\b[a-zA-Z]+_[a-zA-Z0-9_]*\\d+\\b");
    private static final Pattern PRESENTED_ID = Pattern.compile("(?i:\\b(?:i['’]m|i am|this is|it['’]s|my id is)) ([a-zA-Z]+_[a-zA-Z0-9_]*\\d+)\\b");
    private static final Pattern ASKS_FOR_ACCOUNT = Phrase.of("\\b(?:user ?(?:id|name)|customer (?:id|number)|member(?:ship)? (?:id|number)|account (?:id|name))\\b");
    private static final Pattern ASKS_FOR_EMAIL = Phrase.of("\\be-?mail\\b");
    private static final Pattern BARE_EMAIL = Pattern.compile("(?<![\\w.])[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){0,4}\\.\\p{Alpha}{2,24}");
    private static final Pattern ZIP = Phrase.of("""
            \\b(?:zip|postal|post) ?code(?:,? which)?(?: is|['’]s|:| of)? ?(\\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2})\\b|\\bi(?: currently| now)? live (?:in|at) (?:[\\p{L} .'-]{2,30},? )?(\\d{5})\\b""");
    private static final Pattern LIVES = Pattern.compile("(?i:\\bi(?:['’]m)?(?: currently| now)? (?:live|living|moved|moving|reside)(?: in| to)) (\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2})");
    private static final int LONGEST_CIRCUMSTANCE = 160;
    private static final Pattern CIRCUMSTANCE = Phrase.of("""
            \\bmy (?:\\w+ )?(?:son|daughter|children|kids?|baby|wife|husband|partner|spouse|fianc[ée]e?|mother|father|mom|mum|dad|grand(?:mother|father|son|daughter|ma|pa)\
            |brother|sister|cats?|dogs?|pets?|company|business|employer|boss|students|disability)\\b\
            |\\bi(?:['’]m| am) (?:pregnant|retired|disabled|unemployed|diabetic|a (?:teacher|student|nurse|doctor|pilot|lawyer|developer|designer|photographer|musician|single (?:mother|father|parent|mom|dad)|small business owner|freelancer|veteran|vegan))\\b\
            |\\bi (?:work (?:as|for|at|in|from|nights)|run a|own a|have (?:a (?:baby|toddler|dog|cat|disability|medical condition|business)|\\w+ (?:kids|children|cats|dogs)))\\b\
            |\\bfinancial(?:ly)? (?:issues?|difficult\\w+|trouble\\w*|problems?|struggl\\w+|constraints?)|\\bcolou?r-?blind\\b""");
    private static final Pattern NO_CIRCUMSTANCE = Phrase.of("\\?|\\b(?:if|birthday|gift for|present for|name|e-?mail|phone|number|card|password)\\b|\\bmy (?:\\w+ )?(?:partner airline|business (?:class|trip|reservation|flight))");

    private Facts() {}

    /** What this utterance says of the customer, and what it shows of their habits; {@code before} is what was said right before, {@code customer} the name that the customer goes by. */
    static List<Fact> in(Utterance utterance, Optional<Utterance> before, String customer) {
        return switch (utterance.speaker()) {
            case CUSTOMER -> {
                String asked = before.filter(one -> one.speaker() == Utterance.Speaker.AGENT).map(Utterance::text).orElse("");
                Stream<Fact> said = Sentences.of(utterance.text()).stream().filter(sentence -> !holdsSecret(sentence))
                        .flatMap(sentence -> in(sentence, utterance.author(), asked));
                Stream<Fact> shown = Habit.in(utterance, before).entrySet().stream().map(one -> new Fact(Kind.TRAIT, one.getKey().text(), one.getValue()));
                yield Stream.concat(said, shown).toList();
            }
            case AGENT -> Sentences.of(utterance.text()).stream().flatMap(sentence -> onRecord(sentence, customer)).toList();
            case SUBJECT, OTHER, NOTE -> List.of();
        };
    }

    /** Where nothing was said before. */
    static List<Fact> in(Utterance utterance) {
        return in(utterance, Optional.empty(), "");
    }

    private static Stream<Fact> in(String sentence, String author, String asked) {
        List<Fact> facts = new ArrayList<>();
        name(sentence, author).ifPresent(name -> facts.add(new Fact(Kind.NAME, name, sentence)));
        account(sentence, asked).ifPresent(id -> facts.add(new Fact(Kind.ACCOUNT, id, sentence)));
        address(sentence).ifPresent(facts::add);
        if (ASKS_FOR_EMAIL.matcher(asked).find()) {
            BARE_EMAIL.matcher(sentence).results().map(email -> email.group().toLowerCase(Locale.ROOT))
                    .forEach(email -> facts.add(new Fact(Kind.EMAIL, email, sentence)));
        }
        circumstance(sentence).ifPresent(facts::add);
        if (!OF_SOMEBODY_ELSE.matcher(sentence).find()) {
            EMAIL.matcher(sentence).results()
                    .forEach(email -> facts.add(new Fact(Kind.EMAIL, email.group(1).toLowerCase(Locale.ROOT), sentence)));
            PHONE.matcher(sentence).results()
                    .filter(phone -> phone.group(1).chars().filter(Character::isDigit).count() >= DIGITS_OF_A_PHONE)
                    .forEach(phone -> facts.add(new Fact(Kind.PHONE, phone.group(1).strip(), sentence)));
            tier(sentence).ifPresent(tier -> facts.add(new Fact(Kind.TIER, tier, tier + " member, as they say", sentence)));
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
        if (author.indexOf(' ') > 0 && sentence.contains(author)) {
            return Optional.of(author);
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
        return Optional.of(shown);
    }

    /** What an agent reads from the record of the customer with this name. */
    private static Stream<Fact> onRecord(String sentence, String name) {
        Matcher born = BORN.matcher(sentence);
        boolean own = born.find() && !name.isBlank() && sentence.substring(Math.max(0, born.start() - name.length() - BESIDE), born.start()).contains(name);
        Optional<Fact> birth = own ? Optional.of(new Fact(Kind.OTHER, "born", "Born " + born.group(1), sentence)) : Optional.empty();
        return Stream.concat(recordedTier(sentence).stream(), birth.stream());
    }

    private static Optional<Fact> recordedTier(String sentence) {
        Matcher tier = RECORDED_TIER.matcher(sentence);
        if (!tier.find() || HEDGED.matcher(sentence.substring(0, tier.end())).find()) {
            return Optional.empty();
        }
        String level = Stream.of(tier.group(1), tier.group(2)).filter(Objects::nonNull).findFirst().orElseThrow().toLowerCase(Locale.ROOT);
        String shown = level.equals("vip") ? "VIP" : Character.toUpperCase(level.charAt(0)) + level.substring(1);
        return Optional.of(new Fact(Kind.TIER, shown, shown + " member", sentence));
    }

    private static Optional<String> account(String sentence, String asked) {
        Matcher named = ACCOUNT.matcher(sentence);
        if (named.find()) {
            return Optional.of(named.group(1));
        }
        Matcher bare = ACCOUNT_ID.matcher(sentence);
        return ASKS_FOR_ACCOUNT.matcher(asked).find() && bare.find() ? Optional.of(bare.group()) : PRESENTED_ID.matcher(sentence).results().map(id -> id.group(1)).findFirst();
    }

    private static Optional<Fact> address(String sentence) {
        Matcher zip = ZIP.matcher(sentence);
        Matcher city = LIVES.matcher(sentence);
        boolean knownZip = zip.find();
        boolean knownCity = city.find();
        if (!knownZip && !knownCity) {
            return Optional.empty();
        }
        String code = knownZip ? Stream.of(zip.group(1), zip.group(2)).filter(Objects::nonNull).findFirst().orElseThrow() : "";
        String town = knownCity ? city.group(1).replaceAll("[.,]+$", "") : "";
        return Optional.of(new Fact(Kind.ADDRESS, knownZip ? code : town, town + (knownCity && knownZip ? ", " : "") + (knownZip ? "zip code " + code : ""), sentence));
    }

    /** A standing circumstance, in the customer's words. */
    private static Optional<Fact> circumstance(String sentence) {
        Matcher told = CIRCUMSTANCE.matcher(sentence);
        if (sentence.length() > LONGEST_CIRCUMSTANCE || !told.find() || NO_CIRCUMSTANCE.matcher(sentence).find()) {
            return Optional.empty();
        }
        return Optional.of(new Fact(Kind.OTHER, told.group(), sentence.replaceAll("[\\s.!]+$", ""), sentence));
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
