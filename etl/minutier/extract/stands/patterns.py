"""Patterns spelled out from a language file: verbs in all their forms, fragments by name, words by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any


def conjugate(infinitive: str, section: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with its tense: irregular ones as listed, the others by the longest known
    ending."""
    irregular = (section.get("irregular") or {}).get(infinitive)
    if irregular:
        for tense, forms in irregular.items():
            yield from ((form, tense) for form in str(forms).split())
        return
    endings = sorted(section.get("conjugations") or (), key=lambda c: -len(c["ending"]))
    pattern = next((c for c in endings if infinitive.endswith(c["ending"])), None)
    if pattern is None:
        raise ValueError(f"endorsements: no conjugation ends like {infinitive!r}; list its forms under `irregular`")
    stem = infinitive[: len(infinitive) - len(pattern["ending"])]
    for tense, forms in pattern.items():
        if tense != "ending":
            for form in str(forms).split():
                yield form.replace("*", stem) if "*" in form else stem + form, tense


def expanded(pattern: str, fragments: dict[str, str]) -> str:
    """A pattern with the fragments that it names, ``<to>``, written out; fragments may name others."""
    for _ in range(4):
        pattern = re.sub(r"<(\w+)>", lambda m: fragments.get(m[1], m[0]), pattern)
    return pattern


def spaced(pattern: str) -> str:
    """A pattern whose spaces stand for one to three: marks of quotation are read as spaces."""
    return re.sub(r" (?!\{)(\??)", lambda m: " {0,3}" if m[1] else " {1,3}", pattern)


def trie(words: Iterable[str]) -> str:
    """A pattern that finds any of the words, its branches shared by first letters, so that each letter is
    read once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def spelled(node: dict[str, Any]) -> str:
        branches = [re.escape(letter) + spelled(node[letter]) for letter in sorted(node) if letter]
        if not branches:
            return ""
        joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
        return joined + "?" if "" in node else joined

    return spelled(tree)
