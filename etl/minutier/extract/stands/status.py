"""Since when a stand is taken: declared, standing, past or conditional. The rule is told in
``endorsements``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from minutier.extract.folding import fold
from minutier.extract.stands.contest import contest, counting_start, rounds_of
from minutier.extract.stands.days import When, calendar
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.relatives import object_relative
from minutier.extract.stands.units import Cue, Stand, Unit, flattened

STANDING_TENSES = ("noun", "pluperfect", "imperfect", "passive", "progressive")
EARLIER_TENSES = ("pluperfect", "imperfect")
"""Tenses that set a stand apart from the news of a post, and so do not make it a recap."""
FEW_WORDS = 5
"""Between a verb that announces and the verb of what it announces."""
REPEATING = ("same", "echo", "inverted")
"""Where the sides stand of words that say only that somebody takes the stand told before."""
VERBLESS = ("heading", "from")
"""Where the sides stand of a refusal told without a verb: *pas de consigne chez X*."""
COUNTED = ("exit_poll", "projection", "partial", "final")
"""Stages of figures that tell of tonight's vote."""
PAST_TENSES = ("perfect", "past", "pluperfect", "imperfect", "passive", "noun")
"""Tenses in which no day is still to come."""
SILENCES = tuple(
    f"endorsements.{rule}" for rule in ("keeps_silent", "stays_neutral", "makes_no_endorsement", "refuses_to_choose")
)
"""Rules of those who do not choose, which a choice told in the same post overrules."""
ACTS = ("present", "past", "perfect", "future")
"""Tenses in which an act is told."""
INSTRUCTIONS = ("endorsements.gives_no_instruction", "endorsements.makes_no_endorsement")
"""Rules of those who tell nobody how to vote."""
ABSTENTIONS = ("endorsements.keeps_silent", "endorsements.stays_neutral")
"""Rules of refusals that are told as going on."""
BALLOTS = ("endorsements.votes_neither", "endorsements.votes_blank")
"""Rules of those who tell what they will not choose."""
VOTES = tuple(f"endorsements.{rule}" for rule in ("votes_for", "gives_vote", "votes_blank", "vote_goes_to"))
CAST = (*VOTES, "endorsements.votes_against")
"""Rules of those who tell how they have voted."""
VOLUNTEER = "volunteer"
"""What marks a construction of what volunteers do too."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AGE = re.compile(r",? \(?\d\d(?!\d| ?%)")
_PARENTHESES = re.compile(r"\([^()]{0,80}\)")
ATTRIBUTION = 100
"""Characters beside words quoted in which the verb that reports them is looked for."""
LONGEST_QUESTION = 400
"""Characters before a sentence in which the question is looked for on whose answer it hangs."""
OPENING = 60
"""Characters at the head of a sentence in which the time that it tells is looked for."""
_OPENING_TIME = 40
"""Characters at the head of a clause in which the year or the round of its verb is told."""
_YEAR_BEFORE = 12
"""Characters before a verb that hold a year and its preposition."""
BETWEEN_ROUNDS = 16
"""Days before a second round: who was backed earlier than that was not backed for it."""
YEAR_HEAD = 4
"""Words of a relative before the year that it is of: *whose front page in 2007*, not *who lost in 2007*."""
HEAD = 5
"""Characters that may stand before a day at the head of a part: *on*, *since*, *dès*."""
SENTENCES_BACK = 2
"""Sentences before one that goes on from them in which the year is looked for that it is of."""
_AVOWED = 110
"""Characters up to the end of the verb of a vote in which it is told that somebody has said so."""
_A_WORD = re.compile(r"\s(?:\w+\s)?")
_LEAVING = 40
"""Characters behind a name in which it is told that who bears it has left the race."""
_FEW = 70
"""Characters of the words that tell somebody to be the first, or one of the few, to have done something."""
_SHORTEST = 5
"""Letters of a word that may tell which contest is meant: *local*, not *last*."""
_STEM = 6
"""Letters in which a word of a contest and its name agree: *primary*, *us-primaries-2016*."""
FEW_ENDORSERS = 3
"""A post with the stands of more endorsers than this is a recap."""


def decided(reading: Reading) -> list[Stand]:
    """The stands with their status, each told once, in the order of the text."""
    told = [s for s in reading.stands if s.cue.construction.needs != "denied" and s.cue.tense not in EARLIER_TENSES]
    told = [s for s in told if s.cue.tense != "conditional"]
    many = len({s.endorser.key for s in told}) > FEW_ENDORSERS
    cues: dict[int, list[Cue]] = defaultdict(list)
    for stand in reading.stands:
        cues[id(stand.cue.unit)].append(stand.cue)
    kept: dict[tuple[str, str, str, bool], Stand] = {}
    for stand in (s for s in reading.stands if not s.status):
        _decide(reading, stand, _clause(reading, stand.cue, cues[id(stand.cue.unit)]), many)
    _share_status(reading)
    _share_past(reading)
    choosers = {s.endorser.key for s in reading.stands if s.stance != "none" and s.status != "past"}
    for stand in reading.stands:
        is_silence = stand.cue.construction.stance != "none" or stand.cue.construction.rule in SILENCES
        if stand.stance == "none" and is_silence and stand.endorser.key in choosers and stand.status != "past":
            continue  # *won't say for whom*, of somebody whose stand is told
        if stand.stance == "none" and _is_passer_by(reading, stand):
            continue
        if stand.cue.construction.needs == VOLUNTEER and _is_aged(reading, stand):
            continue  # *Anna Reed, 19, who knocked on doors for X*: one of many
        endorsee = stand.endorsee.key if stand.endorsee else ""
        key = (stand.endorser.key, endorsee, stand.stance, stand.status == "past")
        if key not in kept or _is_headline_of(reading, kept[key], stand):
            kept[key] = stand
    return sorted(kept.values(), key=lambda s: (s.cue.start, s.endorser.start))


def _share_status(reading: Reading) -> None:
    """*A ne donne pas de consigne, B non plus*: what has no verb of its own is of the time of what it repeats."""
    told: Stand | None = None
    for stand in sorted(reading.stands, key=lambda s: s.cue.start):
        if stand.cue.construction.sides not in REPEATING:
            told = stand
        elif told is not None and (stand.cue.tense == "noun" or told.cue.construction.is_state):
            stand.status, stand.past_round = told.status, told.past_round


def _share_past(reading: Reading) -> None:
    """*En 1995, il avait soutenu X, tandis que Z appelait à voter Y*: of two stands of one sentence that set out from
    an earlier contest, the second is of it too."""
    told: Stand | None = None
    for stand in sorted(reading.stands, key=lambda s: s.cue.start):
        is_of_old = stand.cue.tense in EARLIER_TENSES
        if told is not None and told.cue.unit is stand.cue.unit and is_of_old and stand.status == "standing":
            between = told.cue.unit.between(told.cue.end, stand.cue.start)
            if told.endorser.key != stand.endorser.key and reading.words.meanwhile.search(between):
                stand.status, stand.past_round = "past", told.past_round
        elif stand.status == "past" and is_of_old:
            told = stand


def _is_passer_by(reading: Reading, stand: Stand) -> bool:
    """*« … », sourit Paul, 61 ans. Il ne dira pas pour qui*: a voter told by a given name alone, or by name and age,
    refuses nothing."""
    entity = stand.endorser.entity
    if entity is None or not entity.is_person or " " in entity.name or "-" in entity.name:
        return False
    return reading.context.people.is_given_name(entity.name) or _is_aged(reading, stand)


def _is_aged(reading: Reading, stand: Stand) -> bool:
    """Whether the post tells the age of an endorser beside the name, as of people whom a reporter meets."""
    entity = stand.endorser.entity
    named = reading.context.people.between(reading.entry.char_start, reading.entry.char_end)
    return any(m.entity is entity and _AGE.match(reading.context.text, m.end) for m in named)


def _is_headline_of(reading: Reading, first: Stand, stand: Stand) -> bool:
    """Whether a stand of the headline is told again, as an act, in the post: the post knows more of it."""
    headline = reading.entry.headline
    if headline is None or not first.cue.start < headline[1] <= stand.cue.start or first.status == "conditional":
        return False
    return stand.cue.tense != "noun" and not _is_lasting(reading, stand)


def _decide(reading: Reading, stand: Stand, clause: tuple[str, str], many: bool) -> None:
    cue, words, (before, after) = stand.cue, reading.words, clause
    tense = _told(reading, cue, before)
    if tense != "noun" and "pluperfect" in _reported_in(reading, cue):
        tense = "pluperfect"
    is_told = tense in ("noun", "pluperfect", "perfect", "past")
    is_told = is_told and cue.tense not in ("conditional", "future")
    is_promise = tense in ("perfect", "past") and words.promising.search(cue.flat) is not None
    if is_promise and words.conditions.search(after):
        stand.status = "conditional"  # *has pledged its votes to X as long as …*
        return
    head = _heads(reading, cue)
    is_asked = words.asked_condition.search(
        reading.context.text[max(reading.entry.char_start, head - LONGEST_QUESTION) : head]
    )
    is_granted = words.granted.match(cue.unit.flat) is not None  # *Si Y soutient X, Z, lui, votera blanc*
    is_bound = words.conditions.search(after) or (words.conditions.search(before) and not is_granted)
    if not is_told and (is_bound or is_asked):
        stand.status = "conditional"
        return
    round = None if tense in ("future", "conditional") else _past_round(reading, before, cue, after, tense)
    if round is None and _has_since_left(reading, stand, tense):
        round = 0
    if round is not None:
        stand.status, stand.past_round = "past", round
    elif _is_quoted_from_earlier(reading, cue) or (_sums_up(reading) and not stand.is_own_words):
        stand.status = "standing"
    elif (
        _is_said_here(stand, tense, many)
        or _is_avowed(reading, stand, before)
        or (
            (_is_announced(reading, cue, before) or _is_announced_next(reading, stand))
            and not _is_earlier(reading, stand, "perfect", before, after)
        )
    ):
        stand.status = "declared"
    elif _is_recap(reading, stand, tense, before, after):
        stand.status = "standing"
    elif (_is_own_vote(reading, stand, before, many) and not _is_over(reading)) or _is_tonight(
        reading, stand, tense, before, after
    ):
        stand.status = "declared"
    elif stand.stance == "none" and tense in ACTS and not many and _is_leaving(reading, stand):
        stand.status = "declared"  # *X has dropped out, and named nobody*
    elif stand.stance == "support" and tense == "present" and not many and _has_just_left(reading, stand):
        stand.status = "declared"  # *X se retire et soutient Y*
    elif _is_of_eve(reading) and tense in ACTS and not many and not _is_lasting(reading, stand):
        stand.status = "declared"  # news of a campaign that goes on
    elif _is_last_vote(reading) or _is_without_results(reading):
        is_act = tense == "present" and not _is_lasting(reading, stand)
        is_act = is_act or (tense == "perfect" and _is_news(reading, stand, before))
        is_declared = (is_act or tense in ("future", "conditional")) and not many
        stand.status = "declared" if is_declared else "standing"
    else:
        stand.status = "declared" if _results_known(reading) else "standing"


def _sums_up(reading: Reading) -> bool:
    """Whether a post of the night says at its head that it sums up what was told: *What we know so far*."""
    return reading.entry.section == "update" and reading.words.summing_up.match(reading.flat.lstrip()) is not None


def _is_leaving(reading: Reading, stand: Stand) -> bool:
    """Whether the sentence of a refusal tells that somebody leaves the race, or one before it in its post that names
    whose refusal it is."""
    unit, base, leaving = stand.cue.unit, reading.entry.char_start, reading.words.leaving
    if leaving.search(unit.flat):
        return True
    return any(
        leaving.search(reading.flat, start - base, end - base) is not None
        and any(m.entity is stand.endorser.entity for m in reading.context.people.between(start, end))
        for start, end in reading.bounds_before(unit.start)
    )


def _has_just_left(reading: Reading, stand: Stand) -> bool:
    """Whether what stands before a choice, in its sentence or the one before, tells that who makes it leaves the
    race: *X se retire et soutient Y*."""
    unit, base = stand.cue.unit, reading.entry.char_start
    places = [(unit.start, stand.cue.start), *reading.bounds_before(unit.start)[-1:]]
    for start, end in places:
        left = reading.words.leaving.search(reading.flat, start - base, end - base)
        named = reading.context.people.between(start, base + left.start()) if left is not None else []
        if named and named[-1].entity is stand.endorser.entity:
            return True
    return False


def _has_since_left(reading: Reading, stand: Stand, tense: str) -> bool:
    """*X had endorsed Y in January. Y dropped out five weeks later*: whether what follows, up to the end of the next
    sentence, tells that who was backed has left the race."""
    if stand.endorsee is None or stand.endorsee.entity is None or tense not in PAST_TENSES:
        return False
    cue, entry = stand.cue, reading.entry
    if reading.context.quotation_at(cue.start) is not None:
        return False
    sentence = reading.context.references.sentence(cue.start, entry)
    end = reading.context.references.sentence(min(sentence.end + 1, entry.char_end - 1), entry).end
    for mention in reading.context.people.between(cue.end, end):
        if mention.entity is stand.endorsee.entity:
            start = mention.end - entry.char_start
            left = reading.words.leaving.search(reading.flat, start, min(end - entry.char_start, start + _LEAVING))
            if left is not None and _A_WORD.fullmatch(reading.flat, start, left.start()):
                return True
    return False


def _heads(reading: Reading, cue: Cue) -> int:
    """Where the sentence, or the quotation, of a cue begins."""
    quotation = reading.context.quotation_at(cue.start)
    return (
        quotation.start
        if quotation is not None
        else reading.context.references.sentence(cue.start, reading.entry).start
    )


def _is_announced(reading: Reading, cue: Cue, before: str) -> bool:
    """*X fait savoir qu'il soutient Y*, *X announced that she was backing Y*: a state that somebody declares."""
    is_state = cue.tense in ("present", "imperfect", "progressive")
    if not is_state and not (cue.tense == "past" and reading.words.continuous.match(cue.flat)):
        return False
    told = reading.words.declaring.search(before)
    if told is None:
        return False
    lead, rest = before[: told.start()].split()[-2:], before[told.end() :]
    if "pluperfect" in reading.words.tenses(lead):
        return False  # *avait fait savoir*
    if reading.words.reported.search(before) and not _results_known(reading):
        return False  # said already, perhaps long ago
    return "," not in rest and len(rest.split()) <= FEW_WORDS


