"""Two figures for two options: duels, opposed shares, the same pair in other words."""

from __future__ import annotations

import itertools
import re

from minutier.extract.numbers import Figure
from minutier.extract.options import Option, coordinated
from minutier.extract.people import Entity, Mention
from minutier.extract.results.links import (
    antecedent,
    grammatical_subject,
    is_related,
    is_towards,
    other_answer,
    other_of,
    rival_of,
)
from minutier.extract.results.reading import (
    Assignment,
    Choice,
    Reading,
    column_of,
    named_before,
    named_between,
    referred,
    source_of_figure,
)


def in_other_words(
    first: Figure, second: Figure, assigned: list[Assignment], reading: Reading
) -> list[Assignment] | None:
    """``No 10,004 votes, Yes 4,883, or 67.2% to 32.8%``: the same two options in another unit; or, of another
    institute, in the same: *52% pour X et 48% pour Y chez Ifop, 53% contre 47% chez BVA*.
    """
    if len(assigned) < 2 or not reading.grammar.versus.fullmatch(reading.context.text, first.end, second.start):
        return None
    (a, left, _), (b, right, _) = assigned[-2:]
    if len(left) != 1 or len(right) != 1 or left[0].name == right[0].name:
        return None
    same_unit = column_of(a, reading) == column_of(first, reading) or first.unit == b.unit
    rule = "vote_results.same_order" if same_unit else "vote_results.in_other_words"
    reached = max(b.end, right[0].end) if right[0].end <= first.start else b.end
    sources = reading.context.people.of_kind("pollster", reached, first.start) if same_unit else []
    if same_unit and not (sources and source_of_figure(second, reading)):
        return None
    reached = max(reached, *(m.end for m in sources), 0)
    introduced = _INTRODUCED.fullmatch(reading.context.text, reached, first.start) is not None
    if first.start - reached > _SHORT and not introduced:
        return None
    return [(first, left, rule), (second, right, rule)]


_INTRODUCED = re.compile(r"[^.;:!?\d]{0,80}:[ \u00a0]")
_SHORT = 24
"""Characters that lead from two figures to the same in other words."""


