"""How an option and a figure stand to each other: the neighbourhoods that link them."""

from __future__ import annotations

import re

from minutier.extract.numbers import Figure
from minutier.extract.options import Option, finalist_meant
from minutier.extract.people import Entity
from minutier.extract.results.reading import Reading, referred
from minutier.languages import language

_FAR = 80
"""Characters from a figure on beyond which no option is that of *42% pour X*."""
PARENTHESIS = re.compile(r"[\s\u00a0]?\([^()\n]{1,60}\)")
_NOUN_AND_PREPOSITION = re.compile(r"[\s\u00a0]\w{3,}[\s\u00a0]+\w+[\s\u00a0]$")
_SPACES = re.compile(r"[\s\u00a0]{2,}")
_POSSESSIVE = re.compile(r"['’]s?(?=[\s\u00a0])")
_OWNING = re.compile(r"(?:['’]s?)?[\s\u00a0]\(?|\(")
_IN_BRACKETS = re.compile(r"[\s\u00a0]?\([^()\d\n]{1,40},[\s\u00a0]?")
_LEADERS = re.compile(
    r"[\s\u00a0]?(?:\.[\s\u00a0]?){3,60}|[\s\u00a0]?(?:…[\s\u00a0]?){1,20}|[\s\u00a0]?_{3,60}[\s\u00a0]?"
)
"""Dots that lead from a name to its figure in a table."""
_SET_OFF = re.compile(r",[^,;:.()\d]{2,60},[\s\u00a0]?|[\s\u00a0]\w{3,16},[\s\u00a0]?|,?[^,;:.()\d]{2,90}:[\s\u00a0]?")


def is_towards(figure: Figure, option: Option, reading: Reading) -> re.Match[str] | bool | None:
    if option.start - figure.end >= _FAR:
        return False
    gap = reading.context.text[figure.end : option.start]
    if reading.grammar.relation.search(gap) or reading.grammar.added.search(gap):
        return False  # “au rival de X” is not X
    if goes_on(gap, reading):
        return False  # “Y, qui avait réuni 5 % au premier tour, et X ont …”
    for place in reading.context.people.of_kind("place", figure.end, option.start)[:1] if "," in gap else ():
        share = reading.grammar.share_of.match(reading.context.text, figure.end)
        lead = reading.context.text[share.end() if share else figure.end : place.start]
        if not _NOUN_AND_PREPOSITION.search(lead):
            return False  # “42% à Saint-Gilles, la ville où le FN…”, not “26% pour le maire de Bordeaux, X”
    towards = reading.grammar.towards.fullmatch(_without_parties(figure.end, option.start, reading))
    if towards and "," in gap and reading.grammar.own_share_next.match(reading.context.text, option.end):
        return False  # “10% d'intentions de vote pour l'élection, X à 7%”
    return towards


def goes_on(gap: str, reading: Reading) -> bool:
    """Whether a comma and a conjunction stand in a gap: *, et*, *, and*."""
    return any(f", {conjunction} " in gap for conjunction in reading.grammar.conjunctions)


def is_announced(figure: Figure, option: Option, reading: Reading) -> bool:
    """``loin devant les 11 % de X``, ``to the 43.1% of X``, ``to the 9,204 of the Green X``: a figure that the article
    announces, and its owner.
    """
    text, grammar = reading.context.text, reading.grammar
    if grammar.announced.search(text, max(figure.start - 16, 0), figure.start) is None:
        return False
    return grammar.whose.fullmatch(_without_parties(figure.end, option.start, reading)) is not None


def _without_parties(start: int, end: int, reading: Reading) -> str:
    """A stretch of text without the parties that qualify somebody: ``for Labour's X``, ``to the Tory X``."""
    text = reading.context.text
    parts, position = [], start
    for mention in reading.context.people.between(start, end):
        if mention.entity.kind == "party":
            parts.append(text[position : mention.start])
            position = mention.end
    parts.append(text[position:end])
    return _SPACES.sub(" ", _POSSESSIVE.sub("", "".join(parts)))


