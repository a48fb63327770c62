package acquaint.memory.everos.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything that the server holds. Guarded by itself. */
final class State {

    /** Work that is done later: what was accepted and is not in its buffer yet. */
    static final class Task {
        final String id;
        final String session;
        final List<Spoken> messages;
        final long doneAt;
        boolean done;

        Task(String id, String session, List<Spoken> messages, long doneAt) {
            this.id = id;
            this.session = session;
            this.messages = messages;
            this.doneAt = doneAt;
        }
    }

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Speech speech;
    final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, List<Spoken>> buffers = new LinkedHashMap<>();
    private final List<Spoken> accepted = new ArrayList<>();
    private final Map<String, List<Integer>> flushes = new HashMap<>();
    final List<Cell> cells = new ArrayList<>();
    final Map<String, List<Item>> profiles = new HashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    State(Speech speech) {
        this.speech = speech;
    }

    String number(String prefix) {
        return prefix + String.format(Locale.ROOT, "%024x", numbers.incrementAndGet());
    }

    private String key(String user, String session) {
        return speech.speaksV1() ? user + "\n" + session : session;
    }

    synchronized void accept(String user, String session, List<Spoken> messages) {
        accepted.addAll(messages);
        buffers.computeIfAbsent(key(user, session), _ -> new ArrayList<>()).addAll(messages);
    }

    synchronized Task queue(String id, String session, List<Spoken> messages, long doneAt) {
        var task = new Task(id, session, messages, doneAt);
        tasks.put(id, task);
        return task;
    }

    /** Does what is due of that which was queued. */
    synchronized void work(long now) {
        for (Task task : tasks.values()) {
            if (!task.done && task.doneAt <= now) {
                task.done = true;
                accept(task.messages.getFirst().user(), task.session, task.messages);
            }
        }
    }

    synchronized boolean flush(String user, String session, long searchableAt) {
        flushes.computeIfAbsent(session, _ -> new ArrayList<>())
                .add((int) accepted.stream().filter(m -> m.session().equals(session)).count());
        List<Spoken> buffer = buffers.remove(key(user, session));
        if (buffer == null || buffer.isEmpty()) {
            return false;
        }
        Set<String> owners = buffer.stream().filter(m -> m.role().equals("user")).map(Spoken::sender).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String owner : owners) {
            var cell = new Cell(speech.speaksV1() || speech == Speech.CLOUD_V2 ? number("") : owner + "_ep_20260301_" + String.format(Locale.ROOT, "%08d", numbers.incrementAndGet()),
                    number(""), owner, session, buffer, searchableAt);
            cells.add(cell);
            Extraction.learn(cell, profiles.computeIfAbsent(owner, _ -> new ArrayList<>()), () -> number("ei_"));
        }
        return !owners.isEmpty();
    }

    synchronized List<Spoken> buffered(String session) {
        return buffers.values().stream().flatMap(List::stream).filter(m -> m.session().equals(session)).toList();
    }

    synchronized List<Spoken> bufferedOf(String user) {
        return buffers.values().stream().flatMap(List::stream).filter(m -> m.user().equals(user)).toList();
    }

    synchronized List<Spoken> accepted(String session) {
        return accepted.stream().filter(m -> m.session().equals(session)).toList();
    }

    synchronized List<Integer> flushes(String session) {
        return List.copyOf(flushes.getOrDefault(session, List.of()));
    }

    synchronized Set<String> sessions() {
        return accepted.stream().map(Spoken::session).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    synchronized List<Cell> cells(String user) {
        return cells.stream().filter(c -> !c.deleted && c.user.equals(user)).sorted((a, b) -> b.at.compareTo(a.at)).toList();
    }

    synchronized int delete(java.util.function.Predicate<Cell> which) {
        int count = 0;
        for (Cell cell : cells) {
            if (!cell.deleted && which.test(cell)) {
                cell.deleted = true;
                count++;
            }
        }
        return count;
    }

    synchronized List<Item> profile(String user) {
        return List.copyOf(profiles.getOrDefault(user, List.of()));
    }

    /** A share of the question's words that the episode has, by half a point less where it has none: a vector finds something in anything. */
    static double score(String query, Cell cell) {
        Set<String> asked = words(query);
        Set<String> has = words(cell.narrative + " " + cell.subject);
        long shared = asked.stream().filter(has::contains).count();
        return asked.isEmpty() ? 0.1 : 0.1 + 0.9 * shared / asked.size();
    }

    static Set<String> words(String text) {
        return new HashSet<>(List.of(WORDS.split(text.toLowerCase(Locale.ROOT))));
    }
}
