"""Writes a part of a page: blocks apart, what the markup tells as marks, boilerplate left out."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from urllib.parse import urljoin

from minutier.document import MarkKind
from minutier.read.builder import CELL, PARAGRAPH, SPACE, Builder
from minutier.read.elements import DISTANCES, INSIDE, Attributes
from minutier.read.names import network_of
from minutier.read.tree import TEXT, Tree

_KINDS = {
    "li": MarkKind.LIST_ITEM,
    "blockquote": MarkKind.BLOCKQUOTE,
    "q": MarkKind.BLOCKQUOTE,
    "a": MarkKind.LINK,
}

_EMBEDDERS = frozenset({"blockquote", "div", "figure", "section", "article", "aside"})
_TELLING = _EMBEDDERS | _KINDS.keys()
_NO_SPANS: list[tuple[int, str, str]] = []
_SIGNATURE = re.compile(r"[—–-]\s{0,3}[^\n—@]{1,80}\(@[\w.@-]{1,60}\)[^\n]{0,80}$")
_SIGNED = re.compile(r"\s*[—–]\s")


@dataclass(slots=True)
class Writing:
    """How a part of a page is written.

    ``skipped`` nodes are left out; ``marks`` gives nodes a kind and a
    value (a headline, an author); ``base`` is the address that relative links start from.
    """

    skipped: Container[int] = ()
    marks: dict[int, tuple[str, str]] = field(default_factory=dict)
    base: str = ""


_Span = tuple[int, str, str]
"""A mark that is being written: the builder's handle, kind, value."""


def write(tree: Tree, start: int, end: int, builder: Builder, writing: Writing) -> None:
    """Write nodes ``start … end`` of a page."""
    tags, attributes, texts, ends, parents = tree.tags, tree.attributes, tree.texts, tree.ends, tree.parents
    dropped, skipped, marks = tree.dropped, writing.skipped, writing.marks
    opened: list[tuple[int, int, str, list[_Span]]] = []  # end, distance, tag and spans of the elements around
    in_post = 0  # end of the embedded post around, if any
    index = start
    while index < end:
        while opened and opened[-1][0] <= index:
            _close(opened.pop(), builder)
        tag = tags[index]
        if tag == TEXT:
            if index not in skipped:
                text = texts[index]
                if index < in_post and _SIGNED.match(text):  # a signature stays on the last line of its post
                    builder.close_up()
                builder.write(text)
            index += 1
            continue
        if index in skipped or index in dropped:
            builder.apart(DISTANCES.get(tag, SPACE))
            index = ends[index]
            continue
        gap = DISTANCES.get(tag, 0)
        if gap:
            if gap == PARAGRAPH and parents[index] >= start:
                gap = _distance_inside(tree, index)
            builder.apart(gap)
        if tag == "pre":
            builder.write_lines(tree.raw_text_of(index))
            index = ends[index]
            continue
        spans = _NO_SPANS
        if tag in _TELLING or index in marks:
            spans = [(builder.open(), *marks[index])] if index in marks else []
            kind, value = _kind(tag, attributes[index], index < in_post, writing.base)
            if kind:
                spans.append((builder.open(), kind, value))
                if kind == MarkKind.POST:
                    in_post = ends[index]
            if tag == "q":
                builder.write("“")
        if gap or spans:
            opened.append((ends[index], gap, tag, spans))
        index += 1
    while opened:
        _close(opened.pop(), builder)


def _distance_inside(tree: Tree, index: int) -> int:
    """How far a paragraph stands from what is before it in its parent: a table's cell may hold several."""
    parent = tree.parents[index]
    distance = INSIDE.get(tree.tags[parent], PARAGRAPH)
    if distance != CELL:
        return distance
    is_first = all(tree.tags[node] == TEXT and not tree.texts[node].strip() for node in range(parent + 1, index))
    return CELL if is_first else PARAGRAPH


def _kind(tag: str, attributes: Attributes, in_post: bool, base: str) -> tuple[str, str]:
    """The kind of mark an element makes, and its value; empty where it makes none."""
    kind = _KINDS.get(tag, "")
    if kind == MarkKind.LINK:
        address = _address(attributes.get("href"), base)
        return (kind, address) if address else ("", "")
    if not in_post and tag in _EMBEDDERS:
        classes = attributes.get("class")
        network = network_of(classes) if classes else ""
        if network:
            return MarkKind.POST, network
    return ("", "") if in_post and kind == MarkKind.BLOCKQUOTE else (kind, "")


def _close(element: tuple[int, int, str, list[_Span]], builder: Builder) -> None:
    _, gap, tag, spans = element
    if tag == "q":
        builder.write("”")
    for handle, kind, value in reversed(spans):
        if kind == MarkKind.BLOCKQUOTE and _SIGNATURE.search(builder.tail(handle)):
            kind = MarkKind.POST
        builder.close(handle, kind, value)
    builder.apart(gap)


def _address(href: str | None, base: str) -> str:
    if not href or href.startswith(("#", "javascript:", "data:", "mailto:")):
        return ""
    if href.startswith(("https://", "http://")):
        return href.strip()
    if not base:
        return ""
    try:
        return urljoin(base, href.strip())
    except ValueError:  # a malformed address
        return ""
