package acquaint.memory.local;

import acquaint.memory.MemoryException;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes what was said in thousands of tickets into memory's file at once, by the engine's own extraction and tables, with
 * vectors that the caller has. The index is left to the engine, which makes it when the memory is opened. Not for many threads.
 */
public final class BulkMemory implements AutoCloseable {

    /** One ticket, closed: {@code vectors} are of {@link #texts}, in that order. */
    public record Talk(CustomerId customer, SessionId session, List<Utterance> said, List<float[]> vectors) {}

    private record Extracted(Talk talk, List<Said> said, Extraction extraction, List<Embedding> vectors) {}

    private static final String INSERT = "INSERT INTO message (key, customer, session, id, speaker, author, at, text, language, space, vector)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String BIGGER_CACHE = "PRAGMA cache_size = -262144";

    private final MemoryFile file;
    private final String space;
    private long sequence;

    public BulkMemory(Path directory, String space) throws MemoryException {
        this.file = MemoryFile.open(directory.toAbsolutePath().resolve("store.db"));
        this.space = space;
        file.<Void>write(tables -> {
            tables.handle().execute(BIGGER_CACHE);
            return null;
        });
    }

    /** What the engine takes the vectors of a ticket's memories from: each message, and last its one episode. */
    public static List<String> texts(List<Utterance> said) {
        List<Said> kept = said(0, new CustomerId("c"), new SessionId("s"), said);
        var episode = extraction(kept).episode();
        return Stream.concat(kept.stream().map(Documents::words), Stream.of(episode.subject() + "\n" + episode.summary())).toList();
    }

    /** All of these or none; returns how many messages and episodes they are. */
    public int add(List<Talk> talks) {
        var numbered = new ArrayList<List<Said>>();
        for (Talk talk : talks) {
            numbered.add(said(sequence, talk.customer(), talk.session(), talk.said()));
            sequence += talk.said().size();
        }
        List<Extracted> extracted = IntStream.range(0, talks.size()).parallel().mapToObj(i -> new Extracted(talks.get(i),
                numbered.get(i), extraction(numbered.get(i)), talks.get(i).vectors().stream().map(Embedding::of).toList())).toList();
        return file.write(tables -> {
            tables.identity().space(extracted.stream().map(one -> MemoryVectors.named(space, one.talk().vectors().getLast().length)).findAny());
            messages(tables, extracted);
            return extracted.stream().mapToInt(one -> one.said().size() + episode(tables, one)).sum();
        });
    }

    private static List<Said> said(long before, CustomerId customer, SessionId session, List<Utterance> utterances) {
        var said = new ArrayList<Said>();
        for (Utterance utterance : utterances) {
            said.add(new Said(before + said.size() + 1, Keys.message(customer, session, utterance.id()), customer, session, utterance, Optional.of(Language.ENGLISH)));
        }
        return said;
    }

    private static Extraction extraction(List<Said> said) {
        return Extraction.of(said.getFirst().customer(), said.getFirst().session(), said, _ -> 0);
    }

    /** As {@link MessageTable#add} and {@link MessageTable#vector} do for one. */
    private void messages(Tables tables, List<Extracted> some) {
        try (var batch = tables.handle().prepareBatch(INSERT)) {
            for (Extracted one : some) {
                for (int i = 0; i < one.said().size(); i++) {
                    Said said = one.said().get(i);
                    Utterance utterance = said.utterance();
                    batch.bind(0, said.key()).bind(1, said.customer().value()).bind(2, said.session().value()).bind(3, utterance.id().value())
                            .bind(4, utterance.speaker().name()).bind(5, utterance.author()).bind(6, utterance.at().toString()).bind(7, utterance.text())
                            .bind(8, said.read().code()).bind(9, space).bind(10, one.vectors().get(i).bytes()).add();
                }
            }
            batch.execute();
        }
    }

    private int episode(Tables tables, Extracted one) {
        String episode = one.extraction().episode().id();
        tables.episodes().put(one.extraction().episode(), new EpisodeTable.Span(episode, one.said().getFirst().sequence(), one.said().getLast().sequence(), true));
        tables.episodes().vector(episode, space, Optional.of(one.vectors().getLast()));
        one.extraction().items().forEach(item -> tables.items().hear(item, episode));
        return 1;
    }

    @Override
    public void close() {
        file.close();
    }
}
