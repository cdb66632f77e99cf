"""Document → entries: where posts begin, when they were published, what is not part of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Literal
from zoneinfo import ZoneInfo

from minutier.document import Document, Entry, Issue, Mark, MarkKind
from minutier.languages import Language
from minutier.languages.dates import calendar
from minutier.segment.boilerplate import Rules, rules
from minutier.segment.headlines import headlines
from minutier.segment.labels import MOST, unread_labels
from minutier.segment.posts import Post, Posts, posts_of, sorted_marks
from minutier.segment.schedule import Schedule, schedule, told_day
from minutier.segment.zones import told_zone

__all__ = ["Segmentation", "day_of", "segment", "zone_of"]

CORRECTION_REACH = 40
"""Characters from the beginning of a post within which *correction:* says what the post is."""

BRACKETS_REACH = 80
"""Characters after a bracket within which such a word stands in it."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The entries of a document in time order, the lead first, and what was met on the way.

    ``order`` is the order in which the source prints them; ``marks`` are those found here, to be added to
    the document's. Identifiers of entries are empty.
    """

    entries: tuple[Entry, ...]
    order: Literal["newest_first", "oldest_first", "mixed"]
    marks: tuple[Mark, ...]
    issues: tuple[Issue, ...]


def segment(document: Document, language: Language, day: date, zone: ZoneInfo) -> Segmentation:
    """The posts of a live blog about ``day`` (polling day), their instants in ``zone``.

    What nothing dates is taken to be of that day and the night after it. Raises nothing, whatever the
    document.
    """
    posts = _posts(document, language.code)
    times = schedule(posts, calendar(language.code), day, zone)
    known = rules(language.code)
    found = _Found(document, posts, times, known)
    return Segmentation(
        entries=tuple(found.entries()),
        order=times.order,
        marks=sorted_marks(found.marks()),
        issues=(*times.issues, *found.issues()),
    )


def day_of(document: Document, language: Language) -> date | None:
    """Polling day as the document tells it: by dated labels and headings, its markup, its datelines, the
    dates of embedded posts. None when nothing tells.
    """
    return told_day(document, _posts(document, language.code), calendar(language.code))


def zone_of(document: Document, language: Language, likely: Sequence[str] = ()) -> str | None:
    """The IANA zone in which the document counts time, by zones named in labels, lead or datelines, or by the UTC
    offsets of its markup. None when nothing tells. ``likely`` are those of the country that it is about.
    """
    return told_zone(document, _posts(document, language.code), calendar(language.code), likely)


_latest: tuple[Document, str, Posts] | None = None


def _posts(document: Document, code: str) -> Posts:
    """`posts_of`, kept for the document read last: its day, its zone and its entries are asked for in turn."""
    global _latest
    if _latest is None or _latest[0] is not document or _latest[1] != code:
        _latest = document, code, posts_of(document, code)
    return _latest[2]


def _in_brackets(text: str, since: int, start: int) -> bool:
    """Whether a word stands in brackets that were opened not long before."""
    opened = max(text.rfind("[", since, start), text.rfind("(", since, start))
    return opened >= 0 and not any(sign in text[opened:start] for sign in "])\n")


class _Found:
    """Puts posts, instants and flags together."""

    def __init__(self, document: Document, posts: Posts, times: Schedule, known: Rules) -> None:
        self.document, self.posts, self.times, self.known = document, posts, times, known
        self.text = document.text
        self.marked: dict[str, list[int]] = {}
        for mark in document.marks:
            self.marked.setdefault(mark.kind, []).append(mark.start)
        for starts in self.marked.values():
            starts.sort()
        self.kept = [
            (post, moment, stamp)
            for post, moment, stamp in zip(posts.updates, times.instants, times.stamps, strict=True)
            if post.end > post.start
        ]
        self.label_starts = [
            post.start if post.label is None or post.start < post.label.printed else post.label.printed
            for post, _, _ in self.kept
        ]
        self.pinned_words, self.correcting_words, *self.correcting = known.flags(self.text)
        self.titles = headlines(document, [post for post, _, _ in self.kept])
        self.summary = self._summary()
        self.corrections = self._corrections()
        self.pinned = self._pinned()

    def entries(self) -> list[Entry]:
        lead = self.posts.lead
        found = []
        if lead.end > lead.start:
            pinned = self.summary is not None or self._marked(MarkKind.PINNED, lead)
            found.append(Entry("", 1, "lead", lead.start, lead.end, is_pinned=pinned))
        text, titles, corrections = self.text, self.titles, self.corrections
        are_marked = MarkKind.CORRECTION in self.marked
        for position, (post, moment, _) in enumerate(self._in_time_order(), len(found) + 1):
            label, start = post.label, post.start
            printed = text[label.printed : label.printed_end].strip() if label else ""
            is_pinned = start in self.pinned
            is_correction = start in corrections or (are_marked and self._marked(MarkKind.CORRECTION, post))
            headline = titles.get(start)
            entry = Entry("", position, "update", start, post.end, printed, moment, headline, is_pinned, is_correction)
            found.append(entry)
        return found

    def _in_time_order(self) -> list[tuple[Post, datetime | None, float]]:
        """Posts by their instant; those of one instant in the order in which they were written."""
        page = self.kept if self.times.order != "newest_first" else self.kept[::-1]
        return sorted(page, key=itemgetter(2))

    def _marked(self, kind: str, post: Post) -> bool:
        starts = self.marked.get(kind)
        if not starts:
            return False
        start, end = (post.entry.start, post.entry.end) if post.entry else (post.start, post.end)
        return bisect_left(starts, start) < bisect_left(starts, end)

    def _pinned(self) -> set[int]:
        """The posts kept at the top: marked so, saying so in their first words, or a summary out of its
        place.
        """
        found: set[int] = set()
        if MarkKind.PINNED in self.marked:
            found.update(post.start for post, _, _ in self.kept if self._marked(MarkKind.PINNED, post))
        for start, _ in self.pinned_words:
            index = self._post_at(start)
            if index is not None and not any(map(str.isalnum, self.text[self.kept[index][0].start : start])):
                found.add(self.kept[index][0].start)
        if self.kept:
            first = self.kept[0][0]
            line = self.text[first.start : first.end].split("\n", 1)[0]
            if self.known.is_pinned_title(line) and self._is_out_of_order(first):
                found.add(first.start)
        return found

    def _is_out_of_order(self, post: Post) -> bool:
        issues = self.times.issues
        places = {issue.char_start for issue in issues if issue.code == "label-out-of-order"}
        return post.label is not None and post.label.printed in places

    def _corrections(self) -> dict[int, tuple[int, int]]:
        """Where posts say that they were corrected: in their label, their first words, or in brackets."""
        found: dict[int, tuple[int, int]] = {}
        for start, end in self.correcting_words:
            index = self._post_at(start)
            if index is None:
                continue
            post = self.kept[index][0]
            opening = self.text[post.start : start]
            if (
                not any(map(str.isalnum, opening))
                or (len(opening) <= CORRECTION_REACH and self.text[end : end + 2].strip()[:1] == ":")
                or _in_brackets(self.text, max(start - BRACKETS_REACH, self.label_starts[index]), start)
            ):
                found.setdefault(post.start, (max(start, post.start), max(end, post.start)))
        signs, sentences = self.correcting
        for start, end in signs:
            corrected = self._corrected_by_sign(start, end)
            if corrected:
                found.setdefault(corrected.start, (max(start, corrected.start), max(end, corrected.start)))
        for start, end in sentences:
            before = self.text[max(0, start - 2) : start].rstrip(" ([_*\xa0")
            index = self._post_at(start) if not before or before[-1] in ".!?…\n" else None
            if index is not None:
                found.setdefault(self.kept[index][0].start, (start, end))
        return found

    def _corrected_by_sign(self, start: int, end: int) -> Post | None:
        """The post that such a sign opens, alone on its line or before a colon or dash: *UPDATED: …*, *2am UPDATED*."""
        index = self._post_at(start)
        if index is None:
            return None
        post = self.kept[index][0]
        after = self.text[end : end + 4].lstrip(" )]\xa0\u202f")
        is_first = not any(map(str.isalnum, self.text[post.start : start]))
        return post if is_first and (not after or after[0] in ":–—\n" or start < post.start) else None

    def _post_at(self, place: int) -> int | None:
        """The post in whose label or words a place lies."""
        index = bisect_right(self.label_starts, place) - 1
        return index if index >= 0 and place < self.kept[index][0].end else None

    def _summary(self) -> tuple[int, int] | None:
        """The box of the lead that sums up, title included: *L'essentiel*, *Key points*."""
        lead = self.posts.lead
        start = lead.start
        while start < lead.end:
            end = self.text.find("\n", start, lead.end)
            end = end if end >= 0 else lead.end
            if self.known.is_pinned_title(self.text[start:end]):
                return start, self._end_of_list(end, lead.end)
            start = end + 1
        return None

    def _end_of_list(self, start: int, end: int) -> int:
        """Where the items below a title end: lines with a sign before them, or without a gap."""
        last, place, gap = start, start + 1, False
        while place < end:
            stop = self.text.find("\n", place, end)
            stop = stop if stop >= 0 else end
            line = self.text[place:stop].strip()
            if line and gap and line[0].isalnum() and last != start:
                break
            if line:
                last = stop
            gap = not line
            place = stop + 1
        return last

    def marks(self) -> list[Mark]:
        found = list(self.posts.furniture)
        found += self.posts.lead.marks
        if self.summary:
            found.append(Mark(*self.summary, MarkKind.PINNED))
        for post in self.posts.updates:
            found += post.marks
            if post.label and post.label.printed_end > post.label.printed:
                found.append(Mark(post.label.printed, post.label.printed_end, MarkKind.LABEL))
        if not (self.titles or self.pinned or self.corrections):
            return found
        for post, _, _ in self.kept:
            if post.start in self.titles and not self._marked(MarkKind.HEADLINE, post):
                found.append(Mark(*self.titles[post.start], MarkKind.HEADLINE))
            if post.start in self.pinned and not self._marked(MarkKind.PINNED, post):
                found.append(Mark(post.start, post.end, MarkKind.PINNED))
            place = self.corrections.get(post.start)
            if place and not self._marked(MarkKind.CORRECTION, post):
                found.append(Mark(*place, MarkKind.CORRECTION))
        return found

    def issues(self) -> list[Issue]:
        found = []
        if not any(post.label for post in self.posts.updates):
            message = "no time label was found: the whole text is one lead entry"
            found.append(Issue("segment", "warning", "no-time-label", message))
        if len(self.posts.updates) >= MOST:
            last = self.posts.updates[-1]
            message = f"the first {MOST} time labels are read: what follows the last of them is one post"
            found.append(Issue("segment", "warning", "too-many-labels", message, last.start, last.end))
        labels = [post.label for post in self.posts.updates if post.label and not post.entry]
        for start, end in unread_labels(labels, self.text):
            message = "this looks like a time label, but tells no time: what follows it is part of the post above"
            found.append(Issue("segment", "warning", "unread-label", message, start, end))
        for post, moment in zip(self.posts.updates, self.times.instants, strict=True):
            if post.end <= post.start and post.label:
                message = "nothing follows this time label"
                found.append(
                    Issue("segment", "info", "empty-post", message, post.label.printed, post.label.printed_end)
                )
            elif moment is None:
                message = "a post of the page has no time"
                found.append(Issue("segment", "warning", "post-without-time", message, post.start, post.end))
        return found
