"""What is read at once: a sentence of the narrator, or of words quoted; and what is found in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context
from minutier.extract.folding import fold
from minutier.extract.people import Entity
from minutier.extract.quotation import Quotation
from minutier.extract.stands.grammar import Construction, Grammar
from minutier.extract.syntax import Sentence, read_sentence

SHORT_QUOTATION = 8
"""Words up to which a quotation is read as part of the narrator's sentence."""
LONGEST_SENTENCE = 2000
"""Characters after which a sentence is cut at a space: no rule looks so far, and time stays linear."""
RECENT = 20
"""Stands that an anaphora may lead back to."""
MASK = "\x00"
"""What stands for words quoted in the narrator's sentence."""
ROLL_CALL = "roll call"
"""What a construction needs that tells a stand only in a post about who is with whom."""
ENDORSERS = ("person", "unknown", "party", "organization", "outlet", "group")
BODIES = {
    "body": ("outlet", "organization", "group"),
    "party answer": ("outlet", "organization", "group", "party"),
    "outlet": ("outlet",),
    "party of persons": ("person", "unknown"),
}
"""Who may take a stand by words that say other things of the others."""
ENDORSEES = ("person", "unknown", "party", "organization", "group")


@dataclass(frozen=True, slots=True)
class Side:
    """An endorser or an endorsee."""

    name: str
    entity: Entity | None
    start: int
    end: int
    role: str = ""

    @property
    def key(self) -> str:
        return fold(self.name)


@dataclass(frozen=True, eq=False)
class Unit:
    """A sentence of the narrator, or of words quoted.

    ``flat`` is ``text[start:end]`` as the patterns read it; ``read`` reads any stretch as a sentence.
    """

    start: int
    end: int
    flat: str
    read: Callable[[int, int], Sentence]
    speaker: Row | None = None
    is_quoted: bool = False

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence, read when a rule first asks for it."""
        return self.read(self.start, self.end)

    def between(self, start: int, end: int) -> str:
        """``flat`` between two offsets of the document."""
        return self.flat[max(0, start - self.start) : max(0, end - self.start)]

    def part(self, start: int, end: int | None = None) -> Unit:
        """A stretch of the unit as a unit of its own, so that no phrase begins before it or ends after it."""
        end = self.end if end is None else end
        return Unit(start, end, self.between(start, end), self.read, self.speaker, self.is_quoted)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of a stand: ``start`` with the auxiliary, ``head`` the first word, ``end`` where the
    complement begins."""

    construction: Construction
    unit: Unit
    start: int
    head: int
    end: int
    tense: str
    stance: str
    clitic: str = ""
    is_impersonal: bool = False
    is_participial: bool = False

    @property
    def flat(self) -> str:
        """The words of the cue, as the patterns read them."""
        return self.unit.between(self.start, self.end)


@dataclass(slots=True)
class Stand:
    """A stand read, before its status is decided."""

    cue: Cue
    endorser: Side
    endorsee: Side | None
    stance: str
    is_own_words: bool = False
    status: str = ""
    past_round: int | None = None


def flattened(text: str) -> str:
    """Text as the patterns read it, of the same length: lower case, straight apostrophes, plain spaces,
    no marks."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for mark in '«»“”"„\u00a0\u202f':
        lower = lower.replace(mark, " ")
    return lower.replace("’", "'").replace("‘", " ")


_STOP = re.compile(r"[.!?…]{1,5}(?=\s|[A-ZÉÀ])")


class UnitReader:
    """One entry under reading: its units, and the stands and issues found so far."""

    def __init__(self, entry: Entry, context: Context, words: Grammar, flat: str) -> None:
        self.entry, self.context, self.words = entry, context, words
        self.flat = flat
        self.stands: list[Stand] = []
        self.untold: list[Stand] = []  # whose endorser nobody could name; *so did X* may lean on them
        self.issues: list[Issue] = []
        self._unresolved = False
        self._quotes: list[Row] = []
        self._quote_starts: list[int] | None = None
        self._spoken: dict[int, Entity] | None = None

    def _recent(self) -> list[Stand]:
        """The stands told last."""
        return self.stands[-RECENT:]

    def _units(self) -> Iterator[Unit]:
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
        for quotation in long:
            for first, last in quotation.parts or ((quotation.inner_start, quotation.inner_end),):
                units.extend((s, e, quotation) for s, e in _split(context.text, first, last))
        for start, end, source in sorted(units, key=lambda u: (u[0], u[2] is not None)):
            if bisect_left(places, start) == bisect_left(places, end) or context.is_boilerplate(start, end):
                continue
            inside = [] if source else [q for q in long if start <= q.start < end]
            for first, last in _pieces(context.text, start, end):
                if bisect_left(places, first) == bisect_left(places, last):
                    continue
                flat = self._masked(first, last, [q for q in inside if q.start < last and first < q.end])
                speaker = self._quote_at(first) if source else None
                yield Unit(first, last, flat, partial(self._sentence, inside), speaker, source is not None)

    def _sentence(self, quotations: Sequence[Quotation], start: int, end: int) -> Sentence:
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
        if quotation.is_post or words.count(" ") >= SHORT_QUOTATION:
            return True
        before = text[max(0, quotation.start - 2) : quotation.start].strip(" \u00a0\u202f")
        goes_on = words[:1].islower() and before[-1:].isalpha()  # *said he wasn't “going to endorse anybody.”*
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

    def _quote_at(self, offset: int) -> Row | None:
        """The row of ``quotes`` that covers a character, if any."""
        rows = self.context.quotes.get(self.entry.entry_id, ())
        if self._quote_starts is None:
            self._quotes = sorted(rows, key=lambda row: int(row["char_start"]))
            self._quote_starts = [int(row["char_start"]) for row in self._quotes]
        index = bisect_right(self._quote_starts, offset) - 1
        if index >= 0 and offset < self._quotes[index]["char_end"]:
            return self._quotes[index]
        return None


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of words quoted, as offsets."""
    first = start
    for match in _STOP.finditer(text, start, end):
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
