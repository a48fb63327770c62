package acquaint.memory.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The API's filters: predicates on fields, joined by AND and OR. v1 ignores what it does not know; the others refuse it. */
final class Filter {

    private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "gte", "lt", "lte", "in");
    private static final Set<String> RANGE = Set.of("gt", "gte", "lt", "lte");
    private static final long FIRST_MILLISECONDS = 1_000_000_000_000L;

    private final Dialect dialect;

    Filter(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What {@code filters} lets through; everything where there are none. */
    Predicate<Told> of(JsonNode filters) {
        if (filters.isMissingNode() || filters.isNull()) {
            return _ -> true;
        }
        if (!filters.isObject()) {
            throw Problem.invalid(dialect, "Input should be an object: filters");
        }
        Predicate<Told> all = _ -> true;
        for (Map.Entry<String, JsonNode> one : filters.properties()) {
            all = all.and(one(one.getKey(), one.getValue()));
        }
        return all;
    }

    private Predicate<Told> one(String field, JsonNode value) {
        return switch (field) {
            case "AND" -> joined(field, value, true);
            case "OR" -> joined(field, value, false);
            case "session_id" -> comparison(field, value, told -> List.of(told.episode().session().value()));
            case "timestamp" -> comparison(field, value, told -> List.of(Long.toString(told.episode().until().toEpochMilli())));
            default -> dialect == Dialect.V1 ? ofTheFirstVersion(field, value) : ofTheOthers(field, value);
        };
    }

    /** It passes over what it does not know. A group's episode is of each user who spoke in it. */
    private Predicate<Told> ofTheFirstVersion(String field, JsonNode value) {
        return switch (field) {
            case "user_id" -> value.isNull() ? _ -> true : comparison(field, value, told -> told.user().map(List::of).orElseGet(told::senders));
            case "group_id" -> value.isNull() ? _ -> true : comparison(field, value, told -> told.group().stream().toList());
            default -> _ -> true;
        };
    }

    private Predicate<Told> ofTheOthers(String field, JsonNode value) {
        return switch (field) {
            case "sender_id" -> comparison(field, value, Told::senders);
            case "parent_id" -> comparison(field, value, told -> List.of(told.cell()));
            case "parent_type" -> comparison(field, value, _ -> List.of("memcell"));
            default -> throw Problem.invalid(dialect, "unknown filter field: filters." + field);
        };
    }

    private Predicate<Told> joined(String field, JsonNode parts, boolean all) {
        if (!parts.isArray() || parts.isEmpty()) {
            throw Problem.invalid(dialect, "Input should be a list of filters: filters." + field);
        }
        Predicate<Told> joined = _ -> all;
        for (JsonNode part : parts) {
            joined = all ? joined.and(of(part)) : joined.or(of(part));
        }
        return joined;
    }

    /** What an episode has of a field; several of some. */
    private interface Values {
        List<String> of(Told told);
    }

    private Predicate<Told> comparison(String field, JsonNode value, Values of) {
        if (!value.isObject()) {
            String wanted = value(field, value);
            return told -> of.of(told).contains(wanted);
        }
        Predicate<Told> all = _ -> true;
        for (Map.Entry<String, JsonNode> one : value.properties()) {
            all = all.and(operator(field, one.getKey(), one.getValue(), of));
        }
        return all;
    }

    private Predicate<Told> operator(String field, String operator, JsonNode value, Values of) {
        boolean ordered = field.equals("timestamp") || dialect == Dialect.V1;
        if (!OPERATORS.contains(operator) || RANGE.contains(operator) && !ordered) {
            throw Problem.invalid(dialect, "unknown operator: filters." + field + "." + operator);
        }
        if (operator.equals("in")) {
            Set<String> wanted = values(field, value);
            return told -> of.of(told).stream().anyMatch(wanted::contains);
        }
        String wanted = value(field, value);
        if (operator.equals("ne")) {
            return told -> !of.of(told).contains(wanted);
        }
        return told -> of.of(told).stream().anyMatch(has -> {
            int order = field.equals("timestamp") ? Long.compare(Long.parseLong(has), Long.parseLong(wanted)) : has.compareTo(wanted);
            return switch (operator) {
                case "eq" -> order == 0;
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        });
    }

    private Set<String> values(String field, JsonNode list) {
        if (!list.isArray()) {
            throw Problem.invalid(dialect, "Input should be a list: filters." + field + ".in");
        }
        Set<String> values = new LinkedHashSet<>();
        list.forEach(one -> values.add(value(field, one)));
        return values;
    }

    private String value(String field, JsonNode value) {
        if (field.equals("timestamp")) {
            return Long.toString(millis(value));
        }
        if (!value.isTextual()) {
            throw Problem.invalid(dialect, "Input should be a string: filters." + field);
        }
        return Ids.checked(dialect, value.textValue(), "filters." + field, Ids.LONGEST);
    }

    private long millis(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue() < FIRST_MILLISECONDS ? value.longValue() * 1_000 : value.longValue();
        }
        return time(value.asText()).orElseThrow(() -> Problem.invalid(dialect, "Input should be milliseconds or an ISO time: filters.timestamp"));
    }

    /** Milliseconds since 1970. A time without an offset is UTC. */
    private static Optional<Long> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli());
            } catch (DateTimeException | ArithmeticException notNaiveEither) {
                return Optional.empty();
            }
        }
    }

    /** The session that a filter asks for by a plain value at its first level. */
    static Optional<String> session(JsonNode filters) {
        return Optional.ofNullable(filters.path("session_id").textValue());
    }

    /** The ids that v1's filters name at their first level, by a plain value, {@code eq} or {@code in}; none where there is no such field. */
    static List<String> scope(JsonNode filters, String field) {
        JsonNode value = filters.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        var filter = new Filter(Dialect.V1);
        return value.isObject() && value.has("in") ? List.copyOf(filter.values(field, value.get("in")))
                : List.of(filter.value(field, value.isObject() && value.has("eq") ? value.get("eq") : value));
    }
}
