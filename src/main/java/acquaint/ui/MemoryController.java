package acquaint.ui;

import acquaint.casework.CustomerCard;
import acquaint.casework.CustomerKnowledge;
import acquaint.casework.Recalled;
import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.Utterance;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What we know of the customer of the open ticket: the desk's record at once, then what memory brings. */
public final class MemoryController {

    /** Where asking memory stands. */
    public enum State { LOADING, KNOWN, NOTHING, AWAY }

    /** How many other tickets are listed before the rest is folded away. */
    private static final int SHOWN_TICKETS = 12;

    private final Workspace workspace;
    private final CustomerKnowledge knowledge;
    private final Background.Slot recalling;
    private final Keys keys;
    private final MemoryCorrections corrections;
    private final Texts texts;
    private final TimeWords times;
    private final EvidenceOpening opening;
    private final Pointing pointing = new Pointing();
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

    @FXML private Label avatar;
    @FXML private Label name;
    @FXML private Label tier;
    @FXML private Label since;
    @FXML private Button history;
    @FXML private Button customerMenu;
    @FXML private FlowPane addresses;
    @FXML private VBox profile;
    @FXML private VBox episodes;
    @FXML private VBox others;
    @FXML private Label noProfile;
    @FXML private Label noEpisodes;
    @FXML private Label noOthers;
    @FXML private Hyperlink allOthers;
    @FXML private Label profileTitle;
    @FXML private Label episodesTitle;
    @FXML private Label othersTitle;
    @FXML private MemoryStateController memoryStateController;
    @FXML private MemoryWaitingController waitingController;
    @FXML private VBox elsewhere;
    @FXML private VBox pending;
    @FXML private Button openSettings;
    @FXML private Label away;

    private KeptNodes<Address, AddressLink> addressLinks;
    private KeptNodes<ProfileItem, ProfileItemNode> items;
    private KeptNodes<Episode, EpisodeNode> happened;
    private KeptNodes<QueueRow, OtherTicketNode> otherTickets;
    private KeptNodes<Utterance, PendingNode> said;
    private Map<String, FoundBy> foundBy = Map.of();
    private TicketId shown;
    private CustomerCard card;
    private long heard;

    public MemoryController(Workspace workspace, CustomerKnowledge knowledge, MemoryCorrections corrections, EvidenceOpening opening,
            Background background, Keys keys, Texts texts, TimeWords times) {
        this.workspace = workspace;
        this.knowledge = knowledge;
        this.recalling = background.slot();
        this.keys = keys;
        this.corrections = corrections;
        this.opening = opening;
        this.texts = texts;
        this.times = times;
        corrections.onChanged(this::recall);
    }

    @FXML
    private void initialize() {
        new KeyHints(keys.keymap(), texts).tip(history, texts.get("memory.history"), Shortcut.TIMELINE);
        addressLinks = new KeptNodes<>(addresses, () -> new AddressLink(texts), AddressLink::show);
        items = new KeptNodes<>(profile, () -> new ProfileItemNode(workspace, corrections, texts, times), ProfileItemNode::show);
        happened = new KeptNodes<>(episodes, () -> new EpisodeNode(workspace, corrections, texts, times),
                (node, episode) -> node.show(episode, Optional.ofNullable(foundBy.get(episode.id()))));
        otherTickets = new KeptNodes<>(others, () -> new OtherTicketNode(workspace, texts, times), OtherTicketNode::show);
        said = new KeptNodes<>(pending, () -> new PendingNode(times), PendingNode::show);
        memoryStateController.onRemade(this::recall);
        waitingController.onRemembered(this::recall);
        opening.onRemembered(this::point);
        workspace.selectedProperty().addListener((_, _, _) -> recalling.cancel());
        workspace.openProperty().addListener((_, _, ticket) -> show(ticket));
    }

