"""An HTML page as flat lists in document order, parsed as browsers do (lexbor), of bounded depth and cost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser, LexborNode

from minutier.document import Issue

MAX_DEPTH = 500
"""Elements nested deeper are taken out of the page and their text kept; browsers stop at 512."""

MAX_ATTRIBUTES = 1_000
"""Attributes of one tag that are kept."""

TEXT = "-text"

# What makes a page worth a closer look before it is parsed: the parser's cost grows with the square of these
_SUSPICIOUS_DEPTH = 4_000
_SUSPICIOUS_ATTRIBUTES = 15_000
_CHUNK = 1 << 14
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_CODE = frozenset({"script", "style", "noscript", "template"})
_NOT_NESTED = (
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body area base br col "
    "embed hr img input link meta source track wbr"
)
_CLOSED_BY_NEXT = frozenset(_NOT_NESTED.split())
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>"']*+)(?:[^"'>]++|"[^"]*+"?|'[^']*+'?)*+>?""")
_ATTRIBUTE = re.compile(r"""[^\s"'>/=]++\s*+(?:=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?""")

Attributes = dict[str, str | None]
_NO_ATTRIBUTES: Attributes = {}


@dataclass(slots=True)
class Tree:
    """Node ``i`` has a tag (``-text`` for text), its parent's index, and its subtree is ``i … ends[i]``."""

    tags: list[str] = field(default_factory=list)
    attributes: list[Attributes] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tags)

    def text_of(self, start: int, end: int | None = None) -> str:
        """The text of a subtree (or of a range of nodes), white space collapsed."""
        return " ".join(self.raw_text_of(start, end).split())

    def raw_text_of(self, start: int, end: int | None = None) -> str:
        """The text of a subtree (or of a range of nodes), as it stands."""
        return "".join(self.texts[start : self.ends[start] if end is None else end])

    def children(self, index: int) -> list[int]:
        """Indices of the nodes directly under one."""
        found, child, end = [], index + 1, self.ends[index]
        while child < end:
            found.append(child)
            child = self.ends[child]
        return found

    def ancestors(self, index: int) -> list[int]:
        """Indices of the nodes above one, nearest first."""
        found, index = [], self.parents[index]
        while index >= 0:
            found.append(index)
            index = self.parents[index]
        return found

    def lengths(self, dropped: dict[int, str] | None = None) -> list[int]:
        """Running totals of text: ``lengths[b] - lengths[a]`` characters stand in nodes a … b."""
        sizes = [
            len(text.strip()) if text and self.tags[parent] not in _CODE else 0
            for text, parent in zip(self.texts, self.parents, strict=True)
        ]
        for index in dropped or ():
            end = self.ends[index]
            sizes[index:end] = [0] * (end - index)
        return [0, *accumulate(sizes)]


def parse(html: str) -> tuple[Tree, list[Issue]]:
    """The tree of a page, or of a piece of one. Any text can be parsed."""
    html, issues = _tame(html)
    return _flatten(LexborHTMLParser(html).root), issues


def _flatten(root: LexborNode | None) -> Tree:
    tree = Tree()
    tags, attributes, texts, parents, ends = tree.tags, tree.attributes, tree.texts, tree.parents, tree.ends
    open_nodes: list[LexborNode] = []
    parent, node = -1, root
    while node is not None:
        index = len(tags)
        tag = node.tag or "-other"
        tags.append(tag)
        parents.append(parent)
        ends.append(index + 1)
        child = None
        if tag == TEXT:
            texts.append(node.text_content or "")
            attributes.append(_NO_ATTRIBUTES)
        else:
            texts.append("")
            if tag[0] != "-":
                attributes.append(node.attributes or _NO_ATTRIBUTES)
                child = node.first_child
            else:
                attributes.append(_NO_ATTRIBUTES)
                if tag == "-document":
                    child = node.first_child
        if child is not None:
            open_nodes.append(node)
            parent, node = index, child
            continue
        following = node.next if open_nodes else None
        while following is None and open_nodes:
            node = open_nodes.pop()
            ends[parent] = len(tags)
            parent = parents[parent]
            following = node.next if open_nodes else None
        node = following
    return tree


def _tame(html: str) -> tuple[str, list[Issue]]:
    """The page without the nesting and the attributes that would make the parser crawl."""
    if html.count("=") < _SUSPICIOUS_ATTRIBUTES and _depth_at_most(html) < _SUSPICIOUS_DEPTH:
        return html, []
    parts: list[str] = []
    kept = position = depth = flattened = cut = 0
    open_deep: dict[str, int] = {}
    while found := _TAG.search(html, position):
        closing, name = found[1], found[2].lower()
        position = found.end()
        if not closing and name in _RAW_TEXT:
            position = _end_of_raw_text(html, name, position)
        elif name in _CLOSED_BY_NEXT or html.endswith("/>", found.start(), found.end()):
            pass
        elif closing and open_deep.get(name):
            open_deep[name] -= 1
            parts.append(html[kept : found.start()])
            kept = position
        elif closing:
            depth = max(0, depth - 1)
        elif depth >= MAX_DEPTH:
            open_deep[name] = open_deep.get(name, 0) + 1
            flattened += 1
            parts.append(html[kept : found.start()])
            kept = position
        else:
            depth += 1
        if not closing and found.end() - found.start() > MAX_ATTRIBUTES * 3 and kept < position:
            short = _with_fewer_attributes(found[0], name)
            if short:
                cut += 1
                parts += (html[kept : found.start()], short)
                kept = found.end()
    parts.append(html[kept:])
    issues = []
    if flattened:
        text = f"{flattened} elements nested more than {MAX_DEPTH} deep were taken out; their text is kept"
        issues.append(Issue("read", "warning", "deep-nesting", text))
    if cut:
        text = f"{cut} tags have more than {MAX_ATTRIBUTES} attributes; the rest of them is left out"
        issues.append(Issue("read", "warning", "too-many-attributes", text))
    return "".join(parts), issues


def _depth_at_most(html: str) -> int:
    """A quick upper bound of the depth at which tags are nested, too high where end tags are left out."""
    depth = highest = 0
    for start in range(0, len(html), _CHUNK):
        end = start + _CHUNK
        closing = html.count("</", start, end)
        opening = html.count("<", start, end) - closing
        highest = max(highest, depth + opening)
        depth = max(0, depth + opening - closing)
    return highest


def _end_of_raw_text(html: str, name: str, position: int) -> int:
    closing = re.compile(f"</{name}", re.IGNORECASE).search(html, position)
    return closing.start() if closing else len(html)


def _with_fewer_attributes(tag: str, name: str) -> str:
    """The tag cut after its first attributes; empty when it has no more than allowed."""
    for count, attribute in enumerate(_ATTRIBUTE.finditer(tag, len(name) + 1), 1):
        if count == MAX_ATTRIBUTES:
            return tag[: attribute.end()] + ">"
    return ""
