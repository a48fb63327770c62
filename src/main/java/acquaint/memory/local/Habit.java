package acquaint.memory.local;

import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Conduct that becomes a trait when it is seen in more than one ticket. Each is told by what the customer asks for or chooses,
 * never by what is offered to them. Rules for English.
 */
enum Habit {
    GIFT_CARD("Pays with gift cards", "gift cards?"),
    CREDIT_CARD("Pays by credit card", "(?:credit|debit|master|visa)[ -]?cards?|(?:my|the|another|same|different) card\\b|card (?:ending|on file|that ends)|mastercard|\\bvisa\\b"),
    PAYPAL("Pays with PayPal", "paypal"),
    CERTIFICATE("Pays with certificates", "(?:travel )?certificates?"),
    REFUND_GIFT_CARD("Wants refunds on a gift card", "gift cards?"),
    REFUND_ORIGINAL("Wants refunds the way it was paid", "original (?:payment|method|form|card)|(?:same|original) (?:payment )?(?:method|card|way)"),
    REFUND_PAYPAL("Wants refunds to PayPal", "paypal"),
    REFUND_CARD("Wants refunds to a credit card", "credit card|(?:my|the) card\\b"),
    BUSINESS("Asks for business class", "business(?:[ -]class)?"),
    BASIC_ECONOMY("Asks for basic economy", "basic[ -]economy"),
    ECONOMY("Asks for economy class", "(?<!basic )economy(?:[ -]class)?"),
    BAGS("Travels with checked bags", "(?:checked )?(?:bags?|suitcases?|luggage|baggage)"),
    INSURED("Takes insurance", "insurance"),
    UNINSURED("Declines insurance", "insurance"),
    NONSTOP("Asks for nonstop flights", "non-?stop|direct (?:flights?|one)|(?:without|no) (?:layovers?|stop-?overs?|stops)"),
    FASTEST("Asks for the fastest flights", "(?:fastest|quickest|shortest)"),
    CHEAPEST("Asks for the cheapest flights", "(?:cheapest|lowest[ -]pric\\w+|least expensive|most affordable)"),
    MORNING("Asks for morning flights", "(?:in the |early )?morning|before (?:noon|1[0-2] ?am)"),
    EVENING("Asks for evening flights", "in the evening|evening|after [4-9] ?pm"),
    HUMAN("Asks for a human agent", ""),
    NO_NUMBER("Does not have order or booking numbers at hand", ""),
    COMPENSATION("Asks for compensation", ""),
    CANCELS("Cancels orders or bookings", ""),
    RETURNS("Returns goods", ""),
    EXCHANGES("Exchanges goods", ""),
    CHANGES("Changes orders or bookings", ""),
    PRICE("Looks at the price", "");

    private static final Set<Habit> MEANS = EnumSet.of(GIFT_CARD, CREDIT_CARD, PAYPAL, CERTIFICATE);
    private static final Set<Habit> REFUNDS = EnumSet.of(REFUND_GIFT_CARD, REFUND_ORIGINAL, REFUND_PAYPAL, REFUND_CARD);
    private static final Set<Habit> CABINS = EnumSet.of(BUSINESS, BASIC_ECONOMY, ECONOMY);
    private static final Set<Habit> FLIGHTS = EnumSet.of(NONSTOP, FASTEST, CHEAPEST, MORNING, EVENING);

