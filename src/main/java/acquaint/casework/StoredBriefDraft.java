package acquaint.casework;

import acquaint.brief.BriefJson;
import acquaint.brief.BriefPart;
import acquaint.model.HandoffCause;
import acquaint.model.Recipient;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;

/** A brief that is being written as the desk keeps it: the brief as one that was handed over, and beside it all that goes with it. */
final class StoredBriefDraft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredBriefDraft() {}

    static String write(BriefDraft draft) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("brief", BriefJson.write(draft.brief())).put("cause", draft.cause().name()).put("reason", draft.reason())
                .put("tell", draft.tell()).put("customer_words", draft.customerWords()).put("override_reason", draft.overrideReason());
        draft.touched().forEach(part -> json.withArray("/touched").add(part.name()));
        draft.to().ifPresent(to -> json.withObject("/to").put("kind", to.kind().name()).put("name", to.name()));
        return json.toString();
    }

    static BriefDraft read(String stored) {
        try {
            JsonNode json = JSON.readTree(stored);
            var touched = EnumSet.noneOf(BriefPart.class);
            json.path("touched").forEach(part -> touched.add(BriefPart.valueOf(part.textValue())));
            Optional<Recipient> to = Optional.ofNullable(json.get("to"))
                    .map(node -> new Recipient(Recipient.Kind.valueOf(node.get("kind").textValue()), node.get("name").textValue()));
            return new BriefDraft(BriefJson.read(json.get("brief").textValue()), touched, HandoffCause.valueOf(json.get("cause").textValue()), json.get("reason").textValue(),
                    to, json.get("tell").booleanValue(), json.get("customer_words").textValue(), json.get("override_reason").textValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft of a brief cannot be read", e);
        }
    }
}
