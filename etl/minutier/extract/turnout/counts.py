"""Ballots cast, and polling stations that report."""

from __future__ import annotations

import re

from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.turnout.beside import is_apposed, noun_before, voting_verb
from minutier.extract.turnout.going_on import continued, hours_near, is_at_moment, is_of_roll, topic_before
from minutier.extract.turnout.measuring import measure_of, split_range
from minutier.extract.turnout.reading import ENDS_CLAUSE, Reading
from minutier.extract.turnout.sentences import Sentence
from minutier.extract.turnout.words import SPACE

_FEWEST_VOTERS = 100
"""Below this many, a count tells of some people at a door: an anecdote, not a measure."""
_FEWEST_ELSE = 10_000
"""A smaller number without a unit is none of ballots beside a word of turnout."""
_FEWEST_BARE = 5000
"""A smaller number without a unit goes on with the ballots counted only when it is what they are compared with."""


def read_count(reading: Reading, sentence: Sentence, position: int) -> None:
    """A number of ballots or voters, added to the measures when its words or those before say that it is one."""
    figure, text = sentence.figures[position], reading.text
    highest = figure.value if figure.value is not None else figure.high
    if not figure.unit and _read_signed(reading, sentence, position):
        return
    if _is_part_of_votes(reading, sentence, position):
        return
    if highest is None or not figure.is_whole or highest < 2 or not sentence.is_own_figure(position):
        return
    if reading.words.surveyed.search(text, max(sentence.start, figure.start - _NEAR_SURVEY), figure.start):
        return  # *The institute interviewed 4,000 voters*
    told = _counted_beside(reading, sentence, position)
    if _is_still_out(reading, sentence, position) or _is_whole(reading, sentence, position):
        return
    if told is None and figure.unit != "votes":
        gone_on = continued(reading, sentence, position, "voters")
        if gone_on is None and figure.high_start is not None and sentence.is_rising(position):
            topic = topic_before(reading, sentence, figure.start)
            if topic in ("turnout", "voters") and highest >= _FEWEST_BARE:
                gone_on = "voters", "from_to"
        told = gone_on[1] if gone_on and not reading.words.enrolled.match(text, figure.number_end) else None
        if not figure.unit and highest < _FEWEST_BARE and told != "comparison":
            return
    if told is None or reading.words.surplus.match(text, figure.end):
        return
    if highest < _FEWEST_VOTERS:
        reading.report(
            figure, f"{text[figure.start : figure.end]} is too small a number of voters to be that of an area"
        )
        return
    if figure.high_start is not None and sentence.is_rising(position):
        split_range(reading, sentence, position, "voters")
        return
    values: dict[str, float | int]
    if figure.value is not None:
        values = {"voters": int(figure.value)}
    else:
        values = {"voters_min": int(figure.low or 0), "voters_max": int(figure.high or 0)}
    reading.add(sentence, position, measure_of(reading, sentence, position, "voters", told, values, "voters"))


_NEAR_SURVEY = 40
"""Characters before a number in which it is told that so many have been asked."""


