"""What changed in what a package says: its own properties, and the columns, types and keys of its tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutier.publish.comparing import Field

UNCOMPARED = ("resources", "$schema", "profile")
"""Properties of a descriptor that are compared elsewhere, or say nothing of the data."""


@dataclass(frozen=True, slots=True)
class PropertyChange:
    """A property of the package or, where ``table`` is not empty, of one of its tables."""

    table: str
    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """One change of the schema; ``old`` and ``new`` say what stood there.

    ``kind`` is ``table_added``, ``table_dropped``, ``table_renamed``, ``column_added``, ``column_dropped``,
    ``column_renamed``, ``column_moved`` (places from 1), ``type_changed``, ``key_changed``,
    ``constraints_changed`` (missing values and categories too) or ``description_changed``. ``table`` and
    ``column`` have their new names, unless they were dropped.
    """

    kind: str
    table: str
    column: str = ""
    old: Any = None
    new: Any = None


def property_changes(old: dict[str, Any], new: dict[str, Any], table: str = "") -> Iterator[PropertyChange]:
    """The properties that differ between two descriptors, in the order of the new one."""
    names = [*new, *(name for name in old if name not in new)]
    for name in names:
        if name not in UNCOMPARED and old.get(name) != new.get(name):
            yield PropertyChange(table, name, old.get(name), new.get(name))


def field_changes(table: str, old: Field, new: Field) -> Iterator[SchemaChange]:
    """What differs between two fields that are the same column, but their names."""
    column = str(new["name"])
    kinds = [_kind(field) for field in (old, new)]
    if kinds[0] != kinds[1]:
        yield SchemaChange("type_changed", table, column, *kinds)
    for kind, names in _OF_FIELD.items():
        told = [{name: field[name] for name in names if field.get(name)} for field in (old, new)]
        differing = [name for name in names if told[0].get(name) != told[1].get(name)]
        if differing:
            before, after = ({name: side.get(name) for name in differing} for side in told)
            yield SchemaChange(kind, table, column, before, after)


_OF_FIELD = {
    "constraints_changed": (
        *("constraints", "categories", "categoriesOrdered", "missingValues"),
        *("decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues"),
    ),
    "description_changed": ("title", "description", "example", "rdfType"),
}


def _kind(field: Field) -> str:
    kind, form = str(field.get("type") or "any"), str(field.get("format") or "default")
    return kind if form == "default" else f"{kind} ({form})"


def moved(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The columns that have to be moved, as few as possible, to bring ``old`` into the order of ``new``.

    Both hold the same names. What stays is a longest run of columns that follow each other in both.
    """
    place = {name: number for number, name in enumerate(new)}
    order = [place[name] for name in old]
    tails: list[int] = []
    ranks = []
    for number in order:
        rank = bisect_left(tails, number)
        tails[rank : rank + 1] = [number]
        ranks.append(rank)
    staying: set[int] = set()
    wanted = len(tails) - 1
    for number, rank in zip(reversed(order), reversed(ranks), strict=True):
        if rank == wanted and (not staying or number < min(staying)):
            staying.add(number)
            wanted -= 1
    return [name for name in new if place[name] not in staying]
