package acquaint.ui;

import acquaint.casework.Drafts;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import java.util.function.Consumer;

/** Asks for words about a ticket. What is typed is kept as a draft until it is said, so that an Esc loses nothing and the next question begins with it. JavaFX thread only. */
public final class AskedWords {

    /** A question as it is put, and the verb on its button. */
    record Question(String title, String words, String doIt) {}

    private final Drafts drafts;
    private final DraftSaver saver;
    private final Background.Sequence sequence;
    private final Background.Slot reading;
    private final Dialogs dialogs;

    /** {@code saver} saves in {@code sequence}, and before the window goes. */
    public AskedWords(Drafts drafts, DraftSaver saver, Background.Sequence sequence, Dialogs dialogs, Background background) {
        this.drafts = drafts;
        this.saver = saver;
        this.sequence = sequence;
        this.reading = background.slot();
        this.dialogs = dialogs;
    }

    void ask(TicketId ticket, Mode mode, Question question, Consumer<String> answer) {
        ask(ticket, mode, question, "", answer);
    }

    /** {@code proposal} stands there where nothing was begun before. */
    void ask(TicketId ticket, Mode mode, Question question, String proposal, Consumer<String> answer) {
        saver.saveNow();
        reading.runAfter(sequence, () -> drafts.of(ticket).getOrDefault(mode, ""))
                .then(begun -> dialogs.askWords(question, begun.isEmpty() ? proposal : begun, typed -> keep(ticket, mode, typed)).ifPresent(answer));
    }

    /** What was answered is done: there is nothing to keep any more. */
    void said(TicketId ticket, Mode mode) {
        keep(ticket, mode, "");
    }

    private void keep(TicketId ticket, Mode mode, String typed) {
        saver.changed(java.util.Map.entry(ticket, mode), () -> {
            drafts.save(ticket, mode, typed);
            return null;
        });
    }
}
