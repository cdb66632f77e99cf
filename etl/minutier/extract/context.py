"""What the rules may look at besides the entry: the document, who is named in it, what was read before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from minutier.document import Document, Entry, Issue, Liveblog, MarkKind, Row
from minutier.extract.numbers import Figure, figures
from minutier.extract.people import Entity, People
from minutier.extract.prefilter import Cues
from minutier.extract.quotation import Quotation, find_quotations
from minutier.extract.references import References
from minutier.languages import Language, language

_LINE = re.compile(r"[^\n]+")
_REFERENDUM = re.compile(r"r[ée]f[ée]rendum|votation|plebiscite", re.IGNORECASE)
_LONGEST_OPENING = 600
"""Characters before the first post where title and lead may stand."""
_LONGEST = 5000
"""Characters of the longest sentence, several paragraphs of somebody's words included."""


class Found(NamedTuple):
    """What a table's rules found in one entry.

    Rows hold the published columns except the row's own identifier, ``entry_id`` and ``liveblog_id``.
    Columns that lead to people (``speaker_id``, ``option_id``, …) hold an ``Entity`` or None: ``extract``
    turns
    them into identifiers.
    """

    rows: list[Row]
    issues: list[Issue]


@dataclass
class Context:
    """One document under extraction. Built once; ``quotes`` fills as the entries are read, in time order, and
    ``winner`` is whoever they have said so far to have won the whole contest, ``count`` the stage of its figures.
    ``is_referendum``: answers are what is voted for, as the contest tells, or title and lead where nothing else does.
    """

    document: Document
    entries: Sequence[Entry]
    liveblog: Liveblog
    language: Language
    people: People
    quotes: dict[str, list[Row]] = field(default_factory=dict)
    winner: Entity | None = None
    count: str = ""

    def __post_init__(self) -> None:
        self.text = self.document.text
        first = min((e.char_start for e in self.entries if e.date_published), default=len(self.text))
        opening, kind = self.text[: min(first, _LONGEST_OPENING)], self.liveblog.election_type
        self.is_referendum = kind == "referendum" or (kind == "other" and _REFERENDUM.search(opening) is not None)
        self.cues = Cues(self.text, self.language.code, self.people.folded)
        self._sentences: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._figures: dict[tuple[int, int], list[Figure]] = {}
        self._boilerplate = _merged(
            (m.start, m.end) for m in self.document.marks_of(MarkKind.BOILERPLATE) if m.end > m.start
        )
        self._boilerplate_ends = [end for _, end in self._boilerplate]
        self._quotations = find_quotations(self.document, self.entries, self.language)
        self._quotation_starts = [q.start for q in self._quotations]

    @cached_property
    def answers(self) -> Sequence[str]:
        """The answers of the question put: the first pair of the language that the document names, else the last."""
        pairs: Sequence[Sequence[str]] = self.language["results"]["answers"]
        named = (pair for pair in pairs if all(re.search(rf"(?<!\w){each}(?!\w)", self.text) for each in pair))
        return next(named, pairs[-1])

    @cached_property
    def references(self) -> References:
        """What the document's descriptions and pronouns stand for."""
        from minutier.extract.references import References

        return References(self)

    def quotations(self, start: int, end: int) -> Sequence[Quotation]:
        """The stretches between quotation marks (and embedded posts) that begin inside
        ``text[start:end]``, in order.
        """
        return self._quotations[bisect_left(self._quotation_starts, start) : bisect_left(self._quotation_starts, end)]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation, marks included, that covers a character, if any."""
        index = bisect_right(self._quotation_starts, offset) - 1
        if index >= 0 and offset < self._quotations[index].end:
            return self._quotations[index]
        return None

    def figures(self, start: int, end: int) -> list[Figure]:
        """The figures that ``text[start:end]`` prints in digits, in order; read once, and not to be changed."""
        found = self._figures.get((start, end))
        if found is None:
            found = self._figures[start, end] = figures(self.text, start, end, self.language.code)
        return found

    def is_boilerplate(self, start: int, end: int) -> bool:
        """Whether a stretch touches what a named rule has set apart as boilerplate."""
        index = bisect_right(self._boilerplate_ends, start)
        return index < len(self._boilerplate) and self._boilerplate[index][0] < end

    def paragraphs(self, entry: Entry) -> list[tuple[int, int]]:
        """The lines of an entry that hold words, as offsets, boilerplate left out."""
        found = [
            (line.start(), line.start() + len(line[0].rstrip()))
            for line in _LINE.finditer(self.text, entry.char_start, entry.char_end)
        ]
        return [(s, e) for s, e in found if e > s and not self.is_boilerplate(s, e)]

    def sentences(self, entry: Entry) -> list[tuple[int, int]]:
        """The sentences of an entry, as offsets. A sentence never ends inside a quotation and never
        crosses a line; one of more than 5,000 characters is cut at a space.
        """
        place = entry.char_start, entry.char_end
        found = self._sentences.get(place)
        if found is None:
            found = self._sentences[place] = [p for s, e in self._split(entry) for p in _pieces(self.text, s, e)]
        return found

    def _split(self, entry: Entry) -> Iterator[tuple[int, int]]:
        text, sentence_end = self.text, _sentence_end(self.language.code)
        for start, end in self.paragraphs(entry):
            first = start
            for match in sentence_end.finditer(text, start, end):
                quotation = self.quotation_at(match.start())
                if quotation is not None and match.start() + 1 < quotation.end:
                    continue
                yield _skip_space(text, first, end), match.end()
                first = match.end()
            first = _skip_space(text, first, end)
            if first < end:
                yield first, end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; in pieces when it is far too long to be one, so that the rules take time in proportion to it."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield start, cut
        start = _skip_space(text, cut, end)
    if start < end:
        yield start, end


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


@cache
def _sentence_end(code: str) -> re.Pattern[str]:
    """Closing punctuation before a space and a capital, a figure or an opening mark; not after an
    abbreviation.
    """
    people = language(code)["people"]
    abbreviations = people.get("abbreviations") or ()
    ordinal = r"(?<!\b\d\.)(?<!\b\d\d\.)" if people.get("ordinal_stop") else ""
    guards = ordinal + "".join(rf"(?<!\b{re.escape(a)}\.)" for a in abbreviations)
    stop = rf"(?:\.{guards}(?<!\b[A-Z]\.)|!|\?|…)"
    return re.compile(rf"{stop}{stop}*[»”\"’)\]]{{0,3}}(?=\s+[\"«“‘(\[\-–—]?\s?(?:[A-ZÀ-ÖØ-Þ@#]|(?<!\.m\. )[0-9]))")
