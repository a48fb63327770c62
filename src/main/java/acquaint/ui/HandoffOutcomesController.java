package acquaint.ui;

import acquaint.casework.Handoffs;
import acquaint.model.CustomerId;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The part of the sidebar that tells what became of this customer's tickets that were handed over. */
public final class HandoffOutcomesController {

    private static final int SHOWN = 3;

    private final Handoffs handoffs;
    private final Recipients recipients;
    private final Workspace workspace;
    private final Background background;
    private final Background.Slot reading;
    private final Texts texts;
    private final TimeWords times;

    @FXML private VBox root;
    @FXML private VBox list;
    @FXML private Hyperlink all;

    private CustomerId shown;
    private List<Handoff> known = List.of();

    public HandoffOutcomesController(Handoffs handoffs, Recipients recipients, Workspace workspace, DeskChanges changes, Background background, Texts texts, TimeWords times) {
        this.handoffs = handoffs;
        this.recipients = recipients;
        this.workspace = workspace;
        this.background = background;
        this.reading = background.slot();
        this.texts = texts;
        this.times = times;
        changes.listen(this::read);
    }

    @FXML
    private void initialize() {
        workspace.openProperty().addListener((_, _, now) -> {
            if (!now.conversation().customer().id().equals(shown)) {
                root.setVisible(false);
                shown = null;
                read();
            }
        });
    }

    private void read() {
        workspace.open().ifPresent(open -> {
            CustomerId customer = open.conversation().customer().id();
            reading.run(() -> handoffs.ofCustomer(customer)).then(found -> {
                if (!customer.equals(shown) || !found.equals(known)) {
                    shown = customer;
                    known = found;
                    show(found, SHOWN);
                }
            }).onFailure(background::report);
        });
    }

    private void show(List<Handoff> found, int limit) {
        list.getChildren().setAll(found.stream().limit(limit).map(this::line).toList());
        root.setVisible(!found.isEmpty());
        all.setVisible(found.size() > limit);
        all.setText(texts.get("like-case.all", found.size()));
        all.setOnAction(_ -> show(found, found.size()));
    }

    private Node line(Handoff handoff) {
        var words = new WrappedLabel("memory-text");
        words.show(texts.get("outcome.line", times.shortDay(handoff.createdAt()), outcome(handoff)));
        var about = new Label(handoff.reason());
        about.getStyleClass().add("memory-former");
        about.setWrapText(true);
        about.setVisible(!handoff.reason().isBlank());
        about.managedProperty().bind(about.visibleProperty());
        var ticket = new Hyperlink(handoff.ticket().value());
        ticket.getStyleClass().add("memory-origin");
        ticket.setOnAction(_ -> workspace.select(handoff.ticket()));
        var box = new VBox(2, words, about, ticket);
        box.getStyleClass().add("memory-episode");
        return box;
    }

    private String outcome(Handoff handoff) {
        String who = handoff.reviewer().orElseGet(() -> recipients.words(handoff.to()));
        if (handoff.state() == HandoffState.DECIDED) {
            return texts.get("outcome.decided", handoff.decision().orElseGet(() -> texts.of(HandoffState.DECIDED)), who);
        }
        return handoff.isOpen() ? texts.get("outcome.open", texts.of(handoff.state()), who) : texts.get("outcome.ended");
    }
}
