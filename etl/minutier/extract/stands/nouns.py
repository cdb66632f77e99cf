"""Stands told by a noun: *soutien de X*, *X's backing*, *in X's corner*, *sa voix ira à X*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutier.extract.people import Entity
from minutier.extract.stands.appositions import named_after, phrases_beside, subject_behind_comma
from minutier.extract.stands.complements import complements_of
from minutier.extract.stands.endorsers import headed, reporters, said_after
from minutier.extract.stands.enumerations import coordinated, enumeration, listed_from
from minutier.extract.stands.making import product
from minutier.extract.stands.owners import answer_before, owner_before
from minutier.extract.stands.persons import addressee_of, only_named, other_person, speaker_of
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.relatives import antecedent_of
from minutier.extract.stands.sides import sides_of
from minutier.extract.stands.subjects import earlier_subject, subjects_of
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, ROLL_CALL, Cue, Side, Stand, Unit

_ENDS = re.compile(r"[.;:!?]")
_OF = "f"
"""Class of a preposition of possession."""
_PARENTHESES = re.compile(r"\([^()]{0,60}\)")


def apposed(reading: Reading, cue: Cue) -> list[Stand]:
    """*X, soutien de Y,* and *soutien de Y, X*."""
    endorsees = complements_of(reading, cue, cue.end, ENDORSEES)
    unit = cue.unit
    endorsees = before_comma(unit, endorsees)
    if not endorsees:
        return []
    copula = reading.words.copula.search(unit.flat, max(0, cue.head - unit.start - 60), cue.head - unit.start)
    if copula is not None:
        verb = unit.start + copula.start()
        endorsers = sides_of(reading, subjects_of(reading, unit, verb), unit, cue, ENDORSERS)
    else:
        endorsers = said_of(reading, cue, max(s.end for s in endorsees), ENDORSERS)
    return product(reading, cue, endorsers, endorsees) if endorsers else []


def before_comma(unit: Unit, sides: list[Side]) -> list[Side]:
    """The sides up to a comma before *et*: it closes an apposition (*A, soutien de B, et C*), other than that of a name
    (*la maire, B, et C*)."""
    if len(sides) < 2 or not unit.between(sides[-2].end, sides[-1].start).startswith(","):
        return sides
    is_apposed = "," in unit.between(sides[-2].start, sides[-2].end)
    return sides if is_apposed else sides[:-1]


def said_of(reading: Reading, cue: Cue, end: int, kinds: tuple[str, ...]) -> list[Side]:
    """Of whom an apposition is said: just before it, or after the comma that closes it at the head of
    a sentence."""
    sentence = cue.unit.sentence
    if sentence.tags[: sentence.index(cue.start)].strip("atDpf"):
        beside = phrases_beside(reading, cue)
        if len(beside) == 1 and beside[0].kind == "description" and beside[0].entity is None:
            beside = named_after(reading, cue.unit, end) or beside
        return sides_of(reading, beside, cue.unit, cue, kinds)
    rest, phrases = subject_behind_comma(cue.unit, end)
    return sides_of(reading, phrases, rest, cue, kinds)


def apposed_compound(reading: Reading, cue: Cue) -> list[Stand]:
    """*Anna Reed, a Tom Price supporter,* and *Tom Price supporter Anna Reed*."""
    owner, unit = owner_before(reading, cue), cue.unit
    if owner is None or (cue.construction.needs == "answer" and owner.entity is not None):
        return []
    named = next((p for p in unit.sentence.phrases if p.start <= owner.start and p.end >= owner.end), None)
    start = min(owner.start, named.start if named else owner.start)
    after = next((m for m in reading.context.people.between(cue.end, cue.end + 40) if m.start <= cue.end + 2), None)
    is_beside = after is not None and not _ENDS.search(reading.context.text, cue.end, after.start)
    if after is not None and is_beside and after.entity.kind in ENDORSERS:
        endorsers = complements_of(reading, cue, cue.end, ENDORSERS) or [
            Side(after.entity.name, after.entity, after.start, after.end)
        ]
        return product(reading, cue, endorsers, [owner])
    copula = reading.words.copula.search(unit.flat, max(0, start - unit.start - 40), start - unit.start)
    if copula is not None:
        subjects = subjects_of(reading, unit, unit.start + copula.start())
        return product(reading, cue, sides_of(reading, subjects, unit, cue, ENDORSERS), [owner])
    beside = replace(cue, start=start)
    endorsers = sides_of(reading, phrases_beside(reading, beside), unit, cue, ENDORSERS)
    lead, tail = unit.between(unit.start, start), unit.between(cue.end, cue.end + _NEAR_COMMA).partition(",")
    if not endorsers and tail[1] and "," not in lead and len(lead.split()) <= _FEW_WORDS:
        rest, subject = subject_behind_comma(unit, cue.end)  # *A Tom Price supporter from the start, she …*
        endorsers = sides_of(reading, subject, rest, cue, ENDORSERS)
    return product(reading, cue, endorsers, [owner]) if endorsers else []


_NEAR_COMMA, _FEW_WORDS = 30, 3
"""Characters behind what somebody is said to be in front of his clause, and words before it."""


def in_camp(reading: Reading, cue: Cue) -> list[Stand]:
    """*X is in Y's corner*, *firmly in the Y camp*, *on the Yes side*, *on her team*."""
    owner, unit = owner_before(reading, cue), cue.unit
    own = (
        None
        if owner
        else reading.words.own.search(unit.flat, max(0, cue.head - unit.start - 24), cue.head - unit.start)
    )
    start = owner.start if owner else unit.start + own.start() if own else unit.start
    copula = reading.words.copula.search(unit.flat, max(0, start - unit.start - 60), start - unit.start)
    copula = copula or reading.words.camp_verbs.search(unit.flat, max(0, start - unit.start - 60), start - unit.start)
    if copula is None:  # *in X's camp are Y and Z*
        include = reading.words.include.match(unit.flat, cue.end - unit.start) if owner else None
        listed = listed_from(reading, unit, unit.start + include.end()) if include else []
        rest = unit.part(unit.start + include.end()) if include else unit
        return (
            product(reading, cue, sides_of(reading, listed, rest, cue, ENDORSERS), [owner]) if owner and listed else []
        )
    endorsers = sides_of(reading, subjects_of(reading, unit, unit.start + copula.start()), unit, cue, ENDORSERS)
    kinds = BODIES.get(cue.construction.needs)
    endorsers = [e for e in endorsers if kinds is None or (e.entity is not None and e.entity.kind in kinds)]
    owner = owner or _possessing(reading, cue, start, endorsers)
    return product(reading, cue, endorsers, [owner]) if owner else []


