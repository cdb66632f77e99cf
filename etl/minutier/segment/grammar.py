"""Time labels: how they are printed, and what one says. Which of them open a post is told by `labels`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from typing import NamedTuple

from minutier.document import Mark
from minutier.languages.dates import Calendar, PartialDate, alternatives, calendar, fold

HEAD = 110
"""The longest label, bullets included, in characters."""

_QUOTES = "\"«»“”„‘'’"
_MONEY = "$£€¥"
_SMALL = "a-zà-öø-ÿœ"
_STRONG = frozenset({":", "-", "symbol", "bracket", "end", "+"})
ARROWS = frozenset("►▶▷▸⇒→➤➜+")
_DROPPED = re.compile(
    "[\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe0e\ufe0f\ufeff]"
)


@dataclass(frozen=True, eq=False)
class Style:
    """How a label is printed: the bullet before it, the form of its clock, what stands after it.

    Made by `style_of`: two labels of one style share one object.
    """

    bullet: str
    form: str
    separator: str

    @cached_property
    def is_strong(self) -> bool:
        """Whether its signs make a label likely: a colon after it does, an arrow before it; a comma does
        not.
        """
        return self.separator in _STRONG or self.bullet in ARROWS


@dataclass(slots=True)
class Label:
    """A time that opens a post.

    The label with its bullet and separator is ``text[start:body]``, the printed time
    ``text[printed:printed_end]``. ``is_bare`` tells a clock without am or pm that may be either; ``moment``
    is the instant told by the markup, ``told`` the day that a word tells, counted from today: -1 is yesterday;
    ``has_title`` that the post begins with the line above, at ``start``.
    """

    start: int
    printed: int
    printed_end: int
    body: int
    hour: int
    minute: int
    style: Style
    meridiem: str = ""
    is_bare: bool = False
    zone: str = ""
    day: PartialDate | None = None
    moment: datetime | None = None
    after_gap: bool = False
    inline: bool = False
    has_minutes: bool = True
    told: int | None = None
    has_title: bool = False


def ahead(start: Label, end: Label, sign: int) -> int:
    """Minutes from one label to another as the page goes; of half a day where one may be in either half."""
    cycle = 720 if start.is_bare or end.is_bare else 1440
    return sign * (end.hour * 60 + end.minute - start.hour * 60 - start.minute) % cycle


_Simple = tuple[int, int, int, int, Style, str, bool, str, bool]
"""What a simple label says: the places of its time in it, hour, minute, style, half of the day, whether either half
may be meant, zone, whether it has minutes.
"""

_Seen = dict[str, _Simple | tuple[()]]
_MOST_SEEN = 10_000


@dataclass(frozen=True)
class Grammar:
    calendar: Calendar
    opening: re.Pattern[str]
    simple: re.Pattern[str]
    label: re.Pattern[str]
    inline: re.Pattern[str]
    before_inline: re.Pattern[str]
    in_sentence: frozenset[str]  # words before a time that make it part of a sentence
    leads: frozenset[str]  # words before a time that may be part of its label
    joints: frozenset[str]  # words and signs between a date and its time
    changed: re.Pattern[str]  # begins the line that says when a post was changed
    published: re.Pattern[str]  # begins a line that says when something was published or changed
    not_after: re.Pattern[str]
    relative: re.Pattern[str]  # a line that is a time counted from when the page was saved: « il y a 5 min »
    beside: re.Pattern[str]  # a line above or below a label that is none of its post's words: « 2h ago », « Key event »
    counted_back: re.Pattern[str]  # ends a line with a time counted back: « Jane Roe - 2h ago »
    signed: re.Pattern[str]  # begins a line with a name, or a number, and a time; groups who, time
    author: re.Pattern[str]  # the author behind a label, to the end of the line; group who
    seen: tuple[_Seen, _Seen] = field(
        default_factory=lambda: ({}, {})
    )  # simple labels, those that end their line apart


@cache
def grammar_of(code: str) -> Grammar:
    known = calendar(code)
    bullets = rf"(?P<bullet>(?:[^\w\n{_QUOTES}{_MONEY}~≈%]|[_»]){{0,16}}+)"
    before = alternatives(known.words("before_label"))
    joints = alternatives(known.words("date_time_joints"))
    clock = known.clock_source
    half_of_day = known.meridiem_source.replace("(?P<mer>", "(?:")
    second_clock = rf"\d{{1,2}}\s?(?:[h:.]\s?\d\d|h\b|{half_of_day})"
    in_city = rf"\s(?:(?:{alternatives(known.words('before_city'))})\s)?{_PLACE}"
    city_clock = rf"{second_clock}(?:{half_of_day})?(?:\s\({_PLACE}\)|{in_city})"
    full = _folded(known.full_weekdays)
    short_days = "|".join(re.escape(day) for day in known.weekdays if day not in full)
    flags = _spelt([*known.words("after_label"), *known.words("flags")])
    flag = (
        rf"(?:(?P<flag>[\[(*_]{{0,3}}(?:{flags}|{short_days})(?!\w)[\])*_]{{0,3}}\s?[|:.,!-]{{0,2}}\s{{0,2}}[\[(]?)"
        rf"(?=\d|(?:{before})\s))?"  # ALERTE - 20h41, UPDATE (8:41 p.m.), Sun 8:41pm
    )
    counted_back = rf"(?:(?:{_relative_source(known)})[\s/|·•,-]{{0,4}}){{0,2}}"  # 2h ago / 9:58 PM
    date_before = known.date_source("b_").removeprefix(r"(?<![\w/.-])")  # 9 hours agoThu 4 Jul 2024 at 9:58pm
    zone = _zone_source(known, rf"(?=\s?[/,|·•(-]\s{{0,2}}{city_clock})")
    modified, before_changed = alternatives(known.words("modified")), alternatives(known.words("before_label"))
    second = (
        rf"(?:\s?\((?:(?:{modified}|{before_changed})\s){{0,2}}{second_clock}[^()\n]{{0,24}}\)"
        rf"|\s?[,|·•–—-]?\s{{1,2}}(?:{modified})\s(?:(?:{before_changed})\s)?{second_clock}(?:{half_of_day})?"
        rf"(?:\s?(?-i:[A-Z]{{2,5}})\b)?"
        rf"|\s?[/,|·•-]\s{{0,2}}{city_clock}(?=\s{{0,3}}(?:[:►▶⇒→-]|$))"  # 20h41 à Paris, 14h41 à Montréal
        rf"|\s?/\s?{second_clock}(?:{half_of_day})?(?:\s?\(?(?-i:[A-Z]{{2,5}})\b\)?)?"
        rf"|-{second_clock}(?:{half_of_day})?(?=\s{{0,3}}(?:[:►▶⇒→]|-\s|$))"  # 22h41-22h50 : a span
        rf"|\s{{0,2}}(?<!\d){second_clock}(?=\s{{0,3}}$)"  # 10.30pm BST 22:30: printed twice
        rf"|\s?[,|·•(-]?\s{{0,2}}(?:{_relative_source(known)})\)?(?=\s{{0,3}}(?:[:►▶⇒→-]|$))"  # 21:58 - 7 hours ago
        rf"|\s{{1,2}}[(\[]?(?:{modified}|{alternatives(known.words('after_label'))})[)\]]?(?=\s{{0,3}}$))?"
    )
    separator = r"(?:(?P<separator>[:\-►▶▷▸>»|•●·/⇒→➤➜+*=]{1,6}|[.,;](?![\d.]))\s{0,3})?"
    label = (
        rf"(?:\d{{1,3}}[.)]\s(?=[*_'\[(]{{1,5}}\d))?{bullets}(?P<wiki>'{{2,5}}\s?)?{flag}{counted_back}(?:(?P<lead>{before})\s{{1,2}}[(\[]?)?"
        rf"(?P<printed>(?:(?P<told>{_spelt(known.days_told)}),?\s{{1,2}}(?:(?:{joints})\s{{1,2}})?)?"
        rf"(?:{date_before},?\s{{0,3}}(?:(?:{joints})\s{{1,3}})?)?{clock}(?(b_iso){_OFFSET}?){zone}{second}"
        rf"(?:(?P<joint>\s?(?:,|(?P<bar>[|·•/-]))?\s{{1,2}}){known.date_source('a_')}"
        # the day of a label, not of the words after it: *Thursday’s vote*, *| Sunday Morning Opinions*
        rf"(?!['’]|\s(?-i:[{_SMALL}]))(?(bar)(?:(?<=\d)|(?!\s\w))))?)"
        rf"(?P<close>\s?(?:[\])}}*_`]|'{{2,5}}){{1,4}})?(?P<space>\s{{0,3}}){separator}(?(wiki)(?:'{{2,5}}\s{{0,3}})?)"
    )
    days = rf"(?:{_spelt([*known.weekdays, *known.months])})(?![^\W\d_])"
    dated = _spelt(known.words("before_date"))
    opening = (
        rf"[^\w\n{_QUOTES}{_MONEY}]{{0,24}}+(?:_{{1,4}}\s?|'{{2,5}}\s?)?(?:»\s?){{0,3}}(?:\d|{days}|(?:{_spelt(known.days_told)})\W"
        rf"|(?:{_spelt(known.words('before_label'))})\s{{1,2}}[(\[]?(?:(?:{dated})\s{{1,2}})?(?:\d|{days})"
        rf"|(?:{dated})\s{{1,2}}(?:\d|{days})|(?:{_spelt(known.named_times)}|{flags})(?!\w))"
    )
    inline = (
        rf"[0-9](?<![\w.,:$£€][0-9])[0-9]?(?:[:.][0-9]{{2}}"
        rf"|[ \xa0\u202f]?(?:{_spelt(known.words('hour_units'))})(?![^\W\d_])"
        rf"|[ \xa0\u202f]?(?:{_spelt(known.meridiems)})(?!\w))"
    )
    before_inline = (
        rf"(?P<before>\S)\s{{1,4}}(?P<label>(?:\+{{2,4}}|[^\w\s.,;:!?%{_MONEY}{_QUOTES}()+-]{{0,4}})\s{{0,2}}\[?"
        rf"(?:(?P<lead>{before})\s)?(?:{known.date_source()},?\s{{0,3}}(?:(?:{joints})\s{{1,3}})?)?)$"
    )
    # What most labels look like, read without further ado: anything else after them is left to `label`
    half = "|".join(re.escape(form) for form in sorted(known.meridiems, key=len, reverse=True)) or "(?!)"
    spaces = r"[ \xa0\u202f]"
    behind_city = _spelt(form[2:] for form in known.words("city_phrases") if form.startswith("{}"))  # *Sydney time*
    leads = _spelt(word.capitalize() for word in known.words("before_label"))
    zones = "|".join(sorted(known.zones, key=lambda name: (-len(name), name))) or "(?!)"
    simple = (
        rf"(?P<bullet>[^\w\n{_QUOTES}{_MONEY}~≈%(\[{{]{{0,8}}+)(?P<open>\[)?"
        rf"(?:(?P<lead>{leads}) )?(?P<h>\d{{1,2}})(?:"
        rf"(?P<unit>{spaces}?(?i:{alternatives(known.words('hour_units'))})(?!\w|{spaces}\d|\.\d))"
        rf"|(?:{spaces}?(?P<hour>(?i:{alternatives(known.words('hour_units'))})){spaces}?|(?P<point>[:.]))"
        rf"(?P<m>[0-5]\d)(?!\d|%|[:.,]\d)"
        rf"(?P<late>{spaces}(?i:{alternatives(known.words('hour_units'))})(?!\w|{spaces}[{_SMALL}]))?+)"
        rf"(?P<mer>{spaces}?(?i:{half})(?!\w))?+"
        rf"(?:{spaces}?(?P<zone>{zones})(?!\w))?+"
        rf"(?(open)\]){spaces}{{0,2}}"
        rf"(?:(?P<separator>[:.\-–—►▶⇒→])(?:{spaces}{{0,2}}(?=[^\W\d]|[{_QUOTES}\[])|(?<=[:►]) (?=[\d#@]))"
        rf"|(?=\n)|(?<=\] )(?=\d)|(?<=[ \xa0])(?=[A-ZÀÉÈÊ{_QUOTES}\[])(?!»\s)"
        rf"(?!(?i:{_spelt(known.words('modified'))})\b)"
        rf"(?!(?i:{days})|(?:{_UNKNOWN_ZONE}|(?i:{_spelt(known.zone_words)}))[)\]]?(?:\n| ?[:–—►-]))"
        rf"(?!{_PLACE}(?i:{behind_city})(?!\w))"
        rf"(?![A-Z]{{2,5}}\d|[^\W\d_]{{1,16}}[ \w'’-]{{0,24}} ?[/,|·•(-] ?\d)"  # BST22:41; London / 3:41pm New York
        rf"(?!(?i:{_spelt(known.words('after_label'))})[)\]]?\n))"
    )
    between = _spelt(known.words("date_time_joints"))
    backwards = [str(word) for section in known.sections for word in (section.get("relative") or {}).get("after") or ()]
    not_after = rf"\s{{0,2}}(?:{alternatives([*known.words('not_after_label'), *backwards])}|[%{_MONEY}°])(?!\w)"
    return Grammar(
        calendar=known,
        opening=re.compile(opening, re.IGNORECASE),
        simple=re.compile(simple),
        label=re.compile(label, re.IGNORECASE),
        inline=re.compile(inline, re.IGNORECASE),
        before_inline=re.compile(before_inline, re.IGNORECASE),
        in_sentence=_folded(known.words("in_sentence")),
        leads=_folded(known.words("before_label")),
        joints=_folded(known.words("date_time_joints")),
        changed=re.compile(rf"\W{{0,4}}(?:{_spelt(known.words('modified'))})\b", re.IGNORECASE),
        published=re.compile(
            rf"\W{{0,4}}(?:{_spelt([*known.words('published'), *known.words('modified')])})\b", re.IGNORECASE
        ),
        not_after=re.compile(not_after, re.IGNORECASE),
        relative=re.compile(
            rf"^[ \t•·-]{{0,4}}(?:{_relative_source(known, counts='')})[ \t]{{0,4}}$", re.IGNORECASE | re.MULTILINE
        ),
        beside=re.compile(
            rf"[ \t•·|-]{{0,4}}(?:{_relative_source(known)}|{_spelt(known.words('after_label'))})[ \t]{{0,4}}",
            re.IGNORECASE,
        ),
        counted_back=re.compile(rf"[\s,|·•–—-]{{1,4}}(?:{_relative_source(known)})$", re.IGNORECASE),
        signed=re.compile(
            rf"^[ \t]{{0,8}}(?P<who>[^\W\d_][^\d\n:.!?]{{1,60}}?(?:\d{{1,4}}(?=\W))?)"
            rf"(?:\s?[,|·•–—-]\s{{1,2}}(?:(?:{between})\s)?|\s(?:{between})\s|\s(?=[(\[]))(?P<time>[(\[]?\d)",
            re.MULTILINE,
        ),
        author=re.compile(
            rf"[\s,|·•–—-]{{0,3}}(?:{_spelt(known.words('before_author'))})\s(?P<who>[^\W\d_][^\n:.!?]{{1,60}})(?=\n)",
            re.IGNORECASE,
        ),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word).lower() for word in words)


def _spelt(words: Iterable[str]) -> str:
    """A pattern for words with and without their accents, on text as it stands."""
    forms = {form for word in words for form in (word, fold(word), word.replace("'", "’"))}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "(?!)"


def _relative_source(known: Calendar, counts: str = "?:") -> str:
    """The pattern of a time counted back, *5 min ago*; with the groups hours and minutes of each language in turn where
    ``counts`` is empty.
    """
    forms = []
    for section in known.sections:
        words = section.get("relative") or {}
        before, after = (_spelt(map(str, words.get(key) or ())) for key in ("before", "after"))
        minutes, hours, longer = (_spelt(map(str, words.get(key) or ())) for key in ("minutes", "hours", "longer"))
        told = rf"(?:({counts}\d{{1,2}})\s?(?:{hours})\b[ \t]?)?(?:({counts}\d{{1,3}})\s?(?:{minutes})\b\.?)?"
        told = rf"(?:\d{{1,3}}\s?(?:{longer})\b|{told})"
        forms += [rf"(?:{before})\s{told}"] if words.get("before") else []
        forms += [rf"(?=\d){told}\s?(?:{after})"] if words.get("after") else []
    return "|".join(forms) or "(?!)"


_OFFSET = r"(?:(?P<offset>Z|[+-]\d\d:?\d\d)(?![\d:]))"
_UNKNOWN_ZONE = r"(?-i:[A-Z]{1,4}T)(?!\w)"
"""An abbreviation that may be a zone's, behind a time and before nothing else: *20:41 XYT*."""
_PLACE = r"(?-i:[A-Z][^\W\d_]*(?:[ '’-][^\W\d_]+){0,3})"


