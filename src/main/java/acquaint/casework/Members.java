package acquaint.casework;

import acquaint.model.Member;
import acquaint.model.Role;
import acquaint.settings.SettingsFile;
import acquaint.store.Desk;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Who works at the desk and in which role. The first who comes is an admin; who is not known is an agent until an admin grants more. Blocks; any thread
 * but the JavaFX thread.
 */
public final class Members {

    /** More than was granted to this name; an admin can grant it. */
    public static final class RoleNotGranted extends RuntimeException {

        private final transient Member granted;
        private final Role asked;

        RoleNotGranted(Member granted, Role asked) {
            super(granted.name() + " may sign in as " + granted.role() + " at most, not as " + asked + "; an admin of the desk can grant it");
            this.granted = granted;
            this.asked = asked;
        }

        public Member granted() {
            return granted;
        }

        public Role asked() {
            return asked;
        }
    }

    /** Without an admin nobody could grant a role again. */
    public static final class LastAdmin extends RuntimeException {
        LastAdmin(String name) {
            super(name + " is the desk's only admin; make somebody else an admin first");
        }
    }

    private final Desk desk;
    private final Clock clock;
    private final Permissions permissions;
    private final SettingsFile settings;

    public Members(Desk desk, Clock clock, Permissions permissions, SettingsFile settings) {
        this.desk = desk;
        this.clock = clock;
        this.permissions = permissions;
        this.settings = settings;
    }

    /** What somebody may do who opens the desk: in the role that they chose last, or in less where less is granted by now. */
    public static Permissions enter(Desk desk, Clock clock, String name, Optional<Role> chosen) {
        Member granted = desk.read(session -> session.members().find(name)).orElseGet(() -> desk.write(session -> known(session, new Journal(clock, name), name)));
        return new Permissions(new Member(granted.name(), chosen.filter(role -> role.isWithin(granted.role())).orElse(granted.role())));
    }

    private static Member known(Session session, Journal journal, String name) {
        return session.members().find(name).orElseGet(() -> {
            var member = new Member(name, session.members().all().isEmpty() ? Role.ADMIN : Role.AGENT);
            session.members().put(member, journal.now());
            journal.audit(session, "member added", Optional.empty(), Optional.of(json(member)));
            return member;
        });
    }

    /** By name, each with the highest role granted. */
    public List<Member> all() {
        return desk.read(session -> session.members().all());
    }

    /** Who is signed in, in the role that was signed in with. Does not block. */
    public Member me() {
        return permissions.me();
    }

    /** Gives a member another highest role, or adds one. {@link LastAdmin} where no admin would be left. Less for oneself holds at once. */
    public Member grant(String name, Role role) {
        permissions.require(Permission.GRANT_ROLES);
        var next = new Member(name, role);
        Journal journal = journal();
        desk.write(session -> {
            Optional<Member> before = session.members().find(next.name());
            if (role != Role.ADMIN) {
                refuseLastAdmin(session, before);
            }
            session.members().put(next, journal.now());
            journal.audit(session, "role granted", before.map(Members::json), Optional.of(json(next)));
            return null;
        });
        if (next.name().equals(me().name()) && !me().role().isWithin(role)) {
            permissions.become(role);
        }
        return next;
    }

    /** Takes somebody off the list who has left. What they said and did stays; who signs in by that name is new. */
    public void remove(String name) {
        permissions.require(Permission.GRANT_ROLES);
        if (name.equals(me().name())) {
            throw new IllegalArgumentException("who is signed in cannot be removed");
        }
        Journal journal = journal();
        desk.write(session -> {
            session.members().find(name).ifPresent(before -> {
                session.members().remove(name);
                journal.audit(session, "member removed", Optional.of(json(before)), Optional.empty());
            });
            return null;
        });
    }

    private static void refuseLastAdmin(Session session, Optional<Member> before) {
        if (before.filter(member -> member.role() == Role.ADMIN).isPresent()
                && session.members().all().stream().filter(member -> member.role() == Role.ADMIN).count() == 1) {
            throw new LastAdmin(before.get().name());
        }
    }

    /**
     * Signs in by this name and in this role; {@link RoleNotGranted} where that is too much. Another role holds at once, another name from the next
     * opening of the desk on.
     */
    public Member signIn(String name, Role role) throws IOException {
        var next = new Member(name, role);
        var journal = new Journal(clock, next.name());
        desk.write(session -> {
            Member granted = known(session, journal, next.name());
            if (!role.isWithin(granted.role())) {
                throw new RoleNotGranted(granted, role);
            }
            journal.audit(session, "sign in", Optional.empty(), Optional.of(json(next)));
            return null;
        });
        settings.change(all -> all.withAgentName(next.name()).withRole(Optional.of(role)));
        if (next.name().equals(me().name())) {
            permissions.become(role);
        }
        return next;
    }

    private Journal journal() {
        return new Journal(clock, me().name());
    }

    private static ObjectNode json(Member member) {
        return JsonNodeFactory.instance.objectNode().put("member", member.name()).put("role", member.role().name());
    }
}
