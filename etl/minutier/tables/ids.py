"""Identifiers made from content: never random, never a counter over several documents."""

from __future__ import annotations

import hashlib
from datetime import datetime

PREFIXES = {
    "quotes": "quote",
    "vote_results": "result",
    "participation_snapshots": "turnout",
    "endorsements": "stand",
    "issues": "issue",
    "corrections": "correction",
}
"""What an identifier begins with says which table the row is in."""


def digest(*parts: object, size: int = 12) -> str:
    """The first ``size`` hexadecimal digits of the SHA-256 of the parts, kept apart by a unit separator."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:size]


def text_sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def entry_id(liveblog_id: str, published: datetime | None, text: str, twin: int = 0) -> str:
    """``LIVEBLOG.20170129T2041.3fa9c1d2``; ``lead`` for the untimed part; ``twin`` tells equal posts apart."""
    when = f"{published:%Y%m%dT%H%M}" if published else "lead"
    return f"{liveblog_id}.{when}.{digest(text, twin or '', size=8)}"


def row_id(table: str, entry: str, *parts: object) -> str:
    """``quote-3fa9c1d2e4b5``: the table's prefix and a digest of the entry and what makes the row one."""
    return f"{PREFIXES[table]}-{digest(entry, *parts)}"
