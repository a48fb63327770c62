package acquaint.memory.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Forgetting;
import acquaint.model.CustomerId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Profiles that other programs change and rate, over the API. */
class ServedEditingTest extends ServedRequests {

    private void say(String session, String words) throws Exception {
        post(V2 + "/add", "{'session_id':'" + session + "','async_mode':false,'messages':[{'sender_id':'dana','role':'user','timestamp':" + AT + ",'content':'" + words + "'}]}");
        post(V2 + "/flush", "{'session_id':'" + session + "'}");
    }

    private JsonNode profile() throws Exception {
        return post(V2 + "/get", "{'user_id':'dana','memory_type':'profile'}").data().path("profiles").path(0);
    }

    private Told edit(String... operations) throws Exception {
        return post(V2 + "/edit", "{'user_id':'dana','operations':[" + String.join(",", operations) + "]}");
    }

    private static String add(String description) {
        return "{'action':'add','type':'explicit_info','data':{'category':'Plan','description':'" + description + "'}}";
    }

    private static String update(String id, String data) {
        return "{'action':'update','type':'explicit_info','item_id':'" + id + "','data':" + data + "}";
    }

    @Test
    void oneMalformedOperationKeepsAllFromBeingApplied() throws Exception {
        speak(Dialect.V2);
        say("ticket_1", "My e-mail address is dana@example.com.");
        String id = profile().path("profile_data").path("explicit_info").path(0).path("item_id").asText();
        List<String> malformed = List.of(update(id, "{}"), update(id, "{'colour':'red'}"), update(id, "{'description':''}"), update(id, "{'description':'  '}"),
                update(id, "{'description':7}"), update(id, "{'category':['x']}"), update(id, "{'description':null}"), update(id, "{'trait':'x'}"), update("%", "{'description':'x'}"),
                update(id, "{'description':'" + "x".repeat(4_001) + "'}"), add("x".repeat(4_001)), add(" "), "{'action':'delete','type':'explicit_info','item_id':'" + id + "','reason':7}",
                "{'action':'delete','type':'explicit_info','item_id':'" + id + "','reason':'" + "x".repeat(257) + "'}", "7");
        for (String one : malformed) {
            Told told = edit(add("Business since May."), one);
            assertEquals(422, told.status(), one + told.body());
        }
        assertEquals(422, post(V2 + "/edit", "{'user_id':'dana','memory_type':'episode','operations':[" + add("x") + "]}").status());
        assertFalse(profile().toString().contains("Business"), profile().toString());
        assertEquals(1, edit(update(id, "{'description':'dana@work.example','colour':'red'}")).data().path("applied").asInt());
    }

    @Test
    void theVersionGrowsAlsoByWhatIsSaid() throws Exception {
        speak(Dialect.V2);
        assertEquals(1, edit(add("Business since May.")).data().path("version").asInt());
        assertEquals(2, edit(add("Business since June.")).data().path("version").asInt());
        String none = "{'action':'delete','type':'explicit_info','item_id':'ei_" + "0".repeat(24) + "'}";
        assertEquals(2, edit(none).data().path("version").asInt());
        say("ticket_1", "My e-mail address is dana@example.com.");
        assertEquals(3, edit(none).data().path("version").asInt());
        assertEquals(3, edit(none).data().path("version").asInt());
        say("ticket_1", "The kettle leaks.");
        assertEquals(3, edit(none).data().path("version").asInt());
    }

    @Test
    void whatIsNotedOfAProfileIsForgottenWithTheCustomer() throws Exception {
        speak(Dialect.V2);
        for (boolean overTheApi : List.of(true, false)) {
            say("ticket_1", "My e-mail address is dana@example.com.");
            String item = profile().path("profile_data").path("explicit_info").path(0).path("item_id").asText();
            String rated = "{'memory_type':'profile','memory_id':'" + profile().path("id").asText() + "','item_id':'" + item + "','rating':'negative','suggestion':'dana@work.example'}";
            assertEquals(200, post(V2 + "/feedback", rated).status());
            fails(404, "NOT_FOUND", V2 + "/feedback", rated.replace(item, "ei_" + "0".repeat(24)));
            edit(add("Business since May."));
            assertEquals(1, memory.ledger().notes("feedback").size());
            assertTrue(memory.ledger().notes("version").containsKey("dana"));
            if (overTheApi) {
                post(V2 + "/delete", "{'user_id':'dana'}");
            } else {
                memory.forget(new Forgetting.Everything(new CustomerId("dana")));
            }
            assertEquals(0, memory.ledger().notes("feedback").size());
            assertEquals(0, memory.ledger().notes("version").size());
        }
    }
}
