"""Posts: the stretches of a document that follow a label, or that its markup delimits, without what
surrounds them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from minutier.document import Document, Mark, MarkKind
from minutier.languages.dates import PartialDate, calendar
from minutier.segment import boilerplate
from minutier.segment.behind import are_behind, end_paragraphs, signature
from minutier.segment.grammar import Label, clean, grammar_of, label_of_time, parse, read_label
from minutier.segment.labels import find_labels
from minutier.segment.pages import page_lines

LONGEST_HEADING = 60

REACH = 120
"""Characters between a post and a time printed above it, an author's name for instance."""

_EDGES = "".join(
    chr(code)
    for code in (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x200E, 0x200F,
                 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF)
)  # fmt: skip
"""White space as `str.isspace` has it, and signs that print nothing."""
_SPACES = re.compile(f"[{re.escape(_EDGES)}]+")
_EDGE = frozenset(_EDGES)
_FEW, _CHUNK = 4, 4096

_ABOVE = 2
"""Lines that may stand above what says that the live blog is over, when it is all that a post says."""
_FIRST_CUT = frozenset({boilerplate.SEPARATOR, boilerplate.PAGE})
"""Rules of lines that are cut where a post begins with them."""

_BESIDE_LABEL = frozenset({boilerplate.SEPARATOR, boilerplate.SHARE})
"""Rules of what is left of a label's line, or is the line below it: signs, *12 commentaires*, *Partager*."""

_APART = (MarkKind.TIME, MarkKind.MODIFIED, MarkKind.BOILERPLATE, MarkKind.AUTHOR, MarkKind.PINNED)
"""Marks whose words, at the edge of a post, are not the post's."""


@dataclass(slots=True)
class Post:
    """A post in the order of the page: its words are ``text[start:end]``. The lead has no label.

    ``heading`` is the date printed between this post and the next one; ``marks`` what was cut from its
    edges. ``is_summary``: the first post, when it is one that a page may keep at its top whatever its time.
    """

    start: int
    end: int
    label: Label | None = None
    marks: tuple[Mark, ...] = ()
    heading: PartialDate | None = None
    entry: Mark | None = None
    is_summary: bool = False


@dataclass(frozen=True)
class Posts:
    """The lead, empty when there is none, and the posts of a document in the order of the page."""

    lead: Post
    updates: list[Post]
    furniture: list[Mark] = field(default_factory=list)


def posts_of(document: Document, code: str) -> Posts:
    """The posts of a document: those its markup delimits, else those its labels open."""
    entries = _outermost(document.marks_of(MarkKind.ENTRY))
    pages = [] if entries else page_lines(document, code)
    cutter = _Cutter(document, code, pages)
    if entries:
        found = _from_entries(document, entries, code, cutter)
        printed = len(document.marks_of(MarkKind.LABEL))  # above the posts, and as many words may look like a label
        if found.updates and sum(post.label is not None for post in found.updates) >= printed:
            return found
    return _from_labels(document, find_labels(document, code, pages), cutter)


def _outermost(entries: Sequence[Mark]) -> list[Mark]:
    """Posts without the one that holds several others, and without those inside a single one."""
    ordered = sorted((mark for mark in entries if mark.end > mark.start), key=lambda mark: (mark.start, -mark.end))
    starts = [mark.start for mark in ordered]
    kept: list[Mark] = []
    reach = 0
    for index, mark in enumerate(ordered):
        inside = bisect_left(starts, mark.end, index + 1) - index - 1
        if inside >= 2 and ordered[index + 1].end <= mark.end:
            continue
        if mark.start >= reach:
            kept.append(mark)
            reach = mark.end
    return kept


def _from_labels(document: Document, labels: list[Label], cutter: _Cutter) -> Posts:
    text = document.text
    if are_behind(labels, text):
        return _from_labels_behind(text, labels, cutter)
    ends = [*(label.start for label in labels[1:]), len(text)]
    lead = cutter.lead(0, labels[0].start if labels else len(text))
    updates = [
        cutter.titled(end, label) if label.has_title else cutter.update(label.body, end, label)
        for label, end in zip(labels, ends, strict=False)
    ]
    if updates:
        updates[-1] = cutter.closed(updates[-1])
        updates[0] = cutter.summary(updates[0])
    return Posts(lead, updates, cutter.furniture)


def _from_labels_behind(text: str, labels: list[Label], cutter: _Cutter) -> Posts:
    """The posts of labels that stand below them. The first begins as many paragraphs above its label as the others
    mostly do, or lines where labels end these; what is above is the lead.
    """
    parts = _PARAGRAPHS if end_paragraphs(labels, text) else _LINES
    starts = [0, *(label.body for label in labels[:-1])]
    stretches = list(zip(starts, (signature(text, label) for label in labels), strict=True))
    sizes = Counter(len(parts.split(text[start:end].strip())) for start, end in stretches[1:])
    breaks = [0, *(match.end() for match in parts.finditer(text[: stretches[0][1]].rstrip()))]
    first = breaks[-min(len(breaks), max(sizes, key=lambda size: (sizes[size], -size)))]
    updates = [
        cutter.update(max(start, first), end, label) for (start, end), label in zip(stretches, labels, strict=True)
    ]
    return Posts(cutter.lead(0, first), updates, cutter.furniture)


