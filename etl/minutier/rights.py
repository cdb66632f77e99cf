"""What may be published of a source whose text policy is ``facts``: figures, names and short quotations.

The prose stays where it is. Offsets, lengths and hashes say where in it each value was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutier.document import Row
from minutier.manifest import Source
from minutier.pipeline import FACTS, Build, Made, read_source
from minutier.publish.leaks import Withheld
from minutier.tables.ids import text_sha256


def withheld_sources(build: Build) -> list[Source]:
    """The sources whose files are not published, since a live blog in them is withheld."""
    everyone = [*build.documents, *(twin for twin, _ in build.twins)]
    texts = {made.text_sha256 for made in everyone if _is_withheld(made)}
    named = {made.source.path: made.source for made in everyone if made.text_sha256 in texts}
    return [named[path] for path in sorted(named)]


def withheld_texts(build: Build) -> Iterator[Withheld]:
    """The documents whose prose may not be published, each with what may be: its short quotations and title."""
    for made in filter(_is_withheld, build.documents):
        own = made.liveblog.liveblog_id
        rows = (row for table in FACTS for row in build.rows(table) if row["liveblog_id"] == own)
        spans = tuple(span for row in rows for span in _spans(row))
        yield Withheld(own, _text_of(made), spans, (made.liveblog.title,))


def _is_withheld(made: Made) -> bool:
    return made.liveblog.text_policy == "facts"


def _text_of(made: Made) -> str:
    documents = (document for document, _ in read_source(made.source))
    return next(document.text for document in documents if text_sha256(document.text) == made.text_sha256)


def _spans(row: Row) -> Iterator[tuple[int, int]]:
    """The stretches of text that a row points at: its value, and who said it in which words."""
    for column in row:
        if column.endswith("char_start") and row[column] is not None:
            yield row[column], row[column.removesuffix("start") + "end"]
