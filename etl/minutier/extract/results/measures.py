"""Answers to questions put to the vote beside a contest: *Michigan, recreational marijuana: Yes 55.8%, No 44.2%*.

Where a live blog covers a referendum, answers are options like others. Elsewhere *yes* and *no* are mostly
interjections, so that only those are read that stand in capitals right beside a figure or as what voters have chosen.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.results.reading import Assignment, Reading
from minutier.extract.wording import NEVER
from minutier.languages import language

RULE = "vote_results.answer"


class _Words(NamedTuple):
    answer: re.Pattern[str]
    before_figure: re.Pattern[str]  # from an answer to its figure
    after_figure: re.Pattern[str]  # from a figure to what it was given to
    stop: re.Pattern[str]  # what may stand behind the figure, or behind the answer


@cache
def _words(code: str) -> _Words:
    section = language(code)["results"].get("answers_beside")
    if not section:
        return _Words(NEVER, NEVER, NEVER, NEVER)
    space = r"[ \u00a0]"
    names = "|".join(map(re.escape, section["names"]))
    stop = rf"{space}?(?:[,;.)\n]|$)|{space}(?:{section['stops']})(?!\w)"
    return _Words(
        re.compile(rf"(?<![\w’'-])(?:{names})(?![\w’'-])"),
        re.compile(rf"(?:{space}(?:{section['side']}))?(?:{section['before_figure']}){space}?\(?"),
        re.compile(rf"{space}(?:(?:{section['after_figure']}){space})?|(?:{section['chosen']}){space}"),
        re.compile(stop),
    )


def read_answers(found: list[Figure], start: int, end: int, reading: Reading) -> list[Assignment]:
    """The figures of a sentence that are those of an answer, each with it."""
    context = reading.context
    words, told = _words(context.language.code), list[Assignment]()
    if context.is_referendum or not any(f.unit == "percent" or _counts_votes(f) for f in found):
        return []
    for match in words.answer.finditer(context.text, start, end):
        if context.quotation_at(match.start()) is not None:
            continue
        name = match[0].capitalize()
        option = Option(*match.span(), name, "answer", None)
        told += [(figure, [option], RULE) for figure in _beside(match, found, words, reading)]
    return told


def _beside(match: re.Match[str], found: list[Figure], words: _Words, reading: Reading) -> list[Figure]:
    """The figures right behind an answer, or before it."""
    text = reading.context.text
    behind = [
        f
        for f in found
        if f.start >= match.end()
        and f.unit == "percent"
        and words.before_figure.fullmatch(text, match.end(), f.start)
        and words.stop.match(text, f.end)
    ][:1]
    before = [
        f
        for f in found
        if f.end <= match.start()
        and (f.unit == "percent" or _counts_votes(f))
        and words.after_figure.fullmatch(text, f.end if f.unit == "percent" else f.number_end, match.start())
        and (behind or words.stop.match(text, match.end()))
    ][-1:]
    return [f if f.unit == "percent" else f._replace(unit="votes") for f in (*before, *behind)]


def _counts_votes(figure: Figure) -> bool:
    """``5.1 million Floridians have voted Yes``: a large number, its noun read with it or not."""
    return figure.unit in ("votes", "") and not figure.is_range and (figure.value or 0) >= _MANY


_MANY = 1_000
"""Fewer may be of anything."""