def owns(option: Option, figure: Figure, reading: Reading) -> bool:
    """``to Clinton's 43.1%``, ``to Cole on 16,728``: the option has its own figure just after it."""
    text, own_figure = reading.context.text, reading.grammar.own_figure
    if not figure.unit and (figure.value or 0) >= 1000 and own_figure.fullmatch(text, option.end, figure.start):
        return True
    return (
        re.fullmatch(r"(?:['’]s?)?[\s\u00a0]\(?|\(|[ \u00a0]?:[ \u00a0]", text[option.end : figure.start]) is not None
    )


def begins_line(figure: Figure, text: str) -> bool:
    return _heads_line(text, figure.start)


def is_fronted(figure: Figure, gap: str, reading: Reading) -> bool:
    """``Avec 58% des voix, X…``: a share that opens the sentence goes to the subject that follows it; so does *33,6%
    des voix : X triple son score*.
    """
    lead = reading.context.text[max(reading.sentence_start, figure.start - 40) : figure.start]
    grammar = reading.grammar
    if figure.start == reading.sentence_start and grammar.share_then_colon.fullmatch(gap):
        return True
    opens = grammar.fronting.search(lead) or (figure.unit == "percent" and grammar.fronting_share.search(lead))
    return bool(opens) and grammar.share_then_comma.fullmatch(gap) is not None


def is_linked(option: Option, figure: Figure, reading: Reading) -> bool:
    """``X (23%)``, ``X : 23%``, ``X 23%``, ``X, 23%``, ``X à 23%``."""
    gap = PARENTHESIS.sub("", _without_home(option, figure, reading), count=1)
    if _IN_BRACKETS.fullmatch(gap):
        return True  # X (LR, 21,5%)
    if figure.unit == "percent" and reading.grammar.whose_share.fullmatch(gap):
        return True  # X, dont les 57,2 % …
    if reading.grammar.own_share.fullmatch(gap):
        return True  # X's share, 52.6%
    if option.end < figure.start and gap.strip(" \u00a0") == ",":
        return True
    if _SET_OFF.fullmatch(gap) or _LEADERS.fullmatch(gap):
        return True
    if "seats" in (figure.unit or reading.running_unit) and reading.grammar.in_something.fullmatch(gap):
        return True  # the Liberals in 158 ridings
    return len(gap) < 60 and reading.grammar.linked.fullmatch(gap) is not None


def _without_home(option: Option, figure: Figure, reading: Reading) -> str:
    """What leads from somebody to a figure, without the place that an office before the name is held in: *Gov. X of
    Ohio 25.1*.
    """
    text = reading.context.text
    home = reading.context.people.at(option.end + len(" of "))
    is_home = home is not None and home.entity.kind == "place" and home.end <= figure.start
    if home is None or not is_home or not reading.grammar.of.fullmatch(text, option.end, home.start):
        return text[option.end : figure.start]
    return text[home.end : figure.start] if option.type == "candidate" else text[option.end : figure.start]


def begins_line_option(option: Option, text: str) -> bool:
    return _heads_line(text, option.start)


def _heads_line(text: str, offset: int) -> bool:
    """Whether nothing but bullets and dashes stands before an offset on its line."""
    while offset and text[offset - 1] in " \u00a0-–—•*·>►":
        offset -= 1
    return offset == 0 or text[offset - 1] == "\n"


def nearest_certain(options: list[Option], before: list[int]) -> Option | None:
    for index in reversed(before):
        if options[index].is_certain:
            return options[index]
    return None


def person_for_party(options: list[Option], before: list[int], reading: Reading) -> int:
    """``X conserve la région pour le PS (44,81%)``: the figure is the person's who stands for the party."""
    text = reading.context.text
    party = options[before[-1]]
    lead = text[max(0, party.start - 30) : party.start]
    person = options[before[-2]] if len(before) > 1 else None
    if person is None or person.type != "candidate" or not person.is_certain:
        return before[-1]
    is_set_apart = text[person.start - 1] == "(" and text[person.end : party.start] == ", "  # “(Y, Labour: 21%)”
    if is_set_apart or reading.grammar.standing_for.search(lead):
        return before[-2]
    return before[-1]


