"""Cues: the words that make a stand, with their auxiliary, negation and governor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from minutier.extract.folding import fold
from minutier.extract.quotation import Quotation
from minutier.extract.stands.grammar import Construction
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.subjects import blamed_for, subjects_of
from minutier.extract.stands.units import CALLS, ROLL_CALL, Cue, Unit

_WITHDRAWALS = tuple(
    f"endorsements.{rule}" for rule in ("withdraws_for", "stands_aside_for", "merges_with", "joins", "nominates")
)
"""Rules of acts which somebody may refuse and still choose."""
_SUPPORTS = tuple(f"endorsements.{rule}" for rule in ("backs", "gives_support", "comes_out_for"))
"""Rules of acts which somebody who will not do them opposes."""
_GIVEN = _SUPPORTS[:2]
"""Those of them that are refused for good by whoever will not do them: *won't campaign for X* opposes nobody."""
_FEW = 3
"""Fewer words than these stand between a colon and the verb of what somebody says."""
_PARTICLE = 4
"""Characters of the space and the particle before an infinitive: *de*, *to*."""
_NEXT_WORD = re.compile(r" [\w'-]+")
MODAL = "modal"
"""What marks a word by which somebody says what others are to do: *il faut*, *les électeurs doivent*."""
_WORDS_OF_OBLIQUE = 3
"""Words of a construction, at most, behind its verb, where its preposition stands before a relative."""
_FAR_RUMOUR = 150
"""Characters from the word for a rumour to what it tells."""
_LEFT = 90
"""Characters before a first word in which its auxiliary, negation or governor is looked for."""


_ASIDE = re.compile(r",[^,]*,")
"""Words between commas: *has, to nobody's surprise, endorsed*."""
_NEXT_CLAUSE = re.compile(r"[,;](?:D[axL]{0,2})?[NOKg][zt]{0,2}[VvA]")
"""Classes of the words by which the next clause begins: *, la CGT s'est*."""


class _Verb(NamedTuple):
    """A verb form and what stands before it: ``start`` is where its auxiliary, clitic or negation begins."""

    start: int
    tense: str
    auxiliary: str = ""
    clitic: str = ""
    is_reflexive: bool = False
    is_negated: bool = False
    is_participial: bool = False
    is_impersonal: bool = False
    form: str = ""  # the form itself, when an auxiliary stands before it
    effect: str = ""  # of a governor: commit, refuse, hypothesis, drop


def cues_at(reading: Reading, unit: Unit, match: re.Match[str]) -> Iterator[Cue]:
    """The readings of a first word, in the order of the language file."""
    flat, behind = unit.flat, match.end()
    if not unit.is_quoted and reading.words.rumour.search(flat, max(0, match.start() - _FAR_RUMOUR), match.start()):
        return  # *Rumours that X would back Y came to nothing*
    incise = reading.words.incise.match(flat, behind)
    preposition: str | None = None  # looked for when a construction first wants it
    verbs: dict[str, _Verb | None] = {}  # by tense of the form
    for construction, tense in reading.words.constructions[match[0]]:
        then = construction.then.match(flat, behind)
        if then is None and incise is not None and tense != "noun":
            then = construction.then.match(flat, incise.end())  # refuse, lui, de choisir
        end = unit.start + max(then.end(), behind) if then else 0
        if then is None and tense != "noun" and construction.sides == "object" and not construction.is_state:
            if preposition is None:
                preposition = _preposition_before(reading, unit, match)
            if preposition:
                end = _end_of_oblique(construction, unit, match, preposition)
        if not end:
            continue
        before = unit.flat[max(0, match.start() - 60) : match.start()]
        if construction.after is not None and not construction.after.search(before):
            continue
        while unit.flat[end - unit.start - 1].isspace():
            end -= 1
        if construction.rule in CALLS and _enters_clause(unit, unit.start + match.end(), end):
            continue
        if tense == "noun":
            yield _noun(reading, construction, unit, unit.start + match.start(), end)
            continue
        if tense not in verbs:
            verbs[tense] = _verb(reading, tense, unit, match)
        if (verb := verbs[tense]) and (cue := _cue(reading, construction, verb, unit, match, end)):
            yield cue


