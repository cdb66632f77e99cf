"""WARC archives → one Document for each page found to be a live blog, one record in memory at a time.

An archive is read twice: first for the addresses in it, so that of several captures of a page the latest is given.

The format: ISO 28500, https://iipc.github.io/warc-specifications/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO, TypeVar

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from minutier.document import Document, Issue
from minutier.errors import InputError
from minutier.read.compression import GZIP

MAX_RECORD = 64 << 20
"""Largest record that is read, in bytes; of a page unfolded from one, too."""

_CHUNK = 1 << 20
_READERS: dict[str, Callable[[BytesIO], WarcReader]] = {
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": lambda stream: GzipReader(stream, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}
GZIP_MEMBER = GZIP + b"\x08"
_RECORD = b"WARC/1."
_KINDS = WarcRecordType.response | WarcRecordType.resource
_DAMAGE = (OSError, ValueError, EOFError, RuntimeError)
_BUFFER = 1 << 16
_MOST_RESTARTS = 1_000
_SUCCESS = range(200, 300)


@dataclass(frozen=True, slots=True)
class _Capture:
    """A page as it was answered: its bytes, the charset of its header, its address, when it was saved."""

    payload: bytes
    charset: str
    url: str
    date: str


@dataclass(slots=True)
class _Waiting:
    """The latest capture of a page so far, and how many there were."""

    date: str
    document: Document
    count: int = 0

    def told(self) -> Document:
        """The document, with a note of the captures that are not read."""
        if self.count == 1:
            return self.document
        text = f"{self.count - 1} other captures of the page are left out; this is the latest"
        text += f", of {self.date}" if self.date else ""
        return replace(self.document, issues=(*self.document.issues, Issue("read", "info", "earlier-captures", text)))


_Taken = TypeVar("_Taken")


@dataclass(slots=True)
class _Counts:
    records: int = 0
    failed: int = 0
    too_large: int = 0


def read_archive(
    stream: BinaryIO,
    read_one: Callable[[bytes, str, str], Document | None],
    name: str = "",
) -> Iterator[Document]:
    """The live blogs of an archive, in its order; of several captures of one address the latest that is one.

    ``read_one`` turns a payload (its bytes, the charset of its HTTP header, its address) into a Document, or
    None when it is not a live blog. What is wrong with the archive is told with its last Document.
    Raises InputError when it has no record that can be read, or no live blog.
    """
    counts = _Counts()
    captures = Counter(address for address in _each(stream, _Counts(), _address) if address)
    left = {address: count for address, count in captures.items() if count > 1}
    held: Document | None = None
    for document in _latest(_each(stream, counts, _payload), left, read_one, counts):
        if held is not None:
            yield held
        held = replace(document, source_format="warc")
    if held is None:
        what = (
            "no page in the archive is a live blog" if counts.records else "the archive has no record that can be read"
        )
        raise InputError(name, what, "Check that the archive holds the page with its posts, and that it is complete.")
    yield replace(held, issues=(*held.issues, *_issues(counts)))


def _latest(
    captures: Iterator[_Capture],
    left: dict[str, int],
    read_one: Callable[[bytes, str, str], Document | None],
    counts: _Counts,
) -> Iterator[Document]:
    """The live blogs among some captures; of those of one address, of which ``left`` are to come, the latest alone."""
    waiting: dict[str, _Waiting] = {}
    for capture in captures:
        address = capture.url.partition("#")[0]
        try:
            document = read_one(capture.payload, capture.charset, capture.url)
        except InputError:  # one page that cannot be read is no reason to lose the others
            counts.failed += 1
            document = None
        if address not in left:
            if document is not None:
                yield document
            continue
        left[address] -= 1
        if document is not None:
            known = waiting.setdefault(address, _Waiting(capture.date, document))
            known.count += 1
            if capture.date > known.date or not capture.date:
                known.date, known.document = capture.date, document
        if not left[address] and address in waiting:
            yield waiting.pop(address).told()
    for known in waiting.values():  # some of their captures could not be read
        yield known.told()


def _each(stream: BinaryIO, counts: _Counts, take: Callable[[WarcRecord, _Counts], _Taken | None]) -> Iterator[_Taken]:
    """What is taken of each successful response and each resource of an archive."""
    stream.seek(0)
    marker = GZIP_MEMBER if stream.read(len(GZIP)) == GZIP else _RECORD
    stream.seek(0)
    for _ in range(_MOST_RESTARTS):
        place = stream.tell()
        broken = False
        records = iter(
            ArchiveIterator(stream, record_types=_KINDS, parse_http=True, strict_mode=False, buffer_size=_BUFFER)
        )
        while True:
            try:
                record = next(records, None)
                if record is None:
                    break
                place = max(place, record.stream_pos)
                counts.records += 1
                item = take(record, counts)
            except _DAMAGE:
                broken = True
                break
            if item is not None:
                yield item
        # a reader stops at damage, with or without a word; there may be more behind it
        resumed = _find(stream, marker, place + 1) if broken or marker == GZIP_MEMBER else -1
        counts.failed += broken or resumed >= 0
        if resumed < 0:
            return
        stream.seek(resumed)


def _find(stream: BinaryIO, marker: bytes, start: int) -> int:
    """Where the next record or gzip member begins, -1 when there is none."""
    stream.seek(start)
    tail = b""
    while part := stream.read(_CHUNK):
        block = tail + part
        found = block.find(marker)
        if found >= 0:
            return start - len(tail) + found
        start += len(part)
        tail = block[-len(marker) + 1 :]
    return -1


def _address(record: WarcRecord, counts: _Counts) -> str | None:
    """The address of a record that is read, what follows a # left out."""
    return _url_of(record).partition("#")[0] if _is_page(record) else None


