"""Stands told by a verb with a subject and a complement: *X backs Y*, *il le soutient*, *Y, que X soutient*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutier.extract.people import Entity, Gender
from minutier.extract.stands.complements import answer_meant, complements_of
from minutier.extract.stands.contest import SELDOM, contenders, prominence
from minutier.extract.stands.endorsers import endorsers_of
from minutier.extract.stands.enumerations import closes, enumeration, is_counted, listed_from, placed_end
from minutier.extract.stands.making import note_missing, product
from minutier.extract.stands.nouns import before_comma, said_of
from minutier.extract.stands.owners import answer_before
from minutier.extract.stands.persons import other_person, resolved, speaker_of, two_before
from minutier.extract.stands.pronouns import heading_line
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.relatives import object_relative
from minutier.extract.stands.sides import sides_of
from minutier.extract.stands.subjects import earlier_subject, main_subject, subjects_of
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, SEVERAL, Cue, Side, Stand
from minutier.extract.syntax import NounPhrase

NAMED = {
    "named": ("person", "unknown", "party"),
    "volunteer": ("person", "unknown", "party"),
    "person": ("person", "unknown"),
    "party": ("party",),
    "party of persons": ("party",),
    "bodies for party": ("party",),
    "outlet for party": ("party",),
    "persons for party": ("person", "unknown"),
}
"""Whom words that say other things too may take a stand for."""
RANKS = 5
"""Names that one verb may put in order."""
COUNTING = "endorsements.counts_on"
"""The rule of those who have somebody behind them."""
FINITE = ("present", "perfect", "pluperfect", "past", "imperfect", "future")


def active(reading: Reading, cue: Cue) -> list[Stand]:
    """Subject and complement; a relative or a clitic may stand for the complement."""
    relative = object_relative(reading, cue.unit, cue.start)
    is_rejected = reading.words.rejected.match(cue.unit.flat, cue.head - cue.unit.start) is not None
    if relative is not None and relative[1] and not is_rejected and complements_of(reading, cue, cue.end, ENDORSEES):
        relative = None  # *il a lâché, jeudi, qu'il voterait X*
    if cue.clitic in reading.words.clitics:
        relative = None  # *c'est tout naturellement que je lui apporte ma voix*
    if relative is not None:
        antecedent, subjects = relative
        if cue.stance == "support" and reading.words.against.search(
            cue.unit.between(max(cue.unit.start, antecedent.end), antecedent.end + 12)
        ):
            cue = replace(cue, stance="oppose")  # *X, contre qui Y appelle à voter*
        if cue.construction.closing and not cue.construction.closing.match(cue.unit.flat, cue.end - cue.unit.start):
            return []
        endorsees = sides_of(reading, [antecedent], cue.unit, cue, ENDORSEES)
        is_own = [p.kind for p in subjects] == ["impersonal"]  # *« c'est pour X que je voterai »*
        between = reading.words.before_inverted.match(cue.unit.flat, cue.end - cue.unit.start)
        place = cue.unit.start + between.end() if between else cue.end
        endorsers = (
            (endorsers_of(reading, cue) if is_own else sides_of(reading, subjects, cue.unit, cue, ENDORSERS))
            if subjects
            else before_comma(cue.unit, complements_of(reading, cue, place, ENDORSERS))
        )  # *Y, que soutiennent les Verts, et Z*
        return product(reading, cue, endorsers, endorsees)
    if reading.words.each_other.match(cue.unit.flat, cue.end - cue.unit.start):
        both = endorsers_of(reading, cue)
        return product(reading, cue, both, both)  # *X and Y endorsed each other*
    meant = answer_meant(reading, cue)
    if cue.construction.answer and meant is None:
        return []
    is_clitic = cue.clitic in reading.words.direct_clitics and " " not in cue.unit.between(cue.head, cue.end)
    # *je le soutiendrai pour battre Y*: no complement follows
    endorsees = [meant] if meant else [] if is_clitic else complements_of(reading, cue, cue.end, ENDORSEES)
    if endorsees and not meant:
        last = max(side.end for side in endorsees) - cue.unit.start
        aside = reading.words.in_parentheses.match(cue.unit.flat, last + 1)
        construction = cue.construction
        if construction.unless_after is not None and construction.unless_after.match(cue.unit.flat, last):
            return []
        if construction.closing is not None:
            closed = construction.closing.match(cue.unit.flat, last)
            if closed is None and aside:  # *wants X (D) to beat Y*
                closed = construction.closing.match(cue.unit.flat, aside.end())
            if closed is None:
                return []
            endorsees += _closed_alike(reading, cue, closed.end())
    if not endorsees and not cue.construction.closing:
        endorsees = _named_behind(reading, cue)
    if cue.construction.needs == "must" and not all(_is_printed(reading, side) for side in endorsees):
        return []  # *“Elect the man who will cut your taxes!”*
    kinds = NAMED.get(cue.construction.needs)
    if kinds and not all(_is_of_kind(side, kinds) for side in endorsees):
        return []
    if "answer" in cue.construction.needs and not (endorsees and endorsees[0].entity is None):
        return []
    if not endorsees and cue.construction.needs != "reflexive" and reading.words.own_clitic.match(cue.flat):
        speaker = speaker_of(reading, cue)  # *« Untel m'a apporté son soutien »*
        endorsees = [speaker] if speaker else []
    closing = cue.construction.closing
    if closing is not None and not endorsees and not closing.match(cue.unit.flat, cue.end - cue.unit.start):
        return []  # *le suit de près* is no *suivra X dans ce choix*
    inner = reading.words.inner_clitic.search(cue.flat) if not endorsees else None
    if inner is not None:
        cue = replace(cue, clitic=inner["clitic"].strip())
    if not endorsees and cue.clitic not in reading.words.clitics:
        return []
    beyond = cue.construction.unless_after if not endorsees else None
    if beyond is not None and beyond.match(cue.unit.flat, cue.end - cue.unit.start):
        return []  # *X et Y l'ont rejoint sur l'estrade*
    endorsers = endorsers_of(reading, cue)
    if cue.construction.needs in BODIES:
        kinds = BODIES[cue.construction.needs]
        bodies = [e for e in endorsers if e.entity is not None and e.entity.kind in kinds]
        if not bodies:
            return []
        endorsers = endorsers if cue.construction.needs in ("body", "party answer") else bodies  # *X and Unite are …*
    endorsers = _spelled_out(reading, cue, endorsees) or _told_to_be(reading, cue, endorsees) or endorsers
    if not endorsees and endorsers:
        excluded = [e.entity for e in endorsers]
        gender = next((g for form, g in reading.words.agreeing if form.match(cue.flat)), None)
        gender = gender or reading.words.clitics[cue.clitic]
        entity = _named_within(reading, cue, gender, excluded) or heading_line(reading, cue, gender, excluded)
        entity = entity or _just_told(reading, cue, gender, excluded)
        if entity is None:
            entity = other_person(reading, cue.unit, cue.start, gender, excluded)
            entity = _rather_told(reading, entity, gender, excluded)
        endorsees = [Side(entity.name, entity, cue.start, cue.start)] if entity else []
    if _is_guessed(reading, cue):
        note_missing(reading, cue, "endorser")
        return []
    received = [e.entity for e in endorsees]
    if all(e.entity in received for e in endorsers) and (other := _other_of_two(reading, cue, endorsees)):
        endorsers = other
    return product(reading, cue, endorsers, endorsees)


def _named_behind(reading: Reading, cue: Cue) -> list[Side]:
    """*Flanked by the man she now backs, X*: whose name stands behind the comma that ends a relative without its
    pronoun."""
    start, end = cue.start - cue.unit.start, cue.end - cue.unit.start
    is_relative = reading.words.bare_relative.search(cue.unit.flat, max(0, start - _FAR_RELATIVE), start) is not None
    if not is_relative or cue.unit.flat[end : end + 2] != ", ":
        return []
    return complements_of(reading, cue, cue.end + 1, ENDORSEES)[:1]


_FAR_RELATIVE = 60
"""Characters of the words for somebody and of the subject of his relative."""


def _named_within(reading: Reading, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """*A écrit à X pour l'assurer de sa voix*: who is named between what governs a verb and the verb."""
    named = [m.entity for m in reading.context.people.between(cue.start, cue.head)]
    return _last_fitting(named, gender, excluded)