def _end_of_oblique(construction: Construction, unit: Unit, match: re.Match[str], preposition: str) -> int:
    """Where a construction ends whose preposition stands before its relative, 0 for none: *derrière lequel s'est rangé
    X*, *pour qui X a fait campagne*."""
    if construction.closing:
        return 0
    end = match.end()
    for _ in range(_WORDS_OF_OBLIQUE + 1):
        if construction.then.match(f"{unit.flat[match.end() : end]}{preposition}"):
            return unit.start + end
        if (word := _NEXT_WORD.match(unit.flat, end)) is None:
            break
        end = word.end()
    return 0


def _enters_clause(unit: Unit, start: int, end: int) -> bool:
    """*A a recommandé B, la CGT s'est bornée à appeler à …*: whether the words of a call run on into a clause that has
    a subject and a verb of its own."""
    first, last = unit.sentence.index(start), unit.sentence.index(end)
    return _NEXT_CLAUSE.search(unit.sentence.tags, first, last) is not None


def _preposition_before(reading: Reading, unit: Unit, match: re.Match[str]) -> str:
    """The preposition that a relative takes with it: *X, derrière lequel Y s'est rangé*."""
    relative = None
    for found in reading.words.oblique.finditer(unit.flat, max(0, match.start() - 70), match.start()):
        relative = found
    if relative is None:
        return ""
    *lead, last = relative["prep"].split(" ")
    if last in reading.words.contracted_of:
        last = reading.words.contracted_of[last]
    return f" {' '.join([*lead, last])} "


def _verb(reading: Reading, tense: str, unit: Unit, match: re.Match[str]) -> _Verb | None:
    """The verb group of a form in a tense, whatever its construction; None where it tells no stand."""
    if _is_another_word(reading, unit, match):
        return None
    verb = _conjugated(reading, _verb_group(reading, tense, unit, match), tense, unit, match)
    if verb is None:
        return None
    if verb.is_negated and reading.words.restriction.match(unit.flat, match.end()):
        verb = verb._replace(is_negated=False)  # *ne votera que pour X*
    if reading.words.wished.match(unit.flat) or _is_supposed(reading, unit, verb):
        return None
    if reading.words.unreal.match(unit.flat, verb.start - unit.start):
        return None  # *aurait voté X s'il avait été candidat*
    head = unit.start + match.start()
    return None if _is_reporting(reading, unit, verb) or _is_asked(reading, unit, verb, head) else verb


def _cue(
    reading: Reading, construction: Construction, verb: _Verb, unit: Unit, match: re.Match[str], end: int
) -> Cue | None:
    """The cue that a verb group makes, or None when it speaks against the construction."""
    head = unit.start + match.start()
    if verb.effect == "own" and construction.needs:
        return None  # *“Proud to stand with X”*, under a picture
    is_said_of_past = verb.auxiliary.split(" ")[0] in reading.words.infinitive_auxiliaries and verb.is_negated
    if is_said_of_past and construction.needs != "negation":
        return None  # *dit n'avoir jamais voté X*
    if construction.needs == "unbroken" and _has_person(reading, unit.start + match.end(), end):
        return None  # *votera Y contre X*
    if construction.sides == "agent" and (
        verb.tense == "participle" or verb.auxiliary.split(" ")[0] in reading.words.passive
    ):
        verb = verb._replace(tense="passive")
    if verb.tense == "participle" or not _meets_needs(reading, construction, verb, unit):
        return None
    is_asked = construction.rule in CALLS and reading.words.called_upon.match(unit.flat, verb.start - unit.start)
    flocks = (reading.words.flock, reading.words.own_flock)
    if is_asked and not any(flock.search(unit.flat, 0, verb.start - unit.start) for flock in flocks):
        return None  # *X was asked to back Y*: what others want of X is none of his stands
    if verb.tense in reading.words.hearsay and not verb.effect and _is_hearsay(reading, unit, verb):
        return None
    stance, tense = _stance(reading, construction, verb, unit, match.end())
    closing = construction.closing
    if stance == "none" and closing is not None and not closing.search(unit.flat, end - unit.start):
        return None  # *rules out helping X to power*
    if _is_for_nobody(reading, construction, verb, unit, end - unit.start):
        stance, tense = "none", verb.tense
    if blamed_for(reading, unit, verb.start):
        tense = "pluperfect"  # *attacked X for endorsing Y*
    if not stance or (
        stance == "support" and reading.words.inner_negation.search(unit.flat, match.end(), end - unit.start)
    ):
        return None
    return Cue(
        construction,
        unit,
        verb.start,
        head,
        end,
        tense,
        stance,
        verb.clitic,
        verb.is_impersonal,
        verb.is_participial,
    )


