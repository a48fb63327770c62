package acquaint.casework;

import acquaint.model.Customer;
import acquaint.model.QueueRow;
import java.util.List;

/** Who this is, from the desk's own records: shown at once, without waiting for memory. {@code others}: newest first. */
public record CustomerCard(Customer customer, int tickets, List<QueueRow> others) {

    public CustomerCard {
        others = List.copyOf(others);
    }
}
