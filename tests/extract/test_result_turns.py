"""Turns of phrase of results: duels told by participles and passives, clauses about others, somebody undescribed,
margins that look like votes, live blogs between two rounds.
"""

from __future__ import annotations

import pytest

from extracting import figure, rows, told

LEADS = {
    "fr": "Législatives, second tour : Ségolène Rigaud et Olivier Faure s'affrontent.",
    "en": "The count: Jane Reid, leader of the SNP, faces Iain Gray of Labour.",
}


def after_lead(text: str, lang: str = "fr") -> str:
    found = rows("vote_results", LEADS[lang], text, lang=lang, round=2, day="2012-06-17")
    return told([row for row in found if row["entry_id"] == "e1"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paul Plamon a délogé Luc Petit, 41,3 % contre 31,2 %.", "Paul Plamon 41.3%; Luc Petit 31.2%"),
        ("Luc Petit, distancé par Paul Plamon (25,2% contre 36,3%), s'en va.", "Luc Petit 25.2%; Paul Plamon 36.3%"),
        (
            "Luc Petit sauve son siège face au socialiste Paul Plamon : 50,9 % contre 49,1 %.",
            "Luc Petit 50.9% winner; Paul Plamon 49.1%",
        ),
        # a win told behind whoever wins is not that of the beaten
        (
            "Anne Martin, battue par Luc Petit, élu avec 52 %, s'en va.",
            "Anne Martin defeated; Luc Petit 52% winner",
        ),
        ("Luc Petit, distancé par Anne Martin au premier tour, est élu avec 52 %.", "Luc Petit 52% winner"),
        # the party of a relative clause
        ("Anne Martin, que le PS avait fini par soutenir à Lens, passe de justesse : 50,4 %.", "Anne Martin 50.4%"),
        ("Anne Martin, que le PS soutenait à Lens, obtient 50,4 %.", "Anne Martin 50.4%"),
        # who is named beside somebody, in an aside
        ("Luc Petit, soutenu par Anne Martin, s'incline (34,95%).", "Luc Petit 34.95% defeated"),
        ("Luc Petit, rallié par le LR Paul Plamon au début du mois, est derrière (34,95%).", "Luc Petit 34.95%"),
        ("Luc Petit, à la tête d'Archipel citoyen (48,02%), sourit.", "Luc Petit 48.02%"),
        # a number of votes is no share
        (
            "Anne Martin rempile : 15.389 bulletins, soit 40%, contre 15.162 à l'écologiste Luc Petit (39,41%).",
            "Anne Martin 40% winner; Luc Petit 15162 votes; Luc Petit 39.41%",
        ),
        # the members of a council are no seats of a party
        ("Les listes de Luc Petit totalisent 38,28%. Tout se jouera entre les 101 conseillers.", "Luc Petit 38.28%"),
        # several, in their order
        (
            "Ipsos crédite le PS de 38 %, l'UMP de 17 %, le FN et le MoDem de 15 % et 14 % respectivement.",
            "PS 38%; UMP 17%; FN 15%; MoDem 14%",
        ),
        # somebody whom nothing explains has figures too
        (
            "62,9 % pour Olivier Faure, et 37,1 % pour l'ex-candidate à l'Elysée (22 661 voix).",
            "Olivier Faure 62.9%",
        ),
        # margins
        ("L'affaire s'est jouée à 400 voix : Luc Petit est réélu.", "Luc Petit winner"),
        ("« Le système a gagné de 118 voix », dit Ségolène Rigaud.", ""),
    ],
)
def test_turns_of_phrase_in_french(text: str, expected: str) -> None:
    assert sorted(after_lead(text).split("; ")) == sorted(expected.split("; "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a seat is returned, ballots are not
        ("James Kell is returned in Rutherglen with 12,489 votes.", "James Kell 12489 votes winner"),
        ("Newspoll has Labour on 37%, the Greens on 7%; preferred premier, Reid 44, Gray 42.", "Labour 37%; Greens 7%"),
        ("Ann Lee, an Air Force officer, leads Bill Hall: 47% to 22%.", "Ann Lee 47%; Bill Hall 22%"),
        ("Ann Lee has won. The 75-year-old had 48% in early returns.", "Ann Lee 48% winner"),
        ("AJ Moss got 23% and TJ Cox 22%.", "AJ Moss 23%; TJ Cox 22%"),
    ],
)
def test_turns_of_phrase_in_english(text: str, expected: str) -> None:
    assert after_lead(text, "en") == expected


