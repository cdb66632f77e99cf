"""A page that a browser saved as one file (MHTML, RFC 2557), or a message (RFC 5322): the part that holds the words."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message

_HEADERS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n)*){3,60}"
)
_MIME = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")


def page_of(data: bytes) -> tuple[bytes, str, str] | None:
    """The bytes of the page in a message, its charset and its address, both empty where it does not tell them; None
    for what is no message, or one without text.
    """
    headers = _HEADERS.match(data)
    if headers is None or not _MIME.search(headers[0]):
        return None
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError):
        return None
    for kind in _KINDS:
        for part in parts:
            payload = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(payload, bytes) and payload.strip():
                return payload, part.get_content_charset() or "", _address(part, message)
    return None


def _address(part: Message, message: Message) -> str:
    """Where a part was read from, or the whole."""
    found = part["Content-Location"] or message["Snapshot-Content-Location"] or message["Content-Location"] or ""
    return str(found).strip() if str(found).strip().startswith(("http://", "https://")) else ""
