-- Organisations, officers and access grants are written by acts only (reconciliation compares each row with its act), so
-- the failures of a sign-in, which no act makes, stand apart from the officer.
CREATE TABLE sign_in_failure (
    officer       text PRIMARY KEY REFERENCES officer,
    failed        integer NOT NULL,
    paused_until  timestamptz
);
INSERT INTO sign_in_failure (officer, failed, paused_until)
SELECT id, failed, paused_until FROM officer WHERE failed > 0 OR paused_until IS NOT NULL;
ALTER TABLE officer DROP COLUMN failed, DROP COLUMN paused_until;
