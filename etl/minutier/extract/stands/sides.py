"""Which endorser or endorsee a noun phrase beside a cue stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutier.extract.folding import fold
from minutier.extract.people import Entity, Mention
from minutier.extract.stands.bodies import counted_group
from minutier.extract.stands.descriptions import (
    described,
    is_told_otherwise,
    named_next,
    not_owner,
    owner_said,
    told_apart,
    told_by_rank,
)
from minutier.extract.stands.enumerations import coordinated, enumeration
from minutier.extract.stands.groups import (
    body_before_noun,
    body_in_capitals,
    body_meant,
    body_of_many,
    camp,
    group_told,
    party_of,
)
from minutier.extract.stands.persons import endorser_entities, party_known, pronoun
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.units import ENDORSEES, ENDORSERS, Cue, Side, Unit
from minutier.extract.syntax import NounPhrase

_THING = re.compile(r"[A-Z]-[a-z]|[\"“«‘]")
"""How the name of a thing begins that its capital makes look like one of somebody: *T-shirt*."""


def sides_of(reading: Reading, found: Sequence[NounPhrase], unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> list[Side]:
    """Who the phrases of a unit stand for; those that stand for nobody are left out."""
    sides = (_side(reading, phrase, unit, cue, kinds) for phrase in found)
    return [side for side in sides if side is not None]


def _side(reading: Reading, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Side | None:
    """Who a phrase of a unit stands for; a group without a name is named by its words."""
    end = unit.end_of(phrase)
    if _names_none(reading, phrase, unit, kinds):
        return None
    body = None
    if kinds is ENDORSERS:
        body = body_of_many(reading, phrase, unit) or body_in_capitals(reading, phrase, unit)
    entity = body or phrase.entity
    if _is_told_to_be_none(reading, phrase, unit, body or (entity if phrase.kind == "name" else None), kinds):
        return None
    said = [t.word for t in unit.sentence.tokens[phrase.first : phrase.last + 1] if t.tag != "D"]
    if phrase.kind == "description" and len(said) == 1 and said[0] in reading.words.unnamed:
        printed = reading.context.text[phrase.start : phrase.end]
        entity = reading.context.people.entity(" ".join(printed.split()), "person")
    if entity is None and (owner := owner_said(reading, phrase, unit)):
        is_party = unit.sentence.tokens[phrase.head].word in reading.words.own_parties
        entity = party_known(reading, owner) if is_party and owner.kind == "person" else owner
        if entity is None and kinds is ENDORSERS:
            return None
    if entity is not None and kinds is ENDORSERS and entity.kind == "outlet":
        entity = _outlet_in_full(reading, entity, phrase)
    if entity is not None and phrase.kind == "name":
        entity = _by_given_name(reading, entity, phrase)
    is_ranked, ranked = told_by_rank(reading, phrase, unit)
    if is_ranked:
        if ranked is None or ranked.kind not in kinds:
            return None
        return Side(ranked.name, ranked, phrase.start, end)
    entity = entity or _who_is_meant(reading, phrase, unit, cue, kinds)
    if entity is None:
        is_somebody = phrase.kind == "pronoun" or unit.sentence.tags[phrase.head] == "r"
        reading.is_unresolved = reading.is_unresolved or is_somebody
    if entity is None or entity.kind not in kinds or _THING.match(entity.name):
        return None
    is_pollster = kinds is ENDORSERS and phrase.kind == "pronoun" and entity.kind == "group"
    if is_pollster and reading.words.not_endorsers.intersection(re.findall(r"[\w-]+", fold(entity.name))):
        return None  # *told pollsters that they back Y*
    first = unit.sentence.tokens[phrase.first]
    if kinds is ENDORSEES and phrase.head == phrase.first + 1 and first.word in unit.sentence.words.indefinite:
        return None  # *pour un Guantanamo à la française*
    if kinds is ENDORSEES and entity.kind == "organization" and fold(entity.name) in reading.words.institutions:
        return None
    name = _with_own_article(reading, phrase, unit) or entity.name
    return Side(name, entity, phrase.start, end, _role(reading, phrase, unit, entity))


def _with_own_article(reading: Reading, phrase: NounPhrase, unit: Unit) -> str:
    """*…, Le Phocéen prend parti*: a newspaper that no list has, by the name that its article belongs to."""
    tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
    is_outlet = len(tokens) == 2 and (tokens[0].tag, tokens[1].tag) == ("D", "K")
    if not is_outlet or phrase.entity is None or phrase.entity.kind != "unknown":
        return ""
    return reading.context.text[phrase.start : unit.end_of(phrase)]


def _by_given_name(reading: Reading, entity: Entity, phrase: NounPhrase) -> Entity:
    """*X will support Ed Hall: “Ed has my vote”*, where the document names another Ed: the one of a given name whom the
    post has named last."""
    if not entity.is_person or " " in entity.name or not reading.context.people.is_given_name(entity.name):
        return entity
    named = [m.entity for m in reading.named_before(phrase.start) if m.entity.name.startswith(f"{entity.name} ")]
    return named[-1] if named and named[-1].is_person else entity


def _outlet_in_full(reading: Reading, outlet: Entity, phrase: NounPhrase) -> Entity:
    """*The Sun*, of which the post has named the one of a place: *the Toronto Sun*, not *the Sunday Times*."""
    word = fold(outlet.name).split()[-1]
    if len(fold(outlet.name).split()) - (fold(outlet.name).split()[0] in map(fold, reading.words.own_articles)) != 1:
        return outlet
    named = {m.entity for m in reading.named_before(phrase.start) if m.entity.kind == "outlet"}
    longer = [e for e in named if e is not outlet and fold(e.name).endswith(f" {word}") and len(e.name) > len(word) + 4]
    is_of_place = len(longer) == 1 and _first_word(longer[0], reading) not in reading.words.paper_kinds
    return longer[0] if is_of_place else _daily(reading, outlet, word)


def _daily(reading: Reading, outlet: Entity, word: str) -> Entity:
    """*The Mirror*, in a document that names the *Daily Mirror* and no other paper of that last word."""
    named = {e for e in reading.context.people.entities if e.kind == "outlet" and e.forms and e is not outlet}
    longer = [e for e in named if fold(e.name).endswith(f" {word}") and len(e.name) > len(word) + 4]
    is_daily = len(longer) == 1 and _first_word(longer[0], reading) in reading.words.dailies
    return longer[0] if is_daily else outlet


def _first_word(outlet: Entity, reading: Reading) -> str:
    """The first word of the name of an outlet, its article apart."""
    words = fold(outlet.name).split()
    return words[words[0] in map(fold, reading.words.own_articles)]


def _names_none(reading: Reading, phrase: NounPhrase, unit: Unit, kinds: tuple[str, ...]) -> bool:
    """Whether the words of a phrase are of none who takes or receives a stand."""
    named_at, end = unit.sentence.tokens[phrase.head].start, unit.end_of(phrase)
    if kinds is ENDORSEES:  # *other pro-European candidates*, *#LondonMayor*
        before = reading.context.text[max(0, named_at - 1) : named_at]
        return phrase.kind == "name" and before in ("-", "#")
    if phrase.kind == "name" and fold(unit.between(named_at, end)) in reading.words.creeds:
        return True  # *The most powerful Black Democrat backed X*
    article = unit.sentence.tokens[phrase.first].start
    if any(reading.words.peoples.fullmatch(unit.between(start, end)) for start in (named_at, article)):
        return True  # *Hungarians would vote for X*
    is_nobody = reading.words.nobody_named.fullmatch(unit.between(phrase.start, end)) is not None
    return phrase.kind == "description" and is_nobody  # *This newspaper backs no party*


def _is_told_to_be_none(
    reading: Reading, phrase: NounPhrase, unit: Unit, named: Entity | None, kinds: tuple[str, ...]
) -> bool:
    """Whether a word of a phrase, up to its head, tells what takes or receives no stand, and is part of no name."""
    if named is not None and named.kind == "person" and phrase.kind == "name":
        return False
    if kinds is ENDORSERS and named is not None and fold(named.name) in reading.words.own_bodies:
        return True  # *“Union backed Labour,” read a sign*
    excluded = reading.words.not_endorsers if kinds is ENDORSERS else reading.words.not_endorsees
    head = unit.sentence.tokens[phrase.head].end
    noun = unit.sentence.tokens[phrase.head].word
    is_body = phrase.is_definite and noun in unit.sentence.words.bodies and noun not in reading.words.own_parties
    begins = unit.sentence.tokens[phrase.head].start if is_body else phrase.start  # *the state medical society*
    said_first = reading.context.text[begins : max(head, begins)]
    inside = unit.sentence.tokens[phrase.first : phrase.last + 1]
    known = [named.name] if named is not None else []
    known += [t.item.entity.name for t in inside if isinstance(t.item, Mention)]  # the People's Vote campaign
    own = {word for name in known for word in re.findall(r"[\w-]+", fold(name))}
    return bool(excluded.intersection(re.findall(r"[\w-]+", fold(said_first))) - own)


def _who_is_meant(reading: Reading, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Entity | None:
    """Who a phrase without a name stands for: its body, the person described, a group by its words."""
    entity, owned = None, unit.sentence.tokens[phrase.head].item
    if "'" in unit.sentence.tags[phrase.first : phrase.head] and isinstance(owned, Mention):
        entity = owned.entity if owned.entity.kind in ("outlet", "party", "organization") else None
    if entity is None and kinds is ENDORSERS:
        entity = body_before_noun(phrase, unit.sentence)
    if entity is None and phrase.kind == "description" and kinds is ENDORSERS:
        counted = counted_group(reading, unit, unit.end_of(phrase))
        entity = counted.entity if counted and counted.start <= phrase.start else None
    if entity is None and phrase.kind == "pronoun":
        entity = pronoun(reading, phrase, unit, cue)
    elif entity is None and phrase.kind != "impersonal":
        entity = _somebody_described(reading, phrase, unit, cue, kinds)
    if entity is None and kinds is ENDORSERS:
        entity = named_next(reading, phrase, unit)
    if entity is not None or phrase.kind != "description":
        return entity
    if kinds is ENDORSERS:
        return body_meant(reading, phrase, unit) or group_told(reading, phrase, unit, cue.start)
    return party_of(phrase, unit) or camp(reading, phrase, unit)


def _somebody_described(
    reading: Reading, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]
) -> Entity | None:
    """Whom a description leads to: *the Socialist*, *his rival*."""
    is_alone = phrase.is_definite and phrase.last == phrase.head == phrase.first + 1  # *the association*
    if unit.sentence.tokens[phrase.head].word in reading.words.branches and not is_alone:
        return None  # *its Nevada local*
    entity = described(reading, phrase, unit, cue, kinds)
    if kinds is ENDORSEES:
        entity = told_apart(reading, entity, phrase, unit, cue)
        entity = not_owner(reading, entity, phrase, unit)
    taking = endorser_entities(reading, cue) if entity is not None else []
    entity = None if entity and is_told_otherwise(reading, entity, phrase, unit.sentence, taking) else entity
    is_group = unit.sentence.tags[phrase.head] == "g" and "N" not in unit.sentence.tags[phrase.first : phrase.last + 1]
    if is_group and entity is not None and entity.is_person and not (phrase.is_plural or phrase.is_possessive):
        return None  # *the left-wing alliance*
    is_of_person = phrase.is_possessive and unit.sentence.tags[phrase.head] == "r"
    if is_of_person and entity is not None and entity.is_person:
        gender = unit.sentence.words.genders.get(unit.sentence.tokens[phrase.first].word)
        if gender in ("m", "f") and entity.gender in ("m", "f") and gender != entity.gender:
            return None  # *votera pour sa nièce*, of no man
    is_body = entity is not None and entity.kind not in ("person", "party")
    return None if is_of_person and is_body else entity  # *its own former candidate* is no body


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
    if ":" in mark[0] and len(chain) < 2:
        chain = _subjects_first(reading, whole)  # *A and B had no doubts: both back X*
    elif len(chain) < 2 or not _tells_of_them(reading, whole.flat[whole.end_of(chain[-1]) - unit.start :]):
        return []
    return sides_of(reading, chain, whole, cue, ENDORSERS)


def _tells_of_them(reading: Reading, flat: str) -> bool:
    """Whether what stands between those enumerated and *both* is nothing, or a relative: *A and B, who rarely agree,
    both backed X*."""
    words = flat.lstrip(" ,").split(maxsplit=1)
    return not words or (flat.lstrip().startswith(",") and words[0] in reading.words.subject_relatives)


def _subjects_first(reading: Reading, unit: Unit) -> list[NounPhrase]:
    """The several who are the subject of the first verb of a unit; nobody when there is one."""
    sentence = unit.sentence
    verb = next((i for i in range(1, len(sentence.tags)) if sentence.is_verb(i)), 0)
    last = next((p for p in sentence.phrases if p.last == verb - 1 and p.kind == "name" and not p.governed), None)
    chain = coordinated(reading, unit, last) if last is not None else []
    return chain if len(chain) > 1 else []
