package acquaint.command;

import acquaint.brief.Brief;
import acquaint.brief.BriefJson;
import acquaint.brief.BriefLine;
import acquaint.casework.Conversation;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the brief with which a ticket would be handed over. Hands nothing over and changes nothing. */
@Command(
        name = "brief",
        header = "Write the brief of a ticket, for whoever takes it over.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint brief LF-1188",
            "  acquaint brief LF-1188 --markdown",
            "  acquaint brief LF-1188 --pdf brief.pdf",
            "",
            "Keys are OPENAI_API_KEY and ANTHROPIC_API_KEY of the environment, or those of the settings.",
            "JSON: {ticket_id, customer_summary, issue_summary, attempted_solutions: [{attempt, result}], customer_sentiment, relevant_history, handoff_note, written_at, "
                    + "parts: {customer|issue|why|tried|promised|verified|claimed|mood|history|open_questions|risk|decision|next_step: [{text, detail, by_agent, "
                    + "evidence: [{kind, ref, session, at, quote}]}]}, model}; parts that say nothing and, without one, the model are left out.",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class BriefCommand extends DeskCommand {

    @Mixin
    private final TicketArgument ticket = new TicketArgument();

    @ArgGroup
    private final Form form = new Form();

    @Mixin
    private final ModelOptions options = new ModelOptions();

    /** One of them. */
    private static final class Form {

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Option(names = "--markdown", description = "Print Markdown.")
        private boolean markdown;

        @Option(names = "--pdf", paramLabel = "FILE", description = "Write a PDF. A file that is there is not overwritten.")
        private Path pdf;
    }

    BriefCommand(Context context) {
        super(context);
    }

    @Override
    void check() throws CouldNot {
        options.check(this::wrongUse);
        if (form.pdf != null && Files.exists(terminal().directory().resolve(form.pdf))) {
            throw new CouldNot(form.pdf + " is there already");
        }
    }

    @Override
    int run(DeskServices desk) throws Exception {
        Conversation about = ticket.open(desk);
        awaitMemory(desk.memory(), about.ticket().customer());
        Brief brief = brief(desk, about.ticket().id(), options.model(desk.models(), terminal().environment()));
        if (form.pdf != null) {
            writePdf(desk, brief);
        } else if (form.json) {
            terminal().out().println(BriefJson.write(brief));
        } else if (form.markdown) {
            terminal().out().print(desk.briefs().markdown(brief));
        } else {
            printText(desk, brief);
        }
        return ExitCode.DONE;
    }

    /** A model that fails is told of, and the brief is there all the same. */
    private Brief brief(DeskServices desk, TicketId id, Optional<LanguageModel> model) throws InterruptedException {
        try {
            return desk.briefs().compose(id, new Silent(), model);
        } catch (ModelException e) {
            terminal().err().println("acquaint: " + Failures.words(e) + "; the brief is composed without a language model");
            return desk.briefs().compose(id);
        }
    }

    private void writePdf(DeskServices desk, Brief brief) throws CouldNot {
        try (OutputStream out = Files.newOutputStream(terminal().directory().resolve(form.pdf), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            desk.briefs().pdf(brief, out);
        } catch (FileAlreadyExistsException e) {
            throw new CouldNot(form.pdf + " is there already", e);
        } catch (NoSuchFileException e) {
            throw new CouldNot("there is no folder for " + form.pdf, e);
        } catch (IOException e) {
            throw new CouldNot("the brief cannot be written to " + form.pdf + ": " + e.getMessage(), e);
        }
    }

    private void printText(DeskServices desk, Brief brief) {
        PrintWriter out = terminal().out();
        out.println(brief.writing().map(DraftReply.Writing::by).map(by -> "Written by " + by.model() + ", and checked").orElse("Written without a language model"));
        brief.lines().forEach((part, lines) -> {
            out.println();
            out.println(desk.briefs().heading(part));
            for (BriefLine line : lines) {
                out.println("  " + line.text() + line.detail().map(detail -> " (" + detail + ")").orElse(""));
                line.evidence().forEach(evidence -> out.println("    " + Words.source(evidence).replaceAll("\\s+", " ")));
            }
        });
    }
}
