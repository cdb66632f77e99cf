"""Stands that lean on one told before: *A backs B, C D*, *comme X*, *so did X*, *returned the compliment*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutier.extract.stands.complements import complements_of
from minutier.extract.stands.descriptions import is_of_two
from minutier.extract.stands.endorsers import endorsers_of
from minutier.extract.stands.enumerations import body_beside_name, closes, coordinated, enumeration
from minutier.extract.stands.grammar import Construction
from minutier.extract.stands.making import product, stand_of
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.sides import sides_of
from minutier.extract.stands.units import BODY_KINDS, CALLS, ENDORSEES, ENDORSERS, RECENT, Cue, Side, Stand, Unit
from minutier.extract.syntax import NounPhrase

_TO_BEAT = Construction("endorsements.votes_to_beat", "oppose", "object", re.compile(""), None, None, "", "drop", False)
_BY_VOTING = Construction("endorsements.beats_by", "support", "object", re.compile(""), None, None, "", "drop", False)
_COMPLETED = re.compile(r" [^,.;:()]{2,60}(?=, )")
"""What may complete a stand before the comma behind which its companions are named."""
_FEW_WORDS = 8
"""Words between the comma of an aim and the name of whoever takes a stand, or its verb."""
SAME_SENTENCE = "same sentence"
"""What marks words that say it of a stand told in their own sentence."""
CONTRARY = "contrary"
"""What marks a word by which somebody does what the one before will not: *Untel, si*."""
DENIAL = "denial"
"""And of a word by which he does not do what the one before does: *Untel, non*."""


def gapped(reading: Reading, cue: Cue, stands: list[Stand]) -> Iterator[Stand]:
    """*A backs B, C D*: the clauses that go on without their verb."""
    unit = cue.unit
    end = max([cue.end, *(s.endorsee.end for s in stands if s.endorsee)])
    if cue.construction.sides == "agent":
        end = max(end, *(s.endorser.end for s in stands))
    for _ in range(6):
        place = end - unit.start
        time = reading.words.later.match(unit.flat, place)  # *A backed B on Friday, C D*
        joint = reading.words.joints.match(unit.flat, time.end() if time else place)
        if joint is None:
            return
        rest = unit.part(unit.start + joint.end())
        chain = enumeration(reading, unit, rest.start, is_subject=True)
        if cue.construction.sides == "object" and (pair := _bodies_and_name(reading, chain, rest)):
            yield from _told_of_pair(reading, cue, pair, rest)
            return
        if not chain or any(
            (p.kind != "name" and not is_of_two(reading, p, rest.sentence)) or p.governed for p in chain
        ):
            return
        stop = rest.end_of(chain[-1])
        link = reading.words.gapping.match(unit.flat, stop - unit.start)
        if link is None or ("," in link[0] and ";" not in joint[0] and not joint[0].strip(" ,")):
            return
        is_passive = cue.construction.sides == "agent"
        found = complements_of(
            reading, cue, unit.start + link.end() - link[0].endswith(" "), ENDORSERS if is_passive else ENDORSEES
        )
        is_described = bool(found) and found[0].entity is not None and link[0].strip() == ","
        if is_described and not reading.context.people.between(found[0].start, found[0].end):
            return  # *X has Z's backing; Y, his rival, has none*
        if not found and not is_passive and cue.stance == "support":
            yield from _gapped_silence(reading, cue, chain, rest, unit.start + link.end() - 1)
        named = sides_of(reading, chain, rest, cue, ENDORSEES if is_passive else ENDORSERS) if found else []
        endorsers, endorsees = (found, named) if is_passive else (named, found)
        if not found or not closes(reading, unit, max(s.end for s in found)):
            return
        near = unit.between(stop, found[0].start)
        if len(near.split()) > max(3, len(link[0].split())):
            return
        stance = "oppose" if reading.words.against.search(near) else cue.stance
        if stance != cue.stance and cue.stance == "none":
            return
        for endorser in endorsers:
            for endorsee in endorsees:
                if endorser.key != endorsee.key:
                    yield Stand(replace(cue, stance=stance), endorser, endorsee, stance)
        end = max(s.end for s in found)


def _gapped_silence(reading: Reading, cue: Cue, chain: list[NounPhrase], rest: Unit, position: int) -> Iterator[Stand]:
    """*A backs B, C nobody*: who of a gapped clause chooses none."""
    nobody = reading.words.nobody.match(cue.unit.flat, position - cue.unit.start)
    if nobody is not None and closes(reading, cue.unit, cue.unit.start + nobody.end()):
        for endorser in sides_of(reading, chain, rest, cue, ENDORSERS):
            yield Stand(replace(cue, stance="none"), endorser, None, "none")


def _bodies_and_name(reading: Reading, chain: list[NounPhrase], unit: Unit) -> list[NounPhrase]:
    """*A recommande B, la CGT C*, *the Globe and the Herald C*: the bodies, and the name that the last of them is read
    as one with, where nothing follows."""
    pair = body_beside_name(chain[-1], unit.sentence) if chain else None
    if pair is None or not closes(reading, unit, unit.end_of(chain[-1])):
        return []
    bodies = chain[:-1]
    return [*bodies, *pair] if all(p.entity is not None and p.entity.kind in BODY_KINDS for p in bodies) else []


def _told_of_pair(reading: Reading, cue: Cue, pair: list[NounPhrase], unit: Unit) -> Iterator[Stand]:
    endorsees = sides_of(reading, pair[-1:], unit, cue, ENDORSEES)
    for endorser in sides_of(reading, pair[:-1], unit, cue, ENDORSERS) if endorsees else ():
        yield Stand(cue, endorser, endorsees[0], cue.stance)


def later(reading: Reading, cue: Cue, stands: list[Stand]) -> Iterator[Stand]:
    """*A endorsed B in May, C a month later*: who did the same at another time, without a verb."""
    unit = cue.unit
    end = max([cue.end, *(s.endorsee.end for s in stands if s.endorsee)])
    if cue.construction.sides != "object" or any(s.endorsee is None for s in stands):
        return
    for _ in range(4):
        time = reading.words.later.match(unit.flat, end - unit.start)
        joint = reading.words.joints.match(unit.flat, time.end() if time else end - unit.start)
        chain = enumeration(reading, unit, unit.start + joint.end()) if joint else []
        if joint is None or not chain or any(p.kind != "name" or p.governed for p in chain):
            return
        rest = unit.part(unit.start + joint.end())
        end = rest.end_of(chain[-1])
        time = reading.words.later.match(unit.flat, end - unit.start)
        if time is None or not closes(reading, unit, unit.start + time.end()):
            return
        for endorser in sides_of(reading, chain, rest, cue, ENDORSERS):
            for endorsee in dict.fromkeys(s.endorsee for s in stands):
                if endorsee is not None and endorsee.key != endorser.key:
                    yield Stand(cue, endorser, endorsee, cue.stance)


def year_by_year(reading: Reading, cue: Cue, stands: list[Stand]) -> Iterator[Stand]:
    """*A backed B in 2010 and C in 2015*: whom the same did it for in another year, before this one."""
    unit, words = cue.unit, reading.words
    place = max([cue.end, *(s.endorsee.end for s in stands if s.endorsee)]) - unit.start
    if cue.construction.sides not in ("object", "vote") or cue.stance == "none":
        return
    for _ in range(4):
        year = words.year.match(unit.flat, place + 1)
        if year is None:
            return
        link = words.linking.match(unit.flat, year.end()) or words.listing.match(unit.flat, year.end())
        chain = enumeration(reading, unit, unit.start + link.end())[:1] if link else []
        rest = unit.part(unit.start + link.end()) if link else unit
        place = rest.end_of(chain[0]) - unit.start if chain else len(unit.flat)
        other = words.year.match(unit.flat, place + 1)
        if other is None or int(other[1]) >= reading.context.liveblog.date.year:
            return
        endorsers = {s.endorser.key: s.endorser for s in stands}.values()
        for endorsee in sides_of(reading, chain, rest, cue, ENDORSEES):
            yield from (Stand(cue, endorser, endorsee, cue.stance) for endorser in endorsers)


def aims(reading: Reading, cue: Cue, stands: list[Stand]) -> list[Stand]:
    """*Appelle à voter A pour faire barrage à B*, *to stop B by voting for A*: whom a vote is to beat, or
    by which vote somebody is to be beaten."""
    unit = cue.unit
    ends = [s.endorsee.end for s in stands if s.endorsee]
    if cue.construction.sides != "object" or cue.stance == "none" or not ends:
        return []
    is_support = cue.stance == "support"
    pattern = reading.words.aims_against if is_support else reading.words.aims_for
    # *battre Y « nettement » en votant X*
    words = None if unit.is_quoted else reading.context.quotation_at(max(ends) + 2)
    match = pattern.match(unit.flat, (words.end if words else max(ends)) - unit.start)
    opening = _opening_aim(reading, cue) if match is None and is_support else None
    match = match or opening
    if match is None:
        return []
    construction = _TO_BEAT if is_support else _BY_VOTING
    aim = replace(cue, construction=construction, stance=construction.stance, end=unit.start + match.end())
    told = {s.endorsee.key for s in stands if s.endorsee}
    endorsees = [s for s in complements_of(reading, aim, aim.end, ENDORSEES) if s.key not in told]
    if opening is not None and not _heads_clause(unit, endorsees, stands, cue.start):
        return []
    return [
        Stand(aim, stand.endorser, endorsee, aim.stance, stand.is_own_words)
        for stand in {s.endorser.key: s for s in stands}.values()
        for endorsee in endorsees
        if endorsee.key != stand.endorser.key
    ]


def _opening_aim(reading: Reading, cue: Cue) -> re.Match[str] | None:
    """*Pour faire barrage à B, X appelle à voter A*: the last words for an aim that open a clause before a cue."""
    found = None
    for match in reading.words.opening_aims.finditer(cue.unit.flat, 0, max(0, cue.start - cue.unit.start)):
        found = match
    return found


def _heads_clause(unit: Unit, aimed_at: Sequence[Side], stands: Sequence[Stand], start: int) -> bool:
    """Whether the comma behind whoever is to be beaten parts them from the clause of a verb, which whoever takes the
    stand heads: not *Pour battre B, A devra rassembler, et X votera pour lui*."""
    comma = max((side.end for side in aimed_at), default=start)
    between = unit.between(comma, start)
    subjects = [s.endorser.start for s in stands if comma < s.endorser.start < start]
    lead = unit.between(comma, min(subjects)) if subjects else between
    is_near = lead.count(",") == 1 and len(lead.split()) <= _FEW_WORDS
    return between.lstrip().startswith(",") and is_near and not set(between) & set(";:?!")


def companions(reading: Reading, cue: Cue, stands: list[Stand]) -> Iterator[Stand]:
    """*…, comme X et Y*; *Like X, Y backs Z*; *Y, like X, backs Z*: who takes the same stand, named beside it."""
    unit = cue.unit
    endorsees = list(dict.fromkeys(s.endorsee for s in stands))
    end = max([cue.end, *(s.end for s in endorsees if s)])
    found: list[Side] = []
    match = reading.words.companions.match(unit.flat, end - unit.start)
    if match is None and (comma := _COMPLETED.match(unit.flat, end - unit.start)):
        match = reading.words.companions.match(unit.flat, comma.end())  # *recommande le non à cette loi, comme X*
    if match is not None:
        chain, stop, sides = _named_from(reading, cue, unit.start + match.end())
        found += sides if chain and closes(reading, unit, stop) else []
    match = reading.words.companions.match(f" {unit.flat[:40]}")
    if match is not None:
        chain, stop, sides = _named_from(reading, cue, unit.start + match.end() - 1)
        found += sides if chain and unit.between(stop, stop + 1) == "," and stop < cue.start else []
    last = max((s.endorser.end for s in stands if s.endorser.end < cue.start), default=cue.start)
    match = reading.words.companions.match(unit.flat, last - unit.start, cue.start - unit.start)
    if match is not None:
        chain, stop, sides = _named_from(reading, cue, unit.start + match.end())
        found += sides if chain and unit.between(stop, cue.start).strip() == "," else []
    match = reading.words.companions.search(unit.flat, cue.head - unit.start, cue.end - unit.start)
    if match is not None:  # *a voté, comme X, pour Y*
        chain, stop, sides = _named_from(reading, cue, unit.start + match.end())
        found += sides if chain and unit.between(stop, stop + 1) == "," and stop < cue.end else []
    taken = {s.endorser.key for s in stands}
    for endorser in found:
        if endorser.key not in taken and endorser.entity is not None:
            for endorsee in endorsees:
                yield Stand(cue, endorser, endorsee, stands[0].stance)


def _named_from(reading: Reading, cue: Cue, start: int) -> tuple[list[NounPhrase], int, list[Side]]:
    """The enumeration that begins at an offset: its phrases, where it ends, and the sides that they name."""
    rest = cue.unit.part(start)
    chain = enumeration(reading, cue.unit, start)
    stop = rest.end_of(chain[-1]) if chain else start
    earlier = reading.words.before_them.match(cue.unit.flat, stop - cue.unit.start) if chain else None
    stop = cue.unit.start + earlier.end() if earlier else stop  # *comme X avant lui*
    return chain, stop, sides_of(reading, chain, rest, cue, ENDORSERS)


def as_before(reading: Reading, cue: Cue, stands: Sequence[Stand]) -> list[Stand]:
    """*X backs Y, as it did in 2017*; *X votera Y, comme au premier tour*: the stand once more, of then."""
    last = max((s.endorsee.end for s in stands if s.endorsee), default=0)
    place, closing = last - cue.unit.start, cue.construction.closing
    if closing is not None and (closed := closing.match(cue.unit.flat, place)):
        place = closed.end()  # *give X their vote, as in 2017*
    told = reading.words.as_before.match(cue.unit.flat, place) if last >= cue.end else None
    if told is None:
        return []
    round = next((number for number, words in reading.words.past_rounds if words.search(told[0])), 0)
    year = reading.words.year.search(told[0])
    if round >= reading.context.liveblog.round or (year and int(year[1]) >= reading.context.liveblog.date.year):
        return []
    return [replace(s, status="past", past_round=round) for s in stands if s.endorsee and s.stance == "support"]


def likewise(reading: Reading, cue: Cue) -> list[Stand]:
    """*X backs Y, as A, B and C did last week*: whoever stands between the cue and its verb."""
    chain = enumeration(reading, cue.unit, cue.end + 1, is_subject=True)
    return same_stand(reading, cue, sides_of(reading, chain, cue.unit.part(cue.end), cue, ENDORSERS))


def echoed(reading: Reading, cue: Cue) -> list[Side]:
    """*Untel aussi.*: the enumeration that stands alone before the word."""
    unit = cue.unit
    before = [p for p in unit.sentence.phrases if p.end <= cue.head]
    if not before or unit.between(unit.end_of(before[-1]), cue.head).strip(" ,"):
        return []
    chain = coordinated(reading, unit, before[-1])
    if chain[0].kind not in ("name", "description") or not reading.words.opens.search(
        unit.between(unit.start, chain[0].start)
    ):
        return []
    return sides_of(reading, chain, unit, cue, ENDORSERS)


def same_stand(reading: Reading, cue: Cue, endorsers: list[Side] | None = None) -> list[Stand]:
    """*Y en a fait autant*: the stand said just before, with another endorser."""
    told = sorted([*reading.recent(), *reading.untold[-RECENT:]], key=lambda s: s.cue.start)
    found = endorsers_of(reading, cue) if endorsers is None else endorsers
    own = {side.key for side in found}  # *X, qui avait préféré Z, suit le mouvement*
    if cue.construction.needs == "again":  # *X, who backed Z in 2017, has done so again*
        own = set()
    others = (s for s in reversed(told) if not _repeats(s.cue.construction) and s.endorser.key not in own)
    previous = next(others, None)
    if previous is None:
        return []
    if cue.construction.stance == "none" and cue.construction.sides == "inverted" and previous.stance == "support":
        return []  # *X backs Y. Nor has Z forgiven him*
    if not found and (among := reading.words.among.match(cue.unit.flat, cue.end - cue.unit.start)):
        start = cue.unit.start + among.end()  # *several of her colleagues did the same, among them X and Y*
        chain = enumeration(reading, cue.unit, start, is_list=True)
        found = sides_of(reading, [p for p in chain if p.kind == "name"], cue.unit.part(start), cue, ENDORSERS)
    if cue.construction.needs == SAME_SENTENCE and previous.cue.unit.start != cue.unit.start:
        return []  # *X is with Y, and so is Z*: what the sentence before tells is none of it
    if cue.construction.needs == "denied" and (previous.stance != "none" or previous.cue.unit is not cue.unit):
        return []  # *refuse de choisir, pas plus que X*
    if cue.construction.needs == DENIAL:  # *X will vote Z. Y won't.*
        if previous.stance != "support" or previous.endorsee is None or previous.cue.construction.rule in CALLS:
            return []  # *X has asked people to vote Z. Y has not.*
        previous = replace(previous, stance="oppose")
    if cue.construction.needs == CONTRARY:  # *X ne votera pas Z. Y, si.*
        if previous.stance != "oppose" or previous.cue.construction.stance != "support":
            return []
        previous = replace(previous, stance="support")
    if cue.construction.needs == "known":  # *the Greens came aboard*, not *passengers*
        if previous.stance != "support":
            return []
        found = [side for side in found if side.entity is not None and side.entity.kind != "group"]
    link = reading.words.same_for.match(cue.unit.flat, cue.end - cue.unit.start)
    if link is not None and previous.stance == "support":  # *did the same for X*
        named = complements_of(reading, cue, cue.unit.start + link.end(), ENDORSEES)
        if named:
            return product(reading, cue, found, named)
    copied = replace(cue, stance=previous.stance)
    endorsees = [s.endorsee for s in told if s.cue is previous.cue]
    return [
        stand_of(reading, copied, endorser, endorsee)
        for endorser in found
        for endorsee in dict.fromkeys(endorsees)
        if endorsee is None or endorsee.key != endorser.key
    ]


def _repeats(construction: Construction) -> bool:
    """Whether words only say that somebody takes the stand told before."""
    return construction.sides in ("same", "echo") and construction.needs not in (CONTRARY, DENIAL)


def returned(reading: Reading, cue: Cue) -> list[Stand]:
    """*X asked its voters to transfer to Y, and Y returned the compliment*: the stand said just before, with its
    sides changed about."""
    previous = next(iter(reversed(reading.recent())), None)
    if previous is None or previous.endorsee is None or previous.stance != "support":
        return []
    found = [s for s in endorsers_of(reading, cue) if s.key == previous.endorsee.key]
    return [stand_of(reading, cue, endorser, previous.endorser) for endorser in found]
