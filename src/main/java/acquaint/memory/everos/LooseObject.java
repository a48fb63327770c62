package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A JSON object as somebody else writes it. What is missing, null, blank or of another type than asked for is empty, and
 * what nobody asks for is ignored.
 */
record LooseObject(JsonNode json) {

    /** The {@code data} that every successful answer with a body has. */
    static LooseObject data(Answer answer) throws UnreadableAnswer {
        JsonNode data = answer.body().path("data");
        if (!data.isObject()) {
            throw new UnreadableAnswer("the answer has no data");
        }
        return new LooseObject(data);
    }

    /** The first of these fields that says something; a number says its digits. */
    Optional<String> text(String... names) {
        return Stream.of(names).flatMap(name -> words(json.path(name)).stream()).findFirst();
    }

    /** Of a list, what is text in it; a single text is a list of one. */
    List<String> texts(String name) {
        return elements(json.path(name)).flatMap(each -> words(each).stream()).toList();
    }

    LooseObject object(String name) {
        return new LooseObject(json.path(name));
    }

    /** Of a list, what is an object in it. */
    List<LooseObject> objects(String name) {
        return elements(json.path(name)).filter(JsonNode::isObject).map(LooseObject::new).toList();
    }

    Optional<Instant> time(String... names) {
        return Stream.of(names).flatMap(name -> Times.read(json.path(name)).stream()).findFirst();
    }

    /** 0 where there is none. */
    double number(String name) {
        double number = json.path(name).asDouble(0);
        return Double.isFinite(number) ? number : 0;
    }

    /** Empty where there is none; also of a number with a fraction, or as text. */
    Optional<Integer> count(String name) {
        JsonNode value = json.path(name);
        return value.isNumber() || value.isTextual() ? Optional.of((int) number(name)) : Optional.empty();
    }

    boolean has(String name) {
        return !json.path(name).isMissingNode() && !json.path(name).isNull();
    }

    /** The elements of a list; anything else but nothing is its own only element. */
    static Stream<JsonNode> elements(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return Stream.empty();
        }
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(list);
    }

    /** No null character either, which a PostgreSQL database would not keep. */
    static Optional<String> words(JsonNode value) {
        return value.isTextual() || value.isNumber()
                ? Optional.of(WellFormed.of(value.asText()).replace("\0", "")).filter(text -> !text.isBlank())
                : Optional.empty();
    }
}
