package acquaint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who is new comes to a first draft by the ways whose clicks and fields the README counts. */
@Timeout(600)
class NewcomersPathTest {

    @TempDir
    Path directory;

    @Test
    void aDraftOnTheDemoDeskTakesFourClicks() throws Exception {
        NewcomersPath.Walk walk = NewcomersPath.onTheDemoDesk(directory, 0);
        assertTrue(walk.clicks() <= 4 && walk.fields() == 0, walk::toString);
    }

    @Test
    void aDraftByAModelFromOnesOwnHistoryTakesThirteenClicksAndOneField() throws Exception {
        NewcomersPath.Walk walk = NewcomersPath.onAnImportedHistory(directory, 0, Optional.empty());
        assertTrue(walk.clicks() <= 13 && walk.fields() == 1 && walk.drops() == 1, walk::toString);
    }
}
