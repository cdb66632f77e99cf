"""The version of data: which comes next, by the version recipe of Data Package.

https://datapackage.org/recipes/data-package-version/: MAJOR for changes that break a reader (a column or table
renamed, added, dropped, moved, or of another type), MINOR for more data, PATCH for corrected values and metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Protocol

_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z.-]+))?")


class Level(IntEnum):
    """What a difference costs, from nothing to a major version."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


def is_version(text: str) -> bool:
    """True for ``MAJOR.MINOR.PATCH``, which ``-rc.1`` and the like may follow."""
    return _VERSION.fullmatch(text) is not None


def rank(version: str) -> tuple[Any, ...]:
    """What versions are ordered by: ``1.9.0``, ``1.10.0-rc.1``, ``1.10.0`` (Semantic Versioning 2.0.0, § 11).

    Raises ValueError for what is not a version.
    """
    *numbers, candidate = _parts(version)
    if not candidate:
        return (*numbers, 1, ())
    words = (((0, int(word), "") if word.isdigit() else (1, 0, word)) for word in candidate.split("."))
    return (*numbers, 0, tuple(words))


def newest(versions: Iterable[str]) -> str:
    """The highest of some versions, those that are none left out; empty when there is none."""
    return max(filter(is_version, versions), key=rank, default="")


def raised(version: str, level: Level) -> str:
    """The version that follows ``version`` when something of ``level`` changed.

    A candidate is followed by what it is a candidate of, if that is enough: ``2.0.0-rc.1`` by ``2.0.0``.
    Raises ValueError for what is not a version.
    """
    major, minor, patch, candidate = _parts(version)
    if level is Level.NONE:
        return version
    if candidate and level <= (Level.PATCH if patch else Level.MINOR if minor else Level.MAJOR):
        return f"{major}.{minor}.{patch}"
    if level is Level.MAJOR:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if level is Level.MINOR else f"{major}.{minor}.{patch + 1}"


def _parts(version: str) -> tuple[int, int, int, str]:
    found = _VERSION.fullmatch(version)
    if not found:
        raise ValueError(f"{version!r} is not a version like 1.2.3")
    return int(found[1]), int(found[2]), int(found[3]), found[4] or ""


# What a difference costs ------------------------------------------------------------------------------------

WITHOUT_COST = ("version", "created")
"""Properties of a package that change with every release."""

BOOKKEEPING = ("corrections",)
"""Tables that list what was done to the others: a row more is what a corrected value looks like there."""

_LEVELS = {
    **dict.fromkeys(
        ("table_dropped", "table_renamed", "column_added", "column_dropped", "column_renamed", "column_moved"),
        Level.MAJOR,
    ),
    **dict.fromkeys(("type_changed", "key_changed"), Level.MAJOR),
    "table_added": Level.MINOR,
    "description_changed": Level.PATCH,
}


class PropertyChange(Protocol):
    """A property of the package, or of the table it names, that has another value."""

    @property
    def table(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def old(self) -> Any: ...
    @property
    def new(self) -> Any: ...


class SchemaChange(Protocol):
    """A change of a table or column; ``kind`` is one of those of ``minutier.publish.schema_diff``."""

    @property
    def kind(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def column(self) -> str: ...
    @property
    def old(self) -> Any: ...
    @property
    def new(self) -> Any: ...


class TableDiff(Protocol):
    """How many rows of a table were added, removed and changed."""

    @property
    def name(self) -> str: ...
    @property
    def added(self) -> int: ...
    @property
    def removed(self) -> int: ...
    @property
    def changed(self) -> int: ...


class PackageDiff(Protocol):
    """How two packages differ, as ``minutier.publish.diff.compare`` tells it."""

    @property
    def properties(self) -> Sequence[PropertyChange]: ...
    @property
    def schema(self) -> Sequence[SchemaChange]: ...
    @property
    def tables(self) -> Sequence[TableDiff]: ...


def next_version(current: str, diff: PackageDiff) -> str:
    """The version of the new package of ``diff``, when that of the old one is ``current``.

    The same version when nothing changed. Raises ValueError when ``current`` is not a version.
    """
    return raised(current, level(diff))


def level(diff: PackageDiff) -> Level:
    """What the differences cost together: as much as the dearest of them."""
    costs = [
        *(_of_property(change) for change in diff.properties),
        *(_of_schema(change) for change in diff.schema),
        *(_of_rows(table) for table in diff.tables),
    ]
    return max(costs, default=Level.NONE)


def _of_property(change: PropertyChange) -> Level:
    if change.table or change.name not in ("name", "id", *WITHOUT_COST):
        return Level.PATCH
    return Level.NONE if change.name in WITHOUT_COST else Level.MAJOR


def _of_schema(change: SchemaChange) -> Level:
    if change.kind == "constraints_changed":
        return Level.MAJOR if _is_stricter(change.old or {}, change.new or {}) else Level.MINOR
    return _LEVELS.get(change.kind, Level.MAJOR)


def _of_rows(table: TableDiff) -> Level:
    """Rows that went are as much as rows that came: who holds their keys has to know."""
    if (table.added or table.removed) and table.name not in BOOKKEEPING:
        return Level.MINOR
    return Level.PATCH if table.added or table.removed or table.changed else Level.NONE


def _is_stricter(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """A column allows less than it did, or is read in another way."""
    if any(old.get(name) != new.get(name) for name in (old.keys() | new.keys()) - {"constraints", "categories"}):
        return True
    before, after = _words(old.get("categories")), _words(new.get("categories"))
    if after is not None and (before is None or not before <= after):
        return True
    one, other = old.get("constraints") or {}, new.get("constraints") or {}
    return any(_is_tighter(name, one.get(name), other[name]) for name in other if one.get(name) != other[name])


def _is_tighter(name: str, old: Any, new: Any) -> bool:
    if new is None or new is False:
        return False
    if old is None or name in ("required", "unique", "pattern", "jsonSchema"):
        return True
    if name == "enum":
        return not _words(old) <= _words(new)  # type: ignore[operator]  # neither is None
    try:
        return bool(new > old if name.lower().startswith(("min", "exclusivemin")) else new < old)
    except TypeError:
        return True


def _words(values: Any) -> set[str] | None:
    """The values of a vocabulary, whether or not they are described."""
    if values is None:
        return None
    return {str(value.get("value") if isinstance(value, dict) else value) for value in values}
