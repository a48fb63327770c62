package acquaint.ui;

import acquaint.casework.MemorySharing;

/** What is said of the sharing of the memory, in one sentence. */
final class SharingWords {

    private SharingWords() {}

    static String of(MemorySharing.Status status, Texts texts) {
        String port = Integer.toString(status.choice().port());
        return switch (status.state()) {
            case OFF, ELSEWHERE -> texts.get("memory-sharing.off");
            case STARTING -> texts.get("memory-sharing.starting");
            case ON -> texts.get("memory-sharing.on", status.url().map(Object::toString).orElse(""));
            case PORT_TAKEN -> texts.get("memory-sharing.port-taken", port);
            case PORT_REFUSED -> texts.get("memory-sharing.port-refused", port);
            case NO_KEY -> texts.get("memory-sharing.no-key");
            case NO_MEMORY -> texts.get("memory-sharing.no-memory");
        };
    }
}
