"""Changes of a measure: points, percent, multiples."""

from __future__ import annotations

import re
from decimal import Decimal

from minutier.extract.turnout.going_on import hours_near, is_told_of, topic_before
from minutier.extract.turnout.measures import Measure
from minutier.extract.turnout.measuring import measure_of, situate
from minutier.extract.turnout.reading import MOMENT_NEAR, RESTATES, RULE, Reading
from minutier.extract.turnout.sentences import Sentence, bare
from minutier.extract.turnout.words import Kind, kind_of

_DIGIT = re.compile(r"\d")


def read_points(reading: Reading, sentence: Sentence, position: int) -> None:
    """``+2,5 points``, ``en recul de cinq points``: a change of the turnout, falling when abstention rises."""
    figure = sentence.figures[position]
    previous = sentence.previous_measure(position)
    kind = previous.kind if previous else topic_before(reading, sentence, figure.start)
    if kind is None and (noun := reading.words.noun_after.match(reading.text, figure.end)):
        kind = kind_of(noun)
    if kind is None or not sentence.is_narrated(figure.start) or _is_of_section(reading, sentence, position):
        return
    if _is_of_other_subject(reading, sentence, position):
        return
    sign = _sign(reading, sentence, position)
    if sign == 0 or sentence.has_option(sentence.clause_start(figure.start), figure.start):
        return
    if figure.value is None:
        reading.report(figure, "a change given as a range")
        return
    if kind == "abstention":
        sign = -sign
    value = float(sign * Decimal(str(figure.value)))
    measure = measure_of(reading, sentence, position, kind, "change", {"change_points": value}, "change")
    measure.is_rough = figure.is_spelled or figure.is_approximate
    reading.add(sentence, position, measure)


