package acquaint.ui;

import acquaint.casework.MemoryBacklog;
import acquaint.casework.MemoryBacklog.Learned;
import acquaint.casework.MemoryBacklog.Summary;
import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Duration;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What waits to be remembered of the open ticket's customer and why, and whether memory has learned from a closed ticket. */
public final class MemoryWaitingController {

    private static final int ENTRIES = 100;
    /** So many at once are an ordinary ticket on its way. */
    private static final int PASSING = 20;
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    /** What one look brought. */
    private record Look(Summary summary, Learned learned) {}

    private final Workspace workspace;
    private final MemoryBacklog backlog;
    private final Background background;
    private final Background.Slot looking;
    private final Background.Slot listing;
    private final Texts texts;
    private final TimeWords times;
    private final Timeline countdown = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> showNextTry()));

    @FXML private VBox root;
    @FXML private FontIcon learnedIcon;
    @FXML private Label learned;
    @FXML private Label count;
    @FXML private Label why;
    @FXML private Label next;
    @FXML private Button waitingRetry;
    @FXML private Button waitingDetails;

    private Summary shown = Summary.NOTHING;
    private TicketId ticket;
    private Runnable remembered = () -> {};
    private PopOver details;

    public MemoryWaitingController(Workspace workspace, MemoryBacklog backlog, DeskChanges changes, Background background, Texts texts, TimeWords times) {
        this.workspace = workspace;
        this.backlog = backlog;
        this.background = background;
        this.looking = background.slot();
        this.listing = background.slot();
        this.texts = texts;
        this.times = times;
        countdown.setCycleCount(Animation.INDEFINITE);
        changes.listen(this::look);
    }

    @FXML
    private void initialize() {
        workspace.selectedProperty().addListener((_, _, _) -> {
            looking.cancel();
            listing.cancel();
        });
        workspace.openProperty().addListener((_, _, open) -> show(open));
    }

    /** Says what to do when everything that waited is remembered. */
    void onRemembered(Runnable handler) {
        remembered = handler;
    }

    private void show(OpenTicket open) {
        if (!open.id().equals(ticket)) {
            ticket = open.id();
            show(new Look(Summary.NOTHING, Learned.NOT_CLOSED));
            hideDetails();
        }
        look();
    }

    private void look() {
        workspace.open().ifPresent(open -> {
            CustomerId customer = open.card().customer().id();
            TicketId id = open.id();
            looking.run(() -> new Look(backlog.of(customer), backlog.learned(id))).then(look -> {
                boolean done = shown.waiting() > 0 && look.summary().waiting() == 0;
                show(look);
                if (done) {
                    remembered.run();
                }
            });
        });
    }

    private void show(Look look) {
        shown = look.summary();
        learned.setText(look.learned() == Learned.NOT_CLOSED ? "" : texts.of(look.learned()));
        learnedIcon.setIconCode(switch (look.learned()) {
            case EXTRACTED, SEARCHABLE -> Feather.CHECK_CIRCLE;
            case FAILED -> Feather.ALERT_TRIANGLE;
            case NOTHING_NEW -> Feather.MINUS_CIRCLE;
            default -> Feather.CLOCK;
        });
        boolean bad = shown.failed() + shown.uncertain() > 0;
        root.pseudoClassStateChanged(BAD, bad);
        count.setText(shown.isEmpty() || passing() ? "" : countWords());
        why.setText(shown.why().map(texts::of).orElse(""));
        waitingRetry.setText(texts.get(shown.why().isPresent() || shown.failed() > 0 ? "memory.waiting.retry" : "memory.waiting.now"));
        showNextTry();
        if (shown.nextTry().isPresent()) {
            countdown.play();
        } else {
            countdown.stop();
        }
        if (details != null && details.isShowing()) {
            list();
        }
    }

    /** What is under way without trouble is soon done, and not worth a word. */
    private boolean passing() {
        return shown.failed() + shown.uncertain() == 0 && shown.why().isEmpty() && shown.waiting() <= PASSING;
    }

    private String countWords() {
        if (shown.uncertain() > 0) {
            return texts.get("memory.waiting.uncertain", shown.uncertain());
        }
        return shown.failed() > 0 ? texts.get("memory.waiting.failed", shown.failed()) : texts.get("memory.waiting", shown.waiting());
    }

    private void showNextTry() {
        // A try that is due at once needs no announcement.
        long seconds = shown.nextTry().filter(_ -> shown.why().isPresent())
                .map(at -> Duration.between(times.now(), at).toSeconds() + 1).orElse(0L);
        next.setText(shown.isEmpty() || seconds <= 0 ? "" : nextWords(seconds));
    }

    private String nextWords(long seconds) {
        return seconds < 120 ? texts.get("memory.waiting.next", seconds) : texts.get("memory.waiting.next-at", times.time(shown.nextTry().get()));
    }

    @FXML
    private void retry() {
        workspace.open().ifPresent(open -> {
            CustomerId customer = open.card().customer().id();
            background.run(() -> {
                backlog.retry(customer);
                return null;
            }).then(_ -> look());
        });
    }

    @FXML
    private void showDetails() {
        if (details != null && details.isShowing()) {
            hideDetails();
            return;
        }
        details = new PopOver();
        details.setAnimated(false);
        details.setTitle(texts.get("memory.waiting.title"));
        details.setHeaderAlwaysVisible(true);
        details.setArrowLocation(PopOver.ArrowLocation.RIGHT_CENTER);
        details.setAnimated(false);
        list();
        details.show(waitingDetails);
    }

    private void hideDetails() {
        if (details != null) {
            details.hide();
        }
    }

    private void list() {
        workspace.open().ifPresent(open -> {
            CustomerId customer = open.card().customer().id();
            listing.run(() -> backlog.entries(customer, ENTRIES)).then(this::showEntries);
        });
    }

    private void showEntries(List<MemoryBacklog.Entry> entries) {
        if (entries.isEmpty()) {
            hideDetails();
        } else {
            details.setContentNode(new MemoryWaitingList(entries, this::settle, texts, times));
        }
    }

    private void settle(long entry, boolean arrived) {
        background.run(() -> {
            backlog.settle(entry, arrived);
            return null;
        }).then(_ -> look());
    }
}