def pronoun_for_party(party: Option, reading: Reading) -> Option | None:
    """``She takes the seat for the Lib Dems with 34,559 votes``: the figure is hers."""
    text = reading.context.text
    if not reading.grammar.standing_for.search(text[max(0, party.start - 30) : party.start]):
        return None
    subject = reading.context.references.subject_before(party.start, reading.entry)
    if (
        subject is None
        or subject.entity is None
        or subject.entity.kind != "person"
        or subject.start < reading.sentence_start
    ):
        return None
    return referred(subject.start, subject.end, subject.entity)


def grammatical_subject(options: list[Option], before: list[int], reading: Reading) -> int:
    """Of several options before a verb and its figure, the one that no preposition or verb makes a
    bystander.
    """
    text = reading.context.text
    for index in reversed(before):
        denied = is_denied(options[index], reading)
        if not denied and reading.grammar.own_clause.match(text, options[index].end):
            person = person_for_party(options, [i for i in before if i <= index], reading)
            is_apposed = "," in text[options[person].end : options[index].start]
            return person if is_apposed else index  # “X, soutenu par l'UMP, qui totalise 56%”
        if reading.grammar.possessor.match(text, options[index].end):
            continue  # “the Tories end Labour's control, taking 14”
        lead = max(0, options[index].start - 40)
        floor = max((o.end for o in options if o.end <= options[index].start), default=lead)
        lead = max(lead, floor)
        if not denied and reading.grammar.won_by.search(text, lead, options[index].start):
            return index  # “X is out, but Bath was won by Y, with 47%”
        if not (
            denied
            or (index > before[0] and reading.grammar.inner_subject.search(text, lead, options[index].start))
            or reading.grammar.bystander.search(text, lead, options[index].start)
            or reading.grammar.object_of.search(text, lead, options[index].start)
        ):
            return index
    return before[-1]


def is_denied(option: Option, reading: Reading) -> bool:
    """``X, and not Y, has won``: whether the words before an option deny that it is meant."""
    low = max(reading.sentence_start, option.start - _DENIAL)
    return reading.grammar.denied.search(reading.context.text, low, option.start) is not None


_DENIAL = 20
"""Characters before an option in which words deny that it is meant."""


def outside_clause(options: list[Option], before: list[int], gap: str, reading: Reading) -> int | None:
    """``X, que soutenait Y, à 13,9%``, ``X takes it from Y, who held it under Z: 22,780``: whose a figure is that
    follows a relative clause in which somebody else is named last.
    """
    last = options[before[-1]]
    if ":" in gap and reading.context.text[last.start - 1 : last.start] == "(":
        return None  # “X wins with 62% (Y: 21%)”: whoever stands in the parentheses
    if _OPENS.fullmatch(gap) and (aside := stands_in_aside(last, reading)) is not None:
        if any(row["option"] == last.name for row in reading.rows):
            return None  # who runs too, and has a share of his own
        before_it = [i for i in before[:-1] if options[i].type == "candidate" and options[i].end == aside]
        return before_it[-1] if before_it else None  # “X, que soutenaient Y et Z (24,4 %), …”
    if gap.endswith("(") and not reading.grammar.verb.search(gap):
        return None  # “X, who …, has lost to Y, a former judge (54%)”: behind what is said of Y
    is_told_of_last = reading.grammar.relative.match(reading.context.text, last.end) is not None
    if is_told_of_last and "," not in gap[1:] and ":" not in gap:
        return None  # “X, who …, has been beaten by Y, who received 23,078”
    if "," in gap and (aside := stands_in_aside(last, reading)) is not None:
        beside = (i for i in reversed(before[:-1]) if options[i].end == aside)  # *le RN, avec les amis de Y, 139*
        earlier = (i for i in reversed(before[:-1]) if options[i].type == "candidate" and options[i].end <= aside)
        return next(beside, next(earlier, None))
    goes_on = gap.rpartition(",")[2] if "," in gap else ""
    is_closed = "," in gap and not goes_on.strip()  # “X, who beat Y in 2012, 7.5%”
    if gap.startswith((",", " ,")) or is_closed or ":" in goes_on or reading.grammar.verb.search(goes_on):
        for index in before[:-1]:
            is_candidate = options[index].type == "candidate"
            told = reading.grammar.relative.match(reading.context.text, options[index].end, last.start)
            if told and (is_candidate or reading.grammar.verb.search(gap)):
                return index  # “the Front, which unites A, B and C, managed 28%”
            if is_candidate and reading.grammar.apposed.fullmatch(reading.context.text, options[index].end, last.start):
                return index
    if ":" in gap and _is_embedded(last, reading):
        return next(
            (i for i in before[:-1] if options[i].type == "candidate" and not _is_embedded(options[i], reading)), None
        )
    return None


