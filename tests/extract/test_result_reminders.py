"""Reminders, and whose a share is: earlier rounds in parentheses, possessives, parts of the voters."""

from __future__ import annotations

import pytest

from extracting import read, rows, told

LEAD = "Primaire écologiste : Yannick Roux affronte Sandrine Duval au second tour."


def after_lead(text: str) -> list[dict[str, object]]:
    found = rows("vote_results", LEAD, text, round=2, election_type="primary", day="2021-09-28")
    return [row for row in found if row["char_start"] > len(LEAD)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yannick Roux (27,7 % au premier tour) affronte Sandrine Duval (25,1 %).", [1, 1]),
        ("Yannick Roux (27,7 % il y a neuf jours) part devant Sandrine Duval (25,1 %).", [1, 1]),
        # an outcome is of the round under way
        ("Yannick Roux (27,7 % au premier tour) bat Sandrine Duval (48,9 %).", [1, 2]),
        ("Yannick Roux (51,1 %) bat Sandrine Duval (48,9 %).", [2, 2]),
    ],
)
def test_parentheses_go_on_in_the_round_before(text: str, expected: list[int]) -> None:
    assert [row["round"] for row in after_lead(text) if row.get("vote_pct")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sandrine Duval sourit. Ses 48 % sont une victoire.", "Sandrine Duval 48%"),
        ("Sandrine Duval sourit. Son score de 48 % la réjouit.", "Sandrine Duval 48%"),
        ("Troisième avec 22,3 %, Delphine Bassot sourit.", "Delphine Bassot 22.3%"),
        ("Cinquième le 19 septembre, avec 2,35 %, Jean-Marc Gov se tait.", "Jean-Marc Gov 2.35%"),
        ("Rennes a voté Roux à 60,1 %, et Lyon lui donne 52,4 %.", "Yannick Roux 60.1%; Yannick Roux 52.4%"),
        (
            "Sandrine Duval mène en Bretagne (54 %) et en Normandie (57,5 %), quand Yannick Roux est à 61 % ailleurs.",
            "Sandrine Duval 54%; Sandrine Duval 57.5%; Yannick Roux 61%",
        ),
        # of a part of those who vote, or of nobody
        ("Sandrine Duval arrive en tête chez les plus de 65 ans (62 %).", ""),
        ("62 % des sympathisants jugent Yannick Roux crédible, contre 31 % pour sa rivale.", ""),
        ("Sandrine Duval est éliminée pour un peu plus de 2 000 voix.", "Sandrine Duval defeated"),
        ("Et si le Normand sort vainqueur, Yannick Roux le soutiendra.", ""),
        ("Première estimation : 48 % pour Sandrine Duval.", "Sandrine Duval 48%"),
    ],
)
def test_whose_share_it_is(text: str, expected: str) -> None:
    assert told(after_lead(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La droite l'emporte dans l'Essonne.", "La droite winner"),
        ("La gauche s'incline dans l'Essonne.", "La gauche defeated"),
        # an outcome without a place is of nobody
        ("La droite l'emporte souvent.", ""),
    ],
)
def test_a_side_wins_in_a_place(text: str, expected: str) -> None:
    assert told(rows("vote_results", "Départementales : la gauche contre la droite.", text, round=2)) == expected


MORNING = "Anne Petit a voté à Lens. Les données de départ : 36,03 % pour elle, 34,35 % pour Paul Roy (RN)."


@pytest.mark.parametrize(
    ("text", "clock", "expected"),
    [
        (MORNING, "11:02", [(1, "final"), (1, "final")]),
        (MORNING, "21:02", [(2, None), (2, None)]),
        ("À Nouméa, Anne Petit a 36,03 %, Paul Roy 34,35 %.", "11:02", [(2, None), (2, None)]),
        ("Le dernier sondage donnait 52 % à Anne Petit.", "11:02", [(2, "opinion_poll")]),
    ],
)
def test_before_anything_can_be_counted_shares_are_of_the_round_before(
    text: str, clock: str, expected: list[tuple[int, str | None]]
) -> None:
    night = read(text, at=[clock], round=2, contest_id="fr-legislatives-2017")
    assert [(row["round"], row["result_stage"]) for row in night.rows["vote_results"]] == expected
