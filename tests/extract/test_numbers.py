"""Figures: numbers, units, ranges, approximations, in digits and in words."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.extract.numbers import Figure, figures


def read(lang: str, text: str, **options: Any) -> list[Figure]:
    return figures(text, 0, len(text), lang, **options)


def value(figure: Figure) -> float | tuple[float | None, float | None] | None:
    return (figure.low, figure.high) if figure.is_range else figure.value


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "58,65 %", (58.65, "percent")),
        ("fr", "36.03%", (36.03, "percent")),
        ("fr", "60 pour cent", (60.0, "percent")),
        ("fr", "1.306.852 votants", (1306852.0, "voters")),
        ("fr", "567 563 voix", (567563.0, "votes")),
        ("fr", "1 306 852 voix", (1306852.0, "votes")),  # no-break spaces, narrow and plain
        ("fr", "46'310 voix", (46310.0, "votes")),
        ("fr", "2,9 millions d'électeurs", (2900000.0, "voters")),
        ("fr", "1,5 milliard d'euros", (1500000000.0, "money")),
        ("fr", "289 sièges", (289.0, "seats")),
        ("fr", "2,5 points", (2.5, "points")),
        ("fr", "8 960 bureaux de vote", (8960.0, "stations")),
        ("en", "58.65%", (58.65, "percent")),
        ("en", "60 per cent", (60.0, "percent")),
        ("en", "17,410,742 votes", (17410742.0, "votes")),
        ("en", "1.3m voters", (1300000.0, "voters")),
        ("en", "326 seats", (326.0, "seats")),
        ("en", "£4 million", (4000000.0, "money")),
        ("en", "12,000 ballots", (12000.0, "ballots")),
    ],
)
def test_number_and_unit(lang: str, text: str, expected: tuple[float, str]) -> None:
    (figure,) = read(lang, f"Ce soir, {text}." if lang == "fr" else f"Tonight, {text}.")
    assert (figure.value, figure.unit) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "entre 170 et 190 sièges", (170.0, 190.0)),
        ("fr", "entre 1,4 et 3 millions de votants", (1400000.0, 3000000.0)),
        ("fr", "de 60 à 64 sièges", (60.0, 64.0)),
        ("fr", "60 à 64 sièges", (60.0, 64.0)),
        ("fr", "34,5 à 35,7 %", (34.5, 35.7)),
        ("en", "between 70% and 76%", (70.0, 76.0)),
        ("en", "138 to 145 seats", (138.0, 145.0)),
        ("en", "28-29%", (28.0, 29.0)),
    ],
)
def test_range(lang: str, text: str, expected: tuple[float, float]) -> None:
    (figure,) = read(lang, text)
    assert value(figure) == expected
    assert figure.high_start is not None and text[figure.high_start].isdigit()


def test_without_opening_word_two_figures_are_no_range() -> None:
    assert [value(f) for f in read("fr", "Lyon a 42 % et Nice 38 %.")] == [42.0, 38.0]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "près de 60 %", True),
        ("fr", "un peu plus de 60 %", True),
        ("fr", "L'abstention frôle les 60 %", True),
        ("fr", "60 % environ", True),
        ("fr", "exactement 60 %", False),
        ("en", "nearly 60%", True),
        ("en", "60% or so", True),
        ("en", "some 60%", True),
        ("en", "precisely 60%", False),
    ],
)
def test_approximation(lang: str, text: str, expected: bool) -> None:
    (figure,) = read(lang, text)
    assert figure.is_approximate is expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "en 2017"),
        ("fr", "à 17h30"),
        ("fr", "à 20 h 45"),
        ("fr", "le 2e tour"),
        ("fr", "@liste2017"),
        ("en", "at 10:30"),
    ],
)
def test_not_figures(lang: str, text: str) -> None:
    assert read(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected", "unit"),
    [
        ("fr", "cinq points", 5.0, "points"),
        ("fr", "un point et demi", 1.5, "points"),
        ("fr", "vingt et un points", 21.0, "points"),
        ("fr", "soixante-dix points", 70.0, "points"),
        ("fr", "quatre millions d'électeurs", 4000000.0, "voters"),
        ("fr", "deux millions et demi de votants", 2500000.0, "voters"),
        ("fr", "un Français sur deux", 50.0, "ratio"),
        ("fr", "deux électeurs sur trois", 66.67, "ratio"),
        ("fr", "six inscrits sur dix", 60.0, "ratio"),
        ("fr", "7 inscrits sur 10", 70.0, "ratio"),
        ("fr", "la moitié", 50.0, "ratio"),
        ("fr", "deux tiers", 66.67, "ratio"),
        ("fr", "trois quarts", 75.0, "ratio"),
        ("en", "six points", 6.0, "points"),
        ("en", "a point and a half", 1.5, "points"),
        ("en", "two and a half million voters", 2500000.0, "voters"),
        ("en", "four in five", 80.0, "ratio"),
        ("en", "six out of ten", 60.0, "ratio"),
        ("en", "one voter in four", 25.0, "ratio"),
        ("en", "two-thirds", 66.67, "ratio"),
        ("en", "half", 50.0, "ratio"),
    ],
)
def test_spelled(lang: str, text: str, expected: float, unit: str) -> None:
    (figure,) = read(lang, text, spelled=True)
    assert (figure.value, figure.unit, figure.is_spelled) == (expected, unit, True)
    assert text[figure.start : figure.end] == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "cinq points"), ("fr", "un électeur sur deux"), ("en", "four in five"), ("en", "two million voters")],
)
def test_words_are_read_only_when_asked(lang: str, text: str) -> None:
    assert read(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "onze électeurs"), ("fr", "cent électeurs sur mille"), ("fr", "deux candidats"), ("en", "two in a row")],
)
def test_spelled_near_misses(lang: str, text: str) -> None:
    assert read(lang, text, spelled=True) == []


def test_counts_out_of_a_total_are_no_ratio() -> None:
    found = read("fr", "9 512 bureaux sur 10 229", spelled=True)
    assert [f.unit for f in found] == ["stations", ""]


def test_approximate_ratio() -> None:
    (figure,) = read("fr", "moins d'un électeur sur deux", spelled=True)
    assert figure.is_approximate


@given(st.integers(min_value=0, max_value=100_00), st.sampled_from([("fr", ","), ("en", ".")]))
@settings(deadline=None)
def test_shares_are_read_as_written(hundredths: int, language: tuple[str, str]) -> None:
    lang, mark = language
    whole, rest = divmod(hundredths, 100)
    (figure,) = read(lang, f"soit {whole}{mark}{rest:02} %")
    assert figure.value == round(hundredths / 100, 2)


@given(st.integers(min_value=1000, max_value=99_999_999), st.sampled_from([("fr", " "), ("fr", "."), ("en", ",")]))
@settings(deadline=None)
def test_grouped_numbers_are_read_as_written(number: int, language: tuple[str, str]) -> None:
    lang, mark = language
    unit = "voix" if lang == "fr" else "votes"
    (figure,) = read(lang, f"soit {number:,} {unit}".replace(",", mark))
    assert figure.value == number


@given(
    st.text(alphabet="0123456789 .,'%àdeunsurmillionsoitentrehalfpoint\n-", max_size=120), st.sampled_from(["fr", "en"])
)
@settings(deadline=None)
def test_any_text_is_read_in_order_and_without_overlap(text: str, lang: str) -> None:
    found = read(lang, text, spelled=True)
    assert all(0 <= f.start < f.number_end <= f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "a five-point rise", (5.0, "points")),
        ("en", "a 3-point drop", (3.0, "points")),
        ("en", "eighty per cent of them", (80.0, "percent")),
        ("fr", "soixante-dix pour cent d'entre eux", (70.0, "percent")),
        ("en", "from 785,000 to 1.32 million", ((785000.0, 1320000.0), "")),
        ("en", "from 1.2 to 1.5 million", ((1200000.0, 1500000.0), "")),
    ],
)
def test_words_and_their_marks(lang: str, text: str, expected: tuple[Any, str]) -> None:
    (figure,) = read(lang, text, spelled=True)
    assert (value(figure), figure.unit) == expected
