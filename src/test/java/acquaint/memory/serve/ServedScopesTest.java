package acquaint.memory.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Say;
import acquaint.memory.local.Closeness;
import acquaint.memory.local.Embeddings;
import acquaint.memory.local.LocalMemory;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which memories a search, a listing or a deletion is about, over the API. */
class ServedScopesTest extends ServedRequests {

    /** Knows how much a text is about kettles: wholly, by half, or not. */
    private static final class Kettles implements Embeddings {

        @Override
        public String space() {
            return "kettles";
        }

        @Override
        public Closeness closeness() {
            return new Closeness(0, 1, 0.2);
        }

        @Override
        public List<float[]> of(List<String> texts) {
            return texts.stream().map(text -> text.contains("kettle") ? new float[] {1, 0} : text.contains("pot") ? new float[] {0.6f, 0.8f} : new float[] {0, 1}).toList();
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }

    private void say(String user, String session, String words) throws Exception {
        memory.remember(new CustomerId(user), new SessionId(session), List.of(Say.customer(1, words)));
        memory.flush(new CustomerId(user), new SessionId(session));
    }

    private void inGroup(String group, String... said) throws Exception {
        var lines = new ArrayList<String>();
        for (int i = 0; i < said.length; i += 2) {
            lines.add("{'sender_id':'" + said[i] + "','sender_name':'N" + said[i] + "','role':'user','timestamp':" + (AT + i) + ",'content':'" + said[i + 1] + "'}");
        }
        assertEquals(202, post(V1 + "/group", "{'group_id':'" + group + "','messages':[" + String.join(",", lines) + "]}").status());
    }

    private List<String> found(String filters, String more) throws Exception {
        Told told = post(V1 + "/search", "{'query':'leaking kettle','memory_types':['episodic_memory'],'filters':{" + filters + "}" + more + "}");
        assertEquals(200, told.status(), told.body().toString());
        return sessions(told.data().path("episodes"));
    }

    private List<String> listed(String filters) throws Exception {
        Told told = post(V1 + "/get", "{'memory_type':'episodic_memory','filters':{" + filters + "}}");
        assertEquals(200, told.status(), told.body().toString());
        return sessions(told.data().path("episodes"));
    }

    private static List<String> sessions(JsonNode episodes) {
        var sessions = new ArrayList<String>();
        episodes.forEach(one -> sessions.add((one.path("group_id").isNull() ? "" : one.path("group_id").asText() + "/") + one.path("session_id").asText()));
        sessions.sort(null);
        return sessions;
    }

