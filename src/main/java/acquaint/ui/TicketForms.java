package acquaint.ui;

import acquaint.casework.Drafts;
import acquaint.casework.Intake;
import acquaint.casework.Intake.Correspondent;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Mailto;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Priority;
import acquaint.model.Ticket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;

/** The forms that an agent fills in by hand: a new ticket, what a customer said, priority and tags. JavaFX thread only. */
public final class TicketForms {

    private final Intake intake;
    private final Drafts drafts;
    private final Places places;
    private final Views views;
    private final Dialogs dialogs;
    private final Workspace workspace;
    private final TicketActions actions;
    private final Background background;
    private final Texts texts;
    private final String me;

    public TicketForms(Intake intake, Drafts drafts, Places places, Views views, Dialogs dialogs, Workspace workspace, TicketActions actions,
            Background background, Keys keys, Texts texts, String me) {
        this.intake = intake;
        this.drafts = drafts;
        this.places = places;
        this.views = views;
        this.dialogs = dialogs;
        this.workspace = workspace;
        this.actions = actions;
        this.background = background;
        this.texts = texts;
        this.me = me;
        keys.on(Shortcut.NEW_TICKET, this::newTicket);
        keys.on(Shortcut.LOG_MESSAGE, this::logMessage);
        keys.on(Shortcut.PRIORITY, this::choosePriority);
        keys.on(Shortcut.TAGS, this::editTags);
    }

    private void newTicket() {
        Views.View<NewTicketController> form = views.load("new-ticket");
        ask(form, "new-ticket.title").ifPresent(request ->
                background.run(() -> intake.open(request)).then(ticket -> workspace.select(ticket.id())));
    }

    /** Asks for what a ticket needs in which we write to a customer first, and puts the words that were handed over into its reply. */
    void letter(Mailto mailto, Correspondent to) {
        Views.View<NewTicketController> form = views.load("new-ticket");
        form.controller().fill(to, mailto.subject());
        ask(form, "new-ticket.letter").ifPresent(request -> background.run(() -> {
            Ticket ticket = intake.open(request);
            drafts.save(ticket.id(), Mode.REPLY, mailto.body().orElse(""));
            return ticket;
        }).then(ticket -> places.openTicket(ticket.id())));
    }

    private Optional<NewTicket> ask(Views.View<NewTicketController> form, String title) {
        var open = new ButtonType(texts.get("new-ticket.open"), ButtonBar.ButtonData.OK_DONE);
        var dialog = new Dialog<NewTicket>();
        dialogs.dress(dialog, texts.get(title), null);
        dialog.getDialogPane().setPrefWidth(560);
        dialog.getDialogPane().setContent(form.root());
        dialog.getDialogPane().getButtonTypes().setAll(open, cancel());
        dialog.getDialogPane().lookupButton(open).disableProperty().bind(form.controller().complete().not());
        dialog.setResultConverter(button -> button == open ? form.controller().request(me) : null);
        dialog.setOnShown(_ -> form.controller().focus());
        return dialog.showAndWait();
    }

    private void logMessage() {
        workspace.open().ifPresent(open -> {
            Ticket ticket = open.conversation().ticket();
            String name = open.conversation().customer().name();
            var said = new TextArea();
            said.setWrapText(true);
            said.setPrefRowCount(6);
            said.setAccessibleText(texts.get("log.question", name));
            said.setId("logText");
            var log = new ButtonType(texts.get("log.do"), ButtonBar.ButtonData.OK_DONE);
            var dialog = new Dialog<String>();
            dialogs.dress(dialog, texts.get("log.title"), texts.get("log.question", name));
            dialog.getDialogPane().setContent(said);
            dialog.getDialogPane().getButtonTypes().setAll(log, cancel());
            dialog.getDialogPane().lookupButton(log).disableProperty()
                    .bind(said.textProperty().map(String::isBlank));
            dialog.setResultConverter(button -> button == log ? said.getText().strip() : null);
            dialog.setOnShown(_ -> said.requestFocus());
            MessageId id = MessageId.random();
            dialog.showAndWait().ifPresent(words -> background.run(() -> intake.log(id, ticket.id(), words)));
        });
    }

    private void choosePriority() {
        workspace.open().ifPresent(open -> dialogs
                .choose("priority.title", "priority.question", open.conversation().ticket().priority(), List.of(Priority.values()))
                .ifPresent(actions::priority));
    }

    private void editTags() {
        workspace.open().ifPresent(open -> dialogs
                .askOptionalText("tags.title", "tags.question", String.join(", ", open.conversation().ticket().tags()))
                .ifPresent(words -> actions.tags(
                        Arrays.stream(words.split("[,;]")).map(String::strip).filter(t -> !t.isEmpty()).toList())));
    }

    private ButtonType cancel() {
        return new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    }
}
