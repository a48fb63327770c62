package acquaint.memory.everos;

import acquaint.memory.Forgetting;
import acquaint.memory.Receipt;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Has something forgotten: here at once, and at the service as far as it can. */
final class Forgetter {

    /** More episodes than a customer has; a listing that is longer is deleted at the service only. */
    private static final int EPISODES = 10_000;

    private final EverOsClient client;
    private final Overlay overlay;

    Forgetter(EverOsClient client, Overlay overlay) {
        this.client = client;
        this.overlay = overlay;
    }

    /** What the service had of it, and whether it deleted that; what it cannot delete is hidden on this desk. */
    List<Receipt.Line> forget(Forgetting what) throws EverOsException, InterruptedException {
        return switch (what) {
            case Forgetting.Item(CustomerId customer, String itemId) -> forgetItem(customer, itemId);
            case Forgetting.Part(CustomerId customer, String episode) -> forgetPart(customer, episode);
            case Forgetting.Session(CustomerId customer, SessionId session) -> forgetSession(customer, session);
            case Forgetting.Everything(CustomerId customer) -> forgetAll(customer);
        };
    }

    private static void line(List<Receipt.Line> lines, Receipt.Copy copy, long count, boolean deleted) {
        if (count > 0) {
            lines.add(new Receipt.Line(copy, count, deleted ? Receipt.Fate.ERASED : Receipt.Fate.HIDDEN));
        }
    }

    private List<Receipt.Line> forgetItem(CustomerId customer, String itemId) throws EverOsException, InterruptedException {
        // Hidden whatever it was heard from, until the service can be asked what that was.
        overlay.forget(customer, List.of(mark(Overlay.Forgotten.Kind.ITEM, itemId, Hidden.WHATEVER)));
        var lines = new ArrayList<Receipt.Line>();
        for (EverOsItem item : client.profile(customer.value())) {
            if (KnownProfile.id(item).equals(itemId)) {
                overlay.forget(customer, List.of(mark(Overlay.Forgotten.Kind.ITEM, itemId, KnownProfile.heardFrom(item))));
                line(lines, Receipt.Copy.SERVICE, 1, delete(customer, item));
            }
        }
        return lines;
    }

    private List<Receipt.Line> forgetPart(CustomerId customer, String id) throws EverOsException, InterruptedException {
        overlay.forget(customer, List.of(mark(Overlay.Forgotten.Kind.SOURCE, id, "")));
        List<EverOsEpisode> episodes = client.episodes(customer.value(), Optional.empty(), EPISODES).stream().filter(one -> one.id().equals(id)).toList();
        overlay.forget(customer, episodes.stream().flatMap(Forgetter::sources).toList());
        deleteWhatWasLearned(customer);
        Optional<Integer> deleted = episodes.isEmpty() ? Optional.empty() : client.delete(new Deletion.Episodes(customer.value(), episodes));
        return lines(0, episodes.size(), 0, deleted.isPresent());
    }

    private List<Receipt.Line> forgetSession(CustomerId customer, SessionId session) throws EverOsException, InterruptedException {
        Hidden before = hidden(customer);
        boolean buffered = buffered(customer).anyMatch(session::equals);
        overlay.bury(customer, Optional.of(session));
        overlay.forget(customer, List.of(mark(Overlay.Forgotten.Kind.SESSION, session.value(), "")));
        if (buffered) {
            client.flush(customer.value(), session.value());
        }
        List<EverOsEpisode> episodes = client.episodes(customer.value(), Optional.of(session.value()), EPISODES);
        overlay.forget(customer, episodes.stream().flatMap(Forgetter::sources).toList());
        deleteWhatWasLearned(customer);
        Optional<Integer> deleted = client.delete(new Deletion.Scope(customer.value(), Optional.of(session.value())));
        return lines(overlay.sessions(customer).stream().anyMatch(span -> span.session().equals(session)) ? 1 : 0, shown(episodes, before), 0, deleted.isPresent());
    }

