"""A figure of participation made a measure: its contest, area, hour, stage and source."""

from __future__ import annotations

import re
from decimal import Decimal

from minutier.extract.comparisons import Reference
from minutier.extract.moments import Moment, instant
from minutier.extract.numbers import Figure
from minutier.extract.turnout.measures import Measure
from minutier.extract.turnout.reading import RULE, Reading
from minutier.extract.turnout.sentences import Area, Sentence, first_break
from minutier.extract.turnout.words import SPACE, Kind


def measure_of(
    reading: Reading,
    sentence: Sentence,
    position: int,
    kind: Kind,
    rule: str,
    value: dict[str, float | int],
    reported_as: str,
) -> Measure:
    """The figure at a position of a sentence as a measure of ``kind``, with all that its sentence says of it."""
    figure = sentence.figures[position]
    measure = Measure(
        figure.start,
        figure.end,
        kind,
        RULE + rule,
        value,
        sentence.index,
        reported_as,
        is_approximate=figure.is_approximate,
    )
    past = None if reported_as == "change" else sentence.past(position, has_main=reading.has_main())
    if past is not None:
        measure.is_baseline = True
        measure.round = sentence.round_of(past, position)
        measure.is_of_other_contest = isinstance(past, Reference) and past.is_of_other_contest
    elif rule == "precise" and (rough := sentence.previous_measure(position)) is not None and rough.is_baseline:
        measure.is_baseline, measure.round = True, rough.round
        measure.is_of_other_contest = rough.is_of_other_contest
    elif rule == "heading" and (told := _past_told_roughly(reading, sentence, position)) is not None:
        measure.is_baseline, measure.round = True, told.round
        measure.is_of_other_contest = told.is_of_other_contest
    else:
        measure.round = reading.context.counted_round
    measure.area = sentence.area_before(position) if rule == "voting_place" else sentence.area_of(position)
    if measure.area is None and rule == "moment" and _follows_voting_place(reading, sentence, position):
        measure.area = _last_place(reading, sentence, position)
    measure.is_nationwide = measure.area is None and sentence.is_nationwide(position)
    situate(reading, sentence, measure, sentence.previous_end(position), figure.end, sentence.next_start(position))
    if sentence.pending_pct is not None or sentence.pending_units is not None:
        measure.reporting_pct, measure.sub_units_reported = sentence.pending_pct, sentence.pending_units
        sentence.pending_pct = sentence.pending_units = None
    if not measure.is_baseline:
        measure.baseline = sentence.compared_with(position)
    return measure


def _past_told_roughly(reading: Reading, sentence: Sentence, position: int) -> Reference | None:
    """``Au premier tour, un électeur sur deux était resté chez lui : 50,09 %``: the past of the rough figure that the
    one behind a colon makes precise."""
    if not position or sentence.figures[position - 1].unit != "ratio":
        return None
    told = sentence.past(position - 1, has_main=reading.has_main())
    return told if isinstance(told, Reference) else None


def split_range(reading: Reading, sentence: Sentence, position: int, kind: Kind) -> None:
    """``passe de 57,4 % à 66,7 %`` is no range: the first figure is what the second is compared with."""
    figure = sentence.figures[position]
    assert figure.high_start is not None and figure.low is not None and figure.high is not None
    digits = re.compile(r"\d").search(reading.text, figure.start, figure.end)
    first = digits.start() if digits else figure.start
    for value, start, end, past in (
        (figure.low, first, figure.high_start, True),
        (figure.high, figure.high_start, figure.end, False),
    ):
        stop = start + len(reading.text[start:end].rstrip())
        half = Figure(start, stop, stop, figure.unit, value, is_approximate=figure.is_approximate)
        values: dict[str, float | int] | None = {"voters": int(value)} if kind == "voters" else turnout(half, kind)
        if values is None:
            continue
        measure = measure_of(reading, sentence, position, kind, "from_to", values, kind)
        measure.start, measure.end, measure.is_baseline = start, stop, past
        if past:
            joint = re.search(rf"{SPACE}\S+$", reading.text[start:stop])
            measure.end = start + joint.start() if joint else stop
            measure.round = 0
        else:
            measure.round = reading.context.counted_round
        reading.add(sentence, position, measure)


def turnout(figure: Figure, kind: Kind) -> dict[str, float | int] | None:
    """The columns of a share; an abstention of 41.5 is a turnout of 58.5. None when it is no share."""
    numbers = [figure.value] if figure.value is not None else [figure.low, figure.high]
    if any(n is None or not 0 <= n <= 100 for n in numbers):
        return None
    shares = [Decimal(str(n)) for n in numbers]
    if kind == "abstention":
        shares = [100 - share for share in shares]
    if len(shares) == 1:
        return {"turnout_pct": float(shares[0])}
    return {"turnout_pct_min": float(min(shares)), "turnout_pct_max": float(max(shares))}


def _follows_voting_place(reading: Reading, sentence: Sentence, position: int) -> bool:
    previous = sentence.previous_measure(position)
    return previous is not None and previous.rule.endswith("voting_place")