def _is_announced_next(reading: Reading, stand: Stand) -> bool:
    """*She is supporting X, she announced*: a state whose announcement follows it."""
    cue = stand.cue
    if cue.tense not in ("present", "progressive") or cue.unit.is_quoted or stand.endorsee is None:
        return False
    return reading.words.announced_after.match(cue.unit.flat, stand.endorsee.end - cue.unit.start) is not None


def _is_tonight(reading: Reading, stand: Stand, tense: str, before: str, after: str) -> bool:
    """Whether a clause names a time of the night, unless it tells a state (*soutient aujourd'hui X*)."""
    is_reported = reading.words.reported.search(before) is not None
    if tense == "present" and not is_reported and _is_lasting(reading, stand):
        return False
    if _is_told_of(reading.words.today, before, after):
        return True
    return (is_reported or tense in PAST_TENSES) and _names_day(reading, "tonight", tense, before, after, True)


def _is_recap(reading: Reading, stand: Stand, tense: str, before: str, after: str) -> bool:
    """Whether tense, place or words of time tell a stand taken earlier."""
    if tense in STANDING_TENSES:
        return True
    if tense == "present" and stand.stance != "none" and _goes_on(reading, stand.cue):
        return True  # *X continue de soutenir Y*
    if _is_one_of_few(reading, stand.cue):
        return True
    is_of_night = tense == "perfect" and _is_told_of(reading.words.today, before, after)
    if _is_aside(reading, stand, tense, before) and not is_of_night:
        return True
    if stand.stance != "none" and not reading.words.abiding.isdisjoint(stand.cue.flat.split()):
        return True
    if stand.cue.construction.needs == "thanks":
        return True  # *remercie X de son soutien*: X has given it
    if tense == "present" and reading.words.recalling.search(before):
        return True
    if stand.stance == "none" and tense != "future" and reading.words.ever.search(stand.cue.flat):
        return True
    return _is_earlier(reading, stand, tense, before, after)


