"""Who is said to have won, lost, qualified or withdrawn."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from minutier.document import Row
from minutier.extract.context import Context
from minutier.extract.lexicon import lexicon
from minutier.extract.options import Option, coordinated
from minutier.extract.people import Entity, Mention
from minutier.extract.prefilter import Guarded
from minutier.extract.results.grammar import Grammar, grammar_of
from minutier.extract.results.links import is_denied, is_object_of_relative, is_related, rival_of, stands_in_aside
from minutier.extract.results.reading import Call, Reading, referred, result_row, staged
from minutier.extract.scope import (
    Scope,
    in_aside,
    is_taken,
    is_whole_place,
    may_be_place,
    names_round,
    tells_everywhere,
)
from minutier.extract.small_words import small_words
from minutier.extract.stages import ESTIMATES, Stage

WON = ("winner", "projected_winner")
"""What is said of whoever has won."""
_OF_ANSWERS = (*WON, "defeated")
"""What may become of an answer in a referendum: it neither withdraws nor qualifies."""


_OF_PLACE = 10
"""Characters behind the words of a call in which they turn out to name an office."""
_BEFORE, _AFTER = 70, 240
"""Characters before and after an option in which words may tell what became of it."""


def may_call(start: int, end: int, context: Context) -> bool:
    """Whether the words of a call stand in a stretch or near it."""
    near = context.cues.between(max(0, start - _BEFORE), end + _AFTER)
    return near & _bits(context.language.code) != 0


@cache
def _bits(code: str) -> int:
    """The bits of all patterns of calls."""
    grammar = grammar_of(code)
    pairs = (*grammar.calls.values(), *grammar.party_calls.values(), *grammar.party_calls_in_place.values())
    single = (*grammar.loose_calls.values(), *grammar.list_leads.values())
    return reduce(or_, (p.bit for p in (*itertools.chain(*pairs), *single)))


def read_calls(options: list[Option], start: int, scope: Scope, reading: Reading) -> None:
    """``X est élu``, ``victoire de X``, ``X loses``: what is said to have become of an option."""
    text, context = reading.context.text, reading.context
    if scope.is_past_contest:
        return
    if options and reading.grammar.sports.search(context.cues, start, options[-1].end + 80):
        return
    for index, option in enumerate(options):
        low = max(reading.entry.char_start if option.start == start else start, option.start - _BEFORE)
        if option.type == "other" or not option.is_certain or context.quotation_at(option.start):
            continue
        if (last := _last_call(option, reading)) and (again := reading.grammar.so_too.match(text, option.end)):
            reading.calls.append(Call(option, last.status, *_trimmed(text, *again.span()), scope))
            continue  # “X est battu, Y l'est aussi”
        if last is not None and _is_called_too(last, option, reading):
            reading.calls.append(Call(option, last.status, last.start, last.end, scope))
            continue  # “X est battu, tout comme Y”
        behind = context.cues.between(option.end, option.end + _AFTER)
        ahead = context.cues.between(low, option.start)
        for status, (after, before) in _calls_of(option, scope, reading.grammar):
            place = after.pattern.match(text, option.end, option.end + _AFTER) if behind & after.bit else None
            if place is None and ahead & before.bit:
                told = reading.grammar.call_word.search(context.cues, low, option.start)
                place = before.pattern.search(text, low, option.start) if told else None
            if place is None or context.quotation_at(place.start()) is not None:
                continue
            if place.start() < option.start and _is_of_one_before(place, status, option, reading):
                continue  # “X est éliminé, Y et Z qualifiés”
            if place.start() < option.start and reading.grammar.possessor.match(text, option.end):
                continue  # “held by X's right-hand man”
            if place.start() < option.start and reading.grammar.modal.search(
                text, max(low, place.start() - 12), place.start()
            ):
                continue  # “who can beat X”
            if _is_of_whoever_won(place, status, options[index + 1 :], option, reading):
                continue  # “X, battu par Y, élu avec 52 %”
            following = next((o for o in options[index + 1 :] if option.end <= o.start and o.end <= place.end()), None)
            gap = text[option.end : following.start].strip() if following is not None else ""
            if gap in small_words(context.language.code).of("of", "from"):
                continue  # “118 voix séparent X de Y, le vainqueur”
            if place.start() < option.start and is_related(option, reading):
                continue  # “X bat la sœur de Y”
            if (
                text[option.end : option.end + 1] == ","
                and place.start() >= option.end
                and (
                    stands_in_aside(option, reading) is not None
                    or is_related(option, reading)
                    or is_object_of_relative(option, reading)
                )
            ):
                continue  # “X, soutenu par Y, s'incline”; “l'adjoint de Y, X, l'emporte”
            if place.start() >= option.end and _describes_another(option, reading):
                continue  # “l'ancien ministre de X est battu”
            if option.type == "answer" and status not in _OF_ANSWERS:
                continue
            if _is_of_a_place_won(option, status, start, reading):
                continue  # “X will win Ohio, which Y carried by 3,000 votes”
            if reading.grammar.no_call_after.match(text, max(option.end, place.end())):
                continue  # “Y had beaten X to it”
            if context.liveblog.election_type != "primary" and reading.grammar.in_primary.match(
                text, max(option.end, place.end())
            ):
                continue  # “X, whom Y beat in the primary, …”
            if reading.grammar.elected_of.search(text, place.start(), place.end() + _OF_PLACE):
                continue  # “X, élu de l'Eure depuis 2012”
            if reading.grammar.hypothetical.search(
                text, max(start, min(place.start(), option.start) - 30), min(place.start(), option.start)
            ):
                continue
            begin, stop = _trimmed(text, *place.span())
            if in_aside(begin, reading.apart, scope, context).is_past_contest:
                continue  # “à Dole, où X avait été élu en 2013 avec 53,9%, Y n'obtient que 47,3%”
            if reading.grammar.through.search(text[begin:stop]) and not _has_second_round(reading):
                status = "winner"  # “she is through in Calder East”
            before_it = coordinated(options, index, reading.context)
            if option.type == "candidate" and text[begin:stop].lower() in reading.grammar.base_forms:
                lead = text[max(reading.sentence_start, before_it[0].start - 2) : before_it[0].start].rstrip()
                if len(before_it) == 1 or lead[-1:].isalpha():
                    continue  # “to let X win”; not “X and Y lose their seats”
            if len(before_it) == 1 and place.start() >= option.end:
                before_it = _in_places_before(options, index, reading)
            if index and is_denied(option, reading):
                before_it = [options[index - 1]]  # “X, and not Y, has won”
            gapped = _in_places_after(options, index, place.end(), reading) if place.start() >= option.end else []
            if len(before_it) + len(gapped) == 1 and (won := _places_won(begin, stop, option, reading)):
                reading.calls += [Call(option, status, begin, stop, _at(place, scope)) for place in won]
                break
            if option.type != "candidate" and place.start() >= option.end and _NAME.match(text, stop):
                continue  # “Labour takes Offence”: what a party takes is a place, or nothing
            for named in (*before_it, *gapped):
                placed = _in_its_place(named, scope, reading) if len(before_it) + len(gapped) > 1 else scope
                beaten = _not_the_winner(named, status, reading)
                reading.calls += [Call(beaten, status, begin, stop, placed)] if beaten is not None else []
            break


def _calls_of(option: Option, scope: Scope, grammar: Grammar) -> Iterable[tuple[str, tuple[Guarded, Guarded]]]:
    """The calls that may be of an option, with what tells each behind a name and before it."""
    if option.type not in ("party", "list"):
        return grammar.calls.items()
    if not scope.gp_unit:
        return grammar.party_calls.items()
    return (*grammar.party_calls.items(), *grammar.party_calls_in_place.items())


def _describes_another(option: Option, reading: Reading) -> bool:
    """Whether a name only tells who somebody else is: *la candidate de X*, *two former aides to X*, *backed by X*."""
    sentence = reading.context.references.sentence(option.start, reading.entry)
    place = sentence.index(option.start)
    if place and sentence.tokens[place - 1].word in sentence.words.prepositions["by"]:
        return reading.context.text[option.end : option.end + 1] != ","  # but “battu par X, élue avec 52 %”
    if sentence.tags[place - 1 : place] == "p" and sentence.tags[place + 1 : place + 3] == ",D":
        another = sentence.tokens[place + 2].word  # “dix ans après X, un socialiste l'emporte”
        return another in small_words(reading.context.language.code).of("indefinite")
    return sentence.tags[place - 1 : place] in ("f", "p") and any(
        p.kind == "description" and p.head < place <= p.last and (p.is_plural or sentence.tags[p.head] in "ra")
        for p in sentence.phrases
    )


def _is_of_one_before(place: re.Match[str], status: str, option: Option, reading: Reading) -> bool:
    """Whether the words before an option have just told the same of whoever stands before them."""
    return any(
        c.status == status and c.option.name != option.name and c.option.end <= c.start and c.end > place.start()
        for c in reading.calls[-2:]
    )


def _is_of_whoever_won(
    place: re.Match[str], status: str, following: list[Option], option: Option, reading: Reading
) -> bool:
    """Whether a win is told right behind somebody by whom an option is said to be beaten."""
    if status not in WON or place.start() < option.end:
        return False
    text, between = reading.context.text, [o for o in following if o.end <= place.end()]
    if not between or reading.grammar.own_clause.match(text, between[-1].end) is None:
        return False
    return reading.grammar.passive.search(text, option.end, between[-1].start) is not None


def _is_of_a_place_won(option: Option, status: str, start: int, reading: Reading) -> bool:
    """Whether a relative clause tells who won, at another time, the place that somebody else has just been given."""
    if status not in WON:
        return False
    others = (c for c in reading.calls if c.status in WON and c.option.name != option.name)
    told = [c for c in others if start <= c.start and c.end <= option.start]
    text, which = reading.context.text, reading.grammar.which_place
    return bool(told) and which.fullmatch(text, told[-1].end, option.start) is not None


def _last_call(option: Option, reading: Reading) -> Call | None:
    """The last call of somebody else told behind his name, in the same breath."""
    told = [c for c in reading.calls if c.option.name != option.name and c.start >= c.option.end]
    return told[-1] if told and option.start - told[-1].start < _SAME_BREATH else None


def _is_called_too(last: Call, option: Option, reading: Reading) -> bool:
    """Whether somebody is only named behind the call of another, *tout comme*, and nothing else is told of him."""
    text, grammar = reading.context.text, reading.grammar
    if option.type != "candidate" or not grammar.likewise.fullmatch(text, last.end, option.start):
        return False
    return grammar.stops.match(text, option.end) is not None


_SAME_BREATH = 120
"""Characters within which *l'est* says a call again."""


