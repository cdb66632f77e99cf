"""Results that only the night explains: finalists told of before, tallies of seats, what is missing of a hundred."""

from __future__ import annotations

from typing import Any

import pytest

from extracting import rows, told

BOTH_THROUGH = "Jeanne Martin et Luc Petit sont qualifiés pour le second tour."
STANDING = "Jeanne Martin (LFI), Luc Petit (LR) et Rémi Castan (PS) attendent."


def after(first: str, text: str, **options: Any) -> str:
    """What a post tells after another one."""
    found = rows("vote_results", first, text, **options)
    return told([row for row in found if row["char_start"] > len(first)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une estimation place les deux finalistes à 23,5 % chacun.", "Jeanne Martin 23.5%; Luc Petit 23.5%"),
        (
            "Les deux qualifiés se tiennent : 28,5 % contre 24,2 % pour Elabe.",
            "Jeanne Martin 28.5%; Luc Petit 24.2%",
        ),
        ("Jeanne Martin totalise 23,9 %, contre 22,1 % pour son rival.", "Jeanne Martin 23.9%; Luc Petit 22.1%"),
        # nothing says that each has it
        ("Les deux finalistes réunissent 47 % des voix.", ""),
        ("Les trois suivants sont à 12 % chacun.", ""),
    ],
)
def test_those_who_have_reached_the_next_round(text: str, expected: str) -> None:
    assert after(BOTH_THROUGH, text, election_type="presidential") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le candidat du PS obtient 6,3 %.", "Rémi Castan 6.3%"),
        ("Le candidat socialiste s'effondre : 6,3 % seulement.", "Rémi Castan 6.3%"),
        ("Il devance Luc Petit (27,3 %) et la candidate de LFI (25,9 %).", "Luc Petit 27.3%; Jeanne Martin 25.9%"),
        ("Le candidat du FN obtient 6,3 %.", ""),
    ],
)
def test_a_candidate_told_by_his_party_in_parentheses(text: str, expected: str) -> None:
    assert after(STANDING, text, election_type="presidential") == expected


def test_in_a_contest_of_many_places_the_party_tells_somebody_of_the_post_only() -> None:
    assert after(STANDING, "Le candidat du PS obtient 6,3 %.", election_type="legislative") == ""
    text = "Anne Roy (PS) affronte Luc Petit (LR). Le candidat LR obtient 56,3 %, la candidate PS 43,7 %."
    assert after(STANDING, text, election_type="legislative") == "Luc Petit 56.3%; Anne Roy 43.7%"


def test_the_incumbent_is_the_only_one_whom_the_document_calls_so() -> None:
    first = "Jeanne Martin affronte le président sortant, Luc Petit."
    text = "Le sortant recueille 48,1 %."
    assert after(first, text, election_type="presidential") == "Luc Petit 48.1%"
    assert after(f"{first} Jean Roy, maire sortant, attend.", text, election_type="presidential") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That is 57.4% for Anna Reed and 42.6% for the former chancellor.", "Anna Reed 57.4%; Mark Cole 42.6%"),
        ("That is 57.4% for Anna Reed and 32.6% for the former chancellor.", "Anna Reed 57.4%"),
    ],
)
def test_what_is_missing_of_a_hundred_is_the_others(text: str, expected: str) -> None:
    assert after("Anna Reed has beaten Mark Cole.", text, lang="en") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The BBC forecasts that the UK has voted to leave.", "en", "Leave projected_winner"),
        ("Sunderland has voted to leave.", "en", "Leave winner"),
        ("If the country votes to leave, the pound will fall.", "en", ""),
        ("Anna Reed has voted to leave early.", "en", ""),
        ("Genève a dit oui.", "fr", "oui winner"),
        ("La Suisse rejette le texte.", "fr", "non winner"),
        ("Genève accepte de recompter.", "fr", ""),
        ("Le conseiller fédéral accepte le verdict.", "fr", ""),
    ],
)
def test_an_answer_without_a_figure(text: str, lang: str, expected: str) -> None:
    first = {"en": "Remain or Leave, the UK and Sunderland decide.", "fr": "Oui ou non, la Suisse et Genève décident."}
    assert after(first[lang], text, lang=lang, election_type="referendum") == expected


