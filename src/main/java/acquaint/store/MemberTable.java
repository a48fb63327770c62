package acquaint.store;

import acquaint.model.Member;
import acquaint.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who works at the desk, each with the highest role granted. */
public final class MemberTable {

    private final Handle handle;

    MemberTable(Handle handle) {
        this.handle = handle;
    }

    /** By name. */
    public List<Member> all() {
        return handle.createQuery("SELECT name, role FROM member ORDER BY name").map((row, _) -> new Member(row.getString(1), Role.valueOf(row.getString(2)))).list();
    }

    public Optional<Member> find(String name) {
        return handle.select("SELECT name, role FROM member WHERE name = ?", name).map((row, _) -> new Member(row.getString(1), Role.valueOf(row.getString(2)))).findOne();
    }

    /** Adds the member, or gives another role. */
    public void put(Member member, Instant at) {
        handle.execute("INSERT INTO member (name, role, since) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET role = excluded.role",
                member.name(), member.role().name(), at.toEpochMilli());
    }

    public void remove(String name) {
        handle.execute("DELETE FROM member WHERE name = ?", name);
    }
}
