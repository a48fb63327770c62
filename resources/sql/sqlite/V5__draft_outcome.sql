-- What became of proposed replies. What a proposal said (`proposed`: its sentences, a record separator between) is kept until it was compared with what was sent.
CREATE TABLE draft_outcome (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket      TEXT    NOT NULL REFERENCES ticket (id),
    -- The model's name; empty for a proposal that no model wrote.
    writer      TEXT    NOT NULL,
    shown_at    BIGINT  NOT NULL,
    state       TEXT    NOT NULL,
    ended_at    BIGINT,
    proposed    TEXT,
    sentences   BIGINT  NOT NULL,
    -- One letter a sentence: 1 where it was sent as it was proposed, 0 where not; empty until something was sent.
    survived    TEXT    NOT NULL,
    -- Words changed, added or taken out, and the words of the longer text.
    distance    BIGINT  NOT NULL,
    words       BIGINT  NOT NULL,
    wrong       TEXT,
    wrong_words TEXT
);
CREATE INDEX draft_outcome_shown ON draft_outcome (shown_at);
CREATE INDEX draft_outcome_of_ticket ON draft_outcome (ticket);
CREATE INDEX draft_outcome_text ON draft_outcome (shown_at) WHERE proposed IS NOT NULL;

-- One change that an agent made to a proposal, without personal data, until enough like ones make a lesson.
CREATE TABLE draft_edit (
    kind   TEXT   NOT NULL,
    former TEXT   NOT NULL,
    now    TEXT   NOT NULL,
    ticket TEXT   NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (kind, former, now, ticket)
);
CREATE INDEX draft_edit_of_ticket ON draft_edit (ticket);

-- A rule learned from like changes. A deleted one stays as DELETED, so that it is not learned again.
CREATE TABLE lesson (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT   NOT NULL,
    former  TEXT   NOT NULL,
    now     TEXT   NOT NULL,
    state   TEXT   NOT NULL,
    tickets BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    UNIQUE (kind, former, now)
);
