package acquaint.channel;

import acquaint.model.Address;
import java.util.List;
import java.util.Optional;

/** The customer of an imported conversation; {@code id} is the file's own name for that person. */
public record ImportedCustomer(
        String id, String name, List<Address> addresses, Optional<String> tier, Optional<String> city) {

    public ImportedCustomer {
        addresses = List.copyOf(addresses);
    }
}
