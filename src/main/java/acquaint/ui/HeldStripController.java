package acquaint.ui;

import acquaint.casework.Drafts;
import acquaint.casework.Permissions;
import acquaint.casework.Reviews;
import acquaint.casework.RuleMatch;
import acquaint.model.Mode;
import acquaint.model.Review;
import acquaint.model.TicketId;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells the author that a reply of the open ticket waits for a second person and why, or that it was sent back. */
public final class HeldStripController {

    private final Reviews reviews;
    private final Drafts drafts;
    private final Permissions permissions;
    private final Workspace workspace;
    private final SentReplies sent;
    private final Background background;
    private final Background.Slot reading;
    private final Texts texts;

    @FXML private HBox root;
    @FXML private FontIcon icon;
    @FXML private Label words;
    @FXML private Button takeBackHeld;

    private TicketId ticket;
    private Review shown;

    public HeldStripController(Reviews reviews, Drafts drafts, Permissions permissions, Workspace workspace, SentReplies sent, Background background, Texts texts) {
        this.reviews = reviews;
        this.drafts = drafts;
        this.permissions = permissions;
        this.workspace = workspace;
        this.sent = sent;
        this.background = background;
        this.reading = background.slot();
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        root.setVisible(false);
        workspace.openProperty().addListener((_, _, open) -> follow(open.id()));
    }

    /** A reply is never held, let or sent back without an event in its ticket, which is read again then. */
    private void follow(TicketId next) {
        if (!next.equals(ticket)) {
            ticket = next;
            shown = null;
            root.setVisible(false);
        }
        reading.run(() -> reviews.newest(next)).then(newest -> show(newest));
    }

    private void show(Optional<Review> newest) {
        Review before = shown;
        shown = newest.orElse(null);
        boolean waits = shown != null && shown.state() == Review.State.WAITING;
        boolean back = shown != null && shown.state() == Review.State.SENT_BACK && isMine(shown);
        root.setVisible(waits || back);
        takeBackHeld.setVisible(waits && isMine(shown));
        icon.setIconCode(back ? Feather.CORNER_UP_LEFT : Feather.SHIELD);
        if (waits) {
            words.setText(texts.get("held-strip.waits", String.join("; ", reasons(shown))));
        } else if (back) {
            words.setText(texts.get("held-strip.sent-back", shown.reviewer().orElse(""), shown.reason().orElse("")));
            if (before != null && before.id().equals(shown.id()) && before.state() == Review.State.WAITING) {
                bringBack();
            }
        }
    }

    private List<String> reasons(Review review) {
        return HeldReplyNodes.why(RuleMatch.of(review), texts).lines().toList();
    }

    private boolean isMine(Review review) {
        return review.author().equals(permissions.me().name());
    }

    /** The text is in the ticket's draft again, and the composer does not know that yet. */
    private void bringBack() {
        TicketId where = ticket;
        background.run(() -> drafts.of(where)).then(found -> sent.bringBack(where, found.getOrDefault(Mode.REPLY, "")));
    }

    @FXML
    private void takeBack() {
        Review review = shown;
        TicketId where = ticket;
        sent.takeBack(where, () -> {
            Optional<String> back = reviews.takeBack(review.id());
            return back.map(_ -> drafts.of(where).getOrDefault(Mode.REPLY, review.text()));
        });
    }
}
