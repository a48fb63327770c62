package acquaint.casework;

import acquaint.model.Customer;
import acquaint.model.Folded;
import acquaint.settings.SendRulesChoice;
import acquaint.settings.SettingsFile;
import acquaint.settings.Supervision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which replies wait for a second person, as the team chose. Safe for any thread; only {@link #use} blocks. */
public final class SendRules {

    /** Ends of sentences, good enough to quote one. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?…])\\s+|\\R+");

    private final SettingsFile file;
    private final Permissions permissions;
    private volatile SendRulesChoice chosen;

    public SendRules(Supervision chosen, SettingsFile file, Permissions permissions) {
        this.chosen = chosen.rules();
        this.file = file;
        this.permissions = permissions;
    }

    public SendRulesChoice current() {
        return chosen;
    }

    /** Holds for what is sent from now on; what waits goes on waiting. A choice that cannot be saved changes nothing. */
    public void use(SendRulesChoice next) throws IOException {
        permissions.require(Permission.CHANGE_SEND_RULES);
        file.change(all -> all.withSupervision(all.supervision().withRules(next)));
        chosen = next;
    }

    /** The rules that hold this reply back, each with what it found; none where it may leave. */
    List<RuleMatch> matches(String text, Customer customer) {
        SendRulesChoice rules = chosen;
        var matches = new ArrayList<RuleMatch>();
        rules.above().ifPresent(sum -> Amounts.in(text).stream().filter(amount -> amount.value().compareTo(sum) > 0)
                .forEach(amount -> matches.add(new RuleMatch(RuleMatch.Rule.AMOUNT, amount.said(), sentence(text, amount.said())))));
        for (String word : rules.words()) {
            found(text, word).ifPresent(said -> matches.add(new RuleMatch(RuleMatch.Rule.WORD, word, Optional.of(said))));
        }
        customer.tier().flatMap(tier -> rules.tiers().stream().filter(each -> Folded.of(each).equals(Folded.of(tier))).findFirst())
                .ifPresent(tier -> matches.add(new RuleMatch(RuleMatch.Rule.TIER, tier, Optional.empty())));
        return List.copyOf(matches);
    }

    /** What a review kept of its matches, with the sentences of the text as it is now. */
    static List<RuleMatch> read(List<String> lines, String text) {
        return lines.stream().map(line -> RuleMatch.parse(line, Optional.empty())).map(match -> new RuleMatch(match.rule(), match.found(), switch (match.rule()) {
            case AMOUNT -> sentence(text, match.found());
            case WORD -> found(text, match.found());
            case TIER -> Optional.empty();
        })).toList();
    }

    private static Optional<String> sentence(String text, String said) {
        return BETWEEN.splitAsStream(text).map(String::strip).filter(each -> each.contains(said)).findFirst();
    }

    /** The sentence that holds the word at the beginning of a word, in any case and with or without accents: "lawyer" finds "Lawyers", too. */
    private static Optional<String> found(String text, String word) {
        Pattern pattern = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(Folded.of(word)));
        return BETWEEN.splitAsStream(text).map(String::strip).filter(each -> pattern.matcher(Folded.of(each)).find()).findFirst();
    }
}
