-- Projections of the evidence log: rebuilt from it at any time. Each batch moves the cursor in the transaction that
-- writes its rows.
CREATE TABLE projection_cursor (
    log         text PRIMARY KEY,
    next_index  bigint NOT NULL
);

-- One row per use and refusal, with nothing about the person: the rows every count on a screen opens to.
CREATE TABLE use_record (
    log            text NOT NULL,
    entry_index    bigint NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('use', 'refusal')),
    receipt_id     text NOT NULL,
    product        text,
    recipient      text,
    subscription   text,
    purpose        text,
    code           text,
    clause         text,
    quantity       bigint NOT NULL,
    charge_fen     bigint,
    legal_date     date NOT NULL,
    machine_time   timestamptz NOT NULL,
    PRIMARY KEY (log, entry_index)
);
CREATE INDEX use_record_receipt ON use_record (receipt_id);

-- Uses that count on each link of the chain, whether or not it has a quota.
CREATE TABLE quota_count (
    log      text NOT NULL,
    mandate  text NOT NULL,
    used     bigint NOT NULL,
    PRIMARY KEY (log, mandate)
);

-- Metering: answered uses and what they cost, per subscription and legal day (R128). The bill comes later.
CREATE TABLE meter_reading (
    log           text NOT NULL,
    subscription  text NOT NULL,
    legal_date    date NOT NULL,
    uses          bigint NOT NULL,
    charge_fen    bigint NOT NULL,
    PRIMARY KEY (log, subscription, legal_date)
);

-- Bindings of idempotency keys (hashed), so that a repeated call finds its receipt after a restart.
CREATE TABLE idempotency_binding (
    log          text NOT NULL,
    mark         text NOT NULL,
    entry_index  bigint NOT NULL,
    body_hash    text NOT NULL,
    legal_date   date NOT NULL,
    PRIMARY KEY (log, mark)
);

-- Where each act is sealed.
CREATE TABLE act_seal (
    log          text NOT NULL,
    outbox_id    text NOT NULL,
    entry_index  bigint NOT NULL,
    rows_hash    text NOT NULL,
    PRIMARY KEY (log, outbox_id)
);
