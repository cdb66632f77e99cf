"""Endorsements: who says whom to vote for, against whom, or refuses to choose.

A *construction* of the language file is found by its first word (a verb form or a noun) and the words that
must follow; the sides are then looked for in the reading of the sentence: subject, complement, agent,
antecedent of a relative, person an apposition stands beside, speaker of the words quoted. Nothing is a row
unless both sides lead to somebody; a side that should lead to somebody and does not is an issue,
``endorsement-without-side``.

The status of a stand is decided in this order:

1. ``conditional``: the clause hangs on a condition (*que si…*, *would back X only if…*); a question asked
   (*sans dire s'il…*, *would not say if…*) is none.
2. ``past``: a past tense or a noun, and words that tell an earlier round or contest (*au premier tour* in a
   second round, *en 2012*, *at the last election*); a former supporter (*ancien soutien de X*); the pluperfect with
   a day or a month more than two weeks before a second round (*avait rallié X le 3 mai*, in June).
3. ``standing``: words quoted whose verb of speech has an earlier day beside it (*« … », disait-il jeudi*).
4. ``declared``: the endorser's own words, quoted, in the present, perfect or future; a vote announced
   (*votera X*) or owned up to (*says that she voted X*, *said she had voted X*).
5. ``standing``: a noun (*soutien de X*), pluperfect, imperfect, passive or *has been backing*; a state told in
   a relative between commas (*X, que soutient Y,*) or recalled (*rappelle qu'il soutient*); a refusal that has
   never been lifted (*has never endorsed*); or words that tell an earlier day (*depuis février*, *il y a trois
   semaines*, *last week*) beside the verb, not in what is said aside (*Untel, maire depuis 1995, appelle…*).
   Days are set before or after the night by the calendar (``stands.days``): on a Tuesday *on Monday* is
   earlier and *on Tuesday* is not, *le 24 avril* is to come on the 10th, *dès mardi* in a call too. A sentence
   that goes on from another with *then* takes its time.
6. ``declared``: words that tell today (*ce soir*, *within minutes*) or the day itself, or somebody's own ballot
   in a post of its own (*Untel a voté X*), or the refusal of somebody who leaves the race in the same post (*dropped
   out and named nobody*).
7. Otherwise it depends on what is still to be voted. When another vote follows (first of two rounds, primary of
   two rounds): ``declared`` once results are known, ``standing`` before, since campaigning is over by then. In
   the last round, where one vote decides, and where no results are told at all, whatever is told of past and
   present is a recap, ``standing``; only an act in the present or the future (*appelle à*, *endorses*, *says he
   will support*; not what goes on, *backs*, *stumps for*, *is keeping out of it*) in a post that does not list
   the stands of many is ``declared``; so is a refusal in the present (*refuse de choisir*), unless results are
   still to come, and one endorser's act in the perfect where nothing tells what is voted on.

When the headline of a post and its body tell the same stand, the body decides, if it tells an act.
A refusal to choose gives way to a choice of the same endorser in the same post.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from minutier.document import Entry, Row
from minutier.extract.context import Context, Found
from minutier.extract.stands.acts import active, received
from minutier.extract.stands.complements import complements_of
from minutier.extract.stands.compounds import compounds, supporting
from minutier.extract.stands.cues import cues_at
from minutier.extract.stands.ellipses import (
    aims,
    as_before,
    companions,
    echoed,
    gapped,
    later,
    likewise,
    returned,
    same_stand,
    year_by_year,
)
from minutier.extract.stands.endorsers import endorsers_of, headed, named_first, spoken_of, within
from minutier.extract.stands.grammar import grammar
from minutier.extract.stands.lists import fellow, listed, members, paired, verdicts
from minutier.extract.stands.making import product, stand_of
from minutier.extract.stands.nouns import (
    announcing,
    apposed,
    apposed_compound,
    earning,
    giving,
    going,
    in_camp,
    owing,
    owned,
    possessed,
    receiving,
    relayed,
    supported,
    verbless,
)
from minutier.extract.stands.persons import speaker_of
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.status import decided
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, SEVERAL, Cue, Side, Stand, Unit, flattened

NAMING = "naming"
"""What marks a construction whose own words name the sides that nobody is chosen of."""
_ARTICLE = 5
"""Characters of an article and its space."""


def extract(entry: Entry, context: Context) -> Found:
    """The stands that one entry tells, in the order of the text; the rows of ``quotes`` must be in the
    context."""
    words = grammar(context.language.code)
    if words is None:
        return Found([], [])
    text = words.abbreviated.sub(" ", flattened(context.text[entry.char_start : entry.char_end]))
    telling = (words.heads, words.compounds, words.supporting, words.roll_call)
    if not any(pattern.search(text) for pattern in telling):
        return Found([], [])
    return _read(Reading(entry, context, words, text))


def _read(reading: Reading) -> Found:
    for unit in reading.units():
        _read_unit(reading, unit)
        reading.stands.extend(compounds(reading, unit))
        reading.stands.extend(supporting(reading, unit))
    reading.stands.extend(verdicts(reading))
    reading.stands = _without_contradictions(reading)
    kept = decided(reading)
    return Found([_row(reading, stand) for stand in kept], reading.issues)


def _without_contradictions(reading: Reading) -> list[Stand]:
    """*X se désiste au profit de Y : « On ne vote pas pour lui, on vote contre eux »*: words that oppose whom their
    speaker has just come out for are about his reasons; and of one sentence about what was before (*X soutient Y, qu'il
    a combattue*).
    """
    backed = {
        (s.endorser.key, s.endorsee.key): s.cue.unit.start
        for s in reading.stands
        if s.endorsee is not None and s.stance == "support" and not s.cue.unit.is_quoted
    }

    def is_taken_back(stand: Stand) -> bool:
        key = (stand.endorser.key, stand.endorsee.key if stand.endorsee else "")
        if stand.stance != "oppose" or key not in backed:
            return False
        is_before = stand.cue.tense in ("perfect", "past") and backed[key] == stand.cue.unit.start
        return stand.cue.unit.is_quoted or is_before

    return [stand for stand in reading.stands if not is_taken_back(stand)]


def _read_unit(reading: Reading, unit: Unit) -> None:
    """The stands of a unit: at each first word, the first of its constructions that finds its sides."""
    position = 0
    if unit.flat.rstrip()[-1:] == "?" and not unit.is_quoted:
        return
    if reading.words.we_wrote.search(unit.flat):
        return  # a correction takes it back
    for match in reading.words.heads.finditer(unit.flat):
        if match.start() < position or _is_name(reading, unit.start + match.start(), match[0]):
            continue
        known = len(reading.issues)
        for cue in cues_at(reading, unit, match):
            reading.is_unresolved = False
            stands = _stands_told(reading, cue)
            if stands:
                reading.stands.extend(stands)
                if cue.construction.sides not in ("echo", "members", "listed", "paired", "fellow"):
                    reading.stands.extend(companions(reading, cue, stands))
                    reading.stands.extend(gapped(reading, cue, stands))
                    reading.stands.extend(later(reading, cue, stands))
                    reading.stands.extend(year_by_year(reading, cue, stands))
                    reading.stands.extend(aims(reading, cue, stands))
                    reading.stands.extend(as_before(reading, cue, stands))
                del reading.issues[known:]
                position = cue.end - unit.start
                break
        del reading.issues[known + 1 :]


def _is_name(reading: Reading, offset: int, word: str) -> bool:
    """Whether a word is the name of a body: *Unite behind him*."""
    mention = reading.context.people.at(offset)
    return mention is not None and mention.entity.kind == "organization" and mention.end == offset + len(word)


def _stands_told(reading: Reading, cue: Cue) -> list[Stand]:
    """The stands of a cue, by where its construction says that the sides stand."""
    construction, sides = cue.construction, cue.construction.sides
    if construction.needs == NAMING and not _names_sides(reading, cue):
        return []
    is_denied = cue.stance == "none" and sides == "object" and construction.stance == "support"
    if is_denied and reading.words.indefinite.match(cue.unit.flat, cue.end - cue.unit.start):
        return []  # *refuse de soutenir un candidat insoumis*
    if cue.stance == "none" and sides == "object":
        return _choosing_nobody(reading, cue)
    return _neither(reading, cue, _SIDES[sides](reading, cue))


def _neither(reading: Reading, cue: Cue, stands: list[Stand]) -> list[Stand]:
    """*Neither X nor Y will have Z's support*: Z chooses none of those who stand behind the word."""
    received = [s.endorsee.start for s in stands if s.endorsee is not None and s.endorsee.start < cue.start]
    first = min(received, default=cue.unit.start)
    is_denied = reading.words.neither.search(cue.unit.between(cue.unit.start, first)) is not None
    if not received or not is_denied or any(s.stance != "support" for s in stands):
        return stands
    told = {s.endorser.key: s for s in stands}.values()
    return [stand_of(reading, replace(s.cue, stance="none"), s.endorser, None) for s in told]


