package acquaint.memory.serve;

import acquaint.model.CustomerId;

/** A partition. The customers of the usual one are the desk's; those of another have its name before theirs. */
record Space(String app, String project) {

    static final String USUAL = "default";
    private static final String BETWEEN = Ids.BETWEEN;

    static Space of(Fields fields) {
        return new Space(name(fields, "app_id"), name(fields, "project_id"));
    }

    private static String name(Fields fields, String field) {
        return fields.has(field) ? fields.id(field, Ids.LONGEST_NAME) : USUAL;
    }

    /** The partition that this customer is in. */
    static Space of(CustomerId customer) {
        String[] parts = customer.value().split(BETWEEN, 3);
        return parts.length == 3 && !parts[0].isEmpty() ? new Space(parts[0], parts[1]) : new Space(USUAL, USUAL);
    }

    private String prefix() {
        return app.equals(USUAL) && project.equals(USUAL) ? "" : app + BETWEEN + project + BETWEEN;
    }

    CustomerId customer(String id) {
        return new CustomerId(prefix() + id);
    }

    /** The customer's id within the space. */
    String id(CustomerId customer) {
        return customer.value().substring(prefix().length());
    }

    boolean holds(CustomerId customer) {
        return prefix().isEmpty() ? !customer.value().contains(BETWEEN) : customer.value().startsWith(prefix());
    }
}
