"""Whom a description means: *le maire*, *her rival*, *the latter*, *the Socialist*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutier.extract.lexicon import stem
from minutier.extract.people import Entity, Mention
from minutier.extract.stands.contest import contenders, prominence
from minutier.extract.stands.persons import endorser_entities, other_person, party_known, resolved, who_says
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.subjects import earlier_subject
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, Cue, Unit
from minutier.extract.syntax import NounPhrase, Sentence

FAR_TOGETHER = 40
"""Characters between two names that one *et* joins, what is said of the first included."""
NEAR = 4000
"""Characters around a description in which the names of a post are looked at."""


def described(reading: Reading, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Entity | None:
    """The person whom a description leads to; nobody backs himself, so an endorsee is not the subject."""
    if kinds is ENDORSEES and (latter := _latter(reading, phrase, unit, cue)):
        return latter
    is_to_come = cue.tense in ("future", "conditional") and phrase.first + 1 >= phrase.head
    if kinds is ENDORSEES and is_to_come and unit.sentence.tokens[phrase.head].word in reading.words.to_come:
        return None  # *will back the nominee*, whoever it is
    whole = next((p for p in cue.unit.sentence.phrases if p.start == phrase.start), None)
    if whole is None or whole.kind != "description":
        whole, sentence = phrase, unit.sentence
    else:
        sentence = cue.unit.sentence
    if party := _own_party(reading, whole, unit, sentence, kinds) or _whose_candidates(reading, whole, sentence, kinds):
        return party
    if is_of_two(reading, whole, sentence):
        found = _former_or_latter(reading, whole, sentence, kinds)
        if found is not None or sentence.tokens[whole.head].word not in sentence.words.latter:
            return found
    if kinds is ENDORSERS and _is_owned_by_person(reading, whole, sentence):
        return None
    entity = resolved(reading, whole, sentence)
    if kinds is ENDORSERS and entity is not None and _is_of_another_body(reading, entity, whole, sentence):
        entity = None
    if kinds is ENDORSERS and (speaker := _who_speaks_for(reading, phrase, unit)):
        is_party = unit.sentence.tokens[phrase.head].word in reading.words.own_parties
        return (party_known(reading, speaker) if is_party else None) or speaker
    if kinds is ENDORSERS:
        named = [p.entity for p in cue.unit.sentence.phrases if p.kind == "name" and p.start < phrase.start]
        return _office_holder(reading, whole, sentence, named) or entity if entity in named else entity
    subjects = endorser_entities(reading, cue)
    is_unknown = entity is None or entity in subjects
    holder = _office_holder(reading, whole, sentence, subjects) if is_unknown else None
    entity = holder or entity
    if reading.context.references.names_winner(whole, sentence):
        won = reading.context.references.winner(whole, reading.entry)
        if won is not None and won not in subjects and entity in (None, won, *subjects):
            return won
        entity = None if entity in subjects else entity
    told = [s for s in reading.recent() if s.endorsee and s.endorsee.entity]
    previous = next((s for s in reversed(told) if s.cue.tense == cue.tense), told[-1] if told else None)
    if previous is not None and previous.endorsee is not None:
        around = cue.flat + cue.unit.between(cue.end, cue.end + 40)
        if entity in (None, *subjects, previous.endorser.entity) and reading.words.too.search(around):
            return previous.endorsee.entity
    told_to = [m.entity for m in reading.context.people.between(cue.head, cue.end)]
    if entity in told_to:  # *appelle les électeurs de Z à choisir le vainqueur*
        subjects = [*subjects, *told_to]
    is_held = entity is not None and whole.kind == "description" and entity not in subjects
    if is_held and entity is reading.context.references.by_register(whole, sentence):
        return entity
    entity = _rather_backed(reading, entity, whole, sentence, subjects)
    if whole.is_indefinite or whole.is_plural or whole.is_group:
        return None if entity in subjects else entity
    is_rare = entity is not None and entity is not holder and _is_rare(reading, entity)
    if entity is None or entity in subjects or _is_far(reading, entity, phrase, unit) or is_rare:
        contender = _contender(reading, whole, sentence, subjects)
        if contender is not None and not (is_rare and _is_here_alone(reading, entity, contender, whole)):
            return contender
    if entity in subjects and contenders(reading.context) and not whole.is_possessive:
        return None
    if entity is not None and not _is_told_before(reading, entity, whole, sentence):
        return None
    if entity is not None and _is_bystander(reading, entity, whole, sentence):
        contender = _contender(reading, whole, sentence, subjects)
        return entity if _is_here_alone(reading, entity, contender, whole) else contender
    if entity is not None and (entity in subjects or _is_far(reading, entity, phrase, unit)):
        other = other_person(reading, cue.unit, phrase.start, phrase.gender, subjects)
        other = _rather_backed(reading, other, whole, sentence, subjects)
        return other or (None if entity in subjects else entity)
    return entity


def _is_owned_by_person(reading: Reading, phrase: NounPhrase, sentence: Sentence) -> bool:
    """*Reed's candidate here*: somebody whom nothing names, told by whose candidate he is."""
    mark = sentence.tags.find("'", phrase.first, phrase.head)
    owner = sentence.tokens[mark - 1].item if mark > phrase.first else None
    is_person = isinstance(owner, Mention) and owner.entity.is_person
    return is_person and sentence.tokens[phrase.head].word in reading.words.local


