"""Does a published file hold prose that is withheld? Looks into tables, zips, pages and any other text.

Texts are compared as runs of words, so that neither markup nor typography hides one: ``RUN`` words in a row that
stand in a withheld document are a leak, unless they stand in one of its short quotations, in its title, or in a text
that is published anyway.
"""

from __future__ import annotations

import base64
import binascii
import csv
import gzip
import html
import io
import re
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from minutier.errors import InputError
from minutier.tables import QUOTATION_LENGTH

RUN = 8
"""Words in a row that make a leak."""

DEEPEST = 4
"""Files inside files that are looked into: a table in a page in a zip is three."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A document that is withheld: its name, its text, and the parts of it that may be published.

    ``quotations`` are (start, end) in the text, of which the first ``QUOTATION_LENGTH`` characters may be
    published; ``titles`` may be published whole.
    """

    name: str
    text: str
    quotations: tuple[tuple[int, int], ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leak:
    """Words of a withheld document in a published file; ``file`` names what is inside another as ``zip!member``."""

    file: str
    document: str
    words: str


def leaks(files: Iterable[tuple[str, Path]], documents: Sequence[Withheld], known: Iterable[str] = ()) -> list[Leak]:
    """The leaks of withheld documents in files, given as (name, path): at most one for each text in a file.

    ``known`` are texts that are published anyway. Raises InputError for a file that cannot be read.
    """
    return LeakCheck(documents, known).files(files) if documents else []


class LeakCheck:
    """Looks for the words of withheld ``documents`` that stand in no text which is ``known``."""

    def __init__(self, documents: Sequence[Withheld], known: Iterable[str] = ()) -> None:
        self._forbidden = _forbidden(documents, known)

    def files(self, files: Iterable[tuple[str, Path]]) -> list[Leak]:
        """The leaks in files, given as (name, path). Raises InputError for one that cannot be read."""
        found: dict[Leak, None] = {}
        for name, path in files:
            try:
                data = path.read_bytes()
            except OSError as error:
                raise InputError(str(path), f"cannot be read: {error.strerror}") from None
            for place, text in _texts(name, data, DEEPEST):
                found.update(dict.fromkeys(self.text(place, text)))
        return list(found)

    def text(self, place: str, text: str) -> list[Leak]:
        """The first leak in a text, if there is one."""
        words = _words(text)
        met = [number for number, run in enumerate(_runs(words)) if run in self._forbidden]
        if not met:
            return []
        last = met[0]
        for number in met:  # the run of words goes on as long as the next one is forbidden too
            last = number if number <= last + 1 else last
        document = self._forbidden[tuple(words[met[0] : met[0] + RUN])]
        return [Leak(place, document, " ".join(words[met[0] : last + RUN]))]


def _forbidden(documents: Sequence[Withheld], known: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Each run of words that may not be published, and the document it stands in."""
    runs = {run: document.name for document in documents for run in _runs(_words(document.text))}
    for text in chain(known, *map(_publishable, documents)):
        for run in _runs(_words(text)):
            runs.pop(run, None)
    return runs


def _publishable(document: Withheld) -> Iterator[str]:
    """The titles of a document, and its quotations as far as they may be published."""
    yield from document.titles
    for start, end in document.quotations:
        yield document.text[start : min(end, start + QUOTATION_LENGTH)]


_WORD = re.compile(r"\w+")


def _words(text: str) -> list[str]:
    """Words without marks, capitals or ligatures, as Unicode says that texts are compared."""
    from unicodedata import normalize

    return _WORD.findall(normalize("NFKC", text).casefold())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[place:] for place in range(RUN)), strict=False)


# The texts in a file ----------------------------------------------------------------------------------------


def _texts(name: str, data: bytes, deep: int) -> Iterator[tuple[str, str]]:
    """The texts in a file, each with the name of its place; cells of a table are texts of their own."""
    if not deep:
        return
    if data.startswith(b"PK\x03\x04"):
        yield from _in_zip(name, data, deep)
    elif data.startswith(b"PAR1"):
        yield from ((name, text) for text in _in_parquet(data))
    elif data.startswith((b"\x1f\x8b", b"\x78\x01", b"\x78\x9c", b"\x78\xda")) and (inner := _inflated(data)):
        yield from _texts(f"{name}!", inner, deep - 1)
    else:
        text = data.decode("utf-8", "replace")
        if name.endswith((".csv", ".tsv")):
            yield from ((name, cell) for cell in _cells(text))
        else:
            yield from ((name, form) for form in _forms(text))
        for inner in _embedded(text):
            yield from _texts(f"{name}!embedded", inner, deep - 1)


def _in_zip(name: str, data: bytes, deep: int) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _texts(f"{name}!{member}", archive.read(member), deep - 1)
            yield name, archive.comment.decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise InputError(name, f"cannot be looked into: {error}", "Pack it again.") from None


def _in_parquet(data: bytes) -> Iterator[str]:
    """Each text of a Parquet file, and what its footer says."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = pq.ParquetFile(pa.BufferReader(data))
    for batch in file.iter_batches():
        for column in batch.columns:
            yield from (value for value in column.to_pylist() if isinstance(value, str))
    for key, value in (file.metadata.metadata or {}).items():
        yield f"{key.decode('utf-8', 'replace')} {value.decode('utf-8', 'replace')}"


def _inflated(data: bytes) -> bytes:
    try:
        return gzip.decompress(data) if data.startswith(b"\x1f") else zlib.decompress(data)
    except (OSError, EOFError, zlib.error):
        return b""


def _cells(text: str) -> Iterator[str]:
    csv.field_size_limit(sys.maxsize)
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            yield from row
    except csv.Error:
        yield text


_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def _forms(text: str) -> Iterator[str]:
    """A text as it stands; without markup, joined and apart; without the escapes of JSON and programs."""
    yield text
    plain = html.unescape(text)
    if "<" in text:
        yield _TAG.sub(" ", plain)
        yield _TAG.sub("", plain)
    elif plain != text:
        yield plain
    if "\\" in text:
        yield _ESCAPE.sub(_unescaped, text)


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1]:
        return chr(int(escape[1], 16))
    return " " if escape[2] in "nrtbf" else escape[2]


_BASE64 = re.compile(r"[A-Za-z0-9+/]{64,}={0,2}")


def _embedded(text: str) -> Iterator[bytes]:
    """Files inside a page, in base64: tables, scripts, pictures."""
    for found in _BASE64.finditer(text):
        whole = found[0].rstrip("=")
        try:
            yield base64.b64decode(whole + "=" * (-len(whole) % 4))
        except (binascii.Error, ValueError):
            continue


def told(found: Sequence[Leak]) -> str:
    """The first leaks, in words."""
    first = [f"{leak.file} holds words of {leak.document}: “{leak.words[:80]}”" for leak in found[:3]]
    return "; ".join(first) + (f"; and {len(found) - 3} more" if len(found) > 3 else "")
