"""At what stage of the night a figure stands: each evidence on what it tells and on what comes near."""

from __future__ import annotations

from typing import Any

import pytest

from extracting import rows


def stages(*posts: str, **options: Any) -> list[tuple[float, str | None, str]]:
    """Each figure with its stage and the evidence of it, empty when nothing tells."""
    found = rows("vote_results", *posts, **options)
    kinds = ("vote_pct", "vote_pct_min", "votes", "seats", "seats_min")
    return [
        (
            next(row[kind] for kind in kinds if row.get(kind) is not None),
            row["result_stage"],
            row["rule"].partition(".stage_")[2],
        )
        for row in found
        if any(row.get(kind) is not None for kind in kinds)
    ]


def one(text: str, lang: str = "fr", **options: Any) -> tuple[str | None, str]:
    """The stage of all figures of a text, and its evidence."""
    found = {(stage, evidence) for _, stage, evidence in stages(text, lang=lang, **options)}
    assert len(found) == 1, found
    return found.pop()


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("With all but four booths in, Anna Reed is on 52.1%.", "en", "partial"),
        ("With nearly everything in, Anna Reed is on 52.1%.", "en", "partial"),
        ("With the count all but complete, Anna Reed is on 52.1%.", "en", "partial"),
        ("With the count complete, Anna Reed is on 52.1%.", "en", "final"),
        ("With half of the polling stations reporting, Anna Reed is on 52.1%.", "en", "partial"),
        ("Anna Reed est à 52,1% : tous les bulletins sont dépouillés.", "fr", "final"),
        ("With all boxes opened, Anna Reed is on 52.1%.", "en", "final"),
        ("Anna Reed had 52.1% when the race was called.", "en", "partial"),
        ("Anna Reed is on 16.5% after the first count.", "en", "partial"),
        ("With two booths to come, Anna Reed is on 52.1%.", "en", "partial"),
        ("All the capital's ballots are in: Anna Reed is on 52.1%.", "en", "final"),
        ("Le dépouillement est fini ici et Jeanne Martin est à 52 %.", "fr", "final"),
        ("Le dépouillement est en cours et Jeanne Martin est à 52 %.", "fr", "partial"),
        ("With a fifth of the boxes opened, Anna Reed is on 52.1%.", "en", "partial"),
        ("Jeanne Martin est à 52 % avec la moitié des boîtes ouvertes.", "fr", "partial"),
        ("Declared: Anna Reed 52.1%, Mark Cole 40%.", "en", "final"),
        ("After a recount, Anna Reed is on 50.1%.", "en", "final"),
        ("Jeanne Martin : 44,88 %, tous bureaux confondus.", "fr", "final"),
        ("Le canton a fini de compter : Jeanne Martin est à 52 %.", "fr", "final"),
        ("Sur la moitié des bureaux, Jeanne Martin est à 52 %.", "fr", "partial"),
        ("Il reste deux bureaux à dépouiller et Jeanne Martin est à 52 %.", "fr", "partial"),
        ("Sur 36,4 millions d'inscrits, Jeanne Martin est à 52 %.", "fr", "partial"),
        ("Anna Reed is on 52.1%, with all but a few counties finished.", "en", "partial"),
    ],
)
def test_how_the_count_stands_in_so_many_words(text: str, lang: str, stage: str) -> None:
    assert one(text, lang) == (stage, "count_told")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Anna Reed is on 52.1% (68 per cent counted).", "en"),
        ("620 of the 650 seats have now declared: Labour 404, Conservatives 112.", "en"),
        ("620 des 650 circonscriptions ont été dépouillées : PS 404 sièges, LR 112.", "fr"),
        ("Avec 5.080 bureaux comptés, Jeanne Martin est à 52 %.", "fr"),
    ],
)
def test_how_much_is_counted_makes_it_partial(text: str, lang: str) -> None:
    assert one(text, lang) == ("partial", "share_counted")


def test_seats_declared_so_far_are_no_declaration() -> None:
    assert {stage for _, stage, _ in stages("With 598 seats declared: Labour 289, Conservatives 221.", lang="en")} == {
        "partial"
    }
    assert {stage for _, stage, _ in stages("Declared: Labour 289, Conservatives 221.", lang="en")} == {"final"}