def _is_of_another_body(reading: Reading, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
    """*The president of Ohio Right to Life*: whether an office is that of a body, which the post has not
    named before."""
    tokens, tags, place = sentence.tokens, sentence.tags, phrase.head + 2
    if not entity.is_person or tags[phrase.head + 1 : place] not in ("f", "p"):
        return False
    place += tags[place : place + 1] == "D"
    if tags[place : place + 2] != "Lx":  # a place at the head of a longer name
        return False
    text, (first, second) = reading.context.text, tokens[place : place + 2]
    if not text[second.start].isupper() or first.end + 1 != second.start:
        return False
    named = text[first.start : second.end]
    return named not in text[reading.entry.char_start : phrase.start]


def _own_party(
    reading: Reading, phrase: NounPhrase, unit: Unit, sentence: Sentence, kinds: tuple[str, ...]
) -> Entity | None:
    """*Son parti*, *her party*: that of the person spoken of, when the document tells it."""
    head = sentence.tokens[phrase.head]
    if head.word not in reading.words.own_parties or phrase.last > phrase.head:
        return None
    if kinds is ENDORSERS and phrase.is_definite and not phrase.is_possessive and phrase.head <= phrase.first + 1:
        named = {m.entity for m in reading.named_before(phrase.start) if m.entity.kind == "party"}
        return named.pop() if len(named) == 1 else None  # *What of the Greens? The party has backed X*
    if not phrase.is_possessive:
        return None
    owner = other_person(reading, unit, phrase.start, "", [])
    return party_known(reading, owner) if owner else None


def _who_speaks_for(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*X says that his MPs will back Y*, *his party*: X, who says so."""
    if not phrase.is_possessive or unit.is_quoted or "'" in unit.sentence.tags[phrase.first : phrase.last + 1]:
        return None
    if unit.sentence.tokens[phrase.head].word not in reading.words.own_people | reading.words.own_parties:
        return None
    if said := who_says(reading, phrase, unit):
        return said
    main = [
        p for p in earlier_subject(reading, unit.sentence, phrase.start) if p.kind == "name" and p.end < phrase.start
    ]
    between = unit.between(main[0].end, phrase.start) if main else ""
    is_said = reading.words.speech.search(between) or reading.words.reported.search(between)
    return main[0].entity if is_said and main[0].entity and main[0].entity.is_person else None


def _whose_candidates(
    reading: Reading, phrase: NounPhrase, sentence: Sentence, kinds: tuple[str, ...]
) -> Entity | None:
    """*Non au RN. Votons contre ses candidats*: the party spoken of last."""
    if kinds is not ENDORSEES or not phrase.is_possessive:
        return None
    if sentence.tokens[phrase.head].word not in reading.words.own_candidates:
        return None
    parties = [m.entity for m in reading.named_before(phrase.start) if m.entity.kind == "party"]
    return parties[-1] if parties else None


def is_of_two(reading: Reading, phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a description is *le premier* or *le second*, and nothing else."""
    word = sentence.tokens[phrase.head].word
    is_bare = phrase.is_definite and phrase.last == phrase.head and phrase.head - phrase.first == 1
    return is_bare and word in reading.words.first_of_two | reading.words.second_of_two


def _former_or_latter(
    reading: Reading, phrase: NounPhrase, sentence: Sentence, kinds: tuple[str, ...]
) -> Entity | None:
    """Who of the two named together last in the post, *A et B*, or by one sentence just before, is the former or the
    latter."""
    text = reading.context.text
    is_first = sentence.tokens[phrase.head].word in reading.words.first_of_two
    named = [m for m in reading.named_before(phrase.start) if m.entity.kind in kinds]
    beside = {before.start for before, after in pairwise(named) if after.start - before.end == 1}  # *l'UMP Untel*
    named = [m for m in named if text[m.start - 1 : m.start] != "(" and m.start not in beside]
    for first, second in reversed(list(pairwise(named))):
        gap = text[first.end : second.start].lower()
        is_linked = len(gap) <= FAR_TOGETHER and reading.words.and_joined.search(gap) is not None
        if is_linked and first.entity is not second.entity:
            return first.entity if is_first else second.entity
    for start, end in reversed(reading.bounds_before(sentence.start)[-_FAR_TWO:]):
        two = list(dict.fromkeys(m.entity for m in named if start <= m.start < end))
        if len(two) > 1:  # *A affronte B. X soutient le premier. Y est pour le second.*
            return two[0 if is_first else 1] if len(two) == 2 else None
    return None


_FAR_TWO = 2
"""Sentences back in which the two are looked for of whom one is the former and one the latter."""


def _office_holder(
    reading: Reading, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]
) -> Entity | None:
    """The one person whom the document gives the office that a description names, others set aside."""
    references = reading.context.references
    said = references.said(phrase, sentence)
    if not said or phrase.is_possessive or phrase.is_indefinite or phrase.is_plural:
        return None
    fitting = [
        entity
        for entity in prominence(reading.context)[1]
        if entity not in excluded and references.is_described(entity, phrase, sentence) and entity.may_be(phrase.gender)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _latter(reading: Reading, phrase: NounPhrase, unit: Unit, cue: Cue) -> Entity | None:
    """*Ce dernier*, *the latter*: who was backed before in the sentence, or the person named last before it, or the
    party where nobody is."""
    tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
    if len(tokens) > 2 or tokens[-1].word not in unit.sentence.words.latter:
        return None
    excluded = endorser_entities(reading, cue)
    before = reading.named_before(cue.unit.start)
    people = [m.entity for m in before if m.entity.is_person and m.entity not in excluded]
    beside = [s.endorsee for s in reading.recent() if s.endorsee and s.cue.unit.start == cue.unit.start]
    told = [e for s in beside if (e := s.entity) is not None and e not in excluded]  # *B fait barrage à celui-ci*
    parties = [m.entity for m in before if m.entity.kind == "party"] if not people else []
    latest = [*told[::-1], *people[::-1], *parties[::-1]]
    return next((e for e in latest if not e.is_person or e.may_be(phrase.gender)), None)


def _rather_backed(
    reading: Reading, entity: Entity | None, phrase: NounPhrase, sentence: Sentence, subjects: Sequence[Entity | None]
) -> Entity | None:
    """*X, Y and Z are for W. V called for the defeat of the former minister*: W, not Z who takes a stand of
    his own, when the document says of neither what the description does."""
    recent = reading.recent()
    backed = [s.endorsee.entity for s in recent if s.endorsee and s.endorsee.entity]
    if entity is None or entity in backed or all(s.endorser.entity is not entity for s in recent):
        return entity
    references = reading.context.references
    said = references.said(phrase, sentence)
    if any(said and said <= role for role in references.roles(entity)):
        return entity
    fitting = [e for e in backed if e.is_person and e not in subjects]
    fitting = [e for e in fitting if e.may_be(phrase.gender)]
    return fitting[-1] if fitting else entity


def _is_bystander(reading: Reading, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
    """*The party threw its machine behind the Derry woman*, *voted for the president*: whether a description of
    which the document says nothing, or no more than a part, led to one who is not voted on."""
    voted_on = contenders(reading.context)
    if not voted_on or entity in voted_on:
        return False
    references = reading.context.references
    said = references.said(phrase, sentence)
    if any(word.startswith("@") for word in said):
        return not any(said & role for role in references.roles(entity))
    return sentence.tokens[phrase.head].word in sentence.words.offices | reading.words.local and (
        not references.is_described(entity, phrase, sentence)
    )


def _is_told_before(reading: Reading, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether the post has named somebody before a description, or the document says of him what it
    says; who is only named after it is a guess."""
    said = reading.context.references.said(phrase, sentence)
    if any(said & role for role in reading.context.references.roles(entity)):
        return True
    before = reading.named_before(phrase.start)
    after = reading.context.people.between(phrase.end, min(reading.entry.char_end, phrase.end + NEAR))
    return any(m.entity is entity for m in before) or all(m.entity is not entity for m in after)


def _is_far(reading: Reading, entity: Entity, phrase: NounPhrase, unit: Unit) -> bool:
    """Whether words that fit many people (*the Democrat*, *le sortant*) led to somebody whom the post
    does not name."""
    tokens = [t for t in unit.sentence.tokens[phrase.first : phrase.last + 1] if t.tag in "arxgO"]
    head = unit.sentence.tokens[phrase.head].word
    said = [t.word for t in tokens if t.tag not in "xa" or head not in reading.words.local]
    if not tokens or not reading.words.local.issuperset(said):
        return False
    return all(
        m.entity is not entity for m in reading.context.people.between(reading.entry.char_start, reading.entry.char_end)
    )


def _is_rare(reading: Reading, entity: Entity) -> bool:
    """Whether somebody is hardly named, in a contest whose two main contenders everybody has in mind."""
    counts, _ = prominence(reading.context)
    return bool(contenders(reading.context)) and counts[id(entity)] < 3


def _is_here_alone(reading: Reading, entity: Entity | None, contender: Entity | None, phrase: NounPhrase) -> bool:
    """*X has 53% to Y's 44 in Maryland. Z had endorsed the former governor*: whether the post gives somebody a figure
    before a description, and names none of those whom the whole contest is about."""
    named = reading.named_before(phrase.start)
    if entity is None or contender is None or any(m.entity is contender for m in named):
        return False
    bounds = [(a, b) for a, b in reading.context.sentences(reading.entry) if a < phrase.start]
    told = [(a, b) for a, b in bounds if any(m.entity is entity and a <= m.start < b for m in named)]
    return any(reading.context.figures(start, end) for start, end in told)


def _contender(
    reading: Reading, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]
) -> Entity | None:
    """The contender whom a description fits: by party, by what the document says of him, or because
    only one is left."""
    references = reading.context.references
    said = references.said(phrase, sentence)
    parties = {w for w in said if w.startswith("=")}
    fitting, alike = [], []
    told = {
        id(e): {w for role in references.roles(e) for w in role if w[0] == "="} for e in contenders(reading.context)
    }
    for entity in contenders(reading.context):
        known, theirs = references.roles(entity), told[id(entity)]
        if entity in excluded or not entity.may_be(phrase.gender):
            continue
        if parties and theirs and not parties & theirs:
            continue
        if parties and not theirs and not all(told[other] for other in told if other != id(entity)):
            continue  # of no party that the document tells, as others are
        fitting.append(entity)
        if any(said & role for role in known):
            alike.append(entity)
    if len(alike) == 1:
        return alike[0]
    if len(fitting) > 1:
        near = {id(m.entity) for m in reading.named_before(phrase.start)}
        fitting = [entity for entity in fitting if id(entity) in near]
    return fitting[0] if len(fitting) == 1 else None


def told_apart(reading: Reading, entity: Entity | None, phrase: NounPhrase, unit: Unit, cue: Cue) -> Entity | None:
    """Whom an endorsee told by creed or office alone is, *the Socialist*, *the president*, when what the document
    says of people tells more than where they stand."""
    whole = next((p for p in cue.unit.sentence.phrases if p.start == phrase.start), phrase)
    sentence = cue.unit.sentence if whole is not phrase else unit.sentence
    if whole.kind != "description" or not whole.is_definite or whole.is_plural or whole.head != whole.first + 1:
        return entity
    word, bare = sentence.tokens[whole.head].word, replace(whole, last=whole.head)
    if word in reading.words.creeds:
        return _of_creed(reading, entity, whole, sentence, endorser_entities(reading, cue))
    if word in reading.words.own_parties and whole.last == whole.head and cue.stance == "support":
        told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.endorsee.entity]
        return told[-1] if told and told[-1].kind == "party" else entity
    if word in reading.words.incumbents and whole.last == whole.head:
        return _in_office(reading, bare, sentence) or entity
    return entity


def _of_creed(
    reading: Reading, entity: Entity | None, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]
) -> Entity | None:
    """*The Socialist*: whom the post stands with already; then one whom the document tells to be of the party."""
    references = reading.context.references
    whole = references.said(phrase, sentence)  # which the entity that was guessed is now known by
    said = references.said(replace(phrase, last=phrase.head), sentence)
    told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.endorsee.entity not in excluded]

    def fits(one: Entity) -> bool:
        known = [role for role in references.roles(one) if one is not entity or role != whole]
        return one not in excluded and any(said & role for role in known)

    if entity is not None and entity in told:
        return entity
    here = {m.entity for m in reading.named_before(phrase.start)}
    persons = prominence(reading.context)[1]
    if near := [e for e in persons if e in here and fits(e)]:
        main = [e for e in near if e in contenders(reading.context)] or near
        return main[0] if len(main) == 1 else entity if entity in near else None
    last = told[-1] if told else None
    if last is not None and last.is_person and not any(w[0] == "=" for r in references.roles(last) for w in r):
        return last
    fitting = [e for e in contenders(reading.context) if fits(e)] or [e for e in persons if fits(e)]
    guessed = entity if not fitting and entity is not None and whole in references.roles(entity) else None
    return fitting[0] if len(fitting) == 1 else guessed


def _in_office(reading: Reading, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
    """*The president*: the contender whom the document gives the office; the one of whom it tells nothing, when it
    gives the other something else."""
    references = reading.context.references
    said, two = references.said(phrase, sentence), contenders(reading.context)
    if holders := [e for e in two if any(said & role for role in references.roles(e))]:
        return holders[0] if len(holders) == 1 else None
    untold = [e for e in two if not references.roles(e)]
    return untold[0] if len(two) == 2 and len(untold) == 1 else None


def is_told_otherwise(
    reading: Reading, entity: Entity, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]
) -> bool:
    """*The MP, X, is for Y. Z has the outgoing mayor's blessing*; *The mayor, X, leads V. Z is for the Green*: whether
    somebody was only guessed, of whom the document tells another office, or, where a party is all that a description
    says, something else, and nothing of another whom the post names."""
    if not entity.is_person or phrase.kind != "description" or not phrase.is_definite or phrase.is_plural:
        return False
    references, offices = reading.context.references, sentence.words.offices
    said = references.said(phrase, sentence)
    told = [role for role in references.roles(entity) if role != said]
    if not said or not told or references.tells(entity, said):
        return False
    if all(word[0] == "=" for word in said):
        if any(word[0] == "=" for role in told for word in role):
            return not phrase.gender or phrase.gender != entity.gender  # *la macroniste*, of an allied party perhaps
        others = {m.entity for m in reading.named_before(phrase.start) if m.entity.is_person} - {entity, *excluded}
        return any(not references.roles(e) and e.may_be(phrase.gender) for e in others)
    words = {token.word for token in sentence.tokens[phrase.first : phrase.last + 1]}
    if sentence.tokens[phrase.head].word not in offices or words.isdisjoint(sentence.words.markers["outgoing"]):
        return False
    held = {stem(word, sentence.words) for word in offices | reading.words.other_seats}
    return any(role & held and not role & said for role in told)


def not_owner(reading: Reading, entity: Entity | None, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*X, devancé par Y, a perdu les Verts, qui ont choisi son adversaire*: Y, the one other person named."""
    is_rival = phrase.is_possessive and unit.sentence.tokens[phrase.head].word in reading.words.rivals
    if entity is None or not is_rival or "'" in unit.sentence.tags[phrase.first : phrase.head]:
        return entity
    if reading.context.references.pronoun(phrase.start, reading.entry) is not entity:
        return entity
    others = {m.entity for m in reading.named_before(phrase.start) if m.entity.is_person} - {entity}
    return others.pop() if len(others) == 1 else None


def told_by_rank(reading: Reading, phrase: NounPhrase, unit: Unit) -> tuple[bool, Entity | None]:
    """*A 32 %, B 28 %, C 19 %. La troisième…*: whether words tell a place among those named before, and whose
    it is."""
    word = unit.sentence.tokens[phrase.head].word
    if phrase.kind != "description" or phrase.entity is not None:
        return False, None
    if (place := reading.words.ordinals.get(word)) and phrase.is_definite:
        for start, end in reversed(reading.bounds_before(phrase.start)):
            last = min(end, phrase.start)
            named = [m.entity for m in reading.context.people.between(start, last) if m.entity.is_person]
            named = list(dict.fromkeys(named))
            if len(named) >= place and reading.context.text.count("%", start, last) >= place:
                found = named[place - 1]
                return True, found if not phrase.gender or found.may_be(phrase.gender) else None
        return True, None
    return False, None


def named_next(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*The former minister will vote for Y. X was silent in the first round.*: the person whom the next sentence
    names first, in full, and the post not before, but for its headline."""
    if phrase.kind != "description" or not phrase.is_definite or phrase.is_plural or phrase.is_possessive:
        return None
    references, text = reading.context.references, reading.context.text
    if unit.is_quoted or unit.sentence.tags[phrase.head] != "r" or reading.is_in_long_line(phrase.start):
        return None
    after = references.sentence_after(unit.end, reading.entry)
    first = next(iter(after.phrases), None) if after is not None else None
    if after is None or first is None or first.kind != "name" or first.governed:
        return None
    if first.start > after.start + 1 and not (after.tags[:1] == "Q" and after.tags[: first.first].strip("Q,V") == ""):
        return None  # nor *“…”, X said*
    entity, printed = first.entity, text[first.start : first.end]
    if entity is None or entity.kind != "person" or " " not in printed or "\n" in text[unit.end : first.start]:
        return None
    headline = text.find("\n", reading.entry.char_start, unit.start)
    low = headline if headline >= 0 else reading.entry.char_start
    is_known = any(m.entity is entity for m in reading.context.people.between(low, unit.end))
    return entity if not is_known and references.suits(phrase, unit.sentence, entity) else None


def owner_said(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*La direction du PS*: the body; *Anna Reed's party*: the person whose party it is."""
    tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
    head = unit.sentence.tokens[phrase.head].word
    if (
        phrase.kind != "description"
        or head not in reading.words.organs | reading.words.own_parties | reading.words.campaigns
    ):
        return None
    named = [t.item.entity for t in tokens if isinstance(t.item, Mention)]
    if not reading.words.derived.isdisjoint(t.word for t in tokens):  # *le mouvement issu de X* is another
        before = [m.entity for m in reading.named_before(phrase.start) if m.entity.kind in BODIES["body"]]
        others = [e for e in before if e not in named]
        return others[-1] if others else None
    if head in reading.words.organs and any(e.kind == "place" for e in named):
        return None  # *la fédération PS du Pas-de-Calais* is part of the body
    if not named or (head in reading.words.organs and named[-1].is_person):
        return None
    return named[-1]
