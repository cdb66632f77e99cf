"""Which figures may be results, and which say how far the count is."""

from __future__ import annotations

import itertools
import re

from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.people import Mention
from minutier.extract.results.grammar import Grammar
from minutier.extract.results.links import is_announced, is_towards
from minutier.extract.results.reading import (
    COLUMNS,
    MOST_PERCENT,
    Reading,
    is_parenthesised,
    may_be_seats,
    named_between,
)
from minutier.extract.scope import Scope
from minutier.extract.stages import Stage


def expect_unit(candidates: list[Figure], start: int, is_polled: bool, reading: Reading) -> None:
    """``Nombre d'élus : 24 pour X, 12 pour Y``: the noun before bare numbers is their unit; behind a semicolon they
    go on in the unit of the clause before.
    """
    if reading.lists_shares and all((f.value or 0) <= 100 for f in candidates):
        reading.unit = "percent"
        return
    if reading.unit and _goes_on(start, reading):
        if reading.unit == "votes" and all(_is_bare_share(f) for f in candidates):
            reading.unit = "percent"  # “X 27.3 percent (111,230); Y 17.2”
        return
    if _are_of_results_in(candidates, reading):
        reading.unit = "seats"
        return
    bare = next((f for f in candidates if not f.unit), None)
    if bare is not None and may_be_seats(bare) and _are_electors(start, reading):
        reading.unit = "seats"
        return
    if bare is None or (reading.unit == "percent" and (not bare.is_whole or _is_pair(candidates, reading))):
        return
    if any(f.unit for f in candidates if f.start < bare.start):
        return
    if reading.has_bare_shares and _may_all_be_shares(candidates):
        return
    is_polled = is_polled and not (reading.unit == "seats" and reading.has_just_read)  # an exit poll of seats goes on
    is_share = is_polled and (_are_most_of_all(candidates, start, reading) or _is_at(candidates, reading))
    if is_share or _are_shares(candidates, start, bare, reading):
        reading.unit = "percent"
        return
    nouns = reading.grammar.seats_told.pattern.findall(reading.context.text, start, bare.start)
    is_large = (bare.value or 0) >= 1000 and all(reading.grammar.constituencies.fullmatch(noun) for noun in nouns)
    if nouns and may_be_seats(bare) and not is_large:
        reading.unit = "seats"
    elif reading.unit == "percent" or not may_be_seats(bare):
        reading.unit = ""


def _are_electors(start: int, reading: Reading) -> bool:
    """``Neither has 270 electoral votes. X stands at 238 and Y at 213``: of electors, told of just before."""
    text, low = reading.context.text, max(reading.entry.char_start, start - _NEAR_BACK)
    told = reading.grammar.electors.search(text, low, start)
    return told is not None and _ONE_SENTENCE.fullmatch(text, told.end(), start) is not None


_ONE_SENTENCE = re.compile(r"[^.;!?\n]*[.;] ?")


def with_running_share(found: list[Figure], reading: Reading) -> list[Figure]:
    """``Ipsos has X on 52 per cent, Elabe on 53``, ``carried Leeds with 52 per cent and York with 53``: a bare number
    behind an institute or a place, where a share stands before them, is a share too."""
    told: list[Figure] = []
    has_share = False
    for figure in found:
        may_be_share = has_share and not figure.unit and (figure.value or MOST_PERCENT + 1) <= MOST_PERCENT
        if may_be_share and _goes_on_beside_name(told[-1], figure, reading):
            figure = figure._replace(unit="percent")
        has_share = has_share or figure.unit == "percent"
        told.append(figure)
    return told


def _goes_on_beside_name(before: Figure, figure: Figure, reading: Reading) -> bool:
    """Whether an institute or a place, and small words, are all that leads from a share to a number, which ends a
    clause or which another is set against."""
    text = reading.context.text
    if before.unit not in ("", "percent") or named_between(before, figure, ("pollster", "place"), reading) is None:
        return False
    is_closed = reading.grammar.bare_end.match(text, figure.end) or _AND_NEXT.match(text, figure.end)
    return bool(is_closed or reading.grammar.versus.match(text, figure.end))


_AND_NEXT = re.compile(r",?[ \u00a0][a-z]{2,3}[ \u00a0](?:[a-z]{2,3}[ \u00a0])?[A-ZÀ-Ý]")
"""What leads on to one more: *and York*."""


def _are_of_results_in(candidates: list[Figure], reading: Reading) -> bool:
    """``With 620 results in, A have 301 and B 253``: bare numbers that are no more together than the seats decided."""
    if reading.context.liveblog.election_type not in _OF_SEATS or len(candidates) < 2:
        return False
    counted = next((f for f in candidates if _counts_results(f, reading)), None)
    return counted is not None and not any(f.unit for f in candidates) and _are_within(counted, candidates)


def _are_within(counted: Figure, found: list[Figure]) -> bool:
    """Whether numbers of seats are no more together than those that are decided."""
    seats = [f for f in found if f is not counted and f.unit in ("", "seats")]
    are_whole = all(f.is_whole and not f.is_range for f in seats)
    return are_whole and 0 < sum(f.value or 0 for f in seats) <= (counted.value or 0)


def _counts_results(figure: Figure, reading: Reading) -> bool:
    return reading.grammar.results_in.match(reading.context.text, figure.end) is not None


def _goes_on(start: int, reading: Reading) -> bool:
    """Whether a clause stands behind a semicolon."""
    return reading.context.text[start - 2 : start].rstrip() == ";"


