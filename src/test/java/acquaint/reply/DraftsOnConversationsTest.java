package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Episode;
import acquaint.memory.Happened;
import acquaint.memory.Recall;
import acquaint.model.Message;
import acquaint.reply.Conversations.Conversation;
import acquaint.reply.DraftReply.Sentence;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of every draft, held against each customer's turn of the shared conversations, with and without memory. */
class DraftsOnConversationsTest {

    private static final Pattern NUMBER = Pattern.compile("#?[\\p{L}]*\\d[\\p{L}\\d.,]*[\\p{L}\\d]|\\d|\\b[A-Z]{4,}\\b");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int LONGEST = 120;

    @Test
    void everyNumberStandsInTheEvidenceOfItsSentence() throws IOException {
        eachDraft((_, draft) -> {
            for (Sentence sentence : draft.sentences()) {
                String evidence = sentence.evidence().stream().map(e -> e.quote() + "\n" + date(e.at())).collect(Collectors.joining("\n"));
                NUMBER.matcher(sentence.text()).results().map(m -> m.group()).forEach(number ->
                        assertTrue(evidence.contains(number), () -> number + " stands in no evidence of: " + sentence));
            }
        });
    }

    @Test
    void noClaimStandsWithoutEvidence() throws IOException {
        Set<String> courtesy = Set.of("If anything else comes up, just write to us here.", "Best regards,\nLee", "Lee");
        eachDraft((_, draft) -> draft.sentences().stream().filter(s -> s.evidence().isEmpty()).forEach(s ->
                assertTrue(courtesy.contains(s.text()) || s.text().endsWith("?") || s.text().startsWith("Hello"), () -> "no evidence: " + s)));
    }

    @Test
    void noDraftIsLongOrAsksTwice() throws IOException {
        eachDraft((_, draft) -> {
            assertTrue(Prose.words(draft.text()) <= LONGEST, draft::text);
            String own = draft.sentences().stream().map(Sentence::text).map(t -> t.replaceAll("“[^”]*”", "")).collect(Collectors.joining(" "));
            assertTrue(own.chars().filter(c -> c == '?').count() <= 1, draft::text);
            assertTrue(draft.paragraphs().size() >= 2 && draft.paragraphs().size() <= 5, draft::text);
        });
    }

    @Test
    void noOtherCustomerIsNamed() throws IOException {
        Set<String> names = new HashSet<>();
        Conversations.read().all().forEach(c -> names.addAll(List.of(c.customer().name().split(" "))));
        eachDraft((request, draft) -> {
            Set<String> own = Set.of(request.customer().name().split(" "));
            for (String word : draft.text().split("[^\\p{L}]+")) {
                assertTrue(word.equals("Lee") || own.contains(word) || !names.contains(word), () -> word + " is named in: " + draft.text());
            }
        });
    }

    @Test
    void theSameRequestGivesTheSameDraft() throws IOException {
        eachDraft((request, draft) -> assertEquals(draft, new ComposedDraft(ZoneOffset.UTC).compose(request)), 40);
    }

    private static void eachDraft(BiConsumer<DraftRequest, DraftReply> check) throws IOException {
        eachDraft(check, 1);
    }

    private static void eachDraft(BiConsumer<DraftRequest, DraftReply> check, int step) throws IOException {
        List<Conversation> all = Conversations.read().all();
        ComposedDraft composed = new ComposedDraft(ZoneOffset.UTC);
        int turn = 0;
        for (Conversation conversation : all) {
            List<Episode> own = episodes(all.stream().filter(c -> c != conversation && c.customer().id().equals(conversation.customer().id())));
            List<Episode> others = episodes(all.stream().filter(c -> !c.customer().id().equals(conversation.customer().id())));
            for (int count = 1; count <= conversation.messages().size(); count++) {
                if (turn++ % step == 0) {
                    DraftRequest request = turn % 2 == 0
                            ? conversation.cutAfter(count, new Recall(List.of(), own, List.of(), List.of()), others)
                            : conversation.cutAfter(count, Recall.NOTHING, List.of());
                    check.accept(request, composed.compose(request));
                }
            }
        }
    }

    private static List<Episode> episodes(Stream<Conversation> conversations) {
        return conversations.limit(10).map(DraftsOnConversationsTest::episode).toList();
    }

    private static Episode episode(Conversation conversation) {
        List<Message> messages = conversation.messages();
        List<String> summary = new ArrayList<>();
        messages.stream().filter(m -> m.isFrom(Message.Kind.CUSTOMER)).limit(3).forEach(m -> summary.add(m.text()));
        String outcome = messages.stream().filter(m -> m.isFrom(Message.Kind.REPLY)).reduce((_, b) -> b).map(Message::text).orElse("");
        return Happened.episode("e-" + conversation.ticket().id(), conversation.customer().id(), conversation.ticket().id().session(), messages.getFirst().at(),
                messages.getLast().at(), conversation.ticket().subject(), String.join(" ", summary), Optional.of(outcome));
    }

    private static String date(Instant at) {
        return DATE.format(at.atZone(ZoneOffset.UTC));
    }
}
