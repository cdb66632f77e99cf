"""On a terminal: tables, colours and progress; in a pipe, none of them."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from minutier.explain import Span
from minutier.present import marked

NIGHT = """\
Soirée du second tour

20h41: \x1b[31mRouge\x1b[0m. "Merci à tous", a lancé Jeanne Martin à ses soutiens

20h40: Jeanne Martin obtient 58,65% des voix
"""
DESCRIBED = ["--date", "2017-01-29", "--timezone", "Europe/Paris", "--language", "fr", "--contest", "c"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "night.txt").write_text(NIGHT, encoding="utf-8")
    return tmp_path


def on_terminal(folder: Path, *arguments: str) -> str:
    """What a command shows on a terminal of a hundred columns."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": "100", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "minutier", *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
        assert process.wait(60) == 0, shown
    os.close(ours)
    return shown.decode("utf-8")


def in_pipe(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "minutier", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_tables_are_drawn_on_a_terminal_and_plain_in_a_pipe(folder: Path) -> None:
    shown = on_terminal(folder, "extract", "night.txt", *DESCRIBED)
    piped = in_pipe(folder, "extract", "night.txt", *DESCRIBED)
    assert "─" in shown
    assert "Jeanne Martin" in shown
    assert "─" not in piped
    assert "20:40\tJeanne Martin\t58.65 %" in piped


def test_the_very_characters_are_highlighted_on_a_terminal(folder: Path) -> None:
    in_pipe(folder, "build", "night.txt", "--out", "out", *DESCRIBED)
    identifier = (folder / "out/data/quotes.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    shown = on_terminal(folder, "explain", identifier, "out")
    assert re.search(r"\x1b\[1;7mMerci à tous\x1b\[0m", shown)
    assert "⟦Merci à tous⟧" in in_pipe(folder, "explain", identifier, "out")


def test_a_source_cannot_command_the_terminal(folder: Path) -> None:
    in_pipe(folder, "build", "night.txt", "--out", "out", *DESCRIBED)
    identifier = (folder / "out/data/quotes.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    for shown in (
        on_terminal(folder, "explain", identifier, "out"),
        on_terminal(folder, "extract", "night.txt", *DESCRIBED),
    ):
        assert "Rouge" in shown
        assert "\x1b[31m" not in shown


def test_progress_is_shown_on_a_terminal_only(folder: Path) -> None:
    shown = on_terminal(folder, "build", "night.txt", "--out", "out", *DESCRIBED)
    assert "Reading" in shown
    command = [sys.executable, "-m", "minutier", "build", "night.txt", "--out", "out", *DESCRIBED]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert ended.stderr == ""
    assert "\x1b" not in ended.stdout


def test_marks_stand_around_the_value() -> None:
    spans = (Span(2, 4, "value"), Span(0, 1, "speaker"))
    assert marked("abcdef", spans) == "ab⟦cd⟧ef"
    assert marked("abcdef", spans[1:]) == "abcdef"
