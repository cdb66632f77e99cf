"""Rules of the table participation_snapshots: turnout, abstention, ballots cast and their changes.

A sentence is read figure by figure. A figure is one of participation when the words beside it say so (a noun of
turnout, a verb of voting), or when turnout has just been spoken of and the figure continues: another area, an
earlier election, a pronoun, a heading. Figures of the same moment, area and contest then make one row.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from minutier.document import Entry, Issue
from minutier.extract.comparisons import Reference, references
from minutier.extract.context import Context, Found
from minutier.extract.moments import Moment, instant, moments
from minutier.extract.numbers import Figure, is_corrected, with_spelled
from minutier.extract.options import Option, options_in
from minutier.extract.references import headline_of
from minutier.extract.turnout_readings import GLOSSED, Reading, enrich, glosses, repeats, rounds, rows_of
from minutier.extract.turnout_sentences import Area, Sentence, bare, first_break
from minutier.extract.turnout_words import SPACE, Kind, Words, kind_of, turnout_words

_RULE = "participation_snapshots."
_FEWEST_VOTERS = 100
"""Below this many, a count tells of some people at a door: an anecdote, not a measure."""
_MOMENT_NEAR = 9
"""How many characters, a preposition or two, may stand between a share and its hour."""
_RESTATES = 40
"""How many characters before a share may say that it is another measure of the same voters."""
_ENDS_CLAUSE = re.compile(r"\s?(?:[,.;)]|$)", re.MULTILINE)
_MOMENT_FAR = 45
_OWNED = 3
"""The length of what makes a place own its figure, space included: *Scotland’s 71%*."""
_SHORT = 1000
"""Keys of changes that are no figures of their sentence stand below minus this."""
_NAMED = 20
"""How many characters before a number may say that it is the name of a place."""
_HEADING = 4
"""More words than these before a figure do more than say of what it is."""
_BULLET = re.compile(r"^\s*[-–—•·*►]\s*")
_BARE_SHARE = re.compile(r"\W*\d[\d.,]*\s?%\W*")
_ADJECTIVE = re.compile(r"-[a-zà-ÿ]+$")
_ASIDE = re.compile(r",[^,;:.]{1,60},")
_AFTER_COLON = re.compile(r":\s?\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_FEWEST_ELSE = 10_000
"""A smaller number without a unit is none of ballots beside a word of turnout."""
_FEWEST_BARE = 5000
"""A smaller number without a unit goes on with the ballots counted only when it is what they are compared with."""
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
    return _Reader(entry, context, words).read()


class _Reader:
    """Reads one entry, sentence after sentence.

    ``topic`` is the measure last spoken of, ``shared`` the one told in shares beside a count, ``moment`` the hour,
    ``asked`` what the sentence before asks for;
    ``passed`` holds the sentences before a reading.
    """

    def __init__(self, entry: Entry, context: Context, words: Words) -> None:
        self.entry, self.context, self.words = entry, context, words
        self.text = context.text
        self.topic: Kind | None = None
        self.topic_age = 0
        self.moment: Moment | None = None
        self.asked: Kind | None = None
        self.shared: Kind | None = None
        self.passed: list[tuple[int, int]] = []
        self.readings: list[Reading] = []
        self.issues: list[Issue] = []

    def read(self) -> Found:
        for index, (start, end) in enumerate(self._sentences()):
            self._read_sentence(index, start, end)
        self.readings.sort(key=lambda reading: reading.start)
        self._complete()
        return Found(rows_of(self._settled()), self.issues)

    def _sentences(self) -> list[tuple[int, int]]:
        """The sentences of the entry; ``26,4 % !`` and ``C'est la participation à midi.`` are one."""
        found: list[tuple[int, int]] = []
        for start, end in self.context.sentences(self.entry):
            is_told = bool(found) and self.words.noun_next.match(self.text, start, end) is not None
            if is_told and _BARE_SHARE.fullmatch(self.text, *found[-1]):
                found[-1] = found[-1][0], end
            else:
                found.append((start, end))
        return found

    # ── one sentence ──────────────────────────────────────────────────────────────────────────────

    def _read_sentence(self, index: int, start: int, end: int) -> None:
        if not self.readings:
            self.passed.append((start, end))
        passage = self.text[start:end].lower()
        if self.topic is None and self.asked is None and not self.words.is_telling(passage):
            return
        sentence = self._sentence(index, start, end, has_figures=self._has_quantity(passage))
        nouns = [m for m in self.words.noun.finditer(self.text, start, end) if sentence.is_narrated(m.start())]
        for position in range(len(sentence.figures)):
            self._read_figure(sentence, position)
        for position in range(len(sentence.figures) - 1):
            self._read_yardstick(sentence, position)
        if self.words.may_multiply(passage):
            self._read_multiples(sentence, nouns)
        self._pass_on(sentence, nouns)

    def _has_quantity(self, passage: str) -> bool:
        """Whether a passage may tell how many; right after a share, one of two digits does."""
        is_beside = self.topic is not None and self.topic_age == 0
        if self.words.has_quantity(passage):
            return True
        patterns = (_AFTER_COLON, self.words.place_did_so, self.words.was_so)
        return is_beside and any(pattern.search(passage) for pattern in patterns)

    def _sentence(self, index: int, start: int, end: int, *, has_figures: bool) -> Sentence:
        """A sentence and what it names; numbers that belong to an hour or a date are no figures."""
        code = self.context.language.code
        hours = moments(self.text, start, end, code)
        printed = self.context.figures(start, end) if has_figures else []
        found = with_spelled(printed, self.text, start, end, code) if has_figures else []
        past = references(self.text, start, end, code, self.context.liveblog) if found else []
        taken = [(m.start, m.end) for m in hours] + [(r.start, r.end) for r in past]
        found = [f for f in found if not any(first < f.end and f.start < last for first, last in taken)]
        found = self._said_exactly([f for f in found if f.unit or not self._is_name(f)])
        mentions = self.context.people.between(start, end)
        options = self._options(start, end) if found else []
        return Sentence(self.context, self.words, index, start, end, found, hours, past, mentions, options, self.text)

    def _is_name(self, figure: Figure) -> bool:
        """``Ward 4``, ``bureau n° 12``: whether a number is the name of a place."""
        floor = max(self.entry.char_start, figure.start - _NAMED)
        return figure.end - figure.start <= 3 and self.words.numbered.search(self.text, floor, figure.start) is not None

    def _said_exactly(self, figures: list[Figure]) -> list[Figure]:
        """``moins d'un électeur sur deux (47,5 %)``, ``pas de 52% mais de 50%``: a share in words and then exactly,
        or wrongly and then rightly, is one figure.
        """
        found: list[Figure] = []
        for figure in figures:
            if found and is_corrected(found[-1], figure, self.text, self.context.language.code):
                found[-1] = figure._replace(start=found[-1].start)
            elif found and self._glosses(found[-1], figure):
                found[-1] = found[-1]._replace(end=figure.end + 1, value=figure.value, is_approximate=False)
            else:
                found.append(figure)
        return found

    def _glosses(self, words: Figure, exact: Figure) -> bool:
        """Whether a share in words has the same share in figures, in parentheses, right behind it."""
        if (words.unit, exact.unit) != ("ratio", "percent") or words.value is None or exact.value is None:
            return False
        between, behind = self.text[words.end : exact.start], self.text[exact.end : exact.end + 1]
        return between.strip() == "(" and behind == ")" and abs(words.value - exact.value) <= GLOSSED

    def _options(self, start: int, end: int) -> list[Option]:
        """What can be voted for in a sentence; *Français* and *Americans* are who votes, and *la primaire de la gauche*
        is a vote.
        """
        found = [o for o in options_in(start, end, self.entry, self.context) if not self._is_of_contest(o)]
        if self.context.liveblog.election_type == "primary":
            found = [o for o in found if o.type != "party" or not self._is_whose_vote(o)]
        found = [o for o in found if o.type != "party" or not self._votes(o)]
        found = [o for o in found if o.is_certain or not _ADJECTIVE.search(self.text[o.start : o.end])]  # UK-wide
        return [o for o in found if o.is_certain or not self.words.electorate.fullmatch(self.text, o.start, o.end)]

    def _votes(self, party: Option) -> bool:
        """``171,000 Republicans turned out``: they are who votes."""
        voters = self.words.electorate.match(self.text, party.start)
        return voters is not None and voters.end() == party.end

    def _is_whose_vote(self, party: Option) -> bool:
        """``For the Democrats it looks like 250,000``: in a primary, whose vote is spoken of."""
        floor = max(self.entry.char_start, party.start - 20)
        return self.words.among_voters.search(self.text, floor, party.start) is not None

    def _is_of_contest(self, option: Option) -> bool:
        floor = max(self.entry.char_start, option.start - 20)
        if (option.type == "party" or not option.is_certain) and self.words.contest_after.match(self.text, option.end):
            return True
        return self.words.contest_of.search(self.text, floor, option.start) is not None

    def _pass_on(self, sentence: Sentence, nouns: list[re.Match[str]]) -> None:
        """What the sentence leaves to the next: the measure spoken of and the hour."""
        levels = [r for r in sentence.read.values() if not r.is_change]
        if levels:
            self.topic, self.topic_age = levels[-1].kind, 0
            self.shared = next((r.kind for r in levels if r.kind != "voters"), None)
        elif nouns:
            self.topic, self.topic_age = kind_of(nouns[-1]), 0
        elif self._is_of_hour(sentence):
            self.topic, self.topic_age = "turnout", 0
        elif sentence.foreign:
            self.topic = None
        else:
            self.topic_age += 1
            if self.topic_age > _TOPIC_LIFE:
                self.topic = None
        is_told = levels or nouns or self._is_of_hour(sentence)
        if sentence.moments and (is_told or self._is_dated_heading(sentence)):
            self.moment = sentence.moments[0]
        self.asked = self._asked(sentence, nouns)

    def _is_of_hour(self, sentence: Sentence) -> bool:
        """``5pm figures are coming in.``: the figures of an hour of the vote, with none yet."""
        before, after = self.words.hourly
        return not sentence.figures and any(
            m.clock.hour < self.words.closing
            and (before.search(self.text, sentence.start, m.start) or after.match(self.text, m.end))
            for m in sentence.moments
        )

    def _is_dated_heading(self, sentence: Sentence) -> bool:
        """``Midi, l'heure du premier chiffre``: a first line without figures that opens with an hour of the vote."""
        if sentence.index > 0 or sentence.figures or self.text[sentence.end : sentence.end + 1] != "\n":
            return False
        first = sentence.moments[0]
        lead = self.text[sentence.start : first.start]
        return first.clock.hour < self.words.closing and len(lead.split()) <= 1

    def _asked(self, sentence: Sentence, nouns: list[re.Match[str]]) -> Kind | None:
        """``Combien de votants ?``, ``Et la participation ?``: the measure that a question asks for."""
        if not self.text[sentence.start : sentence.end].rstrip().endswith("?") or sentence.figures:
            return None
        if nouns:
            return kind_of(nouns[-1])
        verb = self.words.verb.search(self.text, sentence.start, sentence.end)
        if verb is None or not self.words.how_many.match(self.text, sentence.start, verb.start()):
            return None
        return "abstention" if verb["abstained"] else "voters"

    def _read_figure(self, sentence: Sentence, position: int) -> None:
        figure = sentence.figures[position]
        if figure.unit in ("seats", "money", "other"):
            sentence.foreign = sentence.foreign or figure.unit == "seats"
            return
        if self._read_stations(sentence, position):
            return
        if self._is_bare_share(sentence, position):
            figure = sentence.figures[position] = figure._replace(unit="percent")
        if figure.unit == "points":
            self._read_points(sentence, position)
        elif figure.unit in ("percent", "ratio"):
            self._read_share(sentence, position)
        elif figure.unit in ("voters", "ballots", "votes", ""):
            self._read_count(sentence, position)

    def _read_yardstick(self, sentence: Sentence, position: int) -> None:
        """``Mieux qu'au premier tour (18,43 %) : 18,99 % ont voté``: what comes to be compared is told after."""
        figure, main = sentence.figures[position], sentence.read.get(position + 1)
        if position in sentence.read or figure.unit != "percent" or main is None or main.is_change or main.is_baseline:
            return
        is_aside = self.text[figure.start - 1] == "(" and self.text[figure.end : figure.end + 1] == ")"
        past = sentence.past(position, has_main=True)
        values = _turnout(figure, main.kind)
        if not is_aside or not past or values is None or main.kind == "voters":
            return
        if not sentence.has_option(sentence.start, sentence.end):
            reading = self._reading(sentence, position, main.kind, "comparison", values, main.kind)
            reading.as_of = reading.as_of or main.as_of
            self._add(sentence, position, reading)

    def _is_bare_share(self, sentence: Sentence, position: int) -> bool:
        """``82.2 percent in 2020; in 2017, 79.8``, ``28% in Texas, 31 in Vermont``: a share without its sign."""
        figure, previous = sentence.figures[position], sentence.previous_reading(position)
        if figure.unit or figure.value is None or figure.value > 100:
            return False
        if previous is None:
            return self._is_dated_share(sentence, position) or self._is_share_of_place(sentence, position)
        if previous.is_change:
            return False
        if not any(column.startswith("turnout_pct") for column in previous.value) or figure.number_end != figure.end:
            return False
        near_end = sentence.near_end(position)
        if self.words.versus.search(sentence.before(position)) and any(
            r.is_past and figure.end <= r.start <= figure.end + _MOMENT_FAR for r in sentence.references
        ):
            return True  # “31% had voted, against 28 at that time in 2016”
        if not self.text[figure.end : near_end].strip():
            before = sentence.before(position)
            dated = any(r.end <= figure.start and r.start >= previous.end for r in sentence.references)
            dated = dated or sentence.names_source(previous.end, figure.start)
            return re.search(r"[,;:]", before) is not None and (dated or sentence.area_before(position) is not None)
        listed = re.search(r"(?:^|[,;])\s?(?:\w{1,3}\s)?$", sentence.before(position)) is not None
        return listed and sentence.area_after(position) is not None

    def _is_share_of_place(self, sentence: Sentence, position: int) -> bool:
        """``Turnout was 65 per cent. Roscommon managed 71.``: right after a share, all that a place is said to do."""
        figure, last = sentence.figures[position], self.readings[-1] if self.readings else None
        if len(sentence.figures) > 1 or last is None or last.is_change or self.topic_age > 0:
            return False
        if not any(column.startswith("turnout_pct") for column in last.value) or sentence.area_before(0) is None:
            return False
        is_last = not self.text[figure.end : sentence.end].strip(" .")
        return is_last and self.words.place_did.search(self.text[sentence.start : figure.start]) is not None

    def _is_after_was(self, figure: Figure) -> bool:
        """``it was 72.9``: whether a verb of the past stands right before a number."""
        was = self.words.was_so.search(self.text, max(self.entry.char_start, figure.start - _NAMED), figure.end)
        return was is not None and was.end() > figure.start

    def _is_dated_share(self, sentence: Sentence, position: int) -> bool:
        """``Turnout is 78.8 percent. It was 77.9 in 2014.``: right after a share, with a pronoun and a date."""
        figure, last = sentence.figures[position], self.readings[-1] if self.readings else None
        if position > 0 or last is None or last.is_change or self.topic_age > 0 or figure.number_end != figure.end:
            return False
        if not any(column.startswith("turnout_pct") for column in last.value):
            return False
        lead = self.text[sentence.start : figure.start]
        if any(r.is_past and self.text[r.end : figure.start].strip() == ":" for r in sentence.references):
            return len(lead.split()) <= _HEADING  # “In 2022: 38.1.”
        is_of_then = any(r.is_past and r.end <= figure.start for r in sentence.references)
        if is_of_then and len(lead) <= _MOMENT_FAR and self.words.pronoun.search(lead) and self._is_after_was(figure):
            return True  # “In 2018 it was 72.9.”
        is_dated = any(r.is_past and figure.end <= r.start <= figure.end + _MOMENT_NEAR for r in sentence.references)
        return is_dated and len(lead) <= _MOMENT_NEAR * 2 and self.words.pronoun.match(lead) is not None

    # ── shares: turnout and abstention ────────────────────────────────────────────────────────────

    def _read_share(self, sentence: Sentence, position: int) -> None:
        figure = sentence.figures[position]
        if not sentence.is_own_figure(position):
            return
        if self._read_percent_change(sentence, position):
            return
        told = None if self._is_signed(sentence, position) else self._said_beside(sentence, position)
        is_tied = figure.unit == "ratio" and (
            self.words.versus.search(sentence.before(position)) is not None
            or self._is_of_electorate(sentence, position, self._topic_before(sentence, figure.start))
        )
        if told is None and (figure.unit == "percent" or is_tied) and not self._is_signed(sentence, position):
            told = self._continued(sentence, position, "turnout")
        if told is None:
            self._leave(sentence, position)
            return
        kind, rule = told
        if kind == "voters":
            kind = "turnout"
        if figure.high_start is not None and sentence.is_rising(position):
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
        start = sentence.previous_reading(position)
        if start is not None and start.is_baseline and start.as_of is None and sentence.is_rising(position - 1):
            start.as_of = reading.as_of  # from 33% in the first round to 35% at noon
        self._read_short_change(sentence, position, kind)

    def _read_short_change(self, sentence: Sentence, position: int, kind: Kind) -> None:
        """``53%, down four``: a change right after a share, in a number in words without its points."""
        match = self.words.by_so_many.match(self.text, sentence.figures[position].end, sentence.end)
        if match is None:
            return
        printed = (match["n"] or match["many"]).lower()
        points = self.words.numerals[printed]
        rises = (match["up"] or match["above"] or "") != "" and kind != "abstention"
        falls_back = not (match["up"] or match["above"]) and kind == "abstention"
        value = {"change_points": float(points if rises or falls_back else -points)}
        reading = self._reading(sentence, position, kind, "change", value, "change")
        reading.start, reading.end, reading.is_rough = match.start(), match.end(), True
        self._add(sentence, -_SHORT - position, reading)

    def _said_beside(self, sentence: Sentence, position: int) -> tuple[Kind, str] | None:
        """The measure that the words right beside a figure name: a noun after or before it, a verb of voting."""
        figure, words = sentence.figures[position], self.words
        after = self.text[figure.end : min(sentence.end, figure.end + 160)]
        if self._is_other_share(after) or self._is_supposed(sentence, position):
            return None
        match = words.noun_after.match(after) if figure.unit != "ratio" else None
        if match:
            end = figure.end + match.end()
            if not (match["voters"] and sentence.is_option_near(end, end + 3)):
                return kind_of(match), "noun_after"
        if kind := self._voting_verb(sentence, position):
            return kind, "voting_verb"
        if figure.unit == "ratio":
            return None
        if self._is_of_voting_place(sentence, position):
            return "turnout", "voting_place"
        return self._noun_before(sentence, position) or self._noun_told(sentence, position)

    def _follows_voting_place(self, sentence: Sentence, position: int) -> bool:
        previous = sentence.previous_reading(position)
        return previous is not None and previous.rule.endswith("voting_place")

    def _last_place(self, sentence: Sentence, position: int) -> Area | None:
        """``…, que la Creuse, bonne dernière avec 21 %``: the one place named since the figure before."""
        floor, limit = sentence.previous_end(position), sentence.figures[position].start
        places = [m for m in sentence.mentions if floor <= m.start and m.end <= limit and sentence.is_place(m)]
        return sentence.place(places[0]) if len(places) == 1 else None

    def _is_of_voting_place(self, sentence: Sentence, position: int) -> bool:
        """``La Creuse (41 %) vote deux fois plus que Paris``: the share in parentheses between a place and its verb."""
        figure, text = sentence.figures[position], self.text
        if text[figure.start - 1] != "(" or text[figure.end : figure.end + 1] != ")":
            return False
        if self.words.place_votes.match(text, figure.end + 1, sentence.end) is None:
            return False
        return sentence.area_before(position) is not None

    def _noun_told(self, sentence: Sentence, position: int) -> tuple[Kind, str] | None:
        """``At 57.6%, turnout is down``, ``51,4 % : c'est la participation``; ``On a voté à 80 %``."""
        figure, words = sentence.figures[position], self.words
        clause = sentence.clause_start(figure.start)
        lead = self.text[clause : figure.start]
        if words.abstained_at.search(lead) and not sentence.has_option(clause, sentence.near_end(position)):
            return "abstention", "voted_at"
        if words.voted_at.search(lead) and not words.votes_for.match(self.text, figure.end):
            return None if sentence.has_option(clause, sentence.near_end(position)) else ("turnout", "voted_at")
        match = words.noun_told.match(self.text, figure.end, sentence.next_start(position))
        if (
            match is None
            or sentence.has_option(clause, figure.start)
            or (bare(lead) and not words.opening.fullmatch(_BULLET.sub("", lead)))
        ):
            return None
        return ("turnout" if match["voters"] else kind_of(match)), "noun_after"

    def _is_supposed(self, sentence: Sentence, position: int) -> bool:
        """``si la participation atteint 50%``, ``a turnout of 40% is needed``: nobody measured it."""
        figure = sentence.figures[position]
        floor = max(sentence.previous_end(position), sentence.clause_start(figure.start))
        return self.words.supposed.search(self.text, floor, sentence.near_end(position)) is not None

    def _is_other_share(self, after: str) -> bool:
        if self.words.subgroup.match(after):
            return True  # voters of a party, of an age…
        match = self.words.other_share.match(after)
        return match is not None and not self.words.noun_after.match(after)

    def _voting_verb(self, sentence: Sentence, position: int) -> Kind | None:
        """``42% des inscrits ont voté``, ``75% turned out``: who and did, in one clause, for nobody in particular."""
        figure, words = sentence.figures[position], self.words
        limit = min(sentence.next_start(position), figure.end + 130)
        match = words.verb.search(self.text, figure.end, limit)
        if match is None:
            return self._voting_verb_apart(sentence, position)
        if figure.unit == "ratio" and words.section_of_voters.search(self.text, figure.start, figure.end):
            return None
        gap = self.text[figure.end : match.start()]
        if self._is_apposed(sentence, position):
            tail = words.electorate.match(gap)
            closing = tail.end() if tail else 0
            gap = gap[:closing] + gap[closing:].lstrip("),–—")
        if re.search(r"[;:()\n]|\.\s", gap):
            return None
        who = words.electorate.match(gap)
        if words.subgroup.match(gap) or (who and words.subgroup.match(gap, who.end())):
            return None
        if who is None and not _is_short(gap, figure):
            return None
        if who is not None and len(gap) - who.end() > 60:
            return None
        goes_on = words.votes_for.match(self.text, match.end()) or words.at_event.match(self.text, match.end())
        if match["voted"] and goes_on:
            return None
        if match["did_so"] and not words.may_vote.search(self.text, sentence.start, match.start()):
            return None
        if sentence.is_option_near(match.end(), match.end() + 8):
            return None
        if sentence.has_option(figure.end + (who.end() if who else 0), match.start(), strict=True):
            return self._primary_voters(sentence, position, match)
        if words.breaker.search(gap, who.end() if who else 0) and not self._is_told_who(sentence, position, match):
            return None
        if match["abstained"]:
            return "abstention"
        return "turnout" if figure.unit in ("percent", "ratio") else "voters"

    def _is_told_who(self, sentence: Sentence, position: int, verb: re.Match[str]) -> bool:
        """``Ce sont 38 % des inscrits qui ont voté.``: who voted, told by a clause that ends on its verb."""
        figure = sentence.figures[position]
        lead = self.text[sentence.clause_start(figure.start) : figure.start]
        if self.words.told_who.search(lead) is None:
            return False
        return _ENDS_CLAUSE.match(self.text, verb.end()) is not None or any(
            verb.end() <= m.start <= verb.end() + _MOMENT_NEAR for m in sentence.moments
        )

    def _primary_voters(self, sentence: Sentence, position: int, verb: re.Match[str]) -> Kind | None:
        """``322,000 Democrats had voted``: in a primary, the party's people are the voters."""
        figure = sentence.figures[position]
        if self.context.liveblog.election_type != "primary" or figure.unit or verb["abstained"]:
            return None
        who = self.text[figure.end : verb.start()].strip()
        is_party = any(
            o.start <= figure.end + 1 and self.text[o.start : o.end] == who and who.endswith("s")
            for o in sentence.options
        )
        return "voters" if is_party else None

    def _is_apposed(self, sentence: Sentence, position: int) -> bool:
        """``2.3 million people, or 64% of those registered, …``: the same voters in another measure, between commas."""
        if position == 0:
            return False
        one, other = sentence.figures[position - 1], sentence.figures[position]
        gap = self.text[one.end : other.start]
        who = self.words.electorate.match(gap)
        rest = gap[who.end() :] if who else gap
        return one.unit != other.unit and self.words.apposed.fullmatch(rest) is not None

    def _voting_verb_apart(self, sentence: Sentence, position: int) -> Kind | None:
        """The verb behind the figure that stands between commas, or behind the number that a count is part of."""
        figure, words = sentence.figures[position], self.words
        if position + 1 >= len(sentence.figures):
            return None
        following = sentence.figures[position + 1]
        gap = self.text[figure.end : following.start]
        who = words.electorate.match(gap)
        is_part = figure.value is not None and following.value is not None and figure.value < following.value
        is_part = is_part and words.whole_of.fullmatch(gap) is not None
        if not is_part and not self._is_apposed(sentence, position + 1):
            return None
        start = following.end
        if (tail := words.electorate.match(self.text, start)) or (
            is_part
            and (tail := re.compile(r"\s[^\W\d_]+").match(self.text, start))
            and not words.verb.match(self.text, start + 1)
        ):
            start = tail.end()
        start += len(re.compile(r"[\s),–—]*").match(self.text, start)[0])  # type: ignore[index]
        match = words.verb.search(self.text, start, min(sentence.next_start(position + 1), start + 40))
        if match is not None and re.search(r"[,;:()]", self.text[start : match.start()]):
            match = None
        if (
            match is None
            or sentence.has_option(start, match.start(), strict=True)
            or (match["voted"] and words.votes_for.match(self.text, match.end()))
        ):
            return None
        if not (who or is_part or figure.unit in ("voters", "ratio")):
            return None
        if match["abstained"]:
            return "abstention"
        return "turnout" if figure.unit in ("percent", "ratio") else "voters"

    def _noun_before(self, sentence: Sentence, position: int) -> tuple[Kind, str] | None:
        """``La participation s'établit à 41,6%``, ``Turnout: 64.8%``, ``ballots cast: 33,577,342``."""
        figure, words = sentence.figures[position], self.words
        floor = sentence.previous_end(position)
        nouns = list(words.noun.finditer(self.text, max(floor, figure.start - 200), figure.start))
        if not nouns:
            return None
        noun = nouns[-1]
        gap = self.text[noun.end() : figure.start]
        if len(gap) > 110 or ";" in gap or not sentence.is_same_speech(noun.start(), figure.start):
            return None
        if (
            words.section_of_voters.search(gap)
            or words.other_subject.search(_ASIDE.sub(" ", gap))
            or words.milestone.search(self.text, noun.end(), sentence.near_end(position))
            or sentence.has_option(noun.end(), figure.start, strict=True)
        ):
            return None
        if self._is_done_by_somebody(sentence, noun):
            return None
        among = words.among.match(self.text, sentence.start)
        floor = sentence.start if among else sentence.clause_start(noun.start())
        if words.section_of_voters.search(self.text, floor, noun.start()):
            return None
        if sentence.is_option_near(figure.end, figure.end + 3) and not words.noun_after.match(self.text, figure.end):
            return None
        if re.match(r"(?:\s+\w+){0,2}\s*$", gap[: joint.start()] if (joint := words.new_member.search(gap)) else "?"):
            return None
        return kind_of(noun), "noun_before"

    def _is_done_by_somebody(self, sentence: Sentence, noun: re.Match[str]) -> bool:
        """``Anne Petit a davantage mobilisé``, ``on a le plus voté blanc``: for whom, not how many."""
        if self.words.verbal.search(noun[0]) is None:
            return False
        if sentence.has_option(sentence.clause_start(noun.start()), noun.start(), strict=True):
            return True
        is_named = self.text[noun.end() + 1 : noun.end() + 2].isupper()
        return is_named or self.words.votes_for.match(self.text, noun.end()) is not None

    # ── figures that continue ─────────────────────────────────────────────────────────────────────

    def _continued(self, sentence: Sentence, position: int, family: str) -> tuple[Kind, str] | None:
        """The measure that a figure without words of its own goes on with, and the rule that tells.

        ``family`` is what the figure can be by its unit: turnout for a share, voters for a count.
        """
        figure = sentence.figures[position]
        previous = sentence.previous_reading(position)
        if not sentence.is_narrated(figure.start):
            return None
        if self._is_other_share(self.text[figure.end : figure.end + 60]):
            return (previous.kind, "area") if previous and sentence.is_of_area(position) else None
        if self._is_of_the_vote(sentence, position) or self._is_supposed(sentence, position):
            return None
        if self.words.milestone.search(sentence.before(position)):
            return None
        asked: Kind | None = "turnout" if (self.asked, family) == ("voters", "turnout") else self.asked
        topic = previous.kind if previous else self._topic_before(sentence, figure.start) or asked
        if (topic, family, previous) == ("voters", "turnout", None):
            topic = self.shared or topic
        if family == "turnout" and self._is_at_moment(sentence, position):
            return topic or "turnout", "moment"
        beside = position > 0 and previous is None and sentence.figures[position - 1].unit == "percent"
        if (
            family == "turnout"
            and not beside
            and self._is_of_roll(figure)
            and not sentence.has_option(sentence.start, sentence.end)
            and (previous is not None or not self._is_apposed(sentence, position))
            and (previous is not None or not self.words.stands_for.search(sentence.before(position)))
        ):
            return topic if topic in ("turnout", "abstention") else "turnout", "share_of_electorate"
        if topic is None:
            return None
        if family == "turnout" and self._is_of_electorate(sentence, position, topic):
            return ("turnout" if topic == "voters" else topic), "share_of_electorate"
        if not _fits(topic, family, previous):
            return None
        rule = self._linked(sentence, position, previous) or self._standing(sentence, position, previous, family)
        if rule is None and self.asked is not None and position == 0:
            rule = "answer"
        return (topic, rule) if rule else None

    def _is_of_the_vote(self, sentence: Sentence, position: int) -> bool:
        """Whether an option, a word of results or a part of the voters stands before a figure."""
        figure, floor = sentence.figures[position], sentence.previous_end(position)
        previous = sentence.previous_reading(position)
        if previous is not None and previous.rule.endswith(("party_voters", "voting_verb")):
            floor = max([floor, *(o.end for o in sentence.options if o.start == floor + 1 and o.type == "party")])
        if sentence.has_option(floor, figure.start) or sentence.is_option_near(figure.end, figure.end + 5):
            return True
        if self.words.section_of_voters.search(self.text, max(sentence.start, figure.start - 60), figure.start):
            return True
        clause = max(floor, sentence.clause_start(figure.start))
        if self.words.pronoun.match(self.text[clause : figure.start].lstrip(" ,")):
            floor = clause  # *In Eastwood, where three parties think they can win, it is 66%*
        other = self.words.other_subject.search(self.text, floor, figure.start)
        if other is None:
            return False
        ranked = self.words.rank.search(other[0]) is not None and (
            sentence.previous_reading(position) is not None
            or self._is_told_of(sentence, other.start())
            or self._is_of_ranked_place(sentence)
        )
        return not ranked or sentence.has_option(sentence.start, sentence.end)

    def _is_of_ranked_place(self, sentence: Sentence) -> bool:
        """``… turnout. Leeds leads the northern seats with 61%``: right after a word of turnout, nobody but a place."""
        if self.topic is None or self.topic_age > 0 or sentence.options:
            return False
        return any(sentence.is_place(m) for m in sentence.mentions)

    def _is_told_of(self, sentence: Sentence, offset: int) -> bool:
        """Whether a word of turnout stands in the sentence before an offset."""
        return self.words.noun.search(self.text, sentence.start, offset) is not None

    def _is_of_electorate(self, sentence: Sentence, position: int, topic: Kind | None) -> bool:
        """``131 million people voted, or 56.9% of those eligible``: the same voters, as a share."""
        figure = sentence.figures[position]
        if sentence.previous_reading(position) is None:
            return False
        if (
            topic == "voters"
            and sentence.before(position).strip() == "("
            and self.text[figure.end : figure.end + 1] == ")"
        ):
            return True
        is_restated = topic == "voters" and self.words.restates.search(sentence.before(position)[-_RESTATES:])
        if is_restated and _ENDS_CLAUSE.match(self.text, figure.end):
            return True  # voted by noon, or 22.15%.
        who = self.words.electorate.match(self.text, figure.end)
        if who is None or self.words.continues.match(self.text, who.end()):
            return False
        return topic == "voters" or len(sentence.before(position)) < 30

    def _linked(self, sentence: Sentence, position: int, previous: Reading | None) -> str | None:
        """The rule that ties a figure to the one before it: compared, made precise, reached, from another source."""
        words, before = self.words, sentence.before(position)
        follows = previous is not None or self._opens(sentence, position)
        if follows and sentence.past(position, has_main=self._has_main()) is not None:
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
        if previous.is_baseline and self._is_of_now(sentence, position):
            return "level"
        if len(before) <= 30 and sentence.names_source(sentence.previous_end(position), sentence.near_end(position)):
            return "other_source"
        return None

    def _is_of_now(self, sentence: Sentence, position: int) -> bool:
        """``35% in 2015 and 40% tonight``, ``79 % au premier tour et 74 % au second``: no longer of the past."""
        end = sentence.figures[position].end
        if self.words.now.match(self.text, end):
            return True
        is_of_night = not any(r.is_of_other_contest for r in sentence.references)
        return is_of_night and self.words.second.match(self.text, end) is not None

    def _standing(self, sentence: Sentence, position: int, previous: Reading | None, family: str) -> str | None:
        """The rule by which a figure stands for what was last spoken of: an area, a pronoun, an hour, a heading."""
        figure, near_end = sentence.figures[position], sentence.near_end(position)
        if family == "turnout" and self._is_share_of_others(sentence, position):
            return None
        if sentence.area_after(position) is not None:
            return "area"
        is_subject = family == "turnout" and self.words.continues.match(self.text, figure.end) is not None
        owned = self.words.possessive.fullmatch(self.text, figure.start - _OWNED, figure.start) is not None
        if sentence.area_before(position) is not None and (owned or not is_subject):
            return "area"
        floor = max(sentence.previous_end(position), sentence.clause_start(figure.start))
        clause = self.text[floor : figure.start]
        pronoun = self.words.pronoun if family == "turnout" else self.words.count_pronoun
        if pronoun.search(clause) and len(clause) <= 90:
            return "pronoun"
        if any(figure.end <= m.start < near_end for m in sentence.moments):
            return "moment"
        if family == "turnout" and sentence.is_nationwide(position):
            return "area"
        if family == "turnout" and position == 0 and self._is_ranked(sentence, position):
            return "ranked"
        if family == "turnout" and position == 0 and self._is_said_next(sentence, position):
            return "other_source"
        return "heading" if previous is None and self._is_under_heading(sentence, position, family) else None

    def _is_under_heading(self, sentence: Sentence, position: int, family: str) -> bool:
        """Whether a figure stands by itself: ``34,67 % exactement``, but neither ``40% of cases`` nor ``Smith 51%``."""
        figure, near_end = sentence.figures[position], sentence.near_end(position)
        if self.words.of_whom.match(self.text, figure.end, near_end) or not sentence.heads(position):
            return False
        is_subject = self.words.continues.match(self.text, figure.end, near_end) is not None
        if is_subject and (family == "voters" or bare(self.text[sentence.start : figure.start])):
            return False
        if family == "turnout" and any(o.end <= figure.start for o in sentence.options):
            return False
        lead = bare(sentence.before(position))
        return position == 0 or position - 1 in sentence.station_figures or not lead or lead.endswith(":")

    def _is_share_of_others(self, sentence: Sentence, position: int) -> bool:
        """``12% of cases``: a share of those who might not have voted."""
        figure = sentence.figures[position]
        if self.words.of_whom.match(self.text, figure.end) is None or sentence.area_after(position) is not None:
            return False
        return self.words.electorate.match(self.text, figure.end) is None

    def _is_said_next(self, sentence: Sentence, position: int) -> bool:
        """``Turnout!  The council says 64.8%``, ``Ipsos is a bit lower, at 68.5%``: right after a word of turnout."""
        if sentence.options or self.topic_age > 1:
            return False
        figure = sentence.figures[position]
        if self.words.continues.match(self.text, figure.end):
            return False
        if self.topic_age == 0 and self.words.said.search(self.text, sentence.start, figure.start):
            return True
        first = next(iter(sentence.mentions), None)
        opens = first is not None and first.entity.kind == "pollster" and first.start - sentence.start <= 1
        return opens and figure.start - sentence.start <= _MOMENT_FAR

    def _is_ranked(self, sentence: Sentence, position: int) -> bool:
        """``The Gers is again the keenest, with 36.2%``: who votes most or least, right after a word of turnout."""
        if self.topic_age > 0 or sentence.has_option(sentence.start, sentence.end):
            return False
        return self.words.rank.search(self.text, sentence.start, sentence.near_end(position)) is not None

    def _opens(self, sentence: Sentence, position: int) -> bool:
        """Whether nothing but stations, changes and figures read comes before a figure in its sentence."""
        return all(
            sentence.figures[p].unit in ("points", "ratio") or p in sentence.read or p in sentence.station_figures
            for p in range(position)
        )

    def _is_at_moment(self, sentence: Sentence, position: int) -> bool:
        """``26,63 % à midi``: nothing but turnout is measured while people vote."""
        figure, near_end = sentence.figures[position], sentence.near_end(position)
        hours = [m for m in sentence.moments if m.clock.hour < self.words.closing]
        if not hours or sentence.has_option(sentence.start, sentence.end):
            return False
        if near := self._hours_near(sentence, position):
            answers = self.words.votes_for.match(self.text, near[0].end) is not None
            return not answers and (self.topic is not None or self._leads_to_share(sentence, sentence.start, position))
        place = sentence.area_after(position)
        if any(figure.end <= m.start < near_end for m in hours):
            return place is not None or self._is_of_roll(figure)
        if position == 0 and any(
            m.end <= figure.start and self._leads_to_share(sentence, m.end, position) for m in hours
        ):
            ended = not self.text[figure.end : near_end].strip()
            return ended or place is not None or self._is_of_roll(figure)
        return False

    def _hours_near(self, sentence: Sentence, position: int) -> list[Moment]:
        """The hours, before the polls close, right after a figure."""
        end = sentence.figures[position].end
        merely = self.words.merely.match(self.text, end, sentence.end)
        end = merely.end() if merely else end
        return [
            m for m in sentence.moments if end <= m.start <= end + _MOMENT_NEAR and m.clock.hour < self.words.closing
        ]

    def _is_of_roll(self, figure: Figure) -> bool:
        """``27 percent of registered voters``, with no verb of theirs; ``sur 99 % des inscrits`` is a count."""
        if self.words.on_stations.search(self.text, max(0, figure.start - 20), figure.start):
            return False
        return self.words.of_roll.match(self.text, figure.end) is not None

    def _leads_to_share(self, sentence: Sentence, start: int, position: int) -> bool:
        """``At 7pm the figure was 47%``, ``By 7pm: Cork 47%``: nothing else has the share that follows an hour."""
        figure = sentence.figures[position]
        lead = self.text[start : figure.start]
        if re.search(r"[.;()«»\"“”]", lead):
            return False
        if sentence.area_before(position) is not None and len(lead) <= 3 * _MOMENT_FAR:
            return self.words.other_subject.search(lead) is None
        if self.words.announced.match(lead):
            return True
        lead = lead[lead.rfind(":") + 1 :]
        return not bare(lead).strip(" ,") or (len(lead) <= _MOMENT_FAR and self.words.pronoun.search(lead) is not None)

    def _split_range(self, sentence: Sentence, position: int, kind: Kind) -> None:
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
            half = Figure(start, stop, stop, figure.unit, value, is_approximate=figure.is_approximate)
            values: dict[str, float | int] | None = {"voters": int(value)} if kind == "voters" else _turnout(half, kind)
            if values is None:
                continue
            reading = self._reading(sentence, position, kind, "from_to", values, kind)
            reading.start, reading.end, reading.is_baseline = start, stop, past
            if past:
                joint = re.search(rf"{SPACE}\S+$", self.text[start:stop])
                reading.end = start + joint.start() if joint else stop
                reading.round = 0
            else:
                reading.round = self.context.liveblog.round
            self._add(sentence, position, reading)

    # ── counts: ballots cast ──────────────────────────────────────────────────────────────────────

    def _read_count(self, sentence: Sentence, position: int) -> None:
        figure, text = sentence.figures[position], self.text
        highest = figure.value if figure.value is not None else figure.high
        if not figure.unit and self._read_signed(sentence, position):
            return
        if highest is None or not figure.is_whole or highest < 2 or not sentence.is_own_figure(position):
            return
        told = self._counted_beside(sentence, position)
        if self._is_still_out(sentence, position) or self._is_whole(sentence, position):
            return
        if told is None and figure.unit != "votes":
            continued = self._continued(sentence, position, "voters")
            if continued is None and figure.high_start is not None and sentence.is_rising(position):
                topic = self._topic_before(sentence, figure.start)
                if topic in ("turnout", "voters") and highest >= _FEWEST_BARE:
                    continued = "voters", "from_to"
            told = continued[1] if continued and not self.words.enrolled.match(text, figure.number_end) else None
            if not figure.unit and highest < _FEWEST_BARE and told != "comparison":
                return
        if told is None or self.words.surplus.match(text, figure.end):
            return
        if highest < _FEWEST_VOTERS:
            self._report(
                figure, f"{text[figure.start : figure.end]} is too small a number of voters to be that of an area"
            )
            return
        if figure.high_start is not None and sentence.is_rising(position):
            self._split_range(sentence, position, "voters")
            return
        values: dict[str, float | int]
        if figure.value is not None:
            values = {"voters": int(figure.value)}
        else:
            values = {"voters_min": int(figure.low or 0), "voters_max": int(figure.high or 0)}
        self._add(sentence, position, self._reading(sentence, position, "voters", told, values, "voters"))

    def _read_signed(self, sentence: Sentence, position: int) -> bool:
        """``Turnout 68.7% (+2.3)``, ``66.2%, up 3.4``: right after a share, a bare number with a sign or a word of rise
        or fall is a change in points.
        """
        figure, previous = sentence.figures[position], sentence.previous_reading(position)
        if previous is None or previous.reported_as not in ("turnout", "abstention") or figure.value is None:
            return False
        sign = self._printed_sign(self.text[sentence.previous_end(position) : figure.start])
        if not sign or figure.value > 100:
            return False
        value = sign * figure.value if previous.kind != "abstention" else -sign * figure.value
        self._add(
            sentence,
            position,
            self._reading(sentence, position, previous.kind, "change", {"change_points": value}, "change"),
        )
        return True

    def _printed_sign(self, lead: str) -> int:
        """+1 or -1 where nothing but a sign, or a word of rise or fall, leads to a number; else 0."""
        told = lead.strip(" ,;(\u00a0")
        if told == "+" or self.words.more.fullmatch(told):
            return 1
        return -1 if told in ("−", "–", "-") or self.words.less.fullmatch(told) else 0

    def _is_still_out(self, sentence: Sentence, position: int) -> bool:
        """``360,000 ballots left to open``: counted one day, not a measure of the vote."""
        figure = sentence.figures[position]
        if figure.unit == "voters":
            return False
        noun = self.words.noun_after.match(self.text, figure.end)
        return self.words.not_cast.match(self.text, noun.end() if noun else figure.end) is not None

    def _is_of_primary(self, sentence: Sentence, position: int) -> bool:
        """``Turnout in Harris County: 322,000 Democrats``: in a primary, the party's people are the voters."""
        figure, topic = sentence.figures[position], self._topic_before(sentence, sentence.figures[position].start)
        if self.context.liveblog.election_type != "primary" or figure.unit or topic not in ("turnout", "voters"):
            return False
        after = self.text[figure.end : figure.end + 40]
        if any(o.type == "party" and self._is_label(o, figure) for o in sentence.options):
            return True
        return any(
            o.start == figure.end + 1
            and o.type == "party"
            and after[1 : 1 + o.end - o.start].endswith("s")
            and not self.words.votes_for.match(self.text, o.end)
            for o in sentence.options
        )

    def _is_label(self, party: Option, figure: Figure) -> bool:
        """``Democrats: 171,109``: whose number follows a colon."""
        return party.end <= figure.start and self.text[party.end : figure.start].strip() == ":"

    def _shares_noun(self, sentence: Sentence, position: int) -> bool:
        """``282,000 Republican and 268,000 Democratic ballots``: two kinds of one noun."""
        if position + 1 >= len(sentence.figures):
            return False
        figure, following = sentence.figures[position], sentence.figures[position + 1]
        if not self.words.other_kind.fullmatch(self.text, figure.end, following.start):
            return False
        noun = self.words.noun_after.match(self.text, following.end)
        return noun is not None and noun["voters"] is not None

    def _counts_others(self, figure: Figure) -> bool:
        """Whether a noun right after a bare number says that it is no number of voters: *80.000 bénévoles*."""
        noun = re.compile(rf"{SPACE}[a-zà-ÿ]{{5,}}s(?!\w)").match(self.text, figure.end)
        return noun is not None and self.words.electorate.match(noun[0]) is None

    def _is_glossed_as_share(self, sentence: Sentence, position: int) -> bool:
        """``17,228,000 voters, or 89.8% of the roll``: a share of all who might vote says what the count is."""
        if position + 1 >= len(sentence.figures):
            return False
        share = sentence.figures[position + 1]
        return share.unit == "percent" and self._is_apposed(sentence, position + 1) and self._is_of_roll(share)

    def _is_restated(self, sentence: Sentence, position: int) -> bool:
        """``38 % ont voté, soit 18 millions d'électeurs``: the count that a share makes, to the end of the clause."""
        figure, previous = sentence.figures[position], sentence.previous_reading(position)
        if previous is None or previous.reported_as != "turnout" or previous.is_baseline:
            return False
        who = self.words.electors_after.match(self.text, figure.end)
        lead = sentence.before(position)
        is_told = figure.unit or who
        if _ENDS_CLAUSE.match(self.text, who.end() if who else figure.end) is None:
            return False
        return bool(is_told and lead.rstrip().endswith(":")) or self.words.also.search(lead) is not None

    def _is_whole(self, sentence: Sentence, position: int) -> bool:
        """``402 of his 893 voters had come``, ``35% of the 1.4 million registered``: those who might have voted."""
        if (position - 1) not in sentence.read or sentence.read[position - 1].is_change:
            return False
        return self.words.whole_of.fullmatch(sentence.before(position)) is not None

    def _is_record(self, sentence: Sentence, position: int) -> bool:
        """``Never have so many people voted: 186,874``: the number behind the colon."""
        lead = self.text[sentence.start : sentence.figures[position].start].rstrip()
        often = self.words.so_many.search(lead) if lead.endswith(":") and position == 0 else None
        return often is not None and self.words.verb.search(lead, often.end()) is not None

    def _counted_beside(self, sentence: Sentence, position: int) -> str | None:
        """The rule by which the words beside a number make it one of ballots cast."""
        figure, words, text = sentence.figures[position], self.words, self.text
        printed = text[figure.number_end : figure.end]
        after = text[figure.end : min(sentence.end, figure.end + 60)]
        noun = words.noun.search(printed + after) if printed else words.noun_after.match(after)
        if noun and noun["voters"] and noun.start() <= max(6, len(printed)):
            return "noun_after"
        if not figure.unit and self._shares_noun(sentence, position):
            return "noun_after"
        closing = words.unquoted.match(after)
        if closing and (quoted := words.noun.match(after, closing.end())) and quoted["voters"]:
            return "noun_after"
        if kind := self._voting_verb(sentence, position):
            if kind == "abstention":
                self._report(figure, "those who did not vote are no number of voters")
            return "voting_verb" if kind == "voters" else None
        if self._is_record(sentence, position):
            return "voting_verb"
        lead = text[max(sentence.start, figure.start - 60) : figure.start]
        who = words.electors.search(printed) if printed else words.electors_after.match(text, figure.end)
        named = who is not None and not sentence.is_option_near(figure.end, figure.end + 8)
        goes_on = words.votes_for.match(text, figure.end) or words.at_event.match(text, figure.end)
        if named and not goes_on and words.gathering.search(lead) and not words.contender.search(lead):
            return "gathering"
        if named and not goes_on and words.had.search(lead) and words.so_far.match(text, figure.end):
            return "gathering"
        drawn = words.gathering.search(lead) and words.electorate.match(text, figure.end)
        if (named or drawn) and self._is_glossed_as_share(sentence, position):
            return "share_of_electorate"
        is_count = figure.unit in ("voters", "ballots") or (not figure.unit and (figure.value or 0) >= _FEWEST_ELSE)
        if (named or is_count) and self._is_restated(sentence, position):
            return "share_of_electorate"
        if figure.unit == "ballots" and len(sentence.figures) > 1 and words.out_of.search(lead):
            return "out_of"
        if self._is_of_primary(sentence, position):
            return "party_voters"
        if figure.unit in ("voters", "ballots") and named and self._is_at_moment(sentence, position):
            return "moment"
        if figure.unit == "votes" and self._hours_near(sentence, position) and self._is_at_moment(sentence, position):
            return "moment"
        if figure.unit == "votes":
            return None
        before = self._noun_before(sentence, position)
        if before and (
            before[0] == "voters" or (figure.unit == "voters" and words.electorate.match(printed + " ") is None)
        ):
            return before[1]
        if (
            before
            and before[0] == "turnout"
            and figure.unit in ("", "ballots")
            and not self._counts_others(figure)
            and figure.value
            and figure.value >= _FEWEST_ELSE
            and (figure.unit or words.noun.search(text, max(sentence.start, figure.start - 60), figure.start))
        ):
            return before[1]
        return None

    # ── changes ───────────────────────────────────────────────────────────────────────────────────

    def _read_points(self, sentence: Sentence, position: int) -> None:
        """``+2,5 points``, ``en recul de cinq points``: a change of the turnout, falling when abstention rises."""
        figure = sentence.figures[position]
        previous = sentence.previous_reading(position)
        kind = previous.kind if previous else self._topic_before(sentence, figure.start)
        if kind is None and (noun := self.words.noun_after.match(self.text, figure.end)):
            kind = kind_of(noun)
        if kind is None or not sentence.is_narrated(figure.start) or self._is_of_section(sentence, position):
            return
        if self._is_of_other_subject(sentence, position):
            return
        sign = self._sign(sentence, position)
        if sign == 0 or sentence.has_option(sentence.clause_start(figure.start), figure.start):
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

    def _read_percent_change(self, sentence: Sentence, position: int) -> bool:
        """``une hausse de 23%``, ``up 5% on 2015``, ``23% de votants de plus``: a relative change, not a level."""
        figure, words = sentence.figures[position], self.words
        if figure.unit != "percent" or not self._is_change(sentence, position):
            return False
        previous = sentence.previous_reading(position)
        kind = previous.kind if previous else self._topic_before(sentence, figure.start)
        lead = self.text[sentence.start : figure.start]
        if kind is None and words.rise_alone.fullmatch(lead) and self._hours_near(sentence, position):
            kind = "turnout"
        surplus = words.surplus.match(self.text, figure.end)
        if kind is None and surplus and words.electors.search(surplus[0]):
            kind = "voters"
        nouns = [m.end() for m in words.noun.finditer(self.text, sentence.clause_start(figure.start), figure.start)]
        floor = nouns[-1] if nouns else sentence.clause_start(figure.start)
        if kind is None or sentence.has_option(floor, figure.start):
            return False
        if self._is_of_section(sentence, position) or self._is_of_other_subject(sentence, position):
            return False
        sign = self._sign(sentence, position)
        if sign == 0:
            return False
        if kind == "abstention":
            self._report(figure, "a relative change of the abstention, which is none of the turnout")
        elif figure.value is None:
            self._report(figure, "a change given as a range")
        else:
            reading = self._reading(sentence, position, kind, "change", {"change_pct": sign * figure.value}, "change")
            self._add(sentence, position, reading)
        return True

    def _is_of_section(self, sentence: Sentence, position: int) -> bool:
        """``Turnout among women is up four points``: a part of those who vote."""
        figure = sentence.figures[position]
        floor = sentence.clause_start(figure.start)
        return self.words.section_of_voters.search(self.text, floor, figure.start) is not None

    def _is_of_other_subject(self, sentence: Sentence, position: int) -> bool:
        """``Turnout is up. Smith is up half a point``: a rise whose sentence has no word of turnout, but a subject."""
        figure = sentence.figures[position]
        if sentence.previous_reading(position) or self._is_told_of(sentence, figure.end + _RESTATES):
            return False
        if self.words.other_subject.search(self.text, sentence.start, figure.start):
            return True
        return sentence.has_option(sentence.start, figure.start, strict=True)

    def _is_change(self, sentence: Sentence, position: int) -> bool:
        """Whether a sign, a word of rise or fall before, or *de plus* after makes a percentage a change."""
        figure, words = sentence.figures[position], self.words
        if words.surplus.match(self.text, figure.end):
            return True
        if words.noun_after.match(self.text, figure.end) or words.electorate.match(self.text, figure.end):
            return False
        following = self.text[figure.end : sentence.next_start(position)]
        if position + 1 < len(sentence.figures) and words.to.fullmatch(following):
            return False  # « tombée de 66,7 % à 57,4 % »
        dated = any(r.is_past and figure.end <= r.start < figure.end + _MOMENT_NEAR for r in sentence.references)
        if dated and words.arrives.search(following) and not re.search(r"[,;]", following):
            return False  # « de 16,5 % en 2017 à 22,3 % »
        digits = _DIGIT.search(self.text, figure.start, figure.end)
        floor = max(sentence.start, figure.start - 70, sentence.previous_end(position))
        lead = self.text[floor : digits.start() if digits else figure.start]
        signed = self._is_signed(sentence, position)
        by = words.by.search(lead)
        if by is None or words.level.search(lead) or words.arrives.search(lead):
            return signed
        return signed or not any(m.start <= floor + by.start() < m.end for m in sentence.mentions)  # South Down 58.4%

    def _is_signed(self, sentence: Sentence, position: int) -> bool:
        """``+3 %``, ``-2%``: whether a sign of plus or minus stands before a figure."""
        figure = sentence.figures[position]
        lead = self.text[max(sentence.start, figure.start - 3) : figure.start]
        return lead.rstrip()[-1:] in ("+", "−") or (lead[-1:] in ("-", "–") and lead[-2:-1] in (" ", "(", ""))

    def _sign(self, sentence: Sentence, position: int) -> int:
        """+1 for a rise, -1 for a fall, 0 when the words do not tell: the nearest word of either decides."""
        figure, text, words = sentence.figures[position], self.text, self.words
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

    def _read_multiples(self, sentence: Sentence, nouns: list[re.Match[str]]) -> None:
        """``la participation a doublé``: a change of 100%."""
        if not nouns and not sentence.read and self.topic is None:
            return
        for match in self.words.multiple.finditer(self.text, sentence.start, sentence.end):
            kind = self._multiplied(sentence, nouns, match.start()) if sentence.is_narrated(match.start()) else None
            if kind is None or match.lastgroup is None or self._is_than_place(sentence, match.end()):
                continue
            change = int(match.lastgroup.removeprefix("by"))
            reading = Reading(
                match.start(),
                match.end(),
                kind,
                _RULE + "multiple",
                {"change_pct": change},
                sentence.index,
                "change",
                round=self.context.liveblog.round,
            )
            self._situate(sentence, reading, match.start(), match.end(), sentence.end)
            self._add(sentence, -1 - change, reading)

    def _is_than_place(self, sentence: Sentence, offset: int) -> bool:
        """``vote trois fois plus que la Creuse``: one place beside another is no change."""
        return any(
            sentence.is_place(m) and self.words.than.fullmatch(self.text, offset, m.start) for m in sentence.mentions
        )

    def _multiplied(self, sentence: Sentence, nouns: list[re.Match[str]], offset: int) -> Kind | None:
        """The measure that doubles at an offset: named near it, read before it, or spoken of when it heads the line."""
        named = [n for n in nouns if n.end() <= offset + 40 and abs(n.start() - offset) <= 120]
        before = [r for r in sentence.read.values() if r.end <= offset]
        heads = not bare(self.text[sentence.start : offset])
        kind = kind_of(named[-1]) if named else before[-1].kind if before else self.topic if heads else None
        floor = named[-1].end() if named and named[-1].end() <= offset else offset
        if kind == "abstention" or sentence.has_option(floor, offset, strict=True):
            return None
        return kind

    # ── stations ──────────────────────────────────────────────────────────────────────────────────

    def _read_stations(self, sentence: Sentence, position: int) -> bool:
        """``Sur 75% des bureaux de vote``: how much of the vote a figure rests on."""
        figure, text, words = sentence.figures[position], self.text, self.words
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

    # ── making a reading ──────────────────────────────────────────────────────────────────────────

    def _reading(
        self, sentence: Sentence, position: int, kind: Kind, rule: str, value: dict[str, float | int], reported_as: str
    ) -> Reading:
        figure = sentence.figures[position]
        reading = Reading(
            figure.start,
            figure.end,
            kind,
            _RULE + rule,
            value,
            sentence.index,
            reported_as,
            is_approximate=figure.is_approximate,
        )
        liveblog = self.context.liveblog
        past = None if reported_as == "change" else sentence.past(position, has_main=self._has_main())
        if past is not None:
            reading.is_baseline = True
            reading.round = sentence.round_of(past, position)
            reading.is_of_other_contest = isinstance(past, Reference) and past.is_of_other_contest
        else:
            reading.round = liveblog.round
        reading.area = sentence.area_before(position) if rule == "voting_place" else sentence.area_of(position)
        if reading.area is None and rule == "moment" and self._follows_voting_place(sentence, position):
            reading.area = self._last_place(sentence, position)
        reading.is_nationwide = reading.area is None and sentence.is_nationwide(position)
        self._situate(sentence, reading, sentence.previous_end(position), figure.end, sentence.next_start(position))
        if sentence.pending_pct is not None or sentence.pending_units is not None:
            reading.reporting_pct, reading.sub_units_reported = sentence.pending_pct, sentence.pending_units
            sentence.pending_pct = sentence.pending_units = None
        if not reading.is_baseline:
            reading.baseline = sentence.compared_with(position)
        return reading

    def _situate(self, sentence: Sentence, reading: Reading, floor: int, start: int, limit: int) -> None:
        """Hour, stage and source of a reading, from the words between two figures, else from its sentence."""
        words = self.words
        projected, settled = sentence.is_projected, sentence.is_settled
        moment = self._moment_of(sentence, reading, floor, start, limit, is_final=projected or settled)
        if moment is not None and projected and moment.clock.hour >= words.closing:
            moment = None
        if moment is not None:
            reading.as_of = instant(moment, self.entry, self.context.liveblog)
            reading.stage = "measured"
        elif reading.is_baseline or settled:
            reading.stage = "final"
        elif projected:
            reading.stage = "projection"
        elif words.final.search(self.text, max(sentence.start, reading.start - 90), start) or (
            self._settled_from <= sentence.start
        ):
            reading.stage = "final"
        reading.announced_by, reading.relayed_by = sentence.source(start, limit)

    @cached_property
    def _settled_from(self) -> int:
        """Where words end that say that the vote is over, first in the entry; behind it when none do."""
        settled = self.words.settled.search(self.text, self.entry.char_start, self.entry.char_end)
        return settled.end() if settled else self.entry.char_end + 1

    def _moment_of(
        self, sentence: Sentence, reading: Reading, floor: int, start: int, limit: int, *, is_final: bool
    ) -> Moment | None:
        """The hour beside a figure; else, unless it is of the whole vote, that of its sentence or of those before."""
        near_end = first_break(self.text, start, limit)
        after = [m for m in sentence.moments if start <= m.start < near_end]
        before = [m for m in sentence.moments if floor <= m.start < reading.start]
        told = [m.end for m in sentence.moments if m.end <= reading.start]
        is_later = self.words.later.search(self.text, told[-1] if told else sentence.start, reading.start) is not None
        if is_later and not after:
            return None  # “35% by 3pm; officials now put it at 44%”
        if is_final:  # 33,213 had voted by noon, and 1.5 million are expected
            before = [m for m in before if not self.words.projection.search(self.text, m.end, reading.start)]
        if self.words.early.search(self.text, max(floor, reading.start - 30), near_end):
            before = [m for m in before if first_break(self.text, m.end, reading.start) == reading.start]
            return next(iter(after or before), None)
        if after or before:
            return (after or before[-1:])[0]
        earlier = [m for m in sentence.moments if m.start < reading.start]
        later = [m for m in sentence.moments if start <= m.start < limit]
        of_sentence = earlier[-1] if earlier else later[0] if later else self.moment
        if len(sentence.moments) == 1 and self._is_of_only_hour(sentence, reading, is_told=of_sentence is not None):
            of_sentence = sentence.moments[0]
        if self.words.same_moment.search(self.text, floor, near_end):
            return of_sentence
        if reading.is_baseline and self.words.records.search(self.text, sentence.start, reading.start):
            return None
        is_final = is_final and not (reading.is_baseline and earlier)
        today = self.context.liveblog.date.weekday()
        if is_final or self.words.other_days[today].search(self.text, sentence.start, sentence.end):
            return None
        if self.words.final.search(self.text, max(floor, reading.start - 90), min(limit, start + 60)):
            return None
        return of_sentence

    def _is_of_only_hour(self, sentence: Sentence, reading: Reading, *, is_told: bool) -> bool:
        """Whether the one hour that a sentence names behind other figures is also that of a reading.

        ``is_told``: there is already an hour that might be that of the reading.
        """
        if reading.rule.endswith("voting_place"):
            return True
        if is_told:
            return False
        between = [f for f in sentence.figures if reading.end <= f.start < sentence.moments[0].start]
        return (
            self._is_of_all(sentence)
            or reading.is_change
            or (bool(between) and all(f.unit == "points" for f in between))  # 18,4 %, 7 points de moins qu'à midi
            or (reading.area is not None and not reading.is_baseline and self._is_closed_by_hour(sentence))
            or (len(between) == 1 and self._is_part_of(reading, between[0]))
        )

    def _is_of_all(self, sentence: Sentence) -> bool:
        """``Leeds 44%, York 41%, both as of 7pm``: whether the hour is said to be that of every figure."""
        return self.words.all_at.search(self.text, sentence.start, sentence.moments[0].start) is not None

    def _is_closed_by_hour(self, sentence: Sentence) -> bool:
        """``52 % dans le Gers et 48 % dans le Lot à 17h``: whether a sentence about the present ends on its hour."""
        rest = self.text[sentence.moments[0].end : sentence.end]
        return not rest.strip(" .!\n") and not any(r.is_past for r in sentence.references)

    def _is_part_of(self, reading: Reading, figure: Figure) -> bool:
        """``1,210 of the 3,400 on the register``: whether a number right behind a count is that of all who might have
        voted, or of the same voters as a share.
        """
        gap = self.text[reading.end : figure.start]
        who = self.words.electorate.match(gap)
        is_apposed = self.words.apposed.fullmatch(gap[who.end() :] if who else gap) is not None
        return (is_apposed and figure.unit == "percent") or self.words.whole_of.fullmatch(gap) is not None

    def _add(self, sentence: Sentence, position: int, reading: Reading) -> None:
        sentence.read[position] = reading
        self.readings.append(reading)

    # ── looking around ────────────────────────────────────────────────────────────────────────────

    def _has_main(self) -> bool:
        return any(not r.is_baseline and not r.is_change for r in self.readings)

    def _topic_before(self, sentence: Sentence, offset: int) -> Kind | None:
        """The measure last named before an offset, in the sentence or the ones before."""
        nouns = [
            m
            for m in self.words.noun.finditer(self.text, sentence.start, offset)
            if sentence.is_narrated(m.start()) and not self._is_done_by_somebody(sentence, m)
        ]
        reads = [r for r in sentence.read.values() if r.end <= offset]
        if nouns and (not reads or nouns[-1].start() > reads[-1].start):
            return kind_of(nouns[-1])
        return reads[-1].kind if reads else self.topic

    # ── leftovers ─────────────────────────────────────────────────────────────────────────────────

    def _leave(self, sentence: Sentence, position: int) -> None:
        """A share that is not of participation: another subject, or one that the rules could not read."""
        figure = sentence.figures[position]
        start, limit = sentence.previous_end(position), sentence.near_end(position)
        after = self.text[figure.end : min(sentence.end, figure.end + 60)]
        if sentence.has_option(sentence.start, sentence.end) or self._is_other_share(after):
            sentence.foreign = True
            return
        if sentence.is_narrated(figure.start) and self.words.noun.search(self.text, start, limit):
            self._report(figure, "a share beside words of turnout could not be read")

    def _report(self, figure: Figure, message: str) -> None:
        self.issues.append(
            Issue("extract", "warning", "participation-figure-not-read", message, figure.start, figure.end)
        )

    # ── the whole entry ───────────────────────────────────────────────────────────────────────────

    def _area_beside(self, reading: Reading) -> Area | None:
        """The area of the reading before it in the same sentence that has one."""
        return next(
            (
                r.area
                for r in reversed(self.readings)
                if r.sentence == reading.sentence and r.start < reading.start and r.area
            ),
            None,
        )

    def _complete(self) -> None:
        """What the rest of the entry tells of each reading: its area and who announced it."""
        announcers = list(dict.fromkeys(r.announced_by for r in self.readings if r.announced_by))
        relays = list(dict.fromkeys(r.relayed_by for r in self.readings if r.relayed_by))
        area = self._opening_area() if any(r.area is None for r in self.readings) else None
        for reading in self.readings:
            if reading.area is None and (reading.is_baseline or reading.is_change):
                reading.area = self._area_beside(reading)
            if reading.area is None and not reading.is_nationwide and not self._is_before_area(reading, area):
                reading.area = area
            if not reading.announced_by and len(announcers) == 1 and not reading.is_baseline:
                reading.announced_by = announcers[0]
            if not reading.relayed_by and len(relays) == 1 and not reading.is_baseline:
                reading.relayed_by = relays[0]

    def _is_before_area(self, reading: Reading, area: Area | None) -> bool:
        """``15.1%, as low as 11.6% in Staffordshire``: whether the area is that of a later figure of the sentence."""
        return area is not None and any(
            r.sentence == reading.sentence and r.start > reading.start and r.area == area and not r.is_change
            for r in self.readings
        )

    def _opening_area(self) -> Area | None:
        """The area that a heading or the first sentences set for the rest of the entry."""
        area = None
        for index, (start, end) in enumerate(self.passed):
            if self.words.nationwide.search(self.text, start, end):
                area = None
                continue
            sentence = self._sentence(index, start, end, has_figures=False)
            places = [m for m in sentence.mentions if sentence.is_place(m)]
            is_read = any(r.sentence == index for r in self.readings)
            if named := sentence.named_area(start, end):
                area = named
            elif places and not (len(places) > 1 and is_read):
                lead = max(start, places[0].start - 30)
                told = sentence.is_led(lead, places[0].start) or self.words.takes.search(
                    self.text, lead, places[0].start
                )
                if places[0].start - start <= 3 or (index == 0 and told):
                    area = sentence.place(places[0])
        return area

    def _settled(self) -> list[Reading]:
        """The readings without those that another one says better: repeated, rounded in words, implied."""
        levels = [r for r in self.readings if not r.is_change]
        has_both = any(r.is_baseline for r in levels) and any(not r.is_baseline for r in levels)
        kept: list[Reading] = []
        for reading in self.readings:
            if reading.is_rough and reading.is_change and has_both:
                self._note(reading, "a rounded change between two figures printed beside it")
            elif self._is_in_headline(reading) and any(rounds(reading, r) for r in levels):
                self._note(reading, "rounds in the headline a figure printed below it")
            elif reading.is_rough and not reading.is_change and any(glosses(reading, r) for r in levels):
                self._note(reading, "says in words a figure printed beside it")
            elif (twin := next((k for k in kept if repeats(reading, k)), None)) is not None:
                enrich(twin, reading)
            else:
                kept.append(reading)
        return kept

    def _is_in_headline(self, reading: Reading) -> bool:
        headline = headline_of(self.entry, self.text)
        return headline is not None and reading.start < headline[1]

    def _note(self, reading: Reading, message: str) -> None:
        self.issues.append(
            Issue("extract", "info", "participation-figure-implied", message, reading.start, reading.end)
        )


def _fits(topic: Kind, family: str, previous: Reading | None) -> bool:
    """Whether a share or a count can go on with a measure: a count only with counts, a share with shares."""
    if family == "voters":
        return topic == "voters" or previous is not None
    return topic != "voters" or (previous is not None and previous.reported_as != "voters")


def _is_short(gap: str, figure: Figure) -> bool:
    """A few small words between a figure and its verb: ``46 million Americans voted``, ``45% seulement ont voté``."""
    limit = 3 if figure.unit in ("voters", "ballots", "votes", "") else 2
    return len(gap.split()) <= limit and re.fullmatch(r"[\w\s’'-]*", gap) is not None


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