def _read_signed(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout 68.7% (+2.3)``, ``66.2%, up 3.4``: right after a share, a bare number with a sign or a word of rise
    or fall is a change in points.
    """
    figure, previous = sentence.figures[position], sentence.previous_measure(position)
    if previous is None or previous.reported_as not in ("turnout", "abstention") or figure.value is None:
        return False
    sign = _printed_sign(reading, reading.text[sentence.previous_end(position) : figure.start])
    if not sign or figure.value > 100:
        return False
    value = sign * figure.value if previous.kind != "abstention" else -sign * figure.value
    reading.add(
        sentence,
        position,
        measure_of(reading, sentence, position, previous.kind, "change", {"change_points": value}, "change"),
    )
    return True


def _printed_sign(reading: Reading, lead: str) -> int:
    """+1 or -1 where nothing but a sign, or a word of rise or fall, leads to a number; else 0."""
    told = lead.strip(" ,;(\u00a0")
    if told == "+" or reading.words.more.fullmatch(told):
        return 1
    return -1 if told in ("−", "–", "-") or reading.words.less.fullmatch(told) else 0


def _is_still_out(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``360,000 ballots left to open``: counted one day, not a measure of the vote."""
    figure = sentence.figures[position]
    if figure.unit == "voters":
        return False
    noun = reading.words.noun_after.match(reading.text, figure.end)
    return reading.words.not_cast.match(reading.text, noun.end() if noun else figure.end) is not None


def _is_of_primary(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout in Harris County: 322,000 Democrats``: in a primary, the party's people are the voters."""
    figure, topic = sentence.figures[position], topic_before(reading, sentence, sentence.figures[position].start)
    if reading.context.liveblog.election_type != "primary" or figure.unit or topic not in ("turnout", "voters"):
        return False
    after = reading.text[figure.end : figure.end + 40]
    if any(o.type == "party" and _is_label(reading, o, figure) for o in sentence.options):
        return True
    return any(
        o.start == figure.end + 1
        and o.type == "party"
        and after[1 : 1 + o.end - o.start].endswith("s")
        and not reading.words.votes_for.match(reading.text, o.end)
        for o in sentence.options
    )


def _is_label(reading: Reading, party: Option, figure: Figure) -> bool:
    """``Democrats: 171,109``: whose number follows a colon."""
    return party.end <= figure.start and reading.text[party.end : figure.start].strip() == ":"


def _shares_noun(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``282,000 Republican and 268,000 Democratic ballots``: two kinds of one noun."""
    if position + 1 >= len(sentence.figures):
        return False
    figure, following = sentence.figures[position], sentence.figures[position + 1]
    if not reading.words.other_kind.fullmatch(reading.text, figure.end, following.start):
        return False
    noun = reading.words.noun_after.match(reading.text, following.end)
    return noun is not None and noun["voters"] is not None


def _counts_others(reading: Reading, figure: Figure) -> bool:
    """Whether a noun right after a bare number says that it is no number of voters: *80.000 bénévoles*."""
    noun = re.compile(rf"{SPACE}[a-zà-ÿ]{{5,}}s(?!\w)").match(reading.text, figure.end)
    return noun is not None and reading.words.electorate.match(noun[0]) is None


def _is_glossed_as_share(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``17,228,000 voters, or 89.8% of the roll``: a share of all who might vote says what the count is."""
    if position + 1 >= len(sentence.figures):
        return False
    share = sentence.figures[position + 1]
    return share.unit == "percent" and is_apposed(reading, sentence, position + 1) and is_of_roll(reading, share)


def _is_restated(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``38 % ont voté, soit 18 millions d'électeurs``: the count that a share makes, to the end of the clause."""
    figure, previous = sentence.figures[position], sentence.previous_measure(position)
    if previous is None or previous.reported_as != "turnout" or previous.is_baseline:
        return False
    who = reading.words.electors_after.match(reading.text, figure.end)
    lead = sentence.before(position)
    is_told = figure.unit or who
    if ENDS_CLAUSE.match(reading.text, who.end() if who else figure.end) is None:
        return False
    return bool(is_told and lead.rstrip().endswith(":")) or reading.words.also.search(lead) is not None


def _is_part_of_votes(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``175 of the 351 votes cast``: whether a number is of somebody's votes, and the next one of all."""
    after = sentence.figures[position + 1 : position + 2]
    if not after or after[0].unit not in ("votes", "ballots"):
        return False
    return reading.words.part_of.fullmatch(reading.text, sentence.figures[position].end, after[0].start) is not None


def _is_whole(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``402 of his 893 voters had come``, ``35% of the 1.4 million registered``: those who might have voted."""
    if (position - 1) not in sentence.read or sentence.read[position - 1].is_change:
        return False
    return reading.words.whole_of.fullmatch(sentence.before(position)) is not None


def _is_record(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Never have so many people voted: 186,874``: the number behind the colon."""
    lead = reading.text[sentence.start : sentence.figures[position].start].rstrip()
    often = reading.words.so_many.search(lead) if lead.endswith(":") and position == 0 else None
    return often is not None and reading.words.verb.search(lead, often.end()) is not None


def _stands_alone(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout will reach 41.5%. Some 90 million ballots, he thinks.``: a sentence that only says how many, right
    behind a share."""
    figure, text = sentence.figures[position], reading.text
    is_beside = reading.topic in ("turnout", "abstention") and reading.topic_age == 0 and reading.has_main()
    if not is_beside or len(sentence.figures) > 1 or (figure.value or figure.high or 0) < _FEWEST_ELSE:
        return False
    told = reading.words.reckoned_by.match(text, figure.end)
    end = told.end() if told is not None else figure.end
    lead = text[sentence.start : figure.start].split()
    return len(lead) <= figure.is_approximate and text[end : sentence.end].strip() in ("", ".")


_AUXILIARY = 14
"""Characters of an auxiliary, and an adverb, between a party and what it has gathered."""
_FEWEST_IN_PRIMARY = 10_000
"""Those who take part in a primary, rather than in a meeting."""


def _counted_beside(reading: Reading, sentence: Sentence, position: int) -> str | None:
    """The rule by which the words beside a number make it one of ballots cast."""
    figure, words, text = sentence.figures[position], reading.words, reading.text
    printed = text[figure.number_end : figure.end]
    after = text[figure.end : min(sentence.end, figure.end + 60)]
    noun = words.noun.search(printed + after) if printed else words.noun_after.match(after)
    if noun and noun["voters"] and noun.start() <= max(6, len(printed)):
        return "noun_after"
    if not figure.unit and _shares_noun(reading, sentence, position):
        return "noun_after"
    closing = words.unquoted.match(after)
    if closing and (quoted := words.noun.match(after, closing.end())) and quoted["voters"]:
        return "noun_after"
    if kind := voting_verb(reading, sentence, position):
        if kind == "abstention":
            reading.report(figure, "those who did not vote are no number of voters")
        return "voting_verb" if kind == "voters" else None
    is_primary = reading.context.election_type == "primary" and (figure.value or figure.high or 0) >= _FEWEST_IN_PRIMARY
    if is_primary and figure.unit == "voters" and words.electors.search(printed):
        return "noun_after"  # 1,6 million de participants
    if _is_record(reading, sentence, position):
        return "voting_verb"
    lead = text[max(sentence.start, figure.start - 60) : figure.start]
    who = words.electors.search(printed) if printed else words.electors_after.match(text, figure.end)
    named = who is not None and not sentence.is_option_near(figure.end, figure.end + 8)
    goes_on = words.votes_for.match(text, figure.end) or words.at_event.match(text, figure.end)
    gathers = words.gathering.search(lead) if named and not goes_on else None
    if gathers is not None and not words.contender.search(lead):
        verb = figure.start - len(lead) + gathers.start()
        if not any(o.type in ("party", "list") and 0 <= verb - o.end < _AUXILIARY for o in sentence.options):
            return "gathering"  # not “le RN a déjà rassemblé 8,6 millions de bulletins”
    if named and not goes_on and words.had.search(lead) and words.so_far.match(text, figure.end):
        return "gathering"
    drawn = words.gathering.search(lead) and words.electorate.match(text, figure.end)
    if (named or drawn) and _is_glossed_as_share(reading, sentence, position):
        return "share_of_electorate"
    is_count = figure.unit in ("voters", "ballots") or (not figure.unit and (figure.value or 0) >= _FEWEST_ELSE)
    if (named or is_count) and _is_restated(reading, sentence, position):
        return "share_of_electorate"
    if figure.unit == "ballots" and not goes_on and len(sentence.figures) > 1 and words.out_of.search(lead):
        return "out_of"
    if _is_of_primary(reading, sentence, position):
        return "party_voters"
    if figure.unit in ("voters", "ballots") and named and is_at_moment(reading, sentence, position):
        return "moment"
    if figure.unit == "ballots" and _stands_alone(reading, sentence, position):
        return "noun_after"
    if figure.unit == "votes" and hours_near(reading, sentence, position) and is_at_moment(reading, sentence, position):
        return "moment"
    if figure.unit == "votes":
        return None
    before = noun_before(reading, sentence, position)
    if before and (
        before[0] == "voters" or (figure.unit == "voters" and words.electorate.match(printed + " ") is None)
    ):
        return before[1]
    if (
        before
        and before[0] == "turnout"
        and figure.unit in ("", "ballots")
        and not _counts_others(reading, figure)
        and figure.value
        and figure.value >= _FEWEST_ELSE
        and (figure.unit or words.noun.search(text, max(sentence.start, figure.start - 60), figure.start))
    ):
        return before[1]
    return None


def read_stations(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Sur 75% des bureaux de vote``: how much of the vote a figure rests on."""
    figure, text, words = sentence.figures[position], reading.text, reading.words
    after = text[figure.end : min(sentence.end, figure.end + 60)]
    lead = text[sentence.previous_end(position) : figure.start]
    on = words.on_stations.search(lead) is not None
    last = next((r for p, r in sorted(sentence.read.items(), reverse=True) if not r.is_change), None)
    if figure.unit == "stations":
        if not on or figure.value is None:
            return figure.unit == "stations"
        share, units = None, int(figure.value)
    elif (
        figure.unit in ("percent", "ratio")
        and figure.value is not None
        and (
            words.stations.match(after)
            or (
                on
                and last is not None
                and sentence.station_figures
                and not words.noun_after.match(after)
                and lead.strip().count(" ") <= 4
                and not words.electorate.match(after)
            )
        )
    ):
        share, units = figure.value, None
    else:
        return False
    sentence.station_figures.add(position)
    if last is None:
        sentence.pending_pct = share if share is not None else sentence.pending_pct
        sentence.pending_units = units if units is not None else sentence.pending_units
    else:
        last.reporting_pct = share if share is not None else last.reporting_pct
        last.sub_units_reported = units if units is not None else last.sub_units_reported
    return True
