"""One entry being read: its units, the stands and issues found so far, and what its words have named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context
from minutier.extract.passages import sentence_end
from minutier.extract.people import Entity, Mention
from minutier.extract.quotation import Quotation
from minutier.extract.stands.grammar import Grammar
from minutier.extract.stands.units import LONGEST_SENTENCE, MASK, RECENT, SHORT_QUOTATION, Stand, Unit
from minutier.extract.syntax import Sentence, read_sentence

FAR = 12
"""Sentences back in which somebody spoken of is looked for."""
NEAR = 4000
"""Characters around a description in which the names of a post are looked at."""


@dataclass
class Reading:
    """One entry being read, unit after unit.

    ``flat`` is its text as the patterns read it. ``untold`` holds stands whose endorser nobody could name: *so did X*
    may lean on them. ``is_unresolved`` tells that a side of the cue being read should lead to somebody and does not.
    """

    entry: Entry
    context: Context
    words: Grammar
    flat: str
    stands: list[Stand] = field(default_factory=list)
    untold: list[Stand] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    is_unresolved: bool = False
    _quotes: list[Row] = field(default_factory=list)
    _quote_starts: list[int] | None = None
    _spoken: dict[int, Entity] | None = None
    _roll_call: int | None = None

    def recent(self) -> list[Stand]:
        """The stands told last."""
        return self.stands[-RECENT:]

    def units(self) -> Iterator[Unit]:
        """The sentences that hold a first word of a construction, long quotations apart, in order."""
        context, entry = self.context, self.entry
        base = entry.char_start
        places = [base + m.start() for m in self.words.heads.finditer(self.flat)]
        for pattern in (self.words.compounds, self.words.supporting):
            places += [base + m.start() for m in pattern.finditer(self.flat)]
        places.sort()
        long = [q for q in context.quotations(entry.char_start, entry.char_end) if self._is_long(q)]
        units: list[tuple[int, int, Quotation | None]] = [
            (start, end, None) for start, end in context.references.sentences(entry)
        ]
        stops = sentence_end(context.language.code)
        for quotation in long:
            for first, last in quotation.parts or ((quotation.inner_start, quotation.inner_end),):
                units.extend((s, e, quotation) for s, e in _split(context.text, first, last, stops))
        for start, end, source in sorted(units, key=lambda u: (u[0], u[2] is not None)):
            if bisect_left(places, start) == bisect_left(places, end) or context.is_boilerplate(start, end):
                continue
            inside = [] if source else [q for q in long if start <= q.start < end]
            for first, last in _pieces(context.text, start, end):
                if bisect_left(places, first) == bisect_left(places, last):
                    continue
                flat = self._masked(first, last, [q for q in inside if q.start < last and first < q.end])
                speaker = self.quote_at(first) if source else None
                yield Unit(first, last, flat, partial(self.sentence, inside), speaker, source is not None)

    def sentence(self, quotations: Sequence[Quotation], start: int, end: int) -> Sentence:
        context = self.context
        inside = [q for q in quotations if start <= q.start and q.end <= end]
        if len(inside) == len(context.quotations(start, end)):
            known = context.references.sentence_of(start, end, self.entry)
            if known is not None:
                return known
        return read_sentence(context.text, start, end, context.people, inside, context.language.code)

    def _is_long(self, quotation: Quotation) -> bool:
        text = self.context.text
        words = text[quotation.inner_start : quotation.inner_end]
        before = text[max(0, quotation.start - 2) : quotation.start].strip(" \u00a0\u202f")
        goes_on = words[:1].islower() and before[-1:].isalpha()  # *said he wasn't “going to endorse anybody.”*
        if quotation.is_post or words.count(" ") >= SHORT_QUOTATION * (1 + goes_on):
            return True
        return words[-1:] in (".", "!", "?", "…") and not goes_on

    def _masked(self, start: int, end: int, quotations: Sequence[Quotation]) -> str:
        base, pieces, position = self.entry.char_start, [], start
        for quotation in quotations:
            opening, closing = max(quotation.start, start), min(quotation.end, end)
            pieces.append(self.flat[position - base : opening - base])
            pieces.append(MASK * (closing - opening))
            position = closing
        pieces.append(self.flat[position - base : end - base])
        return "".join(pieces)

    def quote_at(self, offset: int) -> Row | None:
        """The row of ``quotes`` that covers a character, if any."""
        rows = self.context.quotes.get(self.entry.entry_id, ())
        if self._quote_starts is None:
            self._quotes = sorted(rows, key=lambda row: int(row["char_start"]))
            self._quote_starts = [int(row["char_start"]) for row in self._quotes]
        index = bisect_right(self._quote_starts, offset) - 1
        if index >= 0 and offset < self._quotes[index]["char_end"]:
            return self._quotes[index]
        return None

    def bounds_before(self, offset: int) -> list[tuple[int, int]]:
        """The sentences of the entry that begin before an offset."""
        bounds = self.context.references.sentences(self.entry)
        index = bisect_left(bounds, (offset, 0))
        return bounds[max(0, index - FAR) : index]

    def is_in_long_line(self, offset: int) -> bool:
        bounds = self.bounds_before(offset + 1)
        return bool(bounds) and bounds[-1][1] - bounds[-1][0] > LONGEST_SENTENCE

    def named_before(self, offset: int) -> Sequence[Mention]:
        """The names of the post before an offset, not farther than a reader remembers."""
        return self.context.people.between(max(self.entry.char_start, offset - NEAR), offset)

    def described_speakers(self) -> dict[int, Entity]:
        """Whom the descriptions beside quotations lead to, by where they begin."""
        if self._spoken is None:
            self._spoken = {}
            for row in self.context.quotes.get(self.entry.entry_id, ()):
                speaker, start = row.get("speaker_id"), row.get("speaker_char_start")
                if isinstance(speaker, Entity) and start is not None:
                    self._spoken[int(start)] = speaker
        return self._spoken

    def is_roll_call(self, unit: Unit) -> bool:
        """Whether a post says at its head, or so far, that it tells who is with whom; or tells it of several."""
        told = {stand.endorser.key for stand in self.stands if stand.cue.unit is not unit}
        last = self.stands[-1].cue if self.stands else None
        goes_on = last is not None and last.unit is unit and last.construction.rule == "endorsements.counts_on"
        return len(told) > 1 or goes_on or self._announces_roll_call(unit.end - self.entry.char_start)

    def _announces_roll_call(self, end: int) -> bool:
        """Whether the first ``end`` characters of the post say so; it is read once, however many units it has."""
        if self._roll_call is None:
            ends = (match.end() for match in self.words.roll_call.finditer(self.flat))
            self._roll_call = min(ends, default=len(self.flat) + 1)
        return self._roll_call <= end


def _split(text: str, start: int, end: int, stops: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The sentences of words quoted, as offsets."""
    first = start
    for match in stops.finditer(text, start, end):
        if match.end() - first > 3 and text[match.start() - 1 : match.start()].islower():
            yield first, match.end()
            first = match.end()
    if text[first:end].strip():
        yield first, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, in pieces when it is far too long to be one."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end
