package acquaint.memory.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.StandingClock;
import acquaint.memory.local.LocalMemory;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API as a stranger's client meets it: raw requests, each documented route and error of each dialect. */
class ServedApiTest extends ServedRequests {

    // --- the first version ---------------------------------------------------------------------------------------

    private void v1Ticket(String ticket, String words) throws Exception {
        String message = "{'role':'user','timestamp':" + AT + ",'content':'" + words + "'}";
        assertEquals(200, post(V1, "{'user_id':'dana','session_id':'" + ticket + "','async_mode':false,'messages':[" + message + "]}").status());
    }

    @Test
    void theCookbooksBotRunsOnTheFirstVersion() throws Exception {
        speak(Dialect.V1);
        Told opened = post(V1, "{'user_id':'dana','session_id':'ticket_1','messages':[{'role':'assistant','timestamp':" + AT + ",'content':'Ticket opened: reset mail'}]}");
        assertEquals(202, opened.status());
        assertEquals("queued", opened.data().path("status").asText());
        assertEquals("success", ask("GET", "/api/v1/tasks/" + opened.data().path("task_id").asText(), "").data().path("status").asText());
        v1Ticket("ticket_1", "My name is Dana Ruiz. The reset mail never arrives.");

        JsonNode raw = post(V1 + "/search", "{'query':'anything','filters':{'user_id':'dana'},'memory_types':['raw_message']}").data().path("raw_messages");
        assertEquals(2, raw.size());
        assertEquals("ticket_1", raw.get(1).path("session_id").asText());

        assertEquals("extracted", post(V1 + "/flush", "{'user_id':'dana','session_id':'ticket_1'}").data().path("status").asText());
        assertEquals("no_extraction", post(V1 + "/flush", "{'user_id':'dana','session_id':'ticket_1'}").data().path("status").asText());

        Told profile = post(V1 + "/search", "{'query':'who is this','filters':{'user_id':'dana'},'memory_types':['profile'],'method':'vector','top_k':5}");
        assertEquals("Name: Dana Ruiz", profile.data().path("profiles").path(0).path("profile_data").path("embed_text").asText());
        assertTrue(profile.data().path("episodes").isEmpty());

        Told history = post(V1 + "/search", "{'query':'reset mail attempted fixes','filters':{'user_id':'dana'},'memory_types':['episodic_memory'],'top_k':10}");
        JsonNode episode = history.data().path("episodes").path(0);
        assertEquals("ticket_1", episode.path("session_id").asText());
        assertTrue(episode.path("episode").asText().contains("The reset mail never arrives."));
        assertTrue(episode.path("id").asText().matches("[0-9a-f]{24}"));
        assertTrue(episode.path("timestamp").asText().endsWith("+00:00"));
        assertTrue(episode.path("atomic_facts").path(0).has("atomic_fact"));
        assertEquals("reset mail attempted fixes", history.data().path("query").path("text").asText());

        Told listed = post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana','session_id':{'in':['ticket_1']}},'page':1,'page_size':5}");
        assertEquals(1, listed.data().path("total_count").asInt());
        assertEquals("dana", listed.data().path("episodes").path(0).path("sender_ids").path(0).asText());
        Told document = post(V1 + "/get", "{'memory_type':'profile','filters':{'user_id':'dana'}}");
        assertTrue(document.data().path("profiles").path(0).path("profile_data").path("explicit_info").path(0).path("sources").path(0).asText()
                .endsWith("|" + episode.path("parent_id").asText()));

        Told deleted = post(V1 + "/delete", "{'memory_id':'" + episode.path("parent_id").asText() + "'}");
        assertEquals(204, deleted.status());
        assertEquals(0, post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'}}").data().path("total_count").asInt());
    }

    @Test
    void theFirstVersionPagesFiltersAndSorts() throws Exception {
        speak(Dialect.V1);
        for (int i = 1; i <= 5; i++) {
            v1Ticket("ticket_" + i, "The kettle leaks, time " + i + ".");
            post(V1 + "/flush", "{'user_id':'dana','session_id':'ticket_" + i + "'}");
        }
        Told second = post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'},'page':2,'page_size':2,'rank_order':'asc'}");
        assertEquals(5, second.data().path("total_count").asInt());
        assertEquals(2, second.data().path("count").asInt());
        String none = "{'memory_type':'episodic_memory','filters':{'user_id':'dana','AND':[{'timestamp':{'gt':" + AT + "}}]}}";
        assertEquals(0, post(V1 + "/get", none).data().path("total_count").asInt());
        String some = "{'memory_type':'episodic_memory','filters':{'user_id':'dana','OR':[{'session_id':'ticket_1'},{'session_id':'ticket_2'}],'misspelt':1}}";
        assertEquals(2, post(V1 + "/get", some).data().path("total_count").asInt());
        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','session_id':'ticket_1'}").status());
        assertEquals(4, post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'}}").data().path("total_count").asInt());
    }

    @Test
    void theFirstVersionKnowsGroupsSendersSettingsAndAgents() throws Exception {
        speak(Dialect.V1);
        assertEquals(404, ask("GET", "/api/v1/settings", "").status());
        assertEquals("UTC", ask("PUT", "/api/v1/settings", "{'timezone':'UTC'}").data().path("timezone").asText());
        assertEquals("UTC", ask("GET", "/api/v1/settings", "").data().path("timezone").asText());
        assertEquals("Dana Ruiz", post("/api/v1/senders", "{'sender_id':'dana','name':'Dana Ruiz'}").data().path("name").asText());
        assertEquals("Dana", ask("PATCH", "/api/v1/senders/dana", "{'name':'Dana'}").data().path("name").asText());
        assertEquals(404, ask("GET", "/api/v1/senders/nobody", "").status());
        assertEquals("g", post("/api/v1/groups", "{'group_id':'g','name':'Team'}").data().path("group_id").asText());
        assertEquals(422, ask("PATCH", "/api/v1/groups/g", "{}").status());
        String line = "{'sender_id':'dana','role':'user','timestamp':" + AT + ",'content':'The kettle leaks.'}";
        assertEquals(202, post(V1 + "/group", "{'group_id':'g','messages':[" + line + "]}").status());
        assertEquals("extracted", post(V1 + "/group/flush", "{'group_id':'g'}").data().path("status").asText());
        Told group = post(V1 + "/search", "{'query':'kettle','filters':{'group_id':'g'},'memory_types':['episodic_memory']}");
        assertEquals("g", group.data().path("episodes").path(0).path("group_id").asText());
        String tool = "{'role':'tool','tool_call_id':'c','timestamp':" + AT + ",'content':'found'}";
        assertEquals(202, post(V1 + "/agent", "{'user_id':'bot','session_id':'run','messages':[" + tool + "]}").status());
        assertEquals(20_001, post("/api/v1/object/sign", "{'objectList':[]}").body().path("status").asInt());
    }

    @Test
    void theFirstVersionsErrors() throws Exception {
        speak(Dialect.V1);
        String line = "{'role':'user','timestamp':1,'content':'x'}";
        fails(400, "InvalidParameter", V1, "");
        fails(400, "InvalidParameter", V1, "{");
        fails(400, "InvalidParameter", V1, "{'messages':[" + line + "]}");
        fails(400, "InvalidParameter", V1, "{'user_id':'dana'}");
        fails(422, "InvalidParameter", V1, "{'user_id':'dana','messages':[]}");
        fails(422, "InvalidParameter", V1, "{'user_id':'dana','messages':[{'role':'tool','timestamp':1,'content':'x'}]}");
        fails(422, "InvalidParameter", V1, "{'user_id':'dana','messages':[{'role':'user','timestamp':'now','content':'x'}]}");
        fails(422, "InvalidParameter", V1, "{'user_id':'dana','messages':[{'role':'user','timestamp':1,'content':''}]}");
        fails(422, "InvalidParameter", V1, "{'user_id':'dana','messages':[" + (line + ",").repeat(500) + line + "]}");
        fails(400, "InvalidParameter", V1 + "/group", "{'group_id':'g','messages':[" + line + "]}");
        fails(422, "InvalidParameter", V1 + "/agent", "{'user_id':'bot','messages':[{'role':'tool','timestamp':1,'content':'x'}]}");
        fails(400, "InvalidParameter", V1 + "/search", "{'query':'x','filters':{}}");
        fails(400, "InvalidParameter", V1 + "/search", "{'query':'x','filters':{'group_id':'g'},'memory_types':['profile']}");
        fails(400, "InvalidParameter", V1 + "/search", "{'filters':{'user_id':'dana'}}");
        fails(422, "InvalidParameter", V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'top_k':0}");
        fails(422, "InvalidParameter", V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'top_k':101}");
        fails(422, "InvalidParameter", V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'method':'magic'}");
        fails(422, "InvalidParameter", V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'memory_types':['foresight']}");
        fails(422, "InvalidParameter", V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'radius':2}");
        fails(422, "InvalidParameter", V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'},'page':0}");
        fails(422, "InvalidParameter", V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'},'page_size':101}");
        fails(422, "InvalidParameter", V1 + "/get", "{'memory_type':'event_log','filters':{'user_id':'dana'}}");
        fails(422, "InvalidParameter", V1 + "/delete", "{}");
        fails(422, "InvalidParameter", V1 + "/delete", "{'memory_id':'a','user_id':'dana'}");
        fails(404, "NotFound", "/api/v1/nothing", "{}");
        assertEquals(404, ask("GET", "/api/v1/tasks/task_unknown", "").status());
        fails(403, "Forbidden", "/api/v2/memory/search", "{}");
        assertEquals(401, send(HttpRequest.newBuilder(), "POST", V1, "{}").status());
        assertEquals(401, send(HttpRequest.newBuilder().header("Authorization", "Bearer wrong"), "POST", V1, "{}").status());
        assertEquals(403, send(HttpRequest.newBuilder().header("Authorization", "Bearer " + KEY).header("Origin", "https://evil.example"), "POST", V1, "{}").status());
    }

    @Test
    void whatIsEmptyInADeletionIsNotWhatIsMissing() throws Exception {
        speak(Dialect.V1);
        v1Ticket("ticket_1", "The kettle leaks.");
        post(V1, "{'user_id':'dana','async_mode':false,'messages':[{'role':'user','timestamp':" + AT + ",'content':'The toaster burns.'}]}");
        post(V1 + "/flush", "{'user_id':'dana','session_id':'ticket_1'}");
        post(V1 + "/flush", "{'user_id':'dana'}");
        String all = "{'memory_type':'episodic_memory','filters':{'user_id':'dana'}}";

        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','sender_id':'somebody'}").status());
        assertEquals(2, post(V1 + "/get", all).data().path("total_count").asInt());
        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','session_id':null}").status());
        assertEquals("ticket_1", post(V1 + "/get", all).data().path("episodes").path(0).path("session_id").asText());
        assertEquals(1, post(V1 + "/get", all).data().path("total_count").asInt());
        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','sender_id':'dana'}").status());
        assertEquals(0, post(V1 + "/get", all).data().path("total_count").asInt());
    }

    @Test
    void aTaskIsKnownForAnHour() throws Exception {
        var clock = new StandingClock(Instant.ofEpochMilli(AT));
        server = MemoryServer.start(memory, Dialect.V1, KEY, 0, clock);
        String task = post(V1, "{'user_id':'dana','messages':[{'role':'user','timestamp':" + AT + ",'content':'x'}]}").data().path("task_id").asText();

        clock.forward(Duration.ofMinutes(59));
        assertEquals(200, ask("GET", "/api/v1/tasks/" + task, "").status());
        clock.forward(Duration.ofMinutes(2));
        assertEquals(404, ask("GET", "/api/v1/tasks/" + task, "").status());
    }

    @Test
    void aBoundaryMetWhileAddingIsToldAtOnce() throws Exception {
        speak(Dialect.V1);
        v1Ticket("ticket_1", "The kettle leaks.");
        long later = AT + Duration.ofDays(4).toMillis();
        Told added = post(V1, "{'user_id':'dana','session_id':'ticket_1','async_mode':false,'messages':[{'role':'user','timestamp':" + later + ",'content':'The toaster burns.'}]}");

        assertEquals("extracted", added.data().path("status").asText());
        assertEquals(1, post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'}}").data().path("total_count").asInt());
    }

    @Test
    void whatIsSeenMoreThanOnceIsAnImplicitTraitInEveryDialect() throws Exception {
        for (int i = 1; i <= 2; i++) {
            var session = new acquaint.model.SessionId("ticket_" + i);
            memory.remember(new acquaint.model.CustomerId("dana"), session, List.of(acquaint.memory.Say.customer(i, "I need to cancel my order. My name is Dana Ruiz.")));
            memory.flush(new acquaint.model.CustomerId("dana"), session);
        }
        speak(Dialect.V1);
        JsonNode first = post(V1 + "/get", "{'memory_type':'profile','filters':{'user_id':'dana'}}").data().path("profiles").path(0).path("profile_data");
        assertEquals("Cancels orders or bookings", first.path("implicit_traits").path(0).path("description").asText());
        assertEquals(2, first.path("implicit_traits").path(0).path("sources").size());
        assertTrue(post(V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'memory_types':['profile']}").body().toString().contains("\"implicit_trait\""));
        server.close();
        speak(Dialect.V2);
        JsonNode second = post(V2 + "/get", "{'user_id':'dana','memory_type':'profile'}").data().path("profiles").path(0).path("profile_data");
        String id = second.path("implicit_traits").path(0).path("item_id").asText();
        assertTrue(id.matches("it_[0-9a-f]{24}"), second.toString());
        Told edited = post(V2 + "/edit", "{'user_id':'dana','operations':[{'action':'delete','type':'implicit_traits','item_id':'" + id + "'},"
                + "{'action':'add','type':'implicit_traits','data':{'trait':'Detail oriented','description':'Sends logs.'}}]}");
        assertEquals(2, edited.data().path("applied").asInt());
        assertEquals("{\"trait\":\"Detail oriented\",\"description\":\"Sends logs.\"}", withOnly(edited.data().path("profile").path("implicit_traits").path(0), "trait", "description"));
        assertTrue(edited.data().path("version").asInt() >= 2);
    }

    private static String withOnly(JsonNode json, String... fields) {
        var only = JSON.createObjectNode();
        for (String field : fields) {
            only.set(field, json.get(field));
        }
        return only.toString();
    }

    @Test
    void aFaultOfTheMemoryIsToldAsOneOfTheServer() throws Exception {
        for (Dialect dialect : Dialect.values()) {
            memory.close();
            speak(dialect);
            String path = dialect == Dialect.V1 ? V1 + "/search" : V2 + "/search";
            String body = dialect == Dialect.V1 ? "{'query':'x','filters':{'user_id':'dana'}}" : "{'query':'x','user_id':'dana'}";
            Told told = post(path, body);
            assertEquals(500, told.status(), told.body().toString());
            JsonNode error = dialect == Dialect.V1 ? told.body() : told.body().path("error");
            assertTrue(List.of("InternalError", "SYSTEM_ERROR", "INTERNAL_ERROR").contains(error.path("code").asText()), told.body().toString());
            server.close();
            memory = LocalMemory.open(directory);
        }
    }

    // --- the second version --------------------------------------------------------------------------------------

    private Told v2Add(String session, String more) throws Exception {
        return post(V2 + "/add", "{'session_id':'" + session + "'" + more + ",'messages':[{'sender_id':'dana','sender_name':'Dana Ruiz','role':'user','timestamp':" + AT
                + ",'content':'My e-mail address is dana@example.com. The kettle leaks.'},{'sender_id':'lee','role':'assistant','timestamp':" + (AT + 1)
                + ",'content':[{'type':'text','text':'A new kettle has been sent.'}]}]}");
    }

    @Test
    void theSecondVersionFromAddToForgetting() throws Exception {
        speak(Dialect.V2);
        Told added = v2Add("ticket_1", "");
        assertEquals(202, added.status());
        assertFalse(added.data().has("task_id"));
        String request = added.body().path("request_id").asText();
        assertTrue(request.matches("[0-9a-f]{32}"));
        assertEquals("success", ask("GET", "/api/v2/tasks/" + request, "").data().path("status").asText());
        assertEquals(1, ask("GET", "/api/v2/tasks?session_id=ticket_1", "").data().path("total").asInt());
        assertEquals(1, ask("GET", "/api/v2/tasks/stats", "").data().path("by_status").path("success").asInt());

        Told waiting = post(V2 + "/search", "{'user_id':'dana','query':'kettle','filters':{'session_id':'ticket_1'}}");
        assertEquals(List.of("user", "assistant"), List.of(waiting.data().path("unprocessed_messages").path(0).path("role").asText(),
                waiting.data().path("unprocessed_messages").path(1).path("role").asText()));
        Told unasked = post(V2 + "/search", "{'user_id':'dana','query':'kettle','filters':{'session_id':{'eq':'ticket_1'}}}");
        assertEquals(0, unasked.data().path("unprocessed_messages").size());

        assertEquals("extracted", post(V2 + "/flush", "{'session_id':'ticket_1'}").data().path("status").asText());
        JsonNode found = post(V2 + "/search", "{'user_id':'dana','query':'leaking kettle','include_profile':true}").data();
        JsonNode episode = found.path("episodes").path(0);
        assertTrue(episode.path("score").asDouble() > 0 && episode.path("score").asDouble() <= 1);
        assertTrue(episode.path("atomic_facts").path(0).has("content"));
        JsonNode item = found.path("profiles").path(0).path("profile_data").path("explicit_info").path(0);
        assertEquals("dana@example.com", item.path("description").asText());

        String id = episode.path("id").asText();
        assertEquals(1, post(V2 + "/tag/bind", "{'memory_type':'episode','memory_ids':['" + id + "','" + "0".repeat(24) + "'],'tags':['vip','mail']}").data().path("matched").asInt());
        post(V2 + "/tag/unbind", "{'memory_type':'episode','memory_ids':['" + id + "'],'tags':['mail']}");
        Told updated = post(V2 + "/update", "{'memory_type':'episode','memory_id':'" + id + "','patch':{'subject':'Leaking kettle, replaced'}}");
        assertEquals("Leaking kettle, replaced", updated.data().path("subject").asText());
        JsonNode read = post(V2 + "/get", "{'user_id':'dana','memory_type':'episode'}").data().path("episodes").path(0);
        assertEquals("Leaking kettle, replaced", read.path("subject").asText());
        assertEquals("[\"vip\"]", read.path("tags").toString());

        Told edited = post(V2 + "/edit", "{'user_id':'dana','operations':["
                + "{'action':'add','type':'explicit_info','data':{'category':'Plan','description':'Business since May.'}},"
                + "{'action':'update','type':'explicit_info','item_id':'" + item.path("item_id").asText() + "','data':{'description':'dana@work.example'}},"
                + "{'action':'delete','type':'explicit_info','item_id':'ei_" + "0".repeat(24) + "'}]}");
        assertEquals(2, edited.data().path("applied").asInt());
        assertEquals("rejected", edited.data().path("results").path(2).path("status").asText());
        assertTrue(edited.data().path("profile").toString().contains("dana@work.example") && edited.data().path("profile").toString().contains("Business since May."));
        assertEquals(24, post(V2 + "/feedback", "{'memory_type':'episode','memory_id':'" + id + "','rating':'negative','reason':'wrong_time'}").data().path("id").asText().length());

        assertTrue(post(V2 + "/update", "{'memory_type':'episode','memory_id':'" + id + "','patch':{'subject':'Leaking kettle, replaced'}}").data().path("unchanged").asBoolean());
        Told retold = post(V2 + "/update", "{'memory_type':'episode','memory_id':'" + id + "','patch':{'episode':'The kettle was replaced in May.'}}");
        assertEquals("The kettle was replaced in May.", retold.data().path("summary").asText());
        assertEquals("Leaking kettle, replaced", retold.data().path("subject").asText());
        post(V2 + "/tag/replace", "{'memory_type':'episode','memory_ids':['" + id + "'],'tags':[]}");
        assertEquals("[]", post(V2 + "/get", "{'user_id':'dana','memory_type':'episode'}").data().path("episodes").path(0).path("tags").toString());

        assertTrue(post(V2 + "/delete_by_ids", "{'memory_type':'episode','memory_ids':['" + id + "']}").data().path("success").asBoolean());
        assertEquals(0, post(V2 + "/get", "{'user_id':'dana','memory_type':'episode'}").data().path("total_count").asInt());
        v2Add("ticket_2", ",'async_mode':false");
        post(V2 + "/flush", "{'session_id':'ticket_2'}");
        Told deleted = post(V2 + "/delete", "{'user_id':'dana','session_id':'ticket_2'}");
        assertEquals("{\"filters\":[\"user_id\",\"session_id\"],\"count\":1}", deleted.data().toString());
    }

    @Test
    void whatOnlyAnAgentSaidGoesToTheCustomerWhoAnswersAndPartitionsDoNotMix() throws Exception {
        speak(Dialect.V2);
        String opening = "{'session_id':'ticket_9','async_mode':false,'messages':[{'sender_id':'bot','role':'assistant','timestamp':" + AT + ",'content':'Ticket opened.'}]}";
        assertEquals("accumulated", post(V2 + "/add", opening).data().path("status").asText());
        assertEquals("no_extraction", post(V2 + "/flush", "{'session_id':'ticket_9'}").data().path("status").asText());
        v2Add("ticket_9", ",'async_mode':false");
        assertEquals("extracted", post(V2 + "/flush", "{'session_id':'ticket_9'}").data().path("status").asText());
        assertTrue(post(V2 + "/get", "{'user_id':'dana','memory_type':'episode'}").data().path("episodes").path(0).path("episode").asText().contains("Ticket opened."));

        v2Add("ticket_9", ",'async_mode':false,'app_id':'other'");
        post(V2 + "/flush", "{'session_id':'ticket_9','app_id':'other'}");
        assertEquals(1, post(V2 + "/get", "{'user_id':'dana','memory_type':'episode','app_id':'other'}").data().path("total_count").asInt());
        assertEquals(1, post(V2 + "/get", "{'user_id':'dana','memory_type':'episode'}").data().path("total_count").asInt());
    }

    @Test
    void theSecondVersionsErrors() throws Exception {
        speak(Dialect.V2);
        String line = "{'sender_id':'dana','role':'user','timestamp':" + AT + ",'content':'x'}";
        fails(422, "INVALID_INPUT", V2 + "/add", "{'messages':[" + line + "]}");
        fails(422, "INVALID_INPUT", V2 + "/add", "{'session_id':'s','messages':[]}");
        fails(422, "INVALID_INPUT", V2 + "/add", "{'session_id':'s','messages':[" + line.replace(Long.toString(AT), "1790000000") + "]}");
        fails(422, "INVALID_INPUT", V2 + "/add", "{'session_id':'s','messages':[" + line.replace("'user'", "'tool'") + "]}");
        fails(422, "INVALID_INPUT", V2 + "/search", "{'query':'x'}");
        fails(422, "INVALID_INPUT", V2 + "/search", "{'query':'x','user_id':'a','agent_id':'b'}");
        fails(422, "INVALID_INPUT", V2 + "/search", "{'query':'x','user_id':'a','memory_types':['profile']}");
        fails(422, "INVALID_INPUT", V2 + "/search", "{'query':'x','user_id':'a','top_k':0}");
        fails(422, "INVALID_INPUT", V2 + "/search", "{'query':'x','user_id':'a','filters':{'user_id':'a'}}");
        fails(422, "INVALID_INPUT", V2 + "/search", "{'query':'x','user_id':'a','filters':{'timestamp':{'near':1}}}");
        fails(422, "INVALID_INPUT", V2 + "/get", "{'user_id':'a','memory_type':'agent_case'}");
        fails(422, "INVALID_INPUT", V2 + "/get", "{'user_id':'a','memory_type':'episode','rank_by':'timestamp'}");
        fails(422, "INVALID_INPUT", V2 + "/delete", "{}");
        fails(422, "INVALID_INPUT", V2 + "/delete", "{'user_id':'a','agent_id':'b'}");
        fails(422, "INVALID_INPUT", V2 + "/delete_by_ids", "{'memory_type':'episode','memory_ids':['short']}");
        fails(422, "INVALID_INPUT", V2 + "/edit", "{'user_id':'a','operations':[{'action':'add','type':'explicit_info','item_id':'ei_1','data':{}}]}");
        fails(422, "INVALID_INPUT", V2 + "/edit", "{'user_id':'a','operations':[{'action':'delete','type':'explicit_info','item_id':'it_" + "0".repeat(24) + "'}]}");
        fails(404, "NOT_FOUND", V2 + "/update", "{'memory_type':'episode','memory_id':'" + "0".repeat(24) + "','patch':{'subject':'x'}}");
        fails(422, "INVALID_INPUT", V2 + "/update", "{'memory_type':'episode','memory_id':'" + "0".repeat(24) + "','patch':{'subject':'" + "x".repeat(201) + "'}}");
        fails(422, "INVALID_INPUT", V2 + "/tag/bind", "{'memory_type':'episode','memory_ids':['a'],'tags':[]}");
        fails(422, "INVALID_INPUT", V2 + "/feedback", "{'memory_type':'episode','memory_id':'" + "0".repeat(24) + "','rating':'positive','reason':'style'}");
        String rated = "{'memory_type':'episode','memory_id':'" + "0".repeat(24) + "','rating':'negative',";
        fails(422, "INVALID_INPUT", V2 + "/feedback", rated + "'reason':'missing'}");
        fails(422, "INVALID_INPUT", V2 + "/feedback", rated + "'note':'" + "x".repeat(257) + "'}");
        fails(422, "INVALID_INPUT", V2 + "/feedback", rated + "'item_id':'ei_1'}");
        fails(422, "INVALID_INPUT", V2 + "/delete_by_ids", "{'memory_type':'profile','memory_ids':['" + "0".repeat(24) + "']}");
        fails(422, "INVALID_INPUT", V2 + "/flush", "{}");
        fails(404, "NOT_FOUND", "/api/v2/knowledge_bases", "{}");
        fails(403, "Forbidden", "/api/v1/memories/search", "{}");
        Told unknown = ask("GET", "/api/v2/tasks/unknown", "");
        assertEquals(404, unknown.status());
        assertEquals("not_found_error", unknown.body().path("error").path("type").asText());
        assertEquals(400, ask("GET", "/api/v2/tasks?page=x", "").status());
        assertEquals(401, send(HttpRequest.newBuilder(), "GET", "/api/v2/tasks/stats", "").status());
    }

    // --- a server of one's own -----------------------------------------------------------------------------------

    @Test
    void aServerOfOnesOwnNeedsNoKeyAndAnswersUnderBothPrefixes() throws Exception {
        speak(Dialect.OSS);
        Told health = send(HttpRequest.newBuilder(), "GET", "/health", "");
        assertEquals("ok", health.body().path("status").asText());
        assertTrue(health.body().path("capabilities").path("embed").asBoolean());
        for (String prefix : List.of("/api/v1/memory", "/api/v2/memory")) {
            String add = "{'session_id':'ticket_1','messages':[{'sender_id':'dana','role':'user','timestamp':1790000000,'content':'The kettle leaks.'}]}";
            assertEquals("accumulated", send(HttpRequest.newBuilder(), "POST", prefix + "/add", add).data().path("status").asText());
        }
        assertEquals("extracted", post(V2 + "/flush", "{'session_id':'ticket_1'}").data().path("status").asText());
        JsonNode episode = post(V2 + "/search", "{'user_id':'dana','query':'kettle','method':'llm_multiround'}").data().path("episodes").path(0);
        assertTrue(episode.path("id").asText().matches("dana_ep_\\d{8}_\\d{8}"), episode.toString());
        assertFalse(episode.has("tags"));
        assertEquals("2026-09-21T14:13:20Z", episode.path("timestamp").asText());
        Told deleted = post(V2 + "/delete_by_ids", "{'memory_type':'episode','memory_ids':['" + episode.path("id").asText() + "','dana_ep_20200101_00000000']}");
        assertEquals(1, deleted.data().path("deleted").asInt());
    }

    @Test
    void theErrorsOfAServerOfOnesOwn() throws Exception {
        speak(Dialect.OSS);
        String line = "{'sender_id':'dana','role':'user','timestamp':1,'content':'x'}";
        fails(422, "INVALID_INPUT", V2 + "/add", "{'session_id':'a b','messages':[" + line + "]}");
        fails(422, "INVALID_INPUT", V2 + "/add", "{'session_id':'..','messages':[" + line + "]}");
        fails(415, "UNSUPPORTED_FORMAT", V2 + "/add", "{'session_id':'s','messages':[" + line.replace("'x'", "[{'type':'image','text':'x'}]") + "]}");
        fails(503, "CAPABILITY_UNAVAILABLE", V2 + "/add", "{'session_id':'s','messages':[" + line.replace("'x'", "[{'type':'image','uri':'https://x'}]") + "]}");
        fails(422, "INVALID_INPUT", V2 + "/search", "not json");
        fails(422, "INVALID_INPUT", V2 + "/search", "{'query':'x','user_id':'a','filters':{'colour':'red'}}");
        fails(404, "NOT_FOUND", V2 + "/edit", "{}");
        fails(404, "NOT_FOUND", V2 + "/tag/bind", "{}");
        fails(503, "CAPABILITY_UNAVAILABLE", "/api/v2/knowledge/search", "{'query':'x'}");
        assertEquals(200, send(HttpRequest.newBuilder().header("Authorization", "Bearer wrong"), "POST", V2 + "/search", "{'query':'x','user_id':'a'}").status());
    }
}
