"""Figures that are told in another unit, by what completes them, or for several places at once."""

import pytest

from extracting import rows, told

FRENCH = [
    ("Avec 59,3 % des bulletins, Anne Roux bat Jean Petit (40,7 %).", "Anne Roux 59.3% winner; Jean Petit 40.7% defeated"),  # noqa: E501
    ("Avec 59,3 % des bulletins, Anne Roux bat Jean Petit (38,7 %).", "Jean Petit 38.7% defeated; Anne Roux winner"),
    ("La République en marche (LREM) envoie 308 députés à l'Assemblée.", "La République en marche 308 seats"),
    ("La Bretagne envoie 23 députés à l'Assemblée.", ""),
    ("Le RN a obtenu 8,6 millions de bulletins, soit 32,1 % des suffrages exprimés.", "RN 8600000 votes; RN 32.1%"),
    ("La mairie a rassemblé 12 431 bulletins.", ""),
    ("Le RN aurait de 132 à 152 députés. Les Républicains sauveraient entre 57 et 67 circonscriptions.", "RN 132-152 seats; Les Républicains 57-67 seats"),  # noqa: E501
    ("Anne Roux, derrière laquelle s'étaient rangés le PS, le PCF et LFI, échoue à 48,02 %.", "Anne Roux 48.02%"),
    ("Anne Roux, tête de liste d'EELV en mars (10,8 %), sourit.", "Anne Roux 10.8%"),
    ("Anne Roux l'emporte (57 %), contre Jean Petit (43 %). Luc Noir, lui, garde la première (52,4 %).", "Anne Roux 57% winner; Jean Petit 43%; Luc Noir 52.4%"),  # noqa: E501
    ("Anne Roux a le triomphe plus modeste.", ""),
    ("Anne Roux avait voté Jean Petit au second tour.", ""),
    ("La moitié des électeurs de Luc Noir se seraient reportés sur Anne Roux, 14 % sur Jean Petit.", ""),
]  # fmt: skip

ENGLISH = [
    ("Anna Reed won 4.7 percent of the first-round vote.", "Anna Reed 4.7%"),
    ("Anna Reed has 47.6% of what has been tallied so far.", "Anna Reed 47.6%"),
    ("Anna Reed won 4.7 percent of the Latino vote.", ""),
    ("The Conservatives are on 43.6 per cent of the vote, or 13.9 million ballots.", "Conservatives 43.6%; Conservatives 13900000 votes"),  # noqa: E501
    ("The Conservatives finish with 365 seats out of 650.", "Conservatives 365 seats"),
    ("With 365 seats out of 650 declared, the Conservatives have 200 seats.", "Conservatives 200 seats"),
    ("Anna Reed, whose majority last time was large, polled 11,217 votes.", "Anna Reed 11217 votes"),
    ("Anna Reed held on with a majority of some 11,217 votes.", "Anna Reed winner"),
    ("Anna Reed held her very last rally in Ohio.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_how_figures_are_told_in_french(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, round=2)) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_how_figures_are_told_in_english(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="en", at=["22:30"])) == expected


def test_seats_of_a_council_are_told_by_a_pronoun() -> None:
    text = "Anne Roux disposera de 96 des 163 sièges. Jean Petit en aura 55."
    found = rows("vote_results", text, round=2, election_type="municipal")
    assert told(found) == "Anne Roux 96 seats; Jean Petit 55 seats"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Maine, Vermont and the District of Columbia go to Anna Reed.", ["District of Columbia", "Maine", "Vermont"]),
        ("Maine and Vermont: won by Anna Reed.", ["Maine", "Vermont"]),
        ("Anna Reed won Maine, Ohio and Texas overnight.", ["Maine", "Ohio", "Texas"]),
        ("Ohio goes to Anna Reed.", ["Ohio"]),
    ],
)
def test_the_places_of_a_list_go_to_somebody(text: str, places: list[str]) -> None:
    found = rows("vote_results", text, lang="en", at=["22:30"], election_type="presidential")
    assert sorted(row["gp_unit"] for row in found if row["candidate_status"] == "winner") == places


@pytest.mark.parametrize(
    ("post", "option"),
    [
        ("In Scotland Keir Starmer's party has won 37 seats.", "Labour"),
        ("In Scotland Jane Roe's party has won 37 seats.", None),  # nobody knows which
    ],
)
def test_the_party_that_somebody_leads(post: str, option: str | None) -> None:
    found = rows("vote_results", f"Labour is happy. {post}", lang="en", country="GB", day="2024-07-04")
    assert [row["option"] for row in found] == ([option] if option else [])


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The running count, now at 83 percent of registered voters, has Anna Reed at 64.6 percent.", "partial"),
        ("Anna Reed takes Ohio on 53.2 per cent, with nine votes in ten accounted for.", "partial"),
        ("With every ballot in the capital tallied, Anna Reed has 89.68 percent.", "final"),
        ("In Millsfield the full tally is 16 votes for Anna Reed.", "final"),
    ],
)
def test_how_far_the_count_is(text: str, stage: str) -> None:
    found = rows("vote_results", text, lang="en", at=["22:30"], election_type="presidential")
    assert {row["result_stage"] for row in found} == {stage}
