"""Rules of the table vote_results: which option has which figure, and who is said to have won or lost.

A sentence is read as a row of options and figures. Each figure goes to the option that its neighbourhood
names: *X (23%)*, *X : 23%*, *23% pour X*, *X obtient 23%*, *59,85% contre 40,15%*. What the neighbourhood
says
to be something else (turnout, counts, approval, margins, money) is left to others or reported.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context, Found
from minutier.extract.numbers import Figure
from minutier.extract.options import Option, options_in
from minutier.extract.results.attribution import GUESSES, assign, tied
from minutier.extract.results.calls import (
    WON,
    answer_calls,
    attach_calls,
    described_calls,
    gapped_call,
    gapped_places,
    listed_calls,
    may_call,
    owned_calls,
    placed_calls,
    placed_for,
    read_calls,
)
from minutier.extract.results.counts import with_seats
from minutier.extract.results.figures import expect_unit, is_result, read_counts, with_running_share
from minutier.extract.results.grammar import Grammar, grammar_of
from minutier.extract.results.links import finalists_of, is_related, other_of, rival_of
from minutier.extract.results.measures import read_answers
from minutier.extract.results.pairs import respective_places
from minutier.extract.results.reading import (
    COLUMNS,
    CORRECTED,
    Assignment,
    Reading,
    may_be_seats,
    referred,
    result_row,
    source_of_figure,
    staged,
)
from minutier.extract.results.referring import is_strange_office
from minutier.extract.results.settling import (
    hold_for_figures_before,
    hold_for_outcomes,
    hold_for_place,
    hold_for_sentence,
    remember_count,
    remember_tally,
    settled,
)
from minutier.extract.results.tables import read_line
from minutier.extract.scope import (
    EARLIER,
    Scope,
    area_of_figure,
    in_aside,
    in_clause,
    is_after_ballots,
    names_round,
    of_the_eliminated,
    of_those_who_left,
    opening_scope,
    scope_of,
)
from minutier.extract.stages import Stage, asides
from minutier.extract.wording import NEVER

_DIGIT = re.compile(r"\d")
_HYPHENED = re.compile(r"\d[-–]\d")
"""Between two shares: *52-48*."""
_OF_OTHERS = ("other", "money")
"""The units of figures that leave a clause whole: *prime minister for 49 days in 2022*."""
_UNITS = ("", "stations", "ballots", *COLUMNS)
"""The units of figures that may be results; constituencies carried are counted as seats."""
_SEMICOLON = re.compile(r"[\s\u00a0]?;[\s\u00a0]")


def extract(entry: Entry, context: Context) -> Found:
    """The results and calls that one entry holds."""
    grammar, bounds = grammar_of(context.language.code), (entry.char_start, entry.char_end)
    if not _DIGIT.search(context.text, *bounds) and not _tells_in_words(*bounds, grammar, context):
        return Found([], [])
    reading = Reading(entry, context, grammar)
    scope = opening_scope(entry, context)
    silent: list[tuple[int, int]] = []  # clauses without figure or call: read when one after them has some
    for start, end in context.sentences(entry):
        reading.rows_before_sentence = len(reading.rows)
        reading.lists_shares = _lists_shares(start, end, context)
        if "\t" in context.text[start:end]:  # *Here are the final scores:*, above a table
            for first, last in silent:
                scope = _sentence(first, last, scope, reading)
            silent.clear()
        if read_line(start, end, scope, reading, _emit):
            continue
        for clause in _clauses(start, end, context):
            silent.append(clause)
            if _may_tell(*clause, grammar, context):
                for first, last in silent:
                    scope = _sentence(first, last, scope, reading)
                silent.clear()
    if reading.rows or reading.calls:
        for first, last in silent:
            scope = _sentence(first, last, scope, reading)
    _with_complements(reading)
    _credit_source(reading)
    hold_for_place(reading)
    for row, stage in zip(reading.rows, reading.stages, strict=True):
        row |= staged(row["rule"], stage)
    attach_calls(reading)
    hold_for_outcomes(reading)
    _remember_outcome(reading)
    remember_count(scope.night, reading)
    remember_tally(reading)
    return Found(reading.rows, reading.issues)


def _may_tell(start: int, end: int, grammar: Grammar, context: Context) -> bool:
    """Whether a stretch has a figure that may be a result or a word that may tell who won or lost."""
    if _HYPHENED.search(context.text, start, end) or any(f.unit in _UNITS for f in context.figures(start, end)):
        return True
    return _tells_in_words(start, end, grammar, context)


def _tells_in_words(start: int, end: int, grammar: Grammar, context: Context) -> bool:
    """Whether a stretch has words of seats, of voters who chose or of a call."""
    for told in (grammar.seats_told, grammar.voted_for, grammar.few_votes):
        if told.search(context.cues, start, end):
            return True
    if context.is_referendum and any(p.search(context.text, start, end) for p in grammar.answers_called.values()):
        return True
    if placed_for(start, end, context)[0]:
        return True
    return may_call(start, end, context) and grammar.call_word.search(context.cues, start, end) is not None


def _remember_outcome(reading: Reading) -> None:
    """Whoever is called the winner of the whole contest is *le vainqueur* from then on, and those who have reached its
    next round are *les finalistes*.
    """
    context = reading.context
    outcome = {call.status: call.option.entity for call in reading.calls}
    opposed = {row["option"]: row["option_id"] for row in reading.rows if row["rule"].startswith("vote_results.duel")}
    for pair in ([outcome.get("winner"), outcome.get("defeated")], [*opposed.values()]):
        if len(pair) == 2 and all(entity is not None and entity.kind == "person" for entity in pair):
            context.duel = [entity for entity in pair if entity is not None]
    for row in reading.rows:
        if row["option_type"] == "answer" and not row["gp_unit"] and (row.get("vote_pct") or 0) > _HALF:
            context.answer_ahead = row["option"]
        status, entity = row["candidate_status"], row["option_id"]
        if not entity or (row["gp_unit"] and not (context.is_one_contest and status == "advanced_to_runoff")):
            continue
        if status in WON:
            context.winner = entity
        is_current = row["round"] == context.liveblog.round
        if is_current and (row.get("vote_pct") or 0) > _HALF:
            context.leader = entity
        if status == "advanced_to_runoff" and is_current and entity not in context.qualified:
            context.qualified.append(entity)


def _with_complements(reading: Reading) -> None:
    """``57,4% pour X et 42,6% pour l'ancienne ministre``: a share whom nothing names, which makes a hundred with that
    of one of two who oppose each other, is the other's; of two such shares in a round of two, the larger is of whoever
    leads.
    """
    for first, second in itertools.pairwise(reading.nobodys[:]):
        _read_pair(first, second, reading)
    for figure, scope, start in reading.nobodys:
        told = [
            index
            for index, row in enumerate(reading.rows)
            if row.get("vote_pct") is not None
            and abs(row["vote_pct"] + (figure.value or 0) - 100) <= _ROUNDED
            and (row["round"] or 0) == scope.round
            and ((row["gp_unit"] or "") == scope.gp_unit or start <= row["char_start"] < figure.start)
        ]
        if len(told) != 1 or scope.is_past_contest:
            continue
        index, row = told[0], reading.rows[told[0]]
        entity = row["option_id"]
        known = Option(row["char_start"], row["char_end"], row["option"], row["option_type"], entity)
        other = rival_of(known, reading) if row["option_type"] == "candidate" else None
        duel = reading.context.duel
        if other is None and entity in duel:
            other = referred(figure.start, figure.end, duel[1 - duel.index(entity)])
        if other is None or _has_share(other.name, row["gp_unit"], reading):
            continue
        own = scope._replace(gp_unit=row["gp_unit"] or "", gp_unit_type=row["gp_unit_type"] or "")
        _complete(figure, other, own, reading.stages[index], reading)


def _has_share(name: str, area: str | None, reading: Reading) -> bool:
    return any(r["option"] == name and r.get("vote_pct") is not None and r["gp_unit"] == area for r in reading.rows)


def _read_pair(first: tuple[Figure, Scope, int], second: tuple[Figure, Scope, int], reading: Reading) -> None:
    """``51,3% pour le député, 48,7% pour son adversaire``: the shares of the two finalists in the whole contest."""
    (one, scope, start), (other, *_, place) = first, second
    leader = reading.context.winner or reading.context.leader
    loser = other_of(leader, reading)
    is_all = abs((one.value or 0) + (other.value or 0) - 100) <= _ROUNDED and one.value != other.value
    if leader is None or loser is None or start != place or not is_all or scope.gp_unit or scope.is_past_contest:
        return
    if scope.round != reading.context.liveblog.round or _has_share(leader.name, None, reading):
        return
    high, low = (one, other) if (one.value or 0) > (other.value or 0) else (other, one)
    for figure, entity in sorted(((high, leader), (low, loser)), key=lambda each: each[0].start):
        option = referred(figure.start, figure.end, entity)
        _complete(figure, option, scope, settled(scope, "vote_pct", figure.value, option, reading), reading)


def _complete(figure: Figure, option: Option, scope: Scope, stage: Stage, reading: Reading) -> None:
    reading.stages.append(stage)
    reading.rows.append(
        result_row(option, "vote_results.complement", figure.start, figure.end, scope, reading)
        | {"vote_pct": figure.value, "is_approximate": figure.is_approximate}
    )
    reading.issues = [issue for issue in reading.issues if issue.char_start != figure.start]


def _credit_source(reading: Reading) -> None:
    """``(Source : Ifop pour TF1-LCI)``: a line that names the institute after the figures holds for them."""
    if reading.source is None:
        return
    for index, row in enumerate(reading.rows):
        if not reading.stages[index].name and row["pollster"] in (None, reading.source.pollster):
            row["pollster"] = reading.source.pollster
            reading.stages[index] = Stage(reading.source.stage.name, "source_line")
    if reading.rows and all(stage.rule in ("source_line", "range") for stage in reading.stages):
        told = Stage(reading.source.stage.name, "words")
        reading.calls = [
            call if call.scope.stage.name else replace(call, scope=call.scope._replace(stage=told))
            for call in reading.calls
        ]  # “X (PS), réélu en Aquitaine”, in the list


def _clauses(start: int, end: int, context: Context) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that semicolons set apart, outside quotation marks."""
    first = start
    for match in _SEMICOLON.finditer(context.text, start, end):
        if context.quotation_at(match.start()) is None:
            yield first, match.start()
            first = match.end()
    yield first, end


