"""Writes a part of a page: blocks apart, what the markup tells as marks, boilerplate left out."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from urllib.parse import urljoin

from minutier.document import MarkKind
from minutier.read.builder import CELL, LINE, PARAGRAPH, SPACE, Builder
from minutier.read.names import network_of
from minutier.read.tree import TEXT, Attributes, Tree

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

# Distance from what is around, as in the rendering section of the HTML Standard
_PARAGRAPHS = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre search "
    "section summary table ul xmp"
)
_LINES = "br caption dd dt legend li optgroup option tbody tfoot thead tr"
BLOCKS = dict.fromkeys(_PARAGRAPHS.split(), PARAGRAPH) | dict.fromkeys(_LINES.split(), LINE)
_CELLS = dict.fromkeys(("td", "th"), CELL)
_DISTANCES = BLOCKS | _CELLS
_INSIDE = {"li": LINE, "dd": LINE, "dt": LINE, "td": CELL, "th": CELL}  # a paragraph alone in an item
_KINDS = {
    "li": MarkKind.LIST_ITEM,
    "blockquote": MarkKind.BLOCKQUOTE,
    "q": MarkKind.BLOCKQUOTE,
    "a": MarkKind.LINK,
}

_EMBEDDERS = frozenset({"blockquote", "div", "figure", "section", "article", "aside"})
_SIGNATURE = re.compile(r"[—–-]\s{0,3}[^\n—@]{1,80}\(@[\w.@-]{1,60}\)[^\n]{0,80}$")
_SIGNED = re.compile(r"\s*[—–]\s")


@dataclass(slots=True)
class Writing:
    """How a part of a page is written.

    ``dropped`` elements and ``skipped`` nodes are left out; ``marks`` gives nodes a kind and a
    value (a headline, an author); ``base`` is the address that relative links start from.
    """

    dropped: Container[int] = ()
    skipped: Container[int] = ()
    marks: dict[int, tuple[str, str]] = field(default_factory=dict)
    base: str = ""


@dataclass(slots=True)
class _Open:
    """An element being written: what to do when it ends."""

    end: int
    gap: int
    spans: list[tuple[int, str, str]]
    is_post: bool = False
    quoted: bool = False


def write(tree: Tree, start: int, end: int, builder: Builder, writing: Writing) -> None:
    """Write nodes ``start … end`` of a page."""
    tags, attributes, texts, ends, parents = tree.tags, tree.attributes, tree.texts, tree.ends, tree.parents
    dropped, skipped, marks = writing.dropped, writing.skipped, writing.marks
    opened: list[_Open] = []
    in_post = 0
    index = start
    while index < end:
        while opened and opened[-1].end <= index:
            in_post -= _close(opened.pop(), builder)
        tag = tags[index]
        if index in skipped or index in dropped:
            gap = _DISTANCES.get(tag, SPACE)
            builder.apart(gap)
            index = ends[index]
            continue
        if tag == TEXT:
            text = texts[index]
            if in_post and _SIGNED.match(text):  # the signature of an embedded post stays on its last line
                builder.close_up()
            builder.write(text)
            index += 1
            continue
        if tag == "pre":
            _write_preformatted(tree, index, builder)
            index = ends[index]
            continue
        gap = _DISTANCES.get(tag, 0)
        if gap:
            if gap == PARAGRAPH and parents[index] >= start:
                gap = _INSIDE.get(tags[parents[index]], gap)
            builder.apart(gap)
        if ends[index] == index + 1:  # empty: <br>, <img>
            index += 1
            continue
        element = _open(
            tag, attributes[index], index, marks, gap, builder, writing.base, ends[index], bool(in_post)
        )
        if element is not None:
            in_post += element.is_post
            opened.append(element)
        index += 1
    while opened:
        in_post -= _close(opened.pop(), builder)


def _open(
    tag: str,
    attributes: Attributes,
    index: int,
    marks: dict[int, tuple[str, str]],
    gap: int,
    builder: Builder,
    base: str,
    end: int,
    in_post: bool,
) -> _Open | None:
    spans: list[tuple[int, str, str]] = []
    if index in marks:
        spans.append((builder.open(), *marks[index]))
    kind = _KINDS.get(tag, "")
    value = ""
    is_post = False
    if tag in _EMBEDDERS and attributes:
        network = network_of(attributes.get("class") or "")
        if network and not in_post:
            kind, value, is_post = MarkKind.POST, network, True
    if kind == MarkKind.BLOCKQUOTE and in_post:
        kind = ""
    if kind == MarkKind.LINK:
        value = _address(attributes.get("href"), base)
        kind = kind if value else ""
    if kind:
        spans.append((builder.open(), kind, value))
    if tag == "q":
        builder.write("“")
    if not spans and not gap and tag != "q":
        return None
    return _Open(end, gap, spans, is_post, tag == "q")


def _close(element: _Open, builder: Builder) -> bool:
    if element.quoted:
        builder.write("”")
    for handle, kind, value in reversed(element.spans):
        if kind == MarkKind.BLOCKQUOTE and _SIGNATURE.search(builder.tail(handle)):
            kind = MarkKind.POST
        builder.close(handle, kind, value)
    builder.apart(element.gap)
    return element.is_post


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


def _write_preformatted(tree: Tree, index: int, builder: Builder) -> None:
    builder.apart(PARAGRAPH)
    builder.write_lines(tree.raw_text_of(index))
    builder.apart(PARAGRAPH)
