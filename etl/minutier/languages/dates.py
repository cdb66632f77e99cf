"""Dates and times of day as languages print them. The words are in the ``clock`` section of each language
file.

A page's template may be in another language than its posts, so the words of every language are known to each
`Calendar`; those of its own language come first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache, cached_property, lru_cache
from typing import Any

from minutier.languages import DEFAULT, available, language

DATELINE_REACH = 3_000
"""How many characters from the beginning may hold the lines that say when a live blog was published."""

LONGEST_DATELINE = 400

_YEAR_HINT = re.compile(r"(?:19|20)[0-9][0-9]|[0-9][/.-][0-9]{2}|[^\W\d_]\.? [0-9]{2}\W?$")

_NUMBERS = re.compile(r"\d(?:/\d|\.\d{1,2}\.\d|-\d\d-\d)")
_LETTERS = re.compile(r"[^\W\d_]+")

_DATE_GROUPS = (
    *("iso", "w1", "d1", "m1", "y1", "w2", "m2", "d2", "y2"),
    *("w3", "a", "s", "b", "c", "w4", "e", "f", "w5"),
)
"""The groups of a date's pattern, in order."""

_CLOCK_GROUPS = ("named", "h", "m1", "m2", "m3", "m4", "mer", "mer2", "mer3", "glued")
"""The groups of a time of day that say what it is."""


def _folding() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii():
            table[code] = base
    for spaces in ("\t\xa0\u1680\u202f\u205f\u3000", map(chr, range(0x2000, 0x200B))):
        table.update({ord(space): " " for space in spaces})
    table.update({ord(dash): "-" for dash in "‐‑‒–—―−"})
    table.update({ord(colon): ":" for colon in "：∶ː"})
    table.update({ord(mark): "'" for mark in "’‘ʼ"})
    table.update({0xFF10 + digit: str(digit) for digit in range(10)})
    return table


_FOLDING = _folding()


def fold(text: str) -> str:
    """The text without accents, with plain spaces, dashes, colons and apostrophes: same length, same case."""
    return text if text.isascii() else text.translate(_FOLDING)


