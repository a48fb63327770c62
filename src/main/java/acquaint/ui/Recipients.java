package acquaint.ui;

import acquaint.casework.Members;
import acquaint.casework.Permission;
import acquaint.model.Recipient;
import acquaint.model.Role;
import java.util.ArrayList;
import java.util.List;

/** To whom a ticket can be handed: roles first, then people who may decide, and how each is called. */
public final class Recipients {

    private static final Role LEAST = Permission.REVIEW_HANDOFFS.least();

    private final Members members;
    private final Texts texts;

    public Recipients(Members members, Texts texts) {
        this.members = members;
        this.texts = texts;
    }

    /** All but who is signed in. Blocks. */
    List<Recipient> all() {
        var all = new ArrayList<Recipient>();
        for (Role role : Role.values()) {
            if (LEAST.isWithin(role)) {
                all.add(Recipient.role(role));
            }
        }
        members.all().stream().filter(member -> LEAST.isWithin(member.role()) && !member.name().equals(members.me().name()))
                .forEach(member -> all.add(Recipient.person(member.name())));
        return all;
    }

    String words(Recipient to) {
        return switch (to.kind()) {
            case ROLE -> texts.get("recipient.role", texts.of(Role.valueOf(to.name())));
            case PERSON -> to.name();
            case QUEUE -> texts.get("recipient.queue", to.name());
        };
    }
}
