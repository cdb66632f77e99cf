"""What tells whether a count is over or under way, and results that neighbours used to take."""

from __future__ import annotations

import pytest

from extracting import figure, read, rows


def told(*posts: str, lang: str = "fr", **options: object) -> str:
    """``name figure status`` of each row."""
    found = rows("vote_results", *posts, lang=lang, **options)
    return "; ".join(
        " ".join(part for part in (row["option"], figure(row), row["candidate_status"]) if part) for row in found
    )


def stages(text: str, lang: str, **options: object) -> list[str | None]:
    return [row["result_stage"] for row in rows("vote_results", text, lang=lang, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All precincts are in from Perry County: Jane Cole 54 percent, Tom Reed 46.", "final"),
        ("All precincts are in from half of Perry County: Jane Cole 54 percent, Tom Reed 46.", "partial"),
        ("All precincts are in at last: 146,956 votes for Jane Cole, 139,930 for Tom Reed.", "final"),
        ("Every one of the 4,075 machines has now been counted: Jane Cole is on 54%.", "final"),
        ("Every one of the 4,075 machines will be counted: Jane Cole is on 54%.", "partial"),
        ("They have counted it, and counted it again: Jane Cole 10,329, Tom Reed 10,322.", "final"),
        ("Official results are in from overseas. Jane Cole polled 77.5 percent in Perry.", "final"),
        ("Results are in from overseas. Jane Cole polled 77.5 percent in Perry.", "partial"),
        ("The first big booths are in from Perry, and Jane Cole has 37.2 per cent.", "partial"),
        ("The first big boats are in from Perry, and Jane Cole has 37.2 per cent.", None),
        ("With 12% in from Perry Jane Cole is at 57%.", "partial"),
        ("With 100% in from Perry Jane Cole is at 57%.", None),
        ("Counting has reached 60%: Jane Cole 44.2%, Tom Reed 40.1%.", "partial"),
        ("Counting has reached Perry: Jane Cole 44.2%, Tom Reed 40.1%.", None),
        ("With Perry still out, Jane Cole has 44.2%.", "partial"),
        ("With Perry still asleep, Jane Cole has 44.2%.", None),
        ("It's early, but Jane Cole has 44.2% of the vote in Perry.", "partial"),
        ("Results are trickling in: Jane Cole 44.2%, Tom Reed 40.1%.", "partial"),
        ("There are no more votes to count: Jane Cole 44.2%, Tom Reed 40.1%.", "final"),
        ("There is next to nothing left to count: Jane Cole 44.2%, Tom Reed 40.1%.", "partial"),
        ("There are more votes to count: Jane Cole 44.2%, Tom Reed 40.1%.", None),
        ("Counting has ended. Jane Cole has 44.2%.", "final"),
        ("The definitive figures: Jane Cole 44.2%, Tom Reed 40.1%.", "final"),
        ("Jane Cole ends on 44.2%, Tom Reed on 40.1%.", "final"),
        ("Jane Cole ends on a high. Tom Reed is on 40.1%.", None),
        ("YouGov: Jane Cole ends on 44.2%, Tom Reed on 40.1%.", "opinion_poll"),
        ("Extrapolating from the first booths, ITV puts Jane Cole on 44.2%.", "projection"),
        ("ITV thinks Labour will end up with 344 seats.", "projection"),
        ("Jane Cole got 37%; Tom Reed, the official Republican, 11%.", None),
        ("Official: Jane Cole got 37%; Tom Reed, the Republican, 11%.", "final"),
        ("Leeds Central declared on the stroke of 11, and Jane Cole has 64.9% of the vote.", "final"),
    ],
)  # fmt: skip
def test_count_told_in_english(text: str, expected: str | None) -> None:
    assert stages(text, "en")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les fiefs ont parlé. À Sarlat, Luc Petit réunit 86,1 % des voix.", "final"),
        ("Les ministres ont parlé. À Sarlat, Luc Petit réunit 86,1 % des voix.", None),
        ("Les chiffres sont tombés. Luc Petit a 53,09 % des voix.", "final"),
        ("Les premiers chiffres sont tombés. Luc Petit a 53,09 % des voix.", None),
        ("Luc Petit a finalement réuni 53,09 % des voix.", "final"),
        ("Selon Ipsos, Luc Petit réunirait finalement 53,09 % des voix.", "projection"),
        ("Au final, Luc Petit a 44,2 % des voix.", "final"),
        ("Au final, Luc Petit obtiendrait 44,2 % des voix.", "projection"),
        ("Selon Ipsos, Luc Petit termine premier, à 44,2 %.", "projection"),
        ("Luc Petit termine premier, à 44,2 %.", "final"),
        ("Dernier bureau dépouillé à Nevers : Luc Petit 44,2 %.", "final"),
        ("Derniers bureaux dépouillés à Nevers : Luc Petit 44,2 %.", "partial"),
        ("Les comptes sont faits : Luc Petit 44,2 %.", "final"),
        ("Plus un bulletin à compter : Luc Petit 44,2 %.", "final"),
        ("Il manque encore les grandes villes : Luc Petit a 44,2 %.", "partial"),
        ("Il manque encore de souffle : Luc Petit a 44,2 %.", None),
        ("Luc Petit a 44,2 %, mais les quartiers nord n'ont pas encore parlé.", "partial"),
        ("Neuf bulletins sur dix ont été comptés : Luc Petit 44,2 %.", "partial"),
        ("Les résultats tombent au compte-gouttes : Luc Petit 44,2 %.", "partial"),
        ("Plusieurs départements ont terminé leur dépouillement. Luc Petit a 44,2 % dans l'Eure.", "final"),
        ("Luc Petit, candidat officiel de la droite, a 57,3 % des voix.", None),
        ("Résultat officiel : Luc Petit a 57,3 % des voix.", "final"),
        ("Strasbourg a fini. Luc Petit y a 19,6 % des voix.", "final"),
        ("Premier dépouillement achevé de la journée : Luc Petit a 52,69 % des voix.", "final"),
        ("Premier dépouillement de la journée : Luc Petit a 52,69 % des voix.", "partial"),
        ("Le compteur s'est arrêté sur 81 503 voix pour Luc Petit et 71 533 pour Jean Mercier.", "final"),
        ("Luc Petit obtient 81,15 % à Nantes. Dans les trois villes, les opérations sont closes.", "final"),
        ("Luc Petit obtient 81,15 % à Nantes. Dans les trois villes, les opérations sont lentes.", None),
    ],
)  # fmt: skip
def test_count_told_in_french(text: str, expected: str | None) -> None:
    assert stages(text, "fr")[0] == expected


