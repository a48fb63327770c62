package acquaint.casework;

import acquaint.privacy.Kind;
import acquaint.privacy.PersonalData;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.SettingsFile;
import java.io.IOException;

/** What is masked, as the team chose. Safe for several threads; only {@link #use} blocks. */
public final class PrivacyRules {

    private final SettingsFile file;
    private final Permissions permissions;
    private volatile PrivacyChoice chosen;
    private volatile PersonalData rules;

    public PrivacyRules(PrivacyChoice chosen, SettingsFile file, Permissions permissions) {
        this.file = file;
        this.permissions = permissions;
        this.chosen = chosen;
        this.rules = rules(chosen);
    }

    private static PersonalData rules(PrivacyChoice choice) {
        return new PersonalData(choice.regions(), choice.names());
    }

    public PrivacyChoice current() {
        return chosen;
    }

    public PersonalData rules() {
        return rules;
    }

    /** What a memory is told of a text: none is told a secret, and one {@code elsewhere} what the team lets it be told. */
    public String remembered(String text, boolean elsewhere) {
        return switch (elsewhere ? chosen.remoteMemory() : PrivacyChoice.Guard.SECRETS) {
            case OFF -> text;
            case SECRETS -> rules.without(text, Kind::secret);
            case ALL -> rules.without(text, _ -> true);
        };
    }

    /** A text without any personal data, for a model that nothing is put back from. */
    public String masked(String text) {
        return rules.without(text, _ -> true);
    }

    /** Rules that are not in use, for trying them. */
    public PersonalData tried(PrivacyChoice choice) {
        return rules(choice);
    }

    /** Takes effect for all that is sent from now on. A choice that cannot be saved changes nothing. */
    public void use(PrivacyChoice next) throws IOException {
        permissions.require(Permission.CHANGE_PRIVACY);
        file.change(all -> all.withPrivacy(next));
        chosen = next;
        rules = rules(next);
    }
}
