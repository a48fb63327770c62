package acquaint.memory.local;

import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;

/** Something said, with its place in the order of all that memory was told. */
record Said(long sequence, String key, CustomerId customer, SessionId session, Utterance utterance) {}
