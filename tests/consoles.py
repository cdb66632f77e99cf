"""What a page of the documentation shows of a terminal: run, compared, and written anew by ``make docs``.

A page is a story in one folder. Its blocks are taken in order:

    ```console          commands after ``$ ``, each followed by what it prints; a line ``…`` stands for any lines
    ```yaml file=NAME   a file, written before what follows (any language)
    ```diff file=NAME   a change of a file: lines that begin with a space or ``-`` stand in it, once
    ```python           run, as are ``r`` and ``js`` where there is a program for them; what it prints is in a block
                        ``text output`` that follows, if there is one
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from minutier.errors import ExitCode
from packages_elsewhere import ROOT

BLOCK = re.compile(r"^```(console|python|r|js|[\w-]+ file=\S+|text output)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (.*(?:(?<=\\)\n.*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
ANY = "…"
COLUMNS = 100


@dataclass(frozen=True)
class Step:
    """A command of a page with what the page says that it prints, and what it printed."""

    command: str
    said: str
    printed: str
    code: int

    @property
    def is_as_said(self) -> bool:
        """Whether it printed what the page says, and ended well or with an error that the page shows."""
        differs = self.code == ExitCode.FINDINGS and self.command.startswith("minutier diff")
        return matches(self.said, self.printed) and (self.code == 0 or differs or "minutier: " in self.said)


def matches(said: str, printed: str) -> bool:
    """Whether lines are those that a page shows, a line ``…`` being any."""
    parts = [re.escape(part) for part in re.split(rf"(?m)^{ANY}\n", said)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed) is not None


PROGRAMS = {"python": "python", "r": "Rscript --vanilla", "js": "node"}
"""What runs the blocks of a language."""


def walk(page: str, folder: Path) -> Iterator[tuple[re.Match[str], list[Step]]]:
    """Each block of a page with its steps, run in ``folder``; blocks that give nothing to compare have none."""
    tools = _tools(folder)
    last: Step | None = None
    for block in BLOCK.finditer((ROOT / page).read_text(encoding="utf-8")):
        kind, text = block.groups()
        language, _, name = kind.partition(" file=")
        if name:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            changed = applied(text, path.read_text(encoding="utf-8")) if language == "diff" else text
            path.write_text(changed, encoding="utf-8")
            yield block, []
        elif kind == "console":
            yield block, [Step(command, said, *run(command, folder)) for command, said in COMMAND.findall(text)]
        elif kind == "text output":
            yield block, [Step(last.command, text, last.printed, last.code)] if last else []
        elif _has(PROGRAMS[kind], tools):
            (folder / ".example").write_text(text, encoding="utf-8")
            last = Step(text, f"{ANY}\n", *run(f"{PROGRAMS[kind]} .example", folder))
            yield block, [last]
        else:
            last = None


def applied(change: str, text: str) -> str:
    """A text with a change made. Raises ValueError when what it changes is not there, or there more than once."""
    lines = change.splitlines()
    old, new = ("".join(f"{line[1:]}\n" for line in lines if line[0] in signs) for signs in (" -", " +"))
    if text.count(old) != 1:
        raise ValueError(f"the lines stand {text.count(old)} times:\n{old}")
    return text.replace(old, new)


def _has(program: str, tools: Path) -> bool:
    name = program.split()[0]
    return (tools / name).exists() or shutil.which(name) is not None


def renewed(page: str, folder: Path) -> str:
    """The page with what its commands print now, where that is not what it says."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for block, steps in reversed(list(walk(page, folder))):
        kind = block[1]
        if kind == "console":
            inner = "".join(f"$ {s.command}\n{s.said if s.is_as_said else s.printed}" for s in steps)
        elif kind == "text output" and steps:
            inner = steps[0].said if steps[0].is_as_said else steps[0].printed
        else:
            continue
        text = f"{text[: block.start(2)]}{inner}{text[block.end(2) :]}"
    return text


def _tools(folder: Path) -> Path:
    """A folder for the path: ``minutier`` and ``python`` of the Python that runs the tests, and Playwright's Node."""
    tools = folder.with_name(f"{folder.name}-tools")
    tools.mkdir(exist_ok=True)
    programs = {"minutier": f'"{sys.executable}" -m minutier', "python": f'"{sys.executable}"'}
    found = find_spec("playwright")
    node = Path(found.origin).parent / "driver" / "node" if found and found.origin else Path()
    if node.is_file():
        programs["node"] = f'"{node}"'
    for name, program in programs.items():
        (tools / name).write_text(f'#!/bin/sh\nexec {program} "$@"\n', encoding="utf-8")
        (tools / name).chmod(0o755)
    return tools


def run(command: str, folder: Path) -> tuple[str, int]:
    """What a command prints on a terminal, notes first, and its exit code."""
    tools = _tools(folder)
    ours, theirs = pty.openpty()
    surroundings = os.environ | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "COLUMNS": str(COLUMNS), "TERM": "xterm-256color",
        "PYTHONWARNINGS": "error", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    }  # fmt: skip
    if (folder / "etl").exists():  # a page that changes the toolkit
        surroundings["PYTHONPATH"] = str(folder / "etl")
    shown: list[bytes] = []

    def listen() -> None:
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                return
            if not part:
                return
            shown.append(part)

    with subprocess.Popen(["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs,
                          stderr=subprocess.PIPE, env=surroundings) as process:  # fmt: skip
        os.close(theirs)
        listener = threading.Thread(target=listen)
        listener.start()
        notes = process.stderr.read() if process.stderr else b""
        listener.join()
        code = process.wait(120)
    os.close(ours)
    text = (notes + b"".join(shown)).decode("utf-8").replace("\r\n", "\n")
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip("\n") + "\n" if text.strip() else "", code
