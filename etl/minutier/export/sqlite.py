"""A package as one SQLite database: types, keys, indexes, views, full-text search, and its descriptions.

Times are text in ISO 8601 with the offset of the place, as in CSV, which SQLite's own functions read; booleans
are 0 and 1; vocabularies are checked. ``about_package``, ``about_tables`` and ``about_columns`` hold what the
descriptor says, and ``datasette_metadata`` says it for Datasette.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import isnan
from typing import Any

from minutier.errors import InputError
from minutier.export.output import Exported
from minutier.package import Package, Table
from minutier.rows import read_printed_rows, vocabulary

APPLICATION_ID = int.from_bytes(b"MNTR")
"""Marks the file as ours, in the place that SQLite has for it."""

TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
"""From Table Schema to SQLite; everything else is TEXT."""

SEARCHED = {"entries": ("headline", "text"), "quotes": ("quote", "speaker", "speaker_label")}
"""Tables with full-text search, and the columns that are searched."""

_DIGEST = "minutier_sha256"
"""Key of the descriptions that tells whether somebody changed them."""

_CHECK = "Run minutier validate, which says what to mend."


@dataclass(frozen=True, slots=True)
class View:
    """A query that people would write often, with the tables it needs."""

    name: str
    tables: tuple[str, ...]
    title: str
    description: str
    sql: str


def to_sqlite(package: Package, on_table: Callable[[str], None] = lambda name: None) -> Exported:
    """The bytes of a database with the tables of a package; the same package gives the same bytes.

    ``on_table`` is called with the name of each table done. Raises InputError when the package cannot be read
    or its rows do not keep the keys and constraints of its schemas.
    """
    _some_table(package)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        try:
            rows = _build(database, package, on_table)
        except sqlite3.Error as error:
            raise InputError(package.place, f"cannot become a database: {error}", _CHECK) from error
        return Exported(database.serialize(), len(package.tables), rows)


def is_our_sqlite(data: bytes) -> bool:
    """Whether these are the bytes of an export that nobody wrote to: the database counts its changes."""
    if not data.startswith(b"SQLite format 3\x00") or len(data) < 100:
        return False
    (changes,), (identifier,) = struct.unpack(">I", data[24:28]), struct.unpack(">I", data[68:72])
    return bool(identifier == APPLICATION_ID and changes == 0)


def datasette_metadata(package: Package, database: str) -> bytes:
    """What Datasette shows of the package, as its ``metadata.json``; ``database`` is the file's name without suffix."""
    described = package.descriptor
    first_license = next(iter(package.licenses), {})
    whole = {
        "title": described.get("title") or package.name,
        "description": described.get("description"),
        "license": first_license.get("title") or first_license.get("name"),
        "license_url": first_license.get("path"),
        "source": described.get("name"),
        "source_url": described.get("homepage"),
        "databases": {
            database: {
                "tables": {
                    **{table.name: _table_metadata(table) for table in package.tables.values()},
                    **{view.name: {"title": view.title, "description": view.description} for view in _views(package)},
                    **_ABOUT_METADATA,
                }
            }
        },
    }
    told = {key: value for key, value in whole.items() if value}
    return _json(told | {_DIGEST: hashlib.sha256(_json(told)).hexdigest()})


def is_our_metadata(data: bytes) -> bool:
    """Whether these are descriptions as we wrote them: with a digest that fits."""
    try:
        values = json.loads(data)
        digest = values.pop(_DIGEST)
        return bool(digest == hashlib.sha256(_json(values)).hexdigest())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False


