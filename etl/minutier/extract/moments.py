"""Hours that a text names inside its sentences: ``à midi``, ``à 17h``, ``by half eight``, ``at 5 p.m.``.

A moment is the instant a figure is measured for, not the time of the post.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from minutier.document import Entry, Liveblog
from minutier.extract.folding import fold
from minutier.languages import language

_SPACE = "[ \u00a0\u2009\u202f]?"
_SOON = timedelta(minutes=30)
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Moment:
    """``text[start:end]`` names an hour. ``half_day`` is true when it may be before or after noon."""

    start: int
    end: int
    clock: time
    half_day: bool = False


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    lead: re.Pattern[str]
    excluded: re.Pattern[str]
    named: dict[str, time]
    words: dict[str, int]
    afternoon: frozenset[str]


@cache
def _grammar(code: str) -> _Grammar | None:
    """The hours of a language: units and half days of its clock, words and leads of ``participation.moments``."""
    section = language(code)["participation"].get("moments")
    if not section:
        return None
    clock = language(code)["clock"]
    spelled = language(code)["numbers"].get("spelled", {}).get("values", {})
    words = {fold(str(word)): int(n) for word, n in spelled.items() if 1 <= int(n) <= 12 and len(str(word)) > 1}
    named = {fold(str(word)): time.fromisoformat(value) for word, value in section["named"].items()}
    meridiem = {half: [fold(str(f)) for f in forms] for half, forms in (clock.get("meridiem") or {}).items()}
    halves = [form for forms in meridiem.values() for form in forms]
    zones = _any(clock["zone_words"]) if clock.get("zone_words") else "(?!)"
    zone = rf"(?:{_SPACE}(?:{zones})(?=[,.;:)]|$|{_SPACE}(?-i:[a-z]|\d)))?"  # “by 4 p.m. Eastern”: no place
    units = _any(clock["hour_units"])
    percent = [str(form) for key in ("percent", "points") for form in language(code)["numbers"]["units"].get(key, ())]
    parts = [
        rf"(?<!-)(?P<named>{_any(section['named'])})(?!\w)",
        rf"(?P<h>\d{{1,2}})(?:\.(?P<hm>[0-5]\d))?{_SPACE}(?:{units}){_SPACE}(?P<m>[0-5]\d)?(?!\w)",
        r"(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?!:?\d)"
        + (rf"(?:{_SPACE}(?P<half24>{_any(halves)})(?!\w))?" if halves else ""),
    ]
    if halves:
        parts.append(rf"(?P<h12>1[0-2]|0?[1-9])(?:[.:](?P<m12>[0-5]\d))?{_SPACE}(?P<half>{_any(halves)})(?!\w){zone}")
    if section.get("half_past"):
        parts.append(rf"(?:{_any(section['half_past'])}) (?P<past>{_any(words)})(?!\w)")
    if section.get("oclock"):
        parts.append(rf"(?P<sharp>{_any(words)}|1[0-2]|[1-9]) (?:{_any(section['oclock'])})(?!\w)")
    if section.get("bare_leads"):
        parts.append(rf"(?:{_any(section['bare_leads'])}) (?P<bare>{_any(words)})(?=[,.;)]|$)")
    no_share = rf"(?![\d.,]*\d|{_SPACE}(?:%|{_any(percent)}))"
    parts.append(rf"(?:{_any(section['leads'])}) (?P<hd>1\d|2[0-3])\.(?P<md>[0-5][05]){no_share}")  # by 18.00
    return _Grammar(
        pattern=re.compile(rf"(?<![\w.,:])(?:{'|'.join(parts)})", re.IGNORECASE),
        lead=re.compile(rf"(?<!\w)(?:{_any(section['leads'])}){_SPACE}$", re.IGNORECASE),
        excluded=re.compile(rf"(?<!\w)(?:{section['not_after']})[^.;:(),]{{0,22}}$", re.IGNORECASE),
        named=named,
        words=words,
        afternoon=frozenset(meridiem.get("pm", ())),
    )


def _any(forms: object) -> str:
    listed = sorted(map(str, forms), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(form).replace("'", "['’]").replace(r"\ ", _SPACE) for form in listed)


def moments(text: str, start: int, end: int, code: str) -> list[Moment]:
    """The hours named in ``text[start:end]`` that something can be measured at, in order.

    Hours of closing, of results to come and the like (``jusqu'à 20h``, ``until 10pm``) are left out.
    """
    grammar = _grammar(code)
    if grammar is None:
        return []
    found = []
    for match in grammar.pattern.finditer(text, start, end):
        moment = _moment(match, grammar)
        if moment and not grammar.excluded.search(text, max(start, match.start() - 40), match.start()):
            found.append(moment)
    return found


def _moment(match: re.Match[str], grammar: _Grammar) -> Moment | None:
    groups = match.groupdict()
    start, end = match.span()
    if groups["named"]:
        return Moment(start, end, grammar.named[fold(groups["named"])])
    printed = groups.get("past") or groups.get("sharp") or groups.get("bare")
    if printed:
        start = match.start("bare") if groups.get("bare") else start
        hour = int(printed) if printed.isdigit() else grammar.words[fold(printed)]
        return Moment(start, end, time(hour % 12, 30 if groups.get("past") else 0), half_day=True)
    half = groups.get("half") or groups.get("half24")
    start = match.start("hd") if groups["hd"] else start
    hour = int(groups["h"] or groups["h24"] or groups["hd"] or groups["h12"])
    minute = int(groups["hm"] or groups["m"] or groups["m24"] or groups["md"] or groups.get("m12") or 0)
    if half:
        hour = hour % 12 + (12 if fold(half) in grammar.afternoon else 0)
    is_short = bool(grammar.afternoon) and not half and 0 < hour < _MORNING and match[0][:1] != "0"
    return Moment(start, end, time(hour, minute), half_day=is_short) if hour < 24 else None


_MORNING = 8
"""The hour before which nobody has counted voters yet: *by 3:30*, where hours are told in halves of a day."""


def instant(moment: Moment, entry: Entry, liveblog: Liveblog) -> datetime:
    """When a moment was: the last such hour before the post, give or take half an hour; that of the day in the lead."""
    zone = ZoneInfo(liveblog.timezone)
    posted = entry.date_published
    if posted is None:
        clock = moment.clock
        if moment.half_day and clock.hour < 8:
            clock = clock.replace(hour=clock.hour + 12)
        return datetime.combine(liveblog.date, clock, zone)
    posted = posted.astimezone(zone)
    clocks = [moment.clock]
    if moment.half_day:
        clocks.append(moment.clock.replace(hour=moment.clock.hour + 12))
    days = (posted.date(), posted.date() - timedelta(days=1))
    told = [datetime.combine(day, clock, zone) for day in days for clock in clocks]
    return max((t for t in told if t <= posted + _SOON), default=told[0])
