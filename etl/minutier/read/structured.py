"""A live blog in a JSON file → Document: a LiveBlogPosting, a JSON Feed, or the answer of a site's own service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutier.document import Document, Issue, MarkKind
from minutier.errors import InputError
from minutier.read.builder import PARAGRAPH, Builder
from minutier.read.jsonfeed import read_json_feed
from minutier.read.jsonld import from_json
from minutier.read.page import write_update
from minutier.read.scriptdata import find_updates


def read_json(text: str, issues: Sequence[Issue] = (), *, name: str = "", url: str = "") -> Document | None:
    """The Document of a LiveBlogPosting or a JSON Feed, else of a list of posts; their order is the file's.

    None when it is not JSON. Raises InputError when it is JSON of something else.
    """
    feed = read_json_feed(text, issues, url=url)
    if feed is not None:
        return feed
    told = from_json(text)
    if told is None:
        return None
    updates = told.updates if told.is_liveblog else find_updates([text], 0)
    if not updates:
        problem = "the JSON holds no live blog: no liveBlogUpdate, no posts with datePublished and articleBody"
        raise InputError(name, problem, "Save the page, its feed, or the LiveBlogPosting of its JSON-LD.")
    metadata = replace(told.metadata, url=told.metadata.url or url)
    builder = Builder()
    title = builder.open()
    builder.write(told.metadata.title)
    builder.close(title, MarkKind.TITLE)
    builder.apart(PARAGRAPH)
    builder.write(told.description)
    for update in updates:
        write_update(update, builder, metadata.url)
    return builder.document("json", metadata, (*issues, *told.issues))
