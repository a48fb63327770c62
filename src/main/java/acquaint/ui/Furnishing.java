package acquaint.ui;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What the first look at the queue can do without: conversation, memory and all that lies over or under them. It is loaded when the queue is on screen, one part
 * after each painting, so that a start is short and no key waits long. JavaFX thread only.
 */
final class Furnishing {

    /** Where the parts go. */
    record Room(Pane conversation, Pane memory, Pane tickets, Pane center, Pane strips) {}

    private final Views views;
    private final Background background;
    private final Room room;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean done;
    private ComposerController composer;
    private MemoryController memory;
    private PaletteController palette;
    private ImportController imports;
    private CopyHistoryController copying;

    Furnishing(Views views, Background background, Room room) {
        this.views = views;
        this.background = background;
        this.room = room;
    }

    /** Begins; who waits goes on at the end, then {@code last}. */
    void begin(Runnable last) {
        go(Stream.concat(parts().stream(), Stream.of(this::tell, last)).iterator());
    }

    List<Runnable> parts() {
        return List.of(this::bringConversation, this::bringMemory, this::bringSheets);
    }

    /** Runs {@code action} when all is there, in the order of those who wait. */
    void whenDone(Runnable action) {
        if (done) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    ComposerController composer() {
        return composer;
    }

    MemoryController memory() {
        return memory;
    }

    PaletteController palette() {
        return palette;
    }

    ImportController imports() {
        return imports;
    }

    CopyHistoryController copying() {
        return copying;
    }

    private void go(Iterator<Runnable> parts) {
        run(parts.next());
        if (parts.hasNext()) {
            background.afterPainting(room.center().getScene(), () -> go(parts));
        }
    }

    private void tell() {
        done = true;
        waiting.forEach(this::run);
        waiting.clear();
    }

    /** A part that fails is told of, and keeps no other from its turn. */
    private void run(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            background.report(e);
        }
    }

    private void bringConversation() {
        Parent conversation = views.load("conversation").root();
        VBox.setVgrow(conversation, Priority.ALWAYS);
        Views.View<ComposerController> writing = views.load("composer");
        composer = writing.controller();
        room.conversation().getChildren().setAll(views.load("brief-strip").root(), conversation, writing.root());
    }

    private void bringMemory() {
        Views.View<MemoryController> view = views.load("memory");
        memory = view.controller();
        room.memory().getChildren().setAll(view.root());
    }

    private void bringSheets() {
        room.tickets().getChildren().addAll(views.load("timeline").root(), views.load("brief").root());
        Views.View<PaletteController> over = views.load("palette");
        palette = over.controller();
        room.center().getChildren().add(over.root());
        Views.View<CopyHistoryController> copyStrip = views.load("copy-history");
        copying = copyStrip.controller();
        Views.View<ImportController> importStrip = views.load("import");
        imports = importStrip.controller();
        room.strips().getChildren().setAll(views.load("sharing-trouble").root(), copyStrip.root(), importStrip.root());
    }
}
