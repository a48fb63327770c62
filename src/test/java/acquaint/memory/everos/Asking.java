package acquaint.memory.everos;

import acquaint.memory.SearchMethod;
import acquaint.memory.everos.SearchQuery.Want;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the recorded exchanges ask, in neutral words: always the same customer, session and messages. */
final class Asking {

    static final String CUSTOMER = "cust_77";
    static final String SESSION = "ticket_T-3001";
    static final String EARLIER = "ticket_T-2876";
    static final Instant AT = Instant.parse("2026-09-21T14:13:20Z");
    static final Upload LABEL = new Upload("att-9", "label.png", Upload.Kind.IMAGE);

    private Asking() {}

    static Batch twoMessages(boolean async) {
        return new Batch(CUSTOMER, SESSION, List.of(
                new Turn(Turn.Role.USER, CUSTOMER, Optional.of("Noor Haddad"), AT, List.of(Content.text("Where is my parcel?"))),
                new Turn(Turn.Role.ASSISTANT, "desk", Optional.empty(), AT.plusSeconds(4), List.of(Content.text("Which number is on the slip?")))), async);
    }

    static Batch messageWithFile() {
        var file = new Content(Content.Type.IMAGE, Optional.of("left out"), Optional.of("space/2026/09/21/label.png"), Optional.of("label.png"), Optional.of("png"));
        return new Batch(CUSTOMER, SESSION,
                List.of(new Turn(Turn.Role.USER, CUSTOMER, Optional.empty(), AT, List.of(Content.text("The label:"), file))), true);
    }

    static SearchQuery search(String words, SearchMethod method, int topK, Optional<String> session, Want... wanted) {
        return new SearchQuery(CUSTOMER, words, method, topK, Set.of(wanted), session);
    }

    static Listing earlierEpisodes(int page) {
        return new Listing(CUSTOMER, Listing.Type.EPISODES, Optional.of(EARLIER), page, 20);
    }

    /** With a session that must not narrow it: a profile is of all sessions. */
    static Listing profile(String customer) {
        return new Listing(customer, Listing.Type.PROFILE, Optional.of(SESSION), 1, 100);
    }

    static Deletion.Episodes deletion(EverOsEpisode... episodes) {
        return new Deletion.Episodes(CUSTOMER, List.of(episodes));
    }

    static EverOsEpisode episode(String id, Optional<String> parent) {
        return new EverOsEpisode(id, parent, Optional.empty(), AT, "s", "s", "s", List.of(), List.of(), List.of(), 0);
    }
}
