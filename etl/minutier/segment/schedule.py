"""When each post was published: the readings of its label, the day and the zone that the document tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from minutier.document import Document, Issue
from minutier.languages.dates import Calendar, PartialDate, fold
from minutier.segment import clock
from minutier.segment.clock import DAY, Chronology, Order, Reading
from minutier.segment.grammar import Label, read_moment
from minutier.segment.posts import Posts
from minutier.segment.zones import told_zone, zone_of_label

NOON = 12

_SIGNATURE = re.compile(r"\(@\w{1,40}\)")
_YEAR = re.compile(r"(?<![\d.,])(?:19[5-9]|20)\d\d(?![\d%]|[.,]\d)")


@dataclass(frozen=True)
class Schedule:
    """The instants of posts in the order of the page, None for a post without a time, and that order.

    ``stamps`` are the instants in seconds; a post without a time has that of the one before it in time.
    """

    instants: list[datetime | None]
    stamps: list[float]
    order: Order
    issues: list[Issue]


_SIGNS: dict[Order, int] = {"newest_first": -1, "oldest_first": 1}


class _Dated(NamedTuple):
    """A label with the date that stands in it or over it."""

    label: Label
    day: PartialDate | None


def schedule(posts: Posts, known: Calendar, day: date, zone: ZoneInfo) -> Schedule:
    """The instants of the posts of a live blog about ``day``, in ``zone``."""
    timed = [index for index, post in enumerate(posts.updates) if post.label]
    if not timed:
        return Schedule([None] * len(posts.updates), [0.0] * len(posts.updates), "oldest_first", [])
    dated = _dated(posts)
    sequence = _plain(posts, dated, known) or _read(posts, _readings(dated, known, day, None, zone))
    shift = 0 if sequence.is_dated else (day.toordinal() - clock.polling_day(sequence.minutes)) * DAY
    minutes = [clock.within(minutes + shift) for minutes in sequence.minutes]
    offsets = [zone_of_label(item.label.zone, known)[1] if item.label.zone else None for item in dated]
    order = sequence.order
    if order == "mixed":
        order = _order_over_a_change(minutes, offsets, zone) or order
    found = clock.instants(minutes, order, offsets, zone)
    seconds = clock.stamps(minutes, found, zone)
    for place, item in enumerate(dated):
        if item.label.moment and item.label.moment.tzinfo:
            found[place] = item.label.moment.astimezone(zone)
            seconds[place] = found[place].timestamp()
    issues = _issues(dated, minutes, found, seconds, order, zone)
    if len(timed) == len(posts.updates):
        return Schedule([*found], seconds, order, issues)
    instants: list[datetime | None] = [None] * len(posts.updates)
    stamps: list[float | None] = [None] * len(posts.updates)
    for index, moment, second in zip(timed, found, seconds, strict=True):
        instants[index], stamps[index] = moment, second
    return Schedule(instants, _filled(stamps, order), order, issues)


def _order_over_a_change(minutes: Sequence[int], offsets: Sequence[timedelta | None], zone: ZoneInfo) -> Order | None:
    """The order in which no instant goes back, where an hour that occurs twice makes the clock do so."""
    if not clock.change_on(minutes, zone):
        return None
    for order, sign in _SIGNS.items():
        found = clock.instants(minutes, order, offsets, zone)
        if not clock.against([sign * moment.timestamp() for moment in found]):
            return order
    return None


def _filled(stamps: list[float | None], order: Order) -> list[float]:
    """The stamps, each post without one put after the post that is printed before it in time."""
    page = stamps if order != "newest_first" else stamps[::-1]
    filled: list[float] = []
    for stamp in page:
        filled.append(stamp if stamp is not None else filled[-1] if filled else float("-inf"))
    return filled if order != "newest_first" else filled[::-1]


def _plain(posts: Posts, dated: Sequence[_Dated], known: Calendar) -> Chronology | None:
    """The sequence of labels that are a clock and nothing else, and that go one way; None for others."""
    labels = [label for label, day in dated if not (day or label.zone or label.moment)]
    if len(labels) < len(dated) or posts.updates[0].is_summary or _HalfDays(labels, known).either:
        return None
    return clock.plain_sequence([label.hour * 60 + label.minute for label in labels])


def _read(posts: Posts, readings: list[Reading]) -> Chronology:
    """The sequence of the labels. A summary at the top of the page is read last: it may be older than what
    follows.
    """
    sequence = clock.read_sequence(readings)
    minutes = sequence.minutes
    if len(minutes) < 3 or not posts.updates[0].is_summary or readings[0].is_dated:
        return sequence
    rest = clock.read_sequence(readings[1:])
    step = minutes[1] - minutes[0]
    sign = 1 if rest.order == "oldest_first" else -1
    if rest.order == sequence.order and 0 <= sign * step <= clock.SILENCE:
        return sequence
    latest = max(rest.minutes)
    return replace(rest, minutes=[latest - (latest - readings[0].options[0][0]) % DAY, *rest.minutes])


def _dated(posts: Posts) -> list[_Dated]:
    """The labels, each with its date: its own, or the heading printed just before it."""
    has_headings = any(post.heading for post in posts.updates)
    if not has_headings:
        return [_Dated(post.label, post.label.day) for post in posts.updates if post.label]
    before = [posts.lead.heading, *(post.heading for post in posts.updates)]
    return [
        _Dated(post.label, post.label.day or heading)
        for post, heading in zip(posts.updates, before, strict=False)
        if post.label
    ]


def _readings(
    dated: Sequence[_Dated], known: Calendar, day: date, year: int | None, zone: ZoneInfo | None
) -> list[Reading]:
    half = _HalfDays([item.label for item in dated], known)
    shifts: dict[str, int] = {}
    days: dict[PartialDate, date | None] = {}
    readings = []
    before: PartialDate | None = None
    midnight: int | None = None  # of the date of a label, in minutes from year 1
    for label, own in dated:
        if label.moment:
            there = label.moment.astimezone(zone) if label.moment.tzinfo and zone else label.moment
            readings.append(Reading(((clock.minutes_of(there), 0.0),), True))
            continue
        shift = 0
        if label.zone and zone:
            if label.zone not in shifts:
                shifts[label.zone] = _shift(label.zone, known, day, zone)
            shift = shifts[label.zone]
        is_either = half.either and label.is_bare
        options = half.of_either(label) if is_either else ((label.hour * 60 + label.minute, 0.0),)
        if own is not before:  # most labels have the very date of the one before
            before = own
            if own and own not in days:
                days[own] = _resolved(own, day, year)
            printed = days[own] if own else None
            midnight = printed.toordinal() * DAY if printed else None
        if midnight is not None:
            start = midnight + shift
            readings.append(Reading(tuple([(start + minutes, cost) for minutes, cost in options]), True))
        elif shift:
            readings.append(Reading(tuple([((minutes + shift) % DAY, cost) for minutes, cost in options])))
        else:
            readings.append(Reading(options))
    return readings


def _resolved(partial: PartialDate, day: date, year: int | None) -> date | None:
    if year and partial.month and not partial.year:
        partial = replace(partial, year=year)
    return partial.near(day)


class _HalfDays:
    """Whether a clock without am or pm may mean either half of the day, told from all the labels together."""

    def __init__(self, labels: Sequence[Label], known: Calendar) -> None:
        marked = len([label for label in labels if label.meridiem])
        bare = [label for label in labels if label.is_bare]
        if not bare and not marked:
            self.either, self.morning_cost = False, 0.0
            return
        full = sum(
            not label.meridiem and not label.is_bare and label.moment is None and label.style.form in ("colon", "dot")
            for label in labels
        )
        own = bool(known.sections[0].get("meridiem"))
        wraps = any(
            (a.hour == NOON and b.hour < NOON - 1) or (b.hour == NOON and a.hour < NOON - 1) for a, b in pairwise(bare)
        )
        self.either = bool(bare) and (marked > full or (not full and len(bare) >= 3 and (own or wraps)))
        # A night of counting without any am or pm is more often an evening than a morning
        self.morning_cost = 0.05 if not marked and not full else 0.0

    def of_either(self, label: Label) -> tuple[tuple[int, float], ...]:
        """What a label without am or pm may mean where both halves of the day are told so."""
        morning = (label.hour % NOON) * 60 + label.minute
        return (
            (morning, self.morning_cost if label.hour in range(5, NOON) else 0.0),
            (morning + DAY // 2, 0.0),
        )


def _shift(name: str, known: Calendar, day: date, zone: ZoneInfo) -> int:
    """Minutes from the clock of a label's zone to the live blog's, that day at noon."""
    place, offset = zone_of_label(name, known, (zone.key,))
    if place == zone.key and not known.zones.get(name, {}).get("is_exact"):
        return 0  # EST is said of New York's clock in summer too
    noon = datetime(day.year, day.month, day.day, NOON)
    there = offset if offset is not None else noon.replace(tzinfo=ZoneInfo(place)).utcoffset()
    here = noon.replace(tzinfo=zone).utcoffset()
    return int(((here or timedelta()) - (there or timedelta())).total_seconds()) // 60


def _issues(
    dated: Sequence[_Dated],
    minutes: Sequence[int],
    found: Sequence[datetime],
    seconds: Sequence[float],
    order: Order,
    zone: ZoneInfo,
) -> list[Issue]:
    issues: list[Issue] = []
    skipped: set[int] = set()
    if clock.change_on(minutes, zone):
        for index, (item, minute) in enumerate(zip(dated, minutes, strict=True)):
            moment, place = clock.naive(minute), (item.label.printed, item.label.printed_end)
            if not item.label.moment and not clock.exists(moment, zone):
                skipped.add(index)
                message = f"{moment:%Y-%m-%d %H:%M} does not exist in {zone.key}: the clocks skip that hour"
                issues.append(Issue("segment", "warning", "nonexistent-time", message, *place))
    if order == "mixed":
        issues.append(Issue("segment", "info", "mixed-order", "the posts go neither forward nor back in time"))
        return issues
    sign = _SIGNS[order]
    for index in clock.against([sign * second for second in seconds]):
        if index not in skipped:
            label = dated[index].label
            message = f"the post of {found[index]:%Y-%m-%d %H:%M} stands against the order of the others"
            issues.append(Issue("segment", "warning", "label-out-of-order", message, label.printed, label.printed_end))
    return issues


# ── the day and the zone of a live blog ───────────────────────────────────────────────────────────


def told_day(document: Document, posts: Posts, known: Calendar) -> date | None:
    """The day that a live blog is about, told by its labels, its markup or its datelines; None when it is
    silent.
    """
    stamps = _stamps(document, known)
    dated = _dated(posts)
    zone_name = told_zone(document, posts, known)
    zone = ZoneInfo(zone_name) if zone_name else None
    year = None if stamps else _year(document, posts, known)
    reference = stamps[0][1].date() if stamps else date(year or 2000, 7, 1)
    if dated:
        knows_year = bool(stamps or year)
        usable = dated if knows_year else [_without_loose_date(item) for item in dated]
        if not stamps:
            order = str(known.table("date_order_by_zone").get(zone_name or "") or _likelier_order(dated))
            usable = [_Dated(item.label, item.day.ordered(order) if item.day else None) for item in usable]
        sequence = clock.read_sequence(_readings(usable, known, reference, year, zone))
        if sequence.is_dated:
            return date.fromordinal(clock.polling_day(sequence.minutes))
        return _aligned(sequence.minutes, dated, document, posts, stamps, known)
    if stamps:
        return stamps[0][1].date()
    return _lead_date(document, posts, known)


def _likelier_order(dated: Sequence[_Dated]) -> str:
    """The order of day and month in numbers that may be either, by which the posts are of the fewest days:
    *11/05/2024*, *11/06/2024* are two days in November. The day first when both are as likely.
    """
    either = {item.day for item in dated if item.day and item.day.is_either and item.day.year}
    spans = {}
    for order in ("dmy", "mdy"):
        days = [day for partial in either if (day := partial.ordered(order).near(date(partial.year or 1, 7, 1)))]
        spans[order] = (max(days) - min(days)).days if days else 0
    return min(spans, key=lambda order: spans[order])


def _without_loose_date(item: _Dated) -> _Dated:
    return item if item.day is None or item.day.year else _Dated(item.label, None)


def _stamps(document: Document, known: Calendar) -> list[tuple[str, datetime, bool]]:
    """What the document says of its publication: kind, local time, whether a time of day was told."""
    metadata = document.metadata
    told = [
        ("published", metadata.coverage_start),
        ("published", metadata.published),
        ("modified", metadata.modified),
        *((line.kind, line.stamp) for line in known.datelines(document.text)),
    ]
    found = []
    for kind, value in told:
        moment = read_moment(value)
        if moment:
            found.append((kind, moment.replace(tzinfo=None), True))
        elif re.match(r"\d{4}-\d\d-\d\d$", value):
            try:
                found.append((kind, datetime.fromisoformat(value), False))
            except ValueError:
                continue
    return sorted(found, key=lambda stamp: stamp[0] != "published")


def _aligned(
    minutes: list[int],
    dated: Sequence[_Dated],
    document: Document,
    posts: Posts,
    stamps: Sequence[tuple[str, datetime, bool]],
    known: Calendar,
) -> date | None:
    """The day of undated labels: that on which their first or last is nearest to a stamp, or the day of
    signed posts.
    """
    first, last = min(minutes), max(minutes)
    for kind, moment, has_time in stamps:
        if not has_time:
            if kind == "published":
                return moment.date()
            continue
        stamp = clock.minutes_of(moment)
        near_first, near_last = (_nearest(stamp, edge) for edge in (first, last))
        if kind == "published" and near_first[0] <= _NEAR and near_first[0] <= near_last[0] + _NEAR // 2:
            return _day(minutes, near_first[1])
        if near_last[0] <= _NEAR:
            return _day(minutes, near_last[1])
    signed = _signed_days(document, dated, minutes, known)
    if signed is not None:
        return _day(minutes, signed)
    if stamps:
        kind, moment, _ = stamps[0]
        edge = first if kind == "published" else last
        return _day(minutes, moment.toordinal() - edge // DAY)
    return _lead_date(document, posts, known)


_NEAR = 360
"""Minutes between the time a live blog gives itself and its first or last post."""


def _nearest(stamp: int, edge: int) -> tuple[int, int]:
    """How near a time of day comes to a stamp, and the number of days that bring it there."""
    days = (stamp - edge + DAY // 2) // DAY
    return abs(stamp - edge - days * DAY), days


def _day(minutes: Sequence[int], shift: int) -> date:
    return date.fromordinal(max(1, clock.polling_day(minutes) + shift))


def _signed_days(document: Document, dated: Sequence[_Dated], minutes: Sequence[int], known: Calendar) -> int | None:
    """How many days the dates under embedded posts put the labels on, by majority."""
    votes: Counter[int] = Counter()
    starts = [item.label.start for item in dated]
    for place, signed in _signatures(document, known):
        index = _last_before(starts, place)
        if index is not None:
            votes[signed.toordinal() - minutes[index] // DAY] += 1
    return max(votes, key=lambda shift: (votes[shift], shift)) if votes else None


def _last_before(starts: Sequence[int], place: int) -> int | None:
    from bisect import bisect_right

    index = bisect_right(starts, place) - 1
    return index if index >= 0 else None


def _signatures(document: Document, known: Calendar) -> list[tuple[int, date]]:
    """The dates printed after the handle of an embedded post: *— Alain Untel (@auntel) 23 avril 2017*."""
    found = []
    for match in _SIGNATURE.finditer(document.text):
        for start, _, partial in known.dates(document.text, match.end(), match.end() + 40):
            if start - match.end() <= 3 and partial.year and (day := partial.near(date(partial.year, 7, 1))):
                found.append((match.start(), day))
            break
    return found


def _year(document: Document, posts: Posts, known: Calendar) -> int | None:
    """The year that a live blog without a stamp is of: its embedded posts', its title's, its lead's. A post may speak
    of any year.
    """
    signed = Counter(day.year for _, day in _signatures(document, known))
    if signed:
        return max(signed, key=lambda year: (signed[year], year))
    lead = _head(document, posts)
    for stretch in (document.metadata.title, document.metadata.url, lead[:300], lead):
        years = Counter(map(int, _YEAR.findall(stretch)))
        if years:
            return max(years, key=lambda year: (years[year], year))
    return None


def _head(document: Document, posts: Posts) -> str:
    """What stands before the first post."""
    first = posts.updates[0] if posts.updates else posts.lead
    return document.text[: min(first.label.start if first.label else max(first.start, posts.lead.end), _HEAD)]


_HEAD = 3000


def _lead_date(document: Document, posts: Posts, known: Calendar) -> date | None:
    """The first date with a year in the title or the lead; else one with its day of the week at the end of the page, or
    in title or lead where that is its day in the year that they tell: *Communales 2018*, *dimanche 14 octobre*.
    """
    title, lead = document.metadata.title, _head(document, posts)
    for stretch, least in ((title, 0), (lead, 0), (document.text[-_FOOT:], 1)):
        for _, _, partial in known.dates(fold(stretch)):
            if partial.year and partial.day and (partial.weekday is not None) >= least:
                return partial.near(date(partial.year, 7, 1))
    year = _year(document, posts, known)
    for _, _, partial in known.dates(fold(f"{title}\n{lead}")) if year else ():
        day = replace(partial, year=year).near(date(year or 1, 7, 1)) if partial.day else None
        if day and day.weekday() == partial.weekday:
            return day
    return None


_FOOT = 600
"""Characters at the end of a page that may say of which day it is."""
