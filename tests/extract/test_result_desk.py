"""What live desks write of results: headlines of calls, electors, ages, apposed parties, reminders of the round before,
each with a near miss.
"""

from __future__ import annotations

import pytest

from extracting import rows, told

AMERICANS = "Jane Reed and Tom Webb stand for president."


def american(text: str) -> str:
    found = rows(
        "vote_results",
        AMERICANS,
        text,
        lang="en",
        election_type="presidential",
        country="US",
        timezone="America/New_York",
    )
    return "; ".join(" ".join(filter(None, (told([row]), row["gp_unit"]))) for row in found if row["entry_id"] == "e1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # calls without a verb
        ("First calls: Ohio and Utah to Reed, Iowa to Webb", "Jane Reed winner Ohio; Jane Reed winner Utah; Tom Webb winner Iowa"),  # noqa: E501
        ("First trips: Ohio and Utah for the team", ""),
        ("Just after the hour, Ohio goes to Reed, and Utah to Webb.", "Jane Reed winner Ohio; Tom Webb winner Utah"),
        ("Ohio and Iowa go to Reed, and Utah to Webb.", "Jane Reed winner Ohio; Jane Reed winner Iowa; Tom Webb winner Utah"),  # noqa: E501
        ("Reed has won Utah. California has closed, and it is Reed’s.", "Jane Reed winner Utah; Jane Reed winner California"),  # noqa: E501
        ("Reed has won Utah. The plane is Reed’s.", "Jane Reed winner Utah"),
        ("Reed has won Utah, and the AP has put Ohio in her column.", "Jane Reed winner Utah; Jane Reed winner Ohio"),
        ("Reed has won Utah, and the AP has put Ohio on her screen.", "Jane Reed winner Utah"),
        # a headline of a place and a name, above who has called it
        ("West Virginia: Webb\nCalled at the stroke of 7.30.", "Tom Webb winner West Virginia"),
        ("West Virginia: Webb\nHe speaks at 7.30.", ""),
        # scores in votes, behind votes; a tie in shares, behind shares
        ("Five votes for Reed. In Troy, Webb beat Reed 16-5.", "Jane Reed 5 votes; Tom Webb 16 votes winner Troy; Jane Reed 5 votes defeated Troy"),  # noqa: E501
        ("Troy beat Utica 16-5.", ""),
        ("The exit poll in Ohio shows Reed on 50% and Webb on 48%; in Utah it is 49-49.", "Jane Reed 50% Ohio; Tom Webb 48% Ohio; Jane Reed 49% Utah; Tom Webb 49% Utah"),  # noqa: E501
        ("In Erie County Reed has 39.6%. California has closed, and it is Reed’s.", "Jane Reed 39.6% Erie County; Jane Reed winner California"),  # noqa: E501
        # who carried a place at another time
        ("NBC projects that Reed will win Ohio, which Webb carried by fewer than 3,000 votes.", "Jane Reed projected_winner Ohio"),  # noqa: E501
        ("Reed has won Utah; Ohio was carried by Webb.", "Jane Reed winner Utah; Tom Webb winner Ohio"),
        # electors
        ("Neither has 270 electoral votes. Reed stands at 238 and Webb at 213.", "Jane Reed 238 seats; Tom Webb 213 seats"),  # noqa: E501
        ("The state of play\nReed has won Ohio and Utah.\nIn Iowa, Reed is at 54.2% and Webb at 44%.", "Jane Reed 54.2% Iowa; Tom Webb 44% Iowa; Jane Reed winner Ohio; Jane Reed winner Utah"),  # noqa: E501
        # the second figure of a pair is the other's, whatever institute is named behind
        ("Monmouth had Reed ahead 50% to 45%, while Trafalgar, alone, had Webb in front, 48% to 46%.", "Jane Reed 50%; Tom Webb 45%; Tom Webb 48%; Jane Reed 46%"),  # noqa: E501
    ],
)  # fmt: skip
def test_american_desk(text: str, expected: str) -> None:
    assert american(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an age is no number of seats
        ("Tom Webb, the SNP’s 28-year-old leader, voted in Leeds.", ""),
        ("The SNP’s 28 seats are a record.", "SNP 28 seats"),
        # whoever led a party then has not its share
        ("Labour is on 33.7%, a touch more than the 32.1% it managed under Tom Webb.", "Labour 33.7%"),
        # thrown out of a party, not of office
        ("Tom Webb was thrown out of Labour in May.", ""),
        ("Tom Webb was thrown out of Westminster tonight.", "Tom Webb defeated"),
        ("Tom Webb has been turfed out of Leeds after 32 years.", "Tom Webb defeated"),
        ("Tom Webb took less than a quarter of an hour to concede.", ""),
        ("Tom Webb took Leeds in less than an hour.", "Tom Webb winner"),
        ("Tom Webb is out in the first round.", "Tom Webb defeated"),
        ("Tom Webb is out in the garden.", ""),
        ("Labour has 39 seats, the SNP 32. Everything else, 501 seats, is to play for.", "Labour 39 seats; SNP 32 seats"),  # noqa: E501
        ("Ipsos sees Labour on 33% in Ohio, which is worth 18 seats.", "Labour 33%"),
        ("Jane Reed announced that she had been elected tonight.", "Jane Reed winner"),
        ("Jane Reed announced that she had been elected in 1998.", ""),
        # seats in words go on behind seats
        ("Labour has 39 seats, the SNP 32. Plaid Cymru has two.", "Labour 39 seats; SNP 32 seats; Plaid Cymru 2 seats"),
        ("Labour has met the SNP. Plaid Cymru has two leaders.", ""),
        # votes behind somebody's place, or behind days and years
        ("Ann Price has won Leeds with 11,847 votes. Tom Webb came a close third (9,958).", "Ann Price 11847 votes winner; Tom Webb 9958 votes"),  # noqa: E501
        ("Tom Webb, 49 days in office, is beaten in Leeds on 11,217.", "Tom Webb 11217 votes defeated"),
        ("Tom Webb, 49 days in office, saw 11,217 people in Leeds.", ""),
        # the other figure of whoever the sentence before calls beaten
        ("Tom Webb has been defeated in Leeds. Ann Price, the Labour mayor of the West, takes it by 19,739 to 14,420.", "Ann Price 19739 votes winner; Tom Webb 14420 votes defeated"),  # noqa: E501
        ("Tom Webb is here. Ann Price beats Labour by 19,739 to 14,420.", "Ann Price 19739 votes winner; Labour 14420 votes"),  # noqa: E501
        # the totals of an estimate
        ("The BBC forecasts a Labour total of 410 and 119 for the Tories.", "Labour 410 seats; Tories 119 seats"),
        # a party between somebody and a colon
        ("• Ann Price, Green: elected in Leeds with 52.1%", "Ann Price 52.1%"),
        ("• Labour: 52.1%, Green: 21%", "Labour 52.1%; Green 21%"),
        # votes and their share behind a dash; a range behind the same dash
        ("The others:\n\nTom Webb (Labour): 113,321 – 6.4%\nAnn Price (Green): 51,220 – 2.9%", "Tom Webb 113321 votes; Tom Webb 6.4%; Ann Price 51220 votes; Ann Price 2.9%"),  # noqa: E501
        ("Ipsos puts Labour on 26–27%.", "Labour"),
        # what is kept or taken, and is no place
        ("Ann Price, for her part, had kept the support of the veteran Tom Costigan to the end.", ""),
        ("Ann Price has kept Leeds with the support of the Greens.", "Ann Price winner"),
        ("In Leeds, Ann Price took two of the write-ins.", ""),
        ("In Leeds, Ann Price took the seat.", "Ann Price winner"),
    ],
)  # fmt: skip
def test_british_desk(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="en")) == expected


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("EXIT POLL\nHere is the joint BBC and ITV forecast:\nLabour 410\nConservatives 131", ["exit_poll", "exit_poll"]),  # noqa: E501
        ("EXIT POLL\nThe BBC now projects a share of 35% for Labour.", ["projection"]),
        ("A survey taken at the doors of polling stations puts Labour near 29%.", ["exit_poll"]),
        ("A survey puts Labour near 29%.", ["opinion_poll"]),
        ("Tom Webb holds on in Leeds with 20,030 votes; Jane Reed is trailing on 6,121.", ["final", "final"]),
        ("Tom Webb has 20,030 votes in Leeds; Jane Reed is trailing on 6,121.", ["final", "partial"]),
        # words that tell of the night or of a career, and not of a count
        ("The least surprising result of the night so far. Tom Webb: 36,693 votes.", ["final"]),
        ("The votes so far. Tom Webb: 36,693 votes.", ["partial"]),
    ],
)  # fmt: skip
def test_stages_of_the_desk(text: str, stages: list[str]) -> None:
    assert [row["result_stage"] for row in rows("vote_results", text, lang="en")] == stages


