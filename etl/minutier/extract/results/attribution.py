"""Which option has which figure: the rules, tried in order from the surest to the farthest."""

from __future__ import annotations

import re

from minutier.extract.numbers import Figure, is_corrected
from minutier.extract.options import Option, coordinated, is_no_option
from minutier.extract.people import Entity
from minutier.extract.results.figures import are_listed, counts_members, is_figure_denied, series_of
from minutier.extract.results.links import (
    PARENTHESIS,
    begins_line,
    begins_line_option,
    described_after,
    finalists_of,
    goes_on,
    grammatical_subject,
    is_announced,
    is_beaten,
    is_fronted,
    is_linked,
    is_plainly_a_share,
    is_set_beside,
    is_towards,
    nearest_certain,
    other_of,
    outside_clause,
    owns,
    person_for_party,
    pronoun_for_party,
)
from minutier.extract.results.pairs import (
    all_respectively,
    both_for,
    duel,
    fronted_two,
    hyphened_towards,
    in_favour,
    in_other_words,
    of_two,
    opposed,
    opposite_of_next,
    pair_of_answers,
    pair_of_calls,
    pair_of_camps,
    pair_of_finalists,
    pair_of_qualified,
    pair_of_voters,
    places_in_turn,
    possessed,
    respectively,
    share_and_votes_for,
)
from minutier.extract.results.reading import (
    CORRECTED,
    Assignment,
    Choice,
    Reading,
    column_of,
    is_parenthesised,
    referred,
    source_of_figure,
)
from minutier.extract.results.referring import (
    and_other,
    as_called,
    both_of_two,
    in_next_place,
    of_places,
    of_two_before,
    one_against,
    one_of_pair,
    opponent_after,
    opponent_before,
    other_two,
    pronoun_between,
    the_other_here,
    thought_first,
    whom_given,
)
from minutier.extract.scope import area_of_figure, tells_another_time
from minutier.extract.syntax import NounPhrase


def tied(figure: Figure, options: list[Option], reading: Reading) -> list[Option]:
    """``6,7%, ex æquo avec X``: X has the figure too."""
    after = [o for o in options if o.start >= figure.end]
    if after and reading.grammar.tied_with.fullmatch(reading.context.text, figure.end, after[0].start):
        return after[:1]
    return []


def assign(found: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Assignment]:
    """Each figure with the options it belongs to and the rule that tells."""
    if not found:
        reading.running_unit = reading.unit
        return []
    series = series_of(found, reading) if len(found) > 1 and not any(o.is_certain for o in options) else []
    if (
        series
        and are_listed(found, reading)
        and all(f.unit or (f.value or 0) >= 100 or reading.unit == "percent" for f in found)
    ):
        series = thought_first(found, series, reading)
        return [(figure, [option], "vote_results.same_order") for figure, option in zip(found, series, strict=False)]
    whole, twins = _with_twins(found, reading)
    assigned = _assign(list(whole), options, start, end, reading)
    result: list[Assignment] = []
    for figure, chosen, rule in assigned:
        result.append((whole[figure], chosen, rule))
        if figure in twins:
            result.append((twins[figure], chosen, "vote_results.second_figure"))
    return result


def _with_twins(found: list[Figure], reading: Reading) -> tuple[dict[Figure, Figure], dict[Figure, Figure]]:
    """Figures that carry another in parentheses, ``33,720 (54%)``, reach to its end: reaching → as printed, and
    reaching → the other.
    """
    text = reading.context.text
    whole: dict[Figure, Figure] = {}
    twins: dict[Figure, Figure] = {}
    skip = False
    for index, figure in enumerate(found):
        if skip:
            skip = False
            continue
        twin = found[index + 1] if index + 1 < len(found) else None
        if twin is not None and is_corrected(figure, twin, text, reading.context.language.code):
            reaching = figure._replace(end=twin.end)
            whole[reaching] = twin
            skip = True
        elif twin is not None and _is_precise(figure, twin, text):
            reaching = figure._replace(end=twin.end + 1)
            whole[reaching] = twin
            skip = True
        elif twin is not None and _is_or_rather(figure, twin, found[index + 2 : index + 3], reading):
            reaching = figure._replace(end=twin.end)
            whole[reaching], twins[reaching] = figure, twin
            skip = True
        elif twin is not None and index and _is_margin_of_two(found[index - 1], figure, twin, reading):
            whole[figure._replace(end=twin.end + 1)] = figure
            skip = True
        elif (
            twin is not None
            and (twin.unit or (twin.value or 0) >= 100)
            and reading.grammar.twin.fullmatch(text, figure.end, twin.start)
            and text[twin.end : twin.end + 1] == ")"
            and _differ(figure, twin, reading)
        ):
            reaching = figure._replace(end=twin.end + 1)
            whole[reaching], twins[reaching] = figure, twin
            skip = True
        else:
            whole[figure] = figure
    return whole, twins


def _is_margin_of_two(one: Figure, other: Figure, behind: Figure, reading: Reading) -> bool:
    """``46.7 per cent to 45.3 (646 votes)``: a number of votes behind the shares of two, of which the first has none,
    is what lies between them.
    """
    text = reading.context.text
    return (
        one.unit == "percent"
        and other.unit in ("", "percent")
        and behind.unit == "votes"
        and reading.grammar.versus.fullmatch(text, one.end, other.start) is not None
        and reading.grammar.twin.fullmatch(text, other.end, behind.start) is not None
        and text[behind.end : behind.end + 1] == ")"
    )


def _is_precise(figure: Figure, twin: Figure, text: str) -> bool:
    """``frôle les 80 % (78,7 %)``: a round share, and right behind it in parentheses what it is to the decimal."""
    if figure.unit != "percent" or twin.unit != "percent" or not figure.is_whole or twin.is_whole:
        return False
    is_close = figure.value is not None and twin.value is not None and abs(figure.value - twin.value) < _ROUNDED
    return (
        is_close
        and _BRACKET.fullmatch(text, figure.end, twin.start) is not None
        and text[twin.end : twin.end + 1] == ")"
    )


_BRACKET = re.compile(r"[^\d.;:()]{0,24}[ \u00a0]\(")
_ROUNDED = 3
"""Points by which a round share may miss what it stands for."""


def _is_or_rather(figure: Figure, twin: Figure, following: list[Figure], reading: Reading) -> bool:
    """``2,444 votes, or 49.6%, to 2,347``, ``With 2,444 votes, or 49.6%, X wins``: the same in another unit, before the
    figure of somebody else, or at the head of a sentence.
    """
    text, grammar = reading.context.text, reading.grammar
    if not twin.unit or _kind(figure) == _kind(twin):
        return False
    if grammar.or_rather.fullmatch(text, figure.end, twin.start) is None:
        return False
    if len(text[reading.sentence_start : figure.start].split()) == 1 and not following:
        return True
    is_like = bool(following) and _kind(following[0]) == _kind(figure)
    return is_like and grammar.versus.fullmatch(text, twin.end, following[0].start) is not None


def _kind(figure: Figure) -> str:
    """What a figure counts; a large bare number counts votes."""
    return figure.unit or ("votes" if (figure.value or 0) >= 1000 else "")


def _differ(figure: Figure, twin: Figure, reading: Reading) -> bool:
    """Whether two figures measure different things, such as a share and a number of votes."""
    if figure.unit and twin.unit:
        return figure.unit != twin.unit
    return "percent" in (figure.unit or reading.unit, twin.unit) or bool(reading.unit)


