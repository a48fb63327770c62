package acquaint.reply;

import acquaint.memory.ProfileItem;
import acquaint.model.Customer;
import acquaint.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name to greet a customer by; {@code evidence} only where it is not simply the first name on record. */
record FormOfAddress(Optional<String> name, List<Evidence> evidence) {

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]*\\p{Ll}");
    private static final Pattern FOLLOWING = Pattern.compile("\\s+[\"“']?(\\p{Lu}[\\p{L}'’-]*\\p{Ll})");

    static FormOfAddress of(Customer customer, List<ProfileItem> profile, Dialogue dialogue, Lexicon lexicon) {
        return said(dialogue, lexicon)
                .or(() -> preferred(profile, lexicon))
                .or(() -> corrected(profile, lexicon))
                .or(() -> formal(customer, profile, lexicon))
                .orElseGet(() -> new FormOfAddress(first(customer.name(), lexicon).or(() -> known(profile, lexicon)), List.of()));
    }

    private static Optional<FormOfAddress> said(Dialogue dialogue, Lexicon lexicon) {
        return dialogue.from(Message.Kind.CUSTOMER).reversed().stream()
                .flatMap(m -> asked(m.text(), lexicon).map(n -> new FormOfAddress(Optional.of(n), List.of(Cite.message(m, m.text().indexOf(n))))).stream())
                .findFirst();
    }

    private static Optional<FormOfAddress> preferred(List<ProfileItem> profile, Lexicon lexicon) {
        return profile.stream().filter(i -> i.kind() == ProfileItem.Kind.PREFERENCE)
                .flatMap(i -> titled(i.text(), lexicon).or(() -> asked(i.text(), lexicon)).map(n -> cited(n, i)).stream())
                .findFirst();
    }

    private static Optional<FormOfAddress> corrected(List<ProfileItem> profile, Lexicon lexicon) {
        return profile.stream().filter(i -> i.kind() == ProfileItem.Kind.NAME && i.corrected())
                .flatMap(i -> titled(i.text(), lexicon).or(() -> first(i.text(), lexicon)).map(n -> cited(n, i)).stream())
                .findFirst();
    }

    /** Formal without a title that anyone told us: the whole name, for a guessed title may be wrong. */
    private static Optional<FormOfAddress> formal(Customer customer, List<ProfileItem> profile, Lexicon lexicon) {
        return profile.stream()
                .filter(i -> i.kind() == ProfileItem.Kind.PREFERENCE && lexicon.points("pref.formal", i.text()) && !lexicon.points("negation", i.text()))
                .filter(_ -> first(customer.name(), lexicon).isPresent())
                .map(i -> cited(customer.name(), i))
                .findFirst();
    }

    private static Optional<String> known(List<ProfileItem> profile, Lexicon lexicon) {
        return profile.stream().filter(i -> i.kind() == ProfileItem.Kind.NAME).flatMap(i -> first(i.text(), lexicon).stream()).findFirst();
    }

    private static FormOfAddress cited(String name, ProfileItem item) {
        return new FormOfAddress(Optional.of(name), List.of(Cite.profile(item)));
    }

    /** The name after "call me"; not the day after "call me on". */
    private static Optional<String> asked(String text, Lexicon lexicon) {
        return lexicon.pattern("pref.address").matcher(Prose.plain(text)).results()
                .filter(sign -> !lexicon.points("negation", Prose.around(text, sign.start())))
                .flatMap(sign -> following(text, sign.end()).stream())
                .filter(name -> !lexicon.pattern("notnames").matcher(name).matches())
                .findFirst();
    }

    private static Optional<String> titled(String text, Lexicon lexicon) {
        return lexicon.pattern("titles").matcher(text).results()
                .filter(t -> Character.isUpperCase(text.charAt(t.start())))
                .flatMap(t -> following(text, t.end() < text.length() && text.charAt(t.end()) == '.' ? t.end() + 1 : t.end())
                        .map(n -> t.group() + " " + n).stream())
                .findFirst();
    }

    private static Optional<String> following(String text, int index) {
        var matcher = FOLLOWING.matcher(text).region(index, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The first name of a full name; none where the record holds an address or a stand-in for a name. */
    private static Optional<String> first(String name, Lexicon lexicon) {
        if (name.chars().anyMatch(c -> Character.isDigit(c) || c == '@' || c == '_' || c == '/') || lexicon.points("nobody", name)) {
            return Optional.empty();
        }
        for (String part : name.strip().split("[\\s.,]+")) {
            if (!lexicon.pattern("titles").matcher(part).matches() && part.length() > 1) {
                String tidy = part.equals(part.toLowerCase(lexicon.language().locale())) || part.equals(part.toUpperCase(lexicon.language().locale()))
                        ? part.substring(0, 1).toUpperCase(lexicon.language().locale()) + part.substring(1).toLowerCase(lexicon.language().locale()) : part;
                return Optional.of(tidy).filter(p -> NAME.matcher(p).matches());
            }
        }
        return Optional.empty();
    }
}