def _just_told(reading: Reading, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """*A est pour Y, B appelle à le battre*: whom the clause before has told a stand about."""
    told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.cue.unit is cue.unit]
    return _last_fitting(told, gender, excluded)


def _last_fitting(
    entities: Sequence[Entity | None], gender: Gender, excluded: Sequence[Entity | None]
) -> Entity | None:
    """The last person of a gender who is none of those set aside."""
    fitting = (e for e in reversed(entities) if e is not None and e.is_person and e.may_be(gender))
    return next((e for e in fitting if e not in excluded), None)


def _rather_told(
    reading: Reading, entity: Entity | None, gender: Gender, excluded: Sequence[Entity | None]
) -> Entity | None:
    """*Y has come out for X. Z too has asked the French to choose him*: X, whom the contest is about, sooner than
    another who is named nearer, and hardly elsewhere."""
    voted_on = [e for e in contenders(reading.context) if e.may_be(gender) and e not in excluded]
    counts, _ = prominence(reading.context)
    if entity in voted_on or (entity is not None and counts[id(entity)] > SELDOM):
        return entity
    told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.endorsee.entity in voted_on]
    return told[-1] if told else entity


def _is_of_kind(side: Side, kinds: tuple[str, ...]) -> bool:
    """Whether words name somebody of a kind, as weak idioms need: *decided on X*."""
    return side.entity is None or side.entity.kind in kinds


