"""A small package of two tables, for tests; run as a script, it publishes one and can die on the way.

    package_of_two.py FOLDER EDITION [DIE_AT]

``EDITION`` tells two contents apart. ``DIE_AT`` kills the process, by SIGKILL, before the n-th thing it does
to a file, or (``waiting``) while the last step runs. With ``commit`` as edition, only the last step is run.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from minutier.publish import write_package
from minutier.publish.commit import WORK, commit
from minutier.tables import schema

PARIS = timezone(timedelta(hours=1))
TOUCHING = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir", "subprocess.Popen"}


def properties(edition: str) -> dict[str, Any]:
    return {"name": "two", "version": "1.0.0", "title": f"Edition {edition}"}


def people(edition: str, count: int = 40) -> list[dict[str, Any]]:
    return [
        {
            "person_id": f"{edition}-{number}",
            "name": f"Élodie « N°\u00a0{number} » 🗳 {edition}",
            "kind": "person",
            "aliases": "=SUM(A1)|E. N., dite\n« la 2 »" if number % 2 else None,
            "wikidata_id": None,
        }
        for number in range(count)
    ]


def contests(edition: str) -> list[dict[str, Any]]:
    closing = datetime(2017, 1, 29, 19, tzinfo=PARIS)
    return [
        {
            "contest_id": edition,
            "round": number,
            "name": "Primaire, « deux tours »",
            "election_type": "primary",
            "country": "FR",
            "date": date(2017, 1, 22 + 7 * (number - 1)),
            "polls_open": None,
            "polls_close": closing if number == 2 else None,
        }
        for number in (1, 2)
    ]


def publish(folder: Path, edition: str, **options: Any) -> Any:
    tables = [(schema("contests"), contests(edition)), (schema("people"), people(edition))]
    return write_package(folder, properties(edition), tables, timezone="Europe/Paris", **options)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but those of the builds themselves, which a last step may be removing."""
    files = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != WORK]
        for path in (Path(parent, name) for name in names):
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def main(folder: str, edition: str, die_at: str = "0") -> None:
    count = 0
    if die_at == "waiting":
        subprocess.Popen.communicate = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in TOUCHING and (event == "subprocess.Popen" or folder in str(arguments[0])):
            count += 1
            if str(count) == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    if edition == "commit":
        for build in (Path(folder) / WORK).glob("build-*"):
            commit(Path(folder), build)
    else:
        publish(Path(folder), edition)


if __name__ == "__main__":
    main(*sys.argv[1:])
