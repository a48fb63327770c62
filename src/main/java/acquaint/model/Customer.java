package acquaint.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The person who writes. {@code tier} and {@code city} are empty where nobody told us; {@code since} is the first
 * time we heard of this customer.
 */
public record Customer(
        CustomerId id, String name, Optional<String> tier, Optional<String> city, Instant since, List<Address> addresses) {

    public Customer {
        name = Texts.required(name, "customer name");
        tier = tier.map(String::strip).filter(t -> !t.isEmpty());
        city = city.map(String::strip).filter(c -> !c.isEmpty());
        addresses = List.copyOf(addresses);
    }

    /** The first address of this kind, if there is one. */
    public Optional<String> address(Address.Kind kind) {
        return addresses.stream().filter(a -> a.kind() == kind).map(Address::value).findFirst();
    }
}
