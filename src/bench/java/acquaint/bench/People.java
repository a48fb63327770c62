package acquaint.bench;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The customers of a generated desk and the agents who answer them. */
final class People {

    /** The agent whose window is measured. */
    static final String ME = "Robin Vale";

    private static final int AGENTS = 25;
    private static final List<String> TIERS = List.of("standard", "silver", "gold", "platinum");
    private static final Duration LONGEST_KNOWN = Duration.ofDays(3 * 365 + 200);

    private final DeskSize size;
    private final List<String> agents = new ArrayList<>(List.of(ME));
    private final String[] names;

    People(DeskSize size) {
        this.size = size;
        names = new String[size.customers()];
        var random = new SplittableRandom(size.seed());
        while (agents.size() < AGENTS) {
            agents.add(Wordings.name(random));
        }
        for (int i = 0; i < names.length; i++) {
            names[i] = Wordings.name(random);
        }
    }

    String agent(SplittableRandom random) {
        return agents.get(random.nextInt(agents.size()));
    }

    static CustomerId id(int customer) {
        return new CustomerId("C-" + (1001 + customer));
    }

    String name(int customer) {
        return names[customer];
    }

    Customer customer(int number) {
        var random = new SplittableRandom(size.seed() * 31 + number);
        var addresses = new ArrayList<>(List.of(
                Address.email(names[number].replace(' ', '.') + "." + number + "@mail.example")));
        if (random.nextInt(3) == 0) {
            addresses.add(Address.phone("+49 30 %07d".formatted(number)));
        }
        return new Customer(id(number), names[number], Optional.of(TIERS.get(random.nextInt(TIERS.size()))),
                Optional.of(Wordings.city(random)), Story.END.minus(LONGEST_KNOWN), addresses);
    }
}
