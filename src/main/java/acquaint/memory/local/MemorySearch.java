package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.memory.local.Ranking.Ranked;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers questions from one state of the index and of memory's file. For the thread that asks; not shared. */
final class MemorySearch {

    /** Where little matches, so many of the newest episodes say at least who this is. */
    private static final int NEWEST = 3;
    /** Of a session at hand that was never flushed, so much of its end is told. */
    private static final int PENDING = 50;
    /** So many of a customer's newest memories are compared by their meaning; older ones are found by their words. */
    private static final int COMPARED = 5_000;

    /** So many of others' newest episodes are compared one by one where vectors are too long for the index; some 100 ms. */
    private static final int SCANNED = 20_000;

    private final WordHits hits;
    private final Tables tables;
    private final WordAnalyzer analyzer;

    MemorySearch(WordHits hits, Tables tables, WordAnalyzer analyzer) {
        this.hits = hits;
        this.tables = tables;
        this.analyzer = analyzer;
    }

    Recall recall(Asked asked) throws IOException {
        RecallRequest request = asked.request();
        boolean byWords = request.method() != SearchMethod.VECTOR || asked.meaning().isEmpty();
        Reading question = reading(asked, hits.languages(request.customer()));
        // While words are looked for, a model tells what the question means.
        List<WordHits.Hit> messagesByWords = byWords ? hits.of(MatterQuery.passages(question), request) : List.of();
        List<WordHits.Hit> episodesByWords = byWords ? hits.of(MatterQuery.episodes(question), request) : List.of();
        List<Ranked> messages = messages(asked, messagesByWords);
        List<Ranked> found = episodes(asked, episodesByWords, Ranking.sessions(messages));
        List<Episode> episodes = episodes(asked, found);
        Map<String, FoundBy> by = found.stream().collect(Collectors.toMap(Ranked::key, Ranked::foundBy));
        Map<String, FoundBy> foundBy = episodes.stream().collect(Collectors.toMap(Episode::id, episode -> by.getOrDefault(episode.id(), FoundBy.RECENT)));
        return new Recall(tables.items().profile(request.customer()).matchingFirst(request.words(), analyzer), episodes,
                messages.stream().limit(request.limit()).flatMap(one -> passage(one).stream()).toList(),
                request.current().map(session -> pending(request.customer(), session)).orElse(List.of()),
                asked.meaning().isEmpty() ? SearchMethod.KEYWORD : request.method(), foundBy);
    }

    private Reading reading(Asked asked, Set<Language> languages) {
        String words = asked.request().words();
        Reading reading = Reading.of(words, languages, analyzer);
        return asked.language().map(language -> reading.writtenIn(language, words, analyzer)).orElse(reading);
    }

    private List<Ranked> messages(Asked asked, List<WordHits.Hit> byWords) {
        RecallRequest request = asked.request();
        var ranking = new Ranking();
        byWords.forEach(hit -> ranking.words(hit.key(), hit.session(), hit.score()));
        asked.meaning().ifPresent(question ->
                ranking.meaning(elsewhere(tables.messages().vectors(request.customer(), question.space(), COMPARED), request), question));
        return ranking.best(Math.max(request.limit(), NEWEST));
    }

    private List<Ranked> episodes(Asked asked, List<WordHits.Hit> byWords, Map<String, Ranked> sessions) {
        RecallRequest request = asked.request();
        var ranking = new Ranking();
        byWords.forEach(hit -> ranking.words(hit.key(), hit.session(), hit.score()));
        asked.meaning().ifPresent(question ->
                ranking.meaning(elsewhere(tables.episodes().vectors(request.customer(), question.space(), COMPARED), request), question));
        return ranking.best(asked.narrowed() ? Integer.MAX_VALUE : request.limit(), sessions);
    }

    private static List<Embedded> elsewhere(List<Embedded> memories, RecallRequest request) {
        return memories.stream().filter(memory -> request.current().filter(current -> current.value().equals(memory.session())).isEmpty()).toList();
    }

    private List<Episode> episodes(Asked asked, List<Ranked> found) {
        RecallRequest request = asked.request();
        var episodes = new ArrayList<Episode>();
        found.stream().filter(one -> isNear(asked, one))
                .flatMap(one -> tables.episodes().find(one.key()).map(episode -> episode.withScore(one.score())).stream())
                .filter(asked.narrowing().wanted()).limit(request.limit()).forEach(episodes::add);
        int wanted = Math.min(NEWEST, request.limit());
        if (episodes.isEmpty() && !asked.narrowed()) {
            tables.episodes().newest(request.customer(), 0, wanted + 1).stream()
                    .filter(episode -> request.current().filter(episode.session()::equals).isEmpty())
                    .limit(wanted)
                    .forEach(episodes::add);
        }
        return episodes;
    }

    /** How near an episode is says its vector; what was found by its words may be as far off as it is where both count. */
    private boolean isNear(Asked asked, Ranked one) {
        boolean byWords = asked.request().method() != SearchMethod.VECTOR && one.foundBy() != FoundBy.MEANING;
        if (asked.narrowing().radius().isEmpty() || asked.meaning().isEmpty() || byWords) {
            return true;
        }
        return tables.episodes().vector(one.key()).filter(vector -> asked.meaning().get().vector().cosine(vector) >= asked.narrowing().radius().get()).isPresent();
    }

    private Optional<Passage> passage(Ranked one) {
        return tables.messages().find(one.key()).map(said -> new Passage(said.session(), said.utterance(), one.score(), one.foundBy()));
    }

    /** What was said in a session since its last episode. */
    private List<Utterance> pending(CustomerId customer, SessionId session) {
        long told = tables.episodes().last(customer, session);
        return tables.messages().inSessionAfter(customer, session, told, PENDING).stream().map(Said::utterance).toList();
    }

    /** The index finds them among all; what it found is compared again, since it may still hold vectors of another model. */
    private List<Embedded> nearOthers(Meaning.Question meant, RecallRequest request) throws IOException {
        if (meant.vector().isIndexable()) {
            return hits.nearOthers(meant.vector(), request).stream().flatMap(near -> tables.episodes().vector(near.key(), meant.space())
                    .map(vector -> new Embedded(near.key(), near.session(), vector)).stream()).toList();
        }
        var nearest = new Nearest(meant, WordHits.wider(request));
        tables.episodes().vectorsOfOthers(request.customer(), meant.space(), SCANNED, nearest::offer);
        return nearest.all();
    }

    /** Episodes of others that ended well and are like the matter at hand, by words of its language and by meaning. */
    List<Episode> precedents(Asked asked) throws IOException {
        RecallRequest request = asked.request();
        var ranking = new Ranking();
        Reading question = reading(asked, Set.of(asked.language().orElse(Language.ENGLISH)));
        for (WordHits.Hit hit : hits.ofOthers(MatterQuery.episodes(question), request)) {
            ranking.words(hit.key(), hit.session(), hit.score());
        }
        if (asked.meaning().isPresent()) {
            Meaning.Question meant = asked.meaning().get();
            for (Embedded near : nearOthers(meant, request)) {
                ranking.meaning(near.key(), near.session(), meant.closeness(near.vector()), meant);
            }
        }
        return ranking.best(request.limit()).stream()
                .flatMap(one -> tables.episodes().find(one.key()).map(episode -> episode.withScore(one.score())).stream())
                .toList();
    }
}
