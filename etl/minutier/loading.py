"""``minutier.load``: a table of a package for pandas, polars, Arrow or DuckDB, with the types of its schema."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, overload

from minutier.errors import UsageError
from minutier.package import Table, open_package
from minutier.rows import read_rows, vocabulary

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Place = str | os.PathLike[str]


@overload
def load(table: str, package: Place = ..., engine: Literal["pandas"] = ...) -> pd.DataFrame: ...
@overload
def load(table: str, package: Place = ..., *, engine: Literal["polars"]) -> pl.DataFrame: ...
@overload
def load(table: str, package: Place = ..., *, engine: Literal["arrow"]) -> pa.Table: ...
@overload
def load(table: str, package: Place = ..., *, engine: Literal["duckdb"]) -> duckdb.DuckDBPyRelation: ...
@overload
def load(table: str, package: Place = ..., engine: str = ...) -> Any: ...
def load(table: str, package: Place = ".", engine: str = "pandas") -> Any:
    """A table of a data package, with the types that its schema declares.

    ``package`` is a folder, a ``datapackage.json``, a zip of one, or the address of either; what comes from an
    address is checked against the hashes of the descriptor. ``engine`` decides what is given back:

    - ``pandas``: a DataFrame; integers are ``Int64``, booleans ``boolean``, vocabularies categories with all the
      values of the schema, times ``datetime64[us]`` with a zone, days ``datetime64``, numbers ``float64``.
    - ``polars``: a DataFrame; vocabularies are ``Enum``.
    - ``arrow``: a Table; vocabularies are dictionaries.
    - ``duckdb``: a relation of the default connection; vocabularies are ``ENUM``.

    The rows come from the Parquet file, or from the CSV file of a package that has no other. Times are instants,
    in the zone of the Parquet file, or in UTC; CSV files keep the offset of the place besides.

    Raises InputError when there is no package or no such table, or a file is damaged or not the one that the
    descriptor describes; UsageError for an engine that does not exist or is not installed.
    """
    if engine not in _ENGINES:
        raise UsageError(f"engine {engine!r}", "there is none of that name", f"Choose one of {', '.join(_ENGINES)}.")
    if engine == "polars":
        _need_polars()
    opened = open_package(package)
    described = opened.table(table)
    return _ENGINES[engine](read_rows(opened, described), described)


def _to_pandas(rows: pa.Table, table: Table) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa

    nullable = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = rows.to_pandas(types_mapper=nullable.get, date_as_object=False)
    return frame


def _to_polars(rows: pa.Table, table: Table) -> pl.DataFrame:
    import polars as pl

    enums = {field["name"]: pl.Enum(values) for field in table.fields if (values := vocabulary(field)) is not None}
    frame = pl.from_arrow(rows)
    assert isinstance(frame, pl.DataFrame)
    return frame.with_columns(pl.col(name).cast(pl.String).cast(kind) for name, kind in enums.items())


def _need_polars() -> None:
    try:
        import polars  # noqa: F401
    except ImportError as error:
        remedy = "pip install polars, or choose the engine pandas, arrow or duckdb."
        raise UsageError("engine 'polars'", "polars is not installed", remedy) from error


def _to_arrow(rows: pa.Table, table: Table) -> pa.Table:
    return rows


def _to_duckdb(rows: pa.Table, table: Table) -> duckdb.DuckDBPyRelation:
    import duckdb

    columns = []
    for field in table.fields:
        name, values = _quoted(field["name"], '"'), vocabulary(field)
        enum = f"ENUM({', '.join(_quoted(value, chr(39)) for value in values)})" if values else ""
        columns.append(f"CAST({name} AS {enum}) AS {name}" if enum else name)
    return duckdb.from_arrow(rows).project(", ".join(columns))


def _quoted(text: str, mark: str) -> str:
    return mark + text.replace(mark, mark * 2) + mark


_ENGINES: dict[str, Callable[[Any, Table], Any]] = {
    "pandas": _to_pandas,
    "polars": _to_polars,
    "arrow": _to_arrow,
    "duckdb": _to_duckdb,
}
