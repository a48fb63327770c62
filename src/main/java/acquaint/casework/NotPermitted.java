package acquaint.casework;

import acquaint.model.Role;

/** The role that is signed in may not do this; nothing was changed. */
public final class NotPermitted extends RuntimeException {

    private final Permission permission;

    NotPermitted(Permission permission, Role role) {
        super(permission + " takes the role " + permission.least() + ", and the one signed in is " + role);
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