_SHARE_LAST = re.compile(r"[,:=(]?[\s\u00a0](?:\d{1,2}[.,]\d{1,2}|\d{1,2})\)?[\s\u00a0]?\.?$")
_DECIMAL = re.compile(r"[ (]\d{1,2}[.,]\d{1,2}\)?[\s\u00a0]?\.?$")


def _lists_shares(start: int, end: int, context: Context) -> bool:
    """``A, 39,5 ; B, 27 ; C, 25,8.``: three parts or more that end on a bare number, one at least with decimals."""
    if context.text.find(";", start, end) < 0:
        return False
    parts = [context.text[first:last] for first, last in _clauses(start, end, context)]
    listed = [part for part in parts if _SHARE_LAST.search(part)]
    return len(listed) > 2 and any(_DECIMAL.search(part) for part in listed)


def _in_list(start: int, carried: Scope, reading: Reading) -> Scope:
    """What is carried to a sentence: the place that one item of a list names holds for none of the others."""
    text = reading.context.text
    if _ITEM.search(text, max(reading.entry.char_start, start - 4), start + 2):
        before = reading.before_list = reading.before_list or carried
        if carried.gp_unit != before.gp_unit:  # what is told of a place tells nothing of the next
            carried = carried._replace(stage=before.stage, pollster=before.pollster)
        return carried._replace(gp_unit=before.gp_unit, gp_unit_type=before.gp_unit_type)
    if text[start - 1 : start] == "\n":
        reading.before_list = None
    return carried