    private static final Pattern WANTS = Phrase.of("""
            \\b(?:i(?:['’]d| would| want| need|['’]m| am| wanna|['’]ll| will)|please|let['’]s|can (?:you|i|we)|could (?:you|i|we)|go (?:ahead )?with|prefer|use|using|charge|pay|put it\
            |split|looking (?:to|for)|(?:like|want|need|hoping|trying|wish|able|possible) (?:to )?)\\b""");
    private static final Pattern ASKS_ONLY = Phrase.of("""
            \\b(?:how (?:much|many|long)|what(?:['’]s| is| are| would|['’]d)|which|is (?:it|there|that)|are there|do (?:i|you|they)|does|did|was|were|will (?:it|that|there)|why|when|whether|can i (?:still )?(?:get|ask|know|check))\\b""");
    private static final Pattern REFUND = Phrase.of("\\b(?:refund\\w*|returned? to|money back|credited|back to|reimburs\\w*|difference back)\\b");
    private static final Pattern PAYING = Phrase.of("\\b(?:pay(?:ing|ment|s|able)?|charge\\w*|use|using|cover\\w*|appl(?:y|ied)|balance|cost|payment|put|split|with)\\b");
    private static final Pattern NEGATED = Phrase.of("(?:\\b(?:not|no longer|never|without|instead of|rather than)|n['’]t)\\b");
    private static final Pattern ASKED_FOR_PAYMENT = Phrase.of("\\b(?:payment method|method of payment|how (?:would|do) you (?:like|want) to pay|(?:pay|charged?|refunded?)\\b.*\\?)");
    private static final Pattern ASKED_FOR_REFUND = Phrase.of("\\brefund\\w*\\b");

