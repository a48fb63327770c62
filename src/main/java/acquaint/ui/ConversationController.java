package acquaint.ui;

import acquaint.casework.Conversation;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The open ticket: its header with what can be done to it, and what was said in it. */
public final class ConversationController {

    private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

    private final Workspace workspace;
    private final TicketActions actions;
    private final SentReplies sent;
    private final EvidenceOpening opening;
    private final TicketDigest digest;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<Workspace.Reading> state = new ScreenState<>(Workspace.Reading.NOTHING);
    private final ReadOnlyBooleanWrapper newBelow = new ReadOnlyBooleanWrapper(this, "newBelow");

    @FXML private Label subject;
    @FXML private Label details;
    @FXML private Label status;
    @FXML private FontIcon priority;
    @FXML private FlowPane tags;
    @FXML private Button catchUp;
    @FXML private Button summary;
    @FXML private Button assign;
    @FXML private Button log;
    @FXML private Button close;
    @FXML private MenuButton more;
    @FXML private ListView<ConversationRow> list;

    private TicketId shown;
    private boolean atEnd = true;

    public ConversationController(
            Workspace workspace, TicketActions actions, SentReplies sent, TicketDigest digest, EvidenceOpening opening, Keys keys, Texts texts, TimeWords times) {
        this.workspace = workspace;
        this.actions = actions;
        this.sent = sent;
        this.digest = digest;
        this.opening = opening;
        this.keys = keys;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        var events = new EventWords(texts);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new ConversationCell(texts, times, workspace, new MessageNode(texts, times, events, sent)));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        list.setContextMenu(new ConversationMenu(texts, this::copy));
        list.skinProperty().addListener(_ -> followScrolling());
        list.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                workspace.setAtEnd(false);
            } else {
                noticeEndAfterLayout(scene);
            }
        });
        more.getItems().setAll(new TicketMenu(actions, workspace, keys, texts).items());
        workspace.stateProperty().addListener((_, _, now) -> state.set(
                now == Workspace.Reading.LOADING && shown != null ? Workspace.Reading.READY : now));
        workspace.openProperty().addListener((_, _, ticket) -> show(ticket.conversation()));
        opening.onSaid(this::point);
        keys.on(Shortcut.ASSIGN_TO_ME, actions::toggleMine);
        keys.on(Shortcut.CLOSE_OR_REOPEN, actions::closeOrReopen);
        keys.on(Shortcut.MARK_UNREAD, workspace::markUnread);
        keys.on(Shortcut.SUMMARY, digest::summarise);
        keys.on(Shortcut.CATCH_UP, () -> workspace.open().ifPresent(open -> digest.catchUp(seen(open.conversation()))));
        showKeys(new KeyHints(keys.keymap(), texts));
    }

    private void showKeys(KeyHints hints) {
        hints.tip(catchUp, texts.get("conversation.catch-up"), Shortcut.CATCH_UP);
        hints.tip(summary, texts.get("conversation.summary"), Shortcut.SUMMARY);
        hints.tip(assign, Shortcut.ASSIGN_TO_ME);
        hints.tip(log, Shortcut.LOG_MESSAGE);
        hints.tip(close, Shortcut.CLOSE_OR_REOPEN);
    }

    public ScreenState<Workspace.Reading> getState() {
        return state;
    }

    /** Whether something new arrived below what is in sight. */
    public ReadOnlyBooleanProperty newBelowProperty() {
        return newBelow.getReadOnlyProperty();
    }

    public boolean isNewBelow() {
        return newBelow.get();
    }

    @FXML
    private void assign() {
        keys.run(Shortcut.ASSIGN_TO_ME);
    }

    @FXML
    private void summarise() {
        keys.run(Shortcut.SUMMARY);
    }

    @FXML
    private void catchUp() {
        keys.run(Shortcut.CATCH_UP);
    }

    /** The position of the newest message that was seen before the ticket was opened. */
    private static long seen(Conversation conversation) {
        return conversation.firstUnread() > 0 ? conversation.firstUnread() - 1 : conversation.ticket().lastPosition();
    }

    @FXML
    private void logMessage() {
        keys.run(Shortcut.LOG_MESSAGE);
    }

    @FXML
    private void closeOrReopen() {
        keys.run(Shortcut.CLOSE_OR_REOPEN);
    }

    @FXML
    private void scrollToEnd() {
        list.scrollTo(list.getItems().size() - 1);
    }

    private void show(Conversation conversation) {
        showHeader(conversation);
        List<ConversationRow> rows = ConversationRow.of(conversation, times);
        boolean another = !conversation.ticket().id().equals(shown);
        boolean follow = atEnd;
        shown = conversation.ticket().id();
        int before = list.getItems().size();
        if (another) {
            list.getItems().setAll(rows);
            openAt(conversation, rows);
        } else {
            keepPlace(rows, follow);
        }
        newBelow.set(!another && !follow && rows.size() > before && rows.getLast() instanceof ConversationRow.Said);
        noticeEnd();
    }

    /** Opens at the first unread message with a little of what came before it, else at the newest. */
    private void openAt(Conversation conversation, List<ConversationRow> rows) {
        int unread = rows.indexOf(new ConversationRow.Unread());
        int row = unread > 0 ? Math.max(0, unread - 1) : rows.size() - 1;
        list.scrollTo(row);
        list.layout();
        if (!isOpenAt(row, rows.size())) {
            // The heights of the rows were not known before they were laid out.
            list.scrollTo(row);
            list.layout();
        }
    }

    private boolean isOpenAt(int row, int count) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = first == null ? null : flow.getLastVisibleCell();
        return last != null && (first.getIndex() == row && first.getBoundsInParent().getMinY() == 0
                || last.getIndex() == count - 1 && Math.abs(last.getBoundsInParent().getMaxY() - flow.getHeight()) < 1);
    }

    /** Adds what is new without moving what is being read; a page of older messages pushes the rest down. */
    private void keepPlace(List<ConversationRow> rows, boolean follow) {
        int added = rows.size() - list.getItems().size();
        boolean above = !list.getItems().isEmpty() && added > 0 && rows.getLast().equals(list.getItems().getLast());
        int first = flow() == null || flow().getFirstVisibleCell() == null ? 0 : flow().getFirstVisibleCell().getIndex();
        Rows.update(list.getItems(), rows);
        if (above) {
            list.scrollTo(first + added);
        } else if (follow && added > 0) {
            list.layout();
            scrollToEnd();
        }
    }

    /** Scrolls to a message and selects it; answers whether it is in the part that is shown. */
    private boolean point(MessageId id) {
        List<ConversationRow> rows = list.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ConversationRow.Said(var message) && message.id().equals(id)) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - 1));
                noticeEnd();
                return true;
            }
        }
        return false;
    }

    private void showHeader(Conversation conversation) {
        Ticket ticket = conversation.ticket();
        subject.setText(ticket.subject());
        details.setText(texts.get("conversation.details", ticket.id(), ticket.channel(),
                times.shortDay(ticket.createdAt()),
                ticket.assignee().orElseGet(() -> texts.get("queue.row.nobody"))));
        Marks.status(status, ticket.status(), texts);
        Marks.priority(priority, ticket.priority(), texts);
        tags.setVisible(!ticket.tags().isEmpty());
        tags.getChildren().setAll(ticket.tags().stream().map(ConversationController::tag).toList());
        catchUp.setVisible(conversation.firstUnread() > 0);
        assign.setText(texts.get(actions.isMine(ticket) ? "conversation.unassign" : "conversation.assign"));
        close.setText(texts.get(ticket.isOpen() ? "conversation.close" : "conversation.reopen"));
    }

    private static Label tag(String name) {
        var label = new Label(name);
        label.getStyleClass().add("tag");
        return label;
    }

    private void copy() {
        String words = list.getSelectionModel().getSelectedItems().stream()
                .filter(ConversationRow.Said.class::isInstance)
                .map(row -> ((ConversationRow.Said) row).message())
                .map(this::copied)
                .collect(Collectors.joining("\n\n"));
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String copied(Message message) {
        boolean one = list.getSelectionModel().getSelectedItems().size() == 1;
        return one ? message.text() : message.author() + ", " + times.full(message.at()) + "\n" + message.text();
    }

    private void followScrolling() {
        for (var node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL) {
                bar.valueProperty().addListener(_ -> noticeEnd());
            }
        }
        list.heightProperty().addListener(_ -> keepEnd());
    }

    /** A composer that grows must not cover what was said last. */
    private void keepEnd() {
        if (atEnd) {
            list.layout();
            scrollToEnd();
        }
        noticeEnd();
    }

    private void noticeEndAfterLayout(Scene scene) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                noticeEnd();
            }
        });
    }

    private void noticeEnd() {
        VirtualFlow<?> flow = flow();
        if (list.getScene() == null || flow == null || flow.getLastVisibleCell() == null) {
            return;
        }
        atEnd = flow.getLastVisibleCell().getIndex() >= list.getItems().size() - 1;
        if (atEnd) {
            newBelow.set(false);
        }
        workspace.setAtEnd(atEnd);
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list.lookup(".virtual-flow");
    }
}