def test_a_round_named_in_passing_and_one_months_ago() -> None:
    posts = (
        "Luc Petit, rejoint après le premier tour par Anne Martin, devance Paul Plamon (47,1% contre 34,6%).",
        "Luc Petit est réélu avec 58,8%. Anne Martin en réunit 41,1%. Il y a trois mois, ils étaient à 43,5% et 35,8%.",
    )
    found = rows("vote_results", *posts, round=2, day="2020-06-28")
    assert [(row["vote_pct"], row["round"]) for row in found] == [
        (47.1, 2),
        (34.6, 2),
        (58.8, 2),
        (41.1, 2),
        (43.5, 1),
        (35.8, 1),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Municipales : le récit de la journée avant la clôture des listes.", 1),
        ("Les candidats avaient jusqu'à 18 heures pour déposer leurs listes.", 1),
        ("Municipales : le second tour en direct.", 2),
    ],
)
def test_votes_told_between_two_rounds_are_of_the_first(head: str, expected: int) -> None:
    posts = (
        "Lens : Luc Petit, en tête avec 38,1%, rejoint Anne Martin (7,2%).",
        "La participation s'est arrêtée à 56,2 %.",
    )
    found = rows("vote_results", *posts, lead=head, at=["10:00", "10:05"], round=2, day="2014-03-25")
    # in the morning of a second round too, when turnout is of that round, nothing else has been counted
    assert [(row["round"], row["result_stage"]) for row in found] == [(1, "final")] * 2
    (turnout,) = rows("participation_snapshots", *posts, lead=head, at=["10:00", "10:05"], round=2, day="2014-03-25")
    assert turnout["round"] == expected


