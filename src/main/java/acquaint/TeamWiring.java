package acquaint;

import acquaint.casework.HandoffTargets;
import acquaint.casework.Members;
import acquaint.casework.Permissions;
import acquaint.casework.PrivacyRules;
import acquaint.casework.SendRules;
import acquaint.settings.Supervision;

/** Who works at a desk, what each may do, and what a supervisor has chosen for all of them. */
record TeamWiring(Permissions permissions, Members members, SendRules sendRules, HandoffTargets targets, PrivacyRules privacy) {

    /** Signs in whom the settings name. */
    static TeamWiring of(OpenedDesk at) {
        Permissions permissions = Members.enter(at.desk(), at.clock(), at.agent(), at.settings().role());
        Supervision chosen = at.settings().supervision();
        return new TeamWiring(permissions, new Members(at.desk(), at.clock(), permissions, at.file()), new SendRules(chosen, at.file(), permissions),
                new HandoffTargets(chosen, at.file(), permissions), new PrivacyRules(at.settings().privacy(), at.file(), permissions));
    }
}
