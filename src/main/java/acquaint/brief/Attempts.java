package acquaint.brief;

import acquaint.brief.Attempt.Result;
import acquaint.model.Message;
import acquaint.reply.Intent;
import acquaint.reply.Language;
import acquaint.reply.Lexicon;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import acquaint.reply.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a conversation for what was attempted: done, offered, given as steps to try, or refused, each once however often it was said, with what came of it. Looking
 * something up, making sure who writes and offering another person are no attempts. For one conversation, on one thread.
 */
final class Attempts {

    /** Sentences about the same share this part of their words at least; chosen on the development part of the labelled conversations. */
    private static final double SAME = 0.5;
    /** How many characters behind an offer tell whether it is one of talk only. */
    private static final int NEAR = 45;
    private static final List<Lexicon> LEXICONS = Stream.of(Language.values()).map(Lexicon::of).toList();
    private static final List<Topics> TOPICS = LEXICONS.stream().map(Topics::new).toList();
    /** What follows from a deed and is none of its own: the money that comes back, or is charged. */
    private static final Set<Intent> CONSEQUENCES = EnumSet.of(Intent.REFUND, Intent.BILLING, Intent.COMPENSATION);

    private final List<Attempt> all = new ArrayList<>();
    /** What the newest replies offered one after the other, until something else is said. */
    private Optional<Attempt> offered = Optional.empty();
    private Optional<Attempt> last = Optional.empty();
    private boolean confirmed;
    private boolean lacks;

    private Attempts() {}

    /** In the order of what was said; notes tell of attempts, too. */
    static List<Attempt> in(List<Message> conversation) {
        var attempts = new Attempts();
        for (Message message : conversation) {
            switch (message.kind()) {
                case CUSTOMER -> attempts.heard(message);
                case REPLY, NOTE -> attempts.said(message);
                case EVENT -> { }
            }
        }
        return attempts.all;
    }

