package acquaint.brief;

import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.privacy.Recipient;
import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Briefs as JSON and back. {@code ticket_id} to {@code handoff_note} are what other programs read; {@code parts} is all of it, and what {@link #read}
 * goes by. Safe for any thread.
 */
public final class BriefJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BriefJson() {}

    /** Indented, in UTF-16 as any text. */
    public static String write(Brief brief) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("ticket_id", brief.ticket().value());
        root.put("customer_summary", joined(brief, BriefPart.CUSTOMER));
        root.put("issue_summary", joined(brief, BriefPart.ISSUE));
        ArrayNode attempts = root.putArray("attempted_solutions");
        brief.of(BriefPart.TRIED).forEach(line -> attempts.addObject().put("attempt", line.text()).put("result", line.detail().orElse(null)));
        root.put("customer_sentiment", joined(brief, BriefPart.MOOD));
        ArrayNode history = root.putArray("relevant_history");
        brief.of(BriefPart.HISTORY).forEach(line -> history.add(told(line)));
        root.put("handoff_note", note(brief));
        root.put("written_at", brief.writtenAt().toString());
        ObjectNode parts = root.putObject("parts");
        brief.lines().forEach((part, lines) -> {
            ArrayNode all = parts.putArray(name(part));
            lines.forEach(line -> all.add(line(line)));
        });
        brief.writing().ifPresent(writing -> root.set("model", writing(writing)));
        return root.toPrettyString();
    }

    private static String joined(Brief brief, BriefPart part) {
        return brief.of(part).stream().map(BriefJson::told).collect(Collectors.joining("\n"));
    }

    private static String told(BriefLine line) {
        return line.detail().map(detail -> line.text() + " (" + detail + ")").orElse(line.text());
    }

    private static String note(Brief brief) {
        return List.of(BriefPart.WHY, BriefPart.DECISION, BriefPart.NEXT_STEP).stream().map(part -> joined(brief, part)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static ObjectNode line(BriefLine line) {
        ObjectNode node = MAPPER.createObjectNode().put("text", line.text()).put("detail", line.detail().orElse(null)).put("by_agent", line.byAgent());
        ArrayNode evidence = node.putArray("evidence");
        line.evidence().forEach(one -> evidence.addObject().put("kind", name(one.kind())).put("ref", one.ref())
                .put("session", one.session().map(SessionId::value).orElse(null)).put("at", one.at().toString()).put("quote", one.quote()));
        return node;
    }

    private static ObjectNode writing(DraftReply.Writing writing) {
        ObjectNode node = MAPPER.createObjectNode().put("provider", writing.by().provider()).put("url", writing.by().url().toString()).put("name", writing.by().model())
                .put("ledger_entry", writing.ledgerEntry()).put("whole", writing.whole());
        ArrayNode placeholders = node.putArray("placeholders");
        writing.placeholders().forEach(placeholders::add);
        DraftReply.LeftOut left = writing.leftOut();
        node.putObject("left_out").put("messages", left.messages()).put("profile", left.profile()).put("episodes", left.episodes()).put("passages", left.passages())
                .put("sensitive", left.sensitive());
        return node;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #write}; {@link IllegalArgumentException} for a text that no brief was written as. Parts that this version does not know are left out. */
    public static Brief read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            Map<BriefPart, List<BriefLine>> lines = new EnumMap<>(BriefPart.class);
            for (BriefPart part : BriefPart.values()) {
                lines.put(part, each(root.path("parts").path(name(part))).stream().map(BriefJson::line).toList());
            }
            return new Brief(new TicketId(text(root, "ticket_id")), Instant.parse(text(root, "written_at")), lines,
                    root.has("model") ? Optional.of(writing(root.get("model"))) : Optional.empty());
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("not a brief: " + e.getMessage(), e);
        }
    }

    private static BriefLine line(JsonNode node) {
        return new BriefLine(text(node, "text"), optional(node, "detail"), each(node.path("evidence")).stream().map(BriefJson::evidence).toList(),
                node.path("by_agent").asBoolean());
    }

    private static Evidence evidence(JsonNode node) {
        return new Evidence(Evidence.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)), text(node, "ref"), optional(node, "session").map(SessionId::new),
                Instant.parse(text(node, "at")), text(node, "quote"));
    }

    private static DraftReply.Writing writing(JsonNode node) {
        JsonNode left = node.path("left_out");
        return new DraftReply.Writing(new Recipient(text(node, "provider"), URI.create(text(node, "url")), text(node, "name")), node.path("ledger_entry").asLong(),
                each(node.path("placeholders")).stream().map(JsonNode::asText).toList(), node.path("whole").asBoolean(),
                new DraftReply.LeftOut(left.path("messages").asInt(), left.path("profile").asInt(), left.path("episodes").asInt(), left.path("passages").asInt(),
                        left.path("sensitive").asInt()));
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull()).map(JsonNode::asText);
    }

    private static String text(JsonNode node, String field) {
        return optional(node, field).orElseThrow(() -> new IllegalArgumentException("not a brief: " + field + " is missing"));
    }
}