def _possessing(reading: Reading, cue: Cue, start: int, others: Sequence[Side]) -> Side | None:
    """Whom *his*, *her* before a noun stands for, others set aside."""
    word = cue.unit.between(start, cue.head).split()[0]
    gender = reading.words.pronoun_genders.get(word, "")
    excluded = [side.entity for side in others]
    if not others:
        return None
    told = [s.endorsee.entity for s in reading.recent() if s.endorsee and s.endorsee.entity]
    fitting = (e for e in reversed(told) if e.is_person and (not gender or e.gender == gender))
    entity = next((e for e in fitting if e not in excluded), None)
    entity = (
        entity
        or other_person(reading, cue.unit, start, gender, excluded)
        or only_named(reading, start, gender, excluded)
    )
    return Side(entity.name, entity, start, start) if entity else None


def possessed(reading: Reading, cue: Cue) -> list[Stand]:
    """*X was one of her first endorsers*; *X, her most famous backer,*; *her latest backer, X*."""
    unit, end = cue.unit, cue.head - cue.unit.start
    own = reading.words.own_noun.search(unit.flat, max(0, end - 60), end)
    if own is None:
        return []
    start = unit.start + own.start("whose")
    copula = reading.words.copula.search(unit.flat, max(0, own.start() - 60), own.start())
    before = unit.flat[: own.start()].rstrip()
    rest, found = unit, []
    if copula is not None:
        found = subjects_of(reading, unit, unit.start + copula.start())
    elif before[-1:] in (",", "("):
        found = phrases_beside(reading, replace(cue, start=unit.start + own.start()))
    if not found and copula is None:
        comma = unit.between(cue.end, cue.end + 2) == ", "
        rest = unit.part(cue.end + 2 if comma else cue.end)
        found = enumeration(reading, unit, rest.start)
        found = found if found and rest.between(rest.start, found[0].start).strip() == "" else []
    if not own["one"] and cue.flat in reading.words.several_backers and len(found) < 2:
        return []
    endorsers = sides_of(reading, [p for p in found if p.kind == "name"], rest, cue, ENDORSERS)
    endorsee = _possessing(reading, cue, start, endorsers)
    return product(reading, cue, endorsers, [endorsee]) if endorsee else []


