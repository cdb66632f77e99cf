"""Numbers of seats as they are told: *339 Tory seats*, *55 of Scotland's 59 seats*, *Plaid on four*."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cache

from minutier.extract.folding import fold
from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.results.links import is_towards
from minutier.extract.results.reading import Reading, may_be_seats
from minutier.extract.small_words import small_words
from minutier.extract.wording import spelled
from minutier.languages import language

_PARTIES = ("party", "list", "other")
_MOST = 99
"""Small numbers only are printed as words."""


def with_seats(found: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """The figures of a sentence, numbers of seats told as such, totals that they are part of left out."""
    figures = [_of_party(figure, options, reading) for each in found for figure in _halves(each, reading)]
    figures = _after_changes(_that_make_a_hundred(figures, options, reading), reading)
    figures = sorted([*figures, *_hyphened(figures, options, start, end, reading)], key=lambda f: f.start)
    figures = _like_the_first(_without_totals(figures, options, reading), reading)
    worded = _in_words(figures, options, start, end, reading) if _may_count_seats(figures, start, end, reading) else []
    told = sorted([*figures, *worded], key=lambda f: f.start)
    return _after_changes(_of_members(told, options, start, end, reading), reading)


def _may_count_seats(figures: list[Figure], start: int, end: int, reading: Reading) -> bool:
    """Whether something says that seats are counted, as small numbers in words may do."""
    if reading.unit == "seats" or any(f.unit == "seats" or (not f.unit and f.is_whole) for f in figures):
        return True
    return reading.grammar.seats_told.search(reading.context.cues, start, end) is not None


def _of_members(figures: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """``218 Republicans to 203 Democrats in the House``: two numbers each before its party, where a chamber or seats
    are spoken of.
    """
    text = reading.context.text
    parties = {o.start for o in options if o.type in _PARTIES}
    before = [f for f in figures if not f.unit and f.is_whole and _next_word(f.end, text) in parties]
    if len(before) < 2 or not reading.grammar.members_told.search(text, start, end):
        return figures
    return [f._replace(unit="seats") if f in before else f for f in figures]


def _next_word(offset: int, text: str) -> int:
    """Where the word after one space begins."""
    return offset + 1 if text[offset : offset + 1] in (" ", "\u00a0") else -1


def _after_changes(figures: list[Figure], reading: Reading) -> list[Figure]:
    """``slumps from 52.9% to 38.7%``, ``passe de 10 à 24 sièges``: what it was is no result of this vote."""
    text, grammar, kept = reading.context.text, reading.grammar, list(figures)
    for index, figure in enumerate(figures):
        digits = _DIGIT.search(text, figure.start, figure.end)  # a range begins with its *de*
        number = digits.start() if figure.is_range and digits else figure.start
        if figure.is_range and grammar.sampled.search(text, reading.sentence_start, figure.start):
            continue
        if not grammar.changing.search(text, max(reading.sentence_start, number - 48), number):
            continue
        following = figures[index + 1] if index + 1 < len(figures) else None
        if figure.is_range and figure.high_start:
            kept[index] = figure._replace(
                start=figure.high_start, value=figure.high, low=None, high=None, high_start=None
            )
        elif following is not None and grammar.changed_to.fullmatch(text, figure.end, following.start):
            kept.remove(figure)
            if not following.unit and figure.unit:
                kept[kept.index(following)] = following._replace(unit=figure.unit)
    return kept


def _halves(figure: Figure, reading: Reading) -> list[Figure]:
    """``3,402 to 3,987`` is no range of votes: the votes of two candidates."""
    text = reading.context.text
    if not figure.is_range or not figure.high_start or not text[figure.start].isdigit():
        return [figure]
    is_duel = (
        figure.unit == "percent" and reading.grammar.by.search(text, max(0, figure.start - 4), figure.start) is not None
    )
    if not is_duel and (figure.unit not in ("", "votes") or (figure.low or 0) < 1000):
        return [figure]
    first = text[figure.start : figure.high_start]
    stop = figure.start + len(re.match(r"[\d.,'’ \u00a0\u202f]*\d(?:[ \u00a0]?%)?", first)[0])  # type: ignore[index]
    one = Figure(figure.start, stop, stop, figure.unit, figure.low)
    return [one, Figure(figure.high_start, figure.end, figure.number_end, figure.unit, figure.high)]


_DIGIT = re.compile(r"\d")


def _of_party(figure: Figure, options: list[Option], reading: Reading) -> Figure:
    """``339 Tory seats``, ``30 sièges LR``: what stands between or after tells the unit."""
    text = reading.context.text
    if figure.unit == "stations" and reading.grammar.in_areas.search(text, reading.sentence_start, figure.start):
        return figure._replace(unit="seats")  # ahead in 64 seats, élue dans 92 circonscriptions
    if figure.unit == "ballots" and any(is_towards(figure, o, reading) for o in options if o.start >= figure.end):
        return figure._replace(unit="votes")  # 412 bulletins pour X
    if figure.unit or not figure.is_whole or not may_be_seats(figure):
        return figure
    if reading.grammar.in_areas.search(text, max(reading.sentence_start, figure.start - 40), figure.start):
        return figure._replace(unit="seats")  # the BJP is ahead in 132
    persons = [o.type for o in options if o.is_certain] or [reading.subject.type if reading.subject else ""]
    if set(persons) != {"candidate"} and reading.grammar.pronoun_of_seats.search(
        text, max(reading.sentence_start, figure.start - 40), figure.start
    ):
        return figure._replace(unit="seats")  # le PS en obtient 41
    for option in options:
        if option.type in ("party", "list") and 0 < option.start - figure.end < 3:
            if reading.grammar.seats_after.match(text, option.end):
                return figure._replace(unit="seats")
            break
    return figure


def _without_totals(figures: list[Figure], options: list[Option], reading: Reading) -> list[Figure]:
    """``55 of Scotland's 59 seats``: the first is a number of seats, the second is not a result."""
    text, kept = reading.context.text, []
    skip = False
    for index, figure in enumerate(figures):
        if skip:
            skip = False
            continue
        total = figures[index + 1] if index + 1 < len(figures) else None
        if (
            total is not None
            and total.unit in ("seats", "")
            and figure.unit in ("seats", "")
            and figure.is_whole
            and (figure.value or 0) <= (total.value or 0)
            and reading.grammar.out_of.fullmatch(text, figure.number_end, total.start)
            and any(o.end <= figure.start for o in options)
        ):
            if _counts_seats(figure, total, reading):
                kept.append(figure._replace(unit=figure.unit or "seats"))
            skip = True  # “10 of the 14 states”
        else:
            kept.append(figure)
    return kept