def _assign(found: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Assignment]:
    if several := all_respectively(found, options, reading) or of_places(found, options, end, reading):
        return several
    assigned: list[Assignment] = []
    somebody_elses: list[Figure] = []  # of whom nothing explains
    reading.running_unit = reading.unit
    for index, figure in enumerate(found):
        reading.running_unit = figure.unit or reading.running_unit
        if any(done is figure for done, _, _ in assigned[-2:]):
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and (
            both := in_other_words(figure, following, assigned, reading)
            or respectively(figure, following, options, reading)
            or of_two(figure, following, options, reading)
            or in_favour(figure, following, options, reading)
            or both_for(figure, following, options, reading)
            or pair_of_answers(figure, following, options, reading)
            or hyphened_towards(figure, following, options, reading)
            or share_and_votes_for(figure, following, options, reading)
            or fronted_two(figure, following, options, reading)
            or pair_of_voters(figure, following, options, reading)
            or duel(figure, following, options, found[index - 1].end if index else start, reading)
            or pair_of_calls(figure, following, options, reading)
            or pair_of_camps(figure, following, options, reading)
            or pair_of_qualified(figure, following, options, reading)
            or pair_of_finalists(figure, following, [o for o in options if o.start < figure.start], reading)
        ):
            assigned += both
            continue
        goes_on = bool(somebody_elses) and somebody_elses[-1] is found[index - 1]
        if _is_of_unknown(figure, options, goes_on, reading) or _is_for_unknown(
            figure, options, assigned, goes_on, reading
        ):
            somebody_elses.append(figure)
            continue
        previous = found[index - 1].end if index else start
        limit = following.start if following is not None else end
        choice = (
            _corrected(figure, options, reading)
            or _after_participle(figure, options, reading)
            or _described_with_participle(figure, options, reading)
            or _same_option(figure, assigned, options, reading)
            or _same_option_by_source(figure, assigned, options, limit, reading)
            or _same_option_elsewhere(figure, assigned, options, limit, reading)
            or in_next_place(figure, assigned, options, reading)
            or _same_subject(figure, assigned, options, reading)
            or _same_again(figure, assigned, options, reading)
            or _subject_earlier(figure, assigned, options, reading)
            or possessed(figure, assigned, reading)
            or and_other(figure, assigned, reading)
            or _option_after(figure, found, options, assigned, following, limit, reading)
            or opposed(figure, assigned, options, reading)
            or opponent_after(figure, assigned, limit, reading)
            or opponent_before(figure, assigned, reading)
            or other_two(figure, options, previous, reading)
            or both_of_two(figure, options, previous, reading)
            or one_against(figure, assigned, reading)
            or one_of_pair(figure, options, previous, reading)
            or _option_before(figure, options, previous, reading)
            or _answer_goes_on(figure, assigned, previous, limit, reading)
            or _option_in_clause(figure, options, previous, limit, start, end, reading)
            or _option_elsewhere(figure, found, options, assigned, start, end, reading)
        )
        if choice:
            chosen, rule = choice
            nobodys = found[index - 1] if index and not any(f is found[index - 1] for f, _, _ in assigned) else None
            if _is_another(chosen, figure, reading) or _is_beside_nobodys(figure, nobodys, chosen, reading):
                somebody_elses.append(figure)
                continue
            if _is_told_beside(figure, chosen, assigned, reading):
                chosen = the_other_here(chosen[0], reading)
            chosen = of_two_before(chosen, reading)
            if rule == "vote_results.possessed":
                chosen = _party_as_before(figure, chosen, options, reading)
            if not all(option.name for option in chosen) or not chosen:
                somebody_elses.append(figure)
                continue
            chosen = _each(figure, chosen, options, reading)
            if len(chosen) > 1:  # “26 % à X, Y et Z étant donnés à 14 % chacun”
                done = [o for f, os, _ in assigned for o in os if o.start >= f.end and f.unit == figure.unit]
                chosen = [o for o in chosen if o not in done] or chosen
            if rule in GUESSES and _is_taken(chosen, figure, assigned, reading):
                continue
            assigned.append((figure, chosen, rule))
    assigned = as_called([(figure, chosen, rule) for figure, chosen, rule in assigned if chosen], reading)
    return assigned + _left_over([f for f in found if f not in somebody_elses], options, assigned, reading)


def _is_of_unknown(figure: Figure, options: list[Option], goes_on: bool, reading: Reading) -> bool:
    """``X is third, behind Y (52,9 %) and Z (32,1 %)``: whether somebody whom nothing explains stands right before a
    parenthesis.
    """
    beside = next((o for o in options if o.end == figure.start - 2 and not o.is_certain), None)
    if beside is None or not is_parenthesised(figure, reading.context.text):
        return False
    return goes_on or is_set_beside(beside, reading)


def _is_for_unknown(
    figure: Figure, options: list[Option], assigned: list[Assignment], goes_on: bool, reading: Reading
) -> bool:
    """``62,97 % pour X et 37,03 % pour l'ex-candidate (22 661 voix)``: whether a figure beside that of somebody is of
    somebody else, described in words that nothing explains; or in parentheses behind such words.
    """
    text, described = reading.context.text, reading.grammar.for_described
    if goes_on and is_parenthesised(figure, text):
        sign = text.rfind("%", reading.sentence_start, figure.start)
        return described.fullmatch(text, sign + 1, figure.start - 1) is not None
    phrase = described.match(text, figure.end)
    if not assigned or phrase is None or any(figure.end <= o.start < phrase.end() for o in options):
        return False
    beside, chosen, _ = assigned[-1] if len(assigned) == 1 else assigned[-2]
    is_parallel = beside.unit == figure.unit and 0 < chosen[0].start - beside.end < _NEAR
    return is_parallel and described_after(figure, phrase.end(), reading) is None


_NEAR = 40
"""Characters that may lead from a figure to whose it is."""


def _left_over(
    found: list[Figure], options: list[Option], assigned: list[Assignment], reading: Reading
) -> list[Assignment]:
    """The one share and the one option of a sentence that no rule has joined, when nothing else stands between them."""
    done = {figure.start for figure, _, _ in assigned}
    taken = {o.name for _, chosen, _ in assigned for o in chosen}
    shares = [f for f in found if f.start not in done]
    free = {o.name: o for o in options if o.is_certain and o.name and o.name not in taken and o.type != "other"}
    if len(shares) != 1 or shares[0].unit not in ("percent", "votes") or len(free) != 1:
        return []
    if _is_margin_told(shares[0], options, reading):
        return []
    (figure,), (option,) = shares, free.values()
    low, high = (option.end, figure.start) if option.start < figure.start else (figure.end, option.start)
    others = any(low <= o.start < high for o in options if o.name != option.name)
    if option.type == "candidate" and reading.grammar.led_by.search(reading.context.text, low, option.start):
        return []  # “the 32% that the party managed under X”
    if others or _FIGURE_BETWEEN.search(reading.context.text, low, high) or is_beaten(option, low - _FAR_BACK, reading):
        return []
    return [(figure, [option], "vote_results.left_over")]


_FIGURE_BETWEEN = re.compile(r"[\d;]")
_FAR_BACK = 80


GUESSES = frozenset(
    f"vote_results.{name}" for name in ("only_option", "sentence_option", "subject", "subject_before", "verb")
)
"""Rules that look far: they never give an option a second figure of the same kind in one sentence."""


def _is_taken(chosen: list[Option], figure: Figure, assigned: list[Assignment], reading: Reading) -> bool:
    names = {o.name for o in chosen}
    column = column_of(figure, reading)
    source = source_of_figure(figure, reading)
    return any(
        column_of(other, reading) == column
        and names & {o.name for o in options}
        and not (source and source != source_of_figure(other, reading))
        and not _in_relative_clause(other, options, figure, reading)
        and not tells_another_time(reading.sentence_start, other.end + 24, reading.context)
        for other, options, _ in assigned
    )


def _in_relative_clause(other: Figure, options: list[Option], figure: Figure, reading: Reading) -> bool:
    """``Z, who was at 17% in a poll, is credited with 7.2%``, ``Ipsos, which had Z at 17% at eight, now has 18%``: the
    figure in the clause leaves room for another.
    """
    text = reading.context.text
    ends = [o.end for o in options if o.end <= other.start][-1:]
    ends += [
        m.end for m in reading.context.people.between(reading.sentence_start, other.start) if m.entity.kind in _TELLING
    ]
    return "," in text[other.end : figure.start] and any(
        reading.grammar.relative.match(text, end, other.start) is not None for end in ends
    )


_TELLING = ("pollster", "outlet", "organization")
"""Who may tell two figures of one option."""


def _after_participle(figure: Figure, options: list[Option], reading: Reading) -> Choice | None:
    """``Réélu dans la Somme (52,95%), X …``: a participle that opens the sentence belongs to its subject."""
    text = reading.context.text
    opening = reading.grammar.opening_participle.match(text, reading.sentence_start, figure.start)
    if opening is None or any(o.end <= figure.start for o in options):
        return None
    last = text.rfind(", ", opening.end(), figure.start)  # “Cinquième le 19 septembre, avec 2,35 %, X …”
    reach = last if last >= 0 and reading.grammar.beaten_with.fullmatch(text, last, figure.start) else figure.start
    if ", " in text[opening.end() : reach]:
        return None
    comma = re.compile(r"[^,;:.]{0,3}[^;:.\n]{0,40}?,[\s\u00a0]").match(text, figure.end)
    if comma is None:
        return None
    if (aside := reading.grammar.asides_behind.match(text, comma.end() - 2)) is not None:
        comma = aside  # “Third with 18%, well behind X (42%), Y …”
    subject = reading.context.references.subject_after(comma.end(), reading.entry)
    beside = [o.entity for o in options if o.start < comma.end()]
    for option in options:
        if option.start >= comma.end() and reading.grammar.subject_lead.fullmatch(text, comma.end(), option.start):
            return [option], "vote_results.opening_participle"
    entity = subject.entity if subject is not None else None
    if subject is not None and entity is not None and entity.kind == "person" and entity not in beside:
        return [referred(subject.start, subject.end, entity)], "vote_results.opening_participle"
    return [], "vote_results.unresolved"


def _described_with_participle(figure: Figure, options: list[Option], reading: Reading) -> Choice | None:
    """``lance le leader insoumis, arrivé troisième avec 21,95 %``: the figure of whoever a description right before the
    participle leads to, and of nobody else.
    """
    text, start = reading.context.text, reading.sentence_start
    low = max(start, figure.start - _FAR_BACK)
    told = reading.grammar.apposed_participle.search(text[low : figure.start])
    if told is None:
        return None
    comma = low + told.start()
    if any(o.end == comma and (o.is_certain or o.is_described) for o in options):
        return None
    phrases = reading.context.references.phrases(max(start, comma - _FAR_BACK), comma, reading.entry)
    phrase = next((p for p in phrases if _FEW_WORDS.fullmatch(text, p.end, comma)), None)
    if phrase is None or phrase.kind != "description" or phrase.is_plural or phrase.is_group:
        return None
    entity = phrase.entity
    if entity is None or entity.kind != "person":
        return _UNRESOLVED
    return [referred(phrase.start, phrase.end, entity)], "vote_results.described_participle"


