"""What Next's app router streams into a page: ``self.__next_f.push([1,"…"])``, pieces of React's *Flight* format.

The pieces make one text of rows: an identifier in hexadecimal, a colon and either JSON to the end of the line or
``T``, a length in bytes, a comma and so many bytes of text. In the JSON ``"$1f"`` stands for the row ``1f``, ``"$D…"``
for a date, ``"$$…"`` for a text that begins with a dollar (React, ``ReactFlightClient``: `parseModelString`).
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from minutier.read.jsonld import DECODER

_PUSH = re.compile(r"\.\s?__next_f\b[^\n;]{0,40}?\.push\(\s?\[\s?1\s?,\s?(?=\")")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$[L@Q]?([0-9a-f]{1,8})")
_MOST_ROWS = 100_000


def streamed_text(scripts: list[str]) -> str:
    """The pieces that the scripts of a page push, put together; empty where there are none."""
    pieces: list[str] = []
    for script in scripts:
        for push in _PUSH.finditer(script):
            try:
                piece, _ = DECODER.raw_decode(script, push.end())
            except ValueError:
                continue
            if isinstance(piece, str):
                pieces.append(piece)
    return "".join(pieces)


def rows_of(text: str) -> list[Any]:
    """The JSON values of the rows in a streamed text, what they refer to in its place. Broken rows are left out.

    A value may stand in several places, and in itself.
    """
    rows = _rows(text.encode("utf-8", "replace"))
    waiting = [value for value in rows.values() if isinstance(value, dict | list)]
    seen = {id(value) for value in waiting}
    while waiting:
        value = waiting.pop()
        for key, child in [*value.items()] if isinstance(value, dict) else [*enumerate(value)]:
            if isinstance(child, str) and child[:1] == "$":
                value[key] = child = _meant(child, rows)
            if isinstance(child, dict | list) and id(child) not in seen:
                seen.add(id(child))
                waiting.append(child)
    return [value for value in rows.values() if isinstance(value, dict | list)]


def _rows(data: bytes) -> dict[str, Any]:
    """The rows of a stream by their identifiers."""
    rows: dict[str, Any] = {}
    place = 0
    while place < len(data) and len(rows) < _MOST_ROWS:
        row = _ROW.match(data, place)
        if row and row[2]:
            place = row.end() + int(row[2], 16)
            rows[row[1].decode()] = data[row.end() : place].decode("utf-8", "replace")
            continue
        end = data.find(b"\n", place)
        end = end if end >= 0 else len(data)
        if row and data[row.end() : row.end() + 1] in (b"{", b"["):
            with suppress(ValueError, RecursionError):  # cut short, or no JSON: the other rows are read
                rows[row[1].decode()] = DECODER.decode(data[row.end() : end].decode("utf-8", "replace"))
        place = end + 1
    return rows


def _meant(text: str, rows: dict[str, Any]) -> Any:
    """What a text that begins with a dollar stands for; itself when it is not known."""
    if text.startswith("$D"):
        return text[2:]
    if text.startswith("$$"):
        return text[1:]
    reference = _REFERENCE.fullmatch(text)
    return rows.get(reference[1], text) if reference else text
