-- An effect may be with the other side for a while, fail for a reason that a person can mend, and come to something.
ALTER TABLE outbox ADD COLUMN error_kind TEXT;
ALTER TABLE outbox ADD COLUMN outcome TEXT;

DROP INDEX outbox_due;
DROP INDEX outbox_lane;
DROP INDEX outbox_of_customer;
CREATE INDEX outbox_due ON outbox (lane, next_try, id) WHERE state IN ('WAITING', 'QUEUED', 'EXTRACTED');
CREATE INDEX outbox_lane ON outbox (ticket, lane, id) WHERE state IN ('WAITING', 'RUNNING', 'QUEUED', 'UNCERTAIN', 'FAILED');
CREATE INDEX outbox_unfinished_of_customer ON outbox (customer, lane, id)
    WHERE state IN ('WAITING', 'RUNNING', 'QUEUED', 'EXTRACTED', 'UNCERTAIN', 'FAILED');

-- What was handed to a memory service, by the space it was handed to: the service cannot tell a repeated message.
CREATE TABLE memory_handed (
    space    TEXT   NOT NULL,
    customer TEXT   NOT NULL,
    session  TEXT   NOT NULL,
    message  TEXT   NOT NULL,
    ordinal  BIGINT NOT NULL,
    speaker  TEXT   NOT NULL,
    author   TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    sent_at  BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    -- Kept only until it is part of an episode at the service.
    text     TEXT,
    stage    TEXT   NOT NULL,
    task     TEXT,
    PRIMARY KEY (space, customer, session, message)
);
CREATE INDEX memory_handed_order ON memory_handed (space, customer, session, ordinal);
CREATE INDEX memory_handed_unsettled ON memory_handed (space, customer, session, ordinal) WHERE stage IN ('SENDING', 'QUEUED');
CREATE INDEX memory_handed_buffered ON memory_handed (space, customer, ordinal) WHERE stage = 'BUFFERED';

-- The agents' word on what a memory service knows.
CREATE TABLE memory_correction (
    space    TEXT   NOT NULL,
    customer TEXT   NOT NULL,
    item     TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    former   TEXT   NOT NULL,
    text     TEXT   NOT NULL,
    evidence TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (space, customer, item)
);
CREATE TABLE memory_forgotten (
    space    TEXT   NOT NULL,
    customer TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    mark     TEXT   NOT NULL,
    detail   TEXT   NOT NULL,
    PRIMARY KEY (space, customer, kind, mark)
);

-- How far the desk's history was copied to an engine: tickets are copied in the order of their last change.
CREATE TABLE memory_copy (
    target         TEXT PRIMARY KEY,
    updated_at     BIGINT NOT NULL,
    ticket         TEXT   NOT NULL,
    tickets_copied BIGINT NOT NULL,
    finished       BIGINT NOT NULL
);
CREATE INDEX ticket_changed ON ticket (updated_at, id);

CREATE INDEX outbox_flush_of_ticket ON outbox (ticket, id) WHERE kind = 'FLUSH';
