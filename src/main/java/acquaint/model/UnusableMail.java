package acquaint.model;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file that is no mail the desk could take in. {@code part} is what the fault is about; the reason says the same in English, for a terminal. */
public final class UnusableMail extends FileSystemException {

    /** What can be wrong with a mail. */
    public enum Fault {
        FOLDER("is a folder, not a file"),
        /** The part is how many megabytes it may have. */
        TOO_LARGE("is larger than %s MB, which no mail is"),
        /** The part is what the reader of mails says. */
        BROKEN("is no mail that can be read: %s"),
        NO_SENDER("is no mail: it does not say from whom it is"),
        /** The part is what stands where the sender should. */
        BAD_SENDER("names no sender that could be answered, but %s"),
        EMPTY("holds no words and nothing attached");

        private final String english;

        Fault(String english) {
            this.english = english;
        }
    }

    private final Fault fault;
    private final String part;

    public UnusableMail(Path file, Fault fault, String part) {
        super(file.toString(), null, fault.english.formatted(part));
        this.fault = fault;
        this.part = part;
    }

    public Fault fault() {
        return fault;
    }

    public String part() {
        return part;
    }
}
