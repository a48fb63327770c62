package acquaint.command;

import acquaint.casework.Conversation;
import acquaint.memory.FlushResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has memory learn from a ticket now, without closing it. */
@Command(
        name = "flush",
        header = "Turn what was said in a ticket into an episode and profile items now.",
        description = {"", "Closing a ticket does this by itself."},
        footerHeading = "%nExample:%n",
        footer = "  acquaint memory flush LF-1188",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class FlushCommand extends DeskCommand {

    @Mixin
    private final TicketArgument ticket = new TicketArgument();

    FlushCommand(Context context) {
        super(context);
    }

    @Override
    int run(DeskServices desk) throws Exception {
        Conversation about = ticket.open(desk);
        desk.backlog().carryOut(left -> {});
        FlushResult result = desk.memory().flush(about.customer().id(), about.ticket().id().session());
        terminal().out().println(switch (result) {
            case EXTRACTED -> "Memory has learned from " + about.ticket().id() + '.';
            case QUEUED -> "Memory is still taking in what was said in " + about.ticket().id() + "; it will learn from it afterwards.";
            case NOTHING_NEW -> "There was nothing new to learn from " + about.ticket().id() + '.';
        });
        return ExitCode.DONE;
    }
}
