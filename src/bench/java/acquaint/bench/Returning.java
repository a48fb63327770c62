package acquaint.bench;

import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Which customer each ticket is of, in the order of time, drawn from a seed: everybody has one, most have few, some have
 * hundreds, and {@link #LARGEST} has the most. Whoever writes again is one of them, those with many tickets more often.
 */
final class Returning {

    static final int LARGEST = 0;

    /** Above 1: the higher, the more tickets the first customers have. */
    private static final double SKEW = 2;
    private static final Duration YEARS = Duration.ofDays(3 * 365);
    private static final int FOUND = 10;

    private final SpeedSize size;
    private final int[] owners;

    Returning(SpeedSize size) {
        this.size = size;
        var random = new SplittableRandom(size.seed());
        owners = new int[size.tickets()];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = i < size.largest() ? LARGEST
                    : i - size.largest() < size.customers() ? i - size.largest()
                    : (int) (size.customers() * Math.pow(random.nextDouble(), SKEW));
        }
        for (int i = owners.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = owners[i];
            owners[i] = owners[j];
            owners[j] = swapped;
        }
    }

    int owner(int ticket) {
        return owners[ticket];
    }

    /** Its number is also its place in time. */
    Instant at(int ticket) {
        return Story.END.minus(YEARS).plusMillis((long) (YEARS.toMillis() * ((double) ticket / owners.length)));
    }

    static CustomerId id(int customer) {
        return People.id(customer);
    }

    /** What is asked of memory when somebody writes; the same words are never asked twice. */
    final class Questions {

        private final SplittableRandom random;
        private final Set<String> asked = new HashSet<>();

        Questions(int run) {
            random = new SplittableRandom(size.seed() + 7_919L * (run + 1));
        }

        RecallRequest ofAnybody(SearchMethod method) {
            return of(owners[random.nextInt(owners.length)], method);
        }

        RecallRequest of(int customer, SearchMethod method) {
            return new RecallRequest(id(customer), words(), Optional.of(new SessionId("ticket_new")), FOUND, method);
        }

        String words() {
            String words = Wordings.asked(random);
            while (!asked.add(words)) {
                words = Wordings.asked(random);
            }
            return words;
        }
    }
}
