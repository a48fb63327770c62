-- Updates to all of an incident that are being written, one a member. The name is that of the update: sending under the same name reaches no ticket twice.
CREATE TABLE incident_update (
    incident BIGINT NOT NULL REFERENCES incident (id),
    member   TEXT   NOT NULL,
    name     TEXT   NOT NULL,
    words    TEXT   NOT NULL,
    PRIMARY KEY (incident, member)
);
