package acquaint.memory.local;

import acquaint.memory.Kept;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what was said in a session, each with its language. Where a few words do not tell it, those before them do; and
 * what could not be told before is once something tells it.
 */
final class Remembering implements EmbedThread.Change<Kept> {

    /** So much of what does not tell a language alone is taken together. */
    private static final int TOGETHER = 20;

    private final CustomerId customer;
    private final SessionId session;
    private final List<Utterance> utterances;
    private final Languages languages;

    Remembering(CustomerId customer, SessionId session, List<Utterance> utterances, Languages languages) {
        this.customer = customer;
        this.session = session;
        this.utterances = List.copyOf(utterances);
        this.languages = languages;
    }

    @Override
    public Kept to(Tables tables) {
        Optional<Language> before = tables.messages().language(customer, session);
        boolean more = false;
        for (Utterance utterance : utterances) {
            String key = Keys.message(customer, session, utterance.id());
            if (!tables.messages().contains(key) && !tables.forgotten().contains(key)) {
                Optional<Language> language = language(tables, utterance.text(), before);
                tables.messages().add(key, customer, session, utterance, language);
                tables.changes().add(key);
                before = language;
                more = true;
            }
        }
        return more && new SessionFlush(customer, session).closeWhatIsComplete(tables) ? Kept.EXTRACTED : Kept.BUFFERED;
    }

    private Optional<Language> language(Tables tables, String text, Optional<Language> before) {
        Optional<Language> told = languages.of(text, before);
        if (before.isPresent() || text.isBlank()) {
            return told;
        }
        List<Said> untold = tables.messages().ofNoLanguage(customer, session, TOGETHER);
        Optional<Language> together = told.or(() -> untold.isEmpty() ? Optional.empty()
                : languages.of(Stream.concat(Stream.of(text), untold.reversed().stream().map(said -> said.utterance().text())).collect(Collectors.joining("\n")), before));
        together.ifPresent(language -> untold.forEach(said -> {
            tables.messages().language(said.key(), language);
            tables.changes().add(said.key());
        }));
        return together;
    }
}
