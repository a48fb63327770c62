package acquaint.memory;

import acquaint.model.SessionId;

/** Something said in another session that matches the matter at hand, word for word. */
public record Passage(SessionId session, Utterance utterance, double score) {}
