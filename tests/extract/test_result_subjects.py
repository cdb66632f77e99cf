"""Whose a figure is where a pronoun, a description or a line beside it leads elsewhere, and how far a stage reaches."""

import pytest

from extracting import rows, told

WHOSE = [
    # a party that opens the sentence before, and nobody of it
    (
        "fr",
        "Pierre Petit jette l'éponge. Le Front national vire en tête dans six régions. Il réunit 27,73 % des voix.",
        "Front national 27.73%; Pierre Petit withdrawn",
    ),
    ("fr", "Le PS soutient Pierre Petit. Il réunit 27,73 % des voix.", "Pierre Petit 27.73%"),
    # what an institute gives *them*, or *lui*
    (
        "en",
        "Democrats have won control of the House. NBC News’s estimate gives them 229 seats and the Republicans 206.",
        "Democrats 229 seats winner; Republicans 206 seats",
    ),
    ("fr", "Le Front national est en tête. Ipsos lui donne entre 17 et 19 sièges.", "Front national 17-19 seats"),
    ("fr", "Anne Morel devance le Front national. Ipsos lui donne 34 %.", "Anne Morel 34%"),
    # *à la tête de* describes nobody else
    (
        "fr",
        "Luc Petit s'en va. En mars, Anne Morel, à la tête du Printemps marseillais, avait obtenu 23,44 % des voix.",
        "Anne Morel 23.44%",
    ),
    # of two in a headline, whoever is not beaten
    (
        "fr",
        "Pau : Philippe Morel battu par Michel Petit\nLe socialiste s'impose avec 57,21 % des voix.",
        "Michel Petit 57.21% winner; Philippe Morel defeated",
    ),
    (
        "fr",
        "Pau : Philippe Morel battu par Michel Petit\nLe maire sortant obtient 42,79 % des voix.",
        "Philippe Morel 42.79% defeated; Michel Petit winner",
    ),
    # a participle that opens a sentence, and whom it is set against
    (
        "fr",
        "Créditée de 5 % par Ipsos, quatre fois moins que Luc Petit en 2012, Anne Morel se tait.",
        "Anne Morel 5%",
    ),
    # who signs a post is nobody of whom it tells
    (
        "en",
        "A night of firsts\nBy Ellen Strand\n\nAt 29, Alexandra Orozco becomes the youngest woman ever elected to "
        "Congress, with 78% in the Bronx.",
        "Alexandra Orozco 78%",
    ),
    # a part of the voters, in bare numbers too
    ("en", "Democrats are at 52%. Women split 59 to 40 for Democrats.", "Democrats 52%"),
    # a share in parentheses tells in other words what is counted
    (
        "en",
        "Final result: Anna Reed, 175 votes (49.9 percent); Ruth Cole, 103 (29.3 percent); Mark Dunn, 37.",
        "Anna Reed 175 votes; Anna Reed 49.9%; Ruth Cole 103 votes; Ruth Cole 29.3%; Mark Dunn 37 votes",
    ),
    ("fr", "Luc Morel recueille 24 % à ce stade.", "Luc Morel 24%"),
    # *la sœur de X* is not X
    ("fr", "Élise Morel devance la sœur de Marine Petit : 50,2 % contre 49,8 %.", "Élise Morel 50.2%"),
    ("fr", "Élise Morel devance Marine Petit : 50,2 % contre 49,8 %.", "Élise Morel 50.2%; Marine Petit 49.8%"),
    # what neither has
    ("en", "Neither Ann Reed nor Mark Cole has the 270 electoral votes it takes.", ""),
    ("fr", "Ni la gauche ni la droite n'ont les 289 sièges de la majorité.", ""),
    ("fr", "Le match se joue au stade ce soir : Luc Petit a 24 % de possession.", ""),
    ("en", "Anna Reed has 56.4% of the count so far.", "Anna Reed 56.4%"),
    ("en", "The poll gave Labour 33 per cent of decided voters, the Greens 12.", "Labour 33%; Greens 12%"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), WHOSE)
def test_whose_figure_it_is(lang: str, text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, election_type="presidential")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ipsos crédite le député de Corrèze de 54 % des voix.", "Luc Morel 54%"),
        ("Ipsos crédite le pharmacien de Pau de 54 %, contre 46 % à son adversaire.", ""),
        ("Net avantage à Morel\nIpsos crédite le pharmacien de Pau de 54 %, contre 46 % à son adversaire.", ""),
    ],
)
def test_whom_an_institute_credits_by_a_description(text: str, expected: str) -> None:
    before = "Luc Morel, député de Corrèze, et Paul Petit attendent."
    assert told(rows("vote_results", before, text, election_type="presidential")) == expected


