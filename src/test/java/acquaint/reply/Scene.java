package acquaint.reply;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Happened;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.Utterance;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ticket of Ana Ruiz on 20 November 2026, put together line by line. */
public final class Scene {

    public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    public static final CustomerId ANA = new CustomerId("ana_ruiz_1");
    private static final TicketId TICKET = new TicketId("T-7");

    private final List<Message> messages = new ArrayList<>();
    private final List<ProfileItem> profile = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Episode> precedents = new ArrayList<>();
    private String name = "Ana Ruiz";
    private String subject = "Hello";
    private String channel = "email";
    private List<Address> addresses = List.of(Address.email("ana@example.com"));
    private Instant clock = NOW;

    public static Scene customer(String text) {
        return new Scene().says(text);
    }

    public Scene says(String text) {
        return add(Message.Kind.CUSTOMER, "Ana Ruiz", text);
    }

    public Scene replied(String text) {
        return add(Message.Kind.REPLY, "Lee", text);
    }

    public Scene noted(String text) {
        return add(Message.Kind.NOTE, "Lee", text);
    }

    public Scene named(String other) {
        name = other;
        return this;
    }

    public Scene subject(String other) {
        subject = other;
        return this;
    }

    public Scene channel(String other) {
        channel = other;
        return this;
    }

    public Scene withoutAddress() {
        addresses = List.of();
        return this;
    }

    public Scene daysLater(int days) {
        clock = clock.plus(Duration.ofDays(days));
        return this;
    }

    public Scene prefers(String text) {
        return knows(ProfileItem.Kind.PREFERENCE, text, false);
    }

    public Scene knows(ProfileItem.Kind kind, String text, boolean corrected) {
        profile.add(new ProfileItem("p" + profile.size(), ANA, kind, text, text, Optional.empty(), Optional.of(new SessionId("ticket_T-1")),
                NOW.minus(Duration.ofDays(100))).marked(ProfileItem.Mark.CORRECTED, corrected));
        return this;
    }

    public Scene episode(String subject, String summary, String outcome) {
        Instant march = Instant.parse("2026-03-14T10:00:00Z");
        episodes.add(Happened.episode("e" + episodes.size(), ANA, new SessionId("ticket_T-1"), march, march, subject, summary, Optional.ofNullable(outcome)));
        return this;
    }

    public Scene passage(String text) {
        Instant march = Instant.parse("2026-03-14T10:00:00Z");
        passages.add(new Passage(new SessionId("ticket_T-1"),
                new Utterance(new MessageId("u" + passages.size()), Utterance.Speaker.CUSTOMER, "Ana Ruiz", march, text), 1, FoundBy.WORDS));
        return this;
    }

    public Scene precedent(String customer, String subject, String summary, String outcome) {
        precedents.add(Happened.episode("o" + precedents.size(), new CustomerId(customer), new SessionId("ticket_T-2"), NOW, NOW, subject, summary, Optional.of(outcome)));
        return this;
    }

    public DraftRequest request() {
        Customer customer = new Customer(ANA, name, Optional.empty(), Optional.empty(), NOW.minus(Duration.ofDays(400)), addresses);
        return new DraftRequest(customer, Ticket.opened(TICKET, ANA, subject, channel, NOW), messages,
                new Recall(profile, episodes, passages, List.of()), precedents, "Lee");
    }

    DraftReply draft() {
        return new ComposedDraft(ZoneOffset.UTC).compose(request());
    }

    String text() {
        return draft().text();
    }

    private Scene add(Message.Kind kind, String author, String text) {
        int position = messages.size() + 1;
        clock = clock.plus(Duration.ofMinutes(2));
        messages.add(new Message(new MessageId("m" + position), TICKET, position, kind, author, clock, text, Message.Delivery.NONE));
        return this;
    }
}
