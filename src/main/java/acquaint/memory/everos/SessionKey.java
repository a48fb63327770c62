package acquaint.memory.everos;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;

/** One session of one customer: sessions of two customers may have the same name. */
record SessionKey(CustomerId customer, SessionId session) {}
