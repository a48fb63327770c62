package acquaint.privacy;

import acquaint.model.TicketId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The masking of each ticket that is worked on, so that its placeholders stay the same from draft to draft. In memory only; safe for several threads. */
public final class Maskings {

    private static final int KEPT = 100;

    private final Supplier<PersonalData> rules;
    private final Map<TicketId, Masking> maskings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketId, Masking> eldest) {
            return size() > KEPT;
        }
    };
    private PersonalData used;

    /** {@code rules} are asked for each time; when they change, placeholders begin anew. */
    public Maskings(Supplier<PersonalData> rules) {
        this.rules = rules;
    }

    public synchronized Masking of(TicketId ticket) {
        PersonalData now = rules.get();
        if (now != used) {
            maskings.clear();
            used = now;
        }
        return maskings.computeIfAbsent(ticket, _ -> new Masking(now));
    }
}
