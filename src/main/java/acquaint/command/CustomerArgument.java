package acquaint.command;

import acquaint.model.Customer;
import java.util.List;
import java.util.Optional;

/** The customer that a command is about: by id, or by an address or name that only one customer has. */
final class CustomerArgument {

    private static final int CANDIDATES = 6;

    private CustomerArgument() {}

    /** {@link CouldNot} where none fits, or several. */
    static Customer find(DeskServices desk, String customer) throws CouldNot {
        List<Customer> found = desk.intake().customers(customer, CANDIDATES);
        Optional<Customer> named = found.stream().filter(candidate -> candidate.id().value().equalsIgnoreCase(customer)).findFirst();
        if (named.isPresent() || found.size() == 1) {
            return named.orElseGet(found::getFirst);
        }
        throw new CouldNot(found.isEmpty()
                ? "there is no customer \"" + customer + "\" on this desk"
                : "several customers fit \"" + customer + "\": "
                        + String.join(", ", found.stream().map(candidate -> candidate.id().value()).toList()));
    }
}
