package acquaint.ui;

import acquaint.casework.NotPermitted;
import acquaint.casework.Permissions;
import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Reviews;
import acquaint.casework.Reviews.ReviewView;
import acquaint.casework.Reviews.Waiting;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Review;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** One reply that waits for a second person: why it waits, its text to be changed, what it rests on, and what the proposed draft said. */
public final class HeldReplyController {

    /** What is shown of it. */
    public enum State { NONE, LOADING, READY, FAILED }

    /** How far the look at what the sentences rest on has come. */
    public enum Checking { UNDER_WAY, DONE, FAILED }

    private final Reviews reviews;
    private final DraftSaver saver;
    private final Permissions permissions;
    private final Places places;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Background background;
    private final Background.Slot reading;
    private final Background.Slot checking;
    private final Background.Slot comparing;
    private final Background.Sequence doing;
    private final Texts texts;
    private final HeldReplyNodes nodes;
    private final ScreenState<State> state = new ScreenState<>(State.NONE);
    private final ScreenState<Checking> checked = new ScreenState<>(Checking.UNDER_WAY);
    /** What was changed in replies, until they are let or sent back: it may be on its way to the disk. */
    private final Map<MessageId, String> edited = new HashMap<>();

    @FXML private Label customer;
    @FXML private Label subject;
    @FXML private Label why;
    @FXML private Label trouble;
    @FXML private VBox news;
    @FXML private VBox unseen;
    @FXML private TextArea text;
    @FXML private VBox evidence;
    @FXML private VBox proposal;
    @FXML private TextFlow before;
    @FXML private TextFlow after;
    @FXML private Button approve;
    @FXML private Button sendBack;
    @FXML private Label refusal;

    private Waiting shown;
    private boolean busy;
    private List<Message> arrived = List.of();
    private Runnable done = () -> {};

    /** {@code saver} is told to save before the window goes. */
    public HeldReplyController(Reviews reviews, DraftSaver saver, Permissions permissions, EvidenceOpening opening, Places places, Dialogs dialogs, Notices notices,
            Background background, Texts texts, TimeWords times) {
        this.reviews = reviews;
        this.saver = saver;
        this.permissions = permissions;
        this.places = places;
        this.dialogs = dialogs;
        this.notices = notices;
        this.background = background;
        this.reading = background.slot();
        this.checking = background.slot();
        this.comparing = background.slot();
        this.doing = background.sequence();
        this.texts = texts;
        this.nodes = new HeldReplyNodes(new EvidenceWords(texts, times), texts, times, opening::open);
    }

    @FXML
    private void initialize() {
        text.textProperty().addListener((_, _, words) -> {
            if (shown != null) {
                MessageId id = shown.review().id();
                if (!words.equals(edited.getOrDefault(id, shown.review().text()))) {
                    saver.changed(id, () -> {
                        reviews.edit(id, words);
                        return null;
                    });
                }
                edited.put(id, words);
                approve.setText(texts.get(words.strip().equals(shown.review().text().strip()) ? "held-reply.approve" : "held-reply.approve-edited"));
                compare();
            }
        });
    }

    public ScreenState<State> getState() {
        return state;
    }

    public ScreenState<Checking> getChecked() {
        return checked;
    }

    /** Says where the focus goes when a reply was let or sent back. */
    void onDone(Runnable handler) {
        done = handler;
    }

    void focus() {
        text.requestFocus();
    }

    /** What still waits: a reply that a colleague let or sent back is taken from the screen. */
    void waiting(List<Waiting> all) {
        edited.keySet().removeIf(id -> all.stream().noneMatch(each -> each.review().id().equals(id)));
        if (shown != null && all.stream().noneMatch(each -> each.review().id().equals(shown.review().id()))) {
            shown = null;
            state.set(State.NONE);
        }
    }

    void open(Waiting waiting) {
        if (shown != null && shown.review().id().equals(waiting.review().id())) {
            read();
            return;
        }
        shown = waiting;
        trouble.setText("");
        state.set(State.LOADING);
        read();
    }

