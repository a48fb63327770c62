package acquaint.bench;

/**
 * How much a generated desk holds. {@code longest} is the number of messages of the one very long ticket, {@code busiest}
 * the number of tickets of the one customer who writes most; {@code remembered} is how many tickets memory knows.
 */
record DeskSize(int tickets, int messages, int customers, int longest, int busiest, int remembered, long seed) {

    /** The desk that the README's table is measured on. */
    static final DeskSize LARGE = new DeskSize(100_000, 1_000_000, 30_000, 10_000, 500, 100_000, 20_260_101);

    /** The same shape in another size. */
    static DeskSize of(int tickets, int messages, int remembered, long seed) {
        return new DeskSize(tickets, messages, Math.max(2, tickets * 3 / 10), Math.min(10_000, messages / 10),
                Math.min(500, tickets / 20), Math.min(tickets, remembered), seed);
    }

    /** Names the directory of a desk of this size: another size, another desk. */
    String directory() {
        return "desk-" + tickets + "-" + messages + "-" + remembered + "-" + seed;
    }
}
