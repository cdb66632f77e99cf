"""The pages of the documentation that show a terminal show what happens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from consoles import applied, matches, run, walk
from examples import blocks
from packages_elsewhere import ROOT, SHIPPED, copy_package

PAGES = [
    "README.md",
    "docs/tutorial.md",
    "docs/how-to/add-a-format.md",
    "docs/how-to/compare.md",
    "docs/how-to/correct.md",
    "docs/how-to/page.md",
    "docs/how-to/add-a-table.md",
    "docs/how-to/read-the-issues.md",
    "docs/explanation/offsets.md",
]
"""Pages whose blocks are run in order. docs/how-to/load.md is run by test_load_examples.py."""


def prepared(page: str, folder: Path) -> Path:
    """A folder as a page supposes it: the shipped package with its sources, the live blog of the tutorial, and the
    toolkit where the page changes it.
    """
    copy_package(folder)
    if " file=etl/" in (ROOT / page).read_text(encoding="utf-8"):
        shutil.copytree(ROOT / "etl", folder / "etl", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "docs" / "how-to").mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "how-to" / "load-in-r.R", folder / "docs" / "how-to")
    shutil.copytree(ROOT / "data" / "sources", folder / "data" / "sources")
    for name in ("data/sources.yaml", "data/corrections.yaml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "docs" / "tutorial", folder / "docs" / "tutorial")
    shutil.copy(ROOT / "docs" / "tutorial" / "night.txt", folder)
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_happens(page: str, tmp_path: Path) -> None:
    folder = prepared(page, tmp_path / "folder")
    steps = [step for _, found in walk(page, folder) for step in found]
    assert steps
    for step in steps:
        told = f"{page}: {step.command} ({step.code})\n{step.printed}\nRun make docs and look at the change."
        assert step.is_as_said, told


def test_lines_may_be_left_out_and_nothing_else() -> None:
    assert matches("a\n…\nd\n", "a\nb\nc\nd\n")
    assert matches("a\n…\n", "a\n")
    assert not matches("a\n…\nd\n", "a\nb\n")
    assert not matches("a\n", "a\nb\n")


def test_a_change_is_made_where_its_lines_stand_and_nowhere_else() -> None:
    assert applied(" a\n+b\n-c\n", "a\nc\nd\n") == "a\nb\nd\n"
    for text in ("a\nd\n", "a\nc\na\nc\n"):
        with pytest.raises(ValueError, match="times"):
            applied(" a\n-c\n", text)


STORE, VERSION = "https://data.example.org/store", "0.2.0"
"""An address and a version that docs/how-to/release.md speaks of."""


def test_the_guide_to_releases_runs(tmp_path: Path) -> None:
    """From the first release to the check of what was downloaded, with a folder in the place of the address."""
    folder = prepared("docs/how-to/release.md", tmp_path / "folder")
    version = SHIPPED["version"]
    lines = [line for block in blocks("docs/how-to/release.md", "sh") for line in block.splitlines()]
    for line in lines:
        if "s3://" not in line:
            command = line.replace(STORE, "store").replace("/srv/data", "store").replace(VERSION, version)
            printed, code = run(command.replace("minutier@0.1.0", f"minutier@{version}"), folder)
            assert code == 0, f"{line}\n{printed}"
    assert (folder / "store" / "minutier" / version).is_dir()
    assert (folder / "old" / "datapackage.json").exists()
