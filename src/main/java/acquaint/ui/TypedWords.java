package acquaint.ui;

import acquaint.casework.Drafts;
import acquaint.casework.MemoryChanges;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** What is typed in one ticket, a reply and a note apart, and which of them is written; each key is on disk soon after it. JavaFX thread only. */
final class TypedWords {

    private final Drafts drafts;
    private final Background.Sequence sequence;
    private final DraftSaver saver;
    private final Map<Mode, String> words = new EnumMap<>(Mode.class);
    private TicketId ticket;
    private Mode mode = Mode.REPLY;

    TypedWords(Drafts drafts, Background.Sequence sequence) {
        this.drafts = drafts;
        this.sequence = sequence;
        this.saver = new DraftSaver(sequence);
    }

    /** Null before the first ticket is open. */
    TicketId ticket() {
        return ticket;
    }

    Mode mode() {
        return mode;
    }

    /** In the mode that is written. */
    String current() {
        return in(mode);
    }

    private String in(Mode one) {
        return words.getOrDefault(one, "");
    }

    ReadOnlyBooleanProperty savedProperty() {
        return saver.savedProperty();
    }

    void saveNow() {
        saver.saveNow();
    }

    /** Saves what is typed; {@code then} runs when it is on disk. */
    void finish(Runnable then) {
        saver.saveNow();
        sequence.run(() -> null).then(_ -> then.run());
    }

    /** Goes on with what was typed in this ticket before. */
    void open(OpenTicket next) {
        saver.saveNow();
        ticket = next.id();
        saver.drop();
        words.clear();
        words.putAll(next.drafts());
        // A fresh ticket is answered, whatever the last one was written in; a note that was begun is gone on with.
        mode = words.containsKey(Mode.NOTE) && !words.containsKey(Mode.REPLY) ? Mode.NOTE : Mode.REPLY;
    }

    void write(Mode next) {
        saver.saveNow();
        mode = next;
    }

    void type(String typed) {
        if (ticket != null) {
            change(mode, typed);
        }
    }

    private void change(Mode one, String typed) {
        TicketId where = ticket;
        words.put(one, typed);
        saver.changed(Map.entry(where, one), () -> {
            drafts.save(where, one, typed);
            return null;
        });
    }

    /** The text of this mode has become a message. */
    void sent(Mode one) {
        words.remove(one);
        if (mode == one) {
            saver.drop();
        }
    }

    /** The reply was taken back: it is what is written now. */
    void restore(String reply) {
        words.put(Mode.REPLY, reply);
        mode = Mode.REPLY;
    }

    /** What was typed while memory was forgetting stays. {@code left} hears first what is left of what is written. */
    void takeOut(MemoryChanges.Forgotten forgotten, Consumer<String> left) {
        for (Mode one : Mode.values()) {
            String rest = forgotten.left(ticket, one, in(one));
            if (!rest.equals(in(one))) {
                if (one == mode) {
                    left.accept(rest);
                }
                change(one, rest);
            }
        }
    }
}