    @Test
    void severalUsersAndGroupsAreAskedAtOnce() throws Exception {
        speak(Dialect.V1);
        say("dana", "d", "The kettle leaks.");
        say("lea", "l", "My kettle leaks, too.");
        say("tom", "t", "A leaking kettle.");
        inGroup("g", "dana", "Our kettle leaks.");
        inGroup("h", "lea", "Their kettle leaks.");
        for (String group : List.of("g", "h")) {
            post(V1 + "/group/flush", "{'group_id':'" + group + "'}");
        }
        String two = "'user_id':{'in':['dana','lea']}";
        for (String method : List.of("keyword", "hybrid", "agentic")) {
            assertEquals(List.of("d", "l"), found(two, ",'method':'" + method + "'"));
        }
        assertEquals(List.of("d", "l"), listed(two));
        assertEquals(List.of("l"), listed(two + ",'AND':[{'user_id':'lea'}]"));
        assertEquals(List.of("d", "l"), found(two + ",'OR':[{'user_id':'lea'},{'user_id':'dana'}]", ""));
        assertEquals(List.of(), listed(two + ",'AND':[{'user_id':'lea'},{'user_id':'dana'}]"));
        assertEquals(List.of("g/default", "h/default"), listed("'group_id':{'in':['g','h']}"));
        assertEquals(List.of("h/default"), listed("'group_id':{'in':['g','h']},'user_id':'lea'"));
        assertEquals(List.of(), listed("'group_id':'g','user_id':'tom'"));
        assertEquals(List.of(), listed("'user_id':'group:g'"));
        fails(400, "InvalidParameter", V1 + "/get", "{'memory_type':'episodic_memory','filters':{'OR':[{'user_id':'dana'}]}}");
        fails(400, "InvalidParameter", V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':{'in':[]}}}");
        fails(422, "InvalidParameter", V1 + "/get", "{'memory_type':'episodic_memory','filters':{'user_id':{'near':'dana'}}}");
    }

    @Test
    void aDeletionIsOfWhatMatchesAllItsFields() throws Exception {
        speak(Dialect.V1);
        say("dana", "d", "The kettle leaks.");
        inGroup("g", "dana", "Our kettle leaks.", "lea", "And how.");
        inGroup("h", "lea", "Their kettle leaks.");
        post(V1 + "/group/flush", "{'group_id':'g'}");
        String everything = "'group_id':{'in':['g','h']}";

        assertEquals(204, post(V1 + "/delete", "{'user_id':'tom','group_id':'g'}").status());
        assertEquals(204, post(V1 + "/delete", "{'group_id':'g','sender_id':'Ndana'}").status());
        assertEquals(204, post(V1 + "/delete", "{'group_id':'g','sender_id':null}").status());
        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','sender_id':''}").status());
        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','group_id':'h'}").status());
        assertEquals(List.of("g/default"), listed(everything));
        assertEquals(List.of("d"), listed("'user_id':'dana'"));
        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','group_id':'g'}").status());
        assertEquals(List.of(), listed(everything));
        assertEquals(List.of("d"), listed("'user_id':'dana'"));
        assertEquals(204, post(V1 + "/delete", "{'group_id':'h','sender_id':'lea'}").status());
        assertEquals(0, post(V1 + "/search", "{'query':'x','filters':{'group_id':'h'},'memory_types':['raw_message']}").data().path("raw_messages").size());
        assertEquals(204, post(V1 + "/delete", "{'user_id':'dana','group_id':null,'session_id':'__all__'}").status());
        assertEquals(List.of(), listed("'user_id':'dana'"));
        fails(422, "InvalidParameter", V1 + "/delete", "{'user_id':null}");
        fails(422, "InvalidParameter", V1 + "/delete", "{'user_id':'__all__'}");
        fails(422, "InvalidParameter", V1 + "/delete", "{'session_id':'d'}");
        fails(422, "InvalidParameter", V1 + "/delete", "{'user_id':'dana','session_id':7}");
    }

    @Test
    void aFilterIsAppliedBeforeTheBestHundredAreTaken() throws Exception {
        say("dana", "the_one", "The tap drips beside the kettle, and that is a long story that I am going to tell you now.");
        for (int i = 0; i < 105; i++) {
            say("dana", "ticket_" + i, "The leaking kettle leaks.");
        }
        speak(Dialect.V1);
        assertEquals(100, found("'user_id':'dana'", "").size());
        for (String method : List.of("keyword", "hybrid", "agentic")) {
            assertEquals(List.of("the_one"), found("'user_id':'dana','session_id':'the_one'", ",'method':'" + method + "'"));
        }
    }

    @Test
    void theNewestAreNotFoundByBeingTheNewest() throws Exception {
        say("dana", "d", "The kettle leaks.");
        for (Dialect dialect : Dialect.values()) {
            speak(dialect);
            for (String method : List.of("keyword", "vector", "hybrid", "agentic")) {
                String more = ",'query':'unrelated zeppelins','method':'" + method + "'}";
                Told told = dialect == Dialect.V1 ? post(V1 + "/search", "{'filters':{'user_id':'dana'}" + more) : post(V2 + "/search", "{'user_id':'dana'" + more);
                assertEquals(0, told.data().path("episodes").size(), told.body().toString());
            }
            server.close();
        }
    }

    @Test
    void whatIsFartherThanTheRadiusIsNotFound() throws Exception {
        memory.close();
        memory = LocalMemory.open(directory, Optional.of(Kettles::new));
        say("dana", "near", "Boiler kettle broke.");
        say("dana", "farther", "Boiler pot broke.");
        memory.awaitMeaning();
        speak(Dialect.V1);
        String asked = "{'query':'kettle','memory_types':['episodic_memory'],'filters':{'user_id':'dana'},'method':";
        assertEquals(List.of("farther", "near"), sessions(post(V1 + "/search", asked + "'vector'}").data().path("episodes")));
        assertEquals(List.of("farther", "near"), sessions(post(V1 + "/search", asked + "'vector','radius':0.5}").data().path("episodes")));
        assertEquals(List.of("near"), sessions(post(V1 + "/search", asked + "'vector','radius':0.7}").data().path("episodes")));
        assertEquals(List.of("near"), sessions(post(V1 + "/search", asked + "'hybrid','radius':0.7}").data().path("episodes")));
        server.close();
        for (Dialect dialect : List.of(Dialect.V2, Dialect.OSS)) {
            speak(dialect);
            String again = "{'user_id':'dana','query':'kettle','method':'vector'";
            assertEquals(2, post(V2 + "/search", again + "}").data().path("episodes").size());
            assertEquals(List.of("near"), sessions(post(V2 + "/search", again + ",'radius':0.7}").data().path("episodes")).stream().map(one -> one.replace("/", "")).toList());
            assertTrue(post(V2 + "/search", again + ",'radius':1}").data().path("episodes").size() <= 1);
            server.close();
        }
    }
}