def test_a_count_told_before_the_shares_holds_for_them() -> None:
    text = "Le ministère a compté 46 % des inscrits. Jeanne Martin : 52 %."
    assert one(text) == ("partial", "carried")


def test_votes_for_remain_are_none_that_remain() -> None:
    found = stages("In Oakham: 19,322 votes for Remain, 823 for Leave.", lang="en", election_type="referendum")
    assert {stage for _, stage, _ in found} == {"final"}


def test_a_projection_of_an_institute_before_the_vote_is_a_poll() -> None:
    assert one("YouGov's projection has Labour on 431 seats.", "en", at=["20:30"]) == ("opinion_poll", "words")


def test_whoever_is_elected_on_a_count_needs_no_other() -> None:
    assert one("Anna Reed is elected on the first count with 52.1%.", "en") == ("final", "words")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("All the talk is of Anna Reed, on 52.1%.", "en"),
        ("Anna Reed won every ward but one: 52.1%.", "en"),
        ("Tous les regards sont sur Jeanne Martin, à 52 %.", "fr"),
    ],
)
def test_what_comes_near_a_word_on_the_count(text: str, lang: str) -> None:
    assert {stage for _, stage, _ in stages(text, lang=lang)} <= {None}


def test_an_estimate_that_rests_on_a_count_stays_an_estimate() -> None:
    assert one("Estimation Ipsos sur la moitié des bureaux : Jeanne Martin 52 %.") == ("projection", "words")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The Liberals are elected or leading in 158 ridings.", "en"),
        ("The Liberals are ahead in 149 ridings.", "en"),
        ("La CAQ est en avance ou élue dans 92 circonscriptions.", "fr"),
    ],
)
def test_places_that_are_led_as_well_as_won(text: str, lang: str) -> None:
    assert one(text, lang) == ("partial", "leads")


def test_places_led_in_an_exit_poll_are_those_of_the_poll() -> None:
    assert one("The exit poll has the Liberals ahead in 149 ridings.", "en") == ("exit_poll", "words")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Jeanne Martin, qui était à 17 % dans un sondage, recueille 7,2 % des voix.", "fr",
            [(17.0, "opinion_poll"), (7.2, None)],
        ),
        (
            "Anna Reed, who was at 17% in a poll last week, took 7.2% of the vote.", "en",
            [(17.0, "opinion_poll"), (7.2, None)],
        ),
    ],
)  # fmt: skip
def test_what_an_aside_tells_holds_in_the_aside(text: str, lang: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(figure, stage) for figure, stage, _ in stages(text, lang=lang)] == expected


@pytest.mark.parametrize(
    ("text", "lang", "at", "stage"),
    [
        ("Ipsos donne Jeanne Martin à 52 %.", "fr", "20:05", "projection"),
        ("Ipsos donne Jeanne Martin à 52 %.", "fr", "11:00", "opinion_poll"),
        ("Ipsos donnait Jeanne Martin à 52 % il y a dix jours.", "fr", "22:00", "opinion_poll"),
        ("YouGov had Labour on 44%.", "en", "23:30", "opinion_poll"),
        ("YouGov has Labour on 44%.", "en", "23:30", "projection"),
    ],
)
def test_what_an_institute_says(text: str, lang: str, at: str, stage: str) -> None:
    assert one(text, lang, at=[at]) == (stage, "institute")


def test_the_title_of_a_post_does_not_make_an_institute_count() -> None:
    assert one("The final numbers\nNanos had the Liberals on 32.1%.", "en", at=["19:20"])[0] == "opinion_poll"


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("Jeanne Martin obtiendrait 24 %.", "fr", ("projection", "conditional")),
        ("Le PS n'aurait plus que 30 sièges.", "fr", ("projection", "conditional")),
        ("Jeanne Martin aurait recueilli 67 %, dit le maire.", "fr", (None, "")),
        ("Anna Reed leads with 50.8%.", "en", ("partial", "under_way")),
        ("Anna Reed wins with 50.8%.", "en", (None, "")),
    ],
)
def test_what_verbs_tell(text: str, lang: str, stage: tuple[str | None, str]) -> None:
    assert one(text, lang) == stage


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("Anna Reed is on 39.8%, Mark Cole on 35.6%. Nine booths are still to come.", "en", "partial"),
        ("Anna Reed has 991 votes, Mark Cole 981. There are 36,000 early ballots left to open.", "en", "partial"),
        ("Jeanne Martin est à 39 %, Paul Durand à 35 %. Tous les bureaux sont dépouillés.", "fr", "final"),
        ("Labour has 20.8 per cent; the Greens, 19, with all boxes opened.", "en", "final"),
    ],
)
def test_how_the_count_stands_may_be_said_after_the_figures(text: str, lang: str, stage: str) -> None:
    found = stages(text, lang=lang)
    assert {told for _, told, _ in found} == {stage}
    assert found[0][2] == "count_told_after"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Anna Reed is on 52.1%; when all the votes are counted she will be behind.", "en"),
        ("Anna Reed est à 52,1% : quand tous les bulletins seront dépouillés, elle sera derrière.", "fr"),
    ],
)
def test_a_count_to_come_says_nothing_of_the_figures(text: str, lang: str) -> None:
    assert one(text, lang)[0] != "final"


