"""Rules of the table participation_snapshots: turnout, abstention, ballots cast and their changes.

A sentence is read figure by figure. A figure is one of participation when the words beside it say so (a noun of
turnout, a verb of voting), or when turnout has just been spoken of and the figure continues: another area, an
earlier election, a pronoun, a heading. Figures of the same moment, area and contest then make one row.
"""

from __future__ import annotations

import re

from minutier.document import Entry
from minutier.extract.comparisons import references
from minutier.extract.context import Context, Found
from minutier.extract.moments import moments
from minutier.extract.numbers import Figure, is_corrected, with_spelled
from minutier.extract.options import Option, options_in
from minutier.extract.references import headline_of
from minutier.extract.turnout.changes import read_multiples, read_points
from minutier.extract.turnout.counts import read_count, read_stations
from minutier.extract.turnout.measures import GLOSSED, Measure, enrich, glosses, repeats, rounds, rows_of
from minutier.extract.turnout.measuring import measure_of, turnout
from minutier.extract.turnout.reading import NAMED, Reading
from minutier.extract.turnout.sentences import Area, Sentence
from minutier.extract.turnout.shares import is_bare_share, read_share
from minutier.extract.turnout.words import Kind, kind_of, turnout_words

_BARE_SHARE = re.compile(r"\W*\d[\d.,]*\s?%\W*")
_ADJECTIVE = re.compile(r"-[a-zà-ÿ]+$")
_AFTER_COLON = re.compile(r":\s?\d\d(?!\d)")
_TOPIC_LIFE = 2
"""How many sentences may pass without a word of turnout before it is no longer what the entry speaks of."""


def extract(entry: Entry, context: Context) -> Found:
    """The rows that one entry holds."""
    words = turnout_words(context.language.code)
    if words is None:
        return Found([], [])
    passage = context.text[entry.char_start : entry.char_end].lower()
    if not words.is_telling(passage) or not words.has_quantity(passage):
        return Found([], [])
    return _read(Reading(entry, context, words))


def _read(reading: Reading) -> Found:
    for index, (start, end) in enumerate(_sentences(reading)):
        _read_sentence(reading, index, start, end)
    reading.measures.sort(key=lambda measure: measure.start)
    _complete(reading)
    return Found(rows_of(_settled(reading)), reading.issues)


def _sentences(reading: Reading) -> list[tuple[int, int]]:
    """The sentences of the entry; ``26,4 % !`` and ``C'est la participation à midi.`` are one."""
    found: list[tuple[int, int]] = []
    for start, end in reading.context.sentences(reading.entry):
        is_told = bool(found) and reading.words.noun_next.match(reading.text, start, end) is not None
        if is_told and _BARE_SHARE.fullmatch(reading.text, *found[-1]):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _read_sentence(reading: Reading, index: int, start: int, end: int) -> None:
    if not reading.measures:
        reading.passed.append((start, end))
    reading.column = _headed(reading, start, end)
    passage = reading.text[start:end].lower()
    if reading.topic is None and reading.asked is None and not reading.words.is_telling(passage):
        return
    sentence = _sentence(reading, index, start, end, has_figures=_has_quantity(reading, passage))
    nouns = [m for m in reading.words.noun.finditer(reading.text, start, end) if sentence.is_narrated(m.start())]
    for position in range(len(sentence.figures)):
        _read_figure(reading, sentence, position)
    for position in range(len(sentence.figures) - 1):
        _read_yardstick(reading, sentence, position)
    if reading.words.may_multiply(passage):
        read_multiples(reading, sentence, nouns)
    _pass_on(reading, sentence, nouns)


def _headed(reading: Reading, start: int, end: int) -> int | None:
    """The place of the cells headed by a noun of turnout, in the line of a table: of its headings, which have no
    figure, or of one below them.
    """
    if "\t" not in reading.text[start:end]:
        return None
    if reading.context.figures(start, end):
        return reading.column
    noun = reading.words.noun.search(reading.text, start, end)
    return reading.text.count("\t", start, noun.start()) if noun is not None else None


def _has_quantity(reading: Reading, passage: str) -> bool:
    """Whether a passage may tell how many; right after a share, one of two digits does."""
    is_beside = reading.topic is not None and reading.topic_age == 0
    if reading.words.has_quantity(passage):
        return True
    patterns = (_AFTER_COLON, reading.words.place_did_so, reading.words.was_so)
    return is_beside and any(pattern.search(passage) for pattern in patterns)


def _sentence(reading: Reading, index: int, start: int, end: int, *, has_figures: bool) -> Sentence:
    """A sentence and what it names; numbers that belong to an hour or a date are no figures."""
    code = reading.context.language.code
    hours = moments(reading.text, start, end, code)
    printed = reading.context.figures(start, end) if has_figures else []
    found = with_spelled(printed, reading.text, start, end, code) if has_figures else []
    past = references(reading.text, start, end, code, reading.context.liveblog) if found else []
    taken = [(m.start, m.end) for m in hours] + [(r.start, r.end) for r in past]
    found = [f for f in found if reading.column in (None, reading.text.count("\t", start, f.start))]
    found = [f for f in found if not any(first < f.end and f.start < last for first, last in taken)]
    found = _said_exactly(reading, [f for f in found if f.unit or not _is_name(reading, f)])
    mentions = reading.context.people.between(start, end)
    options = _options(reading, start, end) if found else []
    return Sentence(
        reading.context, reading.words, index, start, end, found, hours, past, mentions, options, reading.text
    )


def _is_name(reading: Reading, figure: Figure) -> bool:
    """``Ward 4``, ``bureau n° 12``: whether a number is the name of a place."""
    floor = max(reading.entry.char_start, figure.start - NAMED)
    return (
        figure.end - figure.start <= 3 and reading.words.numbered.search(reading.text, floor, figure.start) is not None
    )


def _said_exactly(reading: Reading, figures: list[Figure]) -> list[Figure]:
    """``moins d'un électeur sur deux (47,5 %)``, ``pas de 52% mais de 50%``: a share in words and then exactly,
    or wrongly and then rightly, is one figure.
    """
    found: list[Figure] = []
    for figure in figures:
        if found and is_corrected(found[-1], figure, reading.text, reading.context.language.code):
            found[-1] = figure._replace(start=found[-1].start)
        elif found and _glosses(reading, found[-1], figure):
            found[-1] = found[-1]._replace(end=figure.end + 1, value=figure.value, is_approximate=False)
        else:
            found.append(figure)
    return found


def _glosses(reading: Reading, words: Figure, exact: Figure) -> bool:
    """Whether a share in words has the same share in figures, in parentheses, right behind it."""
    if (words.unit, exact.unit) != ("ratio", "percent") or words.value is None or exact.value is None:
        return False
    between, behind = reading.text[words.end : exact.start], reading.text[exact.end : exact.end + 1]
    return between.strip() == "(" and behind == ")" and abs(words.value - exact.value) <= GLOSSED


def _options(reading: Reading, start: int, end: int) -> list[Option]:
    """What can be voted for in a sentence; *Français* and *Americans* are who votes, and *la primaire de la gauche*
    is a vote.
    """
    found = [o for o in options_in(start, end, reading.entry, reading.context) if not _is_of_contest(reading, o)]
    if reading.context.liveblog.election_type == "primary":
        found = [o for o in found if o.type != "party" or not _is_whose_vote(reading, o)]
    found = [o for o in found if o.type != "party" or not _votes(reading, o)]
    found = [o for o in found if o.is_certain or not _ADJECTIVE.search(reading.text[o.start : o.end])]  # UK-wide
    return [o for o in found if o.is_certain or not reading.words.electorate.fullmatch(reading.text, o.start, o.end)]


def _votes(reading: Reading, party: Option) -> bool:
    """``171,000 Republicans turned out``: they are who votes."""
    voters = reading.words.electorate.match(reading.text, party.start)
    return voters is not None and voters.end() == party.end


def _is_whose_vote(reading: Reading, party: Option) -> bool:
    """``For the Democrats it looks like 250,000``: in a primary, whose vote is spoken of."""
    floor = max(reading.entry.char_start, party.start - 20)
    return reading.words.among_voters.search(reading.text, floor, party.start) is not None


