"""A published value back in its source: the row, its entry, and the very characters it was read from."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minutier.errors import InputError, UsageError
from minutier.publish import DESCRIPTOR, read_descriptor, recover
from minutier.tables import schema
from minutier.tables.ids import PREFIXES

SPANS = (("", "value"), ("speaker_", "speaker"), ("cue_", "cue"))
"""The pairs of offsets that a row may have: prefix of the two columns, and what they delimit."""


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` of the entry is ``what`` of the row."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A row of a table, its entry, and the spans of the row inside the entry's text.

    Rows hold their cells as text, as CSV does. ``entry`` is None for an issue that is in none; ``spans`` are
    empty when the text of the entry is withheld. ``corrections`` are the rows of the table of corrections that
    are about the row.
    """

    table: str
    row: dict[str, str]
    entry: dict[str, str] | None
    spans: tuple[Span, ...]
    corrections: tuple[dict[str, str], ...] = ()


def explain(identifier: str, folder: Path) -> Explanation:
    """Find a row by its identifier, or the beginning of one, in the package in ``folder``.

    Raises UsageError when no row or several have it, InputError when the package cannot be read.
    """
    recover(folder)
    table, row = _find(identifier, folder)
    if table == "corrections":
        return _explain_correction(row, folder)
    corrections = tuple(_corrections(folder, table, row[str(schema(table).primary_key)]))
    if table == "entries":
        return Explanation(table, row, row, (), corrections)
    entry = _entry(row["entry_id"], folder) if row["entry_id"] else None
    return Explanation(table, row, entry, _spans(row, entry), corrections)


def _explain_correction(row: dict[str, str], folder: Path) -> Explanation:
    """The row that was corrected, when it is there and one that can be explained; else what was done."""
    can_be_explained = row["table_name"] in (*PREFIXES, "entries")
    if can_be_explained and row["action"] != "drop":
        return explain(row["row_id"], folder)
    return Explanation("corrections", row, None, ())


def _corrections(folder: Path, table: str, key: str) -> Iterator[dict[str, str]]:
    """What the table of corrections says of a row; nothing in a package without that table."""
    if any(resource.get("name") == "corrections" for resource in read_descriptor(folder)["resources"]):
        for row in _rows(folder, "corrections"):
            if (row["table_name"], row["row_id"]) == (table, key):
                yield row


def _find(identifier: str, folder: Path) -> tuple[str, dict[str, str]]:
    by_prefix = {f"{prefix}-": table for table, prefix in PREFIXES.items()}
    tables = [table for prefix, table in by_prefix.items() if identifier.startswith(prefix)] or ["entries"]
    key = str(schema(tables[0]).primary_key)
    found = [row for row in _rows(folder, tables[0]) if row[key].startswith(identifier)]
    exact = [row for row in found if row[key] == identifier]
    if len(exact or found) == 1:
        return tables[0], (exact or found)[0]
    dropped = [] if found else [row for row in _corrections(folder, tables[0], identifier) if row["action"] == "drop"]
    if dropped:
        return "corrections", dropped[0]
    problem = f"is the beginning of {len(found)} identifiers" if found else f"is not in the table of {tables[0]}"
    raise UsageError(
        f"row {identifier!r}",
        f"{problem} of {folder / DESCRIPTOR}",
        f"Identifiers stand in the first column of the tables, in data/{tables[0]}.csv for this kind.",
    )


def _entry(entry_id: str, folder: Path) -> dict[str, str]:
    for row in _rows(folder, "entries"):
        if row["entry_id"] == entry_id:
            return row
    raise InputError(
        str(folder / DESCRIPTOR), f"the entry {entry_id!r} is not in the package", "Build the package again."
    )


def _rows(folder: Path, table: str) -> Iterator[dict[str, str]]:
    """The rows of a published table, cells as text. Raises InputError when its file cannot be read."""
    resources = read_descriptor(folder)["resources"]
    paths = [str(resource.get("path")) for resource in resources if resource.get("name") == table]
    if not paths:
        raise InputError(str(folder / DESCRIPTOR), f"the package has no table {table!r}", "Name another package.")
    path = folder / paths[0]
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(str(folder / DESCRIPTOR), f"{paths[0]!r} is outside the package", "Build the package again.")
    csv.field_size_limit(sys.maxsize)  # an entry may be longer than the usual limit
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            missing = {*schema(table).columns} - {*(rows.fieldnames or ())}
            if missing:
                raise InputError(str(path), f"has no column {min(missing)!r}", "Build the package again.")
            yield from rows
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(str(path), f"cannot be read: {error}", "Build the package again.") from error


def _spans(row: dict[str, str], entry: dict[str, str] | None) -> tuple[Span, ...]:
    """The spans of the row, from the beginning of the entry's text; those outside it are left out."""
    if entry is None or not entry["text"]:
        return ()
    first, last = int(entry["char_start"]), int(entry["char_end"])
    spans = []
    for prefix, what in SPANS:
        start, end = row.get(f"{prefix}char_start"), row.get(f"{prefix}char_end")
        if start and end and first <= int(start) <= int(end) <= last:
            spans.append(Span(int(start) - first, int(end) - first, what))
    return tuple(spans)
