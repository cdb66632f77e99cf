"""One entry under reading: what was found so far, and small facts about figures and options."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context
from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.people import Entity, Mention
from minutier.extract.results.grammar import Grammar
from minutier.extract.scope import Scope
from minutier.extract.small_words import small_words
from minutier.extract.stages import Aside, Stage

COLUMNS = {"percent": "vote_pct", "votes": "votes", "seats": "seats"}


@dataclass(slots=True)
class Call:
    option: Option
    status: str
    start: int
    end: int
    scope: Scope


class Column(NamedTuple):
    """A column of a table: its place, the unit that its heading tells, and whose name the heading is. ``is_told``: the
    heading tells what the column holds, be it nothing of a result.
    """

    place: int
    unit: str = ""
    is_told: bool = False
    option: Option | None = None


@dataclass(slots=True)
class Reading:
    """One entry under reading: what was found so far and what it says of the sentences to come."""

    entry: Entry
    context: Context
    grammar: Grammar
    rows: list[Row] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)  # of the rows, in their order
    issues: list[Issue] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    named: dict[str, Option] = field(default_factory=dict)  # the candidates named so far in the post
    told: set[object] = field(default_factory=set)  # what the rows of figures say, so that none says it again
    subject: Option | None = None
    series: list[Option] = field(default_factory=list)
    unit: str = ""
    has_bare_shares: bool = False  # whether the sentence before ended on shares without a sign
    running_unit: str = ""  # of the figures of the sentence so far
    paired_unit: str = ""  # of what the post gives beside shares: *36% and 25 seats*
    sentence_start: int = 0
    before_list: Scope | None = None  # what held before the first item of the list being read
    apart: list[Aside] = field(default_factory=list)  # clauses of the sentence with figures of their own
    rows_before_sentence: int = 0
    has_just_read: bool = False
    is_reminder: bool = False
    has_area: bool = False
    lists_shares: bool = False  # whether the sentence is a list of names and bare shares behind semicolons
    pair: list[Option] = field(default_factory=list)  # the two candidates whom a sentence before has named
    is_asked: bool = False  # whether the sentence before only asks for somebody: *Luc Petit ?*
    is_ahead: bool = False  # whether a duel of the next round has been told of
    source: Scope | None = None
    columns: list[Column] = field(default_factory=list)  # of the table whose lines are being read
    nobodys: list[tuple[Figure, Scope, int]] = field(default_factory=list)  # shares whom nothing names, each with the
    # place where its sentence begins


CORRECTED = "vote_results.corrected"
"""The rule of a figure that sets right the one told before."""

MOST_PERCENT = 100

MOST_SEATS = 9_999
"""More are never won: the councils of a whole country, taken together, have fewer."""


def may_be_seats(figure: Figure) -> bool:
    """Whether a bare number is small enough to count seats."""
    return (figure.value or figure.high or 0) <= MOST_SEATS


def is_parenthesised(figure: Figure, text: str) -> bool:
    return text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] in ("", ")", ",")


def named_before(figure: Figure, floor: int, kinds: tuple[str, ...], reading: Reading) -> Mention | None:
    """Who or what is named right before a figure and behind an offset, small words apart: *Leeds with 52*."""
    named = reading.context.people.between(max(floor, figure.start - _NAMED_FAR), figure.start)
    if not named or named[-1].entity.kind not in kinds:
        return None
    return named[-1] if _FROM_NAME.fullmatch(reading.context.text, named[-1].end, figure.start) else None


def named_between(before: Figure, figure: Figure, kinds: tuple[str, ...], reading: Reading) -> Mention | None:
    """The one name that, small words apart, is all that stands between two figures: *52 per cent and York with 53*."""
    text, named = reading.context.text, reading.context.people.between(before.end, figure.start)
    if not named or named[-1].entity.kind not in kinds or not _TO_NAME.fullmatch(text, before.end, named[-1].start):
        return None
    behind = named[-1].end + (text[named[-1].end] == ",")  # *Guadeloupe, 71,4 % à La Réunion* has its place behind
    return named[-1] if _FROM_NAME.fullmatch(text, behind, figure.start) else None


_NAMED_FAR = 80
"""Characters before a figure that hold the name right before it."""
_TO_NAME = re.compile(r"(?:[,;]|,?[ \u00a0][a-zà-ÿ]{1,5}){1,3}[ \u00a0]")
"""What leads from a figure to the next name: *, and in*."""
_FROM_NAME = re.compile(r"(?:[ \u00a0]?:)?(?:[ \u00a0][a-zà-ÿ]{1,5}){0,2}[ \u00a0]")
"""What leads from a name to its figure: *with*, *at*."""


Assignment = tuple[Figure, list[Option], str]


Choice = tuple[list[Option], str]


_SOURCE = 44
"""Characters behind a figure in which its institute is named."""


def source_of_figure(figure: Figure, reading: Reading) -> str:
    """The institute of a figure: named just after it (*54,9% pour l'Ifop*, *56% (BVA)*), unless that has a figure of
    its own; else the one before it in its clause (*Elabe : 23,5 %*), unless several share it.
    """
    people, text = reading.context.people, reading.context.text
    joints = small_words(reading.context.language.code).of("while", "but")
    for mention in people.of_kind("pollster", figure.end, figure.end + _SOURCE)[:1]:
        gap = text[figure.end : mention.start]
        if gap.strip(" ,\u00a0").partition(" ")[0] in joints:
            break  # “50% to 45%, while Elabe has …”
        is_linked = reading.grammar.said_by.search(gap) is not None
        is_next = _FIGURE_NEXT.match(text, mention.end) is not None and ("," in gap or not is_linked)
        if not is_next and not re.search(r"[\d;.]", gap):
            return mention.entity.name
    floor = max(reading.sentence_start, figure.start - _NEAR)
    marks = [floor, *(mark.end() for mark in _CLAUSE_MARK.finditer(text, floor, figure.start))]
    clause = marks.pop()
    if marks and reading.grammar.versus.fullmatch(text, clause, figure.start):
        clause = next((m for m in reversed(marks) if text[m:clause].strip("0123456789.,")), clause)
    before = people.of_kind("pollster", clause, figure.start)  # “Elabe at 53 to 47”
    return before[0].entity.name if len(before) == 1 else ""


_NEAR = 120
"""Characters before a figure within which its institute is looked for."""
_CLAUSE_MARK = re.compile(r"[\d;]")


_FIGURE_NEXT = re.compile(r"(?:[\s\u00a0]?[:(])?[\s\u00a0]?(?:[a-zà-ÿ’']+[\s\u00a0]){0,3}\d")
"""After an institute, its own figure: *Elabe : 23,5*, *Elabe donne 23*."""


def referred(start: int, end: int, entity: Entity) -> Option:
    return Option(start, end, entity.name, "party" if entity.kind == "party" else "candidate", entity)


def column_of(figure: Figure, reading: Reading) -> str:
    unit = figure.unit or reading.unit
    return COLUMNS.get("votes" if unit == "percent" and (figure.value or 0) > MOST_PERCENT else unit, "")


def result_row(option: Option, rule: str, start: int, end: int, scope: Scope, reading: Reading) -> Row:
    known = scope.round if not scope.is_past_contest else 0
    return {
        "contest_id": reading.context.liveblog.contest_id if known else None,
        "round": known or None,
        "option": option.name,
        "option_id": option.entity,
        "option_type": option.type,
        "candidate_status": None,
        "is_approximate": False,
        "char_start": start,
        "char_end": end,
        "rule": rule,
    } | scope.columns()


def staged(rule: str, stage: Stage) -> Row:
    """The columns of a stage: its name, and the rule with the evidence by which it is known."""
    return {"result_stage": stage.name or None, "rule": f"{rule}.stage_{stage.rule}" if stage.name else rule}
