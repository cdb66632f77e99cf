"""What a validation says: findings one can act on, exact totals, and an exit code."""

from __future__ import annotations

import heapq
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from minutier.errors import ExitCode

Severity = Literal["error", "warning", "info"]
Kind = tuple[str, str, str, Severity]
"""What the findings of one resource are counted by: type, field, rule and severity."""

VALUE_LENGTH = 300
"""A cell of megabytes is shown by its first characters."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth knowing, in a package.

    ``type`` is an error type of frictionless-py (``type-error``, ``foreign-key``, …) or, for a rule across
    tables, ``rule``; ``rule`` is the constraint or the rule that speaks. ``row`` counts the rows of the file
    from 1, header included, as frictionless does. ``field`` names the column (several are joined by a comma).
    """

    type: str
    message: str
    remedy: str = ""
    severity: Severity = "error"
    resource: str = ""
    path: str = ""
    row: int | None = None
    field: str = ""
    field_number: int | None = None
    value: str | None = None
    rule: str = ""

    @property
    def kind(self) -> Kind:
        """What the findings of one resource are counted by: type, field, rule and severity."""
        return (self.type, self.field, self.rule, self.severity)

    @property
    def group(self) -> tuple[str, str, str, str, Severity]:
        """What findings are counted by: resource, type, field, rule and severity."""
        return (self.resource, self.type, self.field, self.rule, self.severity)


@dataclass(frozen=True, slots=True)
class Total:
    """How many findings of one kind there are, printed or not."""

    resource: str
    type: str
    field: str
    rule: str
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class ResourceSummary:
    """What was read of one resource. ``rows`` is None for a file that is not a table."""

    name: str
    path: str
    rows: int | None
    bytes: int | None
    errors: int


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome for one package.

    ``findings`` are in file order, resource by resource, at most ``limit`` per resource; ``totals`` count all
    of them. ``unjudged`` says what could not be looked at (a remote file, an unknown format). ``rules`` names
    the rules across tables that were applied.
    """

    package: str
    findings: tuple[Finding, ...]
    totals: tuple[Total, ...]
    resources: tuple[ResourceSummary, ...] = ()
    unjudged: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def count(self, severity: Severity = "error") -> int:
        """The exact number of findings of a severity."""
        return sum(total.count for total in self.totals if total.severity == severity)

    @property
    def valid(self) -> bool:
        """True when everything was judged and nothing is wrong; warnings do not make a package invalid."""
        return not self.count() and not self.unjudged

    @property
    def exit_code(self) -> int:
        """0 valid, 1 findings, 2 something could not be judged (and nothing else is wrong)."""
        if self.count():
            return ExitCode.FINDINGS
        return ExitCode.USAGE if self.unjudged else ExitCode.OK


@dataclass(slots=True)
class Collector:
    """Gathers the findings of one resource: counts them all, keeps the first ``limit`` in file order.

    A finding may come without resource, path and row: only those that are kept are completed.
    """

    limit: int | None
    resource: str = ""
    path: str = ""
    counts: Counter[Kind] = field(default_factory=Counter)
    _kept: list[tuple[int, int, int, Finding]] = field(default_factory=list)
    _serial: int = 0
    _last: tuple[int, int] = (sys.maxsize, 0)
    """Place of the last finding worth keeping: those after it are counted only."""

    def add(self, finding: Finding, order: int = 0, count: int = 1, row: int | None = None) -> None:
        """Count a finding (``count`` times) and keep it; ``order`` ranks the findings of one row."""
        self.counts[finding.kind] += count
        self._serial += 1
        place = (row or finding.row or 0, order)
        if place > self._last:
            return
        self._kept.append((*place, self._serial, finding))
        if self.limit is not None and len(self._kept) > 4 * max(self.limit, 250):
            self._kept = self._first()
            self._last = self._kept[-1][:2] if self._kept else (-1, 0)

    @property
    def full(self) -> bool:
        """True when as many findings are kept as are wanted, so that those of later rows need only be counted."""
        return self.limit is not None and len(self._kept) >= self.limit

    def count_only(self, kinds: Mapping[Kind, int]) -> None:
        """Count findings of some kinds without keeping them."""
        self.counts.update(kinds)

    def copy(self) -> Collector:
        """The collector as it is now, to come back to."""
        return replace(self, counts=self.counts.copy(), _kept=self._kept.copy())

    def findings(self) -> list[Finding]:
        """The first findings, by row, then in the order of the fields."""
        return [self._completed(finding, row) for row, _, _, finding in self._first()]

    def errors(self) -> int:
        return sum(count for kind, count in self.counts.items() if kind[3] == "error")

    def _completed(self, finding: Finding, row: int) -> Finding:
        path = finding.path or self.path
        return replace(finding, resource=self.resource, path=path, row=row or None)

    def _first(self) -> list[tuple[int, int, int, Finding]]:
        key = _place
        if self.limit is None:
            return sorted(self._kept, key=key)
        return heapq.nsmallest(self.limit, self._kept, key=key)


def _place(kept: tuple[int, int, int, Finding]) -> tuple[int, int, int]:
    return kept[:3]


def shown(value: object) -> str:
    """A value as a report prints it: text, cut when it is very long."""
    text = encodable(value if isinstance(value, str) else str(value))
    return text if len(text) <= VALUE_LENGTH else f"{text[:VALUE_LENGTH]}… ({len(text):,} characters)"


def encodable(text: str) -> str:
    """The text with surrogates that stand alone, which no encoding has, written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
