"""Is a package what it says it is? Sizes and hashes of its files, in a folder or in a zip.

Reads each file once and needs the standard library only; ``minutier validate`` looks into the tables.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from minutier.errors import InputError
from minutier.publish.archive import checked_members, descriptor_among, opened_zip, read_errors
from minutier.publish.descriptor import DESCRIPTOR, parse_descriptor
from minutier.publish.folder import recover
from minutier.publish.sums import SUMS, measure, read_sums, sha256_of


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that is not what the package says, and in what."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Verified:
    """A package whose files were read: how many of them, their bytes, and what is wrong with them."""

    name: str
    version: str
    files: int
    bytes: int
    problems: tuple[Problem, ...]


def verify(package: Path, on_file: Callable[[str], None] = lambda path: None) -> Verified:
    """Check each file that the descriptor of ``package`` (a folder or a zip) lists against its size and hash.

    A ``SHA256SUMS`` in the folder, or beside the zip, is checked too. ``on_file`` is called with the path of
    each file that was read. Raises InputError when there is no package, or it cannot be read.
    """
    with _contents(package) as contents:
        descriptor = contents.descriptor
        found = _Findings(contents, on_file)
        for resource in descriptor["resources"]:
            found.check_resource(resource)
        for path, digest in contents.sums().items():
            found.check_sum(path, digest)
    return Verified(
        str(descriptor.get("name", "")),
        str(descriptor.get("version", "")),
        len(found.measured),
        sum(measured[0] for measured in found.measured.values() if measured),
        tuple(found.problems),
    )


class _Findings:
    """What is wrong with files, each of which is read once."""

    def __init__(self, contents: _Folder | _Zip, on_file: Callable[[str], None]) -> None:
        self.contents, self.on_file = contents, on_file
        self.problems: list[Problem] = []
        self.measured: dict[str, tuple[int, str] | None] = {}

    def check_resource(self, resource: dict[str, Any]) -> None:
        """The size and hash of the file of a resource; the parts of a resource of many files have none."""
        paths = resource.get("path", [])
        for path in [paths] if isinstance(paths, str) else paths:
            path = str(path)
            if not _is_inside(path):
                self._say(path, "leads out of the package")
            elif (measured := self._measure(path)) and isinstance(paths, str):
                self._compare(path, measured, resource)

    def check_sum(self, path: str, digest: str) -> None:
        measured = self._measure(path) if _is_inside(path) else None
        if measured and measured[1] != digest:
            self._say(path, f"its bytes are not those of {SUMS}")

    def _compare(self, path: str, measured: tuple[int, str], resource: dict[str, Any]) -> None:
        size, digest = measured
        declared = str(resource.get("hash", ""))
        kind, _, wanted = declared.rpartition(":")
        if isinstance(resource.get("bytes"), int) and resource["bytes"] != size:
            self._say(path, f"has {size:,} bytes, not {resource['bytes']:,}")
        elif kind == "sha256" and wanted != digest:
            self._say(path, "its bytes are not those that were published: SHA-256 differs")
        elif kind != "sha256":
            self._say(path, "has no SHA-256 in the descriptor" + (f", only {declared}" if declared else ""))

    def _measure(self, path: str) -> tuple[int, str] | None:
        if path not in self.measured:
            try:
                self.measured[path] = self.contents.measure(path)
                if self.measured[path] is None:
                    self._say(path, "is missing")
            except InputError as error:  # this one is damaged; the others are looked at all the same
                self.measured[path] = None
                self._say(path, error.problem)
            self.on_file(path)
        return self.measured[path]

    def _say(self, path: str, text: str) -> None:
        problem = Problem(path, text)
        if problem not in self.problems:
            self.problems.append(problem)


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and ":" not in path


@contextmanager
def _contents(package: Path) -> Iterator[_Folder | _Zip]:
    if package.is_dir() or package.name == DESCRIPTOR:
        folder = package if package.is_dir() else package.parent
        recover(folder)
        yield _Folder(folder)
        return
    with opened_zip(package) as archive:
        yield _Zip(package, archive)


class _Folder:
    """The files of a package in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        path = root / DESCRIPTOR
        try:
            self.descriptor = parse_descriptor(path.read_bytes(), str(path))
        except FileNotFoundError:
            raise InputError(str(path), "no such file", "Name the folder or the zip of a package.") from None
        except OSError as error:
            raise InputError(str(path), f"cannot be read: {error.strerror}") from None

    def measure(self, path: str) -> tuple[int, str] | None:
        place = self.root / path
        if not place.is_file() or not place.resolve().is_relative_to(self.root.resolve()):
            return None
        try:
            with place.open("rb") as file:
                return measure(file)
        except OSError as error:
            raise InputError(str(place), f"cannot be read: {error.strerror}") from None

    def sums(self) -> dict[str, str]:
        return read_sums(self.root / SUMS)


class _Zip:
    """The files of a package in a zip, at its root or in its only folder; ``sums`` are those of the zip itself."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path, self.archive = path, archive
        self.members = {info.filename: info for info in checked_members(archive, path)}
        name = descriptor_among(self.members, path)
        self.root = name.removesuffix(DESCRIPTOR)
        with read_errors(path):
            self.descriptor = parse_descriptor(archive.read(name), f"{path}, {name}")

    def measure(self, path: str) -> tuple[int, str] | None:
        if path == self.path.name:
            return self.path.stat().st_size, sha256_of(self.path)
        info = self.members.get(self.root + path)
        if info is None:
            return None
        with read_errors(self.path), self.archive.open(info) as file:
            return measure(file)

    def sums(self) -> dict[str, str]:
        beside = read_sums(self.path.with_name(SUMS))
        return {path: digest for path, digest in beside.items() if path == self.path.name}
