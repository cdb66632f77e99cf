"""Times of day → instants: the order of a live blog, the midnights it crosses, the half of the day it leaves
out.

Times are counted in minutes: of a day (0 to 1439) as printed, from 1 January of year 1 (`date.toordinal`)
once their day is known. The most likely reading of a whole sequence is found step by step (Viterbi): going
on in the order of the page costs nothing, a long silence or a step against the order costs something.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

DAY = 1440
LAST = (date.max.toordinal() + 1) * DAY
Order = Literal["newest_first", "oldest_first", "mixed"]

SILENCE = 360
"""Minutes between two posts that need no explanation."""

_LONG_SILENCE = 700
"""So many minutes more cost as much as a step against the order: a silence of twenty hours is likelier a
mistake.
"""

_WIDTH = 12
"""How many readings are followed at once."""


@dataclass(slots=True)
class Reading:
    """What a label may mean: pairs (minutes, cost). ``is_dated``: minutes from year 1, else of the day."""

    options: tuple[tuple[int, float], ...]
    is_dated: bool = False


@dataclass(frozen=True, slots=True)
class Chronology:
    """A reading of all labels: minutes in the page's order. Days count from 0 unless ``is_dated``."""

    minutes: list[int]
    order: Order
    is_dated: bool


def direction(minutes: Sequence[int]) -> int:
    """1 for a sequence of times of day that mostly goes forward, -1 for one that goes back."""
    steps = [step for before, after in pairwise(minutes) if (step := (after - before) % DAY)]
    return 1 if len([step for step in steps if step <= DAY // 2]) * 2 >= len(steps) else -1


def read_sequence(readings: Sequence[Reading]) -> Chronology:
    """The most likely reading of labels in the page's order, and that order."""
    dated = len([reading for reading in readings if reading.is_dated])
    is_dated = dated > 0
    if dated in (0, len(readings)) and all(len(reading.options) == 1 for reading in readings):
        sequence = _dated_sequence if is_dated else plain_sequence
        plain = sequence([reading.options[0][0] for reading in readings])
        if plain:
            return plain
    strays = _strays(readings)
    if strays:
        return _with_strays(read_sequence([r for i, r in enumerate(readings) if i not in strays]), readings, strays)
    likely = direction([reading.options[0][0] % DAY for reading in readings])
    sign, (cost, minutes) = likely, _likeliest(readings, likely)
    if cost > 0.75:
        other_cost, other = _likeliest(readings, -likely)
        if other_cost < cost:
            sign, cost, minutes = -likely, other_cost, other
    if len(minutes) >= 4 and len(against([sign * minute for minute in minutes])) > len(minutes) / 4:
        return Chronology(_likeliest(readings, 0)[1], "mixed", is_dated)
    return Chronology(minutes, "oldest_first" if sign > 0 else "newest_first", is_dated)


def _strays(readings: Sequence[Reading]) -> frozenset[int]:
    """The labels that alone would put a whole day between their neighbours, which follow each other closely: a
    mistake in one of them (*20h18, 02h20, 20h30*), or a time that a post recalls. None when they are many.
    """
    if len(readings) < _FEWEST or any(reading.is_dated or len(reading.options) > 1 for reading in readings):
        return frozenset()
    minutes = [reading.options[0][0] for reading in readings]
    sign = direction(minutes)
    found = set()
    for index in range(1, len(minutes) - 1):
        before, here, after = minutes[index - 1 : index + 2]
        leap = sign * (here - before) % DAY
        is_far = _CLOSE < leap < DAY - _CLOSE
        if index - 1 not in found and is_far and sign * (after - before) % DAY <= min(_CLOSE, leap - 1):
            found.add(index)
    return frozenset(found) if len(found) * 4 <= len(minutes) else frozenset()


_FEWEST = 5
_CLOSE = SILENCE // 2


def _with_strays(rest: Chronology, readings: Sequence[Reading], strays: frozenset[int]) -> Chronology:
    """The reading of the other labels, and each stray on the day on which it is nearest to the one before it."""
    others = iter(rest.minutes)
    minutes: list[int] = []
    for index, reading in enumerate(readings):
        if index in strays:
            step = (reading.options[0][0] - minutes[-1] + DAY // 2) % DAY - DAY // 2
            minutes.append(minutes[-1] + step)
        else:
            minutes.append(next(others))
    return Chronology(minutes, rest.order, rest.is_dated)


def plain_sequence(minutes: Sequence[int]) -> Chronology | None:
    """The reading of times that go one way all along, half a day at most between two; None for others."""
    sign = direction(minutes)
    place = minutes[0]
    found = []
    for minute in minutes:
        step = sign * (minute - place) % DAY
        if step > DAY // 2:
            return None
        place += sign * step
        found.append(place)
    return Chronology(found, "oldest_first" if sign > 0 else "newest_first", False)


def _dated_sequence(minutes: Sequence[int]) -> Chronology | None:
    """The reading of dated times that go one way all along without a long silence; None for others."""
    steps = [following - here for here, following in pairwise(minutes)]
    if all(0 <= step <= SILENCE for step in steps):
        return Chronology(list(minutes), "oldest_first", True)
    return Chronology(list(minutes), "newest_first", True) if all(-SILENCE <= s <= 0 for s in steps) else None


def _likeliest(readings: Sequence[Reading], sign: int) -> tuple[float, list[int]]:
    """The cheapest reading when the page goes forward (1), back (-1) or either way (0)."""
    states = _first(readings)
    history: list[dict[int, int]] = []
    for reading in readings[1:]:
        following: dict[int, float] = {}
        origin: dict[int, int] = {}
        for here, spent in states.items():
            for minutes, cost in reading.options:
                if reading.is_dated:
                    places: tuple[int, ...] = (minutes,)
                else:
                    earlier = here - (here - minutes) % DAY
                    places = (earlier,) if earlier == here else (earlier, earlier + DAY)
                for place in places:
                    total = spent + cost + _step_cost(place - here, sign)
                    if total < following.get(place, 1e9):
                        following[place], origin[place] = total, here
        states = _narrowed(following)
        history.append(origin)
    place = min(states, key=lambda minute: (states[minute], minute))
    path = [place]
    for origin in reversed(history):
        place = origin[place]
        path.append(place)
    return states[path[0]], path[::-1]


def _first(readings: Sequence[Reading]) -> dict[int, float]:
    first = readings[0]
    if first.is_dated:
        return dict(first.options)
    dated = next((reading.options[0][0] // DAY for reading in readings if reading.is_dated), None)
    days = [0] if dated is None else range(dated - 3, dated + 4)
    return {day * DAY + minutes: cost for day in days for minutes, cost in first.options}


def _step_cost(step: int, sign: int) -> float:
    forward = step * sign if sign else abs(step)
    if forward >= 0:
        return 0.0 if forward <= SILENCE else min((forward - SILENCE) / _LONG_SILENCE, 3.0)
    return 0.3 if forward >= -5 else 1.0 + min(-forward / DAY, 2.0)


def _narrowed(states: dict[int, float]) -> dict[int, float]:
    if len(states) <= 2:
        return states
    limit = min(states.values()) + 3.0
    likely = sorted((cost, place) for place, cost in states.items() if cost <= limit)
    return {place: cost for cost, place in likely[:_WIDTH]}


def against(values: Sequence[float]) -> list[int]:
    """The places of the values to leave out so that the rest never falls: the fewest (patience sorting)."""
    if all(before <= after for before, after in pairwise(values)):
        return []
    tails: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_right(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[place], ends[place] = value, index
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [index for index in range(len(values)) if index not in kept]


def polling_day(minutes: Sequence[int]) -> int:
    """The number of the day that a live blog is about: the first whose afternoon, evening and night have a
    quarter of the posts that the fullest has. A word on the eve does not make the eve the day.
    """
    if not minutes:
        return 0
    days = sorted({minute // DAY for minute in minutes})
    counts = Counter([(minute - DAY // 2) // DAY for minute in minutes if (minute - DAY // 2) % DAY < 18 * 60])
    fullest = max((counts[day] for day in days), default=0)
    if not fullest:
        return days[0]
    return next(day for day in days if counts[day] * 4 >= fullest)


@lru_cache(maxsize=1024)
def _midnight(day: int) -> datetime:
    """The beginning of a day, by its number."""
    return datetime.combine(date.fromordinal(day), time())


def naive(minutes: int) -> datetime:
    """The local time that so many minutes from year 1 are."""
    return _midnight(minutes // DAY).replace(hour=minutes % DAY // 60, minute=minutes % 60)


def within(minutes: int) -> int:
    """The minute, moved into the days that there are: the first and the last stand for those beyond them."""
    return minutes if DAY <= minutes < LAST else max(1, min(minutes // DAY, LAST // DAY - 1)) * DAY + minutes % DAY


def minutes_of(moment: datetime) -> int:
    """Minutes from year 1, seconds left out."""
    return moment.toordinal() * DAY + moment.hour * 60 + moment.minute


@lru_cache(maxsize=4096)
def changes(day: date, zone: ZoneInfo) -> bool:
    """Whether the clocks of a zone change on a day."""
    if not 1 < day.year < 9999:
        return False
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    end = start.replace(hour=23, minute=59, fold=1)
    return start.utcoffset() != end.utcoffset() or not _shown(start.replace(tzinfo=None), zone)


def _shown(moment: datetime, zone: ZoneInfo) -> bool:
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == moment


def exists(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks of a zone show a local time at all: the hour skipped in spring is not shown."""
    return not changes(moment.date(), zone) or _shown(moment, zone)


def is_twice(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a local time occurs twice, as in the night of autumn when clocks go back."""
    if not changes(moment.date(), zone) or not _shown(moment, zone):
        return False
    there = moment.replace(tzinfo=zone)
    return there.utcoffset() != there.replace(fold=1).utcoffset()


def change_on(minutes: Sequence[int], zone: ZoneInfo) -> bool:
    """Whether the clocks of a zone change on a day of these minutes from year 1, or between days not far apart."""
    first, last = min(minutes) // DAY, max(minutes) // DAY
    days = range(first, last + 1) if last - first <= _SHORT else {minute // DAY for minute in minutes}
    return any(changes(_midnight(number).date(), zone) for number in days)


_SHORT = 3  # days


def instants(
    minutes: Sequence[int], order: Order, offsets: Sequence[timedelta | None], zone: ZoneInfo
) -> list[datetime]:
    """Minutes from year 1 as the clocks of a zone show them, in the page's order → instants.

    An hour that occurs twice is told apart by the UTC offset printed, where there is one, else by order:
    once its clock has gone back, it is the second. A time that does not exist is moved on by what the clocks
    skipped.
    """
    there = {number: _midnight(number).timetuple()[:3] for number in {minute // DAY for minute in minutes}}
    found = [datetime(*there[m // DAY], m % DAY // 60, m % 60, 0, 0, zone) for m in minutes]
    if not change_on(minutes, zone):
        return found
    ahead = range(len(found)) if order != "newest_first" else range(len(found) - 1, -1, -1)
    latest: datetime | None = None
    fold = 0
    for index in ahead:
        moment = found[index].replace(tzinfo=None)
        if not is_twice(moment, zone):
            if not exists(moment, zone):
                found[index] = found[index].astimezone(UTC).astimezone(zone)
            latest, fold = None, 0
            continue
        if latest is not None and moment < latest:
            fold = 1
        latest = moment
        printed = offsets[index]
        second = moment.replace(tzinfo=zone, fold=1)
        chosen = fold if printed is None else int(second.utcoffset() == printed)
        found[index] = moment.replace(tzinfo=zone, fold=chosen)
    return found


def stamps(minutes: Sequence[int], found: Sequence[datetime], zone: ZoneInfo) -> list[float]:
    """The seconds since 1970 of `instants`: `datetime.timestamp`, but at once where no clock changes."""
    if max(minutes) - min(minutes) > _SHORT * DAY or change_on(minutes, zone):
        return [moment.timestamp() for moment in found]
    start = found[0].timestamp() - 60 * minutes[0]
    return [start + 60 * minute for minute in minutes]