def test_two_shares_of_a_round_of_two_are_of_whoever_has_led() -> None:
    first = "Jean Martin l'emporte avec 52 %. Luc Petit s'incline. Jean Martin et Luc Petit ont parlé."
    options: dict[str, Any] = {"election_type": "presidential", "round": 2}
    for text in ("Désormais, 68,4 % contre 31,6 %.", "Pour le député de Corrèze, c'est 68,4 %, son adversaire 31,6 %."):
        assert after(first, text, **options) == "Jean Martin 68.4%; Luc Petit 31.6%"
    assert after(first, "Pour le député de Corrèze, c'est 48,4 %, son adversaire 31,6 %.", **options) == ""


def test_a_description_never_gives_somebody_a_second_share() -> None:
    first = "Jeanne Martin et Luc Petit attendent."
    text = "Jeanne Martin est à 28,3 %, Luc Petit à 23,3 %. Le patron des insoumis frôle les 20 % (19,8 %)."
    assert after(first, text, election_type="presidential") == "Jeanne Martin 28.3%; Luc Petit 23.3%"


def seats_at(clock: str, day: str, lead: str = "", lang: str = "en") -> list[str]:
    """The stages of a tally of seats told at an hour."""
    text = {"en": "Labour 98 seats, the Greens 12.", "fr": "PS : 98 sièges, LR : 12."}[lang]
    found = rows("vote_results", text, lang=lang, at=[clock], day=day, lead=lead)
    return [f"{row['result_stage']} {row['rule'].rpartition('_')[2]}" for row in found if row["char_start"] > len(lead)]


def test_a_tally_of_seats_goes_on_while_the_count_does() -> None:
    assert seats_at("23:40", "2017-06-08") == ["partial counting"] * 2
    assert seats_at("22:40", "2017-06-08", lang="fr") == ["partial counting"] * 2


