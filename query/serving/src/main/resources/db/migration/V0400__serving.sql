-- Serving tables: prebuilt rows per product and lake snapshot, one row per data subject, switched by the pointer.
-- The tables themselves are made by each build as serving."<product>_<generation>"; what they hold stands in their
-- comment, so the inventory of copies also lists those that are built and not, or no longer, pointed to.
CREATE SCHEMA serving;

-- Never reused, so that a statement prepared for one table can never meet another under the same name.
CREATE SEQUENCE serving.generation AS bigint;

CREATE TABLE serving.pointer (
    product       text PRIMARY KEY,
    generation    bigint NOT NULL,
    table_name    text NOT NULL,
    subject_kind  text NOT NULL,
    columns       jsonb NOT NULL,
    snapshots     jsonb NOT NULL,
    as_of         date NOT NULL,
    built_at      timestamptz NOT NULL,
    row_count     bigint NOT NULL
);

-- One HMAC key per data subject: evidence names a subject only under it. Destroying the row unlinks every entry of
-- that subject. The lookup is itself an HMAC, so that the table does not list who there is.
CREATE TABLE serving.subject_key (
    subject_lookup  bytea PRIMARY KEY CHECK (length(subject_lookup) = 32),
    subject_kind    text NOT NULL,
    key             bytea NOT NULL CHECK (length(key) = 32)
);
