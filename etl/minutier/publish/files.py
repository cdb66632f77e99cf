"""One table to its two files, CSV and Parquet, in one pass over its rows.

CSV: RFC 4180 with minimal quoting, UTF-8 without byte-order mark, lines ended by LF, a header; times in ISO
8601 with the UTC offset they carry, ``true`` and ``false``, the shortest digits that give a number back,
empty for unknown. Parquet: the Arrow types of the schema, instants in one zone, null for unknown.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from minutier.document import Row
from minutier.tables import Field, TableSchema

ROW_GROUP = 65_536
"""Rows in one Parquet row group, and so in memory at a time."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was written: its size in bytes and the SHA-256 of its bytes."""

    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The two files of a table, its number of rows, and a hash of its content that no writer's version
    changes.
    """

    schema: TableSchema
    csv: File
    parquet: File
    rows: int
    content_sha256: str


def write_table(schema: TableSchema, rows: Iterable[Row], folder: Path, timezone: str = "UTC") -> TableFiles:
    """Write ``folder/NAME.csv`` and ``folder/NAME.parquet``; ``timezone`` is that of instants in Parquet.

    Rows hold a value or None for each column of the schema; other keys are a ValueError, so is a missing
    column.
    """
    import pyarrow.parquet as pq

    content, count = hashlib.sha256(), 0
    arrow = schema.arrow(timezone)
    csv_path, parquet_path = folder / f"{schema.name}.csv", folder / f"{schema.name}.parquet"
    with _Sink(csv_path) as csv_sink, _Sink(parquet_path) as parquet_sink:
        csv_sink.write_lines([schema.columns])
        with pq.ParquetWriter(parquet_sink, arrow, compression="snappy", version="2.6") as parquet:
            for batch in _batches(rows, ROW_GROUP):
                values = [_values(schema, row) for row in batch]
                count += len(values)
                csv_sink.write_lines([list(map(csv_text, row)) for row in values])
                content.update("".join(map(canonical_line, values)).encode("utf-8"))
                parquet.write_table(_arrow_table(arrow, values))
    return TableFiles(schema, csv_sink.file(), parquet_sink.file(), count, content.hexdigest())


def csv_text(value: Any) -> str:
    """A value as it stands in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def csv_line(cells: Iterable[str]) -> str:
    """A record of a CSV file, quoted where RFC 4180 asks for it.

    The standard library's writer leaves a lone carriage return unquoted, and its reader stumbles on it.
    """
    quoted = ('"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell for cell in cells)
    return ",".join(quoted) + "\n"


_SPECIAL = re.compile('[",\r\n]')


def canonical_line(values: list[Any]) -> str:
    """A row as the content hash sees it: a JSON array in column order, instants in UTC, and a line feed."""
    return json.dumps([_canonical(value) for value in values], ensure_ascii=False, separators=(",", ":")) + "\n"


def _canonical(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _values(schema: TableSchema, row: Row) -> list[Any]:
    if row.keys() != set(schema.columns):
        differing = ", ".join(sorted(row.keys() ^ set(schema.columns)))
        raise ValueError(f"a row of {schema.name} does not have the columns of its schema: {differing}")
    return [_value(field, row[field.name]) for field in schema.fields]


def _value(field: Field, value: Any) -> Any:
    """Numbers are floats whatever the row has; an empty text is unknown, unless there must be one."""
    if value == "" and not field.descriptor.get("constraints", {}).get("required"):
        return None
    return float(value) if field.type == "number" and value is not None else value


def _arrow_table(arrow: Any, values: list[list[Any]]) -> Any:
    import pyarrow as pa

    columns = zip(*values, strict=True)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, arrow, strict=True)]
    return pa.Table.from_arrays(arrays, schema=arrow)


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, size)):
        yield batch


class _Sink(io.RawIOBase):
    """A new file that counts and hashes what is written to it, and is on the disk when it is closed."""

    def __init__(self, path: Path) -> None:
        self.path, self._hash, self._size = path, hashlib.sha256(), 0
        self._file = path.open("xb")

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        view = memoryview(data).cast("B")
        self._hash.update(view)
        self._size += len(view)
        self._file.write(view)
        return len(view)

    def write_lines(self, rows: Iterable[Iterable[str]]) -> None:
        self.write("".join(map(csv_line, rows)).encode("utf-8"))

    def flush(self) -> None:
        if not self._file.closed:
            self._file.flush()

    def close(self) -> None:
        if not self._file.closed:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        super().close()

    def file(self) -> File:
        return File(self.path, self._size, self._hash.hexdigest())
