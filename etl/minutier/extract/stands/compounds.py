"""Stands told inside one word: *the Trump-backed Herschel Walker*, *Remain-supporting MP Tom Price*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutier.extract.stands.appositions import phrases_beside
from minutier.extract.stands.complements import complements_of
from minutier.extract.stands.grammar import Construction
from minutier.extract.stands.making import stand_of
from minutier.extract.stands.owners import owner_before
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.sides import sides_of
from minutier.extract.stands.subjects import subjects_of
from minutier.extract.stands.units import ENDORSEES, ENDORSERS, Cue, Side, Stand, Unit

_LAST_WORD = re.compile(r"[^\W\d_]{2,20}$")
_NOUN_AND_NAME = re.compile(r" [\w'-]{3,20}(?: [\w'-]{3,20})?, ")
"""What may stand between a word that holds an endorser and whom he backs: *the Reed-backed candidate, Y*."""
_COMPOUND = Construction(
    "endorsements.backed_compound", "support", "compound", re.compile(""), None, None, "", "drop", True
)
_SUPPORTING = Construction(
    "endorsements.supporter_of", "support", "compound", re.compile(""), None, None, "", "drop", True
)


def compounds(reading: Reading, unit: Unit) -> Iterator[Stand]:
    """*the Trump-backed Herschel Walker*: the name inside the word takes the stand, the one after it
    receives it."""
    for match in reading.words.compounds.finditer(unit.flat):
        start, end = unit.start + match.start(), unit.start + match.end()
        name = _LAST_WORD.search(unit.flat, max(0, match.start() - 20), match.start())
        start -= len(name[0]) if name else 0
        printed = reading.context.text[start : unit.start + match.start()]
        entity = reading.context.people.named(printed) if printed[:1].isupper() else None
        if entity is None or entity.kind not in ENDORSERS:
            continue
        cue = Cue(_COMPOUND, unit, start, start, end, "passive", "support")
        for endorsee in _compounded(reading, cue, end)[:1]:
            if endorsee.entity is not entity:
                yield stand_of(reading, cue, Side(entity.name, entity, start, end), endorsee)


def _compounded(reading: Reading, cue: Cue, end: int) -> list[Side]:
    """*The Trump-backed Herschel Walker*; *Herschel Walker, the Trump-backed novice*, *is a Trump-backed novice*:
    who is named after the word, or whom a noun after it is said of."""
    unit, start = cue.unit, cue.start
    index = unit.sentence.index(start)
    named = next((p for p in unit.sentence.phrases if p.end > end and p.kind == "name"), None)
    gap = unit.between(end, named.start) if named is not None else ""
    if named is not None and _NOUN_AND_NAME.fullmatch(gap):
        return sides_of(reading, [named], unit, cue, ENDORSEES)
    is_next = named is not None and "," not in gap
    if is_next or index == 0 or unit.sentence.tags[index - 1] != "D":
        return complements_of(reading, cue, end, ENDORSEES)
    article = unit.sentence.tokens[index - 1].start
    copula = reading.words.copula.search(unit.flat, max(0, article - unit.start - 40), article - unit.start)
    if copula is not None:
        return sides_of(reading, subjects_of(reading, unit, unit.start + copula.start()), unit, cue, ENDORSEES)
    beside = unit.between(unit.start, article).rstrip().endswith(",")
    said_of = phrases_beside(reading, replace(cue, start=article)) if beside else []
    said_of = [p for p in said_of if p.kind == "name"]
    return sides_of(reading, said_of, unit, cue, ENDORSEES) if said_of else complements_of(reading, cue, end, ENDORSEES)


def supporting(reading: Reading, unit: Unit) -> Iterator[Stand]:
    """*Remain-supporting MP Tom Price*: the name after the word takes the stand."""
    for match in reading.words.supporting.finditer(unit.flat):
        start, end = unit.start + match.start(), unit.start + match.end()
        cue = Cue(_SUPPORTING, unit, start, start, end, "noun", "support")
        endorsee = owner_before(reading, cue)
        if endorsee is None:
            continue
        named = [p for p in unit.sentence.phrases if p.kind == "name" and p.end > end]
        if named and len(unit.between(end, named[0].start).split()) <= 4:
            for endorser in sides_of(reading, named[:1], unit, cue, ENDORSERS):
                if endorser.key != endorsee.key and "," not in unit.between(end, endorser.start):
                    yield stand_of(reading, cue, endorser, endorsee)