def _zone_source(known: Calendar, second: str) -> str:
    """The pattern of what may stand behind a clock: a zone, a place in brackets where nothing but signs follow, or
    the city whose clock it is before that of another (``second``).
    """
    names = "|".join(sorted(known.zones, key=lambda name: (-len(name), name)))
    phrases = alternatives(known.zone_phrases)
    joints = alternatives(known.words("before_city"))
    return (
        rf"(?:\s?[(\[]?(?P<zone>(?-i:{names or '(?!)'}))(?:(?P<shift>[+-]\d{{1,2}}(?::?\d\d)?)(?!\d)|(?![^\W\d]))[)\]]?"
        rf"|\s?[(\[]?{_UNKNOWN_ZONE}[)\]]?(?=\s{{0,3}}(?:[:►▶⇒→]|-\s|$))"
        rf"|,?\s\(?(?P<place>{phrases})(?!\w)\)?"
        rf"|,?\s\(?(?:(?P<word>{alternatives(known.zone_words)})|{alternatives(known.words('local_time'))})\)?"
        rf"(?=\s{{0,3}}(?:[:,(/|·•►▶⇒→]|-\s|$))"
        rf"|\s(?P<bracket>\()?(?:(?:{joints})\s)?(?P<city>{_PLACE})(?(bracket)\)){second}"
        rf"|\s\({_PLACE}\)(?=\s{{0,3}}(?:[:►▶⇒→-]|$)))?"
    )


