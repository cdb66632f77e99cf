"""Finds the posts of a page by its markup: the parts that repeat and hold one time each.

The ancestors of each time in the page are candidates; those that share a class, an attribute or a place in
the tree form a group, and the group with most times and most text is the posts, whatever its names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import sqrt

from minutier.languages import DEFAULT
from minutier.languages.dates import alternatives, calendar, fold
from minutier.read.boilerplate import COMMENTS, FOOTER, UNSEEN
from minutier.read.elements import BLOCKS, DISTANCES, HEADINGS
from minutier.read.headlines import MOST_LED_AWAY, headline_lists
from minutier.read.instants import clock_of, iso_of
from minutier.read.names import is_called, names_a_time, network_of, says, says_class, words_of
from minutier.read.tree import TEXT, Tree

LONGEST_LABEL = 60
"""Characters of a printed time, with what may stand around it (`Publié à 20h41`)."""

LEAST_SHARE = 0.15
"""Share of the page's text that its posts hold at least: a byline with two dates is no live blog."""

MAX_TIMES = 100_000
"""Times of a page that are looked at, of machines and in print each."""

_ENOUGH_WORDS = 30  # characters of its own with which a post that holds a link counts in full
_LEAST_RUN = 3  # posts that follow each other without boxes; two times are those of one post
_MAX_LEVELS = 40
_MOST_TIMES = 12  # in one post
_MAX_NAMES = 12

_HOUR = r"(?<![\d.,:/-])(?:[01]?\d|2[0-4])"
_NO_FIGURE = r"(?![\d%€$]|\s[%€$])"
CLOCK = re.compile(
    rf"{_HOUR}(?:\s?(?:h|heures?|hrs?|u|:)\s?[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b)?|[.:][0-5]\d\s?(?:[ap]\.?m\b|uhr)"
    rf"|\s?(?:h|heures?|uhr|[ap]\.?m\b)){_NO_FIGURE}",
    re.I,
)
_TITLE_AFTER = re.compile(r"\s*[:–—|•►⇒-]\s*\w")  # "20h41 : Hamon l'emporte"
_FIGURE = re.compile(r"\d\s?[hH:.uUaApP]")  # what every printed time has
_DOTTED = re.compile(rf"{_HOUR}\.[0-5]\d{_NO_FIGURE}")
_BARE_HOUR = re.compile(r"\W{0,4}(?:[01]?\d|2[0-4])\s?[hH:]")
_MINUTES = re.compile(r"[0-5]\d(?![\d%€$]|\s[%€$])")
_LONGEST_HOUR = 8
_BEFORE_CLOCK = 50
_AFTER_CLOCK = 25
_WORDS_BEFORE = 6  # "Mis à jour le 19 juin à 20h41"
_LONGEST_HEAD = 80
_LEVELS_OF_TIME = 2  # elements between a printed time and the one called so
_SMALL = 8  # nodes of a row that holds a time
_LARGEST_LABEL = 4  # nodes of a printed time
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", '"')
_ENOUGH = 0.8  # share of the blocks that begin with a time which posts have to hold

_EMBEDDERS = frozenset({"div", "figure", "section"})
_FLOW = frozenset({"p", "dt", "time", "span", "strong", "b", "em", "a", "hr", "font", "u", "i"}) | HEADINGS
_PARTS = frozenset(BLOCKS) - {"br"}
_HEADLINE_AFTER = 80  # characters of text that may stand before a headline
_LONGEST_HEADLINE = 300
_LONGEST_AUTHOR = 80
_LONGEST_TIME = 120  # JavaScript tells the name of the zone, too
_TITLED_TIMES = frozenset({"abbr", "span", "a", "time"})  # <abbr title="2017-01-29T20:41">20h41</abbr>
_MACHINE_TIME, _ATTRIBUTE_TIME = 1, 2


@dataclass(slots=True)
class Moment:
    """A time met in the page: its ISO value (empty when only printed) and where it is printed (or -1)."""

    node: int
    value: str
    printed: int = -1
    rank: int = _MACHINE_TIME
    is_change: bool = False


