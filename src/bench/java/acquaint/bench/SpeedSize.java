package acquaint.bench;

/** How large a memory is measured: {@code scripts} different tickets are embedded, {@code queries} asked of each kind. */
record SpeedSize(int customers, int memories, int scripts, int queries, long seed) {

    /** A ticket has three to five messages, and one episode that tells of them. */
    private static final int OF_A_TICKET = 5;

    int tickets() {
        return memories / OF_A_TICKET;
    }

    /** So many of them are of the one customer with the most. */
    int largest() {
        return Math.max(1, tickets() / 200);
    }
}
