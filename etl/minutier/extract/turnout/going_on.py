"""Turnout has just been spoken of, and a figure goes on: another area, an earlier election, a pronoun, a heading."""

from __future__ import annotations

import re

from minutier.extract.moments import Moment
from minutier.extract.numbers import Figure
from minutier.extract.turnout.beside import is_apposed, is_done_by_somebody, is_other_share, is_supposed
from minutier.extract.turnout.measures import Measure
from minutier.extract.turnout.reading import ENDS_CLAUSE, MOMENT_FAR, MOMENT_NEAR, RESTATES, Reading
from minutier.extract.turnout.sentences import Sentence, bare
from minutier.extract.turnout.words import Kind, kind_of

_OWNED = 3
"""The length of what makes a place own its figure, space included: *Scotland’s 71%*."""


def topic_before(reading: Reading, sentence: Sentence, offset: int) -> Kind | None:
    """The measure last named before an offset, in the sentence or the ones before."""
    nouns = [
        m
        for m in reading.words.noun.finditer(reading.text, sentence.start, offset)
        if sentence.is_narrated(m.start()) and not is_done_by_somebody(reading, sentence, m)
    ]
    reads = [r for r in sentence.read.values() if r.end <= offset]
    if nouns and (not reads or nouns[-1].start() > reads[-1].start):
        return kind_of(nouns[-1])
    return reads[-1].kind if reads else reading.topic


def continued(reading: Reading, sentence: Sentence, position: int, family: str) -> tuple[Kind, str] | None:
    """The measure that a figure without words of its own goes on with, and the rule that tells.

    ``family`` is what the figure can be by its unit: turnout for a share, voters for a count.
    """
    figure = sentence.figures[position]
    previous = sentence.previous_measure(position)
    if not sentence.is_narrated(figure.start):
        return None
    if is_other_share(reading, reading.text[figure.end : figure.end + 60]):
        return (previous.kind, "area") if previous and sentence.is_of_area(position) else None
    if _is_of_the_vote(reading, sentence, position) or is_supposed(reading, sentence, position):
        return None
    if reading.words.milestone.search(sentence.before(position)):
        return None
    if family == "voters" and reading.words.not_cast.match(sentence.before(position).lower()):
        return None  # *Rejected: 25,359*
    asked: Kind | None = "turnout" if (reading.asked, family) == ("voters", "turnout") else reading.asked
    topic = previous.kind if previous else topic_before(reading, sentence, figure.start) or asked
    if (topic, family, previous) == ("voters", "turnout", None):
        topic = reading.shared or topic
    elif (topic, family) == ("voters", "turnout"):  # *67.3%, or 32 million ballots, below the 68.8% of 2017*
        levels = [m.kind for m in sentence.read.values() if m.kind != "voters" and not m.is_change]
        topic = levels[-1] if levels else topic
    if family == "turnout" and is_at_moment(reading, sentence, position):
        return topic or "turnout", "moment"
    beside = position > 0 and previous is None and sentence.figures[position - 1].unit == "percent"
    if (
        family == "turnout"
        and not beside
        and is_of_roll(reading, figure)
        and not sentence.has_option(sentence.start, sentence.end)
        and (previous is not None or not is_apposed(reading, sentence, position))
        and (previous is not None or not reading.words.stands_for.search(sentence.before(position)))
    ):
        return topic if topic in ("turnout", "abstention") else "turnout", "share_of_electorate"
    if topic is None:
        return None
    if family == "turnout" and is_of_electorate(reading, sentence, position, topic):
        return ("turnout" if topic == "voters" else topic), "share_of_electorate"
    if family == "turnout" and previous is not None and _is_share_of_count(reading, sentence, position, previous):
        return "turnout", "precise"
    if not _fits(topic, family, previous) and not _is_count_of_then(reading, sentence, position, family):
        return None
    rule = _linked(reading, sentence, position, previous) or _standing(reading, sentence, position, previous, family)
    topic = "voters" if family == "voters" else topic
    if rule is None and reading.asked is not None and position == 0:
        rule = "answer"
    return (topic, rule) if rule else None