    @FXML
    private void again() {
        read();
    }

    private void read() {
        MessageId id = shown.review().id();
        reading.run(() -> reviews.find(id)).then(found -> found.ifPresent(this::show)).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private void show(ReviewView view) {
        Review review = view.review();
        boolean fresh = state.get() != State.READY;
        customer.setText(shown.customerName());
        subject.setText(texts.get("held-reply.about", shown.subject(), review.author()));
        why.setText(nodes.why(view.rules()));
        arrived = view.unseen();
        news.setVisible(!arrived.isEmpty());
        unseen.getChildren().setAll(nodes.messages(arrived));
        boolean own = review.author().equals(permissions.me().name());
        refusal.setText(own ? texts.get("held-reply.own") : "");
        approve.setDisable(own);
        sendBack.setDisable(own);
        state.set(State.READY);
        if (fresh) {
            text.setText(edited.computeIfAbsent(review.id(), _ -> view.edited().orElse(review.text())));
            check(review);
        }
        proposal.setVisible(review.proposed().isPresent());
        compare();
    }

    private void check(Review review) {
        checked.set(Checking.UNDER_WAY);
        evidence.getChildren().clear();
        checking.run(() -> reviews.evidence(review)).then(sentences -> {
            evidence.getChildren().setAll(nodes.sentences(sentences));
            checked.set(Checking.DONE);
        }).onFailure(_ -> checked.set(Checking.FAILED));
    }

    private void compare() {
        Optional<String> proposed = shown.review().proposed();
        if (proposed.isPresent()) {
            String now = text.getText();
            comparing.run(() -> WordDiff.of(proposed.get(), now)).then(diff -> {
                before.getChildren().setAll(DraftCompareController.nodes(diff.before(), "removed-words"));
                after.getChildren().setAll(DraftCompareController.nodes(diff.after(), "added-words"));
                before.setAccessibleText(proposed.get());
                after.setAccessibleText(now);
            });
        }
    }

    @FXML
    private void openTicket() {
        places.openTicket(shown.review().ticket());
    }

    /** What arrived and stands on screen counts as read. */
    @FXML
    private void approve() {
        if (shown == null || text.getText().isBlank() || busy) {
            return;
        }
        MessageId id = shown.review().id();
        String words = text.getText().strip();
        long read = arrived.stream().mapToLong(Message::position).max().orElse(0);
        busy = true;
        doing.run(() -> reviews.approve(id, words, read)).then(outcome -> {
            busy = false;
            switch (outcome) {
                case SendOutcome.Refused _ -> {
                    trouble.setText(texts.get("held-reply.unseen"));
                    read();
                }
                case SendOutcome.Sent _, SendOutcome.HeldForReview _ -> ended(id, "held-reply.approved");
            }
        }).onFailure(this::failed);
    }

    @FXML
    private void sendBack() {
        if (busy) {
            return;
        }
        Review review = shown.review();
        dialogs.askWords(texts.get("held-reply.send-back.title"), texts.get("held-reply.send-back.question", review.author()), texts.get("held-reply.send-back.do"))
                .ifPresent(reason -> {
                    busy = true;
                    doing.run(() -> {
                        reviews.sendBack(review.id(), reason);
                        return null;
                    }).then(_ -> {
                        busy = false;
                        ended(review.id(), "held-reply.sent-back");
                    }).onFailure(this::failed);
                });
    }

    private void ended(MessageId id, String said) {
        saver.drop(id);
        edited.remove(id);
        trouble.setText("");
        notices.say(said);
        done.run();
    }

    private void failed(Throwable problem) {
        busy = false;
        switch (problem) {
            case Reviews.NotWaiting _ -> trouble.setText(texts.get("held-reply.not-waiting"));
            case Reviews.OwnReply _ -> trouble.setText(texts.get("held-reply.own"));
            case NotPermitted refused -> trouble.setText(texts.get("handoff.refused.role", texts.of(refused.permission().least())));
            default -> background.report(problem);
        }
    }
}
