"""The rows of a package's table as an Arrow table whose types are those of its Table Schema.

Integers are ``int64``, numbers ``float64``, dates ``date32``, times ``timestamp[us]`` with their zone, booleans
``bool``, vocabularies dictionaries with all the values of the schema in its order; everything else is text.
Unknown is null in each.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from minutier.errors import InputError
from minutier.package import Package, Table

if TYPE_CHECKING:
    import pyarrow as pa

AGAIN = "Build or get the package again; minutier validate says what is wrong with it."


def read_rows(package: Package, table: Table) -> pa.Table:
    """The rows of a table, from its Parquet file when it has one, else from its CSV file.

    Times from CSV are in UTC. Raises InputError when the file is damaged, or its columns or values are not
    those of the schema.
    """
    place, found = _from_parquet(package, table) if table.parquet else _from_csv(package, table)
    return _typed(place, table, found, _TYPED)


def read_printed_rows(package: Package, table: Table) -> pa.Table:
    """The same with times as text, in ISO 8601 with the offset of the place, as only the CSV file has them."""
    place, found = _from_csv(package, table) if table.csv else _from_parquet(package, table)
    return _typed(place, table, found, _PRINTED)


def vocabulary(field: dict[str, Any]) -> list[str] | None:
    """The values that a text column may have, in the order of the schema; None when they are not listed."""
    if field.get("type") != "string":
        return None
    constraints = field.get("constraints")
    listed = field.get("categories") or (constraints.get("enum") if isinstance(constraints, dict) else None)
    if not isinstance(listed, list):
        return None
    return [str(item["value"] if isinstance(item, dict) else item) for item in listed]


# Files ------------------------------------------------------------------------------------------------------


def _from_parquet(package: Package, table: Table) -> tuple[str, pa.Table]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    assert table.parquet is not None
    path, data = package.file(table.parquet)
    place = f"{package.place}: {path}"
    try:
        found = pq.ParquetFile(io.BytesIO(data)).read(use_threads=False)
    except (pa.ArrowException, OSError) as error:
        raise InputError(place, f"is damaged: {_line(error)}", AGAIN) from error
    missing = [name for name in table.columns if name not in found.column_names]
    if missing:
        raise InputError(place, f"has no column {missing[0]!r}", AGAIN)
    return place, found.select(table.columns)


def _from_csv(package: Package, table: Table) -> tuple[str, pa.Table]:
    """Every cell as text, as it stands in the file; what stands for unknown is null."""
    import pyarrow as pa
    from pyarrow import csv

    assert table.csv is not None
    path, data = package.file(table.csv)
    place = f"{package.place}: {path}"
    dialect = table.csv.get("dialect")
    dialect = dialect if isinstance(dialect, dict) else {}
    columns = table.columns
    try:
        found = csv.read_csv(
            io.BytesIO(data),
            csv.ReadOptions(
                use_threads=False,
                block_size=min(max(len(data), 1), 2**31 - 1),  # a record must fit into one block
                column_names=columns if dialect.get("header") is False else None,
                encoding=str(table.csv.get("encoding") or "utf-8"),
            ),
            csv.ParseOptions(
                delimiter=dialect.get("delimiter", ","),
                quote_char=dialect.get("quoteChar", '"'),
                double_quote=dialect.get("doubleQuote", True),
                escape_char=dialect.get("escapeChar") or False,
                newlines_in_values=True,
                ignore_empty_lines=len(columns) > 1,
            ),
            csv.ConvertOptions(column_types=dict.fromkeys(columns, pa.string()), strings_can_be_null=False),
        )
    except (pa.ArrowException, OSError, ValueError, LookupError, TypeError) as error:
        raise InputError(place, f"is damaged: {_line(error)}", AGAIN) from error
    if found.column_names != columns:
        raise InputError(place, "has not the columns of its schema, in their order", AGAIN)
    nulls = table.schema.get("missingValues", [""])
    cells = [_without(column, field, nulls) for column, field in zip(found.itercolumns(), table.fields, strict=True)]
    return place, pa.table(cells, names=columns)


def _without(column: pa.ChunkedArray, field: dict[str, Any], nulls: list[Any]) -> pa.ChunkedArray:
    """The column with null for what stands for unknown; an empty text that must be there is a text."""
    import pyarrow as pa
    import pyarrow.compute as pc

    listed = {str(item["value"] if isinstance(item, dict) else item) for item in field.get("missingValues", nulls)}
    if field.get("type") == "string" and (field.get("constraints") or {}).get("required"):
        listed -= {""}
    if not listed:
        return column
    is_missing = pc.is_in(column, value_set=pa.array(sorted(listed), pa.string()))
    return pc.if_else(is_missing, pa.scalar(None, pa.string()), column)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__


# Types ------------------------------------------------------------------------------------------------------


def _typed(place: str, table: Table, found: pa.Table, types: dict[str, Any]) -> pa.Table:
    import pyarrow as pa

    columns = []
    for field in table.fields:
        column = found.column(field["name"])
        try:
            columns.append(_vocabulary_column(column, field) or types.get(field.get("type", "string"), _text)(column))
        except (pa.ArrowException, ValueError) as error:
            raise InputError(f"{place}, column {field['name']!r}", _line(error), AGAIN) from error
    return pa.table(columns, names=table.columns)


def _vocabulary_column(column: pa.ChunkedArray, field: dict[str, Any]) -> pa.ChunkedArray | None:
    """The column as a dictionary with the values of its vocabulary; ValueError when it has another one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    values = vocabulary(field)
    if values is None:
        return None
    text = _text(column)
    indices = pc.index_in(text, value_set=pa.array(values, pa.string()))
    strangers = pc.filter(text, pc.and_(pc.is_null(indices), pc.is_valid(text)))
    if len(strangers):
        raise ValueError(f"{strangers[0].as_py()!r} is not in the vocabulary of the schema: {', '.join(values)}")
    ordered, dictionary = field.get("categoriesOrdered") is True, pa.array(values, pa.string())
    kind = pa.dictionary(pa.int32(), pa.string(), ordered)
    chunks = [pa.DictionaryArray.from_arrays(chunk, dictionary, ordered=ordered) for chunk in indices.chunks]
    return pa.chunked_array(chunks, kind)


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    return column.cast(pa.string())


def _integer(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    return column.cast(pa.int64())


def _number(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    return column.cast(pa.float64())


def _boolean(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    return column.cast(pa.bool_())


def _date(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    return column.cast(pa.date32())


def _instant(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Times with an offset as instants; times without one as they are, without a zone."""
    import pyarrow as pa

    if pa.types.is_timestamp(column.type):
        return column.cast(pa.timestamp("us", column.type.tz))
    try:
        return column.cast(pa.timestamp("us", "UTC"))
    except pa.ArrowInvalid:
        return column.cast(pa.timestamp("us"))


def _printed_instant(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    if not pa.types.is_timestamp(column.type):
        _instant(column)  # must be times, though they stay as they are printed
        return _text(column)
    moments = (moment.isoformat() if moment else None for moment in column.to_pylist())
    return pa.chunked_array([pa.array(moments, pa.string())])


_TYPED = {"integer": _integer, "number": _number, "boolean": _boolean, "date": _date, "datetime": _instant}
_PRINTED = _TYPED | {"datetime": _printed_instant}
