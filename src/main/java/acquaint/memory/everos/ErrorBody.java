package acquaint.memory.everos;

import acquaint.model.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an answer of failure says, in whichever of the many shapes a service, or a proxy before it, says it. {@code code}
 * is the service's word for it, where it has one; {@code message} is one line of at most {@value #LONGEST} characters;
 * {@code structured} is true of JSON that says something in a known place, and not of what a proxy puts up instead.
 */
record ErrorBody(Optional<String> code, String message, Optional<String> requestId, boolean structured) {

    static final int LONGEST = 300;

    /** "404 page not found" is not the number 404. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    /** A title stands near the beginning; a page may be long. */
    private static final int HEAD = 10_000;

    /** {@code header} finds a header by its name in whatever case. */
    static ErrorBody of(int status, Function<String, Optional<String>> header, String body) {
        var json = new LooseObject(parse(body));
        LooseObject error = json.object("error");
        Optional<String> code = error.text("code").or(() -> json.text("code")).filter(word -> !word.equals(Integer.toString(status)));
        Optional<String> told = message(json, error);
        String message = told.or(() -> raw(body)).map(ErrorBody::onOneLine).filter(text -> !text.isEmpty())
                .orElse("no explanation (HTTP " + status + ')');
        Optional<String> requestId = json.text("request_id").or(() -> header.apply("X-Request-Id"));
        return new ErrorBody(code.map(ErrorBody::onOneLine), message, requestId.map(ErrorBody::onOneLine), told.isPresent());
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> message(LooseObject json, LooseObject error) {
        return error.text("message").or(() -> json.text("error")).or(() -> json.text("message")).or(() -> detail(json))
                .or(() -> LooseObject.words(json.json()));
    }

    /** What FastAPI says by itself: of a wrong request the first thing that is wrong and where, otherwise a text. */
    private static Optional<String> detail(LooseObject json) {
        Optional<LooseObject> first = json.objects("detail").stream().findFirst();
        return first.flatMap(each -> each.text("msg", "message").map(text -> text + where(each))).or(() -> json.text("detail"));
    }

    private static String where(LooseObject detail) {
        String path = detail.texts("loc").stream().collect(Collectors.joining("."));
        return path.isEmpty() ? "" : ": " + path;
    }

    /** A body that is no JSON, or says nothing in a known place; of a page only its title. */
    private static Optional<String> raw(String body) {
        if (!body.stripLeading().startsWith("<")) {
            return Optional.of(body);
        }
        Matcher title = TITLE.matcher(body.substring(0, Math.min(body.length(), HEAD)));
        return Stream.of(title).filter(Matcher::find).map(found -> MARKUP.matcher(found.group(1)).replaceAll(" "))
                .filter(text -> !text.isBlank()).findFirst().or(() -> Optional.of("a web page instead of an answer"));
    }

    private static String onOneLine(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        return Texts.firstLine(BLANKS.matcher(WellFormed.of(head)).replaceAll(" "), LONGEST);
    }
}
