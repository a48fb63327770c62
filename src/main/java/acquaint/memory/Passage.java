package acquaint.memory;

import acquaint.model.SessionId;

/** Something said in another session that matches the matter at hand, word for word or in meaning. */
public record Passage(SessionId session, Utterance utterance, double score, FoundBy foundBy) {}