def _are_shares(candidates: list[Figure], start: int, bare: Figure, reading: Reading) -> bool:
    """Whether bare numbers are shares: announced as such, told with decimals, or two that make a hundred."""
    listed = [f for f in candidates if not f.unit and not f.is_range]
    if any((f.value or 0) > 100 for f in listed) or reading.grammar.seats_told.search(
        reading.context.cues, start, candidates[-1].end + 12
    ):
        return False
    if reading.grammar.share_heads.search(reading.context.text, start, bare.start):
        return True
    if len(listed) > 2 and any(not f.is_whole for f in listed):
        return True
    if len(listed) > 2 and reading.grammar.tallies.search(reading.context.text, reading.entry.char_start, bare.start):
        return sum(f.value or 0 for f in listed) >= _MOST
    return len(listed) == 2 and sum(f.value or 0 for f in listed) == 100 and min(f.value or 0 for f in listed) >= 10


def _are_most_of_all(candidates: list[Figure], start: int, reading: Reading) -> bool:
    """``Exit poll: A 26, B 23, C 14, D 7``: bare numbers that come near a hundred, where no seats are spoken of."""
    if reading.grammar.seats_told.search(reading.context.cues, start, candidates[-1].end + 12):
        return False
    if _are_pairs(candidates, reading):
        return True
    least = _MOST if len(candidates) > 2 else _MOST_OF_TWO
    return sum(f.value or 0 for f in candidates) >= least and _may_all_be_shares(candidates)


def _are_pairs(candidates: list[Figure], reading: Reading) -> bool:
    """``Exit polls: X ahead in Ohio, 50 to 48, and in Iowa, 52 to 47``: pairs of bare numbers, each set against the
    other and near a hundred."""
    pairs = list(zip(candidates[::2], candidates[1::2], strict=False))
    versus, text = reading.grammar.versus, reading.context.text
    return len(candidates) == 2 * len(pairs) > 2 and all(
        versus.fullmatch(text, one.end, other.start)
        and _may_all_be_shares([one, other])
        and (one.value or 0) + (other.value or 0) >= _MOST_OF_TWO
        for one, other in pairs
    )


def _is_at(candidates: list[Figure], reading: Reading) -> bool:
    """``with 74% of the boxes open X is on 68``: one bare number behind words that tell a share."""
    (figure, *others), text = candidates, reading.context.text
    if others or figure.is_range or (figure.value or 0) >= MOST_PERCENT:
        return False
    start = max(reading.sentence_start, figure.start - 40)
    return reading.grammar.changed_share.search(text, start, figure.start) is not None


_MOST = 55
"""What the shares of the larger parties come to at least."""
_MOST_OF_TWO = 60
"""And those of two rivals, where a survey or how far the count is tells that they are shares."""


def _may_all_be_shares(candidates: list[Figure]) -> bool:
    """``A 34 percent, B 16, C 12. D 59, E 39``: several bare numbers that are a hundred together at most."""
    values = [f.value or 0 for f in candidates]
    return len(values) > 1 and all(not f.unit and not f.is_range for f in candidates) and sum(values) <= 100


def _is_pair(candidates: list[Figure], reading: Reading) -> bool:
    """``ComRes had it tighter: 41 to 36``, ``Its survey reads 39, 20 and 17``: bare shares of those read before."""
    if not series_of(candidates, reading) or len(candidates) < 2 or not are_listed(candidates, reading):
        return False
    return all(not f.is_range and not f.unit and (f.value or 0) < 100 for f in candidates)


def series_of(found: list[Figure], reading: Reading) -> list[Option]:
    """The options read before that figures without any go on with: as many; of several the first two, when an institute
    opposes two figures (*Ipsos had it at 55 to 32*).
    """
    if len(found) == len(reading.series) == len({o.name for o in reading.series}):
        return reading.series
    if len(found) != 2 or len({o.name for o in reading.series[:2]}) < 2 or reading.unit != "percent":
        return []
    text = reading.context.text
    is_polled = bool(reading.context.people.of_kind("pollster", reading.sentence_start, found[0].start))
    is_all = abs((found[0].value or 0) + (found[1].value or 0) - 100) <= _ROUNDED
    is_polled = is_polled or (is_all and reading.grammar.share_heads.search(text, reading.sentence_start) is not None)
    return (
        reading.series[:2] if is_polled and reading.grammar.versus.fullmatch(text, found[0].end, found[1].start) else []
    )


_ROUNDED = 0.11
"""What two shares printed with a decimal may miss of a hundred."""


def are_listed(found: list[Figure], reading: Reading) -> bool:
    """Whether figures follow one another: opposed, joined by *and* or set apart by commas."""
    text, links = reading.context.text, (reading.grammar.versus, reading.grammar.joined, _LISTING)
    gaps = ((one.end, other.start) for one, other in itertools.pairwise(found))
    return all(any(link.fullmatch(text, *gap) for link in links) for gap in gaps)


