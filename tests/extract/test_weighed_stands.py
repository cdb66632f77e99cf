"""Stands that no construction reads, weighed by the words around two names."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path

import pytest

from extracting import rows
from minutier.document import Row
from minutier.extract.stands.weighing import ALWAYS, COLUMNS, weights

POSTS = Path(__file__).parent.parent / "gold" / "posts"
LANGUAGES = ("en", "fr")


def stands(text: str, lang: str) -> list[Row]:
    return rows("endorsements", text, lang=lang, election_type="presidential")


def told(text: str, lang: str) -> list[str]:
    """``endorser > endorsee stance`` of the stands that are weighed."""
    found = (row for row in stands(text, lang) if row["rule"] == "endorsements.weighed")
    return [f"{row['endorser']} > {row['endorsee']} {row['stance']}" for row in found]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "fr",
            "Paul Roy a obtenu le seul soutien que Anne Petit ait accordé dans tout le département.",
            ["Anne Petit > Paul Roy support"],
        ),
        (
            "fr",
            "L'écologiste Anne Petit se bornera à ne pas donner sa voix à Paul Roy.",
            ["Anne Petit > Paul Roy oppose"],
        ),
        (
            "fr",
            "En moins d'une heure, deux voix pour Paul Roy : Anne Petit, Marc Vidal.",
            ["Anne Petit > Paul Roy support", "Marc Vidal > Paul Roy support"],
        ),
        ("fr", "Anne Petit se retire et son groupe reporte ses voix sur Paul Roy.", ["Anne Petit > Paul Roy support"]),
        (
            "en",
            "Sean Archer, the council leader, left Labour last month in order to support Plaid's Megan Whittle.",
            ["Sean Archer > Megan Whittle support"],
        ),
        (
            "en",
            "Naomi Brandt and Tom Reilly lined up one after the other behind Peter Holloway in January.",
            ["Naomi Brandt > Peter Holloway support", "Tom Reilly > Peter Holloway support"],
        ),
    ],
)
def test_a_stand_that_no_construction_reads(lang: str, text: str, expected: list[str]) -> None:
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Anne Petit a félicité Paul Roy pour sa victoire et lui souhaite de réussir."),
        ("fr", "Anne Petit, qui affronte Paul Roy au second tour, a voté à 11 heures à Lens."),
        ("fr", "Paul Roy devance Anne Petit de trois points, selon les dernières estimations."),
        ("fr", "Anne Petit critique la campagne de Paul Roy, qu'elle juge trop molle."),
        ("fr", "Anne Petit s'entretiendra lundi avec Paul Roy du budget de la région."),
        ("fr", "Anne Petit a-t-elle choisi de donner son soutien et sa voix à Paul Roy ?"),
        ("fr", "Anne Petit persiste : son bulletin n'ira pas à Paul Roy."),
        ("en", "Naomi Brandt congratulated Peter Holloway on his victory and wished him well."),
        ("en", "Naomi Brandt, who faces Peter Holloway in the runoff, voted at 11 a.m. in Ely."),
        ("en", "Peter Holloway leads Naomi Brandt by three points with half the votes counted."),
        ("en", "Naomi Brandt attacked the campaign of Peter Holloway, which she called timid."),
        ("en", "Naomi Brandt and Peter Holloway debated before four million viewers on Wednesday."),
        ("en", "Naomi Brandt will speak to Peter Holloway about the budget on Monday."),
    ],
)
def test_two_names_and_no_stand(lang: str, text: str) -> None:
    assert told(text, lang) == []


def test_whoever_takes_a_stand_by_a_construction_is_not_weighed_in_its_sentence() -> None:
    text = "Anne Petit appelle à voter Paul Roy, arrivé derrière Marc Vidal avec les voix des écologistes."
    assert [(row["endorsee"], row["rule"]) for row in stands(text, "fr")] == [("Paul Roy", "endorsements.calls_for")]


def test_the_cue_is_the_word_that_weighs_most() -> None:
    text = "Paul Roy a obtenu le seul soutien que Anne Petit ait accordé dans tout le département."
    (row,) = stands(text, "fr")
    assert (row["cue"], text[row["char_start"] : row["char_end"]]) == ("soutien", "soutien")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_weights_can_be_read(lang: str) -> None:
    text = (files("minutier.languages") / f"{lang}.stands.csv").read_text(encoding="utf-8")
    header, *lines = csv.reader(text.splitlines())
    evidence = [line[0] for line in lines]
    assert header == ["evidence", *COLUMNS]
    assert evidence == sorted(set(evidence))
    assert ALWAYS in evidence
    assert all(any(int(value or 0) for value in line[1:]) for line in lines)


def test_evidence_told_twice_weighs_once() -> None:
    known = weights("fr")
    assert known is not None
    assert known.sum_of("stand", ["near voix", "near voix"]) == known.sum_of("stand", ["near voix"])
    assert known.sum_of("stand", ["never seen"]) == known.sum_of("stand", [])


def test_a_language_without_a_table_weighs_nothing() -> None:
    assert weights("de") is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_posts_that_teach_are_annotated_by_the_guide(lang: str) -> None:
    lines = (POSTS / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    posts = [json.loads(line) for line in lines]
    assert {post["lang"] for post in posts} == {lang}
    assert len({post["text"] for post in posts}) == len(posts)
    for post in posts:
        assert post["round"] in (1, 2)
        for row in post["rows"]:
            assert row["words"] in post["text"], post["text"]
            assert row["status"] in ("declared", "standing", "past", "conditional")
            assert (row["endorsee"] is None) == (row["stance"] == "none"), post["text"]