THREE = {
    "fr": "Primaire : Anne Petit, députée de Brest, Paul Morel, maire de Lens, et Luc Roux se disputent l'investiture.",
    "en": "The primary: Ann Small, Jim Hall and Tom Reed all want the nomination.",
}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # as many shares as people, in their order
        ("en", "A poll had Small, Hall and Reed in a tie, at 18, 22 and 21 percent.", "Small 18%; Hall 22%; Reed 21%"),
        # bare shares printed with decimals are no seats
        ("en", "Small 34.0, Hall 33.1, with 70% of precincts counted.", "Small 34%; Hall 33.1%"),
        # tallies of votes in places, the names said once
        (
            "en",
            "From the tally people: Dublin Bay, Small 62, Hall 28, Reed 4; Kerry, 66, 21 and 7.",
            "Small 62%; Hall 28%; Reed 4%; Small 66%; Hall 21%; Reed 7%",
        ),
        ("en", "The panel scored them: Small 62, Hall 28, Reed 4.", ""),
        # the same in another unit, behind “or”
        (
            "en",
            "Small 424,987 (29.5 per cent); Hall 103,568, or 7.2 per cent.",
            "Small 424987 votes; Small 29.5%; Hall 103568 votes; Hall 7.2%",
        ),
        # one bare share where a count is told of
        ("en", "With 74 per cent of votes counted in the county Small is on 68, her best.", "Small 68%"),
        # an opening place of whoever the sentence is about, others in an aside
        (
            "en",
            "Third in Leeds with 18.1 per cent, well behind Tom Reed (42.3), Ann Small waves.",
            "Small 18.1%; Reed 42.3%",
        ),
        # shares before names in brackets
        (
            "fr",
            "Les autres sont à 7 % (Anne Petit), 6 % (Paul Morel) et 1 % (Luc Roux).",
            "Petit 7%; Morel 6%; Roux 1%",
        ),
        ("fr", "Anne Petit est à 7 % (PS) et Paul Morel à 6 % (LR).", "Petit 7%; Morel 6%"),
        # words of approximation between two figures that oppose each other
        (
            "fr",
            "La députée de Brest devance le maire de Lens, 39 % contre un peu plus de 30 %.",
            "Petit 39%; Morel 30%",
        ),
        ("fr", "Luc Roux donne 54 % à Anne Petit : l'institut la place à 53,2 %.", "Petit 54%; Petit 53.2%"),
        # a figure alone in quotation marks, and one that is no share of the vote
        ("fr", "Les sites annoncent Anne Petit à « environ 60 % » des suffrages.", "Petit 60%"),
        ("fr", "Paul Morel est à « 100 % » derrière elle.", ""),
        # of another, whose minister somebody was
        ("fr", "Luc Roux, l'ancien ministre de Paul Morel, obtient 55,27 %.", "Roux 55.27%"),
        # a share of the votes counted so far is somebody's where he has it
        ("en", "Ann Small, the mayor, has 58 percent of the votes tallied so far.", "Small 58%"),
        ("en", "Ann Small waits: 58 percent of the votes have been tallied so far.", ""),
        # duels told by a possessive, by what is lost to somebody, by a preposition
        (
            "en",
            "Small loses to Tom Reed, 11,673 votes to the newcomer’s 16,760.",
            "Small 11673 votes defeated; Reed 16760 votes winner",
        ),
        ("en", "Ann Small leads Tom Reed 50 to 48, with a third counted.", "Small 50%; Reed 48%"),
        ("en", "Jim Hall is up on Tom Reed, 57.5 to 41.5, with half in.", "Hall 57.5%; Reed 41.5%"),
        (
            "en",
            "Ann Small, who was ill, has lost to Tom Reed, a former judge (54.5%).",
            "Reed 54.5% winner; Small defeated",
        ),
        # none of two, and what people think
        ("en", "Neither Sen. Ann Small nor Jim Hall was above 50 percent.", ""),
        ("en", "The exit poll has 44 percent approving of Ann Small.", ""),
        # shares behind semicolons, after votes in parentheses
        (
            "en",
            "Small 40.3 percent (164,212); Hall 27.3 percent (111,230); Reed 17.2.",
            "Small 40.3%; Small 164212 votes; Hall 27.3%; Hall 111230 votes; Reed 17.2%",
        ),
        # who is denied has not won, but may be the other of two
        ("fr", "Anne Petit, et non Luc Roux, arrive en tête avec 32 %.", "Petit 32%"),
        ("fr", "C'est Anne Petit, pas Luc Roux, qui obtient 52 %.", "Petit 52%"),
        ("en", "Jim Hall, and not Ann Small, has won with 29,839 votes.", "Hall 29839 votes winner"),
        (
            "en",
            "Jim Hall, not Ann Small, finished first, with 29,839 votes to 29,805.",
            "Hall 29839 votes; Small 29805 votes",
        ),
        # what the subject had earlier is not the rival's
        ("fr", "Anne Petit obtient 52 % contre Luc Roux, après avoir réuni 33 % jadis.", "Petit 52%; Petit 33%"),
        ("fr", "Anne Petit obtient 52 % contre Luc Roux, 48 %.", "Petit 52%; Roux 48%"),
        ("en", "Jim Hall won with 51% against Ann Small, after taking 32.9% then.", "Hall 51% winner; Hall 32.9%"),
        # what somebody would do if another withdrew; all who bear a name
        ("fr", "Paul Morel hésite : si son rival Luc Roux se retire, il ira.", ""),
        ("fr", "Les Petit au-delà de 40 %", ""),
        # of a headline without its verb
        ("en", "Ann Small defeated in Dunbar", "Small defeated"),
        ("en", "Ann Small defeated Jim Hall", "Small winner; Hall defeated"),
        # the subject that stands behind an aside
        (
            "en",
            "Third in Hull with 18.1 per cent, well behind Jim Hall (42.3), Ann Small announces he will go.",
            "Small 18.1%; Hall 42.3%",
        ),
        # what is lacking, and what an aside is about
        ("fr", "Anne Petit est en tête : il lui fallait 12 voix de plus.", ""),
        ("fr", "Anne Petit, pourtant alliée aux écologistes et au PCF, s'arrête à 47,9 %.", "Petit 47.9%"),
    ],
)
def test_turns_of_shares(lang: str, text: str, expected: str) -> None:
    found = rows("vote_results", THREE[lang], text, lang=lang, round=1, day="2022-05-03", election_type="municipal")
    words = told([row for row in found if row["entry_id"] == "e1"])
    assert "; ".join(part.split(" ", 1)[1] if part else "" for part in words.split("; ")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ohio for Small, Vermont for Hall\nBoth were expected.", "Ann Small winner; Jim Hall winner"),
        ("Ohio for Small?\nNot yet.", ""),
        ("Ohio for Small volunteers are out in force.", ""),
        ("Women for Small\nThey march.", ""),
    ],
)
def test_places_each_with_whoever_has_won_it(text: str, expected: str) -> None:
    found = rows("vote_results", THREE["en"], text, lang="en", round=1, day="2020-03-03", election_type="primary")
    assert told([row for row in found if row["entry_id"] == "e1"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what institutes give a party and its allies; a pair goes on in the unit of the first
        ("Ifop donne au RN et à ses alliés de 170 à 210 sièges.", "RN et ses alliés 170-210 seats"),
        ("Le PS a 36,4 % et 25 sièges ; LR 33,5 % et 21.", "PS 36.4%; PS 25 seats; LR 33.5%; LR 21 seats"),
        # who is the member of a place has won nothing tonight
        ("Paul Morel, élu de l'Eure, attend.", ""),
        ("Paul Morel, élu dans l'Eure, sourit.", "Paul Morel winner"),
        # an outcome ends a reminder of the first round
        (
            "Au premier tour, Paul Morel avait 46,9 %. Anne Petit est battue par Luc Roux (52,1 %).",
            "Paul Morel 46.9% (1); Luc Roux 52.1% winner; Anne Petit defeated",
        ),
        # the votes behind somebody are a margin
        ("Anne Petit échoue à Lens, 118 voix derrière Luc Roux.", "Anne Petit defeated"),
        # participles that open a sentence are nobody
        ("Publiée samedi, l'enquête Ipsos donne 52 % à Luc Roux.", "Luc Roux 52%"),
    ],
)
def test_turns_of_a_second_round(text: str, expected: str) -> None:
    found = rows("vote_results", text, lang="fr", round=2, day="2024-07-07")
    words = told(found).split("; ")
    first = [" (1)" if row["round"] == 1 else "" for row in found]
    assert "; ".join(word + mark for word, mark in zip(words, first, strict=False)) == expected


