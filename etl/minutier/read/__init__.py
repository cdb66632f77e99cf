"""Bytes → Document: the format is told from the content, never from the name.

    text    saved by hand                          text.py
    html    a page, with or without JSON-LD        page.py (posts.py, jsonld.py)
    json    a LiveBlogPosting                      structured.py (jsonld.py, scriptdata.py)
    feed    RSS, Atom, JSON Feed                   feed.py, jsonfeed.py
    warc    an archive of pages                    archive.py
    mhtml   a page saved as one file, a message    message.py (what it holds is any of the above)

Any of them may be in gzip. This module tells them apart and opens the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from minutier.document import Document, Issue
from minutier.errors import InputError
from minutier.read.compression import GZIP, MAX_BYTES, gunzip
from minutier.read.encoding import composed, decode
from minutier.read.message import page_of
from minutier.read.prolog import doctype_of
from minutier.read.text import check_text, read_text

__all__ = ["check", "read", "read_file"]

_MAX_LAYERS = 3
_HEAD = 4096
_WARC = b"WARC/"
_FEEDS = frozenset({"rss", "feed", "rdf"})
_ROOT = re.compile(r"<(?:[\w.-]{1,30}:)?([A-Za-z][\w.-]{0,30})")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|div|p|h[1-6]|ul|ol|li|time|table|script"
    r"|dl|dt|dd|pre|br|b|strong|blockquote)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_MARKUP_START = re.compile(r"<(?:[a-zA-Z!?/])")
_CLOSED = re.compile(
    r"</(?:p|div|article|section|li|ul|ol|main|body|html|time|h[1-6]|table|a|span|dl|dt|dd|pre|b|strong|em|i"
    r"|blockquote)\s*>"
    r"|<br ?/?>\s*<br ?/?>",
    re.IGNORECASE,
)


def read(data: bytes, name: str = "") -> Iterator[Document]:
    """The documents in the bytes of a source: one, or one for each live blog in a WARC archive.

    ``name`` says where the bytes come from, for messages. Raises InputError for an empty source, one that
    unfolds beyond ``MAX_BYTES``, an archive without a live blog, bytes that are no text.
    """
    if _begins_archive(data[:_HEAD]):
        yield from _archive(BytesIO(data), name)
        return
    data, issues = _unwrapped(data, name)
    yield _read_one(data, name, issues)


def read_file(path: Path) -> Iterator[Document]:
    """The documents in a file. A WARC archive is read record by record, whatever its size.

    Raises InputError naming the file when it cannot be read.
    """
    name = str(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
            if _begins_archive(head):
                stream.seek(0)
                yield from _archive(stream, name)
                return
            data = head + stream.read(MAX_BYTES)  # the size that a pipe or device states means nothing
            if len(data) > MAX_BYTES:
                problem = f"the file is larger than {MAX_BYTES >> 20} MB"
                raise InputError(name, problem, "Split it; only WARC archives may be larger.")
    except FileNotFoundError as error:
        raise InputError(name, "no such file", "Check the path.") from error
    except IsADirectoryError as error:
        raise InputError(name, "this is a folder", "Name the file in it.") from error
    except OSError as error:
        raise InputError(
            name, f"cannot be read: {error.strerror or error}", "Check what it is and who may read it."
        ) from error
    yield from read(data, name)


def check(data: bytes, name: str = "") -> None:
    """Raises InputError when the bytes are neither text (in gzip or not) nor an archive: a picture, a video."""
    if not _begins_archive(data[:_HEAD]):
        check_text(_unwrapped(data, name)[0], name)


def _begins_archive(head: bytes) -> bool:
    """Whether a file is a WARC archive, plain or in gzip, by its first bytes."""
    if head.startswith(GZIP):
        try:
            head = gunzip(head)[0]
        except InputError:
            return False
    return head.startswith(_WARC)


def _unwrapped(data: bytes, name: str) -> tuple[bytes, list[Issue]]:
    """The bytes inside gzip, if they are in gzip."""
    issues: list[Issue] = []
    for _ in range(_MAX_LAYERS):
        if not data.startswith(GZIP):
            return data, issues
        data, found = gunzip(data, name)
        issues += found
    if data.startswith(GZIP):
        raise InputError(name, f"gzip in gzip, more than {_MAX_LAYERS} times", "Unpack it first.")
    return data, issues


def _archive(stream: BinaryIO, name: str) -> Iterator[Document]:
    from minutier.read.archive import read_archive
    from minutier.read.liveblog import is_liveblog

    def read_payload(payload: bytes, charset: str, url: str) -> Document | None:
        document = _read_one(payload, url or name, (), charset, url)
        return document if is_liveblog(document) else None

    return read_archive(stream, read_payload, name)


def _read_one(data: bytes, name: str, issues: Sequence[Issue] = (), charset: str = "", url: str = "") -> Document:
    """The document of bytes which are no archive; ``charset`` and ``url`` where an archive tells them."""
    if not charset and (page := page_of(data)):
        data, charset, address = page
        url = url or address
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if not head or (head[:1] not in b"<{[" and b"<" not in data[:_HEAD].replace(b"\0", b"")):
        return _with_issues(read_text(data, name), issues)
    text, doubts = decode(data, charset)
    text = composed(text)
    notes = (*issues, *doubts)
    start = text[:_HEAD].lstrip()
    if start[:1] in ("{", "["):
        from minutier.read.structured import read_json

        document = read_json(text, notes, name=name, url=url)
        if document is not None:
            return document
    elif _root_of(text) in _FEEDS:
        from minutier.read.feed import read_feed

        return _with_text(read_feed(text, notes, name=name, url=url), name)
    if _is_html(start, text):
        from minutier.read.page import read_page

        return _with_text(read_page(text, notes, url=url), name)
    if start[:1] in ("{", "["):
        from minutier.read.jsonld import problem_of

        if problem := problem_of(text):
            raise InputError(name, f"the JSON cannot be read: {problem}", "Save it again, or save the page itself.")
    return _with_issues(read_text(data, name), issues)


def _root_of(text: str) -> str:
    """The local name of a text's first element, in lower case; empty when it begins otherwise."""
    position = 0
    while True:
        while text[position : position + 1].isspace():
            position += 1
        position = doctype_of(text, position)[1]
        for opening, closing in (("<?", "?>"), ("<!--", "-->"), ("<!", ">")):
            if text.startswith(opening, position):
                end = text.find(closing, position)
                subset = text.find("[", position, end) if opening == "<!" else -1
                if subset >= 0:
                    end = text.find(">", max(text.find("]", subset), subset))
                break
        else:
            found = _ROOT.match(text, position)
            return found[1].lower() if found else ""
        if end < 0:
            return ""
        position = end + len(closing)


def _is_html(start: str, text: str) -> bool:
    """Whether a text is marked up: it begins with a tag, or has some of HTML's, closed."""
    if _MARKUP_START.match(start) and (_HTML.search(start) or _CLOSED.search(text, 0, 1 << 20)):
        return True
    return len(_HTML.findall(text[: 1 << 16])) >= 3 and bool(_CLOSED.search(text, 0, 1 << 20))


def _with_text(document: Document, name: str) -> Document:
    if not document.text:
        raise InputError(name, "there is no text in it", "Save the page with its posts, once they are shown.")
    return document


def _with_issues(document: Document, issues: Sequence[Issue]) -> Document:
    return replace(document, issues=(*issues, *document.issues)) if issues else document
