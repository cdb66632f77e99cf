"""On a terminal: tables, colours and progress; in a pipe, none of them."""

from __future__ import annotations

import os
import pty
import re
import shutil
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


def on_terminal(folder: Path, *arguments: str, columns: int = 100) -> str:
    """What a command shows on a terminal."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "TERM": "xterm-256color"}
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


# Charts -----------------------------------------------------------------------------------------------------

RACE = """\
Soirée du second tour

20h41: Jeanne Martin obtient 58,65% des voix, contre 41,35% à Paul Durand, selon la préfecture

20h10: Jeanne Martin est à 57% et Paul Durand à 43%, selon une estimation de l'Ifop

20h00: Au premier tour, Paul Durand avait recueilli 38% des voix et Jeanne Martin 35%
"""


def plain(shown: str) -> list[str]:
    """The lines of a terminal without colours."""
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown).replace("\r", "").splitlines()


@pytest.fixture
def race(tmp_path: Path) -> Path:
    (tmp_path / "night.txt").write_text(RACE, encoding="utf-8")
    return tmp_path


DESCRIBED_RACE = [*DESCRIBED, "--round", "2"]


def test_shares_are_drawn_from_announcement_to_announcement(race: Path) -> None:
    lines = plain(on_terminal(race, "extract", "night.txt", *DESCRIBED_RACE))
    start = next(number for number, line in enumerate(lines) if line.startswith("shares in percent, c round 2"))
    heads, chart = "\n".join(lines[start : start + 5]), lines[start + 5 :]
    assert heads.index("20:10") < heads.index("20:41")
    assert "Ifop" in heads
    first, second = chart[1].split(), chart[2].split()
    assert first[:4] == ["Jeanne", "Martin", "57", "58.65"]
    assert second[:4] == ["Paul", "Durand", "43", "41.35"]
    assert len(first[4]) > len(second[4]), "the bar of the larger share is longer"


def test_each_round_has_a_chart_of_its_own(race: Path) -> None:
    lines = plain(on_terminal(race, "extract", "night.txt", *DESCRIBED_RACE))
    assert [line.split(",")[1].strip() for line in lines if line.startswith("shares in percent")] == [
        *("c round 1", "c round 2")
    ]


def test_no_chart_is_drawn_in_a_pipe_or_of_other_tables(race: Path) -> None:
    piped = in_pipe(race, "extract", "night.txt", *DESCRIBED_RACE)
    assert "shares in percent" not in piped
    assert "█" not in piped
    assert "shares in percent" not in on_terminal(race, "extract", "night.txt", *DESCRIBED_RACE, "--table", "quotes")


def test_nothing_is_cut_off_on_a_narrow_terminal(race: Path) -> None:
    wide = on_terminal(race, "extract", "night.txt", *DESCRIBED_RACE)
    narrow = on_terminal(race, "extract", "night.txt", *DESCRIBED_RACE, columns=44)
    assert all(len(line) <= 44 for line in plain(narrow))
    for word in ("58.65", "Martin", "Durand"):
        assert word in "".join(plain(narrow))
    assert "1 earlier announcement left out" in " ".join(" ".join(plain(narrow)).split())
    assert "left out" not in wide


def test_announcements_are_left_out_only_when_they_do_not_fit(race: Path) -> None:
    for columns in (72, 80):
        lines = plain(on_terminal(race, "extract", "night.txt", *DESCRIBED_RACE, columns=columns))
        assert "left out" not in " ".join(lines)
        assert max(map(len, lines)) <= columns


def test_columns_without_a_value_are_left_out_on_a_terminal_only(race: Path) -> None:
    arguments = ["extract", "night.txt", *DESCRIBED_RACE, "--table", "vote_results"]
    assert "area" in in_pipe(race, *arguments).splitlines()[1].split("\t")
    assert "area" not in "\n".join(plain(on_terminal(race, *arguments))).split()


def test_scores_have_bars_on_a_terminal_only(tmp_path: Path) -> None:
    name = "g14-referendum-constitution-europeenne-2005"
    for path in (Path(__file__).parent / "gold").glob(f"{name}.*"):
        shutil.copy(path, tmp_path)
    lines = plain(on_terminal(tmp_path, "evaluate", "."))
    bars = {line.split()[0]: (float(line.split()[3]), line.count("█")) for line in lines if "█" in line}
    assert {"entries", "quotes+speaker", "participation_snapshots+as_of"} <= bars.keys()
    assert all(abs(length - 24 * f1) <= 1 for f1, length in bars.values())
    assert any(line.strip().startswith("g14-ref") and line.rstrip()[-1].isdigit() for line in lines), "cut off"
    piped = in_pipe(tmp_path, "evaluate", ".")
    assert "█" not in piped
    assert piped.startswith("measure\tprecision\trecall\tF1\tgold\tfound\n")
    assert f"\n{name}\t" in piped
