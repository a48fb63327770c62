package acquaint.ui;

import acquaint.model.TicketId;
import acquaint.reply.DraftReply.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sentences with nothing behind them that went from a draft into a reply, and for which of them the agent has answered already. JavaFX thread only.
 */
public final class AcceptedSentences {

    /** More tickets than an agent answers between two looks at one of them. */
    private static final int TICKETS = 200;

    private final Map<TicketId, Set<String>> unsupported = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketId, Set<String>> eldest) {
            return size() > TICKETS;
        }
    };
    private final Map<TicketId, Set<String>> answered = new HashMap<>();

    /** These sentences of a draft are in the reply to {@code ticket} now. */
    void add(TicketId ticket, List<Sentence> sentences) {
        sentences.stream().filter(DraftVersion::isUnsupported)
                .forEach(one -> unsupported.computeIfAbsent(ticket, _ -> new LinkedHashSet<>()).add(one.text()));
    }

    /** Those that still stand in {@code text} as they were, and that the agent has not answered for. */
    List<String> openIn(TicketId ticket, String text) {
        Set<String> done = answered.getOrDefault(ticket, Set.of());
        return unsupported.getOrDefault(ticket, Set.of()).stream().filter(text::contains).filter(one -> !done.contains(one)).toList();
    }

    /** The agent wants these sent as they are. */
    void answerFor(TicketId ticket, List<String> sentences) {
        answered.computeIfAbsent(ticket, _ -> new HashSet<>()).addAll(sentences);
    }

    /** The reply has left. */
    void forget(TicketId ticket) {
        unsupported.remove(ticket);
        answered.remove(ticket);
    }
}
