package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.SearchMethod;
import acquaint.memory.everos.SearchQuery.Want;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for whatever any dialect writes, tried with many requests made by chance, the same in each run. */
class DialectsTest {

    private static final int TRIES = 2000;

    /** The fields that the contract lists for each path, as far as this client could use them. Lists are written {@code name[]}. */
    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            fields("/api/v1/memories", "user_id session_id async_mode messages[].role messages[].timestamp messages[].content messages[].sender_id",
                    "messages[].content[].", "type text uri base64 ext name source"),
            fields("/api/v1/memories/flush", "user_id session_id", "", ""),
            fields("/api/v1/memories/search", "query filters.user_id filters.session_id memory_types[] method top_k radius include_original_data", "", ""),
            fields("/api/v1/memories/get", "memory_type filters.user_id filters.session_id page page_size rank_by rank_order", "", ""),
            fields("/api/v1/memories/delete", "memory_id user_id session_id sender_id", "", ""),
            fields("/api/v1/object/sign", "", "objectList[].", "fileId fileName fileType"),
            fields("/api/v2/memory/add", "session_id async_mode app_id project_id messages[].sender_id messages[].sender_name messages[].role messages[].timestamp messages[].content",
                    "messages[].content[].", "type text uri base64 ext name source"),
            fields("/api/v2/memory/flush", "session_id app_id project_id", "", ""),
            fields("/api/v2/memory/search", "query user_id method top_k radius min_score include_profile enable_llm_rerank filters.session_id app_id project_id", "", ""),
            fields("/api/v2/memory/get", "memory_type user_id page page_size sort_by sort_order filters.session_id app_id project_id", "", ""),
            fields("/api/v2/memory/delete", "user_id session_id app_id project_id", "", ""),
            fields("/api/v2/memory/delete_by_ids", "memory_type memory_ids[] reason.code reason.note", "", ""),
            fields("/api/v2/memory/edit", "user_id memory_type app_id project_id operations[].action operations[].type operations[].item_id operations[].reason",
                    "operations[].data.", "category trait description"),
            fields("/api/v2/memory/update", "memory_type memory_id patch.episode patch.summary patch.subject reason.code reason.note", "", ""),
            fields("/api/v2/memory/tag/bind", "memory_type memory_ids[] tags[]", "", ""),
            fields("/api/v2/memory/tag/unbind", "memory_type memory_ids[] tags[]", "", ""),
            fields("/api/v2/memory/tag/replace", "memory_type memory_ids[] tags[]", "", ""),
            fields("/api/v2/object/sign", "", "objectList[].", "fileId fileName fileType"),
            fields("/api/v2/knowledge_bases/search", "query method top_k page score_threshold include[] boost_tag_ids[] filters.category_id filters.tag_ids[]", "", ""),
            fields("/api/v2/knowledge/search", "query method top_k include_content score_threshold app_id project_id", "", ""));

    private final Random random = new Random(3);

    private static Map.Entry<String, Set<String>> fields(String path, String names, String prefix, String nested) {
        var all = new TreeSet<>(List.of(names.split(" ")));
        Stream.of(nested.split(" ")).map(name -> prefix + name).forEach(all::add);
        all.remove("");
        return Map.entry(path, all);
    }

    static Stream<Dialect> dialects() {
        return Stream.concat(Stream.of(new CloudV1(), new CloudV2()), Stream.iterate(Optional.<Dialect>of(new SelfHosted()), Optional::isPresent,
                dialect -> dialect.flatMap(Dialect::older)).flatMap(Optional::stream));
    }

    @Test
    void thereAreFiveOfThemWithNamesOfTheirOwn() {
        assertEquals(5, dialects().map(Dialect::name).collect(Collectors.toSet()).size());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void noneEverWritesANullOrAFieldThatItsContractDoesNotList(Dialect dialect) {
        var written = new HashSet<String>();
        for (int i = 0; i < TRIES; i++) {
            for (Call<?> call : calls(dialect)) {
                assertTrue(call.path().startsWith("/"), call.path());
                call.body().ifPresent(body -> {
                    // A self-hosted server's earlier paths take the same bodies.
                    String path = call.path().replaceFirst("/v1/(memory|knowledge)/", "/v2/$1/").replaceFirst("(/knowledge_bases)/[^/]*/", "$1/");
                    Set<String> allowed = FIELDS.get(path);
                    assertNotNull(allowed, call.path());
                    walk(Recorded.asSent(body), "", fieldsOf(dialect, path, allowed), call.path());
                    written.add(path);
                });
            }
        }
        assertTrue(written.size() >= 5, "paths tried: " + written);
    }

    /** What only one of the two takes that share the paths. */
    private static Set<String> fieldsOf(Dialect dialect, String path, Set<String> listed) {
        var fields = new TreeSet<>(listed);
        if (dialect instanceof SelfHosted) {
            fields.remove("async_mode");
            fields.remove("messages[].content[].source");
            if (path.endsWith("/delete_by_ids")) {
                fields.add("user_id");
            }
        }
        return fields;
    }

    private static void walk(JsonNode node, String where, Set<String> allowed, String path) {
        assertFalse(node.isNull(), () -> path + " holds a null at " + where);
        if (node.isObject()) {
            node.propertyStream().forEach(each -> walk(each.getValue(), where.isEmpty() ? each.getKey() : where + '.' + each.getKey(), allowed, path));
        } else if (node.isArray()) {
            node.forEach(each -> walk(each, where + "[]", allowed, path));
        } else {
            assertTrue(allowed.contains(where), () -> path + " does not take " + where);
            assertTrue(WellFormed.is(node.asText()), () -> path + " is broken at " + where);
        }
    }

    private List<Call<?>> calls(Dialect dialect) {
        var calls = new ArrayList<Call<?>>();
        calls.add(dialect.add(new Batch(text(), text(), several(this::turn), random.nextBoolean())));
        calls.add(dialect.flush(text(), text()));
        calls.add(dialect.search(new SearchQuery(text(), text(), any(SearchMethod.values()), random.nextInt(1, 101), wanted(), maybe(this::text))));
        calls.add(dialect.get(new Listing(text(), any(Listing.Type.values()), maybe(this::text), random.nextInt(1, 9), random.nextInt(1, 101))));
        calls.add(dialect.probe());
        var optional = new ArrayList<Optional<? extends Call<?>>>();
        optional.add(dialect.delete(new Deletion.Scope(text(), maybe(this::text))));
        optional.add(dialect.delete(new Deletion.Episodes(text(), List.of(Asking.episode(text(), maybe(this::text))))));
        optional.add(dialect.edit(new ProfileEdit(text(), any(ProfileEdit.Action.values()), any(EverOsItem.Type.values()), maybe(this::text), text(), text(), text())));
        optional.add(dialect.update(new EpisodeUpdate(text(), maybe(this::text), maybe(this::text), maybe(this::text))));
        optional.add(dialect.tag(new TagChange(any(TagChange.Action.values()), several(this::text), several(this::text))));
        optional.add(dialect.task(text()));
        optional.add(dialect.tasks(text()));
        optional.add(dialect.sign(new Upload(text(), text(), any(Upload.Kind.values()))));
        optional.add(dialect.articles(new ArticleQuery(maybe(this::text), text().repeat(200), random.nextInt(1, 101))));
        optional.forEach(each -> each.ifPresent(calls::add));
        return calls;
    }

    private Turn turn() {
        return new Turn(any(Turn.Role.values()), text(), maybe(this::text), Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)), several(this::content));
    }

    private Content content() {
        return new Content(any(Content.Type.values()), maybe(this::text), maybe(this::text), maybe(this::text), maybe(this::text));
    }

    private Set<Want> wanted() {
        return Stream.of(Want.values()).filter(each -> random.nextBoolean()).collect(Collectors.toSet());
    }

    /** Never blank, often strange. */
    private String text() {
        return Stream.generate(() -> any("a", "Z9", "é", "🙂", "\ud83d ", " \ude42.", "\"\\", "\n", "\0", "+/?&#%", "</b>")).limit(random.nextInt(1, 6))
                .reduce("x", String::concat);
    }

    @SafeVarargs
    private final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> several(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(1, 4)).toList();
    }
}
