"""Titles that a page prints above posts which only its structured data times and whose headlines that leaves out."""

from __future__ import annotations

from dataclasses import replace

from minutier.read.elements import HEADINGS
from minutier.read.jsonld import Update
from minutier.read.tree import Tree

_BEGINNING = 30  # characters, white space aside, by which the words of a post are known again
_NEAR = 40  # nodes after a heading in which its post begins
_LONGEST = 300
_MOST = 0.5  # share of the posts that have to be found


def with_titles(updates: tuple[Update, ...], tree: Tree) -> tuple[tuple[Update, ...], int]:
    """The posts, with the headings that the page has above their words where they have none, and the node of the first.

    As they are, and 0, where most are not found in the page; 0 where that is neither the first nor the last of them.
    """
    headings = _headings_of(tree)
    found = [headings.get("".join(update.words.split())[:_BEGINNING], 0) for update in updates]
    if not updates or sum(map(bool, found)) < _MOST * len(updates):
        return updates, 0
    first = min(filter(None, found))
    titled = tuple(
        replace(update, headline=update.headline or tree.text_of(heading)) if heading else update
        for update, heading in zip(updates, found, strict=True)
    )
    return titled, _box_of(tree, first, found) if first in (found[0], found[-1]) else 0


def _box_of(tree: Tree, first: int, headings: list[int]) -> int:
    """The element around the first post: the largest around its heading that has no other's."""
    following = min((heading for heading in headings if heading > first), default=first)
    box = first
    while tree.parents[box] >= 0 and tree.ends[tree.parents[box]] <= following:
        box = tree.parents[box]
    return box


def _headings_of(tree: Tree) -> dict[str, int]:
    """The headings of a page by the beginnings of the texts that follow them, up to the next heading."""
    found: dict[str, int] = {}
    heading, left = 0, 0
    for index, tag in enumerate(tree.tags):
        if tag in HEADINGS and tag != "h1" and index not in tree.dropped:
            is_title = 0 < len(tree.text_of(index)) <= _LONGEST
            heading, left = (index, _NEAR) if is_title else (0, 0)
        elif heading and index >= tree.ends[heading]:
            left -= 1
            if left < 0:
                heading = 0
            elif tree.texts[index]:
                found.setdefault("".join(tree.texts[index].split())[:_BEGINNING], heading)
    return found
