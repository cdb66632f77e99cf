"""Patterns that look only where they may match: each is guarded by the literals one of which its matches hold.

The words that open a rule are many and rare: a pattern of two hundred alternatives, tried at every character, is
what reading costs most. All literals of all guarded patterns of a language are therefore found in one pass over
the document (Aho-Corasick, linear in its length); a pattern is then tried on a stretch only where one of its own
literals stands. Nothing else changes: a guarded pattern finds what the bare one finds.

The literals are read off the pattern itself, as RE2's prefilters are: runs of letters that every match must hold,
one of each alternative.
"""

from __future__ import annotations

import importlib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce
from itertools import product
from operator import or_
from typing import Any
from weakref import WeakSet

from minutier.extract.folding import fold_in_place

_PARSER: Any = importlib.import_module("re._parser")
_SHORTEST = 3
"""Letters of the shortest literal worth looking for."""
_FEW = 200
_MOST = 5000
"""Literals of one pattern; one that needs more is not guarded."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789æœß' -%")
_ALWAYS = 1
"""The bit of the patterns that no literal guards: every stretch has it."""
_NEVER = 0
"""That of the patterns that match nothing: no stretch has it."""
_EMPTY = frozenset(("",))


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern and the bit by which ``Cues`` tells where it may match."""

    pattern: re.Pattern[str]
    bit: int

    def search(self, cues: Cues, start: int, end: int) -> re.Match[str] | None:
        """As ``pattern.search`` on the document."""
        return self.pattern.search(cues.text, start, end) if cues.between(start, end) & self.bit else None

    def may_match(self, cues: Cues, start: int, end: int) -> bool:
        """Whether one of the pattern's literals stands in ``text[start:end]``, so that it may match there."""
        return cues.between(start, end) & self.bit != 0

    def is_in_document(self, cues: Cues) -> bool:
        """Whether the pattern finds anything in the whole document; looked for once."""
        known = cues.told.get(id(self))
        if known is None:
            known = cues.told[id(self)] = self.search(cues, 0, len(cues.text)) is not None
        return known

    def match(self, cues: Cues, start: int, end: int) -> re.Match[str] | None:
        """As ``pattern.match`` on the document."""
        return self.pattern.match(cues.text, start, end) if cues.between(start, end) & self.bit else None

    def finditer(self, cues: Cues, start: int, end: int) -> Iterable[re.Match[str]]:
        """As ``pattern.finditer`` on the document."""
        return self.pattern.finditer(cues.text, start, end) if cues.between(start, end) & self.bit else ()

    def within(self, passage: str, cues: int) -> re.Match[str] | None:
        """As ``pattern.search`` on a copy of a stretch whose cues are given."""
        return self.pattern.search(passage) if cues & self.bit else None


@dataclass(frozen=True, slots=True)
class Choice:
    """Patterns any of which tells something, each guarded by itself: those of rare words are not tried for the common
    words that others need.
    """

    patterns: tuple[Guarded, ...]
    bits: int

    def is_within(self, passage: str, cues: int) -> bool:
        """Whether one of them finds anything in a copy of a stretch whose cues are given."""
        if not cues & self.bits:
            return False
        return any(one.pattern.search(passage) for one in self.patterns if cues & one.bit)


class _Registry:
    """The guarded patterns of one language and the automaton that finds their literals."""

    def __init__(self) -> None:
        self.guarded: dict[re.Pattern[str], Guarded] = {}
        self.readers: WeakSet[Cues] = WeakSet()
        self._bits: dict[str, int] = defaultdict(int)
        self._automaton: Any = None
        self._masks: list[int] = []

    def add(self, pattern: re.Pattern[str]) -> Guarded:
        known = self.guarded.get(pattern)
        if known is None:
            literals = required(pattern)
            bit = _ALWAYS if literals is None else 1 << len(self.guarded) + 1 if literals else _NEVER
            known = self.guarded[pattern] = Guarded(pattern, bit)
            for literal in literals or ():
                self._bits[literal] |= bit
            self._automaton = None
            for cues in self.readers:
                cues.forget()
        return known

    def hits(self, text: str) -> tuple[list[int], list[int]]:
        """Where literals end in a folded text, in order, and the patterns that each may open."""
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            self._automaton = AhoCorasick(list(self._bits))
            self._masks = list(self._bits.values())
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        masks = self._masks
        return [end for _, _, end in found], [masks[index] for index, _, _ in found]


@cache
def _registry(code: str) -> _Registry:
    return _Registry()


def guard(pattern: re.Pattern[str], code: str) -> Guarded:
    """The pattern, guarded by its literals, for documents in the language of a code."""
    return _registry(code).add(pattern)


def guard_each(patterns: Iterable[re.Pattern[str]], code: str) -> Choice:
    """Several patterns, each guarded by its own literals."""
    guarded = tuple(guard(pattern, code) for pattern in patterns)
    return Choice(guarded, reduce(or_, (one.bit for one in guarded), _NEVER))


