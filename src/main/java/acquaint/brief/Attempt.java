package acquaint.brief;

import acquaint.reply.ContentWords;
import acquaint.reply.Evidence;
import acquaint.reply.Intent;
import acquaint.reply.Spoken;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that was attempted, while a conversation is read: it grows with every sentence that is about it. For one thread. */
final class Attempt {

    enum Result {
        /** It was done, or it helped. */
        WORKED,
        /** It did not work, or there was nothing to be had. */
        FAILED,
        /** The desk said no. */
        REFUSED,
        /** It waits for somebody's word. */
        PENDING
    }

    /** Longer stems differ by their endings. */
    private static final int STEM = 6;
    private static final int BEGINNING = 5;
    /** Words that a sentence of any attempt may have. */
    private static final Set<String> COMMON = ContentWords.in("proceed confirm provide request assist assistance unable unfortunately process successfully possible available information details able help"
            + " happy case currently follow leider moglich bestatigen").stream().map(Attempt::beginning).collect(Collectors.toSet());
    private final List<Set<String>> denied = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<Intent> intents = EnumSet.noneOf(Intent.class);
    private final List<Evidence> evidence = new ArrayList<>();
    private Result result;
    private Spoken said;

    Attempt(Result result, List<Spoken> sentences, Set<Intent> intents) {
        told(result, sentences, intents);
    }

    /** More of the same; the newest word tells what came of it, and is what stands first. */
    void told(Result next, List<Spoken> sentences, Set<Intent> more) {
        result = next;
        said = sentences.getFirst();
        var newest = new ArrayList<Evidence>();
        sentences.forEach(one -> {
            words.addAll(words(one.text()));
            newest.add(one.evidence());
            if (isRefusal()) {
                denied.addAll(Denial.in(one.text()));
            }
        });
        evidence.addAll(0, newest);
        intents.addAll(more);
    }

    /** The same result again: what was said first stays. */
    void repeated(List<Spoken> sentences, Set<Intent> more) {
        sentences.forEach(one -> {
            words.addAll(words(one.text()));
            evidence.add(one.evidence());
            if (isRefusal()) {
                denied.addAll(Denial.in(one.text()));
            }
        });
        intents.addAll(more);
    }

    void became(Result next, Evidence because) {
        result = next;
        evidence.add(because);
    }

    static Set<String> words(String text) {
        return ContentWords.in(text).stream().filter(word -> !COMMON.contains(beginning(word))).map(word -> word.substring(0, Math.min(word.length(), STEM)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(word.length(), BEGINNING));
    }

    /** Which part of the fewer words stands in the other, 0 to 1. */
    double likeness(Set<String> other) {
        return words.size() < other.size() ? ContentWords.share(words, other) : ContentWords.share(other, words);
    }

    /** Whether it is a refusal of the same. */
    boolean denies(Spoken sentence) {
        return isRefusal() && Denial.same(denied, Denial.in(sentence.text()));
    }

    boolean is(Result one) {
        return result == one;
    }

    boolean isRefusal() {
        return result == Result.REFUSED || result == Result.FAILED;
    }

    Set<Intent> intents() {
        return intents;
    }

    Result result() {
        return result;
    }

    Spoken said() {
        return said;
    }

    List<Evidence> evidence() {
        return evidence.stream().distinct().toList();
    }
}