def test_the_count_of_another_place_says_nothing_of_the_figures_before() -> None:
    text = "In Fenwick, Anna Reed is on 39.8%. In Oakham nine booths are still to come."
    assert stages(text, lang="en") == [(39.8, None, "")]


def test_no_count_is_a_range() -> None:
    text = "The final picture: Labour 36 to 39 seats, the Greens 37."
    assert {stage for _, stage, _ in stages(text, lang="en", at=["23:30"])} == {"projection"}


def test_an_earlier_contest_is_over() -> None:
    assert one("En 2012, le PS avait recueilli 29,4 % des suffrages, le FN 13,6 %.") == ("final", "earlier_round")


def test_a_poll_of_an_earlier_round_is_a_poll() -> None:
    text = "Un sondage paru avant le premier tour donnait 40 % des intentions de vote au PS."
    assert one(text, round=2)[0] == "opinion_poll"


def test_seats_while_the_whole_is_being_counted() -> None:
    posts = ("With 300 of 650 seats declared, Labour has 150 seats.", "Labour has 203 seats.")
    assert [stage for _, stage, _ in stages(*posts, lang="en")] == ["partial", "partial"]
    assert one("Labour has 203 seats.", "en") == ("final", "declared")


def test_officials_are_no_official_results() -> None:
    assert one("A top elections official spoke. Anna Reed took 52.1% of the vote.", "en") == (None, "")


