package acquaint.brief;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The gate of a handoff: a receiver must not have to ask again what was wanted, tried and promised. That nothing was is a line, too. */
public final class BriefQuality {

    /** The parts without which no brief is handed over, but for a reason. */
    public static final List<BriefPart> NEEDED = List.of(BriefPart.ISSUE, BriefPart.TRIED, BriefPart.PROMISED);

    private BriefQuality() {}

    /** The needed parts that say nothing, in their order; empty for a brief that may go. */
    public static Set<BriefPart> missing(Brief brief) {
        var missing = EnumSet.noneOf(BriefPart.class);
        NEEDED.stream().filter(part -> brief.of(part).isEmpty()).forEach(missing::add);
        return Collections.unmodifiableSet(missing);
    }
}
