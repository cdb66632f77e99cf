"""Who has been spoken of, who speaks, and for whom a pronoun that is a subject stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutier.document import Row
from minutier.extract.folding import fold
from minutier.extract.people import Entity, Gender
from minutier.extract.stands.enumerations import is_object
from minutier.extract.stands.groups import group_told
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.subjects import subjects_of
from minutier.extract.stands.units import ENDORSERS, Cue, Side, Unit
from minutier.extract.syntax import NounPhrase, Sentence

NARRATION = 3
"""Sentences back in which a pronoun may go on from somebody whom nothing names."""
SPEECH = 24
"""Characters after a phrase that hold the verb by which somebody speaks."""


def speaker_of(reading: Reading, cue: Cue) -> Side | None:
    row = cue.unit.speaker or reading.quote_at(cue.head)
    entity = row.get("speaker_id") if row else None
    if isinstance(entity, Entity) and entity.kind in ENDORSERS:
        return Side(entity.name, entity, cue.start, cue.start)
    return _said_so(reading, row) if row and entity is None else None


def addressee_of(reading: Reading, cue: Cue) -> Side | None:
    """*X told Y: “I will vote for you”*, *« Je voterai pour vous », a dit X à Y*: the person to whom words quoted are
    said, named beside them."""
    row = cue.unit.speaker or reading.quote_at(cue.head)
    if row is None:
        return None
    start, end, base = int(row["char_start"]), int(row["char_end"]), reading.entry.char_start
    near = reading.context.people.between(max(base, start - _FAR_ADDRESSED), start)
    near = [*reversed(near), *reading.context.people.between(end, end + _FAR_ADDRESSED)]
    for mention in near:
        place = mention.start - base
        told = reading.words.addressing.search(reading.flat, max(0, place - _FAR_ADDRESSING), place)
        is_apart = mention.end < start and start - mention.end > _TO_WORDS
        if told is not None and mention.entity.is_person and not is_apart:
            return Side(mention.entity.name, mention.entity, mention.start, mention.end)
    pronoun = reading.words.addressing_pronoun.search(reading.flat, max(0, start - base - 30), start - base)
    if pronoun is None:
        return None
    gender = reading.words.pronoun_genders.get(pronoun["pronoun"], "")
    before = [m.entity for m in reading.named_before(base + pronoun.start()) if m.entity.is_person]
    others = [e for e in before if e is not row.get("speaker_id") and e.may_be(gender)]
    return Side(others[-1].name, others[-1], cue.start, cue.start) if others else None


_FAR_ADDRESSED, _FAR_ADDRESSING, _TO_WORDS = 90, 30, 6
"""Characters from words quoted to the name of whom they are said to, of the verb of speech before that name, and of the
marks between the name and the words."""


def _said_so(reading: Reading, quotation: Row) -> Side | None:
    """*« … ! » X l'a martelé*: the subject of the sentence after words quoted which tells that they were said."""
    references, end = reading.context.references, int(quotation["char_end"])
    bounds = next((b for b in references.sentences(reading.entry) if b[0] >= end), None)
    if bounds is None or reading.context.text[end : bounds[0]].strip(' »”"\u00a0\u202f'):
        return None
    first = references.sentence(bounds[0], reading.entry).phrases[:1]
    if not first or first[0].kind != "name" or first[0].entity is None or first[0].start > bounds[0] + 1:
        return None
    base = reading.entry.char_start
    if reading.words.said_so.match(reading.flat, first[0].end - base, bounds[1] - base) is None:
        return None
    entity = first[0].entity
    return Side(entity.name, entity, first[0].start, first[0].start) if entity.kind in ENDORSERS else None


def endorser_entities(reading: Reading, cue: Cue) -> list[Entity | None]:
    """Whom the subject of a cue leads to, and the speaker of the words it stands in."""
    found = [
        p.entity or (resolved(reading, p, cue.unit.sentence) if p.kind != "impersonal" else None)
        for p in subjects_of(reading, cue.unit, cue.start)
    ]
    speaker = speaker_of(reading, cue)
    return [e for e in [*found, speaker.entity if speaker else None] if e is not None]


