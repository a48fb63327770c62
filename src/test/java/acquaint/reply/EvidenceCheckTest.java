package acquaint.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.local.SentenceModel;
import acquaint.privacy.Masked;
import acquaint.privacy.Masking;
import acquaint.privacy.PersonalData;
import acquaint.reply.DraftReply.Support;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How right the marks at sentences are, on sentences that were labelled by somebody who did not know the rules. */
class EvidenceCheckTest {

    private static final Likeness LIKENESS = new MeaningLikeness(() -> Optional.of(MODEL.get()));

    private static final class MODEL {
        private static SentenceModel model;

        static synchronized SentenceModel get() {
            if (model == null) {
                model = new SentenceModel();
            }
            return model;
        }
    }

    /** What the rules for courtesies let slip on sentences that they were not written for. */
    private static final double MOST_MARKED = 0.3;

    /** How many sentences that have nothing behind them were marked, and how many marks were right. */
    private record Marks(int right, int wrong, int missed) {
        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }
    }

    private static List<JsonNode> lines(String name) throws IOException {
        try (InputStream stream = EvidenceCheckTest.class.getResourceAsStream("/reply/" + name)) {
            var lines = new ArrayList<JsonNode>();
            for (String line : new String(stream.readAllBytes(), UTF_8).split("\n")) {
                lines.add(new ObjectMapper().readTree(line));
            }
            return lines;
        }
    }

    private static List<Source> sources(JsonNode one) {
        var sources = new ArrayList<Source>();
        for (JsonNode each : one.path("sources")) {
            Piece.Section section = switch (each.path("kind").asText()) {
                case "profile" -> Piece.Section.PROFILE;
                case "episode" -> Piece.Section.EPISODE;
                case "record" -> Piece.Section.RECORD;
                default -> Piece.Section.MESSAGE;
            };
            String text = (each.path("subject").asText("") + "\n" + each.path("text").asText()).strip();
            var evidence = new Evidence(Evidence.Kind.MESSAGE, "m" + sources.size(), Optional.empty(), Instant.parse(each.path("at").asText()), text);
            Masked masked = new Masking(new PersonalData(Set.of("US"), Set.of())).mask(text);
            sources.add(new Source(sources.size() + 1, new Piece(section, evidence, "", text, masked, 0)));
        }
        return sources;
    }

    private static DraftReply.Sentence check(JsonNode one) throws InterruptedException {
        var check = new EvidenceCheck(LIKENESS, sources(one), List.of(one.path("customer").asText(), one.path("agent").asText()), ZoneOffset.UTC);
        var cited = new ArrayList<Integer>();
        one.path("cites").forEach(number -> cited.add(number.asInt()));
        return check.check(one.path("sentence").asText(), cited);
    }

    private static Marks marks(String name) throws Exception {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (JsonNode one : lines(name)) {
            boolean unsupported = !one.path("label").asText().equals("supported");
            var sentence = check(one);
            boolean marked = sentence.support() == Support.UNSUPPORTED;
            right += marked && unsupported ? 1 : 0;
            wrong += marked && !unsupported ? 1 : 0;
            missed += !marked && unsupported ? 1 : 0;
            if (marked != unsupported && name.contains("-dev") && Boolean.getBoolean("show.marks")) {
                System.out.println((marked ? "WRONG " : "MISSED ") + one.path("id").asText() + " " + one.path("label").asText() + " " + one.path("language").asText() + " [" + one.path("why").asText() + "] "
                        + sentence.support() + " missing " + sentence.missing() + "\n    " + one.path("sentence").asText() + "\n    <- "
                        + sentence.evidence().stream().map(Evidence::quote).toList());
            }
        }
        return new Marks(right, wrong, missed);
    }

    @Test
    void onSentencesThatTheRulesWereTunedOn() throws Exception {
        Marks marks = marks("sentences-dev.jsonl");
        System.out.printf(Locale.ROOT, "marks on 75 sentences for tuning: precision %.3f, recall %.3f%n", marks.precision(), marks.recall());
        assertTrue(marks.precision() >= 0.7 && marks.recall() >= 0.7, marks::toString);
    }

    @Test
    void onSentencesThatNoRuleWasTunedOn() throws Exception {
        Marks marks = marks("sentences.jsonl");
        System.out.printf(Locale.ROOT, "marks on 150 sentences: precision %.3f, recall %.3f%n", marks.precision(), marks.recall());
        assertTrue(marks.precision() >= 0.7 && marks.recall() >= 0.7, marks::toString);
    }

    @Test
    void sentencesThatClaimNothingAreLeftAlone() throws Exception {
        for (String name : List.of("courtesies-dev.jsonl", "courtesies.jsonl")) {
            int marked = 0;
            List<JsonNode> all = lines(name);
            for (JsonNode one : all) {
                var sentence = check(one);
                if (sentence.support() == Support.UNSUPPORTED) {
                    marked++;
                    if (name.contains("-dev") && Boolean.getBoolean("show.marks")) {
                        System.out.println("MARKED " + one.path("language").asText() + " " + one.path("sentence").asText() + " " + sentence.missing());
                    }
                }
            }
            System.out.printf(Locale.ROOT, "courtesies marked (%s): %d of %d%n", name, marked, all.size());
            assertTrue(marked <= all.size() * MOST_MARKED, name + ": " + marked);
        }
    }

    @Test
    void aDraftOfEightSentencesAgainstFortySourcesIsCheckedSoon() throws Exception {
        List<JsonNode> cases = lines("sentences-dev.jsonl");
        var sources = new ArrayList<Source>();
        for (int i = 0; sources.size() < 40; i += 3) {
            sources.addAll(sources(cases.get(i)));
        }
        MODEL.get().of(List.of("loaded"));
        long start = System.nanoTime();
        var check = new EvidenceCheck(new MeaningLikeness(() -> Optional.of(MODEL.get())), sources.subList(0, 40), List.of(), ZoneOffset.UTC);
        for (JsonNode one : cases.subList(0, 8)) {
            check.check(one.path("sentence").asText(), List.of());
        }
        long taken = (System.nanoTime() - start) / 1_000_000;
        System.out.println("8 sentences against 40 sources: " + taken + " ms");
        assertTrue(taken < 6_000, taken + " ms");
    }
}
