"""Whose a share is when others stand near it: supporters, opponents, those set right, parties told by a pronoun; each
wording beside one that comes near and says something else.
"""

from __future__ import annotations

import pytest

from extracting import rows, told

FRENCH = [
    # in the words for who supports somebody, the share is not the supporter's
    ("Paul Girard, que soutenaient Luc Petit et Anne Morel (24,4 %), est en tête.", "Paul Girard 24.4%"),
    ("Luc Petit a 30 %. Paul Girard, soutenu par Luc Petit (30 %), se tait.", "Luc Petit 30%"),
    (
        "Paul Girard, pour qui la présidente de région, Anne Morel, appelle à voter, passe (18,12 %).",
        "Paul Girard 18.12%",
    ),
    ("Anne Morel, à la tête de la gauche unie (18,99 %), suit.", "Anne Morel 18.99%"),
    ("Anne Morel, qui portait les couleurs d'Ensemble (22,65 %), renonce.", "Anne Morel 22.65%"),
    # a figure set right, and the wrong one
    ("Erratum : c'est 35,6 %, et non 38,6 %, que recueille Paul Girard.", "Paul Girard 35.6%"),
    ("Rectification : c'est à 22,6 %, et non à 22,9 %, qu'Elabe évaluait Anne Morel.", "Anne Morel 22.6%"),
    # the opponent of whoever has just been told of
    (
        "Anne Morel et Paul Girard ont débattu. Ipsos plaçait Paul Girard à 56,5 % et sa rivale à 43,2 %.",
        "Paul Girard 56.5%; Anne Morel 43.2%",
    ),
    # the same again elsewhere
    (
        "Paul Girard obtient 81,15 % à Nantes, davantage encore à Rennes (84,15 %).",
        "Paul Girard 81.15%; Paul Girard 84.15%",
    ),
    (
        "À Nantes, Paul Girard culmine à 69,6 %. Même bascule à Rennes (60,87 %) et à Brest (60,7 %).",
        "Paul Girard 69.6%; Paul Girard 60.87%; Paul Girard 60.7%",
    ),
    ("78,4 % pour Paul Girard à Nice, 61,7 % à Lyon.", "Paul Girard 78.4%; Paul Girard 61.7%"),
    # the candidate of a party, told by a pronoun; the list of a party is the party
    (
        "Anne Morel est la candidate du PS. Le candidat du RN, Paul Girard, a 23,7 % et celle du PS 21,7 %.",
        "Paul Girard 23.7%; Anne Morel 21.7%",
    ),
    ("Anne Morel est au PS. La liste RN a 23,7 % et celle du PS 21,7 %.", "RN 23.7%; PS 21.7%"),
    # what people say that they would vote
    (
        "OpinionWay a interrogé 900 personnes : 54 % voteraient Paul Girard, 46 % Luc Petit.",
        "Paul Girard 54%; Luc Petit 46%",
    ),
    # somebody's own share before those of others
    (
        "Paul Girard est éliminé. Ses 23,19 % ne pèsent rien face à Luc Petit (28,51 %).",
        "Luc Petit 28.51%; Paul Girard 23.19% defeated",
    ),
]

NO_SHARES_FRENCH = [
    "La moitié des électeurs de M. Girard (51 %) choisiraient Luc Petit.",
    "Un tiers des girardistes (33 %) pencheraient pour Luc Petit.",
    "Dans un duel, 24 % de l'électorat communiste glisserait vers la gauche, 16 % vers la majorité.",
    "Les électeurs de plus de 65 ans étaient 31 % à vouloir Paul Girard.",
    "Les socialistes, qui se voyaient déjà sous les 5 %, respirent.",
    "Paul Girard ne s'incline pas encore.",
    "Paul Girard défait ses valises.",
    "Paul Girard s'est imposé à Liège, en haut d'une côte à 9 %.",
]

ENGLISH = [
    ("With 97% of precincts in, Mark Cole has 50.7% of Georgia’s vote.", "Mark Cole 50.7%"),
    (
        "Jane Fox (R) 49.7 percent, Mark Cole (D) 45.1, John Howe (Alaskan Independence) 3.9.",
        "Jane Fox 49.7%; Mark Cole 45.1%; John Howe 3.9%",
    ),
    (
        "Mark Cole has 52.0%, Anna Reed 46.6% and Jo Hart, the Libertarian, 1.1%.",
        "Mark Cole 52%; Anna Reed 46.6%; Jo Hart 1.1%",
    ),
    (
        "Mark Cole at 45 percent, Anna Reed at 38 and Jane Fox at 13 in Ohio.",
        "Mark Cole 45%; Anna Reed 38%; Jane Fox 13%",
    ),
    ("Dixville has voted: three votes for Anna Reed, two for Mark Cole.", "Anna Reed 3 votes; Mark Cole 2 votes"),
    ("Jane Fox is back with 21,568 votes, although she had 24,071 two years ago.", "Jane Fox 21568 votes"),
    ("Mark Cole is Labour leader again with 61.8% of the vote.", "Mark Cole 61.8%"),
    (
        "Mark Cole has lost Fenwick to an independent, the optician Anna Reed, by 979 votes.",
        "Mark Cole defeated; Anna Reed winner",
    ),
    (
        "Mark Cole wins Texas, while New York is called for Anna Reed, its senator.",
        "Mark Cole winner; Anna Reed winner",
    ),
    ("CNN projects that the Democrats will take the House.", "Democrats projected_winner"),
]

NO_SHARES_ENGLISH = [
    "Of those who joined before May 2015, 63% went for Anna Reed; of those who came later, 74% for Mark Cole.",
    "Half of the independents (51%) would rather have Anna Reed.",
    "Anna Reed, whose approval rating has sunk to 26%, took the better part of an hour.",
]


