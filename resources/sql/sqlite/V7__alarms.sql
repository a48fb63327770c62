-- Tickets whose group was put away as no alarm, and until when it raises none.
CREATE TABLE alarm_dismissed (
    ticket     TEXT PRIMARY KEY REFERENCES ticket (id),
    until_time BIGINT NOT NULL
);