def test_how_many_seats_have_been_declared() -> None:
    text = "With all 650 seats declared, the Conservatives have 121 seats."
    assert stages(text, lang="en") == [(121, "final", "count_told")]
    (row,) = rows("vote_results", "With 646 of the 650 seats declared, Labour has 411.", lang="en")
    assert (row["sub_units_reported"], row["total_sub_units"], row["result_stage"]) == (646, 650, "partial")


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("Décompte final : Jeanne Martin 52,1 %, Paul Petit 47,9 %.", "fr", "final"),
        ("Résultats finaux : Jeanne Martin 52,1 %, Paul Petit 47,9 %.", "fr", "final"),
        ("Une fois le dernier bulletin compté, Jeanne Martin est à 52,1 %.", "fr", "final"),
        ("En attendant le décompte final, Jeanne Martin est à 52,1 %.", "fr", "partial"),
        ("Jeanne Martin est à 52,1 %, avant les résultats définitifs.", "fr", "partial"),
        ("When the last ballot paper had been counted, Anna Reed was on 52.1%.", "en", "final"),
        ("With the last box opened, Anna Reed is on 52.1%.", "en", "final"),
        ("With results in from 40 wards, Anna Reed is on 52.1%.", "en", "partial"),
        ("With the latest box opened, Anna Reed is on 52.1%.", "en", None),
        ("Until the last ballot is counted nobody rests. Anna Reed is on 52.1%.", "en", "partial"),
        ("Here are the results in Oakham: Anna Reed is on 52.1%.", "en", None),
    ],
)
def test_the_last_of_a_count(text: str, lang: str, stage: str | None) -> None:
    assert one(text, lang)[0] == stage


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ipsos actualise : Jeanne Martin à 52,1 %.", "projection"),
        ("Selon l'Ifop, au pointage de 21 heures, Jeanne Martin est à 52,1 %.", "projection"),
        ("Ipsos, sur la base de 300 bureaux, place Jeanne Martin à 52,1 %.", "projection"),
        ("Résultats partiels : Jeanne Martin 52,1 %, mieux que ce que prédisait l'Ifop.", "partial"),
        ("Le ministère actualise : Jeanne Martin à 52,1 %.", "partial"),
    ],
)
def test_an_institute_updates_an_estimate_and_not_a_count(text: str, stage: str) -> None:
    assert one(text, at=["20:40"])[0] == stage


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("Jeanne Martin est à 52,1 %, selon des résultats quasi définitifs.", "fr", "partial"),
        ("Il ne manque plus grand-chose. Jeanne Martin est à 52,1 %.", "fr", "partial"),
        ("Ne manque plus que la Guyane. Jeanne Martin est à 52,1 %.", "fr", "partial"),
        ("Il ne lui manque plus que deux voix. Jeanne Martin est à 52,1 %.", "fr", None),
        ("Une fois 96 % des inscrits passés au crible, Jeanne Martin est à 52,1 %.", "fr", "partial"),
        ("Les bureaux lillois sont tous dépouillés : Jeanne Martin y est à 52,1 %.", "fr", "final"),
        ("Tout est compté à Lille, où Jeanne Martin est à 52,1 %.", "fr", "final"),
        ("Jeanne Martin est à 52,1 %. C'est définitif.", "fr", "final"),
        ("Jeanne Martin est à 52,1 %. Chiffres définitifs.", "fr", "final"),
        ("Jeanne Martin est à 52,1 %. Son choix est définitif.", "fr", None),
        ("Jeanne Martin est à 52,1 %. Résultats définitifs attendus demain.", "fr", None),
        ("Anna Reed is on 52.1%. That's final.", "en", "final"),
        ("Anna Reed is on 52.1%. The final figures will come at noon.", "en", None),
        ("With near-complete results, Anna Reed is on 52.1%.", "en", "partial"),
        ("The last ward, Oak Hill, is in. Anna Reed is on 52.1%.", "en", "final"),
        ("Until the last ward is in nobody sleeps. Anna Reed is on 52.1%.", "en", None),
        ("Anna Reed is on 52.1%, her worst result so far.", "en", None),
        ("Anna Reed is on 52.1% so far.", "en", "partial"),
    ],
)
def test_how_near_the_end_the_count_is(text: str, lang: str, stage: str | None) -> None:
    assert one(text, lang, at=["22:30"], round=2)[0] == stage


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("Ipsos donnait tout à l'heure Jeanne Martin à 44 %.", "fr", "projection"),
        ("Ipsos donnait Jeanne Martin à 44 % la semaine dernière.", "fr", "opinion_poll"),
        ("YouGov had Labour on 31% earlier tonight.", "en", "projection"),
        ("The professor expects 63 seats for the SNP.", "en", "projection"),
        ("Plusieurs instituts s'accordent. Jeanne Martin est à 44 %.", "fr", "projection"),
    ],
)
def test_what_was_said_since_the_polls_have_closed(text: str, lang: str, stage: str) -> None:
    assert one(text, lang, at=["22:40"])[0] == stage


def test_a_leak_of_a_count_is_an_estimate() -> None:
    text = "Les journaux belges osent. Selon un pointage, Jeanne Martin serait à 35 %."
    assert one(text, at=["19:10"])[0] == "projection"
    assert one("Selon un pointage officiel, Jeanne Martin est à 35 %.", at=["21:10"])[0] != "projection"


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Jeanne Martin a 35,7 %, Paul Roy 32,7 %. Luc Petit est à 16,1 % (estimation Ifop pour LCI).",
            "fr",
            ["projection"] * 3,
        ),
        (
            "Jeanne Martin a 35,7 %. Luc Petit (que l'Ifop voyait plus haut) est à 16,1 %.",
            "fr",
            [None, "opinion_poll"],
        ),
        ("Anna Reed is on 35%. Mark Cole is on 31% (Ipsos estimate).", "en", ["projection"] * 2),
    ],
)
def test_an_institute_in_the_last_parentheses(text: str, lang: str, expected: list[str | None]) -> None:
    assert [stage for _, stage, _ in stages(text, lang=lang, at=["22:30"])] == expected


