"""Figures of participation once read, and how they make rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from minutier.document import Row
from minutier.extract.moments import Moment
from minutier.extract.turnout_words import Kind


@dataclass(slots=True)
class Reading:
    """One figure of participation. ``value`` holds the figure's own columns; ``is_nationwide``: it is said to be of the
    whole, whatever area the entry speaks of.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    value: dict[str, float | int]
    sentence: int
    reported_as: str
    is_baseline: bool = False
    is_of_other_contest: bool = False
    is_approximate: bool = False
    is_rough: bool = False
    is_nationwide: bool = False
    round: int = 0
    baseline: str = ""
    moment: Moment | None = None
    as_of: datetime | None = None
    area: tuple[str, str] | None = None
    stage: str = ""
    reporting_pct: float | None = None
    sub_units_reported: int | None = None
    announced_by: str = ""
    relayed_by: str = ""

    @property
    def is_change(self) -> bool:
        return self.reported_as == "change"


def _same_scope(a: Reading, b: Reading) -> bool:
    return a.is_baseline == b.is_baseline and (a.area == b.area or a.area is None or b.area is None)


GLOSSED = 5
"""Points by which a share told in words may be off."""
ROUNDED = 0.03
"""The part of a count by which its rounded form may be off."""


def repeats(later: Reading, earlier: Reading) -> bool:
    """The same figure of the same area said twice in an entry."""
    return later.value == earlier.value and _same_scope(later, earlier) and later.is_change == earlier.is_change


def glosses(rough: Reading, exact: Reading) -> bool:
    """``un électeur sur deux`` beside ``46,23 %``: the same measure, rounded."""
    if exact.is_rough or not _same_scope(rough, exact):
        return False
    share = rough.value.get("turnout_pct")
    told = exact.value.get("turnout_pct", exact.value.get("turnout_pct_min"))
    return share is not None and told is not None and abs(share - told) <= GLOSSED


def rounds(short: Reading, exact: Reading) -> bool:
    """``2,9 millions de votants`` over ``2.904.000 électeurs``: the same count, with fewer digits."""
    said, told = short.value.get("voters"), exact.value.get("voters")
    if said is None or told is None or said == told or short.is_baseline != exact.is_baseline:
        return False
    is_shorter = len(str(int(said)).rstrip("0")) < len(str(int(told)).rstrip("0"))
    return is_shorter and abs(said - told) <= told * ROUNDED and _same_scope(short, exact)


def enrich(twin: Reading, reading: Reading) -> None:
    """What a repetition adds to the first telling."""
    twin.area = twin.area or reading.area
    twin.baseline = twin.baseline or reading.baseline
    twin.announced_by = twin.announced_by or reading.announced_by
    twin.relayed_by = twin.relayed_by or reading.relayed_by
    twin.stage = twin.stage or reading.stage
    if twin.as_of is None and reading.as_of is not None:
        twin.as_of, twin.stage = reading.as_of, "measured"


def rows_of(readings: list[Reading]) -> list[Row]:
    """One row for each area, moment and contest: figures of several kinds said together are joined.

    The row points at the first level said; a change stands for the row only when there is no level.
    """
    joined: list[list[Reading]] = []
    for reading in readings:
        partner = next((group for group in joined if _belongs(reading, group)), None)
        if partner is None:
            joined.append([reading])
        else:
            partner.append(reading)
    rows = []
    for group in joined:
        first = next((r for r in group if not r.is_change), group[0])
        values = {column: value for r in group for column, value in r.value.items()}
        first.baseline = next((r.baseline for r in (first, *group) if r.baseline), "")
        rows.append(_row(first, values))
    return rows


def _belongs(reading: Reading, group: list[Reading]) -> bool:
    """Whether a figure is of the same moment, area and contest as a row that has none of its kind yet."""
    other = group[0]
    if abs(reading.sentence - group[-1].sentence) > 1 or reading.as_of != other.as_of or reading.area != other.area:
        return False
    if reading.is_baseline != other.is_baseline or (reading.is_baseline and reading.sentence != other.sentence):
        return False
    return not _quantities(reading) & {q for r in group for q in _quantities(r)}


def _quantities(reading: Reading) -> set[str]:
    """What a reading measures, ranges taken with single figures."""
    return {column.removesuffix("_min").removesuffix("_max") for column in reading.value}


_FIGURES = (
    "turnout_pct",
    "turnout_pct_min",
    "turnout_pct_max",
    "voters",
    "voters_min",
    "voters_max",
    "change_pct",
    "change_points",
)


def _row(reading: Reading, values: dict[str, float | int]) -> Row:
    return {
        **({"contest_id": None} if reading.is_of_other_contest else {}),
        "round": reading.round or None,
        "gp_unit": reading.area[0] if reading.area else None,
        "gp_unit_type": reading.area[1] if reading.area else None,
        "as_of": reading.as_of,
        **{column: values.get(column) for column in _FIGURES},
        "baseline": reading.baseline or None,
        "reported_as": reading.reported_as,
        "is_baseline": reading.is_baseline,
        "is_approximate": reading.is_approximate,
        "stage": reading.stage or None,
        "reporting_pct": reading.reporting_pct,
        "sub_units_reported": reading.sub_units_reported,
        "announced_by": reading.announced_by or None,
        "relayed_by": reading.relayed_by or None,
        "char_start": reading.start,
        "char_end": reading.end,
        "rule": reading.rule,
    }
