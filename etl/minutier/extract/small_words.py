"""The small words of a language as patterns, by their function: articles, conjunctions, prepositions.

A function is a key of ``syntax`` in the language file, or of one of its tables: ``of``, ``relatives``, ``definite``,
``and``, ``by``. ``singular_definite`` and ``plural_definite`` are told apart by ``plurals``, and so are the contracted.
What a language does not state matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from minutier.extract.folding import fold
from minutier.languages import language

_TABLES = ("articles", "determiners", "conjunctions", "breaks", "prepositions", "markers")
_LISTS = ("of", "relatives")


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The words of each function, and the article that each contraction holds: *aux* → *les*."""

    forms: Mapping[str, tuple[str, ...]]
    contracted: Mapping[str, str]

    def of(self, *functions: str) -> list[str]:
        """The words of some functions, each once, the longest first."""
        words = dict.fromkeys(word for function in functions for word in self.forms.get(function, ()))
        return sorted(words, key=lambda word: (-len(word), word))

    def whole(self, *functions: str) -> str:
        """A pattern of the words, as in *et*; those that are joined to the next word are left out."""
        return _either(_spelled(word) for word in self.of(*functions) if not word.endswith("'"))

    def before(self, *functions: str) -> str:
        """A pattern of the words with what joins them to the next: *les* and a space, *l'*."""
        return leading(self.of(*functions))

    def elided(self, *functions: str) -> str:
        """A pattern of those words that are joined to the next by an apostrophe: *l'*."""
        return _either(_spelled(word) for word in self.of(*functions) if word.endswith("'"))


def leading(words: Iterable[str]) -> str:
    """A pattern of some words, first letter small or capital, with what joins them to the next."""
    every = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    apart = [_spelled(word) for word in every if not word.endswith("'")]
    spaced = [rf"{_either(apart)}[\s\u00a0]"] if apart else []
    return _either([*spaced, *(_spelled(word) for word in every if word.endswith("'"))])


def word_list(value: str | Mapping[str, str] | None) -> list[str]:
    """The words of a list in a language file, or of all the lists of a table."""
    return " ".join(map(str, value.values() if isinstance(value, Mapping) else [value or ""])).split()


@cache
def small_words(code: str) -> SmallWords:
    """The small words that the language file of a code states."""
    syntax = language(code)["syntax"]
    lists = [(name, syntax.get(name)) for name in _LISTS]
    for table in _TABLES:
        value = syntax.get(table) or {}
        lists += value.items() if isinstance(value, Mapping) else [(table, value)]
    forms: dict[str, tuple[str, ...]] = {}
    for name, value in lists:
        words = [*value] if name == "contracted" and isinstance(value, Mapping) else word_list(value)
        forms[name] = tuple(dict.fromkeys(str(word).replace("’", "'") for word in (*forms.get(name, ()), *words)))
    plurals = word_list(syntax.get("plurals"))
    for name in ("definite", "contracted"):
        forms[f"plural_{name}"] = tuple(word for word in forms.get(name, ()) if word in plurals)
        forms[f"singular_{name}"] = tuple(word for word in forms.get(name, ()) if word not in plurals)
    contracted = (syntax.get("determiners") or {}).get("contracted") or {}
    return SmallWords(forms, dict(contracted) if isinstance(contracted, Mapping) else {})


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns) or '(?!)'})"


def _spelled(word: str) -> str:
    """The pattern of a word, its first letter small or capital (*A Lens*, without its accent), its apostrophe straight
    or curly.
    """
    first, rest = word[0], re.escape(word[1:]).replace("'", "['’]")
    capitals = "".join(dict.fromkeys((first.upper(), fold(first).upper())))
    return (f"[{capitals}{first}]" if first.upper() != first else re.escape(first)) + rest
