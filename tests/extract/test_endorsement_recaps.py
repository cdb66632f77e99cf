"""Recaps: who is with whom, told by lists, nouns, states and pronouns; and sentences near them that tell no stand."""

from __future__ import annotations

import pytest

from extracting import rows, sides

ENGLISH: dict[str, list[tuple[str, str]]] = {
    "backs": [
        (
            "Paul Hale wins. Greg Moss endorsed him in May, Nora Webb a month later.",
            "Greg Moss > Paul Hale; Nora Webb > Paul Hale",
        ),
        (
            "Carla Dunn, whom Plaid Cymru and the Greens support, is ahead.",
            "Plaid Cymru > Carla Dunn; Greens > Carla Dunn",
        ),
    ],
    "calls_for": [
        (
            "Dan Firth quit on Friday and by Saturday was urging his people to join Grace Holt.",
            "Dan Firth > Grace Holt",
        ),
        ("And from the left Dan Firth has been imploring Democrats to vote for Grace Holt.", "Dan Firth > Grace Holt"),
        ("Dan Firth sent an email to members urging a vote for Grace Holt.", "Dan Firth > Grace Holt"),
        ("Greg Moss pulled out on Tuesday and asked his voters to go to Paul Hale.", "Greg Moss > Paul Hale"),
        ("Carla Dunn is ahead. Plaid Cymru asked its supporters to lend her their votes.", "Plaid Cymru > Carla Dunn"),
    ],
    "camp_of": [
        (
            "With Grace Holt: the mayor, Dan Firth; the novelist Amy Ross, lately her rival; Steelworkers United.",
            "Dan Firth > Grace Holt; Amy Ross > Grace Holt; Steelworkers United > Grace Holt",
        ),
        (
            "For Peter Lang: the governor, Ruth Ames; Senator Bob Crane; the Tribune.",
            "Ruth Ames > Peter Lang; Bob Crane > Peter Lang; Tribune > Peter Lang",
        ),
        ("In Grace Holt's corner: Dan Firth and Amy Ross.", "Dan Firth > Grace Holt; Amy Ross > Grace Holt"),
        ("On Peter Lang's side: Dan Firth, Amy Ross.", "Dan Firth > Peter Lang; Amy Ross > Peter Lang"),
        ("Behind Paul Hale stand Greg Moss and Nora Webb.", "Greg Moss > Paul Hale; Nora Webb > Paul Hale"),
        (
            "Endorsements so far: for Paul Hale, Nora Webb and Greg Moss; for Ian Platt, the Teamsters.",
            "Nora Webb > Paul Hale; Greg Moss > Paul Hale; Teamsters > Ian Platt",
        ),
    ],
    "comes_out_for": [
        ("Carla Dunn is ahead. Bob Lyle knocked on doors for her.", "Bob Lyle > Carla Dunn"),
        ("Dan Firth said he would be going with Grace Holt.", "Dan Firth > Grace Holt"),
        (
            "Dan Firth said he couldn't vote for Grace Holt and would be going with Peter Lang.",
            "Dan Firth > Grace Holt (against); Dan Firth > Peter Lang",
        ),
        (
            "Greg Moss, the former governor, has spent the week knocking on doors for Paul Hale.",
            "Greg Moss > Paul Hale",
        ),
        ("Greg Moss made the case for Paul Hale on the radio.", "Greg Moss > Paul Hale"),
    ],
    "counts_on": [
        ("Paul Hale can call on the support of Nora Webb.", "Nora Webb > Paul Hale"),
        (
            "Who backs whom?\n\nPaul Hale has the Teamsters and Senator Nora Webb. Ian Platt has the Chicago Tribune.",
            "Teamsters > Paul Hale; Nora Webb > Paul Hale; Chicago Tribune > Ian Platt",
        ),
    ],
    "deserts_for": [
        ("Greg Moss flipped from Ian Platt to Paul Hale.", "Greg Moss > Paul Hale"),
    ],
    "gives_support": [
        ("Dan Firth gave his No 1 to Grace Holt.", "Dan Firth > Grace Holt"),
        ("Grace Holt began alone. Labour gave her its blessing in July.", "Labour > Grace Holt"),
        ("Paul Hale took Ohio. Nora Webb quit on Tuesday and threw him her support.", "Nora Webb > Paul Hale"),
    ],
    "in_camp_of": [
        (
            "Dan Firth stumps for Grace Holt, and as of Monday the Sierra Club is on her team too.",
            "Dan Firth > Grace Holt; Sierra Club > Grace Holt",
        ),
        ("The Guardian came down on Labour's side.", "The Guardian > Labour"),
    ],
    "is_for": [
        ("Dan Firth has been for Grace Holt since May.", "Dan Firth > Grace Holt"),
        ("Dan Firth has been behind Grace Holt since May.", "Dan Firth > Grace Holt"),
        ("Dan Firth has been with Grace Holt since May.", "Dan Firth > Grace Holt"),
        (
            "Who is where? Nora Webb is with Paul Hale. Greg Moss is with Ian Platt.",
            "Nora Webb > Paul Hale; Greg Moss > Ian Platt",
        ),
    ],
    "keeps_silent": [
        ("Dan Firth isn't showing his hand.", "Dan Firth > -"),
    ],
    "leaves_free": [
        ("The Greens gave their members a free hand.", "Greens > -"),
        ("The Greens gave their supporters free rein.", "Greens > -"),
    ],
    "lines_up_behind": [
        ("Dan Firth is out of the race and behind Grace Holt.", "Dan Firth > Grace Holt"),
    ],
    "makes_no_endorsement": [
        (
            "Dan Firth withdrew in May and has never told those who trusted him where to turn.",
            "Dan Firth > -",
        ),
        ("Dan Firth has not told his supporters which way to go.", "Dan Firth > -"),
        ("The Greens will not tell their voters what to do.", "Greens > -"),
        ("The CWU offered its members no steer.", "CWU > -"),
        ("The CWU gave no lead to its members.", "CWU > -"),
        ("Greg Moss has resisted calls to endorse.", "Greg Moss > -"),
        ("There was no endorsement from Greg Moss.", "Greg Moss > -"),
        ("No endorsement came from Greg Moss.", "Greg Moss > -"),
        ("Nora Webb dropped out on Tuesday without endorsing anyone.", "Nora Webb > -"),
    ],
    "nominates": [
        (
            "Labour and the Greens adopted Grace Holt as their candidate in July.",
            "Labour > Grace Holt; Greens > Grace Holt",
        ),
    ],
    "refuses_to_choose": [
        ("Dan Firth declined to steer his voters one way or the other.", "Dan Firth > -"),
    ],
    "same_stand": [
        (
            "The Greens asked their voters to transfer to Labour, and Labour returned the compliment.",
            "Greens > Labour; Labour > Greens",
        ),
        (
            "Labour adopted Grace Holt as its candidate in July. The Greens signed up in August.",
            "Labour > Grace Holt; Greens > Grace Holt",
        ),
        (
            "Labour adopted Grace Holt as its candidate in July. The Greens came aboard in August.",
            "Labour > Grace Holt; Greens > Grace Holt",
        ),
        ("Labour endorsed nobody, any more than Amy Ross did.", "Labour > -; Amy Ross > -"),
    ],
    "support_of": [
        ("An endorsement from Nora Webb saved Paul Hale.", "Nora Webb > Paul Hale"),
        ("Nora Webb, whose endorsement saved Paul Hale in Iowa, is in tears.", "Nora Webb > Paul Hale"),
    ],
    "supporter_of": [
        (
            "Grace Holt wins Iowa. Dan Firth, the state's governor, was one of her first endorsers.",
            "Dan Firth > Grace Holt",
        ),
        ("Grace Holt wins Iowa. Dan Firth was among her earliest backers.", "Dan Firth > Grace Holt"),
        ("Grace Holt wins Iowa. Dan Firth, her most famous backer, is on a plane.", "Dan Firth > Grace Holt"),
        ("Grace Holt wins Iowa. Her most prominent supporter, Dan Firth, is on a plane.", "Dan Firth > Grace Holt"),
        ("Grace Holt wins Iowa. Dan Firth is her biggest supporter in the unions.", "Dan Firth > Grace Holt"),
        ("Greg Moss has been one of Paul Hale's loudest cheerleaders.", "Greg Moss > Paul Hale"),
        (
            "Carla Dunn is ahead. Bob Lyle and Sue Tarn are among her supporters.",
            "Bob Lyle > Carla Dunn; Sue Tarn > Carla Dunn",
        ),
    ],
    "supporters_of": [
        (
            "Paul Hale had no shortage of famous backers: Greg Moss, Nora Webb and Ian Platt.",
            "Greg Moss > Paul Hale; Nora Webb > Paul Hale; Ian Platt > Paul Hale",
        ),
    ],
}