def _like_the_first(figures: list[Figure], reading: Reading) -> list[Figure]:
    """``National 38.95 percent (50 seats), Labour 26.9 (34)``: what stands in parentheses goes on in its unit."""
    text, unit, told = reading.context.text, "", []
    for figure in figures:
        if text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")":
            unit = figure.unit or unit
            figure = figure._replace(unit=unit)
        told.append(figure)
    return told


def _that_make_a_hundred(figures: list[Figure], options: list[Option], reading: Reading) -> list[Figure]:
    """``it's 52.4 to 47.6``, ``X 52, Y 48``: two bare numbers that oppose each other and make a hundred are shares."""
    told = list(figures)
    for index, (one, other) in enumerate(itertools.pairwise(figures)):
        if one.unit or other.unit or one.is_range or other.is_range:
            continue
        if abs((one.value or 0) + (other.value or 0) - 100) > 0.11 or min(one.value or 0, other.value or 0) < 10:
            continue
        each = sum(not f.unit for f in figures) == 2 and all(_has_its_own(f, options, reading) for f in (one, other))
        if each or reading.grammar.versus.fullmatch(reading.context.text, one.end, other.start):
            told[index], told[index + 1] = one._replace(unit="percent"), other._replace(unit="percent")
    return told


def _has_its_own(figure: Figure, options: list[Option], reading: Reading) -> bool:
    """Whether a number stands right after somebody or an answer."""
    text = reading.context.text
    return any(
        o.type in ("candidate", "answer") and text[o.end : figure.start] in (" ", "\u00a0", ", ", ": ", " : ")
        for o in options
    )


