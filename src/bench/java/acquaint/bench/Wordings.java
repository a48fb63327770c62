package acquaint.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Invented support talk: sentences with gaps, filled from word lists. The front of each list is taken far more often than
 * its end, as words are in real desks, so that a filter finds anything from one ticket to thousands.
 */
final class Wordings {

    /** Above 1: the higher, the more the first words of a list are preferred. */
    private static final double SKEW = 2.2;

    private static final List<String> FIRST_NAMES = words("""
            Maria Ana James Fatima Lukas Chen Olga Peter Amira José Nina David Priya Tom Elena Kwame Ingrid Omar Julia Marek \
            Sofia Daniel Aisha Paul Renée Hiro Carla Jonas Leila Victor Emma Noah Zoë Ravi Helga Bruno Selin Andrej Mia Thabo \
            Clara Felix Yuki Pedro Hanna Igor Lucía Samir Astrid Kofi Greta Ali Vera Björn Rosa Malik Iris Hugo Dana Tariq \
            Lena Oskar Mei Ivan Petra Luis Freya Anton Noor Simon Ada Emil Salma Erik Judith Mateo Alma Nils Farah Ruben""");
    private static final List<String> LAST_NAMES = words("""
            Schmidt Garcia Smith Kowalski Nguyen Müller Rossi Silva Khan Okafor Novak Jensen Dubois Tanaka Ivanova Costa Brown \
            Weber Haddad Lindqvist Moreau Patel Ferrari Mensah Andersen Horvat Santos Fischer Yilmaz Petrov Martin Wagner \
            Romano Becker Jones Sato Björk Castillo Dvořák Eriksen Fontaine Grünwald Hossain Ito Jansen Kaya Larsen Meyer \
            Nowak Oliveira Pavlov Quist Reyes Sørensen Torres Ueda Vogel Walsh Xu Young Zimmermann Abbas Blum Cruz Diallo""");
    private static final List<String> PRODUCTS = lines("""
            kettle, tent, headlamp, backpack, coffee grinder, rain jacket, bicycle light, desk lamp, sleeping bag, water filter, \
            toaster, hiking boots, espresso machine, camping stove, office chair, thermos flask, blender, yoga mat, phone case, \
            travel adapter, wool blanket, garden hose, cordless drill, baby monitor, electric razor, picture frame, umbrella, \
            wall clock, bread knife, pannier bag, air purifier, hammock, snow shovel, piano bench, fountain pen, card reader, \
            curtain rail, ski goggles, dehumidifier, sewing machine, telescope, kayak paddle, beehive frame, loom shuttle""");
    private static final List<String> PROBLEMS = lines("""
            does not switch on, arrived damaged, is missing a part, has not arrived, leaks, was charged twice, is the wrong size, \
            makes a loud noise, stopped after a week, will not charge, came in the wrong colour, smells of burning, \
            cannot be cancelled, shows the wrong price, has a torn seam, wobbles, overheats, has a cracked handle, \
            does not match the manual, was sent to my old address, will not pair, rusts at the joint, has no invoice""");
    private static final List<String> CITIES = words("""
            Berlin Madrid Lisbon Kraków Leeds Lyon Turin Graz Malmö Utrecht Porto Bilbao Gdańsk Bergen Ghent Basel Brno Aarhus \
            Tartu Cork Split Varna Cuenca Zürich Trieste Oulu Dundee Lübeck Nantes Faro""");
    private static final List<String> ASKED = lines("""
            My {product} from order {order} {problem}.|Hello, I bought a {product} in {city} and it {problem}.|\
            Could you tell me when order {order} will be here?|I have tried what the manual says, without luck.|\
            It is the second time that this happens to me.|Please send the replacement to {city}, not to my old address.|\
            I need it before {day}, because we leave then.|The tracking page has said the same for {number} days.|\
            Thank you, that was quick.|Is there anything else that I should try?|I can send you a picture if that helps.|\
            I paid {amount} and the invoice says {amount}.|Please always e-mail me, I cannot be called at work.|\
            I would rather have my money back than wait for another {product}.|My colleague has the same {product} and hers works.|\
            Please never call me before {number} in the morning.|My phone number is +49 30 55{number}{number}1{number}.|\
            What would {product} repair cost me outside the warranty?|I am allergic to wool, so the {product} has to be cotton.|\
            The parcel shop in {city} says it has never seen it.|I do not understand the last line of your message.""");
    private static final List<String> ANSWERED = lines("""
            I am sorry to hear that your {product} {problem}.|I have ordered a new {product} for you; it leaves on {day}.|\
            We refunded {amount} to the card that you paid with.|Order {order} is in {city} and should reach you on {day}.|\
            Could you please send us a picture of it?|Please hold the button for {number} seconds and try again.|\
            You need not send the old {product} back.|The label for the return is attached; it is paid for.|\
            I have corrected the address; the parcel goes to {city}.|Is there anything else that I can do for you?|\
            Our workshop will look at it and write to you within {number} days.|The warranty covers this until {day}.|\
            Charging it overnight with the cable from the box solved it for others.|I have cancelled the second payment of {amount}.|\
            Thank you for your patience.|I gave this to a colleague in {city} who knows the {product} best.""");
    private static final List<String> NOTED = lines("""
            Called the carrier: lost between hubs, claim {order}.|Warehouse has {number} left of the {product}.|\
            Customer was promised {amount} in an earlier ticket.|Third {product} from this batch, told quality.|\
            Waiting for the workshop in {city}.|Please do not offer another discount here.""");
    private static final List<String> DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");

