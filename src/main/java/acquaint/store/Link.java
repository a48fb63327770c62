package acquaint.store;

import acquaint.model.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One connection that carries out one transaction at a time. Jdbi is loaded at the first statement that needs it. */
final class Link implements AutoCloseable {

    private final Connection connection;
    private final String begin;
    private Handle handle;

    Link(Connection connection, String begin) {
        this.connection = connection;
        this.begin = begin;
    }

    Connection connection() {
        return connection;
    }

    Handle handle() {
        if (handle == null) {
            handle = Jdbi.open(connection);
        }
        return handle;
    }

    /** All of {@code work} or nothing of it. Tickets that were written are put into {@code touched}. */
    <T> T transact(Set<TicketId> touched, Function<Session, T> work) throws SQLException {
        execute(begin);
        boolean done = false;
        try {
            T result = work.apply(new Session(this, touched));
            execute("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // After some errors SQLite has rolled back by itself, and then says that there is nothing to roll back.
            System.getLogger(Link.class.getName()).log(System.Logger.Level.DEBUG, "nothing to roll back", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
