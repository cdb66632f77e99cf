"""Figures of whom the words only point at: an opponent, the former of two, a pronoun, those whom places have chosen."""

from __future__ import annotations

import re

from minutier.extract.folding import fold
from minutier.extract.lexicon import lexicon
from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.people import Entity
from minutier.extract.results.links import finalists_of, is_towards, rival_of
from minutier.extract.results.reading import Assignment, Choice, Reading, is_parenthesised, referred
from minutier.extract.scope import area_of_figure


def opponent_after(figure: Figure, assigned: list[Assignment], end: int, reading: Reading) -> Choice | None:
    """``57% pour X, 43% pour son adversaire``: the other side of whoever was just told of."""
    match = reading.grammar.described_after.match(reading.context.text, figure.end, end)
    if (
        match is None
        or not assigned
        or len(assigned[-1][1]) != 1
        or not reading.grammar.opponents.match(match["phrase"])
    ):
        return None
    rival = rival_of(assigned[-1][1][0], reading)
    return ([rival], "vote_results.rival") if rival is not None else None


def opponent_before(figure: Figure, assigned: list[Assignment], reading: Reading) -> Choice | None:
    """``X à 56,5 % et sa rivale à 43,5 %``: the opponent stands between the figure just told and this one."""
    if not assigned or len(assigned[-1][1]) != 1:
        return None
    before, (option,), _ = assigned[-1]
    gap = reading.context.text[before.end : figure.start]
    found = reading.grammar.opponents.search(gap) if len(gap) <= _TO_OPPONENT else None
    if found is None or _STOPS.search(gap) or not _BESIDE.fullmatch(gap, found.end()):
        return None
    rival = rival_of(option, reading) if option.start < before.start else None
    return ([rival], "vote_results.rival") if rival is not None else None


_TO_OPPONENT = 60
"""Characters between two figures within which an opponent is told of."""

_STOPS = re.compile(r"[.;:!?]")
_BESIDE = re.compile(r"(?:[ \u00a0][a-zà-ÿ’']+){0,3}[ \u00a0][(]?")


def one_of_pair(figure: Figure, options: list[Option], floor: int, reading: Reading) -> Choice | None:
    """``A et B n'ont pas parlé. La première est à 57,9 %, le second à 42,1 %``, ``Lui obtient 55 %, elle 45 %``."""
    if len(reading.pair) != 2 or any(floor <= o.start < figure.start and o.is_certain for o in options):
        return None
    lead, grammar = reading.context.text[floor : figure.start], reading.grammar
    for told, option in ((grammar.first_named, reading.pair[0]), (grammar.last_named, reading.pair[1])):
        if told.search(lead):
            return [option], "vote_results.of_two"
    pronoun = grammar.one_of_two.search(lead)
    if pronoun is None or any(o.entity is None for o in reading.pair):
        return None
    gender = grammar.pronouns.get(pronoun["pronoun"].lower(), "")
    fitting = [o for o in reading.pair if o.entity is not None and o.entity.gender == gender]
    return (fitting, "vote_results.subject") if gender and len(fitting) == 1 else None


def one_against(figure: Figure, assigned: list[Assignment], reading: Reading) -> Choice | None:
    """``X took 23,013 votes and he 19,295``: of whoever the pronoun stands for, else of who stands against X."""
    if not assigned or len(assigned[-1][1]) != 1:
        return None
    before, (first,), _ = assigned[-1]
    text, grammar = reading.context.text, reading.grammar
    if not grammar.other_of_two.fullmatch(text, before.end, figure.start):
        return None
    for word in _WORD.finditer(text, before.end, figure.start):
        gender = grammar.pronoun_genders.get(word[0].lower())
        entity = reading.context.references.pronoun(word.start(), reading.entry, gender) if gender else None
        if entity is not None and entity.kind == "person" and entity is not first.entity:
            return [referred(*word.span(), entity)], "vote_results.subject"
    rival = rival_of(first, reading)
    return ([rival], "vote_results.rival") if rival else None


