package acquaint.channel;

import acquaint.model.Message;
import java.time.Instant;
import java.util.Optional;

/** One message of an imported conversation; without an author where the file names none. */
public record ImportedMessage(Message.Kind kind, Optional<String> author, Instant at, String text) {}
