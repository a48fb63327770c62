package acquaint.brief;

import acquaint.brief.Attempt.Result;
import acquaint.memory.ProfileItem;
import acquaint.model.HandoffCause;
import acquaint.model.Message;
import acquaint.reply.Cite;
import acquaint.reply.Claims;
import acquaint.reply.Evidence;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a ticket is handed over, what is to be decided, and what comes next, as far as the conversation tells. For one request. */
final class Outlook {

    private static final int MOST_LIMITS = 3;
    private static final int MOST_DEMANDS = 2;
    /** Less is an answer, and no wish. */
    private static final int FEWEST_WORDS = 5;

    private final BriefRequest request;
    private final BriefWords words;
    private final List<Attempt> attempts;
    private final Questions questions;
    private final Claims claims = new Claims();

    Outlook(BriefRequest request, BriefWords words, List<Attempt> attempts, Questions questions) {
        this.request = request;
        this.words = words;
        this.attempts = attempts;
        this.questions = questions;
    }

    private List<Spoken> demands() {
        return Threats.human(request.material().conversation());
    }

    List<BriefLine> why() {
        var lines = new ArrayList<BriefLine>();
        request.cause().ifPresent(cause -> lines.add(new BriefLine(cause.words(), Optional.of(words.cause(cause.kind())),
                cause.kind() == HandoffCause.AGENT ? List.of() : List.of(newest()), cause.kind() == HandoffCause.AGENT)));
        demands().stream().limit(MOST_DEMANDS).map(one -> BriefLine.found(one.text(), Optional.of(words.cause(HandoffCause.CUSTOMER)), List.of(one.evidence()))).forEach(lines::add);
        return lines;
    }

    /** What waits since when: the customer's last word, or the subject where there is none. */
    private Evidence newest() {
        return said().map(message -> Spoken.in(message).stream().findFirst()).flatMap(one -> one.map(Spoken::evidence).stream()).findFirst()
                .orElseGet(() -> Cite.subject(request.material().ticket()));
    }

    private Stream<Message> said() {
        return request.material().conversation().reversed().stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER));
    }

    List<BriefLine> decision() {
        Optional<Attempt> refused = attempts.reversed().stream().filter(one -> one.is(Result.REFUSED)).findFirst();
        Optional<BriefLine> exception = refused.flatMap(one -> wish(one).map(wish -> line(words.say("decision.exception", "wish", wish.text()), wish.evidence(), one.said().evidence())));
        Optional<BriefLine> offer = attempts.reversed().stream().filter(one -> one.is(Result.PENDING)).findFirst()
                .map(one -> line(words.say("decision.offer", "offer", one.said().text()), one.said().evidence()));
        Optional<BriefLine> takeover = demands().stream().findFirst().map(one -> line(words.say("decision.takeover"), one.evidence()));
        Optional<BriefLine> answer = questions.ofCustomer().stream().findFirst().map(one -> line(words.say("decision.answer", "question", one.text()), one.evidence()));
        return Stream.of(exception.or(() -> offer), takeover).flatMap(Optional::stream).findFirst().or(() -> answer).stream().toList();
    }

    /** The customer's newest question that it answers, or else the last wish before it was refused first. */
    private Optional<Spoken> wish(Attempt refused) {
        LongSummaryStatistics at = refused.evidence().stream().flatMap(evidence -> request.material().conversation().stream().filter(message -> message.id().value().equals(evidence.ref())))
                .collect(Collectors.summarizingLong(Message::position));
        List<Spoken> all = said().filter(message -> message.position() < at.getMax()).flatMap(message -> Spoken.in(message).stream())
                .filter(one -> one.text().split(" ").length >= FEWEST_WORDS).toList();
        List<Spoken> before = all.stream().filter(one -> one.message().position() < at.getMin()).toList();
        return all.stream().filter(one -> one.message().position() >= at.getMin() - 1 && Questions.asks(one.text())).findFirst()
                .or(() -> before.stream().filter(this::wants).findFirst()).or(() -> before.stream().findFirst());
    }

    private boolean wants(Spoken one) {
        return one.text().endsWith("?") ? Questions.asks(one.text()) : claims.says(one.text()) && !Saying.RELIEF.isIn(one.text());
    }

    List<BriefLine> next(Promised promised, Person person) {
        var lines = new ArrayList<BriefLine>();
        questions.ofCustomer().stream().limit(1).map(one -> line(words.say("next.answer", "question", one.text()), one.evidence())).forEach(lines::add);
        questions.ofDesk().reversed().stream().limit(1).map(one -> line(words.say("next.ask", "question", one.text()), one.evidence())).forEach(lines::add);
        promised.next().map(one -> line(words.say("next.promise", "date", words.day(one.due().orElseThrow()), "promise", one.text()), one.evidence())).ifPresent(lines::add);
        attempts.reversed().stream().filter(one -> one.is(Result.REFUSED)).limit(MOST_LIMITS)
                .map(one -> line(words.say("next.limit", "refusal", one.said().text()), one.said().evidence())).forEach(lines::add);
        person.preferences().findFirst().map(this::wish).ifPresent(lines::add);
        return lines;
    }

    private BriefLine wish(ProfileItem preference) {
        return line(words.say("next.contact", "wish", preference.text()), Cite.profile(preference));
    }

    private static BriefLine line(String text, Evidence... evidence) {
        return BriefLine.found(text, Optional.empty(), List.of(evidence));
    }
}