    static Set<Intent> intents(List<Spoken> sentences) {
        return sentences.stream().flatMap(one -> TOPICS.stream().flatMap(topics -> topics.intents(one.text()).stream()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class)));
    }

    private static boolean points(String sign, String text) {
        return LEXICONS.stream().anyMatch(lexicon -> lexicon.points(sign, text));
    }

    private void heard(Message message) {
        confirmed = points("confirmed", message.text());
        lacks = points("unable", message.text()) && (points("identifier", message.text()) || !message.text().contains("?"));
        for (Spoken one : Spoken.in(message)) {
            if (last.isPresent() && Saying.CONTRADICTED.isIn(one.text())) {
                last.get().became(Result.FAILED, one.evidence());
            } else if (last.isPresent() && last.get().is(Result.PENDING) && Saying.WORKED.isIn(one.text())) {
                last.get().became(Result.WORKED, one.evidence());
            }
        }
        last = Optional.empty();
    }

    /** The sentences of one message, by what they say. */
    private record Sorted(List<Spoken> refused, List<Spoken> done, List<Spoken> offers, List<Spoken> steps, List<Spoken> blocked) {}

    private Sorted sorted(Message message) {
        var sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Spoken one : Spoken.in(message)) {
            String text = Saying.YOURS.without(one.text());
            boolean asks = one.text().endsWith("?");
            if (Saying.NOTFOUND.isIn(text)) {
                continue;
            }
            if (lacks && Saying.BLOCKED.isIn(text)) {
                sorted.blocked.add(one);
            } else if (!asks && (Saying.REFUSED.isIn(text) || Saying.FAILED.isIn(text))) {
                sorted.refused.add(one);
            } else if (Saying.DONE.isIn(text) && !Saying.NOTDONE.isIn(text) && !Saying.CHECKED.isIn(text)) {
                sorted.done.add(one);
            } else if (Saying.STEPS.isIn(text)) {
                sorted.steps.add(one);
            } else if (offers(one.text())) {
                sorted.offers.add(one);
            }
        }
        return sorted;
    }

    /** What is offered, and not only talk of it. */
    private static boolean offers(String text) {
        return !(Saying.ASKED.isIn(text) && text.endsWith("?")) && Saying.OFFER.first(text)
                .filter(offer -> !Saying.NOOFFER.isIn(text.substring(offer.start(), Math.min(text.length(), offer.end() + NEAR)))).isPresent();
    }

    private void said(Message message) {
        Sorted sorted = sorted(message);
        Optional<Attempt> chain = offered;
        offered = Optional.empty();
        if (!sorted.refused.isEmpty()) {
            refuse(sorted.refused, chain);
        }
        done(sorted.done, chain);
        if (!sorted.steps.isEmpty()) {
            last = Optional.of(add(Result.PENDING, sorted.steps));
        }
        if (!sorted.offers.isEmpty()) {
            offered = Optional.of(offer(Result.PENDING, sorted.offers, goesOn(sorted, chain)));
        }
        if (!sorted.blocked.isEmpty()) {
            boolean refused = sorted.blocked.stream().anyMatch(one -> Saying.REFUSED.isIn(one.text()));
            offer(refused ? Result.REFUSED : Result.PENDING, sorted.blocked, Optional.empty());
        }
    }

    /** What was offered before, where this reply says nothing else or offers the same again. */
    private static Optional<Attempt> goesOn(Sorted sorted, Optional<Attempt> chain) {
        boolean only = sorted.refused.isEmpty() && sorted.done.isEmpty();
        return chain.filter(before -> before.is(Result.PENDING) && (only || sorted.offers.stream().anyMatch(one -> before.likeness(Attempt.words(one.text())) > 0)));
    }

    private Attempt add(Result result, List<Spoken> sentences) {
        var attempt = new Attempt(result, sentences, intents(sentences));
        all.add(attempt);
        return attempt;
    }

    /** Each sentence is told with what it repeats; what repeats nothing is one more attempt. */
    private void refuse(List<Spoken> sentences, Optional<Attempt> chain) {
        boolean repeats = false;
        for (Spoken one : sentences) {
            Optional<Attempt> again = all.stream().filter(each -> each.denies(one)).findFirst();
            again.ifPresent(each -> each.repeated(List.of(one), intents(List.of(one))));
            repeats |= again.isPresent();
        }
        if (!repeats) {
            Result result = sentences.stream().anyMatch(one -> Saying.FAILED.isIn(one.text())) ? Result.FAILED : Result.REFUSED;
            chain.filter(_ -> confirmed).ifPresentOrElse(open -> open.told(result, sentences, intents(sentences)), () -> add(result, sentences));
        }
    }

    private void done(List<Spoken> sentences, Optional<Attempt> chain) {
        Optional<Attempt> open = chain;
        Optional<Attempt> before = Optional.empty();
        for (Spoken one : sentences) {
            List<Spoken> alone = List.of(one);
            Set<Intent> intents = intents(alone);
            if (before.isPresent() && follows(before.get(), intents)) {
                before.get().repeated(alone, Set.of());
                continue;
            }
            Optional<Attempt> meant = open.or(() -> like(alone, each -> each.is(Result.PENDING)))
                    .or(() -> all.reversed().stream().filter(each -> each.is(Result.PENDING) && shares(each.intents(), intents)).findFirst());
            open = Optional.empty();
            meant.ifPresent(each -> each.told(Result.WORKED, alone, intents));
            before = Optional.of(meant.orElseGet(() -> add(Result.WORKED, alone)));
        }
        last = before.or(() -> last);
    }

    private static boolean follows(Attempt before, Set<Intent> intents) {
        return intents.stream().allMatch(one -> CONSEQUENCES.contains(one) || before.intents().contains(one));
    }

    private static boolean shares(Set<Intent> some, Set<Intent> others) {
        return some.stream().anyMatch(one -> !CONSEQUENCES.contains(one) && others.contains(one));
    }

    private Attempt offer(Result result, List<Spoken> sentences, Optional<Attempt> chain) {
        Set<Intent> intents = intents(sentences);
        Optional<Attempt> same = chain.or(() -> like(sentences, one -> one.is(Result.PENDING)))
                .or(() -> all.reversed().stream().filter(one -> one.is(Result.PENDING) && one.intents().stream().anyMatch(intents::contains)).findFirst());
        same.ifPresent(one -> one.told(result, sentences, intents(sentences)));
        return same.orElseGet(() -> add(result, sentences));
    }

    private Optional<Attempt> like(List<Spoken> sentences, Predicate<Attempt> which) {
        Set<String> words = sentences.stream().flatMap(one -> Attempt.words(one.text()).stream()).collect(Collectors.toSet());
        return all.stream().filter(which).filter(one -> one.likeness(words) >= SAME).max(Comparator.comparingDouble(one -> one.likeness(words)));
    }
}
