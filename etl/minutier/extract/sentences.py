"""The sentences of a document, entry by entry: where they begin and end, and each read once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from minutier.document import Entry
from minutier.extract.lexicon import lexicon
from minutier.extract.passages import Passages
from minutier.extract.syntax import Sentence, read_sentence
from minutier.languages import language

FAR = 12
"""How many sentences away an antecedent is looked for."""
LONG = 1500
"""Characters of narration after which a sentence is cut at a space, so that reading takes time in
proportion to the text."""
_MASK = "\x00"
_LINE = re.compile(r"[^\n]+")
_CAPITAL = "A-ZÀ-ÖØ-ÞŒ"
_STOP = re.compile(
    rf"(?:[.!?…][.!?…]{{0,5}}[)\]]{{0,2}}(?=\s+[-–—•]?\s?[{_CAPITAL}0-9@#\[(\x00])|\x00(?=\s+[{_CAPITAL}\x00]))"
)
"""Where a sentence may end in text whose quotations are masked: a stop, or a quotation, before a capital."""
_NAME_AND_VERB = re.compile(rf" (?:[{_CAPITAL}][\w’'.-]{{1,20}} ){{1,4}}(?P<verb>[a-zé]{{3,15}})(?![\w’'-])")


@cache
def _abbreviations(code: str) -> frozenset[str]:
    return frozenset(str(a) for a in language(code)["people"].get("abbreviations") or ())


@cache
def _goes_on(code: str) -> re.Pattern[str]:
    """Words behind the stop of an abbreviation with which its sentence goes on: *at 4 p.m. Eastern*."""
    return re.compile(language(code)["people"].get("abbreviation_goes_on") or "(?!)")


class Sentences:
    """The sentences of one document. Offsets are those of its text; a sentence is read when it is first asked for."""

    def __init__(self, context: Passages) -> None:
        self._context = context
        self.text = context.text
        self._code = context.language.code
        self._words = lexicon(self._code)
        self._bounds: dict[int, list[tuple[int, int]]] = {}
        self._read: dict[int, Sentence] = {}

    def sentences(self, entry: Entry) -> list[tuple[int, int]]:
        """The sentences of an entry, as offsets; quoted words never break one, a quotation that ends one
        does."""
        found = self._bounds.get(entry.char_start)
        if found is None:
            found = self._bounds[entry.char_start] = list(self._split(entry))
        return found

    def _split(self, entry: Entry) -> Iterator[tuple[int, int]]:
        narration = self.narration(entry)
        base = entry.char_start
        for line in _LINE.finditer(narration):
            stop = line.start() + len(line[0].rstrip())
            if stop == line.start() or self._context.is_boilerplate(base + line.start(), base + stop):
                continue
            first = line.start()
            for match in _STOP.finditer(narration, first, stop):
                place = match.start()
                if narration[place] == _MASK:
                    if not self._ends_sentence(base + place):
                        continue
                    is_told = any(map(str.isalpha, narration[first:place]))
                    if narration[match.end() : stop].lstrip()[:1] == _MASK and not is_told:
                        continue  # “Fine.” “I am glad,” he says; not *She called it “fine.” “I am glad,” he says*
                elif narration[place] == "." and match.end() == place + 1 and self._is_abbreviated(narration, place):
                    continue
                yield from self._pieces(narration, base, first, match.end())
                first = match.end()
            yield from self._pieces(narration, base, first, stop)

    def _pieces(self, narration: str, base: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A sentence, without the space before it; in pieces when its narration is longer than any
        sentence."""
        while start < end:
            while start < end and narration[start].isspace():
                start += 1
            cut = self._cut(narration, base, start, end) if end - start > LONG else end
            if start < cut:
                yield base + start, base + cut
            start = cut

    def _cut(self, narration: str, base: int, start: int, end: int) -> int:
        """Where to cut a sentence after ``LONG`` characters of narration, each quotation counting for
        ten."""
        left = LONG
        position = start
        for quotation in self._context.quotations(base + start, base + end):
            gap = quotation.start - base - position
            if gap > left:
                break
            left -= gap + 10
            position = min(quotation.end - base, end)
            if left <= 0:
                return position
        if end - position <= left:
            return end
        space = narration.find(" ", position + left // 2, position + left)
        return space if space > 0 else position + left

    def _is_abbreviated(self, narration: str, stop: int) -> bool:
        """Whether a full stop belongs to an abbreviation or an initial: *M. Baly*, *J. Doe*."""
        start = stop
        while start and narration[start - 1].isalpha() and stop - start < 8:
            start -= 1
        word = narration[start:stop]
        if _goes_on(self._code).match(narration, stop + 1):
            return True
        if not word and self._is_ordinal(narration, stop):
            return True
        return (len(word) == 1 and word.isupper()) or word in _abbreviations(self._code)

    def _is_ordinal(self, narration: str, stop: int) -> bool:
        """Whether a full stop makes an ordinal of the figure before it: *am 26. September*."""
        if not self._context.language["people"].get("ordinal_stop"):
            return False
        return re.search(r"(?<!\w)\d{1,2}$", narration[max(0, stop - 3) : stop]) is not None

    def _ends_sentence(self, offset: int) -> bool:
        """Whether the words quoted up to a closing mark end with a full stop, or the quotation is a post."""
        quotation = self._context.quotation_at(offset)
        if quotation is not None and self.text[quotation.inner_end - 1] in "!?" and self._is_told_after(quotation.end):
            return False  # “And you?” Mark Dunne asked
        return quotation is not None and (
            quotation.is_post or self.text[quotation.inner_end - 1] in ".!?…" or quotation.inner_end == quotation.end
        )

    def _is_told_after(self, offset: int) -> bool:
        """Whether a name and a verb of speech follow words that end on a mark of their own."""
        match = _NAME_AND_VERB.match(self.text, offset)
        return match is not None and self._words.tags.get(match["verb"]) == "V"

    def narration(self, entry: Entry) -> str:
        """The text of an entry with the same length, its quotations masked by U+0000."""
        pieces = []
        position = entry.char_start
        for quotation in self._context.quotations(entry.char_start, entry.char_end):
            pieces.append(self.text[position : quotation.start])
            pieces.append(_MASK * (min(quotation.end, entry.char_end) - quotation.start))
            position = quotation.end
        pieces.append(self.text[position : entry.char_end])
        return "".join(pieces)

    def sentence(self, offset: int, entry: Entry) -> Sentence:
        """The sentence that holds a character, read."""
        bounds = self.sentences(entry)
        index = max(0, bisect_right(bounds, (offset, len(self.text))) - 1)
        start, end = bounds[index] if bounds else (entry.char_start, entry.char_end)
        return self._sentence(start, end)

    def sentence_of(self, start: int, end: int, entry: Entry) -> Sentence | None:
        """The sentence of the entry that has these very bounds, read; None when there is none."""
        bounds = self.sentences(entry)
        index = bisect_left(bounds, (start, end))
        return self._sentence(start, end) if bounds[index : index + 1] == [(start, end)] else None

    def sentence_before(self, offset: int, entry: Entry) -> Sentence | None:
        """The sentence of the entry that ends before an offset, read."""
        bounds = self.sentences(entry)
        index = bisect_left(bounds, (offset,)) - 1
        if index >= 0 and bounds[index][1] > offset:
            index -= 1
        return self._sentence(*bounds[index]) if index >= 0 else None

    def sentence_after(self, offset: int, entry: Entry) -> Sentence | None:
        """The sentence of the entry that begins at an offset or after it, read."""
        bounds = self.sentences(entry)
        index = bisect_left(bounds, (offset,))
        return self._sentence(*bounds[index]) if index < len(bounds) else None

    def _sentence(self, start: int, end: int) -> Sentence:
        read = self._read.get(start)
        if read is None:
            context = self._context
            read = self._read[start] = read_sentence(
                self.text, start, end, context.people, context.quotations(start, end), self._code
            )
        return read

    def sentences_read(self, start: int, end: int, entry: Entry) -> list[Sentence]:
        """The sentences of an entry that share a character with ``text[start:end]``, read."""
        bounds = self.sentences(entry)
        first = max(0, bisect_right(bounds, (start, len(self.text))) - 1)
        return [self._sentence(*b) for b in bounds[first : bisect_left(bounds, (end,))] if b[1] > start]

    def before(self, offset: int, entry: Entry) -> Iterator[Sentence]:
        """The sentences of an entry up to an offset, from the nearest one backwards; the last ``FAR``
        of them."""
        bounds = self.sentences(entry)
        last = bisect_left(bounds, (offset,))
        for start, end in reversed(bounds[max(0, last - FAR) : last]):
            yield self._sentence(start, end)
