"""Time labels: how they are printed, and what one says. Which of them open a post is told by `labels`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property

from minutier.document import Mark
from minutier.languages.dates import Calendar, PartialDate, alternatives, calendar, fold

HEAD = 110
"""The longest label, bullets included, in characters."""

_QUOTES = "\"«»“”„‘'’"
_MONEY = "$£€¥"
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
    is the instant told by the markup.
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
    not_after: re.Pattern[str]


@cache
def grammar_of(code: str) -> Grammar:
    known = calendar(code)
    bullets = rf"(?P<bullet>(?:[^\w\n{_QUOTES}{_MONEY}~≈%]|[_»]){{0,16}}+)"
    before = alternatives(known.words("before_label"))
    joints = alternatives(known.words("date_time_joints"))
    zone = _zone_source(known)
    clock = known.clock_source
    half_of_day = known.meridiem_source.replace("(?P<mer>", "(?:")
    second_clock = rf"\d{{1,2}}\s?(?:[h:.]\s?\d\d|h\b|{half_of_day})"
    modified, before_changed = alternatives(known.words("modified")), alternatives(known.words("before_label"))
    second = (
        rf"(?:\s?\((?:(?:{modified}|{before_changed})\s){{0,2}}{second_clock}[^()\n]{{0,24}}\)"
        rf"|\s?[,|·•–—-]?\s{{1,2}}(?:{modified})\s(?:(?:{before_changed})\s)?{second_clock}(?:{half_of_day})?"
        rf"(?:\s?(?-i:[A-Z]{{2,5}})\b)?"
        rf"|\s?/\s?{second_clock}(?:\s?(?-i:[A-Z]{{2,5}}))?)?"
    )
    separator = r"(?:(?P<separator>[:\-►▶▷▸>»|•●·/⇒→➤➜+*=]{1,6}|[.,;](?![\d.]))\s{0,3})?"
    label = (
        rf"{bullets}(?:(?P<lead>{before})\s{{1,2}}[(\[]?)?"
        rf"(?P<printed>(?:{known.date_source('b_')},?\s{{0,3}}(?:(?:{joints})\s{{1,3}})?)?{clock}{zone}{second}"
        rf"(?:(?P<joint>\s?[,|·•-]?\s{{1,2}}){known.date_source('a_')})?)"
        rf"(?P<close>\s?[\])}}*_]{{1,4}})?(?P<space>\s{{0,3}}){separator}"
    )
    days = rf"(?:{_spelt([*known.weekdays, *known.months])})(?![^\W\d_])"
    opening = (
        rf"[^\w\n{_QUOTES}{_MONEY}]{{0,24}}+(?:_{{1,4}}\s?)?(?:»\s?){{0,3}}(?:\d|{days}"
        rf"|(?:{_spelt(known.words('before_label'))})\s{{1,2}}[(\[]?\d"
        rf"|(?:{_spelt(known.words('before_date'))})\s{{1,2}}(?:\d|{days})|(?:{_spelt(known.named_times)})(?!\w))"
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
    leads = _spelt(word.capitalize() for word in known.words("before_label"))
    zones = "|".join(sorted(known.zones, key=lambda name: (-len(name), name))) or "(?!)"
    simple = (
        rf"(?P<bullet>[^\w\n{_QUOTES}{_MONEY}~≈%(\[{{]{{0,8}}+)(?P<open>\[)?"
        rf"(?:(?P<lead>{leads}) )?(?P<h>\d{{1,2}})(?:"
        rf"(?P<unit>{spaces}?(?i:{alternatives(known.words('hour_units'))})(?!\w|{spaces}\d|\.\d))"
        rf"|(?:{spaces}?(?P<hour>(?i:{alternatives(known.words('hour_units'))})){spaces}?|(?P<point>[:.]))"
        rf"(?P<m>[0-5]\d)(?!\d|%|[:.,]\d)(?P<late>{spaces}(?i:{alternatives(known.words('hour_units'))})(?!\w))?+)"
        rf"(?P<mer>{spaces}?(?i:{half})(?!\w))?+"
        rf"(?:{spaces}?(?P<zone>{zones})(?!\w))?+"
        rf"(?(open)\]){spaces}{{0,2}}"
        rf"(?:(?P<separator>[:.\-–—►▶⇒→])(?:{spaces}{{0,2}}(?=[^\W\d]|[{_QUOTES}\[])|(?<=[:►]) (?=[\d#@]))"
        rf"|(?=\n)|(?<=\] )(?=\d)|(?<=[ \xa0])(?=[A-ZÀÉÈÊ{_QUOTES}\[])(?!(?i:{_spelt(known.words('modified'))})\b))"
    )
    not_after = rf"\s{{0,2}}(?:{alternatives(known.words('not_after_label'))}|[%{_MONEY}°])(?!\w)"
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
        not_after=re.compile(not_after, re.IGNORECASE),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word).lower() for word in words)


def _spelt(words: Iterable[str]) -> str:
    """A pattern for words with and without their accents, on text as it stands."""
    forms = {form for word in words for form in (word, fold(word))}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "(?!)"


def _zone_source(known: Calendar) -> str:
    names = "|".join(sorted(known.zones, key=lambda name: (-len(name), name)))
    phrases = alternatives(known.zone_phrases)
    return rf"(?:\s?[(\[]?(?P<zone>(?-i:{names or '(?!)'}))(?!\w)[)\]]?|,?\s\(?(?P<place>{phrases})(?!\w)\)?)?"


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
    bullet, bracket, lead, digits, unit, hour_sign, point, minute, late, meridiem, zone, separator = match.groups()
    hour = int(digits)
    if hour > 23 or (bullet and bullet[-1] in "+-=<"):
        return None
    if meridiem:
        if point is None or not 1 <= hour <= 12:
            return None
        meridiem = grammar.calendar.meridiems[meridiem.strip().lower()]
        hour = hour % 12 + 12 * (meridiem == "pm")
    form = "h" if unit or hour_sign or late else "meridiem" if meridiem else "colon" if point == ":" else "dot"
    if bracket:
        sign = "bracket"
    elif separator:
        sign = separator if separator in ":." else "-" if separator in "-–—" else "symbol"
    else:
        sign = "end" if match.string.startswith("\n", match.end()) else "bare"
    printed_end = (
        match.end("zone")
        if zone
        else match.end("mer")
        if meridiem
        else match.end("late" if late else "m" if minute else "unit")
    )
    signs = bullet.split()
    return Label(
        start=match.start(),
        printed=match.start("h"),
        printed_end=printed_end,
        body=match.end(),
        hour=hour,
        minute=int(minute or 0),
        style=style_of("word" if lead else signs[-1][-1] if signs else "", form, sign),
        meridiem=meridiem or "",
        is_bare=form in ("colon", "dot") and 1 <= hour <= 12 and digits[0] != "0",
        zone=zone or "",
        after_gap=after_gap,
        has_minutes=bool(minute),
    )


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
    if clock is None or not _well_formed(match, head):
        return None
    if not match["separator"] and grammar.not_after.match(head, match.end("printed")):
        return None
    at_end = cut == end and not head[match.end() :].strip()
    prefix = "b_" if _has_date(match, "b_") else "a_" if _has_date(match, "a_") else ""
    day = known.partial_date(match, prefix) if prefix else None
    separator = _separator(match, at_end, joined=day is not None and prefix == "a_")
    style = style_of(_bullet(match), _form(match), separator)

    def place(index: int) -> int:
        return start + (places[index] if places else index)

    return Label(
        start=start,
        printed=place(match.start("printed")),
        printed_end=place(match.end("printed") - 1) + 1,
        body=place(match.end()),
        hour=clock[0],
        minute=clock[1],
        style=style,
        meridiem=clock[2],
        is_bare=style.form in ("colon", "dot") and 1 <= clock[0] <= 12 and match["h"][0] != "0",
        zone=match["zone"] or (known.zone_phrases.get(match["place"].lower(), "") if match["place"] else ""),
        day=day,
        after_gap=after_gap,
        inline=inline,
        has_minutes=bool(match["m1"] or match["m2"] or match["m3"] or match["m4"]),
    )


_DATE_GROUPS = {prefix: tuple(prefix + name for name in ("iso", "d1", "m2", "a", "e", "w5")) for prefix in ("b_", "a_")}


def _has_date(match: re.Match[str], prefix: str) -> bool:
    return any(match.group(*_DATE_GROUPS[prefix]))


def _well_formed(match: re.Match[str], head: str) -> bool:
    bullet = match["bullet"]
    if bullet and bullet[-1] in "+-=<" and not bullet.endswith(bullet[-1] * 2):
        return False  # +20.41 is a change
    if match["close"] and not _is_open(bullet) and match["close"].strip(" *_"):
        return False
    if match["m4"] and _has_date(match, "b_"):
        return False  # 9 November 2016
    if match["separator"] or match["space"] or match["close"]:
        return True
    return match.end() >= len(head) or not head[match.end()].isalnum()


def _is_open(bullet: str) -> bool:
    return "[" in bullet or "(" in bullet or "{" in bullet


_NO_BULLETS = dict.fromkeys(map(ord, "[({_*"))


def _bullet(match: re.Match[str]) -> str:
    if match["lead"]:
        return "word"
    signs = match["bullet"].translate(_NO_BULLETS).split()
    return signs[-1][-1] if signs else ""


def _form(match: re.Match[str]) -> str:
    if match["unit"]:
        return "h"
    if match["mer"] or match["mer2"] or match["mer3"]:
        return "meridiem"
    if match["m2"]:
        return "colon"
    if match["m3"]:
        return "dot"
    if match["m4"]:
        return "compact"
    return "named"


def _separator(match: re.Match[str], at_end: bool, joined: bool) -> str:
    if match["close"] and match["close"].strip(" *_"):
        return "bracket"
    if at_end:
        return "end+date" if joined and "," not in match["joint"] else "end"
    sign = (match["separator"] or "")[:1]
    if sign in "►▶▷▸>»|•●·/⇒→➤➜*=" and sign:
        return "symbol"
    return sign or "bare"


def read_label(text: str, start: int, end: int, code: str) -> Label | None:
    """The label that a post delimited by the markup begins with, if it does."""
    line_end = text.find("\n", start, end)
    label = parse(text, start, line_end if line_end >= 0 else end, grammar_of(code))
    return label if label and (label.style.is_strong or label.style.separator == "bare") else None


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