def pronoun(reading: Reading, phrase: NounPhrase, unit: Unit, cue: Cue) -> Entity | None:
    if phrase.start >= cue.end:
        subjects = [p.entity for p in subjects_of(reading, cue.unit, cue.start)]
        return None if phrase.is_plural else other_person(reading, cue.unit, phrase.start, phrase.gender, subjects)
    if phrase.is_plural:
        return group_before(reading, phrase, unit)
    if unit.is_quoted:  # somebody whom the words quoted have named
        first = int(unit.speaker["char_start"]) if unit.speaker else unit.start
        for mention in reversed(reading.context.people.between(first, phrase.start)):
            if mention.entity.kind == "person" and mention.entity.gender in ("", phrase.gender):
                return mention.entity
    if unit.flat[:1].strip() and (lead := reading.words.as_for.match(unit.flat)):
        topic = next(iter(reading.context.people.between(unit.start + lead.end(), phrase.start)), None)
        noun = unit.between(unit.start + lead.end(), topic.start).strip() if topic is not None else ""
        is_named = topic is not None and (not noun or unit.sentence.words.nouns.get(noun) == "g")  # *quotidien X*
        is_person = topic is not None and topic.entity.is_person and topic.entity.may_be(phrase.gender)
        words = noun.replace("'", "' ").split()
        is_title = 0 < len(words) <= _TITLE and not set(noun) & set(",;:(")
        if is_person and is_title and words[-1].rstrip("'") in reading.words.contracted_of:
            return None  # *quant au frère de X, il …*
        is_named = is_named or (is_person and is_title)  # *quant au dissident de droite X, il …*
        if is_named or reading.context.text[unit.start + lead.end()].isupper():  # *quant à l'UDI, …, elle*
            has_gender = bool(unit.sentence.words.adjective_endings) or not phrase.gender
            is_meant = topic is not None and is_named and topic.entity.kind in ENDORSERS
            if topic is not None and (has_gender or topic.entity.is_person):  # *As for the Greens, he would back X*
                return topic.entity if is_meant else None
    named = who_says(reading, phrase, unit)
    if named is None and _is_of_somebody_unnamed(reading, phrase, unit):
        return None
    return named or resolved(reading, phrase, unit.sentence)


def _is_of_somebody_unnamed(reading: Reading, pronoun: NounPhrase, unit: Unit) -> bool:
    """*One delegate told us that he was for X. He had been for Y*: whether the sentence, or those before which it goes
    on from, are about somebody whom nothing names."""
    if any(p.end <= pronoun.start and _is_subject(p) for p in unit.sentence.phrases):
        return _is_about_somebody_unnamed(reading, unit.sentence, pronoun.start)
    for start, _ in reversed(reading.bounds_before(unit.start)[-NARRATION:]):
        sentence = reading.context.references.sentence(start, reading.entry)
        if _is_about_somebody_unnamed(reading, sentence, sentence.end) or _names_only_somebody(reading, sentence):
            return True
        first = next(filter(_is_subject, sentence.phrases), None)
        if first is None or first.kind != "pronoun" or first.is_plural or first.gender != pronoun.gender:
            return False
    return False


def _is_about_somebody_unnamed(reading: Reading, sentence: Sentence, stop: int) -> bool:
    """*A man in a red cap …*: whether the first whom a sentence tells of before an offset is described as one of many,
    and is a person by the word for it or because it speaks."""
    first = next((p for p in sentence.phrases if p.end <= stop and _is_subject(p)), None)
    if first is None or first.kind != "description" or first.entity is not None or first.is_plural or first.is_group:
        return False
    after = [p for p in sentence.phrases if p.first > first.last and _is_subject(p) and not is_object(sentence, p)]
    if any(p.kind == "name" and p.entity is not None and p.entity.is_person for p in after):
        return False  # *One candidate held on: X is elected*
    base = reading.entry.char_start
    speaks = reading.words.speech.match(reading.flat[first.end - base :][:SPEECH].lstrip(" ,"))
    return first.is_indefinite and (sentence.tags[first.head] == "r" or speaks is not None)


def _names_only_somebody(reading: Reading, sentence: Sentence) -> bool:
    """*That is how a consultant put it*: whether a sentence tells of one of many, and of nobody by name."""
    told = [p for p in sentence.phrases if p.kind == "description" and sentence.tags[p.head] == "r" and not p.governed]
    is_one = len(told) == 1 and told[0].is_indefinite and not told[0].is_plural and told[0].entity is None
    return is_one and not any(m.entity.is_person for m in reading.context.people.between(sentence.start, sentence.end))


def _is_subject(phrase: NounPhrase) -> bool:
    return not (phrase.governed or phrase.embedded or phrase.kind == "impersonal")


def who_says(reading: Reading, pronoun: NounPhrase, unit: Unit) -> Entity | None:
    """*X did this, and Y said that he would back Z*: Y, the subject of the verb of speech right before the
    pronoun, or before where he said it: *a dit sur son blog qu'il…*."""
    low = max(0, pronoun.start - unit.start - 40)
    that = unit.sentence.words.markers["that"]
    for pattern in (reading.words.speech, reading.words.reported, reading.words.declaring):
        for verb in pattern.finditer(unit.flat, low, pronoun.start - unit.start):
            between = unit.between(unit.start + verb.end(), pronoun.start)
            is_near = len(between.split()) <= 1
            if not is_near and (set(",;:") & set(between) or between.replace("'", "' ").split()[-1] not in that):
                continue
            named = subjects_of(reading, unit, unit.start + verb.start())
            entity = named[0].entity if len(named) == 1 and named[0].kind == "name" else None
            if entity is not None and entity.is_person and pronoun.gender in ("", entity.gender):
                return entity
            if entity is not None and entity.kind in _SPEAKING_BODIES and entity.may_be(pronoun.gender):
                return entity  # *la CFDT a indiqué qu'elle ne soutiendrait personne*
    return None