def _is_one_of_few(reading: Reading, cue: Cue) -> bool:
    """*X, the first senator to get behind Y, has voted for Z*: what tells no more, between commas, than who somebody
    is."""
    unit = cue.unit
    starts = [cue.start - unit.start, cue.head - unit.start]
    few = next((f for s in starts if (f := reading.words.the_few.search(unit.flat, max(0, s - _FEW), s))), None)
    return few is not None and few[0].startswith(",")


def _is_aside(reading: Reading, stand: Stand, tense: str, before: str) -> bool:
    """*X, que soutient Y,*; *Y, qui l'a rejoint,*: a state, or what has been done, told in passing, in a relative
    between commas.
    """
    is_state = tense == "present" and stand.cue.construction.is_state
    if not (is_state or tense == "perfect"):
        return False
    if _is_said_of_endorsee(reading, stand):
        return True
    if "," not in before:
        return False
    aside = before.rpartition(",")[2]
    first = aside.replace("'", "' ").split()[:1]
    if reading.words.whose.match(f"{aside.lstrip()} "):
        return True  # *X, dont le parti soutient Y,*
    return not (reading.words.subject_relatives | reading.words.object_relatives).isdisjoint(first)


def _is_said_of_endorsee(reading: Reading, stand: Stand) -> bool:
    """*The Green whom X backs is third*: a relative that only tells who is meant."""
    endorsee, cue = stand.endorsee, stand.cue
    if endorsee is None or cue.clitic or not cue.unit.start <= endorsee.start < endorsee.end <= cue.start:
        return False
    return object_relative(reading, cue.unit, cue.start) is not None


