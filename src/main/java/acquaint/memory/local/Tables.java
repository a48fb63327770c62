package acquaint.memory.local;

import org.jdbi.v3.core.Handle;

/** The tables of memory's file within one transaction. */
record Tables(Handle handle) {

    MessageTable messages() {
        return new MessageTable(handle);
    }

    EpisodeTable episodes() {
        return new EpisodeTable(handle);
    }

    ItemTable items() {
        return new ItemTable(handle);
    }

    ForgottenTable forgotten() {
        return new ForgottenTable(handle);
    }

    ChangeTable changes() {
        return new ChangeTable(handle);
    }

    NoteTable notes() {
        return new NoteTable(handle);
    }

    IdentityTable identity() {
        return new IdentityTable(handle);
    }
}
