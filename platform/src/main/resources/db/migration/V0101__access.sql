-- Organisations, officers, access grants and sessions (R087, I08).
CREATE TABLE organisation (
    id           text PRIMARY KEY,
    name         text NOT NULL,
    name_en      text NOT NULL,
    credit_code  text UNIQUE,
    created_at   timestamptz NOT NULL
);

CREATE TABLE officer (
    id            text PRIMARY KEY,
    user_name     text NOT NULL UNIQUE,
    display_name  text NOT NULL,
    organisation  text NOT NULL REFERENCES organisation,
    roles         text[] NOT NULL CHECK (cardinality(roles) > 0),
    password_hash text NOT NULL,
    failed        integer NOT NULL DEFAULT 0,
    paused_until  timestamptz,
    created_at    timestamptz NOT NULL
);

-- An officer may do nothing without a grant that says what for and until when (R087). Both days inclusive on paper:
-- valid_until is the first day no longer valid.
CREATE TABLE access_grant (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer      text NOT NULL REFERENCES officer,
    purpose      text NOT NULL,
    valid_from   date NOT NULL,
    valid_until  date NOT NULL CHECK (valid_until > valid_from),
    granted_by   text NOT NULL,
    granted_at   timestamptz NOT NULL
);
CREATE INDEX access_grant_officer ON access_grant (officer);

-- Only the hash of a token is kept.
CREATE TABLE officer_session (
    token_hash  bytea PRIMARY KEY,
    officer     text NOT NULL REFERENCES officer,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL
);

-- The one-time code that lets the first administrator in; the row goes when it is used.
CREATE TABLE setup_code (
    code_hash   bytea PRIMARY KEY,
    created_at  timestamptz NOT NULL
);