def _is_lasting(reading: Reading, stand: Stand) -> bool:
    """Whether the present tells a state, or what has been going on: *is for X*, *stumps for X*."""
    cue = stand.cue
    is_refusal = stand.stance == "none" and not _is_before_count(reading) and not _is_abstention(reading, cue)
    if stand.stance != "none" and not reading.words.momentary.isdisjoint(cue.flat.split()[:2]):
        return False
    is_state = cue.construction.is_state and not is_refusal
    return is_state or _goes_on(reading, cue)


def _goes_on(reading: Reading, cue: Cue) -> bool:
    """Whether the words tell what somebody has been doing: *stumps for X*, *continue de soutenir X*."""
    return not reading.words.lasting.isdisjoint(cue.flat.split())


def _is_abstention(reading: Reading, cue: Cue) -> bool:
    """Whether a refusal is one that goes on (*stays neutral*, *is keeping out of it*), not an act
    (*refuse de choisir*)."""
    if cue.construction.rule in ABSTENTIONS:
        return True
    first, *others = cue.flat.split()
    forms = (form for word in others for form in reading.words.constructions.get(word, ()))
    return reading.words.continuous.match(first) is not None and any(tense == "gerund" for _, tense in forms)


def _is_earlier(reading: Reading, stand: Stand, tense: str, before: str, after: str) -> bool:
    """Whether a clause names a time before the night, or its sentence goes on from one that does: *Two
    days ago … Then X endorsed Y.*"""
    if tense == "present" and not stand.cue.construction.is_state:
        before, after = (reading.words.already.sub(" ", zone) for zone in (before, after))
    if stand.cue.tense in ("future", "conditional"):
        after = ""  # *told us that he won't vote for X in November*
    is_state = stand.cue.construction.is_state
    if _is_told_of(reading.words.earlier, before, after) or _is_day_before(reading, tense, before, after, is_state):
        return True
    if stand.cue.is_participial and any(reading.words.earlier.search(part) for part in before.split(",")[-2:]):
        return True  # *did so last week, throwing his weight behind X*
    unit = stand.cue.unit
    if tense not in PAST_TENSES or unit.is_quoted or not reading.words.resuming_time.match(unit.flat):
        return False
    bounds = reading.context.references.sentences(reading.entry)
    index = bisect_left(bounds, (unit.start, 0)) - 1
    if index < 0 or reading.context.quotation_at(bounds[index][0] + 1) is not None:
        return False  # *“Three months ago, I got in,” he said. He then endorsed X*
    start = bounds[index][0] - reading.entry.char_start
    opening = reading.flat[start : min(start + OPENING, bounds[index][1] - reading.entry.char_start)]
    return _is_told_of(reading.words.earlier, "", opening) or _is_day_before(reading, tense, "", opening)


