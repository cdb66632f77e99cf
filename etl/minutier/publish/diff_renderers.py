"""A comparison for its readers: people at a terminal or in a pull request, and programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from minutier.publish.diff import PackageDiff, RowChange, TableDiff
from minutier.publish.files import csv_line
from minutier.publish.schema_diff import PropertyChange, SchemaChange

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 60
"""Characters of a value that are shown to a person."""
BEFORE = 15
"""Characters shown before the place where two long values part."""
_SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_COLOURS = {"added": "green", "removed": "red", "changed": "yellow"}


def to_terminal(diff: PackageDiff, console: Console) -> None:
    """Print a comparison for a person: what is said, the schema, then the rows table by table."""
    from rich.markup import escape

    def say(text: str, style: str = "") -> None:
        marked = f"[{style}]{escape(text)}[/]" if style else escape(text)
        console.print(marked, highlight=False, soft_wrap=True)

    for title, lines in (
        ("Package", [_property(change) for change in diff.properties]),
        ("Schema", [_schema(change) for change in diff.schema]),
    ):
        if lines:
            say(title, "bold")
            for line in lines:
                say(f"  {line}")
    for table in diff.tables:
        if table.is_same:
            continue
        say(f"{table.name}  {_counts(table)}", "bold")
        for column, count in (table.cells or {}).items():
            say(f"  {column}: {count:,} {'cell' if count == 1 else 'cells'} changed")
        for change in table.examples:
            say(f"  {_SIGNS[change.kind]} {_row(change)}", _COLOURS[change.kind])
        more = _more(table)
        if more:
            say(f"  … and {more:,} more")
    say(summary(diff))


def summary(diff: PackageDiff) -> str:
    """One line: whether the two are the same, and how many changes there are."""
    if diff.is_same:
        rows = sum(table.new_rows for table in diff.tables)
        return f"the same: {len(diff.tables)} tables, {rows:,} rows"
    parts = [
        f"{len(diff.properties)} of the package" if diff.properties else "",
        f"{len(diff.schema)} of the schema" if diff.schema else "",
        *(
            f"{count:,} {'row' if count == 1 else 'rows'} {kind}"
            for kind in _SIGNS
            if (count := sum(getattr(table, kind) for table in diff.tables))
        ),
    ]
    return "different: " + ", ".join(filter(None, parts))


def to_json(diff: PackageDiff) -> str:
    """The whole comparison as one JSON object (docs/reference/diff.md)."""
    values = {
        "old": {"place": diff.old, "version": diff.old_version},
        "new": {"place": diff.new, "version": diff.new_version},
        "same": diff.is_same,
        "properties": [asdict(change) for change in diff.properties],
        "schema": [asdict(change) for change in diff.schema],
        "tables": [_table_values(table) for table in diff.tables],
    }
    return json.dumps(values, ensure_ascii=False, indent=1, default=str) + "\n"


def _table_values(table: TableDiff) -> dict[str, Any]:
    return {
        "name": table.name,
        "old_name": table.old_name,
        "key": list(table.key),
        "old_rows": table.old_rows,
        "new_rows": table.new_rows,
        **{kind: getattr(table, kind) for kind in _SIGNS},
        "cells": dict(table.cells or {}),
        "examples": [_example_values(change) for change in table.examples],
    }


def _example_values(change: RowChange) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": change.kind, "key": change.key}
    if change.kind == "changed":
        return values | {"cells": {cell.column: {"old": cell.old, "new": cell.new} for cell in change.cells}}
    return values | {"row": change.row}


CSV_COLUMNS = ("table", "change", "key", "column", "old", "new")


def to_csv(diff: PackageDiff) -> str:
    """One line for each change: of the package, of the schema, and of each cell of each row that is told.

    ``key`` holds the primary key, its parts joined by ``|``. A row that was added or removed has a line for
    each of its cells that is not empty.
    """
    lines = [CSV_COLUMNS, *_csv_lines(diff)]
    return "".join(csv_line(["" if cell is None else cell for cell in line]) for line in lines)


def _csv_lines(diff: PackageDiff) -> Iterator[tuple[str | None, ...]]:
    for said in diff.properties:
        yield said.table, "property_changed", "", said.name, _plain(said.old), _plain(said.new)
    for change in diff.schema:
        yield change.table, change.kind, "", change.column, _plain(change.old), _plain(change.new)
    for table in diff.tables:
        for example in table.examples:
            start = table.name, example.kind, "|".join(text or "" for text in example.key.values())
            for cell in example.cells:
                yield *start, cell.column, cell.old, cell.new
            for column, text in example.row.items():
                if text is not None:
                    yield *start, column, *((None, text) if example.kind == "added" else (text, None))


def _plain(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def to_markdown(diff: PackageDiff) -> str:
    """A comparison for a pull request: a table of totals, then the changes of each table, folded."""
    versions = f"{diff.old_version or '?'} → {diff.new_version or '?'}"
    lines = [f"## Data diff: {_cell(versions)}", "", _cell(summary(diff)), ""]
    said = [_property(change) for change in diff.properties] + [_schema(change) for change in diff.schema]
    lines += [f"- {_cell(line)}" for line in said] + ([""] if said else [])
    differing = [table for table in diff.tables if not table.is_same]
    if differing:
        lines += ["| table | rows | added | removed | changed |", "|---|---:|---:|---:|---:|"]
        for table in differing:
            counts = [table.new_rows, table.added, table.removed, table.changed]
            lines.append(f"| {_cell(table.name)} | " + " | ".join(f"{count:,}" for count in counts) + " |")
        lines.append("")
    for table in differing:
        lines += _folded(table)
    return "\n".join(lines).rstrip() + "\n"


def _folded(table: TableDiff) -> Iterator[str]:
    if not table.examples:
        return
    yield from ("<details>", f"<summary>{_cell(table.name)}: {_counts(table)}</summary>", "")
    yield from ("| change | row | column | old | new |", "|---|---|---|---|---|")
    for change in table.examples:
        key = _cell(_key(change))
        for cell in change.cells:
            old, new = (_cell(text) for text in _parted(cell.old, cell.new))
            yield f"| changed | {key} | {_cell(cell.column)} | {old} | {new} |"
        if change.row:
            old, new = ("", _cell(_values(change))) if change.kind == "added" else (_cell(_values(change)), "")
            yield f"| {change.kind} | {key} | | {old} | {new} |"
    more = _more(table)
    yield ""
    yield from ([f"… and {more:,} more", ""] if more else [])
    yield from ("</details>", "")


RENDERERS: dict[str, Callable[[PackageDiff], str]] = {"json": to_json, "csv": to_csv, "markdown": to_markdown}
"""Forms of a comparison that are a text."""


# Words ------------------------------------------------------------------------------------------------------


def _property(change: PropertyChange) -> str:
    whose = f"{change.table}: " if change.table else ""
    return f"{whose}{change.name} {_change(change.old, change.new)}"


def _schema(change: SchemaChange) -> str:
    name = f"{change.table}.{change.column}" if change.column else change.table
    words = {
        "table_added": "table added",
        "table_dropped": "table dropped",
        "table_renamed": f"table renamed, was {change.old}",
        "column_added": f"column added ({change.new})",
        "column_dropped": f"column dropped ({change.old})",
        "column_renamed": f"column renamed, was {change.old}",
        "column_moved": f"column moved from place {change.old} to {change.new}",
    }
    return f"{name}: " + (words.get(change.kind) or f"{_KINDS[change.kind]} {_change(change.old, change.new)}")


_KINDS = {
    "type_changed": "type",
    "key_changed": "primary key",
    "constraints_changed": "constraints",
    "description_changed": "description",
}


def _change(old: Any, new: Any) -> str:
    before, after = _parted(_plain(old), _plain(new))
    return f"{before or '(none)'} → {after or '(none)'}"


def _counts(table: TableDiff) -> str:
    parts = [f"{getattr(table, kind):,} {kind}" for kind in _SIGNS if getattr(table, kind)]
    was = f" (was {table.old_name})" if table.old_name != table.name else ""
    return ", ".join(parts) + was


def _more(table: TableDiff) -> int:
    return table.added + table.removed + table.changed - len(table.examples)


def _key(change: RowChange) -> str:
    return ", ".join(_short(text or "") for text in change.key.values())


def _row(change: RowChange) -> str:
    told = "; ".join(f"{cell.column}: {_change(cell.old, cell.new)}" for cell in change.cells) or _values(change)
    key = _key(change)
    return f"{key}  {told}" if key else told


def _values(change: RowChange) -> str:
    """The first values of a row, but those of its key."""
    told = [text for column, text in change.row.items() if text is not None and column not in change.key]
    return _short(" · ".join(told))


def _parted(old: str | None, new: str | None) -> tuple[str, str]:
    """Two values for people: long ones from shortly before the place where they part."""
    one, other = _line(old or ""), _line(new or "")
    if max(len(one), len(other)) <= WIDE:
        return one, other
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, same - BEFORE)
    return _short(one, start), _short(other, start)


def _short(text: str, start: int = 0) -> str:
    text = _line(text)
    head = "…" if start else ""
    rest = text[start:]
    return head + (rest if len(rest) <= WIDE else rest[: WIDE - 1] + "…")


def _line(text: str) -> str:
    """A text on one line, without characters that would command a terminal."""
    one = " ".join(text.split())
    return "".join("\N{REPLACEMENT CHARACTER}" if ord(sign) < 32 or 127 <= ord(sign) < 160 else sign for sign in one)


def _cell(text: str) -> str:
    """A text in a cell of a Markdown table, as it stands: nothing in it is markup."""
    text = _line(text).replace("&", "&amp;").replace("<", "&lt;")
    for mark in "\\`*_[]|~#@":
        text = text.replace(mark, f"\\{mark}" if mark != "@" else "&#64;")
    return text