FRENCH: dict[str, list[tuple[str, str]]] = {
    "calls_for": [
        (
            "Hugo Petit a diffusé une vidéo demandant à ses abonnés de voter pour Claire Morel.",
            "Hugo Petit > Claire Morel",
        ),
        (
            "Hugo Petit appelle à voter pour les écologistes là où la droite est troisième.",
            "Hugo Petit > les écologistes",
        ),
    ],
    "camp_of": [
        (
            "Du côté de Julie Perrot, on trouve Luc Morin et Marc Aubry.",
            "Luc Morin > Julie Perrot; Marc Aubry > Julie Perrot",
        ),
        (
            "Avec Claire Morel : le maire de Brest, Hugo Petit ; la romancière Anne Vidal ; la CGT.",
            "Hugo Petit > Claire Morel; Anne Vidal > Claire Morel; CGT > Claire Morel",
        ),
    ],
    "gives_no_instruction": [
        ("Hugo Petit n'a jamais dit à ceux qui comptaient voter pour lui vers qui se tourner.", "Hugo Petit > -"),
    ],
    "gives_support": [
        ("Julie Perrot est élue. Le PCF avait fini par lui donner sa bénédiction.", "PCF > Julie Perrot"),
        (
            "Claire Morel salue Hugo Petit et Paul Roche, qui lui avaient « d'ores et déjà apporté un soutien total ».",
            "Hugo Petit > Claire Morel; Paul Roche > Claire Morel",
        ),
    ],
    "is_for": [
        (
            "Qui soutient qui ?\n\nLuc Morin est avec Julie Perrot, Marc Aubry avec Denis Faure.",
            "Luc Morin > Julie Perrot; Marc Aubry > Denis Faure",
        ),
        ("Hugo Petit est avec Claire Morel depuis le début.", "Hugo Petit > Claire Morel"),
    ],
    "leaves_free": [
        ("Luc Morin a rendu leur liberté à ses électeurs.", "Luc Morin > -"),
        ("Les Verts ont laissé carte blanche à leurs adhérents.", "Les Verts > -"),
    ],
    "no_vote_for": [
        (
            "« Vous ne devez plus accorder une seule voix à Claire Morel ! » Hugo Petit l'a redit à la tribune.",
            "Hugo Petit > Claire Morel (against)",
        ),
    ],
    "nominates": [
        ("Les Verts ont fait de Claire Morel leur candidate en juillet.", "Les Verts > Claire Morel"),
        ("Le PCF a adopté Claire Morel comme candidate.", "PCF > Claire Morel"),
    ],
    "refuses_to_choose": [
        ("Hugo Petit a refusé d'orienter ses électeurs dans un sens ou dans l'autre.", "Hugo Petit > -"),
    ],
    "same_stand": [
        (
            "Hugo Petit a soutenu Claire Morel au Havre ; Claire Morel lui a renvoyé l'ascenseur.",
            "Hugo Petit > Claire Morel; Claire Morel > Hugo Petit",
        ),
        (
            "La CFDT n'a voulu trancher en faveur de personne, pas plus que le maire de Brest, Hugo Petit.",
            "CFDT > -; Hugo Petit > -",
        ),
        ("La CFDT ne donne pas de consigne de vote, pas plus que la CGT.", "CFDT > -; CGT > -"),
    ],
    "stays_neutral": [
        ("Hugo Petit reste sur la ligne du « ni-ni ».", "Hugo Petit > -"),
    ],
    "supporter_of": [
        ("Claire Morel l'emporte. Hugo Petit, l'un de ses premiers soutiens, exulte.", "Hugo Petit > Claire Morel"),
        ("Claire Morel l'emporte. Hugo Petit était l'un de ses tout premiers soutiens.", "Hugo Petit > Claire Morel"),
        ("Claire Morel l'emporte. Hugo Petit, son plus célèbre soutien, exulte.", "Hugo Petit > Claire Morel"),
        ("Claire Morel l'emporte. Hugo Petit fut son premier soutien.", "Hugo Petit > Claire Morel"),
    ],
    "counts_on": [
        (
            "Julie Perrot a pour elle Luc Morin, Marc Aubry et la CGT.",
            "Luc Morin > Julie Perrot; Marc Aubry > Julie Perrot; CGT > Julie Perrot",
        ),
        ("Julie Perrot avait dans son camp Luc Morin et la CGT.", "Luc Morin > Julie Perrot; CGT > Julie Perrot"),
    ],
    "gives_vote": [
        ("Luc Morin a promis sa voix à Julie Perrot.", "Luc Morin > Julie Perrot"),
    ],
    "backed_by": [
        (
            "Julie Perrot, adoubée par Luc Morin, soutenue par la CGT, est élue.",
            "Luc Morin > Julie Perrot; CGT > Julie Perrot",
        ),
    ],
    "rallies": [
        (
            "Julie Perrot est élue. Luc Morin l'avait ralliée en mars, Marc Aubry un mois plus tard.",
            "Luc Morin > Julie Perrot; Marc Aubry > Julie Perrot",
        ),
    ],
}