def _is_day_before(reading: Reading, tense: str, before: str, after: str, is_state: bool = False) -> bool:
    """Whether a clause names a day before the night."""
    return _names_day(reading, "earlier", tense, before, after, tense in PAST_TENSES or is_state)


def _names_day(reading: Reading, when: When, tense: str, before: str, after: str, is_whole: bool) -> bool:
    """Whether a clause names a day: before its verb, at the head of a part of its own, or, when it is
    whole, after the verb; *urges them to back X on Sunday* tells the day of the vote."""
    days = calendar(reading.context.language.code)
    if days is None:
        return False
    nights = [reading.context.liveblog.date]
    if reading.entry.date_published is not None:
        nights.append(reading.entry.date_published.date())
    *parts, near = before.split(",")
    zone, *others = after.split(",")

    def told(text: str, is_head: bool) -> bool:
        found = days.told(text, nights, tense in PAST_TENSES)
        return any(told == when and (not is_head or start <= HEAD) for start, told in found)

    if told(near, False) or any(told(p.strip(), True) for p in [*parts, *others]):
        return True
    return is_whole and told(zone, False)


def _is_said_here(stand: Stand, tense: str, many: bool) -> bool:
    """The endorser's own words, or a vote announced (*votera X*)."""
    if stand.is_own_words and tense not in ("pluperfect", "imperfect"):
        return True
    return tense == "future" and stand.cue.construction.rule in (*VOTES, *BALLOTS) and not many


def _is_quoted_from_earlier(reading: Reading, cue: Cue) -> bool:
    """*« Je voterai X », disait Y jeudi*: whether the verb that reports somebody's words has an earlier day
    beside it."""
    row = cue.unit.speaker or reading.quote_at(cue.head) or {}
    if cue.tense in PAST_TENSES and reading.words.recalls.search(flattened(str(row.get("cue") or ""))):
        return True  # *« J'ai appelé à voter X », rappelle Y*
    start, end, verb = row.get("char_start"), row.get("char_end"), row.get("cue_char_start")
    if start is None or end is None or verb is None:
        return False
    base, last = reading.entry.char_start, reading.entry.char_end
    if end <= verb < end + ATTRIBUTION:
        sentence = reading.context.references.sentence(verb, reading.entry)
        before, after = "", reading.flat[end - base : min(sentence.end, end + ATTRIBUTION, last) - base]
    elif start - ATTRIBUTION < verb < start:
        before, after = reading.flat[max(0, start - ATTRIBUTION - base) : start - base], ""
        before = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    else:
        return False
    after = after.lstrip(" ,")
    return _is_told_of(reading.words.earlier, before, after) or _is_day_before(reading, "past", before, after)


def _is_avowed(reading: Reading, stand: Stand, before: str) -> bool:
    """*Untel dit avoir voté X*, *says that he voted X*: a ballot told of in the present."""
    is_state = stand.cue.construction.is_state and stand.cue.tense == "present"
    asides = " ".join(stand.cue.flat.split(",")[1:])
    said = f"{before[-60:]} {asides}"
    told = reading.words.speaking.search(said)
    is_said = told is not None and reading.words.earlier.search(said, told.start()) is None
    if is_state and not stand.cue.unit.is_quoted and is_said:
        return True  # *Untel dit soutenir X*, *is, he says, behind X*
    if stand.cue.construction.rule not in CAST:
        return False
    if stand.cue.tense in ("perfect", "past") and reading.words.speaking.search(before[-60:]):
        return True
    is_told = stand.cue.tense in ("pluperfect", "past") and reading.words.avowing.search(before[-_AVOWED:]) is not None
    return is_told and not reading.words.earlier.search(before)


def _is_own_vote(reading: Reading, stand: Stand, before: str, many: bool) -> bool:
    """*Untel a voté X*: today's ballot, told now, not in passing (*Untel, qui a voté X,*)."""
    passing = reading.words.subject_relatives.intersection(before.split(",")[-1].split())
    is_vote = stand.cue.construction.rule in CAST
    is_person = stand.endorser.entity is not None and stand.endorser.entity.is_person
    is_vote = is_vote and reading.entry.section != "lead"
    return is_vote and is_person and stand.cue.tense in ("perfect", "past") and not many and not passing


def _is_told_of(times: re.Pattern[str], before: str, after: str) -> bool:
    """Whether a clause has words of time: beside its verb, or as a part of its own between commas;
    not in what is said of somebody aside (*Untel, maire depuis 1995,*)."""
    parts = before.split(",")
    zones = [parts[-1], after.split(",")[0]]
    if any(times.search(zone) for zone in zones):
        return True
    return any(times.match(part.strip()) for part in [*parts[:-1], *after.split(",")[1:]])


def _told(reading: Reading, cue: Cue, before: str) -> str:
    """The tense in which a stand is told: that of the verb which reports it or governs it, when there
    is one."""
    if (
        cue.tense == "noun"
        and cue.construction.sides in VERBLESS
        and cue.construction.rule in (*INSTRUCTIONS, *BALLOTS)
    ):
        return "present"
    if reading.words.before_doing.search(cue.unit.flat, 0, cue.head - cue.unit.start):
        earlier = [s.cue for s in reading.stands if s.cue.unit is cue.unit and s.cue.start < cue.start]
        if earlier and earlier[-1].tense == "pluperfect":
            return "past"  # *had endorsed X before falling in line behind Y*
    if cue.is_participial:
        said = [*before.split(), *before.replace("'", " ").split()]  # s'était retiré en appelant à …
        found = reading.words.tenses(said)
        if "pluperfect" in found:
            return "pluperfect"
        if cue.start == cue.head:
            return "perfect" if "perfect" in found else cue.tense
    told = reading.words.reported.search(before)
    if cue.tense in ("future", "conditional", "imperfect", "progressive") and told is not None:
        is_before = "pluperfect" in reading.words.tenses(told[0].split()[:1])  # *avait fait savoir qu'il voterait X*
        return "pluperfect" if is_before else "past"
    return cue.tense


def _reported_in(reading: Reading, cue: Cue) -> set[str]:
    """The tenses of the verb that reports the words in which a cue stands; none when they are not
    quoted."""
    row = cue.unit.speaker or reading.quote_at(cue.head) or {}
    cue_start = row.get("cue_char_start") or 0
    said = flattened(reading.context.text[max(0, cue_start - 8) : cue_start] + str(row.get("cue") or "")).split()
    return set(reading.words.tenses(said))


def is_reminder(reading: Reading, cue: Cue) -> bool:
    """Whether words quoted are told as said before, on the day of the last vote: *she had told her
    supporters*."""
    return _is_last_vote(reading) and not _reported_in(reading, cue).isdisjoint(("perfect", "pluperfect"))


def _clause(reading: Reading, cue: Cue, others: list[Cue]) -> tuple[str, str]:
    """The words of the clause up to the end of a cue, and after it, parentheses left out."""
    unit = cue.unit
    low = max((c.end for c in others if c.end <= cue.start), default=unit.start)
    high = min((c.start for c in others if c.start >= cue.end), default=unit.end)
    before = _PARENTHESES.sub(" ", _unnamed(reading, low, cue.end, unit))
    after = _PARENTHESES.sub(" ", _unnamed(reading, cue.end, high, unit))
    if low > unit.start and reading.words.opening.match(before.lstrip()) and not before.lstrip().startswith(","):
        before = before.partition(",")[2] or before  # what completes the stand before
    opening, closing = reading.words.boundaries.search(before), reading.words.boundaries.search(after)
    aside = reading.words.asides.search(after)
    closing = min((m for m in (closing, aside) if m), key=lambda m: m.start(), default=None)
    if opening is not None and opening.end() < len(before):
        before = before[opening.end() :]
    return before, after[: closing.start()] if closing else after