def stands_in_aside(option: Option, reading: Reading) -> int | None:
    """Where the aside begins in which an option is named beside somebody else: *X, soutenu par Y, s'incline*."""
    low = max(reading.sentence_start, option.start - 90)
    match = reading.grammar.aside_by.search(reading.context.text, low, option.start)
    return match.start() if match is not None else None


_OPENS = re.compile(r"(?:[ \u00a0][a-zà-ÿ-]{2,12}){0,2}[ \u00a0]\(")


def _is_embedded(option: Option, reading: Reading) -> bool:
    phrases = reading.context.references.phrases(option.start, option.end, reading.entry)
    return any(phrase.embedded for phrase in phrases)


def is_beaten(option: Option, start: int, reading: Reading) -> bool:
    """``46,94% face à X``: X has another figure."""
    return (
        reading.grammar.object_of.search(reading.context.text, max(start, option.start - 40), option.start) is not None
    )


def is_set_beside(option: Option, reading: Reading) -> bool:
    """``ahead of X``: somebody whose place only tells that of another."""
    start = max(reading.sentence_start, option.start - 40)
    return reading.grammar.set_beside.search(reading.context.text, start, option.start) is not None


def is_object_of_relative(option: Option, reading: Reading) -> bool:
    """Whether a relative clause between commas ends on an option: *Y, whose leaflets never mentioned X, has won*."""
    sentence = reading.context.references.sentence(option.start, reading.entry)
    place = sentence.index(option.start)
    opening = sentence.tags.rfind(",w", 0, place)
    inside = sentence.tags[opening + 2 : place]
    return opening > 0 and "," not in inside and any(sentence.is_verb(at) for at in range(opening + 2, place))


def is_related(option: Option, reading: Reading) -> bool:
    """``la sœur de X``: X is not the one spoken of."""
    lead = reading.context.text[max(0, option.start - 30) : option.start]
    return reading.grammar.related.search(lead) is not None


def rival_of(option: Option, reading: Reading) -> Option | None:
    """Who stands against an option: the other answer, the other finalist, the only other candidate that the
    post names, or the other of the two people whom the document names far more than anybody else.
    """
    if option.type == "answer":
        return other_answer(option, reading)
    if (other := other_of(option.entity, reading)) is not None:
        return referred(option.start, option.end, other)
    if option.type != "candidate" or option.entity in finalists_of(reading):
        return None
    qualified = reading.context.qualified
    if len(qualified) == 2 and option.entity in qualified:
        return referred(option.start, option.end, qualified[1 - qualified.index(option.entity)])
    leading = reading.context.people.leading_two()
    if option.entity not in leading:
        others = [o for name, o in reading.named.items() if name != option.name and not is_related(o, reading)]
        return others[0] if len(others) == 1 else None
    return referred(option.start, option.end, leading[1 - leading.index(option.entity)])


def finalists_of(reading: Reading) -> list[Entity]:
    """The two people whom a round opposes: those whom the document names most; empty in other contests."""
    liveblog = reading.context.liveblog
    if liveblog.round < 2 or liveblog.election_type not in ("presidential", "primary"):
        return []
    named = reading.context.people.most_named(2)
    return named if len(named) == 2 else []


def other_of(entity: Entity | None, reading: Reading) -> Entity | None:
    """The other of two finalists."""
    finalists = finalists_of(reading)
    return finalists[1 - finalists.index(entity)] if entity in finalists else None


