"""What the README and docs/how-to/load.md print about loading runs, in the folder of the package."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from examples import blocks, indented
from minutier.tables import TABLES
from packages_elsewhere import RESOURCES, ROOT, copy_package, served, zip_package

PAGE = "docs/how-to/load.md"
SITE = "https://minutier.example/package"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped package, the script for R, and what the commands of the page write."""
    path = copy_package(tmp_path_factory.mktemp("repository"))
    (path / "docs/how-to").mkdir(parents=True)
    shutil.copy(ROOT / "docs/how-to/load-in-r.R", path / "docs/how-to")
    for command in [line for block in blocks(PAGE, "sh") for line in block.splitlines()]:
        sh(command, path)
    return path


def sh(command: str, folder: Path) -> str:
    """Run a line of a page; a server answers one request instead of waiting for many."""
    program, *arguments = shlex.split(command)
    if program == "datasette":
        arguments += ["--get", "/"]
    ended = subprocess.run([sys.executable, "-m", program, *arguments], cwd=folder, capture_output=True, text=True,
                           check=False, timeout=60)  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The package at an address, in the place of the one that the page prints."""
    path = tmp_path_factory.mktemp("site")
    copy_package(path / "package")
    zip_package(path / "package", path / "package.zip")
    with served(path) as address:
        yield f"{address}/package"


def executed(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {}
    exec(compile(code, "<example>", "exec"), names)
    return names


@pytest.mark.parametrize("number", range(len(blocks(PAGE, "python"))))
def test_the_python_of_the_page_runs(
    number: int, folder: Path, site: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = blocks(PAGE, "python")[number].replace(SITE, site)
    executed(code, folder, monkeypatch)
    assert bool(capsys.readouterr().out) == ("print(" in code or ".show()" in code)


def test_the_page_shows_every_engine_and_every_kind_of_place() -> None:
    code = "\n".join(blocks(PAGE, "python"))
    assert all(f'engine="{engine}"' in code for engine in ("polars", "arrow", "duckdb"))
    assert code.count(SITE) == 2


def test_the_commands_of_the_page_write_what_they_say(folder: Path) -> None:
    assert {"nights.db", "metadata.json", "nights.xlsx"} <= {path.name for path in folder.iterdir()}
    served_page = sh("datasette nights.db --metadata metadata.json", folder)
    assert "Election nights, minute by minute" in served_page


def test_the_python_of_the_readme_loads_what_it_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, typed = blocks("README.md", "python", "Load a table")
    read, loaded = executed(plain, folder, monkeypatch), executed(typed, folder, monkeypatch)
    assert list(read["quotes"]["quote_id"]) == list(loaded["quotes"]["quote_id"])
    assert len(read["people"]) > 10
    assert list(read["people"].columns) == [field["name"] for field in RESOURCES["people"]["schema"]["fields"]]
    assert len(loaded["results"]) > 10


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    copy_package(tmp_path)
    for command in indented("README.md", "Load a table"):
        assert f": {len(TABLES)} tables, " in sh(command, tmp_path)