def clean(text: str) -> tuple[str, list[int] | None]:
    """The text folded, without characters that print nothing, and the place in the text of each character
    left.

    The places are None when nothing was left out.
    """
    folded = fold(text)
    if folded is text or folded.isascii() or not _DROPPED.search(folded):
        return folded, None
    kept = [index for index, character in enumerate(folded) if not _DROPPED.match(character)]
    return "".join(folded[index] for index in kept), [*kept, len(text)]


def parse_simple(match: re.Match[str], after_gap: bool, grammar: Grammar) -> Label | None:
    """The label of a match of ``simple``; None when it is one to read with care."""
    seen = seen_in(match, grammar)
    if not seen:
        return None
    start, end = match.span()
    printed, printed_end, hour, minute, style, meridiem, is_bare, zone, has_minutes = seen
    printed, printed_end = start + printed, start + printed_end
    return Label(
        start, printed, printed_end, end, hour, minute, style, meridiem, is_bare, zone, None, None, after_gap, False,
        has_minutes,
    )  # fmt: skip


def seen_in(match: re.Match[str], grammar: Grammar) -> _Simple | tuple[()]:
    """What a match of ``simple`` says, read once for all the places where the same stands."""
    at_end = match.string.startswith("\n", match.end())
    known = grammar.seen[at_end]
    seen = known.get(match[0])
    if seen is None:
        seen = _read_simple(match, at_end, grammar)
        if len(known) < _MOST_SEEN:
            known[match[0]] = seen
    return seen


