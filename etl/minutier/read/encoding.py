"""Bytes → characters: UTF-8 when they are, else the declared encoding, else a guess that is said aloud."""

from __future__ import annotations

import codecs
import re
import unicodedata

from minutier.document import Issue

SAMPLE = 1 << 16
"""How many bytes are looked at to guess an encoding that nothing declares."""

_FEW = 3
"""Letters that look like UTF-8 decoded twice, below which they may be meant."""
_LONGEST = 100_000
"""Characters of the longest line that is repaired."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that mean windows-1252 on the web: https://encoding.spec.whatwg.org/#names-and-labels
_WINDOWS_1252 = frozenset({"ascii", "iso8859-1", "cp1252"})
_WESTERN = frozenset("àâäáãçéèêëíìîïñóòôöœúùûüÿæßÀÂÄÁÇÉÈÊËÍÎÏÑÓÔÖŒÚÙÛÜÆ«»“”‘’‹›–—…•·€£§°ºª²³½\xa0")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.I)
_TWICE = re.compile("[ÂÃâ][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152]")
# UTF-8 of letters, punctuation and pictures that composing leaves alone: Latin, U+2000–2FFF, beyond U+FFFF
_COMPOSED = bytes([*range(0xCC), 0xE2, 0xF0])
_SINGLETONS = ("\u2126", "\u212a", "\u212b")  # signs of ohm, kelvin, ångström
_STRAY = re.compile("[\udc80-\udcff]")
_NON_ASCII = re.compile(rb"[^\x00-\x7f]")


def decode(data: bytes, declared: str = "") -> tuple[str, list[Issue]]:
    """The text of ``data`` without byte-order mark and NUL characters, and what is doubtful about it.

    ``declared`` is an encoding told from outside (an HTTP header); a ``charset=`` or ``encoding=`` in the
    first kilobytes is looked for when it is empty. Never raises: what no encoding explains becomes U+FFFD.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(*_decode_as(data[len(bom) :], name))
    try:
        return _checked(data.decode("utf-8"), [])
    except UnicodeDecodeError:
        pass
    wide = _wide(data)
    if wide:
        return _checked(*_decode_as(data, wide))
    name = _known(declared) or _known(_declared_inside(data))
    if name in (
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "",
    ):  # utf-16 in a page of single bytes is a mistake
        name = "utf-8" if _mostly_utf8(data) else _guess(data)
    return _checked(*_decode_as(data, name))


def composed(text: str) -> str:
    """The text with letters and their accents composed (Unicode NFC)."""
    if text.encode("utf-8", "replace").translate(None, _COMPOSED) or any(sign in text for sign in _SINGLETONS):
        return unicodedata.normalize("NFC", text)
    return text


def _declared_inside(data: bytes) -> str:
    found = _DECLARED.search(data, 0, 4096)
    return found[1].decode("ascii") if found else ""


def _known(name: str) -> str:
    """Python's name of an encoding, empty when it does not know it or it is not one of characters."""
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, ValueError):
        return ""
    return "cp1252" if info.name in _WINDOWS_1252 else info.name


def _wide(data: bytes) -> str:
    """UTF-16 without a byte-order mark, told by its NUL bytes."""
    head = data[:2000]
    if len(head) < 4:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < len(head) * 0.05:
        return "utf-16-le"
    if even > len(head) * 0.3 and odd < len(head) * 0.05:
        return "utf-16-be"
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are right UTF-8 than not, in a sample around the first ones."""
    sample = _sample(data)
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not character.isascii() for character in text) - bad
    return good > bad


def _sample(data: bytes) -> bytes:
    first = _NON_ASCII.search(data)
    start = max(0, (first.start() if first else 0) - 1000)
    return data[start : start + SAMPLE]


def _guess(data: bytes) -> str:
    sample = _sample(data)
    if _reads_as_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    return _known(best.encoding) if best else "cp1252"


def _reads_as_western(sample: bytes) -> bool:
    """Whether windows-1252 makes letters and signs of western Europe of nearly all bytes beyond ASCII.

    A detector that knows all alphabets takes a short French text for Baltic.
    """
    beyond = [character for character in sample.decode("cp1252", "replace") if not character.isascii()]
    return sum(character in _WESTERN for character in beyond) >= 0.95 * len(beyond)


def _decode_as(data: bytes, name: str) -> tuple[str, list[Issue]]:
    """Characters by that encoding; stray bytes are read as windows-1252, the commonest stranger in a page."""
    try:
        text, strays = data.decode(name), 0
    except UnicodeDecodeError:
        text, strays = _decode_mixed(data, name)
    issues = []
    if strays:
        issues.append(
            Issue("read", "warning", "mixed-encoding", f"{strays} bytes are not {name}; read as windows-1252")
        )
    elif name not in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        issues.append(Issue("read", "info", "legacy-encoding", f"read as {name}"))
    return text, issues


def _decode_mixed(data: bytes, name: str) -> tuple[str, int]:
    """The characters, and how many bytes are not of that encoding."""
    try:
        text = data.decode(name, "surrogateescape")  # a stray byte 0xE9 becomes U+DCE9
    except UnicodeDecodeError:  # only bytes above 0x7F can be escaped
        text = data.decode(name, "replace")
        return text, text.count("\ufffd")
    return _STRAY.subn(lambda found: bytes([ord(found[0]) & 0xFF]).decode("cp1252", "replace"), text)


def _checked(text: str, issues: list[Issue]) -> tuple[str, list[Issue]]:
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", "")
        issues.append(Issue("read", "warning", "nul-characters", f"{nuls} NUL characters were left out"))
    if text.startswith("\ufeff"):
        text = text[1:]
    if ("Ã" in text or "â€" in text) and (twice := len(_TWICE.findall(text))) >= _FEW:
        text, repaired = _decoded_once(text)
        said = f"{twice} characters look like UTF-8 that was decoded twice; {repaired} of them were repaired"
        issues.append(Issue("read", "warning", "mojibake", said))
    return text, issues


def _decoded_once(text: str) -> tuple[str, int]:
    """The text with letters that were decoded twice put right, line by line, and how many were.

    A line is changed only where that leaves fewer such letters; one of more than ``_LONGEST`` characters is left.
    """
    from ftfy import fix_encoding

    lines, repaired = text.split("\n"), 0
    for index, line in enumerate(lines):
        wrong = len(_TWICE.findall(line)) if len(line) <= _LONGEST else 0
        if wrong and (left := len(_TWICE.findall(right := fix_encoding(line)))) < wrong:
            lines[index] = right.replace("\n", " ")
            repaired += wrong - left
    return "\n".join(lines), repaired
