"""Answers to questions put beside a contest, and figures of whom a sentence only points at: a pronoun behind a figure,
a description of the other of two, what has been counted again, each with a near miss.
"""

from __future__ import annotations

import pytest

from extracting import rows, told

AMERICANS = "Jane Reed and Tom Webb stand for governor."


def american(text: str, column: str = "") -> str:
    posts = (AMERICANS, text)
    zone = "America/New_York"
    found = rows("vote_results", *posts, lang="en", election_type="general", country="US", timezone=zone)
    found = [row for row in found if row["entry_id"] == "e1"]
    return "; ".join(" ".join(filter(None, (told([row]), row[column] if column else ""))) for row in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list of questions, a line for each
        ("Michigan, cannabis: Yes 55.8%, No 44.2%\nDakota, the same question: No 59.5%", "Yes 55.8%; No 44.2%; No 59.5%"),  # noqa: E501
        ("Michigan, cannabis: Yes, 55.8% is a lot.", ""),
        ("Was it close? No, 52% to 48%.", ""),
        ("No 10% swing here.", ""),
        # what voters have said, before the share or behind it
        ("In Florida, voters say Yes, by 64.5%, to giving felons their vote back.", "Yes 64.5%"),
        ("71% told the university in May that they’d vote Yes.", "Yes 71%"),
        ("71% told the university in May that they’d say yes to a beer.", ""),
        ("More than 5.1 million Floridians have voted Yes, which comes to 64.3% with 98% of precincts counted; 60% were required.", "Yes 5100000 votes; Yes 64.3%"),  # noqa: E501
        ("“Yes, 64.3%!” said Reed.", ""),
    ],
)  # fmt: skip
def test_answers_beside_a_contest(text: str, expected: str) -> None:
    assert american(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a pronoun behind a figure, beside that of somebody else
        ("Webb goes down: 48.1% for Reed, 43.2% for him.", "Jane Reed 48.1%; Tom Webb 43.2%"),
        ("Webb goes down: 48.1% for Reed, 43.2% for nobody knows whom.", "Jane Reed 48.1%"),
        # a description beside somebody's figure is not his
        ("WEBB CONCEDES. Jane Reed will be governor. With 98% counted she is on 49.9%, the mayor of Ely on 48.9%.", "Jane Reed 49.9%; Tom Webb 48.9%"),  # noqa: E501
        ("Jane Reed will be governor. With 98% counted she is on 49.9%, the mayor of Ely on 48.9%.", "Jane Reed 49.9%"),
        # who was ahead in a poll, behind the count
        ("Jane Reed is a senator. She’s beating Tom Webb 57.3% to 41.5%. In May, a poll had the former governor in front, 50–45.", "Jane Reed 57.3%; Tom Webb 41.5% defeated; Tom Webb 50%; Jane Reed 45%"),  # noqa: E501
        ("Jane Reed has lost Ohio. Tom Webb has 53.2% to the incumbent’s 43.9%. In May, Gallup’s poll had her ahead, 50% to 47%.", "Tom Webb 53.2%; Jane Reed 43.9% defeated; Jane Reed 50%; Tom Webb 47%"),  # noqa: E501
        ("Jane Reed has 57.3% and Tom Webb 41.5%. In May, a poll had it at 50% to 45%.", "Jane Reed 57.3%; Tom Webb 41.5%; Jane Reed 50%; Tom Webb 45%"),  # noqa: E501
        ("Reed will win, according to the projection of the BBC, which puts her on 40% and Webb on 29%.", "Jane Reed 40% projected_winner; Tom Webb 29%"),  # noqa: E501
        # what an office held before, set apart, leaves room for what it holds now
        ("The Democrats have 206 seats. NBC, which had 224 for the Democrats at nine, now estimates that they will finish on 229.", "Democrats 206 seats; Democrats 224 seats; Democrats 229 seats"),  # noqa: E501
        # a poll that made it so much for somebody
        ("Gallup had Webb on 43.6% and Reed on 46.8%. ABC and the Washington Post made it 47% to 43% for Reed.", "Tom Webb 43.6%; Jane Reed 46.8%; Jane Reed 47%; Tom Webb 43%"),  # noqa: E501
        ("NBC has the Democrats somewhere between 219 and 231 seats.", "Democrats 219-231 seats"),
    ],
)  # fmt: skip
def test_figures_pointed_at(text: str, expected: str) -> None:
    assert american(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ohio has thrown out Tom Webb.", "Tom Webb defeated"),
        ("The court threw out Tom Webb’s complaint.", ""),
        ("The court has thrown out the bill of Tom Webb.", ""),
        ("Jane Reed is beaten in Troy, as is Tom Webb.", "Jane Reed defeated; Tom Webb defeated"),
        ("Jane Reed is beaten in Troy, as was expected by Tom Webb.", "Jane Reed defeated"),
        ("Ipsos says that Jane Reed would carry Ohio.", "Jane Reed projected_winner"),
        ("Ipsos says that Jane Reed would carry the under-35s.", ""),
    ],
)
def test_calls_in_other_words(text: str, expected: str) -> None:
    assert american(text) == expected