def placed_calls(options: list[Option], start: int, end: int, scope: Scope, reading: Reading) -> None:
    """``Virginia for X, Vermont for Y``: a sentence of nothing but places, each with whoever has won it."""
    text, grammar = reading.context.text, reading.grammar
    if scope.is_past_contest or text[start:end].rstrip()[-1:] == "?":
        return
    at, told = start, []
    while at < end:
        places, lead = placed_for(at, end, reading.context)
        option = next((o for o in options if places and o.start == lead), None)
        if option is None or option.type != "candidate" or not option.is_certain:
            return
        for place in places:
            told.append(Call(option, "winner", option.start, option.end, _at(_of_entity(place.entity), scope)))
        rest = text[option.end : end].strip(" \u00a0.\n")
        if not rest or grammar.call_source.fullmatch(rest):
            break
        link = grammar.list_link.match(text, option.end, end)
        if link is None:
            return
        at = link.end()
    reading.calls += told


def owned_calls(options: list[Option], start: int, end: int, scope: Scope, reading: Reading) -> None:
    """``Ohio is X's``, ``The AP has put Ohio in his column``: a place that is said to be somebody's."""
    text, grammar, people = reading.context.text, reading.grammar, reading.context.people
    if scope.is_past_contest:
        return
    told: list[tuple[int, Option]] = []
    for option in options:
        is_owner = option.type == "candidate" and option.is_certain and grammar.owned.match(text, option.end, end)
        lead = grammar.owning.search(text, max(start, option.start - _BEFORE), option.start) if is_owner else None
        if lead is not None:
            told.append((lead.start("place"), option))
        is_title = _TITLED.fullmatch(text, start, option.start) and not text[option.end : end].strip()
        if is_title and grammar.called_next.match(text, end) and option.type == "candidate" and option.is_certain:
            told.append((start, option))  # “West Virginia: X”, above “Called at 7.30”
    for match in grammar.in_column.finditer(text, start, end):
        gender = grammar.pronoun_genders.get(match["whom"].lower(), "")
        entity = reading.context.references.pronoun(match.start("whom"), reading.entry, gender)
        if entity is not None and entity.kind == "person":
            told.append((match.start("place"), referred(*match.span("whom"), entity)))
    for place, option in told:
        known = people.at(place)
        if known is not None and known.entity.kind == "place" and reading.context.quotation_at(place) is None:
            reading.calls.append(Call(option, "winner", place, option.end, _at(_of_entity(known.entity), scope)))