def going(reading: Reading, cue: Cue) -> list[Stand]:
    """*X's endorsement went to Y*, *sa voix ira à Y*, *le choix de X s'est porté sur Y*."""
    unit = cue.unit
    own = reading.words.own.search(unit.flat, max(0, cue.head - unit.start - 24), cue.head - unit.start)
    position = cue.end
    speaker = speaker_of(reading, cue)
    if own is not None and speaker is not None:
        endorsers = [speaker]
    elif own is not None:
        entity = other_person(reading, unit, unit.start + own.start(), "", [])
        endorsers = [Side(entity.name, entity, cue.start, cue.start)] if entity else []
    elif whose := reading.words.whose.search(unit.flat, max(0, cue.head - unit.start - 24), cue.head - unit.start):
        antecedent = antecedent_of(reading, unit.sentence, unit.sentence.index(unit.start + whose.start()))
        endorsers = sides_of(reading, [antecedent], unit, cue, ENDORSERS) if antecedent else []
    elif owner := owner_before(reading, cue, ENDORSERS):
        endorsers = [owner]
    else:
        endorsers = complements_of(reading, cue, cue.end, ENDORSERS)
        position = max([cue.end, *(s.end for s in endorsers)])
    closing = cue.construction.closing or reading.words.goes
    verb = closing.match(unit.flat, position - unit.start)
    preferred = reading.words.chosen.intersection(unit.between(cue.head - 20, cue.head).split()[-1:])
    if verb is None and (preferred or cue.flat in reading.words.choices):  # *X's pick, Y*
        if chosen := _chosen_before(reading, cue, endorsers):
            return product(reading, cue, endorsers, chosen)
        verb = reading.words.apposed_choice.match(unit.flat, position - unit.start)
    if verb is None or not endorsers:
        return []
    endorsees = complements_of(reading, cue, unit.start + verb.end(), ENDORSEES)
    tense = "future" if reading.words.will_go.search(verb[0]) else cue.tense  # *son bulletin ira à Y*
    return product(reading, replace(cue, tense=tense), endorsers, endorsees)


def _chosen_before(reading: Reading, cue: Cue, endorsers: Sequence[Side]) -> list[Side]:
    """*Y, X's pick in Ohio,*: the name that the choice of an owner stands beside."""
    unit = cue.unit
    start = min((e.start for e in endorsers if unit.start < e.start < cue.head), default=unit.start)
    start -= unit.flat[: start - unit.start].endswith("the ") * len("the ")
    between = unit.between(max((e.end for e in endorsers), default=cue.head), cue.head).split()[1:]
    if any(word not in reading.words.chosen for word in between) or not unit.between(
        unit.start, start
    ).rstrip().endswith(","):
        return []  # *X's first choice* has withdrawn, more often than not
    named = [p for p in phrases_beside(reading, replace(cue, start=start)) if p.kind == "name"]
    return sides_of(reading, named, unit, cue, ENDORSEES)


def owing(reading: Reading, cue: Cue) -> list[Stand]:
    """*X must be beaten, said Y*, *« X doit être battu »*: who says so takes the stand."""
    unit, after = cue.unit, cue.construction.after
    verb = after.search(unit.flat, max(0, cue.head - unit.start - 60), cue.head - unit.start) if after else None
    if verb is None:
        return []
    speaker = speaker_of(reading, cue)
    endorsers = [speaker] if speaker else reporters(reading, cue)
    within = "verb" if verb.groupdict().get("verb") else 0  # *pour que X soit battu*
    subjects = subjects_of(reading, unit, unit.start + verb.start(within)) if endorsers else []
    return product(reading, cue, endorsers, sides_of(reading, subjects, unit, cue, ENDORSEES))


def verbless(reading: Reading, cue: Cue) -> list[Stand]:
    """*Les Verts se divisent : A pour le oui, B pour le non*: a name right before the word, at the head of
    its clause."""
    unit = cue.unit
    if cue.construction.needs == ROLL_CALL and not reading.is_roll_call(unit):
        return []
    name = next((p for p in unit.sentence.phrases if unit.end_of(p) <= cue.head < unit.end_of(p) + 2), None)
    if name is None or name.kind != "name" or name.governed:
        return []
    listed = coordinated(reading, unit, name)  # *Nominations so far: A, B and C for X; D for Y*
    is_list = len(listed) > 1 and unit.between(unit.start, listed[0].start).rstrip().endswith((":", ";"))
    endorsers = listed if is_list else [name]
    opening = unit.between(unit.start, endorsers[0].start).rstrip()
    if opening[-1:] not in (":", ",", ";", "–", "—") or unit.between(unit.end_of(name), cue.head).strip():
        return []
    return product(
        reading,
        replace(cue, tense="noun"),
        sides_of(reading, endorsers, unit, cue, ENDORSERS),
        complements_of(reading, cue, cue.end, ENDORSEES),
    )


def announcing(reading: Reading, cue: Cue) -> list[Stand]:
    """*Nouveau soutien pour X : Y*: a headline, and the name after its colon."""
    unit = cue.unit
    endorsees = complements_of(reading, cue, cue.end, ENDORSEES)
    last = max(s.end for s in endorsees) - unit.start if endorsees else 0
    namely = reading.words.namely.match(unit.flat, last) if endorsees else None
    if namely is None and unit.flat[last : last + 1] == ",":  # *Deux soutiens pour X, arrivé en tête : A et B*
        namely = reading.words.described_then.match(unit.flat, last)
    if namely is None:
        return []
    rest = unit.part(unit.start + namely.end())
    endorsers = sides_of(reading, enumeration(reading, unit, rest.start), rest, cue, ENDORSERS)
    if endorsers and unit.flat[max(s.end for s in endorsers) - unit.start :].strip(" .!;()"):
        return []  # a sentence follows the colon: its verb tells more
    return product(reading, cue, endorsers, endorsees)


def giving(reading: Reading, cue: Cue) -> list[Stand]:
    """*Support for X, from Y*: who receives it comes first."""
    endorsees = complements_of(reading, cue, cue.end, ENDORSEES)
    if not endorsees:
        return []
    last = max(side.end for side in endorsees) - cue.unit.start
    source = reading.words.given_by.match(cue.unit.flat, last)
    endorsers = complements_of(reading, cue, cue.unit.start + source.end(), ENDORSERS) if source else []
    return product(reading, replace(cue, tense="present"), endorsers, endorsees)


def earning(reading: Reading, cue: Cue) -> list[Stand]:
    """*She has my vote*, *Y has got his vote*: the owner of the vote takes the stand."""
    unit = cue.unit
    after, end = cue.construction.after, cue.head - unit.start
    own = reading.words.own.search(unit.flat, max(0, end - 24), end)
    verb = after.search(unit.flat, max(0, end - 60), end) if after else None
    if own is None or verb is None:
        return []
    start = unit.start + verb.start()
    subjects = subjects_of(reading, unit, start)
    endorsees = sides_of(reading, subjects, unit, cue, ENDORSEES)
    is_you = len(subjects) == 1 and reading.words.you.match(f" {unit.first_word(subjects[0])}") is not None
    if is_you and (addressee := addressee_of(reading, cue)):
        endorsees = [addressee]  # *X told Y: “You have my vote”*
    if not endorsees:
        return []
    said = unit.flat[max(0, verb.start() - 12) : end].split()
    is_told = "pluperfect" in reading.words.tenses(said)
    cue = replace(cue, tense="pluperfect" if is_told else "present")
    speaker = speaker_of(reading, cue)
    if speaker is None and own[0].split()[0] in reading.words.own_first:
        told = said_after(reading, cue) or headed(reading, cue)
        return product(reading, cue, told, endorsees)
    if speaker is None:
        received = [e.entity for e in endorsees]
        main = sides_of(reading, earlier_subject(reading, unit.sentence, start), unit, cue, ENDORSERS)
        named = [side.entity for side in main if side.entity not in received]
        entity = named[0] if named else other_person(reading, unit, unit.start + own.start(), "", received)
        speaker = Side(entity.name, entity, cue.start, cue.start) if entity else None
    return product(reading, cue, [speaker], endorsees) if speaker else []


def supported(reading: Reading, cue: Cue) -> list[Stand]:
    """*le soutien de Y à X*; *X revendique le soutien de Y*; *le ralliement de Y*."""
    endorsers = complements_of(reading, cue, cue.end, ENDORSERS)
    if not endorsers:
        return []
    after = max(s.end for s in endorsers)
    receiver = reading.words.receiver.match(cue.unit.flat, after - cue.unit.start)
    endorsees: list[Side] = []
    if receiver:
        endorsees = complements_of(reading, cue, cue.unit.start + receiver.end(), ENDORSEES)
        cue = _announced(reading, cue)
    if not endorsees and (own := reading.words.own_receiver.match(cue.unit.flat, after - cue.unit.start)):
        rest, subjects = subject_behind_comma(cue.unit, cue.unit.start + own.end())
        endorsees = sides_of(reading, subjects, rest, cue, ENDORSEES)
        if not endorsees and (entity := other_person(reading, cue.unit, cue.start, "", [e.entity for e in endorsers])):
            endorsees = [Side(entity.name, entity, cue.start, cue.start)]
        return product(reading, cue, endorsers, endorsees)
    if not endorsees:
        before = cue.unit.flat[: cue.head - cue.unit.start]
        if left := reading.words.left_with.search(before, max(0, len(before) - 100)):
            receivers = complements_of(reading, cue, cue.unit.start + left.start("who") - 1, ENDORSEES)
            return product(reading, cue, endorsers, receivers[:1])
        verb = None
        for match in reading.words.possession.finditer(before, max(0, len(before) - 80)):
            verb = match
        if verb is None:
            return []
        is_denied = _is_unpossessed(reading, cue.unit, verb)
        if is_denied and not reading.words.restriction.match(before, verb.end()):  # *n'a reçu que le soutien de Y*
            return []
        if reading.words.unpossessed.search(before, verb.start()):
            return []
        start = _before_auxiliary(cue.unit, cue.unit.start + verb.start())
        if verb.groupdict().get("new"):
            said = before[max(0, verb.start() - 24) : verb.end()].split()
            had = "pluperfect" in reading.words.tenses(said)
            cue = replace(cue, tense="pluperfect" if had else "perfect")
        answer = answer_before(reading, cue, start)
        endorsees = (
            [answer] if answer else sides_of(reading, subjects_of(reading, cue.unit, start), cue.unit, cue, ENDORSEES)
        )
        if not endorsees:
            rest, subjects = subject_behind_comma(cue.unit, after)
            endorsees = sides_of(reading, subjects, rest, cue, ENDORSEES)
        if not endorsees:
            endorsees = sides_of(reading, earlier_subject(reading, cue.unit.sentence, start), cue.unit, cue, ENDORSEES)
    return product(reading, cue, endorsers, endorsees)


def receiving(reading: Reading, cue: Cue) -> list[Stand]:
    """*Le ralliement à Y de X*: who is joined is told before who joins."""
    receiver = reading.words.receiver.match(cue.unit.flat, cue.end - cue.unit.start)
    endorsees = complements_of(reading, cue, cue.unit.start + receiver.end(), ENDORSEES) if receiver else []
    if not endorsees:
        return []
    end = max(side.end for side in endorsees)
    sentence = cue.unit.sentence
    is_of_somebody = sentence.tags[sentence.index(end) :][:1] == _OF
    endorsers = complements_of(reading, cue, end, ENDORSERS) if is_of_somebody else []
    return product(reading, _announced(reading, cue), endorsers, endorsees) if endorsers else []


def _announced(reading: Reading, cue: Cue) -> Cue:
    """*X annonce le retrait de Y au profit de Z*: a noun that is the object of a verb of news is of its tense."""
    low, high = max(0, cue.head - cue.unit.start - 40), cue.head - cue.unit.start
    verb = None
    for match in reading.words.announcing.finditer(cue.unit.flat, low, high):
        verb = match
    if verb is None or len(cue.unit.flat[verb.end() : high].split()) > 2:
        return cue
    said = cue.unit.flat[max(0, verb.start() - 24) : verb.end()].split()
    return replace(cue, tense=next(iter(reading.words.tenses(said)), "present"))


def _before_auxiliary(unit: Unit, start: int) -> int:
    """Where the verb group of a participle begins: *X, qui a bien reçu …*."""
    sentence = unit.sentence
    place = sentence.index(start)
    while 0 < place < len(sentence.tags) and sentence.tags[place - 1] in "Atz":
        place -= 1
    return sentence.tokens[place].start if place < len(sentence.tokens) else start


def relayed(reading: Reading, cue: Cue) -> list[Stand]:
    """*A a le soutien de B, et C celui de D*; *A a gardé l'appui de B et gagné celui de C*: the support told just
    before, of somebody else.
    """
    told = [s for s in reading.recent() if s.cue.unit is cue.unit and s.cue.construction.rule == cue.construction.rule]
    endorsers = complements_of(reading, cue, cue.end, ENDORSERS) if told else []
    if not endorsers or told[-1].endorsee is None:
        return []
    if reading.words.unpossessed.search(
        cue.unit.flat, max(0, cue.head - cue.unit.start - 6), cue.head - cue.unit.start
    ):
        return []  # *l'appui de X, mais pas celui de Y*
    unit, low = cue.unit, max(told[-1].endorser.end, told[-1].cue.end)
    named = [p for p in unit.sentence.phrases if low <= p.start and p.end <= cue.head and p.kind == "name"]
    if not named:
        return product(reading, cue, endorsers, [told[-1].endorsee])
    gap = _PARENTHESES.sub("", unit.between(unit.end_of(named[0]), cue.head))
    return (
        [] if gap.strip(" ,") else product(reading, cue, endorsers, sides_of(reading, named[:1], unit, cue, ENDORSEES))
    )