def _read_simple(match: re.Match[str], at_end: bool, grammar: Grammar) -> _Simple | tuple[()]:
    """What a match of ``simple`` says, wherever it stands; empty when it is one to read with care."""
    bullet, bracket, lead, digits, unit, hour_sign, point, minute, late, meridiem, zone, separator = match.groups()
    hour = int(digits)
    if hour > 23 or (bullet and bullet[-1] in "+-=<"):
        return ()
    if meridiem:
        if point is None or not 1 <= hour <= 12:
            return ()
        meridiem = grammar.calendar.meridiems[meridiem.strip().lower()]
        hour = hour % 12 + 12 * (meridiem == "pm")
    form = "h" if unit or hour_sign or late else "meridiem" if meridiem else "colon" if point == ":" else "dot"
    if bracket:
        sign = "bracket"
    elif separator:
        sign = separator if separator in ":." else "-" if separator in "-–—" else "symbol"
    else:
        sign = "end" if at_end else "bare"
    last = "zone" if zone else "mer" if meridiem else "late" if late else "m" if minute else "unit"
    signs = bullet.split()
    style = style_of("word" if lead else signs[-1][-1] if signs else "", form, sign)
    is_bare = form in ("colon", "dot") and 1 <= hour <= 12 and digits[0] != "0"
    start = match.start()
    printed, printed_end = match.start("h") - start, match.end(last) - start
    return (
        printed, printed_end, hour, int(minute or 0), style, meridiem or "", is_bare, zone or "", bool(minute),
    )  # fmt: skip


