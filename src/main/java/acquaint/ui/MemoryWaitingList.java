package acquaint.ui;

import acquaint.casework.MemoryBacklog;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Each thing that waits to be remembered: what it is, how far it came, why it did not come further, and what can be done. */
final class MemoryWaitingList extends ScrollPane {

    private static final double WIDTH = 380;
    private static final double HEIGHT = 320;

    /** Settles what nobody can tell: by the entry's number, and whether it arrived. */
    interface Settling {
        void settle(long entry, boolean arrived);
    }

    private final Settling settling;
    private final Texts texts;
    private final TimeWords times;

    MemoryWaitingList(List<MemoryBacklog.Entry> entries, Settling settling, Texts texts, TimeWords times) {
        this.settling = settling;
        this.texts = texts;
        this.times = times;
        var list = new VBox();
        list.getStyleClass().add("memory-waiting-list");
        entries.forEach(entry -> list.getChildren().add(node(entry)));
        setContent(list);
        setFitToWidth(true);
        setPrefWidth(WIDTH);
        setMaxHeight(HEIGHT);
        getStyleClass().add("memory-scroll");
    }

    private VBox node(MemoryBacklog.Entry entry) {
        var what = new Label(entry.what() == MemoryBacklog.What.MESSAGE ? entry.words() : texts.of(entry.what()) + ": " + entry.words());
        what.getStyleClass().add("memory-subject");
        what.setWrapText(true);
        var where = new Label(String.join(" · ", entry.ticket().value(), texts.of(entry.state())));
        where.getStyleClass().add("memory-origin");
        var node = new VBox(2, what, where);
        node.getStyleClass().add("memory-waiting-entry");
        entry.why().ifPresent(why -> node.getChildren().add(line(texts.of(why), "memory-text")));
        entry.reason().ifPresent(reason -> node.getChildren().add(line(reason, "memory-origin")));
        entry.nextTry().filter(at -> at.isAfter(times.now())).ifPresent(at ->
                node.getChildren().add(line(texts.get("memory.waiting.attempts", entry.attempts(), times.time(at)), "memory-origin")));
        if (entry.state() == MemoryBacklog.State.UNCERTAIN) {
            node.getChildren().add(new FlowPane(6, 6, button("memory.waiting.again", entry.id(), false), button("memory.waiting.arrived", entry.id(), true)));
        }
        return node;
    }

    private static Label line(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private Button button(String key, long entry, boolean arrived) {
        var button = new Button(texts.get(key));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> settling.settle(entry, arrived));
        return button;
    }
}
