"""Kills build, release and publish at random moments, and looks at what is left.

    PYTHONPATH=etl python tests/killing.py KILLS [SEED] [ACTION …]

Each time a process that has everything loaded runs the command on a copy of the same folder and is ended by
SIGKILL after a random part of the time that the command takes. Afterwards there must be the old state or the new
one, whole, and the command run again must succeed and lead to the new one.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from minutier.cli import run
from minutier.errors import ExitCode
from minutier.publish.commit import JOURNAL, WORK
from minutier.publish.verify import verify

LOADED = (
    *("duckdb", "filelock", "fsspec.core", "fsspec.implementations.local", "jsonschema", "pyarrow.parquet"),
    *("minutier.metadata", "minutier.pipeline", "minutier.present", "minutier.publish.diff", "minutier.publish.store"),
    *("minutier.release", "minutier.sources", "minutier.validate.engine", "minutier.validate.rulebook"),
)
"""What the commands import when they run, loaded once before they are."""

MANIFEST = """\
# The night of a by-election.
package:
  name: night
  version: 0.1.0  # written by minutier release
sources:
  - path: sources/night.txt
    date: 2017-03-12
    timezone: Europe/Paris
    language: fr
    contest: fr-legislatives-2017
    round: 2
"""

OLD = """\
Législatives partielles : la soirée du second tour, minute par minute

Dimanche 12 mars 2017. Jeanne Martin est élue au second tour dans la circonscription.

21h15: "Merci à tous", a lancé Jeanne Martin à ses soutiens

20h40: Jeanne Martin obtient 58,65% des voix, selon la préfecture

18h05: La participation atteint 41,5% à 17h, selon la préfecture
"""

NEW = OLD.replace("20h40", '20h55: "Rien n\'est joué", prévient Paul Durand\n\n20h40')

ACTIONS = {
    "build": ["build"],
    "release": ["release"],
    "publish": ["publish", "--to", "store"],
}

DONE = (ExitCode.OK, ExitCode.NOTHING_NEW)


def prepare(folder: Path, action: str) -> None:
    """A project whose last version is released and published, and where ``action`` has something to do."""
    (folder / "data" / "sources").mkdir(parents=True)
    (folder / "data" / "sources.yaml").write_text(MANIFEST, encoding="utf-8")
    source = folder / "data" / "sources" / "night.txt"
    source.write_text(OLD, encoding="utf-8")
    for command in (["build"], ["release"], ["publish", "--to", "store"]):
        assert child(folder, command) == ExitCode.OK, command
    source.write_text(NEW, encoding="utf-8")
    if action == "publish":
        assert child(folder, ["release"]) == ExitCode.OK


def child(folder: Path, command: list[str], after: float | None = None) -> int:
    """Run a command in a process of its own, killed ``after`` so many seconds: its exit code, -9 when killed."""
    process = os.fork()
    if not process:
        code = 1
        try:
            os.chdir(folder)
            with Path(os.devnull).open("w") as null:
                os.dup2(null.fileno(), 1)
                os.dup2(null.fileno(), 2)
                code = run(command)
        finally:
            os._exit(code)
    if after is not None:
        time.sleep(after)
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def state(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but those of work that is going on."""
    files = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != WORK]
        for path in (Path(parent, name) for name in names if name != ".lock"):
            with contextlib.suppress(FileNotFoundError):  # a last step is at it
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def settled(folder: Path, old: dict[str, bytes]) -> dict[str, bytes]:
    """The state of a folder once the last step of a build, which outlives it, is done."""
    deadline = time.monotonic() + 20
    patience = time.monotonic() + 0.7
    while any(folder.glob(f"{WORK}/*/{JOURNAL}")) and time.monotonic() < deadline:
        if time.monotonic() > patience and state(folder) == old:
            break  # the last step was never begun
        time.sleep(0.01)
    return state(folder)


def problem(folder: Path, action: str, old: dict[str, bytes], new: dict[str, bytes]) -> str:
    """What is wrong with the state after a kill; empty when nothing is."""
    found = settled(folder, old)
    if action != "publish":
        return "" if found in (old, new) else f"a mixture: {sorted(differing(found, old))} are not the old ones"
    published = {path: data for path, data in old.items() if path.startswith("store/night/0.1.0/")}
    lost = [path for path, data in published.items() if found.get(path) != data]
    if lost:
        return f"a published version was changed: {lost}"
    latest = found["store/night/latest"].decode().strip()
    package = verify(folder / "store" / "night" / latest)
    index = found["store/index.json"]
    if package.problems or package.version != latest:
        return f"latest is {latest}: {package}"
    known = (old["store/index.json"], new["store/index.json"])
    if index not in known or (index == known[0] and latest != "0.1.0"):
        return "the index is neither the old one nor the new one, or latest is ahead of it"
    return ""


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def kills(action: str, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Kill a command ``count`` times: what was left (``old``, ``new`` or ``begun``), and what is wrong."""
    chance = random.Random(f"{action} {seed}")
    command = ACTIONS[action]
    with tempfile.TemporaryDirectory(prefix="minutier-killing-") as work:
        template, folder = Path(work, "template"), Path(work, "project")
        prepare(template, action)
        old = state(template)
        shutil.copytree(template, folder)
        began = time.monotonic()
        assert child(folder, command) == ExitCode.OK
        takes = time.monotonic() - began
        new = state(folder)
        assert old != new
        for _ in range(count):
            shutil.rmtree(folder)
            shutil.copytree(template, folder)
            after = chance.uniform(chance.choice((0, 0.7)), 1.02) * takes  # files take their places at the end
            ended = child(folder, command, after)
            wrong = problem(folder, action, old, new)
            found = state(folder)
            left = "old" if found == old else "new" if found == new else "begun"
            if not wrong and (again := child(folder, command)) not in DONE:
                wrong = f"the next run ends with {again}"
            if not wrong and state(folder) != new:
                wrong = f"the next run leaves {sorted(differing(state(folder), new))}"
            yield left, f"{action} killed after {after:.3f} s of {takes:.3f} (ended {ended}): {wrong}" if wrong else ""


def main(count: str = "100", seed: str = "0", *actions: str) -> int:
    """Kill each command; 1 when anything was wrong afterwards."""
    failures = []
    for action in actions or ACTIONS:
        outcomes: Counter[str] = Counter()
        for left, wrong in kills(action, int(count), int(seed)):
            outcomes[left] += 1
            failures += [wrong] if wrong else []
        print(f"{action}: {dict(sorted(outcomes.items()))}", flush=True)
    print("\n".join(failures) or "nothing was lost")
    return 1 if failures else 0


if __name__ == "__main__":
    for name in LOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    sys.exit(main(*sys.argv[1:]))
