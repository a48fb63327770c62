-- Ids are text, times are milliseconds since 1970 in UTC.

CREATE TABLE customer (
    id     TEXT PRIMARY KEY,
    name   TEXT   NOT NULL,
    tier   TEXT,
    city   TEXT,
    since  BIGINT NOT NULL,
    -- Name, id and addresses, in lower case and without accents: what a search for customers looks at.
    search TEXT   NOT NULL
);

CREATE TABLE customer_address (
    kind     TEXT   NOT NULL,
    value    TEXT   NOT NULL,
    customer TEXT   NOT NULL REFERENCES customer (id),
    ordinal  BIGINT NOT NULL,
    PRIMARY KEY (kind, value)
);
CREATE INDEX customer_address_of ON customer_address (customer, ordinal);

-- What the queue shows of a ticket's messages stands in the ticket, so that a row of the queue costs one read.
CREATE TABLE ticket (
    id                     TEXT PRIMARY KEY,
    customer               TEXT   NOT NULL REFERENCES customer (id),
    subject                TEXT   NOT NULL,
    channel                TEXT   NOT NULL,
    status                 TEXT   NOT NULL,
    priority               TEXT   NOT NULL,
    assignee               TEXT,
    created_at             BIGINT NOT NULL,
    updated_at             BIGINT NOT NULL,
    waiting_since          BIGINT,
    last_position          BIGINT NOT NULL,
    last_at                BIGINT NOT NULL,
    last_kind              TEXT   NOT NULL,
    preview                TEXT   NOT NULL,
    last_customer_position BIGINT NOT NULL,
    version                BIGINT NOT NULL
);
CREATE INDEX ticket_of_customer ON ticket (customer, last_at);
CREATE INDEX ticket_open ON ticket (last_at, id) WHERE status <> 'CLOSED';
CREATE INDEX ticket_closed ON ticket (last_at, id) WHERE status = 'CLOSED';

CREATE TABLE ticket_tag (
    ticket  TEXT   NOT NULL REFERENCES ticket (id),
    ordinal BIGINT NOT NULL,
    tag     TEXT   NOT NULL,
    PRIMARY KEY (ticket, ordinal)
);

CREATE TABLE message (
    ticket   TEXT   NOT NULL REFERENCES ticket (id),
    position BIGINT NOT NULL,
    id       TEXT   NOT NULL UNIQUE,
    kind     TEXT   NOT NULL,
    author   TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    text     TEXT   NOT NULL,
    delivery TEXT   NOT NULL,
    PRIMARY KEY (ticket, position)
);

-- What is needed to take back a reply that is still held.
CREATE TABLE held (
    message       TEXT PRIMARY KEY,
    status_before TEXT NOT NULL,
    status_after  TEXT NOT NULL,
    waiting_since BIGINT,
    closing_event TEXT
);

CREATE TABLE draft (
    ticket   TEXT   NOT NULL REFERENCES ticket (id),
    mode     TEXT   NOT NULL,
    text     TEXT   NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (ticket, mode)
);

CREATE TABLE seen (
    ticket   TEXT   NOT NULL REFERENCES ticket (id),
    agent    TEXT   NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (ticket, agent)
);

CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket     TEXT   NOT NULL REFERENCES ticket (id),
    customer   TEXT   NOT NULL REFERENCES customer (id),
    message    TEXT   NOT NULL,
    lane       TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    payload    TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    not_before BIGINT NOT NULL,
    next_try   BIGINT NOT NULL,
    attempts   BIGINT NOT NULL,
    last_error TEXT
);
CREATE INDEX outbox_due ON outbox (lane, next_try, id) WHERE state = 'WAITING';
CREATE INDEX outbox_lane ON outbox (ticket, lane, id) WHERE state IN ('WAITING', 'RUNNING', 'UNCERTAIN', 'FAILED');
CREATE INDEX outbox_running ON outbox (id) WHERE state = 'RUNNING';
CREATE INDEX outbox_of_customer ON outbox (customer, lane) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX outbox_of_message ON outbox (message);

CREATE TABLE audit (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       BIGINT NOT NULL,
    who      TEXT   NOT NULL,
    what     TEXT   NOT NULL,
    ticket   TEXT,
    customer TEXT,
    before   TEXT,
    after    TEXT
);
CREATE INDEX audit_of_ticket ON audit (ticket, id);

CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
