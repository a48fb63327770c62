package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * What version 0.1 kept memory in: a Lucene index in the memory's own directory, and nothing else. What it holds is taken
 * over once, and its files are deleted. Goes when nobody comes from that version any more.
 */
final class FormerIndex {

    private record Session(CustomerId customer, SessionId session) {}

    private final Path directory;

    FormerIndex(Path directory) {
        this.directory = directory;
    }

    boolean exists() throws IOException {
        return !files().isEmpty();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("segments_.*|_.*|write\\.lock")).toList();
        }
    }

    /** One transaction, done again when it was stopped before the old files were gone: what was forgotten or corrected since stays so. */
    void moveTo(MemoryFile file, Languages languages) throws IOException {
        List<Document> messages = new ArrayList<>();
        List<Document> items = new ArrayList<>();
        List<Document> forgottenItems = new ArrayList<>();
        List<String> forgotten = new ArrayList<>();
        var flushed = new LinkedHashSet<Session>();
        try (var opened = FSDirectory.open(directory); var reader = DirectoryReader.open(opened)) {
            var searcher = new IndexSearcher(reader);
            messages.addAll(documents(searcher, "message"));
            messages.sort(Comparator.comparingLong(FormerIndex::sequence));
            items.addAll(documents(searcher, "item").stream().filter(item -> Boolean.parseBoolean(item.get("corrected"))).toList());
            forgottenItems.addAll(documents(searcher, "forgotten-item"));
            documents(searcher, "forgotten-message").forEach(mark -> forgotten.add(mark.get("key")));
            documents(searcher, "episode").forEach(episode -> flushed.add(session(episode)));
        }
        file.write(tables -> {
            messages.forEach(message -> add(tables, message, languages));
            long last = tables.messages().lastSequence();
            tables.forgotten().add(forgotten, last);
            forgottenItems.forEach(mark -> tables.forgotten().add(List.of(mark.get("item-id")), last));
            items.stream().map(FormerIndex::item).filter(item -> tables.forgotten().upTo(item.id()) == 0)
                    .filter(item -> tables.items().of(item.customer()).stream().noneMatch(known -> known.corrected() && known.id().equals(item.id())))
                    .forEach(tables.items()::correct);
            flushed.forEach(session -> new SessionFlush(session.customer(), session.session()).to(tables));
            return null;
        });
        delete();
    }

    /** False when there was nothing to delete. */
    boolean delete() throws IOException {
        List<Path> old = files();
        for (Path one : old) {
            Files.delete(one);
        }
        return !old.isEmpty();
    }

    private static Session session(Document document) {
        return new Session(new CustomerId(document.get("customer")), new SessionId(document.get("session")));
    }

    private static long sequence(Document document) {
        return document.getField("sequence").numericValue().longValue();
    }

    private static void add(Tables tables, Document message, Languages languages) {
        if (!tables.messages().contains(message.get("key")) && !tables.forgotten().contains(message.get("key"))) {
            Session session = session(message);
            Optional<Language> before = tables.messages().language(session.customer(), session.session());
            tables.messages().add(message.get("key"), session.customer(), session.session(), new Utterance(new MessageId(message.get("id")),
                    Utterance.Speaker.valueOf(message.get("speaker")), message.get("author"), Instant.parse(message.get("at")), message.get("text")),
                    languages.of(message.get("text"), before));
            tables.changes().add(message.get("key"));
        }
    }

    private static ProfileItem item(Document document) {
        return new ProfileItem(document.get("item-id"), new CustomerId(document.get("customer")), ProfileItem.Kind.valueOf(document.get("item-kind")),
                document.get("item-text"), document.get("evidence"), Optional.ofNullable(document.get("source")).map(MessageId::new),
                Optional.ofNullable(document.get("session")).map(SessionId::new), Instant.parse(document.get("at"))).marked(ProfileItem.Mark.CORRECTED, true);
    }

    private static List<Document> documents(IndexSearcher searcher, String kind) throws IOException {
        var documents = new ArrayList<Document>();
        for (ScoreDoc hit : searcher.search(new TermQuery(new Term("kind", kind)), Integer.MAX_VALUE).scoreDocs) {
            documents.add(searcher.storedFields().document(hit.doc));
        }
        return documents;
    }
}