NEAR_ENGLISH: list[str] = [
    "With Grace Holt: a look back at the night in pictures.",
    "With Grace Holt on stage: her husband, Dan Firth.",
    "For Grace Holt: a night to forget.",
    "Grace Holt has Dan Firth on her heels.",
    "Grace Holt is in the same camp as Dan Firth.",
    "Dan Firth is on Grace Holt's staff.",
    "Dan Firth has been with Grace Holt since lunch, our reporter says.",
    "Dan Firth is behind Grace Holt by two points.",
    "Dan Firth is out of the race and behind schedule.",
    "Dan Firth has been behind Grace Holt all night, by 2,000 votes.",
    "Dan Firth is behind Grace Holt in Kent.",
    "Dan Firth is running behind Grace Holt.",
    "Dan Firth has been urging Grace Holt to concede.",
    "The party adopted Grace Holt's plan as its own.",
    "Grace Holt and Peter Lang adopted a son.",
    "Dan Firth signed up for the late shift with Grace Holt.",
    "Dan Firth joined Grace Holt on stage.",
    "Dan Firth joined Labour's front bench.",
    "Dan Firth gave Grace Holt his number.",
    "Dan Firth gave his No 2 a hug.",
    "Dan Firth, Grace Holt's most famous rival, is on a plane.",
    "Grace Holt wins. Dan Firth, her most famous opponent, is on a plane.",
    "Grace Holt wins. Dan Firth, her closest adviser, is here.",
    "Grace Holt wins. Her biggest supporter is her mother.",
    "Dan Firth told those who had come where to turn for tea.",
    "Dan Firth declined to nudge the door.",
    "The committee gave Dan Firth a free hand with the budget.",
    "Volunteers have been pleading with Democrats to vote for Grace Holt.",
    "Dan Firth is going with Grace Holt to the airport.",
    "Dan Firth put out a video asking fans for money.",
    "Dan Firth isn't showing up tonight.",
    "Labour threw its doors open behind Grace Holt.",
    "Grace Holt wins. Dan Firth signed up.",
    "Dan Firth is with Grace Holt.",
    "Who backs whom? Grace Holt has two children.",
    "No endorsement came.",
    "Nora Webb made the case for reform.",
    "Behind Paul Hale trail Greg Moss and Nora Webb.",
    "Greg Moss has resisted calls to resign.",
    "Dan Firth flipped a pancake for Grace Holt.",
    "Nora Webb threw Paul Hale a party.",
    "Grace Holt began alone. Labour gave her a lift in July.",
    "The union offered its members no tea.",
    "Dan Firth came aboard the boat.",
    "Paul Hale lost no more than Amy Ross did.",
    "Grace Holt had no shortage of rivals: Greg Moss, Nora Webb and Ian Platt.",
    "Dan Firth knocked on the door for Grace Holt to come out.",
    "Dan Firth adopted Grace Holt as a daughter.",
    "Dan Firth reveals his hand at cards.",
    "Nora Webb, 19, who knocked on doors for Grace Holt, is in tears.",
    "Dan Firth praised Grace Holt, and Grace Holt returned the compliment.",
]

