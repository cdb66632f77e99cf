"""Which endorser or endorsee a noun phrase beside a cue stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutier.extract.folding import fold
from minutier.extract.people import Entity, Mention
from minutier.extract.stands.bodies import counted_group
from minutier.extract.stands.descriptions import described, named_next, not_owner, owner_said, told_apart, told_by_rank
from minutier.extract.stands.enumerations import coordinated, enumeration
from minutier.extract.stands.groups import body_in_capitals, body_of_many, camp, group_told, party_of
from minutier.extract.stands.persons import party_known, pronoun
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.units import ENDORSEES, ENDORSERS, Cue, Side, Unit
from minutier.extract.syntax import NounPhrase


def sides_of(reading: Reading, found: Sequence[NounPhrase], unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> list[Side]:
    sides = (_side(reading, phrase, unit, cue, kinds) for phrase in found)
    return [side for side in sides if side is not None]


def _side(reading: Reading, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Side | None:
    """Who a phrase of a unit stands for; a group without a name is named by its words."""
    end = unit.end_of(phrase)
    named_at = unit.sentence.tokens[phrase.head].start
    if kinds is ENDORSEES and phrase.kind == "name" and reading.context.text[max(0, named_at - 1) : named_at] == "-":
        return None  # *other pro-European candidates*
    if kinds is ENDORSERS and reading.words.peoples.fullmatch(unit.between(named_at, end)):
        return None  # *Hungarians would vote for X*
    if (
        kinds is ENDORSERS
        and phrase.kind == "description"
        and reading.words.nobody_named.fullmatch(unit.between(phrase.start, end))
    ):
        return None  # *This newspaper backs no party*
    excluded = reading.words.not_endorsers if kinds is ENDORSERS else reading.words.not_endorsees
    printed = reading.context.text[phrase.start : phrase.end]
    body = (
        body_of_many(reading, phrase, unit) or body_in_capitals(reading, phrase, unit) if kinds is ENDORSERS else None
    )
    entity = body or phrase.entity
    head = unit.sentence.tokens[phrase.head].end
    said_first = reading.context.text[phrase.start : max(head, phrase.start)]
    is_person = entity is not None and entity.kind == "person" and phrase.kind == "name"
    is_named = entity is not None and (phrase.kind == "name" or body is not None)
    inside = unit.sentence.tokens[phrase.first : phrase.last + 1]
    known = [entity.name] if entity is not None and is_named else []
    known += [t.item.entity.name for t in inside if isinstance(t.item, Mention)]  # the People's Vote campaign
    named = {word for name in known for word in re.findall(r"[\w-]+", fold(name))}
    if not is_person and excluded.intersection(re.findall(r"[\w-]+", fold(said_first))) - named:
        return None
    said = [t.word for t in unit.sentence.tokens[phrase.first : phrase.last + 1] if t.tag != "D"]
    if phrase.kind == "description" and len(said) == 1 and said[0] in reading.words.unnamed:
        entity = reading.context.people.entity(" ".join(printed.split()), "person")
    if entity is None and (owner := owner_said(reading, phrase, unit)):
        is_party = unit.sentence.tokens[phrase.head].word in reading.words.own_parties
        entity = party_known(reading, owner) if is_party and owner.kind == "person" else owner
        if entity is None and kinds is ENDORSERS:
            return None
    is_ranked, ranked = told_by_rank(reading, phrase, unit)
    if is_ranked:
        if ranked is None or ranked.kind not in kinds:
            return None
        return Side(ranked.name, ranked, phrase.start, end)
    owned = unit.sentence.tokens[phrase.head].item
    if entity is None and "'" in unit.sentence.tags[phrase.first : phrase.head] and isinstance(owned, Mention):
        entity = owned.entity if owned.entity.kind in ("outlet", "party", "organization") else None
    if entity is None and phrase.kind == "description" and kinds is ENDORSERS:
        counted = counted_group(reading, unit, end)
        entity = counted.entity if counted and counted.start <= phrase.start else None
    if entity is None and phrase.kind != "impersonal":
        if phrase.kind == "pronoun":
            entity = pronoun(reading, phrase, unit, cue)
        else:
            entity = described(reading, phrase, unit, cue, kinds)
            entity = told_apart(reading, entity, phrase, unit, cue) if kinds is ENDORSEES else entity
            entity = not_owner(reading, entity, phrase, unit) if kinds is ENDORSEES else entity
            is_of_person = phrase.is_possessive and unit.sentence.tags[phrase.head] == "r"
            if is_of_person and entity is not None and entity.kind not in ("person", "party"):
                entity = None  # *its own former candidate* is no body
    if entity is None and kinds is ENDORSERS:
        entity = named_next(reading, phrase, unit)
    if entity is None and phrase.kind == "description":
        entity = party_of(phrase, unit) or camp(reading, phrase, unit) if kinds is ENDORSEES else None
        if entity is None and kinds is ENDORSERS:
            entity = group_told(reading, phrase, unit, cue.start)
    if entity is None:
        reading.is_unresolved = (
            reading.is_unresolved or phrase.kind == "pronoun" or unit.sentence.tags[phrase.head] == "r"
        )
    if entity is None or entity.kind not in kinds:
        return None
    first = unit.sentence.tokens[phrase.first]
    if kinds is ENDORSEES and phrase.head == phrase.first + 1 and first.word in unit.sentence.words.indefinite:
        return None  # *pour un Guantanamo à la française*
    if kinds is ENDORSEES and entity.kind == "organization" and fold(entity.name) in reading.words.institutions:
        return None
    return Side(entity.name, entity, phrase.start, end, _role(reading, phrase, unit, entity))


def _role(reading: Reading, phrase: NounPhrase, unit: Unit, entity: Entity) -> str:
    if phrase.role is not None:
        first, last = phrase.role
        tokens = unit.sentence.tokens
        return " ".join(reading.context.text[tokens[first].start : tokens[last].end].split())
    if phrase.kind == "description" and entity.is_person:
        return " ".join(reading.context.text[phrase.start : phrase.end].split())
    return ""


def summed_up(reading: Reading, cue: Cue) -> list[Side]:
    """*A, B, C : tous ont appelé à …*: the enumeration that the subject sums up."""
    unit = cue.unit
    start = cue.start - unit.start
    mark = reading.words.sums_up.search(unit.flat, max(0, start - 30), start)
    if mark is None:
        return []
    whole = unit.part(unit.start, unit.start + mark.start())
    first = next((p for p in whole.sentence.phrases if p.kind == "name" and not p.governed), None)
    chain = enumeration(reading, whole, first.start, is_list=True) if first else []
    if cue.is_participial:  # *A et B sont venus, tous deux appelant à …*
        named = [p for p in whole.sentence.phrases if p.kind == "name" and not p.governed and not p.embedded]
        chain = coordinated(reading, whole, named[-1]) if named else []
        return sides_of(reading, chain, whole, cue, ENDORSERS) if len(chain) > 1 else []
    if len(chain) < 2 or whole.flat[whole.end_of(chain[-1]) - unit.start :].strip():
        return []
    return sides_of(reading, chain, whole, cue, ENDORSERS)
