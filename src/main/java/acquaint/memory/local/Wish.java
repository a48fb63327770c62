package acquaint.memory.local;

import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import acquaint.model.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the customer wanted, in the customer's words: the first messages without greetings, thanks and the exchange of
 * names and numbers. {@code sources} are the messages used.
 */
record Wish(String subject, String summary, List<MessageId> sources) {

    private static final int SUBJECT_LENGTH = 100;
    private static final int SUMMARY_LENGTH = 240;
    /** A first message shorter than this ("I need some help with my orders") is completed from the ones that follow. */
    private static final int ENOUGH = 110;

    private static final Pattern OPENING = Phrase.of("""
            ^(?:(?:(?:hi|hello|hey|hallo|guten tag|bonjour|hola|greetings|good (?:morning|afternoon|evening|day)|dear \\p{L}+)(?: there| again| team| all)?\
            |but|and|so|also|well)(?:[\\s,.!;:–—-]+|$)\
            |(?:sure(?: thing)?|certainly|of course|absolutely|yes|yeah|yep|no|ok|okay|alright|great|perfect|thanks|thank you(?: (?:so|very) much)?\
            |i understand|i see|got it|oh|sorry(?: about that)?|i'm sorry|no problem|actually|however|please note\
            |(?-i:I['’]m \\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+, and))(?:\\s*[,.!;:–—-]+\\s*|$|(?<=, and)\\s+))""");
    private static final Pattern WANTS = Phrase.of("""
            \\b(?:need|needs|want|wanted|wish|like to|looking (?:to|for|into)|trying|hoping|can (?:you|i|we)|could (?:you|i|we)|is it possible\
            |possible to|is there|please|how|when|where|why|what|which|cancel\\w*|chang\\w+|return\\w*|exchang\\w+|refund\\w*|modif\\w+|upgrad\\w+\
            |book\\w*|missing|broken?|delay\\w*|problem|issue|wrong|mistake\\w*|reason|damaged|late|lost|never)\\b""");
    private static final Pattern SMALL_TALK = Phrase.of("""
            ^(?:thank|thanks|i (?:really )?appreciate|i hope (?:you|this|all)|(?:i )?hope (?:you|you're)|have a|how are you|nice to|you're welcome|you too\
            |that's all|that is all|that will be|that'll be|bye|goodbye|take care|talk soon)\\b.*""");
    private static final Pattern IDENTITY = Phrase.of("""
            \\b(?:my (?:first |last |full )?name|user ?(?:id|name)|zip|postal code|date of birth|e-?mail(?: address)? is|my e-?mail\
            |don['’]t (?:have|remember|know) (?:the|my|it)|can['’]t (?:remember|find)|handy|with me right now\
            |(?:order|reservation|booking|confirmation) (?:id|number|code|reference)s?)\\b""");
    private static final Pattern CONSENT = Phrase.of("""
            \\b(?:proceed|go ahead|confirm\\w*|that['’]s (?:correct|right|fine|all|it|perfect)|looks? (?:good|right)|transfer\\w*|human agent|supervisor\
            |look (?:it|them|that) up|check again|try again|still help|clarify that|(?:another|other) way|get back to you|sounds good|works for me)\\b\
            |\\b(?:help|assist)(?: me)?(?: with (?:that|this|it))?(?:, please| please)?\\W*$""");
    /** "Excuse me." or "Please." says nothing; scripts without blanks between words say more in as few. */
    private static final Pattern TOO_SHORT = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}'’]*(?: [\\p{IsLatin}'’]+)?[.!?…]*");
    private static final Pattern NAMES_A_MATTER = Pattern.compile("#\\w{4,}|\\b(?=[A-Z0-9]*\\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,12}\\b");

    static Wish of(List<Utterance> session) {
        List<Utterance> said = session.stream().filter(u -> u.speaker() == Speaker.CUSTOMER).toList();
        List<Utterance> heard = said.isEmpty() ? session.stream().limit(1).toList() : said;
        StringBuilder summary = new StringBuilder();
        Set<MessageId> sources = new LinkedHashSet<>();
        for (Utterance utterance : heard) {
            for (String sentence : substance(utterance, summary.isEmpty())) {
                if (summary.length() < ENOUGH) {
                    summary.append(summary.isEmpty() ? "" : " ").append(sentence);
                    sources.add(utterance.id());
                }
            }
        }
        if (summary.isEmpty()) {
            heard.stream().limit(1).forEach(first -> {
                summary.append(String.join(" ", Sentences.of(first.text())));
                sources.add(first.id());
            });
        }
        return new Wish(subject(session, heard), Sentences.cut(summary.toString(), SUMMARY_LENGTH), List.copyOf(sources));
    }

    private static String subject(List<Utterance> session, List<Utterance> heard) {
        return session.stream()
                .filter(u -> u.speaker() == Speaker.SUBJECT && !u.text().isBlank())
                .findFirst()
                .map(u -> u.text().strip().replaceAll("\\s+", " "))
                .or(() -> heard.stream().flatMap(u -> substance(u, true).stream()).findFirst())
                .or(() -> heard.stream().flatMap(u -> Sentences.of(u.text()).stream()).findFirst())
                .map(text -> Sentences.cut(text, SUBJECT_LENGTH))
                .orElse("");
    }

    /** Of a first message all that is not small talk; of later ones only what asks for something more. */
    static List<String> substance(Utterance utterance, boolean first) {
        List<String> substance = new ArrayList<>();
        for (String sentence : Sentences.of(utterance.text())) {
            String rest = withoutOpening(sentence);
            boolean empty = rest.isBlank() || TOO_SHORT.matcher(rest).matches() || SMALL_TALK.matcher(rest).find() || CONSENT.matcher(rest).find();
            boolean identity = IDENTITY.matcher(rest).find() && !(first && NAMES_A_MATTER.matcher(rest).find());
            if (!empty && !identity && (first || WANTS.matcher(rest).find())) {
                substance.add(capitalised(rest));
            }
        }
        return substance;
    }

    private static String withoutOpening(String sentence) {
        String rest = sentence;
        String before;
        do {
            before = rest;
            rest = OPENING.matcher(rest).replaceFirst("");
        } while (!rest.equals(before));
        return rest;
    }

    private static String capitalised(String text) {
        int first = text.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + text.substring(Character.charCount(first));
    }
}