def _has_person(reading: Reading, start: int, end: int) -> bool:
    """Whether a person is named between a verb and the end of its cue."""
    return any(m.entity.is_person and m.end <= end for m in reading.context.people.between(start, end))


def _noun(reading: Reading, construction: Construction, unit: Unit, head: int, end: int) -> Cue:
    """*soutien de X*; with two sides of its own (*pas une voix pour X*) the noun stands for the verb
    it lacks."""
    if construction.sides != "object":
        return Cue(construction, unit, head, head, end, "noun", construction.stance)
    is_own_words = unit.is_quoted or reading.quote_at(head) is not None or construction.needs == MODAL
    return Cue(construction, unit, head, head, end, "present", construction.stance, "", is_own_words, True)


def _is_another_word(reading: Reading, unit: Unit, match: re.Match[str]) -> bool:
    """Whether a form is a noun or an adverb here: *le vote Macron*, *take back the House*."""
    low, words = max(0, match.start() - _LEFT), reading.words
    if match[0] in words.gerund_forms and words.gerunds.search(unit.flat, low, match.start()):
        return False  # *no hesitation in backing X*
    if words.object_before.search(unit.flat, low, match.start()):
        return False  # *je le soutiens*
    last = unit.flat[low : match.start()].split()[-1:]
    if last and not {"future", "conditional"}.isdisjoint(words.tenses(last)):
        return False  # *X, beaten in 2017, will vote for Y*
    if _follows_modal(reading, unit, low, match.start()):
        return False
    if match[0] in words.also_nouns and _follows_pronoun(unit, unit.start + match.start()):
        return False  # *says that she votes Y*
    if match[0] in words.also_nouns and _follows_home(reading, unit, unit.start + match.start()):
        return False  # *X of Ohio and Y of Tennessee support Z*
    is_apposed = unit.flat[: match.start()].rstrip().endswith(",")
    if match[0] in words.also_nouns and is_apposed and words.noun_after.match(unit.flat, match.end()):
        return True  # *X et Y, soutiens de Z,*
    if match[0] in words.also_nouns and _is_of_body(reading, unit.start + match.start(), match[0]):
        return False  # *the GMB calls on workers to…*
    if match[0] in words.also_nouns and words.determiner.search(unit.flat, low, match.start()):
        clause = unit.flat[low : match.start()].rpartition(",")[2].split()
        return words.object_relatives.isdisjoint(clause[:1])  # X, whom the Greens support
    return match[0] in words.also_adverbs and words.particle_verbs.search(unit.flat, low, match.start()) is not None


def _follows_modal(reading: Reading, unit: Unit, low: int, start: int) -> bool:
    """Whether only an adjunct stands between an auxiliary of the future and a form: *will on the contrary vote*."""
    left = reading.words.left.search(unit.flat, low, start)
    auxiliary = (left.groupdict().get("aux") or "").strip() if left is not None else ""
    if left is None or {"future", "conditional"}.isdisjoint(reading.words.tenses([auxiliary])):
        return False
    between = unit.flat[left.end("aux") : start].split()
    return bool(between) and unit.sentence.words.tags.get(between[0]) == "p"


def _follows_home(reading: Reading, unit: Unit, head: int) -> bool:
    """Whether somebody's name and his place stand right before a form: *Untel of Tennessee*."""
    place, tags = reading.context.people.at(head - 2), unit.sentence.tags
    if place is None or place.entity.kind != "place" or place.end != head - 1:
        return False
    index = unit.sentence.index(place.start)
    return tags[index - 2 : index] == "Nf"


def _follows_pronoun(unit: Unit, head: int) -> bool:
    """Whether a pronoun stands right before a form."""
    kinds = ("pronoun", "impersonal")
    return any(p.kind in kinds and head - 2 <= p.end < head for p in unit.sentence.phrases if p.end > head - 3)


