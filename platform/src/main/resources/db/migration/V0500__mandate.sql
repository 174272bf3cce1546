-- The chain of mandate. A link's terms are its contract: canonical JSON, hashed, signed by the parties. A row of mandate
-- never changes; what happens to the link stands in mandate_status, one row per step, the latest last.
CREATE TABLE mandate (
    id             text PRIMARY KEY,
    kind           text NOT NULL,
    parent         text REFERENCES mandate,
    product        text,
    grantor        text NOT NULL REFERENCES organisation,
    grantee        text NOT NULL REFERENCES organisation,
    contract       text NOT NULL,
    contract_hash  text NOT NULL,
    document       text,
    entered_by     text NOT NULL REFERENCES officer,
    entered_for    text NOT NULL REFERENCES organisation,
    CHECK (grantor <> grantee OR kind = 'SCHEME')
);
CREATE INDEX mandate_parent ON mandate (parent);

CREATE TABLE mandate_status (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    mandate     text NOT NULL REFERENCES mandate,
    state       text NOT NULL CHECK (state IN ('ENTERED', 'CONFIRMED', 'SIGNED', 'SUSPENDED', 'TERMINATED')),
    at          timestamptz NOT NULL,
    legal_date  date NOT NULL,
    party       text NOT NULL REFERENCES organisation,
    officer     text NOT NULL REFERENCES officer,
    reason      text NOT NULL,
    document    text
);
CREATE INDEX mandate_status_mandate ON mandate_status (mandate, id);

CREATE TABLE mandate_signature (
    id          text PRIMARY KEY,
    mandate     text NOT NULL REFERENCES mandate,
    party       text NOT NULL REFERENCES organisation,
    officer     text NOT NULL REFERENCES officer,
    suite       text NOT NULL,
    signature   text NOT NULL,
    signed_at   timestamptz NOT NULL,
    UNIQUE (mandate, party)
);