def _unnamed(reading: Reading, start: int, end: int, unit: Unit) -> str:
    """The words of a stretch without its names, which may hold a day: *the Sunday Bugle*."""
    pieces, position = [], start
    for mention in reading.context.people.between(start, end):
        if mention.start >= position and mention.end <= end:
            pieces += [unit.between(position, mention.start), "_" * (mention.end - mention.start)]
            position = mention.end
    return "".join([*pieces, unit.between(position, end)])


def _past_round(reading: Reading, before: str, cue: Cue, after: str, tense: str) -> int | None:
    """The earlier round that a clause tells, 0 for another contest, None when it tells neither."""
    liveblog, words, inside, start = reading.context.liveblog, reading.words, cue.flat, cue.unit.start
    if _is_once_as(reading, cue):
        return 0
    parts = after.split(",")
    zones = [parts[0], inside, *(p for p in parts[1:] if words.opening.match(p.lstrip()))]
    if tense not in ("present", "noun"):
        for opening in before.rpartition(": ")[2].lstrip(" ,(").split(",")[:2]:
            part = opening.lstrip()  # *For the record, in the contest of 2022 he backed X*; *And in 1993 Y backed X*
            joined = reading.words.and_joined.match(part)
            part = part[joined.end() :].lstrip() if joined else part
            if reading.words.opening.match(part):
                zones.append(part[:_OPENING_TIME])
                break
        if tense in ("pluperfect", "imperfect"):
            zones.append(words.incise.sub(" ", before[-60:]).rsplit(",", 1)[-1])
        beside = before.removesuffix(inside).rstrip()[-_YEAR_BEFORE:]
        if beside[-4:].isdigit():
            zones.append(beside)  # *which in 2015 endorsed X*
    is_timeless = tense == "present" and not cue.is_participial  # *after backing X in 1928*
    for zone in zones if not is_timeless else ():
        year = words.year.search(zone)
        if year and int(year[1]) < liveblog.date.year:
            return 0
    if tense in ("past", "perfect") and _is_of_year_aside(reading, before):
        return 0
    if not is_timeless and words.formerly.search(before.removesuffix(inside).rstrip()):
        return 0  # *who once backed X*
    if tense == "present":
        is_of_other = any(
            (told := words.past_contests.search(z)) and not _is_this_contest(reading, told) for z in zones
        )
        return 0 if cue.is_participial and is_of_other else None  # *expelled for voting Green in the local elections*
    if _is_of_old(reading, before, tense):
        return 0
    if tense == "noun" and not words.former.isdisjoint(before.split()[-3:-1]):
        return 0
    if tense in EARLIER_TENSES and _is_of_year_before(reading, inside, start):
        return 0
    if tense == "pluperfect" and liveblog.round > 1:
        days = calendar(reading.context.language.code)
        dated = [*zones, before.lstrip(" ,").split(",")[0][:OPENING]]
        ago = max(days.longest_ago(zone, liveblog.date) for zone in dated) if days else 0
        if ago > BETWEEN_ROUNDS:
            return 0  # *Il avait rallié X le 3 mai*, told on the night of 17 June
    for zone in zones:
        if (told := words.past_words.search(zone)) and not _is_this_contest(reading, told):
            return 0
        for number, pattern in words.past_rounds:
            is_over = number == liveblog.round and tense == "pluperfect" and _results_known(reading)
            if (number < liveblog.round or is_over) and pattern.search(zone):
                return number  # *avait soutenu X au premier tour*, once that is counted
    return None


def _is_once_as(reading: Reading, cue: Cue) -> bool:
    """*Comme en 2017, où il avait rallié X, Y appelle à voter Z*: whether a cue stands in the clause on an earlier
    year that opens a sentence."""
    opening = reading.words.once_as.match(cue.unit.flat)
    year = _YEAR.search(opening[0]) if opening is not None else None
    if opening is None or year is None or int(year[0]) >= reading.context.liveblog.date.year:
        return False
    end = cue.unit.start + opening.end()
    return end <= cue.start and "," not in cue.unit.between(end, cue.start)


