"""An HTML page as flat lists in document order, parsed as browsers do (lexbor), of bounded depth and cost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser, LexborNode

from minutier.document import Issue
from minutier.read.boilerplate import CODE, COMMENTS, MAY_HOLD_TIME, SHARE, UNSEEN, rule_of
from minutier.read.builder import visible
from minutier.read.elements import BLOCKS, Attributes

MAX_DEPTH = 250
"""Elements nested deeper are taken out of the page and their text kept: first those that only group, twice as
deep all others. Browsers stop at 512."""

MAX_ATTRIBUTES = 200
"""Attributes of one tag that are kept."""

TEXT = "-text"

# What makes a page worth a closer look before it is parsed: the parser's cost grows with the square of these
_SUSPICIOUS_DEPTH = 4_000
_SUSPICIOUS_ATTRIBUTES = 15_000
_CHUNK = 1 << 14
_MOST_TITLES = 100
_SMALL = 100  # characters that are never most of a page
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_HEAD = frozenset({"head", "title", "script"})
_NOT_NESTED = (
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body area base br col "
    "embed hr img input link meta source track wbr"
)
_GROUPING = frozenset(
    {
        "a",
        "b",
        "center",
        "div",
        "em",
        "font",
        "g",
        "i",
        "ol",
        "section",
        "small",
        "span",
        "strong",
        "table",
        "u",
        "ul",
    }
)
_CLOSED_BY_NEXT = frozenset(_NOT_NESTED.split())
_LEFT_OPEN = frozenset({"article", "section", "div", "time"})
"""Elements that no other ends, so that a page without their end tag nests them."""
_NEEDS_CLASS = frozenset({"div"})  # one without a class is any part of a page
_NEAR = 12  # nodes after the beginning of a time
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>"']*+)(?:[^"'>]++|"[^"]*+"?|'[^']*+'?)*+>?""")
_ATTRIBUTE = re.compile(r"""[^\s"'>/=]++\s*+(?:=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?""")

_NO_ATTRIBUTES: Attributes = {}
_STAY = MAY_HOLD_TIME | {COMMENTS}
"""Rules whose elements stay in the tree."""


@dataclass(slots=True)
class Tree:
    """Node ``i`` has a tag (``-text`` for text), its parent's index, and its subtree is ``i … ends[i]``.

    Boilerplate is not in the tree, but for ``dropped``: elements not to be read, which may hold a time.
    ``comments`` are the elements called comments, those that hold most of the page among them, which are not dropped.
    ``scripts`` are the blocks of JSON-LD, ``data`` the other scripts that stand in the page.
    """

    tags: list[str] = field(default_factory=list)
    attributes: list[Attributes] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    dropped: dict[int, str] = field(default_factory=dict)
    comments: list[int] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tags)

    def text_of(self, start: int, end: int | None = None) -> str:
        """The text of a subtree (or of a range of nodes), white space collapsed."""
        return " ".join(self.raw_text_of(start, end).split())

    def raw_text_of(self, start: int, end: int | None = None) -> str:
        """The text of a subtree (or of a range of nodes), as it stands."""
        return "".join(self.texts[start : self.ends[start] if end is None else end])

    def spaced_text_of(self, start: int) -> str:
        """The text of a subtree, apart where an element ends: *<b>7</b><b>juin</b>* is *7 juin*."""
        return " ".join(" ".join(self.texts[start : self.ends[start]]).split())

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

    def lengths(self) -> list[int]:
        """Running totals of text to be read: ``lengths[b] - lengths[a]`` characters stand in a … b."""
        sizes = list(map(len, self.texts))
        silent = [index for index, rule in self.dropped.items() if rule != UNSEEN]  # posts may wait unseen
        for index in (*silent, *(index for index, tag in enumerate(self.tags[:100]) if tag == "head")):
            end = self.ends[index]
            sizes[index:end] = [0] * (end - index)
        return [0, *accumulate(sizes)]


def parse(html: str) -> tuple[Tree, list[Issue]]:
    """The tree of a page, or of a piece of one. Any text can be parsed."""
    html, issues = _tame(html)
    tree = _flatten(LexborHTMLParser(html).root)
    ended = _end_left_open(tree, html)
    if ended:
        text = f"elements that are never closed ({ended}) are taken to end where the next of their kind begins"
        issues.append(Issue("read", "info", "left-open", text))
    whole = "".join(tree.texts)
    if visible(whole) != whole:
        tree.texts[:] = map(visible, tree.texts)
    return tree, issues


