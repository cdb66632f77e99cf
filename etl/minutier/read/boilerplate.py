"""Which elements of a page are not part of the chronicle, by named rules (``boilerplate.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from minutier.read.elements import Attributes
from minutier.read.names import words_of

_MOST_NAMES = 12  # classes of one element that are looked at
_TELLING = frozenset({"class", "id", "role", "style", "hidden", "aria-hidden", "itemtype"})
_NEVER = frozenset({"html", "body", "main"})

CODE = "code"
"""The rule of elements that hold no words for people."""

UNSEEN = "unseen"
"""The rule of elements that are not shown, or not yet."""

FOOTER = "footer"
"""The rule of what stands at the end of a page or of a part of it."""

COMMENTS = "comments"
"""The rule of what readers have written; the posts of a live blog may be called so, too."""

SHARE = "share"
"""The rule of buttons that share a post; the post of a social network may be called social, too."""

MAY_HOLD_TIME = frozenset({FOOTER, "tools", UNSEEN})
"""Rules under which the time of a post may stand, or a post that is not shown yet."""


@dataclass(frozen=True)
class Rules:
    """The rules by what they look at: each maps a name met in the markup to the name of its rule, ``parts`` a word that
    may stand in a class beside that which the rule looks at.
    """

    tags: dict[str, str]
    roles: dict[str, str]
    words: dict[str, str]
    classes: dict[str, str]
    types: dict[str, str]
    parts: dict[str, str]


@cache
def rules() -> Rules:
    """The rules of the data file, in its order: the first that names something has it."""
    from minutier.yaml import load

    tables: dict[str, dict[str, str]] = {"tags": {}, "roles": {}, "words": {}, "classes": {}, "types": {}, "parts": {}}
    declared = load((files("minutier.read") / "boilerplate.yaml").read_text(encoding="utf-8"))
    for rule, looks in declared.items():
        for table, names in looks.items():
            for name in names:
                tables[table].setdefault(name, rule)
    return Rules(**tables)


def rule_of(tag: str, attributes: Attributes) -> str:
    """The name of the rule that an element falls under; empty when there is none."""
    known = rules()
    rule = known.tags.get(tag, "")
    if rule or tag in _NEVER or _TELLING.isdisjoint(attributes):
        return rule
    if "hidden" in attributes or (attributes.get("aria-hidden") == "true" and tag != "time"):
        return UNSEEN
    style = attributes.get("style")
    if style and "display:none" in style.replace(" ", "").lower():
        return UNSEEN
    role = attributes.get("role")
    if role and role in known.roles:
        return known.roles[role]
    kind = attributes.get("itemtype")
    if kind and (rule := known.types.get(kind.rstrip("/").rpartition("/")[2].lower(), "")):
        return rule
    return _rule_of_names(attributes.get("class") or "", attributes.get("id") or "")


@lru_cache(maxsize=10_000)
def rule_of_name(name: str) -> str:
    """The name of the rule that a class, or a key of script data, falls under; empty when there is none."""
    known = rules()
    words = words_of(name)
    whole = known.classes.get("-".join(words)) or _rule_of_parts(words, known)
    return whole or next((known.words[word] for word in words if word in known.words), "")


def _rule_of_parts(words: tuple[str, ...], known: Rules) -> str:
    """The rule of a name that is one that the rule looks at and parts of it; empty where there is none."""
    rule = known.classes.get("-".join(word for word in words if word not in known.parts), "")
    return rule if all(known.parts.get(word, rule) == rule for word in words) else ""


def _rule_of_names(classes: str, identifier: str) -> str:
    rule = _rule_of_classes(classes) if classes else ""
    return rule or (rule_of_name(identifier) if identifier and not identifier[-1].isdigit() else "")


@lru_cache(maxsize=10_000)
def _rule_of_classes(classes: str) -> str:
    return next((rule for name in classes.split()[:_MOST_NAMES] if (rule := rule_of_name(name))), "")