def _is_of_year_before(reading: Reading, inside: str, start: int) -> bool:
    """*En 2006, X l'avait emporté. Y s'était ensuite rangé derrière elle*: whether a stand followed on what one of the
    sentences just before tells of an earlier year, or opens with."""
    words, base, night = reading.words, reading.entry.char_start, reading.context.liveblog.date.year
    zones = [reading.flat[first - base : last - base] for first, last in reading.bounds_before(start)[-SENTENCES_BACK:]]
    openings = [zone.lstrip() for zone in zones]
    opening = reading.flat[start - base :].lstrip()[:_OPENING_TIME]
    is_redated = words.opening.match(opening) or words.redated.match(opening)
    if not is_redated and any(
        words.years_ago.match(o) or ((y := words.year.match(o)) and int(y[1]) < night) for o in openings
    ):
        return True
    if words.thereafter.search(inside) is None and words.dated_back.match(opening) is None:
        return False
    years = [year for zone in zones if (year := _YEAR.search(zone))]
    return any(int(year[0]) < night for year in years)


def _is_of_old(reading: Reading, before: str, tense: str) -> bool:
    """*Four years ago she was an X supporter*: what somebody was, in a sentence that opens with a time of years."""
    if reading.words.years_ago.match(before.lstrip(" ,")) is None:
        return False
    over = {*EARLIER_TENSES, "past"}
    return tense in over or not over.isdisjoint(reading.words.tenses(before.split()))


def _is_of_year_aside(reading: Reading, before: str) -> bool:
    """*X, whose front page in 2007 mocked Z and urged readers to back Y,*: a year at the head of a relative tells
    when all that it joins took place."""
    aside = before.rpartition(",")[2].lstrip()
    year = reading.words.year.search(aside)
    if year is None or int(year[1]) >= reading.context.liveblog.date.year:
        return False
    lead, rest = aside[: year.start()].split(), aside[year.end() :]
    is_owned = bool(lead) and reading.words.whose.search(f"{lead[0]} ") is not None
    if len(lead) > (YEAR_HEAD if is_owned else 1) or reading.words.and_joined.match(rest.lstrip()):
        return False  # *who lost in 2007 and backs Y*
    is_relative = is_owned or not reading.words.subject_relatives.isdisjoint(lead)
    return is_relative and reading.words.and_joined.search(rest) is not None


def _is_this_contest(reading: Reading, told: re.Match[str]) -> bool:
    """Whether the words that name a contest are of the one that is reported."""
    contest, is_second = fold(reading.context.liveblog.contest_id), reading.context.liveblog.round > 1
    said = [w for w in told[0].split() if len(w) >= _SHORTEST]
    return any(fold(w)[:_STEM] in contest or (is_second and w in reading.words.second_rounds) for w in said)


def _is_last_vote(reading: Reading) -> bool:
    rounds, kind = rounds_of(reading.context.liveblog), contest(reading.context.liveblog.contest_id)[1]
    is_primary = kind == "primary" or reading.context.liveblog.election_type == "primary"
    if is_primary and rounds > 1:
        return False  # the losers of the last round have yet to rally the winner
    return reading.context.liveblog.round >= rounds


def _is_over(reading: Reading) -> bool:
    """Whether the second of two votes has been counted: who tells of his ballot then looks back."""
    return reading.context.liveblog.round > 1 and _is_last_vote(reading) and _results_known(reading)


def _is_news(reading: Reading, stand: Stand, before: str) -> bool:
    """Whether an act told in the perfect is news: nothing tells what is voted on, nor that it is being
    counted, and one endorser alone is told of, not in passing."""
    kind = contest(reading.context.liveblog.contest_id)[1]
    if (
        kind != "other"
        or reading.context.liveblog.round > 1
        or counting_start(reading.context, reading.words) is not None
    ):
        return False
    alone = sum(s.cue is stand.cue for s in reading.stands) == 1
    passing = reading.words.subject_relatives.intersection(before.split(",")[-1].split())
    return alone and not passing and not reading.words.earlier.search(before)


def _is_of_eve(reading: Reading) -> bool:
    """Whether a post is of a day before the vote."""
    published = reading.entry.date_published
    return published is not None and published.date() < reading.context.liveblog.date


def _is_before_count(reading: Reading) -> bool:
    """Whether the post comes before the first results of the night, when nobody campaigns any more."""
    return counting_start(reading.context, reading.words) is not None and not _results_known(reading)


def _is_without_results(reading: Reading) -> bool:
    """Whether neither this post nor any other of the document tells results."""
    return counting_start(reading.context, reading.words) is None and not _results_known(reading)


def _results_known(reading: Reading) -> bool:
    """Whether results have been told: by a figure read as one in this post or before, or by the words of a post."""
    if reading.context.count in COUNTED and reading.entry.date_published is not None:
        return True
    moment = counting_start(reading.context, reading.words)
    if reading.entry.date_published is None:
        return moment is not None
    return moment is not None and reading.entry.date_published >= moment
