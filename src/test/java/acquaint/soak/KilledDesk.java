package acquaint.soak;

import acquaint.casework.Imports;
import acquaint.memory.Health;
import acquaint.memory.MemoryException;
import acquaint.memory.local.Kept;
import acquaint.model.MessageId;
import acquaint.soak.DeskFacts.EffectRow;
import acquaint.soak.DeskFacts.MessageRow;
import acquaint.soak.Step.Act;
import acquaint.store.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One desk whose program is killed again and again, and examined after each time. */
final class KilledDesk {

    /** When in a life the kill comes. */
    enum Moment { START, WORK, IMPORT }

    /** The desk makes one backup a day. */
    private static final int ROUNDS_A_DAY = 3;
    /** What is imported beside other work. */
    private static final int FEW = 15;

    private final Path directory;
    private final long seed;
    private final int longestLife;
    private final int conversations;
    private final Counts counts;
    private final Random random;
    private final long clockOrigin = System.currentTimeMillis();
    private final Expected expected = new Expected();
    private final Set<String> confirmed = new HashSet<>();
    private int round;

    /** {@code longestLife} is in milliseconds of work; {@code conversations} are in the file of an import that is to be killed. */
    KilledDesk(Path directory, long seed, int longestLife, int conversations, Counts counts) {
        this.directory = directory;
        this.seed = seed;
        this.longestLife = longestLife;
        this.conversations = conversations;
        this.counts = counts;
        this.random = new Random(seed);
    }

    /** One life of the program, its end by SIGKILL, and the examination. */
    void kill(Moment moment) throws Exception {
        round++;
        Optional<ConversationLines> file = file(moment);
        var process = new KilledProcess(new DeskProcess.Life(directory, seed, round, clockOrigin, days(), file.map(f -> f.file().toString()).orElse(""),
                prefix(), moment == Moment.IMPORT ? 0 : random.nextInt(longestLife), random.nextBoolean()));
        awaitMoment(process, moment);
        List<Step> said = process.kill();
        count(said, moment);
        expected.take(said);
        examine(said, file);
        deleteTemporary();
    }

    private Optional<ConversationLines> file(Moment moment) throws IOException {
        if (moment == Moment.WORK && random.nextInt(3) > 0) {
            return Optional.empty();
        }
        Path path = directory.resolve("imports").resolve(prefix() + ".jsonl");
        return Optional.of(ConversationLines.write(path, prefix(), moment == Moment.IMPORT ? conversations : FEW, random));
    }

    private String prefix() {
        return "r" + round;
    }

    private int days() {
        return round / ROUNDS_A_DAY;
    }

    private void awaitMoment(KilledProcess process, Moment moment) throws InterruptedException {
        switch (moment) {
            case START -> Thread.sleep(50 + random.nextInt(1_200));
            case WORK -> {
                process.await(step -> step.done() && step.act() != Act.READY && step.act() != Act.IMPORT);
                Thread.sleep(200 + random.nextInt(longestLife));
            }
            case IMPORT -> {
                process.await(step -> step.act() == Act.IMPORT);
                Thread.sleep(random.nextInt(5 * conversations));
            }
        }
    }

    private void count(List<Step> said, Moment moment) {
        counts.kills++;
        counts.atStart += said.isEmpty() ? 1 : 0;
        long imported = said.stream().filter(step -> step.act() == Act.IMPORT).count();
        counts.inImport += moment == Moment.IMPORT && imported < conversations ? 1 : 0;
        counts.acknowledge(said);
    }

    private void examine(List<Step> said, Optional<ConversationLines> file) throws Exception {
        var findings = new Findings(counts);
        Desk.open(directory, clock()).close();
        DeskFacts facts = DeskFacts.of(directory);
        if (expected.hasCutOff()) {
            counts.cutOff++;
            counts.cutOffButStored += expected.settleCutOff(facts) ? 1 : 0;
        }
        if (file.isPresent()) {
            conversations(said, file.get(), facts, findings);
        }
        inspect(facts, findings);
        backup(findings);
        findings.failIfAny(where());
        reopen(facts, file);
    }

    /** Each conversation is whole or not there at all, and those that were acknowledged are there. */
    private void conversations(List<Step> said, ConversationLines file, DeskFacts facts, Findings findings) {
        Set<String> acknowledged = said.stream().filter(step -> step.act() == Act.IMPORT).map(Step::ticket).collect(Collectors.toSet());
        file.conversations().forEach((id, conversation) -> {
            if (facts.tickets().containsKey(id)) {
                expected.imported(conversation, facts);
            } else if (acknowledged.contains(id)) {
                findings.lost("the imported conversation " + id);
            }
        });
    }

    private void inspect(DeskFacts facts, Findings findings) throws IOException {
        new DeskInspection(facts, expected, findings).run();
        new DeliveryInspection(facts, DeliveryLog.read(OpenDesk.deliveries(directory)), confirmed, findings).run();
    }

