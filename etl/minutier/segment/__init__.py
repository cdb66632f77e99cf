"""Document → entries: where posts begin, when they were published, what is not part of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from minutier.document import Document, Entry, Issue, Mark, MarkKind
from minutier.languages import Language
from minutier.languages.dates import calendar
from minutier.segment.boilerplate import Rules, rules
from minutier.segment.headlines import headlines
from minutier.segment.posts import Post, Posts, posts_of, sorted_marks
from minutier.segment.schedule import Schedule, schedule, told_day, told_zone

__all__ = ["Segmentation", "day_of", "segment", "zone_of"]

CORRECTION_REACH = 120
"""A post says that it was corrected within so many characters from its beginning, or in brackets anywhere."""

_BRACKETS = re.compile(r"[\[(]([^\[\]()\n]{3,80})[\])]")


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The entries of a document in time order, the lead first, and what was met on the way.

    ``order`` is the order in which the source prints them; ``marks`` are those found here, to be added to the
    document's. Identifiers of entries are empty.
    """

    entries: tuple[Entry, ...]
    order: Literal["newest_first", "oldest_first", "mixed"]
    marks: tuple[Mark, ...]
    issues: tuple[Issue, ...]


def segment(document: Document, language: Language, day: date, zone: ZoneInfo) -> Segmentation:
    """The posts of a live blog about ``day`` (polling day), their instants in ``zone``.

    What nothing dates is taken to be of that day and the night after it. Raises nothing, whatever the document.
    """
    posts = posts_of(document, language.code)
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
    """Polling day as the document tells it: by dated labels and headings, its markup, its datelines, the dates of
    embedded posts. None when nothing tells.
    """
    return told_day(document, posts_of(document, language.code), calendar(language.code))


def zone_of(document: Document, language: Language) -> str | None:
    """The IANA zone in which the document counts time, by zones named in labels or lead, or by the UTC offsets of
    its markup. None when nothing tells.
    """
    return told_zone(document, posts_of(document, language.code), calendar(language.code))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


class _Found:
    """Puts posts, instants and flags together."""

    def __init__(self, document: Document, posts: Posts, times: Schedule, known: Rules) -> None:
        self.document, self.posts, self.times, self.known = document, posts, times, known
        self.text = document.text
        self.kept = [(post, moment) for post, moment in zip(posts.updates, times.instants, strict=True) if post.end > post.start]
        self.titles = headlines(document, [post for post, _ in self.kept])
        self.summary = self._summary()

    def entries(self) -> list[Entry]:
        lead = self.posts.lead
        found = []
        if lead.end > lead.start:
            pinned = self.summary is not None or self._marked(MarkKind.PINNED, lead)
            found.append(Entry("", 1, "lead", lead.start, lead.end, is_pinned=pinned))
        for post, moment in self._in_time_order():
            label = post.label
            found.append(
                Entry(
                    entry_id="",
                    position=len(found) + 1,
                    section="update",
                    char_start=post.start,
                    char_end=post.end,
                    time_label=self.text[label.printed : label.printed_end].strip() if label else "",
                    date_published=moment,
                    headline=self.titles.get(post.start),
                    is_pinned=self._is_pinned(post),
                    is_correction=self._is_correction(post),
                )
            )
        return found

    def _in_time_order(self) -> list[tuple[Post, datetime | None]]:
        """Posts by their instant; one without a time follows the post that the page prints before it."""
        page = self.kept if self.times.order != "newest_first" else self.kept[::-1]
        keyed: list[tuple[float, Post, datetime | None]] = []
        latest = float("-inf")
        for post, moment in page:
            latest = moment.timestamp() if moment else latest
            keyed.append((latest, post, moment))
        return [(post, moment) for _, post, moment in sorted(keyed, key=lambda item: item[0])]

    def _marked(self, kind: str, post: Post) -> bool:
        start, end = (post.entry.start, post.entry.end) if post.entry else (post.start, post.end)
        return any(start <= mark.start < end for mark in self.document.marks_of(kind))

    def _is_pinned(self, post: Post) -> bool:
        if self._marked(MarkKind.PINNED, post) or self.known.says_pinned(self.text[post.start : post.start + 60]):
            return True
        first_line = self.text[post.start : post.end].split("\n", 1)[0] if post is self.posts.updates[0] else ""
        return bool(first_line) and self._is_out_of_order(post) and self.known.is_pinned_title(first_line)

    def _is_out_of_order(self, post: Post) -> bool:
        printed = post.label.printed if post.label else None
        return any(issue.code == "label-out-of-order" and issue.char_start == printed for issue in self.times.issues)

    def _is_correction(self, post: Post) -> bool:
        if self._marked(MarkKind.CORRECTION, post):
            return True
        return self._correction_place(post) is not None

    def _correction_place(self, post: Post) -> tuple[int, int] | None:
        """Where a post says that it was corrected: in its label, its first words, or in brackets."""
        start = post.label.printed if post.label and post.label.printed < post.start else post.start
        opening = self.text[start : min(post.start + 24, post.end)]
        match = self.known.corrections.search(_composed(opening))
        if match:
            return post.start, min(post.start + 24, post.end)
        for bracket in _BRACKETS.finditer(self.text, post.start, post.end):
            if self.known.corrections.search(_composed(bracket[0])):
                return bracket.start(), bracket.end()
        return None

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
        """Where the items below a title end: lines that begin with a sign, or that follow it without a gap."""
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
        for post, _ in self.kept:
            if post.start in self.titles and not self._marked(MarkKind.HEADLINE, post):
                found.append(Mark(*self.titles[post.start], MarkKind.HEADLINE))
            if self._is_pinned(post) and not self._marked(MarkKind.PINNED, post):
                found.append(Mark(post.start, post.end, MarkKind.PINNED))
            place = self._correction_place(post)
            if place and not self._marked(MarkKind.CORRECTION, post):
                found.append(Mark(*place, MarkKind.CORRECTION))
        return found

    def issues(self) -> list[Issue]:
        found = []
        if not any(post.label for post in self.posts.updates):
            message = "no time label was found: the whole text is one lead entry"
            found.append(Issue("segment", "warning", "no-time-label", message))
        for post, moment in zip(self.posts.updates, self.times.instants, strict=True):
            if post.end <= post.start and post.label:
                message = "nothing follows this time label"
                found.append(Issue("segment", "info", "empty-post", message, post.label.printed, post.label.printed_end))
            elif moment is None:
                message = "a post of the page has no time"
                found.append(Issue("segment", "warning", "post-without-time", message, post.start, post.end))
        return found