FINALISTS = "Anne Martin affronte Luc Petit. Anne Martin est devant Luc Petit."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # between two finalists, the share of anybody else is of the first round
        ("Paul Plamon (0,77 %) ne donne pas de consigne.", "Paul Plamon 0.77% r1 final"),
        ("Luc Petit (48,2 %) attend.", "Luc Petit 48.2% r2"),
        (
            "Il y a quinze jours, Luc Petit avait viré en tête avec 27,85 %, devant Anne Martin (23,15 %), tous deux "
            "qualifiés pour le second tour. Le dernier sondage prêtait 56,5 % des intentions de vote au premier et "
            "43,5 % à la seconde.",
            "Luc Petit 27.85% r1 final; Anne Martin 23.15% advanced_to_runoff r1 final; "
            "Luc Petit 56.5% r2 opinion_poll; Anne Martin 43.5% r2 opinion_poll",
        ),
        ("Anne Martin avait 27,85 % au premier tour.", "Anne Martin 27.85% r1 final"),
        # a date in a clause about somebody else
        (
            "Anne Martin arrive en tête outre-mer, là où Paul Plamon dominait le 23 avril. Le détail :\nMayotte : Anne "
            "Martin 59,6 %",
            "Anne Martin 59.6% r2",
        ),
        ("Le 23 avril, Anne Martin était déjà en tête avec 29,6 %.", "Anne Martin 29.6% r1 final"),
        # a description with a participle
        (
            "Paul Plamon, le leader insoumis, parle. « Madame Martin est mal élue », lance le leader insoumis, arrivé "
            "troisième avec 21,95 %.",
            "Paul Plamon 21.95% r1 final",
        ),
        ("Anne Martin réélue, Luc Petit au-dessus des 41 %", "Luc Petit 41% r2; Anne Martin winner r2"),
    ],
)  # fmt: skip
def test_french_finalists(text: str, expected: str) -> None:
    found = rows("vote_results", FINALISTS, text, round=2, election_type="presidential", day="2017-05-07")
    found = [row for row in found if row["entry_id"] == "e1"]
    parts = [" ".join(filter(None, (told([row]), f"r{row['round']}", row["result_stage"]))) for row in found]
    assert "; ".join(parts).replace(" projection", "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anne Martin a 34,68 %, contre 32,44 % à Luc Petit, qui menait pourtant la semaine dernière.",
            "Anne Martin 34.68% r2; Luc Petit 32.44% r2",
        ),
        ("Luc Petit, qui avait 32,44 % la semaine dernière, attend.", "Luc Petit 32.44% r1"),
        (
            "Anne Martin et Luc Petit sont au coude à coude. Elabe donne 43 % à la première, 42 % au second.",
            "Anne Martin 43% r2; Luc Petit 42% r2",
        ),
        (
            "Ipsos accordait 26,5 % à Anne Martin, Luc Petit et Paul Plamon étant donnés à 14 % chacun.",
            "Anne Martin 26.5% r2; Luc Petit 14% r2; Paul Plamon 14% r2",
        ),
        (
            "Anne Martin, députée de Corrèze, est devant Luc Petit. Plus de 10 millions d'électeurs ont choisi Anne Martin.",  # noqa: E501
            "Anne Martin 10000000 votes r2",
        ),
        ("Anne Martin est devant Luc Petit. Plus de 10 millions d'électeurs ont choisi la mer.", ""),
        # whoever heads a list has its figure
        ("Anne Martin, tête de la liste EELV (15,09 %), devance Luc Petit (12,1 %).", "Anne Martin 15.09% r2; Luc Petit 12.1% r2"),  # noqa: E501
        ("Anne Martin a battu la liste EELV (15,09 %).", "EELV 15.09% r2; Anne Martin winner r2"),
        # what a victory would do is no victory
        ("Anne Martin prévient qu'une victoire de Luc Petit la rendrait libre.", ""),
        ("Victoire de Luc Petit à Marseille.", "Luc Petit winner r2"),
        ("Anne Martin, Luc Petit et Paul Plamon sont à 14 % chacun.", "Anne Martin 14% r2; Luc Petit 14% r2; Paul Plamon 14% r2"),  # noqa: E501
        (
            "Troisième du premier tour avec 16,11 %, derrière Luc Petit (36,07 %) et Paul Plamon (25,83 %), Anne Martin a "  # noqa: E501
            "refusé de se retirer.",
            "Anne Martin 16.11% r1; Luc Petit 36.07% r1; Paul Plamon 25.83% r1",
        ),
    ],
)  # fmt: skip
def test_french_desk(text: str, expected: str) -> None:
    found = rows("vote_results", text, round=2, election_type="regional")
    assert "; ".join(f"{told([row])} r{row['round']}" for row in found) == expected


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Anne Martin (36,42 %) devance Luc Petit (36,08 %). La préfecture confirme ces résultats définitifs.", ["final", "final"]),  # noqa: E501
        ("Anne Martin (36,42 %) devance Luc Petit (36,08 %). La préfecture confirme sa venue.", [None, None]),
        ("Anne Martin est à 27 %, d'après une enquête réalisée à la sortie de cent bureaux.", ["exit_poll"]),
        ("Anne Martin est à 27 %, d'après une enquête réalisée à la sortie de la messe.", ["opinion_poll"]),
        (
            "Ipsos : Anne Martin sera maire de Rouen, selon toutes les estimations. À Marseille, Luc Petit est réélu.",
            [None],
        ),
        (
            "— Anne Martin (PS), réélue en Aquitaine\n— Luc Petit (PS), 44,5 %, devant Paul Plamon (34 %)\nSource : Ifop, sur "  # noqa: E501
            "bureaux tests.",
            ["projection", "projection", "projection"],
        ),
    ],
)  # fmt: skip
def test_stages_of_the_french_desk(text: str, stages: list[str | None]) -> None:
    found = rows("vote_results", text, round=2, election_type="regional", at=["22:40"])
    assert [row["result_stage"] for row in found] == stages


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Harriet Stone in Bath, Owen Pike in Leeds\nLabour took 33.2% of the vote.", None),
        ("The count is over in Leeds\nLabour took 33.2% of the vote.", "Leeds"),
    ],
)
def test_bylines_are_no_areas(text: str, area: str | None) -> None:
    assert [row["gp_unit"] for row in rows("vote_results", text, lang="en")] == [area]
