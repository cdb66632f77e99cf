"""Tables of a package into DuckDB, every cell as the text that stands in the file, null where there is none.

CSV and Parquet are read column by column; whatever else Data Package allows (other dialects and encodings,
spreadsheets, rows inside the descriptor) is read by frictionless.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutier.errors import InputError
from minutier.publish.comparing import Field, is_missing, missing_values
from minutier.publish.files import csv_text
from minutier.publish.opening import OpenedPackage, TableResource

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BLOCK = 1 << 23
"""Bytes of CSV read at a time; more where one row is longer."""
LARGEST_BLOCK = (1 << 31) - 1
BATCH = 10_000
"""Rows at a time where they are read one by one."""
PLAIN_DIALECT = {
    "header": (True,), "headerRows": ([1],), "doubleQuote": (True,), "lineTerminator": ("\n", "\r\n"),
    "skipInitialSpace": (False,), "caseSensitiveHeader": (True, False), "delimiter": (), "quoteChar": (),
}  # fmt: skip
"""What a dialect may say for a file to be read column by column; an empty tuple allows every single character."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A table in DuckDB: ``relation`` has the columns ``c0``, ``c1``, … for ``fields``, in the file's order."""

    relation: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: int

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(str(field["name"]) for field in self.fields)

    def cell(self, column: str, side: str) -> str:
        """SQL of the text of a column, ``side`` being the alias of the relation."""
        return f"{side}.c{self.columns.index(column)}"

    def field(self, column: str) -> Field:
        return self.fields[self.columns.index(column)]


def load(connection: DuckDBPyConnection, package: OpenedPackage, table: TableResource, relation: str) -> Loaded:
    """Load a table under the name ``relation``. Raises InputError when it cannot be read."""
    import duckdb
    import pyarrow as pa

    place = ", ".join(map(str, table.files)) or f"{package.place}, resource {table.name!r}"
    try:
        if table.format == "parquet":
            labels = _load_parquet(connection, table, relation)
        elif _is_plain(table):
            labels = _load_csv(connection, table, relation, place)
        else:
            labels = _load_rows(connection, package, table, relation, place)
    except (OSError, UnicodeDecodeError, csv.Error, pa.ArrowInvalid, duckdb.Error) as error:
        told = str(error).removeprefix("Invalid Input Error: ").partition("\n")[0]
        raise InputError(place, f"cannot be read: {told}", "minutier validate tells what is wrong with it.") from error
    (count,) = single_row(connection, f"SELECT count(*) FROM {relation}")
    return Loaded(relation, tuple(_fields(table, labels)), table.key, int(count))


def single_row(connection: DuckDBPyConnection, query: str) -> tuple[Any, ...]:
    """The only row of a query. The result is read to its end: DuckDB does nothing else before."""
    (row,) = connection.execute(query).fetchall()
    return tuple(row)


def _fields(table: TableResource, labels: Sequence[str]) -> Iterator[Field]:
    declared = {field.get("name"): field for field in _declared(table)}
    for label in labels:
        yield declared.get(label) or {"name": label, "type": "any"}


def _declared(table: TableResource) -> list[Field]:
    return [field for field in table.schema.get("fields") or [] if isinstance(field, dict)]


def _selected(table: TableResource, labels: Sequence[str], cells: Sequence[str], place: str = "") -> str:
    """SQL of the columns of a table, with null for what stands for no value."""
    twins = sorted({label for label in labels if list(labels).count(label) > 1})
    if twins:
        raise InputError(place, f"has two columns {twins[0]!r}", "Give each column a name of its own.")
    fields = _fields(table, labels)
    columns = [
        f"CASE WHEN NOT {is_missing(cell, missing_values(table.schema, field))} THEN {cell} END AS c{number}"
        for number, (cell, field) in enumerate(zip(cells, fields, strict=True))
    ]
    return ", ".join(columns) or "NULL AS nothing"


# Parquet ----------------------------------------------------------------------------------------------------


def _load_parquet(connection: DuckDBPyConnection, table: TableResource, relation: str) -> list[str]:
    files = [str(file) for file in table.files]
    described = connection.execute("DESCRIBE SELECT * FROM read_parquet(?)", [files]).fetchall()
    labels = [str(row[0]) for row in described]
    cells = [_text('"' + name.replace('"', '""') + '"', str(kind)) for name, kind, *_ in described]
    chosen = _selected(table, labels, cells, str(table.files[0]))
    connection.execute(f"CREATE OR REPLACE TABLE {relation} AS SELECT {chosen} FROM read_parquet(?)", [files])
    return labels


