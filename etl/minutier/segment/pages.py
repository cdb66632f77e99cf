"""Headers and footers of pages, in a text made from a document that has pages: page numbers, and the lines that stand
beside them, or beside page breaks, again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from minutier.document import Document, MarkKind
from minutier.segment.boilerplate import rules

_LEAST = 3
"""Pages of a document whose pages are told apart."""

_MOSTLY = 0.6
_NEAR = 2  # lines on each side of a break
_MOST_LINES = 6  # that are looked at there, empty ones among them
_LONGEST = 160
_LONGEST_NUMBER = 24
_LEAST_LETTERS = 4
_LEAST_PAGE = 300  # characters between numbers that stand alone on their lines
_OF_ALL = re.compile(r"(?<![\d/])(\d{1,4})/(\d{1,4})[ \t]*(?=\n|\Z)")
_NUMBER = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}(?:\s?/\s?\d{1,4})?$")

_Line = tuple[int, int]
_Numbered = tuple[int, int, str, int, int]
"""A line with what may be the number of a page: start, end, what stands around the number, the number, that of the last
page (0 where it does not tell).
"""


def page_lines(document: Document, code: str) -> list[_Line]:
    """The lines of a text that are headers and footers of its pages, in order of place; ``code`` is its language's."""
    text = document.text
    breaks = [mark.start for mark in document.marks_of(MarkKind.PAGE_BREAK)]
    numbers = [line for lines in _by_form(text, code, bool(breaks)) for line in lines]
    found = {(start, end) for start, end, *_ in numbers}
    pages = max(len(breaks), len(numbers))
    if pages >= _LEAST - 1:
        found.update(_running(text, [*breaks, *(start for start, _ in found)], pages, found))
    return sorted(found)


def _by_form(text: str, code: str, has_breaks: bool) -> Iterator[list[_Numbered]]:
    """The lines that number the pages: in one form, each a page further than the last, words between them. Mere numbers
    have to be far apart where no page breaks are told.
    """
    lines = sorted({*_numbers(text, code), *_numbers_of_all(text)}, key=lambda line: (line[2], line[0]))
    for form, same in groupby(lines, key=lambda line: line[2]):
        pages = list(same)
        apart = [(after[0] - before[1], after[3] - before[3]) for before, after in pairwise(pages)]
        least = 1 if form or has_breaks else _LEAST_PAGE
        are_all = pages[0][3] <= 2 and (not pages[0][4] or 0 <= pages[0][4] - pages[-1][3] <= 1)
        if len(pages) >= _LEAST and are_all and all(gap > least and step == 1 for gap, step in apart):
            yield pages


def _numbers(text: str, code: str) -> Iterator[_Numbered]:
    """The lines that are a number of a page: *Page 3 of 12*, *3/12*, *- 3 -*."""
    if len([line for line in text.split("\n") if 0 < len(line) <= _LONGEST_NUMBER]) < _LEAST:
        return
    for line in rules(code).page_number.finditer(text):
        number, last = line["number"], line["last"] or "0"
        form = f"{line['page'] or ''}/{int(last) or ''}".strip("/").lower()
        yield line.start() + 1, line.end(), form, int(number), int(last)


def _numbers_of_all(text: str) -> Iterator[_Numbered]:
    """The lines that end with the number of a page and of all, behind other words: *https://… 3/12*."""
    slash = text.find("/")
    while slash >= 0:
        found = next(
            (match for place in range(slash - 3, slash) if (match := _OF_ALL.match(text, max(0, place)))), None
        )
        start = text.rfind("\n", max(0, slash - _LONGEST), slash) + 1 if found else 0
        if found and start and (words := text[start : found.start()].strip()):
            yield start, found.end(), f"{words} {found[2]}", int(found[1]), int(found[2])
        slash = text.find("/", slash + 1)


def _running(text: str, breaks: list[int], pages: int, known: set[_Line]) -> set[_Line]:
    """The lines near the breaks of most ``pages``, whatever number stands beside their words: titles, addresses."""
    near = _words_near(text, breaks, known)
    counts = Counter(near.values())
    least = max(_LEAST - 1, _MOSTLY * pages)
    said = {
        words for words, count in counts.items() if count >= least and sum(map(str.isalpha, words)) >= _LEAST_LETTERS
    }
    near.update(_words_near(text, [0, len(text) + 1], known))
    return {line for line, words in near.items() if words in said and line[0]}  # the first line is the title


def _words_near(text: str, breaks: list[int], known: set[_Line]) -> dict[_Line, str]:
    """The lines near breaks, and their words without a number before or behind them."""
    lines = {line for place in breaks for line in _lines_near(text, place, known)}
    return {line: _NUMBER.sub("", text[slice(*line)].strip()) for line in lines}


def _lines_near(text: str, place: int, known: set[_Line]) -> Iterator[_Line]:
    """The first lines with words on each side of the beginning of a line, those known left out."""
    for line_at in (_line_before, _line_after):
        edge = place
        seen = 0
        for _ in range(_MOST_LINES):
            line = line_at(text, edge)
            if line is None or seen >= _NEAR:
                break
            edge = line[0] if line_at is _line_before else line[1] + 1
            if line not in known and text[slice(*line)].strip():
                seen += 1
                yield line


def _line_before(text: str, place: int) -> _Line | None:
    """The line before that which begins at a place; None where there is none, or one too long for a page's edge."""
    reach = max(0, place - 1 - _LONGEST)
    start = text.rfind("\n", reach, max(0, place - 1)) + 1
    return (start, place - 1) if place > 0 and (start or not reach) else None


def _line_after(text: str, place: int) -> _Line | None:
    """The line that begins at a place; None where there is none, or one too long for a page's edge."""
    end = text.find("\n", place, place + _LONGEST + 1)
    if end < 0 and len(text) - place <= _LONGEST:
        end = len(text)
    return (place, end) if end >= 0 and place < len(text) else None
