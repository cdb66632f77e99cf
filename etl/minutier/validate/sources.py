"""Files as streams of bytes: several parts as one, decompressed, in UTF-8, and their size and digest."""

from __future__ import annotations

import bz2
import codecs
import gzip
import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Any

from minutier.validate.model import Resource
from minutier.validate.report import Finding, shown

CHUNK = 4 << 20
COMPRESSION_ERRORS = (gzip.BadGzipFile, zipfile.BadZipFile, lzma.LZMAError, EOFError, zlib.error)
GUESSED_FROM = 1 << 14
"""Bytes of lines that are not ASCII from which an encoding is guessed."""
_MARKS = {  # UTF-32 first: its mark begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf_32",
    codecs.BOM_UTF32_BE: "utf_32",
    codecs.BOM_UTF16_LE: "utf_16",
    codecs.BOM_UTF16_BE: "utf_16",
}
UNDECODABLE = "minutier-undecodable"
"""Error handler that turns a byte without meaning into one that is no UTF-8 either, so that it is found
later."""


class SourceProblem(Exception):
    """A file that cannot be read, or not further; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _mark_undecodable(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return "\udcff" * (error.end - error.start), error.end


codecs.register_error(UNDECODABLE, _mark_undecodable)


def open_binary(path: Path) -> IO[bytes]:
    """Open a file of the package. Raises SourceProblem."""
    try:
        if not path.is_file():
            problem = "is a folder" if path.is_dir() else "does not exist"
            raise SourceProblem(
                Finding("scheme-error", f"the file {path.name!r} {problem}", "mend 'path' or add the file")
            )
        return path.open("rb")
    except OSError as error:
        finding = Finding("scheme-error", f"the file {path.name!r} cannot be read: {error.strerror}", "check it")
        raise SourceProblem(finding) from error


def content(resource: Resource) -> Iterator[bytes]:
    """The decompressed bytes of a resource, part after part, a repeated header line left out. Raises
    SourceProblem."""
    header: bytes | None = None
    for number, path in enumerate(resource.files):
        chunks = _decompressed(path, resource)
        last = b""
        if len(resource.files) > 1 and resource.dialect.header:
            first = next(chunks, b"")
            line = first.partition(b"\n")[0].rstrip(b"\r").removeprefix(codecs.BOM_UTF8)
            if number == 0:
                header = line
            elif line == header:
                first = first.partition(b"\n")[2]
            last = first
            yield first
        for chunk in chunks:
            last = chunk
            yield chunk
        if number + 1 < len(resource.files) and last and not last.endswith((b"\n", b"\r")):
            yield b"\n"


def _decompressed(path: Path, resource: Resource) -> Iterator[bytes]:
    with open_binary(path) as raw:
        try:
            with _opened(raw, resource) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except COMPRESSION_ERRORS as error:
            raise SourceProblem(_compression(f"{path.name!r} is damaged: {error}")) from error
        except OSError as error:
            raise SourceProblem(_compression(f"{path.name!r} cannot be read: {error}")) from error


def _compression(message: str) -> Finding:
    return Finding("compression-error", message, "compress the file again, or mend 'compression'")


def _opened(raw: IO[bytes], resource: Resource) -> Any:
    match resource.compression:
        case "":
            return raw
        case "gz":
            return gzip.GzipFile(fileobj=raw)
        case "bz2":
            return bz2.BZ2File(raw)
        case "xz":
            return lzma.LZMAFile(raw)
        case "zip":
            return _member(raw, resource)
        case other:
            raise SourceProblem(_compression(f"compression {other!r} is not supported"))


def _member(raw: IO[bytes], resource: Resource) -> IO[bytes]:
    archive = zipfile.ZipFile(raw)
    names = [name for name in archive.namelist() if not name.endswith("/") and not name.startswith("__MACOSX/")]
    if len(names) > 1 and not resource.innerpath:
        finding = Finding(
            "compression-error",
            f"the archive holds {len(names)} files, and which of them is meant is not said",
            f"name it: 'innerpath': {shown(names[0])!r}",
        )
        raise SourceProblem(finding)
    name = resource.innerpath or (names[0] if names else "")
    if name not in names:
        raise SourceProblem(_compression(f"the archive holds no file {name!r}" if name else "the archive is empty"))
    try:
        return archive.open(name)
    except (RuntimeError, NotImplementedError) as error:
        raise SourceProblem(_compression(f"{name!r} cannot be unpacked: {error}")) from error


def wide_encoding(start: bytes) -> str:
    """UTF-16 or UTF-32 for text that begins with its mark, or has the NULs of its Latin letters; else nothing."""
    for mark, name in _MARKS.items():
        if start.startswith(mark):
            return name
    columns = [start[place:256:4] for place in range(4)]
    shape = "".join("0" if column.count(0) * 2 > len(column) else "x" for column in columns)
    return {"x000": "utf_32_le", "000x": "utf_32_be", "x0x0": "utf_16_le", "0x0x": "utf_16_be"}.get(shape, "")


def guessed_encoding(chunks: Iterator[bytes]) -> str:
    """The encoding of a text that is not UTF-8, guessed from its first lines that are not ASCII.

    It is windows-1252 where that has all the bytes, as in browsers (Encoding Standard, legacy default); rows and cells
    are then the same in any encoding that keeps ASCII. ``utf-8`` when there is no better guess.
    """
    first = next(chunks, b"")
    if wide := wide_encoding(first):
        return wide
    chunk = next((chunk for chunk in chain([first], chunks) if not chunk.isascii()), b"")
    foreign = b"".join(line for line in chunk.splitlines(keepends=True) if not line.isascii())
    if b"\0" in foreign:
        return "utf-8"
    try:
        foreign.decode("cp1252")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(foreign[:GUESSED_FROM]).best()
        return "utf-8" if best is None or best.encoding.startswith(("utf", "ascii")) else best.encoding
    return "cp1252"


def in_utf8(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The same text in UTF-8; what cannot be decoded becomes the byte FF, which UTF-8 never has."""
    if codecs.lookup(encoding).name in ("utf-8", "utf-8-sig", "ascii"):
        strict_ascii = codecs.lookup(encoding).name == "ascii"
        yield from (_ascii_only(chunk) for chunk in chunks) if strict_ascii else chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors=UNDECODABLE)
    try:
        for chunk in chunks:
            yield _encoded(decoder.decode(chunk))
        yield _encoded(decoder.decode(b"", final=True))
    except UnicodeError as error:  # UTF-16 that does not say in which order its bytes are
        problem = f"the file is not {encoding}: {error}"
        raise SourceProblem(Finding("encoding-error", problem, "mend 'encoding', or write it in UTF-8")) from error


