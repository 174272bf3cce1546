-- The catalogue (一本账, R010, R011): data providers, annex units, items with the versions of what was declared about
-- them, publication batches (R072) and level changes (R072a).
CREATE TABLE data_provider (
    id       text PRIMARY KEY,
    name     text NOT NULL,
    name_en  text NOT NULL
);

CREATE TABLE annex_unit (
    no         integer PRIMARY KEY CHECK (no > 0),
    name       text NOT NULL,
    providers  text[] NOT NULL CHECK (cardinality(providers) > 0)
);

CREATE TABLE publication_batch (
    number        text PRIMARY KEY,
    batch_date    date NOT NULL,
    items         text NOT NULL,
    organisation  text NOT NULL,
    officer       text NOT NULL,
    published_at  timestamptz NOT NULL
);

-- level: in force now; null until the item's columns are declared. published_version: the declaration that a batch
-- published; a later version counts only once a later batch publishes it.
CREATE TABLE catalogue_item (
    id                 text PRIMARY KEY,
    unit               integer NOT NULL REFERENCES annex_unit,
    line               integer NOT NULL CHECK (line > 0),
    version            integer NOT NULL CHECK (version > 0),
    level              text,
    published_version  integer CHECK (published_version <= version),
    published_batch    text REFERENCES publication_batch,
    suspended_since    timestamptz,
    suspended_by       text,
    suspension_reason  text,
    UNIQUE (unit, line),
    CHECK ((published_version IS NULL) = (published_batch IS NULL)),
    CHECK ((suspended_since IS NULL) = (suspended_by IS NULL) AND (suspended_by IS NULL) = (suspension_reason IS NULL))
);

-- What was declared, as canonical JSON; its SHA-256 tells whether a declaration says anything new.
CREATE TABLE catalogue_item_version (
    id           text PRIMARY KEY,
    item         text NOT NULL REFERENCES catalogue_item,
    version      integer NOT NULL,
    sha256       text NOT NULL,
    declaration  text NOT NULL,
    declared_at  timestamptz NOT NULL,
    UNIQUE (item, version)
);

CREATE TABLE level_change (
    id                      text PRIMARY KEY,
    item                    text NOT NULL REFERENCES catalogue_item,
    n                       integer NOT NULL CHECK (n > 0),
    kind                    text NOT NULL CHECK (kind IN ('GRADED', 'RAISED', 'LOWERED')),
    from_level              text,
    to_level                text NOT NULL,
    reason                  text NOT NULL,
    document                text,
    state                   text NOT NULL CHECK (state IN ('IN_FORCE', 'PENDING', 'OVERTAKEN')),
    side                    text NOT NULL,
    asked_organisation      text NOT NULL,
    asked_by                text NOT NULL,
    asked_at                timestamptz NOT NULL,
    confirmed_organisation  text,
    confirmed_by            text,
    confirmed_at            timestamptz,
    UNIQUE (item, n),
    CHECK (confirmed_organisation <> asked_organisation)
);

-- What society has seen is never rewritten (R072), nor what was declared.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER publication_batch_is_final BEFORE UPDATE OR DELETE ON publication_batch
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER catalogue_item_version_is_final BEFORE UPDATE OR DELETE ON catalogue_item_version
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
