"""Lists of who is with whom: *parmi les soutiens de X : A, B*, *Pour le oui : A et B*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from minutier.extract.stands.appositions import phrases_beside
from minutier.extract.stands.complements import complements_of
from minutier.extract.stands.enumerations import closes, coordinated, enumeration, listed_from, placed_end
from minutier.extract.stands.grammar import Construction
from minutier.extract.stands.owners import owner_before
from minutier.extract.stands.persons import other_person
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.relatives import antecedent_of
from minutier.extract.stands.sides import sides_of
from minutier.extract.stands.subjects import earlier_subject, subjects_of
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, ROLL_CALL, Cue, Side, Stand, Unit
from minutier.extract.syntax import NounPhrase

_OPENINGS = ("–", "—", "-", "(")
_SET_APART = re.compile(r"[^–—()]{3,120}?(?=\)| [–—-] )")

_VERDICT = Construction("endorsements.camp_of", "support", "listed", re.compile(""), None, None, "", "drop", True)


def members(reading: Reading, cue: Cue) -> list[Stand]:
    """*Les soutiens de X : A et B*; *X compte A et B parmi ses soutiens*."""
    unit = cue.unit
    before = unit.flat[: cue.head - unit.start]
    own = reading.words.own.search(before[-24:])
    if own is not None:
        return _own_members(reading, cue, cue.head - len(before[-24:]) + own.start())
    is_listed = reading.words.include.match(unit.flat, cue.end - unit.start) is not None
    endorsees = [] if is_listed else complements_of(reading, cue, cue.end, ENDORSEES)
    if len(endorsees) > 1 and reading.words.include.match(unit.flat, endorsees[0].end - unit.start):
        endorsees = endorsees[:1]  # *les soutiens de X, A en tête*
    after = max([cue.end, *(s.end for s in endorsees)])
    if not endorsees:
        owner = owner_before(reading, cue)
        endorsees = [owner] if owner else _owner_of_relative(reading, cue) or _possessor_of(reading, cue)
    if not endorsees:
        return []
    include = reading.words.include.match(unit.flat, after - unit.start)
    if include is None:
        copula = reading.words.counted.search(before[-40:])
        if copula is None:
            return []
        subjects = subjects_of(reading, unit, cue.head - len(before[-40:]) + copula.start())
        return _crossed(cue, sides_of(reading, subjects, unit, cue, ENDORSERS), endorsees)
    start = unit.start + include.end()
    aside = _SET_APART.match(unit.flat, start - unit.start) if include[0].strip() in _OPENINGS else None
    inside = unit.part(start, unit.start + aside.end()) if aside else unit  # *les soutiens de X – A, B – …*
    return _crossed(
        cue, sides_of(reading, listed_from(reading, inside, start), inside.part(start), cue, ENDORSERS), endorsees
    )


def _owner_of_relative(reading: Reading, cue: Cue) -> list[Side]:
    """*X, whose supporters include A*: the antecedent."""
    unit, end = cue.unit, cue.head - cue.unit.start
    relative = reading.words.whose.search(unit.flat, max(0, end - 24), end)
    if relative is None:
        return []
    antecedent = antecedent_of(reading, unit.sentence, unit.sentence.index(unit.start + relative.start()))
    return sides_of(reading, [antecedent], unit, cue, ENDORSEES) if antecedent else []


def _possessor_of(reading: Reading, cue: Cue) -> list[Side]:
    """*X had no shortage of famous backers: A, B*: the subject of the verb, when a colon follows."""
    unit = cue.unit
    verbs = list(reading.words.counting_among.finditer(unit.flat, 0, cue.head - unit.start))
    is_listed = unit.between(cue.end, cue.end + 2).strip() == ":"
    subjects = subjects_of(reading, unit, unit.start + verbs[-1].start()) if verbs and is_listed else []
    return sides_of(reading, subjects, unit, cue, ENDORSEES)


def _own_members(reading: Reading, cue: Cue, own: int) -> list[Stand]:
    """*X compte parmi ses soutiens A et B*, *parmi ses soutiens, X compte A et B*."""
    unit = cue.unit
    if cue.construction.needs == "apposed":  # *son principal soutien, X*
        chain = enumeration(reading, unit, cue.end + 2)
        subjects = [p for p in earlier_subject(reading, unit.sentence, own) if p.kind == "name"]
        if len(chain) == 1 and chain[0].kind == "name" and chain[0].start == cue.end + 2 and subjects:
            endorsees = sides_of(reading, subjects, unit, cue, ENDORSEES)
            return _crossed(cue, sides_of(reading, chain, unit.part(cue.end + 2), cue, ENDORSERS), endorsees)
    verbs = list(reading.words.counting_among.finditer(unit.flat))
    before = [match for match in verbs if match.start() < own - unit.start]
    verb = before[-1] if before else next(iter(verbs), None)
    if verb is None:
        include = reading.words.include.match(unit.flat, cue.end - unit.start)
        owner = other_person(reading, unit, own, "", []) if include else None
        if include is None or owner is None:
            return []
        start = unit.start + include.end()
        endorsers = sides_of(reading, enumeration(reading, unit, start), unit.part(start), cue, ENDORSERS)
        return _crossed(cue, endorsers, [Side(owner.name, owner, cue.start, cue.start)])
    subjects = subjects_of(reading, unit, unit.start + verb.start())
    if any(p.end > unit.start + verb.start() for p in subjects) or not subjects:  # *the senator counts A and B among …*
        opening = unit.part(unit.start, unit.start + verb.start())
        subjects = [p for p in opening.sentence.phrases if not p.governed][-1:]
    endorsees = sides_of(reading, subjects, unit, cue, ENDORSEES)
    starts = [unit.start + verb.end()] + ([cue.end] if verb.start() < own - unit.start else [])
    for start in starts:
        chain = enumeration(reading, unit, start)
        if chain and endorsees:
            return _crossed(cue, sides_of(reading, chain, unit.part(start), cue, ENDORSERS), endorsees)
    return []


def listed(reading: Reading, cue: Cue) -> list[Stand]:
    """*Pour le oui : A et B*; *dans le camp du non, on trouvait A et B*; *On the Yes side: A and B*."""
    unit = cue.unit
    endorsees = complements_of(reading, cue, cue.end, ENDORSEES)[:1]
    if not endorsees and (owner := owner_before(reading, cue)):
        endorsees = [owner]
    if not endorsees:
        return []
    include = reading.words.include.match(unit.flat, max(cue.end, endorsees[0].end) - unit.start)
    is_roll_call = cue.construction.needs == ROLL_CALL
    if is_roll_call and not reading.is_roll_call(unit):
        return []
    if include is None and (endorsees[0].entity is None or is_roll_call):
        include = reading.words.comma.match(unit.flat, max(cue.end, endorsees[0].end) - unit.start)
    if include is None:
        return []
    start = unit.start + include.end()
    chain = _without_those_counted(reading, unit.part(start), listed_from(reading, unit, start))
    if not chain:
        return []
    end = placed_end(chain[-1], unit.part(start))
    is_line = ":" in include[0] and _is_line_of_several(reading, cue)
    is_told_of = is_line and unit.between(end, end + 1) == ","  # *- Derrière Y : X, qui l'a rejointe hier.*
    if not is_told_of and not closes(reading, unit, end):
        return []
    is_next = is_line or any(stand.cue.construction.rule == cue.construction.rule for stand in reading.recent())
    is_told = is_roll_call or cue.construction.needs == "standing"  # *behind X stand A and B*
    if endorsees[0].entity is not None and not is_told and ((len(chain) < 2 and not is_next) or ":" not in include[0]):
        return []
    listed = sides_of(reading, chain, unit.part(start), cue, ENDORSERS)
    if listed and ":" in include[0] and _opens_line(reading, cue.start):
        listed += _listed_on(reading, cue)
    return _crossed(cue, listed, endorsees)


def _without_those_counted(reading: Reading, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
    """*The governors of three states, A, B and C*: the names, without the noun for all of them that they spell out."""
    if len(chain) < 3 or not all(p.kind == "name" for p in chain[1:]):
        return chain
    told = unit.between(chain[0].start, unit.end_of(chain[0])).split()
    is_of_them = not reading.words.individuals.isdisjoint(told[:2])
    return chain[1:] if is_of_them and unit.between(unit.end_of(chain[0]), chain[1].start) == ", " else chain


def _is_line_of_several(reading: Reading, cue: Cue) -> bool:
    """Whether a cue opens a line of the post and the same words open another: *Derrière X : …*, *Derrière Y : …*."""
    if not _opens_line(reading, cue.start):
        return False
    entry, told = reading.entry, reading.context.text[cue.start : cue.end]
    low, high = max(entry.char_start, cue.start - _NEAR_LINES), min(entry.char_end, cue.end + _NEAR_LINES)
    lines = reading.context.text[low:high].split("\n")
    return sum(line.lstrip(_BULLETS).startswith(told) for line in lines) > 1


_NEAR_LINES = 2000
"""Characters before and behind a line in which another of its list is looked for."""

_BULLETS = " \u00a0-–—•·*▪→"
"""What may stand before the words of a line."""


def _opens_line(reading: Reading, offset: int) -> bool:
    """Whether nothing but signs stands in a line before an offset."""
    line = reading.context.text.rfind("\n", 0, offset) + 1
    return not any(map(str.isalnum, reading.context.text[max(line, reading.entry.char_start) : offset]))


def _listed_on(reading: Reading, cue: Cue) -> list[Side]:
    """*Pour X : A et B. C, sorti de sa retraite. D.*: whom the sentences after it in its line name, as long as they
    are without a verb.
    """
    found: list[Side] = []
    line_end = reading.context.text.find("\n", cue.end, reading.entry.char_end)
    for start, end in reading.context.references.sentences(reading.entry):
        if start < cue.unit.end:
            continue
        if 0 <= line_end < start:
            break
        flat = reading.flat[start - reading.entry.char_start : end - reading.entry.char_start]
        if ":" in flat:
            break  # *Pour X : A. Pour Y : B.*
        unit = replace(cue.unit, start=start, end=end, flat=flat)
        chain = enumeration(reading, unit, start, is_list=True)
        told = unit.sentence.tags[chain[-1].last + 1 :] if chain else "V"
        if not set(told.partition("Q")[0]).isdisjoint("VvA"):
            break
        found += sides_of(reading, chain, unit, cue, ENDORSERS)
    return found


def paired(reading: Reading, cue: Cue) -> list[Stand]:
    """*Endorsements tonight: A (X), B (Y)*: each name, and in the parentheses after it whom it stands with."""
    unit, found = cue.unit, list[Stand]()
    for match in reading.words.in_parentheses.finditer(unit.flat, cue.end - unit.start):
        inside = unit.part(unit.start + match.start() + 1, unit.start + match.end() - 1)
        phrases = [p for p in inside.sentence.phrases if p.kind == "name" and p.entity and p.entity.is_person]
        before = [p for p in unit.sentence.phrases if p.end <= unit.start + match.start()]
        if len(phrases) != 1 or inside.flat.strip(" ").count(" ") > 2 or not before or before[-1].kind != "name":
            continue
        if before[-1].start < cue.end or unit.between(unit.end_of(before[-1]), inside.start - 1).strip():
            continue
        endorsees = sides_of(reading, phrases, inside, cue, ENDORSEES)
        found += _crossed(cue, sides_of(reading, before[-1:], unit, cue, ENDORSERS), endorsees)
    return found if len(found) > 1 else []


def fellow(reading: Reading, cue: Cue) -> list[Stand]:
    """*Y, another early supporter, …*: of whom the post has told a stand last."""
    told = [s for s in reading.recent() if s.endorsee and s.stance == "support"]
    after, unit = cue.construction.after, cue.unit
    lead = after.search(unit.flat, max(0, cue.head - unit.start - 60), cue.head - unit.start) if after else None
    if not told or lead is None:
        return []
    beside = phrases_beside(reading, replace(cue, start=unit.start + lead.start() + 1))
    named = [p for p in beside if p.kind == "name"]
    chain = coordinated(reading, unit, named[0]) if len(named) == 1 else named
    endorsee = told[-1].endorsee
    return _crossed(cue, sides_of(reading, chain, unit, cue, ENDORSERS), [endorsee] if endorsee else [])


def verdicts(reading: Reading) -> Iterator[Stand]:
    """*The Guardian: Labour. The Mail: the Tories*; *Labour: the Guardian, the Mirror*: in a post that says it
    tells who is with whom, the lines in which a colon parts those who choose from whom they have chosen."""
    opening = reading.words.roll_call.search(reading.flat)
    if opening is None:
        return
    base, lines = reading.entry.char_start, list[tuple[Cue, list[NounPhrase], list[NounPhrase]]]()
    for start, end in reading.context.references.sentences(reading.entry):
        flat = reading.flat[start - base : end - base]
        colon = flat.find(":")
        if colon < 0 or start - base < opening.end() - 1:
            continue
        unit = Unit(start, end, flat, partial(reading.sentence, ()))
        head, rest = unit.part(start, start + colon), unit.part(start + colon + 1)
        first, chain = (
            enumeration(reading, head, start, is_list=True),
            enumeration(reading, rest, rest.start, is_list=True),
        )
        if len(first) != 1 or flat[head.end_of(first[0]) - start : colon].strip():
            continue
        nobody = reading.words.nobody.match(flat, colon + 1)
        last = rest.end_of(chain[-1]) - start if chain else nobody.end() if nobody else colon
        if not flat[last:].strip(" .;!"):
            cue = Cue(_VERDICT, unit, start, start, start + colon, "noun", "support" if chain else "none")
            lines.append((cue, first, chain))
            yield from _verdict(reading, cue, first, chain)
    yield from _by_person(reading, [line for line in lines if _are_persons(line[1]) and _are_persons(line[2])])


def _by_person(reading: Reading, lines: list[tuple[Cue, list[NounPhrase], list[NounPhrase]]]) -> Iterator[Stand]:
    """*Reed: A, B. Price: C*: lines of persons, before whose colon stands who is backed, as several names behind one
    of them tell."""
    if len(lines) < 2 or not any(len(chain) > 1 for _, _, chain in lines):
        return
    for cue, first, chain in lines:
        endorsers = sides_of(reading, chain, cue.unit, cue, ENDORSERS)
        yield from _crossed(cue, endorsers, sides_of(reading, first, cue.unit, cue, ENDORSEES))


def _are_persons(phrases: list[NounPhrase]) -> bool:
    return bool(phrases) and all(p.kind == "name" and p.entity is not None and p.entity.is_person for p in phrases)


def _verdict(reading: Reading, cue: Cue, first: list[NounPhrase], chain: list[NounPhrase]) -> list[Stand]:
    """The stands of one line: bodies on one side of its colon, a party or person on the other, or nobody."""
    bodies, contenders = BODIES["body"], ("party", "person")
    if not chain:
        named = [side for side in sides_of(reading, first, cue.unit, cue, ENDORSERS) if side.entity]
        return [Stand(cue, side, None, cue.stance) for side in named if side.entity and side.entity.kind in bodies]
    kinds = [{p.entity.kind if p.entity else "" for p in side} for side in (first, chain)]
    if kinds[0] <= set(bodies) and kinds[1] <= set(contenders) and len(chain) == 1:
        endorsers, endorsees = first, chain
    elif kinds[0] <= set(contenders) and kinds[1] <= set(bodies):
        endorsers, endorsees = chain, first
    else:
        return []
    unit = cue.unit
    return _crossed(
        cue, sides_of(reading, endorsers, unit, cue, ENDORSERS), sides_of(reading, endorsees, unit, cue, ENDORSEES)
    )


def _crossed(cue: Cue, endorsers: list[Side], endorsees: list[Side]) -> list[Stand]:
    return [
        Stand(cue, endorser, endorsee, cue.stance)
        for endorser in endorsers
        for endorsee in endorsees
        if endorser.key != endorsee.key
    ]