def test_elected_tells_no_count_where_winners_are_called_early() -> None:
    text = "Jane Cole is re-elected in Perry, with 49% to 42% for Tom Reed."
    assert stages(text, "en", timezone="America/New_York") == [None, None]
    assert stages(text, "en", timezone="Europe/London") == ["final", "final"]
    final = "Official: Jane Cole is re-elected in Perry, with 49% to 42% for Tom Reed."
    assert stages(final, "en", timezone="America/New_York") == ["final", "final"]


def test_calls_have_no_partial_count() -> None:
    found = rows("vote_results", "With 40% counted Tom Reed is on 48% in Ely. Jane Cole wins in Perry.", lang="en")
    assert [(r["option"], r["result_stage"]) for r in found] == [("Tom Reed", "partial"), ("Jane Cole", None)]


def test_called_by_a_projection() -> None:
    found = rows("vote_results", "Jane Cole is the projected winner.", "Jane Cole is the winner.", lang="en")
    assert next((r["candidate_status"], r["result_stage"]) for r in found) == ("projected_winner", "projection")


def test_seats_led_beside_a_projection() -> None:
    text = "CTV projects a majority government for the Liberals, who are {} 181 ridings. NDP: 39."
    assert stages(text.format("elected or leading in"), "en") == ["partial", "partial"]
    text = "CTV projects that the Liberals will win 181 ridings. NDP: 39."
    assert stages(text, "en") == ["projection", "projection"]


def test_list_of_places_of_which_one_is_decided() -> None:
    text = "- Tours : Luc Petit (EELV), 54,90 %\n- Nancy : Anne Durand (PS) détrône Jean Mercier, avec 54,53 %"
    assert stages(text, "fr", round=2) == ["final", "final"]
    alone = "À Tours, Luc Petit a 54,90 %.\nÀ Nancy, Anne Durand (PS) détrône Jean Mercier, avec 54,53 %"
    assert stages(alone, "fr", round=2) == [None, "final"]


