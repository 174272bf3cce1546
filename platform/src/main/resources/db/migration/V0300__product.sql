-- The product list (R073, R076) and what stands in a product's file before it may go live (R074, Q11, R127).
CREATE TABLE product (
    code     text PRIMARY KEY,
    version  integer NOT NULL CHECK (version > 0)
);

CREATE TABLE product_version (
    id           text PRIMARY KEY,
    product      text NOT NULL REFERENCES product,
    version      integer NOT NULL,
    sha256       text NOT NULL,
    declaration  text NOT NULL,
    declared_at  timestamptz NOT NULL,
    UNIQUE (product, version)
);

-- Each paper in a product's file is a row of its own; the latest of a kind counts.
CREATE TABLE registration_application (
    id            text PRIMARY KEY,
    product       text NOT NULL REFERENCES product,
    n             integer NOT NULL CHECK (n > 0),
    registrar     text NOT NULL,
    document      text NOT NULL,
    applied_on    date NOT NULL,
    organisation  text NOT NULL,
    officer       text NOT NULL,
    filed_at      timestamptz NOT NULL,
    UNIQUE (product, n)
);

CREATE TABLE legal_gate (
    id               text PRIMARY KEY,
    product          text NOT NULL REFERENCES product,
    n                integer NOT NULL CHECK (n > 0),
    licence_needed   boolean NOT NULL,
    opinion          text NOT NULL,
    document         text NOT NULL,
    organisation     text NOT NULL,
    officer          text NOT NULL,
    filed_at         timestamptz NOT NULL,
    UNIQUE (product, n)
);

CREATE TABLE trial_price (
    id            text PRIMARY KEY,
    product       text NOT NULL REFERENCES product,
    n             integer NOT NULL CHECK (n > 0),
    fen           bigint NOT NULL CHECK (fen > 0),
    meter         text NOT NULL,
    document      text NOT NULL,
    organisation  text NOT NULL,
    officer       text NOT NULL,
    filed_at      timestamptz NOT NULL,
    UNIQUE (product, n)
);

CREATE TRIGGER product_version_is_final BEFORE UPDATE OR DELETE ON product_version
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER registration_application_is_final BEFORE UPDATE OR DELETE ON registration_application
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER legal_gate_is_final BEFORE UPDATE OR DELETE ON legal_gate
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER trial_price_is_final BEFORE UPDATE OR DELETE ON trial_price
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
