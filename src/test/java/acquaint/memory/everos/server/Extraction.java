package acquaint.memory.everos.server;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds profile items in what a user said, by a few plain rules. */
final class Extraction {

    private record Rule(String category, Pattern pattern) {}

    private static final List<Rule> RULES = List.of(
            new Rule("Name", Pattern.compile("[Mm]y name is ((?:\\p{Lu}[\\p{L}'-]*)(?: \\p{Lu}[\\p{L}'-]*)*)")),
            new Rule("Email address", Pattern.compile("(?i)my e-?mail(?: address)? is ([\\w.+-]+@[\\w-]+\\.\\w+)")),
            new Rule("Phone number", Pattern.compile("(?i)my phone number is (\\+?[\\d ]{6,})")),
            new Rule("Contact preference", Pattern.compile("(?i)\\b((?:please (?:only|always)|i prefer) [^.!?]+)")));
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

    private Extraction() {}

    /** Updates {@code profile} by what the user said in this cell. */
    static void learn(Cell cell, List<Item> profile, java.util.function.Supplier<String> ids) {
        cell.messages.stream().filter(m -> m.role().equals("user") && m.sender().equals(cell.user)).forEach(message -> {
            for (String sentence : SENTENCE.split(message.content())) {
                for (Rule rule : RULES) {
                    Matcher found = rule.pattern().matcher(sentence);
                    if (found.find()) {
                        heard(cell, profile, ids, rule.category(), found.group(1).strip(), sentence);
                    }
                }
            }
        });
    }

    private static void heard(Cell cell, List<Item> profile, java.util.function.Supplier<String> ids, String category, String description, String sentence) {
        Item item = profile.stream().filter(i -> i.category.equals(category) && i.description.equalsIgnoreCase(description)).findFirst().orElseGet(() -> {
            var fresh = new Item(ids.get(), category, description);
            profile.add(fresh);
            return fresh;
        });
        item.evidence = sentence;
        item.sources.remove(cell);
        item.sources.add(cell);
    }
}