def _is_of_contest(reading: Reading, option: Option) -> bool:
    floor = max(reading.entry.char_start, option.start - 20)
    if (option.type == "party" or not option.is_certain) and reading.words.contest_after.match(
        reading.text, option.end
    ):
        return True
    return reading.words.contest_of.search(reading.text, floor, option.start) is not None


def _pass_on(reading: Reading, sentence: Sentence, nouns: list[re.Match[str]]) -> None:
    """What the sentence leaves to the next: the measure spoken of and the hour."""
    levels = [r for r in sentence.read.values() if not r.is_change]
    if levels:
        counts = [r for r in levels if r.kind == "voters"]
        just_told = reading.topic if reading.topic_age == 0 and reading.topic != "voters" else None
        if just_told is None or not all(r.is_rough for r in levels):  # *nearly one in two stayed at home* only glosses
            reading.topic = (counts or levels)[-1].kind
        reading.topic_age = 0
        shares = [r.kind for r in levels if r.kind != "voters"]
        reading.shared = shares[0] if shares else just_told  # *68.3%. Some 17 million voted. Ontario leads with 77.4%*
    elif nouns:
        reading.topic, reading.topic_age = kind_of(nouns[-1]), 0
    elif _is_of_hour(reading, sentence):
        reading.topic, reading.topic_age = "turnout", 0
    elif sentence.foreign:
        reading.topic = None
    else:
        reading.topic_age += 1
        if reading.topic_age > _TOPIC_LIFE:
            reading.topic = None
    is_told = levels or nouns or _is_of_hour(reading, sentence)
    if sentence.moments and (is_told or _is_dated_heading(reading, sentence)):
        reading.moment = sentence.moments[0]
    reading.asked = _asked(reading, sentence, nouns)


def _is_of_hour(reading: Reading, sentence: Sentence) -> bool:
    """``5pm figures are coming in.``: the figures of an hour of the vote, with none yet."""
    before, after = reading.words.hourly
    return not sentence.figures and any(
        m.clock.hour < reading.words.closing
        and (before.search(reading.text, sentence.start, m.start) or after.match(reading.text, m.end))
        for m in sentence.moments
    )


def _is_dated_heading(reading: Reading, sentence: Sentence) -> bool:
    """``Midi, l'heure du premier chiffre``: a first line without figures that opens with an hour of the vote."""
    if sentence.index > 0 or sentence.figures or reading.text[sentence.end : sentence.end + 1] != "\n":
        return False
    first = sentence.moments[0]
    lead = reading.text[sentence.start : first.start]
    return first.clock.hour < reading.words.closing and len(lead.split()) <= 1


def _asked(reading: Reading, sentence: Sentence, nouns: list[re.Match[str]]) -> Kind | None:
    """``Combien de votants ?``, ``Et la participation ?``: the measure that a question asks for."""
    if not reading.text[sentence.start : sentence.end].rstrip().endswith("?") or sentence.figures:
        return None
    if nouns:
        return kind_of(nouns[-1])
    verb = reading.words.verb.search(reading.text, sentence.start, sentence.end)
    if verb is None or not reading.words.how_many.match(reading.text, sentence.start, verb.start()):
        return None
    return "abstention" if verb["abstained"] else "voters"


def _read_figure(reading: Reading, sentence: Sentence, position: int) -> None:
    figure = sentence.figures[position]
    if figure.unit in ("seats", "money", "other"):
        sentence.foreign = sentence.foreign or figure.unit == "seats"
        return
    if read_stations(reading, sentence, position):
        return
    if is_bare_share(reading, sentence, position):
        figure = sentence.figures[position] = figure._replace(unit="percent")
    if figure.unit == "points":
        read_points(reading, sentence, position)
    elif figure.unit in ("percent", "ratio"):
        read_share(reading, sentence, position)
    elif figure.unit in ("voters", "ballots", "votes", ""):
        read_count(reading, sentence, position)


