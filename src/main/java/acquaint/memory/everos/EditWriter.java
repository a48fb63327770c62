package acquaint.memory.everos;

import acquaint.memory.everos.Call.Effect;
import acquaint.memory.everos.ProfileEdit.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the change of one profile item as cloud v2 wants it: each kind of item, and of change, has fields of its own. */
final class EditWriter {

    /** The most characters of a reason. */
    private static final int LONGEST_REASON = 256;

    private EditWriter() {}

    static Call<ProfileEdit.Outcome> call(String path, String userId, ProfileEdit edit) {
        return new Body().text("user_id", userId).objects("operations", List.of(operation(edit)))
                // An item that is added twice is there twice; anything else comes to the same.
                .post(path, edit.action() == Action.ADD ? Effect.ONCE : Effect.REPEATABLE, OutcomeReader::edited);
    }

    private static Body operation(ProfileEdit edit) {
        boolean explicit = edit.type() == EverOsItem.Type.EXPLICIT;
        Body operation = new Body()
                .text("action", edit.action().name().toLowerCase(Locale.ROOT))
                .text("type", explicit ? "explicit_info" : "implicit_traits")
                .text("reason", Optional.of(edit.reason()).map(EditWriter::cut));
        if (edit.action() != Action.ADD) {
            operation.text("item_id", edit.itemId());
        }
        if (edit.action() != Action.DELETE) {
            operation.object("data", new Body()
                    .text(explicit ? "category" : "trait", Optional.of(edit.label()))
                    .text("description", Optional.of(edit.description())));
        }
        return operation;
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
