package acquaint.soak;

import acquaint.soak.KilledDesk.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child process types, sends, takes back, notes, listens and imports on a real desk, and is killed by SIGKILL at random
 * moments; after each kill all that it acknowledged must be there once, and nothing may have been sent twice.
 *
 * <p>Two hundred kills, about ten minutes, with their counts on standard output: {@code ./mvnw verify -Psoak -Dtest=KillTest}.
 * {@code -Dsoak.seed=N} makes other steps and moments, {@code -Dsoak.kills=N} more or fewer kills. The seed decides what is
 * done and how long each life lasts; where exactly a kill falls is the operating system's to decide.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL, and no exit code to tell it by")
class KillTest {

    private static final int KILLS_A_DESK = 50;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    @Timeout(120)
    void nothingAcknowledgedIsLostAndNothingIsSentTwiceWhenTheProgramIsKilled() throws Exception {
        var counts = new Counts();
        var desk = new KilledDesk(directory, seed(), 500, 25, counts);
        for (Moment moment : new Moment[] {Moment.WORK, Moment.START, Moment.IMPORT, Moment.WORK, Moment.IMPORT, Moment.WORK}) {
            desk.kill(moment);
        }
        desk.end();
    }

    @Test
    @Tag("soak")
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    void nothingAcknowledgedIsLostAndNothingIsSentTwiceInTwoHundredKills() throws Exception {
        long began = System.nanoTime();
        var counts = new Counts();
        int kills = Integer.getInteger("soak.kills", 200);
        try {
            for (int done = 0; done < kills; done += KILLS_A_DESK) {
                kill(directory.resolve("desk" + done), seed() + done, Math.min(KILLS_A_DESK, kills - done), counts);
            }
        } finally {
            System.out.printf("seed %d%n%s%nseconds %d%n", seed(), counts, Duration.ofNanos(System.nanoTime() - began).toSeconds());
        }
    }

    /** The first kills of a desk come while it is begun; of the others, one in eight at a start and one in four in an import. */
    private static void kill(Path directory, long seed, int kills, Counts counts) throws Exception {
        var random = new Random(seed);
        var desk = new KilledDesk(directory, seed, 2_300, 80, counts);
        for (int round = 0; round < kills; round++) {
            int dice = random.nextInt(8);
            desk.kill(round < 2 || dice == 0 ? Moment.START : dice < 3 ? Moment.IMPORT : Moment.WORK);
        }
        desk.end();
    }

    private static long seed() {
        return Long.getLong("soak.seed", 20_260_302L);
    }
}