@dataclass(slots=True)
class Post:
    """One post: nodes ``start … end``. ``value`` is ISO 8601, empty where only a label is printed.

    ``label``, ``headline`` and ``author`` are nodes, -1 where there is none; ``changes`` are those that tell of
    a change.
    """

    start: int
    end: int
    value: str = ""
    label: int = -1
    modified: str = ""
    changes: tuple[int, ...] = ()
    identifier: str = ""
    headline: int = -1
    author: int = -1


@dataclass(slots=True)
class _Group:
    score: float
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """The posts of a page in document order, and what else its times tell.

    ``openings`` counts the blocks that begin with a printed time: where there are no posts, they may be told apart by
    their words. ``headlines`` are the elements outside of boxes of posts that hold headlines of other pages with
    times. ``linked`` are the running totals of the text of links. ``is_cut``: the page has more times than are looked
    at.
    """

    posts: list[Post]
    openings: int
    headlines: list[int]
    linked: list[int]
    is_cut: bool = False


def find_posts(tree: Tree, lengths: list[int]) -> Found:
    """The posts of a page; none when nothing repeats with times.

    Times may be machine-readable or printed: the kind that gives more posts is taken. ``lengths`` are the
    running totals of the tree's text.
    """
    found = _survey(tree, lengths)
    linked = list(accumulate(found.linked))
    printed, begun = _printed_times(tree, found)
    is_cut = MAX_TIMES in (len(found.moments), len(printed))
    times = sorted({moment.node for moment in (*found.moments, *printed)}.union(begun))
    headlines = headline_lists(tree, times, lengths, linked)
    if headlines:
        lists = [(start, tree.ends[start]) for start in headlines]
        found.moments = [moment for moment in found.moments if not _is_within(moment.node, lists)]
        printed = [moment for moment in printed if not _is_within(moment.node, lists)]
        begun = [node for node in begun if not _is_within(node, lists)]
    openings = len(begun)
    spans, printed = _spans(tree, found.moments, printed, openings, lengths, linked)
    machine_nodes = [moment.node for moment in found.moments]
    printed_nodes = [moment.node for moment in printed]
    posts = []
    for start, end in spans:
        inside = found.moments[bisect_left(machine_nodes, start) : bisect_left(machine_nodes, end)]
        labels = printed[bisect_left(printed_nodes, start) : bisect_left(printed_nodes, end)]
        post = _describe(tree, Post(start, end), inside, labels, lengths)
        near = found.authors[bisect_left(found.authors, start + 1) : bisect_left(found.authors, end)]
        post.author = next((node for node in near if node != post.label and _is_short(tree, node)), -1)
        posts.append(post)
    boxes = [(post.start, post.end) for post in posts if tree.ends[post.start] == post.end]
    return Found(posts, openings, [node for node in headlines if not _is_within(node, boxes)], linked, is_cut)


def _spans(
    tree: Tree, moments: list[Moment], printed: list[Moment], openings: int, lengths: list[int], linked: list[int]
) -> tuple[list[tuple[int, int]], list[Moment]]:
    """The posts by the times that give most of them, and the printed times that tell theirs."""
    chosen = _best(tree, _innermost(tree, moments), lengths, linked).spans
    if max(openings, len(printed)) > len(chosen):
        chosen = max(chosen, _best(tree, printed, lengths, linked).spans, key=len)
        # blocks that begin with a time are told apart by their words, not by markup
        if len(chosen) < _ENOUGH * openings:
            chosen = []
    unseen = _unseen_times(tree)
    if len(unseen) > max(openings, len(chosen)):
        by_unseen = _best(tree, unseen, lengths, linked).spans
        if len(by_unseen) > max(openings, len(chosen)):
            return by_unseen, unseen
    return chosen, printed