def _plain(word: str) -> str:
    return fold(unicodedata.normalize("NFC", word)).lower()


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as printed, perhaps without its year, perhaps only a day of the week (0 is Monday).

    ``is_either``: numbers that may be day and month or month and day, read as day and month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    is_either: bool = False

    def near(self, other: date) -> date | None:
        """The day meant, completed from a day not far from it; None when there is no such day."""
        if self.day is None or self.month is None:
            if self.weekday is None:
                return None
            return _shifted(other, (self.weekday - other.weekday() + 3) % 7 - 3)
        years = (self.year,) if self.year else (other.year, other.year - 1, other.year + 1)
        readings = [(self.month, self.day), (self.day, self.month)][: 1 + self.is_either]
        days = [day for month, d in readings for year in years if (day := _date(year, month, d))]
        return min(days, key=lambda day: abs((day - other).days), default=None)

    def ordered(self, order: str) -> PartialDate:
        """The date with its numbers read in an order: ``dmy`` as read, or ``mdy``."""
        if not self.is_either:
            return self
        day, month = (self.day, self.month) if order == "dmy" else (self.month, self.day)
        return PartialDate(self.year, month, day, self.weekday)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1 < year < 9999 else None  # there is a day before and after in any zone
    except ValueError:
        return None


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that says when the live blog was published (``kind`` published) or last changed (modified).

    ``stamp`` is ISO 8601, naive; ``alone`` tells that the line says nothing else.
    """

    start: int
    end: int
    kind: str
    stamp: str
    alone: bool


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, on folded text; one that never matches when there is
    none.
    """
    plain = sorted({_plain(str(word)) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in plain) or r"(?!)"


@dataclass(frozen=True)
class Calendar:
    """The dates and clocks of a language, compiled. Patterns apply to folded text, with ``re.IGNORECASE``."""

    code: str

    @cached_property
    def sections(self) -> list[dict[str, Any]]:
        """The ``clock`` sections of all languages, this one's first."""
        codes = [self.code, *(code for code in available() if code != self.code)]
        return [section for code in codes if (section := language(code)["clock"])]

    def words(self, key: str) -> list[str]:
        """The words of a list, in every language."""
        return [str(word) for section in self.sections for word in section.get(key) or ()]

    def table(self, key: str) -> dict[str, Any]:
        """The entries of a table, in every language; this language's own win."""
        return {str(k): v for section in reversed(self.sections) for k, v in (section.get(key) or {}).items()}

    @cached_property
    def days_told(self) -> dict[str, int]:
        """Words for a day counted from today: *yesterday* is -1."""
        return {fold(word).lower(): int(days) for word, days in self.table("days_told").items()}

    @cached_property
    def months(self) -> dict[str, int]:
        return self._numbered("months")

    @cached_property
    def weekdays(self) -> dict[str, int]:
        return self._numbered("weekdays")

    def _numbered(self, key: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for section in self.sections:
            for number, words in (section.get(key) or {}).items():
                for word in words:
                    found.setdefault(_plain(str(word)), int(number))
        return found

    @cached_property
    def full_weekdays(self) -> list[str]:
        """Days of the week in full: an abbreviation alone is no date."""
        return [str(w[0]) for section in self.sections for w in (section.get("weekdays") or {}).values()]

    @cached_property
    def named_times(self) -> dict[str, time]:
        return {_plain(word): time.fromisoformat(value) for word, value in self.table("named_times").items()}

    @cached_property
    def meridiems(self) -> dict[str, str]:
        """Printed form, folded → ``am`` or ``pm``."""
        return {
            _plain(str(form)): half
            for section in self.sections
            for half, forms in (section.get("meridiem") or {}).items()
            for form in forms
        }

    @cached_property
    def zones(self) -> dict[str, dict[str, str]]:
        """Abbreviation → ``zone`` (IANA name of the place whose clock it is) and ``offset``, where fixed."""
        return self.table("zones")

    @cached_property
    def zone_phrases(self) -> dict[str, str]:
        """Phrase behind a time, folded → IANA zone: those of the data, and those made of a city, *London time*."""
        phrases = {_plain(phrase): zone for phrase, zone in self.table("zone_phrases").items()}
        for section in self.sections:
            for city, zone in (section.get("zone_cities") or {}).items():
                for form in section["city_phrases"]:
                    phrases.setdefault(_plain(form.format(city)), zone)
        return phrases

    @cached_property
    def zone_cities(self) -> dict[str, str]:
        """City, folded → the IANA zone of its clock."""
        return {_plain(city): zone for city, zone in self.table("zone_cities").items()}

    @cached_property
    def zone_words(self) -> dict[str, str]:
        """Word behind a time, or behind *all times are*, folded → IANA zone: *Eastern*."""
        return {_plain(word): zone for word, zone in self.table("zone_words").items()}

    def date_source(self, prefix: str = "") -> str:
        """The pattern of a date; its groups' names begin with ``prefix`` (see `partial_date`)."""

        def weekday(number: int) -> str:
            return rf"(?:(?P<{prefix}w{number}>{alternatives(self.weekdays)})\b\.?,?\s{{1,3}})?"

        before = rf"(?:(?:{alternatives(self.words('before_date'))})\s{{1,3}})?"
        month = alternatives(self.months)
        ordinal = rf"(?:{alternatives(self.words('ordinals'))})?"
        year = r"(?:(?:19|20)\d\d|\d\d(?=\W?$))"  # 19 juin 22, at the end of a line
        day_month = (
            rf"{weekday(1)}{before}(?P<{prefix}d1>\d{{1,2}}){ordinal}\s{{1,3}}(?:of\s)?"
            rf"(?P<{prefix}m1>{month})\b\.?(?:,?\s{{1,3}}(?P<{prefix}y1>{year})\b)?"
        )
        month_day = (
            rf"{weekday(2)}(?P<{prefix}m2>{month})\b\.?\s{{1,3}}(?P<{prefix}d2>\d{{1,2}}){ordinal}"
            rf"(?!\d|[:.]\d|\s?h)(?:,?\s{{1,3}}(?P<{prefix}y2>{year})\b)?"
        )
        numbers = (
            rf"{weekday(3)}{before}(?P<{prefix}a>\d{{1,2}})(?P<{prefix}s>[/.]|-(?=\d{{1,2}}-\d{{4}})|(?<=\d\d)-(?=\d\d-\d\d(?![\d-])))"
            rf"(?P<{prefix}b>\d{{1,2}})(?P={prefix}s)(?P<{prefix}c>\d{{4}}|\d{{2}})(?!\d)"
            rf"|{weekday(4)}{before}(?P<{prefix}e>\d{{1,2}})/(?P<{prefix}f>\d{{1,2}})(?![\d/])"
        )
        return (
            rf"(?<![\w/.-])(?:(?P<{prefix}iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)T?|{day_month}|{month_day}|{numbers}"
            rf"|(?P<{prefix}w5>{alternatives(self.full_weekdays)})\b)"
        )

    def partial_date(self, match: re.Match[str], prefix: str = "") -> PartialDate | None:
        """The date that a match of `date_source` holds; None when it holds none, or an impossible one."""
        return _partial_date(self.code, match.group(*_prefixed_groups(prefix)))

    def date_of_groups(self, values: tuple[str | None, ...]) -> PartialDate | None:
        """The date that the groups of `date_source` hold, in their order."""
        group = {name: value for name, value in zip(_DATE_GROUPS, values, strict=True) if value}
        weekday = next(
            (self.weekdays[group[key].lower()] for key in ("w1", "w2", "w3", "w4", "w5") if key in group),
            None,
        )
        year: int | None = None
        if "iso" in group:
            year, month, day = map(int, group["iso"].split("-"))
        elif "m1" in group or "m2" in group:
            form = "1" if "m1" in group else "2"
            month, day = self.months[group[f"m{form}"].lower()], int(group[f"d{form}"])
            year = _four_digits(group[f"y{form}"]) if f"y{form}" in group else None
        elif "a" in group or "e" in group:
            first, second = (int(group["a"]), int(group["b"])) if "a" in group else (int(group["e"]), int(group["f"]))
            year = _four_digits(group["c"]) if "c" in group else None
            day, month = (first, second) if second <= 12 else (second, first)
        elif weekday is not None:
            return PartialDate(weekday=weekday)
        else:
            return None
        if _date(year or 2000, month, day) is None:
            return None
        is_either = ("a" in group or "e" in group) and day <= 12 and month <= 12 and day != month
        return PartialDate(year, month, day, weekday, is_either)

    @cached_property
    def _date_pattern(self) -> re.Pattern[str]:
        return re.compile(self.date_source(), re.IGNORECASE)

    def dates(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, PartialDate]]:
        """The dates printed in a stretch of a text, with their places. The stretch may not hold combining
        marks.
        """
        return self._dates(fold(text[start:end]), start)

    def date_alone(self, text: str) -> PartialDate | None:
        """The date that a text is, but for signs; None when it says more, or holds another number of dates."""
        dates = self.dates(text)
        if len(dates) != 1:
            return None
        start, end, date = dates[0]
        return None if any(map(str.isalnum, text[:start] + text[end:])) else date

    def dated(self, text: str, start: int, end: int) -> list[tuple[int, int, PartialDate]]:
        """As `dates`, but empty, and quickly so, where no date has more than a day of the week."""
        folded = fold(text[start:end])
        if _NUMBERS.search(folded) or not self.months.keys().isdisjoint(_LETTERS.findall(folded.lower())):
            return self._dates(folded, start)
        return []

    def _dates(self, folded: str, start: int) -> list[tuple[int, int, PartialDate]]:
        found = (
            (m.start() + start, m.end() + start, self.partial_date(m)) for m in self._date_pattern.finditer(folded)
        )
        return [(s, e, partial) for s, e, partial in found if partial]

    @cached_property
    def meridiem_source(self) -> str:
        return rf"\s?(?P<mer>{alternatives(self.meridiems)})(?!\w)"

    @cached_property
    def clock_source(self) -> str:
        """The pattern of a time of day; groups h, unit, late, m1 to m4, mer, named (see `read_clock`)."""
        units = alternatives(self.words("hour_units"))
        late = rf"(?P<late>\s?(?:{units})(?!\w|\s(?-i:[a-z])))?"  # not of « 20:41 heure de Paris »
        minutes = rf"(?:\s?(?:{alternatives(self.words('minute_units'))})(?![\w']))?"
        return (
            rf"(?<!\d)(?:(?P<h>\d{{1,2}})(?:"
            rf"\s?(?P<unit>{units})(?![^\W\d_])(?:[.\s]?(?P<m1>[0-5]\d)(?!\d|[.,:]\d){minutes})?"
            rf"|(?::(?P<m2>[0-5]\d)(?!\d)(?::[0-5]\d(?!\d)|(?P<glued>[ap])(?![\w.'’]))?|\.(?P<m3>[0-5]\d)(?!\d|[.,]\d)){late}(?:{self.meridiem_source})?"
            rf"|(?P<m4>\d\d)(?!\d)(?:{self.meridiem_source.replace('mer>', 'mer2>')}|(?P<hrs>{units})(?!\w))?"
            rf"|{self.meridiem_source.replace('mer>', 'mer3>')}"
            rf")|(?P<named>{alternatives(self.named_times)})\b)"
        )

    def read_clock(self, match: re.Match[str]) -> tuple[int, int, str] | None:
        """Hour, minute and ``am``, ``pm`` or empty; None for a time that no clock shows."""
        named, hours, m1, m2, m3, m4, mer, mer2, mer3, glued = match.group(*_CLOCK_GROUPS)
        if named:
            moment = self.named_times[named.lower()]
            return moment.hour, moment.minute, ""
        printed = mer or mer2 or mer3
        meridiem = self.meridiems[" ".join(printed.lower().split())] if printed else ""
        meridiem = f"{glued.lower()}m" if glued else meridiem  # 8:41p
        hour, minute = int(hours), int(m1 or m2 or m3 or m4 or 0)
        if meridiem and 1 <= hour <= 12:
            hour = hour % 12 + 12 * (meridiem == "pm")
        if hour == 24 and minute == 0:
            hour = 0
        return (hour, minute, meridiem) if hour <= 23 and minute <= 59 else None

    @cached_property
    def _dateline_words(self) -> re.Pattern[str]:
        modified, published = self.words("modified"), self.words("published")
        return re.compile(
            rf"\b(?:(?P<modified>{alternatives(modified)})|(?P<published>{alternatives(published)}))\b",
            re.IGNORECASE,
        )

    @cached_property
    def _time_after(self) -> re.Pattern[str]:
        joints = alternatives(self.words("date_time_joints"))
        return re.compile(rf"\s?,?\s{{0,3}}(?:(?:{joints})\s{{0,3}})?{self.clock_source}", re.IGNORECASE)

    @cached_property
    def _time_before(self) -> re.Pattern[str]:
        return re.compile(rf"{self.clock_source}(?:\s[A-Z]{{2,5}})?,?\s{{0,3}}(?:(?:on|le)\s{{1,3}})?$", re.IGNORECASE)

    def datelines(self, text: str) -> tuple[Dateline, ...]:
        """When the live blog was published and changed, as the lines at its beginning tell; in order of
        place.

        A line counts when it says so (*Publié le…*, *last updated…*) or holds nothing but a date and a time.
        Several lines of the second kind are the labels of posts, and do not count.
        """
        return _datelines(text[:DATELINE_REACH])

    def read_datelines(self, head: str) -> Iterator[Dateline]:
        """See `datelines`; ``head`` is the beginning of the text."""
        found: list[Dateline] = []
        start = 0
        for line in head.split("\n"):
            if 6 <= len(line) <= LONGEST_DATELINE and self._may_be_dateline(line):
                found += self._dateline(line, start)
            start += len(line) + 1
        silent = {dateline.start for dateline in found if not dateline.kind}
        for dateline in found:
            if dateline.kind or len(silent) == 1:
                yield replace(dateline, kind=dateline.kind or "published")

    def _may_be_dateline(self, line: str) -> bool:
        if not _YEAR_HINT.search(line):
            return False
        if len(line) <= 60:
            return True
        low = fold(line).lower()
        return any(word in low for word in self._dateline_stems)

    @cached_property
    def _dateline_stems(self) -> list[str]:
        """The words of datelines without those that hold another of them."""
        words = {_plain(word) for key in ("modified", "published") for word in self.words(key)}
        return sorted(word for word in words if not any(other in word for other in words - {word}))

    def _dateline(self, line: str, offset: int) -> list[Dateline]:
        folded = fold(line)
        dates = [(m, p) for m in self._date_pattern.finditer(folded) if (p := self.partial_date(m)) and p.day]
        years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", folded)]
        found, rest, previous = [], folded, 0
        for match, partial in dates:
            keywords = [*self._dateline_words.finditer(folded, previous, match.start())]
            keyword = keywords[-1] if keywords else None
            after = self._time_after.match(folded, match.end())
            before = (
                None if after else self._time_before.search(folded, max(previous, match.start() - 24), match.start())
            )
            clock = self.read_clock(after or before) if after or before else None  # type: ignore[arg-type]
            previous = after.end() if after else match.end()
            spoken = before.start() if before else match.start()
            rest = rest[:spoken] + " " * (previous - spoken) + rest[previous:]
            if clock and clock[2]:  # 11/7/2018 9:05 PM: who prints am and pm beside numbers puts the month first
                partial = partial.ordered("mdy")
            year = partial.year or next(iter(years), None)
            day = _date(year, partial.month or 0, partial.day or 0) if year else None
            if day is None:
                continue
            stamp = f"{day}T{clock[0]:02}:{clock[1]:02}" if clock else f"{day}"
            kind = ("modified" if keyword["modified"] else "published") if keyword else ""
            found.append(Dateline(offset + spoken, offset + previous, kind, stamp, alone=False))
        letters = sum(map(str.isalpha, self._dateline_words.sub("", rest)))
        alone = letters <= 4
        if any(d.kind for d in found):  # 18/06/2017, mis à jour le 19/06/2017
            found = [Dateline(d.start, d.end, d.kind or "published", d.stamp, alone) for d in found]
        return [
            Dateline(offset, offset + len(line), d.kind, d.stamp, True) if alone else d
            for d in found
            if alone or d.kind
        ]


def _four_digits(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)


@cache
def _prefixed_groups(prefix: str) -> tuple[str, ...]:
    return tuple(prefix + name for name in _DATE_GROUPS)


@lru_cache(maxsize=4096)
def _partial_date(code: str, values: tuple[str | None, ...]) -> PartialDate | None:
    return calendar(code).date_of_groups(values)


@lru_cache(maxsize=8)
def _datelines(head: str) -> tuple[Dateline, ...]:
    return tuple(calendar(DEFAULT).read_datelines(head))  # the words of all languages: any of them reads them


@cache
def calendar(code: str) -> Calendar:
    """The calendar of a language, by its code."""
    return Calendar(code)
