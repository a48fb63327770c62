package acquaint.command;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.model.SessionId;
import acquaint.model.TicketId;
import java.util.Map;
import java.util.Optional;

/** What memory answered, as JSON. */
final class MemoryJson {

    private MemoryJson() {}

    static Map<String, Object> of(Recall recall) {
        return Json.object(
                "profile", recall.profile().stream().map(MemoryJson::of).toList(),
                "episodes", recall.episodes().stream().map(episode -> of(episode, recall.foundBy().get(episode.id()))).toList(),
                "passages", recall.passages().stream().map(MemoryJson::of).toList());
    }

    private static Object of(ProfileItem item) {
        return Json.object(
                "id", item.id(),
                "kind", item.kind(),
                "text", item.text(),
                "evidence", item.evidence(),
                "ticket", item.session().flatMap(SessionId::ticket),
                "message", item.source(),
                "at", item.at(),
                "count", item.count(),
                "corrected", item.corrected(),
                "pinned", item.pinned(),
                "disputed", item.disputed(),
                "former", item.former().stream().map(MemoryJson::of).toList());
    }

    private static Object of(ProfileItem.Former former) {
        return Json.object("text", former.text(), "evidence", former.evidence(), "ticket", former.session().flatMap(SessionId::ticket), "at", former.at());
    }

    private static Object of(Episode episode, FoundBy foundBy) {
        return Json.object(
                "id", episode.id(),
                "ticket", ticket(episode.session()),
                "from", episode.from(),
                "until", episode.until(),
                "subject", episode.subject(),
                "summary", episode.summary(),
                "narrative", episode.narrative(),
                "participants", episode.participants(),
                "outcome", episode.outcome().map(outcome -> Json.object("kind", outcome.kind(), "text", outcome.text(), "message", outcome.source())),
                "facts", episode.facts().stream().map(fact -> Json.object("text", fact.text(), "message", fact.source())).toList(),
                "found_by", foundBy);
    }

    private static Object of(Passage passage) {
        return Json.object(
                "ticket", ticket(passage.session()),
                "message", passage.utterance().id(),
                "speaker", passage.utterance().speaker(),
                "author", passage.utterance().author(),
                "at", passage.utterance().at(),
                "text", passage.utterance().text(),
                "found_by", passage.foundBy());
    }

    private static Optional<TicketId> ticket(SessionId session) {
        return session.ticket();
    }
}
