-- An update is known by its words, whoever sends it and wherever it was begun.
ALTER TABLE incident_update DROP COLUMN name;