NEAR_FRENCH: list[str] = [
    "Hugo Petit est derrière Claire Morel, à deux points.",
    "Claire Morel a battu Hugo Petit, qui lui a souhaité bonne chance.",
    "« Vous ne devez pas me donner une voix ! » Hugo Petit l'a dit en riant.",
    "Claire Morel perd dix points, pas plus que Hugo Petit.",
    "Hugo Petit défend son bilan.",
    "Claire Morel l'emporte. Hugo Petit, son premier adjoint, exulte.",
    "Avec Claire Morel : la soirée en images ; nos photos.",
    "Les Verts ont fait de Claire Morel leur bête noire.",
    "Hugo Petit a refusé d'orienter le débat.",
    "Hugo Petit est avec Claire Morel au QG depuis ce matin.",
    "Claire Morel l'emporte. Hugo Petit, l'un de ses premiers rivaux, s'incline.",
    "Hugo Petit n'a jamais dit à ses enfants où aller.",
    "Les Verts ont laissé carte blanche au traiteur.",
    "Les socialistes ont perdu la ville.",
    "Julie Perrot a pour elle le temps et la jeunesse.",
    "Julie Perrot a derrière elle Luc Morin, à deux points.",
    "Du côté de Julie Perrot, on attend Luc Morin.",
    "Luc Morin a promis des fleurs à Julie Perrot.",
    "Luc Morin a rendu sa liberté à son chien.",
    "Luc Morin est avec Julie Perrot.",
    "Hugo Petit a adopté Claire Morel comme sa fille.",
    "« La ville change. » Hugo Petit l'a répété.",
]