_TITLED = re.compile(r"[A-ZÀ-Ý][^:;,.\n\d]{1,40}[ \u00a0]?: ")


def placed_for(start: int, end: int, context: Context) -> tuple[list[Mention], int]:
    """The places that a stretch opens with, and where whoever has won them stands behind *for*; no places when it
    opens otherwise: *Ohio and Iowa for X*.
    """
    grammar, places = grammar_of(context.language.code), list[Mention]()
    opening = grammar.place_lead.match(context.text, start, end)
    begin = opening.end() if opening is not None else start
    while (mention := context.people.at(begin)) is not None and mention.entity.kind == "place":
        places.append(mention)
        if placed := grammar.placed_for.match(context.text, mention.end, end):
            return places, placed.end()
        link = grammar.place_link.match(context.text, mention.end, end)
        if link is None:
            break
        begin = link.end()
    return [], start


def listed_calls(options: list[Option], start: int, end: int, scope: Scope, reading: Reading) -> None:
    """``Deux ministres sont éliminés, X dans le Var et Y à Lens``: those whom a list behind a call names."""
    grammar, context = reading.grammar, reading.context
    if scope.is_past_contest:
        return
    for status, lead in grammar.list_leads.items():
        for match in lead.finditer(context.cues, start, end):
            place = next((i for i, o in enumerate(options) if o.start >= match.end()), None)
            if place is None or context.quotation_at(match.start()) is not None:
                continue
            if grammar.list_title.fullmatch(context.text, match.end(), options[place].start) is None:
                continue
            told = {call.option.name for call in reading.calls}
            chain = _chain(options, place, options[place].end, reading)
            if not (chain or grammar.list_place.match(context.text, options[place].end)):
                continue  # “Les sortants battus, X prend la parole”
            for named in [options[place], *chain]:
                if named.type == "candidate" and named.is_certain and named.name not in told:
                    placed = _in_its_place(named, scope, reading)
                    reading.calls.append(Call(named, status, *_trimmed(context.text, *match.span()), placed))


