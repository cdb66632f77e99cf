"""A package built once more from the sources in it, and compared byte by byte with what it holds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from minutier import metadata, packaging, pipeline, publish
from minutier.errors import InputError
from minutier.manifest import Manifest, Source, read_manifest
from minutier.publish.archive import unpack
from minutier.publish.verify import Problem

MANIFEST = "data/sources.yaml"
"""The manifest of a package, from its root."""


@contextmanager
def unpacked(package: Path) -> Iterator[Path]:
    """The folder of a package; a zip is unpacked while it is needed. Raises InputError."""
    if package.is_dir():
        yield package
        return
    if package.name == publish.DESCRIPTOR:
        yield package.parent
        return
    with tempfile.TemporaryDirectory(prefix="minutier-") as folder:
        unpack(package, Path(folder))
        yield Path(folder)


def described(folder: Path, place: Path) -> Manifest:
    """The manifest in a package. Raises InputError when it, or a source that it lists, is not there."""
    path = folder / MANIFEST
    if not path.is_file():
        raise InputError(str(place), f"cannot be rebuilt: there is no {MANIFEST} in it", "Build it from its sources.")
    manifest = read_manifest(path)
    missing = [source for source in manifest.sources if not source.path.exists()]
    if missing:
        raise InputError(
            str(place),
            f"cannot be rebuilt: {len(missing)} of its sources are not in it, {missing[0].path.name} among them",
            "Sources with the text policy facts are not packed: rebuild where they are.",
        )
    return manifest


def rebuild(
    folder: Path,
    manifest: Manifest,
    *,
    jobs: int = 1,
    on_source: Callable[[Source], None] = lambda source: None,
) -> list[Problem]:
    """What differs, file by file, between the package in ``folder`` and what its ``manifest`` gives.

    ``created`` may come from the environment of the build, so it is taken over. Raises InputError when a
    source cannot be read.
    """
    declared = publish.read_descriptor(folder)
    if not manifest.package.name:  # it was made from the name of a folder
        manifest = replace(manifest, package=replace(manifest.package, name=str(declared.get("name", ""))))
    with (
        tempfile.TemporaryDirectory(prefix="minutier-") as elsewhere,
        pipeline.build(manifest, jobs=jobs, on_source=on_source) as built,
    ):
        again = Path(elsewhere)
        properties = {**metadata.properties(built, folder), "created": declared.get("created", "")}
        with packaging.staged(built, again) as package:
            packaging.describe(package, properties, folder)
            return list(_differing(folder, package.files))


def _differing(folder: Path, again: Path) -> Iterator[Problem]:
    contents = [_contents(publish.read_descriptor(place)) for place in (folder, again)]
    for path in sorted(_files(again)):
        if not (folder / path).is_file():
            yield Problem(path, "is missing: the sources give it")
        elif (folder / path).read_bytes() != (again / path).read_bytes():
            if path in contents[1] and contents[0].get(path) == contents[1][path]:
                yield Problem(path, "has the same rows in other bytes: another version of a library wrote it")
            else:
                yield Problem(path, "is not what the sources give")


def _contents(descriptor: dict[str, object]) -> dict[str, object]:
    """Path → hash of the rows in the file."""
    resources = descriptor["resources"]
    assert isinstance(resources, list)
    return {str(resource.get("path")): resource.get("contentHash") for resource in resources}


def _files(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
