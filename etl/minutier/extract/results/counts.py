"""Numbers of seats as they are told: *339 Tory seats*, *55 of Scotland's 59 seats*, *Plaid on four*."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cache

from minutier.extract.folding import fold
from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.results.links import finalists_of, is_towards
from minutier.extract.results.reading import MOST_SEATS, Reading, may_be_seats
from minutier.extract.small_words import small_words
from minutier.extract.wording import spelled
from minutier.languages import language

_PARTIES = ("party", "list", "other")
_MOST = 99
"""Small numbers only are printed as words."""


def with_seats(found: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """The figures of a sentence, numbers of seats told as such, totals that they are part of left out."""
    figures = _told_apart(found, options, reading) if found else []
    if hyphened := _hyphened(figures, options, start, end, reading):
        figures = sorted([*figures, *hyphened], key=lambda f: f.start)
    figures = _like_the_first(_without_totals(figures, options, reading), reading)
    worded = _in_words(figures, options, start, end, reading) if _may_count_seats(figures, start, end, reading) else []
    if not (figures or worded):
        return []
    figures = [f for f in figures if not any(w.start < f.start < w.end for w in worded)]  # six of the 10 seats
    told = _in_pairs(sorted([*figures, *worded], key=lambda f: f.start), reading)
    told = _of_members(told, options, start, end, reading)
    return _after_changes(told, reading) if worded else told


def _told_apart(found: list[Figure], options: list[Option], reading: Reading) -> list[Figure]:
    """The figures of a sentence by what they count, those left out that are no result of this vote."""
    figures = [_of_party(figure, options, reading) for each in found for figure in _halves(each, reading)]
    figures = _in_other_words(figures, options, reading)
    return _after_changes(_that_make_a_hundred(_of_votes(figures, reading), options, reading), reading)


def _in_other_words(figures: list[Figure], options: list[Option], reading: Reading) -> list[Figure]:
    """``51.6% for X, or 17.9 million ballots, and 48.4 for Y, or 16.8 million``: votes, behind whose they are."""
    text, told = reading.context.text, list(figures)
    for index, ballots in enumerate(figures):
        if ballots.unit == "ballots" and any(
            is_towards(ballots, o, reading) for o in options if o.start >= ballots.end
        ):
            told[index] = ballots._replace(unit="votes")  # *6,4 millions de bulletins se sont portés sur X*
    for index, (share, votes) in enumerate(itertools.pairwise(figures), 1):
        is_count = votes.unit in ("", "ballots") and (votes.value or 0) >= _VOTES
        if not is_count or share.unit not in ("percent", "") or (share.value or 0) >= _HUNDRED:
            continue
        ends = [o.end for o in options if share.end <= o.start < votes.start]
        ends = ends or [text.rfind(",", share.end, votes.start)]  # “43.6 per cent of the vote, or 13.9 million ballots”
        if len(ends) == 1 and reading.grammar.or_rather.fullmatch(text, ends[0], votes.start):
            told[index] = votes._replace(unit="votes")
    return told


def _of_votes(figures: list[Figure], reading: Reading) -> list[Figure]:
    """``17,968 (39.4)``: a bare number with decimals, in parentheses behind a number of votes, is a share."""
    told = list(figures)
    for index, (votes, share) in enumerate(itertools.pairwise(figures), 1):
        counts = votes.unit == "votes" or (not votes.unit and (votes.value or 0) >= _VOTES)
        is_bare = not share.unit and not share.is_whole and 0 < (share.value or 0) < 100
        around = reading.context.text[votes.end : share.start], reading.context.text[share.end : share.end + 1]
        if counts and is_bare and around in ((" (", ")"), ("\u00a0(", ")")):
            told[index] = share._replace(unit="percent")
    return told


_HUNDRED = 100
_VOTES = 1000
"""A bare number of this or more may count votes."""


def _may_count_seats(figures: list[Figure], start: int, end: int, reading: Reading) -> bool:
    """Whether something says that seats are counted, as small numbers in words may do."""
    if reading.unit == "seats" or any(f.unit == "seats" or (not f.unit and f.is_whole) for f in figures):
        return True
    if reading.has_just_read and reading.rows and reading.rows[-1].get("seats") is not None:
        return True  # “A have 39 of them, B 32. C has two”
    cues, grammar = reading.context.cues, reading.grammar
    return any(told.search(cues, start, end) is not None for told in (grammar.seats_told, grammar.votes_told))


def _of_members(figures: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """``218 Republicans to 203 Democrats in the House``: two numbers each before its party, where a chamber or seats
    are spoken of.
    """
    text = reading.context.text
    parties = {o.start for o in options if o.type in _PARTIES}
    several = [f for f in figures if f.unit in ("", "seats") and f.is_whole and (f.value or 0) > 1]
    before = [f for f in several if _next_word(f.number_end, text) in parties]
    is_alone = len(before) < 2 and all(f.unit != "seats" for f in several)
    if not before or is_alone or not reading.grammar.members_told.search(text, start, end):
        return figures
    return [f._replace(unit="seats") if f in before else f for f in figures]


def _in_pairs(figures: list[Figure], reading: Reading) -> list[Figure]:
    """``the Tories have 36.1% and 306 seats, Labour 29% and 258``: what goes with a share goes on in the unit of the
    first such pair of the post; so does *NDP 25.5 and 16*.
    """
    unit, told = reading.paired_unit, list(figures)
    for index, (share, other) in enumerate(itertools.pairwise(figures), 1):
        is_share = share.unit == "percent" or (bool(unit) and not share.unit and not share.is_whole)
        if not is_share or not reading.grammar.same.fullmatch(reading.context.text, share.end, other.start):
            continue
        if other.unit in ("seats", "votes"):
            unit = reading.paired_unit = unit or other.unit
        elif unit and not other.unit and other.is_whole:
            told[index] = other._replace(unit=unit)
    return told


def _next_word(offset: int, text: str) -> int:
    """Where the word after one space begins."""
    return offset + 1 if text[offset : offset + 1] in (" ", "\u00a0") else -1


def _after_changes(figures: list[Figure], reading: Reading) -> list[Figure]:
    """``slumps from 52.9% to 38.7%``, ``passe de 10 à 24 sièges``: what it was is no result of this vote."""
    text, grammar, kept, has_changed = reading.context.text, reading.grammar, list(figures), False
    figures = list(figures)
    for index, figure in enumerate(figures):
        digits = _DIGIT.search(text, figure.start, figure.end)  # a range begins with its *de*
        number = digits.start() if figure.is_range and digits else figure.start
        if figure.is_range and grammar.sampled.search(text, reading.sentence_start, figure.start):
            continue
        is_from = (
            number > figure.start
            or grammar.changed_from.search(text, max(0, figure.start - 6), figure.start) is not None
        )
        goes_on = has_changed and is_from  # …, le RN de 88 à 126, Horizons de 31 à 25
        if not goes_on and not grammar.changing.search(text, max(reading.sentence_start, number - 48), number):
            continue
        has_changed = True
        following = figures[index + 1] if index + 1 < len(figures) else None
        if figure.is_range and figure.high_start:
            kept[kept.index(figure)] = figure._replace(
                start=figure.high_start, value=figure.high, low=None, high=None, high_start=None
            )
        elif following is not None and grammar.changed_to.fullmatch(text, figure.end, following.start):
            kept.remove(figure)
            if not following.unit and figure.unit:
                figures[index + 1] = following._replace(unit=figure.unit)
                kept[kept.index(following)] = figures[index + 1]
    return kept


def _halves(figure: Figure, reading: Reading) -> list[Figure]:
    """``3,402 to 3,987``, ``51 percent to 49 percent`` are no ranges: the votes or shares of two candidates."""
    text = reading.context.text
    if not figure.is_range or not figure.high_start or not text[figure.start].isdigit():
        return [figure]
    is_duel = figure.unit == "percent" and (
        reading.grammar.by.search(text, max(0, figure.start - 4), figure.start) is not None
        or (figure.low or 0) > (figure.high or 0)
        or _follows_beaten(figure, reading)
    )
    if not is_duel and (figure.unit not in ("", "votes") or (figure.low or 0) < 1000):
        return [figure]
    first = text[figure.start : figure.high_start]
    stop = figure.start + len(re.match(r"[\d.,'’ \u00a0\u202f]*\d(?:[ \u00a0]?%)?", first)[0])  # type: ignore[index]
    if (unit := reading.grammar.percent.match(text, stop, figure.high_start)) is not None:
        stop = unit.end()
    one = Figure(figure.start, stop, stop, figure.unit, figure.low)
    return [one, Figure(figure.high_start, figure.end, figure.number_end, figure.unit, figure.high)]


def _follows_beaten(figure: Figure, reading: Reading) -> bool:
    """``X trails Y 47% to 52%``: whether whoever is beaten, or beats, stands right before two shares of a whole."""
    mention = reading.context.people.at(figure.start - 2)
    if mention is None or not _WHOLE[0] <= (figure.low or 0) + (figure.high or 0) <= _WHOLE[1]:
        return False
    return reading.grammar.object_of.search(reading.context.text, reading.sentence_start, mention.start) is not None


_WHOLE = 80, 100.2
"""What the shares of two who stand against each other may add up to."""

_DIGIT = re.compile(r"\d")


def _is_had(ballots: Figure, options: list[Option], reading: Reading) -> bool:
    """``Le RN a rassemblé 8,6 millions de bulletins``: ballots that somebody has."""
    text, before = reading.context.text, [o for o in options if o.end <= ballots.start]
    if not before or reading.grammar.counted.match(text, ballots.end) or ballots.value is None:
        return False
    return reading.grammar.has_share.search(text, before[-1].end, ballots.start) is not None


def _of_party(figure: Figure, options: list[Option], reading: Reading) -> Figure:
    """``339 Tory seats``, ``30 sièges LR``: what stands between or after tells the unit."""
    text = reading.context.text
    if figure.is_whole and (told := reading.grammar.voted_for.pattern.match(text, figure.number_end)):
        return figure._replace(unit="votes", end=told.end())  # 33,973 people voted for him
    if figure.unit == "stations" and reading.grammar.in_areas.search(text, reading.sentence_start, figure.start):
        return figure._replace(unit="seats")  # ahead in 64 seats, élue dans 92 circonscriptions
    if (
        figure.unit == "stations"
        and reading.grammar.saving.search(text, reading.sentence_start, figure.start)
        and reading.grammar.constituencies.search(text, figure.number_end, figure.end)
    ):
        return figure._replace(unit="seats")  # LR sauverait entre 57 et 67 circonscriptions
    if figure.unit == "ballots" and (
        any(is_towards(figure, o, reading) for o in options if o.start >= figure.end)
        or (options and reading.grammar.own_ballots.match(text, figure.end))
        or _is_had(figure, options, reading)
    ):
        return figure._replace(unit="votes")  # 412 bulletins pour X; X l'emporte avec 412 bulletins, contre 400 à Y
    is_share = not figure.unit and not figure.is_whole and 0 < (figure.value or 0) < 100
    if is_share and reading.grammar.pronoun_of_shares.search(text, reading.sentence_start, figure.start):
        return figure._replace(unit="percent")  # Y en réunit 35,9
    if figure.unit or not figure.is_whole or not may_be_seats(figure):
        return figure
    if unit := _unit_gone_on_with(figure, options, reading):
        return figure._replace(unit=unit)
    if reading.grammar.in_areas.search(text, max(reading.sentence_start, figure.start - 40), figure.start):
        return figure._replace(unit="seats")  # the BJP is ahead in 132
    persons = [o.type for o in options if o.is_certain] or [reading.subject.type if reading.subject else ""]
    if set(persons) != {"candidate"} and reading.grammar.pronoun_of_seats.search(
        text, max(reading.sentence_start, figure.start - 40), figure.start
    ):
        return figure._replace(unit="seats")  # le PS en obtient 41
    for option in options:
        if option.type in ("party", "list") and 0 < option.start - figure.end < 3:
            if reading.grammar.seats_after.match(text, option.end):
                return figure._replace(unit="seats")
            break
    return figure


def _unit_gone_on_with(figure: Figure, options: list[Option], reading: Reading) -> str:
    """``4 376 bulletins pour X. Y n'en recueille que 786``, ``X est à 23 %. Y en obtiendrait 14``: what the sentence
    before has counted is what a pronoun stands for; a person has no seats.
    """
    text, rows = reading.context.text, reading.rows[-2:]
    if not rows or not reading.has_just_read or any(f.type == "other" for f in options):
        return ""
    low = max(reading.sentence_start, figure.start - 40)
    if not reading.grammar.pronoun_of_seats.search(text, low, figure.start):
        return ""
    subject = next((o for o in options if o.end <= figure.start), None)
    if subject is None or not subject.is_certain:
        return ""
    if any(row.get("votes") is not None for row in rows):
        return "votes"
    is_of_person = subject.type == "candidate"
    is_share = rows[-1].get("vote_pct") is not None and 1 < (figure.value or 0) < _HUNDRED
    if reading.grammar.seats_told.search(reading.context.cues, reading.entry.char_start, figure.start):
        return ""
    return "percent" if is_of_person and is_share else ""


def _without_totals(figures: list[Figure], options: list[Option], reading: Reading) -> list[Figure]:
    """``55 of Scotland's 59 seats``: the first is a number of seats, the second is not a result."""
    text, kept = reading.context.text, []
    skip = False
    for index, figure in enumerate(figures):
        if skip:
            skip = False
            continue
        total = figures[index + 1] if index + 1 < len(figures) else None
        if (
            total is not None
            and total.unit in ("seats", "")
            and figure.unit in ("seats", "")
            and figure.is_whole
            and (figure.value or 0) <= (total.value or 0)
            and reading.grammar.out_of.fullmatch(text, figure.number_end, total.start)
            and (any(o.end <= figure.start for o in options) or _is_of_it(figure, reading))
        ):
            if _counts_seats(figure, total, reading):
                kept.append(figure._replace(unit=figure.unit or "seats"))
            skip = True  # “10 of the 14 states”
        elif total is not None and _is_part_of(figure, total, reading):
            if any(o.start >= total.end and is_towards(total, o, reading) for o in options):
                figure = figure._replace(unit="seats", end=total.end)  # “96 des 163 sièges reviennent à X”
            kept.append(figure._replace(unit=figure.unit or "votes") if total.unit == "votes" else figure)
            skip = True
        else:
            kept.append(figure)
    return kept


