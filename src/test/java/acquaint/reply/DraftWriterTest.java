package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.ProfileItem;
import acquaint.privacy.Maskings;
import acquaint.privacy.PersonalData;
import acquaint.reply.DraftReply.Support;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a model is given, what becomes of its words, and how an agent stops it. */
class DraftWriterTest {

    private final PersonalData rules = new PersonalData(Set.of("US", "GB"), Set.of());
    private final Maskings maskings = new Maskings(() -> rules);
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private final List<String> shown = new ArrayList<>();

    /** Shows what comes. */
    private class Showing extends Progress {
        @Override
        protected void more(String piece) {
            shown.add(piece);
        }
    }

    private DraftWriter writer(LanguageModel model, String... lessons) {
        var means = new Drafting.Means(() -> Optional.of(model), () -> PromptTemplate.original(PromptTemplate.Name.REPLY), () -> List.of(lessons), () -> Locale.GERMAN);
        return new DraftWriter(new ComposedDraft(ZoneOffset.UTC), new Drafting(means, maskings, (_, _) -> Optional.empty(), clock));
    }

    private static final String BOOTS = "My order #W5199551 arrived torn. Write to me at ana@example.com or call 212-555-0143. My password is hunter22x.";

    @Test
    void theModelIsGivenTheConversationAndMemoryMaskedAndQuoted() throws Exception {
        var model = new ScriptedModel("Hello Ana.");
        writer(model, "Never write \"rest assured\".").write(Scene.customer(BOOTS).prefers("Prefers short answers")
                .episode("Refund of a jacket", "Asked for a refund of a jacket.", "Refunded on 3 March.").request(), Wish.REPLY, new Showing());
        Prompt prompt = model.asked.getFirst();
        String material = prompt.material().text();
        assertTrue(material.contains("| My order #W5199551 arrived torn. Write to me at <EMAIL_1> or call <PHONE_1>. My password is <PASSWORD_1>."), material);
        assertTrue(material.contains("| Prefers short answers") && material.contains("| Asked for a refund of a jacket."), material);
        assertTrue(material.contains("Friday 20 November 2026"), material);
        assertTrue(prompt.instructions().text().contains("- Never write \"rest assured\".") && prompt.instructions().text().contains("Lee of the support desk"), prompt.instructions().text());
        assertFalse((material + prompt.instructions().text()).matches("(?s).*(?:ana@example|555-0143|hunter22x).*"), material);
        assertEquals(List.of("<EMAIL_1>", "<PHONE_1>", "<PASSWORD_1>"), prompt.placeholders());
        assertEquals(Prompt.Purpose.DRAFT, prompt.purpose());
    }

    @Test
    void sourceNumbersAreTakenOutAndPersonalDataIsPutBackWhileTheModelWrites() throws Exception {
        var model = new ScriptedModel("Dear ", "Ana,\n", "\nI am sorry that order #W5199551 arrived torn [", "2]. I will write", " to <EM", "AIL_1> and not <PASS", "WORD_1>. [2]", "\n\nLee");
        var progress = new Showing();
        DraftReply reply = writer(model).write(Scene.customer(BOOTS).request(), Wish.REPLY, progress);
        String text = "Dear Ana,\n\nI am sorry that order #W5199551 arrived torn. I will write to ana@example.com and not <PASSWORD_1>.\n\nLee";
        assertEquals(text, reply.text());
        assertEquals(text, String.join("", shown));
        assertEquals(DraftReply.Basis.MODEL, reply.basis());
        assertEquals(1, reply.writing().orElseThrow().ledgerEntry());
        assertTrue(reply.writing().orElseThrow().whole());
        assertEquals(1, reply.answered());
    }

    @Test
    void eachSentenceIsMarkedByWhatStandsBehindIt() throws Exception {
        var model = new ScriptedModel("Dear Ana,\n\nYour order #W5199551 arrived torn [2]. Your refund of $80 left on 12 November [2]. Could you send a picture?\n\nLee");
        DraftReply reply = writer(model).write(Scene.customer(BOOTS).request(), Wish.REPLY, new Showing());
        assertEquals(List.of(Support.COURTESY, Support.SUPPORTED, Support.UNSUPPORTED, Support.COURTESY, Support.COURTESY), reply.sentences().stream().map(DraftReply.Sentence::support).toList());
        assertEquals("My order #W5199551 arrived torn.", reply.sentences().get(1).evidence().getFirst().quote());
        assertEquals(Set.of("12 November", "80"), Set.copyOf(reply.sentences().get(2).missing()));
    }

    @Test
    void sensitiveThingsKnownAreLeftOutAndCounted() throws Exception {
        var model = new ScriptedModel("Hello Ana.");
        DraftReply reply = writer(model).write(Scene.customer("Hi, where is my parcel?").knows(ProfileItem.Kind.OTHER, "Is pregnant and needs a wheelchair", false)
                .knows(ProfileItem.Kind.OTHER, "Card 4111 1111 1111 1111 on file", false).prefers("Prefers e-mail").request(), Wish.REPLY, new Showing());
        String material = model.asked.getFirst().material().text();
        assertFalse(material.contains("pregnant") || material.contains("on file"), material);
        assertTrue(material.contains("Prefers e-mail"), material);
        assertEquals(2, reply.writing().orElseThrow().leftOut().sensitive());
    }

