package acquaint.channel;

import acquaint.model.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one JSON object, each taken with a reason in the user's words when it is not what it should be. */
record Fields(JsonNode json, String path) {

    private static final int SHOWN = 40;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");

    /** {@code name} as a user finds it: {@code customer.email}, {@code messages[3].at}. */
    String where(String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }

    private boolean has(String name) {
        return !json.path(name).isMissingNode() && !json.path(name).isNull();
    }

    /** Text with something in it; a number is taken as its digits, since exports write ids both ways. */
    Optional<String> text(String name) throws UnusableLine {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = json.path(name);
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new UnusableLine(where(name) + " must be text, but is " + kind(value));
        }
        return Optional.of(value.asText().replace("\0", "")).filter(text -> !text.isBlank());
    }

    String requiredText(String name) throws UnusableLine {
        return text(name).orElseThrow(() -> new UnusableLine(where(name) + " is missing or empty"));
    }

    /** Text for one line: line breaks and other control characters become blanks. */
    Optional<String> oneLine(String name) throws UnusableLine {
        return text(name).map(Fields::onOneLine).filter(text -> !text.isEmpty());
    }

    /** A name that people read and type: short and on one line. */
    String identifier(String name) throws UnusableLine {
        String id = requiredText(name).strip();
        if (id.length() > 200 || id.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableLine(where(name) + " must be at most 200 characters on one line");
        }
        return id;
    }

    /** One of an enum's names in lower case. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) throws UnusableLine {
        Optional<String> text = oneLine(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.get())) {
                return Optional.of(constant);
            }
        }
        throw new UnusableLine(where(name) + " must be " + oneOf(Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList()) + ", but is " + quoted(text.get()));
    }

    /** A list of texts, or a single one; absent means none. */
    List<String> texts(String name) throws UnusableLine {
        if (!json.path(name).isArray()) {
            return oneLine(name).stream().toList();
        }
        var texts = new ArrayList<String>();
        for (JsonNode element : json.path(name)) {
            if (!element.isTextual()) {
                throw new UnusableLine(where(name) + " must be a list of texts, but holds " + kind(element));
            }
            String text = onOneLine(element.textValue());
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String onOneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    static String oneOf(List<String> choices) {
        return choices.size() == 1 ? choices.getFirst() : choices.stream().limit(choices.size() - 1L).collect(Collectors.joining(", "))
                + " or " + choices.getLast();
    }

    /** {@code text} as a message shows it. */
    static String quoted(String text) {
        return '"' + Texts.firstLine(text, SHOWN) + '"';
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING -> "text";
            default -> "missing";
        };
    }
}