def respectively(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``X et Y sont élus avec 57,31% et 50,4%``: two figures for two coordinated options, in their order."""
    text = reading.context.text
    if first.unit != second.unit and first.unit:
        return None
    is_joined = reading.grammar.joined.fullmatch(text, first.end, second.start) is not None
    if not is_joined and not reading.grammar.versus.fullmatch(text, first.end, second.start):
        return None
    before = [i for i, o in enumerate(options) if o.end <= first.start]
    if not is_joined and (not before or text[first.start - 2 : first.start] != ": "):
        return None  # “A and B finished 17 votes apart: 9,204 to 9,187”
    if not options and reading.grammar.they.search(text, reading.sentence_start, first.start):
        pair = list(reading.named.values())  # “Au premier tour, elles avaient obtenu 26,4 et 33,1 %”
        if len(pair) == 2 and reading.grammar.verb.search(text, reading.sentence_start, first.start):
            return [(f, [o], "vote_results.respectively") for f, o in zip((first, second), pair, strict=True)]
    if not before or not reading.grammar.verb.search(text, options[before[-1]].end, first.start):
        return None
    chain = coordinated(options, before[-1], reading.context)
    if len(chain) == 1 and len(chain[0].members) == 2 and first.unit in ("", second.unit) and second.unit:
        chain = [*chain[0].members]  # “le PS et le MoDem obtiennent 12 et 9 sièges”
    if len(chain) != 2 or any(is_towards(second, o, reading) for o in options if o.start >= second.end):
        return None
    return [
        (first, [chain[0]], "vote_results.respectively"),
        (second, [chain[1]], "vote_results.respectively"),
    ]


def of_two(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``A rallie B : 17,62% pour le premier, 7,73% pour le second``: the two just named, in their order."""
    text, grammar = reading.context.text, reading.grammar
    if first.unit != second.unit or not grammar.first_of_two.match(text, first.end, second.start):
        return None
    if not grammar.second_of_two.match(text, second.end):
        return None
    named = [o for o in options if o.end <= first.start and o.name and text[o.start - 1 : o.start] != "("]
    if not named and len(reading.pair) == 2:  # in the sentence before
        named = reading.pair
    if not named and len(reading.context.qualified) == 2:  # told of before
        named = [referred(first.start, first.end, entity) for entity in reading.context.qualified]
    if len({o.name for o in named[-2:]}) != 2:
        return None
    return [(figure, [o], "vote_results.of_two") for figure, o in zip((first, second), named[-2:], strict=True)]


def in_favour(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``54% contre 46% en faveur du sortant``, ``It's 54 to 46 for X``: the larger is that of whoever is favoured."""
    text, grammar = reading.context.text, reading.grammar
    if first.unit != second.unit or not grammar.versus.fullmatch(text, first.end, second.start):
        return None
    favoured = next((o for o in options if o.start >= second.end), None)
    if favoured is None or not favoured.name:
        return None
    is_impersonal = grammar.impersonal.fullmatch(text, reading.sentence_start, first.start)
    lead = grammar.towards if is_impersonal else grammar.in_favour
    is_owned = grammar.favour_owned.match(text, favoured.end) is not None  # “55 to 45 in X's favour”
    leads = (grammar.in_favour, lead, *((grammar.favour_owner,) if is_owned else ()))
    if not any(link.fullmatch(text, second.end, favoured.start) for link in leads):
        return None
    rival = rival_of(favoured, reading)
    sides = [[favoured], [rival] if rival else []]
    if (first.value or 0) < (second.value or 0):
        sides.reverse()
    return [(figure, side, "vote_results.in_favour") for figure, side in zip((first, second), sides, strict=True)]


def all_respectively(found: list[Figure], options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``A, B et C sont à respectivement 8,2%, 6,7% et 6,2%``; ``had them on 26% and 24% respectively``."""
    text, grammar = reading.context.text, reading.grammar
    if len(found) < 2:
        return None
    if not (match := grammar.respectively.search(text, reading.sentence_start, found[-1].end + 24)):
        return _in_turn(found, options, reading)
    run = found
    if match.start() > found[0].end:  # after the figures: those up to the word
        run = _side_by_side([f for f in found if f.end <= match.start()], reading)
    named = [o for option in options if option.end <= run[0].start for o in (option.members or (option,)) if o.name]
    if not named and grammar.they.search(text, reading.sentence_start, run[0].start):
        named = [o for o in reading.named.values() if o.start < reading.sentence_start]
    chosen = named[-len(run) :]
    if len({o.name for o in named}) == 1 and respective_places(found, reading):
        chosen = [*named[:1]] * len(run)  # “À Lyon et à Nantes, X recueille respectivement 79,8 % et 81,15 %”
    if len(run) < 2 or len(chosen) != len(run):
        return None
    rest = [f for f in found if f not in run]
    told = [(f, [o], "vote_results.respectively") for f, o in zip(run, chosen, strict=True)]
    for figure in rest:
        floor = max((f.end for f in found if f.end <= figure.start), default=reading.sentence_start)
        before = [o for o in options if floor <= o.start and o.end <= figure.start]
        if before:
            told.append((figure, before[-1:], "vote_results.option_then_figure"))
    return told


def respective_places(found: list[Figure], reading: Reading) -> dict[int, Entity]:
    """``À Lyon et à Nantes, X recueille respectivement 79,8 % et 81,15 %``, ``carried Leeds with 52 per cent and York
    with 53``: the place of each figure, by its start.
    """
    context = reading.context
    if len(found) < 2:
        return {}
    in_turn = [places_in_turn(one, other, reading) for one, other in itertools.pairwise(found)]
    if any(in_turn):
        return {figure.start: place.entity for places in in_turn for figure, place in places.items()}
    told = reading.grammar.respectively.search(context.text, reading.sentence_start, found[-1].end + 24)
    if told is None:
        return {}
    run = _side_by_side([f for f in found if f.start > told.start()] or found, reading)
    places = context.people.of_kind("place", reading.sentence_start, run[0].start if run else told.start())
    places = places or context.people.of_kind("place", found[-1].end, found[-1].end + _PLACES_BEHIND)
    if len(run) < 2 or len(places) != len(run):
        return {}
    return {figure.start: place.entity for figure, place in zip(run, places, strict=True)}


def places_in_turn(before: Figure, figure: Figure, reading: Reading) -> dict[Figure, Mention]:
    """``carried Leeds with 52 per cent and York with 53``: the places of two figures, each right before its own."""
    first = named_before(before, reading.sentence_start, ("place",), reading)
    second = named_between(before, figure, ("place",), reading)
    if first is None or second is None or first.entity is second.entity:
        return {}
    return {before: first, figure: second}


_PLACES_BEHIND = 60
"""Characters behind figures in which as many places may be told: *respectivement 79 % et 81 % à Lyon et à Nantes*."""


def _in_turn(found: list[Figure], options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``had A, B and C in a tie, at 18, 22 and 22 percent``: three figures or more, and as many coordinated options."""
    text, run = reading.context.text, _side_by_side(found, reading)
    if len(run) < _FEWEST_IN_TURN or not reading.grammar.linked.fullmatch(text, *_word_before(run[0], reading)):
        return None
    before = [i for i, o in enumerate(options) if o.end <= run[0].start]
    floor = max((f.end for f in found if f.end <= run[0].start), default=reading.sentence_start)
    chain = coordinated(options, before[-1], reading.context) if before else []
    if len(chain) != len(run) or len(found) != len(run) or chain[0].start < floor:
        return None
    return [(figure, [option], "vote_results.respectively") for figure, option in zip(run, chain, strict=True)]


_FEWEST_IN_TURN = 3


def _word_before(figure: Figure, reading: Reading) -> tuple[int, int]:
    """Where the word right before a figure stands, with the spaces around it."""
    text = reading.context.text
    gap = text.rfind(" ", reading.sentence_start, figure.start - 1)
    return (gap if gap >= 0 else figure.start), figure.start


def _side_by_side(figures: list[Figure], reading: Reading) -> list[Figure]:
    """The last of several figures and those that only a comma or an *and* parts from it."""
    run = figures[-1:]
    for figure in reversed(figures[:-1]):
        gap = reading.context.text[figure.end : run[0].start]
        if gap.strip(" \u00a0,") and not reading.grammar.joined.fullmatch(gap):
            break
        run.insert(0, figure)
    return run


def _same_unit(first: Figure, second: Figure) -> bool:
    if first.unit != second.unit and (first.unit and second.unit):
        return False
    units = {first.unit, second.unit}
    return units != {"percent", ""} or max(first.value or 0, second.value or 0) <= 100


def pair_of_answers(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``X has said Yes this time, 57.2% to 42.8%``: the answer told and the other one."""
    told = {o.name: o for o in options if o.type == "answer" and o.end <= first.start}
    if (
        len(told) != 1
        or not _same_unit(first, second)
        or not reading.grammar.versus.fullmatch(reading.context.text, first.end, second.start)
    ):
        return None
    if any(o.start >= second.end and is_towards(second, o, reading) for o in options):
        return None
    (answer,) = told.values()
    other = other_answer(answer, reading)
    if other is None:
        return None
    return [(first, [answer], "vote_results.pair_of_answers"), (second, [other], "vote_results.pair_of_answers")]


def pair_of_calls(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``X has lost to Y. It's 9,812 to 7,394``: the votes of the two of whom the post has just told the outcome."""
    if any(o.is_certain and o.end <= first.start for o in options) or not _same_unit(first, second):
        return None
    if not reading.grammar.versus.fullmatch(reading.context.text, first.end, second.start):
        return None
    outcome = {call.status: call.option for call in reading.calls[-2:]}
    winner, loser = outcome.get("winner") or outcome.get("projected_winner"), outcome.get("defeated")
    if winner is None and loser is None:
        return None
    winner = winner or (rival_of(loser, reading) if loser else None)
    loser = loser or (rival_of(winner, reading) if winner else None)
    if (winner and loser and winner.name == loser.name) or (winner or loser) is None:
        return None
    ahead, behind = [winner] if winner else [], [loser] if loser else []
    return _by_size(first, second, ahead, behind, "vote_results.outcome")


def _by_size(first: Figure, second: Figure, ahead: list[Option], behind: list[Option], rule: str) -> list[Assignment]:
    """The larger of two figures, the first where they are equal, with whoever is ahead; in the order of the text."""
    sides = [ahead, behind] if (first.value or 0) >= (second.value or 0) else [behind, ahead]
    return [(figure, side, rule) for figure, side in zip((first, second), sides, strict=True)]


def both_for(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``A et B donnent respectivement 54,9 et 55% au non``: what two institutes give one option."""
    text = reading.context.text
    if not reading.grammar.joined.fullmatch(text, first.end, second.start) or first.unit not in ("", second.unit):
        return None
    if len(reading.context.people.of_kind("pollster", reading.sentence_start, first.start)) < 2:
        return None
    for option in options:
        if option.start >= second.end:
            if not is_towards(second, option, reading):
                return None
            return [(figure, [option], "vote_results.figure_for_option") for figure in (first, second)]
    return None


def share_and_votes_for(
    first: Figure, second: Figure, options: list[Option], reading: Reading
) -> list[Assignment] | None:
    """``39% et 612.000 voix pour X``: a share and a number of votes of whoever follows them."""
    if {first.unit, second.unit} != {"percent", "votes"}:
        return None
    following = next((o for o in options if o.start >= second.end), None)
    joined = reading.grammar.joined.fullmatch(reading.context.text, first.end, second.start)
    if following is None or joined is None or not is_towards(second, following, reading):
        return None
    return [(figure, [following], "vote_results.figure_for_option") for figure in (first, second)]


def hyphened_towards(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``63-37 in favour``, ``52-48 to Labor``: the first of two joined by a hyphen is of the side that follows."""
    text = reading.context.text
    if text[first.end : second.start] not in ("-", "–") or first.unit != "percent":
        return None
    for option in options:
        if option.start >= second.end:
            if not reading.grammar.towards_side.fullmatch(text, second.end, option.start):
                return None
            other = rival_of(option, reading)
            return [(first, [option], "vote_results.duel"), (second, [other] if other else [], "vote_results.duel")]
    return None


def duel(
    first: Figure, second: Figure, options: list[Option], previous: int, reading: Reading
) -> list[Assignment] | None:
    """``X bat Y : 59,85% contre 40,15%``, ``X loses to Y, 41% to 59%``: the two figures of a winner and a loser.

    The larger goes to whoever is said to win; where nobody is, the first goes to the subject. Where a figure ends at
    ``previous``, whoever is named between them comes before those named earlier: *A beats B 65% to 35%, C beats her …*.
    """
    text, opposing = reading.context.text, (reading.grammar.versus, reading.grammar.possessed)
    if not any(link.fullmatch(text, first.end, second.start) for link in opposing):
        return None
    if any(is_towards(second, o, reading) for o in options if o.start >= second.end):
        return None
    if any(reading.grammar.whom_beat.fullmatch(text, o.end, first.start) for o in options if o.end <= first.start):
        return [(first, [], "vote_results.duel"), (second, [], "vote_results.duel")]  # “X, whom she beat by 53% to 47%”
    own = options
    if any(previous <= o.start < first.start for o in options):
        own = [o for o in options if o.start >= previous]
    sides = _named_sides(first, own, reading) or _implied_sides(first, own, reading)
    if sides is None:
        return None
    one, other, outcome = sides
    if outcome and (outcome == "wins") != ((first.value or 0) >= (second.value or 0)):
        one, other = other, one
    return [
        (first, (one and [one]) or [], "vote_results.duel"),
        (second, (other and [other]) or [], "vote_results.duel"),
    ]


def fronted_two(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``avec 24,9% des voix et 24 sièges, le parti de X arrive en tête``, ``33,6% des voix et cinq élus : X triple son
    score``: two figures that open a clause, of the subject that follows them.
    """
    text, grammar = reading.context.text, reading.grammar
    if not first.unit or not second.unit or first.unit == second.unit:
        return None
    lead = text[max(reading.sentence_start, first.start - 40) : first.start]
    if first.start != reading.sentence_start and not grammar.fronting.search(lead):
        return None
    subject = next((o for o in options if o.start >= second.end), None)
    if subject is None or not subject.is_certain or not grammar.same.fullmatch(text, first.end, second.start):
        return None
    if not grammar.fronted_pair.fullmatch(text, second.end, subject.start):
        return None
    return [(figure, [subject], "vote_results.figure_for_option") for figure in (first, second)]


def pair_of_voters(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``Voters there prefer X so far, 63 to 37``: the first of two is of whom they have chosen, the second of the
    rival, or of nobody.
    """
    text, grammar = reading.context.text, reading.grammar
    if not _same_unit(first, second) or not grammar.versus.fullmatch(text, first.end, second.start):
        return None
    before = [o for o in options if o.end <= first.start and o.is_certain and o.type == "candidate"]
    if len(before) != 1 or not grammar.preferred.search(text, reading.sentence_start, before[0].start):
        return None
    if reading.context.people.of_kind("pollster", reading.sentence_start, first.start):
        return None  # “Ipsos puts X ahead, 54 to 46”
    if (first.value or 0) < (second.value or 0) or not _NO_NEW_CLAUSE.fullmatch(text, before[0].end, first.start):
        return None
    rival = rival_of(before[0], reading)
    return [(first, before, "vote_results.chosen"), (second, [rival] if rival else [], "vote_results.chosen")]


_NO_NEW_CLAUSE = re.compile(r"[^,;:.()\d]{0,40}(?:,|:|[ \u00a0]?\()?[ \u00a0]?(?:[a-zà-ÿ]{1,4}[ \u00a0])?")


Sides = tuple[Option | None, Option | None, str]
"""The subject, whoever stands against it, and what the verb says of the subject: wins, loses or nothing."""


def _named_sides(first: Figure, options: list[Option], reading: Reading) -> Sides | None:
    """``X bat Y``: the other side is named."""
    text, grammar = reading.context.text, reading.grammar
    before = [o for o in options if o.end <= first.start and o.is_certain]
    for index in range(len(before) - 1, -1, -1):
        beaten = before[index]
        low = max(before[index - 1].end if index else reading.sentence_start, beaten.start - 60)
        if not grammar.object_of.search(text, low, beaten.start):
            continue
        earlier = [i for i, o in enumerate(options) if o.is_certain and o.end <= beaten.start]
        subject = options[grammatical_subject(options, earlier, reading)] if earlier else None
        if subject is None and any(not o.is_certain and o.end <= beaten.start for o in options):
            return None, beaten, _outcome(low, beaten.start, reading)  # somebody whom nothing explains
        if subject is None or subject.name == beaten.name or is_related(subject, reading):
            subject = antecedent(options, beaten, reading)
            if subject is None and reading.context.people.of_kind("pollster", low, beaten.start):
                return None, beaten, _outcome(low, beaten.start, reading)  # *Ipsos saw the governor ahead of Y*
        if subject is None or subject.name == beaten.name:
            return None
        if is_related(beaten, reading):
            return subject, None, _outcome(low, beaten.start, reading)  # “X devance la sœur de Y”
        return subject, beaten, _outcome(low, beaten.start, reading)
    return None


def _outcome(start: int, end: int, reading: Reading) -> str:
    """What the words up to the name of whoever is beaten, or beats, say of the subject."""
    if reading.grammar.passive.search(reading.context.text, start, end):
        return "loses"
    return "" if reading.grammar.against.search(reading.context.text, start, end) else "wins"


def _implied_sides(first: Figure, options: list[Option], reading: Reading) -> Sides | None:
    """``X has beaten him, 54.7% to 43.9%``, ``X ousts the two-term governor``: the other side is not named."""
    text, context = reading.context.text, reading.context
    verbs = [*reading.grammar.contest_verb.finditer(text, reading.sentence_start, first.start)]
    if not verbs:
        return None
    verb = verbs[-1]
    before = [i for i, o in enumerate(options) if o.is_certain and o.end <= verb.start()]
    subject: Option | None
    if before:
        subject = options[grammatical_subject(options, before, reading)]
    else:
        phrase = context.references.subject_before(verb.start() + 1, reading.entry)
        if phrase is None or phrase.entity is None or phrase.entity.kind != "person":
            return None
        subject = referred(phrase.start, phrase.end, phrase.entity)
    if any(o.start >= verb.end() and o.end <= first.start for o in options):
        return None
    if text[verb.end() : first.start].strip(" \u00a0,:") == "" and not verb["object"]:
        return None  # “X wins, 52% to 48%”: the ordinary rules
    return subject, _stood_for(verb, subject, reading) or rival_of(subject, reading), "wins"


def _stood_for(verb: re.Match[str], winner: Option, reading: Reading) -> Option | None:
    """Whoever the pronoun of *beats her*, *la bat* stands for."""
    gender = reading.grammar.object_pronouns.get(verb["object"].strip().lower())
    if gender is None:
        return None
    begin, stop = verb.span("object")
    entity = reading.context.references.pronoun(begin, reading.entry, gender)
    if entity is None or not entity.is_person or entity is winner.entity:
        return None
    return referred(begin, stop, entity)


def opposed(figure: Figure, assigned: list[Assignment], options: list[Option], reading: Reading) -> Choice | None:
    """``X : 59,85% contre 40,15%``, ``by 52% to 48%``: the second figure is the other option's."""
    if not assigned:
        return None
    before, chosen, _ = assigned[-1]
    reached = chosen[0].end if len(chosen) == 1 and before.end <= chosen[0].start < figure.start else before.end
    links = [reading.grammar.versus.fullmatch(reading.context.text, low, figure.start) for low in (before.end, reached)]
    if not any(links) or len(chosen) != 1:
        return None  # “46% against 54%”, “46% for Yes against 54%”
    first = chosen[0]
    after = next((o for o in options if o.start >= figure.end and o.name != first.name), None)
    if after is not None and reading.grammar.over_whom.fullmatch(reading.context.text, figure.end, after.start):
        return [after], "vote_results.against"
    if first.type == "answer" and (other := other_answer(first, reading)):
        return [other], "vote_results.other_answer"
    others = [o for o in options if o.name != first.name and o.is_certain and o.end <= before.start]
    others = [o for o in others if not (first.type == "candidate" and _is_side(o, reading))]
    others = [o for o in others if not _is_his_party(o, first, reading)]
    if not others and (beaten := _just_beaten(first, reading)) is not None:
        return [beaten], "vote_results.rival"
    if others:
        return [others[-1]], "vote_results.against"
    if other := rival_of(first, reading) or _paired(first, reading):
        return [other], "vote_results.rival"
    return None


def _paired(option: Option, reading: Reading) -> Option | None:
    """``A 45, B 42, C 3. YouGov puts B in front, 49 to 46``: the other of the first two of a poll just read."""
    first_two = {o.name: o for o in reading.series[:2]}
    is_polled = bool(reading.context.people.of_kind("pollster", reading.entry.char_start, reading.entry.char_end))
    if len(first_two) != 2 or option.name not in first_two or not is_polled:
        return None
    return next(o for name, o in first_two.items() if name != option.name)


def pair_of_qualified(
    first: Figure, second: Figure, options: list[Option], reading: Reading
) -> list[Assignment] | None:
    """``Les deux finalistes sont au coude-à-coude : 28,5% contre 24,2% pour Elabe``: the larger share is that of
    whoever was told first to have reached the next round.
    """
    text, grammar, known = reading.context.text, reading.grammar, reading.context.qualified
    if len(known) != 2 or "percent" not in (first.unit, second.unit) or not _same_unit(first, second):
        return None
    told = grammar.both_finalists.search(text, reading.sentence_start, first.start)
    if told is None or any(o.is_certain and o.entity not in known for o in options if o.start < second.end):
        return None
    if not any(link.fullmatch(text, first.end, second.start) for link in (grammar.versus, grammar.joined)):
        return None
    ahead, behind = ([referred(*told.span(), entity)] for entity in known)
    return _by_size(first, second, ahead, behind, "vote_results.both_of_two")


def pair_of_camps(first: Figure, second: Figure, options: list[Option], reading: Reading) -> list[Assignment] | None:
    """``The other exit poll has it at 69.4% to 30.6%``: in a referendum, the larger share is of the answer ahead."""
    ahead, text = reading.context.answer_ahead, reading.context.text
    is_all = abs((first.value or 0) + (second.value or 0) - 100) <= _ROUNDED
    if options or not ahead or not is_all or not reading.grammar.versus.fullmatch(text, first.end, second.start):
        return None
    one = Option(first.start, first.end, ahead, "answer", None)
    other = other_answer(one, reading)
    if other is None or reading.series or (first.value or 0) == (second.value or 0):
        return None
    return _by_size(first, second, [one], [other], "vote_results.outcome")


def pair_of_finalists(
    first: Figure, second: Figure, options: list[Option], reading: Reading
) -> list[Assignment] | None:
    """``Ipsos makes it 65% to 35%``, ``Désormais 4 700 bureaux : 68,4-31,6``, where nobody is named: the larger share
    is that of whoever has won, or has led so far.
    """
    text, winner = reading.context.text, reading.context.winner or reading.context.leader
    if options or not _same_unit(first, second) or not reading.grammar.versus.fullmatch(text, first.end, second.start):
        return None
    other = other_of(winner, reading)
    source = reading.context.people.of_kind("pollster", reading.sentence_start, first.start)
    is_all = abs((first.value or 0) + (second.value or 0) - 100) <= _ROUNDED
    if winner is None or other is None or reading.series or first.unit != "percent" or not (source or is_all):
        return None
    place = source[0] if source else first
    ahead, behind = ([referred(place.start, place.end, entity)] for entity in (winner, other))
    return _by_size(first, second, ahead, behind, "vote_results.outcome")


_ROUNDED = 0.11
"""What two shares printed with a decimal may miss of a hundred."""


def _is_his_party(option: Option, person: Option, reading: Reading) -> bool:
    """``Dan Norris, the Labour mayor, takes it by 19,739 to 14,420``: a party that only describes somebody."""
    text = reading.context.text
    if person.type != "candidate" or option.type != "party" or option.start < person.end:
        return False
    return (
        _TO_HIS_PARTY.fullmatch(text, person.end, option.start) is not None and text[option.end : option.end + 1] == " "
    )


_TO_HIS_PARTY = re.compile(r",[ \u00a0][a-z]{1,4}[ \u00a0]")


def _just_beaten(winner: Option, reading: Reading) -> Option | None:
    """The one candidate whom the sentences before have called beaten, where a win is told: he has the other figure."""
    told = {c.option.name: c.option for c in reading.calls if c.status == "defeated" and c.end < reading.sentence_start}
    has_won = any(c.option.name == winner.name and c.status == "winner" for c in reading.calls)
    if winner.type != "candidate" or not has_won or len(told) != 1:
        return None
    (beaten,) = told.values()
    is_near = reading.sentence_start - beaten.end < _NEAR_BACK
    has_figure = any(row["option"] == beaten.name for row in reading.rows)
    return beaten if beaten.type == "candidate" and beaten.name != winner.name and is_near and not has_figure else None


_NEAR_BACK = 200


def _is_side(option: Option, reading: Reading) -> bool:
    """``X gains it for Labour, 22,780 to 18,006``: a party that the winner stood for."""
    text = reading.context.text
    told = reading.grammar.whose.finditer(text, max(reading.sentence_start, option.start - 12), option.start)
    return option.type == "party" and any(match.end() == option.start for match in told)


def possessed(figure: Figure, assigned: list[Assignment], reading: Reading) -> Choice | None:
    """``23,013 votes to his 19,295``, ``to the chancellor's 18,354``: the figure of whoever stands against."""
    if not assigned or len(assigned[-1][1]) != 1:
        return None
    before, (first,), _ = assigned[-1]
    match = reading.grammar.possessed.fullmatch(reading.context.text, before.end, figure.start)
    if match is None:
        return None
    begin, stop = match.span("whose")
    entity = None
    if match["whose"].lower() not in reading.grammar.possessives:
        entity = reading.context.references.description(begin, stop, reading.entry)
    if entity is not None and entity.is_person and entity is not first.entity:
        return [referred(begin, stop, entity)], "vote_results.possessed"
    other = rival_of(first, reading)
    return ([other], "vote_results.possessed") if other else None


def opposite_of_next(figure: Figure, found: list[Figure], options: list[Option], reading: Reading) -> Option | None:
    """``33,720 to 28,776 for No``: the first figure is the other answer's, or the other finalist's."""
    index = found.index(figure) + 1
    if index >= len(found) or not reading.grammar.versus.fullmatch(
        reading.context.text, figure.end, found[index].start
    ):
        return None
    for option in options:
        if option.start >= found[index].end and is_towards(found[index], option, reading):
            before = [o for o in options if o.is_certain and o.type == option.type and o.end <= figure.start]
            named = {o.name: o for o in before if o.name != option.name}
            return rival_of(option, reading) or (next(iter(named.values())) if len(named) == 1 else None)
    return None
