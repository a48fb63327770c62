package acquaint.settings;

/** Whether the embedded memory is shared with other programs of this computer, and how. */
public record Sharing(boolean on, Dialect dialect, int port) {

    /** In which of its dialects the EverOS API is spoken. */
    public enum Dialect {
        /** Of the cloud's first version. */
        V1,
        /** Of the cloud's second version. */
        V2,
        /** Of self-hosted servers from 1.0 on. */
        OSS
    }

    public static final Sharing OFF = new Sharing(false, Dialect.V1, 8765);

    public Sharing {
        if (!isPort(port)) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }

    static boolean isPort(int number) {
        return number > 0 && number <= MemoryChoice.MOST_PORT;
    }
}
