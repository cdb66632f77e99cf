"""Shares, votes, seats and calls: each rule on what it reads and on what comes near."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extracting import read, rows
from minutier.document import Row
from minutier.languages import language

FIGURES = ("vote_pct", "vote_pct_min", "vote_pct_max", "votes", "seats", "seats_min", "seats_max")


def results(*posts: str, **options: Any) -> list[Row]:
    return rows("vote_results", *posts, **options)


def figures(found: list[Row]) -> list[tuple[str, Any]]:
    """(option, figure) pairs; a range is a pair of bounds."""
    pairs = []
    for row in found:
        values = tuple(row[name] for name in FIGURES if row.get(name) is not None)
        if values:
            pairs.append((row["option"], values[0] if len(values) == 1 else values))
    return pairs


def rules(found: list[Row]) -> set[str]:
    """The rules by which the figures have their options, without the evidence of the stage."""
    return {".".join(row["rule"].split(".")[:2]) for row in found}


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("Jeanne Martin (PS) : 23,5 %.", [("Jeanne Martin", 23.5)], "option_then_figure"),
        ("En tête, Jeanne Martin (41,2%).", [("Jeanne Martin", 41.2)], "parenthesis"),
        ("Jeanne Martin (LR, 21,5%) est deuxième.", [("Jeanne Martin", 21.5)], "parenthesis"),
        ("Jeanne Martin plafonnerait ce soir à 24%.", [("Jeanne Martin", 24.0)], "verb"),
        ("On compte 12 % pour le jeune maire Paul Durand.", [("Paul Durand", 12.0)], "figure_for_option"),
        ("Jeanne Martin y sauve les meubles (10,18%).", [("Jeanne Martin", 10.18)], "parenthesis_after_clause"),
        ("Avec 36,03% des voix, Jeanne Martin prend la tête.", [("Jeanne Martin", 36.03)], "opening_participle"),
        (
            "Réélu dans le Rhône (52,95 %), Paul Durand savoure.",
            [("Paul Durand", 52.95)],
            "opening_participle",
        ),
        (
            "Jeanne Martin bat Paul Durand : 59,85% contre 40,15%.",
            [("Jeanne Martin", 59.85), ("Paul Durand", 40.15)],
            "duel",
        ),
        (
            "Paul Durand est battu par Jeanne Martin : 51,85% contre 48,15%.",
            [("Jeanne Martin", 51.85), ("Paul Durand", 48.15)],
            "duel",
        ),
        (
            "Jeanne Martin et Paul Durand sont élus avec 57,31% et 50,4% des voix.",
            [("Jeanne Martin", 57.31), ("Paul Durand", 50.4)],
            "respectively",
        ),
        (
            "Jeanne Martin et Paul Durand sont au coude-à-coude à 18,5%.",
            [("Jeanne Martin", 18.5), ("Paul Durand", 18.5)],
            "verb",
        ),
        ("Jeanne Martin : 46,5% (57 sièges).", [("Jeanne Martin", 46.5), ("Jeanne Martin", 57)], "second_figure"),
    ],
)
def test_figures_of_a_french_sentence(text: str, expected: list[tuple[str, float]], rule: str) -> None:
    found = results(text)
    assert figures(found) == expected
    assert f"vote_results.{rule}" in rules(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Reed (Lab) 25,292, Mark Cole (Con) 22,876.", [("Anna Reed", 25292), ("Mark Cole", 22876)]),
        ("Labour’s Anna Reed wins Oakham Vale with 21,881 votes.", [("Anna Reed", 21881)]),
        ("Anna Reed beats the SNP’s Mark Cole with 40.6% of the vote.", [("Anna Reed", 40.6)]),
        (
            "Anna Reed collected 15,604 votes to 15,411 for Labour’s Mark Cole.",
            [("Anna Reed", 15604), ("Mark Cole", 15411)],
        ),
        (
            "Conservatives 314, Labour 266, SNP 34, others 18.",
            [("Conservatives", 314), ("Labour", 266), ("SNP", 34), ("others", 18)],
        ),
        ("The forecast gives Labour 138 to 145 seats.", [("Labour", (138, 145))]),
    ],
)
def test_figures_of_an_english_sentence(text: str, expected: list[tuple[str, Any]]) -> None:
    assert figures(results(text, lang="en")) == expected


def test_lists_by_line_in_either_order() -> None:
    by_option = "Les scores :\n- Jeanne Martin : 23,61%\n- Paul Durand : 22,10%"
    by_figure = "Les scores :\n23% Jeanne Martin\n22% Paul Durand"
    assert figures(results(by_option)) == [("Jeanne Martin", 23.61), ("Paul Durand", 22.1)]
    assert figures(results(by_figure)) == [("Jeanne Martin", 23.0), ("Paul Durand", 22.0)]


def test_bare_numbers_take_the_unit_before_them() -> None:
    text = "Le PS et le PCF gagneraient 255 sièges (210 pour le PS, 45 pour le PCF), la droite en aurait 120."
    assert figures(results(text)) == [
        ("PS et le PCF", 255),
        ("PS", 210),
        ("PCF", 45),
        ("la droite", 120),
    ]


def test_ranges_of_seats_inherit_their_unit() -> None:
    text = "Le PS aurait de 20 à 30 sièges, Les Républicains de 70 à 90."
    assert figures(results(text)) == [("PS", (20, 30)), ("Les Républicains", (70, 90))]


def test_an_alliance_of_grammar_is_shared_out() -> None:
    assert figures(results("Le PS et le PCF obtiendraient chacun 23 sièges.")) == [("PS", 23), ("PCF", 23)]


def test_an_option_is_named_as_fully_as_the_document_names_it() -> None:
    found = results("Le RN est à 31%.", "Le Rassemblement national recule.")
    assert figures(found) == [("Rassemblement national", 31.0)]


def test_answers_of_a_referendum() -> None:
    found = results("Leave wins by 52% to 48%.", lang="en", election_type="referendum")
    assert figures(found) == [("Leave", 52.0), ("Remain", 48.0)]
    assert {row["option_type"] for row in found} == {"answer"}


@pytest.mark.parametrize("election_type", ["legislative", "other"])
def test_a_referendum_told_of_in_a_post_is_not_what_is_voted_on(election_type: str) -> None:
    posts = "« J'ai voté une fois, au référendum », raconte un retraité.", "Le PS obtient 28 % et le PCF 12 %."
    assert figures(results(*posts, election_type=election_type)) == [("PS", 28.0), ("PCF", 12.0)]


@pytest.mark.parametrize(
    "text",
    [
        "Selon Ifop, 64% des Français sont satisfaits de Jeanne Martin.",
        "62% des électeurs de Paul Durand se reporteraient sur Jeanne Martin.",
        "Jeanne Martin l'emporte de 136 voix.",
        "Avec 80% de supporters, Jeanne Martin était ravie.",
        "Jeanne Martin a voté. La participation est de 28,54% à midi.",
        "Jeanne Martin, 48 ans, gère un budget de 3 milliards d'euros dont 42% de dotations.",
        "Il faut 51 sièges à Jeanne Martin.",
        "Jeanne Martin parlera vers 20h30, le 18 juin, au 92 rue de Rivoli.",
        "Paul Durand et le Real ont gagné 3-2.",
    ],
)
def test_figures_that_are_no_results(text: str) -> None:
    assert figures(results(text)) == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Selon une estimation Ipsos, Jeanne Martin obtient 24%.", "projection"),
        ("Sondage sortie des urnes : Jeanne Martin 24%.", "exit_poll"),
        ("Dans un sondage paru jeudi, Jeanne Martin obtenait 24%.", "opinion_poll"),
        ("Sur 89% des bulletins dépouillés, Jeanne Martin atteint 24%.", "partial"),
        ("Résultats définitifs : Jeanne Martin 24%.", "final"),
        ("Jeanne Martin a 24%.", None),
    ],
)
def test_stage(text: str, stage: str | None) -> None:
    assert [row["result_stage"] for row in results(text)] == [stage]


def test_how_far_the_count_is() -> None:
    (share,) = results("A 60% du dépouillement, Jeanne Martin est à 58,65%.")
    assert share["counted_pct"] == 60
    (seats,) = results("With 646 of the 650 seats declared, Labour is on 261.", lang="en")
    assert (seats["sub_units_reported"], seats["total_sub_units"], seats["seats"]) == (646, 650, 261)


def test_a_reminder_has_its_own_round_and_is_final() -> None:
    (row,) = results("Au premier tour, Jeanne Martin avait recueilli 36,03% des voix.", round=2)
    assert (row["round"], row["result_stage"]) == (1, "final")


def test_figures_before_the_polls_close_are_leaks() -> None:
    (row,) = results("Jeanne Martin serait à 58%.", at=["19:24"], round=2)
    assert row["result_stage"] == "projection"


def test_an_institute_before_the_first_estimates_publishes_a_poll() -> None:
    (row,) = results("Ipsos donne Jeanne Martin à 52%.", at=["10:05"])
    assert (row["result_stage"], row["pollster"]) == ("opinion_poll", "Ipsos")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Jeanne Martin est élue.", "fr", ("Jeanne Martin", "winner")),
        ("Paul Durand s'incline.", "fr", ("Paul Durand", "defeated")),
        ("Eliminé ! Paul Durand reconnaît sa défaite.", "fr", ("Paul Durand", "defeated")),
        ("Jeanne Martin est qualifiée pour le second tour.", "fr", ("Jeanne Martin", "advanced_to_runoff")),
        ("Selon les estimations, Jeanne Martin est élue.", "fr", ("Jeanne Martin", "projected_winner")),
        ("Paul Durand se retire.", "fr", ("Paul Durand", "withdrawn")),
        ("Anna Reed has been unseated.", "en", ("Anna Reed", "defeated")),
        ("Oakham falls to Labour's Anna Reed.", "en", ("Anna Reed", "winner")),
        ("Anna Reed is re-elected in Oakham.", "en", ("Anna Reed", "winner")),
        ("CNN projects that Anna Reed will win Ohio.", "en", ("Anna Reed", "projected_winner")),
        ("ALERTE. Jeanne Martin réélue dans les Yvelines", "fr", ("Jeanne Martin", "winner")),
        ("C'est Jeanne Martin qui rafle la mairie.", "fr", ("Jeanne Martin", "winner")),
        ("Fox News attribue le Wisconsin à Paul Durand.", "fr", ("Paul Durand", "projected_winner")),
        ("Anna Reed is suspending her campaign.", "en", ("Anna Reed", "withdrawn")),
        ("The CBC is calling a minority government for the Greens.", "en", ("Greens", "projected_winner")),
        ("La chaîne prévoit que la Coalition avenir Québec formera un gouvernement majoritaire.", "fr",
         ("Coalition avenir Québec", "projected_winner")),
        ("Jeanne Martin défait l'ex-ministre par 500 voix.", "fr", ("Jeanne Martin", "winner")),
        ("Paul Durand est défait dans son fief.", "fr", ("Paul Durand", "defeated")),
        ("Paul Durand garde Confolens.", "fr", ("Paul Durand", "winner")),
        ("Jeanne Martin, à Marseille, ne se présentera pas au second tour.", "fr", ("Jeanne Martin", "withdrawn")),
        ("Ohio goes to Anna Reed, the first there since Mark Cole in 1996.", "en", ("Anna Reed", "winner")),
        ("Anna Reed is home and hosed.", "en", ("Anna Reed", "winner")),
        ("Anna Reed takes Ohio. She is the projected winner there, and Anna Reed will win Iowa too.", "en",
         ("Anna Reed", "projected_winner")),
    ],
)  # fmt: skip
def test_calls(text: str, lang: str, expected: tuple[str, str]) -> None:
    assert [(row["option"], row["candidate_status"]) for row in results(text, lang=lang)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "En cas de victoire de Jeanne Martin, il partira.",
        "« Jeanne Martin est élue », criait la foule.",
        "Jeanne Martin arrive à son QG.",
        "En Formule 1, Jeanne Martin s'impose.",
        "Il faut quelqu'un pour battre Jeanne Martin.",
    ],
)
def test_what_comes_near_a_call(text: str) -> None:
    assert results(text) == []


def test_a_call_joins_the_figure_of_its_option() -> None:
    (row,) = results("Jeanne Martin est élue avec 60,13% des voix.")
    assert (row["vote_pct"], row["candidate_status"]) == (60.13, "winner")


def test_a_share_that_nobody_can_name_is_reported() -> None:
    extraction = read("Le score est sans appel : 64,86 % des voix.")
    assert extraction.rows["vote_results"] == []
    assert [issue.code for issue, _ in extraction.issues] == ["figure-without-option"]


def test_every_option_leads_to_people_but_answers_and_the_remainder() -> None:
    extraction = read("Jeanne Martin 24%, le PS 12%, la droite 20%, autres 3%.")
    people = {person["person_id"] for person in extraction.people}
    for row in extraction.rows["vote_results"]:
        assert (row["option_id"] in people) == (row["option_type"] != "other")


WORDS = st.sampled_from(
    [
        "Jeanne Martin",
        "Paul Durand",
        "(PS)",
        "le PS",
        "23,5 %",
        "58.65%",
        "1.306.852 voix",
        "de 20 à 30 sièges",
        "contre",
        "devant",
        "pour",
        "à",
        ",",
        ";",
        ":",
        ".",
        "«",
        "»",
        "\n",
        "est élue",
        "battu",
        "Ipsos",
        "au premier tour",
        "sur 89% des bulletins",
        "les",
        "et",
        "Lyon",
        "10",
        "é",
        "\xa0",
        "🗳",
        "(",
        ")",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join).filter(str.strip), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_and_every_figure_points_at_its_characters(text: str, lang: str) -> None:
    post = text.strip()
    for row in results(post, lang=lang):
        printed = post[row["char_start"] : row["char_end"]]
        assert printed == printed.strip()
        assert printed
        has_figure = any(row.get(name) is not None for name in FIGURES)
        assert has_figure == any(c.isdigit() for c in printed)


def test_every_word_list_compiles_in_every_language() -> None:
    from minutier.extract.results.grammar import grammar_of

    for code in ("fr", "en"):
        assert grammar_of(code).calls.keys() == language(code)["results"]["calls"].keys()


# Pairs of figures -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "expected", "rule"),
    [
        (
            "Jeanne Martin perd son siège face à Paul Durand, 41,3% contre 58,7%.", "fr",
            [("Jeanne Martin", 41.3), ("Paul Durand", 58.7)], "duel",
        ),
        (
            "Anna Reed loses Oakham Vale to Mark Cole, 9,100 to 9,400.", "en",
            [("Anna Reed", 9100), ("Mark Cole", 9400)], "duel",
        ),
        (
            "Mark Cole trails Anna Reed, 3,402 to 3,987.", "en",
            [("Mark Cole", 3402), ("Anna Reed", 3987)], "duel",
        ),
        (
            "Mark Cole had the seat for years. Anna Reed has beaten him, 54.7% to 43.9%.", "en",
            [("Anna Reed", 54.7), ("Mark Cole", 43.9)], "duel",
        ),
        (
            "Mark Cole has lost to Anna Reed. With two boxes to go it is 9,812 to 7,394.", "en",
            [("Anna Reed", 9812), ("Mark Cole", 7394)], "outcome",
        ),
        (
            "Anna Reed polled 18,838 votes to Mark Cole's 16,026.", "en",
            [("Anna Reed", 18838), ("Mark Cole", 16026)], "possessed",
        ),
        (
            "Mark Cole came back. Anna Reed took 23,013 votes to his 19,295.", "en",
            [("Anna Reed", 23013), ("Mark Cole", 19295)], "possessed",
        ),
        (
            "Jeanne Martin, Paul Durand et Zoé Petit sont à respectivement 8,2%, 6,7% et 6,2%.", "fr",
            [("Jeanne Martin", 8.2), ("Paul Durand", 6.7), ("Zoé Petit", 6.2)], "respectively",
        ),
        (
            "Jeanne Martin rallie à sa liste Paul Durand : 17,6% pour la première, 7,7% pour le second.", "fr",
            [("Jeanne Martin", 17.6), ("Paul Durand", 7.7)], "of_two",
        ),
        (
            "Jeanne Martin (PS) devance Paul Durand (LR) : 34,56 % pour l'une, 34,38 % pour l'autre.", "fr",
            [("Jeanne Martin", 34.56), ("Paul Durand", 34.38)], "of_two",
        ),
        (
            "Mark Cole and Anna Reed are through: 34% for the former, 31% for the latter.", "en",
            [("Mark Cole", 34.0), ("Anna Reed", 31.0)], "of_two",
        ),
        (
            "Jeanne Martin et Paul Durand sont en finale. C'est 54 % contre 46 % en faveur de Jeanne Martin.", "fr",
            [("Jeanne Martin", 54.0), ("Paul Durand", 46.0)], "in_favour",
        ),
        (
            "Labour had 40%, the Conservatives 35%. ICM has it tighter: 38 to 37.", "en",
            [("Labour", 40.0), ("Conservatives", 35.0), ("Labour", 38.0), ("Conservatives", 37.0)], "same_order",
        ),
        (
            "Labour had 53%, the Conservatives 47%. ICM has it at 52-48.", "en",
            [("Labour", 53.0), ("Conservatives", 47.0), ("Labour", 52.0), ("Conservatives", 48.0)], "same_order",
        ),
    ],
)  # fmt: skip
def test_pairs_of_figures(text: str, lang: str, expected: list[tuple[str, Any]], rule: str) -> None:
    found = results(text, lang=lang)
    assert figures(found) == expected
    assert f"vote_results.{rule}" in rules(found)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Jeanne Martin, que soutenait Paul Durand, à 13,9%.", "fr", [("Jeanne Martin", 13.9)]),
        ("Jeanne Martin réunit 42,5 % des voix à Lyon, la ville où le PS a gouverné.", "fr", [("Jeanne Martin", 42.5)]),
        (
            "Jeanne Martin défie Paul Durand. Une estimation : 67% Martin, 33% Durand.",
            "fr",
            [("Jeanne Martin", 67.0), ("Paul Durand", 33.0)],
        ),
        ("Elle avait obtenu 46,9 % face à Paul Durand.", "fr", []),
        ("Anna Reed is here. She takes it for the Lib Dems with 34,559 votes.", "en", [("Anna Reed", 34559)]),
        ("Anna Reed, the SNP leader, is delighted: the poll has her party on 55 seats.", "en", [("SNP", 55)]),
        ("Jeanne Martin (dissidente PS), 60,19 % ; Paul Durand (LFI), 39,81 %.", "fr",
         [("Jeanne Martin", 60.19), ("Paul Durand", 39.81)]),
        ("Jeanne Martin, dont les 57,2 % sont un record, savoure.", "fr", [("Jeanne Martin", 57.2)]),
        ("Jeanne Martin atteint 69,6 % en Guadeloupe ; en Martinique, 60,9 %.", "fr",
         [("Jeanne Martin", 69.6), ("Jeanne Martin", 60.9)]),
        ("Mark Cole has lost his seat. He polled 14,907.", "en", [("Mark Cole", 14907)]),
        ("Anna Reed, 38, took 18,937 votes for the Lib Dems.", "en", [("Anna Reed", 18937)]),
        ("Crédité de 38 % par l’Ifop, Paul Durand (PS) garderait la région.", "fr", [("Paul Durand", 38.0)]),
        ("Les Verts s’effondrent à 12 %, huit de moins qu’en 2019.", "fr", [("Les Verts", 12.0)]),
        ("Estimation, en pourcentage : RN 31,2, Renaissance 15,1.", "fr", [("RN", 31.2), ("Renaissance", 15.1)]),
        ("The last poll had the Tories on 33 and Labour on 34.", "en", [("Tories", 33.0), ("Labour", 34.0)]),
        ("The Labour vote slumps from 52.9% to 38.7%.", "en", [("Labour", 38.7)]),
        ("Jeanne Martin, candidate PS, obtient 12 %.", "fr", [("Jeanne Martin", 12.0)]),
        ("Jeanne Martin, tête de liste EELV (8,3 %), s'en va.", "fr", [("Jeanne Martin", 8.3)]),
        ("Paul Durand, dissident LR, 10,6 % selon Ipsos.", "fr", [("Paul Durand", 10.6)]),
        ("Mark Cole, the Labour candidate, took 45%.", "en", [("Mark Cole", 45.0)]),
        ("Jeanne Martin (PS) est là. Le parti de Jeanne Martin arrive premier, avec 27,7 % des voix.", "fr",
         [("PS", 27.7)]),
        ("Le parti de Jeanne Martin arrive premier, avec 27,7 % des voix.", "fr", []),
        ("FN 27,96%, union de la droite 26,89%.", "fr", [("FN", 27.96), ("union de la droite", 26.89)]),
        ("Anna Reed waits. Mark Cole expects her to end up with 62 percent.", "en", [("Anna Reed", 62.0)]),
        ("Mark Cole expects her to end up with 62 percent.", "en", []),
        ("Le président, Paul Durand, attend. On donne 27 % au chef de l'État.", "fr", [("Paul Durand", 27.0)]),
        ("On donne 27 % au chef de l'État. Vient ensuite Paul Durand.", "fr", []),
        ("With 412 seats for Labour in the House, Anna Reed will be prime minister.", "en", [("Labour", 412)]),
        ("Mark Cole got 18,837 votes, Anna Reed of Reform UK 11,668.", "en",
         [("Mark Cole", 18837), ("Anna Reed", 11668)]),
        ("With 66.3 per cent counted: Labour 32.8, Greens 11.9, SNP 5.", "en",
         [("Labour", 32.8), ("Greens", 11.9), ("SNP", 5.0)]),
        ("Two-party preferred: Labour 52, Conservatives 46.", "en", [("Labour", 52.0), ("Conservatives", 46.0)]),
        ("Labour 53, Conservatives 47.", "en", [("Labour", 53.0), ("Conservatives", 47.0)]),
        ("Labour 53, Conservatives 41.", "en", [("Labour", 53), ("Conservatives", 41)]),
        ("Mark Cole def. Anna Reed, 54.3 per cent to 45.7.", "en", [("Mark Cole", 54.3), ("Anna Reed", 45.7)]),
        ("The Greens' Mark Cole beats Labour frontbencher Anna Reed with 60.3 per cent.", "en", [("Mark Cole", 60.3)]),
        ("Four years ago Clarkson edged Anna Reed, 50.1% to 48.7%.", "en", [("Anna Reed", 48.7)]),
    ],
)  # fmt: skip
def test_whose_a_figure_is(text: str, lang: str, expected: list[tuple[str, Any]]) -> None:
    assert figures(results(text, lang=lang)) == expected


# Seats ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The exit poll puts Labour on 55 of Wales's 59 seats.", "en", [("Labour", 55)]),
        ("The exit poll: Labour on 316 seats, the Greens on two.", "en", [("Labour", 316), ("Greens", 2)]),
        ("The model points to 339 Tory seats and 231 for Labour.", "en", [("Tories", 339), ("Labour", 231)]),
        ("Labour 38.9 percent (50 seats), Greens 26.9 (34).", "en",
         [("Labour", 38.9), ("Labour", 50), ("Greens", 26.9), ("Greens", 34)]),
        ("Les Républicains ont 98 sièges, le PS en obtient 41.", "fr", [("Les Républicains", 98), ("PS", 41)]),
        ("215 candidats se sont retirés : 131 pour le PS, 82 pour le PCF.", "fr", []),
        ("Anna Reed has won 10 of the 14 states.", "en", []),
        ("Plaid Cymru now holds 43 of the 96 seats in the Senedd.", "en", [("Plaid Cymru", 43)]),
        ("Labour is up 127 seats so far, the Tories down 142.", "en", []),
        ("Le PS perd 21 sièges.", "fr", []),
        ("Vingt-quatre sièges pour le PS, treize pour Renaissance et six pour LFI.", "fr",
         [("PS", 24), ("Renaissance", 13), ("LFI", 6)]),
        ("The exit poll gives Labour 361-401 seats and the Greens 12-16.", "en",
         [("Labour", (361, 401)), ("Greens", (12, 16))]),
        ("The DUP is ahead in 132 and the SNP in just 16.", "en", [("DUP", 132), ("SNP", 16)]),
    ],
)  # fmt: skip
def test_seats(text: str, lang: str, expected: list[tuple[str, Any]]) -> None:
    names = {"Tories": "Tory"}
    assert [(names.get(o, o), f) for o, f in figures(results(text, lang=lang))] == [
        (names.get(o, o), f) for o, f in expected
    ]


# Referendums ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Les électeurs ont rejeté le traité par 54,8% contre 45,2%.", "fr", [("non", 54.8), ("oui", 45.2)]),
        ("61,1% de refus dans le Vaud, 60,9% à Genève.", "fr", [("non", 61.1), ("non", 60.9)]),
        ("15.449.508 non, 12.808.270 oui.", "fr", [("non", 15449508), ("oui", 12808270)]),
        ("Cork has said Yes, 57.2% to 42.8%.", "en", [("Yes", 57.2), ("No", 42.8)]),
        ("In favour: 1,429,981. Against: 723,632.", "en", [("Yes", 1429981), ("No", 723632)]),
        ("Anna Reed recalls 1983, when it passed by 66.9% to 33.1%.", "en", []),
        ("Remain wins Orkney with 63.2% on a turnout of 68.3%.", "en", [("Remain", 63.2)]),
    ],
)
def test_answers(text: str, lang: str, expected: list[tuple[str, Any]]) -> None:
    assert figures(results(text, lang=lang, election_type="referendum")) == expected


# Near misses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("57 % des électeurs de Jeanne Martin voteraient Paul Durand.", "fr"),
        ("Chez les jeunes, Jeanne Martin est à 42 %.", "fr"),
        ("La cote de Jeanne Martin ne dépasse pas 25 %.", "fr"),
        ("21 359 voix seulement séparent Jeanne Martin et Paul Durand.", "fr"),
        ("Among women, Anna Reed led by 54 percent to 44.", "en"),
        ("Anna Reed's approval rating is 41%, Mark Cole's 30%.", "en"),
        ("The Dow was up 2.1% after Anna Reed spoke.", "en"),
        ("Mark Cole is “99 percent” against it.", "en"),
        ("Anna Reed will hold a press conference, and asked to let Mark Cole win.", "en"),
        ("La campagne de Paul Durand coûte cher, remboursée à 47,5% par l'État.", "fr"),
        ("L'écart entre Jeanne Martin et Paul Durand est de moins de 100 voix.", "fr"),
        ("On preferred prime minister, Anna Reed is ahead 51 to 35.", "en"),
        ("Asked who would make the best prime minister, 34% chose Anna Reed and 19% Mark Cole.", "en"),
        ("The record, 28.4%, dates from 2002, the year of Anna Reed.", "en"),
        ("Anna Reed would hold her nose for Mark Cole.", "en"),
        ("Jeanne Martin s'offre le Masters : elle a battu Zoé Petit 6-3, 6-4.", "fr"),
        ("Anna Reed voted. It has 415 delegates, more than any other state.", "en"),
        ("Anna Reed is tired. At the other end, Galway West gave its TD 74%.", "en"),
        ("In Anna Reed's home the only suspense is whether anybody else reaches 15%.", "en"),
        ("Jeanne Martin est là. Personne d'autre ne franchit les 5 %.", "fr"),
        ("Anna Reed carries one of them off, and Mark Cole will take the credit.", "en"),
        ("La chaîne aligne Paul Durand, sorti de sa retraite.", "fr"),
    ],
)
def test_what_only_looks_like_a_result(text: str, lang: str) -> None:
    assert results(text, lang=lang) == []


def test_lines_of_a_list_name_options_that_no_lexicon_knows() -> None:
    text = "Dans l'ordre :\n- Parti de la mer (divers) : 12,5%\n- France Dulac (FN) : 10,1%\n- Paul Durand : 9,2%"
    assert figures(results(text)) == [("Parti de la mer", 12.5), ("France Dulac", 10.1), ("Paul Durand", 9.2)]


def test_the_winner_is_whoever_was_called_before() -> None:
    posts = ("Jeanne Martin l'emporte face à Paul Durand.", "Paul Durand se tait. A Lyon, 64,9% pour la vainqueure.")
    assert figures(results(*posts, election_type="presidential", round=2)) == [("Jeanne Martin", 64.9)]


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("With 83% of the vote counted, Anna Reed is projected to win with 52.3%.", "en", "partial"),
        ("Anna Reed leads with 50.8%.", "en", "partial"),
        ("Elected or leading: Labour 168, Tories 144.", "en", "partial"),
        ("RESULTATS DEFINITIFS : Jeanne Martin 19,88%.", "fr", "final"),
        ("Sur 4.503 bureaux, Jeanne Martin obtient 68,4%.", "fr", "partial"),
    ],
)
def test_stages(text: str, lang: str, stage: str) -> None:
    assert {row["result_stage"] for row in results(text, lang=lang)} == {stage}


# A figure is one thing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "turnout", "shares"),
    [
        ("It's 78.3% Remain in Foyle, but fewer than six in ten bothered to vote: 57.4%.", "en", [57.4], []),
        ("La participation est de 44 % ici, et Paul Durand est à 31 %.", "fr", [44.0], [31.0]),
        ("Turnout was 76.5%. In May, Anna Reed beat Mark Cole, 31.2% to 31.1%.", "en", [76.5], [31.2, 31.1]),
    ],
)
def test_a_figure_is_turnout_or_a_result_and_never_both(
    text: str, lang: str, turnout: list[float], shares: list[float]
) -> None:
    extraction = read(text, lang=lang).rows
    assert [row["turnout_pct"] for row in extraction["participation_snapshots"]] == turnout
    assert [row["vote_pct"] for row in extraction["vote_results"]] == shares