_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_LINES = re.compile(r"\n\s*")


def _from_entries(document: Document, entries: list[Mark], code: str, cutter: _Cutter) -> Posts:
    times = document.marks_of(MarkKind.TIME)
    updates: list[Post] = []
    before = 0
    for mark in entries:
        label = _time_of(document.text, times, mark, before) or read_label(document.text, mark.start, mark.end, code)
        before = mark.end
        if label is None and not any(post.label for post in updates):
            continue  # a summary kept above the posts is part of the lead
        opens = label and label.start <= mark.start < label.body <= mark.end
        updates.append(cutter.update(label.body if label and opens else mark.start, mark.end, label, mark))
    if updates:
        updates[0] = cutter.summary(updates[0])
    first = _beginning(updates[0]) if updates else len(document.text)
    return Posts(cutter.lead(0, first), updates, cutter.furniture)


def _time_of(text: str, times: Sequence[Mark], entry: Mark, before: int) -> Label | None:
    """The label that a marked time makes for a post: printed just above it, else inside it, else not far
    above.
    """
    first = bisect_left(times, before, key=lambda time: time.start)
    start = bisect_left(times, entry.start, key=lambda time: time.start)
    end = bisect_right(times, entry.end, key=lambda time: time.start)
    above = [time for time in times[first:start] if entry.start - time.end <= REACH][-1:]
    touching = [time for time in above if not any(map(str.isalnum, text[time.end : entry.start]))]
    for time in (*touching, *times[start:end], *above):
        label = label_of_time(time, entry.end)
        if label:
            return label
    return None


def _beginning(post: Post) -> int:
    """Where a post begins in the page, its printed time included."""
    start = post.entry.start if post.entry else post.start
    return min(start, post.label.start) if post.label else start