    @Test
    void aLongTicketKeepsItsNewestMessagesAndSaysWhatIsLeftOut() throws Exception {
        var scene = Scene.customer("First of all: the zebra.");
        IntStream.range(0, 150).forEach(i -> scene.says("Message " + i + " tells at some length what happened to the parcel on its way, which was a lot and took time."));
        scene.replied("We look into it.");
        scene.says("And now the giraffe is missing, too.");
        var model = new ScriptedModel("Hello.");
        model.contextTokens = 4_000;
        DraftReply reply = writer(model).write(scene.request(), Wish.REPLY, new Showing());
        String material = model.asked.getFirst().material().text();
        assertTrue(material.contains("giraffe") && !material.contains("zebra"), material);
        int left = reply.writing().orElseThrow().leftOut().messages();
        assertTrue(left > 50 && left < 153, "left out: " + left);
        assertTrue(material.contains("Left out for want of room: " + left + " earlier messages"), material);
        assertTrue(Tokens.in(material) < 4_000, "tokens: " + Tokens.in(material));
    }

    @Test
    void oneEndlessMessageIsCutAndTheRestStillFits() throws Exception {
        var model = new ScriptedModel("Hello.");
        model.contextTokens = 4_000;
        writer(model).write(Scene.customer("A log: " + "error 12 at line 7; ".repeat(5_000)).request(), Wish.REPLY, new Showing());
        String material = model.asked.getFirst().material().text();
        assertTrue(material.contains("the end left out") && material.contains("| A log: error 12"), material);
        assertTrue(Tokens.in(material) < 4_000, "tokens: " + Tokens.in(material));
    }

    @Test
    void aModelWithNoRoomForTheLeastIsToldSo() {
        var model = new ScriptedModel("Hello.");
        model.contextTokens = 600;
        var problem = assertThrows(ModelException.class, () -> writer(model).write(Scene.customer("Hi").request(), Wish.REPLY, new Showing()));
        assertEquals(ModelException.Kind.TOO_LONG, problem.kind());
        assertTrue(model.asked.isEmpty());
    }

    @Test
    void whoStopsTheModelKeepsWhatItWroteSoFar() throws Exception {
        var progress = new Showing();
        var model = new ScriptedModel("Dear Ana,\n\n", "we are looking ", "into this. ", "More.");
        model.beforePiece = 2;
        model.before = progress::stop;
        DraftReply reply = writer(model).write(Scene.customer("Where is it?").request(), Wish.REPLY, progress);
        assertEquals("Dear Ana,\n\nwe are looking", reply.text());
        assertFalse(reply.writing().orElseThrow().whole());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void anInterruptThatIsNoStopCancels() {
        var model = new ScriptedModel("Dear Ana,", " hello.");
        model.beforePiece = 1;
        model.before = Thread.currentThread()::interrupt;
        assertThrows(InterruptedException.class, () -> writer(model).write(Scene.customer("Where is it?").request(), Wish.REPLY, new Showing()));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void anEmptyAnswerAndARefusalAreFailures() {
        assertEquals(ModelException.Kind.FAULT, assertThrows(ModelException.class,
                () -> writer(new ScriptedModel()).write(Scene.customer("Hi").request(), Wish.REPLY, new Showing())).kind());
        assertEquals(ModelException.Kind.REFUSED, assertThrows(ModelException.class,
                () -> writer(new ScriptedModel(Answer.Ending.REFUSED)).write(Scene.customer("Hi").request(), Wish.REPLY, new Showing())).kind());
    }

    @Test
    void aRewriteGivesTheDraftAsAQuotationAndAnInstructionTheAgentsWords() throws Exception {
        var model = new ScriptedModel("Ok.");
        writer(model).write(Scene.customer("Hi").request(), new Wish(Wish.Kind.SHORTER, "Dear Ana,\n\nwe write to ana@example.com.", ""), new Showing());
        assertTrue(model.asked.getFirst().material().text().endsWith("The draft:\n| Dear Ana,\n| \n| we write to <EMAIL_1>."), model.asked.getFirst().material().text());
        assertEquals(Prompt.Purpose.REWRITE, model.asked.getFirst().purpose());
        writer(model).write(Scene.customer("Hi").request(), new Wish(Wish.Kind.INSTRUCTION, "", "offer a refund"), new Showing());
        assertTrue(model.asked.getLast().material().text().endsWith("Lee asks for this in it:\n| offer a refund"), model.asked.getLast().material().text());
    }

    @Test
    void aTranslationForReadingGetsNothingButTheText() throws Exception {
        var model = new ScriptedModel("Hallo Ana.\n\nWir prüfen es.");
        DraftReply reply = writer(model).write(Scene.customer("The secret giraffe").request(), new Wish(Wish.Kind.FOR_READING, "Hello Ana.\n\nWe look into it.", ""), new Showing());
        assertEquals("Hallo Ana.\n\nWir prüfen es.", reply.text());
        String material = model.asked.getFirst().material().text();
        assertTrue(material.contains("into German") && !material.contains("giraffe"), material);
    }

    @Test
    void listsKeepTheirLines() throws Exception {
        var model = new ScriptedModel("Please send:\n- a picture\n- the number\n\nBest regards,\nLee");
        DraftReply reply = writer(model).write(Scene.customer("Hi").request(), Wish.REPLY, new Showing());
        assertEquals("Please send:\n- a picture\n- the number\n\nBest regards,\nLee", reply.text());
    }

    @Test
    void withoutAModelTheDraftIsComposed() throws Exception {
        var writer = new DraftWriter(new ComposedDraft(ZoneOffset.UTC), new Drafting(Drafting.Means.NONE, maskings, (_, _) -> Optional.empty(), clock));
        DraftRequest request = Scene.customer("I want a refund for my order #W5199551.").request();
        assertEquals(writer.compose(request), writer.write(request, Wish.REPLY, new Showing()));
        assertEquals(Optional.empty(), writer.model());
    }
}
