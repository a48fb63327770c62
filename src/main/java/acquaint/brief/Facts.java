package acquaint.brief;

import acquaint.model.Message;
import acquaint.reply.Cite;
import acquaint.reply.Claims;
import acquaint.reply.Evidence;
import acquaint.reply.Language;
import acquaint.reply.Lexicon;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what the desk looked up from what only the customer says. For one request, on one thread. */
final class Facts {

    private static final int MOST = 6;
    private static final int MOST_DETAILS = 12;
    private static final List<Lexicon> LEXICONS = Stream.of(Language.values()).map(Lexicon::of).toList();
    /** Order numbers, amounts, dates in figures: what the desk repeats only when it is so. */
    private static final Pattern FIGURE = Pattern.compile("#?\\b(?=[\\p{Alnum}_-]*\\d)[\\p{Alnum}_-]{3,}\\b|[$€£]\\s?\\d[\\d.,]*");
    private static final Pattern MEMBER = Pattern.compile("\\b(regular|basic|bronze|silver|gold|platinum|diamond|premium|vip)\\b(?=[ -](?:member|status|tier|customer|level|kund|mitglied))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STATES = Pattern.compile("\\b(?:is|are|was|were|am|has|had|have|did|got|received|ordered|paid|bought|booked|said|told|read|charged|arrived|broke|came|sent|covers?|includes?|shows?|works?"
            + "|ist|sind|war|waren|bin|habe|hat|haben|hatte|wurden?|kam|steht|zeigt)\\b|(?<=\\p{L})'(?:s|m|re|ve)\\b|n't\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NAMED = Pattern.compile(MEMBER.pattern() + "|\\b(?:my|the|our) (?:\\p{L}+ ){1,3}(?:is|was|are)\\b(?!.*\\bnot\\b)|\\b(?:meine?|die|der|unsere?) (?:\\p{L}+ ?){1,2} (?:ist|lautet|war)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OPINION = Pattern.compile("^\\W*(?:(?:alright|ok|okay|well|hmm|so|then|and|but),? )*(?:i (?:think|guess|hope|suppose|understand|see|appreciate)|i'll|i will|let's|maybe|that's|that is|this is|it's just|ich (?:denke|glaube|hoffe|verstehe))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Claims claims = new Claims();
    private final BriefRequest request;
    private final BriefWords words;
    private final List<BriefLine> verified = new ArrayList<>();
    private final List<BriefLine> claimed = new ArrayList<>();

    Facts(BriefRequest request, BriefWords words) {
        this.request = request;
        this.words = words;
        List<Message> conversation = request.material().conversation();
        conversation.stream().filter(message -> message.isFrom(Message.Kind.REPLY) || message.isFrom(Message.Kind.NOTE)).forEach(this::lookedUp);
        conversation.stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).forEach(this::said);
    }

    List<BriefLine> verified() {
        return verified.stream().limit(MOST).toList();
    }

    /** Without what the brief tells as the issue already, unless there is more to say of it. */
    List<BriefLine> claimed(List<BriefLine> issue) {
        Set<String> asked = issue.stream().map(BriefLine::text).collect(Collectors.toSet());
        return claimed.stream().filter(line -> line.detail().isPresent() || !asked.contains(line.text())).limit(MOST).toList();
    }

    /** A sentence that ends with a colon is told with the entries of the list under it. */
    private void lookedUp(Message message) {
        List<Spoken> sentences = Spoken.in(message);
        for (int i = 0; i < sentences.size(); i++) {
            Spoken one = sentences.get(i);
            if (isLookedUp(one.text())) {
                List<Spoken> details = one.text().endsWith(":") ? entries(sentences.subList(i + 1, sentences.size())) : List.of();
                Optional<String> listed = details.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", details.stream().map(Spoken::text).toList()));
                verified.add(BriefLine.found(ComposedBrief.plain(one), listed, Stream.concat(Stream.of(one), details.stream()).map(Spoken::evidence).toList()));
            }
        }
    }

    private static boolean isLookedUp(String sentence) {
        return Saying.CHECKED.isIn(sentence) && Stream.of(Saying.NOTFOUND, Saying.REFUSED, Saying.FAILED).noneMatch(other -> other.isIn(sentence)) && !sentence.endsWith("?");
    }

    private static List<Spoken> entries(List<Spoken> following) {
        return following.stream().takeWhile(one -> !one.text().matches(".*[.!?]$")).limit(MOST_DETAILS).toList();
    }

    private void said(Message message) {
        for (Spoken one : Spoken.in(message)) {
            if (!one.text().endsWith("?") && STATES.matcher(one.text()).find() && claims.says(one.text()) && !isWish(one.text())) {
                Optional<BriefLine> confirmed = confirmed(one);
                confirmed.ifPresentOrElse(verified::add, () -> claimed.add(claim(one)));
            }
        }
    }

    /** What is wanted, not known, thought or closed is no fact; who somebody is and which number something has are, however they are said. */
    private static boolean isWish(String sentence) {
        return !NAMED.matcher(sentence).find() && (OPINION.matcher(sentence).find()
                || LEXICONS.stream().anyMatch(lexicon -> Stream.of("request", "unable", "closing", "thanks", "goahead").anyMatch(sign -> lexicon.points(sign, sentence))));
    }

    /** Confirmed where the desk afterwards says each figure of it; a question to the customer confirms nothing. */
    private Optional<BriefLine> confirmed(Spoken one) {
        Set<String> figures = figures(one.text());
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        return request.material().conversation().stream().filter(reply -> reply.isFrom(Message.Kind.REPLY) && reply.position() > one.message().position())
                .flatMap(reply -> Spoken.in(reply).stream()).filter(said -> !said.text().endsWith("?") && !Saying.NOTFOUND.isIn(said.text()) && figures(said.text()).containsAll(figures))
                .findFirst().map(said -> BriefLine.found(one.text(), Optional.of(words.say("confirmed")), List.of(one.evidence(), said.evidence())));
    }

    private static Set<String> figures(String sentence) {
        var figures = new HashSet<String>();
        FIGURE.matcher(sentence).results().map(MatchResult::group).map(figure -> figure.replaceAll("^[#W]+", "").toLowerCase(Locale.ROOT)).forEach(figures::add);
        return figures;
    }

    /** What the record says otherwise stands beside it. */
    private BriefLine claim(Spoken one) {
        Optional<String> tier = request.material().customer().tier();
        var named = MEMBER.matcher(one.text());
        if (tier.isPresent() && named.find() && !named.group(1).equalsIgnoreCase(tier.get())) {
            Evidence record = Cite.record(request.material().customer(), tier.get());
            return BriefLine.found(one.text(), Optional.of(words.say("record.says", "value", tier.get())), List.of(one.evidence(), record));
        }
        return BriefLine.found(one.text(), Optional.empty(), List.of(one.evidence()));
    }
}
