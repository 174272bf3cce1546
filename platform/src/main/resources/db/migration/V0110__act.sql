-- Every act of the control plane: written in the transaction that changes the state, sealed in the evidence log after.
CREATE TABLE act_outbox (
    id            text PRIMARY KEY,
    seq           bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    type          text NOT NULL,
    object_kind   text NOT NULL,
    object_id     text NOT NULL,
    organisation  text NOT NULL,
    officer       text NOT NULL,
    clause        text,
    legal_date    date NOT NULL,
    machine_time  timestamptz NOT NULL,
    body          text NOT NULL
);
CREATE INDEX act_outbox_object ON act_outbox (object_kind, object_id, seq DESC);

-- What each act left in the rows it wrote: reconciliation compares it with the rows as they are now.
CREATE TABLE act_row (
    act         text NOT NULL REFERENCES act_outbox,
    seq         bigint NOT NULL,
    table_name  text NOT NULL,
    row_key     text NOT NULL,
    row_hash    text NOT NULL,
    PRIMARY KEY (act, table_name, row_key)
);
CREATE INDEX act_row_latest ON act_row (table_name, row_key, seq DESC);
