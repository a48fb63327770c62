package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.ProfileItem;
import acquaint.model.Message;
import acquaint.privacy.Maskings;
import acquaint.privacy.PersonalData;
import acquaint.reply.Digest.About;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an agent is told in short, by a model and without one. */
class DigestWriterTest {

    private static final Progress UNSEEN = new Progress() {
        @Override
        protected void more(String piece) {
            // Nobody looks.
        }
    };

    private static DigestWriter writer(Optional<LanguageModel> model) {
        var rules = new PersonalData(Set.of("US"), Set.of());
        var means = new Drafting.Means(() -> model, () -> PromptTemplate.original(PromptTemplate.Name.REPLY), List::of, () -> Locale.ENGLISH);
        return new DigestWriter(new Drafting(means, new Maskings(() -> rules), (_, _) -> Optional.empty(),
                Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC)));
    }

    private static Scene boots() {
        return Scene.customer("Hello! My order #W5199551 arrived torn. I would like a new pair.").replied("I am sorry to hear that. We will send a new pair by 24 November.")
                .noted("Warehouse has two pairs left.").says("Thanks. Please use my new address. Which carrier is it?");
    }

    private static List<String> texts(Digest digest, About about) {
        return digest.points().stream().filter(point -> point.about() == about).map(point -> point.sentence().text()).toList();
    }

    @Test
    void withoutAModelASummaryIsMadeOfWhatWasSaid() throws Exception {
        Digest digest = writer(Optional.empty()).summary(boots().request(), UNSEEN);
        assertEquals(List.of("My order #W5199551 arrived torn.", "I would like a new pair."), texts(digest, About.WANTED));
        assertEquals(List.of("We will send a new pair by 24 November."), texts(digest, About.PROMISED));
        assertEquals(List.of(), texts(digest, About.ANSWERED));
        assertTrue(texts(digest, About.NEWEST).contains("Which carrier is it?"), digest::toString);
        assertTrue(digest.points().stream().allMatch(point -> point.sentence().evidence().getFirst().quote().equals(point.sentence().text())));
        assertEquals(Optional.empty(), digest.writing());
    }

    @Test
    void catchingUpTellsOnlyWhatCameSince() throws Exception {
        DraftRequest request = boots().request();
        Digest digest = writer(Optional.empty()).catchUp(request, 2, UNSEEN);
        assertEquals(List.of("Warehouse has two pairs left."), texts(digest, About.NOTED));
        assertTrue(texts(digest, About.NEWEST).contains("Which carrier is it?") && texts(digest, About.WANTED).isEmpty(), digest::toString);
        long newest = request.conversation().stream().mapToLong(Message::position).max().orElseThrow();
        assertTrue(writer(Optional.empty()).catchUp(request, newest, UNSEEN).isEmpty());
    }

    @Test
    void aModelIsGivenOnlyWhatCameSinceAndNoNotes() throws Exception {
        var model = new ScriptedModel("The customer asks which carrier it is [1].");
        Digest digest = writer(Optional.of(model)).catchUp(boots().request(), 2, UNSEEN);
        String material = model.asked.getFirst().material().text();
        assertTrue(material.contains("Which carrier") && !material.contains("arrived torn") && !material.contains("Warehouse"), material);
        assertEquals(List.of("The customer asks which carrier it is."), texts(digest, About.TOLD));
        assertEquals(Prompt.Purpose.CATCH_UP, model.asked.getFirst().purpose());
    }

    @Test
    void nothingNewAsksNoModel() throws Exception {
        var model = new ScriptedModel("Never said.");
        assertTrue(writer(Optional.of(model)).catchUp(boots().request(), 99, UNSEEN).isEmpty());
        assertTrue(model.asked.isEmpty());
    }

    @Test
    void aSummaryByAModelIsCheckedAsADraftIs() throws Exception {
        var model = new ScriptedModel("Order #W5199551 arrived torn [2]. The customer got a voucher of $30 [3].");
        Digest digest = writer(Optional.of(model)).summary(boots().request(), UNSEEN);
        assertEquals(List.of(DraftReply.Support.SUPPORTED, DraftReply.Support.UNSUPPORTED), digest.points().stream().map(point -> point.sentence().support()).toList());
        assertEquals(Prompt.Purpose.SUMMARY, model.asked.getFirst().purpose());
        assertTrue(digest.writing().isPresent());
    }

    @Test
    void aQuestionIsAnsweredFromWhatIsRemembered() throws Exception {
        DraftRequest request = Scene.customer("Hi").knows(ProfileItem.Kind.ADDRESS, "Lives at 4 Mill Lane, Leeds", false).prefers("Prefers calls in the evening")
                .episode("Refund of a jacket", "Asked for a refund of a green jacket.", "The refund of the jacket was paid.").request();
        Digest digest = writer(Optional.empty()).answer("What happened to the refund of the jacket?", request, UNSEEN);
        assertTrue(texts(digest, About.REMEMBERED).getFirst().contains("jacket"), digest::toString);
        assertFalse(texts(digest, About.REMEMBERED).toString().contains("Mill Lane"), digest::toString);
        assertTrue(writer(Optional.empty()).answer("Which shoe size fits?", request, UNSEEN).isEmpty());
    }

    @Test
    void aQuestionToAModelStandsAsTheTask() throws Exception {
        var model = new ScriptedModel("The refund was paid [2].");
        writer(Optional.of(model)).answer("What happened to the refund?", Scene.customer("Hi").episode("Refund", "Asked for a refund.", "The refund was paid.").request(), UNSEEN);
        assertTrue(model.asked.getFirst().material().text().endsWith("Answer this question of Lee's:\n| What happened to the refund?"), model.asked.getFirst().material().text());
    }
}
