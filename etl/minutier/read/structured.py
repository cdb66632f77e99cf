"""A LiveBlogPosting in a JSON file → Document."""

from __future__ import annotations

from collections.abc import Sequence

from minutier.document import Document, Issue, MarkKind
from minutier.read.builder import PARAGRAPH, Builder
from minutier.read.jsonld import from_json
from minutier.read.page import write_update


def read_json(text: str, issues: Sequence[Issue] = (), *, url: str = "") -> Document | None:
    """The Document of a LiveBlogPosting, or None when the text is not one: posts in the order of the file."""
    told = from_json(text)
    if told is None or not told.is_liveblog:
        return None
    builder = Builder()
    title = builder.open()
    builder.write(told.metadata.title)
    builder.close(title, MarkKind.TITLE)
    builder.apart(PARAGRAPH)
    builder.write(told.description)
    for update in told.updates:
        write_update(update, builder, told.metadata.url or url)
    return builder.document("json", told.metadata, (*issues, *told.issues))