def _is_printed(reading: Reading, side: Side) -> bool:
    """Whether the words of a side hold a name, or are a pronoun."""
    return side.end - side.start <= _PRONOUN or bool(reading.context.people.between(side.start, side.end))


_PRONOUN = 4
"""Letters of a pronoun, at most."""


def _closed_alike(reading: Reading, cue: Cue, place: int) -> list[Side]:
    """*Put X first, Y second and Z third*: whom the same verb takes next, each with a closing of its own."""
    closing, unit = cue.construction.closing, cue.unit
    found: list[Side] = []
    for _ in range(RANKS if closing is not None else 0):
        link = reading.words.linking.match(unit.flat, place) or reading.words.listing.match(unit.flat, place)
        chain = enumeration(reading, unit, unit.start + link.end())[:1] if link else []
        rest = unit.part(unit.start + link.end()) if link else unit
        closed = closing.match(unit.flat, rest.end_of(chain[0]) - unit.start) if chain and closing else None
        if closed is None:
            break
        found += sides_of(reading, chain, rest, cue, ENDORSEES)
        place = closed.end()
    return found


def _spelled_out(reading: Reading, cue: Cue, endorsees: Sequence[Side]) -> list[Side]:
    """*Four rivals have lined up behind Y: A, B, C and D*: the names that end the sentence, of a subject
    that only counts them."""
    unit = cue.unit
    subjects = [] if cue.is_impersonal or not endorsees else subjects_of(reading, unit, cue.start)
    is_inverted = not subjects and reading.words.those_who.match(unit.flat) is not None
    is_inverted = is_inverted or (
        not subjects
        and not cue.is_impersonal
        and (is_counted(reading, unit) or not unit.between(unit.start, cue.start).strip())
    )  # *Four of the five rivals back Y: A, B, C and D*
    if (
        not endorsees
        or not (is_inverted or subjects)
        or not all((p.is_plural or p.is_group) and _is_unnamed(p) for p in subjects)
    ):
        return []
    last = max(s.end for s in endorsees) - unit.start
    namely = reading.words.namely.match(unit.flat, last)
    if namely is None and reading.words.those_who.match(unit.flat):
        namely = reading.words.include.match(unit.flat, last)  # *among those who back X are A and B*
    if namely is None:
        return []
    rest = unit.part(unit.start + namely.end())
    chain = listed_from(reading, unit, rest.start)
    if not chain or not closes(reading, unit, placed_end(chain[-1], rest)):
        return []
    return sides_of(reading, chain, rest, cue, ENDORSERS)


