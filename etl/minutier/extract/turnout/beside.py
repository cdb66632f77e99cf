"""The measure that the words right beside a figure name: a noun of turnout, a verb of voting."""

from __future__ import annotations

import re

from minutier.extract.numbers import Figure
from minutier.extract.turnout.reading import ENDS_CLAUSE, MOMENT_NEAR, Reading
from minutier.extract.turnout.sentences import Sentence, bare
from minutier.extract.turnout.words import Kind, kind_of

_BULLET = re.compile(r"^\s*[-–—•·*►]\s*")
_FORESEEN = 40
"""Characters before a figure in which it is told that somebody expects it."""
_ASIDE = re.compile(r",[^,;:.]{1,60},")


def said_beside(reading: Reading, sentence: Sentence, position: int) -> tuple[Kind, str] | None:
    """The measure that the words right beside a figure name: a noun after or before it, a verb of voting."""
    figure, words = sentence.figures[position], reading.words
    after = reading.text[figure.end : min(sentence.end, figure.end + 160)]
    if is_other_share(reading, after) or is_supposed(reading, sentence, position):
        return None
    match = words.noun_after.match(after) if figure.unit != "ratio" else None
    if match:
        end = figure.end + match.end()
        if not (match["voters"] and sentence.is_option_near(end, end + 3)):
            return kind_of(match), "noun_after"
    if kind := voting_verb(reading, sentence, position):
        return kind, "voting_verb"
    if figure.unit == "ratio":
        return None
    if _is_of_voting_place(reading, sentence, position):
        return "turnout", "voting_place"
    return noun_before(reading, sentence, position) or _noun_told(reading, sentence, position)


def is_other_share(reading: Reading, after: str) -> bool:
    """Whether the words behind a figure make it a share of something else than the vote."""
    if reading.words.subgroup.match(after):
        return True  # voters of a party, of an age…
    match = reading.words.other_share.match(after)
    return match is not None and not reading.words.noun_after.match(after)