DENIED: list[tuple[str, str, str]] = [
    ("Labour endorsed nobody, any more than Amy Ross did.", "en", "none none"),
    ("La CFDT ne donne pas de consigne de vote, pas plus que la CGT.", "fr", "none none"),
    ("Anna Reed said she couldn't vote for Tom Price and would be going with Sam Cole.", "en", "oppose support"),
]


def _cases(listed: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(rule, text, expected) for rule, examples in listed.items() for text, expected in examples]


def _read_as(rule: str, text: str, expected: str, lang: str, election_type: str) -> None:
    found = rows("endorsements", text, lang=lang, round=2, election_type=election_type)
    assert sides(found) == expected
    assert f"endorsements.{rule}" in {row["rule"] for row in found}


@pytest.mark.parametrize(("rule", "text", "expected"), _cases(ENGLISH))
def test_recaps_in_english(rule: str, text: str, expected: str) -> None:
    _read_as(rule, text, expected, "en", "primary")


@pytest.mark.parametrize(("rule", "text", "expected"), _cases(FRENCH))
def test_recaps_in_french(rule: str, text: str, expected: str) -> None:
    _read_as(rule, text, expected, "fr", "municipal")


@pytest.mark.parametrize("text", NEAR_ENGLISH)
def test_what_tells_no_stand_in_english(text: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2, election_type="primary")) == ""


@pytest.mark.parametrize("text", NEAR_FRENCH)
def test_what_tells_no_stand_in_french(text: str) -> None:
    assert sides(rows("endorsements", text, round=2, election_type="municipal")) == ""


@pytest.mark.parametrize(("text", "lang", "expected"), DENIED)
def test_a_refusal_shared_is_a_refusal(text: str, lang: str, expected: str) -> None:
    assert " ".join(row["stance"] for row in rows("endorsements", text, lang=lang, round=2)) == expected


def test_a_vote_made_known_before_the_count_is_standing() -> None:
    text = "Anna Reed had let it be known that she would be giving her No 1 to Tom Price."
    found = rows("endorsements", text, lang="en", round=2, election_type="presidential")
    assert [row["endorsement_status"] for row in found] == ["standing"]


def test_semicolons_part_a_list_and_a_part_that_names_nobody_undoes_it() -> None:
    listed = "With Tom Price: the mayor, Anna Reed; the writer Sam Cole; the Tribune."
    assert len(rows("endorsements", listed, lang="en")) == 3
    assert rows("endorsements", "With Tom Price: a look back; the night in pictures; the Tribune.", lang="en") == []


def test_a_list_of_two_camps_keeps_them_apart() -> None:
    text = "Who is with whom? For Tom Price, Anna Reed and Sam Cole; for Beth Hill, the Tribune."
    found = sides(rows("endorsements", text, lang="en"))
    assert found == "Anna Reed > Tom Price; Sam Cole > Tom Price; Tribune > Beth Hill"


def test_a_description_by_a_place_is_nobody_who_is_not_voted_on() -> None:
    posts = (
        "Tom Price leads Beth Hill, and Tom Price smiles. Beth Hill waits for Tom Price. Beth Hill is here.",
        "Ruth Keller is pleased. Labour threw its machine behind the Derry woman in August.",
    )
    found = rows("endorsements", *posts, lang="en", round=2, election_type="presidential")
    assert all(row["endorsee"] != "Ruth Keller" for row in found)


def test_a_body_whose_name_begins_like_a_party_is_named_whole() -> None:
    text = "With Tom Price: the mayor, Anna Reed; National Carers United; the writer Sam Cole."
    assert "National Carers United" in {row["endorser"] for row in rows("endorsements", text, lang="en")}


def test_what_completes_a_name_hides_no_subject() -> None:
    text = "Anna Reed backs Tom Price; Sue Tarn of the cabin crews isn't showing her hand."
    assert sides(rows("endorsements", text, lang="en", round=2)) == "Anna Reed > Tom Price; Sue Tarn > -"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Workers' Party backs Tom Price.", "Workers' Party > Tom Price"),
        ("The Bus Drivers' Association has backed Tom Price.", "Bus Drivers' Association > Tom Price"),
        ("The Greens' Anna Reed has backed Tom Price.", "Anna Reed > Tom Price"),
    ],
)
def test_a_body_called_after_many(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected
