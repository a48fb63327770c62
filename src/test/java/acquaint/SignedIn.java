package acquaint;

import acquaint.casework.Permissions;
import acquaint.casework.SendRules;
import acquaint.model.Member;
import acquaint.model.Role;
import acquaint.settings.Supervision;

/** Members of a desk, as tests sign them in. */
public final class SignedIn {

    private SignedIn() {}

    public static Permissions admin(String name) {
        return as(name, Role.ADMIN);
    }

    public static Permissions as(String name, Role role) {
        return new Permissions(new Member(name, role));
    }

    /** Every reply leaves on one person's word. */
    public static SendRules noRules() {
        return new SendRules(Supervision.USUAL, null, admin("Sam"));
    }
}
