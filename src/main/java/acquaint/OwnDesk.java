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
import java.io.IOException;

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
        try (lock; var _ = ProgramLog.open(directory.logs()); var wiring = DeskDoor.open(directory, demo, environment)) {
            wiring.outbox().recover();
            return work.with(wiring.services());
        }
    }

    private int forward(DataDirectory directory, OtherInstance other) throws CouldNot {
        try (other) {
            return other.run(invocation, terminal.out(), terminal.err());
        } catch (IOException e) {
            throw DeskDoor.occupied(directory);
        }
    }
}