def test_how_the_first_round_had_ended() -> None:
    text = "{} le premier tour : Luc Petit 23,30 %, Anne Durand 20,84 %."
    ended = rows("vote_results", text.format("Voici comment s'était achevé"), round=2)
    assert [(row["round"], row["result_stage"]) for row in ended] == [(1, "final"), (1, "final")]
    compared = rows("vote_results", "Comme au premier tour, Luc Petit obtient 23,30 %.", round=2)
    assert [row["round"] for row in compared] == [2]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # dots that lead to a figure
        ("Luc Petit (PS) ........ 23,30 %\nAnne Durand .. 3,32 %", "fr", "Luc Petit 23.3%; Anne Durand 3.32%"),
        ("Luc Petit s'arrête... 23 % des voix vont à Anne Durand.", "fr", "Anne Durand 23%"),
        # what decided, not what somebody has
        ("Lille : 227 voix, et Anne Durand sauve son siège.", "fr", "Anne Durand winner"),
        ("Jane Cole is ahead of Tom Reed, 46.7 per cent to 45.3 (646 votes).", "en", "Jane Cole 46.7%; Tom Reed 45.3%"),
        ("Jane Cole 46.7 per cent, Tom Reed 45.3% (2,646 votes).", "en", "Jane Cole 46.7%; Tom Reed 45.3%; Tom Reed 2646 votes"),  # noqa: E501
        # somebody and those behind him
        ("Luc Petit et son union de la gauche obtiendraient 39,9 % des voix.", "fr", "Luc Petit 39.9%"),
        ("Jane Cole, Green and union darling: 38%. Tom Reed, independent: 37%.", "en", "Jane Cole 38%; Tom Reed 37%"),
        ("Nevers donne 64,7 % à Luc Petit, la ville de Jean Mercier 57,3 % au même.", "fr", "Luc Petit 64.7%; Luc Petit 57.3%"),  # noqa: E501
        ("Dans l'Eure, fief de Jean Mercier, on vote à 57,3 % pour l'enfant du pays.", "fr", "Jean Mercier 57.3%"),
        ("Luc Petit suit Anne Durand, qui a 42,78 % à Pau, où il recueille 30,17 %.", "fr", "Anne Durand 42.78%; Luc Petit 30.17%"),  # noqa: E501
        ("Nevers a donné 64,7 % à Luc Petit, et Decize 57,3 % au même candidat.", "fr", "Luc Petit 64.7%; Luc Petit 57.3%"),  # noqa: E501
        ("Nevers a donné 64,7 % à Luc Petit, et Decize 57,3 % au même endroit.", "fr", "Luc Petit 64.7%"),
        ("Jane Cole has 64.8% in Ayr and in Ely, where she took 61.2%.", "en", "Jane Cole 64.8%; Jane Cole 61.2%"),
        ("The survey put Jane Cole write-ins at 63%.", "en", "Jane Cole 63%"),
        # another contest
        ("Tom Reed, whom Jane Cole trounced in the primary, kept quiet. Ann Lee is elected.", "en", "Ann Lee winner"),
        ("Tom Reed, the congressman she beat by 53% to 47%, kept quiet. Ann Lee has 56%.", "en", "Ann Lee 56%"),
        ("Luc Petit a battu Anne Durand à la primaire. Jean Mercier est élu.", "fr", "Jean Mercier winner"),
        # calls
        ("Luc Petit s'y impose avec 27 petites voix de plus.", "fr", "Luc Petit winner"),
        ("À Sarlat, Luc Petit donne au Parti bleu sa première ville.", "fr", "Luc Petit winner"),
        ("À Sarlat, Luc Petit donne au Parti bleu son adresse.", "fr", ""),
        ("In Illinois, Jane Cole has claimed the old seat. Tom Reed is Perry's new governor.", "en", "Jane Cole winner; Tom Reed winner"),  # noqa: E501
        ("In Illinois, Jane Cole has claimed the best table. Tom Reed is Perry's new hero.", "en", ""),
        ("Jane Cole kept to her promise. Tom Reed kept the seat.", "en", "Tom Reed winner"),
        ("- Jane Cole (Fisheries), Egmont: beaten by Tom Reed", "en", "Jane Cole defeated; Tom Reed winner"),
        # those who were not asked about somebody
        ("Four in ten support the Greens, and 62% named the economy as the biggest issue.", "en", ""),
        ("The count: write-ins 41%, Jane Cole 34%.", "en", "write-ins 41%; Jane Cole 34%"),
    ],
)  # fmt: skip
def test_whose_results(text: str, lang: str, expected: str) -> None:
    assert told(text, lang=lang) == expected


@pytest.mark.parametrize(
    ("headline", "expected"), [("L'estimation bouge encore\n", "projection"), ("Premiers bureaux\n", "partial")]
)
def test_stations_that_an_institute_goes_by_under_its_estimate(headline: str, expected: str) -> None:
    wave = "Nouvelle vague chez Ipsos, à partir de bureaux dépouillés : Anne Petit est à 65,8 %, Paul Roy à 34,2 %."
    night = read(headline + wave, at=["21:22"], round=2, day="2017-05-07", election_type="presidential")
    assert [row["result_stage"] for row in night.rows["vote_results"]] == [expected] * 2
