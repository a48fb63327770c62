-- What the embedded memory keeps. The search index is made of these tables and can be made again.

-- One thing said. `sequence` is the order in which memory heard it, over all customers; `space` names the model that
-- was asked for `vector`, and is null until it was; it has none for what is in a language that it does not know. `vector`
-- has 8 bits a dimension. `language` (ISO 639-1, or 'other') is null where it could not be told.
CREATE TABLE message (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key      TEXT    NOT NULL UNIQUE,
    customer TEXT    NOT NULL,
    session  TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    speaker  TEXT    NOT NULL,
    author   TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    language TEXT,
    space    TEXT,
    vector   BLOB
);
CREATE INDEX message_of_session ON message (customer, session, sequence);
CREATE INDEX message_without_vector ON message (sequence) WHERE space IS NULL;

-- What happened in a session, or in one part of it: from the message with the sequence `first` to that with `last`. One that is
-- closed is not told anew when the session goes on: a boundary was met after it.
CREATE TABLE episode (
    id             TEXT    PRIMARY KEY,
    customer       TEXT    NOT NULL,
    session        TEXT    NOT NULL,
    first          INTEGER NOT NULL,
    last           INTEGER NOT NULL,
    closed         INTEGER NOT NULL,
    began          TEXT    NOT NULL,
    ended          TEXT    NOT NULL,
    millis         INTEGER NOT NULL,
    subject        TEXT    NOT NULL,
    summary        TEXT    NOT NULL,
    narrative      TEXT    NOT NULL,
    participants   TEXT    NOT NULL,
    outcome_kind   TEXT    NOT NULL,
    outcome        TEXT    NOT NULL,
    outcome_source TEXT,
    sources        TEXT    NOT NULL,
    space          TEXT,
    vector         BLOB
);
CREATE INDEX episode_of_customer ON episode (customer, millis);
CREATE INDEX episode_of_session ON episode (customer, session, last);
CREATE INDEX episode_without_vector ON episode (id) WHERE space IS NULL;

-- What an episode states, sentence by sentence.
CREATE TABLE fact (
    episode TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    text    TEXT    NOT NULL,
    source  TEXT,
    PRIMARY KEY (episode, number)
) WITHOUT ROWID;

-- One profile item as it was heard in one episode, or as an agent corrected it (without an episode).
CREATE TABLE item (
    key       TEXT    PRIMARY KEY,
    item      TEXT    NOT NULL,
    customer  TEXT    NOT NULL,
    session   TEXT,
    episode   TEXT,
    kind      TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    evidence  TEXT    NOT NULL,
    source    TEXT,
    at        TEXT    NOT NULL,
    corrected INTEGER NOT NULL
);
CREATE INDEX item_of_customer ON item (customer, item);
CREATE INDEX item_of_episode ON item (episode);

-- What an agent said of an item besides correcting it.
CREATE TABLE mark (
    customer TEXT    NOT NULL,
    item     TEXT    NOT NULL,
    pinned   INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    PRIMARY KEY (customer, item)
) WITHOUT ROWID;

-- Hashes of what was forgotten: a message does not come back, an item is not learned from anything up to `sequence`. They
-- also tell what is to be taken out of older copies of this file.
CREATE TABLE forgotten (
    key      TEXT    PRIMARY KEY,
    sequence INTEGER NOT NULL
);

-- What the index has yet to take over, in this order; a key that is in no table is to be taken out of it.
CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key    TEXT    NOT NULL
);

-- One row: which file this is, so that an index made of another is known as such; and whether something was forgotten
-- whose traces in the index and in the log, or in older copies of this file, are not overwritten yet.
CREATE TABLE identity (
    id            TEXT    NOT NULL,
    erasing       INTEGER NOT NULL,
    copies_behind INTEGER NOT NULL
);
INSERT INTO identity (id, erasing, copies_behind) VALUES (lower(hex(randomblob(16))), 0, 0);

-- What other programs keep here by way of the EverOS API and the desk has no use for: names of senders, tags, ratings.
-- `about` is the episode or the customer that it goes with when that is forgotten.
CREATE TABLE note (
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    about TEXT NOT NULL,
    json  TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX note_about ON note (about);
