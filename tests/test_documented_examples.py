"""The pages of the documentation that show a terminal show what happens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from consoles import matches, walk
from packages_elsewhere import ROOT, copy_package

PAGES = ["docs/tutorial.md"]
"""Pages whose blocks are run in order. docs/how-to/load.md and the README are run by test_load_examples.py."""


def prepared(folder: Path) -> Path:
    """A folder as the pages suppose it: the shipped package with its sources, and the live blog of the tutorial."""
    copy_package(folder)
    shutil.copytree(ROOT / "data" / "sources", folder / "data" / "sources")
    for name in ("data/sources.yaml", "data/corrections.yaml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copy(ROOT / "docs" / "tutorial" / "night.txt", folder)
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_happens(page: str, tmp_path: Path) -> None:
    folder = prepared(tmp_path / "folder")
    steps = [step for _, found in walk(page, folder) for step in found]
    assert steps
    for step in steps:
        assert step.is_as_said, f"{page}: {step.command} ({step.code})\n{step.printed}\nRun make docs and look at the change."


def test_lines_may_be_left_out_and_nothing_else() -> None:
    assert matches("a\n…\nd\n", "a\nb\nc\nd\n")
    assert matches("a\n…\n", "a\n")
    assert not matches("a\n…\nd\n", "a\nb\n")
    assert not matches("a\n", "a\nb\n")