def _fits(topic: Kind, family: str, previous: Measure | None) -> bool:
    """Whether a share or a count can go on with a measure: a count only with counts, a share with shares."""
    if family == "voters":
        return topic == "voters" or previous is not None
    return topic != "voters" or (previous is not None and previous.reported_as != "voters")


def _is_share_of_count(reading: Reading, sentence: Sentence, position: int, count: Measure) -> bool:
    """``Ils étaient 106 622 au premier tour (86,91 %)``: the share in parentheses right behind a count or its date."""
    figure, text = sentence.figures[position], reading.text
    before = sentence.before(position)
    if count.reported_as != "voters" or not before.endswith("(") or text[figure.end : figure.end + 1] != ")":
        return False
    dates = [r for r in sentence.references if count.end <= r.start and r.end <= figure.start]
    told = text[dates[0].start : dates[-1].end] if dates else ""
    return len(before.replace(told, "").strip(" (").split()) <= 1


def _is_count_of_then(reading: Reading, sentence: Sentence, position: int, family: str) -> bool:
    """``soit 85,41 %. Ils étaient 106 622 au premier tour``: the voters of then, after those of now as a share."""
    if family != "voters" or position > 0 or not any(m.reported_as == "voters" for m in reading.measures):
        return False
    lead = bare(reading.text[sentence.start : sentence.figures[0].start])
    return len(lead.split()) <= 3 and reading.words.count_pronoun.match(lead) is not None


def _is_of_the_vote(reading: Reading, sentence: Sentence, position: int) -> bool:
    """Whether an option, a word of results or a part of the voters stands before a figure."""
    figure, floor = sentence.figures[position], sentence.previous_end(position)
    previous = sentence.previous_measure(position)
    if previous is not None and previous.rule.endswith(("party_voters", "voting_verb")):
        floor = max([floor, *(o.end for o in sentence.options if o.start == floor + 1 and o.type == "party")])
    if sentence.has_option(floor, figure.start) or sentence.is_option_near(figure.end, figure.end + 5):
        return True
    if reading.words.section_of_voters.search(reading.text, max(sentence.start, figure.start - 60), figure.start):
        return True
    clause = max(floor, sentence.clause_start(figure.start))
    if reading.words.pronoun.match(reading.text[clause : figure.start].lstrip(" ,")):
        floor = clause  # *In Eastwood, where three parties think they can win, it is 66%*
    other = reading.words.other_subject.search(reading.text, floor, figure.start)
    if other is None:
        return False
    ranked = reading.words.rank.search(other[0]) is not None and (
        sentence.previous_measure(position) is not None
        or is_told_of(reading, sentence, other.start())
        or _is_of_ranked_place(reading, sentence)
    )
    return not ranked or sentence.has_option(sentence.start, sentence.end)


def _is_of_ranked_place(reading: Reading, sentence: Sentence) -> bool:
    """``… turnout. Leeds leads the northern seats with 61%``: right after a word of turnout, nobody but a place."""
    if reading.topic is None or reading.topic_age > 0 or sentence.options:
        return False
    return any(sentence.is_place(m) for m in sentence.mentions)


def is_told_of(reading: Reading, sentence: Sentence, offset: int) -> bool:
    """Whether a word of turnout stands in the sentence before an offset."""
    return reading.words.noun.search(reading.text, sentence.start, offset) is not None


def is_of_electorate(reading: Reading, sentence: Sentence, position: int, topic: Kind | None) -> bool:
    """``131 million people voted, or 56.9% of those eligible``: the same voters, as a share."""
    figure = sentence.figures[position]
    if sentence.previous_measure(position) is None:
        return False
    if (
        topic == "voters"
        and sentence.before(position).strip() == "("
        and reading.text[figure.end : figure.end + 1] == ")"
    ):
        return True
    is_restated = topic == "voters" and reading.words.restates.search(sentence.before(position)[-RESTATES:])
    if is_restated and ENDS_CLAUSE.match(reading.text, figure.end):
        return True  # voted by noon, or 22.15%.
    who = reading.words.electorate.match(reading.text, figure.end)
    if who is None or reading.words.continues.match(reading.text, who.end()):
        return False
    return topic == "voters" or len(sentence.before(position)) < 30


