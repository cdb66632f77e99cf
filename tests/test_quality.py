"""How good the extraction is on the annotated live blogs, and that nobody makes it worse unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutier import yaml
from minutier.evaluate import Score, evaluate, total
from minutier.quality import page

GOLD = Path(__file__).parent / "gold"
PAGE = Path(__file__).parent.parent / "docs" / "quality.md"


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return evaluate(GOLD)


def test_no_figure_falls_below_its_floor(scores: list[Score]) -> None:
    floors = yaml.load((GOLD / "floors.yaml").read_text(encoding="utf-8"))
    figures = {measure: round(count.f1, 3) for measure, count in total(scores).items()}
    assert floors.keys() == figures.keys()
    assert {measure: f1 for measure, f1 in figures.items() if f1 < floors[measure]} == {}


def test_the_page_tells_these_figures(scores: list[Score]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(GOLD, scores), "Run make quality and commit docs/quality.md."
