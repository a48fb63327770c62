package acquaint.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as commands print it: field names in snake_case that stay as they are from version to version, times in UTC, names of
 * states in lower case, {@code null} for what is not there.
 */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** Prints {@code value}, made of maps, collections, texts, numbers and truth values. */
    static void print(PrintWriter out, Object value) throws IOException {
        try (JsonGenerator generator = MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            MAPPER.writeValue(generator, value);
        }
        out.println();
    }

    /** An object with its fields in this order; the arguments are names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], plain(namesAndValues[i + 1]));
        }
        return fields;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> plain(optional.orElse(null));
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Instant time -> time.toString();
            case Number number -> number;
            case Boolean truth -> truth;
            case Collection<?> collection -> collection;
            case Map<?, ?> object -> object;
            default -> value.toString();
        };
    }
}
