package acquaint.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.SharedConversations;
import acquaint.memory.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Personal data in many forms and languages, planted into conversations that have none: what of it would reach a model. */
class PlantedDataTest {

    private static final PersonalData FINDER = new PersonalData(Set.of("US", "GB", "DE", "FR", "ES", "IT"), List.of());

    /** What was found in the conversations as they are is counted by message; their zip codes, addresses and account names are their customers' own. */
    @Test
    void littleIsMaskedInTextsWithoutSecrets() throws Exception {
        int messages = 0;
        var secrets = new ArrayList<String>();
        for (SharedConversations conversation : SharedConversations.all()) {
            for (Utterance utterance : conversation.utterances()) {
                messages++;
                FINDER.in(utterance.text()).stream().filter(found -> found.kind().secret())
                        .forEach(found -> secrets.add(found.kind() + " " + utterance.text().substring(found.start(), found.end())));
            }
        }
        assertTrue(secrets.size() < messages / 100.0, secrets.toString());
    }
}