class _Cutter:
    """Cuts from the edges of a stretch what is not its own: separators, sharing bars, headings, marked
    furniture.
    """

    def __init__(self, document: Document, code: str, pages: Sequence[tuple[int, int]]) -> None:
        self.text = document.text
        self.rules = boilerplate.rules(code)
        self.calendar, self.grammar = calendar(code), grammar_of(code)
        found = boilerplate.furniture(document.text, code)
        of_pages = dict.fromkeys(pages, boilerplate.PAGE)
        self.furniture = [
            Mark(start, end, MarkKind.BOILERPLATE, rule) for start, end, rule in found if (start, end) not in of_pages
        ] + [Mark(start, end, MarkKind.BOILERPLATE, rule) for (start, end), rule in of_pages.items()]
        self.lines = {mark.end: mark for mark in self.furniture}
        self.line_starts = {mark.start: mark for mark in self.furniture}
        apart = [mark for mark in document.marks_of(*_APART) if mark.end > mark.start]
        self.ends = {mark.end: mark for mark in apart if mark.kind != MarkKind.PINNED}
        self.starts = {mark.start: mark for mark in apart if mark.kind != MarkKind.PINNED}
        self.pinned = document.marks_of(MarkKind.PINNED)
        self.datelines = {d.start: d for d in self.calendar.datelines(document.text) if d.alone}

    def update(self, start: int, end: int, label: Label | None, entry: Mark | None = None) -> Post:
        """A post: its first line is never cut as furniture, but for a bar of signs or counters above its words."""
        start, end = self._stripped(start, end)
        marks: list[Mark] = []
        if self.starts:
            start, end, marks = self._marked_edges(start, end)
        floor = self._line_end(start, end)
        heading: PartialDate | None = None
        while end > floor:
            line = self.text.rfind("\n", start, end) + 1
            known = self.lines.get(end)
            if known and known.start == line:
                if known.value == boilerplate.LIVE_CLOSED and self._is_title_alone(start, line):
                    break  # that the live blog is over is all that a post says
                marks.append(known)
            elif heading is None and (heading := self._heading(line, end)):
                marks.append(Mark(line, end, MarkKind.HEADING))
            elif end - line <= LONGEST_HEADING and self._says_change(line, end):
                marks.append(Mark(line, end, MarkKind.BOILERPLATE, boilerplate.DATELINE))
            elif end in self.ends and self.ends[end].start >= line:
                line = self.ends[end].start
                marks.append(self.ends[end])
            else:
                break
            start, end = self._stripped(start, max(line, floor))
        while start in self.line_starts and self.line_starts[start].value in _FIRST_CUT:
            start, end = self._stripped(self.line_starts[start].end, end)
        while 0 <= (stop := self.text.find("\n", start, start + LONGEST_HEADING)) < end:
            rule = self.rules.rule_of(self.text[start:stop])
            if rule not in _BESIDE_LABEL:
                break
            marks.append(Mark(start, stop, MarkKind.BOILERPLATE, rule))
            start, end = self._stripped(stop, end)
        return Post(start, end, label, tuple(marks), heading, entry)

    def titled(self, end: int, label: Label) -> Post:
        """The post of a label below its title: its words begin with that, the label among them is set apart."""
        post = self.update(label.start, end, label)
        label_line = Mark(label.printed, label.printed_end, MarkKind.BOILERPLATE, boilerplate.LABEL)
        return replace(post, marks=(*post.marks, label_line))

    def _is_title_alone(self, start: int, end: int) -> bool:
        """Whether a stretch is one line that ends no sentence, or two: a place or section, and a title."""
        lines = [line.strip() for line in self.text[start:end].splitlines() if line.strip()]
        return len(lines) <= _ABOVE and all(line[-1:] not in '.!?…»”"' for line in lines)

    def lead(self, start: int, end: int) -> Post:
        """The introduction, without datelines and furniture at its edges."""
        limit = end
        start, end = self._stripped(start, end)
        start, end, marks = self._marked_edges(start, end)
        heading = self._heading(self.text.rfind("\n", start, end) + 1, end) if end > start else None
        while start < end:
            known = self.line_starts.get(start)
            stop = known.end if known else self._dateline_end(start)
            if not stop or stop > limit:
                break
            marks.append(known or Mark(start, stop, MarkKind.BOILERPLATE, boilerplate.DATELINE))
            start, end = self._stripped(min(stop, end), end)
        while end > start:
            line = self.text.rfind("\n", start, end) + 1
            last = self.lines.get(end)
            if not last or last.start < max(line, start) or line <= start:
                break
            marks.append(last)
            start, end = self._stripped(start, line)
        return Post(start, max(start, end), None, tuple(marks), heading)

    def summary(self, post: Post) -> Post:
        """The first post of a page, marked when it sums up or says that it is pinned."""
        line = self.text[post.start : self._line_end(post.start, post.end)]
        is_summary = self.rules.is_pinned_title(line) or self.rules.says_pinned(line)
        return replace(post, is_summary=is_summary or any(post.start <= m.start < post.end for m in self.pinned))

    def closed(self, post: Post) -> Post:
        """The last post of a page, without what the page adds below it: comments, links, legal notices."""
        text = self.text
        place = self._line_end(post.start, post.end)
        while place < post.end:
            end = self._line_end(place + 1, post.end)
            if self.rules.is_closing(text[place + 1 : end]) and text[max(0, place - 1) : place] == "\n":
                marks = (*post.marks, Mark(place + 1, post.end, MarkKind.BOILERPLATE, boilerplate.CLOSING))
                shorter = self.update(post.start, place, post.label, post.entry)
                return Post(shorter.start, shorter.end, post.label, (*marks, *shorter.marks), post.heading, post.entry)
            place = end
        return post

    def _line_end(self, start: int, end: int) -> int:
        found = self.text.find("\n", start, end)
        return found if found >= 0 else end

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        if start < end and text[start] in _EDGE:
            start = _SPACES.match(text, start, end).end()  # type: ignore[union-attr]
        few = end - _FEW
        while start < end and text[end - 1] in _EDGE:
            if end > few:
                end -= 1
            else:
                chunk = text[max(start, end - _CHUNK) : end]
                end -= len(chunk) - len(chunk.rstrip(_EDGES))
        return start, end

    def _marked_edges(self, start: int, end: int) -> tuple[int, int, list[Mark]]:
        marks: list[Mark] = []
        while start < end and start in self.starts and self.starts[start].end <= end:
            marks.append(self.starts[start])
            start, end = self._stripped(self.starts[start].end, end)
        while start < end and end in self.ends and self.ends[end].start > start:
            marks.append(self.ends[end])
            start, end = self._stripped(start, self.ends[end].start)
        return start, end, [mark for mark in marks if mark.kind == MarkKind.BOILERPLATE]

    def _heading(self, start: int, end: int) -> PartialDate | None:
        """The date that a line consists of, if it does."""
        if not 0 < end - start <= LONGEST_HEADING:
            return None
        line, _ = clean(self.text[start:end])
        return self.calendar.date_alone(line)

    def _says_change(self, start: int, end: int) -> bool:
        """Whether a line says when the post was changed, and nothing else: *Updated at 10.05pm BST*."""
        said = self.grammar.changed.match(self.text, start, end)
        time, _ = self._stripped(said.end(), end) if said else (end, end)
        label = parse(self.text, time, end, self.grammar)
        return label is not None and label.body == end

    def _dateline_end(self, start: int) -> int:
        line = self.text.rfind("\n", 0, start) + 1
        dateline = self.datelines.get(line)
        return dateline.end if dateline else 0


def sorted_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in order of place, each once."""
    return tuple(sorted(set(marks)))
