"""The data changelog: what a version changed, for people, in Markdown.

It is published, and so are the texts of earlier versions that it compares with: of a long text only the few
characters around the change are shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from minutier.publish.versions import WITHOUT_COST, Level, level

if TYPE_CHECKING:
    from minutier.publish.diff import CellChange, PackageDiff, RowChange, TableDiff
    from minutier.publish.schema_diff import PropertyChange, SchemaChange

CHANGELOG = "data/CHANGELOG.md"
"""Path of the data changelog, from the package's root."""

HEAD = """# Changelog of the data

What each version changed, written by `minutier release`. Versions follow the
[version recipe](https://datapackage.org/recipes/data-package-version/) of Data Package.
"""

EXAMPLES = 3
"""Rows of each kind that are shown of a table."""

SHOWN = 40
"""Characters of a value that are shown."""

BEFORE = 12
"""Characters that are shown before those that changed."""


def with_section(text: str, section: str, version: str) -> str:
    """The changelog with the section of a version above the others; as it is when it has one already."""
    if re.search(rf"^## {re.escape(version)}(?: |$)", text, re.MULTILINE):
        return text
    head, mark, rest = (text or HEAD).partition("\n## ")
    return f"{head.rstrip()}\n\n{section.rstrip()}\n" + (f"\n## {rest}" if mark else "")


def first_section(version: str, day: str, rows: Mapping[str, int]) -> str:
    """The section of a first release; ``rows`` maps each table to its number of rows."""
    lines = [f"| {table} | {count:,} |" for table, count in rows.items()]
    return "\n".join([_title(version, day), "", "First release.", "", "| table | rows |", "|---|---:|", *lines])


def section(version: str, day: str, diff: PackageDiff, *, with_examples: bool = True) -> str:
    """The section of a version: its schema, what it says of itself, and row by row what changed."""
    blocks = [
        [_title(version, day)],
        [_SUMMARIES[level(diff)]],
        [f"- {_of_schema(change)}" for change in diff.schema],
        [f"- {_of_property(change)}" for change in diff.properties if change.name not in WITHOUT_COST],
    ]
    tables = [table for table in diff.tables if table.added or table.removed or table.changed]
    if tables:
        head = ["| table | rows added | rows removed | rows changed |", "|---|---:|---:|---:|"]
        counts = [f"| {table.name} | {table.added:,} | {table.removed:,} | {table.changed:,} |" for table in tables]
        blocks.append(head + counts)
    for table in tables if with_examples else ():
        blocks += [[f"### {table.name}"], list(_examples(table))]
    return "\n\n".join("\n".join(block) for block in blocks if block)


_SUMMARIES = {
    Level.NONE: "Nothing changed.",
    Level.PATCH: "Corrected values or descriptions; the tables have the same rows and columns.",
    Level.MINOR: "Rows came or went; the columns are the same.",
    Level.MAJOR: "The columns changed: what reads the tables may have to change too.",
}


def _title(version: str, day: str) -> str:
    return f"## {version} ({day})" if day else f"## {version}"


def _of_schema(change: SchemaChange) -> str:
    what, _, done = change.kind.partition("_")
    place = f"`{change.table}`" + (f".`{change.column}`" if change.column else "")
    if what in ("table", "column") and done in ("added", "dropped"):
        return f"{what} {place} {done}"
    if done == "renamed":
        return f"{what} {place} renamed: it was `{change.old}`"
    if done == "moved":
        return f"column {place} moved from place {change.old} to {change.new}"
    return f"{place}: {change.kind.replace('_', ' ')}{_from_to(change.old, change.new)}"


def _of_property(change: PropertyChange) -> str:
    place = f"`{change.table}`: " if change.table else ""
    return f"{place}`{change.name}` changed{_from_to(change.old, change.new)}"


def _from_to(old: Any, new: Any) -> str:
    sides = [_json(value) for value in (old, new)]
    return f" from {sides[0]} to {sides[1]}" if max(map(len, sides)) <= 2 * SHOWN else ""


def _json(value: Any) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`" if value is not None else "nothing"


def _examples(table: TableDiff) -> Iterator[str]:
    for kind in ("added", "removed", "changed"):
        shown = [row for row in table.examples if row.kind == kind][:EXAMPLES]
        yield from (f"- {kind} {_row(row, table.key)}" for row in shown)
        more = getattr(table, kind) - len(shown)
        if more > 0 and shown:
            yield f"- … and {more:,} more {kind}"
    for column, count in (table.cells or {}).items() if table.changed > EXAMPLES else ():
        yield f"- {count:,} {'cell' if count == 1 else 'cells'} changed in `{column}`"


def _row(row: RowChange, key: Sequence[str]) -> str:
    name = ", ".join(f"`{value}`" for value in row.key.values())
    if row.kind == "changed":
        cells = "; ".join(map(_cell, row.cells))
    else:
        cells = "; ".join(f"{column} {_code(_excerpt(value))}" for column, value in _telling(row.row, key))
    return f"{name}: {cells}" if name and cells else name or cells


def _telling(row: Mapping[str, str | None], key: Sequence[str]) -> list[tuple[str, str]]:
    """The first three columns of a row that say something by themselves."""
    return [
        (column, value)
        for column, value in row.items()
        if value
        and column not in (*key, "position")
        and not column.endswith(("_id", "sha256"))
        and "char_" not in column
    ][:3]


def _cell(cell: CellChange) -> str:
    old, new = cell.old or "", cell.new or ""
    start = max(0, _shared(old, new) - BEFORE) if len(old) > SHOWN or len(new) > SHOWN else 0
    sides = (_code(_excerpt(text, start)) if text else "nothing" for text in (old, new))
    return f"{cell.column} " + " → ".join(sides)


def _shared(one: str, other: str) -> int:
    """Number of characters with which both texts begin."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _excerpt(text: str, start: int = 0) -> str:
    """Some of a text, on one line."""
    part = " ".join(text[start : start + SHOWN].split())
    return ("…" if start else "") + part + ("…" if start + SHOWN < len(text) else "")


def _code(text: str) -> str:
    """A text as code in Markdown, whatever is in it; a bar would end a cell of a table."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if len(fence) > 1 else ""
    return f"{fence}{space}{text}{space}{fence}"
