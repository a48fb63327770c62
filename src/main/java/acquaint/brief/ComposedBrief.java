package acquaint.brief;

import acquaint.model.Message;
import acquaint.reply.Cite;
import acquaint.reply.Claims;
import acquaint.reply.Intent;
import acquaint.reply.Spoken;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a brief without a language model: what was said, as it was said, in the parts where it belongs. The same request gives the same brief. */
final class ComposedBrief {

    private static final int MOST_TRIED = 15;
    private static final int MOST_QUESTIONS = 4;
    private static final int FIRST_WORDS = 3;
    private static final int MOST_ISSUE = 6;

    private final BriefRequest request;
    private final BriefWords words;
    private final ZoneId zone;
    private final Claims claims = new Claims();

    ComposedBrief(BriefRequest request, Locale reader, ZoneId zone) {
        this.request = request;
        this.zone = zone;
        words = new BriefWords(reader, zone);
    }

    Brief write() {
        List<Message> conversation = request.material().conversation();
        List<Attempt> attempts = Attempts.in(conversation);
        var person = new Person(request, words);
        var facts = new Facts(request, words);
        var promised = new Promised(request, words, zone);
        var questions = new Questions(conversation);
        var outlook = new Outlook(request, words, attempts, questions);
        Map<BriefPart, List<BriefLine>> lines = new EnumMap<>(BriefPart.class);
        lines.put(BriefPart.CUSTOMER, person.summary());
        List<BriefLine> issue = issue();
        lines.put(BriefPart.ISSUE, issue);
        lines.put(BriefPart.WHY, outlook.why());
        lines.put(BriefPart.TRIED, tried(attempts));
        lines.put(BriefPart.PROMISED, promised.lines());
        lines.put(BriefPart.VERIFIED, facts.verified());
        lines.put(BriefPart.CLAIMED, facts.claimed(issue));
        lines.put(BriefPart.MOOD, mood());
        lines.put(BriefPart.HISTORY, person.history());
        lines.put(BriefPart.OPEN_QUESTIONS, open(questions));
        lines.put(BriefPart.RISK, Threats.risks(conversation, words));
        lines.put(BriefPart.DECISION, outlook.decision());
        lines.put(BriefPart.NEXT_STEP, outlook.next(promised, person));
        return new Brief(request.material().ticket().id(), request.now(), lines, Optional.empty());
    }

    /** What the customer came with, and the first sentence of each further matter. */
    private List<BriefLine> issue() {
        List<Message> said = request.material().conversation().stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).toList();
        if (said.isEmpty()) {
            return List.of(BriefLine.found(request.material().ticket().subject(), Optional.empty(), List.of(Cite.subject(request.material().ticket()))));
        }
        var told = new ArrayList<Spoken>(saying(said.getFirst()).stream().limit(FIRST_WORDS).toList());
        Set<Intent> known = told.isEmpty() ? EnumSet.noneOf(Intent.class) : Attempts.intents(told);
        for (Message message : said.subList(1, said.size())) {
            saying(message).stream().filter(one -> !known.containsAll(Attempts.intents(List.of(one)))).findFirst().ifPresent(one -> {
                known.addAll(Attempts.intents(List.of(one)));
                told.add(one);
            });
        }
        return told.stream().limit(MOST_ISSUE).map(one -> BriefLine.found(one.text(), Optional.empty(), List.of(one.evidence()))).toList();
    }

    /** The sentences that say something; all of them where none does. */
    private List<Spoken> saying(Message message) {
        List<Spoken> all = Spoken.in(message);
        List<Spoken> saying = all.stream().filter(one -> claims.says(one.text())).toList();
        return saying.isEmpty() ? all : saying;
    }

    private List<BriefLine> tried(List<Attempt> attempts) {
        return attempts.subList(Math.max(0, attempts.size() - MOST_TRIED), attempts.size()).stream()
                .map(one -> BriefLine.found(plain(one.said()), Optional.of(words.result(one.result())), one.evidence())).toList();
    }

    /** Without the colon that announces a list. */
    static String plain(Spoken sentence) {
        return sentence.text().replaceFirst("\\s*:$", "");
    }

    /** The course in one line where it changes, and each turn with its words. */
    private List<BriefLine> mood() {
        List<Mood.Change> course = Mood.course(request.material().conversation());
        var lines = new ArrayList<BriefLine>();
        if (course.size() > 1) {
            String told = course.stream().map(one -> words.mood(one.mood())).collect(Collectors.joining(" → "));
            lines.add(BriefLine.found(told, Optional.of(words.mood(course.getLast().mood())), course.stream().map(one -> one.sentence().evidence()).toList()));
        }
        course.stream().filter(one -> one.mood() != Mood.CALM || course.size() == 1)
                .forEach(one -> lines.add(BriefLine.found(one.sentence().text(), Optional.of(words.mood(one.mood())), List.of(one.sentence().evidence()))));
        return lines;
    }

    private List<BriefLine> open(Questions questions) {
        var lines = new ArrayList<BriefLine>();
        questions.ofCustomer().stream().limit(MOST_QUESTIONS)
                .forEach(one -> lines.add(BriefLine.found(one.text(), Optional.of(words.say("asked.customer")), List.of(one.evidence()))));
        questions.ofDesk().reversed().stream().limit(MOST_QUESTIONS)
                .forEach(one -> lines.add(BriefLine.found(one.text(), Optional.of(words.say("asked.desk", "agent", one.message().author())), List.of(one.evidence()))));
        return lines;
    }
}
