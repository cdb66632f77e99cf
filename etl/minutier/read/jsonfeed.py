"""JSON Feed → Document, each item a post (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from minutier.document import Document, Issue, Metadata
from minutier.read.feed import document_of, headline_of
from minutier.read.instants import iso_of
from minutier.read.jsonld import DECODER, Object, Update, body_of, fragment_of, name_of, plain, text_of

_VERSION = re.compile(r'"version"\s{0,9}:\s{0,9}"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version')
_ITEMS = re.compile(r'"items"\s{0,9}:\s{0,9}\[\s{0,99}')
_NEXT = re.compile(r"\s{0,99},\s{0,99}")


def read_json_feed(text: str, issues: Sequence[Issue] = (), *, url: str = "") -> Document | None:
    """The Document of a JSON Feed; None when the text is none. ``url`` is its address where it does not tell one."""
    if not _VERSION.search(text):
        return None
    notes = list(issues)
    try:
        feed = DECODER.decode(text.strip())
    except RecursionError:
        return None
    except ValueError as error:
        feed = _as_far_as_it_goes(text)
        notes.append(Issue("read", "warning", "feed-broken", f"the feed is broken and read as far as it goes: {error}"))
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return None
    updates = [_update(item) for item in items if isinstance(item, dict)]
    address = text_of(feed, "home_page_url", "feed_url")
    metadata = Metadata(
        title=plain(text_of(feed, "title")),
        publisher=name_of(feed.get("authors") or feed.get("author")),
        url=address if address.startswith(("http://", "https://")) else url,
        language=text_of(feed, "language"),
    )
    return document_of(updates, metadata, plain(text_of(feed, "description")), notes)


def _as_far_as_it_goes(text: str) -> Any:
    """A feed that breaks off with the items that are whole; None where none is."""
    place = _ITEMS.search(text)
    end = place.end() if place else 0
    with suppress(ValueError, RecursionError):
        while place is not None:
            _, end = DECODER.raw_decode(text, place.end())
            place = _NEXT.match(text, end)
    with suppress(ValueError, RecursionError):
        return DECODER.decode(f"{text[:end].strip()}]}}")
    return None


def _update(item: Object) -> Update:
    written = text_of(item, "content_html")
    body, is_html = body_of(written) if written else (text_of(item, "content_text", "summary"), False)
    modified = iso_of(text_of(item, "date_modified"))
    published = iso_of(text_of(item, "date_published")) or modified
    url = text_of(item, "url", "external_url")
    return Update(
        identifier=fragment_of(url) or text_of(item, "id"),
        url=url,
        published=published,
        modified=modified if modified != published else "",
        headline=headline_of(plain(text_of(item, "title")), body, is_html, published),
        body=body,
        is_html=is_html,
        author=name_of(item.get("authors") or item.get("author")),
    )