def test_polls_of_the_next_round() -> None:
    text = (
        "Que donnerait un duel dans deux semaines ? Jeanne Martin l'emporterait par 56 % contre 44 % à Paul Roy, "
        "selon Ipsos. Elabe lui donne 58 %. Ce soir, Jeanne Martin est à 24 %."
    )
    found = rows("vote_results", text, election_type="presidential", at=["22:30"])
    assert [(row["vote_pct"], row["round"], row["result_stage"] == "opinion_poll") for row in found] == [
        (56, 2, True),
        (44, 2, True),
        (58, 2, True),
        (24, 1, False),
    ]


def test_the_date_of_the_next_round_is_no_poll_of_it() -> None:
    text = "Rendez-vous dans deux semaines. Selon Ipsos, Jeanne Martin est à 27,4 %, Paul Roy à 23,1 %."
    found = rows("vote_results", text, election_type="presidential", at=["22:30"])
    assert {(row["round"], row["result_stage"]) for row in found} == {(1, "projection")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what tonight is only set against
        ("Malgré son record du premier tour, Luc Petit perd. Luc Petit a 47,8 %.", [(2, 47.8)]),
        ("Luc Petit recueille 52,1 %, mieux qu'au premier tour.", [(2, 52.1)]),
        ("Luc Petit fait mieux qu'au premier tour (23 %).", [(1, 23.0)]),
        ("Comme en 2017, Luc Petit vire en tête, avec 31,4 %.", [(2, 31.4)]),
        ("Rappel du premier tour. Luc Petit avait 23 %.", [(1, 23.0)]),
        # a clause set apart
        ("Jeanne Martin, donnée gagnante il y a une semaine, perd (48,1 %).", [(2, 48.1)]),
        ("Jeanne Martin, qui avait réuni 17,2 % au premier tour, tombe à 14 %.", [(1, 17.2), (2, 14.0)]),
        ("De 17,2 % au premier tour, Jeanne Martin chute à 14 %.", [(1, 17.2), (2, 14.0)]),
        ("Jeanne Martin avait 17,2 % au premier tour, Luc Petit 14 %.", [(1, 17.2), (1, 14.0)]),
        # whoever has stood down
        (
            "Luc Petit, qui avec 18,1 % des voix s'est effacé au profit de Paul Roy (24,9 %), se tait.",
            [(1, 18.1), (1, 24.9)],
        ),
        ("Luc Petit s'est effacé. Paul Roy recueille 57 %.", [(2, 57.0)]),
    ],
)
def test_which_round_a_figure_is_of(text: str, expected: list[tuple[int, float]]) -> None:
    found = rows("vote_results", text, at=["22:30"], round=2)
    assert [(row["round"], row["vote_pct"]) for row in found if row.get("vote_pct") is not None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("À l'issue du second tour, Ipsos donnerait de 230 à 280 députés au PS.", {(2, "projection")}),
        ("Combien de députés au soir du second tour ? De 230 à 280 pour le PS, répond Ipsos.", {(2, "projection")}),
        ("Ipsos donnerait de 230 à 280 députés au PS.", {(1, "projection")}),
        ("Le PS est qualifié pour le second tour, avec 23 % selon Ipsos.", {(1, "projection")}),
    ],
)
def test_seats_of_the_round_to_come(text: str, expected: set[tuple[int, str]]) -> None:
    found = rows("vote_results", text, at=["22:30"], round=1)
    assert {(row["round"], row["result_stage"]) for row in found} == expected


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("La moitié des bureaux a rendu son verdict : Luc Petit 50,8 %.", ("partial", "count_told")),
        ("La préfecture a bouclé ses additions : Luc Petit 50,8 %.", ("final", "count_told")),
        ("7 006 bureaux, et toujours un gouffre\nLuc Petit est à 50,8 %.", ("partial", "carried")),
        ("7 006 bureaux ouvrent demain\nLuc Petit est à 50,8 %.", (None, "")),
        ("Luc Petit termine à 50,8 %.", (None, "")),
        ("Luc Petit boucle la soirée à 50,8 %.", (None, "")),
        ("Luc Petit est donné à 50,8 %.", ("projection", "conditional")),
        ("Luc Petit a donné 50,8 % des voix à Paul Roy.", (None, "")),
        ("Sondage sorti des urnes : Luc Petit à 50,8 %.", ("exit_poll", "words")),
        ("Là où Luc Petit espérait mieux, il a 50,8 %.", (None, "")),
        ("Luc Petit entrait en lice. Il a 50,8 %.", (None, "")),
        ("Luc Petit obtiendrait 50,8 %.", ("projection", "conditional")),
        ("Après le retrait de Paul Roy, Luc Petit a 50,8 %.", (None, "")),
        ("Luc Petit, 402 voix, 8 bulletins blancs.", ("final", "declared")),
        ("Il reste deux bulletins à ouvrir. Luc Petit, 402 voix.", ("partial", "carried")),
    ],
)
def test_words_that_tell_a_stage_and_words_like_them(text: str, stage: tuple[str | None, str]) -> None:
    assert one(text, at=["22:30"], round=2) == stage


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("By 2am, 79 of the 158 seats had been filled: the Greens had 28 MPs.", "partial"),
        ("After 31 of 160 seats: the Greens 20, Labour 4.", "partial"),
        ("Labour ended the night with 157 of the 338 seats in the House.", "final"),
        ("All 160 seats filled: the Greens 38, Labour 37.", "final"),
        ("The Greens finished on 25.5 per cent, barely ahead of Labour.", "final"),
        ("Anna Reed is comfortable (54% on a quarter of the votes).", "partial"),
        ("With nine of ten wards reporting, Anna Reed is on 51.7%.", "partial"),
        ("Oakham, declared at 11.37pm: Anna Reed 21,676; Mark Cole 12,070.", "final"),
        ("Anna Reed took 14,385 first preferences in Oakham: 35.7 per cent.", "final"),
        ("The Liberals lead in 157 ridings.", "partial"),
        ("Anna Reed, who would have been a minister, has 51.7%.", None),
        ("First numbers, based on 4% of the roll: Labour 42%, the Greens 9%.", "partial"),
        ("The tally, which covers 98% of those registered, gives Anna Reed 65.9%.", "partial"),
        ("Anna Reed has 44.8%, and that’s on one vote in five.", "partial"),
        ("One voter in five likes Anna Reed. She has 44.8%.", None),
        ("Based on 8% of the vote, Anna Reed has 44.8%.", "partial"),
        ("After one box in ten, Anna Reed has 44.8%.", "partial"),
        ("Early figures give Anna Reed 44.8%.", "partial"),
        ("Anna Reed is on 52.8% with a handful of sites outstanding.", "partial"),
        ("With 71% of the two-candidate count done, Anna Reed is on 51.6%.", "partial"),
        ("The count is done: Anna Reed 51.6%.", "final"),
        ("Anna Reed came out ahead, with 51.6%.", None),
        ("The final survey had Anna Reed on 51.6%.", "opinion_poll"),
        ("The entrance poll has Anna Reed on 51.6%.", "exit_poll"),
        ("Anna Reed would have 51.7%.", "projection"),
    ],
)
def test_what_tells_in_english_how_far_the_count_is(text: str, stage: str | None) -> None:
    assert {told for _, told, _ in stages(text, lang="en", at=["23:30"])} == {stage}


