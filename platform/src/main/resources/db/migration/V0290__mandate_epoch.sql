-- Moves with every act that can change what the chain of mandate allows; each process polls it (ARCHITECTURE §2).
CREATE TABLE mandate_epoch (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch     bigint NOT NULL
);
INSERT INTO mandate_epoch (epoch) VALUES (1);
