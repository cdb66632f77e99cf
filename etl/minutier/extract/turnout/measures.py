"""Figures of participation once read, and how they make rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from minutier.document import Row
from minutier.extract.moments import Moment
from minutier.extract.turnout.words import Kind


@dataclass(slots=True)
class Measure:
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


def _same_scope(a: Measure, b: Measure) -> bool:
    return a.is_baseline == b.is_baseline and (a.area == b.area or a.area is None or b.area is None)


GLOSSED = 5
"""Points by which a share told in words may be off."""
ROUNDED = 0.03
"""The part of a count by which its rounded form may be off."""


def repeats(later: Measure, earlier: Measure) -> bool:
    """The same figure of the same area said twice in an entry."""
    return later.value == earlier.value and _same_scope(later, earlier) and later.is_change == earlier.is_change


def glosses(rough: Measure, exact: Measure) -> bool:
    """``un électeur sur deux`` beside ``46,23 %``: the same measure, rounded."""
    if exact.is_rough or not _same_scope(rough, exact):
        return False
    share = rough.value.get("turnout_pct")
    told = exact.value.get("turnout_pct", exact.value.get("turnout_pct_min"))
    return share is not None and told is not None and abs(share - told) <= GLOSSED


def rounds(short: Measure, exact: Measure) -> bool:
    """``2,9 millions`` over ``2.904.000 électeurs``, ``66 %`` over ``66,1 %``: the same, with fewer digits."""
    share, exactly = short.value.get("turnout_pct"), exact.value.get("turnout_pct")
    if share is not None and exactly is not None and share == int(share) != exactly:
        is_same = int(share) in (int(exactly), round(exactly)) and short.is_baseline == exact.is_baseline
        return is_same and _same_scope(short, exact)
    said, told = short.value.get("voters"), exact.value.get("voters")
    if said is None or told is None or said == told or short.is_baseline != exact.is_baseline:
        return False
    is_shorter = len(str(int(said)).rstrip("0")) < len(str(int(told)).rstrip("0"))
    return is_shorter and abs(said - told) <= told * ROUNDED and _same_scope(short, exact)


def enrich(twin: Measure, measure: Measure) -> None:
    """What a repetition adds to the first telling."""
    twin.area = twin.area or measure.area
    twin.baseline = twin.baseline or measure.baseline
    twin.announced_by = twin.announced_by or measure.announced_by
    twin.relayed_by = twin.relayed_by or measure.relayed_by
    twin.stage = twin.stage or measure.stage
    if twin.as_of is None and measure.as_of is not None:
        twin.as_of, twin.stage = measure.as_of, "measured"


def rows_of(measures: list[Measure]) -> list[Row]:
    """One row for each area, moment and contest: figures of several kinds said together are joined.

    The row points at the first level said; a change stands for the row only when there is no level.
    """
    joined: list[list[Measure]] = []
    for measure in measures:
        partner = next((group for group in joined if _belongs(measure, group)), None)
        if partner is None:
            joined.append([measure])
        else:
            partner.append(measure)
    rows = []
    for group in joined:
        first = next((r for r in group if not r.is_change), group[0])
        values = {column: value for r in group for column, value in r.value.items()}
        first.baseline = next((r.baseline for r in (first, *group) if r.baseline), "")
        rows.append(_row(first, values))
    return rows


def _belongs(measure: Measure, group: list[Measure]) -> bool:
    """Whether a figure is of the same moment, area and contest as a row that has none of its kind yet."""
    other = group[0]
    if abs(measure.sentence - group[-1].sentence) > 1 or measure.as_of != other.as_of or measure.area != other.area:
        return False
    if measure.is_baseline != other.is_baseline or (measure.is_baseline and measure.sentence != other.sentence):
        return False
    return not _quantities(measure) & {q for r in group for q in _quantities(r)}


def _quantities(measure: Measure) -> set[str]:
    """The columns that a measure fills, ranges taken with single figures."""
    return {column.removesuffix("_min").removesuffix("_max") for column in measure.value}


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


def _row(measure: Measure, values: dict[str, float | int]) -> Row:
    return {
        **({"contest_id": None} if measure.is_of_other_contest else {}),
        "round": measure.round or None,
        "gp_unit": measure.area[0] if measure.area else None,
        "gp_unit_type": measure.area[1] if measure.area else None,
        "as_of": measure.as_of,
        **{column: values.get(column) for column in _FIGURES},
        "baseline": measure.baseline or None,
        "reported_as": measure.reported_as,
        "is_baseline": measure.is_baseline,
        "is_approximate": measure.is_approximate,
        "stage": measure.stage or None,
        "reporting_pct": measure.reporting_pct,
        "sub_units_reported": measure.sub_units_reported,
        "announced_by": measure.announced_by or None,
        "relayed_by": measure.relayed_by or None,
        "char_start": measure.start,
        "char_end": measure.end,
        "rule": measure.rule,
    }
