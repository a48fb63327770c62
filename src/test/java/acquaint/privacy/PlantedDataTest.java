package acquaint.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.SharedConversations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Personal data in many forms and languages, planted into real conversations by a seed: what of it would reach a model. */
class PlantedDataTest {

    private static final PersonalData FINDER = new PersonalData(Set.of("US", "GB", "DE", "FR", "ES", "IT"), List.of());
    private static final int PLANTED = 500;

    private final Random random = new Random(20_260_501);
    private final PlantedData data = new PlantedData(20_260_501);

    private List<String> messages() throws Exception {
        List<String> messages = SharedConversations.all().stream().flatMap(one -> one.utterances().stream()).map(one -> one.text()).toList();
        Assumptions.assumeFalse(messages.isEmpty());
        return messages;
    }

    @Test
    void noSecretArrivesAndHardlyAnythingElse() throws Exception {
        List<String> messages = messages();
        var secrets = new ArrayList<String>();
        var others = new ArrayList<String>();
        int open = 0;
        for (int i = 0; i < PLANTED; i++) {
            PlantedData.Planted planted = data.planted(i % PlantedData.KINDS);
            String message = messages.get(random.nextInt(messages.size()));
            String text = random.nextBoolean() ? planted.sentence() + "\n" + message : message + "\n" + planted.sentence();
            boolean arrives = new Masking(FINDER).mask(text).text().contains(planted.value());
            open += planted.secret() ? 0 : 1;
            if (arrives) {
                (planted.secret() ? secrets : others).add(planted.sentence());
            }
        }

        assertEquals(List.of(), secrets);
        assertTrue(others.size() <= open / 100, others.size() + " of " + open + ": " + others);
    }

    /** Whole numbers only, so that none of a value is left beside its placeholder. */
    @Test
    void nothingIsLeftBesideAPlaceholder() throws Exception {
        for (int i = 0; i < PLANTED; i++) {
            PlantedData.Planted planted = data.planted(i % PlantedData.KINDS);
            String masked = new Masking(FINDER).mask(planted.sentence()).text();
            assertFalse(planted.secret() && masked.replaceAll("<\\w+>", "").matches(".*\\d{3}.*"), masked);
        }
    }

    @Test
    void hardlyAMessageWithoutSecretsHasOneMasked() throws Exception {
        List<String> messages = messages();
        List<String> found = messages.stream().flatMap(text -> FINDER.in(text).stream().filter(one -> one.kind().secret())
                .map(one -> one.kind() + " " + text.substring(one.start(), one.end()))).toList();

        assertTrue(found.size() < messages.size() / 100.0, found.toString());
    }
}