def is_supposed(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``si la participation atteint 50%``, ``a turnout of 40% is needed``: nobody measured it."""
    figure = sentence.figures[position]
    floor = max(sentence.previous_end(position), sentence.clause_start(figure.start))
    return reading.words.supposed.search(reading.text, floor, sentence.near_end(position)) is not None


def _noun_told(reading: Reading, sentence: Sentence, position: int) -> tuple[Kind, str] | None:
    """``At 57.6%, turnout is down``, ``51,4 % : c'est la participation``; ``On a voté à 80 %``."""
    figure, words = sentence.figures[position], reading.words
    clause = sentence.clause_start(figure.start)
    lead = reading.text[clause : figure.start]
    if words.abstained_at.search(lead) and not sentence.has_option(clause, sentence.near_end(position)):
        return "abstention", "voted_at"
    if words.voted_at.search(lead) and not words.votes_for.match(reading.text, figure.end):
        return None if sentence.has_option(clause, sentence.near_end(position)) else ("turnout", "voted_at")
    match = words.noun_told.match(reading.text, figure.end, sentence.next_start(position))
    if (
        match is None
        or sentence.has_option(clause, figure.start)
        or (bare(lead) and not words.opening.fullmatch(_BULLET.sub("", lead)))
    ):
        return None
    return ("turnout" if match["voters"] else kind_of(match)), "noun_after"


def _is_of_voting_place(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``La Creuse (41 %) vote deux fois plus que Paris``: the share in parentheses between a place and its verb."""
    figure, text = sentence.figures[position], reading.text
    if text[figure.start - 1] != "(" or text[figure.end : figure.end + 1] != ")":
        return False
    if reading.words.place_votes.match(text, figure.end + 1, sentence.end) is None:
        return False
    return sentence.area_before(position) is not None


def voting_verb(reading: Reading, sentence: Sentence, position: int) -> Kind | None:
    """``42% des inscrits ont voté``, ``75% turned out``: who and did, in one clause, for nobody in particular."""
    figure, words = sentence.figures[position], reading.words
    limit = min(sentence.next_start(position), figure.end + 130)
    match = words.verb.search(reading.text, figure.end, limit)
    if match is None:
        return _voting_verb_apart(reading, sentence, position)
    if figure.unit == "ratio" and words.section_of_voters.search(reading.text, figure.start, figure.end):
        return None
    gap = reading.text[figure.end : match.start()]
    if is_apposed(reading, sentence, position):
        tail = words.electorate.match(gap)
        closing = tail.end() if tail else 0
        gap = gap[:closing] + gap[closing:].lstrip("),–—")
    headed = words.share_told.match(gap) if figure.start == sentence.start else None
    gap = gap[headed.end() :] if headed else gap  # *28,23 % : voilà la part d'inscrits qui avaient voté à midi*
    if re.search(r"[;:()\n]|\.\s", gap):
        return None
    who = words.electorate.match(gap)
    if words.subgroup.match(gap) or (who and words.subgroup.match(gap, who.end())):
        return None
    if who is None and (not _is_short(gap, figure) or _is_told_of_part(reading, sentence, position)):
        return None
    lead = words.among.match(reading.text, sentence.start)
    if lead is not None and words.section_of_voters.search(reading.text, lead.start(), figure.start):
        return None  # *parmi les moins de 25 ans, 83 % se sont abstenus*
    if who is not None and len(gap) - who.end() > 60:
        return None
    goes_on = words.votes_for.match(reading.text, match.end()) or words.at_event.match(reading.text, match.end())
    if match["voted"] and goes_on:
        return None
    if match["did_so"] and not words.may_vote.search(reading.text, sentence.start, match.start()):
        return None
    expected_from = max(sentence.start, figure.start - _FORESEEN)
    if match["foreseen"] and not words.projection.search(reading.text, expected_from, figure.start):
        return None
    if sentence.is_option_near(match.end(), match.end() + 8):
        return None
    if sentence.has_option(figure.end + (who.end() if who else 0), match.start(), strict=True):
        return _primary_voters(reading, sentence, position, match)
    is_broken = words.breaker.search(gap, who.end() if who else 0) is not None
    if is_broken and not headed and not _is_told_who(reading, sentence, position, match):
        return None
    if match["abstained"]:
        return "abstention"
    return "turnout" if figure.unit in ("percent", "ratio") else "voters"


def _is_told_of_part(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``54% of his voters chose the left, 29% stayed at home``: whether the share before is one of a part of the
    voters, and a comma or *and* goes on from it."""
    if position == 0:
        return False
    previous, start = sentence.figures[position - 1], sentence.figures[position].start
    between = reading.text[previous.end : start]
    return reading.words.goes_on.search(between.rstrip()) is not None and is_other_share(reading, between)


def _is_told_who(reading: Reading, sentence: Sentence, position: int, verb: re.Match[str]) -> bool:
    """``Ce sont 38 % des inscrits qui ont voté.``: who voted, told by a clause that ends on its verb."""
    figure = sentence.figures[position]
    lead = reading.text[sentence.clause_start(figure.start) : figure.start]
    if reading.words.told_who.search(lead) is None:
        return False
    return ENDS_CLAUSE.match(reading.text, verb.end()) is not None or any(
        verb.end() <= m.start <= verb.end() + MOMENT_NEAR for m in sentence.moments
    )


def _primary_voters(reading: Reading, sentence: Sentence, position: int, verb: re.Match[str]) -> Kind | None:
    """``322,000 Democrats had voted``: in a primary, the party's people are the voters."""
    figure = sentence.figures[position]
    if reading.context.liveblog.election_type != "primary" or figure.unit or verb["abstained"]:
        return None
    who = reading.text[figure.end : verb.start()].strip()
    is_party = any(
        o.start <= figure.end + 1 and reading.text[o.start : o.end] == who and who.endswith("s")
        for o in sentence.options
    )
    return "voters" if is_party else None


def is_apposed(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``2.3 million people, or 64% of those registered, …``: the same voters in another measure, between commas."""
    if position == 0:
        return False
    one, other = sentence.figures[position - 1], sentence.figures[position]
    gap = reading.text[one.end : other.start]
    who = reading.words.electorate.match(gap)
    rest = gap[who.end() :] if who else gap
    return one.unit != other.unit and reading.words.apposed.fullmatch(rest) is not None


def _voting_verb_apart(reading: Reading, sentence: Sentence, position: int) -> Kind | None:
    """The verb behind the figure that stands between commas, or behind the number that a count is part of."""
    figure, words = sentence.figures[position], reading.words
    if position + 1 >= len(sentence.figures):
        return None
    following = sentence.figures[position + 1]
    gap = reading.text[figure.end : following.start]
    who = words.electorate.match(gap)
    is_part = figure.value is not None and following.value is not None and figure.value < following.value
    is_part = is_part and words.whole_of.fullmatch(gap) is not None
    if not is_part and not is_apposed(reading, sentence, position + 1):
        return None
    start = following.end
    if (tail := words.electorate.match(reading.text, start)) or (
        is_part
        and (tail := re.compile(r"\s[^\W\d_]+").match(reading.text, start))
        and not words.verb.match(reading.text, start + 1)
    ):
        start = tail.end()
    start += len(re.compile(r"[\s),–—]*").match(reading.text, start)[0])  # type: ignore[index]
    match = words.verb.search(reading.text, start, min(sentence.next_start(position + 1), start + 40))
    if match is not None and re.search(r"[,;:()]", reading.text[start : match.start()]):
        match = None
    if (
        match is None
        or sentence.has_option(start, match.start(), strict=True)
        or (match["voted"] and words.votes_for.match(reading.text, match.end()))
    ):
        return None
    if not (who or is_part or figure.unit in ("voters", "ratio")):
        return None
    if match["abstained"]:
        return "abstention"
    return "turnout" if figure.unit in ("percent", "ratio") else "voters"


def noun_before(reading: Reading, sentence: Sentence, position: int) -> tuple[Kind, str] | None:
    """``La participation s'établit à 41,6%``, ``Turnout: 64.8%``, ``ballots cast: 33,577,342``."""
    figure, words = sentence.figures[position], reading.words
    floor = sentence.previous_end(position)
    nouns = list(words.noun.finditer(reading.text, max(floor, figure.start - 200), figure.start))
    if not nouns:
        return None
    noun = nouns[-1]
    gap = reading.text[noun.end() : figure.start]
    if len(gap) > 110 or ";" in gap or not sentence.is_same_speech(noun.start(), figure.start):
        return None
    if (
        words.section_of_voters.search(gap)
        or words.other_subject.search(_ASIDE.sub(" ", gap))
        or words.milestone.search(reading.text, noun.end(), sentence.near_end(position))
        or sentence.has_option(noun.end(), figure.start, strict=True)
    ):
        return None
    if is_done_by_somebody(reading, sentence, noun):
        return None
    among = words.among.match(reading.text, sentence.start)
    floor = sentence.start if among else sentence.clause_start(noun.start())
    if words.section_of_voters.search(reading.text, floor, noun.start()):
        return None
    if sentence.is_option_near(figure.end, figure.end + 3) and not words.noun_after.match(reading.text, figure.end):
        return None
    if re.match(r"(?:\s+\w+){0,2}\s*$", gap[: joint.start()] if (joint := words.new_member.search(gap)) else "?"):
        return None
    return kind_of(noun), "noun_before"


def is_done_by_somebody(reading: Reading, sentence: Sentence, noun: re.Match[str]) -> bool:
    """``Anne Petit a davantage mobilisé``, ``on a le plus voté blanc``: for whom, not how many."""
    if reading.words.verbal.search(noun[0]) is None:
        return False
    if sentence.has_option(sentence.clause_start(noun.start()), noun.start(), strict=True):
        return True
    is_named = reading.text[noun.end() + 1 : noun.end() + 2].isupper()
    return is_named or reading.words.votes_for.match(reading.text, noun.end()) is not None


def _is_short(gap: str, figure: Figure) -> bool:
    """A few small words between a figure and its verb: ``46 million Americans voted``, ``45% seulement ont voté``."""
    limit = 3 if figure.unit in ("voters", "ballots", "votes", "") else 2
    return len(gap.split()) <= limit and re.fullmatch(r"[\w\s’'-]*", gap) is not None
