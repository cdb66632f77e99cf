"""One exported file: written whole or not at all, and never over somebody's work."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from minutier.errors import OutputError


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of an export, its numbers of tables and rows, and what its reader must be told."""

    data: bytes
    tables: int
    rows: int
    notes: tuple[str, ...] = ()


def check_output(path: Path, is_ours: Callable[[bytes], bool], *, force: bool) -> None:
    """Raise OutputError when ``path`` is taken: by a folder, or by a file that ``is_ours`` does not know.

    A file that is there is replaced when it is an export that nobody changed, or with ``force``.
    """
    if path.is_dir():
        raise OutputError(str(path), "is a folder", "Name a file with --out.")
    if not path.parent.is_dir():
        raise OutputError(str(path), f"there is no folder {path.parent}", "Make it, or name another file with --out.")
    if path.exists() and not path.is_file():  # a device or a pipe, which force must not replace either
        raise OutputError(str(path), "is not a file", "Name a file with --out.")
    if force or not path.exists():
        return
    try:
        known = is_ours(path.read_bytes())
    except OSError as error:
        raise OutputError(str(path), f"cannot be read: {error.strerror}", "Name another file with --out.") from error
    if not known:
        problem = "is there already, and was not made by this command or was changed since; it would be lost"
        raise OutputError(str(path), problem, "Name another file with --out, or replace it with --force.")


def write_output(path: Path, data: bytes) -> None:
    """Write a file at once: it is whole or untouched, whatever happens. Raises OutputError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        problem = f"cannot be written: {error.strerror or error}"
        raise OutputError(str(path), problem, "Name another file with --out.") from error
