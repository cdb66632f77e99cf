"""Pages saved as one file, and messages: what they hold is read as if it had been saved itself."""

from __future__ import annotations

import pytest

from minutier.errors import InputError
from minutier.read import read

from . import nights


def test_the_address_of_a_saved_page_is_kept() -> None:
    (document,) = read(nights.as_message(nights.page(nights.articles()).encode()), "page.mhtml")
    assert document.metadata.url == "https://example.org/direct"
    assert "=C3" not in document.text


@pytest.mark.parametrize(
    "text",
    [
        "From: le journal\nTo: toi\nSubject: rien\n\n20h41 : Le maire parle.\n",
        "19h45: Un.\n20h00: Deux.\n20h12: Trois.\nMIME-Version: 1.0 en parle.\n",
    ],
)
def test_a_text_that_begins_with_headers_is_one(text: str) -> None:
    (document,) = read(text.encode(), "text")
    assert document.text.startswith(text[:10])


def nested(depth: int) -> bytes:
    """Messages in messages."""
    lines = [b"From: a", b"To: b", b"MIME-Version: 1.0", b'Content-Type: multipart/mixed; boundary="b0"', b""]
    for level in range(depth):
        lines += [b"--b%d" % level, b'Content-Type: multipart/mixed; boundary="b%d"' % (level + 1), b""]
    return b"\n".join([*lines, b"--b%d" % depth, b"Content-Type: text/plain", b"", b"20h41 : Fin.", b""])


@pytest.mark.parametrize(
    "data",
    [
        nested(3),
        nested(3_000),
        nights.as_message(b"<p>20h41 : Fin.</p>")[:400],
        nights.as_message(b"<p>20h41 : Fin.</p>").replace(b"utf-8", b"no-such-charset"),
        b"From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: image/png\n\nRien.\n",
    ],
)
def test_hostile_messages_are_read_or_refused(data: bytes) -> None:
    try:
        (document,) = read(data, "message")
    except InputError:
        return
    assert document.text