def _is_part_of(figure: Figure, total: Figure, reading: Reading) -> bool:
    """``96 of the 163 seats``: a part of all seats, whosever it is."""
    if (
        not {"seats", "votes"} & {figure.unit, total.unit}
        or {figure.unit, total.unit} == {"seats", "votes"}
        or not figure.is_whole
        or (figure.value or 0) > (total.value or 0)
    ):
        return False
    return reading.grammar.out_of.fullmatch(reading.context.text, figure.number_end, total.start) is not None


def _is_of_it(figure: Figure, reading: Reading) -> bool:
    """``It has 57 of the 81 seats``: a pronoun stands for the party before."""
    return reading.grammar.it_has.match(reading.context.text, reading.sentence_start, figure.start) is not None


def _like_the_first(figures: list[Figure], reading: Reading) -> list[Figure]:
    """``National 38.95 percent (50 seats), Labour 26.9 (34)``: what stands in parentheses goes on in its unit."""
    text, unit, told = reading.context.text, "", []
    for figure in figures:
        if text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")":
            unit = figure.unit or unit
            figure = figure._replace(unit=unit)
        told.append(figure)
    return told


def _that_make_a_hundred(figures: list[Figure], options: list[Option], reading: Reading) -> list[Figure]:
    """``it's 52.4 to 47.6``, ``X 52, Y 48``: two bare numbers that oppose each other and make a hundred are shares."""
    told = list(figures)
    for index, (one, other) in enumerate(itertools.pairwise(figures)):
        if one.unit or other.unit or one.is_range or other.is_range:
            continue
        total, is_opposed = (one.value or 0) + (other.value or 0), reading.grammar.versus.fullmatch
        is_decimal = not (one.is_whole and other.is_whole)
        is_of_two = len(figures) == 2 and all(o.type == "candidate" for o in options) and reading.unit != "seats"
        is_of_two = is_of_two and is_opposed(reading.context.text, one.end, other.start) is not None
        goes_on = (reading.unit == "percent" or is_decimal or is_of_two) and _NEARLY_ALL <= total < 99.5
        is_listed = len(figures) == 2 and _NEARLY_ALL <= total <= _MOST_OF_TWO
        is_listed = is_listed and _are_side_by_side(one, other, options, reading)
        if not (goes_on or is_listed or abs(total - 100) <= _MISSED) or min(one.value or 0, other.value or 0) < 10:
            continue
        each = sum(not f.unit for f in figures) == 2 and all(_has_its_own(f, options, reading) for f in (one, other))
        if not goes_on and abs(total - 100) > _MISSED and not each:
            continue
        if (each and not goes_on) or is_opposed(reading.context.text, one.end, other.start):
            told[index], told[index + 1] = one._replace(unit="percent"), other._replace(unit="percent")
    return told


