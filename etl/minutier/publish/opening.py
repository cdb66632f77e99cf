"""A package that is there already, opened to be read: a folder, its descriptor, or a zip."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from minutier.errors import InputError
from minutier.publish.archive import descriptor_among, unpack
from minutier.publish.descriptor import DESCRIPTOR, load_descriptor, parse_json
from minutier.publish.folder import recover

ZIP_SIGNATURE = b"PK\x03\x04"
TABULAR = ("csv", "tsv", "parquet")
"""Formats that are a table whether or not the resource says so."""


@dataclass(frozen=True, slots=True)
class TableResource:
    """A table of a package: its own name, its Table Schema (empty when it has none), and its files.

    ``resource`` is the whole descriptor of it; ``files`` is empty when the rows stand inside the descriptor.
    """

    name: str
    schema: dict[str, Any]
    resource: dict[str, Any]
    files: tuple[Path, ...]

    @property
    def format(self) -> str:
        """``csv``, ``parquet``, … in small letters, as told or by the end of the file's name."""
        told = str(self.resource.get("format") or "").lower()
        return told or (_suffix(self.files[0].name) if self.files else "")

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the primary key; empty when there is none."""
        key = self.schema.get("primaryKey") or ()
        return (key,) if isinstance(key, str) else tuple(map(str, key))


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """A package whose files can be read: ``place`` is how it was named, ``folder`` where its files are now."""

    place: str
    folder: Path
    descriptor: dict[str, Any]
    tables: tuple[TableResource, ...] = field(default=())


@contextmanager
def open_package(place: Path | str) -> Iterator[OpenedPackage]:
    """Open the package at ``place``: a folder with a datapackage.json, the descriptor itself, or a zip of either.

    A zip is unpacked into a temporary folder, which goes when the package is closed. Raises InputError when
    there is no package or it cannot be read.
    """
    path = Path(place)
    if path.is_dir():
        recover(path)
        yield _opened(str(place), path / DESCRIPTOR)
    elif _is_zip(path):
        with tempfile.TemporaryDirectory(prefix="minutier-") as folder:
            yield _opened(str(place), _unpacked(path, Path(folder)))
    elif path.is_file():
        yield _opened(str(place), path)
    else:
        raise InputError(
            str(place), "there is no such package", f"Name a folder with a {DESCRIPTOR}, the descriptor, or a zip."
        )


def _opened(place: str, descriptor: Path) -> OpenedPackage:
    values = load_descriptor(descriptor)
    resources = [resource for resource in values["resources"] if _is_table(resource)]
    tables = [_table(resource, descriptor) for resource in _without_twins(resources)]
    return OpenedPackage(place, descriptor.parent, values, tuple(tables))


def _is_table(resource: dict[str, Any]) -> bool:
    if resource.get("type") == "table" or resource.get("profile") == "tabular-data-resource":
        return True
    form = str(resource.get("format") or _suffix(str(_paths(resource)[0] if _paths(resource) else ""))).lower()
    return form in TABULAR or bool(resource.get("schema"))


def _without_twins(resources: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The resources without those that are another one in another format: ``NAME-FORMAT`` beside ``NAME``."""
    schemas = {resource.get("name"): resource.get("schema") for resource in resources}
    for resource in resources:
        original = re.sub(r"-(?:parquet|csv|tsv|json|jsonl)\Z", "", str(resource.get("name")))
        is_twin = original != resource.get("name") and original in schemas
        if not (is_twin and schemas[original] == resource.get("schema")):
            yield resource


def _table(resource: dict[str, Any], descriptor: Path) -> TableResource:
    name = str(resource.get("name") or "")
    schema = resource.get("schema")
    if isinstance(schema, str):
        file = _inside(schema, descriptor, name)
        schema = parse_json(file.read_bytes(), str(file))
    paths = [_inside(path, descriptor, name) for path in _paths(resource)]
    return TableResource(name, schema if isinstance(schema, dict) else {}, resource, tuple(paths))


def _paths(resource: dict[str, Any]) -> list[str]:
    path = resource.get("path") or []
    return [path] if isinstance(path, str) else [str(item) for item in path]


def _inside(path: str, descriptor: Path, name: str) -> Path:
    """The file at a path of the descriptor. Raises InputError when it is elsewhere or not there."""
    place, folder = f"{descriptor}, resource {name!r}", descriptor.parent
    if "://" in path:
        raise InputError(place, f"{path} is remote", "Download the package first.")
    file = folder / path
    if not file.resolve().is_relative_to(folder.resolve()):
        raise InputError(place, f"the path {path!r} leads out of the package", "Mend the descriptor.")
    if not file.is_file():
        raise InputError(place, f"there is no file {path!r}", "Restore it, or build the package again.")
    return file


def _suffix(name: str) -> str:
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes if suffix != ".gz"]
    return suffixes[-1].removeprefix(".") if suffixes else ""


# Zips -------------------------------------------------------------------------------------------------------


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(ZIP_SIGNATURE)) == ZIP_SIGNATURE
    except OSError:
        return False


def _unpacked(path: Path, folder: Path) -> Path:
    """Unpack a zip into a folder; the descriptor in it."""
    return folder / descriptor_among(unpack(path, folder), path)
