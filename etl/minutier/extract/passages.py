"""The text of one document as the rules read it: paragraphs, sentences, quotations, figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from minutier.document import Document, Entry, MarkKind
from minutier.extract.lexicon import lexicon
from minutier.extract.numbers import Figure, figures
from minutier.extract.people import Entity, People
from minutier.extract.prefilter import Cues
from minutier.extract.quotation import Quotation, find_quotations
from minutier.extract.signatures import signed_lines
from minutier.languages import Language, language

_LINE = re.compile(r"[^\n]+")
_LONGEST = 5000
"""Characters of the longest sentence, several paragraphs of somebody's words included."""


class Passages:
    """The entries of one document, read into passages as they are asked for; ``people`` are those it names.

    Of what its entries have said so far, ``winner`` is whoever has won the whole contest, ``leader`` whoever has had
    more than a half of it, ``qualified`` are those who have reached its next round, ``duel`` the last two of whom one
    has beaten the other. ``is_one_contest``: the same people stand everywhere; ``is_presidential``: for the presidency.
    ``leaders``: who led each party of the country on the day; ``parties_led``: which ones people have led;
    ``nominees``: whom they nominated for the presidency that is voted on.
    """

    def __init__(self, document: Document, entries: Sequence[Entry], language: Language, people: People) -> None:
        self.document, self.entries, self.language, self.people = document, entries, language, people
        self.text = document.text
        self.winner: Entity | None = None
        self.leader: Entity | None = None
        self.qualified: list[Entity] = []
        self.is_one_contest = False
        self.is_presidential = False
        self.election_type = ""
        self.leaders: Mapping[str, str | None] = {}
        self.parties_led: Mapping[str, frozenset[str]] = {}
        self.nominees: Mapping[str, str] = {}
        self.duel: list[Entity] = []
        self.cues = Cues(self.text, language.code, people.folded)
        self._sentences: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._figures: dict[tuple[int, int], list[Figure]] = {}
        furniture = [(m.start, m.end) for m in document.marks_of(MarkKind.BOILERPLATE) if m.end > m.start]
        by = lexicon(language.code).prepositions["by"]
        self._boilerplate = _merged([*furniture, *signed_lines(self.text, entries, people, by)])
        self._boilerplate_ends = [end for _, end in self._boilerplate]
        self._quotations = find_quotations(document, entries, language)
        self._quotation_starts = [q.start for q in self._quotations]

    def holders_of(self, office: str) -> tuple[str, ...]:
        """Who held an office on the day, by name; nobody where no contest is known."""
        return ()

    def former_holders_of(self, office: str) -> tuple[str, ...]:
        """Who had held an office before, by name; nobody where no contest is known."""
        return ()

    def is_foreign(self, office: str) -> bool:
        """Whether an office is told to be of another country than the contest."""
        return False

    def figures(self, start: int, end: int) -> list[Figure]:
        """The figures that ``text[start:end]`` prints in digits, in order; read once, and not to be changed."""
        found = self._figures.get((start, end))
        if found is None:
            found = self._figures[start, end] = figures(self.text, start, end, self.language.code)
        return found

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
        text, stops = self.text, sentence_end(self.language.code)
        for start, end in self.paragraphs(entry):
            first = start
            for match in stops.finditer(text, start, end):
                quotation = self.quotation_at(match.start())
                if quotation is not None and match.start() + 1 < quotation.end:
                    is_last = text[match.start()] == "." and match.end() == quotation.end
                    if not (is_last and text[first : quotation.start].strip()):
                        continue  # but *He called it “disputed.” Nobody agreed*
                if _LEADERS.match(text, match.start()):
                    continue
                if _GOES_ON.match(text, match.end()) and self._is_in_name(match.start()):
                    continue
                yield _skip_space(text, first, end), match.end()
                first = match.end()
            first = _skip_space(text, first, end)
            if first < end:
                yield first, end

    def _is_in_name(self, offset: int) -> bool:
        """Whether a mark belongs to the name of a party: *Ensemble ! 25,2 %*."""
        mention = self.people.at(offset)
        return mention is not None and mention.entity.kind == "party"


_LEADERS = re.compile(r"(?:(?<=[ \u00a0])[.…]|[.…]{4})[.…]{0,60}(?=[ \u00a0]{1,4}\d)")
"""Dots that lead to a figure, as in a table: *Luc Petit (PS) ........ 23,30 %*."""
_GOES_ON = re.compile(r"\s\d|(?<=\))\s")
"""Behind a mark that may end a name: a figure, or any word where parentheses have closed."""


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
def sentence_end(code: str) -> re.Pattern[str]:
    """Closing punctuation before a space and a capital, a figure or an opening mark; not after an
    abbreviation, nor before what goes on with one (*11 a.m. Irish time*).
    """
    people = language(code)["people"]
    abbreviations = people.get("abbreviations") or ()
    ordinal = r"(?<!\b\d\.)(?<!\b\d\d\.)" if people.get("ordinal_stop") else ""
    guards = ordinal + "".join(rf"(?<!\b{re.escape(a)}\.)" for a in abbreviations)
    goes_on = people.get("abbreviation_goes_on")
    guards += rf"(?!{goes_on})" if goes_on else ""
    stop = rf"(?:\.{guards}(?<!\b[A-Z]\.)|!|\?|…)"
    return re.compile(rf"{stop}{stop}*[»”\"’)\]]{{0,3}}(?=\s+[\"«“‘(\[\-–—]?\s?(?:[A-ZÀ-ÖØ-Þ@#]|(?<!\.m\. )[0-9]))")
