"""Rules of the table participation_snapshots: turnout, abstention, ballots cast and their changes.

A sentence is read figure by figure. A figure is one of participation when the words beside it say so (a noun of
turnout, a verb of voting), or when turnout has just been spoken of and the figure continues: another area, an
earlier election, a pronoun, a heading. Figures of the same moment, area and contest then make one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from minutier.document import Entry, Issue, Row
from minutier.extract.comparisons import Reference, references
from minutier.extract.context import Context, Found
from minutier.extract.folding import fold
from minutier.extract.moments import Moment, instant, moments
from minutier.extract.numbers import Figure, figures
from minutier.extract.options import Option, options_in
from minutier.extract.people import Mention
from minutier.extract.scope import any_of
from minutier.languages import language

Kind = Literal["turnout", "abstention", "voters"]

_RULE = "participation_snapshots."
_SPACE = "[ \u00a0\u2009\u202f]"
_NEVER = re.compile(r"(?!)")
_BREAK = re.compile(r"[,;:(–—»\n]|\.(?=\s|$)|[!?…]| - ")
_CLAUSE_START = re.compile(r"[,;:(–—«»\n•\]]|[.!?…](?=\s)| - ")
_MARK = re.compile(r"\s*(?:[^\W\d_][\w’'-]*\s){0,5}(?P<mark>[(:,–—-]?)\s*(?:[^\W\d_]+[ \u00a0'’]){0,4}")
"""Between a yardstick and its figure: ``qu'il y a cinq ans, 17,75 %``, ``last year's general election (66.1%)``."""
_PLACE_TAIL = re.compile(r"(?:(?: (?:and|upon|of|the))? [A-ZÀ-Þ][\w’-]+){1,4}")
_FEWEST_VOTERS = 1000
"""Below this many, a count is that of one polling station: an anecdote, not an area."""
_SHORT_QUOTATION = 30
"""Quotation marks this close together hold a figure, not what somebody makes of it."""
_TOPIC_LIFE = 2
"""How many sentences may pass without a word of turnout before it is no longer what the entry speaks of."""


# ── words ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Words:
    """The ``participation`` section of a language, compiled."""

    stems: tuple[str, ...]
    noun: re.Pattern[str]
    noun_after: re.Pattern[str]
    verb: re.Pattern[str]
    breaker: re.Pattern[str]
    not_cast: re.Pattern[str]
    electorate: re.Pattern[str]
    electors: re.Pattern[str]
    subgroup: re.Pattern[str]
    section_of_voters: re.Pattern[str]
    votes_for: re.Pattern[str]
    other_share: re.Pattern[str]
    other_subject: re.Pattern[str]
    stations: re.Pattern[str]
    on_stations: re.Pattern[str]
    pronoun: re.Pattern[str]
    count_pronoun: re.Pattern[str]
    versus: re.Pattern[str]
    from_to: re.Pattern[str]
    to: re.Pattern[str]
    since: re.Pattern[str]
    reaching: re.Pattern[str]
    gathering: re.Pattern[str]
    out_of: re.Pattern[str]
    same_moment: re.Pattern[str]
    multiples: dict[int, re.Pattern[str]]
    more: re.Pattern[str]
    less: re.Pattern[str]
    by: re.Pattern[str]
    margin: re.Pattern[str]
    projection: re.Pattern[str]
    final: re.Pattern[str]
    settled: re.Pattern[str]
    closing: int
    areas: tuple[tuple[str, str, re.Pattern[str]], ...]
    nationwide: re.Pattern[str]
    area_lead: re.Pattern[str]
    unknown_area: re.Pattern[str]
    sources: re.Pattern[str]
    announces: re.Pattern[str]
    announcers: re.Pattern[str]


@cache
def _words(code: str) -> _Words | None:
    sections = language(code)
    section = sections["participation"]
    if not section:
        return None
    flags = re.IGNORECASE

    def whole(source: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{source})(?!\w)", flags)

    nouns = section["nouns"]
    kinds = [rf"(?P<{kind}>{_spelled(nouns[kind])})" for kind in ("turnout", "abstention", "voters")]
    links = _spelled(section["noun_links"])
    abstained, voted = "|".join(section["abstained"]), "|".join(section["voted"])
    leads = _spelled(section["area_leads"])
    capital = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
    return _Words(
        stems=tuple(map(str, section["stems"])),
        noun=re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)", flags),
        noun_after=re.compile(rf"{_SPACE}?(?:(?:{links}){_SPACE}?)?(?:{'|'.join(kinds)})(?!\w)", flags),
        verb=re.compile(rf"(?<!\w)(?:(?P<abstained>{abstained})|(?P<voted>{voted}))(?!\w)", flags),
        breaker=whole(section["breakers"]),
        not_cast=re.compile(rf"{_SPACE}?(?:{section['not_cast']})(?!\w)", flags),
        electorate=re.compile(rf"{_SPACE}?(?:{section['electorate']})(?!\w)"),
        electors=whole(section["electors"]),
        subgroup=re.compile(rf"{_SPACE}?(?:{section['subgroups']})"),
        section_of_voters=whole(section["sections"]),
        votes_for=re.compile(section["votes_for"]),
        other_share=re.compile(rf"{_SPACE}?(?:{section['other_shares']})(?!\w)", flags),
        other_subject=whole(section["other_subjects"]),
        stations=re.compile(rf"{_SPACE}?(?:{section['stations']})(?!\w)", flags),
        on_stations=re.compile(rf"(?<!\w)(?:{section['on_stations']})(?:{_SPACE}\w+){{0,2}}{_SPACE}?$", flags),
        pronoun=whole(section["pronouns"]),
        count_pronoun=whole(section["count_pronouns"]),
        versus=re.compile(rf"(?<!\w)(?:{section['versus']})(?:{_SPACE}?(?!\d)[\w’'-]+){{0,3}}[{_SPACE[1:-1]}(]*$", flags),
        from_to=re.compile(rf"(?<!\w)(?:{section['from_to']})(?!\w)[^.;:]{{0,30}}$", flags),
        to=re.compile(rf"{_SPACE}?(?:{_spelled(section['to'])}){_SPACE}?", flags),
        since=re.compile(rf"(?<!\w)(?:{_spelled(section['since'])})(?:{_SPACE}[\w’'-]+){{0,2}}{_SPACE}?$", flags),
        reaching=re.compile(rf"(?<!\w)(?:{_spelled(section['to'])}|{section['reaches']})(?:{_SPACE}(?!\d)[\w’'-]+){{0,3}}{_SPACE}?$", flags),
        gathering=re.compile(rf"(?<!\w)(?:{section['gathers']})(?:{_SPACE}(?!\d)[\w’'-]+){{0,3}}{_SPACE}?$", flags),
        out_of=re.compile(rf"(?<!\w)(?:{section['out_of']})(?:{_SPACE}(?!\d)[\w’'-]+){{0,4}}{_SPACE}?$", flags),
        same_moment=whole(section["same_moment"]),
        multiples={int(pct): re.compile(pattern, flags) for pct, pattern in section["multiples"].items()},
        more=whole(section["more"]),
        less=whole(section["less"]),
        by=re.compile(
            rf"(?<!\w)(?:{section['more']}|{section['less']})(?:{_SPACE}?(?!\d)[\w’'-]+){{0,4}}?{_SPACE}?(?<!\w)(?:{section['by']})"
            rf"(?:{_SPACE}?(?!\d)[\w’'-]+){{0,3}}?{_SPACE}?$|(?<!\w)(?:{section['more']}|{section['less']}){_SPACE}$",
            flags,
        ),
        margin=whole(section["margins"]),
        projection=whole(section["projection"]),
        final=whole(section["final"]),
        settled=whole(section["settled"]),
        closing=int(section["moments"]["closing"]),
        areas=tuple((name, area["type"], whole(area["forms"])) for name, area in section["areas"].items()),
        nationwide=whole(section["nationwide"]),
        area_lead=re.compile(rf"(?:^|[\s(«\[])(?:{leads}){_SPACE}?$", flags),
        unknown_area=re.compile(
            rf"{_SPACE}(?i:{leads}){_SPACE}(?P<place>{capital}(?:[ -](?:(?:and|upon|on|of|the|de|la|le|les|sur|en|et|in|du)[ -])?{capital}){{0,4}})"
        ),
        sources=re.compile(rf"(?<!\w)(?:{section['sources']})(?:{_SPACE}?[\w’']+){{0,3}}{_SPACE}?$", flags),
        announces=whole(section["announces"]),
        announcers=any_of(sections["results"]["announced_by"]),
    )


def _spelled(forms: Iterable[Any]) -> str:
    listed = sorted((str(form) for form in forms if str(form)), key=len, reverse=True)
    return "|".join(re.escape(f).replace("'", "['’]").replace(r"\ ", _SPACE) for f in listed) or "(?!)"


# ── what is read ──────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Reading:
    """One figure of participation. ``value`` holds the figure's own columns."""

    start: int
    end: int
    kind: Kind
    rule: str
    value: dict[str, float | int]
    sentence: int
    reported_as: str
    is_baseline: bool = False
    is_approximate: bool = False
    is_rough: bool = False
    round: int = 0
    baseline: str = ""
    moment: Moment | None = None
    as_of: datetime | None = None
    area: tuple[str, str] | None = None
    stage: str = ""
    reporting_pct: float | None = None
    sub_units_reported: int | None = None
    announced_by: str = ""
    relayed_by: str = ""

    @property
    def is_change(self) -> bool:
        return self.reported_as == "change"


