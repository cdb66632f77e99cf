"""What flows between the rooms: one text, the marks on it, its entries, rows and issues.

Offsets are Unicode code points into ``Document.text``, start inclusive, end exclusive, everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Any, Literal, NamedTuple

Row = dict[str, Any]
"""A row of a published table: column name → value. The columns are declared in ``tables/schemas``."""

Stage = Literal["read", "segment", "extract", "validate"]
Severity = Literal["info", "warning", "error"]


class MarkKind:
    """Kinds of marks. ``value`` is empty unless said otherwise."""

    TITLE = "title"  # title of the whole live blog
    ENTRY = "entry"  # a post delimited by the markup; value: its identifier in the page, if any
    TIME = "time"  # a time told by the markup; value: ISO 8601 as given. Zero-width where nothing is printed
    MODIFIED = "modified"  # time of the last change of a post; value: ISO 8601 as given
    LABEL = "label"  # a time as printed: 20h41
    HEADLINE = "headline"  # title of one post
    HEADING = "heading"  # a title between posts: a day, a part of the night
    BLOCKQUOTE = "blockquote"  # words set apart as somebody's
    POST = "post"  # an embedded post of a social network, signature included; value: the network, if known
    AUTHOR = "author"
    LINK = "link"  # value: address
    PINNED = "pinned"  # a summary or post kept at the top
    CORRECTION = "correction"  # a post said to be corrected
    LIST_ITEM = "list_item"
    PAGE_BREAK = "page_break"  # zero-width, where a page of the document begins that the text was made from
    BOILERPLATE = "boilerplate"  # not part of the chronicle; value: name of the rule that told


class Mark(NamedTuple):
    """Something the source tells about ``text[start:end]``."""

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says of itself, as found; empty strings where it is silent.

    ``published``, ``modified``, ``coverage_start`` and ``coverage_end`` are ISO 8601 (date or date-time).
    """

    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    modified: str = ""
    coverage_start: str = ""
    coverage_end: str = ""
    license: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something met and not turned into data. ``code`` is kebab-case and documented in docs/reference."""

    stage: Stage
    severity: Severity
    code: str
    message: str
    char_start: int | None = None
    char_end: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text and the marks on it, sorted; ``source_format`` is text, html, json, feed or warc."""

    text: str
    marks: tuple[Mark, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    source_format: str = "text"
    issues: tuple[Issue, ...] = ()

    def marks_of(self, *kinds: str) -> list[Mark]:
        """The marks of the given kinds, in order of place."""
        return [mark for mark in self.marks if mark.kind in kinds]


class Entry(NamedTuple):
    """One post: ``document.text[char_start:char_end]`` is its text, headline included, label removed.

    ``position`` is the rank in time, from 1; ``headline`` is a pair of offsets, or None.
    """

    entry_id: str
    position: int
    section: Literal["lead", "update"]
    char_start: int
    char_end: int
    time_label: str = ""
    date_published: datetime | None = None
    headline: tuple[int, int] | None = None
    is_pinned: bool = False
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class Liveblog:
    """What is known of one live blog: given in the manifest or told by the document."""

    liveblog_id: str
    language: str
    timezone: str
    date: Date
    contest_id: str
    round: int
    election_type: str = "other"
    country: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    license: str = ""
    text_policy: Literal["full", "facts"] = "full"
