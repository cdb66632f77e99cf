"""What sites call things (``markup.yaml``): the words of a class, and whether they say what is looked for."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from minutier.read.elements import Attributes

NETWORKS = (
    "twitter",
    "bluesky",
    "mastodon",
    "instagram",
    "facebook",
    "tiktok",
    "threads",
    "truthsocial",
    "telegram",
    "reddit",
)

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_MOST_NAMES = 12  # classes of one element that are looked at


@lru_cache(maxsize=10_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a class or id: ``post__shareBar`` → post, share, bar."""
    return tuple(word for word in _SEPARATORS.split(_CAMEL.sub("-", name[:200]).lower()) if word)


def says(attributes: Attributes, kind: str) -> bool:
    """Whether a class or the id of an element has one of the words of that kind."""
    classes, identifier = attributes.get("class"), attributes.get("id")
    if classes and says_class(classes, kind):
        return True
    return bool(identifier and not identifier[-1].isdigit() and says_class(identifier, kind))


def says_class(classes: str, kind: str) -> bool:
    """Whether one of the classes has one of the words of that kind."""
    return kind in _kinds(classes)


def is_called(attributes: Attributes, kind: str) -> bool:
    """Whether a class ends with a word of that kind: ``post-title`` is a title, ``title-row`` is not."""
    classes = attributes.get("class")
    return bool(classes and kind in _last_kinds(classes))


def kinds_of(key: str) -> frozenset[str]:
    """The kinds of which a key of script data has a word: ``publishedAt`` is a time."""
    return _kinds(key.replace(" ", "-"))


@lru_cache(maxsize=10_000)
def names_a_time(attribute: str) -> bool:
    """Whether a ``data-…`` attribute is called a time."""
    words = words_of(attribute)
    return words[:1] == ("data",) and not _vocabulary()["time"].isdisjoint(words[1:])


@lru_cache(maxsize=10_000)
def network_of(classes: str) -> str:
    """The social network whose embedded post an element with these classes is; empty when it is none."""
    return next((network for name in classes.split()[:_MOST_NAMES] if (network := _network(name))), "")


@lru_cache(maxsize=10_000)
def _kinds(classes: str) -> frozenset[str]:
    """The kinds of which a word stands in a list of classes."""
    words = {word for name in classes.split()[:_MOST_NAMES] for word in words_of(name)}
    return frozenset(kind for kind, known in _vocabulary().items() if not known.isdisjoint(words))


@lru_cache(maxsize=10_000)
def _last_kinds(classes: str) -> frozenset[str]:
    """The kinds of which a word ends one of a list of classes."""
    words = {word for name in classes.split()[:_MOST_NAMES] for word in words_of(name)[-1:]}
    return frozenset(kind for kind, known in _vocabulary().items() if not known.isdisjoint(words))


@lru_cache(maxsize=10_000)
def _network(name: str) -> str:
    known, words = _vocabulary(), words_of(name)
    if known["embed"].isdisjoint(words) and "-".join(words) not in known["embed_classes"]:
        return ""
    return next((network for network in NETWORKS if not known[network].isdisjoint(words)), "")


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    from minutier.yaml import load

    text = (files("minutier.read") / "markup.yaml").read_text(encoding="utf-8")
    return {kind: frozenset(words) for kind, words in load(text).items()}
