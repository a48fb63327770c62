package acquaint.memory.serve;

import acquaint.memory.ProfileItem;
import acquaint.memory.local.Ledger;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Profiles in the words of the API. */
final class Profiles {

    private Profiles() {}

    /** A profile as the API tells it; {@code sources} names what an item was heard from. */
    static ObjectNode document(List<Ledger.Heard> items, Function<Ledger.Heard, List<String>> sources, Dialect dialect) {
        ObjectNode document = Answer.object();
        ArrayNode explicit = document.putArray("explicit_info");
        ArrayNode traits = document.putArray("implicit_traits");
        for (Ledger.Heard heard : items) {
            boolean trait = heard.item().kind() == ProfileItem.Kind.TRAIT;
            ObjectNode json = (trait ? traits : explicit).addObject();
            if (dialect == Dialect.V2) {
                json.put("item_id", Ids.item(heard.item()));
            }
            json.put(trait ? "trait" : "category", Labels.category(heard.item())).put("description", Labels.description(heard.item()));
            if (trait) {
                json.put("basis", "seen in " + heard.item().count() + " sessions");
            }
            json.put("evidence", heard.item().evidence());
            ArrayNode from = json.putArray("sources");
            sources.apply(heard).forEach(from::add);
        }
        return document;
    }
}
