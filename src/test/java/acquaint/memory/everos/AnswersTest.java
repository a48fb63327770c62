package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acquaint.memory.everos.Call.UnreadableAnswer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not quite what the contract says. */
class AnswersTest {

    private static final Dialect V2 = new CloudV2();

    private static <T> T read(Call<T> call, int status, String json) throws Exception {
        return call.reading().read(new Answer(status, new ObjectMapper().readTree(json), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"ok\"", "{\"data\":null}", "{\"data\":[]}", "{\"data\":\"x\"}"})
    void anAnswerWithoutDataIsUnreadableAndNothingWorse(String json) {
        List<Call<?>> calls = List.of(V2.add(Asking.twoMessages(true)), V2.flush("u", "s"), V2.get(Asking.profile("u")), V2.probe(), V2.task("t").orElseThrow(),
                V2.sign(Asking.LABEL).orElseThrow(), new SelfHosted().probe(), new CloudV1().probe());
        for (Call<?> call : calls) {
            assertThrows(UnreadableAnswer.class, () -> read(call, 200, json), call.path());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"202; {}; QUEUED", "202; {\"status\":\"processing\"}; QUEUED", "200; {\"status\":\"ok\"}; ACCUMULATED", "200; {}; ACCUMULATED"})
    void whateverTheWordWhatWasTakenIsTaken(int status, String data, Added.Status expected) throws Exception {
        Added added = read(V2.add(Asking.twoMessages(true)), status, "{\"request_id\":\"r\",\"data\":" + data + '}');
        assertEquals(new Added(expected, 2, expected == Added.Status.QUEUED ? Optional.of("r") : Optional.empty()), added);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{}}", "{\"data\":{\"status\":\"maybe\"}}"})
    void aFlushOfUnknownOutcomeIsNotTakenForDone(String json) {
        assertThrows(UnreadableAnswer.class, () -> read(V2.flush("u", "s"), 200, json));
    }

    @ParameterizedTest
    @MethodSource("acquaint.memory.everos.DialectsTest#dialects")
    void strangeTypesAreReadAsFarAsTheyMakeSense(Dialect dialect) throws Exception {
        Found found = read(dialect.get(Asking.earlierEpisodes(1)), 200, """
                {"data": {"total_count": "3", "unknown": {"a": [1]}, "profiles": {"id": "p", "profile_data": {"explicit_info": {"category": "Plan", "description": "Trade"}}},
                 "episodes": [null, 7, "x", {"id": 12, "session_id": 34, "timestamp": {}, "summary": ["no"], "episode": 56, "participants": "one", "tags": [1, null, {}],
                  "score": "0.5", "atomic_facts": ["x", {"content": null}]}]}}""");
        EverOsEpisode episode = found.episodes().getFirst();
        assertEquals(1, found.episodes().size());
        assertEquals(List.of("12", "34", "56", "56"), List.of(episode.id(), episode.session().orElseThrow(), episode.subject(), episode.narrative()));
        assertEquals(List.of(List.of("one"), List.of("1"), List.of()), List.of(episode.participants(), episode.tags(), episode.facts()));
        assertEquals(0.5, episode.score());
        assertEquals(3, found.total());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"data\":{}}; 0", "{}; 0", "{\"data\":{\"count\":3}}; 3", "{\"data\":{\"deleted\":2.0}}; 2", "{\"data\":{\"deleted\":[]}}; 0"})
    void aDeletionSaysHowManyWhereItDoes(String json, int count) throws Exception {
        assertEquals(count, read(V2.delete(new Deletion.Scope("u", Optional.empty())).orElseThrow(), 200, json));
    }
}
