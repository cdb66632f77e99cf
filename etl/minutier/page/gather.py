"""What a page shows of a package: its tables, live blog by live blog, without what is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutier.errors import InputError
from minutier.package import rows
from minutier.publish import DESCRIPTOR, read_descriptor, recover
from minutier.tables import TableSchema, schema

FACTS = ("quotes", "vote_results", "participation_snapshots", "endorsements", "issues")
"""The tables whose rows point into the source text, in the order of the page."""

LEFT_OUT = {"liveblog_id", "text_sha256"}
"""Columns that the page can do without: they say the same in each row, or serve programs only."""

PROSE = {"entries": ("text", "headline"), "issues": ("message",)}
"""Columns that hold words of the narrator: empty where the text policy is ``facts``."""

PROPERTIES = ("name", "title", "description", "version", "created", "licenses")
"""What the page tells of the package as a whole."""

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Night:
    """A live blog: its own row, and its rows of the other tables as ``{"columns": […], "rows": [[…], …]}``."""

    liveblog: dict[str, Any]
    tables: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A package: what it says of itself, its contests, and its live blogs, the latest first."""

    properties: dict[str, Any]
    contests: list[dict[str, Any]]
    nights: tuple[Night, ...]


def gather(folder: Path) -> Gathered:
    """Read the package in ``folder``. Raises InputError when it cannot be read or has no live blog."""
    recover(folder)
    described = read_descriptor(folder)
    liveblogs = sorted(
        (_typed(schema("liveblogs"), row, folder) for row in rows(folder, "liveblogs")),
        key=lambda row: (row["coverage_start"] or "", row["liveblog_id"]),
        reverse=True,
    )
    if not liveblogs:
        raise InputError(
            str(folder / DESCRIPTOR), "the package has no live blog: there is nothing to show", "Name another package."
        )
    parts = {table: _by_liveblog(folder, table) for table in ("entries", *FACTS)}
    nights = tuple(_night(liveblog, parts, folder) for liveblog in liveblogs)
    contests = [_typed(schema("contests"), row, folder) for row in rows(folder, "contests")]
    return Gathered({name: described[name] for name in PROPERTIES if described.get(name)}, contests, nights)


def _by_liveblog(folder: Path, table: str) -> dict[str, list[Cells]]:
    parts: dict[str, list[Cells]] = {}
    for row in rows(folder, table):
        parts.setdefault(row["liveblog_id"], []).append(row)
    return parts


def _night(liveblog: dict[str, Any], parts: dict[str, dict[str, list[Cells]]], folder: Path) -> Night:
    own = {table: found.get(liveblog["liveblog_id"], []) for table, found in parts.items()}
    if liveblog["text_policy"] != "full":
        own = {table: list(_without_prose(table, found)) for table, found in own.items()}
    own["entries"].sort(key=lambda row: int(row["position"]) if row["position"].isdecimal() else 0)
    return Night(liveblog, {table: _columnar(schema(table), found, folder) for table, found in own.items()})


def _without_prose(table: str, found: Iterable[Cells]) -> Iterator[Cells]:
    """The rows without the narrator's words, even if the package should hold them."""
    blank = dict.fromkeys(PROSE.get(table, ()), "")
    for row in found:
        yield {**row, **blank}


def _columnar(table: TableSchema, found: Iterable[Cells], folder: Path) -> dict[str, Any]:
    columns = [name for name in table.columns if name not in LEFT_OUT]
    typed = (_typed(table, row, folder) for row in found)
    return {"columns": columns, "rows": [[row[name] for name in columns] for row in typed]}


def _typed(table: TableSchema, row: Cells, folder: Path) -> dict[str, Any]:
    """The cells of a row as JSON has them: numbers, booleans, texts (instants too), null for unknown."""
    try:
        return {field.name: _value(field.type, row[field.name]) for field in table.fields}
    except (KeyError, ValueError) as error:
        key = table.primary_key if isinstance(table.primary_key, str) else table.primary_key[0]
        raise InputError(
            str(folder / DESCRIPTOR),
            f"table {table.name}, row {row.get(key)!r}: {error} is not what the schema asks for",
            "Run minutier validate on the package, or build it again.",
        ) from error


def _value(kind: str, cell: str) -> Any:
    if cell is None:
        raise ValueError("a missing cell")
    if cell == "":
        return None
    if kind == "integer":
        return int(cell)
    if kind == "number":
        number = float(cell)
        return int(number) if number.is_integer() else number
    if kind == "boolean":
        return {"true": True, "false": False}[cell]
    return cell
