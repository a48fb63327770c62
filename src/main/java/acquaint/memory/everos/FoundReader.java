package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import acquaint.memory.everos.SearchQuery.Want;
import java.util.List;
import java.util.Set;

/** Reads what a search or a listing brought, in any dialect; lists that are missing are empty. */
final class FoundReader {

    private FoundReader() {}

    /** Only what was asked for: cloud v2 and self-hosted servers send the episodes along with everything. */
    static Found search(Answer answer, Set<Want> wanted) throws UnreadableAnswer {
        LooseObject data = LooseObject.data(answer);
        return new Found(
                wanted.contains(Want.EPISODES) ? EpisodeReader.all(data) : List.of(),
                wanted.contains(Want.PROFILE) ? ProfileReader.all(data) : List.of(),
                wanted.contains(Want.PENDING) ? PendingReader.all(data) : List.of(),
                0);
    }

    static Found listing(Answer answer) throws UnreadableAnswer {
        LooseObject data = LooseObject.data(answer);
        return new Found(EpisodeReader.all(data), ProfileReader.all(data), List.of(), data.count("total_count").orElse(0));
    }
}
