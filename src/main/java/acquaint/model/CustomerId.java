package acquaint.model;

/** Names a customer; the {@code user_id} of that customer's memory. */
public record CustomerId(String value) {

    public CustomerId {
        value = Texts.required(value, "customer id");
    }

    @Override
    public String toString() {
        return value;
    }
}
