"""Lists of headlines with times that lead to other pages (*En continu*, *Latest news*): none of them is a post."""

from __future__ import annotations

from bisect import bisect_left

from minutier.read.tree import Tree

MOST_LED_AWAY = 0.7
"""Share of the words of posts that may lead to other pages."""

_LEAST = 3  # headlines of a list, and times that have to be left for the posts
_MAX_LEVELS = 40
_HEADING = 60  # characters of a list's title and of what it ends with


def headline_lists(tree: Tree, times: list[int], lengths: list[int], linked: list[int]) -> list[int]:
    """The elements that hold nothing but headlines which have a time each and lead to other pages.

    ``times`` are the nodes of all times in the page, in order; ``lengths`` and ``linked`` the running totals of its
    text and of the text of its links. Empty where few other times and few other words are left: the posts may be such a
    list.
    """
    lists: dict[int, int] = {}  # element → number of its headlines, -1 where something in it has words of its own
    for before, node, after in zip([-1, *times], times, [*times[1:], len(tree)], strict=False):
        item, around = _item(tree, node, before, after)
        if leads_away(item, tree.ends[item], lengths[tree.ends[node]] - lengths[node], lengths, linked):
            if lists.get(around, 0) >= 0:
                lists[around] = lists.get(around, 0) + 1
        else:
            lists[around] = -1
    found = [around for around, count in lists.items() if count >= _LEAST and around >= 0]
    left = len(times) - sum(lists[around] for around in found)
    words = lengths[-1] - linked[-1]
    if left < _LEAST and words < sum(lengths[tree.ends[around]] - lengths[around] for around in found):
        return []
    kept: list[int] = []
    for around in sorted({_with_heading(tree, around, times, lengths) for around in found}):
        if not kept or around >= tree.ends[kept[-1]]:
            kept.append(around)
    return kept


def leads_away(start: int, end: int, label: int, lengths: list[int], linked: list[int]) -> bool:
    """Whether the words of a part beside its time (``label`` characters) are nearly all of links to other pages."""
    words = lengths[end] - lengths[start] - label
    return words > 0 and min(words, linked[end] - linked[start]) > MOST_LED_AWAY * words


def _item(tree: Tree, node: int, before: int, after: int) -> tuple[int, int]:
    """The largest element around a time that holds no other, and the element around that; -1 where it is far above."""
    item, around = node, tree.parents[node]
    for _ in range(_MAX_LEVELS):
        if around <= before or tree.ends[around] > after or tree.tags[around] == "body":
            return item, around
        item, around = around, tree.parents[around]
    return item, -1


def _with_heading(tree: Tree, node: int, times: list[int], lengths: list[int]) -> int:
    """The largest element around a list that has nothing else but a heading."""
    size = lengths[tree.ends[node]] - lengths[node]
    around = tree.parents[node]
    while around >= 0 and lengths[tree.ends[around]] - lengths[around] <= size + _HEADING:
        if bisect_left(times, around) < bisect_left(times, node):
            break
        if bisect_left(times, tree.ends[around]) > bisect_left(times, tree.ends[node]):
            break
        node, around = around, tree.parents[around]
    return node
