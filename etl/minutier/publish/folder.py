"""A package in its folder: one build at a time, the old package or the new one and never a mixture.

New files are staged in ``FOLDER/.minutier``, listed in a journal, and put in their places by ``commit.py``.
An interruption before the journal leaves the old package; after it, the new one is completed by the step that
already runs, or by the next command that opens the folder. Files that the package does not own are left
alone.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutier.document import Row
from minutier.errors import OutputError
from minutier.publish import commit as commit_step
from minutier.publish.commit import FILES, JOURNAL, WORK, commit, sync_folder
from minutier.publish.descriptor import DATA, DESCRIPTOR, descriptor, read_descriptor, to_json
from minutier.publish.files import TableFiles, write_table
from minutier.tables import TableSchema

UNWRITABLE = "Choose another folder (build --out), or ask for the right to write."

BUILD = "build-"
"""What the name of a build's own folder begins with."""


@dataclass(frozen=True, slots=True)
class Written:
    """A table as it was published: its number of rows, and the paths of its files from the package's root."""

    table: str
    rows: int
    paths: tuple[str, ...]


def write_package(
    folder: Path,
    properties: dict[str, Any],
    tables: Sequence[tuple[TableSchema, Iterable[Row]]],
    *,
    timezone: str = "UTC",
    force: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> list[Written]:
    """Publish tables as a Data Package in ``folder``, which is made when it does not exist.

    ``properties`` are those of the descriptor but ``resources``; ``timezone`` is the zone of instants in
    Parquet. When another build is writing there, ``on_wait`` is called and this one waits. Raises OutputError
    when the folder cannot be written, or somebody's work would be lost: a file that is not the package's
    bears a name that it needs, or (unless ``force``) one of its own was changed since it was built.
    """
    with staging(folder, tables, timezone=timezone, force=force, on_wait=on_wait) as staged:
        staged.describe(properties)
        staged.put_in_place()
    return staged.written


@dataclass
class Staged:
    """A package that is written but not in its place: its files are in ``files``, to be put into ``folder``.

    More files may be written there, with their paths from the package's root; ``owned`` are the files of the
    folder that may be replaced, and their hashes.
    """

    folder: Path
    files: Path
    tables: list[TableFiles]
    owned: dict[str, str]

    def describe(self, properties: dict[str, Any]) -> None:
        """Write the descriptor, or write it anew."""
        self.write(DESCRIPTOR, to_json(descriptor(properties, self.tables)))

    def write(self, path: str, data: bytes) -> None:
        """Write one more file, which replaces what the folder has under this path."""
        place = self.files / path
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(place, data)
        self.own(path)

    def own(self, path: str) -> None:
        """Let a staged file replace what the folder has under this path."""
        self.owned.setdefault(path, "")

    @property
    def written(self) -> list[Written]:
        """The tables, as they are published."""
        return [_written(table) for table in self.tables]

    def put_in_place(self) -> None:
        """Put all files into the folder, whole or not at all. Raises OutputError."""
        _put_in_place(self.folder, self.files.parent, self.owned)


@contextmanager
def staging(
    folder: Path,
    tables: Sequence[tuple[TableSchema, Iterable[Row]]],
    *,
    timezone: str = "UTC",
    force: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Iterator[Staged]:
    """Write tables beside the package in ``folder``, which nobody else writes meanwhile; see ``write_package``.

    Nothing changes in the folder unless ``put_in_place`` is called.
    """
    with _told_plainly(folder), _opened(folder, on_wait):
        owned = _owned_files(folder, {schema.name for schema, _ in tables})
        _check_untouched(folder, owned, force)
        build = Path(tempfile.mkdtemp(prefix=BUILD, dir=folder / WORK))
        try:
            staged = build / FILES
            (staged / DATA).mkdir(parents=True)
            files = [write_table(schema, rows, staged / DATA, timezone) for schema, rows in tables]
            yield Staged(folder, staged, files, owned)
        finally:
            if not (build / JOURNAL).exists():
                shutil.rmtree(build, ignore_errors=True)


def recover(folder: Path) -> bool:
    """Complete a build that was interrupted while its files took their places; True when there was one.

    Every command that opens a package calls this first. Raises OutputError when the folder cannot be written.
    """
    if not any((folder / WORK).glob(f"{BUILD}*/{JOURNAL}")):
        return False
    with _told_plainly(folder), _opened(folder, lambda: None):
        return True


@contextmanager
def exclusive(folder: Path, name: str, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Be the only one who does what ``name`` says in a folder: waits for another one, after ``on_wait``."""
    with _told_plainly(folder), _locked(_work(folder) / f"{name}.lock", on_wait):
        yield


@contextmanager
def _opened(folder: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Have the folder to oneself, with nothing left over from an earlier build."""
    work = _work(folder)
    with _locked(work / "lock", on_wait):
        for build in sorted(work.glob(f"{BUILD}*")):
            if not commit(folder, build):
                shutil.rmtree(build, ignore_errors=True)
        yield


def _work(folder: Path) -> Path:
    work = folder / WORK
    work.mkdir(parents=True, exist_ok=True)
    if not (work / ".gitignore").exists():
        (work / ".gitignore").write_text("*\n", encoding="ascii")
    return work


@contextmanager
def _locked(path: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        on_wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _owned_files(folder: Path, names: set[str]) -> dict[str, str]:
    """The files of the package that is there already: path from the root → hash, empty when not told."""
    if not (folder / DESCRIPTOR).exists():
        return {}
    resources = read_descriptor(folder)["resources"]
    if resources and not names & {resource.get("name") for resource in resources}:
        raise OutputError(
            str(folder / DESCRIPTOR),
            "describes another package, which would be lost",
            "Choose another folder.",
        )
    listed = {str(resource.get("path")): str(resource.get("hash", "")) for resource in resources}
    inside = {path: digest for path, digest in listed.items() if Path(path).parent == Path(DATA)}
    return {DESCRIPTOR: "", **inside}


def _check_untouched(folder: Path, owned: dict[str, str], force: bool) -> None:
    for path, digest in owned.items():
        place = folder / path
        if force or not digest.startswith("sha256:") or not place.is_file():
            continue
        if _sha256(place) != digest.removeprefix("sha256:"):
            raise OutputError(
                str(place),
                "was changed since it was built, and the change would be lost",
                "Move the file away, or build with --force to replace it.",
            )


def _put_in_place(folder: Path, build: Path, owned: dict[str, str]) -> None:
    """Journal what differs from what is there, and let the last step do it."""
    staged = build / FILES
    new = sorted(path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file())
    for path in new:
        if (folder / path).exists() and (path not in owned or not (folder / path).is_file()):
            raise OutputError(
                str(folder / path),
                "is in the way: it does not belong to the package",
                "Move it away, or choose another folder.",
            )
    changed = [path for path in new if not _same(staged / path, folder / path)]
    stale = sorted(path for path in owned if path not in new and (folder / path).is_file())
    if not changed and not stale:
        return
    _check_one_disk(folder, [*changed, *stale])
    draft = build / f"{JOURNAL}.new"
    _write(draft, json.dumps({"place": changed, "remove": stale}).encode())
    draft.replace(build / JOURNAL)
    sync_folder(build)
    _run_last_step(folder, build)


def _run_last_step(folder: Path, build: Path) -> None:
    """Run the last step in a session of its own, which outlives this process."""
    if not sys.executable:
        commit(folder, build)
        return
    step = subprocess.run(
        [sys.executable, "-I", "-S", commit_step.__file__, folder.resolve(), build.resolve()],
        start_new_session=True,
        capture_output=True,
        text=True,
        check=False,
    )
    if step.returncode:
        raise OutputError(
            str(folder),
            f"the new files could not all take their places: {step.stderr.strip()}",
            "Nothing is lost: mend the cause and run the command again, which completes the package.",
        )


def _check_one_disk(folder: Path, paths: Iterable[str]) -> None:
    """Files take their places by a change of name, which works inside one file system."""
    for place in sorted({_nearest((folder / path).parent) for path in paths}):
        if place.stat().st_dev != (folder / WORK).stat().st_dev:
            raise OutputError(str(place), "is on another disk than the package", "Choose a folder on one disk.")
        if not os.access(place, os.W_OK):
            raise OutputError(str(place), "cannot be written", "Choose another folder, or ask for the right to write.")


def _nearest(place: Path) -> Path:
    """The folder itself, or the first one above it that exists."""
    return place if place.exists() else _nearest(place.parent)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.stat().st_size == other.stat().st_size and _sha256(one) == _sha256(other)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _written(table: TableFiles) -> Written:
    paths = tuple(f"{DATA}/{file.path.name}" for file in (table.csv, table.parquet))
    return Written(table.schema.name, table.rows, paths)


@contextmanager
def _told_plainly(folder: Path) -> Iterator[None]:
    """What the system refuses, as an OutputError with its remedy."""
    try:
        yield
    except OSError as error:
        place = str(error.filename or folder)
        if error.errno == errno.ENOSPC:
            raise OutputError(place, "the disk is full", "Make room; what was there before is untouched.") from error
        raise OutputError(place, f"cannot be written: {error.strerror}", UNWRITABLE) from error