_WORD = re.compile(r"[a-zà-ÿ]+", re.IGNORECASE)


def and_other(figure: Figure, assigned: list[Assignment], reading: Reading) -> Choice | None:
    """``Ipsos put her at 53% and him at 40``: of the other of the last two of the sentence before, or of nobody."""
    if not assigned or assigned[-1][2] != "vote_results.thought_of" or len(assigned[-1][1]) != 1:
        return None
    before, (first,), _ = assigned[-1]
    told = reading.grammar.and_pronoun.fullmatch(reading.context.text, before.end, figure.start)
    if told is None:
        return None
    gender = reading.grammar.pronoun_genders.get(told["whom"].lower(), "")
    last_two = reading.series[-2:]
    others = [o for o in last_two if o.entity is not first.entity] if len(last_two) == 2 else []
    if len(others) == 1 and others[0].entity is not None and others[0].entity.gender in ("", gender):
        return others, "vote_results.thought_of"
    return _UNRESOLVED


def whom_given(option: Option, figure: Figure, reading: Reading) -> Choice | None:
    """``X félicite un président à qui sa ville a donné 63%``: of whoever the relative clause is about, and never of the
    subject before it; that is the winner, where the clause follows nobody's name.
    """
    text = reading.context.text
    clause = reading.grammar.whom_given.search(text, option.end, figure.start)
    if clause is None:
        return None
    if not text[option.end : clause.start()].strip(" \u00a0,"):
        return [option], "vote_results.after_relative_clause"
    winner = reading.context.winner
    if winner is None or winner is option.entity or winner not in finalists_of(reading):
        return _UNRESOLVED
    return [referred(*clause.span(), winner)], "vote_results.after_relative_clause"


def other_two(figure: Figure, options: list[Option], floor: int, reading: Reading) -> Choice | None:
    """``A 36%, B 28%, C 26%. YouGov has the two others level on 28%, behind A``: those of three not named anew."""
    if not reading.grammar.other_two.search(reading.context.text, floor, figure.start):
        return None
    names = {o.name for o in options}
    rest = [o for o in reading.series if o.name not in names]
    return (rest, "vote_results.other_two") if len(rest) == 2 else ([], "vote_results.unresolved")


def both_of_two(figure: Figure, options: list[Option], floor: int, reading: Reading) -> Choice | None:
    """``Ipsos met les deux finalistes à 23% chacun``: a figure of each of the two whom the contest opposes."""
    text, grammar = reading.context.text, reading.grammar
    if any(floor <= o.start < figure.start and o.is_certain and not o.is_described for o in options):
        return None
    told = grammar.both_finalists.search(text, floor, figure.start)
    if told is None or not (
        grammar.each.match(text, figure.end + 1) or grammar.each.search(text, told.end(), figure.start)
    ):
        return None
    if grammar.versus.match(text, figure.end) and _NUMBER.search(text, figure.end, figure.end + 24):
        return None  # “les deux finalistes au coude-à-coude : 28,5% contre 24,2%”
    known = finalists_of(reading) or reading.context.qualified
    if len(known) == 2:
        return [referred(*told.span(), entity) for entity in known], "vote_results.both_of_two"
    return (reading.pair, "vote_results.both_of_two") if len(reading.pair) == 2 else _UNRESOLVED


_NUMBER = re.compile(r"\d")
_UNRESOLVED: Choice = ([], "vote_results.unresolved")