def _is_of_body(reading: Reading, head: int, form: str) -> bool:
    """Whether the name of a union, a newspaper or the like stands right before a form of the singular."""
    before = reading.context.people.at(head - 2)
    is_body = before is not None and before.end == head - 1 and before.entity.kind in ("organization", "outlet")
    return is_body and reading.words.singular.fullmatch(form) is not None


def _is_reporting(reading: Reading, unit: Unit, verb: _Verb) -> bool:
    """*« … », soutient Untel*: a verb right after the words it reports; not *X, star of “Y”, backs Z*."""
    text = reading.context.text
    before = text[max(unit.start, verb.start - 4) : verb.start].rstrip(" ,\u00a0\u202f")
    if verb.tense != "present" or before[-1:] not in ("»", "”", '"'):
        return False
    quotation = reading.context.quotation_at(verb.start - 1) or reading.context.quotation_at(verb.start - 3)
    if quotation is not None and _is_quoted_name(reading, quotation):
        return False  # *« La Croix » se prononce pour X*
    lead = text[unit.start : quotation.start].rstrip(" \u00a0\u202f") if quotation else ""
    if lead[-1:].isalpha() and "," in lead:
        return False
    return reading.context.quotation_at(verb.start) is None


def _is_quoted_name(reading: Reading, quotation: Quotation) -> bool:
    """Whether all that stands between quotation marks is the name of a body: a newspaper, a movement."""
    named = reading.context.people.between(quotation.inner_start, quotation.inner_end)
    if len(named) != 1 or named[0].entity.is_person:
        return False
    return not any(
        map(
            str.isalnum,
            reading.context.text[quotation.inner_start : named[0].start]
            + reading.context.text[named[0].end : quotation.inner_end],
        )
    )


def _is_asked(reading: Reading, unit: Unit, verb: _Verb, head: int) -> bool:
    """*Asked whether she backs X*, *dira si elle soutient X*, *usually backs X*: no stand in this vote."""
    if verb.is_participial and not verb.auxiliary:
        return False  # *asked whether she regretted backing X*
    before = unit.between(max(unit.start, head - _LEFT), head)
    return reading.words.usually.search(before) is not None or reading.words.asking.search(before) is not None


def _is_supposed(reading: Reading, unit: Unit, verb: _Verb) -> bool:
    """*Si Y soutient X, …*: the clause that a condition opens tells no stand; *si Y a soutenu X, Z ne l'a pas fait*
    and *si Y soutient X, Z, lui, …* grant one."""
    if verb.tense == "perfect" or (verb.tense == "pluperfect" and not _has_conditional(reading, unit)):
        return False
    if reading.words.granted.match(unit.flat) is not None:
        return False
    clause = re.split(r"[,;:.!?«“\x00]", unit.between(max(unit.start, verb.start - _LEFT), verb.start))[-1]
    return reading.words.protasis.match(clause.lstrip()) is not None


def _has_conditional(reading: Reading, unit: Unit) -> bool:
    """Whether an auxiliary of a sentence is in the conditional."""
    said = unit.flat.replace("'", " ").split()
    return "conditional" in reading.words.tenses(said)


def _is_hearsay(reading: Reading, unit: Unit, verb: _Verb) -> bool:
    """*X voterait Y*, in no clause that reports words and under no condition."""
    if unit.is_quoted or reading.words.conditions.search(unit.flat):
        return False
    before = unit.flat[: verb.start - unit.start]
    told, colon, rest = before.rpartition(":")
    if colon and len(rest.split()) < _FEW and reading.words.reported.search(told[-_LEFT:]):
        return False  # *avait prévenu : elle ne choisirait pas*
    return not any(f" {word}" in before[-60:] for word in reading.words.object_relatives)


def _meets_needs(reading: Reading, construction: Construction, verb: _Verb, unit: Unit) -> bool:
    if construction.needs == "negation":
        is_refused = verb.effect in ("refuse", "never", "yet") and construction.stance in ("none", "oppose")
        is_refused = is_refused and verb.form != "without"
        is_told = construction.stance == "none" and verb.clitic in reading.words.addressed  # *ne vous dirai pas*
        return (verb.is_negated or is_refused) and (is_told or not verb.clitic)
    if construction.needs == ROLL_CALL:
        return reading.is_roll_call(unit)
    if construction.needs == "recent":
        return bool(reading.stands)
    if construction.needs == "must":
        return verb.effect == "must" or (verb.is_impersonal and not verb.effect and _is_bidding(reading, unit, verb))
    return construction.needs != "reflexive" or verb.is_reflexive


