"""What two validators say of one package, in a form that can be compared."""

from __future__ import annotations

import warnings
from collections import Counter
from pathlib import Path
from typing import Any

from minutier.validate import validate_package

CELL = ("type-error", "constraint-error", "unique-error", "missing-cell")
ROW = ("blank-row", "primary-key")
LABEL = ("blank-label", "duplicate-label", "incorrect-label", "extra-label", "missing-label")

Said = Counter[tuple[Any, ...]]


def ours(path: Path) -> Said:
    """The errors of minutier as (resource, type, row, field); places as far as the type has them."""
    report = validate_package(path, rules=False, limit=None)
    assert report.unjudged == ()
    said: Said = Counter()
    for finding in report.findings:
        if finding.severity == "error":
            said[_place(finding.resource, finding.type, finding.row, finding.field, finding.field_number)] += 1
    assert sum(said.values()) == report.count()
    assert report.valid is not bool(said)
    return said


def frictionless(path: Path) -> Said:
    """The errors of frictionless, likewise."""
    import frictionless as library

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            report = library.validate(str(path), limit_errors=10**9)
        except library.FrictionlessException as error:
            return Counter({("", one.type, None, None): 1 for one in error.to_errors()})
    said: Said = Counter()
    for error in report.errors:
        said[("", error.type, None, None)] += 1
    for task in report.tasks:
        for error in task.errors:
            told = error.to_descriptor()
            field = ", ".join(told.get("fieldNames") or []) or told.get("fieldName")
            said[_place(task.name, error.type, told.get("rowNumber"), field, told.get("fieldNumber"))] += 1
    return said


def _place(resource: str, kind: str, row: int | None, field: str | None, number: int | None) -> tuple[Any, ...]:
    if kind in CELL or kind == "foreign-key":
        return (resource, kind, row, field)
    if kind == "extra-cell":
        return (resource, kind, row, number)
    if kind in ROW:
        return (resource, kind, row, None)
    if kind in LABEL:
        return (resource, kind, None, number)
    return (resource, kind, None, None)
