"""From what was read of live blogs to a package: the tables, their descriptor, and what is made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from minutier.pipeline import Build
from minutier.publish import Staged, catalogue, staging
from minutier.tables import TABLES, schema


@contextmanager
def staged(
    built: Build,
    folder: Path,
    *,
    force: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Iterator[Staged]:
    """The tables of a build, written beside the package in ``folder`` and not yet in their places.

    Raises OutputError as ``publish.write_package`` does.
    """
    tables = [(schema(table), built.rows(table)) for table in TABLES]
    with staging(folder, tables, timezone=built.timezone, force=force, on_wait=on_wait) as package:
        yield package


def describe(package: Staged, properties: dict[str, Any], folder: Path) -> None:
    """Describe a staged package, and renew the metadata for catalogues that stand in ``folder``."""
    package.describe(properties)
    for name, text in catalogue.renewed(folder, package.files).items():
        package.write(name, text.encode("utf-8"))
