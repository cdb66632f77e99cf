"""For whom a pronoun stands that receives a stand: *endorsed her*, *voter pour lui*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutier.extract.people import Entity, Gender
from minutier.extract.stands.appositions import phrases_beside, subject_behind_comma
from minutier.extract.stands.contest import SELDOM, contenders, prominence
from minutier.extract.stands.persons import endorser_entities, only_named, other_person, resolved, two_before
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.sides import summed_up
from minutier.extract.stands.subjects import earlier_subject, subjects_of
from minutier.extract.stands.units import Cue, Side

_JOINED = re.compile(r"[VvA][^,;:.]{0,60},[cb][NDO]")
"""Classes of the words of a clause, and of the beginning of one that is joined to it."""
_BRIEF = 7
"""Tokens of a sentence that only sets a topic: *Rubio has more governors.*"""
OFTEN = 6
"""How often, at least, a document names somebody whom its vote is about."""


def meant_by(reading: Reading, cue: Cue, pronoun: re.Match[str]) -> list[Side]:
    """Whom a pronoun after a cue stands for: *endorsed her*, *voter pour lui*."""
    if pronoun.groupdict().get("body"):
        return _body_meant(reading, cue, pronoun)
    name = next(n for n in ("pronoun", "owner", "own") if pronoun.groupdict().get(n))
    start, end = cue.unit.start + pronoun.start(name), cue.unit.start + pronoun.end(name)
    entity = _person_meant(reading, cue, pronoun, start, reading.words.pronoun_genders.get(pronoun[name], ""))
    return [Side(entity.name, entity, start, end)] if entity else []


def _person_meant(reading: Reading, cue: Cue, pronoun: re.Match[str], start: int, gender: Gender) -> Entity | None:
    """Which person a pronoun of a gender stands for that begins at an offset."""
    if ahead := _named_ahead(reading, cue, cue.unit.start + pronoun.end(), gender):
        return ahead
    if pronoun["pronoun"] and (one := _named_in_words(reading, cue, start, gender)):
        return one
    if one := heading_line(reading, cue, gender, endorser_entities(reading, cue)):
        return one
    if pronoun["pronoun"] and (one := _person_told(reading, cue, start, gender)):
        return one
    beside = phrases_beside(reading, cue) if cue.tense == "noun" else []  # *Untel, rallié à sa candidature*
    subjects = [phrase.entity for phrase in beside] or endorser_entities(reading, cue)
    known = [*subjects, *(side.entity for side in summed_up(reading, cue))]
    if pronoun["pronoun"]:  # *appelle les électeurs de Z à voter pour lui*
        known = [*known, *(m.entity for m in reading.context.people.between(cue.head, cue.end))]
    if one := _named_after_opening(reading, cue, start, gender):
        return one
    if pronoun.groupdict().get("own") and (one := _heading_sentence(reading, cue, gender, known)):
        return one
    if one := _spoken_of_before(reading, cue, gender, known):
        return one
    told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.endorsee.entity]
    return (
        next((e for e in reversed(told) if (not gender or e.gender == gender) and e not in known), None)
        or other_person(reading, cue.unit, start, gender, known)
        or only_named(reading, start, gender, known)
        or _named_beside_quote(reading, cue, gender, known)
    )


def _person_told(reading: Reading, cue: Cue, start: int, gender: Gender) -> Entity | None:
    """Whom *him* or *her* means by what the sentence, or the one before, is about."""
    if one := _apart_from_subject(reading, cue, gender) or _main_subject_meant(reading, cue, gender):
        return one
    subjects = endorser_entities(reading, cue)
    if _goes_on(cue) and (one := _heading_sentence(reading, cue, gender, subjects)):
        return one
    return _told_by_pronoun(reading, cue, gender, subjects) or _voted_on(reading, cue, start, gender)


def _named_in_words(reading: Reading, cue: Cue, start: int, gender: Gender) -> Entity | None:
    """*“The one to beat Z is my friend X, and I'll work to make him president”*: whom the words quoted name last
    before a pronoun, in its own sentence."""
    if not cue.unit.is_quoted or not gender:
        return None
    named = [m.entity for m in reading.context.people.between(cue.unit.start, start) if m.entity.is_person]
    return named[-1] if named and named[-1].may_be(gender) else None


def heading_line(reading: Reading, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """*– X (EELV) : Y votera pour lui, et Z l'a rejoint*: who opens the line of a list, up to its colon, unless a stand
    about somebody else has been told in it."""
    if cue.unit.is_quoted:
        return None
    entry, text = reading.entry, reading.context.text
    low = max(entry.char_start, text.rfind("\n", entry.char_start, cue.start) + 1)
    opening = _BULLET.match(text, low, cue.start)
    head = reading.context.people.at(opening.end()) if opening is not None else None
    if head is None or opening is None or head.start != opening.end() or not head.entity.is_person:
        return None
    if _COLON.match(text, head.end, cue.start) is None or not head.entity.may_be(gender) or head.entity in excluded:
        return None
    told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.cue.start >= low]
    return head.entity if all(entity is head.entity for entity in told) else None


_BULLET = re.compile(r"[ \u00a0]{0,4}[-–—•·*▪→][ \u00a0]{0,3}")
"""What opens the line of a list."""
_COLON = re.compile(r"(?:,? ?\([^()\n]{1,60}\))?[ \u00a0\u202f]?:")
"""What parts whom a line of a list is about, and a few words in parentheses, from what it tells."""


def _spoken_of_before(reading: Reading, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """*Rubio has more governors. A, B and C support him*: whom the sentence before is about, if it tells no stand."""
    before = reading.context.references.sentence_before(cue.unit.sentence.start, reading.entry)
    if (
        before is None
        or len(before.tags) > _BRIEF
        or cue.unit.is_quoted
        or any(s.cue.unit.start == before.start for s in reading.stands)
    ):
        return None
    subject = before.subject_before(len(before.tags))
    entity = subject.entity if subject is not None and subject.first == 0 and subject.kind == "name" else None
    if entity is None or entity.kind != "person" or entity in excluded:
        return None
    return entity if entity.may_be(gender) else None


def _named_ahead(reading: Reading, cue: Cue, end: int, gender: Gender) -> Entity | None:
    """*In Ely, where Y stood aside for him, X has won*: the subject behind the clause that opens a sentence."""
    unit = cue.unit
    if unit.is_quoted or unit.between(end, end + 2) != ", ":
        return None
    before = [m.entity for m in reading.context.people.between(unit.start, end) if m.entity.is_person]
    rest, following = subject_behind_comma(unit, end)
    named = following[0].entity if following and following[0].kind == "name" else None
    if before or named is None or named.kind != "person" or not named.may_be(gender):
        return None
    return named if set(rest.sentence.tags[following[0].last + 1 : following[0].last + 6]) & set("VvA") else None


def _apart_from_subject(reading: Reading, cue: Cue, gender: Gender) -> Entity | None:
    """*X was introduced by Y. The senator endorsed him*: the one of two named before whose gender a pronoun has,
    when the subject only describes somebody."""
    subjects = [] if cue.is_impersonal or cue.unit.is_quoted else subjects_of(reading, cue.unit, cue.start)
    if len(subjects) != 1 or subjects[0].kind != "description" or not gender:
        return None
    two = two_before(reading, cue.unit)
    fitting = [e for e in two if e.gender == gender]
    return fitting[0] if len(fitting) == 1 and all(e.gender for e in two) else None


def _main_subject_meant(reading: Reading, cue: Cue, gender: Gender) -> Entity | None:
    """*He also thanked A and B, who had both backed him*: the pronoun that is the subject of the sentence."""
    if cue.unit.is_quoted:
        return None
    sentence, (first, *_) = cue.unit.sentence, [*cue.unit.sentence.phrases, None]
    index = sentence.index(cue.start)
    relatives = [i for i in range(index) if sentence.tokens[i].word in reading.words.subject_relatives]
    is_aside = bool(relatives) and sentence.tags[relatives[-1] - 1] == ","
    if first is None or not is_aside or first.governed or first.last >= relatives[-1] or not gender:
        return None
    main = sentence.main_subject(relatives[-1])
    if main is not None and main is not first and main.kind == "name" and main.last < relatives[-1] - 2:
        subject = main.entity  # *Z leads, and X is third despite the help of Y, who came out for him*
        return subject if subject is not None and subject.is_person and subject.may_be(gender) else None
    if first.kind == "name" and first.entity is not None and first.entity.is_person:
        behind = reading.context.people.between(first.end, sentence.tokens[relatives[-1]].start)
        behind = [m for m in behind if m.entity.kind != "place"]
        if not behind:
            return None  # *X (of New Jersey), who endorsed him*: the relative is of X
        others = [m.entity for m in behind if m.entity.is_person]
        is_of_subject = not others or set(others) > {behind[-1].entity}  # *X opposes Z for love of Y, who backed him*
        return first.entity if is_of_subject and first.entity.may_be(gender) else None  # *X has Unite, which backs him*
    if first.kind != "pronoun" or first.is_plural or first.gender != gender:
        return None
    named = {id(m.entity) for m in reading.context.people.between(cue.unit.start, cue.start)}
    if (speaker := _speaker_just_before(reading, first.start)) and speaker.may_be(gender) and id(speaker) not in named:
        return speaker  # *“…,” X said. He had been introduced by Y, who backs him*
    for start, _ in reversed(reading.bounds_before(first.start)):
        told = reading.context.references.sentence(start, reading.entry).phrases[:1]
        if not told or told[0].kind != "name" or told[0].governed or told[0].start > start + 1:
            continue
        entity = told[0].entity
        if entity is not None and entity.is_person and reading.context.quotation_at(told[0].start) is None:
            return entity if entity.may_be(gender) and id(entity) not in named else None
    return None


def _speaker_just_before(reading: Reading, offset: int) -> Entity | None:
    """Who speaks the words quoted in the sentence before an offset."""
    bounds = [b for b in reading.bounds_before(offset) if b[1] <= offset][-1:]
    quotes = reading.context.quotes.get(reading.entry.entry_id, ())
    said = [q["speaker_id"] for q in quotes for start, end in bounds if start <= q["char_start"] < end]
    return said[-1] if said and isinstance(said[-1], Entity) and said[-1].is_person else None


def _told_by_pronoun(reading: Reading, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """*He is on 37; Z has 29. Y, who endorsed him, …*, *“…,” he said. Y had declared for him*: whom the sentence before
    goes on about, by the pronoun that is its first subject."""
    before = reading.context.references.sentence_before(cue.unit.sentence.start, reading.entry)
    if before is None or cue.unit.is_quoted or not gender:
        return None
    first = next((p for p in before.phrases if not (p.governed or p.embedded or p.kind == "impersonal")), None)
    if first is None or first.kind != "pronoun" or first.is_plural or first.gender != gender:
        return None
    entity = resolved(reading, first, before)
    return entity if entity is not None and entity.kind == "person" and entity not in excluded else None


def _voted_on(reading: Reading, cue: Cue, offset: int, gender: Gender) -> Entity | None:
    """*X sat it out; Y rowed in behind her*: of those of a gender whom the post has named, the one who is
    voted on, when the nearest is hardly named in the document or takes stands of his own."""
    excluded = endorser_entities(reading, cue)
    recent = reading.recent()
    if any(s.endorsee and s.endorsee.entity and s.endorsee.entity.gender == gender for s in recent):
        return None
    named = list(dict.fromkeys(m.entity for m in reading.named_before(offset)))
    named = [e for e in named if e.kind == "person" and e.gender in ("", gender) and e not in excluded]
    fitting = [e for e in contenders(reading.context) if e in named and e.gender == gender]
    if len(fitting) == 1:
        return fitting[0]
    counts = prominence(reading.context)[0]
    nearest = other_person(reading, cue.unit, offset, gender, excluded)
    stood = [s.endorser.entity for s in recent]
    known = [e for e in named if e not in stood and counts[id(e)] >= OFTEN]
    if nearest is None or not known or (nearest not in stood and counts[id(nearest)] > SELDOM):
        return None
    return max(known, key=lambda e: counts[id(e)])


def _goes_on(cue: Cue) -> bool:
    """*X has yet to say a word, but Y is backing him*: whether a clause joined to the one before has the cue."""
    sentence = cue.unit.sentence
    return _JOINED.search(sentence.tags, 0, sentence.index(cue.start)) is not None


def _heading_sentence(reading: Reading, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """*X had her own party, though Y wrote a letter on her behalf*: who heads the sentence, when it names nobody
    else of that gender before the cue but those who take the stand."""
    first = next(iter(cue.unit.sentence.phrases), None)
    if cue.unit.is_quoted or first is None or first.kind != "name" or first.governed or not gender:
        return None
    if first.start > cue.unit.start + 1 or first.entity in excluded:
        return None
    named = {m.entity for m in reading.context.people.between(cue.unit.start, cue.start) if m.entity.is_person}
    fitting = [e for e in named - set(excluded) if e.may_be(gender)]
    return first.entity if first.entity and fitting == [first.entity] and first.entity.gender == gender else None


def _named_after_opening(reading: Reading, cue: Cue, offset: int, gender: Gender) -> Entity | None:
    """*Malgré l'appel de Y à voter pour elle, X …*: the subject after the comma of what opens a sentence."""
    if cue.tense != "noun" or cue.unit.is_quoted or earlier_subject(reading, cue.unit.sentence, offset):
        return None
    _, subjects = subject_behind_comma(cue.unit, offset)
    entity = subjects[0].entity if subjects and subjects[0].kind == "name" else None
    is_fitting = entity is not None and entity.is_person and entity.may_be(gender)
    return entity if is_fitting else None


def _named_beside_quote(reading: Reading, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """*« Je voterai pour lui », dit Y à propos de X*: the one other person whom the sentence names that reports
    somebody's words."""
    row = cue.unit.speaker or reading.quote_at(cue.head)
    if row is None:
        return None
    end = int(row["char_end"])
    sentence = reading.context.references.sentence(end - 1, reading.entry)
    named = {m.entity for m in reading.context.people.between(end, max(end, sentence.end)) if m.entity.is_person}
    fitting = [e for e in named - set(excluded) if e.may_be(gender)]
    return fitting[0] if len(fitting) == 1 else None


def _body_meant(reading: Reading, cue: Cue, pronoun: re.Match[str]) -> list[Side]:
    """*Voted for it*: the party told of last in the post."""
    start, end = cue.unit.start + pronoun.start("body"), cue.unit.start + pronoun.end("body")
    parties = [m.entity for m in reading.named_before(cue.start) if m.entity.kind == "party"]
    told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.endorsee.entity]
    parties += [e for e in told[-1:] if e.kind == "party"]
    return [Side(parties[-1].name, parties[-1], start, end)] if parties else []