def _choosing_nobody(reading: Reading, cue: Cue) -> list[Stand]:
    """*X ne donne pas de consigne*: the subject alone."""
    endorsers = endorsers_of(reading, cue)
    if not endorsers and cue.construction.needs == NAMING:  # *« Ni Reed ni Price », tranche X*
        speaker = speaker_of(reading, cue)
        endorsers = [speaker] if speaker else []
    backed = {s.endorsee.key for s in reading.stands if s.endorsee and s.cue.unit.start == cue.unit.start}
    found = (side for side in endorsers if not _polls(reading, side))
    is_again = cue.construction.needs == "recent"  # *A et B appellent à voter X, Y s'y refuse*: X does not
    return [stand_of(reading, cue, endorser, None) for endorser in found if not (is_again and endorser.key in backed)]


def _heading(reading: Reading, cue: Cue) -> list[Stand]:
    """*Chez X, pas de consigne*: a refusal without a verb, and whose it is."""
    found = headed(reading, cue) or within(reading, cue) or named_first(reading, cue) or spoken_of(reading, cue)
    return [stand_of(reading, cue, endorser, None) for endorser in found]


def _coming_from(reading: Reading, cue: Cue) -> list[Stand]:
    """*Pas de consigne de X*: who follows a refusal without a verb."""
    found = complements_of(reading, cue, cue.end, ENDORSERS)
    return [stand_of(reading, cue, endorser, None) for endorser in found]


