package acquaint.ui;

import acquaint.casework.Permissions;
import acquaint.casework.Reviews;
import acquaint.casework.Reviews.ReviewView;
import acquaint.casework.Reviews.Waiting;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Review;
import java.util.List;
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
    private final ReviewActions actions;
    private final Permissions permissions;
    private final Places places;
    private final Notices notices;
    private final Background background;
    private final Background.Slot reading;
    private final Background.Slot checking;
    private final Background.Slot comparing;
    private final Texts texts;
    private final HeldReplyNodes nodes;
    private final ScreenState<State> state = new ScreenState<>(State.NONE);
    private final ScreenState<Checking> checked = new ScreenState<>(Checking.UNDER_WAY);

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
    private List<Message> arrived = List.of();
    private Runnable done = () -> {};

    public HeldReplyController(Reviews reviews, ReviewActions actions, Permissions permissions, EvidenceOpening opening, Places places, Notices notices, Background background,
            Texts texts, TimeWords times) {
        this.reviews = reviews;
        this.actions = actions;
        this.permissions = permissions;
        this.places = places;
        this.notices = notices;
        this.background = background;
        this.reading = background.slot();
        this.checking = background.slot();
        this.comparing = background.slot();
        this.texts = texts;
        this.nodes = new HeldReplyNodes(new EvidenceWords(texts, times), texts, times, opening::open);
    }

    @FXML
    private void initialize() {
        text.textProperty().addListener((_, _, words) -> {
            if (shown != null) {
                actions.edit(shown.review(), words);
                enable();
                compare();
            }
        });
        actions.onChange(this::follow, this::ended);
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
        actions.keepOnly(id -> all.stream().anyMatch(each -> each.review().id().equals(id)));
        if (shown != null && all.stream().noneMatch(each -> isShown(each.review().id()))) {
            leave();
        }
    }

    void open(Waiting waiting) {
        if (!isShown(waiting.review().id())) {
            shown = waiting;
            state.set(State.LOADING);
        }
        read();
    }

    private boolean isShown(MessageId id) {
        return shown != null && shown.review().id().equals(id);
    }

    private void leave() {
        reading.cancel();
        shown = null;
        state.set(State.NONE);
    }

    @FXML
    private void again() {
        read();
    }

    private void read() {
        MessageId id = shown.review().id();
        reading.run(() -> reviews.find(id)).then(found -> found.filter(view -> view.review().state() == Review.State.WAITING).ifPresentOrElse(this::show, this::gone))
                .onFailure(problem -> {
                    state.set(State.FAILED);
                    background.report(problem);
                });
    }

    /** The list still has what a colleague let or sent back just now. */
    private void gone() {
        leave();
        notices.say("held-reply.not-waiting");
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
        state.set(State.READY);
        if (fresh) {
            text.setText(actions.words(review, view.edited()));
            check(review);
        }
        proposal.setVisible(review.proposed().isPresent());
        enable();
        compare();
    }

    /** Nothing is done to what is being done already, nor to one's own. */
    private void enable() {
        Review review = shown.review();
        boolean own = review.author().equals(permissions.me().name());
        boolean underWay = actions.isUnderWay(review.id());
        trouble.setText(actions.trouble(review.id()));
        refusal.setText(own ? texts.get("held-reply.own") : "");
        text.setEditable(!underWay);
        approve.setText(texts.get(actions.isChanged(review) ? "held-reply.approve-edited" : "held-reply.approve"));
        approve.setDisable(own || underWay || text.getText().isBlank());
        sendBack.setDisable(own || underWay);
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
        actions.approve(shown.review(), arrived.stream().mapToLong(Message::position).max().orElse(0));
    }

    @FXML
    private void sendBack() {
        actions.sendBack(shown.review());
    }

    private void follow(MessageId id) {
        if (isShown(id)) {
            enable();
            if (!actions.isUnderWay(id)) {
                read();
            }
        }
    }

    private void ended(MessageId id) {
        if (isShown(id)) {
            leave();
        }
        done.run();
    }
}
