package acquaint.memory.serve;

import acquaint.memory.Forgetting;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.memory.local.Ledger;
import acquaint.model.CustomerId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the second version changes in a profile, by operations on its items. */
final class ProfileEditing {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_OPERATIONS = 50;
    private static final int LONGEST_REASON = 256;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final String DESCRIPTION = "description";
    private static final String VERSION = "version";
    private static final String STATE = "state";

    private final Shelf shelf;

    ProfileEditing(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Either all operations are well-formed or none is applied; one that names an item that is not there is rejected by itself. */
    synchronized Answer answer(Fields fields) throws MemoryException, InterruptedException {
        fields.only("user_id", "operations", "memory_type", "app_id", "project_id");
        fields.oneOf("memory_type", "profile", "profile");
        Space space = Space.of(fields);
        CustomerId customer = space.customer(fields.id("user_id"));
        JsonNode operations = fields.body().path("operations");
        if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST_OPERATIONS) {
            throw operations.isMissingNode() ? Problem.missing(Dialect.V2, "operations") : fields.invalid("List should have 1 to " + MOST_OPERATIONS + " items: operations");
        }
        var checked = new ArrayList<Fields>();
        for (JsonNode operation : operations) {
            checked.add(checked(new Fields(Dialect.V2, operation)));
        }
        int before = version(customer);
        ObjectNode data = Answer.object().put("user_id", space.id(customer));
        ArrayNode results = Answer.object().putArray("results");
        int applied = 0;
        for (int i = 0; i < checked.size(); i++) {
            ObjectNode result = results.addObject().put("op_index", i);
            applied += apply(customer, checked.get(i), result) ? 1 : 0;
        }
        int version = before + applied;
        shelf.ledger().note(VERSION, customer.value(), customer.value(), Answer.object().put(VERSION, version).put(STATE, state(customer)).toString());
        data.put("version", version).put("applied", applied).set("results", results);
        data.set("profile", Profiles.document(shelf.ledger().profile(customer), _ -> List.of(), Dialect.V2));
        return V2Api.told(200, data);
    }

    private static Fields checked(Fields operation) {
        operation.only("action", "type", "item_id", "data", "reason");
        operation.within("reason", LONGEST_REASON);
        String action = operation.oneOf("action", null, "add", "update", "delete");
        String type = operation.oneOf("type", null, "explicit_info", "implicit_traits");
        boolean names = operation.has("item_id");
        if (names == action.equals("add")) {
            throw operation.invalid(names ? "item_id is forbidden for add: operations.item_id" : "Field required: operations.item_id");
        }
        if (names && !operation.text("item_id").matches((type.equals("explicit_info") ? Ids.EXPLICIT : Ids.TRAIT) + "[0-9a-f]{24}")) {
            throw operation.invalid("item_id does not fit type: operations.item_id");
        }
        if (action.equals("delete") ? operation.has("data") : !operation.body().path("data").isObject()) {
            throw operation.invalid(action.equals("delete") ? "data is forbidden for delete: operations.data" : "Field required: operations.data");
        }
        if (!action.equals("delete")) {
            checkData(new Fields(Dialect.V2, operation.body().get("data")), label(type), action.equals("add"));
        }
        return operation;
    }

    private static String label(String type) {
        return type.equals("explicit_info") ? "category" : "trait";
    }

    private static void checkData(Fields data, String label, boolean whole) {
        if (!whole && !data.has(label) && !data.has(DESCRIPTION)) {
            throw data.invalid("at least one of " + label + ", description must be provided: operations.data");
        }
        for (String field : List.of(label, DESCRIPTION)) {
            if (whole || data.has(field)) {
                data.text(field);
            }
            if (data.within(field, LONGEST_DESCRIPTION).filter(String::isBlank).isPresent()) {
                throw data.invalid("String should not be blank: operations.data." + field);
            }
        }
    }

    private boolean apply(CustomerId customer, Fields operation, ObjectNode result) throws MemoryException, InterruptedException {
        String action = operation.text("action");
        String type = operation.text("type");
        result.put("action", action).put("type", type);
        var data = new Fields(Dialect.V2, operation.body().path("data"));
        if (action.equals("add")) {
            String label = data.text(label(type));
            String description = data.text(DESCRIPTION);
            ProfileItem added = shelf.ledger().add(type.equals("explicit_info") ? Labels.item(customer, label, description, Instant.now())
                    : Labels.trait(customer, label, description, Instant.now()));
            result.put("status", "applied").put("new_item_id", Ids.item(added));
            return true;
        }
        String id = operation.text("item_id");
        Optional<ProfileItem> found = shelf.ledger().profile(customer).stream().map(Ledger.Heard::item).filter(item -> Ids.item(item).equals(id)).findFirst();
        result.put("item_id", id);
        if (found.isEmpty()) {
            result.put("status", "rejected").put("error", "no such item");
            return false;
        }
        ProfileItem item = found.get();
        if (action.equals("delete")) {
            shelf.memory().forget(new Forgetting.Item(customer, item.id()));
        } else {
            String category = data.maybe(label(type)).orElseGet(() -> Labels.category(item));
            shelf.memory().correct(customer, item.id(), Labels.text(item.kind(), category, data.maybe(DESCRIPTION).orElseGet(() -> Labels.description(item))));
        }
        result.put("status", "applied");
        return true;
    }

    /** One more than the last that was told where the profile has changed since by what was said. */
    private int version(CustomerId customer) {
        Optional<String> note = shelf.ledger().note(VERSION, customer.value());
        try {
            JsonNode last = note.isPresent() ? JSON.readTree(note.get()) : Answer.object().put(STATE, state(List.of()));
            int version = last.isInt() ? last.intValue() : last.path(VERSION).asInt(0);
            return last.path(STATE).asText().equals(state(customer)) ? version : version + 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note of this program's own is not JSON", e);
        }
    }

    private String state(CustomerId customer) {
        return state(shelf.ledger().profile(customer));
    }

    /** Tells states of a profile apart, and nothing of the customer. */
    private static String state(List<Ledger.Heard> items) {
        return Ids.hash("profile", items.stream().map(Ledger.Heard::item).map(item -> item.id() + '\0' + item.text()).sorted().collect(Collectors.joining("\0")));
    }
}