@cache
def style_of(bullet: str, form: str, separator: str) -> Style:
    """The style of these three."""
    return Style(bullet, form, separator)


def parse(
    text: str, start: int, end: int, grammar: Grammar, *, after_gap: bool = False, inline: bool = False
) -> Label | None:
    """The label that begins at ``start``, if one does; ``end`` is the end of its line."""
    cut = min(end, start + HEAD)
    head, places = clean(text[start:cut])
    match = grammar.label.match(head)
    if not match:
        return None
    known = grammar.calendar
    clock = known.read_clock(match)
    if clock is None:
        return None
    printed = _Printed(*match.group(*_PRINTED))
    is_after = not any(match.group(*_BEFORE))
    if not _well_formed(printed, head, match.end(), dated=not is_after):
        return None
    if not printed.separator and grammar.not_after.match(head, match.end("printed")):
        return None
    at_end = cut == end and not head[match.end() :].strip()
    day = known.partial_date(match, "a_" if is_after else "b_") if not is_after or any(match.group(*_AFTER)) else None
    separator = _separator(printed, at_end, joined=day is not None and is_after)
    style = style_of(_bullet(printed, grammar), _form(printed), separator)

    def place(index: int) -> int:
        return start + (places[index] if places else index)

    body = place(match.end())
    link = _LINK.match(text, body, end) if separator == "bracket" and "](" in text[body - 1 : body + 1] else None
    return Label(
        start=start,
        printed=place(match.start("printed")),
        printed_end=place(match.end("printed") - 1) + 1,
        body=link.end() if link else body,
        hour=clock[0],
        minute=clock[1],
        style=style,
        meridiem=clock[2],
        is_bare=style.form in ("colon", "dot") and 1 <= clock[0] <= 12 and match["h"][0] != "0",
        zone=_zone(printed, known),
        day=day,
        after_gap=after_gap,
        inline=inline,
        has_minutes=bool(printed.m1 or printed.m2 or printed.m3 or printed.m4),
        told=known.days_told[match["told"].lower()] if match["told"] else None,
    )


