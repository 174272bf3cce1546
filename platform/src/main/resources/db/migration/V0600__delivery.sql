-- What the product door asks for: keys of consumers, consents and opt-outs of data subjects.
CREATE TABLE api_key (
    id            text PRIMARY KEY,
    key_hash      bytea NOT NULL UNIQUE,
    subscription  text NOT NULL REFERENCES mandate,
    party         text NOT NULL REFERENCES organisation,
    valid_until   date NOT NULL,
    issued_by     text NOT NULL REFERENCES officer,
    issued_at     timestamptz NOT NULL,
    revoked_at    timestamptz
);

-- Whom an officer with the role data subject speaks for: themselves, or the firm they represent.
-- The blind makes the hash that an act leaves of such a row unguessable: an identity number alone could be tried out.
CREATE TABLE represented_subject (
    officer       text PRIMARY KEY REFERENCES officer,
    subject_kind  text NOT NULL,
    subject_id    text NOT NULL,
    blind         uuid NOT NULL DEFAULT gen_random_uuid()
);

CREATE TABLE consent (
    id            text PRIMARY KEY,
    subject_kind  text NOT NULL,
    subject_id    text NOT NULL,
    purpose       text NOT NULL,
    recipient     text NOT NULL REFERENCES organisation,
    text_version  text NOT NULL,
    channel       text NOT NULL CHECK (channel IN ('OWN_SIGN_IN', 'BROUGHT_BY_RECIPIENT')),
    proof_hash    text,
    sampled       boolean NOT NULL DEFAULT false,
    valid_until   date NOT NULL,
    given_at      timestamptz NOT NULL,
    given_by      text NOT NULL REFERENCES officer,
    withdrawn_at  timestamptz,
    blind         uuid NOT NULL DEFAULT gen_random_uuid(),
    CHECK (channel = 'OWN_SIGN_IN' OR proof_hash IS NOT NULL)
);
CREATE INDEX consent_lookup ON consent (subject_kind, subject_id, purpose, recipient, given_at DESC);

-- A data subject's no: left out of aggregates and training (PIPL art. 44).
CREATE TABLE opt_out (
    id            text PRIMARY KEY,
    subject_kind  text NOT NULL,
    subject_id    text NOT NULL,
    made_at       timestamptz NOT NULL,
    made_by       text NOT NULL REFERENCES officer,
    withdrawn_at  timestamptz,
    blind         uuid NOT NULL DEFAULT gen_random_uuid()
);
CREATE UNIQUE INDEX opt_out_live ON opt_out (subject_kind, subject_id) WHERE withdrawn_at IS NULL;
