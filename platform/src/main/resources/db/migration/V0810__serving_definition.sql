-- Which definition a serving table was built for: an expression of one version never answers from the table of another.
-- Null for tables built before this was kept.
ALTER TABLE product_coverage ADD COLUMN definition_hash text;
