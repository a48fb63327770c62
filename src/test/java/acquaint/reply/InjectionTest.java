package acquaint.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.privacy.Maskings;
import acquaint.privacy.PersonalData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers write stays a quotation, whatever it pretends to be: sixty attempts in thirteen languages. */
class InjectionTest {

    private static final Pattern TURN_MARKS = Pattern.compile("<[|\\uFF5C]|[|\\uFF5C]>|\\[/?INST]|</?s>|<<SYS>>|<(?:start|end)_of_turn>", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\u00AD\\x{E0000}-\\x{E01EF}]|[\\p{Cc}&&[^\\n]]");
    private static final String OTHERS = "the giraffe lamp of somebody else";

    /** Where an attempt stands, and what it is. */
    record Attempt(String id, String field, List<String> texts) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Attempt> attempts() throws IOException {
        try (InputStream stream = InjectionTest.class.getResourceAsStream("/reply/injections.jsonl")) {
            var attempts = new ArrayList<Attempt>();
            for (String line : new String(stream.readAllBytes(), UTF_8).split("\n")) {
                JsonNode one = new ObjectMapper().readTree(line);
                var texts = new ArrayList<String>();
                (one.path("text").isArray() ? one.path("text") : new ObjectMapper().createArrayNode().add(one.path("text"))).forEach(text -> texts.add(text.asText()));
                attempts.add(new Attempt(one.path("id").asText(), one.path("field").asText("message"), texts));
            }
            return attempts.stream();
        }
    }

    private static Prompt prompt(Attempt attempt) throws Exception {
        Scene scene = switch (attempt.field()) {
            case "subject" -> Scene.customer("Where is my parcel?").subject(attempt.texts().getFirst());
            case "name" -> Scene.customer("Where is my parcel?").named(attempt.texts().getFirst());
            default -> {
                Scene all = new Scene();
                attempt.texts().forEach(all::says);
                yield all;
            }
        };
        var model = new ScriptedModel("Hello.");
        var rules = new PersonalData(Set.of("US"), Set.of());
        var means = new Drafting.Means(() -> Optional.of(model), () -> PromptTemplate.original(PromptTemplate.Name.REPLY), List::of, () -> Locale.ENGLISH);
        new DraftWriter(new ComposedDraft(ZoneOffset.UTC), new Drafting(means, new Maskings(() -> rules), (_, _) -> Optional.empty(),
                Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC)))
                .write(scene.precedent("mia_garcia_2723", "A lamp", "Mia Garcia got " + OTHERS, "It was sent.").request(), Wish.REPLY, new Progress() {
                    @Override
                    protected void more(String piece) {
                        // Nobody looks.
                    }
                });
        return model.asked.getFirst();
    }

    private static List<String> ours(Prompt prompt) {
        return prompt.material().text().lines().filter(line -> !line.startsWith("| ")).toList();
    }

    @Test
    void thereAreSixtyInManyLanguages() throws IOException {
        assertEquals(60, attempts().count());
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void thePromptIsBuiltAsForAHarmlessMessage(Attempt attempt) throws Exception {
        List<String> harmless = attempt.texts().stream().map(_ -> "Where is my parcel?").toList();
        Prompt usual = prompt(new Attempt("", "message", harmless));
        Prompt tried = prompt(attempt);
        assertEquals(usual.instructions(), tried.instructions());
        assertEquals(ours(usual), ours(tried));
        String all = tried.instructions().text() + "\n" + tried.material().text();
        assertFalse(TURN_MARKS.matcher(all).find(), all);
        assertFalse(UNSEEN.matcher(all).find(), all);
        assertFalse(all.contains(OTHERS) || all.contains("Garcia"), all);
        assertTrue(instructionLines(usual).stream().noneMatch(tried.material().text()::contains), "the desk's instructions stand in one place only");
    }

    /** Long enough that nobody writes them by chance. */
    private static List<String> instructionLines(Prompt prompt) {
        return prompt.instructions().text().lines().map(String::strip).filter(line -> line.length() > 40).toList();
    }

    /** What people read is what the customer wrote. */
    @Test
    void ordinaryTextIsQuotedLetterForLetter() throws Exception {
        String text = "Hi! It's 5 < 7 and 9 > 8; see [1], [INSTALL], <b>bold</b>, 50 % off & more.\n| a table | of two |\n\nمرحبا — नमस्ते — 你好 👩‍👩‍👧 ok\t(tab)";
        String material = prompt(new Attempt("", "message", List.of(text))).material().text();
        assertTrue(material.contains("| " + text.replace("\n", "\n| ")), material);
    }
}
