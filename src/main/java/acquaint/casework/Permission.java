package acquaint.casework;

import acquaint.model.Role;

/** What not everybody at the desk may do, with the least role that may. What is not named here is open to all. */
public enum Permission {
    /** See all handed-over tickets at once. */
    SEE_BOARD(Role.SUPERVISOR),
    /** Accept, return and decide what was handed over, ask about it, and let it wait. */
    REVIEW_HANDOFFS(Role.SUPERVISOR),
    /** Give a handed-over ticket to somebody else, or take it from them. */
    REASSIGN_HANDOFFS(Role.SUPERVISOR),
    /** Answer for the agent who handed a ticket over, or take it back for them. */
    ANSWER_FOR_OTHERS(Role.SUPERVISOR),
    /** See and release replies that are held for a second person. */
    REVIEW_REPLIES(Role.SUPERVISOR),
    SEE_FIGURES(Role.SUPERVISOR),
    REPORT_DRAFTS(Role.SUPERVISOR),
    /** Make an incident of like reports, change it, and write to all of its customers. */
    LEAD_INCIDENTS(Role.SUPERVISOR),
    /** Mark what somebody else promised as kept, withdraw it, or give it another time. */
    KEEP_PROMISES_OF_OTHERS(Role.SUPERVISOR),
    /** Have all forgotten that is remembered of a ticket or a customer. */
    FORGET_CUSTOMERS(Role.SUPERVISOR),
    GRANT_ROLES(Role.ADMIN),
    CHANGE_SEND_RULES(Role.ADMIN),
    CHANGE_MEMORY(Role.ADMIN),
    CHANGE_SHARING(Role.ADMIN),
    CHANGE_MODEL(Role.ADMIN),
    CHANGE_PRIVACY(Role.ADMIN),
    CHANGE_PROMPT(Role.ADMIN);

    private final Role least;

    Permission(Role least) {
        this.least = least;
    }

    /** The least role that has it. */
    public Role least() {
        return least;
    }
}
