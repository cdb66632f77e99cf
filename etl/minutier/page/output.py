"""The file of a page: written whole or not at all, and never over somebody else's."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from minutier.errors import OutputError
from minutier.page.document import GENERATOR

MARK = f'<meta name="generator" content="{GENERATOR}">'
HEAD = 4096
"""Bytes at the beginning of a file in which the mark of a page is looked for."""


def write_page(path: Path, text: str, *, force: bool = False) -> int:
    """Write a page to ``path``, whose folder is made when it does not exist; its size in bytes.

    Raises OutputError when it cannot be written, or (unless ``force``) when a file is there that is not a page
    made by this command.
    """
    data = text.encode("utf-8")
    try:
        if path.is_dir():
            raise OutputError(str(path), "is a folder", "Name a file with --out, like page.html.")
        if path.exists() and not path.is_file():
            raise OutputError(
                str(path), "is not a file that can be replaced", "Name a file with --out, like page.html."
            )
        if path.exists() and not force and not _is_page(path):
            raise OutputError(
                str(path), "is not a page that was made by this command", "Name another file, or add --force."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        place = str(error.filename or path)
        raise OutputError(place, f"cannot be written: {error.strerror}", "Name another file with --out.") from error
    return len(data)


def _is_page(path: Path) -> bool:
    with path.open("rb") as file:
        return MARK.encode("ascii") in file.read(HEAD)


def _replace(path: Path, data: bytes) -> None:
    """Write beside the place and change names, so that a reader finds the old page or the new one."""
    target = path.resolve()  # a link keeps leading where it leads
    handle, draft = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(draft).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