def _url_of(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip("<>")


def _is_page(record: WarcRecord) -> bool:
    """Whether a record may hold a page: a successful answer of no other type."""
    if record.is_http and record.http_headers is not None and record.http_headers.status_code not in _SUCCESS:
        return False
    return _may_be_text(record)


def _payload(record: WarcRecord, counts: _Counts) -> _Capture | None:
    if not _is_page(record):
        return None
    charset = coding = transfer = ""
    if record.is_http and record.http_headers is not None:
        charset = record.http_charset or ""
        coding = (record.http_headers.get("Content-Encoding") or "").strip().lower()
        transfer = (record.http_headers.get("Transfer-Encoding") or "").strip().lower()
    size = record.content_length
    if size > MAX_RECORD:
        counts.too_large += 1
        return None
    payload = record.reader.read(size)
    if len(payload) < size:
        counts.failed += 1
    if transfer == "chunked":
        payload = _read_through(ChunkedReader(BytesIO(payload)), payload)
    if coding in _READERS:
        payload = _read_through(_READERS[coding](BytesIO(payload)), payload)
    if len(payload) > MAX_RECORD:
        counts.too_large += 1
        return None
    return _Capture(payload, charset, _url_of(record), (record.headers.get("WARC-Date") or "").strip())


def _read_through(reader: WarcReader, raw: bytes) -> bytes:
    """What a decoder gives, at most one byte more than allowed; the bytes where they were not coded.

    Some crawlers decode a body and leave the header that says it is coded.
    """
    parts: list[bytes] = []
    size = 0
    with suppress(*_DAMAGE):
        while size <= MAX_RECORD and (part := reader.read(min(_CHUNK, MAX_RECORD + 1 - size))):
            parts.append(part)
            size += len(part)
    return b"".join(parts) or raw


def _may_be_text(record: WarcRecord) -> bool:
    """Whether the declared type leaves open that the payload is a page; an absent or wrong type does."""
    kind = ""
    with suppress(ValueError, KeyError):
        kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    return not kind.startswith(
        ("image/", "video/", "audio/", "font/", "text/css", "application/javascript", "text/javascript")
    )


def _issues(counts: _Counts) -> Iterator[Issue]:
    if counts.failed:
        text = f"{counts.failed} of {counts.records} records are damaged or break off; the rest is read"
        yield Issue("read", "warning", "archive-damaged", text)
    if counts.too_large:
        text = f"{counts.too_large} records are larger than {MAX_RECORD >> 20} MB and were left out"
        yield Issue("read", "warning", "record-too-large", text)
