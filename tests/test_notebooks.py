"""The notebooks run from a clean state, and what they show is what is committed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from executing import NOTEBOOKS, clean_state, difference, executed, outputs, text, without_noise
from packages_elsewhere import ROOT

RENEW = "Run make notebooks, look at the outputs and commit them."
SAME = 0.002
"""The share of a picture's pixels that may differ: edges of letters, from one processor to another."""


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_gives(notebook: Path, tmp_path: Path) -> None:
    kept = nbformat.read(notebook, as_version=4)
    given = executed(notebook, clean_state(tmp_path))
    assert len(kept.cells) == len(given.cells)
    for one, other in zip(kept.cells, given.cells, strict=True):
        assert one.source == other.source
        assert len(one.get("outputs", [])) == len(other.get("outputs", [])), RENEW
        for old, new in zip(one.get("outputs", []), other.get("outputs", []), strict=True):
            assert words(old) == words(new), RENEW
            pictures = [output["data"]["image/png"] for output in (old, new) if "image/png" in output.get("data", {})]
            assert not pictures or difference(*pictures) < SAME, RENEW


def words(output: Any) -> dict[str, Any]:
    """What an output says, pictures aside."""
    data = {kind: value for kind, value in output.get("data", {}).items() if kind != "image/png"}
    return {"type": output.output_type, "name": output.get("name"), "text": output.get("text"), "data": data}


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_noise(notebook: Path) -> None:
    content = notebook.read_text(encoding="utf-8")
    book = nbformat.read(notebook, as_version=4)
    assert text(without_noise(book)) == content, RENEW
    shown = outputs(book)
    assert not [output for output in shown if output.get("name") == "stderr" or output.output_type == "error"]
    assert not re.search(r"0x[0-9a-f]{6,}|/(?:tmp|home|root)/|site-packages", content)
    assert str(ROOT) not in content
    assert len(content) < 150_000
    assert sum("image/png" in output.get("data", {}) for output in shown) >= 2


def test_pictures_that_differ_are_told_apart() -> None:
    book = nbformat.read(NOTEBOOKS[0], as_version=4)
    pictures = [output.data["image/png"] for output in outputs(book) if "image/png" in output.get("data", {})]
    assert difference(pictures[0], pictures[0]) == 0
    assert difference(pictures[0], pictures[1]) > SAME


def test_the_notebooks_are_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in NOTEBOOKS if f"(../notebooks/{path.name})" not in index] == []


def test_links_of_the_notebooks_lead_somewhere() -> None:
    for notebook in NOTEBOOKS:
        for target in re.findall(r"\]\(([^)#\s]+)", notebook.read_text(encoding="utf-8")):
            assert "://" in target or (notebook.parent / target).exists(), f"{notebook.name}: {target}"
