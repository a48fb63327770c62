package acquaint.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Episode;
import acquaint.memory.ProfileItem;
import acquaint.memory.local.Kept;
import acquaint.memory.local.LocalMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded memory is killed by SIGKILL while it remembers, flushes, takes an agent's word, forgets and copies; after each kill
 * what it had acknowledged must be there once, file and index must agree, and what it had forgotten must stand in no byte of its
 * files, before it is opened again and after; nor in its copies, when the next one was made.
 *
 * <p>Three hundred kills with their counts on standard output: {@code ./mvnw verify -Psoak -Dtest=MemoryKillTest}. {@code
 * -Dsoak.seed=N} makes other steps and moments, {@code -Dsoak.kills=N} more or fewer kills.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL")
class MemoryKillTest {

    /** After so many kills with a new memory, since looking through every byte takes time with its size. */
    private static final int KILLS_A_MEMORY = 25;

    /** How far each thing came, as far as the child said. */
    private enum Came {
        BEGUN, REMEMBERED, FLUSHED, FORGETTING_SESSION, FORGETTING_ITEM, SESSION_FORGOTTEN, ITEM_FORGOTTEN;

        /** While its customer is being forgotten. What has no episode yet may be there or not. */
        Came whileForgetting() {
            return switch (this) {
                case BEGUN, REMEMBERED -> BEGUN;
                case SESSION_FORGOTTEN -> SESSION_FORGOTTEN;
                default -> FORGETTING_SESSION;
            };
        }
    }

    @TempDir
    private Path folder;

    private final Map<String, Integer> counts = new TreeMap<>();
    /** Of what an agent said, as far as it was acknowledged. */
    private final Set<Integer> corrected = new HashSet<>();
    private final Set<Integer> pinned = new HashSet<>();

    @Test
    @Timeout(180)
    void nothingAcknowledgedIsLostAndNothingForgottenComesBack() throws Exception {
        kill(folder.resolve("memory"), 20_260_401L, 8);
        assertTrue(counts.get("acknowledged") > 20, counts.toString());
    }

    @Test
    @Tag("soak")
    @Timeout(3_600)
    void nothingAcknowledgedIsLostAndNothingForgottenComesBackInThreeHundredKills() throws Exception {
        long seed = Long.getLong("soak.seed", 20_260_401L);
        int kills = Integer.getInteger("soak.kills", 300);
        try {
            for (int done = 0; done < kills; done += KILLS_A_MEMORY) {
                kill(folder.resolve("memory" + done), seed + done, Math.min(KILLS_A_MEMORY, kills - done));
            }
        } finally {
            System.out.println("seed " + seed + "\n" + counts);
        }
    }

