package acquaint.ui;

import acquaint.casework.NotPermitted;
import acquaint.casework.Replies.SendOutcome;
import acquaint.casework.Reviews;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Review;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a reviewer makes of held replies: changes their words, lets them leave or sends them back. Tells of each reply by itself what is under way and what went wrong. JavaFX thread only. */
public final class ReviewActions {

    private final Reviews reviews;
    private final DraftSaver saver;
    private final Background.Sequence sequence;
    private final AskedWords asked;
    private final Notices notices;
    private final Background background;
    private final Texts texts;
    /** What was changed in replies, until they are let or sent back: it may be on its way to the disk. */
    private final Map<MessageId, String> edited = new HashMap<>();
    private final Map<MessageId, String> troubles = new HashMap<>();
    private final Set<MessageId> underWay = new HashSet<>();
    private Consumer<MessageId> changed = _ -> {};
    private Consumer<MessageId> ended = _ -> {};

    /** {@code saver} saves in {@code sequence}, and before the window goes. */
    public ReviewActions(Reviews reviews, DraftSaver saver, Background.Sequence sequence, AskedWords asked, Notices notices, Background background, Texts texts) {
        this.reviews = reviews;
        this.saver = saver;
        this.sequence = sequence;
        this.asked = asked;
        this.notices = notices;
        this.background = background;
        this.texts = texts;
    }

    /** Says who shows a reply of which something is under way or went wrong, and who takes one from the screen that was let or sent back. */
    void onChange(Consumer<MessageId> shower, Consumer<MessageId> remover) {
        changed = shower;
        ended = remover;
    }

    boolean isUnderWay(MessageId id) {
        return underWay.contains(id);
    }

    /** What went wrong with it last; empty when nothing did. */
    String trouble(MessageId id) {
        return troubles.getOrDefault(id, "");
    }

    /** As the reviewer has it by now; {@code kept} is what is on disk of that. */
    String words(Review review, Optional<String> kept) {
        return edited.computeIfAbsent(review.id(), _ -> kept.orElse(review.text()));
    }

    boolean isChanged(Review review) {
        return !edited.getOrDefault(review.id(), review.text()).strip().equals(review.text().strip());
    }

    void edit(Review review, String words) {
        MessageId id = review.id();
        if (!words.equals(edited.getOrDefault(id, review.text()))) {
            saver.changed(id, () -> {
                reviews.edit(id, words);
                return null;
            });
        }
        edited.put(id, words);
    }

    /** Nothing is known of the others any more. */
    void keepOnly(Predicate<MessageId> waiting) {
        edited.keySet().removeIf(waiting.negate());
        troubles.keySet().removeIf(waiting.negate());
    }

    /** Lets it leave as it was changed, by somebody who has read the ticket up to {@code read}. */
    void approve(Review review, long read) {
        MessageId id = review.id();
        String words = edited.getOrDefault(id, review.text()).strip();
        if (words.isEmpty()) {
            return;
        }
        begin(id, () -> reviews.approve(id, words, read), outcome -> {
            switch (outcome) {
                case SendOutcome.Refused _ -> end(id, texts.get("held-reply.unseen"));
                case SendOutcome.Sent _, SendOutcome.HeldForReview _ -> done(id, "held-reply.approved");
            }
        });
    }

    /** Asks why and sends it back; what was changed in it is proposed as part of the answer, since its author gets the words that were written. */
    void sendBack(Review review) {
        var question = new AskedWords.Question(texts.get("held-reply.send-back.title"), texts.get("held-reply.send-back.question", review.author()), texts.get("held-reply.send-back.do"));
        String proposal = isChanged(review) ? texts.get("held-reply.send-back.proposal", edited.get(review.id()).strip()) : "";
        asked.ask(review.ticket(), Mode.SEND_BACK, question, proposal, reason -> begin(review.id(), () -> {
            reviews.sendBack(review.id(), reason);
            return null;
        }, _ -> {
            asked.said(review.ticket(), Mode.SEND_BACK);
            done(review.id(), "held-reply.sent-back");
        }));
    }

    private <T> void begin(MessageId id, Callable<T> work, Consumer<T> then) {
        if (!underWay.add(id)) {
            return;
        }
        saver.saveNow();
        troubles.remove(id);
        changed.accept(id);
        sequence.run(work).then(then).onFailure(problem -> failed(id, problem));
    }

    private void end(MessageId id, String trouble) {
        underWay.remove(id);
        troubles.put(id, trouble);
        changed.accept(id);
    }

    private void done(MessageId id, String said) {
        underWay.remove(id);
        saver.drop(id);
        edited.remove(id);
        notices.say(said);
        ended.accept(id);
    }

    private void failed(MessageId id, Throwable problem) {
        Optional<String> why = Optional.ofNullable(switch (problem) {
            case Reviews.NotWaiting _ -> texts.get("held-reply.not-waiting");
            case Reviews.OwnReply _ -> texts.get("held-reply.own");
            case NotPermitted refused -> texts.get("handoff.refused.role", texts.of(refused.permission().least()));
            default -> null;
        });
        if (why.isEmpty()) {
            background.report(problem);
        }
        end(id, why.orElse(""));
    }
}