def _json(values: dict[str, Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


# The database -----------------------------------------------------------------------------------------------


def _build(database: sqlite3.Connection, package: Package, on_table: Callable[[str], None]) -> int:
    rows = 0
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("BEGIN")
    for table in package.tables.values():
        database.execute(_create(table))
        rows += _insert(database, package, table)
        on_table(table.name)
    _check_foreign_keys(database, package)
    for table in package.tables.values():
        for statement in _indexes(table):
            database.execute(statement)
    _describe(database, package)
    for view in _views(package):
        database.execute(f"CREATE VIEW {_name(view.name)} AS\n{view.sql.rstrip()}")
    database.execute("COMMIT")
    database.execute("VACUUM")
    _index_words(database, package)  # after VACUUM, which may number rows anew
    return rows


def _create(table: Table) -> str:
    lines = [_column(field, table) for field in table.fields]
    if table.primary_key:
        lines.append(f"PRIMARY KEY ({_list(table.primary_key)})")
    for columns, parent, parents in table.foreign_keys:
        lines.append(f"FOREIGN KEY ({_list(columns)}) REFERENCES {_name(parent)} ({_list(parents)})")
    return f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(field: dict[str, Any], table: Table) -> str:
    name, constraints = _name(field["name"]), field.get("constraints") or {}
    parts = [name, TYPES.get(field.get("type", "string"), "TEXT")]
    if constraints.get("required") or field["name"] in table.primary_key:
        parts.append("NOT NULL")
    if constraints.get("unique") and table.primary_key != [field["name"]]:
        parts.append("UNIQUE")
    if values := vocabulary(field):
        parts.append(f"CHECK ({name} IN ({', '.join(map(_literal, values))}))")
    elif field.get("type") == "boolean":
        parts.append(f"CHECK ({name} IN (0, 1))")
    return " ".join(parts)


def _insert(database: sqlite3.Connection, package: Package, table: Table) -> int:
    rows = read_printed_rows(package, table)
    marks = ", ".join("?" * rows.num_columns)
    try:
        database.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", _values(rows))
    except sqlite3.IntegrityError as error:
        raise InputError(
            f"{package.place}: {table.name}", f"a row does not keep its schema: {error}", _CHECK
        ) from error
    return int(rows.num_rows)


def _values(rows: Any) -> Iterator[tuple[Any, ...]]:
    for batch in rows.to_batches(max_chunksize=10_000):
        columns = [batch.column(index).to_pylist() for index in range(batch.num_columns)]
        for row in zip(*columns, strict=True):
            yield tuple(map(_value, row))


def _value(value: Any) -> str | int | float | None:
    if isinstance(value, float) and isnan(value):
        raise sqlite3.DataError("a number is NaN, which SQLite does not know")
    return value if isinstance(value, str | int | float | None) else str(value.isoformat())


def _check_foreign_keys(database: sqlite3.Connection, package: Package) -> None:
    for table, rowid, parent, number in database.execute("PRAGMA foreign_key_check"):
        keys = {row[0]: row[3] for row in database.execute(f"PRAGMA foreign_key_list({_name(table)})") if row[1] == 0}
        problem = f"row {rowid}: its {keys.get(number, 'foreign key')} leads to no row of {parent!r}"
        raise InputError(f"{package.place}: {table}", problem, _CHECK)


def _indexes(table: Table) -> Iterator[str]:
    """One index for each foreign key and each column of days or times, but what the primary key covers."""
    wanted = [columns for columns, _, _ in table.foreign_keys]
    wanted += [[field["name"]] for field in table.fields if field.get("type") in ("date", "datetime")]
    for columns in {tuple(columns): None for columns in wanted}:
        if tuple(table.primary_key[: len(columns)]) != columns:
            name = _name("_".join(["idx", table.name, *columns]))
            yield f"CREATE INDEX {name} ON {_name(table.name)} ({_list(columns)})"


def _index_words(database: sqlite3.Connection, package: Package) -> None:
    """Full-text search that takes ``elysee`` for ``Élysée``. Datasette finds it by ``content`` in these quotes."""
    for name, columns in SEARCHED.items():
        if name in package.tables and set(columns) <= set(package.tables[name].columns):
            words = _name(f"{name}_fts")
            options = f"content={_name(name)}, tokenize='unicode61 remove_diacritics 2'"
            database.execute(f"CREATE VIRTUAL TABLE {words} USING fts5({_list(columns)}, {options})")
            database.execute(f"INSERT INTO {words}({words}) VALUES ('rebuild')")


# Descriptions -----------------------------------------------------------------------------------------------

_ABOUT_METADATA = {
    "about_package": {"title": "About the package", "description": "What the package says of itself."},
    "about_tables": {"title": "About the tables", "description": "One row per table and view of this database."},
    "about_columns": {"title": "About the columns", "description": "One row per column, with the values it may have."},
}


def _describe(database: sqlite3.Connection, package: Package) -> None:
    database.execute("CREATE TABLE about_package (property TEXT PRIMARY KEY, value TEXT NOT NULL)")
    database.executemany("INSERT INTO about_package VALUES (?, ?)", _properties(package))
    database.execute("CREATE TABLE about_tables (table_name TEXT PRIMARY KEY, title TEXT, description TEXT)")
    tables = [
        (table.name, table.described("title"), table.described("description")) for table in package.tables.values()
    ]
    views = [(view.name, view.title, view.description) for view in _views(package)]
    database.executemany("INSERT INTO about_tables VALUES (?, ?, ?)", tables + views)
    database.execute(
        "CREATE TABLE about_columns (table_name TEXT REFERENCES about_tables (table_name), column_name TEXT,"
        " position INTEGER, type TEXT, title TEXT, description TEXT, allowed_values TEXT,"
        " PRIMARY KEY (table_name, column_name))"
    )
    database.executemany("INSERT INTO about_columns VALUES (?, ?, ?, ?, ?, ?, ?)", _columns(package))


def _properties(package: Package) -> list[tuple[str, str]]:
    described = package.descriptor
    texts = [(key, described[key]) for key in ("name", "title", "description", "version", "created", "homepage")
             if isinstance(described.get(key), str)]  # fmt: skip
    licenses = [item.get("name") or item.get("title", "") for item in package.licenses]
    return [*texts, ("licenses", ", ".join(licenses))] if licenses else texts


def _columns(package: Package) -> Iterator[tuple[Any, ...]]:
    for table in package.tables.values():
        for position, field in enumerate(table.fields, 1):
            yield (
                *(table.name, field["name"], position, field.get("type", "string")),
                *(field.get("title"), field.get("description"), "; ".join(allowed_values(field)) or None),
            )


def allowed_values(field: dict[str, Any]) -> list[str]:
    """The vocabulary of a column, each value with its label: ``full: The text is published``."""
    listed = field.get("categories") or (field.get("constraints") or {}).get("enum") or ()
    pairs = [(item["value"], item.get("label")) if isinstance(item, dict) else (item, None) for item in listed]
    return [f"{value}: {label}" if label else str(value) for value, label in pairs]


def _table_metadata(table: Table) -> dict[str, Any]:
    label = next((name for name in ("name", "title") if name in table.columns), None)
    metadata = {
        "title": table.described("title"),
        "description": table.described("description"),
        "label_column": label,
        "columns": {field["name"]: field["description"] for field in table.fields if field.get("description")},
    }
    return {key: value for key, value in metadata.items() if value}


# Views ------------------------------------------------------------------------------------------------------


def _views(package: Package) -> list[View]:
    """The views whose tables are in the package with the columns of Minutier's own."""
    return [view for view in declared_views() if all(_is_own(package, name) for name in view.tables)]


def _is_own(package: Package, table: str) -> bool:
    from minutier.tables import schema

    return table in package.tables and set(schema(table).columns) <= set(package.tables[table].columns)


@cache
def declared_views() -> tuple[View, ...]:
    """The views of ``views.yaml``."""
    from minutier.yaml import load

    text = (files("minutier.export") / "views.yaml").read_text(encoding="utf-8")
    return tuple(View(**item | {"tables": tuple(item["tables"])}) for item in load(text))


# SQL --------------------------------------------------------------------------------------------------------


def _some_table(package: Package) -> None:
    if not package.tables:
        raise InputError(package.place, "the package has no table", "A table is a CSV or Parquet file with a schema.")


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))
