"""gzip, with a bounded size: what a few kilobytes unfold to is not the sender's to decide."""

from __future__ import annotations

import zlib

from minutier.document import Issue
from minutier.errors import InputError

MAX_BYTES = 256 << 20
"""Largest single source, in bytes, once unfolded. A WARC file is streamed and may be of any size."""

GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20


def gunzip(data: bytes, name: str = "") -> tuple[bytes, list[Issue]]:
    """The bytes in a gzip file of one or more members, and an issue when it breaks off.

    Raises InputError when more than ``MAX_BYTES`` come out, or none at all.
    """
    parts: list[bytes] = []
    size = 0
    problem = ""
    while data.startswith(GZIP):
        member = zlib.decompressobj(wbits=31)
        try:
            while data and not member.eof:
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
