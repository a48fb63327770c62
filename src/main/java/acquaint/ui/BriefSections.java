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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The parts of a brief with their lines, one below the other, to be read and edited. For FXML; JavaFX thread only. */
public final class BriefSections extends VBox {

    /** A line that is being written: its place, or the place after which a new one comes. */
    private record Place(BriefPart part, int index, boolean fresh) {}

    private final Map<BriefPart, VBox> lines = new EnumMap<>(BriefPart.class);
    private final Map<BriefPart, Node> nothing = new EnumMap<>(BriefPart.class);
    private final Map<BriefPart, Node> sections = new EnumMap<>(BriefPart.class);
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
            getChildren().add(section(part));
        }
        editing.onChange(this::show);
    }

    private Node section(BriefPart part) {
        var title = new Label(words.title(part));
        title.getStyleClass().add("brief-title");
        var add = new Button(null, new FontIcon(Feather.PLUS));
        add.getStyleClass().addAll("flat", "small", "icon-only", "brief-line-button");
        add.setId("add-" + part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        add.setTooltip(new Tooltip(texts.get("brief.add")));
        add.setAccessibleText(texts.get("brief.add.to", words.title(part)));
        add.setOnAction(_ -> add(part, editing.brief().of(part).size() - 1));
        var none = new Label(texts.get("brief.none"));
        none.getStyleClass().add("brief-none");
        nothing.put(part, none);
        var head = new HBox(4, title, add, none);
        head.getStyleClass().add("brief-section-head");
        var box = new VBox();
        box.getStyleClass().add("brief-lines");
        lines.put(part, box);
        var section = new VBox(head, box);
        section.getStyleClass().add("brief-section");
        sections.put(part, section);
        return section;
    }

    /** The focus stays on the line where it was. */
    private void show(Set<BriefPart> parts) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        BriefPart at = owner instanceof BriefLineNode ? lines.keySet().stream().filter(part -> lines.get(part).getChildren().contains(owner)).findFirst().orElse(null) : null;
        int index = at == null ? -1 : lines.get(at).getChildren().indexOf(owner);
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
        nothing.get(part).setVisible(nodes.isEmpty());
        lines.get(part).getChildren().setAll(nodes);
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
        List<Node> all = sections.keySet().stream().flatMap(part -> lines.get(part).getChildren().stream()).filter(BriefLineNode.class::isInstance).toList();
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
        List<Node> nodes = lines.get(part).getChildren();
        if (index >= 0 && index < nodes.size() && nodes.get(index) instanceof BriefLineNode line) {
            line.requestFocus();
        } else {
            sections.get(part).lookup(".button").requestFocus();
        }
    }

    /** Brings a part into sight and the focus to it. */
    void point(BriefPart part) {
        pointing.at(sections.get(part));
        focus(part, 0);
    }
}