def _voted(reading: Reading, cue: Cue) -> list[Stand]:
    """*X voted Labour*: a name, or a party right behind the verb."""
    endorsees = complements_of(reading, cue, cue.end, ENDORSEES) or _party_at(reading, cue)
    return product(reading, cue, endorsers_of(reading, cue), endorsees) if endorsees else []


def _by_agent(reading: Reading, cue: Cue) -> list[Stand]:
    """*Y, backed by X*; *Y can count on X*: who follows takes the stand."""
    endorsers = complements_of(reading, cue, cue.end, ENDORSERS)
    construction = cue.construction
    if construction.closing is not None and endorsers:
        last = max(side.end for side in endorsers) - cue.unit.start
        endorsers = endorsers if construction.closing.match(cue.unit.flat, last) else []
    if kinds := BODIES.get(construction.needs):
        endorsers = [e for e in endorsers if e.entity is not None and e.entity.kind in kinds]
    if construction.needs == SEVERAL and not (len(endorsers) > 1 and all(map(_is_person, endorsers))):
        return []
    endorsees = received(reading, cue, endorsers) if endorsers else []
    return product(reading, cue, endorsers, endorsees)


def _is_person(side: Side) -> bool:
    return side.entity is not None and side.entity.kind == "person"


_SIDES: dict[str, Callable[[Reading, Cue], list[Stand]]] = {
    "agent": _by_agent,
    "camp": in_camp,
    "earns": earning,
    "echo": lambda reading, cue: same_stand(reading, cue, echoed(reading, cue)),
    "fellow": fellow,
    "from": _coming_from,
    "given": giving,
    "goes": going,
    "heading": _heading,
    "heading_to": announcing,
    "inverted": lambda reading, cue: same_stand(reading, cue, complements_of(reading, cue, cue.end, ENDORSERS)),
    "likewise": likewise,
    "listed": listed,
    "members": members,
    "noun": apposed,
    "object": active,
    "owed": owing,
    "owned": owned,
    "paired": paired,
    "possessed": possessed,
    "prenoun": apposed_compound,
    "received": receiving,
    "relayed": relayed,
    "returned": returned,
    "same": same_stand,
    "subject": _choosing_nobody,
    "support": supported,
    "verbless": verbless,
    "vote": _voted,
}
"""How the stands of a cue are read, by what its construction has under ``sides``."""