def _places_won(begin: int, stop: int, option: Option, reading: Reading) -> list[_Place]:
    """``X wins Ohio and Florida``, ``AP calls Ohio for X``: the places that are the object of a call."""
    grammar, text, people = reading.grammar, reading.context.text, reading.context.people
    if begin < option.start:
        return _places_before(begin, stop, reading)
    found = [m for m in people.of_kind("place", begin, stop) if m.end == stop]
    reached, lead = stop, grammar.before_next_place if found else grammar.before_place
    for mention in people.between(stop, stop + _ENUMERATED):
        if mention.entity.kind != "place" or lead.fullmatch(text, reached, mention.start) is None:
            break
        found.append(mention)
        reached, lead = mention.end, grammar.before_next_place
    if not found and (own := grammar.own_seat.search(text, begin, stop + _BEFORE)) and own.start() <= stop:
        known = people.at(own.start("place"))
        return [_of_entity(known.entity) if known and known.entity.kind == "place" else _Place(own["place"])]
    if not found:
        return _unknown_places(grammar.won_after, stop, stop + _BEFORE, reading)
    return [_of_entity(m.entity) for m in found] if is_whole_place(found[-1].end, reading.context) else []


def _places_before(begin: int, stop: int, reading: Reading) -> list[_Place]:
    """``gives Ohio and Iowa to X``, ``Ohio and Iowa go to X``: the places of a call that stands before its option."""
    grammar, text, people = reading.grammar, reading.context.text, reading.context.people
    around = people.at(begin)
    if around is not None and around.entity.kind == "place" and around.start < begin:  # the District of Columbia
        return [*_places_listed_before(around.start, reading), _of_entity(around.entity)]
    others = [m.end for m in people.of_kind("person", begin, stop)]  # “give Ohio to Y and Iowa to X”
    named = people.of_kind("place", max(others, default=begin), stop)
    opens = bool(named) and named[0].start == begin
    gaps = (text[one.end : other.start] for one, other in itertools.pairwise(named))
    is_list = len(named) > 1 and not opens and all(map(grammar.before_next_place.fullmatch, gaps))
    if is_list and len(text[named[-1].end : stop].split()) == 1:
        return [_of_entity(m.entity) for m in named]
    whole = [_of_entity(m.entity) for m in named if _is_whole(m.start, m.end, begin, reading.context)]
    if opens and not whole and _VERBS.fullmatch(text, named[0].end, stop):
        whole = [_of_entity(named[0].entity)]  # “Ohio and Iowa go to X”
    first = (whole or _unknown_places(grammar.won_before, begin, stop, reading))[:1]
    return [*(_places_listed_before(begin, reading) if opens else []), *first]


_VERBS = re.compile(r"(?:[ \u00a0][a-zà-ÿ’']+){1,4}")


