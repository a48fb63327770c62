-- What agents said of items at a memory service besides correcting them.
CREATE TABLE memory_remark (
    space    TEXT    NOT NULL,
    customer TEXT    NOT NULL,
    item     TEXT    NOT NULL,
    pinned   INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    PRIMARY KEY (space, customer, item)
);

-- Drafts that were taken out because memory was to forget what they say; older copies of the desk still hold them.
CREATE TABLE forgotten_draft (
    ticket TEXT   PRIMARY KEY,
    at     BIGINT NOT NULL
);
