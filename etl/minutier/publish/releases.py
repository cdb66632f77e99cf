"""Releases in a folder: ``dist/NAME-VERSION.zip``, each a whole package, and their hashes in ``SHA256SUMS``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from minutier.errors import InputError
from minutier.publish.descriptor import read_descriptor
from minutier.publish.folder import recover
from minutier.publish.sums import SUMS, read_sums, to_text
from minutier.publish.versions import is_version, newest

DIST = "dist"
"""Folder of the releases, from the package's root."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version that was packed."""

    name: str
    version: str
    path: Path


def zip_name(name: str, version: str) -> str:
    """The file name of a release."""
    return f"{name}-{version}.zip"


def newest_release(folder: Path, name: str) -> Release | None:
    """The highest version of the package ``name`` that is packed in ``folder``; None when there is none."""
    stem = f"{name}-"
    found = [path.name.removeprefix(stem).removesuffix(".zip") for path in folder.glob(f"{stem}*.zip")]
    version = newest(filter(is_version, found))
    return Release(name, version, folder / zip_name(name, version)) if version else None


def sums_with(folder: Path, name: str, digest: str) -> str:
    """The text of ``SHA256SUMS`` in ``folder`` with one file more. Raises InputError when it cannot be read."""
    return to_text({**read_sums(folder / SUMS), name: digest})


def newest_of(folder: Path) -> Path:
    """The newest release of the package in ``folder``. Raises InputError when none was packed."""
    recover(folder)
    name = str(read_descriptor(folder).get("name", ""))
    found = newest_release(folder / DIST, name)
    if found is None:
        raise InputError(
            str(folder / DIST), f"holds no release of {name}", "Make one with minutier release, or name a zip."
        )
    return found.path
