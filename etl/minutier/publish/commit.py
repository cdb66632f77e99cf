"""The last step of writing a package: staged files take their places. Needs the standard library only.

A build stages its files in ``FOLDER/.minutier/build-…/files`` and then writes, whole and at once, a journal
beside them that lists what has to be done. Until there is a journal, the old package stands; from then on the
new one does, since every action can be repeated and whoever finds a journal completes it. The step runs as a
process of its own (``python commit.py FOLDER BUILD``), so that killing the build does not stop it half-way.
"""

import contextlib
import json
import os
import shutil
import sys
from pathlib import Path

WORK = ".minutier"
"""Folder, inside the output folder, of what a build needs while it runs."""

FILES = "files"
JOURNAL = "journal.json"


def commit(folder: Path, build: Path) -> bool:
    """Do what the journal of a build says; True when there was one. Raises OSError."""
    journal = build / JOURNAL
    try:
        actions = json.loads(journal.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    for path in actions["place"]:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):  # it is in its place already
            (build / FILES / path).replace(place)
    for path in actions["remove"]:
        (folder / path).unlink(missing_ok=True)
    for parent in {(folder / path).parent for path in actions["place"]}:
        sync_folder(parent)
    journal.unlink(missing_ok=True)
    shutil.rmtree(build, ignore_errors=True)
    return True


def sync_folder(path: Path) -> None:
    """Make the names in a folder outlast a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


if __name__ == "__main__":
    try:
        commit(Path(sys.argv[1]), Path(sys.argv[2]))
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}")