def _linked(reading: Reading, sentence: Sentence, position: int, previous: Measure | None) -> str | None:
    """The rule that ties a figure to the one before it: compared, made precise, reached, from another source."""
    words, before = reading.words, sentence.before(position)
    follows = previous is not None or _opens(reading, sentence, position)
    if follows and sentence.past(position, has_main=reading.has_main()) is not None:
        return "comparison"
    if previous is None:
        return None
    if previous.is_change and before.strip() == ":":
        return "level"
    if previous.is_rough and not previous.is_change and before.rstrip().endswith(("(", ":", "–", "—")):
        return "precise"
    if not previous.is_change and words.to.fullmatch(before) and sentence.is_rising(position - 1):
        previous.is_baseline, previous.round = True, 0
        return "from_to"
    if (previous.is_baseline or previous.is_change) and len(before) <= 60 and words.reaching.search(before):
        return "level"
    if previous.is_baseline and _is_of_now(reading, sentence, position):
        return "level"
    if len(before) <= _TO_SOURCE and sentence.names_source(
        sentence.previous_end(position), sentence.near_end(position)
    ):
        return "other_source"
    return None


_TO_SOURCE = 42
"""Characters between two figures within which another institute gives the second: *, Elabe donne une fourchette de*."""


def _is_of_now(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``35% in 2015 and 40% tonight``, ``79 % au premier tour et 74 % au second``: no longer of the past."""
    end = sentence.figures[position].end
    if reading.words.now.match(reading.text, end):
        return True
    is_of_night = not any(r.is_of_other_contest for r in sentence.references)
    return is_of_night and reading.words.second.match(reading.text, end) is not None


def _opens(reading: Reading, sentence: Sentence, position: int) -> bool:
    """Whether nothing but stations, changes and figures read comes before a figure in its sentence."""
    return all(
        sentence.figures[p].unit in ("points", "ratio") or p in sentence.read or p in sentence.station_figures
        for p in range(position)
    )


def _standing(reading: Reading, sentence: Sentence, position: int, previous: Measure | None, family: str) -> str | None:
    """The rule by which a figure stands for what was last spoken of: an area, a pronoun, an hour, a heading."""
    figure, near_end = sentence.figures[position], sentence.near_end(position)
    if family == "turnout" and _is_share_of_others(reading, sentence, position):
        return None
    if sentence.area_after(position) is not None:
        return "area"
    is_subject = family == "turnout" and reading.words.continues.match(reading.text, figure.end) is not None
    owned = reading.words.possessive.fullmatch(reading.text, figure.start - _OWNED, figure.start) is not None
    if sentence.area_before(position) is not None and (owned or not is_subject):
        return "area"
    floor = max(sentence.previous_end(position), sentence.clause_start(figure.start))
    clause = reading.text[floor : figure.start]
    pronoun = reading.words.pronoun if family == "turnout" else reading.words.count_pronoun
    if pronoun.search(clause) and len(clause) <= 90:
        return "pronoun"
    if any(figure.end <= m.start < near_end for m in sentence.moments):
        return "moment"
    if family == "turnout" and sentence.is_nationwide(position):
        return "area"
    if family == "turnout" and position == 0 and _is_ranked(reading, sentence, position):
        return "ranked"
    if family == "turnout" and position == 0 and _is_said_next(reading, sentence, position):
        return "other_source"
    return "heading" if previous is None and _is_under_heading(reading, sentence, position, family) else None


def _is_under_heading(reading: Reading, sentence: Sentence, position: int, family: str) -> bool:
    """Whether a figure stands by itself: ``34,67 % exactement``, but neither ``40% of cases`` nor ``Smith 51%``."""
    figure, near_end = sentence.figures[position], sentence.near_end(position)
    if reading.words.of_whom.match(reading.text, figure.end, near_end) or not sentence.heads(position):
        return False
    is_subject = reading.words.continues.match(reading.text, figure.end, near_end) is not None
    if is_subject and (family == "voters" or bare(reading.text[sentence.start : figure.start])):
        return False
    if family == "turnout" and any(o.end <= figure.start for o in sentence.options):
        return False
    lead = bare(sentence.before(position))
    return position == 0 or position - 1 in sentence.station_figures or not lead or lead.endswith(":")


def _is_share_of_others(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``12% of cases``: a share of those who might not have voted."""
    figure = sentence.figures[position]
    if reading.words.of_whom.match(reading.text, figure.end) is None or sentence.area_after(position) is not None:
        return False
    return reading.words.electorate.match(reading.text, figure.end) is None


def _is_said_next(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout!  The council says 64.8%``, ``Ipsos is a bit lower, at 68.5%``: right after a word of turnout."""
    if sentence.options or reading.topic_age > 1:
        return False
    figure = sentence.figures[position]
    if reading.words.continues.match(reading.text, figure.end):
        return False
    if reading.topic_age == 0 and reading.words.said.search(reading.text, sentence.start, figure.start):
        return True
    first = next(iter(sentence.mentions), None)
    opens = first is not None and first.entity.kind == "pollster" and first.start - sentence.start <= 1
    return opens and figure.start - sentence.start <= MOMENT_FAR


def _is_ranked(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``The Gers is again the keenest, with 36.2%``: who votes most or least, right after a word of turnout."""
    if reading.topic_age > 0 or sentence.has_option(sentence.start, sentence.end):
        return False
    return reading.words.rank.search(reading.text, sentence.start, sentence.near_end(position)) is not None


def is_at_moment(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``26,63 % à midi``: nothing but turnout is measured while people vote."""
    figure, near_end = sentence.figures[position], sentence.near_end(position)
    hours = [m for m in sentence.moments if m.clock.hour < reading.words.closing]
    if not hours or sentence.has_option(sentence.start, sentence.end):
        return False
    if near := hours_near(reading, sentence, position):
        answers = reading.words.votes_for.match(reading.text, near[0].end) is not None
        return not answers and (
            reading.topic is not None or _leads_to_share(reading, sentence, sentence.start, position)
        )
    place = sentence.area_after(position)
    if any(figure.end <= m.start < near_end for m in hours):
        return place is not None or is_of_roll(reading, figure)
    if position == 0 and any(
        m.end <= figure.start and _leads_to_share(reading, sentence, m.end, position) for m in hours
    ):
        ended = not reading.text[figure.end : near_end].strip()
        return ended or place is not None or is_of_roll(reading, figure)
    return False


def hours_near(reading: Reading, sentence: Sentence, position: int) -> list[Moment]:
    """The hours, before the polls close, right after a figure."""
    end = sentence.figures[position].end
    merely = reading.words.merely.match(reading.text, end, sentence.end)
    end = merely.end() if merely else end
    return [m for m in sentence.moments if end <= m.start <= end + MOMENT_NEAR and m.clock.hour < reading.words.closing]


def is_of_roll(reading: Reading, figure: Figure) -> bool:
    """``27 percent of registered voters``, with no verb of theirs; ``sur 99 % des inscrits`` is a count."""
    if reading.words.on_stations.search(reading.text, max(0, figure.start - 20), figure.start):
        return False
    if reading.words.contender.search(reading.text, max(0, figure.start - 30), figure.start):
        return False  # *tout candidat ayant dépassé 12,5 % des inscrits*
    return reading.words.of_roll.match(reading.text, figure.end) is not None


def _leads_to_share(reading: Reading, sentence: Sentence, start: int, position: int) -> bool:
    """``At 7pm the figure was 47%``, ``By 7pm: Cork 47%``: nothing else has the share that follows an hour."""
    figure = sentence.figures[position]
    lead = reading.text[start : figure.start]
    if re.search(r"[.;()«»\"“”]", lead):
        return False
    if sentence.area_before(position) is not None and len(lead) <= 3 * MOMENT_FAR:
        return reading.words.other_subject.search(lead) is None
    if reading.words.announced.match(lead):
        return True
    lead = lead[lead.rfind(":") + 1 :]
    return not bare(lead).strip(" ,") or (len(lead) <= MOMENT_FAR and reading.words.pronoun.search(lead) is not None)