_ITEM = re.compile(r"(?:^|\n)[ \u00a0]?[-–—•*·▪►■][ \u00a0]")


def _sentence(start: int, end: int, carried: Scope, reading: Reading) -> Scope:
    context = reading.context
    carried = _in_list(start, carried, reading)
    reading.sentence_start = start
    found = with_running_share(context.figures(start, end), reading)
    if len(found) > _MOST_FIGURES:  # a table run together: read in parts, in time in proportion
        cut = found[_MOST_FIGURES].start
        return _sentence(cut, end, _sentence(start, cut, carried, reading), reading)
    scope = scope_of(start, end, carried, context, [f.start for f in found])
    reading.apart = asides(start, end, [f.start for f in found], context)
    reading.is_reminder = scope.round != context.liveblog.round
    options = _options(start, end, found[0].start if found else None, reading)
    options = _with_parallel(_with_enumerated(options, found, start, reading), found, end, reading)
    if any(option.name == scope.gp_unit for option in options):
        scope = scope._replace(gp_unit=carried.gp_unit, gp_unit_type=carried.gp_unit_type)
    for option in options:
        if option.type == "candidate" and option.is_certain and option.name:
            reading.named.setdefault(option.name, option)
    reading.has_area = bool(scope.gp_unit) and scope.gp_unit != carried.gp_unit
    if scope.pollster and scope.pollster != carried.pollster and _names_source(start, end, found, reading):
        reading.source = scope
    scope, counts = read_counts(found, start, end, scope, reading)
    found = with_seats([f for f in found if f not in counts], options, start, end, reading)
    answered = [] if scope.is_past_contest else read_answers(found, start, end, reading)
    of_answers = {figure.start: figure for figure, *_ in answered}
    every = [of_answers.get(f.start, f) for f in found]
    found = [f for f in found if f.start not in of_answers]
    read_calls(options, start, scope, reading)
    described_calls(options, start, end, scope, reading)
    answer_calls(start, end, scope, reading)
    listed_calls(options, start, end, scope, reading)
    placed_calls(options, start, end, scope, reading)
    owned_calls(options, start, end, scope, reading)
    gapped_call(options, start, end, scope, reading)
    gapped_places(options, start, end, scope, reading)
    candidates = [f for f in found if is_result(f, found, start, end, options, reading)]
    is_polled = scope.stage.name in ("exit_poll", "opinion_poll") or scope.stage.rule == "institute"
    is_counted = any(f.unit == "percent" for f in counts) and {o.type for o in options} == {"candidate"}
    expect_unit(candidates, start, is_polled or is_counted, reading)
    assigned = assign(candidates, options, start, end, reading)
    before = len(reading.rows)
    if answered:
        _publish([*of_answers.values()], answered, every, options, (start, end), scope, reading)
    if candidates:
        _publish(candidates, assigned, every, options, (start, end), scope, reading)
        hold_for_sentence(before, scope, reading)
        reading.has_bare_shares = not candidates[-1].unit and reading.unit == "percent"
        _report(candidates, assigned, reading)
        _ahead_of_next_round(before, reading)
    if options:
        told = (o for o in options if not any(a.start <= o.start < a.end for a in reading.apart))
        reading.subject = next(told, options[0])
    elif assigned and assigned[-1][1]:
        reading.subject = assigned[-1][1][0]
    reading.is_asked = _only_asks(start, end, options, reading)
    _remember_pair(options, reading)
    hold_for_figures_before(before, scope, carried, reading)
    if assigned:
        _remember_series([chosen[0] for _, chosen, _ in assigned], reading)
        done = {figure.start for figure, _, _ in assigned}
        described = reading.grammar.described_after
        if any(f.start not in done and described.match(reading.context.text, f.end, end) for f in candidates):
            reading.series = []  # somebody has a figure whom nothing names
    reading.has_just_read = bool(assigned)
    return scope._replace(is_conditional=False) if scope.is_conditional else scope


def _names_source(start: int, end: int, found: list[Figure], reading: Reading) -> bool:
    """Whether a sentence only names an institute, or ends with parentheses that name it: *… 16 % (estimation Ifop).*"""
    if not found:
        return True
    closing = _CLOSING.match(reading.context.text, found[-1].end, end)
    return closing is not None and bool(reading.context.people.of_kind("pollster", *closing.span("remark")))