def _places_listed_before(end: int, reading: Reading) -> list[_Place]:
    """``Maine, Vermont and Ohio go to X``: the places of a list, but the last, that ends at an offset."""
    found: list[_Place] = []
    for mention in reversed(reading.context.people.of_kind("place", reading.sentence_start, end)):
        if reading.grammar.before_next_place.fullmatch(reading.context.text, mention.end, end) is None:
            break
        found.append(_of_entity(mention.entity))
        end = mention.start
    return found[::-1]


def _is_whole(start: int, end: int, begin: int, context: Context) -> bool:
    """Whether a place is all that a call is about; also when an auxiliary follows it at the head of the words of the
    call: ``Bath was won by X``.
    """
    following = _FOLLOWING.match(context.text, end) if start == begin else None
    is_subject = following is not None and lexicon(context.language.code).tags.get(following["word"]) == "A"
    return is_subject or is_whole_place(end, context)


_FOLLOWING = re.compile(r"[ \u00a0](?P<word>\w+)")


def _unknown_places(pattern: re.Pattern[str], start: int, end: int, reading: Reading) -> list[_Place]:
    """``Labour gain Canterbury``: a place that no list knows, by the words of a call around it."""
    match = pattern.match(reading.context.text, start, end)
    if match is None or not _is_whole(*match.span("place"), start, reading.context):
        return []
    if pattern is reading.grammar.won_after and not is_taken(match.start("place"), reading.context):
        return []  # “X defeats Y”
    return [_Place(match["place"])] if may_be_place(*match.span("place"), reading.context) else []


_ENUMERATED = 160
"""Characters in which the places somebody has won are enumerated."""


class _Place(NamedTuple):
    """Where a call holds."""

    name: str
    type: str = "constituency"


def _of_entity(place: Entity) -> _Place:
    return _Place(place.name, place.place_type or "constituency")


def _at(place: _Place, scope: Scope) -> Scope:
    return scope._replace(gp_unit=place.name, gp_unit_type=place.type)


def _in_its_place(option: Option, scope: Scope, reading: Reading) -> Scope:
    """The scope of a call with the place that stands behind somebody in an enumeration: *Y dans la Somme*."""
    text = reading.context.text
    affiliation = _AFFILIATION.match(text, option.end)
    match = reading.grammar.list_place.match(text, affiliation.end() if affiliation is not None else option.end)
    places = reading.context.people.of_kind("place", *match.span()) if match is not None else []
    if not places:
        return scope
    return _at(_of_entity(places[0].entity), scope)


_NAME = re.compile(r"[\s\u00a0][A-ZÀ-Ý]")
_CLAUSE_HEAD = re.compile(r"[:;.,–—]\s$")
_AFFILIATION = re.compile(r"[\s\u00a0]?\([^()\n\d]{1,30}\)(?=[\s\u00a0,])")


def _chain(options: list[Option], index: int, reached: int, reading: Reading) -> list[Option]:
    """The candidates who follow one in an enumeration, each perhaps with his place and figure."""
    chain = []
    for option in options[index + 1 :]:
        if not reading.grammar.list_link.fullmatch(reading.context.text, reached, option.start):
            break
        chain.append(option)
        reached = option.end
    return chain


def _in_places_after(options: list[Option], index: int, reached: int, reading: Reading) -> list[Option]:
    """``X l'emporte à Paris, Y dans la Somme, Z dans le Morbihan``: those of whom the verb is not said again."""
    chain = _chain(options, index, reached, reading)
    placed = [o for o in chain if reading.grammar.list_place.match(reading.context.text, o.end)]
    return chain if len(placed) == len(chain) else []


def _in_places_before(options: list[Option], index: int, reading: Reading) -> list[Option]:
    """``X, dans l'Orne, et Y, à Paris, sont qualifiés``: those who share a call, each with a place."""
    text, chain, is_joined = reading.context.text, [options[index]], False
    for option in reversed(options[:index]):
        link = reading.grammar.list_link.fullmatch(text, option.end, chain[0].start)
        if link is None or not (is_joined or link["and"]):
            break
        chain.insert(0, option)
        is_joined = True
    return chain


def _not_the_winner(option: Option, status: str, reading: Reading) -> Option | None:
    """``X ELECTED … The minister defeats the leader of the Greens``: a description of whoever is beaten never leads to
    the one whom the post has just called the winner, but to whoever stands against.
    """
    won = {c.option.name for c in reading.calls if c.status in WON}
    printed = reading.context.text[option.start : option.end]
    if status == "defeated" and option.name in won and option.entity and printed not in option.entity.forms:
        return rival_of(option, reading)
    return option