    public ScreenState<State> getState() {
        return state;
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether there is a ticket to show the customer of. */
    public boolean isOpen() {
        return open.get();
    }

    /** What the sidebar says of the customer, in one sentence without line breaks. */
    String spoken() {
        return String.join(", ", name.getText(), since.getText(), state.get() == State.KNOWN
                ? profileTitle.getText() + ": " + items.shown() + ", " + episodesTitle.getText() + ": " + happened.shown()
                : state.getName().toLowerCase(java.util.Locale.ROOT));
    }

    @FXML
    private void recall() {
        OpenTicket ticket = workspace.openProperty().get();
        if (ticket == null) {
            return;
        }
        TicketId id = ticket.id();
        recalling.run(() -> knowledge.recall(id)).then(recalled -> {
            show(recalled);
            memoryStateController.look();
        });
    }

    @FXML
    private void showCustomerMenu() {
        customerMenu.getContextMenu().show(customerMenu, Side.BOTTOM, 0, 0);
    }

    @FXML
    private void showHistory() {
        keys.run(Shortcut.TIMELINE);
    }

    @FXML
    private void forgetCustomer() {
        if (card != null) {
            corrections.forget(card.customer());
        }
    }

    @FXML
    private void openSettings() {
        keys.run(Shortcut.SETTINGS);
    }

    /** Points at what is known by this id; answers whether it is shown here. */
    private boolean point(String id) {
        Optional<? extends Node> found = items.find(node -> node.isOf(id)).map(Node.class::cast)
                .or(() -> happened.find(node -> node.isOf(id)))
                .or(() -> card != null && card.customer().id().value().equals(id) ? Optional.of(name) : Optional.empty());
        found.ifPresent(pointing::at);
        return found.isPresent();
    }

    private void show(OpenTicket ticket) {
        boolean another = !ticket.id().equals(shown);
        long lastHeard = ticket.conversation().messages().stream()
                .filter(m -> m.isFrom(Message.Kind.CUSTOMER)).mapToLong(Message::position).max().orElse(0);
        shown = ticket.id();
        open.set(true);
        showCard(ticket.card());
        if (another) {
            state.set(State.LOADING);
            elsewhere.setVisible(false);
        }
        if (another || lastHeard != heard) {
            recall();
        }
        heard = lastHeard;
    }

    private void showCard(CustomerCard next) {
        if (next.equals(card)) {
            return;
        }
        card = next;
        var customer = card.customer();
        avatar.setText(Marks.initials(customer.name()));
        name.setText(customer.name());
        tier.setText(customer.tier().orElse(""));
        tier.setVisible(customer.tier().isPresent());
        tier.setManaged(customer.tier().isPresent());
        since.setText(texts.get("memory.since", times.shortDay(customer.since()), card.tickets())
                + customer.city().map(c -> " · " + c).orElse(""));
        addressLinks.show(customer.addresses());
        othersTitle.setText(texts.get("memory.others", card.others().size()));
        showOthers(card.others(), SHOWN_TICKETS);
    }

    private void showOthers(List<QueueRow> rows, int limit) {
        otherTickets.show(rows.subList(0, Math.min(limit, rows.size())));
        noOthers.setVisible(rows.isEmpty());
        allOthers.setVisible(rows.size() > limit);
        allOthers.setText(texts.get("memory.others.all", rows.size()));
        allOthers.setOnAction(_ -> showOthers(rows, rows.size()));
    }

    private void show(Recalled recalled) {
        switch (recalled) {
            case Recalled.Known(var recall) -> {
                showRecall(recall);
                state.set(State.KNOWN);
            }
            case Recalled.Nothing(var pendingHere) -> {
                showPending(pendingHere);
                state.set(State.NOTHING);
            }
            case Recalled.Away(var why) -> {
                away.setText(texts.of(why));
                openSettings.setVisible(why == MemoryException.Kind.BAD_KEY || why == MemoryException.Kind.WRONG_VERSION);
                state.set(State.AWAY);
            }
        }
    }

    private void showRecall(Recall recall) {
        showPending(recall.pending());
        items.show(recall.profile());
        noProfile.setVisible(recall.profile().isEmpty());
        foundBy = recall.foundBy();
        happened.show(recall.episodes());
        noEpisodes.setVisible(recall.episodes().isEmpty());
    }

    /** What another program said in this ticket: the desk's own messages stand in the conversation. */
    private void showPending(List<Utterance> words) {
        List<Message> own = workspace.open().map(open -> open.conversation().messages()).orElse(List.of());
        List<Utterance> others = words.stream().filter(each -> each.speaker() != Utterance.Speaker.SUBJECT)
                .filter(each -> own.stream().noneMatch(message -> message.id().equals(each.id()) || isSame(message, each))).toList();
        said.show(others);
        elsewhere.setVisible(!others.isEmpty());
    }

    private static boolean isSame(Message message, Utterance utterance) {
        return message.text().strip().equals(utterance.text().strip());
    }
}
