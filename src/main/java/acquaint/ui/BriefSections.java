package acquaint.ui;

import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.reply.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The parts of a brief with their lines, one below the other, to be read and edited. For FXML; JavaFX thread only. */
public final class BriefSections extends VBox {

    /** A line that is being written: its place, or the place after which a new one comes. */
    private record Place(BriefPart part, int index, boolean fresh) {}

    private final Map<BriefPart, BriefSection> sections = new EnumMap<>(BriefPart.class);
    private EmptyBriefParts empty;
    private final Pointing pointing = new Pointing();
    private BriefEditing editing;
    private BriefWords words;
    private Texts texts;
    private Consumer<Evidence> open;
    private Runnable changed;
    private Place writing;
    private BriefLineEditor editor;

    public BriefSections() {
        getStyleClass().add("brief-sections");
    }

    void begin(BriefEditing shown, BriefWords names, Texts language, Consumer<Evidence> opener, Runnable onChange) {
        editing = shown;
        words = names;
        texts = language;
        open = opener;
        changed = onChange;
        for (BriefPart part : BriefPart.values()) {
            sections.put(part, new BriefSection(part, words, texts, () -> add(part, editing.brief().of(part).size() - 1)));
        }
        empty = new EmptyBriefParts(words, texts, part -> add(part, -1));
        getChildren().addAll(sections.values());
        getChildren().add(empty);
        editing.onChange(this::show);
    }

    /** The focus stays on the line where it was. */
    private void show(Set<BriefPart> parts) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        BriefPart at = owner instanceof BriefLineNode ? sections.keySet().stream().filter(part -> sections.get(part).lines().contains(owner)).findFirst().orElse(null) : null;
        int index = at == null ? -1 : sections.get(at).lines().indexOf(owner);
        boolean inEditor = editor != null && isFocusIn(editor);
        parts.forEach(this::show);
        changed.run();
        if (at != null && parts.contains(at)) {
            focus(at, Math.min(index, editing.brief().of(at).size() - 1));
        } else if (inEditor && writing != null && parts.contains(writing.part())) {
            editor.begin();
        }
    }

    private void show(BriefPart part) {
        List<BriefLine> all = editing.brief().of(part);
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < all.size(); i++) {
            nodes.add(isWritten(part, i, false) ? editor : new BriefLineNode(part, i, all.get(i), words, this, open, texts));
        }
        if (writing != null && writing.part() == part && writing.fresh()) {
            nodes.add(Math.min(writing.index() + 1, nodes.size()), editor);
        }
        sections.get(part).show(nodes);
        empty.show(part, nodes.isEmpty());
    }

    private boolean isWritten(BriefPart part, int index, boolean fresh) {
        return writing != null && writing.part() == part && writing.index() == index && writing.fresh() == fresh;
    }

    void edit(BriefPart part, int index) {
        finish();
        BriefLine line = editing.brief().of(part).get(index);
        write(new Place(part, index, false), line.text(), line.detail());
    }

    void add(BriefPart part, int after) {
        finish();
        write(new Place(part, after, true), "", Optional.empty());
    }

    private void write(Place place, String text, Optional<String> detail) {
        writing = place;
        editing.hold(Optional.of(place.part()));
        editor = new BriefLineEditor(place.part(), text, detail, words, (kept, more) -> keep(place, kept, more), () -> end(place.part(), Math.max(0, place.index())));
        show(place.part());
        editor.begin();
    }

    private void keep(Place place, String text, Optional<String> detail) {
        boolean focused = isFocusIn(editor);
        writing = null;
        editing.hold(Optional.empty());
        if (place.fresh()) {
            editing.add(place.part(), place.index(), text, detail);
        } else {
            editing.rewrite(place.part(), place.index(), text, detail);
        }
        show(place.part());
        if (focused) {
            focus(place.part(), place.fresh() ? place.index() + 1 : place.index());
        }
    }

    private void end(BriefPart part, int index) {
        boolean focused = isFocusIn(editor);
        writing = null;
        editing.hold(Optional.empty());
        show(part);
        if (focused) {
            focus(part, index);
        }
    }

    private boolean isFocusIn(Node node) {
        for (Node each = getScene() == null ? null : getScene().getFocusOwner(); each != null; each = each.getParent()) {
            if (each == node) {
                return true;
            }
        }
        return false;
    }

    /** Keeps what is being written in a line. */
    void finish() {
        if (writing != null) {
            editor.finish();
        }
    }

    void remove(BriefPart part, int index) {
        finish();
        editing.remove(part, index);
        focus(part, Math.min(index, editing.brief().of(part).size() - 1));
    }

    void move(BriefPart part, int index, int by) {
        finish();
        focus(part, editing.move(part, index, by));
    }

    void go(Node from, int by) {
        List<Node> all = sections.values().stream().flatMap(section -> section.lines().stream()).filter(BriefLineNode.class::isInstance).toList();
        int to = all.indexOf(from) + by;
        if (to >= 0 && to < all.size()) {
            pointing.reveal(all.get(to));
            all.get(to).requestFocus();
        }
    }

    /** The first line there is. */
    void focusFirst() {
        go(null, 1);
    }

    private void focus(BriefPart part, int index) {
        List<Node> nodes = sections.get(part).lines();
        if (index >= 0 && index < nodes.size() && nodes.get(index) instanceof BriefLineNode line) {
            line.requestFocus();
        } else {
            (nodes.isEmpty() ? empty.button(part) : sections.get(part).button()).requestFocus();
        }
    }

    /** Brings a part into sight and the focus to it. */
    void point(BriefPart part) {
        pointing.at(sections.get(part).lines().isEmpty() ? empty : sections.get(part));
        focus(part, 0);
    }
}
