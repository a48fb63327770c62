package acquaint.memory.everos;

import java.util.List;

/** A change of the tags of up to 200 episodes. Repeating it changes nothing. */
public record TagChange(Action action, List<String> episodeIds, List<String> tags) {

    public enum Action { BIND, UNBIND, REPLACE }

    public TagChange {
        episodeIds = List.copyOf(episodeIds);
        tags = List.copyOf(tags);
    }
}