def owned(reading: Reading, cue: Cue) -> list[Stand]:
    """*X has the president's backing*: the owner takes the stand, the subject of *has* receives it."""
    unit = cue.unit
    if _belongs(reading, cue) is not None:
        return _belonging(reading, cue)
    mark = max(
        unit.flat.rfind("'s", 0, cue.head - unit.start),
        unit.flat.rfind("s'", 0, cue.head - unit.start) + 1,
    )
    owner_unit = unit.part(unit.start, unit.start + mark)
    owners = owner_unit.sentence.phrases[-1:]
    if not owners or owners[0].end != owner_unit.end:
        return []
    endorsers = sides_of(reading, owners, owner_unit, cue, ENDORSERS)
    if owners[0].kind != "name" and any(p.entity is e.entity for p in unit.sentence.phrases for e in endorsers):
        return []  # *the president*, guessed to be somebody whom the sentence names already
    is_told = cue.construction.needs == "copula"  # *Y is X's choice*
    receiver = reading.words.owned_receiver.match(unit.flat, cue.end - unit.start)
    if receiver and not is_told:
        endorsees = complements_of(reading, cue, unit.start + receiver.end(), ENDORSEES)
        return product(reading, cue, endorsers, endorsees) if endorsees else []
    start = owners[0].start - unit.start
    if endorsers and reading.words.opening_with.search(unit.flat, 0, start):  # *with Y's endorsement, X …*
        rest, subjects = subject_behind_comma(unit, cue.end)
        return product(reading, cue, endorsers, sides_of(reading, subjects, rest, cue, ENDORSEES))
    if is_told:
        verb = reading.words.copula.search(unit.flat, max(0, start - 40), start)
        endorsers = [e for e in endorsers if e.entity is None or e.entity.kind != "party"]
    else:
        verb = None
        for match in reading.words.possession.finditer(unit.flat, max(0, start - 40), start):
            verb = match
    if not endorsers or verb is None or _is_unpossessed(reading, unit, verb):
        return []
    start = unit.start + verb.start()
    subjects = subjects_of(reading, unit, start) or earlier_subject(reading, unit.sentence, start)
    endorsees = sides_of(reading, subjects, unit, cue, ENDORSEES)
    return product(reading, cue, endorsers, endorsees)


def _is_unpossessed(reading: Reading, unit: Unit, verb: re.Match[str]) -> bool:
    """*Failed to win X's backing*, but not *lost despite X's backing*."""
    if verb.groupdict().get("still"):
        return False
    return reading.words.not_possessing.search(unit.flat, max(0, verb.start() - 40), verb.start()) is not None


def _belongs(reading: Reading, cue: Cue) -> re.Match[str] | None:
    """*whose endorsement of*, *son ralliement à*: the word before the noun that stands for its owner."""
    end = cue.head - cue.unit.start
    return reading.words.whose.search(cue.unit.flat, max(0, end - 24), end) or reading.words.own.search(
        cue.unit.flat, max(0, end - 24), end
    )


def _named_next(reading: Reading, unit: Unit) -> Entity | None:
    """The person whose name opens the sentence after one that names nobody to whom *son* could lead."""
    following = reading.context.references.sentence(unit.end + 1, reading.entry)
    first = following.phrases[0] if following.start >= unit.end and following.phrases else None
    is_named = first is not None and first.kind == "name" and first.first == 0 and first.entity is not None
    return first.entity if first is not None and is_named and first.entity and first.entity.is_person else None


def _belonging(reading: Reading, cue: Cue) -> list[Stand]:
    """*X, whose endorsement of Y*; *son ralliement à Y*: the antecedent takes the stand."""
    unit, match = cue.unit, _belongs(reading, cue)
    receiver = reading.words.owned_receiver.match(unit.flat, cue.end - unit.start)
    if match is None or receiver is None:
        return []
    if reading.words.not_possessing.search(unit.flat, max(0, match.start() - 40), match.start()):
        return []
    endorsees = complements_of(reading, cue, unit.start + receiver.end(), ENDORSEES)
    start = unit.start + match.start()
    if not endorsees:
        return []
    index = unit.sentence.index(start)
    antecedent = antecedent_of(reading, unit.sentence, index) if reading.words.whose.search(match[0]) else None
    subjects = earlier_subject(reading, unit.sentence, start)
    found = [antecedent] if antecedent else [p for p in subjects if p.kind == "name"]
    endorsers = sides_of(reading, found, unit, cue, ENDORSERS)
    is_told = any(  # *le mouvement a apporté son soutien*: of nobody else
        p.kind == "description" and unit.sentence.tokens[p.head].word in reading.words.own_bodies for p in subjects
    )
    if not endorsers and antecedent is None and not is_told:
        entity = other_person(reading, unit, start, "", [e.entity for e in endorsees])
        if entity is not None and all(m.entity is not entity for m in reading.named_before(start)):
            entity = _named_next(reading, unit)  # *Son ralliement à Y lui a coûté cher. X ne regrette rien.*
        endorsers = [Side(entity.name, entity, start, start)] if entity else []
    return product(reading, cue, endorsers, endorsees)
