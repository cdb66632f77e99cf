"""Which elements of a page are not part of the chronicle, by named rules (``boilerplate.yaml``)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from minutier.read.names import words_of
from minutier.read.tree import Attributes, Tree

_NEVER = frozenset({"html", "body", "main", "-document", "-text"})


@dataclass(frozen=True)
class Rules:
    """The rules by what they look at: each maps a name met in the markup to the name of its rule."""

    tags: dict[str, str]
    roles: dict[str, str]
    words: dict[str, str]
    classes: dict[str, str]


@cache
def rules() -> Rules:
    """The rules of the data file, in its order: the first that names something has it."""
    from minutier.yaml import load

    tables: dict[str, dict[str, str]] = {"tags": {}, "roles": {}, "words": {}, "classes": {}}
    declared = load((files("minutier.read") / "boilerplate.yaml").read_text(encoding="utf-8"))
    for rule, looks in declared.items():
        for table, names in looks.items():
            for name in names:
                tables[table].setdefault(name, rule)
    return Rules(**tables)


def rule_of(tag: str, attributes: Attributes) -> str:
    """The name of the rule that an element falls under; empty when there is none."""
    known = rules()
    rule = known.tags.get(tag)
    if rule or not attributes:
        return rule or ""
    if "hidden" in attributes or (attributes.get("aria-hidden") == "true" and tag != "time"):
        return "unseen"
    style = attributes.get("style")
    if style and "display:none" in style.replace(" ", "").lower():
        return "unseen"
    role = attributes.get("role")
    if role and role in known.roles:
        return known.roles[role]
    return _rule_of_names(attributes.get("class") or "", attributes.get("id") or "")


@lru_cache(maxsize=10_000)
def _rule_of_class(name: str) -> str:
    known = rules()
    words = words_of(name)
    whole = known.classes.get("-".join(words))
    return whole or next((known.words[word] for word in words if word in known.words), "")


def _rule_of_names(classes: str, identifier: str) -> str:
    for name in classes.split():
        rule = _rule_of_class(name)
        if rule:
            return rule
    return _rule_of_class(identifier) if identifier and not identifier[-1].isdigit() else ""


def dropped(tree: Tree) -> dict[int, str]:
    """The outermost elements that fall under a rule, with its name, in order.

    An element that holds an ``h1`` or more than half of the page's text is kept, whatever it is called.
    """
    lengths = tree.lengths()
    half = lengths[-1] / 2
    titles = [index for index, tag in enumerate(tree.tags) if tag == "h1"]
    found: dict[int, str] = {}
    index, count = 0, len(tree)
    tags, attributes, ends = tree.tags, tree.attributes, tree.ends
    while index < count:
        tag = tags[index]
        if tag not in _NEVER:
            rule = rule_of(tag, attributes[index])
            if rule and (
                rule == "code"
                or not (lengths[ends[index]] - lengths[index] > half or _has_one(titles, index, ends[index]))
            ):
                found[index] = rule
                index = ends[index]
                continue
        index += 1
    return found


def _has_one(indices: list[int], start: int, end: int) -> bool:
    place = bisect_left(indices, start)
    return place < len(indices) and indices[place] < end
