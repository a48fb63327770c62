package acquaint.ui;

import acquaint.casework.MemoryChanges;
import acquaint.memory.Episode;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.model.Customer;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Correcting, pinning, doubting and forgetting what is remembered, with the questions that go with it. JavaFX thread only. */
public final class MemoryCorrections {

    private final MemoryChanges changes;
    private final Background background;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Texts texts;
    private Runnable changed = () -> {};
    private Consumer<Runnable> saving = Runnable::run;
    private Consumer<MemoryChanges.Forgotten> forgotten = _ -> {};

    public MemoryCorrections(MemoryChanges changes, Background background, Dialogs dialogs, Notices notices, Texts texts) {
        this.changes = changes;
        this.background = background;
        this.dialogs = dialogs;
        this.notices = notices;
        this.texts = texts;
    }

    /** Says what to do after memory was changed. */
    void onChanged(Runnable handler) {
        changed = handler;
    }

    /** Says how what is being typed is saved before something is forgotten, so that it is looked for there, too; and who takes it out of what is on screen. */
    void onForgetting(Consumer<Runnable> save, Consumer<MemoryChanges.Forgotten> taken) {
        saving = save;
        forgotten = taken;
    }

    void correct(ProfileItem item) {
        dialogs.askText("memory.correct.title", "memory.correct.question", item.text())
                .filter(words -> !words.equals(item.text()))
                .ifPresent(words -> background.run(() -> changes.correct(item, words)).then(_ -> changed.run()).onFailure(this::failed));
    }

    void mark(ProfileItem item, ProfileItem.Mark mark, boolean on) {
        background.run(() -> changes.mark(item, mark, on)).then(_ -> changed.run()).onFailure(this::failed);
    }

    void forget(ProfileItem item) {
        if (dialogs.confirm("memory.forget.title", "memory.forget.question", "memory.forget.do", item.text())) {
            forget(() -> changes.forget(item));
        }
    }

    /** What one episode tells, with what was said in it. */
    void forget(Episode episode) {
        if (dialogs.confirm("memory.forget-episode.title", "memory.forget-episode.question", "memory.forget.do", episode.subject())) {
            forget(() -> changes.forgetPart(episode.customer(), episode.session(), episode.id()));
        }
    }

    /** What the ticket of this episode left in memory. */
    void forgetTicket(Episode episode) {
        episode.session().ticket().filter(ticket -> dialogs.confirm("memory.forget-ticket.title", "memory.forget-ticket.question", "memory.forget.do", ticket.value()))
                .ifPresent(ticket -> forget(() -> changes.forget(episode.customer(), ticket)));
    }

    void forget(Customer customer) {
        if (dialogs.confirm("memory.forget-customer.title", "memory.forget-customer.question", "memory.forget.do", customer.name())) {
            forget(() -> changes.forget(customer.id()));
        }
    }

    /** May take long where memory is a service: replies are saved and sent meanwhile. */
    private void forget(Callable<MemoryChanges.Forgotten> work) {
        saving.accept(() -> background.run(work).then(done -> {
            changed.run();
            forgotten.accept(done);
            new ReceiptDialog(done.receipt(), texts).show(dialogs);
        }).onFailure(this::failed));
    }

    private void failed(Throwable problem) {
        if (problem instanceof MemoryException) {
            notices.say("memory.change.failed");
        } else {
            background.report(problem);
        }
    }
}
