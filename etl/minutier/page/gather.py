"""What a page shows of a package: its tables, live blog by live blog, without what is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from minutier.errors import InputError
from minutier.package import Package
from minutier.rows import read_printed_rows
from minutier.tables import schema

FACTS = ("quotes", "vote_results", "participation_snapshots", "endorsements", "issues")
"""The tables whose rows point into the source text, in the order of the page."""

LEFT_OUT = {"liveblog_id", "text_sha256"}
"""Columns that the page can do without: they say the same in each row, or serve programs only."""

PROSE = {"entries": ("text", "headline"), "issues": ("message",), "corrections": ("source",)}
"""Columns that hold, or may hold, words of the narrator: empty where the text policy is ``facts``."""

CORRECTIONS = ("row_id", "action", "column_name", "old_value", "new_value", "reason", "source")
"""What is told of a value that was corrected by hand, with its row."""

PROPERTIES = ("name", "title", "description", "version", "created", "licenses")
"""What the page tells of the package as a whole."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Night:
    """A live blog: its own row, and its rows of the other tables as ``{"columns": […], "rows": [[…], …]}``."""

    liveblog: Row
    tables: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A package: what it says of itself, its contests, and its live blogs, the latest first."""

    properties: dict[str, Any]
    contests: list[Row]
    nights: tuple[Night, ...]


def gather(package: Package) -> Gathered:
    """Read a package of live blogs. Raises InputError when a table or column is missing or cannot be read, or
    there is no live blog.
    """
    liveblogs = sorted(
        _rows(package, "liveblogs"), key=lambda row: (row["coverage_start"] or "", row["liveblog_id"]), reverse=True
    )
    if not liveblogs:
        raise InputError(
            package.place, "the package has no live blog: there is nothing to show", "Name another package."
        )
    parts = {table: _by_liveblog(package, table) for table in ("entries", *FACTS)}
    corrections = _corrections(package)
    nights = tuple(_night(liveblog, parts, corrections) for liveblog in liveblogs)
    told = {name: package.descriptor[name] for name in PROPERTIES if package.descriptor.get(name)}
    return Gathered(told | {"licenses": package.licenses}, list(_rows(package, "contests")), nights)


def _by_liveblog(package: Package, table: str) -> dict[str, list[Row]]:
    parts: dict[str, list[Row]] = {}
    for row in _rows(package, table):
        parts.setdefault(row["liveblog_id"], []).append(row)
    return parts


def _corrections(package: Package) -> dict[str, list[Row]]:
    """The corrections of published rows, by the row; a package need not have any."""
    parts: dict[str, list[Row]] = {}
    if "corrections" in package.tables:
        for row in _rows(package, "corrections"):
            if row["action"] != "drop":
                parts.setdefault(row["row_id"], []).append({name: row[name] for name in CORRECTIONS})
    return parts


def _night(liveblog: Row, parts: dict[str, dict[str, list[Row]]], corrections: dict[str, list[Row]]) -> Night:
    own = {table: found.get(liveblog["liveblog_id"], []) for table, found in parts.items()}
    keys = [str(row[str(schema(table).primary_key)]) for table in FACTS for row in own[table]]
    own["corrections"] = [row for key in keys for row in corrections.get(key, ())]
    if liveblog["text_policy"] != "full":
        own = {table: list(_without_prose(table, found)) for table, found in own.items()}
    own["entries"].sort(key=lambda row: row["position"] or 0)
    columns = {table: [name for name in schema(table).columns if name not in LEFT_OUT] for table in parts}
    columns["corrections"] = list(CORRECTIONS)
    return Night(liveblog, {table: _columnar(columns[table], found) for table, found in own.items()})


def _without_prose(table: str, found: Iterable[Row]) -> Iterator[Row]:
    """The rows without the narrator's words, even if the package should hold them."""
    blank = dict.fromkeys(PROSE.get(table, ()))
    for row in found:
        yield {**row, **blank}


def _columnar(columns: list[str], found: Iterable[Row]) -> dict[str, Any]:
    return {"columns": columns, "rows": [[row[name] for name in columns] for row in found]}


def _rows(package: Package, table: str) -> Iterator[Row]:
    """The rows of a table as JSON has them: numbers, booleans, texts (instants too), None for unknown."""
    found = read_printed_rows(package, package.table(table))
    wanted = schema(table).columns
    missing = [name for name in wanted if name not in found.column_names]
    if missing:
        problem = f"the table {table!r} has no column {missing[0]!r}: it is not one of live blogs"
        raise InputError(package.place, problem, "Build the package again.")
    for row in found.select(list(wanted)).to_pylist():
        yield {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    """Whole numbers without a point, days as text; an empty text is unknown."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value
