"""The same live blog gives the same entries, whatever its format and layout."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Document, MarkKind
from minutier.languages import language
from minutier.manifest import Source
from minutier.pipeline import FACTS, process
from minutier.read import read
from minutier.segment import segment
from minutier.tables import schema

from . import nights
from .nights import DAY, ITEMS, PARIS, STANDFIRST, TITLE


def squeezed(text: str) -> str:
    return "".join(text.split())


EXPECTED = sorted((item.at.astimezone(UTC), squeezed(item.headline + "".join(item.lines))) for item in ITEMS)


def entries_of(document: Document) -> tuple[str, list[tuple[datetime | None, str]]]:
    """The words of the lead, and instant and words of each update."""
    found = segment(document, language("fr"), DAY, PARIS)
    lead, *updates = found.entries
    assert lead.section == "lead"
    words = squeezed(document.text[lead.char_start : lead.char_end])
    rows = [
        (
            entry.date_published.astimezone(UTC) if entry.date_published else None,
            squeezed(document.text[entry.char_start : entry.char_end]),
        )
        for entry in updates
    ]
    return words, sorted(rows, key=lambda row: (row[0] is None, row))


def numbered(data: dict[str, object]) -> dict[str, object]:
    """The posts as PHP writes a list from which some were taken out: an object, its keys numbers."""
    updates = data["liveBlogUpdate"]
    assert isinstance(updates, list)
    return data | {"liveBlogUpdate": {str(number): update for number, update in enumerate(updates, 3)}}


FORMATS: dict[str, Callable[[], bytes]] = {
    "text": lambda: nights.as_text().encode(),
    "text-windows-1252": lambda: nights.as_text().encode("cp1252"),
    "text-utf-16": lambda: nights.as_text().encode("utf-16"),
    "json": lambda: json.dumps(nights.linked_data()).encode(),
    "json-of-html": lambda: json.dumps(nights.linked_data(as_html=True)).encode(),
    "json-in-graph": lambda: json.dumps({"@graph": [{"@type": "WebSite"}, nights.linked_data()]}).encode(),
    "json-of-numbers": lambda: json.dumps(numbered(nights.linked_data())).encode(),
    "json-in-utc": lambda: json.dumps(nights.linked_data(zone=UTC)).encode(),
    "atom": lambda: nights.as_atom().encode(),
    "atom-xhtml": lambda: nights.as_atom("xhtml").encode(),
    "rss-2": lambda: nights.as_rss().encode(),
    "rss-1": lambda: nights.as_rss("1.0").encode(),
    "json-feed": lambda: nights.as_json_feed().encode(),
    "json-feed-of-text": lambda: nights.as_json_feed(as_html=False).encode(),
    "html-gzip": lambda: gzip.compress(nights.page(nights.articles()).encode()),
    "html-json-ld": lambda: nights.page(nights.articles(), nights.script(nights.linked_data())).encode(),
    "html-json-ld-utc": lambda: nights.page(
        nights.articles(), nights.script(nights.linked_data(zone=ZoneInfo("America/New_York")))
    ).encode(),
    "html-json-ld-alone": lambda: nights.page("<div id='app'></div>", nights.script(nights.linked_data())).encode(),
    "html-json-ld-of-html": lambda: nights.page("", nights.script(nights.linked_data(as_html=True))).encode(),
    "html-next-data": lambda: nights.next_data().encode(),
    "html-nuxt-data-alone": lambda: nights.nuxt_data().encode(),
    "html-state": lambda: nights.state().encode(),
    "mhtml": lambda: nights.as_message(nights.page(nights.articles()).encode()),
    "mail-of-text": lambda: nights.as_message(nights.as_text().encode(), "text/plain; charset=utf-8"),
    "warc": lambda: nights.as_warc(nights.page(nights.articles()).encode()),
    "warc-gzip": lambda: nights.as_warc(nights.page(nights.list_items()).encode(), compressed=True),
    **{
        f"html-{layout.__name__}": lambda layout=layout: nights.page(layout()).encode()  # type: ignore[misc]
        for layout in nights.LAYOUTS
    },
}


@pytest.mark.parametrize("name", FORMATS)
def test_same_entries(name: str) -> None:
    (document,) = read(FORMATS[name](), name)
    lead, updates = entries_of(document)
    assert updates == EXPECTED
    assert lead.startswith(squeezed(TITLE))
    assert squeezed(STANDFIRST) in lead
    for furniture in (
        "cookies",
        "Partager",
        "Publicité",
        "Un autre article",
        "Un avis de lecteur",
        "Mentions",
    ):
        assert furniture not in document.text


PLACES = ("position", "char_start", "char_end")
"""Columns, or ends of their names, that tell where something stands and not what it says."""


def rows_of(name: str) -> dict[str, list[str]]:
    """What extraction finds in a format: the rows of each table without their places, in a fixed order."""
    (document,) = read(FORMATS[name](), name)
    told = {"timezone": "Europe/Paris", "language": "fr", "contest": "fr-legislatives-2022"}
    tables = process(document, Source(Path("night"), id="night", date=DAY, round=2, **told)).rows
    return {
        table: sorted(
            repr({column: value for column, value in row.items() if is_told(table, column)}) for row in tables[table]
        )
        for table in (*FACTS, "people", "contests")
    }


def is_told(table: str, column: str) -> bool:
    return not column.endswith(PLACES) and column not in ("entry_id", schema(table).primary_key)


@pytest.mark.parametrize("name", FORMATS)
def test_same_rows(name: str) -> None:
    found = rows_of(name)
    assert found == rows_of("text")
    assert all(found[table] for table in ("quotes", "vote_results", "participation_snapshots", "people"))


MARKED = [name for name in FORMATS if name.startswith(("html", "atom", "rss", "warc")) and "alone" not in name]


@pytest.mark.parametrize("name", MARKED)
def test_markup_that_tells_something_is_kept(name: str) -> None:
    (document,) = read(FORMATS[name](), name)

    def marked(kind: str) -> list[str]:
        return [document.text[mark.start : mark.end] for mark in document.marks_of(kind)]

    assert set(ITEMS[1].points) <= set(marked(MarkKind.LIST_ITEM))
    assert marked(MarkKind.POST) == [ITEMS[2].lines[-1]]
    if "printed_" not in name:
        assert len(marked(MarkKind.ENTRY)) == len(ITEMS)
        assert marked(MarkKind.HEADLINE) == [item.headline for item in ITEMS]