def test_the_lead_tells_where_a_tally_has_ended() -> None:
    lead = "Labour won 110 seats, the Greens 12."
    assert seats_at("23:40", "2017-06-08", lead) == ["partial tally", "final tally"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # what is become of a party, and who has become its leader
        ("Anna Reed is the new Labour leader, winning 59.5% of the vote.", "en", "Anna Reed 59.5%"),
        ("Anna Reed is elected Labour leader with 59.5% of the vote.", "en", "Anna Reed 59.5% winner"),
        ("Anna Reed is re-elected. Labour leader Mark Cole got 30%.", "en", "Mark Cole 30%; Anna Reed winner"),
        ("Jean Petit devient président de LR : 52 % contre 48 % à Léa Bon.", "fr",
         "Jean Petit 52% winner; Léa Bon 48%"),
        ("Jean Petit est réélu. Le PS est à 30 %.", "fr", "PS 30%; Jean Petit winner"),
        # alliances joined by a mark stand together before *et* joins
        ("LFI et PS-Place publique sont à égalité (6,3 %).", "fr", "LFI 6.3%; PS-Place publique 6.3%"),
        # a share, and what it is to the decimal
        ("Jean Petit frôle les 80 % (78,7 %).", "fr", "Jean Petit 78.7%"),
        ("Jean Petit a 80 % (70,5 % au premier tour).", "fr", "Jean Petit 80%"),
        # changes of seats, and what they come to
        ("Le PS perd 8 sièges et tombe à 25.", "fr", "PS 25 seats"),
        ("Le PS gagne 15 sièges et passe de 3 à 18.", "fr", "PS 18 seats"),
        ("Le PS a 59 élus. LFI en revendique 74.", "fr", "PS 59 seats; LFI 74 seats"),
        ("Le PS a 69 élus. Il y a 125 sièges à pourvoir.", "fr", "PS 69 seats"),
        ("L'UDC progresse de 3,5 points à 29,1 %.", "fr", "UDC 29.1%"),
        ("L'UDC progresse de 3,5 points.", "fr", ""),
        ("The Democrats have now flipped 23 seats.", "en", ""),
        ("Ukip, which fought 32 seats, lost its deposit.", "en", ""),
        ("Exit poll: Labour 316 seats, the Tories 239. The SNP has 58, Plaid four.", "en",
         "Labour 316 seats; Tories 239 seats; SNP 58 seats; Plaid 4 seats"),
        # those who come behind
        ("Jean Petit (20 %) est suivi des écologistes (12 %) et de la droite (10 %).", "fr",
         "Jean Petit 20%; les écologistes 12%; la droite 10%"),
        ("Le vote des écologistes (12 %) pèse.", "fr", ""),
        # margins and transfers
        ("Anna Reed is 492 votes in front.", "en", ""),
        ("Anna Reed is said to be 300 or so in front.", "en", ""),
        ("Anna Reed's lead in Kent is down to 600,000 votes.", "en", ""),
        ("Of Anna Reed's 9,436 surplus votes, 2,100 went to Labour.", "en", ""),
        ("Il s'en est fallu de 91 voix pour que Jean Petit reste maire.", "fr", ""),
        # figures that oppose each other
        ("Anna Reed beats Mark Cole by 81,326 votes (57.4%) to 60,399 (42.6%).", "en",
         "Anna Reed 81326 votes winner; Anna Reed 57.4%; Mark Cole 60399 votes defeated; Mark Cole 42.6%"),
        ("Anna Reed unseats Mark Cole. She won 55-43.", "en", "Anna Reed 55% winner; Mark Cole 43% defeated"),
        ("Anna Reed is up 51-48 on Mark Cole.", "en", "Anna Reed 51%; Mark Cole 48%"),
        ("Anna Reed 17,968 (39.4), Mark Cole 16,789 (36.8).", "en",
         "Anna Reed 17968 votes; Anna Reed 39.4%; Mark Cole 16789 votes; Mark Cole 36.8%"),
        ("Anna Reed got 17,968 votes (2.5 times as many).", "en", "Anna Reed 17968 votes"),
        # shares behind names of places, and behind somebody whom nothing explains
        ("Anna Reed led in only two departments, Aisne (52.9%) and Pas-de-Calais (52.1%).", "en",
         "Anna Reed 52.9%; Anna Reed 52.1%"),
        ("Anna Reed is third in Kent, behind Smith (52.9%) and Jones (32.1%).", "en", ""),
        ("Jean Petit est élu : 45,1 %, contre 31,3 % à Luc Roy et 23,6 % à Graig Monetti.", "fr",
         "Jean Petit 45.1% winner; Luc Roy 31.3%; Graig Monetti 23.6%"),
        ("Jean Petit a 31,3 % à Paris et 23,6 % à Saint Denis.", "fr", "Jean Petit 31.3%; Jean Petit 23.6%"),
        # a name with a word of other figures in it
        ("Terry Young gets 53.3%.", "en", "Terry Young 53.3%"),
        ("Anna Reed won 53.3% of the young.", "en", ""),
        # a share that opens the sentence behind a call
        ("Jean Petit l'emporte dans une quadrangulaire. 34,7 %, ça suffit.", "fr", "Jean Petit 34.7% winner"),
        ("Jean Petit est élu. 34,7 % des jeunes ont voté.", "fr", "Jean Petit winner"),
        # numbers in words beside shares
        ("Labour 25 seats on 36.9% of the vote, Plaid three and the Lib Dems one.", "en",
         "Labour 25 seats; Labour 36.9%; Plaid 3 seats; Lib Dems 1 seats"),
        # who leads a party, and who leads whom
        ("Anna Reed (Lab) is behind: the Labour leader has 28%, Mark Cole 39%.", "en", "Anna Reed 28%; Mark Cole 39%"),
        ("Anna Reed led Mark Cole 45% to 42%.", "en", "Anna Reed 45%; Mark Cole 42%"),
        ("Anna Reed led in Kent with 45%.", "en", "Anna Reed 45%"),
        ("Mark Cole, who did not reach 1%, is out of it.", "en", ""),
        ("National is first. With a third of the vote counted it has 41.0 percent.", "en", "National 41%"),
        # what was wrong in a post before
        ("Correction: we earlier gave Mark Cole's vote as 9,191. It was 9,991.", "en", "Mark Cole 9991 votes"),
        ("Correction: we said that Anna Reed was trailing by 1800; it was 1600.", "en", ""),
        ("We gave Anna Reed's budget. It was 9,991.", "en", ""),
        # who beats whom in a clause of his own, who is set apart behind a name, who is asked for
        ("Max Roe has won Ryan, and in Kent Anna Reed beats Mark Cole with 60.3 per cent.", "en",
         "Anna Reed 60.3% winner; Max Roe winner; Mark Cole defeated"),
        ("Anna Reed is on 50%. Max Roe, the shepherd's son from Kent, is on 3.16%.", "en",
         "Anna Reed 50%; Max Roe 3.16%"),
        ("Anna Reed is first with 35%. Mark Cole, who runs the place? 2.2%.", "en", "Anna Reed 35%; Mark Cole 2.2%"),
        # the first two of a list, and another unit behind somebody
        ("Labour 34.8 per cent, Tories 32.1, Greens 11.9. Two-party preferred, 54.9 to 45.1.", "en",
         "Labour 34.8%; Tories 32.1%; Greens 11.9%; Labour 54.9%; Tories 45.1%"),
        ("Labour 34.8 per cent, Tories 32.1, Greens 11.9. Two-party preferred, 54.9 to 35.1.", "en",
         "Labour 34.8%; Tories 32.1%; Greens 11.9%"),
        ("Anna Reed has 2,444,114 votes, or 49.6%, to 2,347,880 for Mark Cole, or 47.7%.", "en",
         "Anna Reed 2444114 votes; Anna Reed 49.6%; Mark Cole 2347880 votes; Mark Cole 47.7%"),
        # how many of those whom a name names
        ("Un Belge sur deux (52 %) s'inquiète.", "fr", ""),
        ("Chez les Français de Belgique, Jean Petit récolte 46 %.", "fr", "Jean Petit 46%"),
        ("Chez les ouvriers, Jean Petit récolte 46 %.", "fr", ""),
        ("The Lib Dems are down to eight seats from 57.", "en", "Lib Dems 8 seats"),
        # a relative clause behind an apposition
        ("Mark Cole loses his seat to Anna Reed, a former car dealer, who had 50.4% to Cole's 46.3.", "en",
         "Anna Reed 50.4% winner; Mark Cole 46.3% defeated"),
        # calls
        ("Jeanne Petit, elle, échoue pour 118 voix.", "fr", "Jeanne Petit defeated"),
        ("Jeanne Petit échoue à 3,3 %.", "fr", "Jeanne Petit 3.3%"),
        ("Jeanne Petit échoue pour le moment à le joindre.", "fr", ""),
        ("Mark Cole loses East Kent by 3,718 votes to Anna Reed of the SNP.", "en",
         "Mark Cole defeated; Anna Reed winner"),
        ("CNN has called Ohio, and with it the election, for Anna Reed.", "en", "Anna Reed winner"),
        ("CNN has called Ohio. Time for Anna Reed to speak.", "en", ""),
        ("Anna Reed goes down to defeat in Oakham.", "en", "Anna Reed defeated"),
        ("AP projects victories for Anna Reed in Kent, Essex and Devon, and for Mark Cole in Dorset.", "en",
         "Anna Reed projected_winner; Mark Cole projected_winner"),
        ("Jean Petit éliminé, Luc Roy et Léa Bon qualifiés pour le second tour.", "fr",
         "Jean Petit defeated; Luc Roy advanced_to_runoff; Léa Bon advanced_to_runoff"),
        ("AP calls Kent for Anna Reed and Essex for Mark Cole.", "en",
         "Anna Reed winner; Mark Cole winner"),
        ("Fox News has called the House for the Democrats.", "en", "Democrats projected_winner"),
        ("Anna Reed is beaten by 149 votes in Kent by Mark Cole.", "en", "Anna Reed defeated; Mark Cole winner"),
        # somebody else's figure behind a conjunction
        ("Un sondage créditait Léa Bon de 10 % des intentions de vote à la mairie et Luc Roy de 6 %.", "fr",
         "Léa Bon 10%; Luc Roy 6%"),
        # a round is nobody
        ("Luc Roy parle du premier tour ; Léa Bon l'avait emporté au second avec 66,5 %.", "fr", "Léa Bon 66.5%"),
        # what might become of somebody, and what he is
        ("Luc Roy est là. Il promet, s'il est battu, de partir.", "fr", ""),
        ("Luc Roy est là. Il est battu.", "fr", "Luc Roy defeated"),
        ("Luc Roy, élu local, est là.", "fr", ""),
        ("Luc Roy, élu de justesse, est là.", "fr", "Luc Roy winner"),
        # how close it was
        ("Luc Roy a été devancé de 113 voix, avec 49,4 %.", "fr", "Luc Roy 49.4%"),
        ("Luc Roy serait en tête de 574 voix.", "fr", ""),
        # figures whose order the words tell
        ("Nanos had Labour at 43, the Tories at 39 and the Greens at 8. Ipsos: 42, 38 and 9 in the same order.", "en",
         "Labour 43%; Tories 39%; Greens 8%; Labour 42%; Tories 38%; Greens 9%"),
        ("Luc Roy a 43 %, Léa Bon 39 et Jean Petit 8. Ipsos : 42, 38 et 9, dans le même ordre.", "fr",
         "Luc Roy 43%; Léa Bon 39%; Jean Petit 8%; Luc Roy 42%; Léa Bon 38%; Jean Petit 9%"),
        # what nobody has
        ("A Labour strategist: “In January I would have taken 60 seats.”", "en", ""),
        ("Labour could take 60 seats.", "en", "Labour 60 seats"),
        # how close it was
        ("Rishi Sunak avoids being the first since Harold Wilson to lose three, but only just: 495 votes.", "en", ""),
        # whose poll it is
        ("The final Welsh Barometer poll put Labour on 46%.", "en", "Labour 46%"),
        ("The Welsh Barometer put Labour on 46%.", "en", None),
    ],
)  # fmt: skip
def test_structures_of_a_night(text: str, lang: str, expected: str | None) -> None:
    found = told(rows("vote_results", text, lang=lang, at=["22:30"]))
    assert expected is None or found == expected