def test_races_still_to_be_called() -> None:
    text = "By breakfast time the Democrats had won 220 seats to the Republicans’ 196, and 19 were still to be called."
    assert american(text, "result_stage") == "Democrats 220 seats partial; Republicans 196 seats partial"
    over = "The Democrats have won 220 seats to the Republicans’ 196, and all 416 seats have been declared."
    assert american(over, "result_stage") == "Democrats 220 seats final; Republicans 196 seats final"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a majority and a bound are no results
        ("180 sièges pour LR. La coalition PS-PCF perdrait sa majorité, fixée à 376.", "LR 180 seats"),
        ("23 % pour le RN. Tous les autres sont sous les 9 %.", "RN 23%"),
        ("23 % pour le RN. Tous les autres sont à 2 %.", "RN 23%; autres 2%"),
        # each of two
        ("Le RN et LREM disposeront l'un et l'autre de 23 sièges.", "RN 23 seats; LREM 23 seats"),
        ("Le RN et LREM disposeront de 23 sièges.", "RN et LREM 23 seats"),
        ("LFI et le PCF se partagent les miettes de la gauche : 6 élus chacun.", "LFI 6 seats; PCF 6 seats"),
        # a pronoun goes on with what the sentence before has counted
        ("4 376 bulletins pour le RN, soit 53,29 %. Le PS n'en recueille que 786.", "RN 4376 votes; RN 53.29%; PS 786 votes"),  # noqa: E501
        ("376 sièges pour le RN. Le PS n'en recueille que 78.", "RN 376 seats; PS 78 seats"),
        ("Luc Petit est à 23 %. Anne Durand, du Fine Gael, en obtiendrait 14.", "Luc Petit 23%; Anne Durand 14%"),
        # counted again
        ("Le décompte accordait 1 846 voix au PS ; après recomptage, la mairie en proclame 1 796.", "PS 1846 votes; PS 1796 votes"),  # noqa: E501
        ("Le décompte accordait 1 846 voix au PS ; la mairie compte 1 796 habitants.", "PS 1846 votes"),
        # what only tells the place of another, and who says so
        ("La liste de Luc Petit passerait devant le PS, avance Ipsos : 6,7 %.", "Luc Petit 6.7%"),
        ("La liste de Luc Petit passe devant le PS : 6,7 %.", "PS 6.7%"),
        # a party by a noun in capitals
        ("Le PS l'emporterait avec 42,4 %. La Coalition européenne suivrait à 39,1 %.", "PS 42.4%; Coalition européenne 39.1%"),  # noqa: E501
        ("Le PS l'emporterait avec 42,4 %. L'Union s'élève contre ces chiffres.", "PS 42.4%"),
        # whoever stands for a party set apart, before parentheses
        ("Luc Petit, pour le Rassemblement national, n'en pèse que la moitié (25,64 %).", "Luc Petit 25.64%"),
        ("Luc Petit, pour le plus grand bien du Rassemblement national (25,64 %), renonce.", "Rassemblement national 25.64%"),  # noqa: E501
        # a party by its initials, though no list knows it
        ("Ipsos donne les travaillistes du PvdA à 18,1 %.", "PvdA 18.1%"),
        ("Ipsos donne les travaillistes du Nord à 18,1 %.", "les travaillistes 18.1%"),
        # a call told of somebody else too
        ("Luc Petit et Anne Durand sont élus, tout comme Jean Mercier.", "Luc Petit winner; Anne Durand winner; Jean Mercier winner"),  # noqa: E501
        ("Luc Petit est élu, tout comme la liste de Jean Mercier l'avait été.", "Luc Petit winner"),
    ],
)  # fmt: skip
def test_french_desk(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="fr")) == expected


def test_shares_beside_declared_seats() -> None:
    text = "En Corse, le PS obtient 38,7 % et deux sièges, le PCF 19,4 % et le dernier. Le RN y sombre à 6,8 %."
    found = rows("vote_results", text, lang="fr")
    assert {row["result_stage"] for row in found} == {"final"}
    alone = rows("vote_results", "En Corse, le PS obtient 38,7 %, le PCF 19,4 %.", lang="fr")
    assert {row["result_stage"] for row in alone} == {None}


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("Sur 20 millions de bulletins, le PS mène avec 24,4 %.", "fr", "partial"),
        ("Le PS a 24,4 % ; 20 millions de bulletins roses ont été imprimés.", "fr", None),
        ("Le PS est à 24,4 % une fois dépouillée la quasi-totalité des bulletins.", "fr", "partial"),
        ("Place Beauvau, on a fait les totaux. Le PS pèse 24,4 % des voix.", "fr", "final"),
        ("Place Beauvau, on n'a pas fait les totaux. Le PS pèse 24,4 % des voix.", "fr", None),
        ("Ultime département de la région à livrer ses chiffres, le Nord accorde 24,4 % au PS.", "fr", "final"),
        ("On 20 million ballots the ministry has Labour on 24.4%.", "en", "partial"),
        ("The ministry printed 20 million ballots. Labour has 24.4%.", "en", None),
        ("Leeds gave Labour 54.8%, with a handful of sites still out.", "en", "partial"),
        ("A third of the way through the national count, Labour stands at 24.4%.", "en", "partial"),
        ("A third of the way through the night, Labour stands at 24.4%.", "en", None),
        ("Labour has 72 seats at close of play.", "en", "partial"),
    ],
)
def test_how_far_the_count_is(text: str, lang: str, stage: str | None) -> None:
    assert rows("vote_results", text, lang=lang, at=["15:00"])[0]["result_stage"] == stage


def test_regions_declared_so_far() -> None:
    text = "Selon la BBC, qui additionne les régions {}, le Brexit Party a 36,1 % des voix."
    stages = [
        rows("vote_results", text.format(w), lang="fr")[0]["result_stage"] for w in ("déjà proclamées", "du pays")
    ]
    assert stages == ["partial", None]