def test_an_answer_goes_on_by_a_pronoun_and_in_ballots() -> None:
    text = "Le oui obtient 94,8 % à Canala. Il est à 91,6 % à Yaté. Il est 17 heures, à 20 % du but."
    found = rows("vote_results", text, lang="fr", day="2020-10-04", election_type="referendum")
    assert [(row["option"], row["gp_unit"], row["vote_pct"]) for row in found] == [
        ("oui", "Canala", 94.8),
        ("oui", "Yaté", 91.6),
    ]
    ballots = "Le compteur s'arrête sur 81.503 bulletins pour le non et 71.533 pour le oui."
    found = rows("vote_results", ballots, lang="fr", day="2020-10-04", election_type="referendum")
    assert [(row["option"], row["votes"]) for row in found] == [("non", 81503), ("oui", 71533)]
    assert not rows("participation_snapshots", ballots, lang="fr", day="2020-10-04", election_type="referendum")


def test_a_list_of_places_below_the_answer_they_gave() -> None:
    text = "La Suisse centrale vote oui. Les résultats complets :\nSchwyz : 63,1%\nUri : 58,2%\nParticipation : 51%"
    found = rows("vote_results", text, lang="fr", election_type="referendum", day="2014-02-09")
    assert [(row["option"], row["gp_unit"], row["vote_pct"]) for row in found] == [
        ("oui", "Schwyz", 63.1),
        ("oui", "Uri", 58.2),
    ]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The Conservatives have reached 326 seats.", "en", "Conservatives 326 seats"),
        ("Labour will not reach 300 seats.", "en", ""),
        ("We stay until Ann Roe or Tom Poe has 270 votes in the college.", "en", ""),
        ("Ukip's vote collapsed to 1.8%.", "en", "Ukip 1.8%"),
        ("The AP called Ohio for Ann Roe and Iowa for Tom Poe.", "en", "Ann Roe winner; Tom Poe winner"),
        ("Ann Roe, a volunteer, smiles through tears.", "en", ""),
        ("Tom Poe carried the results in her own hand.", "en", ""),
        ("L'ancien adjoint d'Anne Roux, Jean Petit, l'emporte avec 50,8 % des voix.", "fr", "Jean Petit 50.8% winner"),
        ("Anne Roux, que soutenaient Jean Petit et Luc Blanc, s'incline.", "fr", "Anne Roux defeated"),
        (
            "Anne Roux à Lyon, Luc Blanc à Bordeaux et Rose Noir à Lille sont élus.",
            "fr",
            "Luc Blanc winner; Anne Roux winner; Rose Noir winner",
        ),
        ("Jean Petit (NPA) est, lui, qualifié.", "fr", "Jean Petit advanced_to_runoff"),
        ("Le plan du RN coûte 100 milliards d'euros, celui de la gauche 179 milliards.", "fr", ""),
        ("Two thirds of women under 30 voted for Ann Roe.", "en", ""),
        ("Of the members, 63 chose Ann Roe.", "en", "Ann Roe 63 votes"),
        ("The Greens, who stood aside in ten seats, are on four.", "en", "Greens 4 seats"),
        ("A campaign backed the Greens in 70 seats.", "en", ""),
        ("Ann Roe came within 528 votes of removing Tom Poe.", "en", ""),
        ("Anne Roux est à 30 voix du siège.", "fr", ""),
        (
            "À Nîmes, Luc Blanc bat Jean Petit : étiqueté divers gauche, il est élu.",
            "fr",
            "Luc Blanc winner; Jean Petit defeated",
        ),
        (
            "Luc Blanc est battu : Jean Petit, étiqueté divers gauche, est élu avec 58 %.",
            "fr",
            "Jean Petit 58% winner; Luc Blanc defeated",
        ),
        ("Le Parti communiste soutient Anne Roux au second tour.", "fr", ""),
        ("Londres s'éveille, Anne Roux aussi ; l'euro cède 0,3 % face au dollar.", "fr", ""),
        (
            "Luc Blanc a 28,4 % et Jean Petit 27 %. La présidente du FN est mesurée à 18,2 %.",
            "fr",
            "Luc Blanc 28.4%; Jean Petit 27%",
        ),
    ],
)
def test_what_becomes_of_a_figure_or_a_name(text: str, lang: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, election_type="legislative")) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # a share and a number of votes of whoever follows them
        (
            "À Pau : 39 % et 612 000 voix pour Luc Blanc, 30,7 % et 482 000 voix pour Anne Roux.",
            "fr",
            "Luc Blanc 39%; Luc Blanc 612000 votes; Anne Roux 30.7%; Anne Roux 482000 votes",
        ),
        ("Luc Blanc garde son siège avec 54,9 % des bulletins.", "fr", "Luc Blanc 54.9% winner"),
        ("Avec 54,9 % des bulletins dépouillés, Luc Blanc est à 51 %.", "fr", "Luc Blanc 51%"),
        ("En sièges, selon Ipsos :\nLR : 230–280\nPS : 125–165", "fr", "LR 230-280 seats; PS 125-165 seats"),
        ("In seats, says Ipsos:\nLabour: 230–280\nSNP: 125–165", "en", "Labour 230-280 seats; SNP 125-165 seats"),
        ("At half-time:\nArsenal: 2–3", "en", ""),
        # calls
        ("CNN projects Ann Roe as the winner in Ohio.", "en", "Ann Roe projected_winner"),
        ("The papers had Ann Roe as the winner of the debate.", "en", ""),
        ("Ann Roe has also been elected.", "en", "Ann Roe winner"),
        ("Anne Roux à Lyon, Luc Blanc à Lille : tous deux sont élus.", "fr", "Anne Roux winner; Luc Blanc winner"),
        (
            "Ann Roe and Tom Poe did not wait long: both senators are re-elected.",
            "en",
            "Ann Roe winner; Tom Poe winner",
        ),
        ("Anne Roux a perdu le soutien de Luc Blanc.", "fr", ""),
        ("Anne Roux a perdu son duel.", "fr", "Anne Roux defeated"),
        # who is told of by the name of another
        ("L'ancien ministre de Luc Blanc est battu.", "fr", ""),
        ("Deux anciens ministres de Luc Blanc balayés", "fr", ""),
        ("La candidate soutenue par Luc Blanc est battue.", "fr", ""),
        ("La ministre Anne Roux est battue.", "fr", "Anne Roux defeated"),
        ("The former aide to Ann Roe has won.", "en", ""),
        ("A candidate backed by Ann Roe wins.", "en", ""),
        # sports, and an institute that sees somebody ahead
        ("Tom Poe beat Ian Roe in four sets at the French Open.", "en", ""),
        (
            "Ipsos had Ann Roe and Tom Poe at 38%, while Monmouth saw the clerk ahead of Ann Roe, 40% to 35%.",
            "en",
            "Ann Roe 38%; Tom Poe 38%; Ann Roe 35%",
        ),
    ],
)
def test_figures_and_calls_of_somebody_and_of_nobody(text: str, lang: str, expected: str) -> None:
    found = told(rows("vote_results", text, lang=lang, election_type="legislative"))
    assert sorted(found.split("; ")) == sorted(expected.split("; "))


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("Le PS obtient 308 sièges, le MoDem 42. Ces totaux sont définitifs.", "fr", "final"),
        ("Plus aucune circonscription ne manque à l'appel. Le PS obtient 308 sièges, le MoDem 42.", "fr", "final"),
        ("With the ballots of 75% of registered voters processed, Ann Roe is on 27.3%.", "en", "partial"),
    ],
)
def test_how_far_a_count_is(text: str, lang: str, stage: str) -> None:
    found = rows("vote_results", text, lang=lang, election_type="legislative", at=["23:00"])
    assert {row["result_stage"] for row in found} == {stage}


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Anne Roux gagne son pari.", "fr", ""),
        ("Anne Roux gagne 3 000 euros par mois.", "fr", ""),
        ("Anne Roux est élue meilleure joueuse.", "fr", ""),
        ("Anne Roux a perdu sa mère.", "fr", ""),
        ("60 % des Français veulent qu'Anne Roux gagne.", "fr", ""),
        ("Si Luc Blanc est battu, Anne Roux partira.", "fr", ""),
        ("Battu, Luc Blanc s'en va.", "fr", "Luc Blanc defeated"),
        ("Anne Roux gagne à Lyon.", "fr", "Anne Roux winner"),
        ("Ann Roe wins applause for her speech.", "en", ""),
        ("Ann Roe won a prize for cooking.", "en", ""),
        ("Ann Roe lost her father in May.", "en", ""),
        ("Ann Roe beats a hasty retreat.", "en", ""),
        ("Ann Roe swept into the hall.", "en", ""),
        ("Ann Roe wins a seat in Ohio.", "en", "Ann Roe winner"),
    ],
)
def test_what_is_won_or_lost_is_no_election(text: str, lang: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, election_type="legislative")) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # an opening that only looks back is not the time of what follows; one that has the figure is
        (
            "Mal embarqué il y a une semaine, Paul Girard est réélu avec 52 % des voix.",
            "fr",
            "Paul Girard 52% 2 winner",
        ),
        ("Arrivé en tête au premier tour avec 52 % des voix, Paul Girard attend.", "fr", "Paul Girard 52% 1"),
        # whose share of the ballots it is, and how far the count is
        ("Paul Girard conserve son siège en réunissant 56 % des bulletins.", "fr", "Paul Girard 56% 2 winner"),
        ("Après 56 % des bulletins, Paul Girard a 40 % des voix.", "fr", "Paul Girard 40% 2"),
        # lists of fellow candidates, who stands aside with whom, seats of those only a word sets apart
        (
            "Le PS disposera de 42 sièges, Paul Girard et ses colistiers de 39.",
            "fr",
            "PS 42 seats 2; Paul Girard 39 seats 2",
        ),
        ("Le PS a 170 élus et le RN, avec les amis de Paul Girard, 139.", "fr", "PS 170 seats 2; RN 139 seats 2"),
        ("La hausse atteint donc 18 %, calcule Paul Girard.", "fr", ""),
        ("La participation est en hausse et Paul Girard atteint 18 % des voix.", "fr", "Paul Girard 18% 2"),
        # who beats somebody of whom more is told
        (
            "Ann Roe takes Leigh from Tom Poe, who ran the campaign, with 23,548 votes to his 17,864.",
            "en",
            "Ann Roe 23548 votes 2 winner; Tom Poe 17864 votes 2",
        ),
        (
            "Ann Roe turns back Tom Poe, the banker who made her work, with 54.8%.",
            "en",
            "Ann Roe 54.8% 2 winner; Tom Poe 2 defeated",
        ),
        ("Ann Roe turns back to Tom Poe and smiles.", "en", ""),
        ("Ann Roe will hold the fort.", "en", ""),
        ("Ann Roe will hold Leigh.", "en", "Ann Roe 2 projected_winner"),
        ("Ann Roe gets a fourth term as governor.", "en", "Ann Roe 2 winner"),
        (
            "The Greens and the SNP are given two each, Labour 240 seats.",
            "en",
            "Greens 2 seats 2; SNP 2 seats 2; Labour 240 seats 2",
        ),
    ],
)
def test_openings_beatings_and_those_set_apart(text: str, lang: str, expected: str) -> None:
    found = rows("vote_results", text, lang=lang, election_type="legislative", round=2)
    told_rows = [
        " ".join(filter(None, (row["option"], figure(row), str(row["round"]), row["candidate_status"] or "")))
        for row in found
    ]
    assert "; ".join(sorted(told_rows)) == "; ".join(sorted(expected.split("; ")))


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The exit poll is out. The Tories are forecast to win 368 seats.", "exit_poll"),
        ("The exit poll is out. The BBC has a new forecast: the Tories on 368 seats.", "projection"),
        ("The BBC now expects the Tories to end up with 362 seats.", "projection"),
        ("The Tories have ended up with 362 seats.", "final"),
    ],
)
def test_what_foretells_and_what_is_over(text: str, stage: str) -> None:
    found = rows("vote_results", text, lang="en", election_type="legislative")
    assert [row["result_stage"] for row in found] == [stage]