def _last_place(reading: Reading, sentence: Sentence, position: int) -> Area | None:
    """``…, que la Creuse, bonne dernière avec 21 %``: the one place named since the figure before."""
    floor, limit = sentence.previous_end(position), sentence.figures[position].start
    places = [m for m in sentence.mentions if floor <= m.start and m.end <= limit and sentence.is_place(m)]
    return sentence.place(places[0]) if len(places) == 1 else None


def situate(reading: Reading, sentence: Sentence, measure: Measure, floor: int, start: int, limit: int) -> None:
    """Hour, stage and source of a measure, from the words between two figures, else from its sentence."""
    words = reading.words
    projected, settled = sentence.is_projected, sentence.is_settled
    moment = _moment_of(reading, sentence, measure, floor, start, limit, is_final=projected or settled)
    if moment is not None and projected and moment.clock.hour >= words.closing:
        moment = None
    if moment is not None:
        measure.as_of = instant(moment, reading.entry, reading.context.liveblog)
        measure.stage = "measured"
    elif measure.is_baseline or settled:
        measure.stage = "final"
    elif projected:
        measure.stage = "projection"
    elif words.final.search(reading.text, max(sentence.start, measure.start - 90), start) or (
        reading.settled_from <= sentence.start
    ):
        measure.stage = "final"
    measure.announced_by, measure.relayed_by = sentence.source(start, limit)


def _moment_of(
    reading: Reading, sentence: Sentence, measure: Measure, floor: int, start: int, limit: int, *, is_final: bool
) -> Moment | None:
    """The hour beside a figure; else, unless it is of the whole vote, that of its sentence or of those before."""
    near_end = first_break(reading.text, start, limit)
    after = [m for m in sentence.moments if start <= m.start < near_end]
    before = [m for m in sentence.moments if floor <= m.start < measure.start]
    told = [m.end for m in sentence.moments if m.end <= measure.start]
    is_later = reading.words.later.search(reading.text, told[-1] if told else sentence.start, measure.start) is not None
    if is_later and not after:
        return None  # “35% by 3pm; officials now put it at 44%”
    if is_final:  # 33,213 had voted by noon, and 1.5 million are expected
        before = [m for m in before if not reading.words.projection.search(reading.text, m.end, measure.start)]
    if reading.words.early.search(reading.text, max(floor, measure.start - 30), near_end):
        before = [m for m in before if first_break(reading.text, m.end, measure.start) == measure.start]
        return next(iter(after or before), None)
    if after or before:
        return (after or before[-1:])[0]
    earlier = [m for m in sentence.moments if m.start < measure.start]
    later = [m for m in sentence.moments if start <= m.start < limit]
    of_sentence = earlier[-1] if earlier else later[0] if later else reading.moment
    if len(sentence.moments) == 1 and _is_of_only_hour(reading, sentence, measure, is_told=of_sentence is not None):
        of_sentence = sentence.moments[0]
    if reading.words.same_moment.search(reading.text, floor, near_end):
        return of_sentence
    if measure.is_baseline and reading.words.records.search(reading.text, sentence.start, measure.start):
        return None
    is_final = is_final and not (measure.is_baseline and earlier)
    today = reading.context.liveblog.date.weekday()
    if is_final or reading.words.other_days[today].search(reading.text, sentence.start, sentence.end):
        return None
    if reading.words.final.search(reading.text, max(floor, measure.start - 90), min(limit, start + 60)):
        return None
    return of_sentence


def _is_of_only_hour(reading: Reading, sentence: Sentence, measure: Measure, *, is_told: bool) -> bool:
    """Whether the one hour that a sentence names behind other figures is also that of a measure.

    ``is_told``: there is already an hour that might be that of the measure.
    """
    if measure.rule.endswith("voting_place"):
        return True
    if is_told:
        return False
    between = [f for f in sentence.figures if measure.end <= f.start < sentence.moments[0].start]
    return (
        _is_of_all(reading, sentence)
        or measure.is_change
        or (bool(between) and all(f.unit == "points" for f in between))  # 18,4 %, 7 points de moins qu'à midi
        or (measure.area is not None and not measure.is_baseline and _is_closed_by_hour(reading, sentence))
        or (len(between) == 1 and _is_part_of(reading, measure, between[0]))
    )


def _is_of_all(reading: Reading, sentence: Sentence) -> bool:
    """``Leeds 44%, York 41%, both as of 7pm``: whether the hour is said to be that of every figure."""
    return reading.words.all_at.search(reading.text, sentence.start, sentence.moments[0].start) is not None


def _is_closed_by_hour(reading: Reading, sentence: Sentence) -> bool:
    """``52 % dans le Gers et 48 % dans le Lot à 17h``: whether a sentence about the present ends on its hour."""
    rest = reading.text[sentence.moments[0].end : sentence.end]
    return not rest.strip(" .!\n") and not any(r.is_past for r in sentence.references)


def _is_part_of(reading: Reading, measure: Measure, figure: Figure) -> bool:
    """``1,210 of the 3,400 on the register``: whether a number right behind a count is that of all who might have
    voted, or of the same voters as a share.
    """
    gap = reading.text[measure.end : figure.start]
    who = reading.words.electorate.match(gap)
    is_apposed = reading.words.apposed.fullmatch(gap[who.end() :] if who else gap) is not None
    return (is_apposed and figure.unit == "percent") or reading.words.whole_of.fullmatch(gap) is not None
