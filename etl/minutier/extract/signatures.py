"""The lines by which journalists sign a live blog and its posts: they name nobody of whom the posts tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from minutier.document import Entry
from minutier.extract.people import Mention, People

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r"[ \u00a0]?(?:[,|–—][^\d\n]{2,40}|[a-zà]{1,3} [^\d\n.]{2,30})?\)?[ \u00a0]*$")
"""What may follow a name that signs a post: nothing, or whence its bearer writes."""
_HEAD = 3
"""Lines at the head of a post in which who writes it is told."""
_LONGEST = 100
_LEAST = 2
"""Posts that somebody signs, at the least, of whom the head of the live blog says nothing."""


def signed_lines(text: str, entries: Sequence[Entry], people: People, by: Collection[str]) -> list[Span]:
    """The lines that are signatures, as offsets in order: those of the lead that hold nothing but names and the words
    that join them (*Par A, B et C*), the first and last lines of posts that open with a name (*Jane Roe, Miami*; *(Luc
    Roy, à Lens)*), and one below a headline that opens with a word of ``by`` and a name (*By Jane Roe in Miami*).
    Nobody signs of whom any other line tells, nor who signs one post only, with neither such a word nor the lead.
    """
    lines = [candidate for entry in entries for candidate in _candidates(text, entry, people, by)]
    signing = Counter(m.entity for _, named, _ in lines for m in named)
    told = Counter(m.entity for m in people.mentions if m.entity in signing)
    certain = {m.entity for _, named, is_certain in lines if is_certain for m in named}
    signers = {e for e, count in signing.items() if count == told[e] and (count >= _LEAST or e in certain)}
    return sorted(line for line, named, _ in lines if all(m.entity in signers for m in named))


def _candidates(
    text: str, entry: Entry, people: People, by: Collection[str]
) -> Iterator[tuple[Span, list[Mention], bool]]:
    """The lines of an entry that may be signatures, with the people they name, and whether one alone is enough."""
    found = [line for line in _LINE.finditer(text, entry.char_start, entry.char_end) if not line[0].isspace()]
    for match in found if entry.section == "lead" else dict.fromkeys((*found[:_HEAD], *found[-1:])):
        start, end = match.start(), match.end()
        named = [m for m in people.between(start, end) if m.entity.is_person] if end - start <= _LONGEST else []
        if not named:
            continue
        if entry.section == "lead":
            if len(_WORD.findall(_without(text, match.span(), named))) <= len(named):
                yield match.span(), named, True
            continue
        lead = text[start : named[0].start].strip(" (—–").lower()
        is_first_or_last = match in (found[0], found[-1])
        if lead in (by if not is_first_or_last else (*by, "")) and _BEHIND.match(text[named[0].end : end]):
            yield match.span(), named[:1], lead != ""


def _without(text: str, line: Span, named: Sequence[Mention]) -> str:
    """A line without the names in it."""
    parts, start = [], line[0]
    for mention in named:
        parts.append(text[start : mention.start])
        start = mention.end
    return " ".join([*parts, text[start : line[1]]])
