"""Results that a live blog sets out in a table: a line for each option, or a column."""

from __future__ import annotations

import pytest

from extracting import rows, told

LIST = """Résultats de la région :
Tête de liste\tNuance\t% exprimés\tVoix
Anne Roux\tDVD\t41,42 %\t563 918
Jean Petit\tRN\t24,37 %\t331 782
Luc Blanc\tUnion de la gauche\t18,99 %\t258 540
Blancs\t\t2,10 %\t31 000
Inscrits\t\t\t4 200 000"""


def test_a_line_is_of_its_candidate_not_of_the_party_in_another_cell() -> None:
    found = rows("vote_results", LIST, election_type="regional")
    assert told(found) == (
        "Anne Roux 41.42%; Anne Roux 563918 votes; Jean Petit 24.37%; Jean Petit 331782 votes; "
        "Luc Blanc 18.99%; Luc Blanc 258540 votes"
    )
    assert {row["rule"].partition(".stage_")[0] for row in found} == {"vote_results.table"}


def test_each_figure_points_at_its_cell() -> None:
    printed = [LIST[row["char_start"] : row["char_end"]] for row in rows("vote_results", LIST)]
    assert printed[:2] == ["41,42 %", "563 918"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Parti\tSièges\tÉvolution\nLREM\t308\t+308\nLR\t112\t-82", "fr", "LREM 308 seats; LR 112 seats"),
        (
            "Party\tSeats\tChange\tShare\nConservative\t318\t-13\t42.4",
            "en",
            "Conservative 318 seats; Conservative 42.4%",
        ),
        (
            "Anne Roux\t41,42\t563 918\nJean Petit\t24,37\t331 782",
            "fr",
            "Anne Roux 41.42%; Anne Roux 563918 votes; Jean Petit 24.37%; Jean Petit 331782 votes",
        ),
        ("Institut\tAnne Roux\tJean Petit\nIfop\t24\t22,5", "fr", "Anne Roux 24%; Jean Petit 22.5%"),
        ("Heure\tVille\n20 h\tLille\n21 h\tParis", "fr", ""),
        ("Match\tScore\nLille\t2 000\nLyon\t3 000", "fr", ""),
    ],
)
def test_headings_tell_what_columns_hold(text: str, lang: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, election_type="legislative")) == expected


def test_a_line_may_be_of_a_place_or_an_institute() -> None:
    found = rows("vote_results", "Ville\tAnne Roux\tJean Petit\nParis\t34,8 %\t4,9 %", election_type="presidential")
    assert [(row["option"], row["gp_unit"]) for row in found] == [("Anne Roux", "Paris"), ("Jean Petit", "Paris")]
    polls = rows("vote_results", "Institut\tAnne Roux\tJean Petit\nIfop\t24\t22", election_type="presidential")
    assert {row["pollster"] for row in polls} == {"Ifop"}
