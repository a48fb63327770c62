package acquaint.brief;

import acquaint.reply.Conversations;
import org.junit.jupiter.api.Test;

class DumpTest {
    @Test
    void dump() throws Exception {
        for (String id : System.getProperty("dump").split(",")) {
            for (var c : Conversations.read().all()) {
                if (c.ticket().id().value().equals(id)) {
                    System.out.println("#### " + id);
                    for (Attempt a : Attempts.in(c.messages())) {
                        System.out.println(a.result() + " " + a.said().text());
                        a.evidence().forEach(e -> System.out.println("      " + e.ref().substring(e.ref().lastIndexOf('-') + 1) + " " + e.quote()));
                    }
                }
            }
        }
    }
}