_FEW_WORDS = re.compile(r"(?:[ \u00a0][a-zà-ÿ’'-]+){0,2}")


def _is_of_placed(figure: Figure, gap: str, reading: Reading) -> bool:
    """``X came a close third (9,958)``: a number of votes in parentheses behind the place of somebody."""
    is_votes = not figure.unit and figure.is_whole and (figure.value or 0) >= 1000
    return (
        is_votes
        and is_parenthesised(figure, reading.context.text)
        and reading.grammar.placed_as.fullmatch(gap) is not None
    )


def _each(figure: Figure, chosen: list[Option], options: list[Option], reading: Reading) -> list[Option]:
    """``le RN et LREM obtiendraient chacun 23 sièges``: an alliance of grammar only; ``A (8%) and B (7%) have ten MPs
    apiece``.
    """
    text = reading.context.text
    if len(chosen) == 1 and not chosen[0].members:
        before = [i for i, o in enumerate(options) if o.end <= figure.start]
        is_each = reading.grammar.each.match(text, figure.end + 1) or (
            before
            and options[before[-1]] is chosen[0]  # “X et Y sont à égalité (24 %)”
            and reading.grammar.each.search(text, chosen[0].end, figure.start)
        )
        if not before or not is_each:
            return chosen
        chain = coordinated(options, before[-1], reading.context, with_figures=True)
        if len(chain) > 1 and chosen[0] in chain:
            return chain
        return _each_of_pair(options, before, reading) or chosen
    if len(chosen) != 1:
        return chosen
    around = text[chosen[0].end : figure.start] + " " + text[figure.end : figure.end + 20]
    return list(chosen[0].members) if reading.grammar.each.search(around) else chosen


def _each_of_pair(options: list[Option], before: list[int], reading: Reading) -> list[Option]:
    """``X et Y se partagent les miettes de la gauche : 6 élus chacun``: the two who are the subject, where what stands
    before the figure is only part of what they share.
    """
    if not 1 < len(before) <= _PAIR_AND_MORE or not _is_governed(options[before[-1]], reading):
        return []
    if len(before) < _PAIR_AND_MORE:
        return list(options[before[0]].members)
    one, other = (options[index] for index in before[:2])
    link = PARENTHESIS.sub("", reading.context.text[one.end : other.start]).split()
    is_joined = 0 < len(link) <= _LINK and link[0] in reading.grammar.conjunctions
    return [one, other] if is_joined and one.is_certain and other.is_certain else []


_LINK = 2
"""Words that lead from one of two to the other: *et l'alliance*."""
_PAIR_AND_MORE = 3


def _is_governed(option: Option, reading: Reading) -> bool:
    """Whether an option only completes a noun: *les miettes de la gauche*."""
    sentence = reading.context.references.sentence(option.start, reading.entry)
    phrase = next((p for p in sentence.phrases if p.start <= option.start < p.end), None)
    return phrase is not None and (phrase.governed or phrase.embedded)


def _same_option(figure: Figure, assigned: list[Assignment], options: list[Option], reading: Reading) -> Choice | None:
    """``46,5% (57 sièges)``: another figure of the option just read."""
    if not assigned or any(is_towards(figure, o, reading) for o in options if o.start >= figure.end):
        return None
    before, chosen, _ = assigned[-1]
    text = reading.context.text
    is_count = bool(figure.unit) or ((figure.value or 0) >= 1000 and before.unit == "percent")
    is_behind = len(chosen) == 1 and chosen[0].start >= before.end and is_count
    is_behind = is_behind and column_of(before, reading) != column_of(figure, reading)
    if is_behind and reading.grammar.or_rather.fullmatch(text, chosen[0].end, figure.start):
        return chosen, "vote_results.second_figure"  # “2,347,880 votes for X, or 47.7%”
    gap = reading.grammar.for_pronoun.sub("", reading.context.text[before.end : figure.start])
    in_brackets = not figure.unit and is_parenthesised(figure, reading.context.text) and (figure.value or 0) >= 100
    distinct = in_brackets or (figure.unit and column_of(before, reading) != column_of(figure, reading))
    distinct = distinct or (
        not figure.unit
        and (figure.value or 0) >= 1000
        and before.unit == "percent"
        and reading.grammar.or_rather.fullmatch(gap) is not None
    )
    if distinct and reading.grammar.same.fullmatch(gap):
        return chosen, "vote_results.second_figure"
    return None


def _same_option_by_source(
    figure: Figure, assigned: list[Assignment], options: list[Option], limit: int, reading: Reading
) -> Choice | None:
    """``56% pour Ipsos, 55% pour BVA``: the option goes on, the institute changes."""
    if not assigned:
        return None
    before, chosen, _ = assigned[-1]
    sourced = reading.context.people.of_kind("pollster", figure.end, limit)
    stop = min([limit, *(m.start for m in sourced)])
    if {o.name for o in options if before.end <= o.start < stop} - {o.name for o in chosen}:
        return None
    if reading.grammar.versus.fullmatch(reading.context.text, before.end, figure.start):
        return None  # “Ipsos had X ahead, 50% to 45%, while Elabe …”
    sources = source_of_figure(before, reading), source_of_figure(figure, reading)
    if "" in sources or sources[0] == sources[1] or before.unit != figure.unit:
        return None
    return chosen, "vote_results.same_option_by_source"


def _same_option_elsewhere(
    figure: Figure, assigned: list[Assignment], options: list[Option], limit: int, reading: Reading
) -> Choice | None:
    """``69,60 % en Guadeloupe, 60,87 % en Martinique``, ``49 %, avec des pointes à 61 % à Lens``: the option goes on,
    the area changes.
    """
    if not assigned or not figure.unit:
        return None
    before, chosen, _ = assigned[-1]
    reach = figure.start if is_parenthesised(figure, reading.context.text) else limit
    between = [o for o in options if before.end <= o.start < reach and o not in chosen]
    if not any(o.is_certain for o in between) and _are_of_unknown_places(before, figure, chosen, reading):
        return chosen, "vote_results.same_option_elsewhere"
    if between:
        return None
    context = reading.context
    is_person = len(chosen) == 1 and chosen[0].type == "candidate"
    if is_person and reading.grammar.thought_of.search(context.text, before.end, figure.start):
        return (
            chosen,
            "vote_results.same_option_elsewhere",
        )  # “Audincourt a voté X à 60,1%, et Mandeure lui donne 52,4%”
    if before.unit == figure.unit and places_in_turn(before, figure, reading):
        return chosen, "vote_results.same_option_elsewhere"
    lows = (before.end, figure.end)
    if is_parenthesised(before, context.text) and is_parenthesised(figure, context.text):
        lows = (reading.sentence_start, before.end)  # “dans l'Aisne (52,9 %) et dans l'Oise (51,4 %)”
    elif is_parenthesised(figure, context.text):
        lows = (before.end, before.end)  # “81,15 % à Nantes, davantage encore à Rennes (84,15 %)”
    told = max(before.end, chosen[-1].end)  # “78,4 % pour X à Nice, 61,7 % à Lyon”
    areas = [
        area_of_figure(low, begin, stop, high, context)
        for low, begin, stop, high in (
            (lows[0], before.start, told if told < figure.start else before.end, figure.start),
            (lows[1], figure.start, figure.end, limit),
        )
    ]
    if areas[1] is None and is_person and reading.grammar.goes_on_to_win.match(context.text, before.end, figure.start):
        areas = [None, area_of_figure(before.end, figure.start, figure.end, limit, context)]
        return (chosen, "vote_results.same_option_elsewhere") if areas[1] and before.unit == figure.unit else None
    if areas[1] is None or areas[0] == areas[1] or before.unit != figure.unit:
        return None
    is_home = reading.grammar.own_place.match(context.text, before.end) is not None  # “87,4 % dans sa Sarthe natale, …”
    if areas[0] is None and not (is_home or reading.grammar.as_much_as.search(context.text, before.end, figure.start)):
        return None
    return chosen, "vote_results.same_option_elsewhere"


def _are_of_unknown_places(before: Figure, figure: Figure, chosen: list[Option], reading: Reading) -> bool:
    """``led in only two departments, Aisne (52.9%) and Pas-de-Calais (52.1%)``: names in capitals, each with its figure
    in parentheses, where the first is not the option's.
    """
    text = reading.context.text
    if before.unit != figure.unit or not (is_parenthesised(before, text) and is_parenthesised(figure, text)):
        return False
    first = _NAMED_PLACE.search(text, max(reading.sentence_start, before.start - 40), before.start)
    second = _NEXT_PLACE.fullmatch(text, before.end, figure.start)
    if first is None or second is None or any(o.start <= first.start("name") < o.end for o in chosen):
        return False
    told = text[reading.sentence_start : first.start("name")]
    if not reading.grammar.in_places.search(told) or reading.grammar.bystander.search(told):
        return False
    mentions = [reading.context.people.at(place) for place in (first.start("name"), before.end + second.start("name"))]
    return all(mention is None or mention.entity.kind in ("place", "unknown") for mention in mentions)