def _is_bidding(reading: Reading, unit: Unit, verb: _Verb) -> bool:
    """*“Send X back to Congress,” says Y*: whether a form without a subject opens a clause of words quoted."""
    before = unit.flat[: verb.start - unit.start].rstrip(" \x00")
    is_own_words = unit.is_quoted or reading.quote_at(verb.start) is not None
    return is_own_words and (not before or reading.words.bidding_lead.search(before[-20:]) is not None)


def _stance(reading: Reading, construction: Construction, verb: _Verb, unit: Unit, end: int) -> tuple[str, str]:
    """The stance with its tense once refusal and negation are told; empty when they leave none."""
    if verb.effect == "refuse" and construction.negated == "oppose" and not verb.is_negated:
        return "oppose", verb.tense
    if verb.effect == "never" and (construction.negated == "oppose" or construction.rule in _SUPPORTS):
        return "oppose", verb.tense
    is_silent = construction.needs == "negation" and construction.stance in ("none", "oppose")
    if verb.effect in ("refuse", "never", "yet") and is_silent:
        return construction.stance, verb.tense
    if verb.effect == "yet":
        return "", verb.tense  # *has yet to endorse X* refuses him nothing
    if verb.effect in ("refuse", "never"):
        is_choice = construction.stance == "support" and construction.rule not in _WITHDRAWALS
        return ("none" if is_choice else ""), verb.tense
    if construction.needs == "negation" or not verb.is_negated:
        return construction.stance, verb.tense
    if reading.words.conditions.search(unit.flat, end):  # *ne soutiendra X que si…*
        is_excepted = reading.words.exceptions.search(unit.flat, end) is not None
        return (construction.stance if is_excepted else ""), "conditional"  # *would not back X if he were the nominee*
    is_act = verb.tense in ("future", "conditional") or verb.auxiliary.split(" ")[0] in reading.words.unable
    is_gerund = any(t == "gerund" for _, t in reading.words.constructions.get(verb.form, ()))
    is_going_on = is_gerund and bool(verb.auxiliary) and verb.tense == "present"  # *isn't backing X*
    is_act = (is_act or is_going_on) and construction.rule in _GIVEN
    if is_act and construction.stance == "support":  # *ne soutiendra pas X*
        return "oppose", verb.tense
    return ("" if construction.negated in ("", "drop") else construction.negated), verb.tense


def _is_for_nobody(reading: Reading, construction: Construction, verb: _Verb, unit: Unit, end: int) -> bool:
    """*N'accordera son soutien à personne*, *is throwing her weight behind nobody*: no choice, whatever
    the verb."""
    if construction.stance != "support" or construction.sides != "object" or construction.closing is not None:
        return False
    if "answer" in construction.needs or construction.answer:
        return False
    if reading.words.nobody.match(unit.flat, end):
        return True
    is_denied = verb.is_negated or verb.effect in ("refuse", "never", "yet")
    return is_denied and reading.words.nobody_denied.match(unit.flat, end) is not None


def _verb_group(reading: Reading, tense: str, unit: Unit, match: re.Match[str]) -> _Verb:
    """What stands before a form: negation, clitics, auxiliary."""
    head = unit.start + match.start()
    left = reading.words.left.search(unit.flat, max(0, match.start() - _LEFT), match.start())
    if left is not None and _is_possessive(reading, left, unit):  # *the Bugle's editorial board backs*
        left = reading.words.left.search(unit.flat, left.end("aux"), match.start())
    is_denied = reading.words.negated_before.search(unit.flat, max(0, match.start() - 170), match.start()) is not None
    if left is None or left.end() == left.start():
        return _Verb(head, tense, is_participial=tense == "gerund", is_negated=is_denied)
    groups = left.groupdict()
    start = _after_names(unit, unit.start + left.start(), head)
    auxiliary = (groups.get("aux") or "").strip()
    group = unit.between(start, head)
    is_alone = start == head or (
        tense == "gerund"
        and bool(auxiliary)
        and not reading.words.progressive.search(group)
        and not reading.words.continuous.search(auxiliary)
    )
    if is_alone:
        return _Verb(head, tense, is_participial=tense == "gerund", is_negated=is_denied)
    return _Verb(
        start,
        tense,
        auxiliary,
        clitic=(groups.get("clitic") or "").strip() or (groups.get("clitic2") or "").strip(),
        is_reflexive=bool((groups.get("self") or "").strip()),
        is_negated=bool(groups.get("neg") or groups.get("nay") or reading.words.negation.search(_ASIDE.sub(",", group)))
        or reading.words.negated_before.search(unit.flat, max(0, start - unit.start - 170), start - unit.start)
        is not None,
        is_participial=tense == "gerund" or auxiliary.split(" ")[0] in reading.words.participles,
        form=match[0],
    )