def _zone(printed: _Printed, known: Calendar) -> str:
    """The zone that a label names: a key of the calendar's, an IANA name, or an offset, *+02:00*."""
    if told := printed.offset or printed.shift:
        digits = told.strip("Z+-").replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "")
        return f"{'-' if told[0] == '-' else '+'}{hours:0>2}:{minutes:0>2}"
    if printed.place:
        return known.zone_phrases.get(printed.place.lower(), "")
    if printed.word:
        return known.zone_words[printed.word.lower()]
    return printed.zone or (known.zone_cities.get(printed.city.lower(), "") if printed.city else "")


class _Printed(NamedTuple):
    """The groups of a match of ``label`` that its style is told by."""

    bullet: str
    flag: str | None
    lead: str | None
    unit: str | None
    late: str | None
    m1: str | None
    m2: str | None
    m3: str | None
    m4: str | None
    hrs: str | None
    glued: str | None
    mer: str | None
    mer2: str | None
    mer3: str | None
    offset: str | None
    zone: str | None
    shift: str | None
    place: str | None
    word: str | None
    city: str | None
    joint: str | None
    close: str | None
    space: str
    separator: str | None


_PRINTED = _Printed._fields
_BEFORE, _AFTER = (tuple(prefix + name for name in ("iso", "d1", "m2", "a", "e", "w5")) for prefix in ("b_", "a_"))
"""The groups of which a date before or after the time fills one."""


