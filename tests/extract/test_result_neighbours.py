"""Figures beside words that lead astray: seats at stake, totals, camps and groups of somebody, clauses about others;
figures told in turn: by place, by party with their seats, by voters who chose.
"""

from __future__ import annotations

import pytest

from extracting import rows, told


def of(text: str, lang: str = "fr", **options: object) -> str:
    return told(rows("vote_results", text, lang=lang, **options))


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("At stake: 40 seats for the Democrats, 30 for the Republicans.", "en", ""),
        ("Up for grabs tonight: 40 seats, 30 of them held by Labour.", "en", ""),
        (
            "Labour has 23 seats and the Greens four, with eight to be allotted.",
            "en",
            "Labour 23 seats; Greens 4 seats",
        ),
        ("Labour has won 12 seats. The Greens have four.", "en", "Labour 12 seats; Greens 4 seats"),
        ("Labour has won 12 seats at stake tonight.", "en", "Labour 12 seats"),
        ("En jeu : 40 sièges pour le PS, 30 pour le RN.", "fr", ""),
        ("Le PS obtient 23 sièges et le RN 12, 8 restant à pourvoir.", "fr", "PS 23 seats; RN 12 seats"),
        ("Joan Reid has 412 delegates to 398 for Carl Dole; it takes 1,020 to win.", "en", "412/398"),
        # the whole behind its parts
        ("212 sièges pour le PS, 186 pour le RN, sur 751.", "fr", "PS 212 seats; RN 186 seats"),
        ("212 seats for Labour, 186 for the Greens, out of 751.", "en", "Labour 212 seats; Greens 186 seats"),
        ("212 sièges pour le PS, 186 pour le RN, 90 pour LR.", "fr", "PS 212 seats; RN 186 seats; LR 90 seats"),
        # what a place sends is nobody's
        ("23 sièges pour le PS, 18 pour le RN. L'Italie envoie 76 députés.", "fr", "PS 23 seats; RN 18 seats"),
    ],
)
def test_seats_that_nobody_has_won(text: str, lang: str, expected: str) -> None:
    found = rows("vote_results", text, lang=lang, election_type="legislative")
    if "/" in expected:
        assert "/".join(str(row["seats"]) for row in found) == expected
    else:
        assert told(found) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Luc Petit l'emporte avec 62,3 % (Anne Roy : 20,8 %).", "fr", "Luc Petit 62.3% winner; Anne Roy 20.8%"),
        ("Joan Reid wins with 47.7% (Carl Dole, Lib Dem: 32.7%).", "en", "Joan Reid 47.7% winner; Carl Dole 32.7%"),
        ("Joan Reid wins with 47.7% (Lib Dems: 32.7%).", "en", "Joan Reid 47.7% winner; Lib Dems 32.7%"),
        ("Joan Reid is on 50.5%, with Carl Dole, for the Tories, at 32.7%.", "en", "Joan Reid 50.5%; Carl Dole 32.7%"),
        ("Joan Reid is on 50.5%, with the Tories at 32.7%.", "en", "Joan Reid 50.5%; Tories 32.7%"),
        # a noun between *pour* and somebody who has a share of his own
        (
            "Luc Petit n'était qu'à 10 % d'intentions de vote pour la présidentielle, Anne Roy à 7 %.",
            "fr",
            "Luc Petit 10%; Anne Roy 7%",
        ),
        ("10 % des voix pour l'ancien ministre, Luc Petit.", "fr", "Luc Petit 10%"),
        ("25 % pour le RN, 14,1 % seulement pour le PS.", "fr", "RN 25%; PS 14.1%"),
        # a group of somebody's has the figure, not he
        ("Les candidats investis par Luc Petit pèsent 3,9 %.", "fr", ""),
        ("Luc Petit pèse 3,9 %.", "fr", "Luc Petit 3.9%"),
        ("The candidates endorsed by Joan Reid took 3.9 percent.", "en", ""),
        ("The supporters of Joan Reid cheered: she has 54%.", "en", "Joan Reid 54%"),
        # a camp and its party
        ("6,5 % pour les écologistes de l'AfD, 27 % pour le SPD.", "fr", "AfD 6.5%; SPD 27%"),
        # a part of the voters
        ("Luc Petit a 51 %. 54 % des électeurs centristes se reporteraient sur lui.", "fr", "Luc Petit 51%"),
        # a hope
        ("Anne Roy, dont les proches rêvaient de dépasser les 40 %, se tait.", "fr", ""),
        ("Anne Roy dépasse les 40 %.", "fr", "Anne Roy 40%"),
        # another question, put to the vote at another time
        ("Joan Reid is here. The city voted once before: Yes had 57.3% here.", "en", ""),
        # the seat of somebody
        ("Joan Reid took it from Carl Dole with 57.4 percent.", "en", "Joan Reid 57.4% winner"),
        ("Joan Reid took the seat from Carl Dole with 57.4 percent.", "en", "Joan Reid 57.4% winner"),
        # one another, and no others
        ("Luc Petit a 51 %. Les résultats tombent les uns après les autres. Là, c'est 48 %.", "fr", "Luc Petit 51%"),
        ("Luc Petit a 51 %, les autres 49 %.", "fr", "Luc Petit 51%; autres 49%"),
        # whom a relative clause is about
        ("Luc Petit félicite une élue à qui sa ville a donné 63 % des voix.", "fr", ""),
        ("Luc Petit, à qui sa ville a donné 63 % des voix, salue la foule.", "fr", "Luc Petit 63%"),
        # the shares that an office stands beside
        (
            "Joan Reid had 60.4 percent, Gov. Carl Dole of Ohio 25.1 and Senator Bert Lunn of Texas 14.5.",
            "en",
            "Joan Reid 60.4%; Carl Dole 25.1%; Bert Lunn 14.5%",
        ),
    ],
)
def test_whose_figure_stands_beside_others(text: str, lang: str, expected: str) -> None:
    assert of(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "A Lille, Luc Petit obtient 58,3 %, à Lens 55,9 % et à Lyon 54,1 %.",
            "fr",
            "Luc Petit 58.3%; Luc Petit 55.9%; Luc Petit 54.1%",
        ),
        (
            "In Leeds, Joan Reid has 58.3%, in York 55.9% and in Hull 54.1%.",
            "en",
            "Joan Reid 58.3%; Joan Reid 55.9%; Joan Reid 54.1%",
        ),
        ("In Leeds, Joan Reid has 58.3%, in York Carl Dole 55.9%.", "en", "Joan Reid 58.3%; Carl Dole 55.9%"),
        ("A Lille, Luc Petit obtient 58,3 %, à Lens 55,9 % pour Anne Roy.", "fr", "Luc Petit 58.3%; Anne Roy 55.9%"),
        # places that prefer somebody
        ("Leeds (30.3%) and York (31.3%) prefer Joan Reid.", "en", "Joan Reid 30.3%; Joan Reid 31.3%"),
        # a share and seats, and what goes on like them
        (
            "Labour 35.6 per cent and 40 seats, the Tories 25.5 and 16, the Greens 9.4 and 1.",
            "en",
            "Labour 35.6%; Labour 40 seats; Tories 25.5%; Tories 16 seats; Greens 9.4%; Greens 1 seats",
        ),
        (
            "C'est fait : avec 24,9 % des voix et 24 sièges, le RN arrive en tête.",
            "fr",
            "RN 24.9%; RN 24 seats",
        ),
        ("33,6 % des voix : Anne Roy triple son score.", "fr", "Anne Roy 33.6%"),
        ("With 24.9% of the vote and 24 seats, Labour comes first.", "en", "Labour 24.9%; Labour 24 seats"),
        # voters who chose
        (
            "Sur 164 votants, 63 ont choisi Luc Petit, 39 Anne Roy, 28 Paul Morel.",
            "fr",
            "Luc Petit 63 votes; Anne Roy 39 votes; Paul Morel 28 votes",
        ),
        (
            "Of the 164 voters, 63 chose Joan Reid, 39 Carl Dole and 28 Zoe Poole.",
            "en",
            "Joan Reid 63 votes; Carl Dole 39 votes; Zoe Poole 28 votes",
        ),
        ("Sur 164 votants, 63 sont restés avec Luc Petit.", "fr", ""),
        # of the votes just told of
        (
            "Most first-preference votes are in. Joan Reid has 44% of them and Carl Dole 35%.",
            "en",
            "Joan Reid 44%; Carl Dole 35%",
        ),
        ("Women like her. Joan Reid has 44% of them.", "en", ""),
        # the first of two is of whom voters prefer
        ("Carl Dole waits. Voters there prefer Joan Reid so far, 63 to 37.", "en", "Joan Reid 63%; Carl Dole 37%"),
        # a pronoun and another
        (
            "One poll had Joan Reid ahead of Carl Dole, 57 to 40. Ipsos put her at 53 percent and him at 40.",
            "en",
            "Joan Reid 57%; Carl Dole 40%; Joan Reid 53%; Carl Dole 40%",
        ),
        # the party of one and the party of another
        (
            "Ipsos gives Joan Reid's party 40 per cent and Carl Dole's 30.\nJoan Reid, the Labour leader, waits.",
            "en",
            "Labour 40%",
        ),
        ("Joan Reid took 40 per cent to Carl Dole's 30.", "en", "Joan Reid 40%; Carl Dole 30%"),
        # shares of a vote, and no shares of a bank
        ("Final shares: Labour 50%, Tories 24.3%, Greens 14.9%.", "en", "Labour 50%; Tories 24.3%; Greens 14.9%"),
        ("Bank shares fell 10 per cent on news of Joan Reid.", "en", ""),
        ("Joan Reid is back without any need for a recount: 51,332 votes, or 52.6%.", "en", "51332/52.6"),
    ],
)
def test_figures_told_in_turn(text: str, lang: str, expected: str) -> None:
    if "/" in expected:
        votes, share = rows("vote_results", text, lang=lang, election_type="legislative")
        assert f"{votes['votes']}/{share['vote_pct']}" == expected
    else:
        assert of(text, lang, election_type="legislative") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # described by words that cannot mean whoever is named next with a share of her own
        (
            "Anne Roy devance Zoé Petit\nLa maire sortante, que soutient le PCF, aurait 30,2 %. Zoé Petit aurait 22 %.",
            "Zoé Petit 22%",
        ),
        # the latter of two
        (
            "Noé Gauchet, arrivé troisième, se retire en faveur de l'ancienne ministre. Celle-ci avait réuni 28,9 %.",
            "Noé Gauchet withdrawn",
        ),
        ("Noé Gauchet est arrivé troisième. Celui-ci avait réuni 28,9 %.", "Noé Gauchet 28.9%"),
        ("Luc Gauchet se retire en faveur de l'ancienne ministre. Elle avait réuni 28,9 %.", "Luc Gauchet withdrawn"),
        ("Anne Gauchet se retire. Elle avait réuni 28,9 %.", "Anne Gauchet 28.9% withdrawn"),
        # the vote of somebody is no outcome
        ("Elle choisira le bulletin Petit au second tour.\nLuc Petit attend.", ""),
        ("Elle votera Luc Petit au second tour.", ""),
        ("Luc Petit au second tour.", "Luc Petit advanced_to_runoff"),
        # a party that a camp only describes
        ("La gauche radicale devance le RN, 26,7 % contre 22,8 %.", "RN 22.8%"),
    ],
)
def test_who_is_not_meant(text: str, expected: str) -> None:
    assert of(text, "fr") == expected