def _only_asks(start: int, end: int, options: list[Option], reading: Reading) -> bool:
    """``Luc Petit ?``, ``Le score de Luc Petit ?``: whether a sentence names one option and does no more."""
    text = reading.context.text
    if len(options) != 1 or not _ASKING.fullmatch(text, options[0].end, end):
        return False
    lead = text[start : options[0].start]
    return len(lead.split()) <= 1 or reading.grammar.score_of.fullmatch(lead) is not None


_ASKING = re.compile(r"(?:,[^,.;:?!\d]{1,60})?[\s\u00a0\u202f]*(?:\?|\.{3,60}|…{1,20})\s*")
"""What leads from a name to a figure that the stop parts from it."""
_CLOSING = re.compile(r"[^()\n]*\((?P<remark>[^()\d\n]{3,60})\)[\s\u00a0]?[.!]?$")
_MOST_FIGURES = 60
"""Figures of a sentence that are read together."""


def _remember_pair(options: list[Option], reading: Reading) -> None:
    """The two candidates whom a sentence names, until others are named; *la sœur de X* is not X."""
    named = {o.name: o for o in options if o.type == "candidate" and o.is_certain and o.name and not o.is_described}
    if len(named) == 2 and not any(is_related(o, reading) for o in named.values()):
        reading.pair = list(named.values())
    elif any(name not in {o.name for o in reading.pair} for name in named):
        reading.pair = []


def _remember_series(chosen: list[Option], reading: Reading) -> None:
    """The options of this sentence, in order; two sentences of one option each make a series."""
    alone = len(chosen) == 1 and len(reading.series) == 1 and reading.has_just_read
    reading.series = [*reading.series, *chosen] if alone and reading.series[0].name != chosen[0].name else chosen


def _options(start: int, end: int, first_figure: int | None, reading: Reading) -> list[Option]:
    """The options of a sentence; those only described are looked for where there are figures to give them."""
    finalists = [] if reading.is_reminder else finalists_of(reading)
    found = options_in(
        start, end, reading.entry, reading.context, with_descriptions=first_figure is not None, finalists=finalists
    )
    if first_figure is not None and (listed := _of_line(start, end, found, reading)):
        found = [listed]
    found = [o for place, o in enumerate(found) if not _is_apposed_party(found[place - 1 : place], o, reading)]
    found = [o for place, o in enumerate(found) if not _is_of_one_named(found[place - 1 : place], o)]
    found = [o for o in found if o.type != "candidate" or not _is_home_of(o, start, reading)]
    if first_figure is not None and reading.context.is_referendum:
        found = _with_implied_answers(found, start, end, first_figure, reading)
    if reading.context.is_referendum:
        found = [o for o in found if o.type in ("answer", "other")]
    return [o for o in found if not o.is_described or not finalists or o.entity in finalists]


def _is_apposed_party(before: list[Option], option: Option, reading: Reading) -> bool:
    """``Sandrine Rousseau, Green: elected in Paris with 52%``: a party that only tells whose candidate
    somebody is.
    """
    if option.type not in ("party", "list") or not before or before[0].type != "candidate" or not before[0].is_certain:
        return False
    text = reading.context.text
    return text[before[0].end : option.start] == ", " and _COLON.match(text, option.end) is not None


def _is_home_of(option: Option, start: int, reading: Reading) -> bool:
    """``la ville de Jean Mercier 57,3 %``: whether somebody only tells of which place a figure right behind is."""
    text = reading.context.text
    is_before_figure = text[option.end : option.end + 2].strip(" \u00a0").isdigit()
    return (
        is_before_figure
        and reading.grammar.home_of.search(text, max(start, option.start - _HOME), option.start) is not None
    )


_HOME = 32
"""Characters before a name that may tell that it is only of a place."""


def _is_of_one_named(before: list[Option], option: Option) -> bool:
    """``puts Reed write-ins at 63%``: votes that are those of whoever is named right before."""
    return option.type == "other" and before[:1] != [] and before[0].end + 1 == option.start


_COLON = re.compile(r"(?:[ \u00a0][a-zà-ÿ’'-]+){0,3}[ \u00a0]?: ")


_LISTED = re.compile(
    r"[-–—•*·► \u00a0]*(?P<name>[A-ZÀ-ÝŒ][^\d:(,\n]{2,45}?)[ \u00a0]?"
    r"(?:\([^()\n]{1,50}\)[ \u00a0]?[:,–—-]?|[:,–—-])[ \u00a0]?\d[^\n]{0,30}(?:\n|$)"
)


def _of_line(start: int, end: int, found: list[Option], reading: Reading) -> Option | None:
    """``- X (FN) : 13,81 %``: whoever a line of a list opens with, known or not, when the lines beside it are
    such lines too.
    """
    text = reading.context.text
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    match = _LISTED.match(text, begin, end)
    if match is None or text[begin:start].strip(" \u00a0-–—•*·►"):
        return None
    outside = [o for o in found if o.is_certain and text[o.start - 1 : o.start] != "("]
    if text[match.start("name") :].split(maxsplit=1)[0].lower() in reading.grammar.list_heads:
        outside = [o for o in outside if o.start >= match.end("name") or o.start == match.start("name")]
    if outside or reading.grammar.participation.search(reading.context.cues, *match.span("name")):
        return None
    before = _LISTED.match(text, text.rfind("\n", 0, max(begin - 1, 0)) + 1, max(begin - 1, 0))
    after = _LISTED.match(text, stop + 1) if stop >= 0 else None
    if before is None and after is None:
        return None
    name = " ".join(match["name"].split())
    people = reading.context.people
    is_person = len(name.split()) in (2, 3) and all(word[:1].isupper() for word in name.split())
    places = people.of_kind("place", *match.span("name"))
    if places and (not is_person or (places[0].start, places[-1].end) == match.span("name")):
        return None
    entity = people.entity(name, "person" if is_person else "group")
    return Option(*match.span("name"), name, "candidate" if is_person else "list", entity)


