"""The zone in which a live blog counts time, and those that its labels name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from minutier.document import Document, MarkKind
from minutier.languages.dates import Calendar, alternatives, calendar, fold
from minutier.segment.grammar import grammar_of, parse, read_moment
from minutier.segment.posts import Posts

_HEAD, _LEAST = 3000, 300
"""Characters from the beginning that may say of which zone times are: those of the lead; and how many do anyway."""

_SOME, _NEARLY = 2, 0.8  # labels with a second clock: how many tell a zone, and what share of all
_QUARTER = timedelta(minutes=15)
_HALF_DAY, _DAY = timedelta(hours=12), timedelta(days=1)


def told_zone(document: Document, posts: Posts, known: Calendar, likely: Sequence[str] = ()) -> str | None:
    """The IANA zone that the labels name, the lead states, a second clock or a dateline tells, or the offsets of the
    markup betray; None otherwise. ``likely`` are those of the country, where one is known.
    """
    named = Counter(
        place
        for post in posts.updates
        if post.label and post.label.zone and (place := zone_of_label(post.label.zone, known, likely)[0])
    )
    if named:
        return max(named, key=lambda place: (named[place], place))
    return (
        _stated(document.text[: min(_HEAD, max(posts.lead.end, _LEAST))], known, likely)
        or _by_second_clock(document.text, posts, known, likely)
        or _of_dateline(document.text, known, likely)
        or _by_offsets(document, known, likely)
    )


def zone_of_label(name: str, known: Calendar, likely: Sequence[str] = ()) -> tuple[str, timedelta | None]:
    """The IANA zone that a label names, if it is a place's, and the offset that its abbreviation fixes, or prints.

    An abbreviation that several places have, *IST*, *CET*, is of the one that is ``likely``.
    """
    if name[:1] in ("+", "-"):
        return "", _offset(name)
    entry = known.zones.get(name)
    if entry is None:
        return name, None
    others = [place for place in entry.get("others") or () if place in likely]
    if others:
        return others[0], None
    place, offset = entry.get("zone", ""), entry.get("offset")
    if place and place not in likely:
        place = next((other for other in likely if _is_alike(other, place)), place)
    return place, _offset(offset) if offset else None


@cache
def _is_alike(name: str, other: str) -> bool:
    """Whether the clocks of two zones show the same in winter and in summer."""
    days = (datetime(2020, 1, 1), datetime(2020, 7, 1))
    one, two = (tuple(day.replace(tzinfo=ZoneInfo(zone)).utcoffset() for day in days) for zone in (name, other))
    return one == two


def _offset(printed: str) -> timedelta:
    """An offset from UTC as it is printed: *+02:00*, *-3*."""
    sign = -1 if printed[0] == "-" else 1
    hours, _, minutes = printed[1:].partition(":")
    return sign * timedelta(hours=int(hours), minutes=int(minutes or 0))


def _stated(lead: str, known: Calendar, likely: Sequence[str]) -> str | None:
    """The zone that a lead says all times are of, *All times are in AEST*, else the first that it names by its clock,
    *heure de Paris*.
    """
    folded = fold(lead)
    stated = _statement(known.code).search(folded)
    if stated and stated["zone"]:
        return _of_name(stated["zone"], stated["shift"], known, likely)
    if stated:
        word = stated["word"].lower()
        return known.zone_words.get(word) or known.zone_phrases.get(word) or known.zone_cities[word]
    low = folded.lower()
    phrases = [(low.find(phrase), zone) for phrase, zone in known.zone_phrases.items() if phrase in low]
    return min(phrases)[1] if phrases else None


@cache
def _statement(code: str) -> re.Pattern[str]:
    """What says in which zone all times of a document are; groups zone and shift, or word."""
    known = calendar(code)
    words = alternatives([*known.zone_words, *known.zone_phrases, *known.zone_cities])
    fillers = alternatives(known.words("zone_fillers"))
    return re.compile(
        rf"(?<!\w)(?i:{alternatives(known.words('zone_statements'))})(?: (?i:{fillers})(?!\w)){{0,6}}[ :(]{{1,3}}"
        rf"(?:(?P<zone>{_names(known)})(?P<shift>[+-]\d{{1,2}}(?::\d\d)?)?|(?P<word>(?i:{words})))(?!\w)"
    )


def _names(known: Calendar) -> str:
    return "|".join(sorted(known.zones, key=lambda name: (-len(name), name))) or "(?!)"


def _of_name(name: str, shift: str | None, known: Calendar, likely: Sequence[str]) -> str | None:
    """The zone of an abbreviation, or of an offset from it: *AEST*, *GMT+3*."""
    place, offset = ("", _offset(shift)) if shift else zone_of_label(name, known, likely)
    return place or (_fixed(offset) if offset is not None else None)


def _fixed(offset: timedelta) -> str | None:
    """The zone that keeps an offset all year; None where there is none, as for half hours."""
    hours, rest = divmod(offset, timedelta(hours=1))
    if rest or not -12 <= hours <= 14:
        return None
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"  # signs are the other way round there


def _by_second_clock(text: str, posts: Posts, known: Calendar, likely: Sequence[str]) -> str | None:
    """The zone told by the second clock that nearly all labels have in brackets: *02:10 (23:10 GMT)*."""
    grammar, offsets = grammar_of(known.code), Counter[timedelta]()
    labels = [post.label for post in posts.updates if post.label and not post.label.zone]
    for label in labels:
        bracket = text.find("(", label.printed, label.body)
        other = parse(text, bracket, label.body, grammar) if bracket >= 0 else None
        told = zone_of_label(other.zone, known)[1] if other and other.zone else None
        if other and told is not None:
            minutes = (label.hour - other.hour) * 60 + label.minute - other.minute
            offsets[(told + timedelta(minutes=minutes) + _HALF_DAY) % _DAY - _HALF_DAY] += 1
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    if count < max(_SOME, _NEARLY * len(labels)) or offset % _QUARTER:
        return None
    moments = [stamp for line in known.datelines(text) if (stamp := read_moment(line.stamp[:10] + "T12:00"))]
    return _keeping([(moment, offset) for moment in moments], (*likely, *_home_zones(known))) or _fixed(offset)


def _of_dateline(text: str, known: Calendar, likely: Sequence[str]) -> str | None:
    """The zone named behind the time of a line that says when the live blog was published or changed."""
    behind = re.compile(rf"(?<=[\d.hHmM])[ \xa0]?\(?(?P<zone>{_names(known)})(?!\w)")
    for line in known.datelines(text):
        named = behind.search(text, line.start, line.end + _BEHIND) if "T" in line.stamp else None
        if named and (place := zone_of_label(named["zone"], known, likely)[0]):
            return place
    return None


_BEHIND = 8  # characters


def _by_offsets(document: Document, known: Calendar, likely: Sequence[str]) -> str | None:
    """The first of the zones of the country and of the language's home zones that keeps every offset printed, on its
    day; else the one that keeps it all year.
    """
    metadata = document.metadata
    values = [mark.value for mark in document.marks_of(MarkKind.TIME)][:200]
    values += [metadata.published, metadata.modified, metadata.coverage_start, metadata.coverage_end]
    told = [(moment, moment.utcoffset() or timedelta()) for value in values if (moment := read_moment(value))]
    told = [(moment.replace(tzinfo=None), offset) for moment, offset in told if offset]
    if not told:
        return None
    offsets = {offset for _, offset in told}
    return _keeping(told, (*likely, *_home_zones(known))) or (_fixed(offsets.pop()) if len(offsets) == 1 else None)


def _home_zones(known: Calendar) -> Sequence[str]:
    zones: Sequence[str] = known.sections[0].get("home_zones") or ()
    return zones


def _keeping(told: Iterable[tuple[datetime, timedelta]], zones: Sequence[str]) -> str | None:
    """The first zone whose clock has each offset at its local time; None where no time is told."""
    times = list(told)
    for name in zones if times else ():
        zone = ZoneInfo(name)
        if all(moment.replace(tzinfo=zone).utcoffset() == offset for moment, offset in times):
            return name
    return None
