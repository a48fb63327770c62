package acquaint.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was forgotten and where: one line for each kind of copy, with how many there were and what became of them. */
public record Receipt(Instant at, List<Line> lines) {

    /** Where a copy may be. */
    public enum Copy {
        /** What was said, as memory keeps it. Where only one item was forgotten, the sentences that told it. */
        MESSAGES, EPISODES, FACTS, ITEMS, VECTORS,
        /** Entries of the search index. */
        INDEX,
        /** Names, tags and ratings that other programs kept beside the memory. */
        NOTES,
        /** What a memory service keeps. */
        SERVICE,
        /** Replies and notes that were not sent yet. */
        DRAFTS,
        /** Lines of briefs that were handed over, where they rested on what is forgotten. */
        BRIEFS,
        /** What was not handed to memory yet. */
        WAITING,
        /** Copies of the files made day by day. */
        BACKUPS,
        /** Damaged files that were set aside when they could not be read. */
        DAMAGED
    }

    public enum Fate {
        /** Deleted; in memory's own files the bytes were overwritten, too. */
        ERASED,
        /** Overwritten when the next backup is made. */
        WITH_NEXT_BACKUP,
        /** Kept by a service that cannot delete it, and shown on this desk no more. */
        HIDDEN
    }

    public record Line(Copy copy, long count, Fate fate) {}

    public Receipt {
        lines = List.copyOf(lines);
    }

    /** With more lines after these. */
    public Receipt and(List<Line> more) {
        var all = new ArrayList<>(lines);
        all.addAll(more);
        return new Receipt(at, all);
    }
}