_TITLE = 4
"""Words for somebody before his name: *quant au dissident de droite X*."""
_SPEAKING_BODIES = ("organization", "group", "party")
"""Those that speak of themselves; what a newspaper says is of others."""


def group_before(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*Ils*, *they*: the party or organisation that is the subject of the sentence before, or of this
    one."""
    references = reading.context.references
    if reading.is_in_long_line(phrase.start):
        return None
    for start, _ in reversed(reading.bounds_before(phrase.start)[-2:]):
        sentence = references.sentence(start, reading.entry)
        is_here = sentence.end > phrase.start
        subjects = [p for p in sentence.phrases if p.end <= phrase.start and not (p.governed or p.embedded)]
        subjects = [p for p in subjects if not is_object(sentence, p)] if is_here else subjects
        before = sentence.tags[: sentence.index(phrase.start)]
        if is_here and not subjects and set(before) & set("VvA"):
            return None  # *one in three people who voted X told us they back Y*
        for other in reversed(subjects) if is_here else subjects:
            if is_here and other.entity is not None and other.entity.is_person and len(subjects) > 1:
                continue
            if other.entity is not None:
                return None if other.entity.is_person else other.entity
            if other.kind == "description" and (other.is_plural or other.is_group):
                # *the nurses of NNU knocked on doors for X, whom they back*
                return group_told(reading, other, unit, other.end) if is_here else None
    return None


def resolved(reading: Reading, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
    """Whom a phrase stands for; in a line far too long for a sentence, only a name is asked."""
    if phrase.entity is not None or reading.is_in_long_line(phrase.start):
        return phrase.entity
    quoted = reading.described_speakers().get(phrase.start)
    return quoted or reading.context.references.resolve(phrase, sentence, reading.entry)


def other_person(
    reading: Reading, unit: Unit, offset: int, gender: Gender, excluded: Sequence[Entity | None]
) -> Entity | None:
    """The person spoken of before an offset who is not one of those excluded; subjects first."""
    if reading.is_in_long_line(offset):
        return None
    references = reading.context.references
    if unit.is_quoted:  # what the words quoted name themselves comes first
        first = int(unit.speaker["char_start"]) if unit.speaker else unit.start
        for mention in reversed(reading.context.people.between(first, offset)):
            named = mention.entity
            if named.is_person and named not in excluded and named.may_be(gender):
                return named
    entity = references.pronoun(offset, reading.entry, gender)
    if entity is not None and entity not in excluded:
        return entity
    for start, _ in reversed(reading.bounds_before(offset)):
        sentence = references.sentence(start, reading.entry)
        before = [p for p in sentence.phrases if p.start < offset and p.kind != "impersonal"]
        for phrase in sorted(before, key=lambda p: (p.governed, p.embedded)):
            found = phrase.entity or (resolved(reading, phrase, sentence) if phrase.kind == "description" else None)
            if found is None or found.kind != "person" or found in excluded:
                continue
            if found.may_be(gender):
                return found
    return None


def only_named(reading: Reading, offset: int, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
    """The one person of a gender whom the post names before an offset besides those excluded."""
    named = {m.entity for m in reading.named_before(offset) if m.entity.kind == "person"} - set(excluded)
    fitting = [e for e in named if e.may_be(gender)]
    return fitting[0] if len(fitting) == 1 else None


def two_before(reading: Reading, unit: Unit) -> list[Entity]:
    """The two persons whom the sentence before a unit names; nobody when it names more or fewer."""
    before = reading.context.references.sentence_before(unit.start, reading.entry)
    named = [p.entity for p in before.phrases if p.entity is not None and p.entity.is_person] if before else []
    two = list(dict.fromkeys(named))
    return two if len(two) == 2 else []


def party_known(reading: Reading, person: Entity) -> Entity | None:
    """The party that the document tells a person to be of, or the post: *Labour's Anna Reed*."""
    if (party := reading.context.references.party(person)) is not None:
        return party
    people, entry, marks = reading.context.people, reading.entry, reading.words.owner_marks
    named = people.between(entry.char_start, entry.char_end) if marks else []
    owners = {
        before.entity
        for before, after in pairwise(named)
        if after.entity is person and fold(reading.context.text[before.end : after.start]) in marks
    }
    parties = [e for e in owners if e.kind == "party"]
    return parties[0] if len(parties) == 1 else None