    private static final Pattern UNWANTED = Phrase.of("(?:\\b(?:no|not|without|decline|skip)|n['’]t)\\b[^.!?]{0,30}\\binsurance\\b");
    private static final Pattern LUGGAGE = Phrase.of("\\b(?:add|bring|check|checked|with|have|need|take)\\b");
    private static final Pattern PRESENT_CABIN = Phrase.of("\\b(?:currently|right now|is|was|are|were|booked|from)\\b[^.!?]{0,20}\\b(?:business|basic|economy)");
    private static final Pattern FLYING = Phrase.of("\\b(?:flights?|fly\\w*|trip|travel\\w*|airport|layovers?|depart\\w*|arriv\\w*|nonstop|non-stop)\\b");
    private static final Pattern DOWN = Phrase.of("\\bdowngrad\\w+");
    private static final Pattern UP = Phrase.of("\\bupgrad\\w+");
    private static final Pattern TO_HUMAN = Phrase.of("""
            \\b(?:(?:speak|talk|transfer\\w*|connect\\w*|escalate\\w*|put|get|give|pass|reach|want|need|like)\\b[^.!?]{0,40}\\b(?:human|supervisor|manager|real person|live (?:agent|person)\
            |representative|another agent|some(?:one|body)(?: else| who)|customer service (?:agent|rep\\w*))|(?:human|live) (?:agent|representative|person)\\b[^.!?]{0,20}(?:please|now)\
            |please (?:transfer|escalate)\\b|transfer me\\b)""");
    private static final Pattern AGREES_TO_TRANSFER = Phrase.of("\\b(?:yes|please|sure|okay|ok|fine)\\b[^.!?]{0,40}\\btransfer\\b");
    private static final Pattern NO_TRANSFER = Phrase.of("\\b(?:(?:do|does|would) ?n['’]t|not|no need|rather not|without|prefer not)\\b[^.!?]{0,40}\\b(?:transfer|human|supervisor|agent|representative)");
    private static final Pattern NOT_AT_HAND = Phrase.of("""
            \\b(?:(?:do not|don['’]t|did ?n['’]t|ca(?:n['’]t|nnot)|could ?n['’]t|not|unable to|never)\\b[^.!?]{0,40}\\b(?:remember|recall|have|know|find|sure|recollect|locate|provide|handy)\\b[^.!?]{0,60}\
            \\b(?:(?:order|reservation|booking|confirmation|flight|ticket|item|product)s?['’]?s? ?(?:id|number|code|#|reference|detail)s?|ids?|numbers?|code)\\b\
            |(?:forgot|forgotten|lost|misplaced)\\b[^.!?]{0,40}\\b(?:(?:order|reservation|booking|confirmation) ?(?:id|number|code|#)s?|ids?\\b|numbers?))""");
    private static final Pattern ASKED_FOR_NUMBER = Phrase.of("\\b(?:reservation|order|booking|confirmation) (?:id|number|code)s?\\b");
    private static final Pattern NOT_HAVING = Phrase.of("""
            \\b(?:don['’]t|do not|ca(?:n['’]t|nnot)|not) (?:really |actually |currently )?(?:remember|recall|have|know|sure)\\b[^.!?]{0,25}(?:\\b(?:it|that|one|them|off ?hand|with me|on me|handy|right now|at hand|at the moment)\\b|[.!,]|$)""");
    private static final Pattern COMPENSATED = Phrase.of("""
            \\b(?:compensat\\w+|(?:voucher|certificate|credit|something|refund)\\b[^.!?]{0,30}\\bfor (?:the|my|this|all|such|what) (?:\\w+ )?(?:inconvenience|trouble|delay\\w*|cancel\\w*|problem|hassle|disruption|wait))\\b""");
    private static final Pattern CANCELLING = Phrase.of("\\bcancel(?:l?ing|l?ed|s|lation)?\\b");
    private static final Pattern CANCELLED_ALREADY = Phrase.of("\\b(?:was|were|been|got|is|are|airline|you|they) (?:just |already |being )?cancel|cancel\\w* (?:policy|by the|flight that)|(?:a|the|my) cancell?ed|because|due to|cancellation (?:policy|fee|insurance|certificate)");
    private static final Pattern RETURNING = Phrase.of("\\breturn(?:ing|ed)?\\b(?! (?:trip|flights?|leg|journey|date|from|ticket|portion|time|on|to (?:my|the) (?:original|card|account)|the money|for))");
    private static final Pattern TRIP = Phrase.of("\\b(?:flights?|trip|fly|airport|reservation|one-way|layover|refund\\w* to)\\b");
    private static final Pattern EXCHANGING = Phrase.of("\\b(?:exchang(?:e|ing)|swap(?:ping)?|replac(?:e|ing))\\b");
    private static final Pattern CHANGING = Phrase.of("""
            \\b(?:(?:chang|modify?|modif|updat|upgrad|downgrad|reschedul|switch|mov|adjust|push|edit)(?:e|ing|y|ying|ed|es)?|add(?:ing)?|make (?:a |some )?changes?)\\b""");
    private static final Pattern CHANGED_THING = Phrase.of("""
            \\b(?:flights?|reservations?|bookings?|trips?|orders?|address|dates?|class|cabin|seats?|passengers?|items?|economy|business|return|itinerary|it|them|payment|method|bags?|tickets?|name|t?-?shirts?|products?|size|colou?r)\\b""");
    private static final Pattern NO_CHANGE = Phrase.of("\\bchange of (?:plans?|mind|heart)|chang\\w* my (?:mind|plans?)|changed? (?:plans|by the)|no change");
    private static final Pattern PRICE_WORDS = Phrase.of("""
            \\b(?:cheap\\w*|(?:lowest|lower|best|less|reduced?) (?:price|cost|fare|amount)\\w*|how much(?! (?:balance|of|time|longer|will (?:remain|be left)|remains|is left))|price difference|difference in price|(?:what|tell|know|confirm)\\b[^.!?]{0,40}\\b(?:costs?|prices?|savings?)\\b\
            |sav(?:e|ing|ings) (?:money|will|would|i)|too expensive|discount|afford|least expensive|price match)\\b""");

    private final String text;
    private final Pattern thing;

    Habit(String text, String thing) {
        this.text = text;
        this.thing = Phrase.of("\\b(?:" + (thing.isEmpty() ? "(?!)" : thing) + ")");
    }

    String text() {
        return text;
    }

