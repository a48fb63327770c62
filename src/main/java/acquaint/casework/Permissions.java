package acquaint.casework;

import acquaint.model.Member;
import acquaint.model.Role;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the member who is signed in may do. The role may change while the program runs, the name never does. Safe for any thread; takes no time. */
public final class Permissions {

    private volatile Member me;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Permissions(Member me) {
        this.me = me;
    }

    /** Who is signed in, in the role that was signed in with. */
    public Member me() {
        return me;
    }

    public boolean allows(Permission permission) {
        return permission.least().isWithin(me.role());
    }

    /** {@link NotPermitted} where the role does not have it. */
    public void require(Permission permission) {
        if (!allows(permission)) {
            throw new NotPermitted(permission, me.role());
        }
    }

    /** Runs {@code listener} on the changing thread after the role changed. Closing the handle ends it. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void become(Role role) {
        if (me.role() != role) {
            me = new Member(me.name(), role);
            listeners.forEach(Runnable::run);
        }
    }
}