def gapped_places(options: list[Option], start: int, end: int, scope: Scope, reading: Reading) -> None:
    """``X has won back Oakham, and Y Fenwick``, ``X was beaten in Oakham, and Y in Fenwick``: a verb that is not said
    again between somebody and his place.
    """
    text, grammar = reading.context.text, reading.grammar
    for one, other in itertools.pairwise([o for o in options if o.is_certain]):
        call = next((c for c in reading.calls if c.option is one and one.end <= c.start and c.end < other.start), None)
        if call is None or other.type != "candidate":
            continue
        if (own_place := _placed_in_turn(call.end, other, end, reading)) is not None:
            reading.calls.append(Call(other, call.status, other.start, other.end, _at(_of_entity(own_place), scope)))
            continue
        place = grammar.gapped_place.match(text, other.end, end)
        if place is None or grammar.gapped_places.fullmatch(text, call.end, other.start) is None:
            continue
        own = scope._replace(gp_unit=place["place"], gp_unit_type="constituency")
        reading.calls.append(Call(other, call.status, other.start, other.end, own))


def _placed_in_turn(begin: int, other: Option, end: int, reading: Reading) -> Entity | None:
    """The place behind somebody who follows a place and a conjunction: *in Oakham, and Y, her deputy, in Fenwick*."""
    text, people = reading.context.text, reading.context.people
    before = people.of_kind("place", begin, other.start)
    behind = _APPOSITION.match(text, other.end, end)
    after = people.of_kind("place", behind.end() if behind else other.end, end)
    if len(before) != 1 or not after or behind is None or before[0].entity is after[0].entity:
        return None
    if not (
        _TO_PLACE.fullmatch(text, begin, before[0].start) and _AND_NEXT.fullmatch(text, before[0].end, other.start)
    ):
        return None
    if text[begin : before[0].start] != text[behind.end() : after[0].start]:
        return None  # the same preposition
    return after[0].entity if text[after[0].end : after[0].end + 1] in ("", ",", ".", ";") else None


_TO_PLACE = re.compile(r"[ \u00a0][a-zà-ÿ]{1,4}[ \u00a0]")
_AND_NEXT = re.compile(r",?[ \u00a0][a-z]{2,3}[ \u00a0]")


def gapped_call(options: list[Option], start: int, end: int, scope: Scope, reading: Reading) -> None:
    """``X wins in Oakham; Y, her deputy, in Fenwick``, ``X and Y did it: both are elected``: a call that goes on for
    others.
    """
    context, grammar = reading.context, reading.grammar
    pair = [o for o in options if o.type == "candidate" and o.is_certain] if options else reading.pair
    is_pair = len(pair) == 2 and len(options) in (0, 2)
    for status, pattern in grammar.both_calls.items() if is_pair else ():
        told = pattern.search(context.text, start, end)
        lead = context.text[start : told.start()].strip() if told is not None else ""
        if told is None or (lead and not (options and lead.endswith(":"))):
            continue
        for option in pair:
            placed = _in_its_place(option, scope, reading) if options else scope
            reading.calls.append(Call(option, status, *told.span(), placed))
    if len(options) != 1 or options[0].type != "candidate" or not options[0].is_certain or not reading.calls:
        return
    if context.text[start - 2 : start].strip() != ";" or context.text[start : options[0].start].strip():
        return
    before, rest = reading.calls[-1], _APPOSITION.match(context.text, options[0].end, end)
    if before.end < start - _NEAR or rest is None or not grammar.in_place.match(context.text, rest.end(), end):
        return
    if _MORE.search(context.text, rest.end(), end) or grammar.verb.search(context.text, rest.end(), end):
        return
    reading.calls.append(Call(options[0], before.status, options[0].start, options[0].end, scope))


_NEAR = 60
_APPOSITION = re.compile(r"(?:,[^,;:.\d]{1,60},)?")
_MORE = re.compile(r"[\d,:]")


def _has_second_round(reading: Reading) -> bool:
    """Whether the contest has a second round, or one is spoken of."""
    return reading.context.liveblog.round > 1 or names_round(2, reading.context)