_ENUMERATED = re.compile(
    r"(?:^|[,;:][ \u00a0]|(?<!\w)(?:[a-z]{2,3}[ \u00a0]){1,2})"
    r"(?P<name>[A-ZÀ-ÝŒ][\w’'&-]+(?:[ \u00a0](?:[a-z]{2,3}|[A-ZÀ-ÝŒ][\w’'&-]*)){0,4})"
    r"(?P<gap>[ \u00a0]|,[ \u00a0]|[ \u00a0]?:[ \u00a0]|[ \u00a0]\()$"
)
_LONGEST_ENUMERATED = 60


def _with_enumerated(options: list[Option], found: list[Figure], start: int, reading: Reading) -> list[Option]:
    """``A 25.5, B 13.8, XYZ 3.9``: whoever stands in an enumeration like two options or more that are known."""
    if len(found) < _SHORTEST_LIST or len(options) < _SHORTEST_LIST - 1:
        return options
    text, people = reading.context.text, reading.context.people
    known = [o for o in options if o.is_certain]
    gaps = [text[o.end : f.start] for f in found for o in known if 0 < f.start - o.end <= _LONGEST_GAP]
    added: list[Option] = []
    for before, figure in zip([None, *found], found, strict=False):
        low = max(start, figure.start - _LONGEST_ENUMERATED, before.end if before else start)
        match = _ENUMERATED.search(text, low, figure.start)
        if match is None or gaps.count(match["gap"]) < _SHORTEST_LIST - 1:
            continue
        begin, stop = match.span("name")
        if any(o.start < figure.start and low <= o.end for o in known):
            continue
        mentions = people.between(begin, stop)
        if any(m.entity.kind not in ("unknown", "party", "person") for m in mentions):
            continue
        words = match["name"].lower().split()
        if reading.grammar.participation.search(reading.context.cues, begin, stop) or (
            reading.grammar.elsewhere.search(reading.context.cues, begin, stop)
            or all(word in people.common_words for word in words)
        ):
            continue
        is_person = {o.type for o in known} == {"candidate"} and len(words) in (2, 3)
        entity = people.entity(match["name"], "person" if is_person else "group")
        added.append(Option(begin, stop, match["name"], "candidate" if is_person else "list", entity))
    rest = [o for o in options if not any(o.start < a.end and a.start < o.end for a in added)]
    return sorted([*rest, *added], key=lambda o: o.start)


_PARALLEL = re.compile(
    r"(?P<link>(?:[ \u00a0](?:[a-zà-ÿ]{2,9}[ \u00a0]){0,2})(?P<to>[a-zà-ÿ]{1,4})[ \u00a0])"
    r"(?P<name>[A-ZÀ-ÝŒ][\w’'-]+(?:[ \u00a0][A-ZÀ-ÝŒ][\w’'-]+){1,2})(?=[ \u00a0]?[,;.)\n]|$)"
)


def _with_parallel(options: list[Option], found: list[Figure], end: int, reading: Reading) -> list[Option]:
    """``31,3 % à X et 23,6 % à Y``: whoever stands behind a share as a candidate does behind the share before."""
    text, people, added = reading.context.text, reading.context.people, list[Option]()
    for one, other in itertools.pairwise(found):
        known = next((o for o in options if one.end <= o.start < other.start), None)
        match = _PARALLEL.match(text, other.end, end)
        if known is None or known.type != "candidate" or not known.is_certain or match is None:
            continue
        if one.unit != other.unit or text[one.end : known.start] != match["link"]:
            continue
        mentions = people.between(*match.span("name"))
        if any(o.start < match.end("name") and match.start("name") < o.end for o in options) or any(
            m.entity.kind not in ("unknown", "person", "place") or m.entity.place_type for m in mentions
        ):
            continue
        entity = people.entity(match["name"], "person")
        for mention in mentions:
            if mention.entity.kind == "place":
                mention.entity.kind = "unknown"  # taken for a place for the word before it
        added.append(Option(*match.span("name"), match["name"], "candidate", entity))
    return sorted([*options, *added], key=lambda o: o.start) if added else options


_SHORTEST_LIST = 3
_LONGEST_GAP = 3


def _with_implied_answers(
    found: list[Option], start: int, end: int, first_figure: int, reading: Reading
) -> list[Option]:
    """The options with the answers that verbs tell, where none is named before the first figure."""
    if any(o.type == "answer" and o.end <= first_figure for o in found):
        return found
    known = {option.name for option in found}
    told = [option for option in _implied_answers(start, end, reading) if option.name not in known]
    return sorted([*found, *told], key=lambda o: o.start)


def _implied_answers(start: int, end: int, reading: Reading) -> Iterator[Option]:
    """``Les électeurs ont rejeté le traité par 54,87%``: the verb tells the answer."""
    for answer in reading.context.answers:
        verbs = reading.grammar.answers_by_verb.get(answer, NEVER)
        match = verbs.search(reading.context.text, start, end)
        if match is None or reading.context.text[match.end() : match.end() + 2].strip()[:1] == ":":
            continue  # “Rejected: 25,359”
        if reading.context.quotation_at(match.start()) is None:
            yield Option(*match.span(), answer, "answer", None)


