package acquaint.ui;

import acquaint.model.Folded;
import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/**
 * Reads from the nodes of the program's window what stands on it: the bench believes only what an agent would see. JavaFX
 * thread, after a layout.
 */
public final class Screen {

    private final Scene scene;
    private final ListView<QueueRow> queue;
    private ListView<ConversationRow> conversation;
    private Label customer;
    private Node loading;

    @SuppressWarnings("unchecked")
    public Screen(Scene scene) {
        this.scene = scene;
        this.queue = (ListView<QueueRow>) scene.lookup(".queue-rows");
    }

    public Scene scene() {
        return scene;
    }

    public ListView<QueueRow> queue() {
        return queue;
    }

    /** Whether what comes after the queue is there, too: the palette is the last of it. */
    public boolean isWhole() {
        return scene.lookup(".palette-over") != null;
    }

    public TextField filter() {
        return (TextField) scene.lookup("#filter");
    }

    /** Chooses a view by its button. */
    public void press(int view) {
        ((ToggleButton) ((VBox) scene.lookup("#viewList")).getChildren().get(view)).fire();
    }

    /** Whether rows of tickets are in sight, each in its cell. */
    public boolean showsQueue() {
        return queue.isVisible() && !queue.getItems().isEmpty() && hasItsItems(queue);
    }

    /** Whether the queue shows as many rows as expected, and in sight only such as hold all the words. */
    public boolean showsQueue(int count, String words) {
        List<String> folded = Folded.words(words);
        boolean emptied = count == 0 && !queue.isVisible();
        return queue.getItems().size() == count && (emptied || queue.isVisible() && hasItsItems(queue)
                && cells(queue).allMatch(cell -> holds((QueueRow) cell.getItem(), folded)));
    }

    /** Whether this ticket's row is selected and in sight, and its conversation is. */
    public boolean showsConversation(TicketId ticket) {
        QueueRow selected = queue.getSelectionModel().getSelectedItem();
        ListView<ConversationRow> conversation = conversation();
        return selected != null && selected.ticket().equals(ticket) && conversation != null
                && cells(queue).anyMatch(cell -> cell.isSelected() && selected.equals(cell.getItem()))
                && conversation.getParent().getParent().isVisible()
                && hasItsItems(conversation)
                && conversation.getItems().stream().allMatch(row -> !(row instanceof ConversationRow.Said(var message))
                        || message.ticket().equals(ticket));
    }

    /** Whether the sidebar shows the customer of the selected ticket and what memory said, or that it is away. */
    public boolean showsMemory() {
        QueueRow selected = queue.getSelectionModel().getSelectedItem();
        return selected != null && customer() != null && !loading().isVisible() && customer().getText().equals(selected.customerName());
    }

    /** Looked for once only, as are the next two: looking takes time that would count as the program's. */
    @SuppressWarnings("unchecked")
    private ListView<ConversationRow> conversation() {
        if (conversation == null) {
            conversation = (ListView<ConversationRow>) scene.lookup(".messages");
        }
        return conversation;
    }

    private Label customer() {
        if (customer == null) {
            customer = (Label) scene.lookup(".memory-name");
        }
        return customer;
    }

    private Node loading() {
        if (loading == null) {
            loading = scene.lookup(".memory-loading");
        }
        return loading;
    }

    /** Whether the sidebar says that memory is away: an answer that came too late to count as one. */
    public boolean saysMemoryIsAway() {
        return scene.lookup(".memory-away").isVisible();
    }

    /** How many facts and episodes the sidebar shows. */
    public int remembered() {
        return pieces("#profile") + pieces("#episodes");
    }

    private int pieces(String list) {
        VBox box = (VBox) scene.lookup(list);
        return box.getParent().getParent().isVisible()
                ? (int) box.getChildren().stream().filter(Node::isVisible).count() : 0;
    }

    private static boolean holds(QueueRow row, List<String> words) {
        String text = Folded.of(String.join("\n", row.customerName(), row.customer().value(), row.subject(), row.preview(), row.ticket().value(),
                row.assignee().orElse(""), String.join("\n", row.tags())));
        return words.stream().allMatch(text::contains);
    }

    /** Whether the list has cells in sight, and each shows the item of its place. */
    private static boolean hasItsItems(ListView<?> list) {
        return cells(list).findAny().isPresent()
                && cells(list).allMatch(cell -> cell.getIndex() < list.getItems().size()
                        && list.getItems().get(cell.getIndex()).equals(cell.getItem()));
    }

    private static java.util.stream.Stream<? extends IndexedCell<?>> cells(ListView<?> list) {
        return ((Parent) list.lookup(".sheet")).getChildrenUnmodifiable().stream()
                .filter(IndexedCell.class::isInstance)
                .map(node -> (IndexedCell<?>) node)
                .filter(cell -> cell.isVisible() && !cell.isEmpty());
    }
}