def _text(column: str, kind: str) -> str:
    """SQL of a typed column as it would stand in CSV."""
    text = f"CAST({column} AS VARCHAR)"
    if kind.startswith("TIMESTAMP"):
        instant = f"replace({text}, ' ', 'T')"
        return f"regexp_replace({instant}, '[+]00$', 'Z')" if "TIME ZONE" in kind else instant
    if kind in ("DOUBLE", "FLOAT"):
        return f"regexp_replace({text}, '\\.0$', '')"
    if kind.endswith("[]") or kind.startswith(("STRUCT", "MAP")):
        return f"CAST(to_json({column}) AS VARCHAR)"
    return text


# CSV --------------------------------------------------------------------------------------------------------


def _is_plain(table: TableResource) -> bool:
    dialect = table.resource.get("dialect") or {}
    encoding = str(table.resource.get("encoding") or "utf-8").lower().replace("-", "").replace("_", "")
    return (
        table.format in ("csv", "tsv")
        and len(table.files) == 1
        and encoding in ("utf8", "utf8sig", "ascii", "usascii")
        and table.files[0].suffix.lower() not in (".zip", ".bz2", ".xz")
        and isinstance(dialect, dict)
        and all(_allows(name, value) for name, value in dialect.items() if name not in ("$schema", "csvddfVersion"))
    )


def _allows(name: str, value: Any) -> bool:
    allowed = PLAIN_DIALECT.get(name, (None,))
    return value in allowed if allowed else isinstance(value, str) and len(value) == 1


def _load_csv(connection: DuckDBPyConnection, table: TableResource, relation: str, place: str) -> list[str]:
    import pyarrow as pa

    file = table.files[0]
    dialect = table.resource.get("dialect") or {}
    delimiter = str(dialect.get("delimiter") or ("\t" if table.format == "tsv" else ","))
    quote = str(dialect.get("quoteChar") or '"')
    labels = _header(file, delimiter, quote)
    if not labels:
        raise InputError(place, "is empty: it has no header", "Restore it, or build the package again.")
    names = [f"c{number}" for number in range(len(labels))]
    chosen = _selected(table, labels, names, place)
    block = BLOCK
    while True:
        try:
            with _csv_reader(file, names, delimiter, quote, block) as reader:
                connection.register("incoming", reader)
                connection.execute(f"CREATE OR REPLACE TABLE {relation} AS SELECT {chosen} FROM incoming")
            return labels
        except Exception as error:  # DuckDB passes on what Arrow raises as an error of its own
            if "straddling" not in str(error) or block >= LARGEST_BLOCK:
                raise
            block = min(block * 16, LARGEST_BLOCK)
        finally:
            connection.unregister("incoming")
            pa.default_memory_pool().release_unused()


def _header(file: Path, delimiter: str, quote: str) -> list[str]:
    opened = gzip.open if file.suffix.lower() == ".gz" else open
    with opened(file, "rt", encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream, delimiter=delimiter, quotechar=quote), [])


def _csv_reader(file: Path, names: list[str], delimiter: str, quote: str, block: int) -> Any:
    import pyarrow as pa
    import pyarrow.csv as pc

    return pc.open_csv(
        file,
        read_options=pc.ReadOptions(column_names=names, skip_rows_after_names=1, block_size=block),
        parse_options=pc.ParseOptions(
            delimiter=delimiter, quote_char=quote, newlines_in_values=True, ignore_empty_lines=len(names) > 1
        ),
        convert_options=pc.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
    )


# Everything else --------------------------------------------------------------------------------------------


def _load_rows(
    connection: DuckDBPyConnection, package: OpenedPackage, table: TableResource, relation: str, place: str
) -> list[str]:
    import pyarrow as pa
    from frictionless import FrictionlessException, Resource

    try:
        with Resource.from_descriptor(table.resource, basepath=str(package.folder)) as resource:
            labels = [str(label) for label in resource.labels] or [str(field["name"]) for field in _declared(table)]
            names = [f"c{number}" for number in range(len(labels))]
            chosen = _selected(table, labels, names, place)
            arrow = pa.schema([(name, pa.string()) for name in names])
            content = resource.dialect.read_enumerated_content_stream(resource.cell_stream)
            batches = _batches((cells for _, cells in content if cells), len(labels), arrow)
            connection.register("incoming", pa.RecordBatchReader.from_batches(arrow, batches))
            connection.execute(f"CREATE OR REPLACE TABLE {relation} AS SELECT {chosen} FROM incoming")
            connection.unregister("incoming")
            return labels
    except FrictionlessException as error:
        told = "; ".join(reason.note for reason in error.reasons) or error.error.note
        raise InputError(place, f"cannot be read: {told}", "minutier validate tells what is wrong with it.") from error


def _batches(rows: Iterator[Any], width: int, arrow: Any) -> Iterator[Any]:
    import pyarrow as pa

    while batch := list(islice(rows, BATCH)):
        padded = [[*map(_cell_text, row), *[None] * (width - len(row))][:width] for row in batch]
        columns = zip(*padded, strict=True)
        yield pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in columns], schema=arrow)


def _cell_text(value: Any) -> str | None:
    import json

    if value is None:
        return None
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else csv_text(value)
