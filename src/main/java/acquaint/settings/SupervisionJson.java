package acquaint.settings;

import acquaint.model.Priority;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What is chosen for supervisors, as JSON; what makes no sense leaves that one thing at the default. */
final class SupervisionJson {

    private SupervisionJson() {}

    static Supervision read(JsonNode json, Supervision defaults) {
        JsonNode rules = json.path("send_rules");
        Optional<BigDecimal> above = Optional.of(rules.path("above")).filter(JsonNode::isNumber).map(JsonNode::decimalValue).filter(sum -> sum.signum() >= 0);
        var hours = new EnumMap<Priority, Integer>(defaults.hours());
        for (Priority priority : Priority.values()) {
            JsonNode each = json.path("target_hours").path(SettingsJson.name(priority));
            if (each.isInt() && each.intValue() >= 1 && each.intValue() <= Supervision.MOST_HOURS) {
                hours.put(priority, each.intValue());
            }
        }
        return new Supervision(new SendRulesChoice(above, texts(rules.path("words")), texts(rules.path("tiers"))), hours);
    }

    private static List<String> texts(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }

    static void write(Supervision supervision, ObjectNode json) {
        ObjectNode rules = json.putObject("send_rules");
        supervision.rules().above().ifPresent(sum -> rules.put("above", sum));
        supervision.rules().words().forEach(rules.putArray("words")::add);
        supervision.rules().tiers().forEach(rules.putArray("tiers")::add);
        ObjectNode hours = json.putObject("target_hours");
        supervision.hours().forEach((priority, each) -> hours.put(SettingsJson.name(priority), each));
    }
}