def _is_unnamed(phrase: NounPhrase) -> bool:
    """Whether words only describe or count those who take a stand."""
    return phrase.kind != "name" or (phrase.entity is not None and phrase.entity.kind == "group")


def _told_to_be(reading: Reading, cue: Cue, endorsees: Sequence[Side]) -> list[Side]:
    """*The only paper to back Y was the Herald*: who the subject, that only describes, is told to be."""
    if cue.is_impersonal or not endorsees:
        return []
    subjects = subjects_of(reading, cue.unit, cue.start)
    is_described = len(subjects) == 1 and subjects[0].kind == "description" and subjects[0].is_definite
    if not is_described and cue.unit.between(cue.unit.start, cue.start).strip():
        return []
    last = max(side.end for side in endorsees) - cue.unit.start
    copula = reading.words.is_named.match(cue.unit.flat, last)
    return complements_of(reading, cue, cue.unit.start + copula.end(), ENDORSERS) if copula else []


def _is_guessed(reading: Reading, cue: Cue) -> bool:
    """*she'd back her*, *il le soutient*: two pronouns of one person each, which nobody could tell
    apart by rule."""
    subjects = [] if cue.is_impersonal else subjects_of(reading, cue.unit, cue.start)
    if [p.kind for p in subjects] != ["pronoun"] or subjects[0].is_plural:
        return False
    if _is_one_of_each(reading, cue) or _is_one_other(reading, cue, subjects[0]):
        return False
    pronoun = reading.words.object_pronouns.match(cue.unit.flat, cue.end - cue.unit.start)
    if pronoun is not None:
        return bool(pronoun["pronoun"]) and not _is_told_apart(reading, subjects[0], pronoun["pronoun"])
    return cue.clitic in reading.words.clitics and not complements_of(reading, cue, cue.end, ENDORSEES)


def _is_told_apart(reading: Reading, subject: NounPhrase, pronoun: str) -> bool:
    """*The party adopted X. Y said that he couldn't vote for her*: whether two pronouns differ in gender, and the
    post has told a stand about one person of the gender of the second, or about nobody else."""
    gender = reading.words.pronoun_genders.get(pronoun, "")
    if not gender or not subject.gender or subject.gender == gender:
        return False
    told = {s.endorsee.entity for s in reading.recent() if s.endorsee and s.endorsee.entity}
    if len([e for e in told if e.gender == gender]) == 1:
        return True
    named = {m.entity for m in reading.named_before(subject.start) if m.entity.is_person}
    return [e.gender for e in named if e.gender in ("", gender)] == [gender]


def _is_one_of_each(reading: Reading, cue: Cue) -> bool:
    """Whether the post has named one man and one woman so far: *he endorsed her* is plain; or two of whom one may be
    either, where the pronouns differ."""
    named = {m.entity for m in reading.named_before(cue.start) if m.entity.is_person}
    genders = sorted(e.gender for e in named)
    if genders == ["f", "m"]:
        return True
    pronoun = reading.words.object_pronouns.match(cue.unit.flat, cue.end - cue.unit.start)
    received = reading.words.pronoun_genders.get(pronoun["pronoun"] or "", "") if pronoun is not None else ""
    subjects = subjects_of(reading, cue.unit, cue.start) if genders in (["", "f"], ["", "m"]) else []
    return bool(received) and [p.gender for p in subjects] == [{"f": "m", "m": "f"}[received]]