def test_a_description_of_a_party_leads_to_who_has_led_it() -> None:
    text = "François Hollande affronte Nicolas Sarkozy, du Parti socialiste à l'UMP. {} totalise 298 voix."
    night = {"lang": "fr", "election_type": "presidential", "round": 2, "day": "2012-05-06"}
    found = rows("vote_results", text.format("Le socialiste"), **night)  # type: ignore[arg-type]
    assert [row["option"] for row in found] == ["François Hollande"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # the place that the words of a call name, and whose figure stands behind whoever has won it
        (
            "Nick Clegg has lost Hull, but Bath has been won back by Wera Hobhouse, with 47.3%.",
            "en",
            "Nick Clegg defeated Hull; Wera Hobhouse 47.3% winner Bath",
        ),
        (
            "Luc Petit est battu à Lyon, mais Nantes est reprise par Anne Roy avec 53 % des voix.",
            "fr",
            "Luc Petit defeated Lyon; Anne Roy 53% winner Nantes",
        ),
        ("North Down has changed hands. The winner there is Alex Easton.", "en", "Alex Easton winner North Down"),
        ("The winner of the debate is Alex Easton.", "en", ""),
        ("Simon Clarke has gone in Hull.", "en", "Simon Clarke defeated Hull"),
        ("Jane Reid has lost her coat.", "en", ""),
        # each place with its own figure
        (
            "À Lyon et à Nantes, Anne Roy recueille respectivement 79,8 % et 81,2 % des suffrages.",
            "fr",
            "Anne Roy 79.8% Lyon; Anne Roy 81.2% Nantes",
        ),
        (
            "Anne Roy passe en tête en Martinique, avec 60,9 % des voix, et en Guyane (60,7 %).",
            "fr",
            "Anne Roy 60.9% Martinique; Anne Roy 60.7% Guyane",
        ),
        # seats that a place sends, and changes
        ("Jane Reid has won Ohio. The state sends 110 delegates to Milwaukee.", "en", "Jane Reid winner Ohio"),
        ("Jane Reid took 53%. That is an increase of nearly 69% over 2012.", "en", "Jane Reid 53%"),
        ("The over-70s backed Jane Reid by 71% to 29.", "en", ""),
        (
            "Le PS obtient 21 %. Le Parti communiste, la formation de Luc Petit, est à 3,9 %.",
            "fr",
            "PS 21%; Parti communiste 3.9%",
        ),
        (
            "Jane Reid faces Iain Gray. Ifop made it 55% to 45% in Jane Reid's favour.",
            "en",
            "Jane Reid 55%; Iain Gray 45%",
        ),
        # bare numbers of seats, no more than the seats that are decided
        (
            "With 620 results in, the Conservatives have 301 and Labour 253.",
            "en",
            "Conservatives 301 seats; Labour 253 seats",
        ),
        (
            "The Conservatives have 301 seats and Labour 253 with 620 results in.",
            "en",
            "Conservatives 301 seats; Labour 253 seats",
        ),
        ("With 12 results in, the Conservatives have 301 and Labour 253.", "en", ""),
        # a comma ends what a duel is
        ("Dans l'hypothèse d'un duel, Anne Roy réunirait 53 % des voix.", "fr", "Anne Roy 53%"),
    ],
)
def test_places_of_calls_and_figures_of_places(text: str, lang: str, expected: str) -> None:
    found = rows("vote_results", text, lang=lang, election_type="legislative")
    told_rows = [
        " ".join(filter(None, (row["option"], figure(row), row["candidate_status"] or "", row["gp_unit"] or "")))
        for row in found
    ]
    assert sorted(told_rows) == sorted(filter(None, expected.split("; ")))


def test_a_round_that_somebody_missed_is_not_the_one_told() -> None:
    text = (
        "On 23 April Anne Roy had led with 27.9% in the first round. Jean Blanc, at 22%, missed the run-off. "
        "Further back came Luc Petit (7.1%)."
    )
    found = rows("vote_results", text, lang="en", election_type="presidential", round=2, day="2017-05-07")
    assert {row["round"] for row in found} == {1} and len(found) == 3


def test_votes_counted_beside_what_is_expected() -> None:
    text = "Jo Hart, who is expected to be education secretary, got {} votes in Hull."
    night = {"lang": "en", "election_type": "legislative"}
    counted, rounded = (rows("vote_results", text.format(n), **night) for n in ("18,847", "18,000"))  # type: ignore[arg-type]
    assert [row["result_stage"] for row in (*counted, *rounded)] == ["final", "projection"]
