"""Results set out in a table, as a page or a text prints them: a line for each option, its cells apart by tabs.

A line of headings (*Candidat, %, Voix*) tells what its columns count, or whose they are (*Institut, X, Y*); without
one, a share is told by its sign or its decimals, and a number of votes by its size.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from minutier.extract.numbers import Figure
from minutier.extract.options import Option, options_in
from minutier.extract.results.reading import COLUMNS, MOST_PERCENT, Column, Reading
from minutier.extract.scope import Scope

Emit = Callable[[Figure, Option, str, Scope, Reading], None]

RULE = "vote_results.table"
_UNITS = {column: unit for unit, column in COLUMNS.items()}
_FEWEST = 3
"""Cells of a line without headings: two may be a name and whatever."""
_MANY = 1_000
"""A bare number from this on counts votes."""
_CELL = re.compile(r"[^\t]+")
_SIGN = re.compile(r"[+−-]")
_NAME = re.compile(r"[^\W\d_][^\d\t\n]{1,60}")


class _Cell(NamedTuple):
    place: int
    start: int
    end: int


def read_line(start: int, end: int, scope: Scope, reading: Reading, emit: Emit) -> bool:
    """Whether ``text[start:end]`` is a line of a table. Its headings are kept for the lines below; its figures become
    rows by ``emit``.
    """
    text, entry = reading.context.text, reading.entry
    is_line = start <= entry.char_start or text[start - 1] == "\n"
    if not is_line or "\t" not in text[start:end] or text[end : end + 1] not in ("", "\n"):
        reading.columns = []
        return False
    cells = [*_cells(start, end, text)]
    figures = {cell.place: figure for cell in cells if (figure := _figure(cell, reading)) is not None}
    if not figures:
        reading.columns = _headings(cells, reading)
        return bool(reading.columns)
    if len(cells) < _FEWEST and not reading.columns:
        return False
    scope = _placed(cells, scope, reading)
    reading.sentence_start = start
    if any(column.option for column in reading.columns):
        return _read_by_column(figures, scope, reading, emit)
    if reading.columns and _heads_other(cells[0], reading):
        return True  # *Blancs*, *Total*: no option
    option = _option(cells, start, end, reading)
    counted = [(f, unit) for place, f in figures.items() if (unit := _unit(place, f, reading))]
    if option is None or not counted:
        return False
    for figure, unit in counted:
        emit(figure._replace(unit=unit), option, RULE, scope, reading)
    return True


def _cells(start: int, end: int, text: str) -> Iterator[_Cell]:
    """The cells of a line that hold something, without the space around it."""
    for match in _CELL.finditer(text, start, end):
        inside = match[0].strip(" \u00a0\u202f")
        begin = match.start() + match[0].find(inside)
        if inside:
            yield _Cell(text.count("\t", start, match.start()), begin, begin + len(inside))


def _figure(cell: _Cell, reading: Reading) -> Figure | None:
    """The figure that fills a cell; None when words stand beside it, or a sign that makes it a change."""
    found = reading.context.figures(cell.start, cell.end)
    if len(found) != 1 or _SIGN.match(reading.context.text, cell.start):
        return None
    return found[0] if (found[0].start, found[0].end) == (cell.start, cell.end) else None


def _headings(cells: list[_Cell], reading: Reading) -> list[Column]:
    """What the columns below a line of words count, or whose they are; nothing when no column tells either."""
    text, columns = reading.context.text, []
    for cell in cells:
        kinds = (kind for kind, words in reading.grammar.columns.items() if words.search(text, cell.start, cell.end))
        kind = next(kinds, "")
        known = [] if kind else options_in(cell.start, cell.end, reading.entry, reading.context)
        whole = [o for o in known if (o.start, o.end) == (cell.start, cell.end)]
        columns.append(Column(cell.place, _UNITS.get(kind, ""), bool(kind), whole[0] if whole else None))
    owners = [column for column in columns if column.option]
    if len(owners) == 1 and owners[0].option is not None and owners[0].option.type != "answer":
        columns = [column._replace(option=None) for column in columns]
    return columns if any(column.option or column.unit for column in columns) else []


def _unit(place: int, figure: Figure, reading: Reading) -> str:
    """What the figure of a cell counts; empty when nothing tells, or when it is none of a result."""
    column = next((c for c in reading.columns if c.place == place), None)
    if column is not None and column.is_told:
        return column.unit if figure.unit in ("", column.unit) else ""
    if figure.unit:
        return figure.unit if figure.unit in COLUMNS else ""
    value = figure.value or 0
    if figure.has_decimals or not figure.is_whole:
        return "percent" if 0 < value <= MOST_PERCENT else ""
    return "votes" if value >= _MANY else ""


def _option(cells: list[_Cell], start: int, end: int, reading: Reading) -> Option | None:
    """Whose line it is: a candidate before a party; else, under headings, the name in its first cell, known or not."""
    known = options_in(start, end, reading.entry, reading.context)
    found = [o for o in known if o.is_certain and o.type != "other"]
    if found:
        return next((o for o in found if o.type == "candidate"), found[0])
    text, first = reading.context.text, cells[0]
    name = " ".join(text[first.start : first.end].split())
    is_name = _NAME.fullmatch(text, first.start, first.end) is not None and name[:1].isupper()
    if not reading.columns or not is_name:
        return None
    if reading.context.people.of_kind("place", first.start, first.end):
        return None
    is_person = len(name.split()) in (2, 3) and all(word[:1].isupper() for word in name.split())
    entity = reading.context.people.entity(name, "person" if is_person else "group")
    return Option(first.start, first.end, name, "candidate" if is_person else "list", entity)


def _heads_other(cell: _Cell, reading: Reading) -> bool:
    """Whether the first cell of a line holds what headings hold, not a name."""
    words = reading.grammar.columns.values()
    return any(pattern.match(reading.context.text, cell.start, cell.end) is not None for pattern in words)


def _placed(cells: list[_Cell], scope: Scope, reading: Reading) -> Scope:
    """The scope of a line of which one cell is the name of a place, or of an institute."""
    for cell in cells:
        mention = reading.context.people.at(cell.start)
        if mention is None or (mention.start, mention.end) != (cell.start, cell.end):
            continue
        if mention.entity.kind == "place":
            place = mention.entity
            return scope._replace(gp_unit=place.name, gp_unit_type=place.place_type or "constituency")
        if mention.entity.kind == "pollster":
            return scope._replace(pollster=mention.entity.name)
    return scope


def _read_by_column(figures: dict[int, Figure], scope: Scope, reading: Reading, emit: Emit) -> bool:
    """``Elabe  24  22``, under the names of two candidates: each figure is of whoever heads its column."""
    is_read = False
    for column in reading.columns:
        figure = figures.get(column.place)
        if column.option is None or figure is None or figure.unit not in ("", *COLUMNS):
            continue
        is_share = not figure.unit and (figure.value or 0) <= MOST_PERCENT
        emit(figure._replace(unit="percent") if is_share else figure, column.option, RULE, scope, reading)
        is_read = True
    return is_read
