"""Where words are quoted: stretches between quotation marks and embedded posts of social networks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutier.document import Document, Entry
from minutier.languages import Language


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` with its marks; ``text[inner_start:inner_end]`` the words."""

    start: int
    end: int
    inner_start: int
    inner_end: int


_MARKS = re.compile(r"«[^«»]{1,4000}»|“[^“”]{1,4000}”|\"[^\"\n]{1,4000}\"")


def find_quotations(document: Document, entries: Sequence[Entry], language: Language) -> list[Quotation]:
    """The quotations of the entries, in order, never nested."""
    found = []
    for entry in sorted(entries, key=lambda e: e.char_start):
        for match in _MARKS.finditer(document.text, entry.char_start, entry.char_end):
            start, end = match.span()
            inner = match[0][1:-1]
            left = len(inner) - len(inner.lstrip())
            right = len(inner) - len(inner.rstrip())
            found.append(Quotation(start, end, start + 1 + left, end - 1 - right))
    return found
