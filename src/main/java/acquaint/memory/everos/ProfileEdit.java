package acquaint.memory.everos;

import java.util.Optional;

/** A change of one profile item. {@code reason} is at most 256 characters. */
public record ProfileEdit(String userId, Action action, EverOsItem.Type type, Optional<String> itemId, String label, String description, String reason) {

    public enum Action { ADD, UPDATE, DELETE }

    /** What became of it: the item's id afterwards, or why it was refused. */
    public record Outcome(boolean applied, Optional<String> itemId, Optional<String> error) {}
}
