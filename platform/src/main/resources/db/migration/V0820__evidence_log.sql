-- The log this database belongs to, remembered at the first start: a data folder with another key is another log's.
CREATE TABLE evidence_log (
    origin        text PRIMARY KEY,
    verifier_key  text NOT NULL,
    first_opened  timestamptz NOT NULL
);
