"""Records a live blog from the web: its bytes beside the manifest, where and when it was in the manifest.

The only part of the program that asks web servers (``download`` does it for those who read packages), and the
only one that looks at the clock.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urlsplit
from zoneinfo import ZoneInfo

from slugify import slugify

from minutier import __version__
from minutier.errors import ExitCode, InputError, MinutierError, OutputError, UsageError
from minutier.manifest import Source, read_manifest, source_from_options
from minutier.manifest_text import with_source
from minutier.read import check, read

if TYPE_CHECKING:
    import httpx

FOLDER = "sources"
"""Where the bytes go, from the manifest's folder."""

MAX_BYTES = 256 << 20
"""Largest answer that is recorded, once unfolded."""

MAX_REDIRECTS = 10
CONNECT_SECONDS, SILENCE_SECONDS, TOTAL_SECONDS = 10.0, 30.0, 600.0
"""How long to wait for a connection, for the next bytes, and for the whole answer."""

_CHUNK = 1 << 16
_LONGEST_ID = 80
_KINDS = (  # the first bytes of a file tell its suffix; the reader looks at the content again
    (re.compile(rb"\x1f\x8b"), ".gz"),
    (re.compile(rb"WARC/"), ".warc"),
    (re.compile(rb"\s*[\[{]"), ".json"),
    (
        re.compile(rb"(?is)(?:\s|\xef\xbb\xbf|<\?xml[^>]{0,200}\?>|<!--.{0,500}?-->)*<(?:rss|feed|rdf)\b"),
        ".xml",
    ),
    (re.compile(rb"(?s)\s*(?:\xef\xbb\xbf)?\s*<[a-zA-Z!?]"), ".html"),
)


class NothingNew(MinutierError):
    """The page is the one that was recorded last."""

    exit_code = ExitCode.NOTHING_NEW


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a fetch wrote: ``size`` bytes at ``path``; ``replaced`` when an earlier state was there.

    ``redirects`` are the addresses that the first one led to; the last of them answered. ``has_posts`` tells
    whether the reader finds a post in it.
    """

    id: str
    path: Path
    size: int
    sha256: str
    captured_at: datetime
    replaced: bool
    redirects: tuple[str, ...] = ()
    has_posts: bool = True


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    etag: str
    last_modified: str
    redirects: tuple[str, ...]


def fetch(
    url: str,
    manifest: Path,
    *,
    id: str = "",
    known: dict[str, Any] | None = None,
    on_bytes: Callable[[int], None] | None = None,
) -> Recorded:
    """Record what stands at ``url`` and write it into the manifest, which is made when it does not exist.

    ``id`` names the source (made from the address when empty), ``known`` says what else is known
    (keys of a source in a manifest). An address that the manifest has is asked for again, by its HTTP
    validators, and its file is replaced when the page changed. ``on_bytes`` is told the size so far.

    Raises NothingNew when the page did not change; UsageError for an address or keys that cannot be;
    InputError when the address gives no page, or what is no text, or the manifest cannot be read; OutputError when
    a file cannot be written, or is not the one that was recorded.
    """
    url = _checked(url)
    text, sources = _read(manifest)
    index = next((number for number, source in enumerate(sources) if source.url == url), None)
    earlier = sources[index] if index is not None else None
    name = earlier.id if earlier is not None and earlier.id else id or _identifier(url)
    fields = {key: value for key, value in (known or {}).items() if value not in (None, "")}
    source_from_options(Path(name), {"id": name, **fields})
    if earlier is None and any(source.id == name for source in sources):
        raise UsageError("--id", f"the manifest has a source {name!r} already", "Give another one.")
    is_whole = earlier is not None and _is_recorded(earlier)
    answer = _get(url, earlier if is_whole else None, on_bytes)
    sha256 = hashlib.sha256(answer.body).hexdigest()
    if earlier is not None and is_whole and sha256 == earlier.sha256:
        raise _nothing_new(url, earlier)
    check(answer.body, url)
    captured_at = capture_time()
    path = earlier.path if earlier is not None else manifest.parent / FOLDER / (name + _suffix(answer.body))
    entry = {
        "id": name,
        "path": (Path(FOLDER) / path.name).as_posix(),
        "url": url,
        "retrieved_from": answer.redirects[-1] if answer.redirects else None,
        "sha256": sha256,
        "captured_at": captured_at.isoformat(),
        "etag": answer.etag or None,
        "last_modified": answer.last_modified or None,
        **fields,
    }
    if earlier is not None:
        del entry["path"]
    edited = with_source(text, entry, index, place=str(manifest))
    if earlier is None and path.exists():
        raise OutputError(str(path), "there is a file already", "Move it away, or give another --id.")
    _replace(path, answer.body)
    _replace(manifest, edited.encode())
    replaced = earlier is not None
    has_posts = _has_posts(answer.body, Source(path, **fields))
    return Recorded(name, path, len(answer.body), sha256, captured_at, replaced, answer.redirects, has_posts)


def download(url: str) -> bytes:
    """The bytes at a web address, as they are. Raises InputError when it gives none."""
    return _get(url, None, None).body


def capture_time() -> datetime:
    """Now, in UTC, to the second; ``SOURCE_DATE_EPOCH`` when it is set (reproducible-builds.org)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        remedy = "Set it to seconds since 1970, or unset it."
        raise UsageError("SOURCE_DATE_EPOCH", f"{given!r} is not a time", remedy) from error


# Before


def _checked(url: str) -> str:
    """The address without its fragment, which servers never see."""
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise UsageError(repr(url), "this is not a web address", "Give one that begins with https:// or http://.")
    if parts.username or parts.password:
        remedy = "Leave the name and password out: the address is written into the manifest."
        raise UsageError(repr(parts.hostname), "the address holds a password", remedy)
    return urldefrag(url.strip()).url


