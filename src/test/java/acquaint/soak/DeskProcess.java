package acquaint.soak;

import acquaint.model.TicketId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The program that is killed: opens a desk, works on it without end, and says on standard output what it is about to do and
 * what is done. Anything unexpected ends it with code 3.
 */
final class DeskProcess {

    /** What a life of the process is given. {@code imports} is a file to import, after a delay in milliseconds, or empty. */
    record Life(Path directory, long seed, int number, long clockOrigin, int days, String imports, String importPrefix, int importDelay, boolean backUp) {

        String[] arguments() {
            return new String[] {directory.toString(), "" + seed, "" + number, "" + clockOrigin, "" + days, imports, importPrefix,
                "" + importDelay, "" + backUp};
        }

        static Life of(String[] a) {
            return new Life(Path.of(a[0]), Long.parseLong(a[1]), Integer.parseInt(a[2]), Long.parseLong(a[3]), Integer.parseInt(a[4]),
                    a[5], a[6], Integer.parseInt(a[7]), Boolean.parseBoolean(a[8]));
        }
    }

    private final Life life;
    private final Queue<TicketId> imported = new ConcurrentLinkedQueue<>();
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    private DeskProcess(Life life) {
        this.life = life;
    }

    public static void main(String[] args) {
        try {
            new DeskProcess(Life.of(args)).run();
        } catch (Throwable e) {
            end(e);
        }
    }

    private void run() throws Exception {
        var random = new Random(life.seed() * 31 + life.number());
        var channel = new DeliveryLog(OpenDesk.deliveries(life.directory()), new Random(random.nextLong()));
        var work = new OpenDesk(life.directory(), new FastClock(life.clockOrigin(), life.days()), channel);
        work.start();
        say(Step.done(Step.Act.READY, ""));
        if (life.backUp()) {
            beside(work.desk::backUp);
        }
        if (!life.imports().isEmpty()) {
            beside(() -> importFile(work));
        }
        new AgentAtWork(work, "w" + life.number(), random, imported, this::say).workOn();
    }

    private void importFile(OpenDesk work) throws IOException, InterruptedException {
        Thread.sleep(life.importDelay());
        int[] count = {0};
        work.imports.run(Path.of(life.imports()), progress -> {
            String ticket = ConversationLines.id(life.importPrefix(), ++count[0]);
            say(Step.done(Step.Act.IMPORT, ticket));
            imported.add(new TicketId(ticket));
        });
    }

    /** One write a line, so that a kill leaves whole lines and at most one torn one at the end. */
    private synchronized void say(Step step) {
        try {
            out.write((step.line() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void beside(Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                end(e);
            }
        });
    }

    private static void end(Throwable e) {
        e.printStackTrace();
        Runtime.getRuntime().halt(3);
    }
}
