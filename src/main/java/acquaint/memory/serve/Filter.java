package acquaint.memory.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
            case "session_id" -> comparison(field, value, told -> told.episode().session().value());
            case "sender_id" -> only(field, dialect != Dialect.V1, comparison(field, value, told -> told.episode().customer().value()));
            case "parent_id" -> only(field, dialect != Dialect.V1, comparison(field, value, Told::cell));
            case "parent_type" -> only(field, dialect != Dialect.V1, comparison(field, value, _ -> "memcell"));
            case "timestamp" -> comparison(field, value, told -> Long.toString(told.episode().until().toEpochMilli()));
            default -> only(field, false, null);
        };
    }

    /** v1 passes over what it does not know: the scope stands at the first level and is read elsewhere. */
    private Predicate<Told> only(String field, boolean known, Predicate<Told> predicate) {
        if (known) {
            return predicate;
        }
        if (dialect != Dialect.V1) {
            throw Problem.invalid(dialect, "unknown filter field: filters." + field);
        }
        return _ -> true;
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

    private interface Value {
        String of(Told told);
    }

    private Predicate<Told> comparison(String field, JsonNode value, Value of) {
        if (!value.isObject()) {
            String wanted = value(field, value);
            return told -> of.of(told).equals(wanted);
        }
        Predicate<Told> all = _ -> true;
        for (Map.Entry<String, JsonNode> one : value.properties()) {
            all = all.and(operator(field, one.getKey(), one.getValue(), of));
        }
        return all;
    }

    private Predicate<Told> operator(String field, String operator, JsonNode value, Value of) {
        boolean ordered = field.equals("timestamp") || dialect == Dialect.V1;
        if (!OPERATORS.contains(operator) || RANGE.contains(operator) && !ordered) {
            throw Problem.invalid(dialect, "unknown operator: filters." + field + "." + operator);
        }
        if (operator.equals("in")) {
            if (!value.isArray()) {
                throw Problem.invalid(dialect, "Input should be a list: filters." + field + ".in");
            }
            Predicate<Told> any = _ -> false;
            for (JsonNode one : value) {
                String wanted = value(field, one);
                any = any.or(told -> of.of(told).equals(wanted));
            }
            return any;
        }
        String wanted = value(field, value);
        return told -> {
            int order = field.equals("timestamp") ? Long.compare(Long.parseLong(of.of(told)), Long.parseLong(wanted)) : of.of(told).compareTo(wanted);
            return switch (operator) {
                case "eq" -> order == 0;
                case "ne" -> order != 0;
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        };
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
}
