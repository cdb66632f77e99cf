"""Plain text → Document: decoding, line ends, and what the first lines say of the live blog."""

from __future__ import annotations

import re
import unicodedata

from minutier import languages
from minutier.document import Document, Issue, Mark, MarkKind, Metadata
from minutier.errors import InputError
from minutier.languages.dates import calendar
from minutier.read.encoding import composed, decode

LONGEST_TITLE = 200

_SAVE_AS = "Save the live blog as text, HTML, JSON, a feed or WARC; gzip of any of them is read, too."

_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32), 127))
_LINE_ENDS = re.compile("\r\n?|[\x0b\x1c-\x1e\x85\u2028\u2029]")
_PAGE_BREAK = re.compile("\f")
_FIRST_LINE = re.compile(r"\s*(\S[^\n]*)\n\s*\S")
_SAMPLE = 1 << 16
_FEW_NULS, _LETTERS_A_NUL = 3, 10
_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive, or an office document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG\r\n\x1a\n": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3\0": "a database",
    b"PAR1": "a Parquet file",
    b"BZh": "packed with bzip2",
    b"\xfd7zXZ\0": "packed with xz",
    b"(\xb5/\xfd": "packed with zstd",
}
"""The first bytes of what people name by mistake, and what it is."""


def read_text(data: bytes, name: str = "") -> Document:
    """The document of a saved text. ``name`` says where it comes from, for messages.

    The text is in Unicode's composed form (NFC), its lines end with a line feed, and marks tell where a form feed
    began a page. ``metadata`` holds the title, when the first line is one, and the times of publication and change
    that the first lines tell (ISO 8601, naive). Raises InputError when there is no text, or when the bytes are no text.
    """
    place = name or "text"
    if not data.strip(b" \t\r\n\x0b\x0c\0"):
        raise InputError(place, "the file is empty", "Save the live blog again, or remove it from the sources.")
    text, issues = _decoded(data, place)
    text, more = _normalised(text)
    if not text.strip():
        raise InputError(place, "the file holds nothing but spaces", "Save the live blog again.")
    breaks: list[Mark] = []
    if "\f" in text:
        breaks = [Mark(feed.end(), feed.end(), MarkKind.PAGE_BREAK) for feed in _PAGE_BREAK.finditer(text)]
        text = text.replace("\f", "\n")
    title = _title(text)
    marks = tuple(sorted([*breaks, Mark(*title, MarkKind.TITLE)] if title else breaks))
    return Document(text, marks, _metadata(text, title), "text", (*issues, *more))


def check_text(data: bytes, name: str = "") -> None:
    """Raises InputError when bytes are no text: a picture, a document of an office, a program."""
    _decoded(data, name or "text")


def _decoded(data: bytes, place: str) -> tuple[str, list[Issue]]:
    _check_signature(data, place)
    text, issues = decode(data)
    if _is_binary(data, text):
        raise InputError(place, "these bytes are not text", _SAVE_AS)
    return text, issues


def _check_signature(data: bytes, place: str) -> None:
    """Raises InputError for what is recognised and is not text, though most of its bytes may be letters."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(place, f"this is {what}, not text", _SAVE_AS)


def _is_binary(data: bytes, text: str) -> bool:
    """Whether more than one character in a hundred is one that no text has; in a short text, a few NULs are none."""
    sample = data[:_SAMPLE]
    nuls = data.count(b"\0") if len(data) <= _SAMPLE else 0
    if 0 < nuls <= _FEW_NULS and sum(map(str.isalpha, text)) >= nuls * _LETTERS_A_NUL:
        sample = sample.replace(b"\0", b"")
    if len(text) * 2 <= len(data) + 2:  # two bytes or more for each character: NUL is the half of a letter
        sample = text[:_SAMPLE].encode("utf-8", "replace")
    strange = len(sample) - len(sample.translate(None, _CONTROLS)) + text.count("\ufffd", 0, _SAMPLE)
    return strange * 100 > len(sample)


def _normalised(text: str) -> tuple[str, list[Issue]]:
    issues = []
    if any(end in text for end in "\r\x0b\x1c\x1d\x1e\x85\u2028\u2029"):
        text = _LINE_ENDS.sub("\n", text)
    if not unicodedata.is_normalized("NFC", text):
        text = composed(text)
        issues.append(Issue("read", "info", "composed", "letters and their accents were composed (Unicode NFC)"))
    return text, issues


def _title(text: str) -> tuple[int, int] | None:
    """The first line, when it is short, is no sentence, does not begin with a number and others follow."""
    match = _FIRST_LINE.match(text)
    if not match:
        return None
    line = match[1].rstrip()
    if len(line) > LONGEST_TITLE or line[0].isdigit() or not re.match(r"\W{0,4}[^\W\d_]", line):
        return None
    if line.endswith((".", ",", ";")) and not line.endswith("..."):
        return None
    if any(d.alone and d.start <= match.start(1) < d.end for d in calendar(languages.DEFAULT).datelines(text)):
        return None
    return match.start(1), match.start(1) + len(line)


def _metadata(text: str, title: tuple[int, int] | None) -> Metadata:
    lines = calendar(languages.DEFAULT).datelines(text)
    told = {kind: next((line.stamp for line in lines if line.kind == kind), "") for kind in ("published", "modified")}
    return Metadata(title=text[slice(*title)] if title else "", published=told["published"], modified=told["modified"])
