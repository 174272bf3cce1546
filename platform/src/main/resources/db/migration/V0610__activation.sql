-- A product's definition as code, activated by the operator: the latest one of a product is live.
CREATE TABLE product_activation (
    id               text PRIMARY KEY,
    product          text NOT NULL,
    seq              bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    definition       text NOT NULL,
    definition_hash  text NOT NULL,
    activated_by     text NOT NULL REFERENCES officer,
    activated_at     timestamptz NOT NULL
);
CREATE INDEX product_activation_product ON product_activation (product, seq DESC);

-- The months the lists of a serving table cover, per generation: an answer says through which month its data run.
CREATE TABLE product_coverage (
    product     text NOT NULL,
    generation  bigint NOT NULL,
    month_from  integer NOT NULL,
    month_to    integer NOT NULL,
    PRIMARY KEY (product, generation)
);
