-- Makes the Parquet files of this folder; DuckDB 2.0.0. Three rows: values, other values, nothing.
CREATE TABLE kinds AS SELECT * FROM (VALUES
  (true,  1::TINYINT, -2::INTEGER, 9007199254740993::BIGINT, 1.5::FLOAT, 0.1::DOUBLE, 12.34::DECIMAL(9, 2), -0.05::DECIMAL(30, 2),
   DATE '2026-11-26', TIMESTAMP '2026-11-26 03:41:00.123456', 'Grüße', '0f0e0d0c-0b0a-0908-0706-050403020100'::UUID,
   {'x': 7, 'y': 'in'}, [1, 2]),
  (false, 2, 4000000, -1, 'inf', 'nan', 0, 123456789012345678901234567.89,
   DATE '1969-12-31', TIMESTAMP '1969-12-31 23:59:59', '', '00000000-0000-0000-0000-000000000001', {'x': NULL, 'y': 'out'}, []),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
) AS t(flag, tiny, int, big, single, double, price, huge, day, instant, text, id, struct, list);
COPY kinds TO 'kinds-snappy.parquet' (FORMAT parquet, COMPRESSION snappy);
COPY kinds TO 'kinds-zstd.parquet' (FORMAT parquet, COMPRESSION zstd);
COPY kinds TO 'kinds-gzip.parquet' (FORMAT parquet, COMPRESSION gzip);
COPY kinds TO 'kinds-plain.parquet' (FORMAT parquet, COMPRESSION uncompressed);