def with_newlines(chunks: Iterator[bytes], terminator: str) -> Iterator[bytes]:
    """The same text with rows ended by newlines, for a dialect that ends them with something else."""
    if terminator in ("", "\n", "\r", "\r\n"):
        yield from chunks
        return
    mark, held = terminator.encode(), b""
    for chunk in chunks:
        parts = (held + chunk).split(mark)
        held = parts.pop()
        if parts:
            yield b"\n".join(parts) + b"\n"
    yield held


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape")


_NOT_ASCII = bytes(range(128)) + b"\xff" * 128


def _ascii_only(chunk: bytes) -> bytes:
    return chunk if chunk.isascii() else chunk.translate(_NOT_ASCII)


def size_and_digest(resource: Resource) -> tuple[int, str, str]:
    """Bytes of a resource's files, the name of its hash's algorithm and the digest ('' when none is
    declared)."""
    algorithm, _, expected = resource.hash.rpartition(":")
    algorithm = (algorithm or "md5").lower().replace("sha-", "sha") if expected else ""
    if not algorithm:
        for path in resource.files:
            open_binary(path).close()
        return sum(path.stat().st_size for path in resource.files), "", ""
    digest, size = hashlib.new(algorithm), 0
    buffer = bytearray(1 << 18)
    view = memoryview(buffer)
    for path in resource.files:
        with open_binary(path) as file:
            while count := file.readinto(buffer):  # type: ignore[attr-defined]
                size += count
                digest.update(view[:count])
    return size, algorithm, digest.hexdigest()