_HYPHENED = re.compile(r"(?<![\w.,–-])(\d{1,3}(?:[.,]\d)?)[-–](\d{1,3}(?:[.,]\d)?)(?![\w%–-])(?![.,]\d)")


def _hyphened(figures: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """``Elabe is in between at 52-48``: two shares that make a hundred, where options are spoken of; ``Vox 62-64``
    behind a range with its unit: another range.
    """
    found: list[Figure] = []
    if not options and len(reading.series) < 2:
        return found
    for match in _HYPHENED.finditer(reading.context.text, start, end):
        one, other = (float(group.replace(",", ".")) for group in match.groups())
        if any(f.start < match.end() and match.start() < f.end for f in figures):
            continue
        ranged = next((f.unit for f in figures if f.is_range and f.unit and f.end <= match.start()), "")
        if ranged and one < other:
            found.append(Figure(*match.span(), match.end(), ranged, None, one, other))
            continue
        if abs(one + other - 100) > 0.11 or min(one, other) < 10:
            continue
        for group, value in ((1, one), (2, other)):
            begin, stop = match.span(group)
            found.append(Figure(begin, stop, stop, "percent", value))
    return found


def _counts_seats(figure: Figure, total: Figure, reading: Reading) -> bool:
    """Whether a part and its total are of seats: told so, or nothing told where seats are spoken of."""
    if "seats" in (figure.unit, total.unit):
        return True
    return re.match(r"[ \u00a0][a-zà-ÿ]{3,}", reading.context.text[total.end : total.end + 12]) is None


def _in_words(figures: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """Small numbers in words beside numbers of seats: *the Greens in two*, *trois élus*, *Vox two*, *six pour X*."""
    pattern, values = _words(reading.context.language.code)
    text = reading.context.text
    found = []
    for match in pattern.finditer(text, start, end):
        begin, stop = match.span("number")
        if any(f.start < stop and begin < f.end for f in figures) or reading.context.quotation_at(begin) is not None:
            continue
        value = values[fold(match["number"])] + values.get(fold(match["more"] or ""), 0)
        opens = text[begin - 2 : begin] in (", ", "; ") or begin == start
        is_counted = (
            match["lead"] is not None
            or (match["unit"] is not None and value > 1)
            or any(text[o.end : begin] in (" ", ", ", " (", "\u00a0") for o in options)
            or (opens and match["towards"] is not None)
            or (
                match["named"] is not None
                and any(o.start == match.end("number") + 1 and o.type in _PARTIES for o in options)
            )
        )
        if not is_counted:
            continue
        unit = "seats" if match["unit"] else ""
        stop = match.end("unit") if match["unit"] else max(stop, match.end("more"))
        last = max(match.end("number"), match.end("more"))
        found.append(Figure(begin, stop, last, unit, float(value), is_spelled=True))
    return found


@cache
def _words(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of small numbers in words, with the word that leads to a number and the unit, when there are."""
    section = language(code)
    words = section["numbers"]["spelled"]
    values = {fold(str(w)): int(v) for w, v in words["values"].items() if int(v) <= _MOST}
    results = section["results"]

    def any_word(forms: Iterable[object]) -> str:
        return "|".join(sorted((spelled(str(form)) for form in forms), key=len, reverse=True))

    number = any_word(w for w, v in words["values"].items() if 0 < int(v) <= _MOST)
    conjunction = f"{small_words(code).whole('and', 'then')}|{any_word(results['each'])}"
    towards = rf"(?P<towards>[ \u00a0](?:{any_word(results['for'])})(?!\w))"
    after = rf"(?=[,.;:)\n–—]|$|[ \u00a0](?:{conjunction})(?!\w)|{towards}|(?P<named>[ \u00a0](?-i:[A-ZÀ-Ý])))"
    pattern = re.compile(
        rf"(?<![\w’'-])(?P<lead>(?:{results['before_spelled_number']})[ \u00a0])?"
        rf"(?P<number>{number})(?:(?:{any_word(words['links'])})(?P<more>{number}))?(?![\w-])"
        rf"(?P<unit>[ \u00a0](?:{any_word(section['numbers']['units']['seats'])})(?!\w))?{after}",
        re.IGNORECASE,
    )
    return pattern, values
