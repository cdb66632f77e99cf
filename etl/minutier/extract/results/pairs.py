"""Two figures for two options: duels, opposed shares, the same pair in other words."""

from __future__ import annotations

import re

from minutier.extract.numbers import Figure
from minutier.extract.options import Option, coordinated
from minutier.extract.results.links import (
    antecedent,
    grammatical_subject,
    is_related,
    is_towards,
    other_answer,
    other_finalist,
)
from minutier.extract.results.reading import Assignment, Choice, Reading, column_of


def in_other_words(
    first: Figure, second: Figure, assigned: list[Assignment], reading: Reading
) -> list[Assignment] | None:
    """``No 10,004 votes, Yes 4,883, or 67.2% to 32.8%``: the same two options in another unit."""
    if len(assigned) < 2 or not reading.grammar.versus.fullmatch(reading.context.text, first.end, second.start):
        return None
    (a, left, _), (b, right, _) = assigned[-2:]
    same_unit = column_of(a, reading) == column_of(first, reading) or first.unit == b.unit
    if same_unit or len(left) != 1 or len(right) != 1 or left[0].name == right[0].name or first.start - b.end > 12:
        return None
    return [(first, left, "vote_results.in_other_words"), (second, right, "vote_results.in_other_words")]


def respectively(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``X et Y sont élus avec 57,31% et 50,4%``: two figures for two coordinated options, in their order."""
    text = reading.context.text
    if first.unit != second.unit and first.unit:
        return None
    if not re.fullmatch(r"[\s\u00a0](?:et|and)[\s\u00a0]", text[first.end : second.start]):
        return None
    before = [i for i, o in enumerate(options) if o.end <= first.start]
    if not before or not reading.grammar.verb.search(text, options[before[-1]].end, first.start):
        return None
    chain = coordinated(options, before[-1], text)
    if len(chain) != 2 or any(is_towards(second, o, reading) for o in options if o.start >= second.end):
        return None
    return [
        (first, [chain[0]], "vote_results.respectively"),
        (second, [chain[1]], "vote_results.respectively"),
    ]


def duel(first: Figure, second: Figure, options: list[Option], end: int, reading: Reading) -> list[Assignment] | None:
    """``X bat Y : 59,85% contre 40,15%``: the two figures of a winner and of whoever is beaten."""
    text = reading.context.text
    if not reading.grammar.versus.fullmatch(text, first.end, second.start):
        return None
    if any(is_towards(second, o, reading) for o in options if o.start >= second.end):
        return None
    before = [o for o in options if o.end <= first.start and o.is_certain]
    for index in range(len(before) - 1, -1, -1):
        beaten = before[index]
        floor = before[index - 1].end if index else reading.sentence_start
        if not reading.grammar.object_of.search(text, max(floor, beaten.start - 60), beaten.start):
            continue
        earlier = [i for i, o in enumerate(options) if o.is_certain and o.end <= beaten.start]
        subject = options[grammatical_subject(options, earlier, reading)] if earlier else None
        if subject is None or subject.name == beaten.name or is_related(subject, reading):
            subject = antecedent(options, beaten, reading)
        if subject is None or subject.name == beaten.name:
            return None
        passive = reading.grammar.passive.search(text, max(floor, beaten.start - 60), beaten.start) is not None
        winner, loser = (beaten, subject) if passive else (subject, beaten)
        if (first.value or 0) < (second.value or 0):
            winner, loser = loser, winner
        return [(first, [winner], "vote_results.duel"), (second, [loser], "vote_results.duel")]
    return None


def opposed(figure: Figure, assigned: list[Assignment], options: list[Option], reading: Reading) -> Choice | None:
    """``X : 59,85% contre 40,15%``, ``by 52% to 48%``: the second figure is the other option's."""
    if not assigned:
        return None
    before, chosen, _ = assigned[-1]
    if not reading.grammar.versus.fullmatch(reading.context.text, before.end, figure.start) or len(chosen) != 1:
        return None
    first = chosen[0]
    if first.type == "answer" and (other := other_answer(first, reading)):
        return [other], "vote_results.other_answer"
    others = [o for o in options if o.name != first.name and o.is_certain and o.end <= before.start]
    if others:
        return [others[-1]], "vote_results.against"
    if other := other_finalist(first, reading):
        return [other], "vote_results.other_finalist"
    return None


def opposite_of_next(figure: Figure, found: list[Figure], options: list[Option], reading: Reading) -> Option | None:
    """``33,720 to 28,776 for No``: the first figure is the other answer's, or the other finalist's."""
    index = found.index(figure) + 1
    if index >= len(found) or not reading.grammar.versus.fullmatch(
        reading.context.text, figure.end, found[index].start
    ):
        return None
    for option in options:
        if option.start >= found[index].end and is_towards(found[index], option, reading):
            return other_answer(option, reading) if option.type == "answer" else other_finalist(option, reading)
    return None
