package acquaint.command;

import acquaint.casework.Conversation;
import acquaint.casework.Conversations;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.Ticket;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints one ticket with all that was said in it. Marks nothing as read. */
@Command(
        name = "show",
        header = "Show a ticket and its conversation.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint show LF-1188",
            "  acquaint show LF-1188 --json",
            "",
            "JSON: {id, subject, channel, status, priority, assignee, tags, created_at, updated_at, waiting_since, "
                    + "customer: {id, name, tier, city, since, addresses: [{kind, value}]}, messages: [{id, position, from, "
                    + "author, at, text, delivery}]}",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class ShowCommand extends DeskCommand {

    @Mixin
    private final TicketArgument ticket = new TicketArgument();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    int run(DeskServices desk) throws Exception {
        Conversation conversation = ticket.open(desk);
        List<Message> messages = all(conversation, desk.conversations());
        if (json) {
            printJson(conversation, messages);
        } else {
            printText(conversation, messages);
        }
        return ExitCode.DONE;
    }

    /** The window that was opened, and the pages before and after it. */
    private static List<Message> all(Conversation conversation, Conversations conversations) {
        var messages = new ArrayList<>(conversation.messages());
        var ticket = conversation.ticket().id();
        for (List<Message> page = messages; !page.isEmpty() && messages.getFirst().position() > 1;) {
            page = conversations.before(ticket, messages.getFirst().position());
            messages.addAll(0, page);
        }
        for (List<Message> page = messages; !page.isEmpty();) {
            page = conversations.after(ticket, messages.getLast().position());
            messages.addAll(page);
        }
        return messages;
    }

    private void printText(Conversation conversation, List<Message> messages) {
        PrintWriter out = terminal().out();
        Ticket about = conversation.ticket();
        out.println(about.id() + "  " + about.subject());
        out.println(who(conversation.customer()));
        out.println(lower(about.status()) + " · " + lower(about.priority()) + " · "
                + about.assignee().map(name -> "assigned to " + name).orElse("unassigned") + " · " + about.channel()
                + (about.tags().isEmpty() ? "" : " · tags: " + String.join(", ", about.tags())));
        for (Message message : messages) {
            out.println();
            print(out, message);
        }
    }

    private static String who(Customer customer) {
        var words = new ArrayList<String>();
        words.add(customer.name() + " (" + customer.id() + ')');
        customer.tier().ifPresent(words::add);
        customer.city().ifPresent(words::add);
        customer.addresses().stream().map(Address::value).forEach(words::add);
        return String.join(" · ", words);
    }

    private static void print(PrintWriter out, Message message) {
        String when = Words.time(message.at());
        switch (message.kind()) {
            case EVENT -> out.println(when + "  " + message.author() + ' ' + Words.event(Event.parse(message.text())));
            case NOTE -> out.println(when + "  note by " + message.author());
            default -> out.println(when + "  " + message.author() + delivery(message));
        }
        if (!message.isFrom(Message.Kind.EVENT)) {
            Words.indented(out, message.text());
        }
    }

    private static String delivery(Message message) {
        return switch (message.delivery()) {
            case NONE, SENT -> "";
            case HELD, SENDING -> "  [on its way]";
            case FAILED -> "  [not sent: the channel refused it]";
            case UNCERTAIN -> "  [may or may not have been sent]";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void printJson(Conversation conversation, List<Message> messages) throws IOException {
        Ticket about = conversation.ticket();
        Json.print(terminal().out(), Json.object(
                "id", about.id(),
                "subject", about.subject(),
                "channel", about.channel(),
                "status", about.status(),
                "priority", about.priority(),
                "assignee", about.assignee(),
                "tags", about.tags(),
                "created_at", about.createdAt(),
                "updated_at", about.updatedAt(),
                "waiting_since", about.waitingSince(),
                "customer", json(conversation.customer()),
                "messages", messages.stream().map(ShowCommand::json).toList()));
    }

    private static Object json(Customer customer) {
        return Json.object(
                "id", customer.id(),
                "name", customer.name(),
                "tier", customer.tier(),
                "city", customer.city(),
                "since", customer.since(),
                "addresses", customer.addresses().stream()
                        .map(address -> Json.object("kind", address.kind(), "value", address.value())).toList());
    }

    private static Object json(Message message) {
        return Json.object(
                "id", message.id(),
                "position", message.position(),
                "from", Words.from(message.kind()),
                "author", message.author(),
                "at", message.at(),
                "text", message.text(),
                "delivery", message.delivery());
    }
}