    private Wordings() {}

    static String name(RandomGenerator random) {
        return pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random);
    }

    static String city(RandomGenerator random) {
        return pick(CITIES, random);
    }

    static String subject(RandomGenerator random) {
        String product = pick(PRODUCTS, random);
        return Character.toUpperCase(product.charAt(0)) + product.substring(1) + " " + pick(PROBLEMS, random);
    }

    static String asked(RandomGenerator random) {
        return said(ASKED, 1 + random.nextInt(5), random);
    }

    static String answered(RandomGenerator random) {
        return said(ANSWERED, 1 + random.nextInt(5), random);
    }

    static String noted(RandomGenerator random) {
        return said(NOTED, 1, random);
    }

    static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get((int) (list.size() * Math.pow(random.nextDouble(), SKEW)));
    }

    private static String said(List<String> sentences, int count, RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Now and then a new paragraph, so that heights differ as they do in mail.
            text.append(i == 0 ? "" : random.nextInt(4) == 0 ? "\n\n" : " ");
            fill(pick(sentences, random), text, random);
        }
        return text.toString();
    }

    private static void fill(String sentence, StringBuilder text, RandomGenerator random) {
        int from = 0;
        for (int gap = sentence.indexOf('{'); gap >= 0; gap = sentence.indexOf('{', from)) {
            int end = sentence.indexOf('}', gap);
            text.append(sentence, from, gap).append(filling(sentence.substring(gap + 1, end), random));
            from = end + 1;
        }
        text.append(sentence, from, sentence.length());
    }

    private static String filling(String gap, RandomGenerator random) {
        return switch (gap) {
            case "product" -> pick(PRODUCTS, random);
            case "problem" -> pick(PROBLEMS, random);
            case "city" -> pick(CITIES, random);
            case "day" -> pick(DAYS, random);
            case "order" -> "A-" + (100_000 + random.nextInt(900_000));
            case "amount" -> "€" + (5 + random.nextInt(300)) + ".90";
            case "number" -> Integer.toString(2 + random.nextInt(8));
            default -> throw new IllegalArgumentException(gap);
        };
    }

    private static List<String> words(String words) {
        return List.of(words.strip().split("\\s+"));
    }

    private static List<String> lines(String lines) {
        return List.of(lines.strip().split(lines.contains("|") ? "\\|\\s*" : ",\\s*"));
    }
}