def shares(text: str, lang: str) -> str:
    """Whose each share, number of votes or call of a post is."""
    return told(rows("vote_results", text, lang=lang, at=["22:30"], election_type="general"))


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_whose_a_share_is_in_french(text: str, expected: str) -> None:
    assert sorted(shares(text, lang="fr").split("; ")) == sorted(expected.split("; "))


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_whose_a_share_is_in_english(text: str, expected: str) -> None:
    assert sorted(shares(text, lang="en").split("; ")) == sorted(expected.split("; "))


@pytest.mark.parametrize(
    ("text", "lang"), [*((t, "fr") for t in NO_SHARES_FRENCH), *((t, "en") for t in NO_SHARES_ENGLISH)]
)
def test_shares_that_are_nobodys(text: str, lang: str) -> None:
    assert shares(text, lang=lang) == ""


@pytest.mark.parametrize(
    ("text", "stage", "number"),
    [
        # an outcome is tonight's, whoever stood down; a date in passing tells of no other round
        ("Paul Girard sauve son fauteuil avec 55,1 % : Luc Petit s'était effacé.", None, 2),
        ("Anne Morel a 47,47 %, tandis que Paul Girard (FN), premier le 23 mars, finit à 35,02 %.", None, 2),
        ("Le 23 mars, Anne Morel avait eu 47,47 %.", "final", 1),
        # how far the count is, in so many words
        ("À Nantes, les 208 bureaux sont dépouillés. Anne Morel a 30,84 %.", "final", 2),
        ("Département dépouillé en totalité : Anne Morel 23,74 %, Paul Girard 22,51 %.", "final", 2),
        ("5 216 bureaux ont livré leur verdict. Anne Morel est à 67,9 %.", "partial", 2),
    ],
)
def test_of_which_round_and_count(text: str, stage: str | None, number: int) -> None:
    found = rows("vote_results", text, lang="fr", round=2, day="2014-03-30", at=["22:30"])
    assert {(row["result_stage"], row["round"]) for row in found if row.get("vote_pct")} == {(stage, number)}


def test_a_home_whose_name_is_not_known_is_no_other_place() -> None:
    found = rows(
        "vote_results",
        "Paul Girard monte à 87,4 % dans sa Sarthe natale, à 77,1 % dans les Alpes-Maritimes, à 72,9 % dans le Rhône.",
        lang="fr",
        at=["22:30"],
    )
    assert [(row["vote_pct"], row["gp_unit"]) for row in found] == [
        (87.4, None),
        (77.1, "Alpes-Maritimes"),
        (72.9, "Rhône"),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # who is supported by one and beats another, and who beats him
        ("fr", "Luc Petit (UMP), soutenu par Anne Roy, bat Paul Girard avec 58,97 % des voix.", {"Luc Petit": 58.97}),
        ("fr", "Luc Petit bat Paul Girard, soutenu par Anne Roy, avec 58,97 % des voix.", {"Luc Petit": 58.97}),
        # a party in parentheses behind a description is that of whom it leads to; alone it has the share itself
        ("fr", "Luc Petit est en tête. Le député sortant (LR) recueille 31,7 %.", {"Luc Petit": 31.7}),
        ("fr", "Luc Petit est en tête. LR recueille 31,7 %.", {"LR": 31.7}),
        # whoever stands behind a comma and a conjunction does not have the figure before
        (
            "fr",
            "Luc Petit, qui avait réuni 5,63 % des voix au premier tour, et Anne Roy ont rallié Paul Girard.",
            {"Luc Petit": 5.63},
        ),
        # a gap is nobody's votes
        ("fr", "L'écart entre Luc Petit et Anne Roy n'atteint pas 6 000 voix.", {}),
        ("fr", "L'écart se resserre entre Luc Petit, 24 %, et Anne Roy, 26 %.", {"Luc Petit": 24.0, "Anne Roy": 26.0}),
        ("en", "The gap between Ann Lee and Tom Poe is barely 6,000 votes.", {}),
        ("en", "The gap is closing: Ann Lee has 45% and Tom Poe 43%.", {"Ann Lee": 45.0, "Tom Poe": 43.0}),
        # a share that opens a sentence is of the subject behind its comma; that of an electorate is nobody's
        ("en", "At 34%, Ann Lee is well ahead.", {"Ann Lee": 34.0}),
        ("fr", "Luc Petit reprend la ville à Anne Roy avec 52 % des voix.", {"Luc Petit": 52.0}),
        # a figure in a relative clause is told of whoever stands before it
        ("en", "Ann Lee has lost to Tom Poe, a former judge, who received 23,078 votes.", {"Tom Poe": 23078}),
    ],
)
def test_whose_a_figure_is_among_others(lang: str, text: str, expected: dict[str, float]) -> None:
    found = rows("vote_results", text, lang=lang, round=2, at=["22:30"])
    figures = {row["option"]: row.get("vote_pct") or row.get("votes") for row in found}
    assert {option: figure for option, figure in figures.items() if figure} == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "À Marseille, Luc Petit est donné vainqueur.", ["projected_winner"]),
        ("fr", "À Marseille, Luc Petit est déclaré vainqueur.", ["winner"]),
        ("en", "Ann Lee is the first Conservative ever to win Leigh.", ["winner"]),
        ("en", "Ann Lee hopes to be the first Conservative to win Leigh.", []),
        ("en", "Tom Poe has been defeated in Leigh by the Conservative, Ann Lee.", ["defeated", "winner"]),
    ],
)
def test_calls_in_more_words(lang: str, text: str, expected: list[str]) -> None:
    found = rows("vote_results", text, lang=lang, election_type="legislative", round=2, at=["22:30"])
    assert [row["candidate_status"] for row in found] == expected
