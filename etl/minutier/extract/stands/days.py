"""Days that a clause names, and where they lie from the night of the live blog: *on Monday*, *dès mardi*,
*le 24 avril*, *since January*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from minutier.extract.small_words import small_words
from minutier.languages import language

When = Literal["earlier", "tonight", "coming"]
SOON = timedelta(days=100)
"""A day and month that follow the night by more than this, told without a year, are those of the year before."""
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The names of days and months of a language, and the small words beside them."""

    weekdays: dict[str, int]  # 0 = Monday
    months: dict[str, int]
    weekday: re.Pattern[str]
    dated: re.Pattern[str]
    month: re.Pattern[str]

    def told(self, zone: str, nights: Sequence[date], is_past: bool) -> Iterator[tuple[int, When]]:
        """Where each day begins that a stretch of text names, as the patterns read it, and when it lies.

        ``nights``: the days of the live blog and of the entry; ``is_past``: whether the verb is in a tense
        of the past, in which no day is still to come.
        """
        dated = list(self.dated.finditer(zone))
        for match in dated:
            yield match.start(), self._date(match, nights[0])
        for pattern, when in ((self.weekday, self._weekday), (self.month, self._month)):
            for match in pattern.finditer(zone):
                if not any(d.start() <= match.end() + 1 and match.start() < d.end() for d in dated):
                    yield match.start(), when(match, nights, is_past)

    def longest_ago(self, zone: str, night: date) -> int:
        """How many days before the night the earliest day lies that a stretch of text names; a month counts by its
        last day. 0 when it names none, or one to come."""
        found = [0]
        for match in self.dated.finditer(zone):
            number, month = int(match["d1"] or match["d2"]), self.months[match["m1"] or match["m2"]]
            found.append(self._ago(int(match["year"] or night.year), month, number, night))
        for match in self.month.finditer(zone):
            found.append(self._ago(night.year, self.months[match["name"]] + 1, 0, night))
        return max(found)

    def _ago(self, year: int, month: int, number: int, night: date) -> int:
        """The days from a day to the night; the day that is the 0th of a month ends the one before."""
        try:
            day = date(year + month // 13, (month - 1) % 12 + 1, max(1, number)) - timedelta(days=not number)
        except ValueError:
            return 0
        return (night - day).days

    def _date(self, match: re.Match[str], night: date) -> When:
        try:
            month = self.months[match["m1"] or match["m2"]]
            day = date(int(match["year"] or night.year), month, int(match["d1"] or match["d2"]))
        except ValueError:
            return "earlier"
        if day == night:
            return "tonight"
        is_coming = night < day and (match["year"] is not None or day - night <= SOON)
        return "coming" if is_coming else "earlier"

    def _weekday(self, match: re.Match[str], nights: Sequence[date], is_past: bool) -> When:
        if match["earlier"] or match["past"] or (match["from"] and is_past):
            return "earlier"  # *s'est rangé dès dimanche soir*: the night itself would be *ce soir*
        if match["next"] or match["following"] or (match["from"] and not is_past):
            return "coming"
        return "tonight" if self.weekdays[match["name"]] in {n.weekday() for n in nights} else "earlier"

    def _month(self, match: re.Match[str], nights: Sequence[date], is_past: bool) -> When:
        ahead = (self.months[match["name"]] - nights[0].month) % 12
        is_near = 0 < ahead <= SOON.days // 30 and not is_past
        return "coming" if match["next"] or match["following"] or is_near else "earlier"


@cache
def calendar(code: str) -> Calendar | None:
    """The calendar of a language: names from its ``clock``, small words from ``endorsements.days``; None
    when it has none."""
    words = language(code)["endorsements"].get("days")
    if not words:
        return None
    clock = language(code)["clock"]
    weekdays = {str(forms[0]): int(n) for n, forms in clock["weekdays"].items()}
    months = {str(forms[0]): int(n) for n, forms in clock["months"].items()}
    spelled = "|".join(months)
    ordinals = "|".join(str(o) for o in clock.get("ordinals") or ())
    day = rf"(?:{ordinals})?" if ordinals else ""
    lead = rf"(?<![\w-])(?:(?:(?P<earlier>{words['earlier']})|(?P<next>{words['next']})|(?P<from>{words['from']})) +)?"
    tail = rf"(?: +(?:(?P<past>{words['earlier']})|(?P<following>{words['next']}))(?!\w))?"
    of = small_words(code).whole("of")
    dated = rf"(?P<d1>\d{{1,2}}){day} +(?:{of} +)?(?P<m1>{spelled})|(?P<m2>{spelled}) +(?P<d2>\d{{1,2}}){day}"
    return Calendar(
        weekdays,
        months,
        re.compile(rf"{lead}(?P<name>{'|'.join(weekdays)})(?!\w|'s|-){tail}"),
        re.compile(rf"(?<![\w-])(?:{dated})(?!\w)(?:,? +(?P<year>(?:19|20)\d\d))?"),
        re.compile(
            rf"(?<![\w-])(?:(?P<next>{words['next']}) +|(?:{words['months']})[ -]*)(?P<name>{spelled})(?!\w)"
            rf"(?: +(?P<following>{words['next']})(?!\w))?"
        ),
    )