def test_the_answer_ahead_has_the_larger_share() -> None:
    options: dict[str, Any] = {"lang": "en", "election_type": "referendum"}
    assert after("Yes 68%, No 32%.", "Sky makes it 69.4% to 30.6%.", **options) == "Yes 69.4%; No 30.6%"
    assert after("Yes or No?", "Sky makes it 69.4% to 30.6%.", **options) == ""
    assert after("Yes or No?", "Tallies show 64 per cent in favour.", **options) == "Yes 64%"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Labour 316, Tories 239, SNP 58. That is the exit poll, and a bombshell.", "exit_poll"),
        ("Labour 43%, Tories 39%. The exit poll was on television.", None),
        ("In the final Welsh Barometer for ITV, it was Labour 46%, Tories 34%.", "opinion_poll"),
        ("Newcastle has declared, and it is close. Labour 65,404, Tories 63,598.", "final"),
        ("The first result is in. Labour 60.2%, Tories 39.8%.", "final"),
        ("Six in ten votes in and nothing's moving. Labour 46.3 percent.", "partial"),
        ("Anna Reed loses her seat after polling just 4,300 first preferences.", "final"),
        ("Polling suggests that Anna Reed has 43%.", "opinion_poll"),
        ("The first count, on 20.8 million votes: Labour 60.9%.", "partial"),
        ("The count is now Labour 43%, Tories 40%.", "partial"),
        ("Early going, 12 of 240 polls, but Anna Reed has 64 per cent.", "partial"),
        ("Two of the final polls had Anna Reed on 64 per cent.", "opinion_poll"),
    ],
)
def test_stages_told_by_the_count(text: str, stage: str | None) -> None:
    assert {row["result_stage"] for row in rows("vote_results", text, lang="en", at=["23:30"])} == {stage}


