package acquaint.reply;

import acquaint.memory.ProfileItem;
import acquaint.model.Message;
import java.util.List;
import java.util.Optional;

/** What this customer asked for that bears on a reply: the way of contact and its length. */
final class Preferences {

    /** A preference that the draft keeps, by the key of its phrase. */
    record Kept(String phrase, Evidence evidence) {}

    private final Lexicon lexicon;
    private final List<ProfileItem> items;
    private final Dialogue dialogue;

    Preferences(Lexicon lexicon, List<ProfileItem> profile, Dialogue dialogue) {
        this.lexicon = lexicon;
        items = profile.stream().filter(i -> i.kind() == ProfileItem.Kind.PREFERENCE).toList();
        this.dialogue = dialogue;
    }

    boolean brief() {
        return items.stream().anyMatch(i -> lexicon.points("pref.brief", i.text()));
    }

    /** The first preference on the way of contact; what was said in this very ticket goes before what is on file. */
    Optional<Kept> contact(String channel) {
        for (Message message : dialogue.from(Message.Kind.CUSTOMER).reversed()) {
            var said = lexicon.first("pref.nocalls", message.text());
            if (said.isPresent()) {
                return Optional.of(new Kept("kept.writing", Cite.message(message, said.get().start())));
            }
        }
        return items.stream().flatMap(i -> phrase(i.text(), channel).map(p -> new Kept(p, Cite.profile(i))).stream()).findFirst();
    }

    private Optional<String> phrase(String text, String channel) {
        boolean mail = lexicon.points("pref.mail", text) && !lexicon.points("pref.nomail", text);
        if (lexicon.points("pref.nocalls", text)) {
            return Optional.of(mail && isMail(channel) ? "kept.mail" : "kept.writing");
        }
        if (mail && isMail(channel)) {
            return Optional.of("kept.mail");
        }
        return lexicon.points("pref.phone", text) ? Optional.of("kept.phone") : Optional.empty();
    }

    private boolean isMail(String channel) {
        return lexicon.points("pref.mail", channel);
    }
}