_NAMED_PLACE = re.compile(r"(?P<name>[A-ZÀ-Ý][\w’'-]+)(?:[ \u00a0][A-ZÀ-Ý][\w’'-]+){0,3}[ \u00a0]\($")
_NEXT_PLACE = re.compile(
    r"\)(?:,|,?[ \u00a0][a-z]{2,3})[ \u00a0](?:[a-z]{2,4}[ \u00a0]){0,2}"
    r"(?P<name>[A-ZÀ-Ý][\w’'-]+)(?:[ \u00a0][A-ZÀ-Ý][\w’'-]+){0,3}[ \u00a0]\("
)


def _same_subject(figure: Figure, assigned: list[Assignment], options: list[Option], reading: Reading) -> Choice | None:
    """``X recueille 35,3% des voix et décroche 24 sièges``: the subject of one verb is that of the next."""
    if not assigned or not figure.unit or len(assigned[-1][1]) != 1:
        return None
    before, chosen, _ = assigned[-1]
    if column_of(before, reading) == column_of(figure, reading) or any(
        before.end <= o.start < figure.start or is_towards(figure, o, reading) for o in options if o.start >= before.end
    ):
        return None
    if not reading.grammar.and_verb.fullmatch(reading.context.text, before.end, figure.start):
        return None
    return chosen, "vote_results.same_subject"


def _same_again(figure: Figure, assigned: list[Assignment], options: list[Option], reading: Reading) -> Choice | None:
    """``64,7 % à X, et la ville voisine 57,3 % au même``, ``X has 64.8% in Ayr and in Ely, where she took 61.2%``: the
    figure is of whoever has the one before.
    """
    if not assigned or len(assigned[-1][1]) != 1:
        return None
    text, (before, chosen, _) = reading.context.text, assigned[-1]
    if column_of(before, reading) != column_of(figure, reading):
        return None
    is_told = reading.grammar.same_one.match(text, figure.end) is not None
    goes_on = reading.grammar.where_it_has.fullmatch(text, before.end, figure.start) is not None
    is_subject = bool(options) and options[0].name == chosen[0].name
    is_alone = is_subject and not any(before.end <= o.start < figure.start for o in options)
    if not is_told and not (goes_on and is_alone):
        return None
    return chosen, "vote_results.same_subject"


def _subject_earlier(
    figure: Figure, assigned: list[Assignment], options: list[Option], reading: Reading
) -> Choice | None:
    """``X l'emporte avec 51% contre Y, après avoir obtenu 33%``: what the subject had before is not the rival's."""
    rivals = [o for o in options if o.end <= figure.start]
    if not assigned or not rivals or not figure.unit or len(assigned[-1][1]) != 1:
        return None
    before, chosen, _ = assigned[-1]
    rival, text = rivals[-1], reading.context.text
    if before.end > rival.start or chosen[0].name == rival.name:
        return None
    if not reading.grammar.bystander.search(text, before.end, rival.start):
        return None
    if not reading.grammar.earlier.fullmatch(text, rival.end, figure.start):
        return None
    return chosen, "vote_results.same_subject"


def _option_after(
    figure: Figure,
    found: list[Figure],
    options: list[Option],
    assigned: list[Assignment],
    following: Figure | None,
    limit: int,
    reading: Reading,
) -> Choice | None:
    """``34,83% pour X``, ``38% à X``, and ``23% X`` at the head of a line."""
    text = reading.context.text
    last = assigned[-1][1] if assigned else []
    for index, option in enumerate(options):
        if option.start < figure.end:
            continue
        if option.start >= limit:
            return None
        gap = text[figure.end : option.start]
        if gap in (" (", "\u00a0(") and text[option.end : option.end + 1] == ")" and option.type == "candidate":
            return [option], "vote_results.figure_for_option"  # “are at 7% (A), 6% (B) and 1% (C)”
        explicit = is_towards(figure, option, reading)
        heads_line = begins_line(figure, text) and not gap.strip(" \u00a0-–:•.")
        juxtaposed = reading.grammar.of.fullmatch(gap) and option.type == "answer"
        juxtaposed = juxtaposed or is_announced(figure, option, reading)
        juxtaposed = juxtaposed or (figure.unit == "seats" and gap in (" ", "\u00a0") and option.type == "party")
        juxtaposed = juxtaposed or _is_listed(figure, option, following, gap, reading)
        juxtaposed = juxtaposed or (len(gap) == 1 and counts_members(figure, found, options, reading))
        juxtaposed = juxtaposed or _is_voted_for(figure, gap, reading)
        if _is_chosen(gap, assigned, reading):
            if figure.is_whole and reading.grammar.ages_before.search(text, max(0, figure.start - 30), figure.start):
                return [], "vote_results.unresolved"  # “Women under 30 voted for X”
            return [option], "vote_results.chosen"
        if not (explicit or heads_line or juxtaposed or is_fronted(figure, gap, reading)):
            return None
        if not (explicit or heads_line or juxtaposed) and _has_a_share(option, following, reading):
            return [], "vote_results.unresolved"  # “On 8% of the vote, X is on 44%”
        if (explicit or juxtaposed) and following is not None and owns(option, following, reading):
            return None
        if option.is_described and any(o.name == option.name for o in last):
            return None
        if explicit and (person := _standing_for(figure, option, options, assigned, reading)):
            return [person], "vote_results.verb"
        chain = _chain_after(options, index, limit, reading)
        return chain, "vote_results.list_line" if heads_line else "vote_results.figure_for_option"
    return None


def _has_a_share(option: Option, following: Figure | None, reading: Reading) -> bool:
    """Whether the next figure is a share that is plainly the option's own."""
    return following is not None and following.unit == "percent" and is_linked(option, following, reading)


def _is_chosen(gap: str, assigned: list[Assignment], reading: Reading) -> bool:
    """``51,4% ont préféré X``, ``(65,8 %) se sont portés sur X, un tiers (34,2 %) sur Y``: whom voters have chosen."""
    if reading.grammar.chosen.fullmatch(gap):
        return True
    goes_on = bool(assigned) and assigned[-1][2] == "vote_results.chosen"
    return goes_on and reading.grammar.chosen_too.fullmatch(gap) is not None


def _standing_for(
    figure: Figure, party: Option, options: list[Option], assigned: list[Assignment], reading: Reading
) -> Option | None:
    """``X, 38, took 18,937 votes for the Lib Dems``: the figure of whoever stands for the party."""
    text, grammar = reading.context.text, reading.grammar
    floor = max([reading.sentence_start, *(f.end for f, _, _ in assigned)])
    before = [o for o in options if floor <= o.start and o.end <= figure.start]
    if (
        figure.unit == "seats"
        or party.type != "party"
        or not before
        or before[-1].type != "candidate"
        or not before[-1].is_certain
    ):
        return None
    person = before[-1]
    if not grammar.stood_for.fullmatch(text, figure.end, party.start):
        return None
    verb = grammar.verb.search(text, person.end, figure.start) or _ADJOINING.fullmatch(text, person.end, figure.start)
    return person if verb and not grammar.bystander.search(text, floor, person.start) else None


def _is_voted_for(figure: Figure, gap: str, reading: Reading) -> bool:
    """``Four million people voted Green``: a party right behind the verb."""
    if figure.unit != "votes" or gap not in (" ", "\u00a0"):
        return False
    return reading.grammar.voted_for.pattern.match(reading.context.text, figure.number_end) is not None


_ADJOINING = re.compile(r"(?:[ \u00a0]?\([^()\d\n]{1,24}\))?[,:]?[ \u00a0]")
"""What may stand between a name and its own figure: *Vicky Fowler 15,945 for Labour*."""


def _is_listed(figure: Figure, option: Option, following: Figure | None, gap: str, reading: Reading) -> bool:
    """``67% Fillon, 33% Juppé``: a share, its option, and a comma or the end."""
    text = reading.context.text
    if figure.unit != "percent" or gap not in (" ", "\u00a0") or not option.is_certain:
        return False
    if following is not None and owns(option, following, reading):
        return False
    return reading.grammar.stops.match(text[option.end : option.end + 6]) is not None


def _chain_after(options: list[Option], index: int, limit: int, reading: Reading) -> list[Option]:
    """``19,5% pour Fillon et Mélenchon``: those who follow are linked by *et*; an alliance is one option
    already.
    """
    chain = [options[index]]
    for option in options[index + 1 :]:
        gap = reading.context.text[chain[-1].end : option.start]
        if option.start >= limit or not reading.grammar.and_for.fullmatch(gap):
            break
        chain.append(option)
    return chain


_POSSESSIVE = re.compile(r"['’]s?[\s\u00a0]")
_WORD = re.compile(r"\w")
_STOP = re.compile(r"[;.!?]")
_STRONG = re.compile(r"[:;]")
_STRONG_MARK = re.compile(r"[;!?»”]")


def _subject_before(option: Option, reading: Reading) -> Choice | None:
    """``Elle bat X avec 42%``: the person who is the subject before an option."""
    subject = reading.context.references.subject_before(option.start, reading.entry)
    if subject is None or subject.entity is None or subject.entity.kind != "person":
        return None
    return [referred(subject.start, subject.end, subject.entity)], "vote_results.subject"