def _read(manifest: Path) -> tuple[str, tuple[Source, ...]]:
    """The manifest's text and its sources; nothing of one that does not exist or is empty."""
    if not manifest.exists():
        return "", ()
    sources = read_manifest(manifest).sources
    return manifest.read_bytes().decode("utf-8"), sources


def _identifier(url: str) -> str:
    """An identifier made from an address: host and path, without ``www`` and suffix."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    path = re.sub(r"\.[A-Za-z]{2,5}$", "", parts.path)
    return slugify(f"{host} {path} {parts.query}", max_length=_LONGEST_ID, word_boundary=True) or "source"


def _is_recorded(source: Source) -> bool:
    """Whether the file is there as it was recorded. Raises OutputError when somebody changed it."""
    if not source.path.exists():
        return False
    if not source.sha256:
        raise OutputError(
            str(source.path),
            "the manifest does not say which bytes this file should have, so it is not replaced",
            "Write its sha256 into the manifest, or move the file away.",
        )
    with source.path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != source.sha256:
        raise OutputError(
            str(source.path),
            "the file is not the one that was recorded, so it is not replaced",
            "Restore it, or move it away and fetch again.",
        )
    return True


# The network


def _get(url: str, earlier: Source | None, on_bytes: Callable[[int], None] | None) -> _Answer:
    import httpx

    headers = {
        "User-Agent": f"minutier/{__version__}",
        "Accept": "text/html, application/xhtml+xml, */*;q=0.8",
    }
    if earlier is not None and earlier.etag:
        headers["If-None-Match"] = earlier.etag
    if earlier is not None and earlier.last_modified:
        headers["If-Modified-Since"] = earlier.last_modified
    timeout = httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)
    try:
        with (
            httpx.Client(follow_redirects=True, max_redirects=MAX_REDIRECTS, timeout=timeout) as client,
            client.stream("GET", url, headers=headers) as response,
        ):
            if response.status_code == httpx.codes.NOT_MODIFIED and earlier is not None:
                raise _nothing_new(url, earlier)
            _check_status(url, response)
            body = _body(url, response, on_bytes)
            steps = (*response.history, response)[1:]
            return _Answer(
                body,
                response.headers.get("ETag", ""),
                response.headers.get("Last-Modified", ""),
                tuple(str(step.url) for step in steps),
            )
    except httpx.TooManyRedirects as error:
        raise InputError(url, f"redirected more than {MAX_REDIRECTS} times", "Give the final address.") from error
    except httpx.TimeoutException as error:
        raise InputError(url, "the server does not answer in time", "Try again later.") from error
    except httpx.UnsupportedProtocol as error:
        raise InputError(url, f"redirected to what is no web page: {error}", "Give the final address.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        detail = str(error) or type(error).__name__
        raise InputError(url, f"cannot be fetched: {detail}", "Check the address and the connection.") from error


def _check_status(url: str, response: httpx.Response) -> None:
    if response.is_success and response.status_code != 204:
        return
    remedies = {
        401: "Save the page from a browser that may see it, and name the file.",
        403: "Save the page from a browser that may see it, and name the file.",
        404: "Check the address; the page may have moved.",
        410: "The page is gone; a web archive may have it.",
        429: "Wait before trying again.",
        503: "Wait before trying again.",
    }
    answer = f"{response.status_code} {response.reason_phrase}".strip()
    wait = response.headers.get("Retry-After", "")
    remedy = remedies.get(response.status_code, "Try again later, or save the page and name the file.")
    remedy += f" The server asks to wait: {wait[:40]}." if wait else ""
    raise InputError(url, f"the server answers {answer}", remedy)


def _body(url: str, response: httpx.Response, on_bytes: Callable[[int], None] | None) -> bytes:
    """The whole answer, content codings undone, of bounded size and time."""
    too_large = InputError(
        url, f"the answer is larger than {MAX_BYTES >> 20} MB", "Save it yourself, and name the file."
    )
    declared = response.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared) > MAX_BYTES:
        raise too_large
    parts: list[bytes] = []
    size = 0
    deadline = time.monotonic() + TOTAL_SECONDS
    for part in response.iter_bytes(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            raise too_large
        if time.monotonic() > deadline:
            raise InputError(url, f"the answer takes more than {TOTAL_SECONDS:.0f} seconds", "Try again later.")
        if on_bytes is not None:
            on_bytes(size)
    if not size:
        raise InputError(url, "the answer is empty", "Check the address.")
    return b"".join(parts)


def _nothing_new(url: str, earlier: Source) -> NothingNew:
    since = f" of {earlier.captured_at.isoformat()}" if earlier.captured_at else ""
    return NothingNew(url, f"nothing new: the page is the recorded one{since}")


# After


def _suffix(body: bytes) -> str:
    return next((suffix for pattern, suffix in _KINDS if pattern.match(body[:4096])), ".txt")


def _has_posts(body: bytes, source: Source) -> bool:
    """Whether a post is found in what was recorded; whatever cannot be judged yet has some."""
    from minutier.languages import language
    from minutier.liveblog import describe
    from minutier.segment import segment

    try:
        for document in read(body, str(source.path)):
            liveblog = describe(document, source).liveblog
            found = segment(document, language(liveblog.language), liveblog.date, ZoneInfo(liveblog.timezone))
            if any(entry.section == "update" for entry in found.entries):
                return True
    except InputError:
        return False
    except UsageError:  # a language without a data file
        return True
    return False


def _replace(path: Path, data: bytes) -> None:
    """Write a file at once: it is whole or untouched, whatever happens."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise OutputError(str(path), f"cannot be written: {error.strerror or error}") from error
