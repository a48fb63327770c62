package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something said, with its place in the order of all that memory was told, and its language where that could be told. */
record Said(long sequence, String key, CustomerId customer, SessionId session, Utterance utterance, Optional<Language> language) {

    /** The language that its words are read in. */
    Language read() {
        return language.orElse(Language.ENGLISH);
    }

    /** In which language most of what an episode tells of was said, of all that was said in its session. */
    static Optional<Language> language(Episode episode, List<Said> session) {
        return most(session.stream().filter(said -> episode.sources().contains(said.utterance().id())).toList()).or(() -> most(session));
    }

    private static Optional<Language> most(List<Said> some) {
        Map<Language, Integer> lengths = new EnumMap<>(Language.class);
        some.forEach(said -> said.language().ifPresent(language -> lengths.merge(language, said.utterance().text().length(), Integer::sum)));
        return lengths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
