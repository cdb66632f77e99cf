"""What a package says of itself: from the manifest and the live blogs to the properties of its descriptor."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from slugify import slugify

from minutier.errors import UsageError
from minutier.pipeline import Build, Made

KEYWORDS = ("elections", "live blog")
"""Keywords of every package, to which the types of election are added; the manifest's replace them."""


def properties(build: Build, folder: Path) -> dict[str, Any]:
    """The properties of the package's descriptor, but its resources; ``folder`` is where it is published.

    What the manifest says comes first; the rest is made from the live blogs. Raises UsageError when
    SOURCE_DATE_EPOCH is not a number.
    """
    package = build.manifest.package
    return {
        "name": package.name or slugify(folder.resolve().name) or "live-blogs",
        "title": package.title or _title(build),
        "description": package.description or _description(build),
        "version": package.version,
        "created": _created(build),
        "homepage": package.homepage,
        "keywords": list(package.keywords) or _keywords(build),
        "licenses": list(package.licenses) or _licenses(build),
        "sources": _sources(build, folder),
        "contributors": list(package.contributors),
    }


def _title(build: Build) -> str:
    titles = [made.liveblog.title for made in build.documents if made.liveblog.title]
    return titles[0] if len(build.documents) == 1 and titles else "Election-night live blogs as tables"


def _description(build: Build) -> str:
    count = len(build.documents)
    blogs = "one live blog" if count == 1 else f"{count} live blogs"
    return (
        f"Entries, quotes, vote results, participation snapshots and endorsements read from {blogs}, "
        "each value with its place in the source."
    )


def _keywords(build: Build) -> list[str]:
    types = sorted({made.liveblog.election_type for made in build.documents} - {"other"})
    return [*KEYWORDS, *types]


def _licenses(build: Build) -> list[dict[str, str]]:
    """The licence that all sources have, where it is written as an identifier."""
    found = {made.liveblog.license for made in build.documents}
    name = found.pop() if len(found) == 1 else ""
    return [{"name": name}] if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", name) else []


def _created(build: Build) -> str:
    """SOURCE_DATE_EPOCH, or the last capture of a source; nothing where neither is known. No clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            moment = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(
                "SOURCE_DATE_EPOCH",
                f"{epoch!r} is not a number of seconds",
                "Unset it, or give whole seconds.",
            ) from error
    else:
        captures = [source.captured_at for source in build.manifest.sources if source.captured_at]
        if not captures:
            return ""
        moment = max(captures).astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _sources(build: Build, folder: Path) -> list[dict[str, str]]:
    """Each live blog, then the public documents in which the facts of written chronicles are found."""
    listed: dict[tuple[str, str], None] = {}
    for made in build.documents:
        for source in _sources_of(made, folder):
            listed.setdefault(source)
    return [{"title": title, **({"path": path} if path else {})} for title, path in listed]


def _sources_of(made: Made, folder: Path) -> Iterator[tuple[str, str]]:
    liveblog = made.liveblog
    title = liveblog.title or liveblog.liveblog_id
    yield (
        f"{liveblog.publisher}: {title}" if liveblog.publisher else title,
        liveblog.url or _inside(made, folder),
    )
    for reference in made.source.facts_from:
        yield reference.title, reference.path


def _inside(made: Made, folder: Path) -> str:
    """The path of the source from the package's root, when it is inside the package."""
    path, root = made.source.path.resolve(), folder.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
