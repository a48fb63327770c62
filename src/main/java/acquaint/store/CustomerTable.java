package acquaint.store;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Folded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Customers and their addresses. */
public final class CustomerTable {

    private static final String COLUMNS = "SELECT c.id, c.name, c.tier, c.city, c.since FROM customer c ";

    private final Handle handle;

    CustomerTable(Handle handle) {
        this.handle = handle;
    }

    public Optional<Customer> find(CustomerId id) {
        return handle.select(COLUMNS + "WHERE c.id = ?", id.value()).map((row, context) -> customer(row)).findOne();
    }

    /** The one customer whose address this is. */
    public Optional<CustomerId> owner(Address address) {
        return handle.select("SELECT customer FROM customer_address WHERE kind = ? AND value = ?",
                        address.kind().name(), address.value())
                .mapTo(String.class).findOne().map(CustomerId::new);
    }

    /** Writes a new customer. An address that is already another's stays that other's. */
    public void insert(Customer customer) {
        handle.execute("INSERT INTO customer (id, name, tier, city, since, search) VALUES (?, ?, ?, ?, ?, ?)",
                customer.id().value(), customer.name(), customer.tier().orElse(null), customer.city().orElse(null),
                customer.since().toEpochMilli(), searched(customer));
        addAddresses(customer.id(), customer.addresses(), 0);
    }

    /** Adds those of the addresses that are nobody's yet; returns the customer as it then is. */
    public Customer addAddresses(CustomerId id, List<Address> addresses) {
        Customer before = find(id).orElseThrow();
        if (before.addresses().containsAll(addresses)) {
            return before;
        }
        addAddresses(id, addresses, before.addresses().size());
        Customer after = find(id).orElseThrow();
        handle.execute("UPDATE customer SET search = ? WHERE id = ?", searched(after), id.value());
        return after;
    }

    /** The customer was heard of at {@code at}, which may be earlier than we knew. */
    public void heardOf(CustomerId id, Instant at) {
        handle.execute("UPDATE customer SET since = ? WHERE id = ? AND since > ?", at.toEpochMilli(), id.value(), at.toEpochMilli());
    }

    /** Customers whose name, id or address contains each word; those with the most tickets first. */
    public List<Customer> search(List<String> foldedWords, int limit) {
        String condition = foldedWords.stream().map(word -> "c.search LIKE ? ESCAPE '!'").collect(Collectors.joining(" AND "));
        var query = handle.createQuery(COLUMNS + (foldedWords.isEmpty() ? "" : "WHERE " + condition)
                + " ORDER BY (SELECT count(*) FROM ticket t WHERE t.customer = c.id) DESC, c.name, c.id LIMIT ?");
        int position = 0;
        for (String word : foldedWords) {
            query.bind(position++, "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        return query.bind(position, limit).map((row, context) -> customer(row)).list();
    }

    /** The next of the numbers that new customers are named by. */
    public CustomerId nextId() {
        return new CustomerId("C-" + Counters.next(handle, "customer"));
    }

    private void addAddresses(CustomerId id, List<Address> addresses, int from) {
        int ordinal = from;
        for (Address address : addresses) {
            handle.execute("INSERT INTO customer_address (kind, value, customer, ordinal) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (kind, value) DO NOTHING", address.kind().name(), address.value(), id.value(), ordinal++);
        }
    }

    private Customer customer(ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new Customer(new CustomerId(id), row.getString(2), Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)), Instant.ofEpochMilli(row.getLong(5)), addresses(id));
    }

    private List<Address> addresses(String customer) {
        return handle.select("SELECT kind, value FROM customer_address WHERE customer = ? ORDER BY ordinal", customer)
                .map((row, context) -> new Address(Address.Kind.valueOf(row.getString(1)), row.getString(2)))
                .list();
    }

    private static String searched(Customer customer) {
        return Stream.concat(Stream.of(customer.name(), customer.id().value()), customer.addresses().stream().map(Address::value))
                .map(Folded::of)
                .collect(Collectors.joining("\n"));
    }

    /** Calls {@code each} with the name and then the number of every customer. */
    public void names(Consumer<String> each) {
        handle.select("SELECT name, id FROM customer").map((row, context) -> List.of(row.getString(1), row.getString(2))).useStream(all -> all.forEach(row -> row.forEach(each)));
    }
}
