"""Titles of posts: told by the markup, or by a document that sets one apart again and again."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from minutier.document import Document, MarkKind
from minutier.segment.posts import Post
from minutier.segment.titles import is_title

LONGEST = 160
"""A longer first line is a paragraph."""


def headlines(document: Document, posts: Sequence[Post]) -> dict[int, tuple[int, int]]:
    """The place of each post's title, by the place where the post begins; posts without a title are left
    out.

    In a text, the first line of a post is a title when it is short, does not end as a sentence does and
    stands over other lines, provided that at least half of the posts of several lines begin so. A line that opens
    many posts is none, but the author's name: the next one may be.
    """
    marked = _marked(document, posts)
    if marked:
        return marked
    text = document.text
    first_lines = {post.start: line for post in posts if (line := _opening(text, post))}
    said = Counter(text[start:end] for start, end in first_lines.values())
    if len(said) * 2 <= len(first_lines):
        first_lines = {
            post.start: line
            for post in posts
            if (first := first_lines.get(post.start)) and (line := _first_line(text, *_after(text, first[1], post.end)))
        }
    titles = {
        start: line
        for start, line in first_lines.items()
        if 0 < line[1] - line[0] <= LONGEST and is_title(text[slice(*line)])
    }
    return titles if len(titles) * 2 >= len(first_lines) and len(titles) >= min(2, len(posts)) else {}


def _marked(document: Document, posts: Sequence[Post]) -> dict[int, tuple[int, int]]:
    marks = document.marks_of(MarkKind.HEADLINE)
    if not marks:
        return {}
    starts = [mark.start for mark in marks]
    found = {}
    for post in posts:
        index = bisect_left(starts, post.start)
        if index < len(marks) and marks[index].end <= post.end:
            found[post.start] = (marks[index].start, marks[index].end)
    return found


def _opening(text: str, post: Post) -> tuple[int, int] | None:
    """The first line of a post that has others, without the label that ends it: *Le maire est élu - 20h41*."""
    line, label = _first_line(text, post.start, post.end), post.label
    if label and label.has_title and line and line[0] < label.printed < line[1]:
        return line[0], line[0] + len(text[line[0] : label.printed].rstrip(_BEFORE_LABEL))
    return line


_BEFORE_LABEL = " \t\xa0\u202f,|·•:–—-(["


def _first_line(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """The first line of a stretch that has others."""
    end = text.find("\n", start, limit)
    if end < 0:
        return None
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _after(text: str, start: int, limit: int) -> tuple[int, int]:
    """What is left of a stretch after its first line."""
    while start < limit and text[start].isspace():
        start += 1
    return start, limit