def _are_side_by_side(one: Figure, other: Figure, options: list[Option], reading: Reading) -> bool:
    """``Anna Reed 54, Mark Cole 45``: each right behind a candidate, without the commas of an age."""
    ends = {o.end for o in options if o.type == "candidate" and o.is_certain}
    if reading.grammar.seats_told.search(reading.context.cues, reading.sentence_start, other.end + 12):
        return False  # of delegates
    return all(f.start - 1 in ends for f in (one, other))


_MISSED = 0.11
"""What two shares printed with a decimal may miss of a hundred."""
_MOST_OF_TWO = 100.5
_NEARLY_ALL = 90
"""What the shares of two who oppose each other come to at least, where others have next to nothing."""


def _has_its_own(figure: Figure, options: list[Option], reading: Reading) -> bool:
    """Whether a number stands right after somebody or an answer."""
    text = reading.context.text
    return any(
        o.type in ("candidate", "answer") and text[o.end : figure.start] in (" ", "\u00a0", ", ", ": ", " : ")
        for o in options
    )


_HYPHENED = re.compile(r"(?<![\w.,/–-])(\d{1,3}(?:[.,]\d)?)[-–/](\d{1,3}(?:[.,]\d)?)(?![\w%/–-])(?![.,]\d)")


def _hyphened(figures: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """``Elabe is in between at 52-48``: two shares that make a hundred, where options are spoken of; ``Vox 62-64``
    behind a range with its unit: another range.
    """
    found: list[Figure] = []
    is_of_two = bool(reading.calls or finalists_of(reading))
    if not options and len(reading.series) < 2 and not is_of_two:
        return found
    for match in _HYPHENED.finditer(reading.context.text, start, end):
        one, other = (float(group.replace(",", ".")) for group in match.groups())
        if any(f.start < match.end() and match.start() < f.end for f in figures):
            continue
        if one < other <= MOST_SEATS and _ends_line_of_seats(match, reading):
            found.append(Figure(*match.span(), match.end(), "seats", None, one, other))
            continue
        if one < other <= MOST_SEATS and _is_range_of_seats(match, options, start, reading):
            found.append(Figure(*match.span(), match.end(), "seats", None, one, other))
            continue
        ranged = next((f.unit for f in figures if f.is_range and f.unit and f.end <= match.start()), "")
        if ranged and one < other:
            found.append(Figure(*match.span(), match.end(), ranged, None, one, other))
            continue
        is_told = reading.grammar.contest_told.search(reading.context.text, start, match.start()) is not None
        if is_told and min(one, other) < _FEW and reading.rows and reading.rows[-1].get("votes") is not None:
            for group, value in ((1, one), (2, other)):  # “five votes for X. In the next village, X beat Y 16-5”
                begin, stop = match.span(group)
                found.append(Figure(begin, stop, stop, "votes", value))
            continue
        is_told = is_told or (reading.unit == "percent" and len(reading.series) == _TWO and not options)
        least = _NEARLY_ALL if is_told and "/" not in match[0] else 99.89
        if not least <= one + other <= 100.11 or min(one, other) < 10:
            continue
        for group, value in ((1, one), (2, other)):
            begin, stop = match.span(group)
            found.append(Figure(begin, stop, stop, "percent", value))
    return found


_LINE_LEAD = re.compile(r"[:–—][ \u00a0]$")


_FEW, _TWO = 10, 2


def _is_range_of_seats(match: re.Match[str], options: list[Option], start: int, reading: Reading) -> bool:
    """``Projection en sièges : 175-195 pour X, 150-170 pour Y``: behind a word for seats, beside an option."""
    if reading.grammar.seats_told.search(reading.context.cues, start, match.start()) is None:
        return False
    figure, text = Figure(*match.span(), match.end(), "seats", None), reading.context.text
    beside = any(text[o.end : match.start()].strip(" \u00a0:,(") == "" for o in options if o.end <= match.start())
    return beside or any(is_towards(figure, o, reading) for o in options if o.start >= match.end())


def _ends_line_of_seats(match: re.Match[str], reading: Reading) -> bool:
    """``PROJECTION EN SIÈGES`` over ``Ensemble : 164-174``: a range that ends a line, under a word for seats."""
    text, entry = reading.context.text, reading.entry
    if text[match.end() : match.end() + 1] not in ("\n", "") or not _LINE_LEAD.search(
        text, match.start() - 2, match.start()
    ):
        return False
    heading = text.find("\n", entry.char_start, match.start())
    return (
        heading >= 0 and reading.grammar.seats_told.search(reading.context.cues, entry.char_start, heading) is not None
    )


def _counts_seats(figure: Figure, total: Figure, reading: Reading) -> bool:
    """Whether a part and its total are of seats: told so, or nothing told where seats are spoken of."""
    if "seats" in (figure.unit, total.unit) or reading.grammar.declared.match(reading.context.text, total.end):
        return True
    return re.match(r"[ \u00a0][a-zà-ÿ]{3,}", reading.context.text[total.end : total.end + 12]) is None


def _in_words(figures: list[Figure], options: list[Option], start: int, end: int, reading: Reading) -> list[Figure]:
    """Small numbers in words beside numbers of seats: *the Greens in two*, *trois élus*, *Vox two*, *six pour X*."""
    pattern, values = _words(reading.context.language.code)
    text = reading.context.text
    found = []
    for match in pattern.finditer(text, start, end):
        begin, stop = match.span("number")
        if any(f.start < stop and begin < f.end for f in figures) or reading.context.quotation_at(begin) is not None:
            continue
        value = values[fold(match["number"])] + values.get(fold(match["more"] or ""), 0)
        opens = text[begin - 2 : begin] in (", ", "; ", ": ") or begin == start
        is_counted = (
            match["lead"] is not None
            or (match["unit"] is not None and value > 1)
            or (match["votes"] is not None and match["lead"] is not None)
            or any(text[o.end : begin] in (" ", ", ", " (", "\u00a0") for o in options)
            or (opens and match["towards"] is not None)
            or (
                match["named"] is not None
                and any(o.start == match.end("number") + 1 and o.type in _PARTIES for o in options)
            )
        )
        if not is_counted:
            continue
        if match["votes"] is not None and match["lead"] is None and not (opens and match["towards"] is not None):
            continue
        unit = "seats" if match["unit"] else "votes" if match["votes"] else ""
        stop = max(match.end("seats"), match.end("votes"), stop, match.end("more"))
        last = max(match.end("number"), match.end("more"))
        found.append(Figure(begin, stop, last, unit, float(value), is_spelled=True))
    return found


@cache
def _words(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of small numbers in words, with the word that leads to a number and the unit, when there are."""
    section = language(code)
    words = section["numbers"]["spelled"]
    values = {fold(str(w)): int(v) for w, v in words["values"].items() if int(v) <= _MOST}
    results = section["results"]

    def any_word(forms: Iterable[object]) -> str:
        return "|".join(sorted((spelled(str(form)) for form in forms), key=len, reverse=True))

    number = any_word(w for w, v in words["values"].items() if 0 < int(v) <= _MOST)
    conjunction = f"{small_words(code).whole('and', 'then')}|{any_word(results['each'])}"
    towards = rf"(?P<towards>[ \u00a0](?:{any_word(results['for'])})(?!\w))"
    origin = rf"[ \u00a0]{small_words(code).before('from')}\d"
    ends = rf"[,.;:)\n–—]|$|[ \u00a0](?:{conjunction})(?!\w)"
    after = rf"(?={ends}|{origin}|{towards}|(?P<named>[ \u00a0](?-i:[A-ZÀ-Ý])))"
    seats = any_word(section["numbers"]["units"]["seats"])
    whole = rf"[ \u00a0](?:{results['out_of']})[ \u00a0](?:{number}|\d{{1,3}})(?![\w.,]*\d)"  # six of the ten seats
    place = "(?:[ \u00a0](?-i:[A-ZÀ-Ý])[\\w’'-]+){0,2}"  # all six Glasgow seats
    pattern = re.compile(
        rf"(?<![\w’'-])(?P<lead>(?:{results['before_spelled_number']})[ \u00a0])?"
        rf"(?P<number>{number})(?:(?:{any_word(words['links'])})(?P<more>{number}))?(?![\w-])"
        rf"(?:(?P<seats>(?:{whole})?(?P<unit>{place}[ \u00a0](?:{seats})(?!\w))(?:{whole})?)"
        rf"|(?P<votes>[ \u00a0](?:{any_word(section['numbers']['units']['votes'])})(?!\w)))?{after}",
        re.IGNORECASE,
    )
    return pattern, values
