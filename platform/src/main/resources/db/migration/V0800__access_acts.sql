-- Organisations, officers and access grants are written by acts only (reconciliation compares each row with its act), so
-- the failures of a sign-in, which no act makes, stand apart. They are counted by the hash of the name that was typed,
-- whether an account has it or not: a pause tells nothing about who exists.
CREATE TABLE sign_in_failure (
    name_hash     bytea PRIMARY KEY,
    failed        integer NOT NULL,
    paused_until  timestamptz,
    last_at       timestamptz NOT NULL
);
ALTER TABLE officer DROP COLUMN failed, DROP COLUMN paused_until;

-- Access that was ended before its last day.
ALTER TABLE access_grant ADD COLUMN ended_at timestamptz;

-- A sampled consent that its subject confirmed.
ALTER TABLE consent ADD COLUMN confirmed_at timestamptz;