def _flatten(root: LexborNode | None) -> Tree:
    tree = Tree()
    tags, attributes, texts, parents, ends = tree.tags, tree.attributes, tree.texts, tree.parents, tree.ends
    open_nodes: list[LexborNode] = []
    parent, node = -1, root
    before = "div"  # tag of the node before, of the parent where there is none
    half = _Half(root)
    while node is not None:
        tag = node.tag or "-other"
        child = None
        if tag == TEXT:
            text = node.text_content or ""
            if before not in BLOCKS or not text.isspace():  # space beside a block is not shown
                tags.append(tag)
                parents.append(parent)
                texts.append(text)
                attributes.append(_NO_ATTRIBUTES)
                ends.append(len(tags))
                before = tag
        elif tag[0] != "-" or tag == "-document":
            given = node.attributes or _NO_ATTRIBUTES
            rule = "" if tag == "footer" and parent >= 0 and tags[parent] == "blockquote" else rule_of(tag, given)
            if rule == CODE:
                if tag == "script":
                    kind = (given.get("type") or "").lower()
                    if "ld+json" in kind:
                        tree.scripts.append(node.text())
                    elif "src" not in given:
                        tree.data.append(node.text())
            elif not rule or rule in _STAY or half.is_kept(node) or (rule == SHARE and _quotes(node)):
                if rule in _STAY and not half.is_kept(node):
                    tree.dropped[len(tags)] = rule
                if rule == COMMENTS and not half.holds_title(node):
                    tree.comments.append(len(tags))
                tags.append(tag)
                parents.append(parent)
                texts.append("")
                attributes.append(given)
                ends.append(len(tags))
                before = tag
                child = node.first_child
            else:
                before = tag
        if child is not None:
            open_nodes.append(node)
            parent, node = len(tags) - 1, child
            continue
        following = node.next if open_nodes else None
        while following is None and open_nodes:
            node = open_nodes.pop()
            ends[parent] = len(tags)
            before = tags[parent]
            parent = parents[parent]
            following = node.next if open_nodes else None
        node = following
    return tree


def _end_left_open(tree: Tree, html: str) -> int:
    """End elements without an end tag where the next of their kind begins, a time where a block does; their number.

    *<article>A<article>B</article><article>C</article>*: three posts, not one that holds two. No more elements are
    ended than end tags are missing: parts of one name that hold each other are left alone.
    """
    cuts: dict[int, int] = {}  # where one ends → the element
    missing: dict[str, int] = {}
    for (tag, _), inside in _nested(tree).items():
        if tag not in missing:
            missing[tag] = html.count("<" + tag) - html.count("</" + tag)
        holders = sorted(inside)
        if len(holders) == missing[tag] + 1 and tree.ends[holders[0]] >= tree.ends[holders[-1]]:
            del holders[0]  # the part of the page that holds all of them
        if len(holders) <= missing[tag]:
            cuts.update((inside[holder], holder) for holder in holders)
    if cuts:
        _cut(tree, cuts)
    return len(cuts)


def _nested(tree: Tree) -> dict[tuple[str, str], dict[int, int]]:
    """For each tag and first class: the elements that hold another of the kind, and the first that each holds."""
    tags, ends = tree.tags, tree.ends
    found: dict[tuple[str, str], dict[int, int]] = {}
    opened: dict[tuple[str, str], list[int]] = {}
    for index, tag in enumerate(tags):
        if tag not in _LEFT_OPEN:
            continue
        if tag == "time":
            near = range(index + 1, min(ends[index], index + _NEAR))
            block = next((node for node in near if tags[node] in BLOCKS and tags[node] != "br"), -1)
            if block >= 0:
                found.setdefault((tag, ""), {})[index] = block
            continue
        classes = tree.attributes[index].get("class")
        if not classes and tag in _NEEDS_CLASS:
            continue
        key = tag, (classes or "").partition(" ")[0]
        around = opened.get(key)
        if around is None:
            opened[key] = [index]
            continue
        while around and ends[around[-1]] <= index:
            around.pop()
        if around:
            found.setdefault(key, {}).setdefault(around[-1], index)
        around.append(index)
    return found


def _cut(tree: Tree, cuts: dict[int, int]) -> None:
    """End elements, and what is open in them, before a node inside them: what follows stands beside them."""
    opened: list[int] = []
    before = tree.ends[:]
    for index in range(len(tree)):
        while opened and before[opened[-1]] <= index:
            tree.ends[opened.pop()] = index
        if index in cuts and cuts[index] in opened:
            while opened[-1] != cuts[index]:
                tree.ends[opened.pop()] = index
            tree.ends[opened.pop()] = index
        tree.parents[index] = opened[-1] if opened else -1
        opened.append(index)
    for index in opened:
        tree.ends[index] = len(tree)


def _quotes(node: LexborNode) -> bool:
    """Whether an element is a quotation or holds one: an embedded post and no buttons."""
    return node.tag == "blockquote" or node.css_first("blockquote") is not None


class _Half:
    """Tells what a rule must not drop: an element that holds the title, or most of the page's text."""

    def __init__(self, root: LexborNode | None) -> None:
        self.root = root
        self.size = -1
        self.above_title: set[int] = set()
        if root is None:
            return
        for title in root.css("h1")[:_MOST_TITLES]:
            node: LexborNode | None = title
            while node is not None:
                self.above_title.add(node.mem_id)
                node = node.parent

    def holds_title(self, node: LexborNode) -> bool:
        """Whether an element holds a title of the page."""
        return node.mem_id in self.above_title

    def is_kept(self, node: LexborNode) -> bool:
        """Whether an element has to stay."""
        if self.holds_title(node):
            return True
        size = len(node.text())
        if size < _SMALL:
            return False
        if self.size < 0 and self.root is not None:
            code = sum(len(script.text()) for script in self.root.css("script, style, noscript"))
            self.size = (len(self.root.text()) - code) // 2
        return size > self.size


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
        elif depth >= MAX_DEPTH * (1 if name in _GROUPING else 2):
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
