package acquaint.command;

import acquaint.casework.Conversation;
import acquaint.casework.DraftReplies.Drafted;
import acquaint.casework.Recalled;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import acquaint.reply.Wish;
import java.io.PrintWriter;
import java.util.Locale;
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
            "  acquaint draft LF-1188 --provider openai --model-url http://127.0.0.1:11434/v1 --model llama3.2",
            "",
            "Keys are OPENAI_API_KEY and ANTHROPIC_API_KEY of the environment, or those of the settings.",
            "JSON: {ticket, basis, rests_on_memory, answered_position, text, sentences: [{paragraph, text, support: courtesy|supported|unsupported, missing, "
                    + "evidence: [{kind, ref, ticket, at, quote}]}], model: {provider, url, name}, whole, placeholders, left_out, ledger: {number, sent_at, tokens, body}, "
                    + "recalled: {state: known|nothing|away, why, profile, episodes, passages}}; model to ledger are null without a model, and the last three are as in "
                    + "\"memory recall\".",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class DraftCommand extends DeskCommand {

    @Mixin
    private final TicketArgument ticket = new TicketArgument();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private final ModelOptions options = new ModelOptions();

    DraftCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        options.check(this::wrongUse);
    }

    @Override
    int run(DeskServices desk) throws Exception {
        Conversation about = ticket.open(desk);
        TicketId id = about.ticket().id();
        awaitMemory(desk.memory(), about.ticket().customer());
        Drafted drafted = desk.drafts().draft(id, Wish.REPLY, new Silent(), options.model(desk.models(), terminal().environment()));
        if (json) {
            Json.print(terminal().out(), DraftJson.of(id, drafted, desk.ledger()));
        } else {
            printText(drafted);
        }
        return ExitCode.DONE;
    }

    private void printText(Drafted drafted) {
        PrintWriter out = terminal().out();
        out.println(drafted.reply().text());
        out.println();
        out.println(switch (drafted.reply().basis()) {
            case COMPOSED -> "Written without a language model, from:";
            case MODEL -> "Written by " + drafted.reply().writing().orElseThrow().by().model() + ", from:";
        });
        for (DraftReply.Sentence sentence : drafted.reply().sentences()) {
            if (sentence.support() != DraftReply.Support.COURTESY) {
                out.println();
                out.println("  " + sentence.text());
                if (sentence.support() == DraftReply.Support.UNSUPPORTED) {
                    out.println("    no evidence" + (sentence.missing().isEmpty() ? "" : " for: " + String.join(", ", sentence.missing())));
                }
                sentence.evidence().forEach(evidence -> out.println("    " + Words.source(evidence)));
            }
        }
        out.println();
        switch (drafted.recalled()) {
            case Recalled.Known known -> RecallText.print(out, known.recall());
            case Recalled.Nothing _ -> out.println("Nothing is known about this customer yet.");
            case Recalled.Away away -> out.println("Memory did not answer (" + lower(away.why()) + "); the draft does without it.");
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
