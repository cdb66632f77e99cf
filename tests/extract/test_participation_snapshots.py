"""Turnout, abstention and ballots cast: each rule on what it reads and on what comes near."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extracting import read, rows
from minutier.document import Row

QUANTITIES = ("turnout_pct", "voters", "change_pct", "change_points")
NIGHT: dict[str, dict[str, Any]] = {
    "fr": {"lang": "fr", "round": 2, "day": "2022-06-19", "at": ["18:30"]},
    "en": {"lang": "en", "round": 2, "day": "2022-04-24", "at": ["21:30"]},
}


def snapshots(lang: str, *posts: str, **options: Any) -> list[Row]:
    return rows("participation_snapshots", *posts, **(NIGHT[lang] | options))


def told(row: Row) -> tuple[Any, ...]:
    """The figures of a row, a range as a pair."""
    values = []
    for name in QUANTITIES:
        if row.get(name) is not None:
            values.append(row[name])
        elif row.get(f"{name}_min") is not None:
            values.append((row[f"{name}_min"], row[f"{name}_max"]))
    return tuple(values)


def clock(row: Row) -> str | None:
    return row["as_of"].strftime("%H:%M") if row["as_of"] else None


# ── one rule at a time: what it reads ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "text", "rule", "expected"),
    [
        ("fr", "On annonce 41,2 % de participation.", "noun_after", [(41.2,)]),
        ("fr", "On annonce 41,2 % d'abstention.", "noun_after", [(58.8,)]),
        ("en", "The seat changed hands on a 61.3% turnout.", "noun_after", [(61.3,)]),
        ("fr", "Il y a eu 1.306.852 votants.", "noun_after", [(1306852,)]),
        ("fr", "La participation s'établit à 41,6 %.", "noun_before", [(41.6,)]),
        ("fr", "Abstention : 28,01 %.", "noun_before", [(71.99,)]),
        ("fr", "L'abstention oscillerait entre 56 et 57 %.", "noun_before", [((43.0, 44.0),)]),
        ("en", "Turnout in Leeds was a dismal 31.4 per cent.", "noun_before", [(31.4,)]),
        ("en", "Turnout in his seat was 73.7% all the same.", "noun_before", [(73.7,)]),
        (
            "en",
            "We estimate that 113 million people voted, or 49% of those entitled to.",
            "voting_verb",
            [(49.0, 113000000)],
        ),
        ("en", "Ballots cast: 33,577,342.", "noun_before", [(33577342,)]),
        ("fr", "Seuls 38,1 % des inscrits s'étaient déplacés.", "voting_verb", [(38.1,)]),
        ("fr", "Déjà 47,6 % des électeurs ont renvoyé leur enveloppe.", "voting_verb", [(47.6,)]),
        ("en", "It looks as if 67 per cent of electors have voted.", "voting_verb", [(67.0,)]),
        ("en", "She won 175 of the 351 votes cast at the hall.", "noun_after", [(351,)]),
        ("fr", "57,3 % des électeurs ont boudé les urnes.", "voting_verb", [(42.7,)]),
        ("fr", "Près de 2 millions de personnes ont voté.", "voting_verb", [(2000000,)]),
        ("en", "Just 35.9% of eligible voters turned out.", "voting_verb", [(35.9,)]),
        ("en", "Some 46 million Americans voted early.", "voting_verb", [(46000000,)]),
        ("en", "A third of it: 64% stayed at home.", "voting_verb", [(36.0,)]),
        ("fr", "Deux électeurs sur trois ont participé.", "ratio", [(66.67,)]),
        ("en", "Only one in four voters turned out.", "ratio", [(25.0,)]),
        ("fr", "La consultation a attiré 2,7 millions d'électeurs.", "gathering", [(2700000,)]),
        ("en", "Residents have returned 12,000 ballots.", "gathering", [(12000,)]),
        ("fr", "Elle gagne, avec 39 % des voix sur 2,5 millions de bulletins.", "out_of", [(2500000,)]),
        ("fr", "26,63 % à midi.", "moment", [(26.63,)]),
        ("fr", "Le chiffre de la participation est tombé.\nElle atteint 44 %.", "pronoun", [(44.0,)]),
        ("en", "A word on turnout. It's heading for 59.9%.", "pronoun", [(59.9,)]),
        ("fr", "La participation remonte.\n34,67 % exactement.", "heading", [(34.67,)]),
        ("fr", "La participation est en hausse de 23 %.", "change", [(23.0,)]),
        ("fr", "La participation recule de 2,5 points.", "change", [(-2.5,)]),
        ("fr", "L'abstention recule de 2,5 points.", "change", [(2.5,)]),
        ("en", "Turnout is up 12% on 2014.", "change", [(12.0,)]),
        ("fr", "On compte 23 % de votants de plus.", "change", [(23.0,)]),
        ("fr", "La participation a doublé.", "multiple", [(100,)]),
        ("en", "Turnout has more than tripled here.", "multiple", [(200,)]),
        ("en", "The counties report 4.1 million mail ballots already returned.", "voting_verb", [(4100000,)]),
        ("en", "Some 1.2 million Ohioans have already cast early ballots.", "voting_verb", [(1200000,)]),
        ("en", "The ministry expects 1.5 million ballots.", "gathering", [(1500000,)]),
        ("fr", "A ce stade, 3.950.000 bulletins ont été comptés.", "voting_verb", [(3950000,)]),
        ("en", "The department has now counted 1,323,693 ballots.", "gathering", [(1323693,)]),
        ("en", "Voter numbers are down: 2,100 by midday in York.", "noun_before", [(2100,)]),
        ("en", "Just over six in ten registered voters made the trip: 61.3%.", "precise", [(61.3,)]),
        ("en", "Turnout 66.2% (up 3.4).", "noun_before", [(66.2, 3.4)]),
        ("en", "The tally: 17,228,000 voters, or 89.8% of the roll.", "share_of_electorate", [(89.8, 17228000)]),
        ("en", "Overseas, 35 percent of the 1.4 million registered abroad voted.", "voting_verb", [(35.0,)]),
        ("fr", "Le Rhône n'a voté qu'à 35 %.", "voted_at", [(35.0,)]),
        ("fr", "À Lyon, 34,6 % seulement des inscrits avaient glissé un bulletin.", "voting_verb", [(34.6,)]),
        ("fr", "Déjà 1,5 million de personnes ont voté par anticipation.", "voting_verb", [(1500000,)]),
        ("fr", "18,99 % ! C'est le taux de participation à midi.", "noun_after", [(18.99,)]),
        ("fr", "Ce sont 38,1 % des inscrits qui ont voté.", "voting_verb", [(38.1,)]),
        (
            "fr",
            "Combien de votants ? Sur 48 M d'inscrits, 22 millions l'ont fait.",
            "voting_verb",
            [(22000000,)],
        ),
        ("fr", "Abstentions : 25 696 476 (52,49 %).", "heading", [(47.51,)]),
        ("fr", "La participation recule d'un demi-point.", "change", [(-0.5,)]),
        ("fr", "Il y a un recul de la participation de plus d'un point.", "change", [(-1.0,)]),
        ("en", "That's 61% of registered voters who have already voted.", "voting_verb", [(61.0,)]),
        ("en", "Of those entitled to vote, 72.2% did so.", "voting_verb", [(72.2,)]),
        ("en", "With 78.9% of eligible voters casting a ballot, the count is slow.", "voting_verb", [(78.9,)]),
        ("en", "Clerks tell us of 412,000 absentee ballots returned.", "voting_verb", [(412000,)]),
        ("en", "Pre-poll votes hit 4.3 million on Friday.", "noun_before", [(4300000,)]),
        ("en", "Turnout in the primary is a record: 296,000 ballots.", "noun_before", [(296000,)]),
        ("en", "Less than half the electorate voted – 45.4% to be exact.", "precise", [(45.4,)]),
        ("en", "Turnout at close of polls is estimated at 58%.", "noun_before", [(58.0,)]),
        ("en", "Turnout will end up around 63 per cent.", "noun_before", [(63.0,)]),
        ("en", "Who voted?\nNot many of us, says the council: 29.4%.", "heading", [(29.4,)]),
        ("en", "Only 12.4% of Detroit's registered voters bothered.", "voting_verb", [(12.4,)]),
        ("en", "Turnout is three and a half points below that.", "change", [(-3.5,)]),
        ("fr", "91 % des 122 670 inscrits ont pris part au vote.", "voting_verb", [(91.0,)]),
        ("fr", "12,9 millions de Français ont voté pour élire leurs députés.", "voting_verb", [(12900000,)]),
        ("fr", "Ils étaient 3 298 097 à voter.", "voting_verb", [(3298097,)]),
        ("fr", "La Seine-Saint-Denis s'est abstenue à 61,2 %.", "voted_at", [(38.8,)]),
        ("fr", "Si 86,7 % des inscrits ont voté, le vote reste disputé.", "voting_verb", [(86.7,)]),
        ("fr", "Parmi les inscrits, ils ne sont que 61,2 % à l'avoir fait.", "voting_verb", [(61.2,)]),
        ("fr", "C'est dans le Gers qu'on a le plus voté (76,4 %).", "noun_before", [(76.4,)]),
        ("fr", "1 électeur sur 2 n'a pas voté.", "ratio", [(50.0,)]),
        ("fr", "136 529 électeurs ont participé le week-end dernier.", "voting_verb", [(136529,)]),
        ("fr", "Au bureau n° 4, la participation est de 32 %.", "noun_before", [(32.0,)]),
        ("en", "Turnout in Ward 4 was 32%.", "noun_before", [(32.0,)]),
        ("en", "Turnout is 53%, down four.", "noun_before", [(53.0, -4.0)]),
        ("en", "Abstention is 28%, which is three up.", "noun_before", [(72.0, -3.0)]),
        ("en", "Some 94% of Maltese voters showed up.", "voting_verb", [(94.0,)]),
        ("fr", "Participation : 567 563 votes à midi.", "moment", [(567563,)]),
        ("en", "Lisbon had 22,300 voters by the time its doors shut.", "gathering", [(22300,)]),
        ("en", "Some 6.1 million people had used a pre-poll centre.", "voting_verb", [(6100000,)]),
        ("en", "Turnout is 46.2%, says the council: 31,000 or so ballots.", "noun_before", [(46.2, 31000)]),
        ("en", "Turnout in York, the seat we all watch, is a worry: 58%.", "noun_before", [(58.0,)]),
        ("en", "A word on turnout. Leeds leads the northern seats with 61%.", "area", [(61.0,)]),
        ("en", "Turnout, at last.\nThe council says 64.8%.", "other_source", [(64.8,)]),
        ("en", "5pm figures are coming in. The capital is at 31%.", "pronoun", [(31.0,)]),
        ("en", "The race drew 2.6 million Londoners, 42% of the electorate.", "share_of_electorate", [(42.0, 2600000)]),
    ],
)
def test_rule_reads(lang: str, text: str, rule: str, expected: list[tuple[Any, ...]]) -> None:
    found = snapshots(lang, text)
    assert [told(row) for row in found] == expected
    assert [row["rule"] for row in found] == [f"participation_snapshots.{rule}"]


@pytest.mark.parametrize(
    ("lang", "text", "rule", "expected"),
    [
        ("fr", "La participation atteint 40 % à midi, contre 35 % en 2017.", "comparison", [(40.0,), (35.0,)]),
        ("en", "Turnout was 62.9%, down from 65.1% in 2016.", "comparison", [(62.9,), (65.1,)]),
        ("fr", "La participation passe de 57,4 % à 66,7 %.", "from_to", [(57.4,), (66.7,)]),
        ("fr", "La participation est tombée de 66,7 % à 57,4 %.", "from_to", [(66.7,), (57.4,)]),
        ("fr", "L'abstention est de 54 % selon Ipsos, 53,5 % selon l'Ifop.", "other_source", [(46.0,), (46.5,)]),
        (
            "fr",
            "L'Ifop table sur une participation de 78,5 %, OpinionWay donne une fourchette de 77 à 79 %.",
            "other_source",
            [(78.5,), ((77.0, 79.0),)],
        ),
        ("fr", "La participation est de 44 % à Lyon, 38 % à Marseille.", "area", [(44.0,), (38.0,)]),
        ("fr", "La participation avait été de 79 % au premier tour et tombe à 74 %.", "level", [(79.0,), (74.0,)]),
        (
            "fr",
            "La participation est de 55,8 %. En septembre, elle avait été de 47 %.",
            "comparison",
            [(55.8,), (47.0,)],
        ),
    ],
)
def test_second_figure(lang: str, text: str, rule: str, expected: list[tuple[Any, ...]]) -> None:
    found = snapshots(lang, text)
    assert [told(row) for row in found] == expected
    assert found[-1]["rule"] == f"participation_snapshots.{rule}"


def test_voters_and_their_share_are_one_row() -> None:
    found = snapshots("en", "About 131 million people voted, or 56.9% of those eligible.")
    assert [(row["voters"], row["turnout_pct"]) for row in found] == [(131000000, 56.9)]


def test_level_and_change_are_one_row() -> None:
    (row,) = snapshots("fr", "La participation s'élève à 40 %, en hausse de 4,2 points par rapport à 2015.")
    assert (row["turnout_pct"], row["change_points"], row["baseline"]) == (40.0, 4.2, "2015")
    assert row["reported_as"] == "turnout"


# ── near misses ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Quelque 47 millions d'électeurs sont appelés aux urnes."),
        ("fr", "Les 48,7 millions d'inscrits ont jusqu'à 20h."),
        ("fr", "Jeanne Martin obtient 58 % des voix."),
        ("fr", "62 % des électeurs de gauche ont voté pour Jeanne Martin."),
        ("fr", "58 % des électeurs ont voté pour Jeanne Martin."),
        ("fr", "71 % des jeunes se sont abstenus, selon un sondage."),
        ("fr", "L'abstention chez les 18-24 ans atteint 70 %."),
        ("fr", "Sur 99,7 % des inscrits, Jeanne Martin a 51 % des voix."),
        ("fr", "Malgré la participation, Jeanne Martin plafonne à 23 %."),
        ("fr", "« 66 % d'abstention, et personne ne s'en émeut », soupire un maire."),
        ("fr", "Si la participation dépasse 50 %, le résultat sera validé."),
        ("fr", "A 2 euros la participation, la caisse est pleine."),
        ("fr", "Jeanne Martin perd de 136 bulletins."),
        ("fr", "Sur 2,2 millions de bulletins comptés, Jeanne Martin est en tête."),
        ("fr", "Un électeur sur quatre dit hésiter encore."),
        ("fr", "12 millions d'électeurs se sont abstenus."),
        ("fr", "La participation mobilise 80.000 bénévoles."),
        ("en", "There are 17.2 million names on the roll for a turnout to be told."),
        ("fr", "Il a réuni 3 000 électeurs à son dernier meeting."),
        ("en", "The electorate is 46.5 million."),
        ("en", "The campaign expects 2,000 voters at its rally."),
        ("en", "The recount of 12,400 ballots begins at noon."),
        ("en", "Officials expect 5,000 ballots to be counted tonight."),
        ("en", "Turnout among young voters was 64%."),
        ("en", "54% of women voted for Jane Smith."),
        ("en", "A turnout of 40% is needed for the vote to count."),
        ("en", "There are 360,000 ballots left to open."),
        ("en", "More than half of all the votes cast went to Jane Smith."),
        ("en", "The firm asked 1,828 people how they had voted."),
        ("en", "“It was a 55% vote on an 85% turnout, gutted about it,” says a teller."),
        ("fr", "Trois électeurs de gauche sur dix se sont abstenus."),
        ("fr", "Elle ne pèse que 14 % des inscrits."),
        ("fr", "La participation aux bénéfices est de 5 %."),
        ("fr", "La liste rassemble 2 400 bulletins."),
        ("fr", "Il lui manquait 300 voix pour atteindre 25 % des inscrits."),
        ("fr", "En cas de participation supérieure à 50 %, le texte est adopté."),
        ("fr", "Le report des abstentionnistes lui donnerait 2 points de plus."),
        ("fr", "Près de 300 personnes se sont déplacées à la soirée électorale."),
        ("en", "Around 5,000 people turned out to hear her speak."),
        ("en", "A turnout above 65% would favour the opposition."),
        ("en", "Early votes make up 60% of all ballots."),
        ("en", "61% of those who have already voted are women."),
        ("en", "Two million signed it, and 61% did so online."),
        ("en", "Turnout was up. It was cold in 2018, four up and two down."),
        ("en", "Turnout is up in the cities. In Leeds, 54% back the plan."),
        ("en", "Turnout has fallen below 60% only once."),
        ("fr", "La participation est en hausse. A Lyon, 54 % soutiennent le projet."),
        ("fr", "L'abstention fait gagner 3 points à la droite."),
        ("en", "Turnout is high. YouGov says 41% would vote Labour."),
        ("en", "Turnout is high. Leeds leads in postal fraud, with 12% of cases."),
        ("en", "Turnout was up. Smith is up half a point at 44.5%."),
        ("en", "The noon figures are in. The pound is at 1.12, down 2%."),
        ("en", "The party is at home. Smith says 40% for Jones."),
        ("fr", "Jeanne Martin a plus mobilisé : 34 % contre 28 %."),
        ("fr", "C'est là qu'on a le plus voté blanc (9 %)."),
        ("fr", "La gauche a davantage mobilisé : 45 % chez les jeunes."),
        ("fr", "Parmi les inscrits, 61 % l'ont fait savoir."),
        ("fr", "Les chiffres de 17h de la Bourse sont tombés : -3 %."),
    ],
)
def test_near_misses(lang: str, text: str) -> None:
    assert snapshots(lang, text) == []


def test_vote_shares_beside_turnout_are_left() -> None:
    found = snapshots("fr", "Jeanne Martin l'emporte avec 58,5 % des voix, pour une abstention de 28 %.")
    assert [told(row) for row in found] == [(72.0,)]


# ── moments ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "La participation est de 40 % à midi.", "12:00"),
        ("fr", "Au milieu de la mi-journée, la participation est de 40 %.", "12:00"),
        ("fr", "La participation atteint 40 % à 17 heures.", "17:00"),
        ("fr", "A 17h30, 40 % des inscrits avaient voté.", "17:30"),
        ("fr", "La participation, à 17h, est de 40 %.", "17:00"),
        ("fr", "La participation est de 40 %.", None),
        ("fr", "La participation est de 40 % cet après-midi.", None),
        ("fr", "On vote jusqu'à 20h. La participation est de 40 %.", None),
        ("fr", "La participation finale est de 40 %, après le pointage de 17h.", None),
        ("en", "Turnout was 40% at noon.", "12:00"),
        ("en", "By 5 p.m., 40% had voted.", "17:00"),
        ("en", "Turnout stood at 40% by half eight.", "20:30"),
        ("en", "Turnout at 17:00: 40%.", "17:00"),
        ("en", "Polls close at 10pm. Turnout was 40%.", None),
        ("en", "By then 77,412 papers had been returned by 5pm.", "17:00"),
        ("en", "In York 1,210 of the 3,400 on the register had voted by 3pm.", "15:00"),
        ("fr", "Parmi les inscrits, 38 % d'entre eux avaient voté à 17h.", "17:00"),
    ],
)
def test_moment(lang: str, text: str, expected: str | None) -> None:
    assert [clock(row) for row in snapshots(lang, text)] == [expected]


def test_moment_is_that_of_the_day_of_the_vote_after_midnight() -> None:
    text = "La participation était de 40 % à 17h."
    (row,) = snapshots("fr", text, day="2022-06-20", at=["00:10"])
    assert row["as_of"].isoformat() == "2022-06-19T17:00:00+02:00"


def test_moment_of_the_heading_holds_for_the_areas_below() -> None:
    found = snapshots("fr", "Participation à 17h\nParis : 45,2 %\nLyon : 44,1 %")
    assert [(row["gp_unit"], row["turnout_pct"], clock(row)) for row in found] == [
        ("Paris", 45.2, "17:00"),
        ("Lyon", 44.1, "17:00"),
    ]


def test_areas_of_figures_told_together() -> None:
    found = snapshots("en", "Turnout was lowest in York, with 58.1%; Leeds's 71.1% was the highest.")
    assert [(row["gp_unit"], row["turnout_pct"]) for row in found] == [("York", 58.1), ("Leeds", 71.1)]
    found = snapshots("en", "A record low turnout of 15.1%, and 11.6% in Staffordshire.")
    assert [(row["gp_unit"], row["turnout_pct"]) for row in found] == [(None, 15.1), ("Staffordshire", 11.6)]
    found = snapshots("en", "Leeds has a turnout of 71.1%. The UK turnout is 66.1%.")
    assert [(row["gp_unit"], row["turnout_pct"]) for row in found] == [("Leeds", 71.1), (None, 66.1)]


def test_a_count_without_its_voters_is_that_of_the_share() -> None:
    (row,) = snapshots("en", "It's official: 66.14% of us turned out, or 30.7 million.")
    assert (row["turnout_pct"], row["voters"]) == (66.14, 30700000)


def test_a_later_figure_has_not_the_hour_before() -> None:
    found = snapshots("en", "Turnout at 3pm was 35%. It has since climbed to 44%.")
    assert [(row["turnout_pct"], clock(row)) for row in found] == [(35.0, "15:00"), (44.0, None)]


def test_a_fall_beside_another_rise() -> None:
    found = snapshots("fr", "Le nombre de votants a baissé de 3 % et l'impatience augmente.")
    assert [told(row) for row in found] == [(-3.0,)]


def test_one_hour_of_all_the_figures() -> None:
    found = snapshots("en", "Turnout: Leeds 44%, York 41%, both as of 7pm.")
    assert [(row["turnout_pct"], clock(row)) for row in found] == [(44.0, "19:00"), (41.0, "19:00")]


def test_a_share_and_the_count_it_makes_are_one_row() -> None:
    (row,) = snapshots("fr", "A 17h, 38,1 % des inscrits avaient voté, soit près de 18 millions de personnes.")
    assert (row["turnout_pct"], row["voters"], clock(row)) == (38.1, 18000000, "17:00")


def test_both_ends_of_a_rise_have_its_hour() -> None:
    found = snapshots("fr", "La participation passe de 33,1 % au premier tour à 35,6 % à 17h.")
    assert [(row["turnout_pct"], row["is_baseline"], clock(row)) for row in found] == [
        (33.1, True, "17:00"),
        (35.6, False, "17:00"),
    ]


def test_a_limit_that_is_passed_is_no_change() -> None:
    assert [told(r) for r in snapshots("fr", "La participation est en dessous de 50 %.")] == [(50.0,)]
    first = snapshots("en", "Turnout was 89.8%, the first time it has dipped below 90% since 1924.")
    assert [told(row) for row in first] == [(89.8,)]


def test_the_hour_that_ends_a_list_is_that_of_each_area() -> None:
    found = snapshots("fr", "La participation est de 52,1 % en Haute-Corse et de 48,9 % en Corse-du-Sud à 17h.")
    assert [(row["turnout_pct"], clock(row)) for row in found] == [(52.1, "17:00"), (48.9, "17:00")]


def test_a_place_ahead_of_another_has_its_own_figure() -> None:
    found = snapshots("fr", "Participation : les Landes (25,3 %) devant le Lot (24,8 %).")
    assert [(row["gp_unit"], row["turnout_pct"]) for row in found] == [("Landes", 25.3), ("Lot", 24.8)]


def test_a_dated_first_end_of_a_rise() -> None:
    found = snapshots("fr", "La participation a bondi de 16,5 % en 2017 à 22,3 %.")
    assert [(*told(row), row["is_baseline"]) for row in found] == [(16.5, True), (22.3, False)]


def test_projection_does_not_take_the_hour_of_the_heading() -> None:
    found = snapshots("fr", "43 % de participation à 17h\nL'abstention finale pourrait atteindre 46 %, selon Ipsos.")
    assert [(told(row), clock(row), row["stage"]) for row in found] == [
        ((43.0,), "17:00", "measured"),
        ((54.0,), None, "projection"),
    ]


def test_a_contest_named_after_a_camp_is_a_vote() -> None:
    found = snapshots(
        "fr", "Il y a 4 millions de votants. En 2011, la primaire de la gauche en avait eu 2,66 millions."
    )
    assert [(told(row), row["is_baseline"]) for row in found] == [((4000000,), False), ((2660000,), True)]


def test_the_areas_below_a_heading_of_turnout() -> None:
    found = snapshots("en", "A tale of two turnouts\n\nFinal figures are in. Leeds 48.1%, York 47.4%.")
    assert [(row["gp_unit"], *told(row)) for row in found] == [("Leeds", 48.1), ("York", 47.4)]


def test_a_forecast_has_not_the_hour_of_the_clause_before() -> None:
    found = snapshots("en", "By noon 33,213 people had voted, and the mayor predicts 1.5 million ballots.")
    assert [(told(row), clock(row)) for row in found] == [((33213,), "12:00"), ((1500000,), None)]


def test_vote_of_another_day_has_not_the_hour_of_this_one() -> None:
    found = snapshots(
        "fr", "A midi, 19 % des inscrits avaient voté. Le vote de samedi : 83 % d'abstention en Martinique."
    )
    assert [(row["turnout_pct"], clock(row)) for row in found] == [(19.0, "12:00"), (17.0, None)]


# ── the past ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "fr",
            "La participation est de 40 % à midi, contre 35 % au premier tour.",
            [(40.0, False, 2), (35.0, True, 1)],
        ),
        ("fr", "La participation est de 40 %, contre 35 % il y a une semaine.", [(40.0, False, 2), (35.0, True, 1)]),
        ("fr", "Participation : 40 %. Elle était de 35 % le 12 juin.", [(40.0, False, 2), (35.0, True, 1)]),
        (
            "fr",
            "Participation : 40 %. En 2017, au second tour, elle était de 35 %.",
            [(40.0, False, 2), (35.0, True, 2)],
        ),
        ("fr", "Participation : 40 %, en recul sur le premier tour (45 %).", [(40.0, False, 2), (45.0, True, 1)]),
        ("fr", "Participation : 40 %. C'est mieux qu'il y a cinq ans (35 %).", [(40.0, False, 2), (35.0, True, None)]),
        ("fr", "Participation : 40 %. Un point de plus qu'en 2017, 35 %.", [(40.0, False, 2), (35.0, True, None)]),
        ("fr", "En hausse par rapport à 2017, la participation atteint 40 %.", [(40.0, False, 2)]),
        ("fr", "La participation atteint 40 %, du jamais-vu depuis 1981.", [(40.0, False, 2)]),
        ("fr", "Pour rappel, 35 % des inscrits avaient voté au premier tour.", [(35.0, True, 1)]),
        ("fr", "Il faut remonter à 1994 pour mieux : 40 % de participation ce dimanche.", [(40.0, False, 2)]),
        ("en", "Turnout was 40%, against 35% in the first round.", [(40.0, False, 2), (35.0, True, 1)]),
        ("en", "Turnout was 40%. It was 35% five years ago.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout is 40%, not far off the 35% of 2001.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout was 40%, the best since 1997.", [(40.0, False, 2)]),
        ("en", "Turnout: 40% (2015: 35%)", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout was 40%, a touch above 2019’s 35%.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout is 40%. At the general election it was 35%.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout: 35% in 2015 and 40% tonight.", [(35.0, True, None), (40.0, False, 2)]),
        ("en", "Turnout: 40%. It was 35% at the general election.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout: 40%. The lowest since the war is 35%, in 2001.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout: 40%, a low. In 2018 it was 35.5.", [(40.0, False, 2), (35.5, True, None)]),
        ("en", "Abstention: Ipsos has 60 per cent, Elabe 59.5.", [(40.0, False, 2), (40.5, False, 2)]),
        ("en", "Turnout is 40%. It was 35% half an hour ago.", [(40.0, False, 2), (35.0, True, None)]),
        (
            "fr",
            "Participation : 40 %. Elle était à 35 % il y a une demi-heure.",
            [(40.0, False, 2), (35.0, True, None)],
        ),
        (
            "fr",
            "La participation était de 35 % au premier tour et 40 % au second.",
            [(35.0, True, 1), (40.0, False, 2)],
        ),
        ("en", "Turnout: 40%, or 31,000 ballots. It was 35% in 2015.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout is 40%. The record, 35%, dates from 2002.", [(40.0, False, 2), (35.0, True, None)]),
        ("en", "Turnout at 5pm: 40%. In 2017: 35.5.", [(40.0, False, 2), (35.5, True, None)]),
        (
            "fr",
            "Boudé il y a six ans, le vote retrouve des couleurs : la participation est de 40 %.",
            [(40.0, False, 2)],
        ),
        ("fr", "Mieux qu'au premier tour (35 %) : 40 % des inscrits ont voté.", [(35.0, True, 1), (40.0, False, 2)]),
    ],
)
def test_baseline(lang: str, text: str, expected: list[tuple[float, bool, int | None]]) -> None:
    found = snapshots(lang, text)
    assert [(row["turnout_pct"], row["is_baseline"], row["round"]) for row in found] == expected


def test_baseline_keeps_the_hour_and_names_what_is_compared() -> None:
    main, past = snapshots("fr", "La participation est de 40 % à midi, contre 35 % en 2017.")
    assert (main["baseline"], clock(main), clock(past)) == ("2017", "12:00", "12:00")


def test_baseline_of_another_contest_is_not_of_the_one_covered() -> None:
    text = "La participation est de 40 % à midi, contre 35 % au second tour de 2012."
    main, past = snapshots("fr", text)
    assert "contest_id" not in main  # the one that is covered
    assert (past["contest_id"], past["round"]) == (None, 2)


def test_rounded_change_between_two_figures_is_an_issue() -> None:
    found = read("La participation est de 40 %, cinq points de plus qu'en 2017 (35,2 %).", **NIGHT["fr"])
    assert [told(row) for row in found.rows["participation_snapshots"]] == [(40.0,), (35.2,)]
    assert "participation-figure-implied" in [issue.code for issue, _ in found.issues]


def test_share_in_words_yields_to_the_figure_beside_it() -> None:
    found = read("Un électeur sur deux est resté chez lui. L'abstention atteint 51,2 %.", **NIGHT["fr"])
    assert [told(row) for row in found.rows["participation_snapshots"]] == [(48.8,)]


def test_same_figure_twice_is_one_row() -> None:
    found = snapshots("fr", "Abstention définitive : 58,4 %\nLa participation s'établit à 41,6 %.")
    assert [told(row) for row in found] == [(41.6,)]


# ── area, stations, source, stage ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Dans le Gers, 38 % des inscrits ont voté.", ("Gers", "department")),
        ("fr", "La participation est de 38 % à Lyon.", ("Lyon", "municipality")),
        ("fr", "La participation des Français de l'étranger a doublé.", ("Français de l'étranger", "abroad")),
        ("fr", "Dans la capitale, la participation est de 38 %.", ("Paris", "municipality")),
        ("fr", "La participation est de 38 % en métropole.", ("métropole", "country")),
        ("fr", "La participation est de 38 %.", (None, None)),
        ("en", "Turnout in Sheffield Hallam was 77.6%.", ("Sheffield Hallam", "constituency")),
        ("en", "Turnout was 48% in West Belfast.", ("West Belfast", "constituency")),
        ("en", "Labour hold Blackpool South on a turnout of 45.4%.", ("Blackpool South", "constituency")),
        ("en", "The Bristol turnout: 57.1%.", ("Bristol", "municipality")),
        ("en", "Labour hold Barnsley. Turnout was 49.8%.", ("Barnsley", "municipality")),
        ("en", "Turnout in South Down is 58.4%.", ("South Down", "constituency")),
    ],
)
def test_area(lang: str, text: str, expected: tuple[str | None, str | None]) -> None:
    (row,) = snapshots(lang, text)
    assert (row["gp_unit"], row["gp_unit_type"]) == expected


def test_a_heading_that_tells_a_kind_of_vote_is_no_area() -> None:
    found = snapshots("en", "On the day: 1,241,000 voters. Turnout: early: 3,093,000. Total: 4,334,000. Fife: 23,000.")
    assert [(row["voters"], row["gp_unit"]) for row in found if row["voters"] > 3000000] == [
        (3093000, None),
        (4334000, None),
    ]
    assert found[-1]["gp_unit"] == "Fife"


def test_stations_that_a_figure_rests_on() -> None:
    text = "Dans 75 % des bureaux, on compte 1.306.852 votants, contre 1 million dimanche dernier dans 70 %."
    main, past = snapshots("fr", text)
    assert (main["voters"], main["reporting_pct"]) == (1306852, 75.0)
    assert (past["voters"], past["reporting_pct"], past["round"]) == (1000000, 70.0, 1)


def test_number_of_stations() -> None:
    (row,) = snapshots("fr", "A 17h, 2,5 millions de votants ont été comptés sur 8 960 bureaux.")
    assert (row["voters"], row["sub_units_reported"]) == (2500000, 8960)


@pytest.mark.parametrize(
    ("text", "announced", "relayed"),
    [
        ("La participation est de 40 %, selon le ministère de l'Intérieur.", "ministère de l'Intérieur", None),
        ("Ipsos estime l'abstention à 28 %.", "Ipsos", None),
        ("Selon Le Monde, la participation est de 40 %.", None, "Le Monde"),
    ],
)
def test_source(text: str, announced: str | None, relayed: str | None) -> None:
    (row,) = snapshots("fr", text)
    assert (row["announced_by"], row["relayed_by"]) == (announced, relayed)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("L'abstention s'élèverait à 28 %.", "projection"),
        ("La participation définitive est de 40 %.", "final"),
        ("La participation est de 40 % à midi.", "measured"),
        ("La participation est de 40 %.", None),
    ],
)
def test_stage(text: str, stage: str | None) -> None:
    (row,) = snapshots("fr", text)
    assert row["stage"] == stage


@pytest.mark.parametrize("text", ["Près de 40 % des inscrits ont voté.", "La participation frôle les 40 %."])
def test_approximate(text: str) -> None:
    (row,) = snapshots("fr", text)
    assert (row["turnout_pct"], row["is_approximate"]) == (40.0, True)


def test_unread_figure_is_an_issue() -> None:
    text = "L'abstention des jeunes, 70 %, inquiète."
    found = read(text, **NIGHT["fr"])
    codes = {(issue.code, text[issue.char_start : issue.char_end]) for issue, _ in found.issues}
    assert found.rows["participation_snapshots"] == []
    assert ("participation-figure-not-read", "70 %") in codes


# ── laws ──────────────────────────────────────────────────────────────────────────────────────────

WORDS = (
    *("La participation", "L'abstention", "Turnout", "votants", "41,5 %", "58.2%", "1,2 million", "de", "à midi"),
    *("at noon", "contre", "against", "en 2017", "au premier tour", "des inscrits", "ont voté", "turned out", "(", ")"),
    *(",", ".", ":", "\n", "selon", "Ipsos", "+2,5 points", "a doublé", "passe de", "à", "un électeur sur deux"),
    *("«", "»", "Paris", "in Leeds"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_and_points_back(words: list[str], lang: str) -> None:
    text = "Note " + " ".join(words) + " fin"
    for row in snapshots(lang, text):
        printed = text[row["char_start"] : row["char_end"]]
        assert printed.strip() == printed != ""
        assert any(character.isdigit() for character in printed) or row["rule"].endswith(
            ("multiple", "ratio", "change")
        )
        for name in ("turnout_pct", "turnout_pct_min", "turnout_pct_max"):
            assert row[name] is None or 0 <= row[name] <= 100
        assert told(row)


@settings(max_examples=60, deadline=None)
@given(st.decimals(min_value=0, max_value=100, places=2))
def test_abstention_and_turnout_add_to_a_hundred(share: Any) -> None:
    (turnout,) = snapshots("en", f"Turnout was {share}%.")
    (abstention,) = snapshots("en", f"Abstention was {share}%.")
    assert round(turnout["turnout_pct"] + abstention["turnout_pct"], 9) == 100


# ── how the same thing is said otherwise ──────────────────────────────────────────────────────────


def figures_of(lang: str, text: str, **options: Any) -> list[tuple[Any, ...]]:
    """Each row as its figures, then its hour when it has one and ``was`` when it is of the past."""
    return [
        (*told(row), *([clock(row)] if clock(row) else []), *(["was"] if row["is_baseline"] else []))
        for row in snapshots(lang, text, **options)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # shares beside an hour, shares of the roll
        ("en", "Pitt County was at 27 percent of registered voters as of 5 p.m.", [(27.0, "17:00")]),
        ("en", "In Pitt County, clerks had counted 27 percent of registered voters by 5 p.m.", [(27.0, "17:00")]),
        ("en", "At 7pm, the clerks report: Cork 47%, Galway 50%.", [(47.0, "19:00"), (50.0, "19:00")]),
        ("en", "By 11 a.m. 9,412 ballots had been cast in the county.", [(9412, "11:00")]),
        ("en", "As of midnight, 12.3 million had voted.", [(12300000, "00:00")]),
        ("fr", "Le vote attire. A midi, on était à 19,2 %.", [(19.2, "12:00")]),
        ("fr", "Une hausse de 13 % à 17 heures.", [(13.0, "17:00")]),
        # the noun after its figure
        ("en", "At 57.6 per cent, turnout was poor.", [(57.6,)]),
        ("fr", "51,4 % : c'est la participation à 17 heures.", [(51.4, "17:00")]),
        ("fr", "On a voté à 80 % à Rennes.", [(80.0,)]),
        ("en", "It was a 43 per cent poll.", [(43.0,)]),
        # parts, wholes and figures between commas
        ("en", "By 5 pm, 402 of her 893 voters had come.", [(402, "17:00")]),
        ("en", "Some 1.4 million voters out of 2 million have cast a ballot.", [(1400000,)]),
        ("en", "Some 2.3 million people, or 64% of those registered, took part.", [(64.0, 2300000)]),
        ("en", "The electorate was 65,120, the total poll 41,322 (63.4%).", [(63.4, 41322)]),
        ("fr", "Inscrits : 12 345. Votants : 6 789 (54,99 %).", [(54.99, 6789)]),
        # areas
        ("en", "Leeds and York voted. Turnout was 44.9% in the former and 42.5% in the latter.", [(44.9,), (42.5,)]),
        ("en", "Turnout is high. Once more the Gers is the keenest, with 36.2%.", None),
        ("en", "Turnout: 28 percent in Texas, 31 in Vermont.", [(28.0,), (31.0,)]),
        ("en", "Turnout was 44% in Paris, compared with 52% nationally.", [(44.0,), (52.0,)]),
        (
            "fr",
            "La participation monte. La Corse ferme la marche (31,2 %), le Gers est en tête (52 %).",
            [(31.2,), (52.0,)],
        ),
        # the past
        ("en", "Turnout is 65%, four points up on 2017, when it was 69.4%.", [(65.0,), (69.4, "was")]),
        (
            "en",
            "Turnout of 73 percent is expected. The mark to beat is 69.2 percent, from 2012.",
            [(73.0,), (69.2, "was")],
        ),
        ("en", "Turnout is 78%. In 2012 it was 82.2 percent; in 2017, 79.8.", [(78.0,), (82.2, "was"), (79.8, "was")]),
        ("en", "Turnout doubled, from 785,000 to 1.32 million.", [(785000, "was"), (1320000, 100)]),
        (
            "en",
            "Turnout is 71% at 6 p.m., ahead of the 68% at that hour in 2017.",
            [(71.0, "18:00"), (68.0, "18:00", "was")],
        ),
        (
            "fr",
            "On compte 27 900 votants dans le fief de Jean Morel, contre 25 100 en 2017.",
            [(27900,), (25100, "was")],
        ),
        # changes
        ("en", "Turnout fell by more than five points.", [(-5.0,)]),
        ("en", "Turnout is 45%, a 3-point drop on 2011.", [(45.0, -3.0)]),
        ("en", "Some 5.8 million people voted, an 18 per cent jump over 2012.", [(5800000, 18.0)]),
        ("fr", "7 % de votants en plus.", [(7.0,)]),
        ("fr", "La participation est de 57 %, dix points au-dessus de la moyenne.", [(57.0, 10.0)]),
        ("en", "Around eighty per cent of the electorate turned out.", [(80.0,)]),
        ("en", "Postal vote returns stand at 71% in Moray.", [(71.0,)]),
    ],
)
def test_said_otherwise(lang: str, text: str, expected: list[tuple[Any, ...]] | None) -> None:
    found = figures_of(lang, text)
    if expected is None:
        assert [row["rule"] for row in snapshots(lang, text)] == ["participation_snapshots.ranked"]
    else:
        assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "At 7pm, Labour was on 47 per cent in York."),
        ("en", "At 7pm, 47 per cent of young people were still in York."),
        ("en", "With 99% of registered voters' ballots in, it is over."),
        ("fr", "Sur 99 % des inscrits, elle est en tête."),
        ("fr", "Rennes vote à 80 % pour Claire Petit."),
        ("fr", "86 % d'entre vous ont voté dans notre jeu."),
        ("en", "She is on a 43 per cent poll rating."),
        ("en", "Among 18 to 24-year-olds turnout was up 9%."),
        ("fr", "Chez les jeunes, la participation est de 41 %."),
        ("fr", "120 bulletins blancs ont été comptés."),
        ("en", "Invalid papers: 1,310."),
        ("en", "Sterling was down 1.2% at 3pm."),
        ("en", "The FTSE had fallen 2.4% by noon."),
        ("en", "A poll at 6pm put her on 47 per cent."),
        ("en", "By 6pm, humidity was 70% in York."),
        ("en", "His odds were at 70% at noon."),
        ("en", "47% at 8pm for the Yes side."),
        ("en", "3,000 people took part in a march."),
        ("en", "500 people had come to see him."),
        ("en", "She needs a turnout of 60% to win."),
        ("en", "She has 54% of the vote, or 21% of registered voters."),
        ("en", "61% of registered voters disapprove of him."),
        ("fr", "A midi, le risque de pluie était de 70 %."),
        ("fr", "A 17 heures, 40 % des bureaux avaient transmis leurs chiffres."),
        ("fr", "Il est élu avec 54 % des voix, soit 21 % des inscrits."),
        ("en", "Some 300,000 Democrats voted for Ann Small."),
        ("fr", "C'est 300 000 de plus qu'en 2011."),
    ],
)
def test_comes_near(lang: str, text: str) -> None:
    assert figures_of(lang, text) == []


def test_a_record_of_the_past_has_no_hour() -> None:
    found = figures_of("en", "Turnout at 5 pm was 65%. The record is 69.2 percent, set in 2012.")
    assert found == [(65.0, "17:00"), (69.2, "was")]


def test_early_votes_have_no_hour_of_the_day() -> None:
    found = figures_of(
        "en", "Officials said 1.1 million people had voted by 5 p.m., on top of 4 million early ballots."
    )
    assert found == [(1100000, "17:00"), (4000000,)]


def test_in_a_primary_the_people_of_the_party_are_the_voters() -> None:
    text = "Word on turnout\nPitt County: 31,000 Democrats, compared with 22,000 in 2016"
    assert figures_of("en", text, election_type="primary") == [(31000,), (22000, "was")]
    assert figures_of("en", text) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # a question and its answer
        ("fr", "Combien d'électeurs se sont déplacés ? 1,2 million, selon les organisateurs.", [(1200000,)]),
        ("fr", "Combien de votants ? Elabe avance une fourchette de 1,5 à 1,7 million.", [((1500000, 1700000),)]),
        ("fr", "Combien de bureaux ont fermé ? 1 200, selon la préfecture. L'abstention grimpe.", []),
        ("en", "How many have voted so far? Some 1.2 million, says the clerk.", [(1200000,)]),
        # the hour of a heading
        ("fr", "Midi, l'heure du premier chiffre\n25,5 % de participation.", [(25.5, "12:00")]),
        ("fr", "Midi, l'heure de la sieste. Puis 25,5 % de participation.", [(25.5,)]),
        # a share in parentheses, between a place and what it does
        (
            "fr",
            "La Creuse (41,2 %) vote deux fois plus que Paris, lanterne rouge avec 22,1 % à midi.",
            [(41.2, "12:00"), (22.1, "12:00")],
        ),
        ("fr", "La Creuse (41,2 %) vote plus pour la droite que Paris à midi.", []),
        # yardsticks
        ("fr", "L'abstention est de 26,2 %. Elle s'établissait alors à 22,2 %.", [(73.8,), (77.8, "was")]),
        ("fr", "La participation est de 65,3 %, deux points sous le premier tour (67,4 %).", [(65.3,), (67.4, "was")]),
        ("en", "By noon 31% had voted, against 28 four years ago.", [(31.0, "12:00"), (28.0, "12:00", "was")]),
        (
            "fr",
            "A midi, 3 électeurs sur 10 avaient voté, contre 4 sur 10 en 2017.",
            [(30.0, "12:00"), (40.0, "12:00", "was")],
        ),
        # an hour told of the change is that of the share
        ("fr", "La participation est de 18,4 %, soit 7 points de moins qu'à midi en 2015.", [(18.4, -7.0, "12:00")]),
        ("fr", "38,4 % seulement à 17h, un scrutin boudé par les électeurs.", [(38.4, "17:00")]),
        # another place, after a verb that has the word polls
        ("en", "In Battersea 65.7% went to the polls, and in Oakham just 54%.", [(65.7,), (54.0,)]),
        ("en", "Turnout was up. In Battersea 65.7% voted; polls put her on 54%.", [(65.7,)]),
        # who asked for a ballot has not cast it
        ("en", "Some 1.2 million people, or 23.8% of those registered, asked for a postal vote.", []),
        ("en", "Some 1.2 million people, or 23.8% of those registered, had voted.", [(23.8, 1200000)]),
    ],
)
def test_turnout_told_around_the_figure(lang: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert figures_of(lang, text) == expected


def test_two_kinds_of_ballots_in_a_primary() -> None:
    text = (
        "The clerk expects 282,000 Republican and 268,000 Democratic ballots. For the Democrats it was 287,542 in 2008."
    )
    assert figures_of("en", text, election_type="primary") == [(282000,), (268000,), (287542, "was")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # words and figures for the same share, and for two
        ("fr", "Moins d'un électeur sur deux (47,5 %) a voté.", [(47.5,)]),
        ("fr", "Un électeur sur deux a voté, contre 47,5 % en 2017.", [(50.0,), (47.5, "was")]),
        # a headline that rounds, and one that does not
        ("fr", "2,9 millions de votants\nOn a compté 2 904 000 électeurs, dit la Haute autorité.", [(2904000,)]),
        (
            "fr",
            "1,9 million de votants\nOn a compté 2 904 000 électeurs, dit la Haute autorité.",
            [(1900000,), (2904000,)],
        ),
        # words that look like a verb of turnout
        ("en", "Turnout: the mayor returned with 52% of the vote.", []),
        ("en", "Turnout is high. He could end up at 52%.", []),
        ("en", "Turnout is up at 52%.", [(52.0,)]),
        # a bar to be cleared
        ("fr", "Pour se maintenir, il fallait 12,5 % des inscrits.", []),
        ("fr", "La participation est faible : 12,5 % des inscrits ont voté.", [(12.5,)]),
        # a figure of somebody
        ("fr", "La participation monte. Le maire est donné à 52 %.", []),
        ("fr", "La participation monte. Elle est à 52 %.", [(52.0,)]),
        ("fr", "Les organisateurs ont déjà compté 1,2 million de bulletins.", [(1200000,)]),
        ("en", "About 70,000 people made it to the polls by noon.", [(70000, "12:00")]),
        (
            "en",
            "By midday 28.23% of voters had been to the polls. On 23 April it was 28.54%.",
            [(28.23, "12:00"), (28.54, "12:00", "was")],
        ),
        # a record told by a colon
        ("en", "Never have so many people voted: 186,874, the clerk said.", [(186874,)]),
        ("en", "Never have so many people cheered: 186,874, the clerk said of the vote.", []),
        ("fr", "Jamais autant d'électeurs n'avaient voté : 186 874.", [(186874,)]),
        # a share without its sign, dated
        ("en", "Turnout is put at 78.8 percent. It was 77.9 in 2014.", [(78.8,), (77.9, "was")]),
        ("en", "Turnout is put at 78.8 percent. It was cold in 2014, 77.9.", [(78.8,)]),
        # a yardstick of the clause before
        (
            "en",
            "Turnout is running ahead of 2016; in Bedford 8,214 ballots had been cast by 5 p.m., against 7,190 four "
            "years ago.",
            [(8214, "17:00"), (7190, "17:00", "was")],
        ),
        ("en", "Some 300,000 people voted, up more than 50 percent on 2012.", [(300000, 50.0)]),
        ("en", "Turnout is 65.3% at 5pm. Ifop sees it ending up at about 74%.", [(65.3, "17:00"), (74.0,)]),
        ("en", "So how many people showed up? About 300,000.", [(300000,)]),
        # a place's share without its sign, right after a share
        ("en", "Turnout was about 65 per cent. Roscommon, on the other hand, managed 71.", [(65.0,), (71.0,)]),
        ("en", "Turnout was about 65 per cent. Roscommon, on the other hand, managed 71 boxes.", [(65.0,)]),
        ("en", "Rain all day. Roscommon, on the other hand, managed 71.", []),
        ("fr", "La participation est de 65 %. La Creuse fait mieux, à 71.", [(65.0,), (71.0,)]),
        ("fr", "La participation est de 65 %. La Creuse fait mieux, à 71 élus.", [(65.0,)]),
        ("en", "* At 66.63%, turnout was the highest since 1997.", [(66.63,)]),
        # ballots given out, checked, sent back
        ("en", "Turnout in Clacton is 53.6 per cent, with 37,412 ballots issued.", [(53.6, 37412)]),
        ("en", "Some 51,000 ballots had been received by noon.", [(51000, "12:00")]),
        ("en", "By Tuesday 51,000 ballots had come back.", [(51000,)]),
        ("en", "The returning officer has verified 41,908 ballot papers.", [(41908,)]),
        ("en", "The returning officer has verified 41 complaints about ballot papers.", []),
        ("en", "Turnout hit 50 per cent at six, according to the council.", [(50.0, "18:00")]),
        # words that begin as a comparison does, and a yardstick told by *since*
        ("en", "Turnout: Selby and Ainsty 44.8%, Somerton and Frome 44.2%, Stroud 46.1%.", [(44.8,), (44.2,), (46.1,)]),
        ("en", "It is the best since the Good Friday vote, when 56 per cent turned out.", [(56.0, "was")]),
        ("en", "It has rained since the Good Friday vote, and 56 per cent turned out.", [(56.0,)]),
        ("fr", "La plus forte participation depuis Maastricht, où elle était de 69,7 %.", [(69.7, "was")]),
        # the same voters as a share, after their hour
        ("fr", "61 342 électeurs avaient voté à midi, soit 22,15 %.", [(22.15, 61342, "12:00")]),
        ("fr", "61 342 électeurs ont voté. Lisnard l'emporte, soit 22,15 % de mieux.", [(61342,)]),
        ("en", "61,342 had voted by noon, or 22.15%.", [(22.15, 61342, "12:00")]),
        ("fr", "30,8 % : c'est le chiffre de la participation à Nice.", [(30.8,)]),
        # a figure that is said to be wrong
        (
            "fr",
            "Rectificatif : la participation à 17h n'est pas de 52%, comme indiqué, mais de 50%.",
            [(50.0, "17:00")],
        ),
        ("en", "CORRECTION: turnout at 5pm was not 52%, as we wrote, but 50%.", [(50.0, "17:00")]),
        # a share of another turnout, and of something that is no turnout
        ("en", "Turnout is running at 87% of November's.", []),
        ("en", "Turnout is at 87% of its 2016 level.", []),
        ("en", "The early turnout is in. DeKalb counted its ballots and gave him 84% of them.", []),
        ("en", "Turnout: 62% of them voted.", [(62.0,)]),
        # what officials report while people vote
        ("en", "Returning officers reported 58 per cent by 4 p.m., votes by post included.", [(58.0, "16:00")]),
        ("en", "The returning officer reported 58 per cent for Labour by 4 p.m.", []),
        # a month is a time and no place; only one that is over, or something is held against, is the past
        ("en", "Just 33% of voters bothered, against 47% in March.", [(33.0,), (47.0, "was")]),
        ("en", "Turnout was 33%, against 47% in June.", [(33.0,), (47.0, "was")]),
        ("en", "Turnout was 33% in June's trial count.", [(33.0,)]),
        ("fr", "La participation atteint 33 %, contre 47 % en avril.", [(33.0,), (47.0, "was")]),
        ("en", "Turnout was 46%. In Eastwood, where three parties think they can win, it is 66%.", [(46.0,), (66.0,)]),
        # the voters of then, and their share
        (
            "fr",
            "104 772 personnes ont voté, soit 85,41 %. Ils étaient 106 622 au premier tour (86,91 %).",
            [(85.41, 104772), (86.91, 106622, "was")],
        ),
        ("fr", "Avec 20 859 084 électeurs passés par l'isoloir, la participation est de 49,98 %.", [(49.98, 20859084)]),
        (
            "fr",
            "A midi, 13,62 % des électeurs de la région s'étaient déplacés, contre 12,75 % dimanche dernier.",
            [(13.62, "12:00"), (12.75, "12:00", "was")],
        ),
        ("fr", "La participation est de 41 %. Les électeurs de Fillon étaient 30 % à hésiter.", [(41.0,)]),
    ],
)
def test_turnout_and_what_looks_like_it(lang: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert figures_of(lang, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 171,000 Republicans turned out, the clerk says.", [(171000,)]),
        ("Some 171,000 Republicans voted for Trump, the clerk says.", []),
        ("About 186,000 caucused tonight, a record.", [(186000,)]),
        ("Turnout on both sides. Republicans: 186,874. Democrats: 171,109.", [(186874,), (171109,)]),
        ("Votes so far. Republicans: 186,874. Democrats: 171,109.", []),
    ],
)
def test_who_turns_out_in_a_primary(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert figures_of("en", text, election_type="primary") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Paris, à 17 heures, la fédération dénombrait 121 000 bulletins.", [("17:00", "Paris")]),
        (
            "À 17 heures, 72,3 % des électeurs avaient voté à Lyon. La moyenne nationale est de 69,42 %, en retrait.",
            [("17:00", "Lyon"), ("17:00", None)],
        ),
        ("À Paris, la participation atteindrait 70 % à la clôture.", [(None, "Paris")]),
    ],
)
def test_imperfects_that_look_like_conditionals_are_measured(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = rows("participation_snapshots", text, lang="fr", at=["18:36"])
    assert [(r["as_of"] and f"{r['as_of']:%H:%M}", r["gp_unit"] or None) for r in found] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "fr",
            "À Paris, 98 400 bulletins avaient été déposés à 16 heures, soit 11 % des inscrits parisiens.",
            [(98400, 11.0)],
        ),
        (
            "fr",
            "À 16 heures, 98 400 bulletins, soit 11 % des inscrits. À Lyon, on en était à 17 900.",
            [(98400, 11.0), (17900, None)],
        ),
        ("fr", "Parmi les moins de 25 ans, 83 % seraient restés chez eux.", []),
        ("fr", "2 000 personnes ont participé à la marche.", []),
        ("fr", "2 000 personnes ont participé au scrutin.", [(2000, None)]),
        ("en", "Turnout was high. More than 2.6m proxies have been issued.", []),
        ("en", "High turnout has one effect: more will clear the bar of 12.5% of registered voters.", []),
        ("en", "Ballots cast: 33,577,342, a turnout of 72.2%. Rejected: 25,359.", [(33577342, 72.2)]),
    ],
)
def test_counts_that_go_on_and_what_is_no_turnout(lang: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    found = rows("participation_snapshots", text, lang=lang, at=["18:36"])
    assert [(row["voters"], row["turnout_pct"]) for row in found] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # a share that goes on from one of a part of the voters is of that part too
        ("fr", "54 % d'entre eux ont choisi la gauche, 29 % sont restés chez eux.", []),
        ("fr", "Moins de 42 % d'entre eux ont voté.", [(None, 42.0)]),
        ("en", "54% of his voters chose the left and 29% stayed at home.", []),
        ("en", "29% stayed at home.", [(None, 71.0)]),
        # what somebody expects, and what somebody asks for
        ("en", "Officials expect 1.9 million people to vote.", [(1900000, None)]),
        ("en", "Officials urged 1.9 million people to vote.", []),
        # the share told behind a colon
        ("fr", "28,23 % : voilà la part d'inscrits qui avaient voté à midi.", [(None, 28.23)]),
    ],
)
def test_parts_expectations_and_shares_told(lang: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    found = rows("participation_snapshots", text, lang=lang, at=["18:36"])
    assert [(row["voters"], row["turnout_pct"]) for row in found] == expected


def test_the_whole_of_the_country_is_not_the_whole_of_the_day() -> None:
    text = "La participation à midi est connue. Pour l'ensemble {}, le ministère annonce 19,83 %."
    found = {
        whole: rows("participation_snapshots", text.format(whole), lang="fr", at=["12:24"])[0]["as_of"] is not None
        for whole in ("du pays", "de la journée")
    }
    assert found == {"du pays": True, "de la journée": False}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # those whom an institute has asked have not been counted
        ("fr", "OpinionWay a interrogé 1 843 votants.", []),
        ("fr", "On a compté 1 843 votants.", [(1843, None)]),
        ("en", "Just 56.2% of Glaswegians took the trouble.", [(None, 56.2)]),
        ("en", "Some 4,000 people took the trouble to write to us.", []),
        ("fr", "Combien manqueront à l'appel ? 25 % des électeurs.", [(None, 75.0)]),
        ("fr", "38 % des abstentionnistes citent la peur, mais 27 % avouent leur lassitude.", []),
        ("fr", "Restera tout candidat ayant dépassé 12,5 % des inscrits.", []),
        ("en", "By five o'clock 72.4% had been to vote.", [(None, 72.4)]),
        ("en", "Only 53% made the effort.", [(None, 53.0)]),
        ("en", "Only 53% made the effort to understand the law.", []),
    ],
)
def test_who_is_asked_and_who_is_missing(lang: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    found = rows("participation_snapshots", text, lang=lang, at=["18:36"])
    assert [(row["voters"], row["turnout_pct"]) for row in found] == expected


def test_the_column_of_a_table_that_is_headed_by_turnout() -> None:
    table = "Nation\tLeave\tTurnout\nEngland\t53.4%\t73.0%\nWales\t52.5%\t71.7%"
    found = rows("participation_snapshots", table, lang="en", at=["18:36"])
    assert [(row["gp_unit"], row["turnout_pct"]) for row in found] == [("England", 73.0), ("Wales", 71.7)]


@pytest.mark.parametrize(
    ("text", "round", "is_baseline"),
    [
        ("Au premier tour, un électeur sur deux était resté chez lui : 50,09 % exactement.", 1, True),
        ("Un électeur sur deux est resté chez lui : 50,09 % exactement.", 2, False),
    ],
)
def test_a_figure_that_makes_a_rough_one_precise_is_of_its_round(text: str, round: int, is_baseline: bool) -> None:
    found = rows("participation_snapshots", f"L'abstention serait de 41,5 %. {text}", round=2)[-1]
    assert (found["turnout_pct"], found["round"], bool(found["is_baseline"])) == (49.91, round, is_baseline)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dublin South voted at 60.2%, well down on 71.4%.", [60.2, 71.4]),
        ("Dublin South voted at 60.2% for the treaty.", []),
    ],
)
def test_places_that_vote_at_a_share(text: str, expected: list[float]) -> None:
    assert [row["turnout_pct"] for row in rows("participation_snapshots", text, lang="en")] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # a share in words that glosses the one before leaves the measure what it was
        (
            "en",
            "Turnout will reach 41.5%. Nearly three Americans in five will have stayed at home. "
            "In Ohio the secretary of state expects 49%.",
            [(41.5,), (49.0,)],
        ),
        ("fr", "L'abstention est de 45 %. En Bretagne, on atteint 52 %.", [(55.0,), (48.0,)]),
        # a share that goes on behind a count of the same vote; with no share before, nobody's
        (
            "en",
            "Turnout was 68.3%. Some 17.5 million ballots were cast. Ontario leads the provinces with 77.4%.",
            [(68.3, 17500000), (77.4,)],
        ),
        ("en", "Some 17.5 million ballots were cast. Ontario leads the provinces with 77.4%.", [(17500000,)]),
        # a sentence that only says how many
        ("en", "Turnout will reach 41.5%. Some 90 million ballots, he thinks.", [(41.5, 90000000)]),
        ("en", "Turnout will reach 41.5%. Some 90 million ballots, he thinks, have been printed.", [(41.5,)]),
        ("fr", "La participation sera de 41,5 %. Quelque 9 millions de bulletins, estime-t-il.", [(41.5, 9000000)]),
        # papers that are of no vote
        ("en", "Turnout will reach 90%. As for spoiled papers, 5.5 per cent were informal last time.", [(90.0,)]),
    ],
)
def test_shares_and_counts_that_go_on_with_each_other(lang: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [told(row) for row in snapshots(lang, text)] == expected


@pytest.mark.parametrize("then", [" (46 %)", ", où elle était de 46 %"])
def test_what_a_change_is_measured_from_is_of_then(then: str) -> None:
    text = f"À 17 heures, la participation était de 44 %, deux points de moins qu'à la même heure en 2012{then}."
    found = rows("participation_snapshots", text, day="2017-06-18")
    assert [(row["turnout_pct"], row["is_baseline"]) for row in found] == [(44, False), (46, True)]


def test_voters_who_are_expected_to_have_stayed_away() -> None:
    text = "Selon l'Ifop, 32,9 % des électeurs devraient avoir boudé le scrutin à la fermeture des bureaux."
    [row] = rows("participation_snapshots", text)
    assert (row["turnout_pct"], row["stage"]) == (67.1, "projection")
