-- What this database is. A demo's database never becomes an office's: its log says demo in its origin.
CREATE TABLE installation (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    mode        text NOT NULL CHECK (mode IN ('demo', 'office')),
    created_at  timestamptz NOT NULL
);
