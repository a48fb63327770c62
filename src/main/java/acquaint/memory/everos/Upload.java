package acquaint.memory.everos;

import java.util.Map;

/** A file to be handed over: what it is called at the service, and its kind. */
public record Upload(String fileId, String fileName, Kind kind) {

    /** Kinds and their limits in bytes. */
    public enum Kind {
        IMAGE(10L << 20),
        FILE(100L << 20),
        VIDEO(500L << 20);

        private final long most;

        Kind(long most) {
            this.most = most;
        }

        public long most() {
            return most;
        }
    }

    /** Where to send the file as a form, with all {@code fields} before it; {@code objectKey} is what a message refers to it by. */
    public record Ticket(String objectKey, String url, Map<String, String> fields, long maxSize) {

        public Ticket {
            fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
        }
    }
}
