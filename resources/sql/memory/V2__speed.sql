-- One customer's vectors in one piece, newest last: read without a look into each row.
CREATE INDEX message_vector ON message (customer, space, sequence, key, session, vector) WHERE vector IS NOT NULL;
CREATE INDEX episode_vector ON episode (customer, space, millis, id, session, vector) WHERE vector IS NOT NULL;

-- The model and length that all vectors are of, once those of others were taken out; then no start need look for them again.
ALTER TABLE identity ADD COLUMN space TEXT;