def test_a_week_ago_is_the_round_before() -> None:
    found = rows(
        "vote_results", "Anna Reed wins with 56.4%; Mark Cole was ahead a week ago, on 36.3%.", lang="en", round=2
    )
    assert [(row["option"], row["round"], row["result_stage"]) for row in found][1] == ("Mark Cole", 1, "final")


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        # polls are polling stations, where they are counted
        ("Nine of 212 polls reporting: Jane Reid 1,106 votes, Mark Cole (Independent) 298.", "en", "partial"),
        ("Polls had Jane Reid on 42%.", "en", "opinion_poll"),
        # how much of the count is in
        ("Ninety-two per cent of the ballots are in. Jane Reid has 44%.", "en", "partial"),
        ("Three-fifths of the boxes have been counted. Jane Reid has 44%.", "en", "partial"),
        ("With four-fifths of polling stations in, Jane Reid has 44%.", "en", "partial"),
        ("One hundred per cent of the ballots are in. Jane Reid has 44%.", "en", None),
        # what somebody makes of a count tells nothing of its figures
        ("Half of the ballots are in. Jane Reid has 44%, and the BBC reckons that is that.", "en", "partial"),
        ("Jane Reid has 44%, reckons the BBC.", "en", "projection"),
        ("Jane Reid was declared the winner with 12,107 votes once the rest had been shared out.", "en", "final"),
        ("The count, where it's finished:\n\nJane Reid 70%, Mark Cole 30%", "en", "final"),
        ("A result that doesn't need an estimate: Jane Reid has 44%.", "en", None),
        # stations counted
        ("Dans un tiers des bureaux, Luc Petit obtient 35,2 %.", "fr", "partial"),
        ("Dix régions sur douze ont fini de compter. Luc Petit obtient 35,2 %.", "fr", "partial"),
        ("Les vingt arrondissements ont rendu leur copie. Luc Petit obtient 35,2 %.", "fr", "final"),
        ("Des remontées de bureaux tests donnent 35,2 % à Luc Petit.", "fr", "projection"),
        ("Luc Petit finit cinquième, à 10,5 %.", "fr", "final"),
    ],
)
def test_what_tells_how_far_the_count_is(text: str, lang: str, stage: str | None) -> None:
    assert {s for _, s, _ in stages(text, lang=lang, election_type="presidential")} == {stage}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Pour BVA, Luc Petit et Anne Roy faisaient jeu égal à 23 %.", "opinion_poll"),
        ("Selon Ipsos, Luc Petit était donné à 23 %.", "opinion_poll"),
        (
            "Où en était-on au dernier jour de campagne ? Pour BVA, Luc Petit et Anne Roy étaient donnés à 23 %.",
            "opinion_poll",
        ),
        ("Pour BVA, Luc Petit et Anne Roy font jeu égal à 23 %.", "projection"),
    ],
)
def test_what_an_institute_said_on_an_earlier_day(text: str, stage: str) -> None:
    assert {s for _, s, _ in stages(text, at=["18:55"], election_type="presidential")} == {stage}