def _publish(
    candidates: list[Figure],
    assigned: list[Assignment],
    found: list[Figure],
    options: list[Option],
    sentence: tuple[int, int],
    scope: Scope,
    reading: Reading,
) -> None:
    """Rows of the figures that have an option, each in the scope of its own clause."""
    start, end = sentence
    names_before: list[str] = []
    places = respective_places(found, reading)
    scope = of_those_who_left(start, end, scope, reading.context)
    for figure, chosen, rule in _in_order(candidates, assigned):
        names = [option.name for option in chosen]
        if not (names and names == names_before and _is_aside_of(figure, reading)):
            reading.unit = figure.unit or reading.unit  # else “69 seats with 45.4%, Labour 37”: seats go on
        names_before = names
        near = [f for f in found if f is figure or f.unit not in _OF_OTHERS]
        place = near.index(figure)
        low = near[place - 1].end if place else start
        high = near[place + 1].start if place + 1 < len(near) else end
        outside = [aside for aside in reading.apart if not aside.start <= figure.start < aside.end]
        floor = max([low, *(aside.end for aside in outside if aside.end <= figure.start)])
        ceiling = min([high, *(aside.start for aside in outside if aside.start >= figure.end)])
        own = in_clause(floor, ceiling, scope, reading.context) if place else scope
        own = in_aside(figure.start, reading.apart, own, reading.context)
        if figure.unit == "percent" and figure.value is not None:
            own = of_the_eliminated(figure.start, figure.value, own, reading.context)
        if figure.start in places:
            own = own._replace(gp_unit=places[figure.start].name, gp_unit_type=places[figure.start].place_type or "")
        elif area := area_of_figure(low, figure.start, figure.end, high, reading.context):
            own = own._replace(gp_unit=area[0], gp_unit_type=area[1])
        elif reading.grammar.own_place.match(reading.context.text, figure.end, end):
            own = own._replace(gp_unit="", gp_unit_type="")  # “87,4 % dans sa Sarthe natale”, of which nothing is known
        own = _of_the_round_before(figure, chosen, own, reading)
        if source := source_of_figure(figure, reading):
            own = own._replace(pollster=source)
        told_from = start if figure.unit else reading.entry.char_start
        is_seats = (figure.unit or reading.unit) == "seats"
        if is_seats and reading.grammar.electors.search(reading.context.text, told_from, end):
            stage = own.stage if own.stage.name else Stage("partial", "electors")
            own = own._replace(gp_unit="", gp_unit_type="", stage=stage)  # “77 electors, thanks to Ohio”
        if not chosen and figure.unit == "percent" and not figure.is_range:
            reading.nobodys.append((figure, own, start))
        for option in (*chosen, *tied(figure, options, reading)):
            _emit(figure, option, rule, own, reading)


def _is_aside_of(figure: Figure, reading: Reading) -> bool:
    """*69 seats with 45.4%, Labour 37*; *X, 175 votes (49.9%); Y, 103*: whether a share only tells in other words what
    has been counted, so that the next figure is of that count again."""
    if figure.unit != "percent":
        return False
    is_in_parentheses = reading.context.text[figure.start - 1 : figure.start] == "("
    return reading.unit == "seats" or (reading.unit == "votes" and is_in_parentheses)


def _of_the_round_before(figure: Figure, chosen: list[Option], scope: Scope, reading: Reading) -> Scope:
    """``Philippe Poutou (0,77 %) appelle à …``: beside two finalists, the share of somebody else is
    of the round before. So is a share of which nothing tells how it was counted while nothing can have been.
    """
    covered = reading.context.liveblog.round
    if (
        figure.unit != "percent"
        or figure.is_range
        or len(chosen) != 1
        or scope.round != covered
        or scope.is_past_contest
    ):
        return scope
    if covered > 1 and chosen[0].type in ("candidate", "party") and _is_uncounted(scope, reading):
        return scope._replace(round=covered - 1, stage=EARLIER)
    finalists, entity = finalists_of(reading), chosen[0].entity
    if not finalists or chosen[0].type != "candidate" or entity is None or entity in finalists:
        return scope
    if scope.stage.is_own or scope.pollster or reading.context.liveblog.election_type != "presidential":
        return scope
    return scope._replace(round=covered - 1, stage=EARLIER)


def _is_uncounted(scope: Scope, reading: Reading) -> bool:
    """Whether a post is written before anything can have been counted, where no place is declared while others vote,
    and names no place that votes earlier; nor does anything tell of a poll, a forecast or a count."""
    context, entry = reading.context, reading.entry
    if context.polling_zone not in (context.language["results"].get("silent_before_estimates") or ()):
        return False
    if not scope.night.is_before_estimates or scope.stage.name or scope.pollster or scope.is_conditional:
        return False
    return reading.grammar.early_places.search(context.text, entry.char_start, entry.char_end) is None