def _polls(reading: Reading, side: Side) -> bool:
    """*L'institut Ipsos ne tranche pas*: an institute never takes a stand."""
    named = reading.context.people.named(side.name)
    return named is not None and named.kind == "pollster"


def _party_at(reading: Reading, cue: Cue) -> list[Side]:
    """*Pledged its votes to a minority Labour government*: the party right behind a cue."""
    mention = next((m for m in reading.context.people.between(cue.end, cue.end + 40) if m.start <= cue.end + 1), None)
    if mention is None or mention.entity.kind != "party":
        return []
    return [Side(mention.entity.name, mention.entity, mention.start, mention.end)]


def _names_sides(reading: Reading, cue: Cue) -> bool:
    """Whether the words of a cue name somebody, or the two sides: *ni X, ni Y*, not *ni poste, ni ministère*."""
    named = reading.context.people.between(cue.start, cue.end)
    return any(m.entity.kind in ENDORSEES for m in named) or reading.words.both_sides.search(cue.flat) is not None


def _row(reading: Reading, stand: Stand) -> Row:
    cue, liveblog = stand.cue, reading.context.liveblog
    start, end = cue.start, cue.end
    is_other_contest = stand.status == "past" and not stand.past_round
    return {
        "contest_id": None if is_other_contest else liveblog.contest_id,
        "round": None if is_other_contest else stand.past_round or liveblog.round,
        "endorser": _as_printed(reading, stand.endorser),
        "endorser_id": stand.endorser.entity,
        "endorser_role": stand.endorser.role or None,
        "endorsee": stand.endorsee.name if stand.endorsee else None,
        "endorsee_id": stand.endorsee.entity if stand.endorsee else None,
        "stance": stand.stance,
        "endorsement_status": stand.status,
        "cue": reading.context.text[start:end],
        "char_start": start,
        "char_end": end,
        "rule": cue.construction.rule,
    }


def _as_printed(reading: Reading, side: Side) -> str:
    """The name of a side; with its article, *The Boston Globe*, where a capital tells that it is part of the name,
    as the house style of some newspapers has it: within a sentence, or at its beginning before a newspaper.
    """
    text, name = reading.context.text, side.name
    if side.entity is not None and side.entity.kind == "group" and name[:1].islower() and " " in name:
        article = text[side.start : text.find(name, side.start, side.start + len(name) + _ARTICLE)]
        return article + name if article[:1].isupper() else name  # *The postal workers*: its words as printed
    if side.entity is None or side.entity.kind not in ("outlet", "organization", "group"):
        return name
    if " " not in name and not (side.entity.kind == "outlet" and "-" in name):  # *The Courier-Mail*
        return name
    for article in reading.words.own_articles:
        for start in _places(reading, side) if not name.startswith(article) else ():
            place = start if text.startswith(article, start) else start - len(article)
            if not text.startswith(article, max(0, place)):
                continue
            is_masthead = side.entity.kind == "outlet" and name not in reading.words.bare_mastheads
            if is_masthead or _is_within_sentence(reading, place):
                return article + name
    return name


def _places(reading: Reading, side: Side) -> list[int]:
    """Where a side is named in its entry; *the Chronicle* is named in full before."""
    mentions = reading.context.people.between(reading.entry.char_start, side.start)
    return [side.start, *(m.start for m in mentions if m.entity is side.entity)]


def _is_within_sentence(reading: Reading, place: int) -> bool:
    """Whether a capital is none of a beginning: a small letter or a comma stands before it."""
    before = reading.context.text[max(0, place - 3) : place]
    last = before.rstrip()[-1:]
    return "\n" not in before and (last.islower() or last == ",")
