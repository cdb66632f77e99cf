"""A LiveBlogPosting in a JSON file → Document."""

from __future__ import annotations

from collections.abc import Sequence

from minutier.document import Document, Issue, MarkKind
from minutier.errors import InputError
from minutier.read.builder import PARAGRAPH, Builder
from minutier.read.jsonld import from_json
from minutier.read.page import write_update


def read_json(text: str, issues: Sequence[Issue] = (), *, name: str = "", url: str = "") -> Document | None:
    """The Document of a LiveBlogPosting, posts in the order of the file; None when the text is not JSON.

    Raises InputError when it is JSON of something else.
    """
    told = from_json(text)
    if told is None:
        return None
    if not told.is_liveblog:
        problem = "the JSON holds no live blog: no liveBlogUpdate, no posts with datePublished and articleBody"
        raise InputError(name, problem, "Save the page, its feed, or the LiveBlogPosting of its JSON-LD.")
    builder = Builder()
    title = builder.open()
    builder.write(told.metadata.title)
    builder.close(title, MarkKind.TITLE)
    builder.apart(PARAGRAPH)
    builder.write(told.description)
    for update in told.updates:
        write_update(update, builder, told.metadata.url or url)
    return builder.document("json", told.metadata, (*issues, *told.issues))
