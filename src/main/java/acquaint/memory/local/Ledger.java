package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the embedded memory keeps, in the detail that the EverOS API tells of it: what waits for an episode, what an episode
 * and an item rest on, and notes of other programs. Calls block and may come from any thread but the JavaFX thread.
 */
public final class Ledger {

    /** An item of the profile and every session in which it was heard, newest first; none for one that was written by hand. */
    public record Heard(ProfileItem item, List<SessionId> sessions) {}

    private final MemoryFile file;
    private final EmbedThread writes;

    Ledger(MemoryFile file, EmbedThread writes) {
        this.file = file;
        this.writes = writes;
    }

    /** What was said in each of the customer's sessions since its last episode, oldest first; scores are 0. */
    public List<Passage> pending(CustomerId customer) {
        return file.read(tables -> tables.messages().pending(customer).stream().map(said -> new Passage(said.session(), said.utterance(), 0, FoundBy.RECENT)).toList());
    }

    public List<Utterance> said(CustomerId customer, SessionId session) {
        return file.read(tables -> tables.messages().inSession(customer, session).stream().map(Said::utterance).toList());
    }

    /** What an episode tells of, in order. */
    public List<Utterance> said(Episode episode) {
        return file.read(tables -> tables.messages().toldIn(episode).stream().map(Said::utterance).toList());
    }

    /** Those of whom something that was said is kept and whose ids begin so. */
    public List<CustomerId> customersBeginning(String part) {
        return file.read(tables -> tables.messages().customersBeginning(part));
    }

    /** Whose session this is, in the order in which they came to it. */
    public List<CustomerId> owners(SessionId session) {
        return file.read(tables -> tables.messages().owners(session));
    }

    /** Newest first. */
    public List<Episode> episodes(CustomerId customer) {
        return file.read(tables -> tables.episodes().newest(customer, 0, Integer.MAX_VALUE));
    }

    /** The episode whose id has these hexadecimal digits first, which other programs know it by. */
    public Optional<Episode> episodeBeginning(String digits) {
        return file.read(tables -> tables.episodes().beginning(Keys.episodeBeginning(digits)));
    }

    /** The episode whose id has these hexadecimal digits last. */
    public Optional<Episode> episodeEnding(String digits) {
        return file.read(tables -> tables.episodes().ending(digits));
    }

    /** Those of whom a profile is kept. */
    public List<CustomerId> customersWithProfile() {
        return file.read(tables -> tables.items().customers());
    }

    /** The profile as it stands. */
    public List<Heard> profile(CustomerId customer) {
        return file.read(tables -> {
            List<ProfileItem> heard = tables.items().of(customer);
            return tables.items().profile(customer).items().stream()
                    .map(item -> new Heard(item, heard.stream().filter(one -> one.id().equals(item.id())).flatMap(one -> one.session().stream()).distinct().toList()))
                    .toList();
        });
    }

    /** Puts other words in the place of an episode's, until its session is flushed again. */
    public void rewrite(Episode episode) throws MemoryException, InterruptedException {
        writes.call(tables -> {
            tables.episodes().rewrite(episode);
            tables.changes().add(episode.id());
            return null;
        });
    }

    /** Adds an item that somebody wrote by hand, and returns it with its id. */
    public ProfileItem add(ProfileItem item) throws MemoryException, InterruptedException {
        ProfileItem named = new ProfileItem(Keys.item(item.customer(), item.kind(), item.text()), item.customer(), item.kind(), item.text(),
                item.evidence(), item.source(), item.session(), item.at()).marked(ProfileItem.Mark.CORRECTED, true);
        return writes.call(tables -> {
            tables.items().correct(named);
            return named;
        });
    }

    /** Moves what was said in a session from one customer to those to whom it belongs. */
    public void adopt(SessionId session, CustomerId from, Collection<CustomerId> to) throws MemoryException, InterruptedException {
        writes.call(tables -> {
            List<Said> moved = tables.messages().inSession(from, session);
            List<String> gone = moved.stream().map(Said::key).toList();
            for (CustomerId owner : to) {
                for (Said said : moved) {
                    String key = Keys.message(owner, session, said.utterance().id());
                    tables.messages().add(key, owner, session, said.utterance(), said.language());
                    tables.changes().add(key);
                }
            }
            tables.messages().delete(gone);
            tables.changes().add(gone);
            // Else an older copy of the file would keep it when those to whom it belongs are forgotten.
            tables.forgotten().add(gone, tables.messages().lastSequence());
            return null;
        });
    }

    public Optional<String> note(String kind, String id) {
        return file.read(tables -> tables.notes().find(kind, id));
    }

    public Map<String, String> notes(String kind) {
        return file.read(tables -> new LinkedHashMap<>(tables.notes().all(kind)));
    }

    /** {@code json} takes the place of what was noted by that name before; it goes when the episode or customer {@code about} is forgotten. */
    public void note(String kind, String id, String about, String json) throws MemoryException, InterruptedException {
        writes.call(tables -> {
            tables.notes().put(kind, id, about, json);
            return null;
        });
    }
}
