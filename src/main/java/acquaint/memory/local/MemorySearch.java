package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
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
import java.util.stream.Collectors;

/** Answers questions from one state of the index and of memory's file. For the thread that asks; not shared. */
final class MemorySearch {

    /** Where little matches, so many of the newest episodes say at least who this is. */
    private static final int NEWEST = 3;
    /** Of a session at hand that was never flushed, so much of its end is told. */
    private static final int PENDING = 50;
    /** So many of a customer's newest memories are compared by their meaning; older ones are found by their words. */
    private static final int COMPARED = 5_000;

    private final WordHits hits;
    private final Tables tables;
    private final WordAnalyzer analyzer;

    MemorySearch(WordHits hits, Tables tables, WordAnalyzer analyzer) {
        this.hits = hits;
        this.tables = tables;
        this.analyzer = analyzer;
    }

    /** {@code question} is what the words mean, where a model could tell. */
    Recall recall(RecallRequest request, Optional<Meaning.Question> question) throws IOException {
        CustomerId customer = request.customer();
        boolean byWords = request.method() != SearchMethod.VECTOR || question.isEmpty();
        List<Ranked> messages = messages(request, byWords, question);
        List<Ranked> found = episodes(request, byWords, question, Ranking.sessions(messages));
        List<Episode> episodes = episodes(request, found);
        Map<String, FoundBy> by = found.stream().collect(Collectors.toMap(Ranked::key, Ranked::foundBy));
        Map<String, FoundBy> foundBy = episodes.stream().collect(Collectors.toMap(Episode::id, episode -> by.getOrDefault(episode.id(), FoundBy.RECENT)));
        return new Recall(profile(customer).matchingFirst(request.words(), analyzer), episodes,
                messages.stream().limit(request.limit()).flatMap(one -> passage(one).stream()).toList(),
                request.current().map(session -> pending(customer, session)).orElse(List.of()),
                question.isEmpty() ? SearchMethod.KEYWORD : request.method(), foundBy);
    }

    private List<Ranked> messages(RecallRequest request, boolean byWords, Optional<Meaning.Question> question) throws IOException {
        var ranking = new Ranking();
        if (byWords) {
            hits.of(MatterQuery.passages(request.words(), analyzer), request).forEach(hit -> ranking.words(hit.key(), hit.session(), hit.score()));
        }
        question.ifPresent(asked -> ranking.meaning(elsewhere(tables.messages().vectors(request.customer(), asked.space(), COMPARED), request), asked));
        return ranking.best(Math.max(request.limit(), NEWEST));
    }

    private List<Ranked> episodes(RecallRequest request, boolean byWords, Optional<Meaning.Question> question, Map<String, Ranked> sessions)
            throws IOException {
        var ranking = new Ranking();
        if (byWords) {
            hits.of(MatterQuery.episodes(request.words(), analyzer), request).forEach(hit -> ranking.words(hit.key(), hit.session(), hit.score()));
        }
        question.ifPresent(asked -> ranking.meaning(elsewhere(tables.episodes().vectors(request.customer(), asked.space(), COMPARED), request), asked));
        return ranking.best(request.limit(), sessions);
    }

    private static List<Embedded> elsewhere(List<Embedded> memories, RecallRequest request) {
        return memories.stream().filter(memory -> request.current().filter(current -> current.value().equals(memory.session())).isEmpty()).toList();
    }

    private List<Episode> episodes(RecallRequest request, List<Ranked> found) {
        var episodes = new ArrayList<Episode>();
        found.forEach(one -> tables.episodes().find(one.key()).map(episode -> scored(episode, one.score())).ifPresent(episodes::add));
        int wanted = Math.min(NEWEST, request.limit());
        if (episodes.isEmpty()) {
            tables.episodes().newest(request.customer(), 0, wanted + 1).stream()
                    .filter(episode -> request.current().filter(episode.session()::equals).isEmpty())
                    .limit(wanted)
                    .forEach(episodes::add);
        }
        return episodes;
    }

    private static Episode scored(Episode episode, double score) {
        return new Episode(episode.id(), episode.customer(), episode.session(), episode.from(), episode.until(), episode.subject(),
                episode.summary(), episode.outcome(), episode.sources(), score);
    }

    private Optional<Passage> passage(Ranked one) {
        return tables.messages().find(one.key()).map(said -> new Passage(said.session(), said.utterance(), one.score(), one.foundBy()));
    }

    /** What was said in a session since its last episode. */
    private List<Utterance> pending(CustomerId customer, SessionId session) {
        long told = tables.episodes().last(customer, session);
        return tables.messages().inSessionAfter(customer, session, told, PENDING).stream().map(Said::utterance).toList();
    }

    Profile profile(CustomerId customer) {
        return Profile.of(tables.items().of(customer));
    }

    /** Episodes of others that ended well and are like the matter at hand, by words and meaning. */
    List<Episode> precedents(RecallRequest request, Optional<Meaning.Question> question) throws IOException {
        var ranking = new Ranking();
        for (WordHits.Hit hit : hits.ofOthers(MatterQuery.episodes(request.words(), analyzer), request)) {
            ranking.words(hit.key(), hit.session(), hit.score());
        }
        if (question.isPresent()) {
            Meaning.Question asked = question.get();
            for (WordHits.Hit near : hits.nearOthers(asked.vector(), request)) {
                ranking.meaning(near.key(), near.session(), asked.closeness().of(near.score()), asked);
            }
        }
        return ranking.best(request.limit()).stream()
                .flatMap(one -> tables.episodes().find(one.key()).map(episode -> scored(episode, one.score())).stream())
                .toList();
    }
}
