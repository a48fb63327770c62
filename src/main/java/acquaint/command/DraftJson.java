package acquaint.command;

import acquaint.casework.DraftReplies.Drafted;
import acquaint.casework.Recalled;
import acquaint.memory.Recall;
import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.privacy.Ledger;
import acquaint.privacy.LedgerEntry;
import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A draft as JSON, with what each sentence rests on, and what a model was given for it. */
final class DraftJson {

    private DraftJson() {}

    static Object of(TicketId id, Drafted drafted, Ledger ledger) throws IOException {
        DraftReply reply = drafted.reply();
        Optional<DraftReply.Writing> writing = reply.writing();
        return Json.object(
                "ticket", id,
                "basis", reply.basis(),
                "rests_on_memory", reply.restsOnMemory(),
                "answered_position", reply.answered(),
                "text", reply.text(),
                "sentences", sentences(reply),
                "model", writing.map(DraftJson::model).orElse(null),
                "whole", writing.map(DraftReply.Writing::whole).orElse(null),
                "placeholders", writing.map(DraftReply.Writing::placeholders).orElse(null),
                "left_out", writing.map(DraftJson::leftOut).orElse(null),
                "ledger", writing.isPresent() ? entry(ledger.entry(writing.get().ledgerEntry())) : null,
                "recalled", recalled(drafted.recalled()));
    }

    private static Object model(DraftReply.Writing writing) {
        return Json.object("provider", writing.by().provider(), "url", writing.by().url().toString(), "name", writing.by().model());
    }

    private static Object leftOut(DraftReply.Writing writing) {
        DraftReply.LeftOut leftOut = writing.leftOut();
        return Json.object("messages", leftOut.messages(), "profile", leftOut.profile(), "episodes", leftOut.episodes(), "passages", leftOut.passages(),
                "sensitive", leftOut.sensitive());
    }

    private static Object entry(Optional<LedgerEntry> entry) {
        return entry.map(found -> Json.object("number", found.number(), "sent_at", found.sentAt(), "tokens", found.sending().tokens(), "body", found.sending().body())).orElse(null);
    }

    private static List<Object> sentences(DraftReply reply) {
        var sentences = new ArrayList<Object>();
        int paragraph = 0;
        for (DraftReply.Paragraph part : reply.paragraphs()) {
            paragraph++;
            for (DraftReply.Sentence sentence : part.sentences()) {
                sentences.add(Json.object(
                        "paragraph", paragraph,
                        "text", sentence.text(),
                        "support", sentence.support(),
                        "missing", sentence.missing(),
                        "evidence", sentence.evidence().stream().map(DraftJson::json).toList()));
            }
        }
        return sentences;
    }

    private static Object json(Evidence evidence) {
        return Json.object(
                "kind", evidence.kind(),
                "ref", evidence.ref(),
                "ticket", evidence.session().flatMap(SessionId::ticket),
                "at", evidence.at(),
                "quote", evidence.quote());
    }

    private static Map<String, Object> recalled(Recalled recalled) {
        Map<String, Object> fields = switch (recalled) {
            case Recalled.Known known -> Json.object("state", "known", "why", null);
            case Recalled.Nothing _ -> Json.object("state", "nothing", "why", null);
            case Recalled.Away away -> Json.object("state", "away", "why", away.why());
        };
        fields.putAll(MemoryJson.of(recalled instanceof Recalled.Known known ? known.recall() : Recall.NOTHING));
        return fields;
    }
}