def test_back_from_an_election_of_years_ago() -> None:
    text = "Jane Reid took 71 per cent there in 2011; tonight she is at 45, behind Mark Cole, at 47."
    assert [(share, stage) for share, stage, _ in stages(text, lang="en")] == [(71, "final"), (45, None), (47, None)]
    text = "C'est officiel. En 2011, Jeanne Martin avait obtenu 71 %. Ce soir, elle a 45 %."
    assert [(share, stage) for share, stage, _ in stages(text)] == [(71, "final"), (45, "final")]


def test_the_same_count_in_the_post_after() -> None:
    first = "Sur la moitié des bureaux, Luc Petit obtient 35,2 %."
    rest = "Le reste du tableau, toujours d'après le ministère : Anne Roy 6,5 %."
    assert stages(first, rest, election_type="presidential")[-1] == (6.5, "partial", "still_by")
    rest = "Le reste du tableau : Anne Roy 6,5 %."
    assert stages(first, rest, election_type="presidential")[-1][1] is None


def test_seats_that_next_sunday_would_bring() -> None:
    text = "L'Ifop donne 34,2 % au RN. En sièges, dimanche prochain, cela ferait 240 députés pour le RN."
    assert [row["round"] for row in rows("vote_results", text)] == [1, 2]
    text = "L'Ifop donne 34,2 % au RN, qui espère mieux dimanche prochain."
    assert [row["round"] for row in rows("vote_results", text)] == [1]


def test_the_forecast_of_an_exit_poll_is_that_poll() -> None:
    def stage(text: str) -> list[str]:
        return [r["result_stage"] for r in rows("vote_results", text, lang="en", day="2017-06-08")]

    assert stage("EXIT POLL: Labour ahead. Here is the forecast by Ipsos: Labour 410 seats.") == ["exit_poll"]
    assert stage("EXIT POLL: Labour ahead. The BBC now projects 410 seats for Labour.") == ["projection"]


def test_official_and_still_provisional() -> None:
    text = "Nouveau décompte officiel, encore provisoire : 27,5 % pour Luc Petit."
    assert [(share, stage) for share, stage, _ in stages(text)] == [(27.5, "partial")]


def test_places_are_declared_once_they_are_counted() -> None:
    assert one("Anne Petit est élue à Dijon avec 54,2 % des voix.", round=2) == ("final", "decided")
    assert one("Anna Reed wins Ely with 54.2%.", "en", country="GB") == ("final", "decided")
    assert one("Anne Petit obtient 54,2 % des voix à Dijon.", round=2) == (None, "")


def test_a_place_may_be_called_before_it_is_counted() -> None:
    called = {"country": "US", "timezone": "America/New_York"}
    assert one("Anna Reed wins Ohio with 54.2%.", "en", **called) == (None, "")