    private void backup(Findings findings) throws SQLException {
        for (Path backup : Desk.backups(directory).stream().limit(1).toList()) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + backup)) {
                findings.check(DeskFacts.integrity(connection).equals("ok"), "the backup is damaged");
            }
        }
    }

    /** What the program does at its next start: memory as before, what was being sent is uncertain, and an import goes on. */
    private void reopen(DeskFacts before, Optional<ConversationLines> file) throws Exception {
        var findings = new Findings(counts);
        try (var work = open(clock())) {
            findings.check(work.memory.health().equals(Health.WELL) && !damaged(), "memory was damaged: " + work.memory.health());
            DeskFacts after = DeskFacts.of(directory);
            new MemoryInspection(after, Kept.in(OpenDesk.memory(directory)), findings).run();
            uncertain(before, after, findings);
            if (file.isPresent()) {
                importAgain(work, before, file.get(), findings);
            }
            settle(work, after, false);
            inspect(DeskFacts.of(directory), findings);
        }
        findings.failIfAny(where());
    }

    private OpenDesk open(FastClock clock) throws MemoryException {
        return new OpenDesk(directory, clock, new DeliveryLog(OpenDesk.deliveries(directory), new Random(seed)));
    }

    private FastClock clock() {
        return new FastClock(clockOrigin, days());
    }

    private boolean damaged() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().contains("damaged"));
        }
    }

    private void uncertain(DeskFacts before, DeskFacts after, Findings findings) {
        Map<Long, EffectRow> now = after.effects().stream().collect(Collectors.toMap(EffectRow::id, effect -> effect));
        for (EffectRow effect : before.effects()) {
            String should = !effect.state().equals("RUNNING") ? effect.state() : effect.kind().equals("DELIVER") ? "UNCERTAIN" : "WAITING";
            findings.check(now.get(effect.id()).state().equals(should), effect + " should be " + should + " after a start, and is " + now.get(effect.id()));
            counts.uncertain += effect.is("DELIVER", "RUNNING") ? 1 : 0;
        }
    }

    /** Adds what the kill left out, and nothing else. */
    private void importAgain(OpenDesk work, DeskFacts before, ConversationLines file, Findings findings) throws Exception {
        List<List<Said>> missing = file.conversations().entrySet().stream()
                .filter(conversation -> !before.tickets().containsKey(conversation.getKey())).map(Map.Entry::getValue).toList();
        Imports.Progress result = work.imports.run(file.file(), progress -> { });
        findings.check(result.tickets() == missing.size() && result.messages() == missing.stream().mapToInt(List::size).sum()
                && result.skipped() == file.conversations().size() - missing.size() && result.bad().isEmpty(),
                missing.size() + " conversations were missing, and a second import said " + result);
        counts.conversations += missing.size();
        DeskFacts after = DeskFacts.of(directory);
        missing.forEach(conversation -> expected.imported(conversation, after));
    }

    /** The agent looks outside and decides about what is uncertain, about half of it at a time unless {@code all}. */
    private void settle(OpenDesk work, DeskFacts facts, boolean all) throws IOException {
        Set<String> arrived = DeliveryLog.read(OpenDesk.deliveries(directory)).stream().map(DeliveryLog.Entry::id).collect(Collectors.toSet());
        for (MessageRow reply : facts.messages()) {
            if (reply.delivery().equals("UNCERTAIN") && (all || random.nextBoolean())) {
                if (arrived.contains(reply.id())) {
                    confirmed.add(reply.id());
                    work.replies.confirmSent(new MessageId(reply.id()));
                } else {
                    work.replies.sendAgain(new MessageId(reply.id()));
                }
            }
        }
    }

    /** Has everything carried out that was ever promised, and examines the desk a last time. */
    void end() throws Exception {
        var findings = new Findings(counts);
        FastClock clock = clock();
        try (var work = open(clock)) {
            settle(work, DeskFacts.of(directory), true);
            for (int attempt = 0; work.outbox.remaining() > 0 && attempt < 50; attempt++) {
                clock.forward(Duration.ofMinutes(10));
                work.outbox.drain(left -> { });
            }
        }
        DeskFacts facts = DeskFacts.of(directory);
        inspect(facts, findings);
        new MemoryInspection(facts, Kept.in(OpenDesk.memory(directory)), findings).run();
        facts.effects().stream().filter(effect -> !List.of("DONE", "CANCELLED").contains(effect.state()))
                .forEach(effect -> findings.lost("never carried out: " + effect));
        counts.delivered += count(facts, "DELIVER");
        counts.remembered += count(facts, "REMEMBER");
        counts.flushes += count(facts, "FLUSH");
        findings.failIfAny(where() + ", after all was carried out");
    }

    private static int count(DeskFacts facts, String kind) {
        return (int) facts.effects().stream().filter(effect -> effect.is(kind, "DONE")).count();
    }

    private String where() {
        return "seed " + seed + ", kill " + round + " of this desk";
    }

    /** A killed process leaves its unpacked database library behind. */
    private void deleteTemporary() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("tmp"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
