"""Makes the files pages-*.parquet of this folder: small pages that end at different rows, nulls, dictionaries that overflow,
both versions of data pages, check sums. Needs pyarrow 26."""
import datetime
import decimal
import random

import pyarrow
import pyarrow.parquet

ROWS = 1200
chance = random.Random(20261127)


def sometimes(make, missing=0.1):
    return [None if chance.random() < missing else make() for _ in range(ROWS)]


words = [f"word{i}é" for i in range(40)]
start = datetime.datetime(2026, 11, 27)
table = pyarrow.table({
    "flag": pyarrow.array(sometimes(lambda: chance.random() < 0.5), pyarrow.bool_()),
    "sure": pyarrow.array([chance.randrange(1000) for _ in range(ROWS)], pyarrow.int32()),
    "whole": pyarrow.array(sometimes(lambda: chance.randrange(-2**40, 2**40)), pyarrow.int64()),
    "unsigned": pyarrow.array(sometimes(lambda: chance.randrange(2**32)), pyarrow.uint32()),
    "single": pyarrow.array(sometimes(lambda: chance.gauss(0, 1)), pyarrow.float32()),
    "double": pyarrow.array(sometimes(lambda: chance.gauss(0, 1)), pyarrow.float64()),
    "half": pyarrow.array(sometimes(lambda: chance.randrange(100) / 4), pyarrow.float16()),
    "price": pyarrow.array(sometimes(lambda: decimal.Decimal(chance.randrange(10**6)) / 100), pyarrow.decimal128(20, 2)),
    "day": pyarrow.array(sometimes(lambda: start.date() + datetime.timedelta(chance.randrange(99))), pyarrow.date32()),
    "instant": pyarrow.array(sometimes(lambda: start + datetime.timedelta(seconds=chance.randrange(10**6))),
                             pyarrow.timestamp("ms")),
    "word": pyarrow.array(sometimes(lambda: chance.choice(words)), pyarrow.string()),
    "text": pyarrow.array(sometimes(lambda: "x" * chance.randrange(30) + str(chance.random())), pyarrow.string()),
    "bytes": pyarrow.array(sometimes(lambda: chance.randbytes(chance.randrange(6))), pyarrow.binary()),
    "rare": pyarrow.array(sometimes(lambda: "there", 0.99), pyarrow.string()),
    "never": pyarrow.array([None] * ROWS, pyarrow.string()),
    "part": pyarrow.array(sometimes(lambda: {"x": chance.randrange(9), "y": None}, 0.3),
                          pyarrow.struct([("x", pyarrow.int64()), ("y", pyarrow.int64())])),
})
for name, options in {
    "first": {"data_page_version": "1.0", "compression": "snappy"},
    "second": {"data_page_version": "2.0", "compression": "zstd"},
    "gzip": {"data_page_version": "2.0", "compression": "gzip", "write_page_checksum": True},
    "plain": {"data_page_version": "1.0", "compression": "none", "use_dictionary": False, "write_page_checksum": True},
    "int96": {"use_deprecated_int96_timestamps": True},
    "delta": {"use_dictionary": False, "column_encoding": {
        "sure": "DELTA_BINARY_PACKED", "whole": "DELTA_BINARY_PACKED", "text": "DELTA_BYTE_ARRAY", "word": "DELTA_BYTE_ARRAY",
        "bytes": "DELTA_LENGTH_BYTE_ARRAY", "rare": "DELTA_LENGTH_BYTE_ARRAY", "double": "BYTE_STREAM_SPLIT",
        "single": "BYTE_STREAM_SPLIT", "price": "BYTE_STREAM_SPLIT", "instant": "DELTA_BINARY_PACKED"}},
    "lz4": {"compression": "lz4"},
}.items():
    pyarrow.parquet.write_table(table, f"pages-{name}.parquet", row_group_size=500, data_page_size=2000,
                                dictionary_pagesize_limit=3000, write_batch_size=100, **options)
