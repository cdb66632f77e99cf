"""What stands on the lines of the printed times of a page: captions that all have, signs of one post, times counted
back, titles, and the dates beside them. What it is shows in the posts together.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from minutier.languages import DEFAULT
from minutier.languages.dates import calendar, fold
from minutier.read.elements import BLOCKS
from minutier.read.names import says
from minutier.read.posts import CLOCK, LONGEST_LABEL, Post, time_around
from minutier.read.tree import Tree

CAPTION = 30
"""Characters that may stand beside a printed time or an author: "Publié à", "par"."""

INLINE = frozenset({"span", "small", "em", "i", "b", "strong", "mark", "abbr", "a"})
SEPARATORS = re.compile(r"^[\s:–—|•·►⇒>,.;-]+")
_LETTER, _FIGURE = re.compile(r"[^\W\d_]"), re.compile(r"\d")
_NO_FIGURES = re.compile(r"[^\W\d_]+")
_SOME, _MOSTLY = 3, 0.8  # titles behind times: how many, and in what share of the posts
_MOST_BESIDE = 3  # elements on the line of a time
_BETWEEN = " \t\r\n\f\xa0\u202f|·•,–—-"
"""What may stand between a date and its time."""


@dataclass(slots=True)
class Line:
    """The line of a printed time. ``row`` is its element, the time's own node where it has none.

    ``before`` and ``after`` stand beside the ``printed`` time; ``signs`` are those of them that tell what this post is
    (*Contexte*). ``title`` stands in one text with the time, or behind it where all posts have one that is no ``badge``
    (*10h47 Strasbourg*); ``counted`` are the nodes of times counted back. ``date``
    is the element before or after the line that is its day and nothing else, -1 where there is none.
    """

    row: int
    printed: str
    before: str = ""
    after: str = ""
    signs: tuple[str, ...] = ()
    title: str = ""
    is_badge: bool = False
    counted: tuple[int, ...] = ()
    date: int = -1


def lines_of(tree: Tree, lengths: list[int], posts: list[Post]) -> dict[int, Line]:
    """The lines of the posts that print a time, by the nodes of these."""
    found: dict[int, Line] = {}
    for post in posts:
        if post.label < 0:
            continue
        line = Line(row_of(tree, lengths, post, post.label), tree.text_of(post.label))
        line.date = _date_beside(tree, post, line.row)
        if line.row == post.label:
            line.counted = tuple(
                node for node in _beside(tree, lengths, post) if _has_figures(tree, node) and node != line.date
            )
        else:
            line.before = tree.text_of(line.row, post.label)
            behind = range(tree.ends[post.label], tree.ends[line.row])
            line.after = tree.text_of(behind.start, behind.stop)
            line.is_badge = any(says(tree.attributes[node], "badge") for node in behind)
        found[post.label] = line
    lines = list(found.values())
    _tell_signs(lines)
    _tell_titles(lines)
    _tell_counted(tree, lines)
    return found


def _tell_signs(lines: list[Line]) -> None:
    """What most times have beside them is a caption (*Publié à*), as are words of times (*Lundi*); words that few have
    are signs, and so are the names that nearly all have when there are several: *Beth Roe, Westminster | 20:41*. Behind
    the time, those that nearly all have are words of the posts, as all that follows a label is: *10h47 Strasbourg*.
    """
    for side in ("before", "after"):
        texts = [str(getattr(line, side)) for line in lines]
        counts = Counter(text for text in texts if _LETTER.search(text) and not _FIGURE.search(text))
        told = {text for text in counts if not _is_of_time(text)}
        are_names = len(told) > 1 and sum(counts[text] for text in told) >= _MOSTLY * len(lines)
        signs = {text for text in told if are_names or counts[text] <= len(lines) / 2}
        for line, text in zip(lines, texts, strict=True):
            if text not in signs:
                continue
            if side == "after" and are_names and not line.is_badge:
                line.title, line.after = text, ""
            else:
                line.signs += (text,)


def _is_of_time(text: str) -> bool:
    """Whether words are what stands before or behind a time: *Publié lundi à*."""
    return all(word in _words_of_times() for word in _NO_FIGURES.findall(fold(text).lower()))


@cache
def _words_of_times() -> frozenset[str]:
    known = calendar(DEFAULT)  # the words of all languages
    keys = ("before_label", "published", "modified", "before_date", "date_time_joints", "hour_units")
    phrases = [*(word for key in keys for word in known.words(key)), *known.days_told, *known.weekdays, *known.zones]
    return frozenset(word for phrase in phrases for word in _NO_FIGURES.findall(fold(phrase).lower()))


def _tell_titles(lines: list[Line]) -> None:
    """Words behind the clock, in one text with it, are titles where nearly all have others: dates and zones are met
    again. *<h3>20h41 Un titre</h3>*
    """
    clocks = [CLOCK.search(line.printed) for line in lines]
    titles = [
        SEPARATORS.sub("", line.printed[clock.end() :]) if clock else ""
        for line, clock in zip(lines, clocks, strict=True)
    ]
    told = {title for title in titles if any(map(str.isalpha, title))}
    if len(told) < max(_SOME, _MOSTLY * len(lines)):
        return
    for line, clock, title in zip(lines, clocks, titles, strict=True):
        if clock and title in told:
            line.printed, line.title = line.printed[: clock.end()], title


def _tell_counted(tree: Tree, lines: list[Line]) -> None:
    """Short elements beside most times that differ by their figures alone tell the time again: *il y a 9 heures*."""
    words = [frozenset(_NO_FIGURES.findall(tree.text_of(node))) for line in lines for node in line.counted]
    if len(words) < max(2, len(lines) / 2, 2 * len(set(words))):
        for line in lines:
            line.counted = ()


def row_of(tree: Tree, lengths: list[int], post: Post, node: int) -> int:
    """The line on which a time is printed, where it holds nothing but a caption beside it; else its node."""
    row = tree.parents[node]
    while row > post.start and tree.tags[row] not in BLOCKS:
        row = tree.parents[row]
    end = tree.ends[row]
    if row <= post.start or any(row <= other < end for other in (post.headline, post.author)):
        return time_around(tree, node)
    is_all = lengths[end] - lengths[row] == lengths[post.end] - lengths[post.start]
    text, after = tree.text_of(row), tree.text_of(tree.ends[node], end)
    if is_all or len(text) > LONGEST_LABEL:
        return node
    named = any(says(tree.attributes[row], kind) for kind in ("time", "change", "byline"))
    is_short = tree.tags[row] != "p" and len(after) <= CAPTION and not after.endswith((".", "!", "?"))
    return row if named or is_short or not any(map(str.isalnum, after)) else node


def _date_beside(tree: Tree, post: Post, row: int) -> int:
    """The element that is a date and stands right before or after the line of a post's time, which has none:
    *<div>7 juin</div><span>20h41</span>*; -1 where there is none.
    """
    for nodes in (range(row - 1, post.start, -1), range(tree.ends[row], post.end)):
        text = next((node for node in nodes if tree.texts[node].strip(_BETWEEN)), -1)
        if text >= 0 and (date := _around_date(tree, post, text, row)) >= 0:
            return -1 if any(told.day for *_, told in calendar(DEFAULT).dates(tree.text_of(row))) else date
    return -1


def _around_date(tree: Tree, post: Post, text: int, row: int) -> int:
    """The largest element around a text that is a date and holds no more, ``row`` neither; -1 where there is none, and
    where it ends a line of words, as the signature of a post that is quoted does.
    """
    found, above = -1, tree.parents[text]
    while above > post.start and not above <= row < tree.ends[above] and above not in (post.headline, post.author):
        if len(tree.spaced_text_of(above)) > CAPTION:
            break
        if _is_date(tree, above):
            found = above
        above = tree.parents[above]
    if found < 0:
        return -1
    parent = tree.parents[found]
    is_apart = tree.tags[found] in BLOCKS and tree.tags[parent] != "blockquote"
    return found if is_apart or parent <= row < tree.ends[parent] else -1


def _is_date(tree: Tree, node: int) -> bool:
    """Whether an element is a day and month, and nothing else."""
    date = calendar(DEFAULT).date_alone(tree.spaced_text_of(node))  # in the words of all languages
    return date is not None and date.day is not None


def _has_figures(tree: Tree, node: int) -> bool:
    return any(map(str.isdigit, tree.text_of(node)))


def _beside(tree: Tree, lengths: list[int], post: Post) -> list[int]:
    """The short elements on the line of a printed time where it holds nothing else, and is no element itself."""
    node = post.label
    above = tree.parents[node]
    while above > post.start and tree.tags[above] in INLINE:
        if lengths[tree.ends[above]] - lengths[above] > LONGEST_LABEL:
            return []
        node, above = above, tree.parents[above]
    found: list[int] = []
    for following in (_before, _after):
        other = following(tree, node)
        while other >= 0 and tree.tags[other] not in BLOCKS:
            is_short = tree.tags[other] in INLINE and lengths[tree.ends[other]] - lengths[other] <= CAPTION
            if not is_short or other in (post.headline, post.author) or len(found) >= _MOST_BESIDE:
                return []
            found.append(other)
            other = following(tree, other)
    return found


def _before(tree: Tree, node: int) -> int:
    """The node before one in its parent, spaces aside; -1 for the first."""
    parent, other = tree.parents[node], node - 1
    while other > parent and (tree.parents[other] != parent or tree.texts[other].isspace()):
        other = other - 1 if tree.parents[other] == parent else tree.parents[other]
    return other if other > parent else -1


def _after(tree: Tree, node: int) -> int:
    """The node after one in its parent, spaces aside; -1 for the last."""
    other, end = tree.ends[node], tree.ends[tree.parents[node]]
    while other < end and tree.texts[other].isspace():
        other += 1
    return other if other < end else -1
