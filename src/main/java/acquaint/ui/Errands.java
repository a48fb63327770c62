package acquaint.ui;

import acquaint.casework.Intake;
import acquaint.casework.Intake.Correspondent;
import acquaint.casework.MailIntake;
import acquaint.model.Errand;
import acquaint.model.Mailto;
import acquaint.model.TicketId;
import acquaint.model.UnusableMail;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Alert;

/**
 * Does what another program asked of this one: shows the ticket of a mail, or writes to the customer of a {@code mailto:} link. Each errand ends in something that
 * is seen, and be it a message that says what is wrong. JavaFX thread only.
 */
public final class Errands {

    private final MailIntake mails;
    private final Intake intake;
    private final TicketForms forms;
    private final Places places;
    private final Workspace workspace;
    private final ReplyWords reply;
    private final Background background;
    private final Background.Sequence sequence;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Texts texts;

    public Errands(MailIntake mails, Intake intake, TicketForms forms, Places places, Workspace workspace, ReplyWords reply, Background background, Dialogs dialogs,
            Notices notices, Texts texts) {
        this.mails = mails;
        this.intake = intake;
        this.forms = forms;
        this.places = places;
        this.workspace = workspace;
        this.reply = reply;
        this.background = background;
        this.sequence = background.sequence();
        this.dialogs = dialogs;
        this.notices = notices;
        this.texts = texts;
    }

    /** One after the other, so that the last one is what is on screen in the end. */
    public void carryOut(List<Errand> errands) {
        for (Errand errand : errands) {
            switch (errand) {
                case Errand.MailFile(Path file) -> show(file);
                case Errand.MailLink(String link) -> follow(link);
            }
        }
    }

    private void show(Path file) {
        sequence.run(() -> mails.take(file)).then(taken -> {
            places.openTicket(taken.id());
            notices.say(taken.ticket() ? "errand.mail.taken" : taken.message() ? "errand.mail.answer" : "errand.mail.known", file.getFileName(), taken.id());
        }).onFailure(problem -> refuse(file, problem));
    }

    private void refuse(Path file, Throwable problem) {
        if (problem instanceof IOException failure) {
            dialogs.tell(Alert.AlertType.ERROR, texts.get("errand.mail.unusable", String.valueOf(file.getFileName())), reason(failure));
        } else {
            background.report(problem);
        }
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> texts.get("errand.mail.missing");
            case AccessDeniedException _ -> texts.get("errand.mail.denied");
            case UnusableMail mail -> texts.get(switch (mail.fault()) {
                case FOLDER -> "errand.mail.folder";
                case TOO_LARGE -> "errand.mail.too-large";
                case BROKEN -> "errand.mail.broken";
                case NO_SENDER -> "errand.mail.no-sender";
                case BAD_SENDER -> "errand.mail.bad-sender";
                case EMPTY -> "errand.mail.empty";
            }, mail.part());
            default -> texts.get("errand.mail.unread", String.valueOf(failure.getMessage()));
        };
    }

    private void follow(String link) {
        Mailto mailto;
        try {
            mailto = Mailto.parse(link);
        } catch (Mailto.Unusable e) {
            dialogs.tell(Alert.AlertType.ERROR, texts.get("errand.link.unusable"), texts.get(switch (e.fault()) {
                case NO_ADDRESS -> "errand.link.no-address";
                case BAD_ADDRESS -> "errand.link.bad-address";
                case BAD_ESCAPE -> "errand.link.bad-escape";
                case TOO_LONG -> "errand.link.too-long";
            }, e.part()));
            return;
        }
        sequence.run(() -> intake.correspondent(mailto.to())).then(found -> write(mailto, found));
    }

    private void write(Mailto mailto, Correspondent found) {
        if (mailto.to().size() > 1) {
            notices.say("errand.link.several", mailto.to().size(), found.address().value());
        }
        found.openTicket().ifPresentOrElse(ticket -> answer(ticket, mailto.body().orElse("")), () -> forms.letter(mailto, found));
    }

    private void answer(TicketId ticket, String words) {
        places.openTicket(ticket);
        if (words.isEmpty()) {
            return;
        }
        if (isOpen(ticket)) {
            reply.add(ticket, words);
            return;
        }
        // The words belong into this ticket's reply and no other's, so they wait until it is the one on screen, however long that takes.
        workspace.openProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends OpenTicket> open, OpenTicket before, OpenTicket now) {
                if (isOpen(ticket)) {
                    open.removeListener(this);
                    reply.add(ticket, words);
                }
            }
        });
    }

    private boolean isOpen(TicketId ticket) {
        return workspace.open().filter(open -> open.id().equals(ticket)).isPresent();
    }
}