class Cues:
    """Where the literals of the guarded patterns stand in one document."""

    def __init__(self, text: str, code: str, folded: str | None = None) -> None:
        """``folded`` is the text as ``fold_in_place`` gives it, where somebody has it already."""
        self.text = text
        self._folded = fold_in_place(text) if folded is None else folded
        self._registry = _registry(code)
        self._registry.readers.add(self)
        self._hits: tuple[list[int], list[int]] | None = None
        self._between: dict[tuple[int, int], int] = {}
        self.told: dict[int, bool] = {}

    def between(self, start: int, end: int) -> int:
        """The bits of the patterns that may match in ``text[start:end]``."""
        mask = self._between.get((start, end))
        if mask is None:
            if self._hits is None:
                self._hits = self._registry.hits(_comparable(self._folded))
            ends, masks = self._hits
            mask = _ALWAYS
            for index in range(bisect_right(ends, start), bisect_right(ends, end)):
                mask |= masks[index]
            self._between[start, end] = mask
        return mask

    def forget(self) -> None:
        """Look for the literals anew when next asked: one more pattern has been guarded."""
        self._hits = None
        self._between.clear()


def _comparable(folded: str) -> str:
    """Folded letters such that two that a pattern may take for each other, whatever its flags, are one."""
    return folded.replace("ı", "i")


# ── the literals of a pattern ─────────────────────────────────────────────────────────────────────


def required(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Literals, folded, one of which stands in every match of a pattern; empty when it matches nothing, None when no
    literals are worth looking for.
    """
    exact, best = _analysed(_PARSER.parse(pattern.pattern, pattern.flags))
    literals = _better(best, exact)
    return _shortest(literals) if literals is not None else None


_Literals = frozenset[str]


def _analysed(items: Iterable[tuple[Any, Any]]) -> tuple[_Literals | None, _Literals | None]:
    """All that a part of a pattern matches, when it is a handful of literals; and the best that its matches hold."""
    run, best, is_exact = _EMPTY, None, True
    for op, argument in items:
        step, inner = _step(str(op), argument)
        is_short = step is not None and len(run) * len(step) <= _MOST
        joined = frozenset(map("".join, product(run, step))) if step is not None and is_short else None
        if joined is not None:
            run = joined
            continue
        best = _better(_better(best, run), inner)
        run, is_exact = step or _EMPTY, False
    return (run, best) if is_exact else (None, _better(best, run))


def _step(op: str, argument: Any) -> tuple[_Literals | None, _Literals | None]:
    """What one item of a pattern matches, if exactly that; else None and the literals that it holds."""
    if op in ("ASSERT", "ASSERT_NOT", "AT"):
        return frozenset() if op == "ASSERT_NOT" and not argument[1] else _EMPTY, None
    if op == "LITERAL":
        return _characters([chr(argument)]), None
    if op == "IN":
        chosen = [chr(value) for kind, value in argument if str(kind) == "LITERAL"]
        return _characters(chosen) if len(chosen) == len(argument) <= 6 else None, None
    if op == "SUBPATTERN":
        return _part(argument[-1])
    if op == "BRANCH":
        return _branches(argument[1])
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] >= 1:
        exact, best = _analysed(argument[2])
        return (exact, None) if argument[:2] == (1, 1) else (None, _better(best, exact))
    if op == "ATOMIC_GROUP":
        return _part(argument)
    return None, None


def _part(items: Any) -> tuple[_Literals | None, _Literals | None]:
    exact, best = _analysed(items)
    return exact, None if exact is not None else best


def _branches(alternatives: Iterable[Any]) -> tuple[_Literals | None, _Literals | None]:
    """The literals of a choice: those of each alternative together."""
    exacts, bests = zip(*map(_analysed, alternatives), strict=True)
    if None not in exacts and sum(map(len, exacts)) <= _MOST:
        return frozenset().union(*exacts), None
    chosen = [_better(best, exact) for exact, best in zip(exacts, bests, strict=True)]
    if any(each is None for each in chosen):
        return None, None
    return None, frozenset().union(*(each for each in chosen if each))


def _characters(chosen: list[str]) -> _Literals | None:
    folded = frozenset(_comparable(fold_in_place(c)) for c in chosen)
    return folded if folded <= _LETTERS else None


def _better(one: _Literals | None, other: _Literals | None) -> _Literals | None:
    """The rarer of two sets of literals, by their lengths; None when neither is worth looking for."""
    usable = [s for s in (one, other) if s is not None and len(s) <= _MOST and min(map(len, s), default=9) >= _SHORTEST]
    return min(usable, key=_frequency, default=None)


def _frequency(literals: _Literals) -> float:
    return sum(4.0 ** -min(len(literal), 8) for literal in literals)


def _shortest(literals: _Literals) -> frozenset[str]:
    """The literals that do not begin with another one, nor hold one where they are few."""
    kept: list[str] = []
    for literal in sorted(literals):
        if not kept or not literal.startswith(kept[-1]):
            kept.append(literal)
    if len(kept) <= _FEW:
        kept = [one for one in kept if not any(other != one and other in one for other in kept)]
    return frozenset(kept)
