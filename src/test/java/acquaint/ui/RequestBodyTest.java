package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.ui.RequestBody.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static final List<Part> PARTS = List.of(new Part(true, "Be kind."), new Part(false, "It leaks."));

    @Test
    void bothFormsOfRequestsAreReadable() {
        assertEquals(PARTS, RequestBody.of("""
                {"model":"m","messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"It leaks."}]}""").parts());
        assertEquals(PARTS, RequestBody.of("""
                {"model":"m","system":"Be kind.","messages":[{"role":"user","content":"It leaks."}]}""").parts());
        assertEquals(PARTS, RequestBody.of("""
                {"system":[{"type":"text","text":"Be kind."}],"messages":[{"role":"user","content":[{"type":"text","text":"It leaks."}]}]}""").parts());
    }

    @Test
    void aBodyOfAnotherFormHasNoParts() {
        assertEquals(List.of(), RequestBody.of("no JSON").parts());
        assertEquals(List.of(), RequestBody.of("{}").parts());
    }
}
