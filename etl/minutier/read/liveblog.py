"""Whether a document is a live blog at all: asked where others stand beside it, in an archive or a feed."""

from __future__ import annotations

import re

from minutier.document import Document, MarkKind
from minutier.read.headlines import MOST_LED_AWAY
from minutier.read.posts import CLOCK

_LEAST_POSTS = 3
_LEAST_LINES = 5
_LINE = re.compile(r"^[\[(+•►⇒*–— -]*(.{0,12})", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")


def is_liveblog(document: Document) -> bool:
    """Whether it is a live blog: three posts, most with times, or five lines that begin with a time; whose words are
    not nearly all links to other pages, as those of a front page are.
    """
    posts = document.marks_of(MarkKind.ENTRY)
    if len(posts) >= _LEAST_POSTS:
        is_timed = len(document.marks_of(MarkKind.TIME, MarkKind.LABEL)) >= len(posts) / 2
        return is_timed and not _leads_away(document, min(post.start for post in posts))
    starts = [line.start() for line in _LINE.finditer(document.text) if CLOCK.match(line[1])]
    return len(starts) >= _LEAST_LINES and not _leads_away(document, starts[0])


def _leads_away(document: Document, start: int) -> bool:
    """Whether nearly all words from there on are links to other pages."""
    links = [mark for mark in document.marks_of(MarkKind.LINK) if mark.start >= start and "#" not in mark.value]
    if sum(mark.end - mark.start for mark in links) < MOST_LED_AWAY / 2 * (len(document.text) - start):
        return False  # whatever stands between the words
    linked = sum(len(_WORD.findall(document.text, mark.start, mark.end)) for mark in links)
    return linked > MOST_LED_AWAY * len(_WORD.findall(document.text, start))
