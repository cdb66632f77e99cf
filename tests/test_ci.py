"""What continuous integration installs for some tests: only where it may, and never at the price of a failure."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    path.chmod(0o755)


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A folder of programs: root, on a Debian that has Chromium alone and notes what is asked of it."""
    tool(tmp_path, "id", "echo 0")
    tool(tmp_path, "dpkg-query", 'case "$*" in *chromium*) echo installed;; *) exit 1;; esac')
    tool(tmp_path, "apt-get", f'echo "$@" >> {tmp_path}/asked')
    return tmp_path


def ended(system: Path) -> tuple[int, str, str]:
    """How the script ends, and what was asked of apt-get."""
    result = subprocess.run(
        [ROOT / ".ci/system"], env={"PATH": f"{system}:/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )
    asked = system / "asked"
    return result.returncode, result.stderr, asked.read_text(encoding="ascii") if asked.exists() else ""


def test_what_is_missing_is_installed_without_recommended_packages(system: Path) -> None:
    code, errors, asked = ended(system)
    assert (code, errors) == (0, "")
    update, install = asked.splitlines()
    assert update.endswith("update")
    assert install.endswith("install --no-install-recommends r-base-core r-cran-readr r-cran-jsonlite")


def test_nothing_is_asked_where_all_is_there(system: Path) -> None:
    tool(system, "dpkg-query", "echo installed")
    assert ended(system) == (0, "", "")


def test_nothing_is_asked_by_one_who_is_not_root(system: Path) -> None:
    tool(system, "id", "echo 1000")
    assert ended(system) == (0, "", "")


def test_an_installation_that_fails_is_told_and_stops_nothing(system: Path) -> None:
    tool(system, "apt-get", "echo no network >&2; exit 100")
    code, errors, _ = ended(system)
    assert code == 0
    assert "no network" in errors
    assert "the tests that need them are skipped" in errors