def antecedent(options: list[Option], first: Option, reading: Reading) -> Option | None:
    """Whoever the pronoun before an option stands for, else the subject of the sentence before."""
    subject = reading.context.references.subject_before(first.start, reading.entry)
    if subject is not None and subject.entity is not None and subject.entity is not first.entity:
        if not (subject.entity.is_person or subject.entity.kind == "party"):
            return None  # *Ipsos saw the governor ahead of X*
        return referred(subject.start, subject.end, subject.entity)
    return reading.subject if reading.subject is not None and reading.subject.name != first.name else None


def other_answer(answer: Option, reading: Reading) -> Option | None:
    """The answer that is not the one read, in a referendum with two."""
    section = language(reading.context.language.code)["results"]
    for pair in section["answers"]:
        if answer.name in pair:
            name = pair[1 - pair.index(answer.name)]
            return Option(answer.start, answer.end, name, "answer", None)
    return None


def is_plainly_a_share(figure: Figure, start: int, end: int, reading: Reading) -> bool:
    grammar, text = reading.grammar, reading.context.text
    return (
        grammar.share_of.match(text, figure.end, end) is not None
        or grammar.verb.search(text, max(start, figure.start - 40), figure.start) is not None
        or grammar.versus.match(text, figure.end, end) is not None
        or text[start : figure.start].rstrip().endswith(":")
    )


def _is_named_only_after(entity: Entity, figure: Figure, reading: Reading) -> bool:
    """``34,83% pour l'ancien ministre, …; X, 10,18%``: whoever is named later in a list is somebody else."""
    people, entry = reading.context.people, reading.entry
    if people.is_named(entity, entry.char_start, figure.start):
        return False
    return people.is_named(entity, figure.end + 40, entry.char_end)


def _finalist_after(begin: int, stop: int, reading: Reading) -> Entity | None:
    """The finalist whom a description that nothing explains can only mean, by its gender."""
    finalists = finalists_of(reading)
    told = [*reading.context.references.descriptions(begin, stop, reading.entry)] if finalists else []
    return finalist_meant(*told[0], finalists, reading.context) if told else None


def _is_rival_of_unknown(begin: int, stop: int, reading: Reading) -> bool:
    """``Ipsos crédite le pharmacien de Pau de 54 %, contre 46 % à son adversaire``: whether the owner of a possessive
    is somebody described in its sentence whom nothing explains.
    """
    references, entry = reading.context.references, reading.entry
    own = next((p for p in references.phrases(begin, stop, entry) if p.start == begin), None)
    if own is None or not own.is_possessive:
        return False
    told = [p for p in references.phrases(reading.sentence_start, begin, entry) if not p.is_plural]
    is_described = bool(told) and told[-1].kind == "description" and told[-1].is_definite
    return is_described and references.description(told[-1].start, told[-1].end, entry) is None


def described_after(figure: Figure, end: int, reading: Reading) -> Option | None:
    """``34,83% pour l'ancien ministre``, ``64% pour lui``."""
    text, references = reading.context.text, reading.context.references
    match = reading.grammar.described_after.match(text, figure.end, end)
    if match is None:
        return None
    begin, stop = match.span("phrase")
    if match["phrase"].lower() in reading.grammar.pronoun_genders:
        gender = reading.grammar.pronoun_genders[match["phrase"].lower()]
        entity = references.pronoun(begin, reading.entry, gender) or next(
            (e for e in reading.context.people.most_named(6) if e.gender == gender), None
        )
    elif reading.grammar.winners.search(match["phrase"]) and reading.context.winner is not None:
        entity = reading.context.winner
    elif reading.grammar.losers.search(match["phrase"]) and reading.context.winner is not None:
        entity = other_of(reading.context.winner, reading)
    elif reading.grammar.relation.search(match["phrase"]):
        known = [m.entity for m in reading.context.people.between(begin, stop) if m.entity.kind == "person"]
        entity = other_of(known[0], reading) if known else None
    else:
        if _is_rival_of_unknown(begin, stop, reading):
            return None
        entity = references.description(begin, stop, reading.entry)
        if entity is None or entity not in finalists_of(reading):
            entity = _finalist_after(begin, stop, reading) or entity
        if entity is not None and _is_named_only_after(entity, figure, reading):
            return None
    if entity is None or entity.kind not in ("person", "party", "unknown"):
        return None
    return referred(begin, stop, entity)
