package acquaint.command;

import acquaint.casework.Briefs;
import acquaint.casework.Conversations;
import acquaint.casework.DraftMeasures;
import acquaint.casework.DraftReplies;
import acquaint.casework.Imports;
import acquaint.casework.Intake;
import acquaint.casework.LanguageModels;
import acquaint.casework.MemoryBacklog;
import acquaint.casework.MemoryEngines;
import acquaint.casework.MemoryMeaning;
import acquaint.casework.MemorySharing;
import acquaint.casework.Queue;
import acquaint.casework.RecurringIssues;
import acquaint.casework.diagnostics.Diagnostics;
import acquaint.memory.CustomerMemory;
import acquaint.privacy.Ledger;
import java.util.function.IntConsumer;

/** What commands work with on an open desk. {@code copying} makes the day's copies of the desk and its memory if they are missing; it blocks. */
public record DeskServices(
        Queue queue,
        Conversations conversations,
        Intake intake,
        Imports imports,
        DraftReplies drafts,
        Briefs briefs,
        RecurringIssues recurring,
        DraftMeasures measures,
        LanguageModels models,
        Ledger ledger,
        CustomerMemory memory,
        MemoryEngines engines,
        MemoryMeaning meaning,
        MemorySharing sharing,
        MemoryBacklog waiting,
        Diagnostics diagnostics,
        Backlog backlog,
        Runnable copying) {

    /** Effects that were promised and wait to be carried out, such as remembering what was imported. */
    public interface Backlog {

        /** How many wait. */
        int left();

        /** Carries out all that can be carried out now, and tells after each step how many are left. */
        void carryOut(IntConsumer left) throws InterruptedException;
    }
}