def _is_one_other(reading: Reading, cue: Cue, subject: NounPhrase) -> bool:
    """*X is ahead. Y says he will vote for him*: whether *he* is the subject of the sentence, and the post has
    named one other person of that gender."""
    before = [p for p in cue.unit.sentence.phrases if p.end <= subject.start]
    main = next((p for p in before if not (p.governed or p.embedded)), None)
    if main is None or main.kind != "name" or any(p.kind == "pronoun" for p in before):
        return False
    if reading.words.protasis.match(cue.unit.flat):
        return False  # *If Y is chosen, X added, he will vote for him*
    if main.entity is not resolved(reading, subject, cue.unit.sentence):
        return False
    named = {m.entity for m in reading.named_before(cue.start) if m.entity.is_person} - {main.entity}
    return len([e for e in named if e.gender in ("", subject.gender)]) == 1


def _other_of_two(reading: Reading, cue: Cue, endorsees: Sequence[Side]) -> list[Side]:
    """*X was introduced by Y. The senator endorsed him*: of two persons whom the sentence before names, the one
    whom a description means when the other receives the stand."""
    if cue.is_impersonal or cue.unit.is_quoted or len(endorsees) != 1:
        return []
    subjects, unit, references = subjects_of(reading, cue.unit, cue.start), cue.unit, reading.context.references
    if len(subjects) != 1 or not subjects[0].is_definite or subjects[0].is_plural or subjects[0].is_possessive:
        return []
    if subjects[0].kind != "description" or unit.sentence.tags[subjects[0].head] != "r":
        return []
    named = two_before(reading, unit)
    others = [e for e in named if e is not endorsees[0].entity]
    if len(others) != 1 or not references.suits(subjects[0], unit.sentence, others[0]):
        return []
    return [Side(others[0].name, others[0], subjects[0].start, subjects[0].end)]


def received(reading: Reading, cue: Cue, endorsers: Sequence[Side]) -> list[Side]:
    """Who is backed: the subject of a passive or of *peut compter sur*, or what the participle stands
    beside."""
    if cue.tense in FINITE and cue.construction.needs == "thanks":
        return [side for side in endorsers_of(reading, cue) if side.entity is None or side.entity.kind in ENDORSEES]
    is_verb = cue.construction.needs in ("named", SEVERAL) or cue.construction.rule == COUNTING
    is_verb = is_verb and cue.tense in FINITE  # *réunit derrière elle Y et Z*
    if cue.tense == "noun" or cue.start != cue.head or is_verb:
        if answer := answer_before(reading, cue, cue.start):
            return [answer]
        subjects = subjects_of(reading, cue.unit, cue.start)
        found = sides_of(reading, subjects, cue.unit, cue, ENDORSEES)
        if found or (subjects and cue.tense != "noun"):
            return found
        earlier = earlier_subject(reading, cue.unit.sentence, cue.start)
        return sides_of(reading, earlier, cue.unit, cue, ENDORSEES)  # *X went on with Y and Z behind her*
    if answer := answer_before(reading, cue, cue.start):
        return [answer]
    beside = said_of(reading, cue, max(s.end for s in endorsers), ENDORSEES)
    before = cue.unit.between(cue.unit.start, cue.start)
    is_joined = before.rstrip().endswith(",") or reading.words.being.search(before) is not None
    if beside or not is_joined:
        return beside  # *X lost despite being backed by Y*
    subject = main_subject(reading, cue.unit, cue.start)  # *X a fait le plein à gauche, épaulé par Y*
    return sides_of(reading, subject, cue.unit, cue, ENDORSEES)