def _ahead_of_next_round(before: int, reading: Reading) -> None:
    """Shares that make a hundred two by two, in a first round of many, are a poll of the second; so is a share of more
    than a half that an institute gives after them.
    """
    new = [
        index
        for index in range(before, len(reading.rows))
        if reading.rows[index].get("vote_pct") is not None and reading.rows[index]["round"] == 1
    ]
    if reading.context.liveblog.round != 1 or not new or not names_round(2, reading.context):
        return
    if is_after_ballots(reading.context):
        return
    if any(stage.is_own and stage.name in ("partial", "final") for stage in reading.stages[before:]):
        return  # of a count
    rows = [reading.rows[index] for index in new]
    if {row["option_type"] for row in rows} != {"candidate"} or any(row["gp_unit"] for row in rows):
        return
    duels = len(rows) % 2 == 0 and all(
        abs(one["vote_pct"] + other["vote_pct"] - 100) <= _ROUNDED
        for one, other in zip(rows[::2], rows[1::2], strict=True)
    )
    goes_on = reading.is_ahead and len(rows) == 1 and rows[0]["vote_pct"] > _HALF
    if duels or (goes_on and reading.stages[new[0]].name in ("opinion_poll", "projection")):
        reading.is_ahead = True
        for index in new:
            reading.rows[index]["round"], reading.stages[index] = 2, Stage("opinion_poll", "duel_ahead")


_LEAST = 4
"""A bare number of this or less may count anything."""


def _goes_on_in_shares(figure: Figure, reading: Reading) -> bool:
    """Whether a bare number of a party is a share like the one before it: the only one of its sentence, where no seats
    have been told.
    """
    text = reading.context.text
    if not _may_be_share(figure) or any(row.get("seats") or row.get("seats_min") for row in reading.rows):
        return False
    return _BARE_ONLY.match(text, figure.end) is not None and (
        reading.grammar.changed_share.search(text, max(reading.sentence_start, figure.start - 32), figure.start)
        is not None
    )


_BARE_ONLY = re.compile(r"[^\d.;\n]{0,60}(?:[.;\n]|$)")


def _may_be_share(figure: Figure) -> bool:
    return _LEAST < (figure.value or 0) < 100


_ROUNDED = 0.11
"""What two shares printed with a decimal may miss of a hundred."""
_HALF = 50
_ELECTORATE = 1_000_000_000
"""More votes than anybody has ever had."""


def _in_order(candidates: list[Figure], assigned: list[Assignment]) -> list[Assignment]:
    """Every candidate figure with its options, none where it has none."""
    by_figure = {figure.start: (figure, chosen, rule) for figure, chosen, rule in assigned}
    return [by_figure.get(figure.start, (figure, [], "")) for figure in candidates]


def _report(candidates: list[Figure], assigned: list[Assignment], reading: Reading) -> None:
    """Shares that nobody could name are said, not dropped."""
    done = {figure.start for figure, _, _ in assigned}
    for figure in candidates:
        if figure.start not in done and figure.unit:
            reading.issues.append(
                Issue(
                    "extract",
                    "warning",
                    "figure-without-option",
                    "no option was found for a figure",
                    figure.start,
                    figure.end,
                )
            )


def _emit(figure: Figure, option: Option, rule: str, scope: Scope, reading: Reading) -> None:
    column = COLUMNS.get(figure.unit) or _inherited(figure, option, scope, reading)
    if not column and rule == "vote_results.chosen" and figure.is_whole:
        column = "votes"  # “63 ont choisi X”
    if column == "vote_pct" and figure.is_spelled and not figure.unit and option.type in ("party", "list", "other"):
        column = "seats"  # “Conservatives 11 on 27.2%, Plaid three”
    if not column:
        return
    if column == "votes" and (figure.value or 0) > _ELECTORATE:
        return  # “X's plan costs 100 billion euros, Y's 179 billion”
    if column == "votes" and option.type == "party" and reading.context.liveblog.election_type == "primary":
        return  # “The Republicans set a record: 860,000 so far”
    is_headcount = column == "seats" and option.type == "party" and rule == "vote_results.list_line"
    if is_headcount and reading.context.liveblog.election_type == "primary":
        return  # “Seven Democrats are still standing”
    if not figure.unit and option.type == "candidate" and _is_of_name(figure, option, reading):
        return
    if column == "seats" and option.type == "candidate":
        holder = _holder_of_seats(figure, option, rule, reading)
        if holder is None:
            return
        option = holder
    values: dict[str, float | int | None] = {}
    number = float if column == "vote_pct" else int
    if figure.is_range:
        if column == "votes" or figure.low is None or figure.high is None:
            return
        values = {f"{column}_min": number(figure.low), f"{column}_max": number(figure.high)}
    elif figure.value is not None:
        values = {column: number(figure.value)}
    if column == "vote_pct" and any(v is not None and v > 100 for v in values.values()):
        return
    if scope.is_past_contest and rule in GUESSES:
        return
    if column == "vote_pct" and _has_another_share(option, values, scope, reading):
        return
    key = (option.name, tuple(values.items()), scope.gp_unit, scope.pollster)
    for row in reading.rows:
        shown = tuple((k, row.get(k)) for k in values)
        if (row["option"], shown, row["gp_unit"] or "", row["pollster"] or "") == key:
            return
    if rule == CORRECTED:
        _drop_wrong(option, values, reading)
    stage = settled(scope, column, figure.value, option, reading)
    if not stage.name and _is_of_same_option(option, reading):
        stage = reading.stages[-1]  # “X took 14,385 votes here: 35.7 per cent”
    if rule == "vote_results.second_figure" and reading.rows:
        stage = reading.stages[-1] if reading.stages[-1].name else stage
        reading.stages[-1] = stage
    reading.stages.append(stage)
    reading.rows.append(
        result_row(option, rule, figure.start, figure.end, scope, reading)
        | values
        | {"is_approximate": figure.is_approximate}
    )


