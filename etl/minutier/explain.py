"""A published value back in its source: the row, its entry, and the very characters it was read from."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minutier.errors import InputError, UsageError
from minutier.publish import DESCRIPTOR, read_descriptor, recover
from minutier.tables import TABLES, schema
from minutier.tables.ids import PREFIXES

SPANS = (("", "value"), ("speaker_", "speaker"), ("cue_", "cue"))
"""The pairs of offsets that a row may have: prefix of the two columns, and what they delimit."""

FIRST_MENTIONS = 5
"""How many of the rows that refer to a row are named."""


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` of the entry is ``what`` of the row."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The rows of ``table`` whose ``columns`` refer to the row that is explained: how many, and the first of them."""

    table: str
    columns: tuple[str, ...]
    rows: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A row of a table, its entry, and the spans of the row inside the entry's text.

    Rows hold their cells as text, as CSV does. ``entry`` is None for a row that is in none; ``spans`` are
    empty when the text of the entry is withheld. ``corrections`` are the rows of the table of corrections that
    are about the row; ``mentions`` the rows that refer to it.
    """

    table: str
    row: dict[str, str]
    entry: dict[str, str] | None
    spans: tuple[Span, ...]
    corrections: tuple[dict[str, str], ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def name(self) -> str:
        """What ``explain`` calls the row."""
        return identity(self.table, self.row)


def explain(identifier: str, folder: Path) -> Explanation:
    """Find a row by its identifier, or the beginning of one, in the package in ``folder``.

    The identifier of a contest is followed by its round: ``fr-primaire-gauche-2017/2``. Raises UsageError when no
    row or several have it, InputError when the package cannot be read.
    """
    recover(folder)
    table, row = _find(identifier, folder)
    if table == "corrections":
        return _explain_correction(row, folder)
    corrections = tuple(_corrections(folder, table, identity(table, row)))
    if table in PREFIXES:
        entry = _entry(row["entry_id"], folder) if row["entry_id"] else None
        return Explanation(table, row, entry, _spans(row, entry), corrections)
    mentions = tuple(_mentions(folder, table, row))
    return Explanation(table, row, row if table == "entries" else None, (), corrections, mentions)


def identity(table: str, row: dict[str, str]) -> str:
    """What ``explain`` calls a row: its primary key, the parts of one that has several joined by a slash."""
    return "/".join(row[name] for name in schema(table).descriptor["primaryKey"])


def _explain_correction(row: dict[str, str], folder: Path) -> Explanation:
    """The row that was corrected, when it is there; else what was done."""
    if row["action"] != "drop":
        return explain(row["row_id"], folder)
    return Explanation("corrections", row, None, ())


def _corrections(folder: Path, table: str, key: str) -> Iterator[dict[str, str]]:
    """What the table of corrections says of a row; nothing in a package without that table."""
    if any(resource.get("name") == "corrections" for resource in read_descriptor(folder)["resources"]):
        for row in _rows(folder, "corrections"):
            if (row["table_name"], row["row_id"]) == (table, key):
                yield row


def _mentions(folder: Path, table: str, row: dict[str, str]) -> Iterator[Mention]:
    """The rows that refer to a row, by the foreign keys of their tables."""
    for other in TABLES:
        for key in schema(other).descriptor.get("foreignKeys", ()):
            if key["reference"]["resource"] != table:
                continue
            wanted = [row[name] for name in key["reference"]["fields"]]
            found = [
                identity(other, item)
                for item in _rows(folder, other)
                if [item[name] for name in key["fields"]] == wanted
            ]
            if found:
                yield Mention(other, tuple(key["fields"]), len(found), tuple(found[:FIRST_MENTIONS]))


def _find(identifier: str, folder: Path) -> tuple[str, dict[str, str]]:
    """The row that has the identifier, else the only one whose identifier begins with it."""
    prefixed = [table for table, prefix in PREFIXES.items() if identifier.startswith(f"{prefix}-")]
    tables = [*prefixed, *(table for table in TABLES if table not in PREFIXES)]
    begun: list[tuple[str, dict[str, str]]] = []
    for table in tables:
        for row in _rows(folder, table):
            name = identity(table, row)
            if name == identifier:
                return table, row
            if name.startswith(identifier):
                begun.append((table, row))
    if len(begun) == 1:
        return begun[0]
    dropped = [
        row
        for table in prefixed
        if not begun
        for row in _corrections(folder, table, identifier)
        if row["action"] == "drop"
    ]
    if dropped:
        return "corrections", dropped[0]
    place, package = f"row {identifier!r}", folder / DESCRIPTOR
    if begun:
        some = ", ".join(identity(*each) for each in begun[:FIRST_MENTIONS])
        raise UsageError(place, f"is the beginning of {len(begun)} identifiers of {package}", f"Some are {some}.")
    raise UsageError(
        place,
        f"is not in the table of {tables[0]} of {package}" if prefixed else f"no table of {package} has it",
        f"Identifiers stand in the first column of the tables, as in data/{tables[0] if prefixed else 'quotes'}.csv.",
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