def _option_before(figure: Figure, options: list[Option], floor: int, reading: Reading) -> Choice | None:
    """The option just before: linked by a mark, in parentheses, or by a verb of counting."""
    text = reading.context.text
    before = [i for i, o in enumerate(options) if floor <= o.start and o.end <= figure.start]
    if not before:
        return None
    index = before[-1]
    option = options[index]
    gap = text[option.end : figure.start]
    if (person := _apposed_for(options, before, gap, is_parenthesised(figure, text), reading)) is not None:
        return [person], "vote_results.verb"
    if gap.rstrip(" \u00a0").endswith(":") and (another := _of_another(figure, option, options, reading)):
        return [another], "vote_results.figure_for_description"
    if not option.name:
        if (named := _named_before(options, before, gap, reading)) is not None:
            return [named], "vote_results.verb"
        outside = outside_clause(options, before, gap, reading)
        return ([options[outside]], "vote_results.after_relative_clause") if outside is not None else _UNRESOLVED
    if not re.search(r"[.!?»”\"]", gap) and (thought_of := reading.grammar.thought_of.search(gap)):
        return _thought_of(option, thought_of, reading)
    if _is_of_group(option, gap, reading):
        return _UNRESOLVED  # “Les candidats investis par X pèsent 3,9 %”
    if (given := whom_given(option, figure, reading)) is not None:
        return given
    if gap.strip(" \u00a0") in (",", *reading.grammar.conjunctions) and _is_followed_by_its_own(figure, reading):
        told = _for_pronoun(figure, option, reading)  # “48,1% pour Y, 43,2% pour lui”
        return ([told], "vote_results.figure_for_description") if told is not None else _UNRESOLVED
    if option.is_certain and _POSSESSIVE.fullmatch(gap):
        return [option], "vote_results.possessed"
    if (winner := _who_beats(figure, options, before, reading)) is not None:
        return winner
    is_of_another = goes_on(gap, reading) and reading.grammar.possessor.match(text, option.end) is not None
    if is_of_another and (subject := _subject_before(option, reading)) is not None:
        return subject  # X had Y's backing, and got
    if (outside := outside_clause(options, before, gap, reading)) is not None:
        if outside in before[1:] and reading.grammar.beaten_with.match(gap):  # “X bat Y, soutenu par Z, avec 58 %”
            first, second = options[outside - 1 : outside + 1]
            if first.is_certain and reading.grammar.beating.search(text, first.end, second.start):
                return [first], "vote_results.verb"
        return [options[outside]], "vote_results.after_relative_clause"
    if (around := _around_relative(option, figure.start, reading)) is not None:
        return around
    is_bare_share = not figure.is_whole and 0 < (figure.value or 0) < 100
    if is_linked(option, figure, reading):
        rule = "vote_results.parenthesis" if gap.count("(") > gap.count(")") else "vote_results.option_then_figure"
        is_other = option.type == "party" and figure.unit == "percent" and is_set_beside(option, reading)
        if is_other and gap.startswith(",") and floor > reading.sentence_start:
            pass  # “X on 24%, ahead of Y, at 22%”
        elif len(before) > 1 and _is_behind_incise(option, gap, reading):
            index = grammatical_subject(options, before[:-1], reading)
        elif _WORD.search(gap) and rule.endswith("figure") and not gap.rstrip().endswith((":", "(", ",")):
            index = grammatical_subject(options, before, reading)
        elif option.type == "party" and figure.unit != "seats":
            index = person_for_party(options, before, reading)
        option = options[index]
        if option.type == "party" and (person := pronoun_for_party(option, reading)):
            return [person], "vote_results.subject"
    elif not (
        figure.unit or is_bare_share or _is_seats_beside(figure, reading) or _is_of_placed(figure, gap, reading)
    ) and (reading.grammar.bare_lead.search(gap) is None):
        return None
    elif is_parenthesised(figure, text) and not _STOP.search(PARENTHESIS.sub("", gap[:-1])):
        option = nearest_certain(options, before) or option
        return [option], "vote_results.parenthesis_after_clause"
    elif len(gap) <= 140 and reading.grammar.verb.search(gap) and not _STRONG_MARK.search(gap):
        if (told := pronoun_between(option, figure, reading)) is not None:
            return [told], "vote_results.subject"
        index = grammatical_subject(options, before, reading)
        option = options[index]
        rule = "vote_results.verb"
    else:
        return None
    if not option.is_certain and not (
        figure.unit == "percent" and begins_line_option(option, text) and not reading.grammar.free_lead.match(gap)
    ):
        return None
    return _spread(options, index, figure, reading), rule


def _is_behind_incise(option: Option, gap: str, reading: Reading) -> bool:
    """``X passerait devant Y, avance Ipsos : 6,7 %``: whether words set apart, which tell who says so, and a colon lead
    from somebody who only tells the place of another.
    """
    return _INCISE.fullmatch(gap) is not None and is_set_beside(option, reading)


_INCISE = re.compile(r",[ \u00a0][^\d,:;.()]{3,60}[ \u00a0]?:[ \u00a0]")


def _who_beats(figure: Figure, options: list[Option], before: list[int], reading: Reading) -> Choice | None:
    """``Elle bat X avec 42%``, ``X takes the seat from Y, who led Z's campaign, with 23,548 votes``: whose figure
    stands behind whoever is beaten, and what is told of him.
    """
    text, grammar = reading.context.text, reading.grammar
    for count, index in list(enumerate(before))[: -_FAR_BEATEN - 1 : -1]:
        beaten = options[index]
        behind = grammar.beaten_with.match(text, beaten.end, figure.start)
        if behind is None or (count < len(before) - 1 and not _SHORT_LEAD.fullmatch(text, behind.end(), figure.start)):
            continue
        low = max(reading.sentence_start, beaten.start - 60)
        if not any(verbs.search(text, low, beaten.start) for verbs in (grammar.beating, grammar.passive)):
            continue
        beating = options[before[count - 1]] if count else None
        if beating is not None:  # “X, soutenu par Y, bat Z avec 58 %”
            outside = outside_clause(options, before[:count], text[beating.end : beaten.start], reading)
            beating = beating if outside is None else options[outside]
        is_named = beating is not None and beating.is_certain and beating.type == "candidate"
        if beating is not None and is_named and grammar.beating.search(text, beating.end, beaten.start):
            return [beating], "vote_results.verb"
        if (subject := _subject_before(beaten, reading)) is not None:
            return subject
    return None


_FAR_BEATEN = 3
"""Options before a figure among which the one is looked for who is beaten."""
_SHORT_LEAD = re.compile(r"(?:[\w’'-]+[ \u00a0]){0,3}")


def _is_seats_beside(figure: Figure, reading: Reading) -> bool:
    """``A aurait 172 à 192 députés. B suivrait (150 à 170)``: bare numbers in parentheses, where seats are told."""
    is_running = "seats" in (reading.running_unit, reading.unit)
    return is_running and not figure.unit and is_parenthesised(figure, reading.context.text)


def _is_of_group(option: Option, gap: str, reading: Reading) -> bool:
    """``Les candidats investis par X pèsent``: whether people of somebody's are the subject, and not he."""
    if option.type != "candidate" or not _WORD.search(gap) or gap.startswith(","):
        return False
    if _CLAUSE_MARK.search(gap) or reading.grammar.subject_pronoun.search(gap):
        return False  # “The supporters of X cheered: she has 54%”
    low = max(reading.sentence_start, option.start - _NEAR)
    return reading.grammar.groups_of.search(reading.context.text, low, option.start) is not None


def _named_before(options: list[Option], before: list[int], gap: str, reading: Reading) -> Option | None:
    """``Le Parti socialiste, la formation de X, est estimé à 3,9 %``: the party that words set apart only describe."""
    described = options[before[-1]]
    party = next((options[i] for i in reversed(before[:-1]) if options[i].end <= described.start), None)
    if party is None or party.type not in ("party", "list") or not gap.startswith(","):
        return None
    is_apart = _SET_APART.fullmatch(reading.context.text, party.end, described.start) is not None
    return party if is_apart and party.is_certain and reading.grammar.verb.search(gap) is not None else None


_SET_APART = re.compile(r"(?:[ \u00a0]!)?,[ \u00a0](?:[\w-]+[ \u00a0’']){0,4}")
"""Between a party and the person named in words, set apart, that describe it."""


def _apposed_for(
    options: list[Option], before: list[int], gap: str, in_brackets: bool, reading: Reading
) -> Option | None:
    """``with X, for the Tories, at 32.7%``: the figure of whoever stands for the party that is set apart."""
    party = options[before[-1]]
    person = options[before[-2]] if len(before) > 1 else None
    if person is None or party.type != "party" or person.type != "candidate" or not person.is_certain:
        return None
    if not gap.startswith(",") or not (in_brackets or reading.grammar.verb.search(gap)):
        return None
    text = reading.context.text
    return person if reading.grammar.apposed_for.fullmatch(text, person.end, party.start) is not None else None


