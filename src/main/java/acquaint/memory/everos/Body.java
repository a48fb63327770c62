package acquaint.memory.everos;

import acquaint.memory.everos.Call.Effect;
import acquaint.memory.everos.Call.Reading;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object on its way to the service. It never holds a null, since to cloud v1 a null is a condition of its own and
 * cloud v2 refuses what it does not expect; its texts can always be written as UTF-8.
 */
final class Body {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    Body text(String name, String value) {
        json.put(name, WellFormed.of(value));
        return this;
    }

    /** Leaves the field out where there is nothing to say. */
    Body text(String name, Optional<String> value) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> text(name, text));
        return this;
    }

    Body number(String name, long value) {
        json.put(name, value);
        return this;
    }

    Body flag(String name, boolean value) {
        json.put(name, value);
        return this;
    }

    Body object(String name, Body value) {
        json.set(name, value.json);
        return this;
    }

    Body texts(String name, Collection<String> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(each -> array.add(WellFormed.of(Objects.requireNonNull(each))));
        return this;
    }

    Body objects(String name, Collection<Body> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(each -> array.add(each.json));
        return this;
    }

    <T> Call<T> post(String path, Effect effect, Reading<T> reading) {
        return new Call<>(Call.Method.POST, path, Optional.of(json), effect, reading);
    }
}
