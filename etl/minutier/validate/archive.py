"""A package in a ZIP archive, unpacked into a temporary folder for as long as it is validated.

Nothing is unpacked of an archive that names files outside itself, is encrypted, or would grow beyond measure.
"""

from __future__ import annotations

import re
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from minutier.validate.descriptor import DESCRIPTOR, Unjudgeable

ALWAYS_UNPACKED = 256 << 20
"""Bytes to which any archive may grow."""
MOST_TIMES = 100
"""How many times its own size a larger one may grow: text that is no bomb shrinks five to twenty times."""
MOST_FILES = 10_000
_ENCRYPTED = 1


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The descriptor of the package in an archive, unpacked; removed afterwards. Raises Unjudgeable."""
    with tempfile.TemporaryDirectory(prefix="minutier-zip-") as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                members = [member for member in archive.infolist() if not member.is_dir()]
                _refuse_unsafe(path, members)
                descriptor = _descriptor(path, members)
                for member in members:
                    archive.extract(member, folder)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise Unjudgeable(str(path), f"is not a whole ZIP archive: {error}", "make the archive again") from error
        except OSError as error:
            problem = error.strerror or str(error)
            raise Unjudgeable(str(path), f"cannot be unpacked: {problem}", "unpack it yourself") from error
        yield Path(folder, descriptor)


def _refuse_unsafe(path: Path, members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        name = member.filename
        if re.match(r"[/\\]|[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
            raise Unjudgeable(str(path), f"names a file outside itself: {name!r}", "do not unpack it; make it again")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Unjudgeable(str(path), f"holds a link: {name!r}", "put the file itself into the archive")
        if member.flag_bits & _ENCRYPTED:
            raise Unjudgeable(str(path), f"is encrypted: {name!r}", "unpack it with its password")
    size = sum(member.file_size for member in members)
    if size > max(ALWAYS_UNPACKED, MOST_TIMES * path.stat().st_size) or len(members) > MOST_FILES:
        problem = f"would grow to {size:,} bytes in {len(members):,} files"
        raise Unjudgeable(str(path), problem, "if you trust it, unpack it yourself and validate the folder")


def _descriptor(path: Path, members: list[zipfile.ZipInfo]) -> str:
    """The name of the descriptor: at the top or, as services pack repositories, in the one folder there."""
    found = [member.filename for member in members if PurePosixPath(member.filename).name == DESCRIPTOR]
    found.sort(key=lambda name: name.count("/"))
    if not found or found[0].count("/") > 1:
        raise Unjudgeable(str(path), f"holds no {DESCRIPTOR}", f"put {DESCRIPTOR} at the top of the archive")
    if len(found) > 1 and found[0].count("/") == found[1].count("/"):
        raise Unjudgeable(str(path), f"holds several packages: {', '.join(found[:3])}", "unpack it and name one")
    return found[0]
