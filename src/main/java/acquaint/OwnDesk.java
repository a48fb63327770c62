package acquaint;

import acquaint.command.CouldNot;
import acquaint.command.DeskChoice;
import acquaint.command.Desks;
import acquaint.command.Terminal;
import acquaint.instance.Arrival;
import acquaint.instance.DeskLock;
import acquaint.instance.Invocation;
import acquaint.instance.OtherInstance;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryEnvironment;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Lends a command the desk in its directory: opened for it and closed after it, or by way of the window that has it open. */
final class OwnDesk implements Desks {

    private final Invocation invocation;
    private final Terminal terminal;
    private final MemoryEnvironment environment;

    OwnDesk(Invocation invocation, Terminal terminal) {
        this(invocation, terminal, MemoryEnvironment.of(System.getenv()));
    }

    OwnDesk(Invocation invocation, Terminal terminal, MemoryEnvironment environment) {
        this.invocation = invocation;
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public int use(DeskChoice choice, Work work) throws Exception {
        DataDirectory directory = DeskDoor.directory(choice);
        return switch (DeskDoor.arrive(directory)) {
            case Arrival.First(DeskLock lock) -> work(directory, choice.demo(), lock, work);
            case Arrival.Second(OtherInstance other) -> forward(directory, other);
            case Arrival.Unanswered none -> throw DeskDoor.occupied(directory);
        };
    }

    private int work(DataDirectory directory, boolean demo, DeskLock lock, Work work) throws Exception {
        try (lock; var _ = ProgramLog.open(directory.logs())) {
            return ProgramLog.watch(() -> work(directory, demo, work));
        }
    }

    private int work(DataDirectory directory, boolean demo, Work work) throws Exception {
        try (var wiring = DeskDoor.open(directory, demo, environment)) {
            wiring.outbox().recover();
            return work.with(wiring.services());
        }
    }

    private int forward(DataDirectory directory, OtherInstance other) throws Exception {
        var answer = new FutureTask<>(() -> other.run(invocation, terminal.out(), terminal.err()));
        try (other) {
            // Reading from a socket cannot be interrupted, waiting for another thread can.
            Thread.ofVirtual().name("work-elsewhere").start(answer);
            return answer(answer, other);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case EOFException _ -> new CouldNot("the window that the command worked through was closed", e);
                case IOException _ -> DeskDoor.occupied(directory);
                default -> e;
            };
        }
    }

    private static int answer(FutureTask<Integer> answer, OtherInstance other) throws IOException, InterruptedException, ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            other.cancel();
            return answer.get();
        }
    }
}
