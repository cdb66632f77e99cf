"""Endorsements: each construction on what it reads and on what comes near; sides, statuses, and laws."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extracting import read, rows
from minutier.document import Row
from minutier.extract.stands.grammar import grammar
from minutier.extract.stands.patterns import conjugate
from minutier.languages import language

Stand = tuple[str, str | None, str]


def stands(*posts: str, **options: Any) -> list[Row]:
    options = {"round": 2, "election_type": "other"} | options
    return rows("endorsements", *posts, **options)


def told(found: list[Row]) -> list[Stand]:
    """(endorser, endorsee, stance) of each row."""
    return [(row["endorser"], row["endorsee"], row["stance"]) for row in found]


FRENCH: list[tuple[str, list[Stand], str]] = [
    (
        "Jeanne Martin appelle à voter Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "calls_for",
    ),
    (
        "Jeanne Martin a exhorté ses partisans, « sans état d'âme », à voter en faveur de Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "calls_for",
    ),
    (
        "Jeanne Martin et Luc Petit ont demandé à leurs électeurs de voter pour Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support"), ("Luc Petit", "Paul Durand", "support")],
        "calls_for",
    ),
    (
        "La CGT enjoint à ses adhérents de faire barrage à Paul Durand.",
        [("CGT", "Paul Durand", "oppose")],
        "calls_against",
    ),
    (
        "Jeanne Martin invite à ne pas donner une seule voix à Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "oppose")],
        "calls_against",
    ),
    ("Jeanne Martin appelle à s'abstenir.", [("Jeanne Martin", None, "none")], "calls_blank"),
    ("Jeanne Martin votera Paul Durand.", [("Jeanne Martin", "Paul Durand", "support")], "votes_for"),
    ("Jeanne Martin ne votera pas Paul Durand.", [("Jeanne Martin", "Paul Durand", "oppose")], "votes_for"),
    (
        "Jeanne Martin votera contre Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "oppose")],
        "votes_against",
    ),
    ("Jeanne Martin votera blanc.", [("Jeanne Martin", None, "none")], "votes_blank"),
    (
        "Jeanne Martin glissera un bulletin blanc dans l'urne.",
        [("Jeanne Martin", None, "none")],
        "votes_blank",
    ),
    (
        "Jeanne Martin glissera un bulletin Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "gives_vote",
    ),
    (
        "Jeanne Martin apporte son plein soutien à Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "gives_support",
    ),
    ("Jeanne Martin soutient Paul Durand.", [("Jeanne Martin", "Paul Durand", "support")], "backs"),
    (
        "Jeanne Martin avait fini par soutenir Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "backs",
    ),
    ("Jeanne Martin s'est ralliée à Paul Durand.", [("Jeanne Martin", "Paul Durand", "support")], "rallies"),
    (
        "Jeanne Martin se range derrière Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "lines_up_behind",
    ),
    (
        "Jeanne Martin se dit « totalement » derrière Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "lines_up_behind",
    ),
    ("Jeanne Martin roule pour Paul Durand.", [("Jeanne Martin", "Paul Durand", "support")], "comes_out_for"),
    (
        "Jeanne Martin s'est prononcée en faveur de Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "comes_out_for",
    ),
    (
        "Jeanne Martin s'est désistée au profit de Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "withdraws_for",
    ),
    (
        "Jeanne Martin s'est retirée pour faire barrage à Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "oppose")],
        "withdraws_against",
    ),
    (
        "Jeanne Martin a fusionné sa liste avec celle de Paul Durand.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "merges_with",
    ),
    ("L'UDI a investi Paul Durand.", [("UDI", "Paul Durand", "support")], "nominates"),
    (
        "Paul Durand peut compter sur Jeanne Martin et Luc Petit.",
        [("Jeanne Martin", "Paul Durand", "support"), ("Luc Petit", "Paul Durand", "support")],
        "counts_on",
    ),
    (
        "Paul Durand, soutenu par le PS et le PCF, savoure.",
        [("PS", "Paul Durand", "support"), ("PCF", "Paul Durand", "support")],
        "backed_by",
    ),
    (
        "Soutenue par Luc Petit, Jeanne Martin fait campagne.",
        [("Luc Petit", "Jeanne Martin", "support")],
        "backed_by",
    ),
    (
        "Paul Durand revendique le soutien de Jeanne Martin.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "support_of",
    ),
    (
        "Le ralliement de Jeanne Martin à Paul Durand a surpris.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "support_of",
    ),
    (
        "Fort du soutien de Jeanne Martin, Paul Durand savoure.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "support_of",
    ),
    (
        "Jeanne Martin, soutien de Paul Durand, prend la parole.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "supporter_of",
    ),
    (
        "Paul Durand, que soutenaient le PS et Luc Petit, est troisième.",
        [("PS", "Paul Durand", "support"), ("Luc Petit", "Paul Durand", "support")],
        "backs",
    ),
    (
        "Paul Durand, auquel Jeanne Martin s'était ralliée, sourit.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "rallies",
    ),
    (
        "Paul Durand, au profit duquel Jeanne Martin s'est désistée, sourit.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "withdraws_for",
    ),
    (
        "C'est Paul Durand que soutient Jeanne Martin.",
        [("Jeanne Martin", "Paul Durand", "support")],
        "backs",
    ),
    ("Jeanne Martin ne donne pas de consigne.", [("Jeanne Martin", None, "none")], "gives_no_instruction"),
    (
        "Les Républicains n'ont donné aucune consigne de vote.",
        [("Les Républicains", None, "none")],
        "gives_no_instruction",
    ),
    ("Jeanne Martin refuse de choisir.", [("Jeanne Martin", None, "none")], "refuses_to_choose"),
    ("Le MoDem laisse la liberté de vote à ses adhérents.", [("MoDem", None, "none")], "leaves_free"),
    ("Jeanne Martin reste neutre.", [("Jeanne Martin", None, "none")], "stays_neutral"),
    ("Jeanne Martin ne dira pas pour qui elle votera.", [("Jeanne Martin", None, "none")], "keeps_silent"),
]


@pytest.mark.parametrize(("text", "expected", "rule"), FRENCH)
def test_french_constructions(text: str, expected: list[Stand], rule: str) -> None:
    found = stands(text)
    assert told(found) == expected
    assert {row["rule"] for row in found} == {f"endorsements.{rule}"}


ENGLISH: list[tuple[str, list[Stand], str]] = [
    ("Anna Reed backs Tom Price.", [("Anna Reed", "Tom Price", "support")], "backs"),
    ("Anna Reed has endorsed Tom Price.", [("Anna Reed", "Tom Price", "support")], "backs"),
    ("Anna Reed is still backing Tom Price.", [("Anna Reed", "Tom Price", "support")], "backs"),
    ("Anna Reed urged her voters to back Tom Price.", [("Anna Reed", "Tom Price", "support")], "calls_for"),
    (
        "Anna Reed called on supporters to lend their votes to Tom Price.",
        [("Anna Reed", "Tom Price", "support")],
        "calls_for",
    ),
    ("Anna Reed urged voters to stop Tom Price.", [("Anna Reed", "Tom Price", "oppose")], "calls_against"),
    ("Anna Reed will vote for Tom Price.", [("Anna Reed", "Tom Price", "support")], "votes_for"),
    ("Anna Reed won't vote for Tom Price.", [("Anna Reed", "Tom Price", "oppose")], "votes_for"),
    ("Anna Reed voted against Tom Price.", [("Anna Reed", "Tom Price", "oppose")], "votes_against"),
    (
        "Anna Reed and Sam Cole have thrown their weight behind Tom Price.",
        [("Anna Reed", "Tom Price", "support"), ("Sam Cole", "Tom Price", "support")],
        "gives_support",
    ),
    ("The Economist plumped for Labour.", [("The Economist", "Labour", "support")], "comes_out_for"),
    (
        "The Sun and the Daily Mail came out for Labour.",
        [("The Sun", "Labour", "support"), ("Daily Mail", "Labour", "support")],
        "comes_out_for",
    ),
    ("The Greens stood aside for Tom Price.", [("Greens", "Tom Price", "support")], "stands_aside_for"),
    ("Tom Price was endorsed by Anna Reed.", [("Anna Reed", "Tom Price", "support")], "backed_by"),
    ("Tom Price has the backing of Anna Reed.", [("Anna Reed", "Tom Price", "support")], "support_of"),
    ("Tom Price has won Anna Reed's endorsement.", [("Anna Reed", "Tom Price", "support")], "support_of"),
    ("Tom Price, who has Anna Reed's backing, lost.", [("Anna Reed", "Tom Price", "support")], "support_of"),
    ("Tom Price, whom Anna Reed endorsed, lost.", [("Anna Reed", "Tom Price", "support")], "backs"),
    (
        "Anna Reed, an early supporter of Tom Price, spoke.",
        [("Anna Reed", "Tom Price", "support")],
        "supporter_of",
    ),
    ("Anna Reed refused to pick a side.", [("Anna Reed", None, "none")], "refuses_to_choose"),
    ("Anna Reed declined to endorse anyone.", [("Anna Reed", None, "none")], "refuses_to_choose"),
    ("The Times made no endorsement.", [("The Times", None, "none")], "makes_no_endorsement"),
    ("The Times backs nobody.", [("The Times", None, "none")], "makes_no_endorsement"),
]


@pytest.mark.parametrize(("text", "expected", "rule"), ENGLISH)
def test_english_constructions(text: str, expected: list[Stand], rule: str) -> None:
    found = stands(text, lang="en")
    assert told(found) == expected
    assert {row["rule"] for row in found} == {f"endorsements.{rule}"}


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Martin félicite Paul Durand.",
        "Jeanne Martin a appelé Paul Durand pour le féliciter.",
        "Jeanne Martin appelle à voter pour elle.",
        "Jeanne Martin appelle les Français à voter massivement.",
        "Jeanne Martin soutient la réforme des retraites.",
        "Jeanne Martin soutient le gouvernement de Paul Durand.",
        "« Nous avons gagné », soutient Jeanne Martin. Paul Durand écoute.",
        "62% des électeurs de Jeanne Martin voteraient Paul Durand.",
        "Les électeurs de Jeanne Martin voteront Paul Durand.",
        "Jeanne Martin n'appelle pas à voter Paul Durand.",
        "Jeanne Martin pourrait soutenir Paul Durand.",
        "Jeanne Martin n'exclut pas de voter Paul Durand.",
        "Le PS a retiré son soutien à Paul Durand.",
        "Jeanne Martin a rejoint Paul Durand sur scène.",
        "Jeanne Martin a voté à Bordeaux, Paul Durand à Lyon.",
        "Le vote Paul Durand progresse dans l'Ouest.",
        "Jeanne Martin salue la victoire de Paul Durand.",
        "Jeanne Martin soutiendra-t-elle Paul Durand ?",
    ],
)
def test_what_is_no_stand_in_french(text: str) -> None:
    assert stands(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Anna Reed congratulated Tom Price.",
        "Anna Reed asked voters to vote for her.",
        "Anna Reed supports the bill. Tom Price does not.",
        "Anna Reed could endorse Tom Price.",
        "Anna Reed has not endorsed Tom Price.",
        "Anna Reed stopped short of endorsing Tom Price.",
        "Texas backed Tom Price.",
        "Voters backed Tom Price.",
        "Anna Reed got 25,000 votes against Tom Price's 12,000.",
        "Democrats take back the House.",
        "Will Anna Reed back Tom Price?",
    ],
)
def test_what_is_no_stand_in_english(text: str) -> None:
    assert stands(text, lang="en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Je voterai Paul Durand », annonce Jeanne Martin.", ("Jeanne Martin", "Paul Durand", "support")),
        (
            "« J'appelle à voter Paul Durand », lance Jeanne Martin.",
            ("Jeanne Martin", "Paul Durand", "support"),
        ),
        ("« Votez Paul Durand », lance Jeanne Martin.", ("Jeanne Martin", "Paul Durand", "support")),
        (
            "« Pas une voix pour Paul Durand », lance Jeanne Martin.",
            ("Jeanne Martin", "Paul Durand", "oppose"),
        ),
        (
            "Paul Durand est qualifié.\nJe voterai sans hésiter pour Paul Durand. "
            "— Jeanne Martin (@jmartin) 18 juin 2017",
            ("Jeanne Martin", "Paul Durand", "support"),
        ),
    ],
)
def test_quoted_words_are_the_speaker_s(text: str, expected: Stand) -> None:
    found = stands(text)
    assert told(found) == [expected]
    assert found[0]["endorsement_status"] == "declared"


def test_quoted_words_in_english() -> None:
    found = stands("“I’m backing Tom Price,” said Anna Reed.", lang="en")
    assert told(found) == [("Anna Reed", "Tom Price", "support")]


def test_anaphora() -> None:
    found = stands("Paul Durand l'emporte.\nJeanne Martin, elle, avait appelé à voter pour lui.")
    assert told(found) == [("Jeanne Martin", "Paul Durand", "support")]
    found = stands("Jeanne Martin a pris la parole. Elle votera Paul Durand.")
    assert told(found) == [("Jeanne Martin", "Paul Durand", "support")]
    found = stands("Tom Price won. The Greens stood aside for him.", lang="en")
    assert told(found) == [("Greens", "Tom Price", "support")]


def test_the_stand_said_before_is_taken_up() -> None:
    found = stands("Luc Petit a appelé à voter Paul Durand. Jeanne Martin a fait de même.")
    assert told(found)[1] == ("Jeanne Martin", "Paul Durand", "support")
    found = stands("The Guardian endorsed Tom Price, and so did the Daily Mirror.", lang="en")
    assert told(found)[1] == ("Daily Mirror", "Tom Price", "support")


def test_a_group_is_named_by_its_words() -> None:
    found = stands("Les élus communistes du Havre soutiennent Paul Durand.")
    assert told(found) == [("Les élus communistes du Havre", "Paul Durand", "support")]
    assert found[0]["endorser_id"] == "elus-communistes-du-havre"


def test_two_stands_of_one_sentence_keep_their_own_sides() -> None:
    found = stands(
        "The Times told its readers to back the Greens, the Mirror and the Herald came out for Labour.",
        lang="en",
    )
    assert told(found) == [
        ("The Times", "Greens", "support"),
        ("The Mirror", "Labour", "support"),
        ("The Herald", "Labour", "support"),
    ]


def test_an_answer_to_a_referendum_is_an_endorsee() -> None:
    found = stands("The Sun told its readers to vote Leave.", lang="en", election_type="referendum", round=1)
    assert told(found) == [("The Sun", "Leave", "support")]
    found = stands("Luc Petit a appelé à voter non.", election_type="referendum", round=1)
    assert told(found) == [("Luc Petit", "non", "support")]


def test_a_word_made_of_a_name() -> None:
    found = stands("Donald Trump is in Iowa. The Trump-backed Kari Lake lost.", lang="en")
    assert told(found) == [("Donald Trump", "Kari Lake", "support")]


def status(text: str, **options: Any) -> list[str]:
    return [row["endorsement_status"] for row in stands(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeanne Martin appelle à voter Paul Durand.", "declared"),
        ("Jeanne Martin votera Paul Durand.", "declared"),
        ("Jeanne Martin soutient Paul Durand.", "standing"),
        ("Jeanne Martin a appelé à voter Paul Durand.", "standing"),
        ("Jeanne Martin avait appelé jeudi à voter Paul Durand.", "standing"),
        ("Jeanne Martin, soutien de Paul Durand, sourit.", "standing"),
        ("Jeanne Martin avait soutenu Paul Durand au premier tour.", "past"),
        ("Au premier tour, Jeanne Martin avait soutenu Paul Durand.", "past"),
        ("Jeanne Martin avait voté Paul Durand en 2012.", "past"),
        ("Arrivée troisième au premier tour, Jeanne Martin soutient Paul Durand.", "standing"),
        ("Jeanne Martin ne soutiendra Paul Durand que si elle est entendue.", "conditional"),
        ("Jeanne Martin votera Paul Durand si elle le peut.", "conditional"),
    ],
)
def test_status_in_the_last_round(text: str, expected: str) -> None:
    assert status(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Reed would back Tom Price if he ran.", "conditional"),
        ("Anna Reed has been backing Tom Price for weeks.", "standing"),
        ("Anna Reed endorsed Tom Price last week.", "standing"),
        ("Anna Reed said she would vote for Tom Price.", "standing"),
        ("Anna Reed had supported Tom Price in 2012.", "past"),
        ("Anna Reed says she will support Tom Price.", "declared"),
    ],
)
def test_status_in_english(text: str, expected: str) -> None:
    assert status(text, lang="en", round=1) == [expected]


def test_a_list_of_many_stands_is_a_recap() -> None:
    one = "Jeanne Martin appelle à voter Paul Durand."
    more = " Luc Petit, Marie Blanc et Hugo Noir appellent à voter Paul Durand."
    assert status(one) == ["declared"]
    assert set(status(one + more)) == {"standing"}


def test_when_another_vote_follows_results_divide_what_stood_from_what_is_declared() -> None:
    found = stands(
        "Jeanne Martin soutient Paul Durand.",
        "Estimation : Paul Durand recueille 31% des voix.",
        "Luc Petit a apporté son soutien à Paul Durand.",
        election_type="primary",
        round=1,
    )
    assert [row["endorsement_status"] for row in found] == ["standing", "declared"]


def test_the_round_is_that_of_the_stand() -> None:
    assert [r["round"] for r in stands("Jeanne Martin votera Paul Durand.")] == [2]
    assert [r["round"] for r in stands("Jeanne Martin avait soutenu Paul Durand au premier tour.")] == [1]
    past = stands("Jeanne Martin avait soutenu Paul Durand en 2012.")[0]
    assert (past["contest_id"], past["round"]) == (None, None)


def test_one_row_for_a_stand_told_twice() -> None:
    assert len(stands("Jeanne Martin votera Paul Durand. Oui, Jeanne Martin votera Paul Durand.")) == 1


def test_a_side_that_cannot_be_named_is_an_issue() -> None:
    extraction = read("Elle votera Paul Durand.", round=2)
    assert extraction.rows["endorsements"] == []
    issues = [issue for issue, _ in extraction.issues if issue.code == "endorsement-without-side"]
    assert len(issues) == 1
    assert (issues[0].char_start, issues[0].char_end) == (5, 11)


def test_the_role_is_given_as_printed() -> None:
    assert stands("Le maire de Pau, Luc Petit, soutient Paul Durand.")[0]["endorser_role"] == "Le maire de Pau"


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_construction_names_its_parts(code: str) -> None:
    words = grammar(code)
    assert words is not None
    for readings in words.constructions.values():
        for construction, tense in readings:
            assert construction.stance in ("support", "oppose", "none")
            assert construction.rule.startswith("endorsements.")
            assert tense
    section = language(code)["endorsements"]
    rules = {line["rule"] for line in section["constructions"]}
    assert all(rule == rule.lower() for rule in rules)


def test_every_rule_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `endorsements\.(\w+)`", page, re.MULTILINE))
    constructions = [line for code in ("fr", "en") for line in language(code)["endorsements"]["constructions"]]
    assert documented == {line["rule"] for line in constructions} | {
        "backed_compound",
        "votes_to_beat",
        "beats_by",
    }


def test_regular_and_irregular_verbs() -> None:
    french = dict(conjugate("soutenir", language("fr")["endorsements"]))
    assert french["soutiendra"] == "future"
    assert french["soutenait"] == "imperfect"
    english = dict(conjugate("throw", language("en")["endorsements"]))
    assert english["threw"] == "past"
    with pytest.raises(ValueError, match="irregular"):
        list(conjugate("zzz", language("fr")["endorsements"]))


WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "Jeanne Martin",
                "Paul Durand",
                "le PS",
                "soutient",
                "a appelé à voter",
                "votera",
                "blanc",
                "que",
            ),
            *("qui", ",", "«", "»", "et", ".", "\n", "ne", "pas", "soutien de", "derrière", "(", ")", "il"),
            *("elle", "pour", "contre", "s'est rallié à", "au premier tour", "si", "—", "le maire de Pau"),
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=120, deadline=None)
@given(WORDS)
def test_any_text_is_read_and_every_cue_is_in_it(text: str) -> None:
    if not text.strip():
        return
    extraction = read(text, round=2)
    for row in extraction.rows["endorsements"]:
        assert row["char_start"] < row["char_end"]
        assert text[row["char_start"] : row["char_end"]] == row["cue"]
        assert row["endorser"]
        assert (row["endorsee"] is None) == (row["stance"] == "none")
        assert row["endorser"] != row["endorsee"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    if text.strip():
        read(text, lang="en")


def test_a_long_line_is_read_to_its_end() -> None:
    text = "Jeanne Martin parle, " * 300 + "puis Luc Petit votera Paul Durand."
    assert ("Luc Petit", "Paul Durand", "support") in told(stands(text))
