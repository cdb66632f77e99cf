"""What stands before the first element of XML and HTML: declarations, comments, the document type."""

from __future__ import annotations

import re

COMMENT = r"<!--(?:[^-]++|-(?!->))*+(?:-->)?"
QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_BEFORE = re.compile(rf"(?:\s++|<\?(?:[^?]++|\?(?!>))*+\?>|{COMMENT})*+")
_DOCTYPE = re.compile(
    rf"<!DOCTYPE(?:[^\[>\"']++|{QUOTED})*+(?:\[(?:{COMMENT}|{QUOTED}|<(?!!--)|[^\]\"'<]++)*+\]\s*+)?>",
    re.I,
)


def doctype_of(text: str, start: int = 0) -> tuple[int, int]:
    r"""Where the document type stands that comes before the first element; ``(start, start)`` when none does.

    >>> doctype_of('<!DOCTYPE rss [<!ENTITY a "]>">]><rss/>')
    (0, 34)
    """
    before = _BEFORE.match(text, start)
    found = _DOCTYPE.match(text, before.end() if before else start)
    return found.span() if found else (start, start)
