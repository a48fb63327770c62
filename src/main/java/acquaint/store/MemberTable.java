package acquaint.store;

import acquaint.model.Member;
import acquaint.model.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who works at the desk, each with the highest role granted. By plain JDBC, since a start asks it before it needs Jdbi's classes. */
public final class MemberTable {

    private final Connection connection;

    MemberTable(Connection connection) {
        this.connection = connection;
    }

    /** By name. */
    public List<Member> all() {
        return members("SELECT name, role FROM member ORDER BY name");
    }

    public Optional<Member> find(String name) {
        return members("SELECT name, role FROM member WHERE name = ?", name).stream().findFirst();
    }

    /** Adds the member, or gives another role. */
    public void put(Member member, Instant at) {
        execute("INSERT INTO member (name, role, since) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET role = excluded.role",
                member.name(), member.role().name(), at.toEpochMilli());
    }

    public void remove(String name) {
        execute("DELETE FROM member WHERE name = ?", name);
    }

    private List<Member> members(String sql, Object... arguments) {
        try (var query = Plain.prepare(connection, sql, arguments); var result = query.executeQuery()) {
            var members = new ArrayList<Member>();
            while (result.next()) {
                members.add(new Member(result.getString(1), Role.valueOf(result.getString(2))));
            }
            return members;
        } catch (SQLException e) {
            throw new DeskFailure(e);
        }
    }

    private void execute(String sql, Object... arguments) {
        try (var statement = Plain.prepare(connection, sql, arguments)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DeskFailure(e);
        }
    }
}
