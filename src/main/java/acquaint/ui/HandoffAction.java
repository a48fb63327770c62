package acquaint.ui;

import acquaint.casework.Permission;
import acquaint.model.HandoffState;
import java.util.Arrays;
import java.util.Optional;

/** What a reviewer can do to a handoff, in the order of menus and buttons. */
public enum HandoffAction {
    ACCEPT(Shortcut.ACCEPT_HANDOFF, Permission.REVIEW_HANDOFFS, HandoffState.ACCEPTED),
    DECIDE(Shortcut.DECIDE_HANDOFF, Permission.REVIEW_HANDOFFS, HandoffState.DECIDED),
    RETURN(Shortcut.RETURN_HANDOFF, Permission.REVIEW_HANDOFFS, HandoffState.RETURNED),
    ASK(Shortcut.ASK_AGENT, Permission.REVIEW_HANDOFFS, HandoffState.WAITING_ON_INTERNAL),
    WAIT_ON_CUSTOMER(Shortcut.WAIT_ON_CUSTOMER, Permission.REVIEW_HANDOFFS, HandoffState.WAITING_ON_CUSTOMER),
    WAIT_ON_INTERNAL(Shortcut.WAIT_ON_INTERNAL, Permission.REVIEW_HANDOFFS, HandoffState.WAITING_ON_INTERNAL),
    REASSIGN(Shortcut.REASSIGN_HANDOFF, Permission.REASSIGN_HANDOFFS, HandoffState.NEW),
    TAKE_OVER(Shortcut.TAKE_OVER_HANDOFF, Permission.REASSIGN_HANDOFFS, HandoffState.ACCEPTED);

    private final Shortcut shortcut;
    private final Permission permission;
    private final HandoffState leadsTo;

    HandoffAction(Shortcut shortcut, Permission permission, HandoffState leadsTo) {
        this.shortcut = shortcut;
        this.permission = permission;
        this.leadsTo = leadsTo;
    }

    Shortcut shortcut() {
        return shortcut;
    }

    Permission permission() {
        return permission;
    }

    HandoffState leadsTo() {
        return leadsTo;
    }

    /** What a card is put into this column by. A question is asked by its own action: waiting needs no words. */
    static Optional<HandoffAction> leadingTo(HandoffState column) {
        return Arrays.stream(values()).filter(each -> each.leadsTo == column && each != ASK && each != TAKE_OVER).findFirst();
    }
}