def test_ballots_of_a_party_in_its_primary_are_turnout() -> None:
    text = "The Republicans set a record: 860,000 so far."
    assert of(text, "en", election_type="primary") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "With 17 percent of the precincts in, it's Joan Reid 53, Carl Dole 34.",
            [("Joan Reid", 53), ("Carl Dole", 34)],
        ),
        (
            "With 97 percent of precincts counted, Joan Reid and Carl Dole are tied at 49.",
            [("Joan Reid", 49), ("Carl Dole", 49)],
        ),
        (
            "Exit polls show Joan Reid leading Carl Dole in Ohio, 50 to 48, and in Iowa, 52 to 47.",
            [("Joan Reid", 50), ("Carl Dole", 48), ("Joan Reid", 52), ("Carl Dole", 47)],
        ),
        ("With 17 percent of the precincts in, Joan Reid is 53, Carl Dole is 4 years older.", []),
        ("With 17 percent of the precincts in, Joan Reid has visited 3 of them, Carl Dole 2.", []),
    ],
)
def test_bare_shares_of_two_where_the_count_is_told(text: str, expected: list[tuple[str, float]]) -> None:
    lead = "Joan Reid and Carl Dole are the two candidates left."
    found = rows("vote_results", lead, text, lang="en", election_type="primary", timezone="America/New_York")
    assert [(row["option"], row["vote_pct"]) for row in found] == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Labour won six of the ten seats and the Tories four.", "en", "Labour 6 seats; Tories 4 seats"),
        ("Six of the ten seats went to Labour.", "en", "Labour 6 seats"),
        ("La Nupes remporte six sièges sur dix.", "fr", "Nupes 6 seats"),
        ("La Nupes remporte six des 10 sièges.", "fr", "Nupes 6 seats"),
        ("Quatre sièges sur quatre pour le RN.", "fr", "RN 4 seats"),
    ],
)
def test_seats_of_a_whole_in_words(text: str, lang: str, expected: str) -> None:
    found = rows("vote_results", text, lang=lang)
    assert "; ".join(f"{r['option']} {r['seats']} seats" for r in found) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Joan Reid won the seat held by Carl Dole, 54 percent to 46.", "en", "Joan Reid 54% winner; Carl Dole 46%"),
        (
            "Luc Roux, le restaurateur soutenu par Anne Petit, l'emporte : 56,28 % contre 43,72 % à Guy Morel.",
            "fr",
            "Luc Roux 56.28% winner; Guy Morel 43.72%",
        ),
        (
            "Joan Reid has 10.4% and Carl Dole, who left her party last year, 7.5%.",
            "en",
            "Joan Reid 10.4%; Carl Dole 7.5%",
        ),
        (
            "Carl Dole is back at City Hall with 43.8%. Susan Hall took 32.7%.",
            "en",
            "Carl Dole 43.8%; Susan Hall 32.7%",
        ),
        ("Joan Reid has 50.3% percent and Carl Dole 48.9% in Florida.", "en", "Joan Reid 50.3%; Carl Dole 48.9%"),
        ("Joan Reid is up in Montana, 48.8 to Carl Dole's 44.7.", "en", "Joan Reid 48.8%; Carl Dole 44.7%"),
        (
            "Luc Roux, l'ex-premier adjoint d'Anne Petit, est élu dans la 7e : 50,87 %.",
            "fr",
            "Luc Roux 50.87% winner",
        ),
        ("L'écologiste Luc Roux, à la tête d'une union de la gauche, le talonnait (24,4 %).", "fr", "Luc Roux 24.4%"),
        ("Only a third of Joan Reid's voters would switch to Carl Dole; 23% lean toward Ann Lee.", "en", ""),
        ("Anne Petit bat le rappel.", "fr", ""),
        ("Anne Petit bat le maire sortant.", "fr", "Anne Petit winner"),
        ("Joan Reid leads. Dealers point to American inflation (8.6%).", "en", ""),
        (
            "Luc Roux remporte la primaire avec 56 % des voix et sera candidat en 2027.",
            "fr",
            "Luc Roux 56% winner",
        ),
    ],
)
def test_whose_a_figure_is_behind_those_beside_him(text: str, lang: str, expected: str) -> None:
    assert of(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Ohio and Iowa for Joan Reid, say NBC and CNN.", "en", [("Joan Reid", "Ohio"), ("Joan Reid", "Iowa")]),
        ("Ohio for a day with Joan Reid, says NBC.", "en", []),
        (
            "The networks give Ohio to Joan Reid and Iowa to Carl Dole.",
            "en",
            [("Joan Reid", "Ohio"), ("Carl Dole", "Iowa")],
        ),
        ("The papers gave money to Joan Reid.", "en", []),
        (
            "L'Ohio et la Floride pour Joan Reid, le Colorado pour Carl Dole.",
            "fr",
            [("Joan Reid", "Ohio"), ("Joan Reid", "Floride"), ("Carl Dole", "Colorado")],
        ),
    ],
)
def test_places_won_by_the_same(text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    found = rows("vote_results", text, lang=lang)
    assert [(r["option"], r["gp_unit"]) for r in found if r["candidate_status"] == "winner"] == expected


@pytest.mark.parametrize(
    ("text", "lang", "stage"),
    [
        ("With five of the seven boroughs in, Joan Reid has 161,400 votes.", "en", "partial"),
        ("Luc Roux (23,91 %) est devant, d'après les chiffres arrêtés à 97 % des inscrits.", "fr", "partial"),
        ("68,6 % pour Luc Roux : c'est ce qui ressort de 5 001 bureaux.", "fr", "partial"),
        ("Avec 391 bureaux centralisés sur 480, Luc Roux est à 24,6 %.", "fr", "partial"),
    ],
)
def test_stages_told_by_the_count(text: str, lang: str, stage: str) -> None:
    assert [r["result_stage"] for r in rows("vote_results", text, lang=lang)] == [stage]


def test_a_correction_of_seats_by_a_pronoun() -> None:
    text = "Correction: an earlier post gave the Greens 33 seats in Bristol. They have 34. Sorry, Bristol."
    assert [(r["option"], r["seats"]) for r in rows("vote_results", text, lang="en")] == [("Greens", 34)]
