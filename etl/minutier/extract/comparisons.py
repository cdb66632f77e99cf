"""What a text compares with: an earlier round, an earlier contest, told by words, year or date.

``au premier tour``, ``il y a cinq ans``, ``en 2012``, ``le 22 avril``, ``two years ago``, ``the 2017 run-off``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from minutier.document import Liveblog
from minutier.extract.folding import fold
from minutier.extract.wording import any_of
from minutier.languages import NOTHING, Section, language

BETWEEN_ROUNDS = timedelta(days=150)
"""Between two rounds of one contest, at most."""
_MONTHS_BETWEEN_ROUNDS = 5
_HALF_A_YEAR = timedelta(days=183)


class Reference(NamedTuple):
    """``text[start:end]`` names the contest or round that figures are compared with, or the present one.

    ``round`` is the round stated, or 0. ``is_past`` is false for the round and day under way.
    ``is_of_other_contest``: a year gone by names it. ``is_comparator``: the words before make it a yardstick
    (``par rapport à``, ``than``), not a moment measured.
    """

    start: int
    end: int
    is_past: bool
    round: int = 0
    is_comparator: bool = False
    is_of_other_contest: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    rounds: dict[int, re.Pattern[str]]
    months: dict[str, int]
    comparator: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def _words(code: str) -> _Words:
    """The past of ``participation``, the rounds of ``results``, or of ``contest``, and the months of ``clock``."""
    sections = language(code)
    section, clock = Section(sections["participation"]), sections["clock"]
    rounds = sections["results"].get("rounds") or sections["contest"].get("rounds") or {}
    months = {str(m): n for n, names in (clock.get("months") or {}).items() for m in names if len(str(m)) > 2}
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True)) or NOTHING
    ordinals = "|".join(map(re.escape, map(str, clock.get("ordinals") or ())))
    numbered = {int(r): any_of(words) for r, words in rounds.items() if str(r).isdigit()}
    named = "|".join(pattern.pattern for pattern in numbered.values()) or NOTHING
    past, year = Section(section.get("past") or {}), r"(?:19|20)\d\d"
    parts = [
        rf"(?P<years>{past['years']})|(?P<weeks>{past['weeks']})|(?P<contest>{past['contest']})",
        rf"(?P<day>\d{{1,2}})(?:{ordinals})?[ \u00a0](?P<month>{month})(?:\.?[ \u00a0](?P<dated>{year}))?",
        rf"(?P<first>{month})\.?[ \u00a0](?P<second>\d{{1,2}})(?!\d)(?:{ordinals})?(?:,? (?P<stamped>{year}))?",
        rf"(?:{past.get('in_month') or NOTHING})[ \u00a0](?P<alone>{month})(?![ \u00a0](?:\d|{year}))",
        rf"(?P<year>{year})(?![\d%.,]\d)",
        rf"(?P<round>{named})(?:[ \u00a0](?:{section['round_noun']}))?",
        rf"(?P<current>{any_of(rounds.get('current') or ()).pattern})",
    ]
    comparators = any_of(section["comparators"], raw=True).pattern.removesuffix(r"(?!\w)")
    return _Words(
        pattern=re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE),
        rounds=numbered,
        months={fold(name): n for name, n in months.items()},
        comparator=re.compile(rf"{comparators}(?:[ \u00a0]?(?!\d)[\w’'-]+){{0,4}}[ \u00a0]?$", re.IGNORECASE),
        joint=re.compile(r"(?:[\s,]*(?!\d)\w{1,4}(?:[’']|(?=[\s,]))){0,3}[\s,]*"),
    )


def references(text: str, start: int, end: int, code: str, liveblog: Liveblog) -> list[Reference]:
    """The references of ``text[start:end]``, in order; words that name one contest together are one reference.

    *au second tour de 2012* during a second round is one reference, and past: the year decides.
    """
    words = _words(code)
    found: list[Reference] = []
    floor = start
    for match in words.pattern.finditer(text, start, end):
        reference = _reference(match, words, liveblog)
        if match["alone"]:
            reference = reference._replace(start=match.start("alone"))
            if not (reference.is_past or words.comparator.search(text, max(floor, match.start() - 60), match.start())):
                continue
            reference = reference._replace(is_past=True)
        previous = found[-1] if found else None
        if previous and words.joint.fullmatch(text, previous.end, match.start()):
            past, number = previous.is_past or reference.is_past, previous.round or reference.round
            other = previous.is_of_other_contest or reference.is_of_other_contest
            found[-1] = previous._replace(end=reference.end, is_past=past, round=number, is_of_other_contest=other)
            continue
        lead = max(floor, match.start() - 60)
        comparator = words.comparator.search(text, lead, match.start()) is not None
        found.append(reference._replace(is_comparator=comparator))
        floor = match.end()
    return found


def _reference(match: re.Match[str], words: _Words, liveblog: Liveblog) -> Reference:
    groups = match.groupdict()
    covered, today = liveblog.round, liveblog.date
    past, number, other = True, 0, False
    if groups["weeks"]:
        number = covered - 1 if covered > 1 else 0
    elif groups["day"] or groups["first"]:
        past, number = _dated(groups, words, covered, today)
    elif groups["alone"]:
        past, number = _in_month(words.months[fold(groups["alone"])], covered, today)
    elif groups["year"]:
        past = other = int(groups["year"]) < today.year
    elif groups["round"]:
        number = next(n for n, pattern in words.rounds.items() if pattern.fullmatch(groups["round"]))
        past = number < covered
    elif groups["current"]:
        past = False
    return Reference(match.start(), match.end(), past, number, is_of_other_contest=other)


def may_be_of_round_before(month: int, today: date) -> bool:
    """Whether a month without its year is one of the few before a day, of this year or the last."""
    return 0 < (today.month - month) % 12 <= _MONTHS_BETWEEN_ROUNDS


def _in_month(month: int, covered: int, today: date) -> tuple[bool, int]:
    """A month without its year: past when it is one of the last or earlier in the year; the last few may be those of
    the round before."""
    is_near = may_be_of_round_before(month, today)
    return is_near or month < today.month, covered - 1 if is_near and covered > 1 else 0


def _dated(groups: dict[str, str | None], words: _Words, covered: int, today: date) -> tuple[bool, int]:
    """A day: past when before the live blog's; within some months it is that of the round before. Without its year it
    is the one nearest."""
    day = int(groups["day"] or groups["second"] or 0)
    month = words.months[fold(groups["month"] or groups["first"] or "")]
    year = groups["dated"] or groups["stamped"]
    try:
        told = date(int(year or today.year), month, day)
        if not year and told - today > _HALF_A_YEAR:
            told = told.replace(year=told.year - 1)
    except ValueError:
        return True, 0
    is_past = told < today
    return is_past, covered - 1 if is_past and covered > 1 and today - told <= BETWEEN_ROUNDS else 0