@pytest.mark.parametrize(
    ("text", "lang", "day", "expected"),
    [
        ("In November Anna Reed had 70.2% here.", "en", "2021-01-05", 1),
        ("Anna Reed, who took 19.9% on Nov. 3, is behind.", "en", "2021-01-05", 1),
        ("Jeanne Martin, qui avait recueilli 31,2 % en mars, s'incline.", "fr", "2020-06-28", 1),
        ("Il y a huit jours, Jeanne Martin avait pris la tête avec 31,2 %.", "fr", "2020-06-28", 1),
        ("Jeanne Martin obtient 52 %, mieux qu'il y a huit jours.", "fr", "2020-06-28", 2),
        # a month of the night itself, one too far away, and one of the future
        ("Anna Reed has 70.2% here in January.", "en", "2021-01-05", 2),
        ("In May Anna Reed had 70.2% here.", "en", "2021-01-05", 2),
        ("Jeanne Martin obtient 52 % et s'installe en juillet.", "fr", "2020-06-28", 2),
    ],
)
def test_a_month_tells_the_round_before(text: str, lang: str, day: str, expected: int) -> None:
    (row,) = rows("vote_results", text, lang=lang, day=day, round=2, at=["22:30"])
    assert row["round"] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Le score de Luc Petit n'est pas de 52%, comme indiqué par erreur, mais de 50%.", "Luc Petit 50%"),
        ("fr", "Luc Petit n'a pas obtenu 52% mais 50%.", "Luc Petit 50%"),
        ("fr", "Luc Petit obtient 50%, et non 52% comme indiqué plus tôt.", "Luc Petit 50%"),
        ("en", "Correction: Luke Small's share is not 52%, as we wrote, but 50%.", "Luke Small 50%"),
        ("en", "Luke Small hasn't got 5,200 votes but 5,300.", "Luke Small 5300 votes"),
    ],
)
def test_a_figure_said_to_be_wrong_is_not_published(lang: str, text: str, expected: str) -> None:
    (row,) = rows("vote_results", text, lang=lang)
    assert told([row]) == expected
    assert text[row["char_start"] : row["char_end"]].strip(".").startswith(("50", "5,3"))