def _is_within(node: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a node is in one of the spans, which are in order."""
    place = bisect_left(spans, (node, -1))
    return any(start <= node < end for start, end in spans[max(0, place - 1) : place + 1])


@dataclass(slots=True)
class _Survey:
    """What one walk over a page collects: times, elements that name an author, links.

    ``linked[i]`` is the length of the text that leads to another page and ends before node ``i``; ``passed``
    flags the nodes in which no printed time is looked for.
    """

    moments: list[Moment]
    authors: list[int]
    linked: list[int]
    passed: bytearray


def _survey(tree: Tree, lengths: list[int]) -> _Survey:
    ends, tags = tree.ends, tree.tags
    count = len(tree)
    found = _Survey([], [], [0] * (count + 1), bytearray(count))
    roles = dict(_ROLES)
    quoted_until = linked_until = 0
    for index, attributes in enumerate(tree.attributes):
        tag = tags[index]
        if tag == "blockquote" or tree.dropped.get(index) == COMMENTS:
            quoted_until = max(quoted_until, ends[index])
        for name, given in attributes.items():
            if not given:
                continue
            role = roles.get(name, -1)
            if role < 0:
                role = roles[name] = _role_of(name) if len(roles) < _MOST_ROLES else 0
            if not role:
                continue
            if role == _NAMES:
                if says_class(given, "author"):
                    found.authors.append(index)
                elif tag in _EMBEDDERS and network_of(given):
                    quoted_until = max(quoted_until, ends[index])
            elif role == _TIME:
                moment = _moment(tree, index, name, given) if index >= quoted_until else None
                if moment is not None and len(found.moments) < MAX_TIMES:
                    if not found.moments or found.moments[-1].node != index:
                        found.moments.append(moment)
                    if moment.printed >= 0:
                        _flag(found.passed, index, ends[index])
            elif role == _ADDRESS:
                if tag == "a" and index >= linked_until and "#" not in given:  # a place in a page is mostly in this one
                    linked_until = ends[index]
                    found.linked[linked_until] = lengths[linked_until] - lengths[index]
            elif given == "author" and found.authors[-1:] != [index]:
                found.authors.append(index)
        if index < quoted_until:
            found.passed[index] = 1
    for index, rule in tree.dropped.items():
        if rule != FOOTER or len(tree.text_of(index)) > LONGEST_LABEL:  # a post may end with one that is its time
            _flag(found.passed, index, ends[index])
    return found


def _flag(mask: bytearray, start: int, end: int) -> None:
    mask[start:end] = b"\1" * (end - start)


# Times

_NAMES, _TIME, _ADDRESS, _RELATION = range(1, 5)  # what an attribute may tell
_MOST_ROLES = 10_000
_ROLES = {
    "class": _NAMES,
    "href": _ADDRESS,
    "rel": _RELATION,
    "itemprop": _RELATION,
    "datetime": _TIME,
    "content": _TIME,
    "title": _TIME,
}


def _role_of(attribute: str) -> int:
    return _TIME if names_a_time(attribute) else 0


def _moment(tree: Tree, index: int, name: str, given: str) -> Moment | None:
    if len(given) > _LONGEST_TIME:
        return None
    tag, attributes = tree.tags[index], tree.attributes[index]
    prop = attributes.get("itemprop") or ""
    if (name == "content" and not prop) or (name == "title" and tag not in _TITLED_TIMES):
        return None
    value = iso_of(given)
    if not value:
        return None
    text = tree.text_of(index) if tree.ends[index] - index <= _LARGEST_LABEL else ""
    is_printed = 0 < len(text) <= LONGEST_LABEL and (tag == "time" or _is_clock(text))
    rank = 0 if prop == "datePublished" else _MACHINE_TIME if name == "datetime" else _ATTRIBUTE_TIME
    is_change = prop == "dateModified" or _says_change(tree, index)
    return Moment(index, value, index if is_printed else -1, rank, is_change)


def _says_change(tree: Tree, index: int) -> bool:
    """Whether an element, or a small one around it, is called a change."""
    while index >= 0 and tree.ends[index] - index <= _SMALL:
        if says(tree.attributes[index], "change"):
            return True
        index = tree.parents[index]
    return False


def _innermost(tree: Tree, moments: list[Moment]) -> list[Moment]:
    """Times of publication without those of elements that hold another one, whose ancestors they are."""
    told = [moment for moment in moments if not moment.is_change]
    following = [moment.node for moment in told[1:]] + [len(tree)]
    return [moment for moment, after in zip(told, following, strict=False) if after >= tree.ends[moment.node]]


def _printed_times(tree: Tree, survey: _Survey) -> tuple[list[Moment], list[int]]:
    """Times in print that no element tells and that stand alone at the beginning of a block, or on a line of their own
    in a block that has no other: *<article><h3>Un titre</h3><span>20h41</span><p>…</p></article>*.

    The second list has the time of each block that begins with one, of these and others.
    """
    passed = survey.passed
    found: list[Moment] = []
    begun: list[int] = []
    apart: set[int] = set()
    for index, text in enumerate(tree.texts):
        if not text or passed[index]:
            continue
        if text[-1] in "hH:" and len(text) <= _LONGEST_HOUR:
            text = _with_minutes(tree, index)
        head = text[:_LONGEST_HEAD].strip()
        if len(head) < 3 or not _FIGURE.search(head):
            continue
        clock = CLOCK.search(head)
        if clock is None and len(text) <= _LONGEST_HEAD and says(tree.attributes[tree.parents[index]], "time"):
            clock = _DOTTED.search(head)
        if clock is None or clock.start() > _BEFORE_CLOCK:
            continue
        begins = not any(map(str.isalnum, head[: clock.start()]))
        node = _element_of(tree, index)
        if not begins and tree.tags[tree.parents[node]] in HEADINGS:  # "Participation à 17 heures" is a title
            continue
        if _begins_block(tree, node):
            if begins:
                begun.append(node)
            if len(text) <= _LONGEST_HEAD and _is_label(head, clock):
                found.append(Moment(node, "", node))
        elif len(text) <= _LONGEST_HEAD and _is_apart(tree, time_around(tree, node)) and _is_label(head, clock):
            apart.add(node)
            found.append(Moment(node, "", node))
        if len(found) >= MAX_TIMES:
            break
    nodes = [moment.node for moment in found]
    if apart and nodes == sorted(nodes):
        found = [moment for moment in found if moment.node not in apart or _is_only_one(tree, moment.node, nodes)]
    return found, begun


def _unseen_times(tree: Tree) -> list[Moment]:
    """Printed times that are an element for screen readers alone, or hidden from them as its twin is: shown to readers,
    and taken of the two.
    """
    found: list[Moment] = []
    for node in sorted(node for node, rule in tree.dropped.items() if rule == UNSEEN):
        if tree.ends[node] - node > _SMALL:
            continue
        text = tree.text_of(node)
        clock = CLOCK.search(text) if len(text) <= LONGEST_LABEL else None
        if clock and _is_label(text, clock, LONGEST_LABEL):
            found.append(Moment(node, "", node))
    shown = [moment for moment in found if tree.attributes[moment.node].get("aria-hidden") == "true"]
    return shown if 2 * len(shown) >= len(found) else found


def _with_minutes(tree: Tree, index: int) -> str:
    """A text that is an hour, with the minutes that begin the next text on its line: *<b>20h</b><b>10</b> : …*; they
    are moved there.
    """
    text = tree.texts[index]
    following = index + 1
    while following < len(tree) and not tree.texts[following] and tree.tags[following] not in DISTANCES:
        following += 1
    block = block_of(tree, index)
    if not _BARE_HOUR.fullmatch(text) or following >= len(tree) or block < 0 or tree.ends[block] <= following:
        return text
    minutes = _MINUTES.match(tree.texts[following])
    if minutes:
        tree.texts[index] = text = text + minutes[0]
        tree.texts[following] = tree.texts[following][minutes.end() :]
    return text


def block_of(tree: Tree, node: int) -> int:
    """The block or cell around a node, -1 where there is none."""
    block = tree.parents[node]
    while block >= 0 and tree.tags[block] not in DISTANCES:
        block = tree.parents[block]
    return block


def _is_only_one(tree: Tree, node: int, nodes: list[int]) -> bool:
    """Whether the block around a printed time has no other."""
    block = tree.parents[time_around(tree, node)]
    return bisect_left(nodes, tree.ends[block]) - bisect_left(nodes, block) == 1


def _is_clock(text: str) -> bool:
    clock = CLOCK.search(text)
    return clock is not None and _is_label(text, clock)


def _is_label(text: str, clock: re.Match[str], longest: int = _AFTER_CLOCK) -> bool:
    """Whether a text is a time and little else: no title after it, no sentence around it, at most ``longest``
    characters.
    """
    before, after = text[: clock.start()], text[clock.end() :]
    if len(before.split()) > _WORDS_BEFORE or (
        before and text.endswith((".", "!", "?")) and not clock[0].endswith(".")
    ):
        return False
    if len(text) > LONGEST_LABEL or len(after) > longest or _TITLE_AFTER.match(after):
        return False
    return len(after) <= 3 or not text.endswith((".", "!", "?"))


def _element_of(tree: Tree, index: int) -> int:
    """The outermost element around a text that holds nothing else; the text node where it has siblings."""
    parent = tree.parents[index]
    while (
        parent >= 0
        and tree.ends[parent] - parent < 8
        and tree.tags[parent] not in BLOCKS
        and tree.raw_text_of(parent).strip() == tree.raw_text_of(index).strip()
    ):
        index, parent = parent, tree.parents[parent]
    return index


def time_around(tree: Tree, node: int) -> int:
    """The element ``time`` of a printed time and caption, *<time>publié à <b>20h41</b></time>*; else its node."""
    above, around = tree.parents[node], node
    for _ in range(_LEVELS_OF_TIME):
        if above >= 0 and tree.tags[above] == "time" and tree.ends[above] - above <= _SMALL:
            around = above
        above = tree.parents[above] if above >= 0 else -1
    return around


def _begins_block(tree: Tree, node: int) -> bool:
    block = block_of(tree, node)
    if block < 0 or tree.ends[block] - block > 400:
        return False
    before = tree.text_of(block, node)
    return not before or (
        len(before) <= _BEFORE_CLOCK
        and len(tree.text_of(block)) <= LONGEST_LABEL
        and not before.endswith((".", "!", "?"))
    )


def _is_apart(tree: Tree, node: int) -> bool:
    """Whether an element stands between blocks, or after the last: nothing else is on its line; or at the end of a
    block, after its last sentence: *<article>La salle se lève. <span>20h41</span></article>*.
    """
    block, after = tree.parents[node], tree.ends[node]
    if tree.tags[node] == TEXT or tree.tags[block] not in BLOCKS:
        return False
    if after >= tree.ends[block] and tree.text_of(max(block, node - _SMALL), node).endswith(_SENTENCE_ENDS):
        return True
    before = node - 1
    while before > block and tree.parents[before] != block:
        before = tree.parents[before]
    is_last = after >= tree.ends[block]
    return tree.tags[before] in _PARTS and before != block and (is_last or tree.tags[after] in _PARTS)


# Groups


def _best(tree: Tree, moments: list[Moment], lengths: list[int], linked: list[int]) -> _Group:
    """The group of parts that holds most times and text; without spans when none has two posts."""
    groups: dict[object, dict[int, int]] = {}  # key → part → length of its printed time
    nodes = [moment.node for moment in moments]
    for rank, moment in enumerate(moments):
        first = nodes[max(0, rank - _MOST_TIMES)] if rank >= _MOST_TIMES else -1
        last = nodes[rank + _MOST_TIMES] if rank + _MOST_TIMES < len(nodes) else len(tree) + 1
        shown = moment.printed
        size = min(lengths[tree.ends[shown]] - lengths[shown], LONGEST_LABEL) if shown >= 0 else 0
        for key, part in _parts_around(tree, moment.node, first, last):
            groups.setdefault(key, {}).setdefault(part, size)
    total = lengths[-1] or 1
    best = _Group(0.0, [])
    seen: set[tuple[int, ...]] = set()
    for parts in groups.values():
        starts = tuple(parts)
        if len(parts) < 2 or len(parts) <= best.score * 0.99 or starts in seen:
            continue
        seen.add(starts)
        for group in _readings(tree, parts, lengths, linked, total):
            if group.score > best.score:
                best = group
    return best


def _parts_around(tree: Tree, node: int, first: int, last: int) -> list[tuple[object, int]]:
    """Each key of a time's ancestors with the outermost ancestor that has it.

    An ancestor that reaches from node ``first`` to here, or from here to ``last``, is too large for a post.
    """
    chain = [node, *tree.ancestors(node)]
    outermost: dict[object, int] = {}
    depth = len(chain)
    for level, index in enumerate(chain[:_MAX_LEVELS]):
        tag = tree.tags[index]
        if index <= first or tree.ends[index] > last or tag == "body":
            break
        if tag == TEXT:
            continue
        outermost[(depth - level, tag, tree.tags[chain[level + 1]] if level + 1 < depth else "")] = index
        attributes = tree.attributes[index]
        for name in (attributes.get("class") or "").split()[:_MAX_NAMES]:
            outermost[(tag, name)] = index
        for name in list(attributes)[:_MAX_NAMES]:
            if name.startswith("data-"):
                outermost[(tag, "@", name)] = index
        if "itemprop" in attributes:
            outermost[(tag, "itemprop", attributes["itemprop"])] = index
    return list(outermost.items())


def _readings(tree: Tree, parts: dict[int, int], lengths: list[int], linked: list[int], total: int) -> list[_Group]:
    """A group read as boxes that hold the posts, and as headings that the posts follow."""
    starts = sorted(parts)
    boxes = [(start, tree.ends[start]) for start in starts]
    flow = tree.tags[starts[0]] in _FLOW
    found = [_group(boxes, parts, lengths, linked, total, 0.7 if flow else 1.0)]
    parents = [tree.parents[start] for start in starts]
    if len(set(parents)) == 1 or len(starts) >= _LEAST_RUN * len(set(parents)):
        heads = _with_headings(tree, starts)
        labels = {head: parts[start] for head, start in zip(heads, starts, strict=True)}
        runs = [
            (start, following if parent == other else tree.ends[parent])
            for (start, parent), (following, other) in pairwise([*zip(heads, parents, strict=True), (len(tree), -1)])
        ]
        found.append(_group(runs, labels, lengths, linked, total, 1.0 if flow else 0.8))
    return found


def _with_headings(tree: Tree, starts: list[int]) -> list[int]:
    """The beginnings of posts that have no boxes: the headings above their times where nearly all have one, *<h2>Un
    titre</h2><p>20h41</p><p>…</p>*, else the times.
    """
    heads = [_heading_above(tree, start) for start in starts]
    if sum(head < start for head, start in zip(heads, starts, strict=True)) < _ENOUGH * len(starts):
        return starts
    return heads


def _heading_above(tree: Tree, node: int) -> int:
    """The heading that ends where a node begins, both in one parent; else the node."""
    parent, before = tree.parents[node], node - 1
    while before > parent and tree.parents[before] != parent:
        before = tree.parents[before]
    is_heading = before > parent and tree.tags[before] in HEADINGS and tree.tags[node] not in HEADINGS
    return before if is_heading else node


def _group(
    spans: list[tuple[int, int]],
    parts: dict[int, int],
    lengths: list[int],
    linked: list[int],
    total: int,
    trust: float,
) -> _Group:
    """The spans that hold text beside their time, scored by their number and their share of the text.

    Words that lead to another page count for little: a list of headlines with times is not the posts.
    """
    kept = []
    covered = led_away = 0
    told = 0.0
    for start, end in spans:
        size = lengths[end] - lengths[start] - parts[start]
        if size > 0:
            kept.append((start, end))
            covered += size
            links = min(size, linked[end] - linked[start])
            led_away += links
            told += min(1.0, (size - links) / _ENOUGH_WORDS) if links else 1.0
    if len(kept) < 2 or covered < LEAST_SHARE * total or led_away > MOST_LED_AWAY * covered:
        return _Group(0.0, [])
    return _Group(told * sqrt(min(1.0, (covered - led_away) / total)) * trust, kept)


# What a post tells of itself


def _describe(tree: Tree, post: Post, moments: list[Moment], labels: list[Moment], lengths: list[int]) -> Post:
    if len({moment.value for moment in moments if not moment.is_change}) > 1:
        for moment in moments:
            moment.is_change = moment.is_change or _follows_change(tree, moment.node)
        if all(moment.is_change for moment in moments):
            moments[0].is_change = False
    published = [moment for moment in moments if not moment.is_change]
    main = min(published, key=lambda moment: moment.rank, default=None)
    if main is not None:
        post.value = main.value
        printed = [moment for moment in published if moment.printed >= 0 and moment.value == main.value]
        post.label = main.printed if main.printed >= 0 else printed[0].printed if printed else -1
    if post.label < 0:
        post.label = next((moment.node for moment in labels if _agrees(tree, moment.node, post.value)), -1)
    changes = [moment for moment in moments if moment.is_change]
    post.modified = next((moment.value for moment in reversed(changes) if moment.value != post.value), "")
    post.changes = tuple(moment.node for moment in changes)
    post.headline = _headline(tree, post, lengths)
    post.identifier = _identifier(tree, post)
    return post


def _follows_change(tree: Tree, node: int) -> bool:
    """Whether the words before a time say that it is that of a change: *Mis à jour à 08:00 – Publié à 20:41*."""
    block = tree.parents[node]
    while block > 0 and tree.tags[block] not in BLOCKS:
        block = tree.parents[block]
    before = tree.text_of(max(block, node - _SMALL), node)[-_BEFORE_CLOCK:]
    return _changed().search(fold(before)) is not None


@cache
def _changed() -> re.Pattern[str]:
    words = alternatives(calendar(DEFAULT).words("modified"))  # of all languages
    return re.compile(rf"(?<!\w)(?:{words})(?:\W+\w{{1,3}}){{0,2}}\W*$", re.IGNORECASE)


def _agrees(tree: Tree, node: int, value: str) -> bool:
    """Whether a printed time can be that date-time: the same minutes, the hour being any zone's."""
    clock = clock_of(value) if value else None
    if clock is None:
        return True
    printed = CLOCK.search(tree.text_of(node))
    figures = re.findall(r"\d+", printed[0]) if printed else []
    return bool(figures) and int(figures[1] if len(figures) > 1 else 0) == clock[1]


def _headline(tree: Tree, post: Post, lengths: list[int]) -> int:
    """The first heading, or what is called a title, near the beginning of the post."""
    label = post.label
    skipped = lengths[tree.ends[label]] - lengths[label] if label >= 0 else 0
    index = post.start
    while index < post.end:
        before = lengths[index] - lengths[post.start]
        if before - (skipped if 0 <= label < index else 0) > _HEADLINE_AFTER:
            return -1
        tag = tree.tags[index]
        if index in tree.dropped and index != label:
            index = tree.ends[index]
            continue
        if tag == "blockquote" or (tag == "li" and index != post.start):
            return -1
        size = lengths[tree.ends[index]] - lengths[index] - (skipped if index <= label < tree.ends[index] else 0)
        if 0 < size <= _LONGEST_HEADLINE and index != label:
            is_heading = tag in HEADINGS or tree.attributes[index].get("itemprop") in ("headline", "name")
            whole = index == post.start and tree.ends[index] == post.end
            if not whole and (is_heading or (tag not in ("a", TEXT) and is_called(tree.attributes[index], "title"))):
                return index
        index += 1
    return -1


def _is_short(tree: Tree, node: int) -> bool:
    return 0 < len(tree.text_of(node)) <= _LONGEST_AUTHOR


def _identifier(tree: Tree, post: Post) -> str:
    """How the page calls the post: its id, or a ``data-…-id``."""
    for index in (post.start, *tree.children(post.start)[:3]):
        attributes = tree.attributes[index]
        if attributes.get("id"):
            return attributes["id"] or ""
        for name, value in attributes.items():
            if name.startswith("data-") and value and words_of(name)[-1] in ("id", "key", "uuid"):
                return value
    return ""
