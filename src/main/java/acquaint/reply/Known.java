package acquaint.reply;

import acquaint.memory.ProfileItem;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.privacy.Masking;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a customer gave already and must not be asked for again. */
final class Known {

    private static final Set<ProfileItem.Kind> ASKED_FOR = EnumSet.of(ProfileItem.Kind.NAME, ProfileItem.Kind.EMAIL, ProfileItem.Kind.PHONE,
            ProfileItem.Kind.ADDRESS, ProfileItem.Kind.ACCOUNT);
    /** Labels before numbers are known in these languages. */
    private static final List<References> REFERENCES = List.of(new References(Lexicon.of(Language.ENGLISH)), new References(Lexicon.of(Language.GERMAN)));

    private Known() {}

    /** Numbers are looked for in masked words only: alone, without the words that announce it, nobody could tell that one is a secret. */
    static List<String> of(DraftRequest request, Masking masking) {
        var known = new LinkedHashSet<String>();
        known.add("name: " + PlainText.line(request.customer().name()));
        for (Address address : request.customer().addresses()) {
            known.add((address.kind() == Address.Kind.EMAIL ? "e-mail: " : "contact: ") + PlainText.line(address.value()));
        }
        request.recall().profile().stream().filter(item -> ASKED_FOR.contains(item.kind())).forEach(item -> known.add(PlainText.line(item.text())));
        for (Message message : Dialogue.of(request.conversation()).from(Message.Kind.CUSTOMER)) {
            String masked = masking.mask(PlainText.of(message.text())).text();
            for (References references : REFERENCES) {
                references.in(masked).forEach(one -> known.add("number given: " + one.number()));
            }
        }
        return List.copyOf(known);
    }
}