def _is_possessive(reading: Reading, left: re.Match[str], unit: Unit) -> bool:
    """Whether what may be an auxiliary, *'s*, has words of its owner's after it."""
    is_mark = (left.groupdict().get("aux") or "").startswith("'s")
    return is_mark and not _is_adverbial(reading, unit.flat[left.end("aux") : left.end()].split(), unit)


def _is_adverbial(reading: Reading, words: list[str], unit: Unit) -> bool:
    """Whether words may stand between an auxiliary and its verb."""
    known, adverbs = unit.sentence.words.tags, reading.words.adverb_endings
    return all(w.endswith(adverbs) or known.get(w, "x") in "tAVvTz" for w in words)


def _after_names(unit: Unit, start: int, head: int) -> int:
    """The start of a verb group moved after any name or description that it swallowed."""
    for phrase in unit.sentence.phrases:
        if start <= phrase.start and phrase.end <= head and phrase.kind in ("name", "description"):
            start = phrase.end
    while start < head and unit.flat[start - unit.start].isspace():
        start += 1
    return start


def _conjugated(reading: Reading, verb: _Verb, form: str, unit: Unit, match: re.Match[str]) -> _Verb | None:
    """The verb in the tense that its auxiliary or governor gives; None when they make it no stand."""
    head = unit.start + match.start()
    if form == "present" and not verb.auxiliary and _governed(reading, unit, verb.start, ("hypothesis", "drop")):
        return None
    if (
        form == "present"
        and not verb.auxiliary
        and reading.words.infinitive_mark.search(unit.flat, max(0, match.start() - 4), match.start())
    ):
        return None  # *left to oppose them*
    low = max(0, match.start() - _LEFT)
    if form in ("participle", "past") and verb.auxiliary.split(" ")[0] in reading.words.to_have:
        place = verb.start - unit.start
        if reading.words.infinitive_mark.search(unit.flat, max(0, place - 4), place):
            governed = _governed(reading, unit, verb.start, ("commit",))  # *one of the few to have backed X*
            if governed is not None:
                return governed._replace(tense="perfect") if form == "participle" else None
    if form == "participle" and not verb.auxiliary and reading.words.coordinated.search(unit.flat, low, match.start()):
        return verb._replace(tense="perfect")  # *have dropped out and endorsed X*
    begin = match.start() if form == "gerund" else verb.start - unit.start
    if (form == "gerund" or verb.is_participial) and reading.words.pondering.search(unit.flat, max(0, low - 20), begin):
        return None  # *would consider endorsing X*, *denied having voted for X*
    verb = verb._replace(tense=_tense(reading, form, verb.auxiliary, unit.between(verb.start, head)))
    if verb.auxiliary.split(" ")[0] in reading.words.infinitive_auxiliaries:
        if _governed(reading, unit, verb.start, ("drop",)):
            return None  # *dément avoir soutenu X*
        if reading.words.having.search(unit.flat, low, verb.start - unit.start):
            return verb._replace(tense="pluperfect", is_participial=True)
    if form in ("gerund", "present") and (never := _governed(reading, unit, verb.start, ("never",))):
        if never.is_negated:
            return None  # *has not ruled out endorsing X*
        return never._replace(is_negated=form == "gerund")
    if verb.tense == "present" and verb.is_participial:
        if reading.words.refusing.search(unit.flat, 0, match.start()) is None:
            return verb
        is_for_nobody = reading.words.nobody_denied.match(unit.flat, match.end()) is not None
        return verb._replace(effect="refuse") if is_for_nobody else None  # *refrained from endorsing anyone*
    if verb.tense == "infinitive":
        return _infinitive(reading, verb, unit, head)
    is_own_words = unit.is_quoted or reading.quote_at(head) is not None
    if match[0] in reading.words.instruction and verb.tense == "present" and is_own_words:
        said = unit.between(verb.start, head).strip()
        is_bare = (verb.start == head or said in reading.words.bidding) and not _has_subject(reading, unit, verb.start)
        return verb._replace(is_impersonal=is_bare)
    return verb


