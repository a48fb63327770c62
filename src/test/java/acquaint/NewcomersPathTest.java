package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
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
        assertEquals(List.of(4, 0, 0), List.of(walk.clicks(), walk.drops(), walk.fields()), walk::toString);
    }

    @Test
    void aDraftByAModelFromOnesOwnHistoryTakesThirteenClicksAndOneField() throws Exception {
        NewcomersPath.Walk walk = NewcomersPath.onAnImportedHistory(directory, 0, Optional.empty());
        assertEquals(List.of(13, 1, 1), List.of(walk.clicks(), walk.drops(), walk.fields()), walk::toString);
    }
}