def read_counts(
    found: list[Figure], start: int, end: int, scope: Scope, reading: Reading
) -> tuple[Scope, list[Figure]]:
    """How far the count is: *60% du dépouillement*, *646 of the 650 seats declared*."""
    grammar, text = reading.grammar, reading.context.text
    used: list[Figure] = []
    won_of: list[Figure] = []
    for index, figure in enumerate(found):
        if figure.value is None or figure in used:
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _is_won_of(figure, following, reading):
            won_of.append(following)
        if figure in won_of or following in won_of:
            continue
        if following is not None and grammar.in_areas.search(text, max(start, figure.start - 40), figure.start):
            if grammar.units_reported.fullmatch(text, figure.number_end, following.start):
                used.append(following)  # élue dans 90 circonscriptions sur 125
                used += [figure] if reading.context.is_one_contest else []  # en tête dans 98 départements sur 101
            continue
        based_on = grammar.based_on.search(text, max(start, figure.start - 24), figure.start) is not None
        based_on = based_on and not (index > 0 and _is_share_of_votes(found[index - 1], figure, reading))
        if figure.unit == "stations" and (
            based_on or _declared(text, figure.end, end, grammar) or _is_title(figure, reading)
        ):
            scope = scope._replace(sub_units_reported=int(figure.value), stage=_on_stations(scope))
            used.append(figure)
        if figure.unit == "percent" and (
            (
                grammar.counted.match(text, figure.end, end)
                and not _is_somebodys(figure, found[:index], start, reading)
                and not _is_completed(figure, found[index + 1 :], reading)
            )
            or _rests_on(figure, start, reading)
            or _closes_whole(figure, found[:index], reading)
            or ((based_on or _is_remark(figure, reading)) and grammar.of_electorate.match(text, figure.end, end))
        ):
            scope = scope._replace(counted_pct=figure.value, stage=_counting(scope, figure.value, start, end, reading))
            used.append(figure)
        elif index + 1 < len(found) and figure.unit in ("", "stations", "seats"):
            total = found[index + 1]
            gap = text[figure.number_end : total.start]
            if (
                total.value is not None
                and total.unit in ("stations", "seats", "")
                and figure.value <= total.value
                and grammar.units_reported.fullmatch(gap)
                and (
                    (based_on and "seats" not in (figure.unit, total.unit))
                    or (based_on and not _is_held(figure.start, start, reading))
                    or total.unit == "stations"
                    or figure.unit == "stations"
                    or _declared(text, total.end, end, grammar)
                )
            ):
                scope = scope._replace(
                    sub_units_reported=int(figure.value),
                    total_sub_units=int(total.value),
                    stage=_counting(scope, 100 * figure.value / max(total.value, 1), start, end, reading),
                )
                used += [figure, total]
        if figure.unit == "seats" and figure not in used and _declared(text, figure.end, end, grammar):
            scope = _of_declared(scope, figure)
            used.append(figure)
    return scope, used


def _is_somebodys(figure: Figure, before: list[Figure], start: int, reading: Reading) -> bool:
    """``X has 58% of the votes counted so far``: a result, though it says that the count goes on."""
    if before and _is_share_of_votes(before[-1], figure, reading):
        return True
    named = reading.context.people.between(max(start, figure.start - 2 * _NEAR), figure.start)
    named = [m for m in named if m.entity.kind in ("person", "party")]
    if not named:
        return False
    return reading.grammar.has_share.search(reading.context.text, named[-1].end, figure.start) is not None


def _is_completed(figure: Figure, after: list[Figure], reading: Reading) -> bool:
    """``Avec 59,3 % des bulletins, X bat Y (40,7 %)``: a result, which the only other share makes whole."""
    shares = [f for f in after if f.unit == "percent"]
    if len(shares) != 1 or figure.value is None or shares[0].value is None:
        return False
    is_aside = reading.context.text[shares[0].start - 1 : shares[0].start] == "("
    return is_aside and abs(figure.value + shares[0].value - 100) <= _ROUNDED


_ROUNDED = 0.2
"""What two rounded shares may come to, more or less than the whole."""


def _is_title(figure: Figure, reading: Reading) -> bool:
    """``7.006 bureaux, et toujours un gouffre``: the number of stations that opens a post tells what it rests on."""
    opens = reading.context.text[reading.entry.char_start : figure.start].strip() == ""
    return opens and _STOPS_AT_ONCE.match(reading.context.text, figure.end) is not None


_STOPS_AT_ONCE = re.compile(r"[ \u00a0]?[,:.;\n]")


def _is_held(place: int, start: int, reading: Reading) -> bool:
    """Whether somebody has the figure: *they ended with 157 of the 338 seats*, *Labour is first, with 35
    of the 59 seats*, not *With 400 of the seats, …*.
    """
    low = max(start, place - _NEAR)
    held = reading.grammar.holding.search(reading.context.text, low, place)
    opening = _OPENING.search(reading.context.text, low, place)
    if held is not None and opening is not None and opening[0][:1] == ",":
        return any(m.entity.kind == "party" for m in reading.context.people.between(start, opening.start()))
    return held is not None and opening is None


_OPENING = re.compile(r"(?:^|[\n,;:(–—.][\s\u00a0]?)(?:[\w-]+[\s\u00a0]){1,2}$")
_NEAR = 40


def _is_won_of(figure: Figure, total: Figure, reading: Reading) -> bool:
    """``have won 8 of the 11 seats declared``: a result, though it says how far the count is."""
    text, grammar = reading.context.text, reading.grammar
    if figure.unit not in ("", "seats") or not grammar.out_of.fullmatch(text, figure.number_end, total.start):
        return False
    return grammar.winning.search(text, max(reading.sentence_start, figure.start - 24), figure.start) is not None


def _of_declared(scope: Scope, figure: Figure) -> Scope:
    """``with all 650 seats declared``: how many have been, and that the count is under way unless it is said over."""
    stage = scope.stage if scope.stage.is_own else Stage("partial", "share_counted")
    return scope._replace(sub_units_reported=int(figure.value or 0), stage=stage)


def _is_share_of_votes(votes: Figure, share: Figure, reading: Reading) -> bool:
    """``78 734 voix, soit 56,67% des suffrages exprimés``: the same in another unit, and no share of the count."""
    between = reading.grammar.or_rather.fullmatch(reading.context.text, votes.end, share.start)
    return votes.unit in ("votes", "ballots", "") and share.unit == "percent" and between is not None


def _rests_on(figure: Figure, start: int, reading: Reading) -> bool:
    """``Based on 8% of the vote, X is on 44%``: how much has been counted."""
    text, grammar = reading.context.text, reading.grammar
    resting = grammar.resting_on.search(text, max(start, figure.start - 32), figure.start)
    return resting is not None and grammar.share_of.match(text, figure.end) is not None