@dataclass(slots=True)
class _Sentence:
    """A sentence under reading: its figures, hours and references to the past."""

    index: int
    start: int
    end: int
    figures: list[Figure]
    moments: list[Moment]
    references: list[Reference]
    mentions: Sequence[Mention]
    options: Sequence[Option]
    read: dict[int, _Reading] = field(default_factory=dict)
    station_figures: set[int] = field(default_factory=set)
    foreign: bool = False
    pending_pct: float | None = None
    pending_units: int | None = None


def extract(entry: Entry, context: Context) -> Found:
    """The rows that one entry holds."""
    words = _words(context.language.code)
    if words is None or entry.char_end - entry.char_start < 4:
        return Found([], [])
    lowered = context.text[entry.char_start : entry.char_end].lower()
    if not any(stem in lowered for stem in words.stems):
        return Found([], [])
    return _Reader(entry, context, words).read()


class _Reader:
    """Reads one entry, sentence after sentence. ``topic`` is the measure last spoken of."""

    def __init__(self, entry: Entry, context: Context, words: _Words) -> None:
        self.entry, self.context, self.words = entry, context, words
        self.text = context.text
        self.topic: Kind | None = None
        self.topic_age = 0
        self.moment: Moment | None = None
        self.area: tuple[str, str] | None = None
        self.is_settled = False
        self.readings: list[_Reading] = []
        self.issues: list[Issue] = []

    def read(self) -> Found:
        for index, (start, end) in enumerate(self.context.sentences(self.entry)):
            self._read_sentence(index, start, end)
        self._complete()
        return Found(_rows(self._settled()), self.issues)

    # ── one sentence ──────────────────────────────────────────────────────────────────────────────

    def _read_sentence(self, index: int, start: int, end: int) -> None:
        code = self.context.language.code
        hours = moments(self.text, start, end, code)
        past = references(self.text, start, end, code, self.context.liveblog)
        found = [
            f
            for f in figures(self.text, start, end, code, spelled=True)
            if not any(s.start < f.end and f.start < s.end for s in (*hours, *past))
        ]
        nouns = [m for m in self.words.noun.finditer(self.text, start, end) if self._is_narrated(m.start())]
        sentence = _Sentence(
            index,
            start,
            end,
            found,
            hours,
            past,
            self.context.people.between(start, end),
            self._options(start, end) if found else (),
        )
        first_reading = not self.readings
        if found:
            for position in range(len(found)):
                self._read_figure(sentence, position)
        self._read_multiples(sentence, nouns)
        if first_reading:
            self._open_area(sentence)
        self.is_settled = self.is_settled or self.words.settled.search(self.text, start, end) is not None
        self._pass_on(sentence, nouns)

    def _options(self, start: int, end: int) -> list[Option]:
        """What can be voted for in a sentence; *Français* and *Americans* are who votes."""
        found = options_in(start, end, self.entry, self.context)
        return [o for o in found if o.is_certain or not self.words.electorate.fullmatch(self.text, o.start, o.end)]

    def _pass_on(self, sentence: _Sentence, nouns: list[re.Match[str]]) -> None:
        """What the sentence leaves to the next: the measure spoken of and the hour."""
        levels = [r for r in sentence.read.values() if not r.is_change]
        if levels:
            self.topic, self.topic_age = levels[-1].kind, 0
        elif nouns:
            self.topic, self.topic_age = _kind_of(nouns[-1]), 0
        elif sentence.foreign:
            self.topic = None
        else:
            self.topic_age += 1
            if self.topic_age > _TOPIC_LIFE:
                self.topic = None
        if sentence.moments and (levels or nouns):
            self.moment = sentence.moments[0]

    def _read_figure(self, sentence: _Sentence, position: int) -> None:
        figure = sentence.figures[position]
        if figure.unit in ("seats", "money", "other"):
            sentence.foreign = sentence.foreign or figure.unit == "seats"
            return
        if self._read_stations(sentence, position):
            return
        if figure.unit == "points":
            self._read_points(sentence, position)
        elif figure.unit in ("percent", "ratio"):
            self._read_share(sentence, position)
        elif figure.unit in ("voters", "ballots", "votes", ""):
            self._read_count(sentence, position)

    # ── shares: turnout and abstention ────────────────────────────────────────────────────────────

    def _read_share(self, sentence: _Sentence, position: int) -> None:
        figure = sentence.figures[position]
        if not self._is_own_figure(sentence, position):
            return
        if self._read_percent_change(sentence, position):
            return
        told = self._said_beside(sentence, position)
        if told is None and figure.unit == "percent":
            told = self._continued(sentence, position, "turnout")
        if told is None:
            self._leave(sentence, position)
            return
        kind, rule = told
        if kind == "voters":
            kind = "turnout"
        if figure.is_range and self._is_from_to(sentence, position):
            self._split_range(sentence, position, kind)
            return
        values = _turnout(figure, kind)
        if values is None:
            self._leave(sentence, position)
            return
        rule = "ratio" if figure.unit == "ratio" else rule
        reading = self._reading(sentence, position, kind, rule, values, kind)
        reading.is_rough = figure.unit == "ratio"
        if figure.unit == "ratio":
            reading.is_approximate = True
        self._add(sentence, position, reading)

    def _said_beside(self, sentence: _Sentence, position: int) -> tuple[Kind, str] | None:
        """The measure that the words right beside a figure name: a noun after or before it, a verb of voting."""
        figure, words = sentence.figures[position], self.words
        after = self.text[figure.end : min(sentence.end, figure.end + 160)]
        if self._is_other_share(after):
            return None
        if figure.unit != "ratio" and (match := words.noun_after.match(after)):
            if not (match["voters"] and self._is_option_near(sentence, figure.end + match.end(), figure.end + match.end() + 3)):
                return _kind_of(match), "noun_after"
        if kind := self._voting_verb(sentence, position):
            return kind, "voting_verb"
        if figure.unit == "ratio":
            return None
        return self._noun_before(sentence, position)

    def _is_other_share(self, after: str) -> bool:
        if self.words.subgroup.match(after):
            return True  # voters of a party, of an age…
        match = self.words.other_share.match(after)
        return match is not None and not self.words.noun_after.match(after)

    def _voting_verb(self, sentence: _Sentence, position: int) -> Kind | None:
        """``42% des inscrits ont voté``, ``75% turned out``: who and did, within the clause, for nobody in particular."""
        figure, words = sentence.figures[position], self.words
        limit = min(self._next_start(sentence, position), figure.end + 130)
        match = words.verb.search(self.text, figure.end, limit)
        if match is None:
            return None
        gap = self.text[figure.end : match.start()]
        if re.search(r"[;:()\n]|\.\s", gap):
            return None
        who = words.electorate.match(gap)
        if words.subgroup.match(gap) or (who and words.subgroup.match(gap, who.end())):
            return None
        if who is None and not _is_short(gap, figure):
            return None
        if who is not None and len(gap) - who.end() > 60:
            return None
        if match["voted"] and words.votes_for.match(self.text, match.end()):
            return None
        if self._is_option_near(sentence, match.end(), match.end() + 8):
            return None
        if self._has_option(sentence, figure.end + (who.end() if who else 0), match.start(), sources=True):
            return None
        if words.breaker.search(gap, who.end() if who else 0):
            return None
        return "abstention" if match["abstained"] else "voters" if figure.unit not in ("percent", "ratio") else "turnout"

    def _noun_before(self, sentence: _Sentence, position: int) -> tuple[Kind, str] | None:
        """``La participation s'établit à 41,6%``, ``Turnout: 64.8%``, ``ballots cast: 33,577,342``."""
        figure, words = sentence.figures[position], self.words
        floor = self._previous_end(sentence, position)
        nouns = list(words.noun.finditer(self.text, max(floor, figure.start - 200), figure.start))
        if not nouns:
            return None
        noun = nouns[-1]
        gap = self.text[noun.end() : figure.start]
        if len(gap) > 110 or ";" in gap or not self._is_same_speech(noun.start(), figure.start):
            return None
        if words.section_of_voters.search(gap) or words.other_subject.search(gap) or self._has_option(sentence, noun.end(), figure.start, sources=True):
            return None
        if self._is_option_near(sentence, figure.end, figure.end + 3) and not words.noun_after.match(self.text, figure.end):
            return None
        if re.match(r"(?:\s+\w+){0,2}\s*,\s*(?:et|and)\s*$", gap):
            return None
        return _kind_of(noun), "noun_before"

    # ── figures that continue ─────────────────────────────────────────────────────────────────────

    def _continued(self, sentence: _Sentence, position: int, family: str) -> tuple[Kind, str] | None:
        """The measure that a figure without words of its own goes on with, and the rule that tells."""
        figure, words, text = sentence.figures[position], self.words, self.text
        previous = self._previous_reading(sentence, position)
        if not self._is_narrated(figure.start):
            return None
        if self._is_other_share(text[figure.end : figure.end + 60]):
            return (previous.kind, "area") if previous and self._is_of_area(sentence, position) else None
        topic = previous.kind if previous else self._topic_before(sentence, figure.start)
        before_start = max(self._previous_end(sentence, position), self._clause_start(sentence, figure.start))
        before = text[self._previous_end(sentence, position) : figure.start]
        right_end = self._near_end(sentence, position)
        right = text[figure.end : right_end]
        if self._has_option(sentence, before_start, figure.start) or self._is_option_near(sentence, figure.end, figure.end + 5):
            return None
        if self._has_option(sentence, self._previous_end(sentence, position), figure.start) or words.other_subject.search(before):
            return None
        if family == "turnout" and self._is_at_moment(sentence, position):
            return topic or "turnout", "moment"
        if topic is None:
            return None
        if family == "turnout" and topic == "voters" and not (previous and previous.reported_as != "voters"):
            if words.electorate.match(right) and previous:
                return "turnout", "share_of_electorate"
            return None
        if family == "voters" and topic != "voters" and not previous:
            return None
        if family == "turnout" and words.electorate.match(right) and previous and len(before) < 30:
            return topic, "share_of_electorate"
        follows = previous is not None or position == 0 or self._only_stations_before(sentence, position) or self._only_changes_before(sentence, position)
        if follows and self._past(sentence, position, has_main=bool(self._mains())) is not None:
            return topic, "comparison"
        if previous and before.rstrip().endswith("(") and previous.is_rough:
            return topic, "precise"
        if words.to.fullmatch(before) and previous and self._is_rising(sentence, position - 1):
            previous.is_baseline, previous.round = True, 0
            return topic, "from_to"
        if previous and (previous.is_baseline or previous.is_change) and len(before) <= 60 and words.reaching.search(before):
            return topic, "level"
        if previous and self._names_source(sentence, self._previous_end(sentence, position), right_end) and len(before) <= 30:
            return topic, "other_source"
        if self._area_of(sentence, position) is not None:
            return topic, "area"
        clause = text[before_start : figure.start]
        pronoun = words.pronoun if family == "turnout" else words.count_pronoun
        if pronoun.search(clause) and len(clause) <= 90:
            return topic, "pronoun"
        if any(figure.end <= m.start < right_end for m in sentence.moments):
            return topic, "moment"
        if not previous and self._heads(sentence, position) and self._stands_alone(right):
            return topic, "heading"
        return None

    def _is_of_area(self, sentence: _Sentence, position: int) -> bool:
        """``76,89 % de ceux de Haute-Garonne``: the voters of another area, not those of a party."""
        end = self._near_end(sentence, position)
        figure = sentence.figures[position]
        places = [m for m in sentence.mentions if figure.end < m.start < end and self._is_place(m)]
        return bool(places) and places[0].start - figure.end <= 25 and not self._has_option(sentence, figure.end, end)

    def _is_at_moment(self, sentence: _Sentence, position: int) -> bool:
        """``26,63 % à midi``: nothing but turnout is measured while people vote."""
        figure = sentence.figures[position]
        for moment in sentence.moments:
            lead = self.text[figure.end : moment.start] if moment.start >= figure.end else None
            if lead is not None and len(lead) <= 6 and moment.clock.hour < self.words.closing:
                return not self._has_option(sentence, sentence.start, sentence.end)
        return False

    def _heads(self, sentence: _Sentence, position: int) -> bool:
        """Whether a figure opens its sentence or follows a colon."""
        figure = sentence.figures[position]
        lead = self.text[self._previous_end(sentence, position) : figure.start]
        stripped = self._without_time(lead)
        return not stripped or stripped.endswith((":", "à", "at")) or bool(re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){0,2}", stripped))

    def _without_time(self, lead: str) -> str:
        return re.sub(r"^[\s\-–—•·*►>«“\"(\[]+|[\s(«]+$", "", lead)

    def _stands_alone(self, right: str) -> bool:
        """Nothing after the figure says of what it would be a share."""
        return re.match(r"\s*(?:des?|du|d['’]|of|in favour|pour|for)(?!\w)", right) is None

    # ── the past ──────────────────────────────────────────────────────────────────────────────────

    def _past(self, sentence: _Sentence, position: int, *, has_main: bool) -> Reference | Literal[True] | None:
        """What makes a figure one of the past: the reference it belongs to, True for a bare *contre*, else None."""
        figure, text = sentence.figures[position], self.text
        previous_end, right_end = self._previous_end(sentence, position), self._near_end(sentence, position)
        right = [r for r in sentence.references if figure.end <= r.start < right_end]
        own = next((r for r in right if r.is_past and not r.is_comparator), None)
        if own is not None:
            return own
        left = [r for r in sentence.references if previous_end <= r.start and r.end <= figure.start]
        before = text[previous_end : figure.start]
        versus = self.words.versus.search(before)
        if versus and not self.words.noun.search(versus[0]) and not any(r.is_past is False for r in right):
            if left and left[-1].is_past and re.fullmatch(r"[\s(,:]*(?:\w+[ '’]){0,2}[\s(]*", text[left[-1].end : figure.start]):
                return left[-1]
            if position > 0 or right or left:
                if self._area_after(sentence, position) and not own and not left:
                    return None
                return own or self._nearest_past(sentence, position) or True
        if position > 0:
            claimed = self._near_end(sentence, position - 1)
            left = [r for r in left if r.start >= claimed or r.is_comparator]
        past = [r for r in left if r.is_past]
        if not past or any(not r.is_past and not r.round and r.start > past[-1].start for r in left):
            return None  # nothing, or words that come back to the present
        last = past[-1]
        between = self.words.same_moment.sub("", text[last.end : figure.start])
        for moment in sentence.moments:
            if last.end <= moment.start < figure.start:
                between = between.replace(text[moment.start : moment.end], "")
        if not last.is_comparator:
            return last
        mark = _MARK.fullmatch(between)
        if mark is None or mark["mark"] == "(":
            return last if mark else None
        if not has_main or not (mark["mark"] or self._previous_reading(sentence, position)):
            return None
        following = text[figure.end : self._next_start(sentence, position)]
        is_compared = position + 1 < len(sentence.figures) and self.words.versus.search(following)
        return None if is_compared or self._area_before(sentence, position) else last

    def _round_of(self, past: Reference | Literal[True], sentence: _Sentence, position: int) -> int:
        """The round stated of a figure of the past, by its reference or by another beside it; 0 when not told."""
        if isinstance(past, Reference) and past.round:
            return past.round
        figure, near_end = sentence.figures[position], self._near_end(sentence, position)
        floor = past.end if isinstance(past, Reference) and past.end <= figure.start else figure.start
        beside = [r.round for r in sentence.references if floor <= r.start < near_end and r.round]
        return beside[0] if beside else 0

    def _nearest_past(self, sentence: _Sentence, position: int) -> Reference | None:
        """The reference a *contre* leans on: after the figure, before the next one."""
        figure = sentence.figures[position]
        limit = self._next_start(sentence, position)
        return next((r for r in sentence.references if figure.end <= r.start < limit and r.is_past), None)

    def _is_from_to(self, sentence: _Sentence, position: int) -> bool:
        figure = sentence.figures[position]
        lead = self.text[max(sentence.start, figure.start - 60) : figure.start]
        return figure.high_start is not None and self.words.from_to.search(lead) is not None

    def _is_rising(self, sentence: _Sentence, position: int) -> bool:
        figure = sentence.figures[position]
        lead = self.text[max(sentence.start, figure.start - 60) : figure.start]
        return self.words.from_to.search(lead) is not None

    def _split_range(self, sentence: _Sentence, position: int, kind: Kind) -> None:
        """``passe de 57,4 % à 66,7 %`` is no range: the first figure is what the second is compared with."""
        figure = sentence.figures[position]
        assert figure.high_start is not None and figure.low is not None and figure.high is not None
        digits = re.compile(r"\d").search(self.text, figure.start, figure.end)
        first = digits.start() if digits else figure.start
        for value, start, end, past in (
            (figure.low, first, figure.high_start, True),
            (figure.high, figure.high_start, figure.end, False),
        ):
            stop = start + len(self.text[start:end].rstrip())
            half = Figure(start, stop, stop, "percent", value, is_approximate=figure.is_approximate)
            values = _turnout(half, kind)
            if values is None:
                continue
            reading = self._reading(sentence, position, kind, "from_to", values, kind)
            reading.start, reading.end, reading.is_baseline = start, stop, past
            if past:
                joint = re.search(rf"{_SPACE}\S+$", self.text[start:stop])
                reading.end = start + joint.start() if joint else stop
                reading.round = 0
            else:
                reading.round = self.context.liveblog.round
            self._add(sentence, position, reading)

    # ── counts: ballots cast ──────────────────────────────────────────────────────────────────────

    def _read_count(self, sentence: _Sentence, position: int) -> None:
        figure, text = sentence.figures[position], self.text
        highest = figure.value if figure.value is not None else figure.high
        if not figure.unit and self._read_signed(sentence, position):
            return
        if highest is None or not figure.is_whole or highest < 2 or not self._is_own_figure(sentence, position):
            return
        told = self._counted_beside(sentence, position)
        if self._is_still_out(sentence, position):
            return
        if told is None and figure.unit != "votes" and (highest >= 5000 or figure.unit):
            continued = self._continued(sentence, position, "voters")
            told = continued[1] if continued else None
        if told is None:
            return
        if highest < _FEWEST_VOTERS:
            self._report(figure, f"{text[figure.start:figure.end]} is too small a number of voters to be that of an area")
            return
        values: dict[str, float | int]
        if figure.value is not None:
            values = {"voters": int(figure.value)}
        else:
            values = {"voters_min": int(figure.low or 0), "voters_max": int(figure.high or 0)}
        self._add(sentence, position, self._reading(sentence, position, "voters", told, values, "voters"))

    def _read_signed(self, sentence: _Sentence, position: int) -> bool:
        """``Turnout 68.7% (+2.3)``: a bare number with a sign, right after a share, is a change in points."""
        figure, previous = sentence.figures[position], self._previous_reading(sentence, position)
        if previous is None or previous.reported_as not in ("turnout", "abstention") or figure.value is None:
            return False
        sign = re.fullmatch(r"[\s,;(]*(?P<sign>[+−–-])", self.text[self._previous_end(sentence, position) : figure.start])
        if sign is None or figure.value > 100:
            return False
        value = figure.value if (sign["sign"] == "+") == (previous.kind != "abstention") else -figure.value
        self._add(sentence, position, self._reading(sentence, position, previous.kind, "change", {"change_points": value}, "change"))
        return True

    def _is_still_out(self, sentence: _Sentence, position: int) -> bool:
        """``360,000 ballots left to open``: counted one day, not a measure of the vote."""
        figure = sentence.figures[position]
        noun = self.words.noun_after.match(self.text, figure.end)
        return self.words.not_cast.match(self.text, noun.end() if noun else figure.end) is not None

    def _counted_beside(self, sentence: _Sentence, position: int) -> str | None:
        """The rule by which the words beside a number make it one of ballots cast."""
        figure, words, text = sentence.figures[position], self.words, self.text
        printed = text[figure.number_end : figure.end]
        after = text[figure.end : min(sentence.end, figure.end + 60)]
        noun = words.noun.search(printed + after) if printed else words.noun_after.match(after)
        if noun and noun["voters"] and noun.start() <= max(6, len(printed)):
            return "noun_after"
        closing = re.match(r"\s*[»”\"]\s*(?:de |d['’]|of )?", after)
        if closing and (quoted := words.noun.match(after, closing.end())) and quoted["voters"]:
            return "noun_after"
        if kind := self._voting_verb(sentence, position):
            if kind == "abstention":
                self._report(figure, f"{text[figure.start : figure.end]} who did not vote is no number of voters")
            return "voting_verb" if kind == "voters" else None
        lead = text[max(sentence.start, figure.start - 60) : figure.start]
        named = words.electors.search(printed) is not None and not self._is_option_near(sentence, figure.end, figure.end + 8)
        if named and words.gathering.search(lead) and not words.votes_for.match(text, figure.end):
            return "gathering"
        if figure.unit == "ballots" and words.out_of.search(lead):
            return "out_of"
        if figure.unit == "votes":
            return None
        before = self._noun_before(sentence, position)
        if before and (before[0] == "voters" or (figure.unit == "voters" and words.electorate.match(printed + " ") is None)):
            return before[1]
        if before and before[0] == "turnout" and not figure.unit and figure.value and figure.value >= 10_000 and words.noun.search(
            text, max(sentence.start, figure.start - 30), figure.start
        ):
            return before[1]
        return None

    # ── changes ───────────────────────────────────────────────────────────────────────────────────

    def _read_points(self, sentence: _Sentence, position: int) -> None:
        """``+2,5 points``, ``en recul de cinq points``: a change of the turnout, falling when abstention rises."""
        figure = sentence.figures[position]
        previous = self._previous_reading(sentence, position)
        kind = previous.kind if previous else self._topic_before(sentence, figure.start)
        if kind is None or not self._is_narrated(figure.start):
            return
        sign = self._sign(sentence, position)
        if sign == 0 or self._has_option(sentence, self._clause_start(sentence, figure.start), figure.start):
            return
        if figure.value is None:
            self._report(figure, "a change given as a range")
            return
        if kind == "abstention":
            sign = -sign
        value = float(sign * Decimal(str(figure.value)))
        reading = self._reading(sentence, position, kind, "change", {"change_points": value}, "change")
        reading.is_rough = figure.is_spelled or figure.is_approximate
        self._add(sentence, position, reading)

    def _read_percent_change(self, sentence: _Sentence, position: int) -> bool:
        """``une hausse de 23%``, ``up 5% on 2015``: a relative change, not a level."""
        figure, words = sentence.figures[position], self.words
        if figure.unit != "percent" or figure.value is None:
            return False
        lead = self.text[max(sentence.start, figure.start - 70, self._previous_end(sentence, position)) : figure.start]
        signed = lead.rstrip()[-1:] in ("+", "−") or (lead[-1:] in ("-", "–") and lead[-2:-1] in (" ", "(", ""))
        match = words.by.search(lead)
        if not signed and not match:
            return False
        kind = self._topic_before(sentence, figure.start)
        previous = self._previous_reading(sentence, position)
        if previous:
            kind = previous.kind
        after = self.text[figure.end : figure.end + 60]
        noun = words.noun_after.match(after)
        if kind is None or noun or words.electorate.match(after):
            return False
        if self._has_option(sentence, self._clause_start(sentence, figure.start), figure.start):
            return False
        sign = self._sign(sentence, position)
        if sign == 0:
            return False
        if kind == "abstention":
            self._report(figure, "a relative change of the abstention, which is none of the turnout")
            return True
        reading = self._reading(sentence, position, kind, "change", {"change_pct": sign * figure.value}, "change")
        self._add(sentence, position, reading)
        return True

    def _sign(self, sentence: _Sentence, position: int) -> int:
        """+1 for a rise, -1 for a fall, 0 when the words do not tell: the nearest word of either decides."""
        figure, text, words = sentence.figures[position], self.text, self.words
        lead = text[max(sentence.start, self._previous_end(sentence, position), figure.start - 60) : figure.start]
        if lead.rstrip()[-1:] == "+":
            return 1
        if lead[-1:] in ("-", "−", "–") and not lead[-2:-1].isalnum():
            return -1
        tail = text[figure.end : min(self._next_start(sentence, position), figure.end + 40)]
        cut = re.search(r"[;:(.]|,\s", tail)
        tail = tail[: cut.start()] if cut else tail
        if words.margin.search(tail):
            return 0
        for where, span in (("after", tail), ("before", lead)):
            told = [(m.start(), 1) for m in words.more.finditer(span)] + [(m.start(), -1) for m in words.less.finditer(span)]
            if told:
                return (min(told) if where == "after" else max(told))[1]
        return 0

    def _read_multiples(self, sentence: _Sentence, nouns: list[re.Match[str]]) -> None:
        """``la participation a doublé``: a change of 100%."""
        for change, pattern in self.words.multiples.items():
            match = pattern.search(self.text, sentence.start, sentence.end)
            if match is None or not self._is_narrated(match.start()):
                continue
            heads = not self._without_time(self.text[sentence.start : match.start()])
            named = [n for n in nouns if n.end() <= match.start() + 40 and abs(n.start() - match.start()) <= 120]
            read_before = [r for r in sentence.read.values() if r.end <= match.start()]
            if not named and not read_before and not (heads and self.topic):
                continue
            kind = _kind_of(named[-1]) if named else read_before[-1].kind if read_before else self.topic
            floor = named[-1].end() if named and named[-1].end() <= match.start() else match.start()
            if kind in (None, "abstention") or self._has_option(sentence, floor, match.start(), sources=True):
                continue
            reading = _Reading(
                match.start(), match.end(), kind or "turnout", _RULE + "multiple", {"change_pct": change}, sentence.index, "change"
            )
            self._situate(sentence, reading, match.start(), match.end(), sentence.end)
            reading.round = self.context.liveblog.round
            self._add(sentence, -1 - change, reading)

    # ── stations ──────────────────────────────────────────────────────────────────────────────────

    def _read_stations(self, sentence: _Sentence, position: int) -> bool:
        """``Sur 75% des bureaux de vote``: how much of the vote a figure rests on."""
        figure, text, words = sentence.figures[position], self.text, self.words
        after = text[figure.end : min(sentence.end, figure.end + 60)]
        lead = text[self._previous_end(sentence, position) : figure.start]
        on = words.on_stations.search(lead) is not None
        last = next((r for p, r in sorted(sentence.read.items(), reverse=True) if not r.is_change), None)
        if figure.unit == "stations":
            if not on or figure.value is None:
                return figure.unit == "stations"
            share, units = None, int(figure.value)
        elif figure.unit == "percent" and figure.value is not None and (
            words.stations.match(after) or (on and last is not None and sentence.station_figures and not words.noun_after.match(after) and lead.strip().count(" ") <= 4 and not words.electorate.match(after))
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

    def _only_stations_before(self, sentence: _Sentence, position: int) -> bool:
        return all(p in sentence.station_figures for p in range(position))

    def _only_changes_before(self, sentence: _Sentence, position: int) -> bool:
        return all(sentence.figures[p].unit in ("points", "ratio") or p in sentence.read or p in sentence.station_figures for p in range(position))

    # ── making a reading ──────────────────────────────────────────────────────────────────────────

    def _reading(
        self, sentence: _Sentence, position: int, kind: Kind, rule: str, value: dict[str, float | int], reported_as: str
    ) -> _Reading:
        figure = sentence.figures[position]
        reading = _Reading(
            figure.start, figure.end, kind, _RULE + rule, value, sentence.index, reported_as, is_approximate=figure.is_approximate
        )
        liveblog = self.context.liveblog
        past = None if reported_as == "change" else self._past(sentence, position, has_main=bool(self._mains()))
        if past is not None:
            reading.is_baseline = True
            reading.round = self._round_of(past, sentence, position)
        else:
            reading.round = liveblog.round
        reading.area = self._area_of(sentence, position)
        self._situate(sentence, reading, self._previous_end(sentence, position), figure.end, self._next_start(sentence, position))
        if sentence.pending_pct is not None or sentence.pending_units is not None:
            reading.reporting_pct, reading.sub_units_reported = sentence.pending_pct, sentence.pending_units
            sentence.pending_pct = sentence.pending_units = None
        if not reading.is_baseline:
            reading.baseline = self._compared_with(sentence, position)
        return reading

    def _compared_with(self, sentence: _Sentence, position: int) -> str:
        """What a figure is compared with, as printed: the first reference to the past beside it."""
        figure = sentence.figures[position]
        since = self.words.since
        right = [
            r
            for r in sentence.references
            if r.start >= figure.end and r.is_past and not since.search(self.text[figure.end : r.start])
        ]
        left = [r for r in sentence.references if r.end <= figure.start and r.is_past and r.is_comparator]
        chosen = right[:1] or left[-1:]
        return self.text[chosen[0].start : chosen[0].end] if chosen else ""

    def _situate(self, sentence: _Sentence, reading: _Reading, floor: int, start: int, limit: int) -> None:
        """Hour, stage and source of a reading, from the words of its sentence."""
        text, words = self.text, self.words
        near_end = _first_break(text, start, limit)
        own = next((m for m in sentence.moments if start <= m.start < near_end), None) or next(
            (m for m in reversed(sentence.moments) if floor <= m.start < reading.start), None
        )
        others = [m for m in sentence.moments if m.start < reading.start] or [m for m in sentence.moments if start <= m.start < limit]
        moment = own or (others[-1] if others else None) or self.moment
        passage = text[sentence.start : sentence.end]
        clause = text[max(sentence.start, reading.start - 90) : min(sentence.end, start + 60)]
        projected = words.projection.search(passage) is not None
        settled = words.settled.search(passage) is not None
        final = words.final.search(clause) is not None
        if moment is not None and moment is not own and (projected or settled or (final and moment is self.moment)):
            moment = None
        if moment is not None and projected and moment.clock.hour >= words.closing:
            moment = None
        reading.moment = moment
        if moment is not None:
            reading.as_of = instant(moment, self.entry, self.context.liveblog)
            reading.stage = "measured"
        elif reading.is_baseline or settled:
            reading.stage = "final"
        elif projected:
            reading.stage = "projection"
        elif self.is_settled:
            reading.stage = "final"
        reading.announced_by, reading.relayed_by = self._source(sentence, start, limit)

    def _source(self, sentence: _Sentence, start: int, limit: int) -> tuple[str, str]:
        """Who announced a figure and who relays it, as printed: those named between two offsets, else in the sentence."""
        authority = self._authority(start, limit) or self._authority(sentence.start, sentence.end)
        announced, relayed = self._sources_between(sentence, start, limit)
        wider = self._sources_between(sentence, sentence.start, sentence.end)
        return authority or announced or wider[0], relayed or wider[1]

    def _authority(self, start: int, end: int) -> str:
        """The authority named between two offsets, in its longest form."""
        match = self.words.announcers.search(self.text, start, end)
        if match is None:
            return ""
        longer = self.words.announcers.search(self.text, match.start() + 1, end)
        return longer[0] if longer and longer.start() < match.end() < longer.end() else match[0]

    def _sources_between(self, sentence: _Sentence, start: int, end: int) -> tuple[str, str]:
        text, words = self.text, self.words
        announced, relayed = "", ""
        for mention in sentence.mentions:
            kind = mention.entity.kind
            if mention.start < start or mention.end > end or kind in ("place", "group", "party"):
                continue
            if self.context.quotation_at(mention.start):
                continue
            before = text[max(sentence.start, mention.start - 30) : mention.start]
            after = text[mention.end : min(sentence.end, mention.end + 25)]
            says = words.announces.match(after.lstrip(" ,")) or words.announces.search(before.rstrip()[-16:])
            if not (words.sources.search(before) or says or kind == "pollster"):
                continue
            if kind == "outlet":
                relayed = relayed or text[mention.start : mention.end]
            elif not announced and (kind != "unknown" or says):
                announced = mention.entity.name if mention.entity.is_person else text[mention.start : mention.end]
        return announced, relayed

    def _add(self, sentence: _Sentence, position: int, reading: _Reading) -> None:
        sentence.read[position] = reading
        self.readings.append(reading)

    # ── areas ─────────────────────────────────────────────────────────────────────────────────────

    def _area_of(self, sentence: _Sentence, position: int) -> tuple[str, str] | None:
        """The area that stands beside a figure: right after it, else before it in its clause."""
        return self._area_after(sentence, position) or self._area_before(sentence, position)

    def _area_after(self, sentence: _Sentence, position: int) -> tuple[str, str] | None:
        figure = sentence.figures[position]
        limit = self._near_end(sentence, position)
        if found := self._named_area(figure.end, limit):
            return found
        for mention in sentence.mentions:
            if figure.end < mention.start and mention.end <= limit and self._is_place(mention):
                if self._is_led(figure.end, mention.start) or self._is_of_area(sentence, position):
                    return self._place(mention)
        match = self.words.unknown_area.match(self.text, figure.end, limit)
        if match and not any(r.start < match.end() and match.start() < r.end for r in sentence.references):
            mention_at = self.context.people.at(match.start("place"))
            if mention_at is None or mention_at.entity.kind in ("unknown", "person") and " " not in mention_at.entity.name:
                return match["place"], "constituency"
        return None

    def _area_before(self, sentence: _Sentence, position: int) -> tuple[str, str] | None:
        figure, text = sentence.figures[position], self.text
        floor = self._previous_end(sentence, position)
        if position > 0:
            floor = max(floor, min(self._near_end(sentence, position - 1), figure.start))
        if found := self._named_area(floor, figure.start):
            return found
        best = None
        for mention in sentence.mentions:
            if floor <= mention.start and mention.end <= figure.start and self._is_place(mention):
                opens = not self._without_time(text[floor : mention.start]) or text[mention.start - 2 : mention.start].strip() in (",", ";", ":", "-", "–")
                if opens or self._is_led(max(floor, mention.start - 30), mention.start):
                    best = self._place(mention)
        if best:
            return best
        lead = re.fullmatch(r"[\s\-–—•·*,;]*(?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ -][\w’'-]+){0,5}?)\s?(?::|\()\s*", text[floor : figure.start])
        if lead and (named := self.context.people.at(floor + lead.start("place"))) and named.entity.kind == "unknown":
            if not self.words.noun.search(lead["place"]):
                return lead["place"], "constituency"
        return None

    def _named_area(self, start: int, end: int) -> tuple[str, str] | None:
        for name, type_, pattern in self.words.areas:
            if match := pattern.search(self.text, start, end):
                return (name, type_) if match else None
        return None

    def _place(self, mention: Mention) -> tuple[str, str]:
        """A place and its type; with the capitals that follow it is a constituency: ``Sheffield Hallam``."""
        longer = _PLACE_TAIL.match(self.text, mention.end)
        if longer and not any(m.entity.kind == "person" for m in self.context.people.between(mention.end, longer.end())):
            return self.text[mention.start : longer.end()], "constituency"
        return mention.entity.name, mention.entity.place_type or "constituency"

    def _is_led(self, start: int, end: int) -> bool:
        """Whether a stretch ends on words that lead to an area: ``dans le``, ``in``."""
        return self.words.area_lead.search(self.text[start:end]) is not None

    def _is_place(self, mention: Mention) -> bool:
        return (
            mention.entity.kind == "place"
            and mention.entity.place_type != "country"
            and not self.context.quotation_at(mention.start)
        )

    def _open_area(self, sentence: _Sentence) -> None:
        """The area that a heading or first sentence sets for the rest of the entry."""
        if self.words.nationwide.search(self.text, sentence.start, sentence.end):
            self.area = None
            return
        if named := self._named_area(sentence.start, sentence.end):
            self.area = named
            return
        places = [m for m in sentence.mentions if self._is_place(m)]
        if places and not (len(places) > 1 and sentence.read):
            mention = places[0]
            heads = mention.start - sentence.start <= 3
            opens = sentence.index == 0 and self._is_led(max(sentence.start, mention.start - 30), mention.start)
            if heads or opens:
                self.area = self._place(mention)

    # ── looking around ────────────────────────────────────────────────────────────────────────────

    def _mains(self) -> list[_Reading]:
        return [r for r in self.readings if not r.is_baseline and not r.is_change]

    def _previous_end(self, sentence: _Sentence, position: int) -> int:
        return sentence.figures[position - 1].end if position > 0 else sentence.start

    def _next_start(self, sentence: _Sentence, position: int) -> int:
        return sentence.figures[position + 1].start if position + 1 < len(sentence.figures) else sentence.end

    def _near_end(self, sentence: _Sentence, position: int) -> int:
        """Where the words that belong to a figure end: the first break after it, or the next figure."""
        return _first_break(self.text, sentence.figures[position].end, self._next_start(sentence, position), self._joints())

    def _joints(self) -> re.Pattern[str]:
        return _joints(self.context.language.code)

    def _clause_start(self, sentence: _Sentence, offset: int) -> int:
        found = [m.end() for m in _CLAUSE_START.finditer(self.text, sentence.start, offset)]
        return found[-1] if found else sentence.start

    def _previous_reading(self, sentence: _Sentence, position: int) -> _Reading | None:
        """The reading of the figure just before, stations left out."""
        for p in range(position - 1, -1, -1):
            if p in sentence.station_figures:
                continue
            return sentence.read.get(p)
        return None

    def _topic_before(self, sentence: _Sentence, offset: int) -> Kind | None:
        """The measure last named before an offset, in the sentence or the ones before."""
        nouns = [m for m in self.words.noun.finditer(self.text, sentence.start, offset) if self._is_narrated(m.start())]
        reads = [r for r in sentence.read.values() if r.end <= offset]
        if nouns and (not reads or nouns[-1].start() > reads[-1].start):
            return _kind_of(nouns[-1])
        return reads[-1].kind if reads else self.topic

    def _is_narrated(self, offset: int) -> bool:
        """Outside quotation marks, or in a stretch so short that it quotes no more than the figure."""
        quotation = self.context.quotation_at(offset)
        return quotation is None or quotation.end - quotation.start <= _SHORT_QUOTATION

    def _is_same_speech(self, first: int, second: int) -> bool:
        one, other = self.context.quotation_at(first), self.context.quotation_at(second)
        return one is other or (other is not None and other.end - other.start <= _SHORT_QUOTATION)

    def _is_own_figure(self, sentence: _Sentence, position: int) -> bool:
        """A figure inside somebody's words counts only when they say for which hour."""
        figure = sentence.figures[position]
        if self._is_narrated(figure.start):
            return True
        quotation = self.context.quotation_at(figure.start)
        assert quotation is not None
        return any(quotation.start <= m.start < quotation.end for m in sentence.moments)

    def _has_option(self, sentence: _Sentence, start: int, end: int, *, sources: bool = False) -> bool:
        """Whether a candidate, a party or an answer stands between two offsets, other than as a source.

        With ``sources`` false, an unexplained capital that opens the sentence or stands before a colon is let
        through: a common word or a place.
        """
        for option in sentence.options:
            if option.start < start or option.end > end:
                continue
            before = self.text[max(sentence.start, option.start - 25) : option.start]
            after = self.text[option.end : option.end + 25].lstrip(" ,")
            if self.words.sources.search(before) or self.words.announces.match(after):
                continue
            opens = not self._without_time(self.text[sentence.start : option.start])
            if not option.is_certain and not sources and (opens or re.match(r"\s?[:(]", self.text[option.end : option.end + 2])):
                continue
            return True
        return False

    def _is_option_near(self, sentence: _Sentence, start: int, end: int) -> bool:
        """Whether an option begins between two offsets, just after a figure."""
        return any(start <= o.start < end and not self.text[start : o.start].lstrip().startswith(("(", ",", ";", ".")) for o in sentence.options)

    def _names_source(self, sentence: _Sentence, start: int, end: int) -> bool:
        return any(start <= m.start < end and m.entity.kind in ("pollster", "outlet", "organization") for m in sentence.mentions)

    # ── leftovers ─────────────────────────────────────────────────────────────────────────────────

    def _leave(self, sentence: _Sentence, position: int) -> None:
        """A share that is not of participation: another subject, or one that the rules could not read."""
        figure = sentence.figures[position]
        start = self._clause_start(sentence, figure.start)
        limit = self._near_end(sentence, position)
        after = self.text[figure.end : min(sentence.end, figure.end + 60)]
        if self._has_option(sentence, sentence.start, sentence.end) or self._is_other_share(after):
            sentence.foreign = True
            return
        if self._is_narrated(figure.start) and self.words.noun.search(self.text, start, limit):
            self._report(figure, f"{self.text[figure.start:figure.end]} stands beside words of turnout")

    def _report(self, figure: Figure, message: str) -> None:
        self.issues.append(
            Issue("extract", "warning", "participation-figure-not-read", message, figure.start, figure.end)
        )

    # ── the whole entry ───────────────────────────────────────────────────────────────────────────

    def _complete(self) -> None:
        """What the rest of the entry tells of each reading: its area and who announced it."""
        announcers = list(dict.fromkeys(r.announced_by for r in self.readings if r.announced_by))
        relays = list(dict.fromkeys(r.relayed_by for r in self.readings if r.relayed_by))
        area = self.area
        for reading in self.readings:
            if reading.area is None:
                same = [r.area for r in self.readings if r.sentence == reading.sentence and r.start < reading.start and r.area]
                reading.area = (same[-1] if reading.is_baseline and same else None) or area
            if not reading.announced_by and len(announcers) == 1 and not reading.is_baseline:
                reading.announced_by = announcers[0]
            if not reading.relayed_by and len(relays) == 1 and not reading.is_baseline:
                reading.relayed_by = relays[0]

    def _settled(self) -> list[_Reading]:
        """The readings without those that another one says better: repeated, rounded in words, implied."""
        levels = [r for r in self.readings if not r.is_change]
        has_both = any(r.is_baseline for r in levels) and any(not r.is_baseline for r in levels)
        kept: list[_Reading] = []
        for reading in self.readings:
            if reading.is_rough and reading.is_change and has_both:
                self._note(reading, "a rounded change between two figures printed beside it")
            elif reading.is_rough and not reading.is_change and any(_glosses(reading, r) for r in levels):
                self._note(reading, "says in words a figure printed beside it")
            elif (twin := next((k for k in kept if _repeats(reading, k)), None)) is not None:
                _enrich(twin, reading)
            else:
                kept.append(reading)
        return kept

    def _note(self, reading: _Reading, message: str) -> None:
        self.issues.append(
            Issue("extract", "info", "participation-figure-implied", message, reading.start, reading.end)
        )


# ── helpers ───────────────────────────────────────────────────────────────────────────────────────


@cache
def _joints(code: str) -> re.Pattern[str]:
    """Words that part two members of a sentence: ``mais``, ``et``, ``while``."""
    section = language(code)["participation"]
    return re.compile(rf"(?<!\w)(?:{_spelled(section['joints'])})(?!\w)", re.IGNORECASE)


def _first_break(text: str, start: int, limit: int, joints: re.Pattern[str] | None = None) -> int:
    found = _BREAK.search(text, start, limit)
    end = found.start() if found else limit
    if joints and (joint := joints.search(text, start, end)):
        end = joint.start()
    return end


def _kind_of(noun: re.Match[str]) -> Kind:
    if noun["abstention"]:
        return "abstention"
    return "voters" if noun["voters"] else "turnout"


def _is_short(gap: str, figure: Figure) -> bool:
    """A few small words between a figure and its verb: ``46 million Americans voted``, ``45% seulement ont voté``."""
    limit = 3 if figure.unit in ("voters", "ballots", "votes", "") else 2
    return re.fullmatch(r"(?:[ \u00a0]+[\w’'-]+){0,%d}[ \u00a0]*" % limit, gap) is not None


def _turnout(figure: Figure, kind: Kind) -> dict[str, float | int] | None:
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


def _same_scope(a: _Reading, b: _Reading) -> bool:
    return a.is_baseline == b.is_baseline and (a.area == b.area or a.area is None or b.area is None)


def _repeats(later: _Reading, earlier: _Reading) -> bool:
    """The same figure of the same area said twice in an entry."""
    return later.value == earlier.value and _same_scope(later, earlier) and later.is_change == earlier.is_change


def _glosses(rough: _Reading, exact: _Reading) -> bool:
    """``un électeur sur deux`` beside ``46,23 %``: the same measure, rounded."""
    if exact.is_rough or not _same_scope(rough, exact):
        return False
    share = rough.value.get("turnout_pct")
    told = exact.value.get("turnout_pct", exact.value.get("turnout_pct_min"))
    return share is not None and told is not None and abs(share - told) <= 5


def _enrich(twin: _Reading, reading: _Reading) -> None:
    """What a repetition adds to the first telling."""
    twin.area = twin.area or reading.area
    twin.baseline = twin.baseline or reading.baseline
    twin.announced_by = twin.announced_by or reading.announced_by
    twin.relayed_by = twin.relayed_by or reading.relayed_by
    twin.stage = twin.stage or reading.stage
    if twin.as_of is None and reading.as_of is not None:
        twin.as_of, twin.stage = reading.as_of, "measured"


def _rows(readings: list[_Reading]) -> list[Row]:
    """One row for each area, moment and contest: figures of several kinds said together are joined.

    The row points at the first level said; a change stands for the row only when there is no level.
    """
    joined: list[list[_Reading]] = []
    for reading in readings:
        partner = next((group for group in joined if _belongs(reading, group)), None)
        if partner is None:
            joined.append([reading])
        else:
            partner.append(reading)
    rows = []
    for group in joined:
        first = next((r for r in group if not r.is_change), group[0])
        values = {column: value for r in group for column, value in r.value.items()}
        first.baseline = next((r.baseline for r in (first, *group) if r.baseline), "")
        rows.append(_row(first, values))
    return rows


def _belongs(reading: _Reading, group: list[_Reading]) -> bool:
    """Whether a figure is of the same moment, area and contest as a row that has none of its kind yet."""
    other = group[0]
    if abs(reading.sentence - group[-1].sentence) > 1 or reading.as_of != other.as_of or reading.area != other.area:
        return False
    if reading.is_baseline != other.is_baseline or (reading.is_baseline and reading.sentence != other.sentence):
        return False
    return not _quantities(reading) & {q for r in group for q in _quantities(r)}


def _quantities(reading: _Reading) -> set[str]:
    """What a reading measures, ranges taken with single figures."""
    return {column.removesuffix("_min").removesuffix("_max") for column in reading.value}


_FIGURES = (
    "turnout_pct",
    "turnout_pct_min",
    "turnout_pct_max",
    "voters",
    "voters_min",
    "voters_max",
    "change_pct",
    "change_points",
)


def _row(reading: _Reading, values: dict[str, float | int]) -> Row:
    return {
        "round": reading.round or None,
        "gp_unit": reading.area[0] if reading.area else None,
        "gp_unit_type": reading.area[1] if reading.area else None,
        "as_of": reading.as_of,
        **{column: values.get(column) for column in _FIGURES},
        "baseline": reading.baseline or None,
        "reported_as": reading.reported_as,
        "is_baseline": reading.is_baseline,
        "is_approximate": reading.is_approximate,
        "stage": reading.stage or None,
        "reporting_pct": reading.reporting_pct,
        "sub_units_reported": reading.sub_units_reported,
        "announced_by": reading.announced_by or None,
        "relayed_by": reading.relayed_by or None,
        "char_start": reading.start,
        "char_end": reading.end,
        "rule": reading.rule,
    }
