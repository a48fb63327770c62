package acquaint.memory.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions with several people, with agents alone, and of several partitions, over the API. */
class ServedSessionsTest extends ServedRequests {

    private static final String OTHER = ",'app_id':'shop','project_id':'west'";

    private static String line(String sender, String role, int minute, String words) {
        return "{'sender_id':'" + sender + "','role':'" + role + "','timestamp':" + (AT + minute * 60_000L) + ",'content':'" + words + "'}";
    }

    private void add(String session, String scope, String... lines) throws Exception {
        Told added = post(V2 + "/add", "{'session_id':'" + session + "'" + scope + ",'messages':[" + String.join(",", lines) + "]}");
        assertTrue(added.status() < 300, added.body().toString());
    }

    private JsonNode waiting(String session, String scope) throws Exception {
        return post(V2 + "/search", "{'user_id':'dana','query':'x','filters':{'session_id':'" + session + "'}" + scope + "}").data().path("unprocessed_messages");
    }

    private static List<String> each(JsonNode list, String field) {
        var values = new ArrayList<String>();
        list.forEach(one -> values.add(one.path(field).asText()));
        return values;
    }

    private JsonNode episodes(String user, String more) throws Exception {
        return post(V2 + "/get", "{'user_id':'" + user + "','memory_type':'episode'" + more + "}").data().path("episodes");
    }

    private JsonNode profile(String user) throws Exception {
        return post(V2 + "/get", "{'user_id':'" + user + "','memory_type':'profile'}").data().path("profiles").path(0).path("profile_data");
    }

    @Test
    void whatOnlyAgentsSaidIsKeptInItsPartition() throws Exception {
        speak(Dialect.V2);
        add("ticket_1", "", line("bot", "assistant", 0, "Ticket opened here."));
        add("ticket_1", OTHER, line("bot", "assistant", 0, "Ticket opened in the shop."));
        assertEquals(List.of("Ticket opened here."), each(waiting("ticket_1", ""), "content"));
        assertEquals(List.of("Ticket opened in the shop."), each(waiting("ticket_1", OTHER), "content"));
        assertEquals(List.of("bot"), each(waiting("ticket_1", OTHER), "sender_id"));

        add("ticket_1", OTHER, line("dana", "user", 1, "The kettle leaks."));
        assertEquals(List.of("Ticket opened in the shop.", "The kettle leaks."), each(waiting("ticket_1", OTHER), "content"));
        assertEquals(List.of("Ticket opened here."), each(waiting("ticket_1", ""), "content"));
    }

    @Test
    void whatOnlyAgentsSaidGoesToEveryoneWhoAnswers() throws Exception {
        speak(Dialect.V2);
        add("ticket_1", "", line("bot", "assistant", 0, "The kettle has been sent to both of you."));
        add("ticket_1", "", line("dana", "user", 1, "My kettle leaks at the handle."), line("lea", "user", 2, "The toaster burns."));
        assertEquals(List.of("bot", "dana", "lea"), each(waiting("ticket_1", ""), "sender_id"));
        post(V2 + "/flush", "{'session_id':'ticket_1'}");
        for (String user : List.of("dana", "lea")) {
            assertTrue(episodes(user, "").path(0).path("episode").asText().contains("sent to both"), episodes(user, "").toString());
        }
    }

    @Test
    void whatOnlyAgentsSaidCanBeDeleted() throws Exception {
        speak(Dialect.V2);
        for (String session : List.of("ticket_1", "ticket_2", "ticket_3", "ticket_4")) {
            add(session, "", line(session.equals("ticket_4") ? "lee" : "bot", "assistant", 0, "Ticket opened."));
            add(session, OTHER, line("bot", "assistant", 0, "Ticket opened."));
        }
        assertEquals(200, post(V2 + "/delete", "{'session_id':'ticket_1'}").status());
        assertEquals(0, waiting("ticket_1", "").size());
        post(V2 + "/delete", "{'agent_id':'bot','session_id':'ticket_2'}");
        post(V2 + "/delete", "{'agent_id':'bot','session_id':'ticket_4'}");
        assertEquals(0, waiting("ticket_2", "").size());
        assertEquals(1, waiting("ticket_3", "").size());
        post(V2 + "/delete", "{'agent_id':'bot'}");
        assertEquals(0, waiting("ticket_3", "").size());
        assertEquals(1, waiting("ticket_4", "").size());
        for (String session : List.of("ticket_1", "ticket_2", "ticket_3")) {
            assertEquals(1, waiting(session, OTHER).size());
        }
    }

    @Test
    void eachOfTwoUsersIsThemselvesInTheMemoryOfTheOther() throws Exception {
        for (Dialect dialect : List.of(Dialect.V2, Dialect.OSS)) {
            speak(dialect);
            post(V2 + "/delete", "{'session_id':'ticket_1'}");
            add("ticket_1", "", line("dana", "user", 0, "My name is Dana Ruiz. My kettle leaks at the handle."),
                    line("bot", "assistant", 1, "Which kettle is it?"));
            add("ticket_1", "", line("lea", "user", 2, "My e-mail address is lea@example.com. The toaster burns."));
            JsonNode waiting = waiting("ticket_1", "");
            assertEquals(List.of("dana", "bot", "lea"), each(waiting, "sender_id"));
            assertEquals(List.of("user", "assistant", "user"), each(waiting, "role"));

            post(V2 + "/flush", "{'session_id':'ticket_1'}");
            for (String user : List.of("dana", "lea")) {
                JsonNode episode = episodes(user, "").path(0);
                assertEquals(user, episode.path("user_id").asText());
                assertEquals(List.of(user, user.equals("dana") ? "lea" : "dana").toString(), episode.path("sender_ids").toString().replaceAll("\"", "").replace(",", ", "));
                assertTrue(episode.path("episode").asText().contains("kettle") && episode.path("episode").asText().contains("toaster"), episode.toString());
            }
            assertTrue(profile("dana").toString().contains("Dana Ruiz"));
            assertFalse(profile("dana").toString().contains("lea@"), profile("dana").toString());
            assertTrue(profile("lea").toString().contains("lea@"));
            assertFalse(profile("lea").toString().contains("Dana"), profile("lea").toString());
            server.close();
        }
    }

