"""From the arguments of a command to a manifest: files, folders and options, or a manifest's file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from slugify import slugify

from minutier.errors import InputError, UsageError, system_error
from minutier.manifest import Manifest, Package, read_manifest, source_from_options
from minutier.tables import TABLES

EXTRACTED = tuple(table for table in TABLES if table != "corrections")
"""The tables that are made from live blogs; corrections come from the manifest."""


def sources_of(
    paths: Sequence[Path],
    manifest: Path | None,
    options: dict[str, Any],
    *,
    people: Path | None = None,
    name: str = "",
    own: Path | None = None,
) -> Manifest:
    """The manifest that the arguments of a command mean.

    ``options`` describe every live blog of ``paths``; a manifest takes their place. Without either, the
    manifest is ``own``. Raises UsageError for arguments that do not fit together, InputError for files that
    are not there.
    """
    given = {key.replace("_", "-"): value for key, value in options.items() if value is not None}
    if paths and manifest:
        raise UsageError("--manifest", "files are named too", "Name files, or a manifest that lists them.")
    if paths:
        described = {key.replace("-", "_"): value for key, value in given.items()}
        sources = tuple(source_from_options(path, described) for path in _files(paths))
        return Manifest(sources, package=Package(name=name), people=people)
    if given or people or name:
        option = next(iter(given), "people" if people else "name")
        raise UsageError(f"--{option}", "goes with files that are named", "Write it into the manifest instead.")
    if manifest is None and own is not None and not own.exists():
        raise UsageError(
            "build",
            f"no live blog is named, and there is no {own} here",
            "Name a file, a folder or --manifest FILE.",
        )
    chosen = manifest or own
    assert chosen is not None
    return read_manifest(chosen)


def package_folder(manifest: Manifest) -> Path:
    """Where a package goes when nothing says so: around a manifest's folder called data, else into one of its
    name.

    The name is the package's, or that of its only source.
    """
    if manifest.path and manifest.path.resolve().parent.name == "data":
        return Path(os.path.relpath(manifest.path.resolve().parent.parent))
    only = manifest.sources[0].path.stem if len(manifest.sources) == 1 else ""
    return Path(manifest.package.name or slugify(only) or "live-blogs")


def checked_tables(names: Sequence[str], *, one: bool = False) -> tuple[str, ...]:
    """The tables that are asked for, all of them when none is named. Raises UsageError for other names."""
    for name in names:
        if name not in EXTRACTED:
            raise UsageError("--table", f"there is no table {name!r}", f"The tables are {', '.join(EXTRACTED)}.")
    if one and len(names) != 1:
        raise UsageError("--format csv", "prints one table", f"Choose it with --table: {', '.join(EXTRACTED)}.")
    return tuple(dict.fromkeys(names)) or EXTRACTED


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are named and those inside folders that are, each once, hidden ones left out."""
    seen = set()
    for path in paths:
        for file in _inside(path) if os.path.isdir(path) else [path]:  # noqa: PTH112 (Path.is_dir raises)
            place = os.path.realpath(file)  # a link that leads to itself is left to the reader
            if place not in seen:
                seen.add(place)
                yield file


def _unreadable(error: OSError) -> None:
    """A folder that may not be read is told: its live blogs would be missing."""
    raise system_error(error)


def _inside(folder: Path) -> list[Path]:
    files = []
    for place, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        files += [path for path in paths if path.is_file()]
    files.sort()
    if not files:
        raise InputError(str(folder), "the folder holds no file", "Name a folder of live blogs.")
    return files
