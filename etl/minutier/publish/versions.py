"""The version of data: which comes next, by the version recipe of Data Package.

https://datapackage.org/recipes/data-package-version/: MAJOR for changes that break a reader (a column or table
renamed, added, dropped, moved, or of another type), MINOR for more data, PATCH for corrected values and metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Any

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
