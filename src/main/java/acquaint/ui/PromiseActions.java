package acquaint.ui;

import acquaint.casework.NotPermitted;
import acquaint.casework.PromiseLedger;
import acquaint.model.Promise;
import java.util.concurrent.Callable;

/** What can be done about a promise: it was kept, it does not hold any more, or it has another time. JavaFX thread only. */
public final class PromiseActions {

    private final PromiseLedger ledger;
    private final Background background;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Texts texts;
    private final TimeWords times;

    public PromiseActions(PromiseLedger ledger, Background background, Dialogs dialogs, Notices notices, Texts texts, TimeWords times) {
        this.ledger = ledger;
        this.background = background;
        this.dialogs = dialogs;
        this.notices = notices;
        this.texts = texts;
        this.times = times;
    }

    void kept(Promise promise) {
        change(() -> ledger.kept(promise.id()), "owed.kept.done");
    }

    void withdraw(Promise promise) {
        dialogs.askText("owed.withdraw.title", "owed.withdraw.question", "")
                .ifPresent(reason -> change(() -> ledger.withdraw(promise.id(), reason), "owed.withdraw.done"));
    }

    void changeDue(Promise promise) {
        new DueDialog(texts, times).ask(dialogs, promise.due()).ifPresent(due -> change(() -> ledger.changeDue(promise.id(), due), "owed.due.done"));
    }

    /** The desk tells of the change by itself. */
    private void change(Callable<Promise> work, String done) {
        background.run(work).then(_ -> notices.say(done)).onFailure(problem -> {
            if (problem instanceof NotPermitted) {
                notices.say("owed.not-permitted");
            } else {
                background.report(problem);
            }
        });
    }
}
