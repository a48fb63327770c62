package acquaint.bench;

import acquaint.model.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Who wrote how often and when, drawn from a seed: for each ticket its customer, its state and the number of its messages,
 * and for each message, in the order of time over all tickets, the ticket it belongs to.
 */
final class Story {

    /** The desk's last moment; fixed, so that one seed always gives one desk. */
    static final Instant END = Instant.parse("2026-06-30T18:00:00Z");

    private static final long YEARS = Duration.ofDays(3 * 365).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final double OPEN_SHARE = 0.05;
    private static final int LEAST_MESSAGES = 3;
    /** Above 1: the higher, the more tickets the first customers have. */
    private static final double CUSTOMER_SKEW = 1.7;

    final DeskSize size;
    final int[] customers;
    final int[] counts;
    final TicketStatus[] states;
    /** Of each message, in order: when it was written. */
    final long[] times;
    /** Of each message, in order: its ticket. */
    final int[] tickets;

    /** The ticket with very many messages; it is open. */
    static final int LONG_TICKET = 0;
    /** A ticket of the customer with very many tickets; it is open. */
    static final int BUSY_TICKET = 1;

    Story(DeskSize size) {
        this.size = size;
        var random = new Random(size.seed());
        customers = drawCustomers(random);
        counts = drawCounts(random);
        states = drawStates(random);
        long[][] drawn = drawTimes(random);
        times = drawn[0];
        tickets = Arrays.stream(drawn[1]).mapToInt(ticket -> (int) ticket).toArray();
    }

    private int[] drawCustomers(RandomGenerator random) {
        int[] drawn = new int[size.tickets()];
        for (int i = 0; i < drawn.length; i++) {
            boolean busy = i >= 1 && i <= size.busiest();
            int other = i - size.busiest();
            drawn[i] = busy ? 0
                    : other > 0 && other < size.customers() ? other
                    : 1 + (int) ((size.customers() - 1) * Math.pow(random.nextDouble(), CUSTOMER_SKEW));
        }
        // Nobody's tickets come in a row; the two that the benchmark looks for stay where they are.
        for (int i = drawn.length - 1; i > BUSY_TICKET + 1; i--) {
            int j = random.nextInt(BUSY_TICKET + 1, i + 1);
            int swapped = drawn[i];
            drawn[i] = drawn[j];
            drawn[j] = swapped;
        }
        return drawn;
    }

    private int[] drawCounts(Random random) {
        int[] drawn = new int[size.tickets()];
        drawn[LONG_TICKET] = size.longest();
        double mean = (double) (size.messages() - size.longest()) / (size.tickets() - 1);
        long total = drawn[LONG_TICKET];
        for (int i = 1; i < drawn.length; i++) {
            drawn[i] = LEAST_MESSAGES + (int) (-Math.log(1 - random.nextDouble()) * Math.max(0, mean - LEAST_MESSAGES));
            total += drawn[i];
        }
        while (total != size.messages()) {
            int i = random.nextInt(1, drawn.length);
            if (total < size.messages() || drawn[i] > LEAST_MESSAGES) {
                int step = total < size.messages() ? 1 : -1;
                drawn[i] += step;
                total += step;
            }
        }
        return drawn;
    }

    private TicketStatus[] drawStates(RandomGenerator random) {
        var drawn = new TicketStatus[size.tickets()];
        for (int i = 0; i < drawn.length; i++) {
            boolean open = i <= BUSY_TICKET || random.nextDouble() < OPEN_SHARE;
            double of = random.nextDouble();
            drawn[i] = !open ? TicketStatus.CLOSED
                    : i <= BUSY_TICKET || of < 0.6 ? TicketStatus.OPEN
                    : of < 0.92 ? TicketStatus.WAITING : TicketStatus.ESCALATED;
        }
        return drawn;
    }

    /** Times and their tickets, sorted by time: what a desk writes, it writes as it comes, not ticket after ticket. */
    private long[][] drawTimes(RandomGenerator random) {
        long end = END.toEpochMilli();
        // Time and ticket in one number, so that one sort of plain numbers orders both: minutes above, the ticket below.
        long[] keys = new long[size.messages()];
        int at = 0;
        for (int ticket = 0; ticket < counts.length; ticket++) {
            long span = Math.min(YEARS / 2, (long) (DAY * 0.7 * counts[ticket]));
            boolean open = states[ticket] != TicketStatus.CLOSED;
            long last = open ? end - (long) (20 * DAY * Math.pow(random.nextDouble(), 2))
                    : end - DAY - (long) ((YEARS - span) * random.nextDouble());
            for (int i = 0; i < counts[ticket]; i++) {
                long time = i == 0 ? last : last - (long) (span * random.nextDouble());
                keys[at++] = time / 1000 << 24 | ticket;
            }
        }
        Arrays.sort(keys);
        return new long[][] {
            Arrays.stream(keys).map(key -> (key >> 24) * 1000).toArray(),
            Arrays.stream(keys).map(key -> key & 0xFF_FFFF).toArray()};
    }
}
