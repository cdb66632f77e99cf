"""gzip, with a bounded size: what a few kilobytes unfold to is not the sender's to decide."""

from __future__ import annotations

import zlib

from minutier.document import Issue
from minutier.errors import InputError

MAX_BYTES = 256 << 20
"""Largest single source, in bytes, once unfolded. A WARC file is streamed and may be of any size."""

GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
_STEP = 256  # bytes of a damaged chunk that are unfolded at once, before they are one by one


def gunzip(data: bytes, name: str = "") -> tuple[bytes, list[Issue]]:
    """The bytes in a gzip file of one or more members, and an issue when it breaks off or is damaged.

    Raises InputError when more than ``MAX_BYTES`` come out, or none at all.
    """
    parts: list[bytes] = []
    size = 0
    problem = ""
    while data.startswith(GZIP):
        member = zlib.decompressobj(wbits=31)
        try:
            while data and not member.eof:
                before = member.copy()
                part = member.decompress(data, _CHUNK)
                data = member.unconsumed_tail
                parts.append(part)
                size += len(part)
                if size > MAX_BYTES:
                    raise InputError(
                        name,
                        f"the gzip file unfolds to more than {MAX_BYTES >> 20} MB",
                        "Unpack it and split it.",
                    )
        except zlib.error as error:
            problem = f"the gzip file is damaged: {error}"
            part = _until_damage(before, data)
            parts.append(part)
            size += len(part)
            break
        if not member.eof:
            problem = "the gzip file breaks off before its end"
            break
        data = member.unused_data
    if data.strip(b"\0") and not problem:
        problem = "bytes that are not gzip follow the gzip file"
    if problem and not size:
        raise InputError(name, problem, "Fetch or save it again.")
    text = f"{problem}; what was before is read"
    return b"".join(parts), [Issue("read", "warning", "truncated-gzip", text)] if problem else []


def _until_damage(member: zlib._Decompress, data: bytes) -> bytes:
    """What can be unfolded of a damaged chunk: all of it when only the checksum at its end is wrong."""
    parts: list[bytes] = []
    step, place, size = _STEP, 0, 0
    while place < len(data) and size <= _CHUNK:
        before = member.copy()
        try:
            part = member.decompress(data[place : place + step], _CHUNK)
        except zlib.error:
            if step == 1:
                break
            member, step = before, 1
            continue
        if member.unconsumed_tail:  # more than was asked for: what is left of a chunk that is bounded
            place -= len(member.unconsumed_tail)
        place += step
        parts.append(part)
        size += len(part)
    return b"".join(parts)