def read_percent_change(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``une hausse de 23%``, ``up 5% on 2015``, ``23% de votants de plus``: a relative change, not a level."""
    figure, words = sentence.figures[position], reading.words
    if figure.unit != "percent" or not _is_change(reading, sentence, position):
        return False
    previous = sentence.previous_measure(position)
    kind = previous.kind if previous else topic_before(reading, sentence, figure.start)
    lead = reading.text[sentence.start : figure.start]
    if kind is None and words.rise_alone.fullmatch(lead) and hours_near(reading, sentence, position):
        kind = "turnout"
    surplus = words.surplus.match(reading.text, figure.end)
    if kind is None and surplus and words.electors.search(surplus[0]):
        kind = "voters"
    nouns = [m.end() for m in words.noun.finditer(reading.text, sentence.clause_start(figure.start), figure.start)]
    floor = nouns[-1] if nouns else sentence.clause_start(figure.start)
    if kind is None or sentence.has_option(floor, figure.start):
        return False
    if _is_of_section(reading, sentence, position) or _is_of_other_subject(reading, sentence, position):
        return False
    sign = _sign(reading, sentence, position)
    if sign == 0:
        return False
    if kind == "abstention":
        reading.report(figure, "a relative change of the abstention, which is none of the turnout")
    elif figure.value is None:
        reading.report(figure, "a change given as a range")
    else:
        measure = measure_of(reading, sentence, position, kind, "change", {"change_pct": sign * figure.value}, "change")
        reading.add(sentence, position, measure)
    return True


def _is_of_section(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout among women is up four points``: a part of those who vote."""
    figure = sentence.figures[position]
    floor = sentence.clause_start(figure.start)
    return reading.words.section_of_voters.search(reading.text, floor, figure.start) is not None


def _is_of_other_subject(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``Turnout is up. Smith is up half a point``: a rise whose sentence has no word of turnout, but a subject."""
    figure = sentence.figures[position]
    if sentence.previous_measure(position) or is_told_of(reading, sentence, figure.end + RESTATES):
        return False
    if reading.words.other_subject.search(reading.text, sentence.start, figure.start):
        return True
    return sentence.has_option(sentence.start, figure.start, strict=True)


def _is_change(reading: Reading, sentence: Sentence, position: int) -> bool:
    """Whether a sign, a word of rise or fall before, or *de plus* after makes a percentage a change."""
    figure, words = sentence.figures[position], reading.words
    if words.surplus.match(reading.text, figure.end):
        return True
    if words.noun_after.match(reading.text, figure.end) or words.electorate.match(reading.text, figure.end):
        return False
    following = reading.text[figure.end : sentence.next_start(position)]
    if position + 1 < len(sentence.figures) and words.to.fullmatch(following):
        return False  # « tombée de 66,7 % à 57,4 % »
    dated = any(r.is_past and figure.end <= r.start < figure.end + MOMENT_NEAR for r in sentence.references)
    if dated and words.arrives.search(following) and not re.search(r"[,;]", following):
        return False  # « de 16,5 % en 2017 à 22,3 % »
    digits = _DIGIT.search(reading.text, figure.start, figure.end)
    floor = max(sentence.start, figure.start - 70, sentence.previous_end(position))
    lead = reading.text[floor : digits.start() if digits else figure.start]
    signed = is_signed(reading, sentence, position)
    by = words.by.search(lead)
    if by is None or words.level.search(lead) or words.arrives.search(lead):
        return signed
    return signed or not any(m.start <= floor + by.start() < m.end for m in sentence.mentions)  # South Down 58.4%


def is_signed(reading: Reading, sentence: Sentence, position: int) -> bool:
    """``+3 %``, ``-2%``: whether a sign of plus or minus stands before a figure."""
    figure = sentence.figures[position]
    lead = reading.text[max(sentence.start, figure.start - 3) : figure.start]
    return lead.rstrip()[-1:] in ("+", "−") or (lead[-1:] in ("-", "–") and lead[-2:-1] in (" ", "(", ""))


def _sign(reading: Reading, sentence: Sentence, position: int) -> int:
    """+1 for a rise, -1 for a fall, 0 when the words do not tell: the nearest word of either decides."""
    figure, text, words = sentence.figures[position], reading.text, reading.words
    lead = text[max(sentence.start, sentence.previous_end(position), figure.start - 60) : figure.start]
    if lead.rstrip()[-1:] == "+":
        return 1
    if lead[-1:] in ("-", "−", "–") and not lead[-2:-1].isalnum():
        return -1
    tail = text[figure.end : min(sentence.next_start(position), figure.end + 40)]
    cuts = [m.start() for m in (re.search(r"[;:(.]|,\s", tail), words.joint.search(tail)) if m]
    tail = tail[: min(cuts)] if cuts else tail
    if words.margin.search(tail):
        return 0
    for where, span in (("after", tail), ("before", lead)):
        told = [(m.start(), 1) for m in words.more.finditer(span)] + [
            (m.start(), -1) for m in words.less.finditer(span)
        ]
        if told:
            return (min(told) if where == "after" else max(told))[1]
    return 0


def read_multiples(reading: Reading, sentence: Sentence, nouns: list[re.Match[str]]) -> None:
    """``la participation a doublé``: a change of 100%."""
    if not nouns and not sentence.read and reading.topic is None:
        return
    for match in reading.words.multiple.finditer(reading.text, sentence.start, sentence.end):
        kind = _multiplied(reading, sentence, nouns, match.start()) if sentence.is_narrated(match.start()) else None
        if kind is None or match.lastgroup is None or _is_than_place(reading, sentence, match.end()):
            continue
        change = int(match.lastgroup.removeprefix("by"))
        measure = Measure(
            match.start(),
            match.end(),
            kind,
            RULE + "multiple",
            {"change_pct": change},
            sentence.index,
            "change",
            round=reading.context.counted_round,
        )
        situate(reading, sentence, measure, match.start(), match.end(), sentence.end)
        reading.add(sentence, -1 - change, measure)


def _is_than_place(reading: Reading, sentence: Sentence, offset: int) -> bool:
    """``vote trois fois plus que la Creuse``: one place beside another is no change."""
    return any(
        sentence.is_place(m) and reading.words.than.fullmatch(reading.text, offset, m.start) for m in sentence.mentions
    )


def _multiplied(reading: Reading, sentence: Sentence, nouns: list[re.Match[str]], offset: int) -> Kind | None:
    """The measure that doubles at an offset: named near it, read before it, or spoken of when it heads the line."""
    named = [n for n in nouns if n.end() <= offset + 40 and abs(n.start() - offset) <= 120]
    before = [r for r in sentence.read.values() if r.end <= offset]
    heads = not bare(reading.text[sentence.start : offset])
    kind = kind_of(named[-1]) if named else before[-1].kind if before else reading.topic if heads else None
    floor = named[-1].end() if named and named[-1].end() <= offset else offset
    if kind == "abstention" or sentence.has_option(floor, offset, strict=True):
        return None
    return kind