def pronoun_between(option: Option, figure: Figure, reading: Reading) -> Option | None:
    """``The Greens stood aside for X in Oakham, where she took 57%``: the figure of whom the pronoun stands for."""
    text, references = reading.context.text, reading.context.references
    told = [*reading.grammar.subject_pronoun.finditer(text, option.end, figure.start)]
    if not told or not reading.grammar.verb.search(text, told[-1].end(), figure.start):
        return None
    begin, stop = told[-1].span("pronoun")
    if _CLAUSE_END.search(text, stop, figure.start):
        return None
    gender = reading.grammar.pronouns.get(told[-1]["pronoun"].lower(), "")
    between = reading.context.people.between(option.end, begin)
    is_placed = [m.entity.kind for m in between] == ["place"] and not reading.grammar.verb.search(
        text, option.end, begin
    )  # “X lost in Ely, and Y in Oakham, where she took 57%”
    if is_placed and option.is_certain and option.entity is not None and option.entity.may_be(gender):
        return option
    entity = references.pronoun(begin, reading.entry, gender)
    if entity is option.entity and option.is_certain:
        return option
    return referred(begin, stop, entity) if entity is not None and entity.kind == "person" else None


_CLAUSE_END = re.compile(r"[,;:.()«»“”]")


def thought_first(found: list[Figure], series: list[Option], reading: Reading) -> list[Option]:
    """``In May a poll had her in front, 50% to 47%``: of the two read before, in the order of the figures, the one whom
    a pronoun or a description means first. A description behind a sentence of *she* means the other; where nothing
    tells who is meant, nobody is.
    """
    text, grammar, context = reading.context.text, reading.grammar, reading.context
    told = grammar.thought_first.search(text, reading.sentence_start, found[0].start)
    if told is None or len(series) != len(found) or len(series) != _TWO:
        return series
    if told["whom"]:
        gender = grammar.pronoun_genders.get(told["whom"].lower(), "")
        meant = [o for o in series if o.entity is not None and o.entity.may_be(gender)]
        if len(meant) != 1:
            entity = context.references.pronoun(told.start("whom"), reading.entry, gender)
            meant = [o for o in series if o.entity is entity]
    else:
        entity = context.references.description(*told.span("described"), reading.entry)
        meant = [o for o in series if entity is not None and o.entity is entity]
        before = [start for start, _ in context.sentences(reading.entry) if start < reading.sentence_start]
        opening = _FIRST_WORD.match(text, before[-1]) if before else None
        if opening is not None and opening["word"].lower() in grammar.pronouns:
            meant = series[1:]
    if len(meant) != 1:
        return []
    return [*meant, *(o for o in series if o is not meant[0])]


_TWO = 2
_FIRST_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+)")


def of_two_before(chosen: list[Option], reading: Reading) -> list[Option]:
    """``Cruz 50.6%, O'Rourke 48.7%. The congressman won 74% in Ely``: of two of whom the sentence before has told, the
    one to whom alone the document gives the office of a description.
    """
    two = {o.name: o for o in reading.series if o.entity is not None and o.entity.is_person}
    if len(chosen) != 1 or not chosen[0].is_described or len(two) != _TWO or chosen[0].name not in two:
        return chosen
    told, text = chosen[0], reading.context.text
    printed = text[told.start : told.end]
    fitting = [o.entity for o in two.values() if o.entity and not is_strange_office(printed, o.entity, reading)]
    return [referred(told.start, told.end, fitting[0])] if len(fitting) == 1 else chosen


def the_other_here(option: Option, reading: Reading) -> list[Option]:
    """The one other person whom a post names beside somebody, if there is just one whose name a figure or a call may
    stand beside.
    """
    entry, people = reading.entry, reading.context.people
    named = {m.entity.name: m.entity for m in people.of_kind("person", entry.char_start, entry.char_end)}
    others = [entity for entity in named.values() if entity is not option.entity]
    return [referred(option.start, option.end, others[0])] if len(others) == 1 else []


