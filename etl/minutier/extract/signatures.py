"""The lines by which journalists sign a live blog and its posts: they name nobody of whom the posts tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from minutier.document import Entry
from minutier.extract.people import Mention, People

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r"[ \u00a0]?(?:[,|–—][^\d\n]{2,40})?\)?[ \u00a0]*$")
"""What may follow a name that signs a post: nothing, or whence its bearer writes."""
_LONGEST = 100
_LEAST = 2
"""Posts that somebody signs, at the least, of whom the head of the live blog says nothing."""


def signed_lines(text: str, entries: Sequence[Entry], people: People) -> list[Span]:
    """The lines that are signatures, as offsets in order: those of the lead that hold nothing but names and the words
    that join them (*Par A, B et C*), the first and last lines of posts that open with a name (*Jane Roe, Miami*; *(Luc
    Roy, à Lens)*). Nobody signs of whom any other line tells, nor who signs one post only and is not in the lead.
    """
    lines = [(e.section == "lead", line, named) for e in entries for line, named in _candidates(text, e, people)]
    signing = Counter(m.entity for _, _, named in lines for m in named)
    told = Counter(m.entity for m in people.mentions if m.entity in signing)
    in_lead = {m.entity for is_lead, _, named in lines if is_lead for m in named}
    signers = {e for e, count in signing.items() if count == told[e] and (count >= _LEAST or e in in_lead)}
    return sorted(line for _, line, named in lines if all(m.entity in signers for m in named))


def _candidates(text: str, entry: Entry, people: People) -> Iterator[tuple[Span, list[Mention]]]:
    """The lines of an entry that may be signatures, with the people they name."""
    found = [line for line in _LINE.finditer(text, entry.char_start, entry.char_end) if not line[0].isspace()]
    for match in found if entry.section == "lead" else dict.fromkeys((*found[:1], *found[-1:])):
        start, end = match.start(), match.end()
        named = [m for m in people.between(start, end) if m.entity.is_person] if end - start <= _LONGEST else []
        if not named:
            continue
        if entry.section == "lead":
            if len(_WORD.findall(_without(text, match.span(), named))) <= len(named):
                yield match.span(), named
        elif not text[start : named[0].start].strip(" (—–") and _BEHIND.match(text[named[0].end : end]):
            yield match.span(), named[:1]


def _without(text: str, line: Span, named: Sequence[Mention]) -> str:
    """A line without the names in it."""
    parts, start = [], line[0]
    for mention in named:
        parts.append(text[start : mention.start])
        start = mention.end
    return " ".join([*parts, text[start : line[1]]])