def _closes_whole(figure: Figure, before: list[Figure], reading: Reading) -> bool:
    """``59% for X and 40% for Y, on 14% of the vote``: behind shares that are nearly all, how much has been counted."""
    shares = [f.value or 0 for f in before if f.unit == "percent"]
    text, grammar = reading.context.text, reading.grammar
    if len(shares) < _FEWEST or sum(shares) < _NEARLY_ALL or not grammar.share_of.match(text, figure.end):
        return False
    return grammar.closing_on.search(text, max(reading.sentence_start, figure.start - 12), figure.start) is not None


_FEWEST, _NEARLY_ALL = 2, 85
"""Shares, and what they come to, behind which there is hardly room for another."""


def _is_remark(figure: Figure, reading: Reading) -> bool:
    """``selon les derniers chiffres (97 % des inscrits)``: parentheses behind nobody's name."""
    text = reading.context.text
    whole = reading.grammar.of_electorate.match(text, figure.end)
    if text[figure.start - 1 : figure.start] != "(" or whole is None or reading.grammar.of_votes.search(whole[0]):
        return False
    named = reading.context.people.at(figure.start - 3)
    return named is None or named.entity.kind not in ("person", "party")


def _on_stations(scope: Scope) -> Stage:
    """The stage of figures that rest on some stations: what the sentence itself says of them, else partial."""
    told = scope.stage
    if told.is_own or (told.name not in ("", "final") and told.rule != "before_count"):
        return told
    return Stage("partial", "share_counted")


def _counting(scope: Scope, share: float, start: int, end: int, reading: Reading) -> Stage:
    """The stage of figures in a sentence that says how far the count is: an institute's estimate may rest on it."""
    is_estimate = scope.stage.name == "projection" and (
        scope.pollster or reading.grammar.sampled.search(reading.context.text, start, end)
    )
    return scope.stage if is_estimate else Stage("final" if share >= 100 else "partial", "share_counted")