    private Hidden hidden(CustomerId customer) {
        return new Hidden(overlay.forgotten(customer), overlay.sessions(customer));
    }

    /** Without those that the service still tells of and nobody sees any more. */
    private static int shown(List<EverOsEpisode> episodes, Hidden before) {
        return (int) episodes.stream().filter(episode -> !before.hides(episode, episode.session().map(SessionId::new))).count();
    }

    private static List<Receipt.Line> lines(int sessions, int episodes, int items, boolean deleted) {
        var lines = new ArrayList<Receipt.Line>();
        // The desk's own note of what was handed over is emptied at once.
        line(lines, Receipt.Copy.NOTES, sessions, true);
        line(lines, Receipt.Copy.EPISODES, episodes, deleted);
        line(lines, Receipt.Copy.ITEMS, items, deleted);
        return lines;
    }

    private List<Receipt.Line> forgetAll(CustomerId customer) throws EverOsException, InterruptedException {
        Hidden before = hidden(customer);
        List<SessionId> sessions = overlay.sessions(customer).stream().map(Overlay.Span::session).toList();
        List<SessionId> buffered = buffered(customer).toList();
        overlay.bury(customer, Optional.empty());
        overlay.forget(customer, sessions.stream().map(session -> mark(Overlay.Forgotten.Kind.SESSION, session.value(), "")).toList());
        for (SessionId session : buffered) {
            client.flush(customer.value(), session.value());
        }
        var marks = new ArrayList<Overlay.Forgotten>();
        List<EverOsEpisode> episodes = client.episodes(customer.value(), Optional.empty(), EPISODES);
        episodes.stream().flatMap(Forgetter::sources).forEach(marks::add);
        List<EverOsItem> items = client.profile(customer.value());
        items.forEach(item ->
                marks.add(mark(Overlay.Forgotten.Kind.ITEM, KnownProfile.id(item), KnownProfile.heardFrom(item))));
        overlay.forget(customer, marks);
        Optional<Integer> deleted = client.delete(new Deletion.Scope(customer.value(), Optional.empty()));
        int known = (int) items.stream().filter(item -> !before.hides(KnownProfile.id(item), item)).count();
        return lines(sessions.size(), shown(episodes, before), known, deleted.isPresent());
    }

    /** Where messages are at the service in no episode yet. They cannot be deleted there, but the episode made of them can. */
    private Stream<SessionId> buffered(CustomerId customer) {
        return overlay.buffered(customer, EPISODES).stream().map(Overlay.Handed::session).distinct();
    }

    /** Items that were heard from nothing but what is forgotten. */
    private void deleteWhatWasLearned(CustomerId customer) throws EverOsException, InterruptedException {
        Hidden hidden = hidden(customer);
        for (EverOsItem item : client.profile(customer.value())) {
            if (hidden.hides(KnownProfile.id(item), item)) {
                // Some answers do not say what an item was heard from: they know it by this.
                overlay.forget(customer, List.of(mark(Overlay.Forgotten.Kind.ITEM, KnownProfile.id(item), KnownProfile.heardFrom(item))));
                delete(customer, item);
            }
        }
    }

    /** Whether the service deleted it. */
    private boolean delete(CustomerId customer, EverOsItem item) throws EverOsException, InterruptedException {
        return item.itemId().isPresent() && client.edit(new ProfileEdit(customer.value(), ProfileEdit.Action.DELETE, item.type(), item.itemId(),
                "", "", "forgotten by an agent")).isPresent();
    }

    private static Stream<Overlay.Forgotten> sources(EverOsEpisode episode) {
        return Stream.concat(Stream.of(episode.id()), episode.parentId().stream())
                .map(id -> mark(Overlay.Forgotten.Kind.SOURCE, id, ""));
    }

    private static Overlay.Forgotten mark(Overlay.Forgotten.Kind kind, String key, String detail) {
        return new Overlay.Forgotten(kind, key, detail);
    }
}
