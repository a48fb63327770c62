package acquaint.ui;

import acquaint.brief.BriefPart;
import acquaint.casework.HandoffView;
import acquaint.model.Handoff;
import acquaint.model.HandoffStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One handoff for its reviewer: what can be done, the brief with its evidence, and all that happened to it. */
public final class HandoffController {

    private final OpenHandoff open;
    private final HandoffActions actions;
    private final Places places;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final HandoffWords words;
    private final BriefNodes nodes;
    private final Map<HandoffAction, Button> buttons = new EnumMap<>(HandoffAction.class);

    @FXML private VBox root;
    @FXML private Label customer;
    @FXML private Label tier;
    @FXML private Label subject;
    @FXML private Label state;
    @FXML private Hyperlink ticket;
    @FXML private Label way;
    @FXML private Label since;
    @FXML private Label changed;
    @FXML private FlowPane actionBar;
    @FXML private Label refusals;
    @FXML private ScrollPane scroll;
    @FXML private VBox parts;
    @FXML private VBox steps;

    public HandoffController(OpenHandoff open, HandoffActions actions, EvidenceOpening opening, Places places, Keys keys, Texts texts, TimeWords times, HandoffWords words) {
        this.open = open;
        this.actions = actions;
        this.places = places;
        this.keys = keys;
        this.texts = texts;
        this.times = times;
        this.words = words;
        this.nodes = new BriefNodes(new EvidenceWords(texts, times), texts, opening::open);
    }

    @FXML
    private void initialize() {
        var hints = new KeyHints(keys.keymap(), texts);
        for (HandoffAction action : HandoffAction.values()) {
            var button = new Button(texts.of(action.shortcut()));
            button.setId("handoff-" + action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.setMnemonicParsing(false);
            button.getStyleClass().add("small");
            button.setOnAction(_ -> keys.run(action.shortcut()));
            hints.tip(button, action.shortcut());
            buttons.put(action, button);
            actionBar.getChildren().add(button);
        }
        buttons.get(HandoffAction.ACCEPT).getStyleClass().add("accent");
        open.cardProperty().addListener((_, _, card) -> {
            if (card != null) {
                customer.setText(card.customerName());
                tier.setText(card.tier().orElse(""));
                tier.setVisible(card.tier().isPresent());
                subject.setText(card.subject());
            }
        });
        open.viewProperty().addListener((_, before, view) -> {
            if (view != null) {
                show(before, view);
            }
        });
    }

    /** Where reading the brief stands. */
    public ReadOnlyStringProperty stateNameProperty() {
        return open.state().nameProperty();
    }

    public String getStateName() {
        return stateNameProperty().get();
    }

    @FXML
    private void close() {
        open.close();
    }

    @FXML
    private void openTicket() {
        shown().ifPresent(view -> places.openTicket(view.handoff().ticket()));
    }

    @FXML
    private void again() {
        open.refresh();
    }

    private Optional<HandoffView> shown() {
        return Optional.ofNullable(open.viewProperty().get());
    }

    private void show(HandoffView before, HandoffView view) {
        Handoff handoff = view.handoff();
        boolean another = before == null || !before.handoff().id().equals(handoff.id());
        Marks.handoff(state, handoff.state(), texts);
        ticket.setText(texts.get("handoff.ticket", handoff.ticket()));
        way.setText(words.way(handoff));
        since.setText(words.times(handoff, times.now()));
        showChange(another ? null : before, view);
        showActions(handoff);
        var shownParts = new ArrayList<javafx.scene.Node>();
        for (BriefPart part : BriefPart.values()) {
            nodes.part(part, view.brief().of(part)).ifPresent(shownParts::add);
        }
        parts.getChildren().setAll(shownParts);
        steps.getChildren().setAll(view.steps().stream().map(this::step).toList());
        if (another) {
            scroll.setVvalue(0);
        }
    }

    /** What a colleague did while this was being read. */
    private void showChange(HandoffView before, HandoffView view) {
        Optional<HandoffStep> news = before == null || view.steps().size() <= before.steps().size() ? Optional.empty()
                : Optional.of(view.steps().getLast()).filter(step -> !actions.isMine(step));
        changed.setText(news.map(words::step).orElse(""));
    }

    private void showActions(Handoff handoff) {
        var reasons = new LinkedHashMap<String, List<String>>();
        buttons.forEach((action, button) -> {
            Optional<String> refusal = actions.refusal(action, handoff);
            button.setDisable(refusal.isPresent());
            button.setAccessibleHelp(refusal.orElse(null));
            refusal.ifPresent(reason -> reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(texts.of(action.shortcut()).replace("…", "").strip()));
        });
        boolean nothing = reasons.size() == 1 && reasons.firstEntry().getValue().size() == buttons.size();
        refusals.setText(nothing ? reasons.firstEntry().getKey() : reasons.entrySet().stream()
                .map(each -> texts.get("handoff.refusals", String.join(", ", each.getValue()), each.getKey())).collect(Collectors.joining("\n")));
    }

    private VBox step(HandoffStep step) {
        var what = new WrappedLabel("handoff-step-what");
        what.show(words.step(step));
        var at = new Label(times.full(step.at()));
        at.getStyleClass().add("muted");
        var node = new VBox(1, what, at);
        if (!step.words().isBlank()) {
            var said = new WrappedLabel("handoff-step-words");
            said.show(step.words());
            node.getChildren().add(said);
        }
        node.getStyleClass().add("handoff-step");
        return node;
    }
}
