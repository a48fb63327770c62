package acquaint.ui;

import acquaint.casework.CustomerKnowledge;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;

/** Correcting and forgetting what is remembered, with the questions that go with it. JavaFX thread only. */
public final class MemoryCorrections {

    private final CustomerKnowledge knowledge;
    private final Background background;
    private final Dialogs dialogs;
    private final Notices notices;
    private Runnable changed = () -> {};

    public MemoryCorrections(CustomerKnowledge knowledge, Background background, Dialogs dialogs, Notices notices) {
        this.knowledge = knowledge;
        this.background = background;
        this.dialogs = dialogs;
        this.notices = notices;
    }

    /** Says what to do after memory was changed. */
    void onChanged(Runnable handler) {
        changed = handler;
    }

    void correct(ProfileItem item) {
        dialogs.askText("memory.correct.title", "memory.correct.question", item.text())
                .filter(words -> !words.equals(item.text()))
                .ifPresent(words -> background.run(() -> knowledge.correct(item.customer(), item.id(), words))
                        .then(_ -> changed.run())
                        .onFailure(this::failed));
    }

    void forget(ProfileItem item) {
        if (dialogs.confirm("memory.forget.title", "memory.forget.question", "memory.forget.do", item.text())) {
            background.run(() -> {
                knowledge.forget(item.customer(), item.id());
                return null;
            }).then(_ -> changed.run()).onFailure(this::failed);
        }
    }

    private void failed(Throwable problem) {
        if (problem instanceof MemoryException) {
            notices.say("memory.change.failed");
        } else {
            background.report(problem);
        }
    }
}
