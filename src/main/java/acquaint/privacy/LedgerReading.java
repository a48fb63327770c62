package acquaint.privacy;

import acquaint.model.TicketId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks calls up in a ledger, from the end, so that each is met after its ending. A line that was changed is passed over. */
final class LedgerReading {

    private final LedgerFile file;

    LedgerReading(LedgerFile file) {
        this.file = file;
    }

    Optional<LedgerEntry> entry(long number) throws IOException {
        return find(line -> line.number() == number, line -> line.number() <= number, 1).stream().findFirst();
    }

    List<LedgerEntry> entries(TicketId ticket, int most) throws IOException {
        return find(line -> line.json().path("ticket").asText().equals(ticket.value()), line -> false, most);
    }

    private List<LedgerEntry> find(Predicate<LedgerLine> wanted, Predicate<LedgerLine> enough, int most) throws IOException {
        var found = new ArrayList<LedgerEntry>();
        Map<Long, LedgerLine> endings = new HashMap<>();
        if (most < 1 || !file.exists()) {
            return found;
        }
        try (var lines = new LinesFromEnd(file.path())) {
            for (Optional<byte[]> bytes = lines.next(); bytes.isPresent() && found.size() < most; bytes = lines.next()) {
                Optional<LedgerLine> line = LedgerLine.read(bytes.get()).filter(LedgerLine::fits);
                if (line.isEmpty()) {
                    continue;
                }
                if (line.get().is(LedgerWords.ENDED)) {
                    endings.putIfAbsent(line.get().json().path("of").asLong(), line.get());
                } else if (line.get().is(LedgerWords.SENDING) && wanted.test(line.get())) {
                    found.add(entry(line.get(), Optional.ofNullable(endings.get(line.get().number()))));
                }
                if (enough.test(line.get())) {
                    break;
                }
            }
        }
        return found;
    }

    private static LedgerEntry entry(LedgerLine sent, Optional<LedgerLine> ended) {
        return new LedgerEntry(sent.number(), sent.time(), LedgerWords.sending(sent.json()),
                ended.map(line -> LedgerWords.ending(line.json())), ended.map(LedgerLine::time));
    }
}