    @Test
    void theFirstVersionTellsWhoSaidWhat() throws Exception {
        speak(Dialect.V1);
        post(V1, "{'user_id':'dana','session_id':'ticket_1','messages':[" + line("dana", "user", 0, "My kettle leaks.") + "," + line("lea", "user", 1, "My name is Lea Berg. The toaster burns.")
                + "," + line("bot-7", "assistant", 2, "I see.") + ",{'role':'assistant','timestamp':" + AT + ",'content':'Hello.'}]}");
        JsonNode raw = post(V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'memory_types':['raw_message']}").data().path("raw_messages");
        assertEquals(List.of("dana", "lea", "bot-7", "assistant"), each(raw, "sender_id"));
        post(V1 + "/flush", "{'user_id':'dana','session_id':'ticket_1'}");
        assertEquals("[\"dana\",\"lea\"]", post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':'dana'}}").data().path("episodes").path(0).path("sender_ids").toString());
        assertEquals(0, post(V1 + "/get", "{'memory_type':'profile','filters':{'user_id':'dana'}}").data().path("total_count").asInt());
    }

    @Test
    void idsAreTheSameInEveryPartition() throws Exception {
        speak(Dialect.OSS);
        for (String scope : List.of("", OTHER)) {
            add("ticket_1", scope, line("dana@example.com", "user", 0, "My kettle leaks at the handle. The toaster burns."), line("bot", "assistant", 1, "A new kettle has been sent."));
            post(V2 + "/flush", "{'session_id':'ticket_1'" + scope + "}");
            String asked = "{'user_id':'dana@example.com','query':'kettle'" + scope;
            JsonNode episode = post(V2 + "/search", asked + ",'filters':{'sender_id':'dana@example.com'}}").data().path("episodes").path(0);
            assertTrue(episode.path("id").asText().matches("dana@example\\.com_ep_20260921_\\d{8}"), episode.toString());
            List<String> facts = each(episode.path("atomic_facts"), "id");
            assertTrue(facts.stream().allMatch(id -> id.matches("dana@example\\.com_af_20260921_\\d{8}")), facts.toString());
            assertTrue(facts.size() > 1 && facts.stream().distinct().count() == facts.size(), facts.toString());
            assertEquals(0, post(V2 + "/search", asked + ",'filters':{'sender_id':'lea'}}").data().path("episodes").size());
            assertEquals(1, post(V2 + "/search", asked + ",'filters':{'sender_id':{'in':['lea','dana@example.com']}}}").data().path("episodes").size());
            String ids = "{'memory_type':'episode','memory_ids':['" + episode.path("id").asText() + "'],'user_id':";
            assertEquals(0, post(V2 + "/delete_by_ids", ids + "'lea'" + scope + "}").data().path("deleted").asInt());
            assertEquals(1, post(V2 + "/delete_by_ids", ids + "'dana@example.com'" + scope + "}").data().path("deleted").asInt());
        }
    }

    @Test
    void whatWasSaidAtNoPossibleTimeIsRefused() throws Exception {
        List<String> absurd = List.of("-1", "0", "-1790000000000", "253402300800000", "9223372036854775807", "99999999999999999999", Long.toString(System.currentTimeMillis() + 90_000_000L), "1.5", "true");
        for (Dialect dialect : Dialect.values()) {
            speak(dialect);
            String good = line("dana", "user", 0, "The kettle leaks.");
            for (String time : absurd) {
                String messages = "'messages':[" + good + "," + good.replace(Long.toString(AT), time) + "]}";
                fails(422, dialect == Dialect.V1 ? "InvalidParameter" : "INVALID_INPUT", dialect == Dialect.V1 ? V1 : V2 + "/add",
                        (dialect == Dialect.V1 ? "{'user_id':'dana','async_mode':false," : "{'session_id':'default','async_mode':false,") + messages);
            }
            JsonNode waiting = dialect == Dialect.V1
                    ? post(V1 + "/search", "{'query':'x','filters':{'user_id':'dana'},'memory_types':['raw_message']}").data().path("raw_messages") : waiting("default", "");
            assertEquals(0, waiting.size());
            String filter = "{'timestamp':{'gt':'+999999999-12-31T23:59:59Z'}";
            int status = dialect == Dialect.V1 ? post(V1 + "/get", "{'memory_type':'episodic_memory','filters':" + filter + ",'user_id':'dana'}}").status()
                    : post(V2 + "/get", "{'memory_type':'episode','user_id':'dana','filters':" + filter + "}}").status();
            assertEquals(422, status);
            server.close();
        }
    }
}
