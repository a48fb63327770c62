package acquaint.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecurringIssueTest {

    private static RecurringIssue issue(String... topic) {
        return new RecurringIssue(List.of(topic), List.of(occurrence("Broken tent pole"), occurrence("Second broken pole, same tent")));
    }

    private static Occurrence occurrence(String title) {
        return new Occurrence(Optional.empty(), Instant.EPOCH, title, Optional.empty(), false, false);
    }

    @Test
    void anIssueIsNamedByItsFirstWords() {
        assertEquals("pole, tent, joint, wind", issue("pole", "tent", "joint", "wind", "garden").about());
    }

    @Test
    void oneWordAloneNamesNothing() {
        assertEquals("Second broken pole, same tent", issue("leave").about());
        assertEquals("Second broken pole, same tent", issue().about());
    }
}
