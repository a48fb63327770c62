package acquaint.command;

import acquaint.casework.Conversation;
import acquaint.casework.DraftReplies.Drafted;
import acquaint.casework.Recalled;
import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.memory.Recall;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drafts a reply and shows what each sentence rests on. Changes nothing and sends nothing. */
@Command(
        name = "draft",
        header = "Draft a reply, with the evidence of each sentence and what was recalled.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint draft LF-1188",
            "  acquaint draft LF-1188 --json",
            "",
            "JSON: {ticket, basis, rests_on_memory, answered_position, text, sentences: [{paragraph, text, evidence: "
                    + "[{kind, ref, ticket, at, quote}]}], recalled: {state: known|nothing|away, why, profile, episodes, "
                    + "passages}}; the last three are as in \"memory recall\".",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class DraftCommand extends DeskCommand {

    @Mixin
    private final TicketArgument ticket = new TicketArgument();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DraftCommand(Context context) {
        super(context);
    }

    @Override
    int run(DeskServices desk) throws Exception {
        Conversation about = ticket.open(desk);
        TicketId id = about.ticket().id();
        awaitMemory(desk.memory(), about.ticket().customer());
        Drafted drafted = desk.drafts().compose(id);
        if (json) {
            Json.print(terminal().out(), json(id, drafted));
        } else {
            printText(drafted);
        }
        return ExitCode.DONE;
    }

    /** The deadline of a recall is made for an open memory; a command has the time to wait until it is open. */
    private static void awaitMemory(CustomerMemory memory, CustomerId customer) throws InterruptedException {
        try {
            memory.episodes(customer, 0, 1);
        } catch (MemoryException e) {
            // The draft will say that memory is away.
        }
    }

    private void printText(Drafted drafted) {
        PrintWriter out = terminal().out();
        out.println(drafted.reply().text());
        out.println();
        out.println(switch (drafted.reply().basis()) {
            case COMPOSED -> "Written without a language model, from:";
            case MODEL -> "Written by a language model, from:";
        });
        for (DraftReply.Sentence sentence : drafted.reply().sentences()) {
            if (!sentence.evidence().isEmpty()) {
                out.println();
                out.println("  " + sentence.text());
                sentence.evidence().forEach(evidence -> out.println("    " + words(evidence)));
            }
        }
        out.println();
        switch (drafted.recalled()) {
            case Recalled.Known known -> RecallText.print(out, known.recall());
            case Recalled.Nothing _ -> out.println("Nothing is known about this customer yet.");
            case Recalled.Away away -> out.println("Memory did not answer (" + lower(away.why()) + "); the draft does without it.");
        }
    }

    private static String words(Evidence evidence) {
        return "← " + lower(evidence.kind()) + ", " + Words.day(evidence.at())
                + evidence.session().flatMap(SessionId::ticket).map(id -> ", " + id).orElse("")
                + ": " + evidence.quote();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Object json(TicketId id, Drafted drafted) {
        DraftReply reply = drafted.reply();
        return Json.object(
                "ticket", id,
                "basis", reply.basis(),
                "rests_on_memory", reply.restsOnMemory(),
                "answered_position", reply.answered(),
                "text", reply.text(),
                "sentences", sentences(reply),
                "recalled", recalled(drafted.recalled()));
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
                        "evidence", sentence.evidence().stream().map(DraftCommand::json).toList()));
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