def _of_another(figure: Figure, option: Option, options: list[Option], reading: Reading) -> Option | None:
    """``X face à Y, candidate du PS : 32% pour le sortant, 31% pour elle``: whom a description or pronoun behind a
    figure leads to, when that is not the option before it.
    """
    described = described_after(figure, reading.entry.char_end, reading)
    if described is None or described.name == option.name:
        return None
    is_named = any(figure.end <= o.start < described.end and not o.is_described for o in options)
    return None if is_named else described


def _around_relative(option: Option, figure_start: int, reading: Reading) -> Choice | None:
    """``Le maire sortant, à qui X n'a opposé personne, obtient 25,5%``: whoever the relative clause is about, where
    the option stands inside it and the verb of the figure behind it.
    """
    text, grammar, references = reading.context.text, reading.grammar, reading.context.references
    clause = grammar.relative_before.search(text, max(reading.sentence_start, option.start - 90), option.start)
    gap = text[option.end : figure_start]
    closing = gap.find(",")
    if clause is None or closing < 0 or _CLAUSE_MARK.search(gap) or grammar.own_clause.match(text, option.end):
        return None
    if grammar.subject_pronoun.match(text, option.end + closing + 2, figure_start):
        return None  # “…, où X espérait mieux, il se contente de 40%”
    inside = (clause["inside"] or "") + PARENTHESIS.sub("", gap[:closing])
    if not inside.strip(" \u00a0") or not grammar.verb.search(gap, closing):
        return None
    phrases = references.phrases(reading.sentence_start, clause.start(), reading.entry)
    whole = [p for p in phrases if not (p.governed or p.embedded)] or phrases
    if not whole or whole[-1].entity is None or whole[-1].entity.kind not in ("person", "party"):
        return _UNRESOLVED
    return [referred(whole[-1].start, whole[-1].end, whole[-1].entity)], "vote_results.after_relative_clause"


def _party_as_before(figure: Figure, chosen: list[Option], options: list[Option], reading: Reading) -> list[Option]:
    """``gives X's party 40 per cent and Y's 30``: behind the party of one, what the other has is his party's, or
    nobody's.
    """
    earlier = [o for o in options if o.end <= figure.start and chosen and o.end <= chosen[0].start]
    if len(chosen) != 1 or not earlier or chosen[0].type != "candidate" or chosen[0].entity is None:
        return chosen
    before, person, leader = earlier[-1], chosen[0], chosen[0].entity
    own = reading.context.people.between(before.start, before.end)
    is_of_somebody = before.type == "party" and any(m.entity.kind == "person" for m in own)
    if not is_of_somebody and before.name:
        return chosen
    party = reading.context.references.party(leader)
    return [Option(person.start, person.end, party.name, "party", party)] if party is not None else []


def _is_another(chosen: list[Option], figure: Figure, reading: Reading) -> bool:
    """``La sortante, que soutient Z, est à 30 %. Mme X est à 22 %``: whether a description cannot mean whom it leads
    to, who is named right behind the figure with one of his own.
    """
    if len(chosen) != 1 or not chosen[0].is_described or chosen[0].type != "candidate":
        return False
    if is_parenthesised(figure, reading.context.text):
        return False
    return chosen[0].entity is not None and _has_own_behind(chosen[0].entity, figure.end, reading)


def _is_told_beside(figure: Figure, chosen: list[Option], assigned: list[Assignment], reading: Reading) -> bool:
    """``X is on 49.9%, the mayor of Ely on 48.9%``: whether a description behind the figure of somebody leads to him
    again, where nothing but a comma parts them.
    """
    if len(chosen) != 1 or not chosen[0].is_described or not assigned or chosen[0].type != "candidate":
        return False
    before, told, _ = assigned[-1]
    if len(told) != 1 or told[0].entity is not chosen[0].entity or before.unit != figure.unit:
        return False
    if told[0].start == chosen[0].start:
        return False  # “58 % au chef de l'Etat, Elabe 57,6 %”
    return (
        before.end <= chosen[0].start
        and _BESIDE.fullmatch(reading.context.text, before.end, chosen[0].start) is not None
    )


_BESIDE = re.compile(r",?[ \u00a0](?:[a-zà-ÿ]{1,6}[ \u00a0]){0,2}")


def _is_beside_nobodys(figure: Figure, before: Figure | None, chosen: list[Option], reading: Reading) -> bool:
    """``Cent voix le séparent (35,6%) de l'ancien ministre (34,9%)``: whether a description in whose parentheses a
    figure stands follows other parentheses whose owner nothing tells.
    """
    text = reading.context.text
    if before is None or len(chosen) != 1 or not chosen[0].is_described:
        return False
    return is_parenthesised(figure, text) and is_parenthesised(before, text) and before.start < chosen[0].start


def _has_own_behind(entity: Entity, place: int, reading: Reading) -> bool:
    """Whether somebody is named right behind a figure, with another of his own."""
    text = reading.context.text
    for mention in reading.context.people.between(place, min(place + _NEXT, reading.entry.char_end)):
        if mention.entity is entity and _OWN_FIGURE.match(text, mention.end) is not None:
            return True
    return False


_NEXT = 60
_OWN_FIGURE = re.compile(r"[^.;:\n\d]{1,40}\d")
_CLAUSE_MARK = re.compile(r"[;:!?«»“”]")
_UNRESOLVED: Choice = ([], "vote_results.unresolved")


def _is_followed_by_its_own(figure: Figure, reading: Reading) -> bool:
    """Whether a description that the figure may belong to follows it: *20% pour la liste de …*."""
    text, grammar = reading.context.text, reading.grammar
    described, share = grammar.described_after.match(text, figure.end), grammar.share_of.match(text, figure.end)
    return described is not None and not (share and described.start("phrase") < share.end())


def _for_pronoun(figure: Figure, beside: Option, reading: Reading) -> Option | None:
    """``X s'incline : 48,1% pour Y, 43,2% pour lui``: whoever the pronoun behind a figure stands for, somebody else
    than the one just given another.
    """
    match = reading.grammar.described_after.match(reading.context.text, figure.end)
    if match is None or match["phrase"].lower() not in reading.grammar.pronoun_genders:
        return None
    told = described_after(figure, reading.entry.char_end, reading)
    if told is not None and told.entity is not beside.entity:
        return told
    gender = reading.grammar.pronoun_genders[match["phrase"].lower()]
    low, high = reading.sentence_start, beside.start
    named = {m.entity.name: m.entity for m in reading.context.people.of_kind("person", low, high)}
    others = [e for e in named.values() if e is not beside.entity and e.may_be(gender)]
    return referred(*match.span("phrase"), others[0]) if len(others) == 1 else None


def _thought_of(option: Option, told: re.Match[str], reading: Reading) -> Choice:
    """``X expects her to finish with 62%``: the figure of whom the pronoun stands for."""
    place = option.end + told.start("whom") if told["whom"] else option.end + told.start()
    if option.is_certain and reading.context.people.of_kind("pollster", option.end, place):
        return [option], "vote_results.thought_of"  # “X is fifth: Ipsos has her at 6%”
    if option.is_certain and option.type == "candidate" and _STRONG.search(reading.context.text, option.end, place):
        return [option], "vote_results.thought_of"  # “54% pour X : l'institut le place à 53%”
    lead = reading.context.text[option.end : option.end + told.start()]
    if option.is_certain and option.type == "candidate" and reading.grammar.opens_relative.search(lead):
        return [option], "vote_results.thought_of"  # “X will win, says the BBC's projection, which puts him on 40%”
    given = reading.context.people.of_kind("place", option.end, place)
    is_subordinate = (
        option.is_certain and option.type == "candidate" and "," in reading.context.text[option.end : place]
    )
    if is_subordinate and (
        given or reading.grammar.givers.search(reading.context.text, option.end, option.end + told.start())
    ):
        return [option], "vote_results.thought_of"  # “In Neuilly, where X was mayor, they gave him 84%”
    gender = reading.grammar.pronoun_genders.get((told["whom"] or "").lower(), "")
    found = reading.context.references.antecedent(option.start, reading.entry, gender)
    entity = found.entity if found is not None else None
    if entity is None or entity.kind != "person" or entity is option.entity:
        return [], "vote_results.unresolved"
    return [referred(place, option.end + told.end(), entity)], "vote_results.thought_of"


def _spread(options: list[Option], index: int, figure: Figure, reading: Reading) -> list[Option]:
    """``Petit et Roy ex æquo à 21%``: coordinated persons share a figure, unless each has one."""
    chain = coordinated(options, index, reading.context)
    if len(chain) > 1 and all(o.type == "candidate" for o in chain):
        return chain
    return [options[index]]


