-- Makes the files of this folder; DuckDB 2.0.1. The same 600 predictions as CSV and as Parquet, with a column of every type that a trial
-- may meet; single precision in 64ths, which a decimal and a float hold alike.
CREATE TABLE scores AS
SELECT
  i % 3 = 0                                                        AS churned,
  least(greatest((hash(i) % 1000) / 1000.0 * 0.6 + CASE WHEN i % 3 = 0 THEN 0.35 ELSE 0.05 END, 0), 1)::DOUBLE AS score,
  ((hash(i + 7000) % 64) / 64.0)::FLOAT                            AS before,
  CASE hash(i + 9000) % 3 WHEN 0 THEN 'AT' WHEN 1 THEN 'DE' END    AS country,
  (18 + hash(i + 11000) % 60)::SMALLINT                            AS age,
  ((hash(i + 13000) % 100000) / 100)::DECIMAL(9, 2)                AS spent,
  DATE '2026-01-01' + (i % 5)::INTEGER                             AS day
FROM range(600) AS t(i);

COPY scores TO 'scores.csv' (HEADER);
COPY scores TO 'scores.parquet' (COMPRESSION zstd, ROW_GROUP_SIZE 2048);
COPY (SELECT * FROM scores LIMIT 200) TO 'part-0.parquet' (COMPRESSION snappy);
COPY (SELECT * FROM scores OFFSET 200) TO 'part-1.parquet' (COMPRESSION gzip);
