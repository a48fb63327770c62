package acquaint.casework.diagnostics;

import acquaint.model.Member;
import acquaint.store.Desk;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words of all names that a desk knows: of customers, agents and members, and who is signed in to this computer. Immutable; any thread. */
final class KnownNames {

    /** Shorter ones are words of the log more often than names. */
    private static final int SHORTEST = 3;

    private final Set<String> words = new HashSet<>();

    private KnownNames() {}

    /** Reads all customers. Blocks. */
    static KnownNames of(Desk desk, Collection<String> others) {
        var names = new KnownNames();
        others.forEach(names::add);
        desk.read(session -> {
            session.customers().names(names::add);
            session.tickets().assignees().forEach(names::add);
            session.members().all().stream().map(Member::name).forEach(names::add);
            return null;
        });
        return names;
    }

    private void add(String name) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
            if (word.length() >= SHORTEST) {
                words.add(word);
            }
        }
    }

    boolean isWord(String word) {
        return words.contains(word);
    }
}