def of_places(found: list[Figure], options: list[Option], end: int, reading: Reading) -> list[Assignment]:
    """``L'Aisne (52,9 %) et l'Oise (51,4 %) ont placé X en tête``: what the places gave whom they have all chosen."""
    text, people = reading.context.text, reading.context.people
    if not found or any(f.unit != "percent" or not is_parenthesised(f, text) for f in found):
        return []
    places = [people.at(f.start - 3) for f in found]
    if any(p is None or p.entity.kind != "place" or p.end < f.start - 2 for p, f in zip(places, found, strict=True)):
        return []
    names = {o.name for o in options if o.is_certain}
    if len(names) != 1 or options[0].start < found[-1].end or not options[0].is_certain:
        return []
    if not reading.grammar.places_chose.search(text, found[-1].end, options[0].start):
        return []
    return [(figure, options[:1], "vote_results.places_chose") for figure in found]


def in_next_place(figure: Figure, assigned: list[Assignment], options: list[Option], reading: Reading) -> Choice | None:
    """``A Lille, X obtient 58,3%, à Lens 55,9%``: the option goes on, each place before its figure."""
    if not assigned or len(assigned[-1][1]) != 1:
        return None
    text, people = reading.context.text, reading.context.people
    before, chosen, _ = assigned[-1]
    if (
        before.unit != figure.unit
        or figure.unit != "percent"
        or any(before.end <= o.start < figure.end for o in options)
    ):
        return None
    if any(o.start >= figure.end and is_towards(figure, o, reading) for o in options):
        return None
    place = people.at(figure.start - 2) or people.at(figure.start - 3)
    if (
        place is None
        or place.entity.kind != "place"
        or text[place.end : figure.start].strip(" \u00a0") not in ("", ",", "(")
    ):
        return None
    if not reading.grammar.next_place.fullmatch(text, before.end, place.start):
        return None
    first = area_of_figure(reading.sentence_start, before.start, before.end, before.end, reading.context)
    return (chosen, "vote_results.same_option_elsewhere") if first is not None else None


def as_called(assigned: list[Assignment], reading: Reading) -> list[Assignment]:
    """``X is beaten, 58-42, by Y``: of two that oppose each other, whoever the sentence says has lost has the less."""
    lost = {c.option.name for c in reading.calls if c.status == "defeated" and c.start >= reading.sentence_start}
    told = [_of_winner(assignment, reading) for assignment in assigned]
    for index in range(len(told) - 1 if lost else 0):
        (one, first, rule), (other, second, _) = told[index : index + 2]
        if len(first) != 1 or len(second) != 1 or first[0].name not in lost or rule.endswith("duel"):
            continue
        if (one.value or 0) > (other.value or 0) and reading.grammar.versus.fullmatch(
            reading.context.text, one.end, other.start
        ):
            told[index : index + 2] = [(one, second, "vote_results.outcome"), (other, first, "vote_results.outcome")]
    return told


def _of_winner(assignment: Assignment, reading: Reading) -> Assignment:
    """``X battu par Y. Le socialiste l'emporte avec 57 %``: a description that leads to whoever the post has told to be
    beaten, before words for who wins, is of the other.
    """
    figure, chosen, rule = assignment
    if len(chosen) != 1 or not chosen[0].is_described:
        return assignment
    earlier = {c.option.name: c for c in reading.calls if c.start < reading.sentence_start}
    won = [call.option for call in earlier.values() if call.status == "winner"]
    if len(won) != 1 or len(earlier) != 2:
        return assignment
    option = chosen[0]
    beaten = earlier.get(option.name)
    if beaten is None or beaten.status != "defeated" or option.end > figure.start:
        return assignment
    wins = reading.grammar.loose_calls["winner"].search(reading.context.cues, option.end, figure.start)
    return assignment if wins is None else (figure, [won[0]], rule)


def is_strange_office(printed: str, entity: Entity, reading: Reading) -> bool:
    """Whether *l'ex-président* tells an office that the document gives whoever it leads to nowhere."""
    words = _WORDS.findall(fold(printed))
    office = words[-1] if words else ""
    is_office = office in lexicon(reading.context.language.code).offices
    return is_office and not any(office in _WORDS.findall(fold(role)) for role in entity.roles)


_WORDS = re.compile(r"\w+")