def answer_calls(start: int, end: int, scope: Scope, reading: Reading) -> None:
    """``The UK has voted to leave``, ``La Suisse accepte le texte``: what a place or its people have answered."""
    context, grammar = reading.context, reading.grammar
    if not context.is_referendum or scope.is_past_contest:
        return
    for answer in context.answers:
        pattern = grammar.answers_called.get(answer)
        for match in pattern.finditer(context.text, start, end) if pattern is not None else ():
            who = _ANSWERING.search(context.text, max(start, match.start() - _BEFORE), match.start())
            if who is None or context.quotation_at(match.start()) is not None:
                continue
            places = context.people.of_kind("place", who.start(), match.start())
            if not (places and places[-1].end == who.end("who")) and not grammar.answering.search(who["who"]):
                continue
            heads = [who.start(), *(word.end() for word in _SPACE.finditer(context.text, who.start(), match.start()))]
            if any(grammar.hypothetical.search(context.text, max(start, head - 30), head) for head in heads):
                continue
            option = Option(*match.span(), answer, "answer", None)
            reading.calls.append(Call(option, "winner", *_trimmed(context.text, *match.span()), scope))


def _is_named_in_words(place: str, other: str, call: Call, reading: Reading) -> bool:
    """``Y lost Hull, but Bath was won by X, with 47%``: whether the words of a call name its place, and not another."""
    words = reading.context.text[call.start : call.end]
    return place in words and other not in words


_SPACE = re.compile(r"[ \u00a0]")
_ANSWERING = re.compile(r"(?P<who>(?:[\w’'-]+ ){0,3}[\w’'-]+) $")


def described_calls(options: list[Option], start: int, end: int, scope: Scope, reading: Reading) -> None:
    """``The transport minister has been eliminated``: a call whose subject is a description or a pronoun."""
    context = reading.context
    for status, pattern in reading.grammar.loose_calls.items():
        for match in pattern.finditer(context.cues, start, end):
            if context.quotation_at(match.start()) is not None:
                continue
            subject = context.references.subject_before(match.start() + 1, reading.entry)
            heads = subject is not None and _CLAUSE_HEAD.search(
                context.text, max(start, subject.start - 3), subject.start
            )
            reported = subject is not None and reading.grammar.reported.fullmatch(
                context.text, subject.end, match.start()
            )  # “X announced that she had been elected”
            said_again = subject.start if subject is not None and subject.kind == "pronoun" and heads else match.end()
            there = reading.grammar.where_pronoun.search(context.text, max(start, match.start() - 20), match.start())
            said_again = there.start() if there is not None else said_again  # “X left Hull, where he was beaten”
            near = [o for o in options if o.end <= match.start() < o.end + 100]
            if not reported and any(not o.end <= said_again < match.start() for o in near):
                continue  # the option's own call
            if subject is None or subject.entity is None or subject.entity.kind != "person" or subject.start < start:
                continue
            if reading.grammar.hypothetical.search(context.text, max(start, subject.start - 30), subject.start):
                continue
            own = _LAST_WORD.sub("", context.text[max(start, match.start() - 40) : match.start()])
            if reading.grammar.hypothetical.search(own):
                continue  # “Il promet, s'il est battu, …”
            option = referred(subject.start, subject.end, subject.entity)
            reading.calls.append(Call(option, status, *_trimmed(context.text, *match.span()), scope))


_LAST_WORD = re.compile(r"\w{1,30}\s$")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \u00a0,":
        start += 1
    while end > start and text[end - 1] in " \u00a0,":
        end -= 1
    return start, end