def _drop_wrong(option: Option, values: dict[str, float | int | None], reading: Reading) -> None:
    """Take back what a post says was wrong: the figure of the same kind told of an option before the right one."""
    for index in range(len(reading.rows) - 1, -1, -1):
        row = reading.rows[index]
        if row["option"] == option.name and any(row.get(column) is not None for column in values):
            del reading.rows[index], reading.stages[index]
            return


def _is_of_name(figure: Figure, option: Option, reading: Reading) -> bool:
    """``after Russia shut off Nord Stream 1``: a small number behind a name in a post without another result."""
    is_next = reading.context.text[option.end : figure.start] == " " and figure.is_whole
    return is_next and (figure.value or 0) < _SMALL and not reading.rows


_SMALL = 10


def _has_another_share(option: Option, values: dict[str, float | int | None], scope: Scope, reading: Reading) -> bool:
    """Whether a description leads to somebody who has another share of the same vote in the post: it is somebody
    else's.
    """
    printed = reading.context.text[option.start : option.end]
    if option.entity is None or not option.entity.is_person:
        return False
    is_strange = is_strange_office(printed, option.entity, reading)
    if len(printed.split()) < _DESCRIBED and not is_strange:
        return False
    if printed in option.entity.forms or (finalists_of(reading) and not is_strange):
        return False
    return any(
        row["option"] == option.name
        and (row.get("vote_pct") is not None or row.get("vote_pct_min") is not None)
        and _differ(row, values.get("vote_pct"))
        and (row["gp_unit"] or "", row["round"] or 0, row["pollster"] or "")
        == (scope.gp_unit, scope.round, scope.pollster)
        and row["char_start"] < reading.sentence_start
        for row in reading.rows
    )


def _differ(row: Row, share: float | int | None) -> bool:
    """Whether a share is not the one of a row, nor in its range."""
    if row.get("vote_pct_min") is not None and share is not None:
        return not bool(row["vote_pct_min"] <= share <= row["vote_pct_max"])
    return bool(row.get("vote_pct") != share)


_DESCRIBED = 3
"""Words of a description, and no pronoun or *le sortant*."""


def _is_of_same_option(option: Option, reading: Reading) -> bool:
    """Whether the row before counts the votes of the same option in the same sentence."""
    before = reading.rows[-1] if reading.rows else None
    return (
        before is not None
        and reading.stages[-1].rule == "declared"
        and before["option"] == option.name
        and before["char_start"] >= reading.sentence_start
    )


def _holder_of_seats(figure: Figure, option: Option, rule: str, reading: Reading) -> Option | None:
    """``Anne Petit is back with 331 seats``: in an assembly the seats are her party's, and nobody's where the document
    names none. One seat is the candidate's own, and no tally.
    """
    context = reading.context
    if figure.value == 1:
        return None
    is_far = rule == "vote_results.verb" or rule in GUESSES
    if context.liveblog.election_type != "legislative" or option.entity is None or not is_far:
        return option
    party = context.references.party(option.entity)
    return Option(option.start, option.end, party.name, "party", party) if party is not None else None


def _is_of_voters(figure: Figure, option: Option, reading: Reading) -> bool:
    """Whether a bare number beside a noun for seats counts those who voted for somebody: *Four of its deputies are
    re-elected, led by X on 6,743*; in a primary, *in the second ballot of MPs (X 101, Y 83)*, save of delegates.
    """
    if option.type != "candidate":
        return False
    is_primary = reading.context.liveblog.election_type == "primary"
    told = reading.grammar.delegates.search(reading.context.text, reading.entry.char_start, reading.entry.char_end)
    return (figure.value or 0) >= _MANY or (is_primary and told is None)


_MANY = 1_000
"""More seats are never one person's."""


def _inherited(figure: Figure, option: Option, scope: Scope, reading: Reading) -> str:
    """The unit of a bare number: that of the figures before it, a share in a poll of voters; else seats for
    parties, votes for persons.
    """
    if not figure.is_whole:
        return "vote_pct" if figure.value is not None and figure.value <= 100 else ""
    if reading.unit == "seats" and (not may_be_seats(figure) or _is_of_voters(figure, option, reading)):
        return "votes"
    if reading.unit:
        column = COLUMNS.get(reading.unit, "")
        if column != "vote_pct" or (figure.value or figure.high or 0) <= 100:
            return column
        if figure.is_whole and (figure.value or 0) >= 1000:
            return "votes"
    if not figure.is_whole:
        return ""
    before = reading.rows[-1] if reading.rows else {}
    if option.type == "answer" and figure.value is not None and figure.value <= 100:
        return "vote_pct"
    if scope.stage.name == "opinion_poll" and figure.value is not None and figure.value < 70:
        return "vote_pct"
    if option.type in ("party", "list") and before.get("vote_pct") is not None and _goes_on_in_shares(figure, reading):
        return "vote_pct"  # “Labour is up four points, to 38%. The Tories fall to 29”
    if option.type in ("party", "list", "other"):
        return "seats" if (figure.value or figure.high or 0) <= 800 else "votes"
    is_apart = reading.context.text[option.end : option.end + 1] == ","
    if option.type == "candidate" and before.get("vote_pct") is not None and not is_apart and _may_be_share(figure):
        return "vote_pct"  # “X is on 21% in Mayo. In Tipperary, Y is on 17”
    is_listed = bool(reading.rows) and reading.rows[-1].get("votes") is not None
    is_listed = is_listed and reading.rows[-1]["char_start"] >= reading.sentence_start
    return "votes" if figure.value is not None and (figure.value >= 100 or is_listed) else ""