def test_whoever_ends_a_reign_has_the_larger_figure() -> None:
    first = "Luc Petit affronte Jeanne Martin."
    told_after = after(first, "Luc Petit met fin au règne de Jeanne Martin : 55% contre 45%.")
    assert told_after == "Luc Petit 55%; Jeanne Martin 45%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voici Luc Petit, maire de Dole et soutenu par l'UMP, qui totalise 56,1% des voix.", "Luc Petit 56.1%"),
        ("Luc Petit est devancé par l'UMP, qui totalise 56,1% des voix.", "UMP 56.1%"),
        ("Luc Petit est soutenu par l'UMP, qui totalise 56,1% des voix.", "UMP 56.1%"),
    ],
)
def test_a_party_that_backs_somebody_does_not_own_his_figure(text: str, expected: str) -> None:
    assert after("Luc Petit affronte Jeanne Martin.", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Luc Petit recueille 1 234 voix, soit 56,67% des suffrages exprimés.",
        "Luc Petit recueille 1 234 suffrages, soit 56,67 % des voix, a proclamé la commission de contrôle.",
    ],
)
def test_a_share_of_the_votes_told_after_them_is_no_share_of_the_count(text: str) -> None:
    found = rows("vote_results", text)
    assert told(found) == "Luc Petit 1234 votes; Luc Petit 56.67%"
    assert {(row["result_stage"], row["counted_pct"]) for row in found} == {("final", None)}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Elue avec 52 % en 2017, Jeanne Martin recueille 31 %.", [(None, 52), (2, 31)]),
        ("fr", "Jeanne Martin, qui avait obtenu 52 % en 2017, recueille 31 %.", [(2, 31)]),
        ("fr", "Jeanne Martin, qui avait obtenu 22 % au premier tour, recueille 31 %.", [(1, 22), (2, 31)]),
        ("en", "Elected with 52% in 2017, Jeanne Martin gets only 31% this time.", [(None, 52), (2, 31)]),
        ("en", "Jeanne Martin, who won 52% at the last election, gets 31%.", [(2, 31)]),
        # a time that tells when the sentence plays
        ("fr", "En 2017, Jeanne Martin avait recueilli 52 %, Luc Petit 48 %.", [(None, 48)]),
    ],
)
def test_a_clause_of_another_time_keeps_its_figure_apart(
    lang: str, text: str, expected: list[tuple[int | None, float]]
) -> None:
    found = rows("vote_results", "Jeanne Martin / Luc Petit", text, lang=lang, round=2)
    assert [(row["round"], row["vote_pct"]) for row in found] == expected


