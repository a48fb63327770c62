-- What a ticket left in memory was forgotten: no memory learns again from its subject and its messages up to `position`.
CREATE TABLE forgotten_memory (
    ticket   TEXT   PRIMARY KEY REFERENCES ticket (id),
    position BIGINT NOT NULL
);
