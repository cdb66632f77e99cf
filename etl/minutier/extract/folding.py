"""Words compared as people compare them: without case, accents or typographic variants."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_TYPOGRAPHY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‑": "-",
        "‐": "-",
        "–": "-",
        " ": " ",
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
    }
)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower-case, without accents, straight apostrophes, ASCII hyphens, single spaces.

    The result may differ in length from the text: never use it for offsets.
    """
    text = text.lower().translate(_TYPOGRAPHY)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.split())


_UNUSUAL = re.compile(r"[^ -~]")


def fold_in_place(text: str) -> str:
    """The text folded letter by letter: its length and offsets stay, letters that fold to two stay too."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _UNUSUAL.sub(lambda match: _folded_letter(match[0]), lower)


@lru_cache(maxsize=10_000)
def _folded_letter(letter: str) -> str:
    folded = " " if letter.isspace() else fold(letter)
    return folded if len(folded) == 1 else letter


def phrases(lines: str | Iterable[str]) -> list[str]:
    """The members of a list separated by vertical bars, as the language files write it, on one line or more."""
    joined = lines if isinstance(lines, str) else " | ".join(lines)
    return [part for part in (" ".join(piece.split()) for piece in joined.split("|")) if part]


def words(text: str) -> list[str]:
    """The letters-and-digits words of a text, folded."""
    return re.findall(r"[a-z0-9]+", fold(text))
