package acquaint.memory.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids that no client should send, wherever one is read: each is answered as a fault of the request, and changes nothing. */
class ServedIdsTest extends ServedRequests {

    private static final String ZEROS = "0".repeat(24);
    private static final String LINE = "{'sender_id':'dana','role':'user','timestamp':" + AT + ",'content':'The kettle leaks.'}";

    /** As they stand in JSON: blank, too long, with a control character, with the mark of a partition, half a character. */
    private static final List<String> ILLEGAL = List.of("''", "'  '", "'" + "x".repeat(257) + "'", "'a\\u0000b'", "'a\\nb'", "'a\\u00a6b'", "'a\\ud800'", "7");

    private void refused(String path, String body) throws Exception {
        for (String illegal : ILLEGAL) {
            fails(422, path.startsWith("/api/v1/memories") || path.equals("/api/v1/senders") || path.equals("/api/v1/groups") ? "InvalidParameter" : "INVALID_INPUT",
                    path, body.replace("?", illegal));
        }
    }

    @Test
    void theFirstVersionChecksEachId() throws Exception {
        speak(Dialect.V1);
        for (String path : List.of(V1, V1 + "/agent")) {
            refused(path, "{'user_id':?,'messages':[" + LINE + "]}");
            refused(path, "{'user_id':'dana','session_id':?,'messages':[" + LINE + "]}");
            refused(path, "{'user_id':'dana','messages':[" + LINE.replace("'dana'", "?") + "]}");
        }
        refused(V1 + "/agent", "{'user_id':'dana','messages':[" + LINE.replace("'user'", "'tool','tool_call_id':?") + "]}");
        refused(V1 + "/group", "{'group_id':?,'messages':[" + LINE + "]}");
        refused(V1 + "/group", "{'group_id':'g','messages':[" + LINE.replace("'dana'", "?") + "]}");
        for (String path : List.of(V1 + "/flush", V1 + "/agent/flush")) {
            refused(path, "{'user_id':?}");
            refused(path, "{'user_id':'dana','session_id':?}");
        }
        refused(V1 + "/group/flush", "{'group_id':?}");
        for (String id : List.of("'user_id':?", "'group_id':?", "'user_id':{'in':[?]}", "'group_id':{'in':['g',?]}", "'user_id':'dana','session_id':?",
                "'user_id':'dana','session_id':{'in':[?]}",
                "'user_id':'dana','AND':[{'user_id':?}]")) {
            refused(V1 + "/search", "{'query':'x','memory_types':['episodic_memory'],'filters':{" + id + "}}");
            refused(V1 + "/get", "{'memory_type':'episodic_memory','filters':{" + id + "}}");
        }
        refused("/api/v1/senders", "{'sender_id':?}");
        refused("/api/v1/groups", "{'group_id':?}");
        for (String path : List.of("senders", "groups")) {
            for (String id : List.of("%20", "x".repeat(257), "a%00b", "a%C2%A6b")) {
                assertEquals(422, ask("GET", "/api/v1/" + path + "/" + id, "").status(), id);
                assertEquals(422, ask("PATCH", "/api/v1/" + path + "/" + id, "{'name':'x'}").status(), id);
            }
        }
        for (String task : List.of("%20", "x".repeat(257), "a%00b")) {
            assertEquals(404, ask("GET", "/api/v1/tasks/" + task, "").status());
        }
    }

