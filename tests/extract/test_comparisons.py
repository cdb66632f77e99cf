"""References to earlier rounds and contests."""

from __future__ import annotations

from datetime import date

import pytest

from minutier.document import Liveblog
from minutier.extract.comparisons import Reference, references


def read(text: str, lang: str = "fr", round: int = 2) -> list[Reference]:
    night = Liveblog("night", lang, "Europe/Paris", date(2022, 6, 19), "contest", round)
    return references(text, 0, len(text), lang, night)


@pytest.mark.parametrize(
    ("lang", "text", "printed", "is_past", "number"),
    [
        ("fr", "43 % au premier tour", "au premier tour", True, 1),
        ("fr", "43 % en 2017", "2017", True, 0),
        ("fr", "43 % au second tour de 2017", "second tour de 2017", True, 2),
        ("fr", "43 % le 12 juin", "12 juin", True, 1),
        ("fr", "43 % le 6 mai 2012", "6 mai 2012", True, 0),
        ("fr", "43 % dimanche dernier", "dimanche dernier", True, 1),
        ("fr", "43 % il y a cinq ans", "il y a cinq ans", True, 0),
        ("fr", "43 % au second tour", "second tour", False, 2),
        ("fr", "43 % ce dimanche", "ce dimanche", False, 0),
        ("fr", "43 % le 19 juin", "19 juin", False, 0),
        ("en", "43% in the first round", "first round", True, 1),
        ("en", "43% five years ago", "five years ago", True, 0),
        ("en", "43% on 12 June", "12 June", True, 1),
        ("en", "43% in 2017", "2017", True, 0),
        ("en", "43% last time", "last time", True, 0),
    ],
)
def test_reference(lang: str, text: str, printed: str, is_past: bool, number: int) -> None:
    (found,) = read(text, lang)
    assert (text[found.start : found.end], found.is_past, found.round) == (printed, is_past, number)
    assert not found.is_comparator


@pytest.mark.parametrize(
    ("text", "is_past", "number"),
    [
        ("On Nov. 3 it was 61%", True, 1),
        ("On November 3 it was 61%", True, 1),
        ("In November it was 61%", True, 1),
        ("On Nov. 3, 2020, it was 61%", True, 1),
        ("On November 8, 2016, it was 61%", True, 0),
        ("On January 3 it was 20%", True, 1),
        ("On January 20 it will be known", False, 0),
    ],
)
def test_a_round_before_the_new_year(text: str, is_past: bool, number: int) -> None:
    night = Liveblog("night", "en", "America/New_York", date(2021, 1, 5), "us-georgia-senate-2020", 2)
    (found,) = references(text, 0, len(text), "en", night)
    assert (found.is_past, found.round) == (is_past, number)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "en hausse par rapport à 2017"),
        ("fr", "un point de plus qu'au premier tour"),
        ("fr", "le plus haut depuis 1981"),
        ("en", "more than in 2017"),
        ("en", "up two points on 2017"),
        ("en", "the best since 1997"),
    ],
)
def test_comparator(lang: str, text: str) -> None:
    (found,) = read(text, lang)
    assert found.is_past and found.is_comparator


def test_reporting_que_is_no_comparator() -> None:
    (found,) = read("Rappelons qu'au premier tour, on votait.")
    assert not found.is_comparator


def test_two_contests_are_two_references() -> None:
    found = read("contre 43 % en 2017 et 51 % en 2012")
    assert len(found) == 2


def test_first_round_covers_itself() -> None:
    (found,) = read("43 % au premier tour", round=1)
    assert not found.is_past
