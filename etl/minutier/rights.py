"""What may be published of a source whose text policy is ``facts``: figures, names and short quotations.

The prose stays where it is. Offsets, lengths and hashes say where in it each value was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutier.document import Row
from minutier.manifest import Source
from minutier.pipeline import FACTS, Build, Made, read_source
from minutier.publish.leaks import LeakCheck, Withheld
from minutier.tables.ids import text_sha256


def withheld_sources(build: Build) -> list[Source]:
    """The sources whose files are not published, since a live blog in them is withheld."""
    withheld = _withheld(build)
    named = {made.source.path: made.source for made in _all(build) if made.text_sha256 in withheld}
    return [named[path] for path in sorted(named)]


def leak_check(build: Build) -> LeakCheck | None:
    """What looks for withheld prose in published files; None when nothing is withheld."""
    documents = list(withheld_texts(build))
    return LeakCheck(documents, published_texts(build)) if documents else None


def withheld_texts(build: Build) -> Iterator[Withheld]:
    """The documents whose prose may not be published, each with what may be: its short quotations and title."""
    withheld = _withheld(build)
    for made in build.documents:
        if made.text_sha256 in withheld:
            own = made.liveblog.liveblog_id
            rows = (row for table in FACTS for row in build.rows(table) if row["liveblog_id"] == own)
            spans = tuple(span for row in rows for span in _spans(row))
            yield Withheld(own, _text_of(made), spans, (made.liveblog.title,))


def published_texts(build: Build) -> Iterator[str]:
    """The texts of the documents that are published whole: what two sources share is no secret of one."""
    withheld = _withheld(build)
    return (_text_of(made) for made in build.documents if made.text_sha256 not in withheld)


def _all(build: Build) -> list[Made]:
    return [*build.documents, *(twin for twin, _ in build.twins)]


def _withheld(build: Build) -> set[str]:
    """The hashes of texts that are withheld wherever they stand."""
    return {made.text_sha256 for made in _all(build) if made.liveblog.text_policy == "facts"}


def _text_of(made: Made) -> str:
    documents = (document for document, _ in read_source(made.source))
    return next(document.text for document in documents if text_sha256(document.text) == made.text_sha256)


def _spans(row: Row) -> Iterator[tuple[int, int]]:
    """The stretches of text that a row points at: its value, and who said it in which words."""
    for column in row:
        if column.endswith("char_start") and row[column] is not None:
            yield row[column], row[column.removesuffix("start") + "end"]
