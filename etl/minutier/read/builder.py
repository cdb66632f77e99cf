"""Writes the text of a document piece by piece and keeps its marks in step.

White space follows what a browser shows: runs become one space (no-break spaces stay), blocks stand apart
by a blank line, items by a line break, and nothing stands at the edges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from minutier.document import Document, Issue, Mark, Metadata

NONE, SPACE, CELL, LINE, PARAGRAPH = range(5)
"""How far the next piece stands from the last one."""

_GAPS = ("", " ", "\t", "\n", "\n\n")
_RUN = re.compile(r"[ \t\n\r\f\v]+")
# Characters that print nothing: soft hyphen, zero-width space, word joiner, byte-order mark, controls
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SHOWN_ASCII = bytes([*range(0x09, 0x0E), *range(0x20, 0x7F), *range(0x80, 0x100)])
_INVISIBLE_SIGNS = ("\u00ad", "\u200b", "\u2060", "\ufeff")


_PLACE = attrgetter("start", "end", "kind", "value")


def visible(text: str) -> str:
    """The text without characters that print nothing."""
    found = any(sign in text for sign in _INVISIBLE_SIGNS)
    if found or text.encode("utf-8", "replace").translate(None, _SHOWN_ASCII):
        return _INVISIBLE.sub("", text)
    return text


class Builder:
    """``write`` adds text, ``apart`` asks for distance before more, ``open`` and ``close`` mark a span."""

    def __init__(self) -> None:
        self.length = 0
        self.marks: list[Mark] = []
        self._parts: list[str] = []
        self._gap = NONE
        self._starts: list[int] = []  # of spans by handle; -1 until their first character is written
        self._waiting: list[int] = []

    def write(self, text: str) -> None:
        """Running text without invisible characters: white space is collapsed, at the edges too."""
        if text.isspace():
            self._gap = self._gap or SPACE
            return
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text or "\v" in text:
            text = _RUN.sub(" ", text)
        shown = text.strip(" ")
        if not shown:
            return
        if text[0] == " " and not self._gap:
            self._gap = SPACE
        self._put(shown)
        self._gap = SPACE if text[-1] == " " else NONE

    def write_lines(self, text: str) -> None:
        """Text whose line breaks mean something: one is a line, several are a paragraph."""
        text = visible(text)
        for paragraph in re.split(r"\n[ \t\r]*\n\s*", text.replace("\r\n", "\n").strip()):
            self.apart(PARAGRAPH)
            for line in paragraph.split("\n"):
                self.apart(LINE)
                self.write(line)
        self.apart(PARAGRAPH)

    def apart(self, gap: int) -> None:
        """What comes next stands at least this far from what was written."""
        if gap > self._gap:
            self._gap = gap

    def close_up(self) -> None:
        """What comes next stands on the same line, a space apart, whatever was asked for."""
        self._gap = SPACE

    def tail(self, handle: int, size: int = 300) -> str:
        """The last characters written in an open span, at most ``size`` of them."""
        start = self._starts[handle]
        if start < 0:
            return ""
        size = min(size, self.length - start)
        parts: list[str] = []
        found = 0
        for part in reversed(self._parts):
            if found >= size:
                break
            parts.append(part)
            found += len(part)
        return "".join(reversed(parts))[-size:] if size else ""

    def open(self) -> int:
        """Begin a span at the next character; returns its handle."""
        self._starts.append(-1)
        self._waiting.append(len(self._starts) - 1)
        return len(self._starts) - 1

    def close(self, handle: int, kind: str, value: str = "") -> bool:
        """End a span at the last character written. An empty one is not marked, and False is returned."""
        start = self._starts[handle]
        if start < 0:
            if handle in self._waiting:
                self._waiting.remove(handle)
            return False
        self.marks.append(Mark(start, self.length, kind, value))
        return True

    def start_of(self, handle: int) -> int:
        """Where a span begins; -1 while nothing was written in it."""
        return self._starts[handle]

    def mark(self, start: int, end: int, kind: str, value: str = "") -> None:
        """Mark characters already written."""
        self.marks.append(Mark(start, end, kind, value))

    def document(self, source_format: str, metadata: Metadata, issues: Sequence[Issue] = ()) -> Document:
        """The document as written so far."""
        text = "".join(self._parts)
        return Document(text, tuple(sorted(self.marks, key=_PLACE)), metadata, source_format, tuple(issues))

    def _put(self, text: str) -> None:
        if self._gap and self.length:
            gap = _GAPS[self._gap]
            self._parts.append(gap)
            self.length += len(gap)
        if self._waiting:
            for handle in self._waiting:
                self._starts[handle] = self.length
            self._waiting.clear()
        self._parts.append(text)
        self.length += len(text)
