package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.model.Risk;
import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.reply.Evidence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A brief as the desk keeps it: JSON with everything in it, evidence too. */
final class StoredBrief {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredBrief() {}

    static String write(Brief brief) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("ticket", brief.ticket().value()).put("written_at", brief.writtenAt().toEpochMilli());
        brief.lines().forEach((part, lines) -> lines.forEach(line -> json.withObject("/parts").withArray("/" + part.name()).add(write(line))));
        return json.toString();
    }

    private static ObjectNode write(BriefLine line) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("text", line.text()).put("by_agent", line.byAgent());
        line.detail().ifPresent(detail -> json.put("detail", detail));
        line.evidence().forEach(each -> {
            ObjectNode evidence = json.withArray("/evidence").addObject().put("kind", each.kind().name()).put("ref", each.ref()).put("at", each.at().toEpochMilli())
                    .put("quote", each.quote());
            each.session().ifPresent(session -> evidence.put("session", session.value()));
        });
        return json;
    }

    static Brief read(String stored) {
        try {
            JsonNode json = JSON.readTree(stored);
            Map<BriefPart, List<BriefLine>> parts = new EnumMap<>(BriefPart.class);
            for (BriefPart part : BriefPart.values()) {
                var lines = new ArrayList<BriefLine>();
                json.path("parts").path(part.name()).forEach(line -> lines.add(line(line)));
                parts.put(part, lines);
            }
            return new Brief(new TicketId(json.get("ticket").textValue()), Instant.ofEpochMilli(json.get("written_at").longValue()), parts, Optional.empty());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored brief cannot be read", e);
        }
    }

    private static BriefLine line(JsonNode json) {
        var evidence = new ArrayList<Evidence>();
        json.path("evidence").forEach(each -> evidence.add(new Evidence(Evidence.Kind.valueOf(each.get("kind").textValue()), each.get("ref").textValue(),
                Optional.ofNullable(each.get("session")).map(session -> new SessionId(session.textValue())), Instant.ofEpochMilli(each.get("at").longValue()),
                each.get("quote").textValue())));
        return new BriefLine(json.get("text").textValue(), Optional.ofNullable(json.get("detail")).map(JsonNode::textValue), evidence, json.path("by_agent").booleanValue());
    }

    /** The risks that the brief names. */
    static Set<Risk> risks(Brief brief) {
        var risks = EnumSet.noneOf(Risk.class);
        brief.of(BriefPart.RISK).forEach(line -> Arrays.stream(Risk.values())
                .filter(risk -> line.detail().filter(risk.name()::equals).isPresent()).forEach(risks::add));
        return risks;
    }
}
