"""Numbers of seats as they are told: *339 Tory seats*, *55 of Scotland's 59 seats*, *Plaid on four*."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from minutier.extract.folding import fold
from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.results.reading import Reading
from minutier.languages import language

_MOST = 99
"""Small numbers only are printed as words."""


def with_seats(found: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """The figures of a sentence, numbers of seats told as such, totals that they are part of left out."""
    figures = [_of_party(figure, options, reading) for figure in found]
    figures = _without_totals(figures, options, reading)
    if sum(1 for f in figures if f.unit == "seats" or (not f.unit and f.is_whole)) >= (
        0 if reading.unit == "seats" else 1
    ):
        figures = sorted([*figures, *_in_words(figures, start, end, reading)], key=lambda f: f.start)
    return figures


def _of_party(figure: Figure, options: list[Option], reading: Reading) -> Figure:
    """``339 Tory seats``, ``30 sièges LR``: what stands between or after tells the unit."""
    if figure.unit or not figure.is_whole:
        return figure
    text = reading.context.text
    for option in options:
        if option.type in ("party", "list") and 0 < option.start - figure.end < 3:
            if reading.grammar.seats_after.match(text, option.end):
                return replace(figure, unit="seats")
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
            kept.append(replace(figure, unit=figure.unit or "seats"))
            skip = True
        else:
            kept.append(figure)
    return kept


def _in_words(figures: list[Figure], start: int, end: int, reading: Reading) -> list[Figure]:
    """Small numbers in words beside numbers of seats: *the Greens in two*, *trois élus*."""
    pattern, values = _words(reading.context.language.code)
    text = reading.context.text
    found = []
    for match in pattern.finditer(text, start, end):
        begin, stop = match.span("number")
        if any(f.start < stop and begin < f.end for f in figures) or reading.context.quotation_at(begin) is not None:
            continue
        unit = "seats" if match["unit"] else ""
        stop = match.end("unit") if match["unit"] else stop
        value = float(values[fold(match["number"])])
        found.append(Figure(begin, stop, match.end("number"), unit, value, is_spelled=True))
    return found


@cache
def _words(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of small numbers in words after words that lead to a number, or with their unit."""
    section = language(code)
    spelled = {fold(str(w)): int(v) for w, v in section["numbers"]["spelled"]["values"].items() if int(v) <= _MOST}
    printed = [str(w) for w, v in section["numbers"]["spelled"]["values"].items() if 0 < int(v) <= _MOST]
    results = section["results"]
    number = "|".join(sorted(map(re.escape, printed), key=len, reverse=True))
    units = "|".join(sorted((re.escape(str(u)) for u in section["numbers"]["units"]["seats"]), key=len, reverse=True))
    each = "|".join(sorted((re.escape(str(e)) for e in results["each"]), key=len, reverse=True))
    leads = results["before_spelled_number"]
    ends = r"(?=[,.;:)\n]|$|[ \u00a0](?:and|et|puis|then|" + each + r")(?!\w))"
    pattern = re.compile(
        rf"(?<!\w)(?:(?:{leads})[ \u00a0](?P<number>{number})(?!\w)(?P<unit>[ \u00a0](?:{units})(?!\w))?{ends})",
        re.IGNORECASE,
    )
    return pattern, spelled
