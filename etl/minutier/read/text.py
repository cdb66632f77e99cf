"""Plain text → Document: decoding, line ends, and what the first lines say of the live blog."""

from __future__ import annotations

import re

from minutier import languages
from minutier.document import Document, Issue, Mark, MarkKind, Metadata
from minutier.errors import InputError
from minutier.languages.dates import calendar
from minutier.read.encoding import composed, decode

LONGEST_TITLE = 200

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FIRST_LINE = re.compile(r"\s*(\S[^\n]*)\n\s*\S")
_SAMPLE = 1 << 16


def read_text(data: bytes, name: str = "") -> Document:
    """The document of a saved text. ``name`` says where it comes from, for messages.

    The text is in Unicode's composed form (NFC), its lines end with a line feed. ``metadata`` holds the title, when
    the first line is one, and the times of publication and change that the first lines tell (ISO 8601, naive).
    Raises InputError when there is no text, or when the bytes are not text.
    """
    place = name or "text"
    if not data.strip(b" \t\r\n\x0b\x0c\0"):
        raise InputError(
            place, "the file is empty", "Save the live blog again, or remove it from the sources."
        )
    text, issues = decode(data)
    if _is_binary(data, text):
        raise InputError(
            place,
            "these bytes are not text",
            "Save the live blog as text, HTML, JSON, a feed or WARC; documents and images cannot be read.",
        )
    text, more = _normalised(text)
    if not text.strip():
        raise InputError(place, "the file holds nothing but spaces", "Save the live blog again.")
    title = _title(text)
    marks = (Mark(*title, MarkKind.TITLE),) if title else ()
    return Document(text, marks, _metadata(text, title), "text", (*issues, *more))


def _is_binary(data: bytes, text: str) -> bool:
    """Whether more than one character in a hundred is one that no text has."""
    sample = text[:_SAMPLE]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) and len(text) > len(data) // 2:
        strange += data[:_SAMPLE].count(0)
    return strange * 100 > len(sample)


def _normalised(text: str) -> tuple[str, list[Issue]]:
    issues = []
    if "\r" in text or _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub("\n", text)
    whole = composed(text)
    if whole != text:
        issues.append(Issue("read", "info", "composed", "letters and their accents were composed (Unicode NFC)"))
    return whole, issues


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
    if any(
        d.alone and d.start <= match.start(1) < d.end for d in calendar(languages.DEFAULT).datelines(text)
    ):
        return None
    return match.start(1), match.start(1) + len(line)


def _metadata(text: str, title: tuple[int, int] | None) -> Metadata:
    lines = calendar(languages.DEFAULT).datelines(text)
    if lines:  # 9/11 is a day of November or of September
        lines = calendar(languages.detect(text[:2000]) or languages.DEFAULT).datelines(text)
    told = {
        kind: next((line.stamp for line in lines if line.kind == kind), "")
        for kind in ("published", "modified")
    }
    return Metadata(
        title=text[slice(*title)] if title else "", published=told["published"], modified=told["modified"]
    )
