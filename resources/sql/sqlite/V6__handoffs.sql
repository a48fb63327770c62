-- Who works at this desk, and the highest role that each may sign in with.
CREATE TABLE member (
    name  TEXT PRIMARY KEY,
    role  TEXT   NOT NULL,
    since BIGINT NOT NULL
);

CREATE TABLE handoff (
    id                 TEXT PRIMARY KEY,
    ticket             TEXT   NOT NULL REFERENCES ticket (id),
    customer           TEXT   NOT NULL REFERENCES customer (id),
    from_agent         TEXT   NOT NULL,
    to_kind            TEXT   NOT NULL,
    to_name            TEXT   NOT NULL,
    cause              TEXT   NOT NULL,
    reason             TEXT   NOT NULL,
    requested_decision TEXT   NOT NULL,
    -- Names with a blank between.
    risks              TEXT   NOT NULL,
    gaps               TEXT   NOT NULL,
    gaps_reason        TEXT,
    state              TEXT   NOT NULL,
    reviewer           TEXT,
    question           TEXT,
    decision           TEXT,
    created_at         BIGINT NOT NULL,
    due_at             BIGINT NOT NULL,
    touched_at         BIGINT,
    changed_at         BIGINT NOT NULL,
    ended_at           BIGINT,
    version            BIGINT NOT NULL
);
-- A ticket has one open handoff at most.
CREATE UNIQUE INDEX handoff_open ON handoff (ticket) WHERE ended_at IS NULL;
CREATE INDEX handoff_of_ticket ON handoff (ticket, created_at);
CREATE INDEX handoff_of_customer ON handoff (customer, created_at);
CREATE INDEX handoff_created ON handoff (created_at);
CREATE INDEX handoff_ended ON handoff (ended_at) WHERE ended_at IS NOT NULL;

-- The brief as it was handed over last.
CREATE TABLE handoff_brief (
    handoff TEXT PRIMARY KEY REFERENCES handoff (id),
    json    TEXT NOT NULL
);

CREATE TABLE handoff_step (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    handoff TEXT   NOT NULL REFERENCES handoff (id),
    at      BIGINT NOT NULL,
    who     TEXT   NOT NULL,
    kind    TEXT   NOT NULL,
    words   TEXT   NOT NULL
);
CREATE INDEX handoff_step_of ON handoff_step (handoff, id);
CREATE INDEX handoff_step_at ON handoff_step (at);

-- A brief that is being written and not handed over, one for each ticket and agent.
CREATE TABLE brief_draft (
    ticket   TEXT   NOT NULL REFERENCES ticket (id),
    agent    TEXT   NOT NULL,
    json     TEXT   NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (ticket, agent)
);

CREATE TABLE promise (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket       TEXT   NOT NULL REFERENCES ticket (id),
    customer     TEXT   NOT NULL REFERENCES customer (id),
    message      TEXT   NOT NULL,
    -- The sentence's place among the promises of its message.
    ordinal      BIGINT NOT NULL,
    text         TEXT   NOT NULL,
    owner        TEXT   NOT NULL,
    made_at      BIGINT NOT NULL,
    due          BIGINT,
    state        TEXT   NOT NULL,
    ended_at     BIGINT,
    ended_by     TEXT,
    ended_reason TEXT,
    UNIQUE (message, ordinal)
);
CREATE INDEX promise_open ON promise (due) WHERE state = 'OPEN';
CREATE INDEX promise_of_ticket ON promise (ticket, made_at);
CREATE INDEX promise_of_customer ON promise (customer, made_at);

-- A reply that waits for a second person.
CREATE TABLE review (
    id       TEXT PRIMARY KEY,
    ticket   TEXT   NOT NULL REFERENCES ticket (id),
    customer TEXT   NOT NULL REFERENCES customer (id),
    author   TEXT   NOT NULL,
    text     TEXT   NOT NULL,
    seen     BIGINT NOT NULL,
    closing  BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    -- One rule a line.
    rules    TEXT   NOT NULL,
    proposed TEXT,
    -- What a reviewer has made of it and not let leave yet.
    edited   TEXT,
    state    TEXT   NOT NULL,
    reviewer TEXT,
    ended_at BIGINT,
    reason   TEXT
);
CREATE INDEX review_waiting ON review (asked_at) WHERE state = 'WAITING';
CREATE INDEX review_of_ticket ON review (ticket, asked_at);

-- One cause behind tickets of several customers.
CREATE TABLE incident (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    title     TEXT   NOT NULL,
    since     BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT   NOT NULL,
    closed_at BIGINT
);

CREATE TABLE incident_ticket (
    incident  BIGINT NOT NULL REFERENCES incident (id),
    ticket    TEXT   NOT NULL REFERENCES ticket (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (incident, ticket)
);
CREATE INDEX incident_of_ticket ON incident_ticket (ticket);

-- The newest message that the agent was called to, such as a decision: the ticket is unread until that was seen.
ALTER TABLE seen ADD COLUMN called BIGINT NOT NULL DEFAULT 0;