def _declared(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether what follows says that units have reported: *seats declared*, *bureaux dépouillés*."""
    return any(pattern.match(text, start, end) for pattern in (grammar.counted, grammar.declared))


def is_figure_denied(figure: Figure, reading: Reading) -> bool:
    """``c'est 35,6 %, et non 38,6 %, que recueille X``: whether the words before a figure deny it."""
    low = max(reading.sentence_start, figure.start - _DENIED)
    denied = reading.grammar.denied_figure.search(reading.context.text, low, figure.start)
    if denied is None:  # “Neither X nor Y has the 270 votes”
        low = max(reading.sentence_start, figure.start - _NEITHER)
        denied = reading.grammar.neither_has.search(reading.context.text, low, figure.start)
    return denied is not None and not reading.context.is_referendum


_NEITHER = 160
"""Characters before a figure in which two people are told not to have it."""
_DENIED = 20
"""Characters before a figure in which words deny it."""


def is_result(
    figure: Figure, found: list[Figure], start: int, end: int, options: list[Option], reading: Reading
) -> bool:
    """Whether a figure may be a result, by its unit and by what stands around it."""
    grammar, text = reading.grammar, reading.context.text
    if figure.unit not in ("", *COLUMNS):
        return False
    if is_parenthesised(figure, text) and grammar.part_told.search(text, start, figure.start - 1):
        return False  # “un tiers des électeurs de X (33 %)”
    if is_figure_denied(figure, reading):
        return False  # “c'est 35,6 %, et non 38,6 %, que recueille X”
    before = [f for f in found if f.start < figure.start]
    if (
        figure.unit != "percent"
        and not figure.is_whole
        and not (not figure.unit and _neighbour_is_share(figure, found, reading))
    ):
        return False
    if not figure.unit and (figure.value or 0) >= _MILLION and before and before[-1].unit == "money":
        return False  # “X a dépensé 13,8 millions d'euros, Y 15,1 millions”
    others = {f.unit for f in before} - {"", "stations", "points", "money"}
    of_voters = is_of_voters(figure, found, options, reading)
    is_led = (figure.value or 0) >= 1000 and others == {"other"}  # “X, 49 days in office, is beaten on 11,217”
    is_led = is_led and grammar.bare_lead.search(text, start, figure.start) is not None
    if not figure.unit and others and others.isdisjoint(COLUMNS) and not (of_voters or is_led):
        return False  # “215 candidats se sont retirés : 131 à gauche”
    if figure.unit != "percent" and text[end - 1 : end] == "?" and any(f.unit == "seats" for f in found):
        return False  # “Two seats for X? None.”
    if _is_age(figure, options, reading):
        return False
    if grammar.all_of.search(text, max(start, figure.start - 16), figure.start) and any(
        o.type == "party" and text[figure.number_end : o.start] in (" ", "\u00a0") for o in options
    ):
        return False  # “winning all 14 Lib Dem seats”
    if _is_at_stake(figure, start, end, options, reading) or _is_total(figure, found, start, reading):
        return False
    is_change = figure.unit == "percent" and not _is_opposed(figure, found, reading)
    if is_change and grammar.change_alone.search(text, max(start, figure.start - _NEAR_BACK), figure.start):
        return False  # “up 58% in a year”, but “up 51% to 48% on Y”
    if figure.unit in ("", "seats") and grammar.together.match(text, figure.end, end):
        return False  # 54 between them
    if figure.unit in ("seats", "stations") and grammar.runs_in.search(
        text, max(start, figure.start - 40), figure.start
    ):
        return False  # second in 98 constituencies
    if (
        not figure.unit
        and figure.end < end
        and not grammar.bare_end.match(text, figure.end, end)
        and not _is_of_answer(figure, options, reading)
        and not _is_owned(figure, found, start, end, options, reading)
        and not _is_in_run(figure, found, options, reading)
        and not counts_members(figure, found, options, reading)
        and not _is_of_them(figure, reading)
        and not of_voters
        and not _is_held_so_far(figure, options, reading)
        and not grammar.from_number.match(text, figure.end, end)
        and not (_may_go_on(figure, reading) and grammar.after_bare_number.match(text, figure.end, end))
        and not grammar.in_chamber.match(text, figure.end, end)
    ):
        return False
    if (
        not figure.unit
        and (figure.value or 0) < 1000
        and not of_voters
        and _counts_something_else(found, before, reading)
        and not any(is_towards(figure, o, reading) for o in options if o.start >= figure.end)
    ):
        return False
    asked = text.rfind("\n", 0, start) + 1 if text[max(0, start - 2) : start].rstrip().endswith("?") else start
    clause = text.find(";", figure.end, end)
    reach = figure.start if figure.unit else end if clause < 0 else clause
    if figure.unit in ("", "percent") and grammar.ratings.search(reading.context.cues, asked, reach):
        return False
    if (
        figure.unit == "percent"
        and not reading.context.is_referendum
        and grammar.yes_or_no.match(text, figure.end, end)
    ):
        return False  # of a question put to the vote beside the contest
    if figure.unit == "percent" and (
        grammar.markets.search(reading.context.cues, start, end)
        or not _may_be_quoted(figure, options, reading)
        or any(_is_of_part(f, end, reading) for f in (*before, figure))
    ):
        return False
    if (
        figure.unit == "percent"
        and not reading.context.is_referendum
        and grammar.answer_has.search(text, max(start, figure.start - 40), figure.start)
    ):
        return False  # “Yes had 57%”, of a question put to the vote at another time
    if figure.unit == "percent" and figure.value == _ALL and reading.context.quotation_at(figure.start) is not None:
        return False  # “I am behind her 100 per cent”
    low, high = _clause(figure, found, start, end, text)
    if grammar.counterfactual.search(text, low, figure.start):
        return False
    if figure.unit in ("percent", "") and (figure.value or 0) <= _ALL and _of_subgroup(figure, start, reading):
        return False
    if figure.unit == "percent" and any(
        p.match(text, figure.end, end) for p in (grammar.thinking, grammar.outstanding)
    ):
        return False  # “46% think …”, “20% of the vote outstanding”
    share = grammar.share_of.match(text, figure.end, end)
    if share and figure.unit == "percent":
        if grammar.of_votes.search(share[0]):
            return True
        return not _is_about_turnout(figure, found, low, high, options, reading) or bool(options)
    if (
        figure.unit == "percent"
        and grammar.won_over.search(text, max(start, figure.start - 48), figure.start)
        and not _is_of_some(figure, end, reading)
    ):
        return True
    if figure.unit == "percent" and not _is_of_answer(figure, options, reading):
        part = grammar.subgroup.match(text, figure.end, end)
        if (
            part is not None
            and not _is_of_them(figure, reading)
            and not _is_institute(part.end(), reading)
            and not (grammar.subgroup_before.match(text, figure.end + 1) and _party_of_primary(part.end() - 1, reading))
            and not any(
                0 <= o.start - figure.end < 25
                and o.type != "answer"
                and (is_towards(figure, o, reading) or is_announced(figure, o, reading))
                for o in options
            )
        ):
            return False
        is_for = any(
            o.is_certain
            and o.start >= figure.end
            and (is_towards(figure, o, reading) or grammar.chosen.fullmatch(text, figure.end, o.start))
            for o in options
        )
        if not is_for and _is_about_turnout(figure, found, low, high, options, reading):
            return False
    if text[figure.start - 1 : figure.start] in ("-", "–") and _RISES.search(text, start, end):
        return False  # Con -19.9, Lab +1.6
    if text[figure.start - 1 : figure.start] in ("+", "−") or text[figure.start - 2 : figure.start] == "(-":
        return False  # a change
    if grammar.margin.match(text, figure.end, end) or _is_quoted(figure, reading):
        return False
    if figure.unit != "percent" and grammar.changed.search(text, max(start, figure.start - 24), figure.start):
        return False
    if figure.unit != "percent" and grammar.held_before.search(text, max(start, figure.start - 64), figure.start):
        return False
    if (
        figure.unit != "percent"
        and not _is_opposed(figure, found, reading)
        and not (figure.unit and grammar.holding.search(text, max(start, figure.start - 24), figure.start))
        and not (  # lose her majority: 314 seats for X and 266 for Y
            ":" in text[max(start, figure.start - 110) : figure.start]
            and any(is_towards(figure, o, reading) for o in options if o.start >= figure.end)
        )
        and not (figure.unit == "votes" and grammar.has_share.search(text, max(start, figure.start - 24), figure.start))
        and grammar.margin_before.search(text, max(start, figure.start - 110), figure.start)
        and not grammar.come_to.search(text, max(start, figure.start - 48), figure.start)
    ):
        return False
    if grammar.nobody.search(text, max(start, figure.start - 100), figure.start):
        return False
    if grammar.sought.search(text, max(start, figure.start - 64), figure.start):
        return False  # “she was hoping to clear 65%”
    if figure.unit != "percent":
        return True
    words = (
        w
        for w in grammar.elsewhere.finditer(reading.context.cues, low, high)
        if not grammar.everybody.match(text, w.start())
        and not _is_in_name(w, reading)
        and not (w.start() >= figure.end and _party_of_primary(w.end(), reading))
    )
    word = next((w for w in words if not grammar.after_them.search(text, max(low, w.start() - 24), w.start())), None)
    if word is None or is_parenthesised(figure, text):
        return True
    after = word.end()
    named = [o for o in options if o.is_certain and after <= o.start and o.end <= figure.start]
    if grammar.passing.fullmatch(word[0]):
        if grammar.come_by.fullmatch(text, after, figure.start):
            return True  # “progresse de 3,5 points à 29,1 %”
        going_on = grammar.going_on.match(text, after, figure.start)
        if going_on and grammar.verb.search(text, going_on.end() - 1, figure.start):
            return True  # “perd 3 points et tombe à 43,3 %”
        return bool(named) or _AFTER_COMMA.match(text, after, figure.start) is not None
    return bool(named) and "," in text[after : named[-1].start]


def _is_of_answer(figure: Figure, options: list[Option], reading: Reading) -> bool:
    """``54% de non``: whether the answer that a figure is of stands right behind it."""
    return any(o.type == "answer" and _is_of(figure.end, o.start, reading) for o in options)


def _is_owned(
    figure: Figure, found: list[Figure], start: int, end: int, options: list[Option], reading: Reading
) -> bool:
    """Whether what stands around a bare number tells that it is somebody's: ``to her 25,178``, ``loin devant les 11 de
    X``, ``9,204 in Ely``.
    """
    text = reading.context.text
    if _OWNED.search(text, max(start, figure.start - 3), figure.start) or _is_opposed(figure, found, reading):
        return True
    if any(is_announced(figure, o, reading) for o in options):
        return True
    is_tally = (figure.value or 0) >= 1000 or not figure.is_whole
    return is_tally and reading.grammar.in_place.match(text, figure.end, end) is not None


def _is_of_them(figure: Figure, reading: Reading) -> bool:
    """``The first votes are in. X has 44% of them``: of the votes or seats that the sentence before has told of."""
    if reading.grammar.of_them.match(reading.context.text, figure.end) is None:
        return False
    low = max(reading.entry.char_start, reading.sentence_start - _FAR_BACK)
    told = (reading.grammar.seats_told, reading.grammar.votes_told)
    return any(words.search(reading.context.cues, low, reading.sentence_start) is not None for words in told)


def is_of_voters(figure: Figure, found: list[Figure], options: list[Option], reading: Reading) -> bool:
    """``63 ont choisi X, 39 Y``: bare numbers of those who have chosen somebody; the verb stands behind the first."""
    text, grammar = reading.context.text, reading.grammar
    if figure.unit or not figure.is_whole or figure.is_range:
        return False
    following = next((o for o in options if o.start >= figure.end), None)
    if following is None or following.type != "candidate":
        return False
    if grammar.chosen.fullmatch(text, figure.end, following.start):
        return True
    index = found.index(figure)
    is_next = text[figure.end : following.start] in (" ", "\u00a0") and index > 0
    return is_next and is_of_voters(found[index - 1], found, options, reading)


def _sends_its_own(options: list[Option], place: int, reading: Reading) -> bool:
    """``LREM (La République en marche) envoie 308 députés``: whether a party is the subject of a verb, and no place."""
    sender = max((o for o in options if o.end <= place), key=lambda o: o.end, default=None)
    return (
        sender is not None
        and sender.type in ("party", "list")
        and _JUST_BEHIND.fullmatch(reading.context.text, sender.end, place) is not None
    )


_JUST_BEHIND = re.compile(r"[ \u00a0]?(?:\([^()]{1,40}\))?\)?[ \u00a0]?")


def _is_at_stake(figure: Figure, start: int, end: int, options: list[Option], reading: Reading) -> bool:
    """``At stake: 40 seats for the north, 30 for the south``, ``with eight to be allotted``, ``the state sends 110
    delegates``: seats that nobody has won.

    Not *has won all 12 seats on offer*.
    """
    if figure.unit not in ("", "seats"):
        return False
    text, grammar = reading.context.text, reading.grammar
    if grammar.at_stake.search(text, max(start, figure.start - _FAR_BACK), figure.start):
        return True
    is_named = any(figure.number_end <= option.start <= figure.end + 1 for option in options)  # “sends 48 Tory MPs”
    sent = grammar.sent.search(text, max(start, figure.start - _NEAR_BACK), figure.start) if figure.unit else None
    if sent is not None and not is_named and not _sends_its_own(options, sent.start(), reading):
        return True
    if not any(grammar.to_be_won.match(text, place, end) for place in (figure.number_end, figure.end)):
        return False
    floor = max((o.end for o in options if o.end <= figure.start), default=start)
    return not grammar.winning.search(text, floor, figure.start)


_FAR_BACK, _NEAR_BACK = 160, 60


def _is_total(figure: Figure, found: list[Figure], start: int, reading: Reading) -> bool:
    """``212 seats for A, 186 for B, out of 751``: the whole behind its parts, larger than any of them."""
    if figure.unit not in ("", "seats") or figure is not found[-1] or not figure.is_whole or len(found) < _PARTS:
        return False
    if any(f.unit == "percent" or (f.value or f.high or 0) >= (figure.value or 0) for f in found[:-1]):
        return False
    return (
        reading.grammar.of_total.search(reading.context.text, max(start, figure.start - 16), figure.start) is not None
    )


_PARTS = 3
"""Figures of a sentence, the fewest of which the last may be the total of those before it."""


def _is_in_name(word: re.Match[str], reading: Reading) -> bool:
    """Whether a word is part of somebody's name: *Terry Young*."""
    mention = reading.context.people.at(word.start())
    return mention is not None and mention.entity.kind == "person" and mention.end - mention.start > len(word[0])


_AFTER_COMMA = re.compile(r"[^,]{0,40},[ \u00a0](?:[^,;:]{0,12}[ \u00a0])?$")
"""Between a margin and the figure set apart behind it: *de neuf points, à 28 %*."""


def _may_go_on(figure: Figure, reading: Reading) -> bool:
    """Whether a bare number may be followed by an adverbial: a share among shares, a number of votes."""
    if (figure.value or 0) >= 1000:
        return "," in reading.context.text[figure.start : figure.end]
    is_led = reading.running_unit == "percent" and reading.grammar.bare_lead.search(
        reading.context.text, reading.sentence_start, figure.start
    )  # “Biden at 32 percent and Sanders at 31 with two precincts out”
    return (not figure.is_whole or bool(is_led)) and "percent" in (reading.unit, reading.running_unit)


def _is_about_turnout(
    figure: Figure, found: list[Figure], low: int, high: int, options: list[Option], reading: Reading
) -> bool:
    """Whether words of turnout stand before a figure, or just after it when they are not the next
    figure's.
    """
    text, grammar, cues = reading.context.text, reading.grammar, reading.context.cues
    named = [o.end for o in options if o.end <= figure.start]
    low = max(named[-1], low) if named and named[-1] > low else (low if named else reading.sentence_start)
    comma = text.rfind(",", low, figure.start)
    if comma >= 0 and any(comma < o.start < figure.start for o in options):
        low = comma
    if grammar.participation.search(cues, low, figure.start):
        return True
    is_last = found[-1] is figure
    reach = high if is_last else min(high, figure.end + 24)
    word = grammar.participation.search(cues, figure.end, reach)
    return word is not None and (is_last or _is_of(figure.end, word.start(), reading))


def _counts_something_else(found: list[Figure], before: list[Figure], reading: Reading) -> bool:
    """``215 candidats se sont retirés : 131 à gauche``: bare numbers after one that counts what its noun says."""
    first = next((f for f in before if not f.unit and f.is_whole and not f.is_range), None)
    if first is not None and _counts_results(first, reading) and _are_within(first, found):
        return False  # “With 620 results in, A have 301 seats and B 253”
    return first is not None and reading.grammar.plural_noun.match(reading.context.text, first.end) is not None


_ALL, _MILLION = 100, 1_000_000
_OF_SEATS = ("legislative", "other")
"""Types of election in which what is decided is a seat."""
_OWNED = re.compile(r"(?:['’]s?|\))[\s\u00a0]$")
"""Before a bare number that is somebody's: *the NDP's 38*, *Hamner (Lib) 49.3*."""
_LISTING = re.compile(r",[ \u00a0]")


def _may_be_quoted(figure: Figure, options: list[Option], reading: Reading) -> bool:
    """Whether a share in somebody's words may be a result: an option stands there, or the speaker tells his own."""
    quotation = reading.context.quotation_at(figure.start)
    if quotation is None:
        return True
    if any(quotation.start <= o.start < quotation.end for o in options):
        return True
    text = reading.context.text
    beside = text[quotation.inner_start : figure.start] + text[figure.end : quotation.inner_end]
    if reading.grammar.about_alone.fullmatch(beside) and reading.grammar.share_of.match(text, quotation.end):
        return True  # « environ 60 % » des suffrages
    return reading.grammar.own_votes.search(reading.context.text, quotation.start, figure.start) is not None


def _of_subgroup(figure: Figure, start: int, reading: Reading) -> bool:
    """Whether the clause is about a part of the voters: *Among men, X led 54% to 44%*; in a primary, a party is the
    whole: *Among Democrats, X leads*.
    """
    text, pattern = reading.context.text, reading.grammar.subgroup_before
    begin = max([start, *(stop.end() for stop in _FULL_STOP.finditer(text, start, figure.start))])
    openings = (begin, *(comma.end() for comma in _COMMA.finditer(text, begin, figure.start)))
    found = [m for m in (pattern.match(text, opening, figure.start) for opening in openings) if m is not None]
    for part in pattern.finditer(text, begin, figure.start):  # “leads among women (54%)”, “leads among women with 54%”
        goes_on = _COMMA.search(text, part.end(), figure.start) or reading.context.people.between(
            part.end(), figure.start
        )
        found += [part] * (not goes_on)
    return any(not _is_of_primary(match.end(), reading) for match in found)


def _is_of_primary(offset: int, reading: Reading) -> bool:
    """Whether a party whose primary the live blog covers stands behind a place, and then a comma: *Among Democrats
    (72 percent reporting), it's …*.
    """
    party = _party_of_primary(offset, reading)
    return party is not None and _ASIDE_AND_COMMA.match(reading.context.text, party.end) is not None


_ASIDE_AND_COMMA = re.compile(r"(?:[ \u00a0]\([^()\n]{1,40}\))?,")


def _party_of_primary(offset: int, reading: Reading) -> Mention | None:
    """The party that stands behind a place, in the live blog of a primary: *49% among Republicans*."""
    party = reading.context.people.at(offset + 1)
    is_primary = reading.context.liveblog.election_type == "primary"
    return party if is_primary and party is not None and party.entity.kind == "party" else None


def _is_of_part(figure: Figure, end: int, reading: Reading) -> bool:
    """``38% des électeurs de X``: a share of a part of the voters; those of a place are all of them."""
    match = reading.grammar.part_of.match(reading.context.text, figure.end, end)
    mention = reading.context.people.at(match.end()) if match is not None else None
    return match is not None and not (mention is not None and mention.entity.kind == "place")


def _is_of_some(figure: Figure, end: int, reading: Reading) -> bool:
    """``séduit 58 % des moins de 35 ans``: of a part of the voters; *des Parisiens* are all of a place."""
    part = reading.grammar.subgroup.match(reading.context.text, figure.end, end)
    return part is not None and not reading.context.text[part.end() : part.end() + 1].isupper()


def _is_institute(offset: int, reading: Reading) -> bool:
    """Whether an institute stands at a place, its article or not: *47,5% chez BVA* is no share of a part."""
    mention = reading.context.people.at(offset) or reading.context.people.at(offset + len("l'"))
    return mention is not None and mention.entity.kind == "pollster"


_COMMA = re.compile(r"[:,–—]")
_FULL_STOP = re.compile(r"[;\n]|\.(?!\d)")


def _is_in_run(figure: Figure, found: list[Figure], options: list[Option], reading: Reading) -> bool:
    """``Con 318 Lab 267 SNP 32``: names and bare numbers in turn, with nothing between them."""
    text, starts = reading.context.text, {f.start for f in found}
    own = any(o.end < figure.start and not text[o.end : figure.start].strip(" \u00a0") for o in options)
    following = next((o for o in options if o.start > figure.end), None)
    if not own or following is None or text[figure.end : following.start].strip(" \u00a0"):
        return False
    return following.end + 1 in starts


def counts_members(figure: Figure, found: list[Figure], options: list[Option], reading: Reading) -> bool:
    """``Final tally: 51 Conservatives, four Labour``: whole numbers each right before a party, one after the other."""
    text = reading.context.text
    runs = []
    for one in found:
        party = next((o for o in options if o.start >= one.end), None)
        is_next = (
            party is not None and party.type in ("party", "list") and text[one.end : party.start] in (" ", "\u00a0")
        )
        runs.append((one, party.end) if is_next and party is not None and one.is_whole and not one.unit else None)
    return any(
        a is not None and b is not None and figure in (a[0], b[0]) and _LISTED.fullmatch(text, a[1], b[0].start)
        for a, b in itertools.pairwise(runs)
    )


_LISTED = re.compile(r",?[ \u00a0](?:\w{1,3}[ \u00a0])?")
"""Between a party and the number of the next: a comma, or *and*."""


def _is_held_so_far(figure: Figure, options: list[Option], reading: Reading) -> bool:
    """``The Tories have won 38 so far``: a small number of a party, with an adverb of the night behind it."""
    text, grammar = reading.context.text, reading.grammar
    party = next((o for o in reversed(options) if o.end <= figure.start), None)
    if (
        party is None
        or party.type not in ("party", "list")
        or not grammar.bare_lead.search(text, party.end, figure.start)
    ):
        return False
    return grammar.so_far.match(text, figure.end) is not None


def _neighbour_is_share(figure: Figure, found: list[Figure], reading: Reading) -> bool:
    """Whether a bare number stands after a share, or is joined to one: *54,9 et 55%*."""
    index = found.index(figure)
    told = next(
        (f.unit for f in reversed(found[:index]) if f.unit and f.unit not in ("stations", "seats", "votes", "points")),
        reading.unit,
    )
    has_shares = any(row.get("vote_pct") is not None for row in reading.rows[-2:])
    if has_shares and _is_bare_share(figure) and _goes_on(reading.sentence_start, reading):
        return True
    if told == "percent" or reading.lists_shares or len([f for f in found if _is_bare_share(f)]) > 1:
        return True
    following = found[index + 1] if index + 1 < len(found) else None
    return (
        following is not None
        and following.unit == "percent"
        and reading.grammar.joined.fullmatch(reading.context.text, figure.end, following.start) is not None
    )


def _is_age(figure: Figure, options: list[Option], reading: Reading) -> bool:
    """``Caroline Voss, 38, took …``, ``women under 40``"""
    text = reading.context.text
    if figure.unit or not figure.is_whole:
        return False
    if reading.grammar.years_old.match(text, figure.end):
        return True  # “the RN's 28-year-old president”
    if reading.grammar.people_aged.search(text, max(0, figure.start - 40), figure.start):
        return True
    if reading.unit == "percent" or not 18 <= (figure.value or 0) < 100 or text[figure.end : figure.end + 1] != ",":
        return False
    return any(o.type == "candidate" and text[o.end : figure.start] == ", " for o in options)


def _is_opposed(figure: Figure, found: list[Figure], reading: Reading) -> bool:
    """``won by 28,451 votes to her 25,178``, ``by 81,326 (57.4%) to 60,399``: two numbers that oppose each other are no
    margin.
    """
    text, grammar, index = reading.context.text, reading.grammar, found.index(figure)
    opposing = (grammar.versus, grammar.possessed, grammar.opposed_to)
    near = itertools.pairwise(found[max(0, index - 1) : index + 2])
    if any(p.fullmatch(text, one.end, other.start) is not None for one, other in near for p in opposing):
        return True
    if index + 2 >= len(found) or not is_parenthesised(found[index + 1], text):
        return False
    after = text[found[index + 1].end + 1 : found[index + 2].start]
    return text[found[index + 1].end] == ")" and any(p.fullmatch(after) is not None for p in opposing)


def _is_bare_share(figure: Figure) -> bool:
    """``RN 31,2``: a bare number with decimals; two of them in a sentence are shares."""
    return not figure.unit and not figure.is_range and not figure.is_whole and 0 < (figure.value or 0) < 100


_RISES = re.compile(r"(?<![\w)])\+\d")


def _is_of(start: int, end: int, reading: Reading) -> bool:
    """Whether only a space or *of* stands between two places: *54% de non*, *38% turnout*."""
    return end - start < 12 and reading.grammar.of_or_in.fullmatch(reading.context.text, start, end) is not None


def _is_quoted(figure: Figure, reading: Reading) -> bool:
    """A bare number inside somebody's words counts nothing."""
    return not figure.unit and reading.context.quotation_at(figure.start) is not None


def _clause(figure: Figure, found: list[Figure], start: int, end: int, text: str) -> tuple[int, int]:
    """The stretch around a figure: from the one before to the one after, within strong punctuation."""
    index = found.index(figure)
    low = found[index - 1].end if index else start
    high = found[index + 1].start if index + 1 < len(found) else end
    for mark in ";:":
        cut = text.rfind(mark, low, figure.start)
        low = cut + 1 if cut >= 0 and figure.start - cut > 3 else low
        cut = text.find(mark, figure.end, high)
        high = cut if cut >= 0 else high
    comma = text.find(", ", figure.end, high)
    if comma >= 0:
        high = comma
    return low, high
