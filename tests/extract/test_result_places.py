"""Places won and lost: by parties, in places that no list knows; whose the figures around them are."""

from __future__ import annotations

import pytest

from extracting import rows, told

PARTIES = {
    "en": "Labour, the Conservatives, the Liberal Democrats, the SNP and Plaid Cymru contest 650 seats.",
    "fr": "Le Parti socialiste (PS), Les Républicains (LR), le Rassemblement national (RN) et la gauche s'affrontent.",
}


def won(text: str, lang: str) -> list[tuple[str, str, str | None]]:
    """Option, what became of it and place of the calls in a post."""
    found = rows("vote_results", PARTIES[lang], text, lang=lang)
    return [(r["option"], r["candidate_status"], r["gp_unit"]) for r in found if r["candidate_status"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour gain Canterbury.", [("Labour", "winner", "Canterbury")]),
        ("Con gain Mansfield from Lab.", [("Conservatives", "winner", "Mansfield")]),
        ("Labour takes control of Trafford council.", [("Labour", "winner", "Trafford")]),
        ("Plaid Cymru took Ceredigion by 104 votes.", [("Plaid Cymru", "winner", "Ceredigion")]),
        (
            "The SNP lose Moray to the Conservatives.",
            [("SNP", "defeated", "Moray"), ("Conservatives", "winner", "Moray")],
        ),
        ("Moray falls to the Conservatives.", [("Conservatives", "winner", "Moray")]),
        ("Peter Reid (Lab) has lost his Moray seat.", [("Peter Reid", "defeated", "Moray")]),
        # what is no place, or may never come
        ("Labour take Brexit seriously.", []),
        ("Labour hold Monday's launch.", []),
        ("If Labour gain Canterbury, the night is theirs.", []),
        ("About a third of Tory supporters in Dumbarton went to Labour.", []),
        ("In North Down, 61 per cent of Easton's went to the SNP.", []),
        ("Jo Swan defeats Somebody Odd.", [("Jo Swan", "winner", None)]),
    ],
)
def test_seats_that_a_party_wins_or_loses(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert won(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le PS conserve Rennes.", [("Parti socialiste", "winner", "Rennes")]),
        ("La droite remporte Metz et Nancy.", [("La droite", "winner", "Metz"), ("La droite", "winner", "Nancy")]),
        ("LR perd Marseille.", [("Les Républicains", "defeated", "Marseille")]),
        ("Le RN prend la mairie de Perpignan.", [("Rassemblement national", "winner", "Perpignan")]),
        ("Perpignan passe au RN.", [("Rassemblement national", "winner", "Perpignan")]),
        ("Saint-Denis, conquise par le PS.", [("Parti socialiste", "winner", "Saint-Denis")]),
        ("Julie Roux (PS) perd son siège de maire de Trifouilly.", [("Julie Roux", "defeated", "Trifouilly")]),
        ("Julie Roux (PS) sort battue de ce scrutin.", [("Julie Roux", "defeated", None)]),
        # the party's call only announces its candidate's
        ("Le PS conserve Rennes. Julie Roux y obtient 54 %.", []),
        ("Le PS perd la tête.", []),
        ("La droite prend les devants.", []),
    ],
)
def test_towns_that_a_party_wins_or_loses(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert won(text, "fr") == expected


def test_a_figure_of_the_sentence_is_of_the_place_won() -> None:
    text = "Jane Smith has held Moray, the most marginal seat in the land, with 17,825 votes. She has 51% nationally."
    found = rows("vote_results", text, lang="en")
    assert [(r.get("votes"), r.get("vote_pct"), r["gp_unit"]) for r in found] == [
        (17825, None, "Moray"),
        (None, 51.0, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luke Small trails Jane Martin 47.7% to 52.3%.", "Luke Small 47.7%; Jane Martin 52.3%"),
        ("Luke Small trails Jane Martin, 47.7 percent to 52.3 percent.", "Luke Small 47.7%; Jane Martin 52.3%"),
        ("Jane Martin leads Luke Small. It's 52% to 48% for Martin.", "Jane Martin 52%; Luke Small 48%"),
        ("Jane Martin (Lab) 12,345 votes – 45.1%", "Jane Martin 12345 votes; Jane Martin 45.1%"),
        ("The forecast is Con 318 Lab 267 SNP 32.", "Conservative 318 seats; Labour 267 seats; SNP 32 seats"),
        ("Labour up 9.6 points to 40%.", "Labour 40%"),
        ("Labour had hoped for 45% to 50%.", ""),
        # a part of the voters, a name with a number, a manner of speaking
        ("Jane Martin leads among women (54%).", ""),
        ("Gas prices have jumped 30 per cent after Russia shut off Nord Stream 1.", ""),
        ("“I am behind her 100 per cent,” said Luke Small.", ""),
    ],
)
def test_two_figures_and_whose_they_are(text: str, expected: str) -> None:
    lead = "Jane Martin (Labour) faces Luke Small (Conservative)."
    assert told(rows("vote_results", lead, text, lang="en")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four Green MLAs are re-elected. Jo Swan, on 3,279, needs transfers.", "Jo Swan 3279 votes"),
        ("Jo Swan (Alliance) had a good day. The Alliance candidate received 7,015 votes.", "Jo Swan 7015 votes"),
        ("Jo Swan (Alliance) tops the poll and is elected.", "Jo Swan winner"),
        ("Jo Swan tops the poll of polls.", ""),
        ("Jo Swan took no side.", ""),
        ("Tim Kane had beaten Jo Swan to it by a day.", ""),
    ],
)
def test_members_and_candidates(text: str, expected: str) -> None:
    lead = "Alliance, the DUP and the Greens stand."
    assert told(rows("vote_results", lead, text, lang="en")) == expected


def test_an_office_with_capitals_is_a_description() -> None:
    text = "Jo Swan, the foreign secretary, is ahead. The Foreign Secretary took 57.4 per cent."
    assert told(rows("vote_results", text, lang="en")) == "Jo Swan 57.4%"


def test_ballots_of_members_count_votes_and_rounds() -> None:
    lead = "Conservative leadership: Jo Swan and Tim Kane are left after a fifth ballot."
    text = "Few had her down as a finalist after the second ballot of MPs (Kane 101, Swan 64)."
    found = rows("vote_results", lead, text, lang="en", election_type="primary")
    assert [(r["votes"], r["round"]) for r in found] == [(101, 2), (64, 2)]
    heads = "Seven Democrats are still standing."
    assert not rows("vote_results", heads, lang="en", election_type="primary")