def _has_subject(reading: Reading, unit: Unit, start: int) -> bool:
    """Whether a verb group has a subject of its own; *please* is none."""
    found = subjects_of(reading, unit, start)
    return any(fold(unit.between(p.start, p.end)) not in reading.words.not_endorsers for p in found)


def _infinitive(reading: Reading, verb: _Verb, unit: Unit, head: int) -> _Verb | None:
    """An infinitive takes its tense and subject from what governs it; in quoted words it may do
    without."""
    is_own_words = unit.is_quoted or reading.quote_at(head) is not None
    start = head if verb.auxiliary else verb.start
    if verb.auxiliary and not verb.clitic and (clitic := _clitic_before(reading, unit, head)):
        start, verb = head - len(clitic) - 1, verb._replace(clitic=clitic)  # *avait fini par lui donner*
    elif verb.auxiliary and (own := _own_before(reading, unit, head)):
        start, verb = head - own, verb._replace(is_reflexive=True)  # *a fini par se ranger derrière*
    governed = _governed(reading, unit, head, ("ban", "never")) or _governed(reading, unit, start)
    if governed is None and (begin := _headline_start(reading, unit, head)):
        return verb._replace(start=begin, tense="future")
    if governed is None:
        return verb._replace(start=start, is_impersonal=True) if is_own_words else None
    if governed.effect == "never" and is_own_words and not subjects_of(reading, unit, governed.start):
        governed = governed._replace(effect="ban")
    if governed.effect == "ban":
        return governed._replace(effect="never", clitic=verb.clitic, is_impersonal=True)
    if governed.effect == "without":  # *sans dire pour qui*: not said, rather than refused
        governed = governed._replace(effect="refuse", form="without")
    if governed.effect == "told":
        governed = governed._replace(effect="commit", tense="noun")
    if governed.effect == "own":  # *« Proud to endorse X »*
        return governed._replace(clitic=verb.clitic, is_impersonal=True) if is_own_words else None
    is_told = governed.effect == "commit" and governed.tense in reading.words.hearsay
    if is_told and _is_hearsay(reading, unit, governed):
        return None  # *aurait décidé de voter Y*
    if governed.effect == "ready":  # *s'est dite prête à soutenir X*, but *serait prête à …* only under a condition
        is_hearsay = governed.tense == "conditional" and reading.words.conditions.search(unit.flat) is None
        governed = governed._replace(effect="hypothesis" if is_hearsay else "commit", tense="conditional")
    is_open = governed.effect == "hypothesis" and not unit.is_quoted and not governed.is_negated
    if is_open and reading.words.conditions.search(unit.flat, head - unit.start):  # *might back X if …*
        governed = governed._replace(effect="commit", tense="conditional")
    if governed.effect == "must":
        is_negated = verb.is_negated or governed.is_negated
        is_negated = is_negated or reading.words.negation.search(unit.between(governed.start, start)) is not None
        own = verb.is_reflexive
        return governed._replace(clitic=verb.clitic, is_reflexive=own, is_negated=is_negated, is_impersonal=True)
    if governed.effect == "drop" or (governed.effect == "hypothesis" and not unit.is_quoted):
        return None
    return governed._replace(
        clitic=verb.clitic,
        is_reflexive=verb.is_reflexive,
        is_negated=verb.is_negated or governed.is_negated,
        is_impersonal=governed.effect == "hypothesis",
    )


def _own_before(reading: Reading, unit: Unit, head: int) -> int:
    """The length of the reflexive right before an infinitive, its space included."""
    place = head - unit.start
    left = reading.words.left.search(unit.flat, max(0, place - 4), place)
    own = (left.groupdict().get("self") or "") if left else ""
    before = unit.flat[max(0, place - len(own) - 1) : place - len(own)]
    return 0 if before.isalnum() or not own or unit.flat[place - len(own) : place] != own else len(own)