def _well_formed(printed: _Printed, head: str, end: int, dated: bool) -> bool:
    bullet, close = printed.bullet, printed.close
    if bullet and bullet[-1] in "+-=<" and not bullet.endswith(bullet[-1] * 2):
        return False  # +20.41 is a change
    if close and not _is_open(bullet + (printed.flag or "")) and close.strip(_EMPHASIS):
        return False
    if printed.m4 and dated:
        return False  # 9 November 2016
    if printed.separator or printed.space or close or end >= len(head) or not head[end].isalnum():
        return True
    is_glued = head[end].isupper() and head[end - 1].isdigit()  # 20h41Le maire parle: two parts of a page, copied
    return is_glued and bool(printed.m1 or printed.m2)


def _is_open(bullet: str) -> bool:
    return "[" in bullet or "(" in bullet or "{" in bullet


_NO_BULLETS = dict.fromkeys(map(ord, "[({_*`"))
_EMPHASIS = " *_'`"
"""Signs around a time that set it in bold or italics: *\\*\\*20h41\\*\\**, *'''20h41'''* in a wiki."""

_LINK = re.compile(r"\(\S{1,300}?\)[*_]{0,3}[ \t]{0,3}(?:[:–—-][ \t]{1,3})?")
"""Where a label in brackets leads, as Markdown writes it: *[20h41](https://…) –*."""


def _bullet(printed: _Printed, grammar: Grammar) -> str:
    if printed.lead or (printed.flag and grammar.published.match(printed.flag)):
        return "word"
    if not printed.bullet:
        return ""
    signs = printed.bullet.translate(_NO_BULLETS).split()
    return signs[-1][-1] if signs else ""


def _form(printed: _Printed) -> str:
    if printed.unit or printed.late or printed.hrs:
        return "h"
    if printed.mer or printed.mer2 or printed.mer3 or printed.glued:
        return "meridiem"
    if printed.m2:
        return "colon"
    if printed.m3:
        return "dot"
    if printed.m4:
        return "compact"
    return "named"


def _separator(printed: _Printed, at_end: bool, joined: bool) -> str:
    if printed.close and printed.close.strip(_EMPHASIS):
        return "bracket"
    if at_end:
        return "end+date" if joined and "," not in (printed.joint or "") else "end"
    sign = (printed.separator or "")[:1]
    if sign in "►▶▷▸>»|•●·/⇒→➤➜*=" and sign:
        return "symbol"
    return sign or "bare"


def read_label(text: str, start: int, end: int, code: str) -> Label | None:
    """The label that a post delimited by the markup begins with, if it does."""
    line_end = text.find("\n", start, end)
    label = parse(text, start, line_end if line_end >= 0 else end, grammar_of(code))
    if label is None or (label.told is not None and label.style.separator != "end"):
        return None  # *Hier à 20h : la salle était vide* tells of another day
    return label if label.style.is_strong or label.style.separator == "bare" else None


def label_of_time(time: Mark, end: int) -> Label | None:
    """The label that a time of the markup makes for a post that ends at ``end``; None when it tells no time
    of day.
    """
    moment = read_moment(time.value)
    if moment is None:
        return None
    printed_end = min(time.end, end)
    return Label(
        start=time.start,
        printed=time.start,
        printed_end=printed_end,
        body=printed_end,
        hour=moment.hour,
        minute=moment.minute,
        style=style_of("", "markup", "end"),
        moment=moment,
    )


def read_moment(value: str) -> datetime | None:
    """An ISO 8601 date and time; None when it is another thing, or a date alone."""
    value = value.strip()
    if len(value) < 12 or not value[:4].isdigit():
        return None
    value = re.sub(r"\.(\d{1,6})\d*", lambda match: "." + match[1].ljust(6, "0"), value.replace(" ", "T", 1))
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if 1 < moment.year < 9999 else None  # any zone can tell it