def _answer_goes_on(
    figure: Figure, assigned: list[Assignment], floor: int, limit: int, reading: Reading
) -> Choice | None:
    """``61,1% de refus dans le canton de Vaud, 60,9% à Genève``: the answer of one place, then of the next."""
    if figure.unit != "percent" or not reading.context.is_referendum:
        return None
    text = reading.context.text
    before = assigned[-1][1] if assigned else reading.series[-1:]
    is_item = text[reading.sentence_start - 1 : reading.sentence_start] == "\n" and _heads(figure, reading)
    if not before and is_item and reading.calls:  # “La Suisse centrale vote oui :”, and a place in each line
        before = [reading.calls[-1].option]
    if len(before) != 1 or before[0].type != "answer":
        return None
    if not assigned:
        opening = reading.grammar.place_first.match(text, reading.sentence_start, figure.start)
        told = opening is not None and _may_name_place(opening, reading)
        if reading.grammar.it_has.match(text, reading.sentence_start):  # “Le oui a 94% à Canala. Il est à 91% à Yaté”
            told = _CAPITAL.search(text, figure.end, min(limit, figure.end + 40)) is not None
    else:
        told = _CAPITAL.search(text[floor : figure.start] + text[figure.end : min(limit, figure.end + 40)]) is not None
    return (list(before), "vote_results.answer_goes_on") if told else None


def _may_name_place(match: re.Match[str], reading: Reading) -> bool:
    """Whether the capitals that a sentence opens with are a place or may be one, and not *That*."""
    people = reading.context.people
    mention = people.at(match.start("place"))
    return mention is not None or match["place"].lower() not in people.common_words


_CAPITAL = re.compile(r"[A-ZÀ-ÝŒ][\w'’-]{2,}")


def _option_in_clause(
    figure: Figure, options: list[Option], floor: int, limit: int, start: int, end: int, reading: Reading
) -> Choice | None:
    """The only option of the clause, when the figure is plainly a share, votes or seats."""
    if figure.unit == "percent" and not is_plainly_a_share(figure, start, end, reading):
        return None
    if not figure.unit:
        return None
    near = [o for o in options if floor <= o.start and o.end <= figure.start and o.is_certain]
    if len({o.name for o in near}) == 1:
        return [near[0]], "vote_results.only_option"
    return None


def _option_elsewhere(
    figure: Figure,
    found: list[Figure],
    options: list[Option],
    assigned: list[Assignment],
    start: int,
    end: int,
    reading: Reading,
) -> Choice | None:
    """A pronoun, a description or the subject of the sentence before."""
    if not options and reading.grammar.there_are.match(reading.context.text, reading.sentence_start):
        return None  # “Il y a 125 sièges à pourvoir”
    if (again := _counted_again(figure, options, reading)) is not None:
        return [again], "vote_results.subject_before"
    other = opposite_of_next(figure, found, options, reading)
    is_described = (
        (figure.value or 0) >= 1000 or reading.running_unit == "votes"
    ) and reading.grammar.described_after.match(reading.context.text, figure.end, end)
    if not (figure.unit or other or is_described or _is_told_of_somebody(figure, reading)):
        return None
    if (given := _given_to(figure, reading)) is not None:
        return [given], "vote_results.thought_of"
    if not any(o.start < figure.start for o in options) and (owner := _owner(figure, reading)) is not None:
        return [owner], "vote_results.possessed"
    if reading.grammar.giving.search(reading.context.text, reading.sentence_start, figure.start):
        return None  # “Ohio gave its senator 54%”
    described = described_after(figure, end, reading)
    if described is not None:
        described = _not_twice(described, figure, assigned, reading)
    if described is not None:
        return [described], "vote_results.figure_for_description"
    if other:
        return [other], "vote_results.against"
    if reading.grammar.just_given.search(reading.context.text, reading.sentence_start, figure.start) and (
        reading.grammar.described_after.match(reading.context.text, figure.end, end)
    ):
        return None  # “Ohio gave 54% to its senator”
    if not options and (option := _subject_of_sources(found, reading)):
        return [option], "vote_results.same_option_by_source"
    if reading.has_area and reading.has_just_read and reading.subject and not options and _heads(figure, reading):
        return [reading.subject], "vote_results.same_option_elsewhere"
    if reading.is_asked and reading.subject and not options and len(found) == 1:
        return [reading.subject], "vote_results.subject_before"
    if not options and found == [figure] and (winner := _just_called(figure, reading)) is not None:
        return [winner], "vote_results.subject_before"
    if figure.unit == "percent" and not is_plainly_a_share(figure, start, end, reading):
        return None
    if reading.context.is_referendum:
        return None
    subject = reading.context.references.subject_before(figure.start, reading.entry)
    finalists = [] if reading.is_reminder else finalists_of(reading)
    if (party := _party_said_again(subject, options, reading)) is not None:
        return [party], "vote_results.subject_before"
    if subject is not None and subject.entity is not None and _names_the_last(subject.entity, figure, reading):
        return _UNRESOLVED
    if (
        subject is not None
        and subject.entity is not None
        and subject.entity.kind in ("person", "party")
        and not is_no_option(reading.entry.char_start, subject.start, reading.context)
        and (not finalists or subject.entity in finalists or subject.entity.kind == "party")
    ):
        return [referred(subject.start, subject.end, subject.entity)], "vote_results.subject"
    nearby = [o for o in options if o.start < figure.start or _follows_at_once(figure, o, reading)]
    certain = {o.name: o for o in nearby if o.is_certain and not is_beaten(o, start, reading)}
    if options and _is_margin_told(figure, options, reading):
        return None
    if options and not _continues(figure, found, reading):
        meant = [f for f in found if not is_figure_denied(f, reading)]
        return ([*certain.values()], "vote_results.sentence_option") if len(certain) == len(meant) == 1 else None
    if _continues(figure, found, reading):
        assert reading.subject is not None
        is_other = subject is not None and _is_of_other_gender(subject, reading.subject)
        return _UNRESOLVED if is_other else ([reading.subject], "vote_results.subject_before")
    return None


def _is_margin_told(figure: Figure, options: list[Option], reading: Reading) -> bool:
    """``227 voix, et X sauve son siège``: a few votes that a sentence opens with, before what they decided."""
    if figure.unit != "votes" or (figure.value or 0) >= _MANY_VOTES:
        return False
    gap = reading.context.text[figure.end : options[0].start]
    return gap.startswith(",") and gap[1:].strip(" \u00a0") in reading.grammar.conjunctions


_MANY_VOTES = 1_000
"""More are seldom a margin of one place."""


def _counted_again(figure: Figure, options: list[Option], reading: Reading) -> Option | None:
    """``Le décompte accordait 1 846 voix à X ; la mairie en proclame 1 796``: the votes of the one option whose votes
    have just been told, by those who count them.
    """
    is_bare = not figure.unit and figure.is_whole and not figure.is_range and (figure.value or 0) >= _HUNDRED
    if options or not is_bare or not reading.has_just_read or len(reading.series) != 1:
        return None
    if not reading.rows or reading.rows[-1].get("votes") is None:
        return None
    told = reading.grammar.counted_again.search(reading.context.text, reading.sentence_start, figure.start)
    return reading.series[0] if told is not None else None


_HUNDRED = 100


def _is_of_other_gender(phrase: NounPhrase, option: Option) -> bool:
    """``X se retire en faveur de l'ancienne ministre. Elle avait 28,9 %``, ``X a 28 %. La présidente du FN a 18 %``:
    a pronoun or a description that cannot mean somebody.
    """
    may_be_told = phrase.kind == "pronoun" or (phrase.kind == "description" and not phrase.is_group)
    return may_be_told and option.entity is not None and not option.entity.may_be(phrase.gender)


def _names_the_last(subject: Entity, figure: Figure, reading: Reading) -> bool:
    """``X se retire en faveur de l'ancienne ministre. Celle-ci avait 28,9 %``: whether the pronoun means the last of
    those just spoken of, and not the subject.
    """
    text, start = reading.context.text, reading.sentence_start
    if not reading.grammar.last_named.search(text[start : figure.start]):
        return False
    low = max(reading.entry.char_start, start - _FAR_BACK - _FAR_BACK)
    named = [m for m in reading.context.people.between(low, start) if m.entity is subject]
    if not named:
        return False
    told = reading.context.references.phrases(named[-1].end, start, reading.entry)
    return any(phrase.governed for phrase in told)


def _corrected(figure: Figure, options: list[Option], reading: Reading) -> Choice | None:
    """``Correction: we gave X 3,465 votes earlier. The figure is 3,565.``: what the sentence before had wrong."""
    if not all(o.is_described for o in options):
        return None
    text, subject = reading.context.text, reading.subject
    if subject is None or not subject.is_certain or subject.start < reading.entry.char_start:
        subject = _last_told(reading)
    if subject is None:
        return None
    if not reading.grammar.corrected.fullmatch(text, reading.sentence_start, figure.start):
        return None
    wrong = _NUMBER.search(text, subject.end, reading.sentence_start)
    if wrong is not None and reading.grammar.margin_before.search(text, subject.end, wrong.start()):
        return None  # “We said that X was trailing by 1,800; it was 1,600”
    is_correction = reading.grammar.correction.search(text, reading.entry.char_start, figure.start) is not None
    return ([subject], CORRECTED) if is_correction else None


def _last_told(reading: Reading) -> Option | None:
    """The option of the last figure of the post."""
    if not reading.rows:
        return None
    row = reading.rows[-1]
    return Option(row["char_start"], row["char_end"], row["option"], row["option_type"], row["option_id"])