def test_what_became_of_somebody_another_year_is_not_told_of_tonight() -> None:
    text = "A Dole, où Jeanne Martin avait été élue en 2013 avec 53,9 %, Luc Petit n'obtient que 47,3 %."
    assert {row["candidate_status"] for row in rows("vote_results", text)} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luc Petit perd 3 points et tombe à 43,3 %.", "Luc Petit 43.3%"),
        ("Luc Petit recule de 3 points et atteint 43,3 %.", "Luc Petit 43.3%"),
        ("Luc Petit perd 3 points et 43 % de ses électeurs.", ""),
        ("Avec 1 234 voix, soit 56,7 % des voix, Luc Petit l'emporte.", "Luc Petit 1234 votes winner; Luc Petit 56.7%"),
        ("Luc Petit, 56,7 % des voix, est élu maire.", "Luc Petit 56.7% winner"),
        ("Luc Petit, avec 43,3 %, est battu.", "Luc Petit 43.3% defeated"),
    ],
)
def test_a_figure_behind_a_change_or_before_its_call(text: str, expected: str) -> None:
    assert told(rows("vote_results", text)) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Jane Smith wins Ohio.", ["Ohio"]),
        ("en", "Jane Smith carries Ohio, Florida and Texas.", ["Ohio", "Florida", "Texas"]),
        ("en", "The AP calls Ohio for Jane Smith.", ["Ohio"]),
        ("en", "Jane Smith takes Ohio with 54%.", ["Ohio"]),
        ("en", "Jane Smith loses Ohio by 1,200 votes.", ["Ohio"]),
        ("en", "Jane Smith has won.", [None]),
        # a place that belongs to what follows
        ("en", "Jane Smith beats Ohio governor Luke Small.", [None]),
        ("en", "Jane Smith wins Ohio. She has 54% nationally.", ["Ohio"]),
        ("fr", "Jeanne Martin remporte la Bretagne.", ["Bretagne"]),
        ("fr", "Jeanne Martin conserve Paris avec 54 %.", ["Paris"]),
        ("fr", "Jeanne Martin reprend Lyon et Lille.", ["Lyon", "Lille"]),
        ("fr", "Jeanne Martin remporte la mairie.", [None]),
        ("fr", "Jeanne Martin remporte le débat.", []),
        ("fr", "Jeanne Martin remporte une manche.", []),
    ],
)
def test_the_place_that_somebody_has_won(lang: str, text: str, expected: list[str | None]) -> None:
    found = [row for row in rows("vote_results", text, lang=lang) if row["option"].startswith("J")]
    assert [row["gp_unit"] for row in found if row["candidate_status"]] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Jane Smith keeps Ohio. She has 50.3% of the vote there, Luke Small 48.1%.", {"Ohio"}),
        ("en", "Ohio! Jane Smith is on 54.8 per cent to Luke Small's 45.2.", {"Ohio"}),
        ("en", "Jane Smith beats Ohio governor Luke Small by 54.8% to 45.2%.", {None}),
        ("en", "Senator Jane Smith of Ohio is on 54.8% and Luke Small on 45.2%.", {None}),
        ("en", "COLUMBUS, Ohio — Jane Smith is on 54.8% and Luke Small on 45.2%.", {None}),
        ("en", "- Counting goes on in Ohio.\n- Jane Smith is on 54.8%, Luke Small on 45.2%.", {None}),
        ("en", "Ohio:\n- Jane Smith 54.8%\n- Luke Small 45.2%", {"Ohio"}),
        ("fr", "On dépouille en Bretagne. Au niveau national, Jeanne Smith a 54,8 %, Luc Petit 45,2 %.", {None}),
        ("fr", "Dans la 4e du Loiret, Jeanne Smith a 54,8 %, Luc Petit 45,2 %.", {"4e du Loiret"}),
        ("fr", "Jeanne Smith conserve la Bretagne : 54,8 % contre 45,2 % à Luc Petit.", {"Bretagne"}),
        ("fr", "Une bascule : la Bretagne, où Jeanne Smith devance Luc Petit avec 54,8 % contre 45,2 %.", {"Bretagne"}),
        ("fr", "Dernier chiffre, celui de Bretagne : Jeanne Smith 54,8 %, Luc Petit 45,2 %.", {"Bretagne"}),
        ("fr", "BRETAGNE. Jeanne Smith obtient 54,8 %, Luc Petit 45,2 %.", {"Bretagne"}),
    ],
)
def test_the_place_of_figures(lang: str, text: str, expected: set[str | None]) -> None:
    found = rows("vote_results", text, lang=lang)
    figures = [row for row in found if row.get("vote_pct")]
    assert len(figures) == 2
    assert {row["gp_unit"] for row in figures} == expected
