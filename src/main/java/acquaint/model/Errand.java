package acquaint.model;

import java.nio.file.Path;

/** What the program is asked to show besides its window: a file or a link that another program handed over. */
public sealed interface Errand {

    /** A word of the command line that another instance understands wherever it was started. */
    String word();

    /** A mail kept in a file. */
    record MailFile(Path file) implements Errand {

        @Override
        public String word() {
            return file.toAbsolutePath().toUri().toString();
        }
    }

    /** A {@code mailto:} link as it came, right or wrong. */
    record MailLink(String link) implements Errand {

        @Override
        public String word() {
            return link;
        }
    }
}