def _just_called(figure: Figure, reading: Reading) -> Option | None:
    """``X l'emporte dans une quadrangulaire. 34,7 %, ça suffit.``: a share that opens the sentence behind a call."""
    if figure.unit != "percent" or not reading.calls:
        return None
    call, text = reading.calls[-1], reading.context.text
    alone = {c.option.name for c in reading.calls} == {call.option.name} and call.option.type == "candidate"
    if not alone or text[reading.sentence_start : figure.start].strip(" \u00a0") or not call.option.is_certain:
        return None
    return call.option if _ONE_STOP.fullmatch(text, call.end, reading.sentence_start) is not None else None


_NUMBER = re.compile(r"\d")
_ONE_STOP = re.compile(r"[^.!?\n\d]{0,120}[.!?]\s{1,2}")


def _party_said_again(subject: NounPhrase | None, options: list[Option], reading: Reading) -> Option | None:
    """``Le Front national a réuni 6,8 millions de voix. Il aura 358 élus``: the party, where the pronoun would else
    lead to somebody whom the post does not name.
    """
    last = reading.subject
    if subject is None or subject.kind != "pronoun" or options:
        return None
    if (opening := _party_before(subject, reading)) is not None:
        return opening
    if last is None or not last.is_certain:
        return None
    if last.type not in ("party", "list") or not reading.entry.char_start <= last.start < subject.start:
        return None
    known = subject.entity
    if known is not None and reading.context.people.is_named(known, reading.entry.char_start, subject.start):
        return None
    return last


def _party_before(pronoun: NounPhrase, reading: Reading) -> Option | None:
    """``Le Front national vire en tête. Il réunit 27,7 %``: the party that opens the sentence before, where it names
    nobody to whom the pronoun leads.
    """
    references = reading.context.references
    before = references.sentence(reading.sentence_start - 1, reading.entry)  # its own, behind a semicolon
    if before.start >= reading.sentence_start:
        return None
    named = [m for m in reading.context.people.between(before.start, before.end) if m.entity.kind in _SIDES]
    if not named or named[0].entity.kind != "party" or any(m.entity is pronoun.entity for m in named):
        return None
    party, phrase = named[0], references.subject_before(before.end, reading.entry)
    is_subject = phrase is not None and phrase.entity is party.entity
    return referred(party.start, party.end, party.entity) if is_subject else None


def _given_to(figure: Figure, reading: Reading) -> Option | None:
    """``Clacton gave him 46.2%``, ``Democrats have won. NBC gives them 229 seats``: the figure of whom, or of which
    party, the pronoun stands for.
    """
    told = [*reading.grammar.thought_of.finditer(reading.context.text, reading.sentence_start, figure.start)]
    if not told or not _SHORT.fullmatch(reading.context.text, told[-1].end(), figure.start):
        return None
    if not told[-1]["whom"] and (party := _party_just_told(reading)) is not None:
        return party
    if told[-1].groupdict().get("which"):
        return None
    begin, stop = told[-1].span("whom") if told[-1]["whom"] else told[-1].span()  # *lui attribue*: of either gender
    gender = reading.grammar.pronoun_genders.get((told[-1]["whom"] or "").lower(), "")
    entity = reading.context.references.pronoun(begin, reading.entry, gender)
    return referred(begin, stop, entity) if entity is not None and entity.kind == "person" else None


def _party_just_told(reading: Reading) -> Option | None:
    """The party of which the sentence before tells, by a figure or as the winner."""
    last = reading.calls[-1].option if reading.calls else None
    if reading.has_just_read and reading.subject is not None:
        last = reading.subject
    if last is None:
        low = max(reading.entry.char_start, reading.sentence_start - _FAR)
        named = [m for m in reading.context.people.between(low, reading.sentence_start) if m.entity.kind in _SIDES]
        if named and named[-1].entity.kind == "party" and len({m.entity for m in named}) == 1:
            last = referred(named[-1].start, named[-1].end, named[-1].entity)
    if last is None or last.type not in ("party", "list") or not last.is_certain:
        return None
    gap = reading.context.text[last.end : reading.sentence_start]
    is_near = reading.entry.char_start <= last.start and "\n" not in gap.strip() and len(gap) < _FAR
    return last if is_near else None


_SIDES = ("person", "party")
_FAR = 160
"""Characters from a party to the end of the sentence that tells of it."""


def _owner(figure: Figure, reading: Reading) -> Option | None:
    """``Ses 43 % représentent à ses yeux une victoire``: the figure at the head of a sentence of whoever it says *his*
    of.
    """
    head = reading.grammar.owned_head.fullmatch(reading.context.text, reading.sentence_start, figure.start)
    if head is None:
        return None
    begin, stop = head.span("whose")
    gender = reading.grammar.pronoun_genders.get(head["whose"].lower(), "")
    entity = reading.context.references.pronoun(begin, reading.entry, gender)
    return referred(begin, stop, entity) if entity is not None and entity.kind == "person" else None


_SHORT = re.compile(r"(?:[ \u00a0][a-zà-ÿ’'-]+){0,4}[ \u00a0]")


def _follows_at_once(figure: Figure, option: Option, reading: Reading) -> bool:
    """Whether an option after a figure stands in its clause or at the head of the next."""
    between = reading.context.text[figure.end : option.start]
    return reading.grammar.denied_clause.sub("", between).count(",") <= 1


def _subject_of_sources(found: list[Figure], reading: Reading) -> Option | None:
    """``… ; 23,5 % pour Elabe, 22 % pour BVA``: figures of an institute each go on with the one option before them."""
    sources = [source_of_figure(figure, reading) for figure in found]
    is_each = len(found) > 1 and "" not in sources and len({*sources}) == len(sources)
    return reading.series[0] if is_each and reading.has_just_read and len(reading.series) == 1 else None


def _is_told_of_somebody(figure: Figure, reading: Reading) -> bool:
    """``He polled 14,907``: a number of votes whose subject may be a pronoun."""
    before = reading.context.text[reading.sentence_start : figure.start]
    is_led = reading.grammar.changed_share.search(before) is not None  # “71% in May; tonight he is at 45”
    is_share = not figure.unit and (not figure.is_whole or is_led) and reading.running_unit == "percent"
    pronoun = reading.grammar.subject_pronoun.search if is_led else reading.grammar.pronoun_first.match
    return (
        ((figure.value or 0) >= 1000 or is_share)
        and pronoun(before) is not None
        and bool(reading.grammar.bare_lead.search(before))
    )


def _heads(figure: Figure, reading: Reading) -> bool:
    """``… ; en Martinique, 60,9 %``: only a place stands before the figure."""
    return reading.grammar.place_only.fullmatch(reading.context.text, reading.sentence_start, figure.start) is not None


def _not_twice(described: Option, figure: Figure, assigned: list[Assignment], reading: Reading) -> Option | None:
    """A description never leads to somebody who has a figure of the kind in the sentence: then to the
    other finalist.
    """
    taken = [
        o for other, chosen, _ in assigned for o in chosen if column_of(other, reading) == column_of(figure, reading)
    ]
    finalists = finalists_of(reading)
    if finalists and described.entity not in finalists:
        rest = [e for e in finalists if e not in [o.entity for o in taken]]
        return referred(described.start, described.end, rest[0]) if len(rest) == 1 else None
    if not any(o.name == described.name for o in taken):
        return described
    other = other_of(described.entity, reading)
    if other is None or any(o.entity is other for o in taken):
        return None
    return referred(described.start, described.end, other)


def _opens_with_place(reading: Reading) -> bool:
    """Whether a place is the subject of the sentence: *Italy sends 76 members*."""
    text, start = reading.context.text, reading.sentence_start
    for place in reading.context.people.of_kind("place", start, start + _NEAR)[:1]:
        is_first = reading.grammar.before_place.fullmatch(text, start, max(start, place.start)) is not None
        return is_first and _LOWER.match(text, place.end) is not None
    return False


_LOWER = re.compile(r"[ \u00a0][a-zà-ÿ]")


def _continues(figure: Figure, found: list[Figure], reading: Reading) -> bool:
    """Whether a figure without any option is still that of the subject of the sentence before."""
    subject = reading.subject
    if subject is None or not subject.is_certain or subject.type == "other":
        return False
    if subject.type == "candidate" and reading.grammar.things_have.match(reading.context.text, reading.sentence_start):
        return False
    called = any(call.option.name == subject.name for call in reading.calls)
    if found[0].unit == "seats" and _opens_with_place(reading):
        return False  # “La France envoie 74 députés à Strasbourg”
    if len(found) == 1:
        told = subject.type != "candidate" and reading.grammar.it_has.search(
            reading.context.text, reading.sentence_start, figure.start
        )
        return bool(told) or reading.has_just_read or called or reading.has_area
    if found[0] is figure and subject.type != "candidate":
        text, grammar = reading.context.text, reading.grammar
        place = grammar.adverbial.match(text, reading.sentence_start, figure.start)
        if place and grammar.it_has.match(text, place.end(), figure.start):
            return True
        told = grammar.it_has.search(text, reading.sentence_start, figure.start)
        if told and grammar.adverbial_alone.fullmatch(text, reading.sentence_start, told.start()):
            return True  # “With a third of the vote counted it has 41%”
    after = found.index(figure) + 1
    text = reading.context.text
    return called and after == 1 and reading.grammar.versus.fullmatch(text, figure.end, found[after].start) is not None