def _clitic_before(reading: Reading, unit: Unit, head: int) -> str:
    """The clitic right before an infinitive that its governor stands before."""
    before = unit.between(max(unit.start, head - 8), head).rpartition(" ")[0].split(" ")[-1]
    return before if before in reading.words.clitics else ""


def _tense(reading: Reading, form: str, auxiliary: str, group: str) -> str:
    """The tense of a form with its auxiliary."""
    if form in ("gerund", "participle") and reading.words.progressive.search(group):
        return "progressive"
    first = auxiliary.split(" ")[0].strip(",") if auxiliary else ""
    told = reading.words.tenses([first])
    if not told:
        return "present" if form == "gerund" else form
    if form == "infinitive":
        return next((t for t in told if t not in ("perfect", "pluperfect")), form)
    if form in ("participle", "past", "present", "gerund"):
        return next((t for t in told if t != "conditional"), told[0])
    return form


def _governed(reading: Reading, unit: Unit, start: int, effects: tuple[str, ...] = (), depth: int = 0) -> _Verb | None:
    """What governs an infinitive that begins at an offset: *a décidé de*, *refuse de*, *pourrait*."""
    low, high = max(0, start - unit.start - _LEFT), start - unit.start
    wanted = [g for g in reading.words.governors if not effects or g[0] in effects]
    found: Iterable[tuple[str, re.Pattern[str], re.Match[str] | None]] = (
        (effect, pattern, pattern.search(unit.flat, low, high)) for effect, pattern in wanted
    )
    if "," in unit.flat[low:high] and (aside := _aside_before(reading, unit.flat, low, high)):  # *promet, lui, de …*
        flat = unit.flat[: aside.start()] + unit.flat[aside.end() : high]
        found = chain(found, ((effect, pattern, pattern.search(flat, low)) for effect, pattern in wanted))
    for effect, pattern, match in found:
        if match is None:
            continue
        if pattern is reading.words.caused:
            return _Verb(start, "past", is_negated=False, effect=effect)
        begin = unit.start + match.start()
        left = reading.words.left.search(unit.flat, max(0, match.start() - _LEFT), match.start())
        groups = left.groupdict() if left else {}
        if left and left.end() > left.start():
            begin = _after_names(unit, unit.start + left.start(), begin)
        spelled = f"{groups.get('aux') or ''} {match[0]}".split()
        default = "past" if reading.words.past_governor.match(match[0]) else "present"
        tense = next(iter(reading.words.tenses(form for word in spelled for form in (word, word[2:]))), default)
        said = unit.between(begin, unit.start + match.start())
        is_negated = bool(groups.get("neg") or match.groupdict().get("neg")) or (
            effect in ("never", "commit") and reading.words.negation.search(said) is not None
        )
        is_negated = is_negated or (effect == "commit" and reading.words.not_to.search(match[0]) is not None)
        outer = _governed(reading, unit, begin, ("commit",), depth + 1) if effect == "commit" and depth < 2 else None
        if outer is not None:  # *a fini par se résoudre à voter X*
            return outer._replace(is_negated=outer.is_negated or is_negated)
        return _Verb(begin, tense, is_negated=is_negated, effect=effect)
    return None


def _aside_before(reading: Reading, flat: str, low: int, high: int) -> re.Match[str] | None:
    """The last words between commas that stand apart before an offset, a few characters away: *promet, lui, de*."""
    asides = reading.words.incise.finditer(flat, low, high)
    return next((aside for aside in asides if high - aside.end() <= _PARTICLE), None)


def _headline_start(reading: Reading, unit: Unit, head: int) -> int:
    """*X to endorse Y*: where the verb group begins after a name at the head of a line; 0 elsewhere."""
    before = unit.flat[: head - unit.start]
    mark = reading.words.headline.search(before, max(0, len(before) - 12))
    if unit.is_quoted or mark is None:
        return 0
    first = next((p for p in unit.sentence.phrases if p.kind == "name" and not p.governed), None)
    if first is None or unit.between(unit.end_of(first), head).strip() != before.split()[-1]:
        return 0
    opening = unit.between(unit.start, first.start).strip()
    return unit.start + mark.start() if not opening or opening.endswith(":") else 0