    private void kill(Path home, long seed, int kills) throws Exception {
        var random = new Random(seed);
        Map<Integer, Came> things = new HashMap<>();
        corrected.clear();
        pinned.clear();
        for (int kill = 0; kill < kills; kill++) {
            int last = things.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
            String wasDone = live(home, seed * 1_000 + kill, last, 3 + random.nextInt(40), random.nextInt(15_000_000), things);
            count("kills");
            count("killed after: " + wasDone);
            assertNothingForgottenIsIn(home, things, true);
            inspect(home, things);
            assertNothingForgottenIsIn(home, things, true);
        }
        try (LocalMemory memory = LocalMemory.open(home)) {
            memory.backUp(LocalDate.of(2027, 1, 1));
        }
        assertNothingForgottenIsIn(home, things, false);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Lets a child live for some steps and nanoseconds, and notes what it said, to the last word. Returns what it said last. */
    private String live(Path home, long seed, int last, int steps, long nanos, Map<Integer, Came> things) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), MemoryProcess.class.getName(),
                home.toString(), Long.toString(seed), Integer.toString(last)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var said = new ArrayList<String>();
        try (BufferedReader lines = child.inputReader()) {
            for (int i = 0; i < steps; i++) {
                said.add(lines.readLine());
            }
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            child.toHandle().destroyForcibly();
            assertEquals(128 + 9, child.waitFor(), "the child ended by itself: " + said);
            lines.lines().forEach(said::add);
        }
        said.forEach(line -> note(line, things));
        return said.getLast().split(" ")[0];
    }

    private void note(String line, Map<Integer, Came> things) {
        String[] words = line.split(" ");
        int thing = Integer.parseInt(words[1]);
        switch (words[0]) {
            case "remember" -> things.put(thing, Came.BEGUN);
            case "remembered" -> things.put(thing, Came.REMEMBERED);
            case "flushed" -> things.put(thing, Came.FLUSHED);
            case "forget-session" -> things.put(thing, Came.FORGETTING_SESSION);
            case "forget-item" -> things.put(thing, Came.FORGETTING_ITEM);
            case "correct", "pin" -> { }
            case "corrected" -> {
                corrected.add(thing);
                count("corrected");
            }
            case "pinned" -> {
                pinned.add(thing);
                count("pinned");
            }
            case "forget-customer" -> things.replaceAll((one, came) -> of(thing, one) ? came.whileForgetting() : came);
            case "customer-forgotten" -> {
                things.replaceAll((one, came) -> of(thing, one) ? Came.SESSION_FORGOTTEN : came);
                count("customers forgotten");
            }
            case "forgotten" -> {
                things.merge(thing, Came.FORGETTING_ITEM, (before, _) -> before == Came.FORGETTING_SESSION ? Came.SESSION_FORGOTTEN : Came.ITEM_FORGOTTEN);
                count("forgotten");
            }
            case "copied" -> count("copied");
            default -> throw new AssertionError(line);
        }
    }

    private static boolean of(int thing, int one) {
        return MemoryProcess.customer(thing).equals(MemoryProcess.customer(one));
    }

    private void inspect(Path home, Map<Integer, Came> things) throws Exception {
        try (LocalMemory memory = LocalMemory.open(home)) {
            assertEquals("", memory.health().detail());
            Kept kept = Kept.in(home);
            assertEquals(kept.stored(), kept.indexed(), "file and index");
            var texts = new HashSet<>(kept.utterances().stream().map(Kept.Utterance::id).toList());
            assertEquals(texts.size(), kept.utterances().size(), "something was remembered twice");
            Set<String> episodes = new HashSet<>(kept.episodes());
            assertEquals(episodes.size(), kept.episodes().size(), "something happened twice");
            for (var thing : things.entrySet()) {
                compare(memory, thing.getKey(), thing.getValue(), texts, episodes);
            }
        }
    }

    /** {@code current}: apart from the copies, which forget when the next one is made. */
    private static void assertNothingForgottenIsIn(Path home, Map<Integer, Came> things, boolean current) throws IOException {
        Map<Path, String> files = bytes(home, current);
        for (int thing : forgotten(things, Came.SESSION_FORGOTTEN)) {
            assertEquals(List.of(), holding(files, MemoryProcess.canary(thing)), "what was forgotten: " + thing);
        }
        for (int thing : forgotten(things, Came.ITEM_FORGOTTEN)) {
            assertEquals(List.of(), holding(files, MemoryProcess.address(thing)), "what was forgotten: " + thing);
            assertEquals(List.of(), holding(files, MemoryProcess.correction(thing)), "what was forgotten: " + thing);
        }
    }

    private static List<Integer> forgotten(Map<Integer, Came> things, Came how) {
        return things.entrySet().stream().filter(thing -> thing.getValue() == how).map(Map.Entry::getKey).toList();
    }

    private void compare(LocalMemory memory, int thing, Came came, Set<String> texts, Set<String> episodes) throws Exception {
        long messages = MemoryProcess.said(thing).stream().filter(said -> texts.contains(said.id().value())).count();
        boolean episode = episodes.contains(MemoryProcess.session(thing).value());
        assertTrue(messages == 0 || messages == 3, "a part of what was said is there: " + thing);
        switch (came) {
            case BEGUN -> { }
            case REMEMBERED -> assertEquals(3, messages, "lost: " + thing);
            case FLUSHED, FORGETTING_ITEM, ITEM_FORGOTTEN -> assertTrue(messages == 3 && episode, "lost: " + thing);
            case FORGETTING_SESSION -> assertEquals(messages == 3, episode, "half forgotten: " + thing);
            case SESSION_FORGOTTEN -> assertTrue(messages == 0 && !episode, "came back: " + thing);
        }
        if (came != Came.BEGUN && came != Came.SESSION_FORGOTTEN) {
            count("acknowledged");
        }
        if (came == Came.ITEM_FORGOTTEN || came == Came.FLUSHED) {
            List<ProfileItem> items = memory.profile(MemoryProcess.customer(thing)).stream()
                    .filter(item -> Set.of(MemoryProcess.address(thing), MemoryProcess.correction(thing)).contains(item.text())).toList();
            assertEquals(came == Came.FLUSHED ? 1 : 0, items.size(), "an item: " + thing + items);
            if (came == Came.FLUSHED) {
                assertTrue(!corrected.contains(thing) || items.getFirst().text().equals(MemoryProcess.correction(thing)), "lost: the correction of " + thing);
                assertTrue(!pinned.contains(thing) || items.getFirst().pinned(), "lost: the pin of " + thing);
            }
            Episode told = memory.episodes(MemoryProcess.customer(thing), 0, 10_000).stream()
                    .filter(one -> one.session().equals(MemoryProcess.session(thing))).findFirst().orElseThrow();
            assertTrue(told.narrative().contains(MemoryProcess.canary(thing)) && !told.toString().contains(MemoryProcess.address(thing)), told.toString());
        }
    }

    private static List<Path> holding(Map<Path, String> files, String text) {
        return files.entrySet().stream().filter(file -> file.getValue().contains(text)).map(Map.Entry::getKey).toList();
    }

    /** Each byte as a character. */
    private static Map<Path, String> bytes(Path home, boolean current) throws IOException {
        var read = new HashMap<Path, String>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).filter(one -> !current || !one.startsWith(home.resolve("backups"))).toList()) {
                read.put(file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return read;
    }
}