    /** Each habit that a customer's message shows, with the sentence that shows it; {@code before} is what the agent had just said. */
    static Map<Habit, String> in(Utterance said, Optional<Utterance> before) {
        var shown = new EnumMap<Habit, String>(Habit.class);
        if (said.speaker() == Speaker.CUSTOMER) {
            String asked = before.filter(one -> one.speaker() == Speaker.AGENT).map(Utterance::text).orElse("");
            for (String sentence : Sentences.of(said.text())) {
                for (Habit habit : values()) {
                    if (habit.isShown(sentence, asked)) {
                        shown.putIfAbsent(habit, sentence);
                    }
                }
            }
        }
        return shown;
    }

    private boolean isShown(String sentence, String asked) {
        return switch (this) {
            case HUMAN -> !NO_TRANSFER.matcher(sentence).find() && (TO_HUMAN.matcher(sentence).find() || AGREES_TO_TRANSFER.matcher(sentence).find());
            case NO_NUMBER -> NOT_AT_HAND.matcher(sentence).find() || ASKED_FOR_NUMBER.matcher(asked).find() && NOT_HAVING.matcher(sentence).find();
            case COMPENSATION -> COMPENSATED.matcher(sentence).find();
            case CANCELS -> wants(sentence) && CANCELLING.matcher(sentence).find() && !CANCELLED_ALREADY.matcher(sentence).find() && !negated(sentence, CANCELLING);
            case RETURNS -> wants(sentence) && RETURNING.matcher(sentence).find() && !TRIP.matcher(sentence).find() && !negated(sentence, RETURNING);
            case EXCHANGES -> wants(sentence) && EXCHANGING.matcher(sentence).find() && !negated(sentence, EXCHANGING);
            case CHANGES -> wants(sentence) && CHANGING.matcher(sentence).find() && CHANGED_THING.matcher(sentence).find()
                    && !NO_CHANGE.matcher(sentence).find() && !negated(sentence, CHANGING);
            case PRICE -> PRICE_WORDS.matcher(sentence).find();
            case INSURED -> thing.matcher(sentence).find() && wants(sentence) && !isUninsured(sentence);
            case UNINSURED -> thing.matcher(sentence).find() && isUninsured(sentence);
            case BAGS -> thing.matcher(sentence).find() && wants(sentence) && LUGGAGE.matcher(sentence).find() && !NEGATED.matcher(sentence).find();
            default -> isChosen(sentence, asked);
        };
    }

    private static boolean isUninsured(String sentence) {
        return UNWANTED.matcher(sentence).find();
    }

    private boolean isChosen(String sentence, String asked) {
        if (!thing.matcher(sentence).find() || negated(sentence, thing)) {
            return false;
        }
        boolean refund = REFUND.matcher(sentence).find() || !PAYING.matcher(sentence).find() && ASKED_FOR_REFUND.matcher(asked).find();
        if (MEANS.contains(this)) {
            boolean answers = ASKED_FOR_PAYMENT.matcher(asked).find() && !sentence.endsWith("?");
            return !refund && (answers || wants(sentence) && PAYING.matcher(sentence).find());
        }
        if (REFUNDS.contains(this)) {
            return refund && (wants(sentence) || !asked.isEmpty() && !sentence.endsWith("?"));
        }
        if (CABINS.contains(this)) {
            boolean other = (this == BUSINESS ? DOWN : UP).matcher(sentence).find();
            return !other && wants(sentence) && !PRESENT_CABIN.matcher(sentence).find();
        }
        return FLIGHTS.contains(this) && wants(sentence) && (FLYING.matcher(sentence).find() || FLYING.matcher(asked).find());
    }

    private static boolean wants(String sentence) {
        return WANTS.matcher(sentence).find() && !(sentence.endsWith("?") && ASKS_ONLY.matcher(sentence).lookingAt());
    }

    private static boolean negated(String sentence, Pattern thing) {
        var found = thing.matcher(sentence);
        return found.find() && NEGATED.matcher(sentence.substring(Math.max(0, found.start() - 35), found.start())).find();
    }
}
