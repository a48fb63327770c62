package acquaint;

import acquaint.reply.provider.RecordingModel;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An export of conversations as an invented shop might make it: closed tickets of each customer, and an open one of some. The same at each time, but for the dates. */
final class GeneratedHistory {

    /** What was the matter in an earlier ticket of the customer who has waited longest; the open ticket does not say it. */
    static final String FACT = "left valve";
    /** What only the model says. */
    static final String SIGN = "I have looked at what we did before";

    private static final int CUSTOMERS = 40;
    private static final int CLOSED_EACH = 3;
    private static final int OPEN_EVERY = 4;
    private static final Duration LONGEST_WAIT = Duration.ofHours(9);
    private static final List<String> GIVEN = List.of("Ana", "Bo", "Cem", "Dora", "Emil", "Fay", "Gero", "Hana");
    private static final List<String> FAMILY = List.of("Ruiz", "Lind", "Kaya", "Mills", "Novak");
    private static final List<List<String>> MATTERS = List.of(
            List.of("Tent pole", "The pole of my tent broke at the second joint.", "We have sent you a new pole free of charge."),
            List.of("Sleeping bag", "The zip of the sleeping bag is stuck.", "We have repaired the zip and sent the bag back."),
            List.of("Wrong size", "The boots are a size too small. I prefer parcels at the weekend.", "We have sent you the next size."),
            List.of("Lamp", "The lamp flickers after an hour.", "We have replaced the battery of the lamp."),
            List.of("Invoice", "The invoice names the wrong street. Please write by e-mail, don't call me.", "We have sent you a corrected invoice."));
    private static final ObjectMapper JSON = new ObjectMapper();

    private GeneratedHistory() {}

    /** Answers the file. */
    static Path write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        Instant now = Instant.now();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int earlier = 0; earlier < CLOSED_EACH; earlier++) {
                Instant at = now.minus(Duration.ofDays(30L * (earlier + 1) + customer % 7));
                List<String> matter = customer == 0 && earlier == 0 ? List.of("Stove hisses", "The " + FACT + " of my Ember stove hisses.", "We have sent you a new valve.")
                        : MATTERS.get((customer * 3 + earlier) % MATTERS.size());
                lines.add(conversation(customer, "C-" + earlier, matter, at, true));
            }
            if (customer % OPEN_EVERY == 0) {
                Instant at = now.minus(LONGEST_WAIT).plus(Duration.ofMinutes(10L * customer));
                lines.add(conversation(customer, "O", List.of("Again", "My Ember stove hisses again, as it did before. What was it last time?"), at, false));
            }
        }
        Files.write(file, lines);
        return file;
    }

    /** As a model answers that has read this request. */
    static List<String> answer(String request) {
        String before = request.contains(FACT) ? " Last time it was the " + FACT + "." : "";
        return RecordingModel.words("Hello,\n\n" + SIGN + "." + before + " I will look into it today.");
    }

    private static String conversation(int customer, String ticket, List<String> matter, Instant at, boolean closed) {
        ObjectNode line = JSON.createObjectNode().put("id", customer + "-" + ticket).put("channel", "email").put("subject", matter.getFirst());
        String name = GIVEN.get(customer % GIVEN.size()) + " " + FAMILY.get(customer / GIVEN.size());
        line.putObject("customer").put("id", "c-" + customer).put("name", name).put("email", name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
        var messages = line.putArray("messages");
        messages.addObject().put("from", "customer").put("at", at.toString()).put("text", matter.get(1));
        if (closed) {
            messages.addObject().put("from", "agent").put("at", at.plus(Duration.ofHours(2)).toString()).put("text", matter.get(2));
            messages.addObject().put("from", "customer").put("at", at.plus(Duration.ofDays(3)).toString()).put("text", "Thank you, it works.");
        }
        return line.toString();
    }
}