def test_elected_in_a_constituency_opens_a_sentence() -> None:
    text = "Élu dans la 1re circonscription de la Haute-Loire, Luc Morel se pose déjà en rassembleur."
    assert told(rows("vote_results", text, round=2)) == "Luc Morel winner"
    text = "Élu à Pau en 2012, Luc Morel se pose déjà en rassembleur."
    assert told(rows("vote_results", text, round=2)) == ""


CALLS = [
    ("In Kent, according to ABC News, Mark Cole will beat Ann Reed.", "Mark Cole projected_winner"),
    ("Mark Cole says he will beat Ann Reed in November.", ""),
    ("ABC News projects victory at once for Senator Ann Reed in Kent.", "Ann Reed projected_winner"),
    ("Mark Cole, returned for Kent with 35,201 votes, is careful.", "Mark Cole 35201 votes winner"),
    ("Mark Cole has taken the opposite tack in Kent.", ""),
    ("Mark Cole has taken Kent.", "Mark Cole winner"),
]


@pytest.mark.parametrize(("text", "expected"), CALLS)
def test_who_is_called(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="en", election_type="legislative")) == expected


def test_ballots_sent_back_are_no_seats_won() -> None:
    found = rows("participation_snapshots", "Mark Cole, returned for Kent with 35,201 votes, is careful.", lang="en")
    assert found == []
    found = rows("participation_snapshots", "By noon, 35,201 postal votes had been returned in Kent.", lang="en")
    assert [row["voters"] for row in found] == [35201]


STAGES = [
    (
        "fr",
        "Ann Morel devant, selon l'estimation Ipsos\nVoici le classement complet :\nLuc Petit : 28,1 %",
        "projection",
    ),
    ("fr", "Les chiffres\nVoici les résultats complets :\nLuc Petit : 28,1 %", "final"),
    ("fr", "On en est à 86 % des inscrits ; Luc Petit totalise 27,1 %.", "partial"),
    ("fr", "Ailleurs\nPau – Luc Petit – 43,83 %\nSource : préfectures, résultats définitifs.", "final"),
    ("fr", "Ailleurs\nPau – Luc Petit – 43,83 %\nSource : préfectures.", None),
    ("fr", "Luc Petit est définitivement élu avec 52,4 % des voix.", "final"),
    ("fr", "Toutes les urnes sont vidées. Luc Petit obtient 52,4 % des voix.", "final"),
    ("en", "Shares, with a handful of polls missing: Mark Cole 46.4%.", "partial"),
    ("en", "A handful of polls gave Mark Cole 46.4%.", "opinion_poll"),
    ("en", "At this stage (55 percent of the vote) the figures are Mark Cole 38%.", "partial"),
    ("en", "The exit poll was right. Mark Cole holds Kent with 45.5%.", "final"),
    ("en", "The exit poll is out. Mark Cole has 45.5%.", "exit_poll"),
    ("en", "EXIT POLL: A LANDSLIDE\nThe survey, carried out by Ipsos, predicts 45% for Mark Cole.", "exit_poll"),
    ("en", "If the exit poll was right, Mark Cole has 45%.", "exit_poll"),
    ("fr", "L'ultime projection d'Ipsos avant le vote accordait 45 % à Luc Petit.", "opinion_poll"),
    ("fr", "La projection d'Ipsos accordait 45 % à Luc Petit.", "projection"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), STAGES)
def test_how_the_count_stands(lang: str, text: str, expected: str | None) -> None:
    found = rows("vote_results", text, lang=lang, election_type="presidential", at=["23:30"])
    assert [row["result_stage"] for row in found if row["vote_pct"] is not None][-1] == expected


def test_what_one_item_of_a_list_tells_of_its_count_holds_for_no_other_place() -> None:
    text = (
        "L'essentiel\n• Anne Morel garde Paris avec 48,5 % des suffrages, chiffre définitif.\n"
        "• Luc Petit est élu à Lyon."
    )
    found = rows("vote_results", text, election_type="local")
    assert [(row["option"], row["result_stage"]) for row in found] == [("Anne Morel", "final"), ("Luc Petit", None)]


@pytest.mark.parametrize("zone", ["Eastern", "Eastern time", "ET"])
def test_a_time_zone_behind_an_hour_ends_no_sentence_and_is_no_place(zone: str) -> None:
    text = f"By 4 p.m. {zone}, 89,000 people had voted in Harris County."
    [row] = rows("participation_snapshots", text, lang="en", country="US", timezone="America/New_York")
    assert (row["gp_unit"], f"{row['as_of']:%H:%M}", row["voters"]) == ("Harris County", "16:00", 89000)
