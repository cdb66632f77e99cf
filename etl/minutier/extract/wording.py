"""Words and phrases of the language files as patterns, in any case and typography."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutier.extract.folding import fold
from minutier.languages import language

NEVER = re.compile(r"(?!)")
"""Finds nothing: the pattern of an empty list."""


def any_of(words: Iterable[str], *, raw: bool = False) -> re.Pattern[str]:
    """A pattern that finds any of some words or phrases, whole, in any case; ``raw`` takes them as
    patterns.
    """
    forms = sorted(map(str, words), key=len, reverse=True)
    if not forms:
        return NEVER
    patterns = forms if raw else map(spelled, forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def spelled(form: str) -> str:
    """The pattern of a word or phrase in any typography: apostrophes, no-break spaces, letters without
    their accents (*RESULTATS DEFINITIFS*).
    """
    plain = re.escape(form).replace("'", "['’]").replace(r"\ ", r"[ \u00a0]")
    return plain.translate(_ANY_ACCENT)


_ANY_ACCENT = {ord(letter): f"[{letter}{fold(letter)}]" for letter in "àâäçéèêëîïôöùûü"}


def unaccented_head(pattern: str) -> str:
    """A pattern that also finds words whose first letter is printed without its accent: *Elu*, *Eliminé*."""
    return re.sub(r"(?<![\w\\])é", "[ée]", pattern)


def with_imperfects(pattern: str, code: str) -> str:
    """A pattern of conditionals with ``<imperfect>`` spelled out: the forms of the language that only look like one."""
    return pattern.replace("<imperfect>", str(language(code)["syntax"].get("imperfect") or "(?!)"))
