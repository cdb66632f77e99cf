"""Shares of turnout and abstention."""

from __future__ import annotations

import re

from minutier.extract.numbers import Figure
from minutier.extract.turnout.beside import is_other_share, said_beside
from minutier.extract.turnout.changes import is_signed, read_percent_change
from minutier.extract.turnout.going_on import continued, is_of_electorate, topic_before
from minutier.extract.turnout.measuring import measure_of, split_range, turnout
from minutier.extract.turnout.reading import MOMENT_FAR, MOMENT_NEAR, NAMED, Reading
from minutier.extract.turnout.sentences import Sentence
from minutier.extract.turnout.words import Kind

_SHORT = 1000
"""Keys of changes that are no figures of their sentence stand below minus this."""
_BESIDE = 4
"""Characters between a figure and the words right behind it that date it."""
_HEADING = 4
"""More words than these before a figure do more than say of what it is."""


def is_bare_share(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``82.2 percent in 2020; in 2017, 79.8``, ``28% in Texas, 31 in Vermont``: a share without its sign."""
    figure, previous = sentence.figures[position], sentence.previous_measure(position)
    if figure.unit or figure.value is None or figure.value > 100:
        return False
    if previous is None:
        return _is_dated_share(reading, sentence, position) or _is_share_of_place(reading, sentence, position)
    if previous.is_change:
        return False
    if not any(column.startswith("turnout_pct") for column in previous.value) or figure.number_end != figure.end:
        return False
    near_end = sentence.near_end(position)
    if reading.words.versus.search(sentence.before(position)) and any(
        r.is_past and figure.end <= r.start <= figure.end + MOMENT_FAR for r in sentence.references
    ):
        return True  # “31% had voted, against 28 at that time in 2016”
    if figure.has_decimals and _is_of_then(reading, sentence, position):
        return True  # “80.3 per cent, better than in 2012 (78.1)”
    if figure.has_decimals and _is_held_against(reading, sentence, position):
        return True  # “80.3 per cent, up from 78.1”
    if not reading.text[figure.end : near_end].strip():
        before = sentence.before(position)
        dated = any(r.end <= figure.start and r.start >= previous.end for r in sentence.references)
        dated = dated or sentence.names_source(previous.end, figure.start)
        return re.search(r"[,;:]", before) is not None and (dated or sentence.area_before(position) is not None)
    before = sentence.before(position)
    if re.search(r"[,;]\s(?:\w{1,4}\s){0,2}$", before) and _is_dated_behind(sentence, figure):
        return True  # “68.1 per cent took part, and only 66.4 last time”
    listed = re.search(r"(?:^|[,;]|[A-ZÀ-Ý][\w’'-]+\s\w{2,3})\s?(?:\w{1,3}\s)?$", before) is not None
    return listed and sentence.area_after(position) is not None


def _is_dated_behind(sentence: Sentence, figure: Figure) -> bool:
    """Whether a reference to the past stands right behind a figure with decimals: *66.4 last time*."""
    return figure.has_decimals and any(
        r.is_past and figure.end <= r.start <= figure.end + _BESIDE for r in sentence.references
    )


def _is_of_then(reading: Reading, sentence: Sentence, position: int) -> bool:
    """Whether a figure fills the parentheses right behind a reference to the past."""
    figure = sentence.figures[position]
    beside = reading.text[figure.start - 1], reading.text[figure.end : figure.end + 1]
    return beside == ("(", ")") and any(r.is_past and r.end == figure.start - 2 for r in sentence.references)


def _is_held_against(reading: Reading, sentence: Sentence, position: int) -> bool:
    """Whether nothing but words that hold two figures against each other stands between one and the one before."""
    between = reading.text[sentence.previous_end(position) : sentence.figures[position].start].strip(" ,(\u00a0")
    return reading.words.versus.fullmatch(between) is not None


def _is_share_of_place(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout was 65 per cent. Roscommon managed 71.``: right after a share, all that a place is said to do."""
    figure, last = sentence.figures[position], reading.measures[-1] if reading.measures else None
    if len(sentence.figures) > 1 or last is None or last.is_change or reading.topic_age > 0:
        return False
    if not any(column.startswith("turnout_pct") for column in last.value) or sentence.area_before(0) is None:
        return False
    is_last = not reading.text[figure.end : sentence.end].strip(" .")
    return is_last and reading.words.place_did.search(reading.text[sentence.start : figure.start]) is not None


def _is_after_was(reading: Reading, figure: Figure) -> bool:
    """``it was 72.9``: whether a verb of the past stands right before a number."""
    was = reading.words.was_so.search(reading.text, max(reading.entry.char_start, figure.start - NAMED), figure.end)
    return was is not None and was.end() > figure.start


def _is_dated_share(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout is 78.8 percent. It was 77.9 in 2014.``: right after a share, with a pronoun and a date."""
    figure, last = sentence.figures[position], reading.measures[-1] if reading.measures else None
    if position > 0 or last is None or last.is_change or reading.topic_age > 0 or figure.number_end != figure.end:
        return False
    if not any(column.startswith("turnout_pct") for column in last.value):
        return False
    lead = reading.text[sentence.start : figure.start]
    if any(r.is_past and reading.text[r.end : figure.start].strip() == ":" for r in sentence.references):
        return len(lead.split()) <= _HEADING  # “In 2022: 38.1.”
    is_of_then = any(r.is_past and r.end <= figure.start for r in sentence.references)
    if is_of_then and len(lead) <= MOMENT_FAR and reading.words.pronoun.search(lead) and _is_after_was(reading, figure):
        return True  # “In 2018 it was 72.9.”
    is_dated = any(r.is_past and figure.end <= r.start <= figure.end + MOMENT_NEAR for r in sentence.references)
    return is_dated and len(lead) <= MOMENT_NEAR * 2 and reading.words.pronoun.match(lead) is not None


def read_share(reading: Reading, sentence: Sentence, position: int) -> None:
    """A percentage: of turnout, of abstention, a change of one of them, or left as another subject's."""
    figure = sentence.figures[position]
    if not sentence.is_own_figure(position):
        return
    if read_percent_change(reading, sentence, position):
        return
    told = None if is_signed(reading, sentence, position) else said_beside(reading, sentence, position)
    is_tied = figure.unit == "ratio" and (
        reading.words.versus.search(sentence.before(position)) is not None
        or is_of_electorate(reading, sentence, position, topic_before(reading, sentence, figure.start))
    )
    if told is None and (figure.unit == "percent" or is_tied) and not is_signed(reading, sentence, position):
        told = continued(reading, sentence, position, "turnout")
    if told is None:
        _leave(reading, sentence, position)
        return
    kind, rule = told
    if kind == "voters":
        kind = "turnout"
    if figure.high_start is not None and sentence.is_rising(position):
        split_range(reading, sentence, position, kind)
        return
    values = turnout(figure, kind)
    if values is None:
        _leave(reading, sentence, position)
        return
    rule = "ratio" if figure.unit == "ratio" else rule
    measure = measure_of(reading, sentence, position, kind, rule, values, kind)
    measure.is_rough = figure.unit == "ratio"
    if figure.unit == "ratio":
        measure.is_approximate = True
    reading.add(sentence, position, measure)
    start = sentence.previous_measure(position)
    if start is not None and start.is_baseline and start.as_of is None and sentence.is_rising(position - 1):
        start.as_of = measure.as_of  # from 33% in the first round to 35% at noon
    _read_short_change(reading, sentence, position, kind)


def _read_short_change(reading: Reading, sentence: Sentence, position: int, kind: Kind) -> None:
    """``53%, down four``: a change right after a share, in a number in words without its points."""
    match = reading.words.by_so_many.match(reading.text, sentence.figures[position].end, sentence.end)
    if match is None:
        return
    printed = (match["n"] or match["many"]).lower()
    points = reading.words.numerals[printed]
    rises = (match["up"] or match["above"] or "") != "" and kind != "abstention"
    falls_back = not (match["up"] or match["above"]) and kind == "abstention"
    value = {"change_points": float(points if rises or falls_back else -points)}
    measure = measure_of(reading, sentence, position, kind, "change", value, "change")
    measure.start, measure.end, measure.is_rough = match.start(), match.end(), True
    reading.add(sentence, -_SHORT - position, measure)


def _leave(reading: Reading, sentence: Sentence, position: int) -> None:
    """A share that is not of participation: another subject, or one that the rules could not read."""
    figure = sentence.figures[position]
    start, limit = sentence.previous_end(position), sentence.near_end(position)
    after = reading.text[figure.end : min(sentence.end, figure.end + 60)]
    if sentence.has_option(sentence.start, sentence.end) or is_other_share(reading, after):
        sentence.foreign = True
        return
    if sentence.is_narrated(figure.start) and reading.words.noun.search(reading.text, start, limit):
        reading.report(figure, "a share beside words of turnout could not be read")