def _read_yardstick(reading: Reading, sentence: Sentence, position: int) -> None:
    """``Mieux qu'au premier tour (18,43 %) : 18,99 % ont voté``: what comes to be compared is told after."""
    figure, main = sentence.figures[position], sentence.read.get(position + 1)
    if position in sentence.read or figure.unit != "percent" or main is None or main.is_change or main.is_baseline:
        return
    is_aside = reading.text[figure.start - 1] == "(" and reading.text[figure.end : figure.end + 1] == ")"
    past = sentence.past(position, has_main=True)
    values = turnout(figure, main.kind)
    if not is_aside or not past or values is None or main.kind == "voters":
        return
    if not sentence.has_option(sentence.start, sentence.end):
        measure = measure_of(reading, sentence, position, main.kind, "comparison", values, main.kind)
        measure.as_of = measure.as_of or main.as_of
        reading.add(sentence, position, measure)


def _complete(reading: Reading) -> None:
    """What the rest of the entry tells of each measure: its area and who announced it."""
    announcers = list(dict.fromkeys(r.announced_by for r in reading.measures if r.announced_by))
    relays = list(dict.fromkeys(r.relayed_by for r in reading.measures if r.relayed_by))
    area = _opening_area(reading) if any(r.area is None for r in reading.measures) else None
    for measure in reading.measures:
        if measure.area is None and (measure.is_baseline or measure.is_change):
            measure.area = _area_beside(reading, measure)
        if measure.area is None and not measure.is_nationwide and not _is_before_area(reading, measure, area):
            measure.area = area
        if not measure.announced_by and len(announcers) == 1 and not measure.is_baseline:
            measure.announced_by = announcers[0]
        if not measure.relayed_by and len(relays) == 1 and not measure.is_baseline:
            measure.relayed_by = relays[0]


def _area_beside(reading: Reading, measure: Measure) -> Area | None:
    """The area of the measure before it in the same sentence that has one."""
    return next(
        (
            r.area
            for r in reversed(reading.measures)
            if r.sentence == measure.sentence and r.start < measure.start and r.area
        ),
        None,
    )


def _is_before_area(reading: Reading, measure: Measure, area: Area | None) -> bool:
    """``15.1%, as low as 11.6% in Staffordshire``: whether the area is that of a later figure of the sentence."""
    return area is not None and any(
        r.sentence == measure.sentence and r.start > measure.start and r.area == area and not r.is_change
        for r in reading.measures
    )


def _opening_area(reading: Reading) -> Area | None:
    """The area that a heading or the first sentences set for the rest of the entry."""
    area = None
    for index, (start, end) in enumerate(reading.passed):
        if reading.words.nationwide.search(reading.text, start, end):
            area = None
            continue
        sentence = _sentence(reading, index, start, end, has_figures=False)
        places = [m for m in sentence.mentions if sentence.is_place(m)]
        is_read = any(r.sentence == index for r in reading.measures)
        if named := sentence.named_area(start, end):
            area = named
        elif places and not (len(places) > 1 and is_read):
            lead = max(start, places[0].start - 30)
            told = sentence.is_led(lead, places[0].start) or reading.words.takes.search(
                reading.text, lead, places[0].start
            )
            if places[0].start - start <= 3 or (index == 0 and told):
                area = sentence.place(places[0])
    return area


def _settled(reading: Reading) -> list[Measure]:
    """The measures without those that another one says better: repeated, rounded in words, implied."""
    levels = [r for r in reading.measures if not r.is_change]
    has_both = any(r.is_baseline for r in levels) and any(not r.is_baseline for r in levels)
    kept: list[Measure] = []
    for measure in reading.measures:
        if measure.is_rough and measure.is_change and has_both:
            reading.note(measure, "a rounded change between two figures printed beside it")
        elif _is_in_headline(reading, measure) and any(rounds(measure, r) for r in levels):
            reading.note(measure, "rounds in the headline a figure printed below it")
        elif measure.is_rough and not measure.is_change and any(glosses(measure, r) for r in levels):
            reading.note(measure, "says in words a figure printed beside it")
        elif (twin := next((k for k in kept if repeats(measure, k)), None)) is not None:
            enrich(twin, measure)
        else:
            kept.append(measure)
    return kept


def _is_in_headline(reading: Reading, measure: Measure) -> bool:
    headline = headline_of(reading.entry, reading.text)
    return headline is not None and measure.start < headline[1]
