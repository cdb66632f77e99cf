"""A package as one zip: the same bytes each time it is packed, and nothing outside the folder when unpacked.

Members are stored, not deflated: the bytes that deflating gives depend on the version of zlib at hand, and the
Parquet files are compressed already.
"""

from __future__ import annotations

import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from minutier.errors import InputError
from minutier.publish.descriptor import DESCRIPTOR

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The earliest time that a zip can hold; members have it when nothing else is known."""

MOST_MEMBERS = 100_000
"""Members of a zip that is still taken for a package."""

LARGEST_RATIO = 200
"""Bytes that one byte of a zip may become: text deflates to a fifth, repetitive tables to a fiftieth."""

ALWAYS_ALLOWED = 16 * 1024 * 1024
"""Bytes that a zip may hold whatever its own size."""

AGAIN = "Get it again, or pack it again."


def pack(target: Path, members: Mapping[str, Path], moment: datetime | None = None) -> None:
    """Write the zip ``target`` of ``members``: name inside the zip → file.

    The descriptor comes first, the others in the order of their names; all are dated ``moment`` in UTC, with
    the same rights. Raises OSError.
    """
    when = max((moment or EPOCH).astimezone(UTC), EPOCH)
    with zipfile.ZipFile(target, "x", zipfile.ZIP_STORED) as archive:
        for name in sorted(members, key=lambda name: (name != DESCRIPTOR, name)):
            info = zipfile.ZipInfo(name, when.timetuple()[:6])
            info.create_system = 3  # Unix, wherever it is packed
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            info.file_size = members[name].stat().st_size
            with members[name].open("rb") as source, archive.open(info, "w") as member:
                shutil.copyfileobj(source, member, 1 << 20)


def unpack(path: Path, folder: Path) -> list[str]:
    """Unpack a zip into ``folder`` and give the names of its files.

    Raises InputError, before anything is written, for a zip that is damaged, that would write outside the
    folder or twice into one place, or that is a bomb; OSError where the folder cannot be written.
    """
    with opened_zip(path) as archive:
        members = [info for info in checked_members(archive, path) if not info.is_dir()]
        for info in members:
            target = folder / info.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.writelines(_blocks(archive, info, path))
    return [info.filename for info in members]


def _blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    """The bytes of a member, of which zipfile gives no more than the size that was checked."""
    with read_errors(path):
        source = archive.open(info)
    with source:
        while True:
            with read_errors(path):
                block = source.read(1 << 20)
            if not block:
                return
            yield block


@contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip at ``path``, closed afterwards. Raises InputError when it is not one."""
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise InputError(str(path), "no such file", "Name the zip of a package.") from None
    except (IsADirectoryError, PermissionError) as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from None
    except _DAMAGES as error:
        raise InputError(str(path), f"is not a zip: {error}", AGAIN) from None
    with archive:
        yield archive


@contextmanager
def read_errors(path: Path) -> Iterator[None]:
    """What a damaged member raises while it is read, as an InputError."""
    try:
        yield
    except _DAMAGES as error:
        raise InputError(str(path), f"is damaged: {error}", AGAIN) from None


_DAMAGES = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What zipfile raises where bytes are not what they should be."""


def checked_members(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """The members of a zip, when it is safe to unpack all of them. Raises InputError otherwise."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise _unsafe(path, f"holds {len(members):,} members")
    seen: set[str] = set()
    for info in members:
        _check_member(info, path)
        name = info.filename.rstrip("/").casefold()  # some file systems do not tell capitals apart
        if name in seen:
            raise _unsafe(path, f"holds {info.filename!r} twice")
        seen.add(name)
    size, packed = sum(info.file_size for info in members), path.stat().st_size
    if size > max(ALWAYS_ALLOWED, LARGEST_RATIO * packed):
        raise _unsafe(path, f"would become {size:,} bytes from {packed:,}")
    return members


def descriptor_among(names: Iterable[str], path: Path) -> str:
    """Which of the names in the zip at ``path`` is the descriptor: at its root, or in its only folder.

    Raises InputError when there is none.
    """
    found = [name for name in names if name.split("/")[-1] == DESCRIPTOR and name.count("/") <= 1]
    if not found:
        raise InputError(str(path), f"there is no {DESCRIPTOR} in the zip", "Name the zip of a package.")
    return min(found, key=lambda name: (name.count("/"), name))


def _check_member(info: zipfile.ZipInfo, path: Path) -> None:
    name = info.orig_filename
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name or "\0" in name:
        raise _unsafe(path, f"holds {name!r}, which leads out of the folder")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _unsafe(path, f"holds {name!r}, which is not a plain file")
    if info.flag_bits & 0x1:
        raise _unsafe(path, f"holds {name!r}, which is encrypted")


def _unsafe(path: Path, problem: str) -> InputError:
    return InputError(
        str(path), f"is not unpacked: it {problem}", "Ask where it comes from; minutier packs none like it."
    )
