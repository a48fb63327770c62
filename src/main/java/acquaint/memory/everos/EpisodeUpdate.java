package acquaint.memory.everos;

import java.util.Optional;

/** Other words for one episode: subject up to 200, summary up to 1000, narrative up to 8000 characters; at least one. */
public record EpisodeUpdate(String episodeId, Optional<String> subject, Optional<String> summary, Optional<String> narrative) {}