    @Test
    void theSecondVersionAndServersOfOnesOwnCheckEachId() throws Exception {
        for (Dialect dialect : List.of(Dialect.V2, Dialect.OSS)) {
            speak(dialect);
            for (String scope : List.of("'app_id':?", "'project_id':?")) {
                refused(V2 + "/add", "{'session_id':'s'," + scope + ",'messages':[" + LINE + "]}");
                refused(V2 + "/flush", "{'session_id':'s'," + scope + "}");
                refused(V2 + "/search", "{'query':'x','user_id':'dana'," + scope + "}");
                refused(V2 + "/get", "{'memory_type':'episode','user_id':'dana'," + scope + "}");
                refused(V2 + "/delete", "{'user_id':'dana'," + scope + "}");
            }
            refused(V2 + "/add", "{'session_id':?,'messages':[" + LINE + "]}");
            refused(V2 + "/add", "{'session_id':'s','messages':[" + LINE.replace("'dana'", "?") + "]}");
            refused(V2 + "/add", "{'session_id':'s','messages':[" + LINE.replace("'user'", "'tool','tool_call_id':?") + "]}");
            refused(V2 + "/flush", "{'session_id':?}");
            for (String owner : List.of("user_id", "agent_id")) {
                refused(V2 + "/search", "{'query':'x','" + owner + "':?}");
                refused(V2 + "/get", "{'memory_type':'" + (owner.equals("user_id") ? "episode" : "agent_case") + "','" + owner + "':?}");
                refused(V2 + "/delete", "{'" + owner + "':?}");
            }
            refused(V2 + "/search", "{'query':'x','user_id':'dana','filters':{'session_id':?}}");
            refused(V2 + "/get", "{'memory_type':'episode','user_id':'dana','filters':{'sender_id':{'in':[?]}}}");
            refused(V2 + "/delete", "{'session_id':?}");
            refused(V2 + "/delete_by_ids", "{'memory_type':'episode','memory_ids':['" + (dialect == Dialect.OSS ? "dana_ep_20260101_00000000" : ZEROS) + "'],'user_id':?}");
            server.close();
        }
        speak(Dialect.V2);
        refused(V2 + "/edit", "{'user_id':?,'operations':[{'action':'add','type':'explicit_info','data':{'category':'c','description':'d'}}]}");
        refused(V2 + "/search", "{'query':'x','user_id':'dana','app_id':'" + "x".repeat(129) + "','project_id':?}");
        assertEquals(400, ask("GET", "/api/v2/tasks?session_id=%20", "").status());
        assertEquals(404, ask("GET", "/api/v2/tasks/%20", "").status());
    }

    @Test
    void aMemoryIsNamedByTheIdThatWasGivenOutAndByNothingElse() throws Exception {
        speak(Dialect.V1);
        String message = "{'role':'user','timestamp':" + AT + ",'content':'The kettle leaks.'}";
        post(V1, "{'user_id':'dana','session_id':'ticket_1','async_mode':false,'messages':[" + message + "]}");
        post(V1 + "/flush", "{'user_id':'dana','session_id':'ticket_1'}");
        var episode = post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'}}").data().path("episodes").path(0);
        String cell = episode.path("parent_id").asText();
        List<String> wrong = new ArrayList<>(List.of("''", "'%'", "'" + "%".repeat(24) + "'", "'" + "_".repeat(24) + "'", "'" + cell.substring(1) + "'", "'episode-'", "7", "null"));
        for (String id : wrong) {
            fails(422, "InvalidParameter", V1 + "/delete", "{'memory_id':" + id + "}");
        }
        for (String id : List.of(ZEROS, episode.path("id").asText())) {
            assertEquals(204, post(V1 + "/delete", "{'memory_id':'" + id + "'}").status());
        }
        assertEquals(1, post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'}}").data().path("total_count").asInt());
        server.close();

        speak(Dialect.V2);
        for (String id : wrong.subList(0, 7)) {
            fails(422, "INVALID_INPUT", V2 + "/update", "{'memory_type':'episode','memory_id':" + id + ",'patch':{'subject':'x'}}");
            fails(422, "INVALID_INPUT", V2 + "/feedback", "{'memory_type':'episode','memory_id':" + id + ",'rating':'positive'}");
            fails(422, "INVALID_INPUT", V2 + "/tag/bind", "{'memory_type':'episode','memory_ids':[" + id + "],'tags':['vip']}");
            fails(422, "INVALID_INPUT", V2 + "/delete_by_ids", "{'memory_type':'episode','memory_ids':['" + ZEROS + "'," + id + "]}");
        }
        fails(404, "NOT_FOUND", V2 + "/update", "{'memory_type':'episode','memory_id':'" + cell + "','patch':{'subject':'x'}}");
        fails(404, "NOT_FOUND", V2 + "/feedback", "{'memory_type':'episode','memory_id':'" + ZEROS + "','rating':'positive'}");
        fails(422, "INVALID_INPUT", V2 + "/feedback", "{'memory_type':'profile','memory_id':'" + ZEROS + "','item_id':'%','rating':'positive'}");
        assertEquals(1, post(V2 + "/tag/bind", "{'memory_type':'episode','memory_ids':['" + episode.path("id").asText().toUpperCase(java.util.Locale.ROOT) + "'],'tags':['vip']}")
                .data().path("matched").asInt());
        server.close();

        speak(Dialect.OSS);
        for (String id : List.of("'%'", "'dana_ep_%'", "'dana_ep_20260921_%'", "'" + ZEROS + "'", "'_ep_20260921_00000001'")) {
            fails(422, "INVALID_INPUT", V2 + "/delete_by_ids", "{'memory_type':'episode','memory_ids':[" + id + "]}");
        }
        assertEquals(1, post(V2 + "/get", "{'memory_type':'episode','user_id':'dana'}").data().path("total_count").asInt());
    }
}
