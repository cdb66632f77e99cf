"""The noun phrases beside an apposition: *X, soutenu par Y*; *fort du soutien de Y, X …*."""

from __future__ import annotations

import re

from minutier.extract.stands.enumerations import coordinated, enumeration
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.subjects import earlier_subject
from minutier.extract.stands.units import Cue, Unit
from minutier.extract.syntax import NounPhrase, Sentence

_FIRST_OF_TWO = re.compile(r",D?[ax]{0,2}r[ax]?(?:fD?[LO]{1,3})?c")
"""Classes of the words between a name and the second of two things that it is said to be."""

_OF_A_PLACE = re.compile(r"(?:,D?[ax]{0,2}r)?[fp]D?L{1,2}(?=,)")
"""Classes of the words of the place that a name, or what somebody named is, belongs to."""


def phrases_beside(reading: Reading, cue: Cue) -> list[NounPhrase]:
    """The phrases just before an apposition."""
    sentence = cue.unit.sentence
    index = sentence.index(cue.start)
    before = [p for p in sentence.phrases if p.start < cue.start and p.head != index]
    if before:
        nearest = before[-1]
        gap = sentence.tags[nearest.last + 1 : index]
        if nearest.kind == "name" and (placed := _OF_A_PLACE.match(gap)):
            gap = gap[placed.end() :]  # *Untel of Boston, a Y supporter*
        is_candidate = gap.startswith(",") and gap.endswith("r")  # *Untel, candidat soutenu par …*
        if _FIRST_OF_TWO.fullmatch(gap) and nearest.entity is not None and nearest.entity.is_person:
            return [nearest]  # *Untel, avocat et soutien de Y*, *Untel, governor of Ohio and a Y backer*
        if not set(gap.removesuffix("r") if is_candidate else gap) - set(",(atDp#-xc") and len(gap) <= 5:
            is_said_of_name = (
                nearest.kind == "description"
                and len(before) > 1
                and sentence.tags[before[-2].last + 1 : nearest.first] in (",", "(")
            )
            if is_said_of_name:
                return [before[-2]]
            if (
                nearest.entity is not None
                and not nearest.entity.is_person
                and (sentence.tags[nearest.first - 1 : nearest.first] == "(" or _is_agent(sentence, nearest))
            ):  # *Untel (PS, soutenu par …)*, *Untel, investi par le PS et soutenu par …*
                people = [p for p in before if p.entity is not None and p.entity.is_person and not p.governed]
                if people:
                    return people[-1:]
            if gap == "c" and nearest.governed and _is_agent(sentence, nearest):
                return earlier_subject(reading, sentence, nearest.start)  # *was recruited by Y and anointed by Z*
            if gap.startswith(",") and nearest.governed and _is_agent(sentence, nearest):
                people = [p for p in before[:-1] if p.entity is not None and p.entity.is_person and not p.governed]
                if people:  # *X, adoubée par Y, soutenue par …*
                    return people[-1:]
            if gap == "c" and len(before) > 1 and _is_said_of(sentence, before[-2], nearest):
                return [before[-2]]  # *Untel, porte-parole du gouvernement et soutien de Y*
            is_apart = gap.startswith(",") and len(before) > 1 and nearest.governed
            if is_apart and _is_nominator(sentence, before[-2], nearest):
                return [before[-2]]  # *Untel, président de la Région, rallié à Y*
            if len(before) > 1 and not gap.strip("at") and _is_party_of(sentence, before[-2], nearest):
                return [before[-2]]
            if nearest.governed and "," not in gap and "(" not in gap:
                nominee = before[-2] if len(before) > 1 and _is_nominator(sentence, before[-2], nearest) else None
                return [nominee or nearest]
            are_many = nearest.is_group or not reading.words.several_backers.isdisjoint(cue.flat.split())
            return coordinated(reading, cue.unit, nearest) if are_many else [nearest]
        return []
    return []


def _is_party_of(sentence: Sentence, person: NounPhrase, body: NounPhrase) -> bool:
    """Whether a party stands in apposition to a person: *Untel, ex-LR passé chez …*."""
    if body.entity is None or body.entity.is_person or person.entity is None or not person.entity.is_person:
        return False
    between = sentence.tags[person.last + 1 : body.first + 1]
    return between.startswith(",") and not between[1:-1].strip("xaD-") and len(between) <= 5


def _is_agent(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a phrase is the agent of a passive before it."""
    return phrase.first > 0 and sentence.tokens[phrase.first - 1].word in sentence.words.prepositions["by"]


def _is_said_of(sentence: Sentence, person: NounPhrase, complement: NounPhrase) -> bool:
    """Whether a phrase completes a noun in apposition to a person: *Untel, porte-parole du gouvernement*."""
    between = sentence.tags[person.last + 1 : complement.first]
    is_person = person.entity is not None and person.entity.is_person and not person.governed
    return is_person and complement.governed and re.fullmatch(r",D?[ax]?r[ax]?f?", between) is not None


def _is_nominator(sentence: Sentence, person: NounPhrase, body: NounPhrase) -> bool:
    """Whether a body is said of a person: *Untel, candidat du PS soutenu par …*."""
    if body.entity is None or body.entity.is_person or person.entity is None or not person.entity.is_person:
        return False
    between = sentence.tags[person.last + 1 : body.first]
    return between.startswith(",") and between.strip(",aDx") in ("rf", "r")


def subject_behind_comma(unit: Unit, position: int) -> tuple[Unit, list[NounPhrase]]:
    """The subject after the comma that closes an opening participle: *Fort du soutien de Y, X
    l'emporte*."""
    comma = unit.flat.find(",", position - unit.start)
    if comma < 0:
        return unit, []
    rest = unit.part(unit.start + comma + 1)
    first = rest.sentence.phrases[:1]
    return rest, [p for p in first if not p.governed and _opens_with(rest, p)]


def _opens_with(unit: Unit, phrase: NounPhrase) -> bool:
    """Whether a unit begins with a phrase, or with what somebody named is said to be: *union leader X*."""
    lead = unit.between(unit.start, phrase.start).split()
    is_named = phrase.kind == "name" and phrase.entity is not None and phrase.entity.is_person
    return not lead or (is_named and len(lead) <= 3 and not set(unit.sentence.tags[: phrase.first]) - set("xag-"))


def named_after(reading: Reading, unit: Unit, end: int) -> list[NounPhrase]:
    """*La candidate investie par Y, X, …*: the name between the commas that follow."""
    if unit.between(end, end + 2) != ", ":
        return []
    chain = enumeration(reading, unit, end + 2)
    is_name = len(chain) == 1 and chain[0].kind == "name" and chain[0].entity is not None
    return (
        chain
        if is_name
        and chain[0].start == end + 2
        and reading.words.clause_end.match(unit.flat, unit.part(end + 2).end_of(chain[0]) - unit.start)
        else []
    )
