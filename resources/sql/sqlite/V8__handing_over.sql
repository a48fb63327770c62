-- Each time that a ticket was handed over, by the id that the one pressing gave it: pressing twice is answered by what the first press did.
CREATE TABLE handing_over (
    request TEXT PRIMARY KEY,
    handoff TEXT   NOT NULL REFERENCES handoff (id),
    -- Counts the times that this handoff was handed over, from 1.
    round   BIGINT NOT NULL
);
CREATE INDEX handing_over_of ON handing_over (handoff, round);
INSERT INTO handing_over (request, handoff, round) SELECT id, id, 1 FROM handoff;

-- The briefs of those that were handed over again, as they were before.
CREATE TABLE former_brief (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    handoff TEXT NOT NULL REFERENCES handoff (id),
    json    TEXT NOT NULL
);
CREATE INDEX former_brief_of ON former_brief (handoff, id);

-- Tickets that were taken out of an incident, so that its group does not bring them back.
CREATE TABLE incident_unlinked (
    incident BIGINT NOT NULL REFERENCES incident (id),
    ticket   TEXT   NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (incident, ticket)
);
