package acquaint.brief;

import acquaint.model.Risk;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the receiver of a ticket has to know, in parts of lines. Parts without lines are not in {@code lines}; the order is that of {@link BriefPart}.
 * {@code writing} is there when a language model put some of it into words. Immutable: an edit returns another one.
 */
public record Brief(TicketId ticket, Instant writtenAt, Map<BriefPart, List<BriefLine>> lines, Optional<DraftReply.Writing> writing) {

    public Brief {
        var kept = new EnumMap<BriefPart, List<BriefLine>>(BriefPart.class);
        lines.forEach((part, all) -> {
            if (!all.isEmpty()) {
                kept.put(part, List.copyOf(all));
            }
        });
        lines = Collections.unmodifiableMap(kept);
    }

    /** The lines of one part; none where there is nothing to say. */
    public List<BriefLine> of(BriefPart part) {
        return lines.getOrDefault(part, List.of());
    }

    /** The risks that its lines name, by their names in any language that briefs are written in. */
    public Set<Risk> risks() {
        return Stream.of(Risk.values()).filter(risk -> of(BriefPart.RISK).stream().anyMatch(line -> line.detail().filter(detail -> BriefWords.names(detail, risk)).isPresent()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Risk.class)));
    }

    /** The same brief with other lines in one part. */
    public Brief with(BriefPart part, List<BriefLine> next) {
        var changed = new EnumMap<BriefPart, List<BriefLine>>(BriefPart.class);
        changed.putAll(lines);
        changed.put(part, next);
        return new Brief(ticket, writtenAt, changed, writing);
    }
}
