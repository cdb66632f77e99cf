"""``SHA256SUMS``: the hashes of files, in the form that ``sha256sum --check`` reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from minutier.errors import InputError

SUMS = "SHA256SUMS"
"""Name of the file."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


def to_text(sums: Mapping[str, str]) -> str:
    """The text of the file from path → hash, in the order of the paths."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))


def from_text(text: str, place: str) -> dict[str, str]:
    """Path → hash. Raises InputError, naming ``place``, for a line that is not a hash and a path."""
    sums = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not (found := _LINE.fullmatch(line)):
            raise InputError(f"{place}, line {number}", "is not a SHA-256 and a path", "Get the file again.")
        sums[found[2]] = found[1]
    return sums


def read_sums(path: Path) -> dict[str, str]:
    """Path → hash of the file at ``path``; empty when there is none. Raises InputError when it cannot be read."""
    try:
        return from_text(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "Get the file again.") from None


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def measure(stream: IO[bytes]) -> tuple[int, str]:
    """The number of bytes that are left in a stream, and their SHA-256."""
    digest, size = hashlib.sha256(), 0
    while block := stream.read(1 << 18):
        digest.update(block)
        size += len(block)
    return size, digest.hexdigest()