def attach_calls(reading: Reading) -> None:
    """A call joins the figure of its option in the entry; without a figure it is a row, once for each
    option.
    """
    projected = {call.option.name for call in reading.calls if _firmness(call) == "projected_winner"}
    told: set[tuple[str, int, int]] = set()
    for call in reading.calls:
        if _is_told_by_candidate(call, reading) or _has_tally(call, reading):
            continue
        status = _firmness(call)
        if status == "winner" and call.option.name in projected:
            status = "projected_winner"  # the title says it shorter
        place = call.scope.gp_unit
        rows = [r for r in reading.rows if r["option"] == call.option.name and not _is_tally(r, call)]
        if call.scope.round:
            rows = [r for r in rows if r["round"]]  # “loses Ely, which she held with 69% in 2019”
        for row in rows:
            if not place or not 0 <= row["char_start"] - call.end < _FIGURE_OF_PLACE:
                continue
            own = row["gp_unit"]
            if _is_named_in_words(place, own, call, reading) if own else _is_of_place(row, call, reading.context):
                row |= {"gp_unit": place, "gp_unit_type": call.scope.gp_unit_type}  # “takes Ohio with 54%”
        if call.option.type == "answer" and not place:  # the whole contest is no place
            rows = [r for r in rows if not r["gp_unit"]]
        if call.option.type == "candidate" and call.start == call.option.start:  # “Ohio for X”, whatever polls said
            rows = [r for r in rows if r["round"] and r["gp_unit"] == place and not r.get("pollster")]
        if place:
            rows = [r for r in rows if r["gp_unit"] or r["char_start"] < call.end]  # “She has 54% nationally”
            rows = [r for r in rows if not _is_of_another_place(r, call, reading)]
            rows = [r for r in rows if r["gp_unit"] == place] or rows
        words = (call.option.name, call.start, call.end)
        if words in told and place:
            rows = [r for r in rows if r["gp_unit"] == place]  # “wins Ohio and Florida”: each is a row
        told.add(words)
        if rows:
            if not any(r["candidate_status"] for r in rows):
                rows[0]["candidate_status"] = status
            continue
        rule = f"vote_results.call_{call.status}"
        scope = call.scope
        if status == "withdrawn" and scope.round == reading.context.counted_round < reading.context.liveblog.round:
            scope = scope._replace(round=reading.context.liveblog.round, stage=Stage())  # it is the next that he leaves
        if status == "winner" and scope.stage.name in ESTIMATES and not scope.stage.is_own:
            scope = scope._replace(stage=Stage())  # “Y sera maire, selon les estimations. X est réélu.”
        if scope.stage.name == "partial":
            scope = scope._replace(stage=Stage())  # how far the figures are says nothing of who has won
        if status == "projected_winner" and not scope.stage.name:
            scope = scope._replace(stage=Stage("projection", "projected"))
        row = result_row(call.option, rule, call.start, call.end, scope, reading)
        reading.rows.append(row | staged(rule, scope.stage) | {"candidate_status": status})


_ENDS = re.compile(r"[.;!?][\s\u00a0]")
_FIGURE_OF_PLACE = 120
"""Characters behind the words of a call within which a figure of its sentence is of the place that they name."""


def _is_of_place(row: Row, call: Call, context: Context) -> bool:
    """Whether a figure behind a call in a place is of the same sentence, and not of the whole contest."""
    between = call.end, row["char_start"]
    return not _ENDS.search(context.text, *between) and not tells_everywhere(between[0], row["char_end"] + 40, context)


def _is_of_another_place(row: Row, call: Call, reading: Reading) -> bool:
    """``X has won Ohio. In Utah she has 54%``: whether a figure of a later line is of another place than a call."""
    is_same = row["gp_unit"] in (None, call.scope.gp_unit)
    text, liveblog = reading.context.text, reading.context.liveblog
    if is_same or liveblog.election_type != "presidential":
        return False
    if row["rule"].startswith("vote_results.call_"):
        return True  # “X has won Ohio. Utah is X's too”
    if row["char_start"] < call.end:
        return _ENDS.search(text, row["char_end"], max(row["char_end"], call.start)) is not None
    if row["gp_unit_type"] != call.scope.gp_unit_type:
        return False
    in_title = "\n" not in text[reading.entry.char_start : call.start]
    return not in_title and "\n" in text[call.end : row["char_start"]]


def _has_tally(call: Call, reading: Reading) -> bool:
    """``Labour has picked up Leigh. That gets it to 71 seats``: the tally of a party tells what it has won."""
    if call.option.type == "candidate" or not call.scope.gp_unit:
        return False
    return any(r["option"] == call.option.name and r.get("seats") is not None for r in reading.rows)


def _is_told_by_candidate(call: Call, reading: Reading) -> bool:
    """Whether a party's call in a place only announces what is told of its candidate: *Labour gain Leigh: X 9,120*."""
    if call.option.type == "candidate" or not call.scope.gp_unit:
        return False
    told = [(r["option_type"], r["gp_unit"]) for r in reading.rows]
    told += [(c.option.type, c.scope.gp_unit) for c in reading.calls]
    return any(kind == "candidate" and place in (None, "", call.scope.gp_unit) for kind, place in told)


def _is_tally(row: Row, call: Call) -> bool:
    """Whether a row counts what all areas gave a candidate, where the call is of one: *wins Ohio; that's 68*."""
    return bool(call.scope.gp_unit) and row["option_type"] == "candidate" and row.get("seats") is not None


def _firmness(call: Call) -> str:
    if call.status in WON and (
        call.status == "projected_winner"
        or (call.scope.stage.is_own and call.scope.stage.name in ("projection", "exit_poll"))
        or call.scope.is_conditional
    ):
        return "projected_winner"
    return call.status
