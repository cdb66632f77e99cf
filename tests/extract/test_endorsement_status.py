"""Since when a stand is taken, told by days, tenses, places and quotations; and whom pronouns beside it mean."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from extracting import rows
from minutier.document import Document, Entry, Liveblog, Row
from minutier.extract import extract
from minutier.extract.stands.contest import contest
from minutier.languages import language

ESTIMATE = "Estimation : Omar Vidal recueille 31% des voix, Lise Roux 24%."


def found(text: str, **options: Any) -> list[Row]:
    return rows("endorsements", text, **options)


def statuses(text: str, **options: Any) -> str:
    return " ".join(row["endorsement_status"] for row in found(text, **options))


def sides(text: str, **options: Any) -> str:
    """``endorser > endorsee`` of each row, opposition marked."""
    return "; ".join(
        f"{row['endorser']} > {row['endorsee'] or '-'}" + (" (against)" if row["stance"] == "oppose" else "")
        for row in found(text, **options)
    )


def after_estimate(text: str) -> list[Row]:
    """The stands of a post of a first round, told once results are known."""
    return rows("endorsements", ESTIMATE, text, round=1, election_type="presidential", day="2022-04-10")


FIRST_ROUND: list[tuple[str, str]] = [
    # a state that somebody declares, and one that was declared before
    ("Ada Brun a fait savoir qu'elle soutenait Omar Vidal.", "declared"),
    ("Ada Brun n'a pas tardé à faire savoir qu'elle se rangeait derrière Omar Vidal.", "declared"),
    ("Ada Brun a fait savoir la semaine dernière qu'elle soutenait Omar Vidal.", "standing"),
    # the round that has been counted
    ("Ada Brun, qui avait soutenu Omar Vidal au premier tour, s'en va.", "past"),
    ("Ada Brun, qui soutient Omar Vidal depuis janvier, s'en va.", "standing"),
    ("Ada Brun appelle à voter Omar Vidal.", "declared"),
    ("Ada Brun a rallié Omar Vidal.", "declared"),
    ("Ada Brun, Luc Petit, Marie Blanc et Hugo Noir voteront Omar Vidal le 24 avril.", "declared " * 4),
    ("Ada Brun appelle à voter Omar Vidal dès dimanche prochain.", "declared"),
    ("La CGT appelle ses adhérents à faire barrage à Lise Roux « dès mardi ».", "declared"),
    ("Ada Brun appelle déjà à voter Omar Vidal.", "declared"),
    ("Depuis son QG, Ada Brun appelle à voter Omar Vidal.", "declared"),
    ("Ada Brun a appelé depuis la mairie de Pau à voter Omar Vidal.", "declared"),
    ("Ada Brun, qui appelle à voter Omar Vidal, sourit.", "declared"),
    ("Ada Brun, élue depuis 1995, appelle à voter Omar Vidal.", "declared"),
    ("Ada Brun a rallié Omar Vidal il y a quelques minutes.", "declared"),
    ("Omar Vidal remercie Ada Brun de son soutien.", "standing"),
    ("Ada Brun ne donne pas de consigne de vote, Hugo Noir non plus.", "declared declared"),
    ("Ada Brun a annoncé jeudi qu'elle voterait Omar Vidal.", "standing"),
    ("Ada Brun a rallié Omar Vidal il y a trois semaines.", "standing"),
    ("Début mars, Ada Brun a rallié Omar Vidal.", "standing"),
    ("Le 12 mars, Ada Brun a rallié Omar Vidal.", "standing"),
    ("Ada Brun a déjà apporté son soutien à Omar Vidal.", "standing"),
    ("Ada Brun soutient Omar Vidal depuis le mois de mars.", "standing"),
    ("Omar Vidal, que soutient la maire sortante Ada Brun, est en tête.", "standing"),
    ("Omar Vidal, soutenu par Ada Brun, est en tête.", "standing"),
    ("Ada Brun, qui soutient Omar Vidal, sourit.", "standing"),
    ("Ada Brun rappelle qu'elle soutient Omar Vidal.", "standing"),
    ("Ada Brun ne s'est jamais prononcée.", "standing"),
    ("« Je voterai Omar Vidal », disait Ada Brun jeudi.", "standing"),
    ("« Je voterai Omar Vidal », dit Ada Brun.", "declared"),
    ("« Je voterai Omar Vidal », avait dit Ada Brun avant le scrutin.", "standing"),
    ("Ralliée à Omar Vidal dès 2017, Ada Brun recommence : elle appelle à voter pour lui.", "past declared"),
    ("Ancienne soutien de Lise Roux, Ada Brun appelle à voter Omar Vidal.", "past declared"),
    ("Ada Brun votera Omar Vidal s'il renonce à sa réforme.", "conditional"),
    ("Ada Brun soutiendra Omar Vidal pourvu qu'il renonce à sa réforme.", "conditional"),
    ("« Je ne voterai pas Lise Roux », répète Ada Brun, sans préciser s'il lui faudra s'abstenir.", "declared"),
]


@pytest.mark.parametrize(("text", "expected"), FIRST_ROUND)
def test_after_the_estimates_of_a_first_round(text: str, expected: str) -> None:
    assert " ".join(row["endorsement_status"] for row in after_estimate(text)) == expected.strip()


LAST_ROUND: list[tuple[str, str]] = [
    ("Ada Brun s'est rangée dès dimanche soir derrière Omar Vidal.", "standing"),
    ("Ada Brun a appelé à voter Omar Vidal.", "standing"),
    ("Ada Brun a appelé à voter Omar Vidal, confirme son entourage.", "declared"),
    ("Ada Brun appelle ce dimanche à voter Omar Vidal.", "declared"),
    ("Peu après 20h, Ada Brun a apporté son soutien à Omar Vidal.", "declared"),
    ("Ada Brun, arrivée troisième le 30 juin, s'est retirée au profit d'Omar Vidal.", "standing"),
    ("Ada Brun vient d'appeler à voter Omar Vidal.", "declared"),
    ("Ada Brun milite pour Omar Vidal.", "standing"),
    ("Ada Brun reste neutre.", "standing"),
    ("Ada Brun refuse de choisir entre Omar Vidal et Lise Roux.", "declared"),
    ("Ada Brun soutient aujourd'hui Omar Vidal.", "standing"),
    ("Ada Brun a voté pour Omar Vidal, « à contrecœur ».", "declared"),
    ("Ada Brun votera Omar Vidal, sans savoir si cela suffira.", "declared"),
]


@pytest.mark.parametrize(("text", "expected"), LAST_ROUND)
def test_on_the_day_of_the_last_round(text: str, expected: str) -> None:
    assert statuses(text, round=2, day="2024-07-07") == expected


ENGLISH: list[tuple[str, str]] = [
    ("Priya Shah endorses Owen Hart.", "declared"),
    ("Priya Shah endorsed Owen Hart.", "standing"),
    ("Priya Shah has come out for Owen Hart, her office confirms.", "declared"),
    ("Priya Shah has quit and endorsed Owen Hart.", "standing"),
    ("Priya Shah quits and endorses Owen Hart.", "declared"),
    ("Priya Shah suspended her campaign tonight and endorsed Owen Hart.", "declared"),
    ("Priya Shah announced on Tuesday that she is backing Owen Hart.", "declared"),  # the day of the vote
    ("Priya Shah announced on Monday that she is backing Owen Hart.", "standing"),
    ("Priya Shah announced on March 5 that she is backing Owen Hart.", "declared"),
    ("Priya Shah announced on March 2 that she is backing Owen Hart.", "standing"),
    ("Priya Shah got behind Owen Hart over the weekend.", "standing"),
    ("Priya Shah urges neighbours to vote for Owen Hart next Tuesday.", "declared"),
    ("Priya Shah is asking voters to back Owen Hart on Sunday.", "declared"),
    ("Priya Shah is stumping for Owen Hart.", "standing"),
    ("Priya Shah is keeping out of it.", "standing"),
    ("Priya Shah isn't backing anyone.", "standing"),
    ("Priya Shah has yet to endorse anyone.", "standing"),
    ("Priya Shah declines to endorse anyone.", "declared"),
    ("Two days ago the race was open. Then Priya Shah flew in and handed Owen Hart her blessing.", "standing"),
    ("Ohio has voted. Then Priya Shah hands Owen Hart her blessing.", "declared"),
    ("The Sunday Times endorses Owen Hart.", "declared"),
    ("In May, Priya Shah endorsed Owen Hart.", "standing"),
    ("“I’m voting for Owen Hart,” Priya Shah said last week.", "standing"),
    ("“I’m voting for Owen Hart,” Priya Shah said.", "declared"),
    ("On Monday Priya Shah told the Bugle: “I’m voting for Owen Hart.”", "standing"),
    ("Priya Shah, a former supporter of Lucy Stone, smiles.", "past"),
    ("Former mayor Priya Shah, a supporter of Lucy Stone, smiles.", "standing"),
    ("Lucy Stone sat it out but Ohio's treasurer Priya Shah came out for Owen Hart on Friday.", "standing"),
    ("Priya Shah would vote for Owen Hart only if he dropped the tax.", "conditional"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_on_the_night_of_a_vote_decided_at_once(text: str, expected: str) -> None:
    found = rows("endorsements", text, lang="en", election_type="primary", day="2024-03-05")
    assert [row["endorsement_status"] for row in found if row["endorser"] != "Lucy Stone"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Et si Lise Roux perd ? Ada Brun votera Omar Vidal.", "conditional"),
        ("Si elle perd ? « Je voterai Omar Vidal », répond Ada Brun.", "conditional"),
        ("Qui gagnera ? Ada Brun votera Omar Vidal.", "declared"),
    ],
)
def test_a_stand_that_answers_a_supposition(text: str, expected: str) -> None:
    assert statuses(text, round=2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brun a appelé à voter pour les binômes de l'UMP.", "Ada Brun > UMP"),
        ("Le PS appelle à voter Omar Vidal. La CFDT est sur la même ligne.", "PS > Omar Vidal; CFDT > Omar Vidal"),
        ("Le PS appelle à voter Omar Vidal. La CFDT est sur la ligne 4.", "PS > Omar Vidal"),
        # somebody whom nothing names is nobody of the sentence before
        ("La CFDT soutient Omar Vidal. L'évêque n'a pas donné de consigne.", "CFDT > Omar Vidal"),
        ("Le Béarnais Luc Petit ne donne pas de consigne.", "Luc Petit > -"),
        # a town that has voted endorses nobody
        ("Gourin choisit Omar Vidal. A Gourin, il passe devant.", ""),
    ],
)
def test_who_takes_a_stand(text: str, expected: str) -> None:
    assert sides(text, round=2) == expected


def test_an_asked_question_sets_no_condition() -> None:
    assert statuses("Ada Brun ne votera pas Lise Roux, sans dire si elle s'abstiendra.", round=2) == "declared"
    assert found("Priya Shah would not say if she voted for Owen Hart.", lang="en") == []


def test_a_primary_of_two_rounds_is_still_open_after_the_last() -> None:
    text = "Ada Brun a rallié Omar Vidal."
    french = rows("endorsements", ESTIMATE, text, election_type="primary", round=2)
    assert [row["endorsement_status"] for row in french] == ["declared"]


def test_turnout_is_no_result() -> None:
    told = [
        "Abstention estimée à 26 %, un point de plus qu'il y a cinq ans.",
        "Ada Brun a apporté son soutien à Omar Vidal.",
        ESTIMATE,
        "Luc Petit a apporté son soutien à Omar Vidal.",
    ]
    stands = rows("endorsements", *told, round=1, election_type="presidential")
    assert [row["endorsement_status"] for row in stands] == ["standing", "declared"]


SIDES_FRENCH: list[tuple[str, str]] = [
    (
        "Omar Vidal est en tête. Aussitôt, le maire de Pau, Hugo Noir, son ami, annonce qu'il votera Lise Roux.",
        "Hugo Noir > Lise Roux",
    ),
    ("Omar Vidal est qualifié. Hugo Noir annonce qu'il votera pour lui.", "Hugo Noir > Omar Vidal"),
    ("Lise Roux était la dauphine de Hugo Noir, qui la soutenait.", "Hugo Noir > Lise Roux"),
    ("Hugo Noir sourit : le président du Parti radical appelle à voter Lise Roux.", "Hugo Noir > Lise Roux"),
    ("Il la soutient.", ""),
    (
        "Marie Blanc est venue ; Hugo Noir, non : l'ex-ministre appelle à voter Lise Roux.",
        "Hugo Noir > Lise Roux",
    ),
    (
        "Omar Vidal et Ada Brun se sont prononcés pour Lise Roux. Luc Petit a appelé à faire battre la candidate.",
        "Omar Vidal > Lise Roux; Ada Brun > Lise Roux; Luc Petit > Lise Roux (against)",
    ),
    ("« Une heure d'attente », sourit Paul, 61 ans. Il ne dira pas pour qui il a voté.", ""),
    ("« Une heure d'attente », sourit Hugo Noir, 61 ans. Il ne dira pas pour qui il a voté.", "Hugo Noir > -"),
    ("Omar Vidal et Hugo Noir débattent. Luc Petit annonce qu'il votera pour lui.", ""),
    ("Hugo Noir félicite Omar Vidal. Ce dernier avait soutenu Lise Roux.", "Omar Vidal > Lise Roux"),
]


@pytest.mark.parametrize(("text", "expected"), SIDES_FRENCH)
def test_whom_words_beside_a_stand_mean(text: str, expected: str) -> None:
    assert sides(text, round=2) == expected


SIDES_ENGLISH: list[tuple[str, str]] = [
    ("Joe Ward spoke in Dayton as he threw his support to Lucy Stone.", "Joe Ward > Lucy Stone"),
    ("Joe Ward met Owen Hart. The latter had backed Lucy Stone.", "Owen Hart > Lucy Stone"),
    ("The latter had backed Lucy Stone.", ""),
    ("Joe Ward won't be voting for Lucy Stone.", "Joe Ward > Lucy Stone (against)"),
    ("Joe Ward won't be joining them.", ""),
    ("Joe Ward told reporters that Lucy Stone had earned his vote.", "Joe Ward > Lucy Stone"),
    ("Joe Ward has backing from Lucy Stone.", "Lucy Stone > Joe Ward"),
    ("Joe Ward smiles, Ann Lee says “not one vote” for Lucy Stone.", "Ann Lee > Lucy Stone (against)"),
    ("Ohio's Joe Ward had endorsed Lucy Stone.", "Joe Ward > Lucy Stone"),
]


@pytest.mark.parametrize(("text", "expected"), SIDES_ENGLISH)
def test_whom_words_beside_a_stand_mean_in_english(text: str, expected: str) -> None:
    assert sides(text, lang="en") == expected


def test_of_two_women_the_one_voted_on_is_meant() -> None:
    lead = "Lucy Stone and Owen Hart stand. Lucy Stone is the favourite, says Owen Hart. Owen Hart trails Lucy Stone."
    post = "Mary Quinn withdrew in August; she has praised Stone. Joe Ward swallowed hard and rowed in behind her."
    stands = rows("endorsements", post, lang="en", election_type="presidential", lead=lead, at=["21:00"])
    assert [(row["endorser"], row["endorsee"]) for row in stands] == [("Joe Ward", "Lucy Stone")]


def test_who_is_hardly_named_is_not_whom_a_pronoun_means() -> None:
    lead = "Owen Hart leads. " * 6
    post = "Sam Reid wished Owen Hart the best; Mary Quinn went further and endorsed him."
    stands = rows("endorsements", post, lang="en", lead=lead, at=["21:00"])
    assert [(row["endorser"], row["endorsee"]) for row in stands] == [("Mary Quinn", "Owen Hart")]


def test_a_french_live_blog_of_an_american_vote_knows_that_it_is_decided_at_once() -> None:
    assert contest("us-presidentielle-2024")[0] == 1
    assert contest("fr-presidentielle-2022")[0] == 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [("Le député votera Omar Vidal s'il renonce à sa réforme.", "conditional"), ("On attend Omar Vidal.", "declared")],
)
def test_the_body_of_a_post_knows_more_than_its_headline(body: str, expected: str) -> None:
    headline = "Hugo Noir votera Omar Vidal"
    text = f"{headline}\n\n{body}"
    entry = Entry("e1", 1, "update", 0, len(text), headline=(0, len(headline)))
    liveblog = Liveblog("night", "fr", "Europe/Paris", date(2022, 4, 24), "contest", 2)
    stands = extract(Document(text), [entry], liveblog, language("fr")).rows["endorsements"]
    assert [row["endorsement_status"] for row in stands] == [expected]


@pytest.mark.parametrize(
    ("at", "lead", "status"),
    [
        (["20:00", "20:30", "23:00"], "", "declared"),
        (["15:00", "15:30", "23:00"], "", "standing"),  # a poll: nothing is counted yet
        (["15:00", "15:30", "23:00"], "Omar Vidal has won with 31%, Lise Roux has 24%.", "standing"),
    ],
)
def test_a_figure_read_as_a_result_tells_that_results_are_known(at: list[str], lead: str, status: str) -> None:
    posts = (
        "Ipsos gives Omar Vidal 31% and Lise Roux 24%.",
        "Ada Brown will back Omar Vidal.",
        "All counted: Omar Vidal 31%.",
    )
    (row,) = rows(
        "endorsements",
        *posts,
        lang="en",
        round=1,
        election_type="presidential",
        day="2022-04-10",
        contest_id="fr-presidentielle-2022",
        timezone="Europe/Paris",
        at=at,
        lead=lead,
    )
    assert row["endorsement_status"] == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # who was backed has left the race since, and not who backed him, nor somebody else
        ("Sam Dean endorsed Nora Webb in January. Webb dropped out five weeks later.", "past"),
        ("Sam Dean endorsed Nora Webb in January, and then dropped out himself.", "standing"),
        ("Sam Dean endorsed Nora Webb in January. Tom Poe dropped out five weeks later.", "standing"),
        # an election of another month is another contest
        ("Sam Dean was expelled from the party for voting Green in May's European elections.", "past"),
        ("Sam Dean left the party and in November told voters to back Nora Webb.", "standing"),
    ],
)
def test_what_has_been_over_for_months(text: str, status: str) -> None:
    assert [r["endorsement_status"] for r in rows("endorsements", text, lang="en")] == [status]


@pytest.mark.parametrize(
    ("text", "endorsers"),
    [
        ("Mehdi, chauffeur de bus, ne souhaite pas dire pour qui il a voté.", []),
        ("Paul Girard, chauffeur de bus, ne souhaite pas dire pour qui il a voté.", ["Paul Girard"]),
    ],
)
def test_a_passer_by_keeps_nothing_from_the_public(text: str, endorsers: list[str]) -> None:
    assert [r["endorser"] for r in rows("endorsements", text, lang="fr")] == endorsers


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # another contest behind a participle, and the one that is reported
        ("Sam Dean was expelled for voting Green in the European elections.", "past"),
        ("Sam Dean was expelled for voting Green this morning.", "declared"),
        ("It is seven years since the Guardian threw its weight behind Labour.", "past"),
        ("The Guardian backs Labour, if without much enthusiasm.", "standing"),
        ("The Guardian will back Labour if it keeps its promises.", "conditional"),
        ("If you haven't been yet, go now, and vote Labour. — Sam Dean (@samdean) June 8, 2017", "declared"),
        ("Sam Dean says he will back Labour should a vacancy arise.", "conditional"),
        ("Sam Dean told reporters outside his polling station this morning that he had voted Labour.", "declared"),
        ("Four years ago the Guardian backed the Greens.", "past"),
        ("The Great Lakes Transit Workers gave Labour their endorsement just before midnight.", "declared"),
    ],
)
def test_what_is_over_and_what_only_sounds_conditional(text: str, status: str) -> None:
    assert [r["endorsement_status"] for r in rows("endorsements", text, lang="en")][-1:] == [status]


def test_a_refusal_of_years_ago_stands_beside_a_choice_of_today() -> None:
    text = "Paul Girard a annoncé qu'il voterait Anne Roy. En 2007, Paul Girard avait refusé de choisir."
    found = rows("endorsements", text, lang="fr")
    assert [(r["stance"], r["endorsement_status"] == "past") for r in found] == [("support", False), ("none", True)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A la présidentielle de 2012, Luc Petit avait soutenu Paul Girard.", "past"),
        ("Luc Petit a répété à la sortie de l'isoloir qu'il votait Paul Girard.", "declared"),
    ],
)
def test_french_times_of_a_choice(text: str, status: str) -> None:
    found = rows("endorsements", text, lang="fr", election_type="presidential", day="2017-04-23")
    assert [r["endorsement_status"] for r in found] == [status]


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("Paul Girard gave Ann Roy his endorsement at a restaurant in Oak Cliff.", 2, "declared"),
        ("Paul Girard gave Ann Roy his endorsement at a restaurant in Oak Cliff.", 3, "standing"),
        ("Paul Girard has been backing Ann Roy since the autumn.", 2, "standing"),
        ("Paul Girard endorsed Ann Roy last week.", 2, "standing"),
    ],
)
def test_an_act_told_on_a_day_before_the_vote_is_news(text: str, day: int, status: str) -> None:
    moment = datetime(2020, 3, day, 14, tzinfo=ZoneInfo("America/New_York"))
    later = "With half the votes counted, Ann Roy has 34% in Kent."
    entries = [
        Entry("e1", 1, "update", 0, len(text), "14:00", moment),
        Entry("e2", 2, "update", len(text) + 1, len(text) + 1 + len(later), "22:00", moment.replace(day=3, hour=22)),
    ]
    night = Liveblog("night", "en", "America/New_York", date(2020, 3, 3), "us-super-tuesday-2020", 1)
    found = extract(Document(f"{text}\n{later}"), entries, night, language("en")).rows["endorsements"]
    assert [row["endorsement_status"] for row in found] == [status]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("La CGT a distribué un tract appelant à voter Anne Roy.", "fr", "CGT > Anne Roy"),
        (
            "La CGT a distribué un tract demandant de ne pas donner une voix à Anne Roy.",
            "fr",
            "CGT > Anne Roy (against)",
        ),
        ("La CGT a distribué un tract sur Anne Roy.", "fr", ""),
        ("Paul Girard has cast his ballot in Kent, for Ann Roy.", "en", "Paul Girard > Ann Roy"),
        ("Paul Girard has cast his ballot in Kent, and so has Ann Roy.", "en", ""),
        ("Paul Girard's vote in Kent will go to Ann Roy.", "en", "Paul Girard > Ann Roy"),
        ("Paul Girard thinks Tories north of the border ought to vote Labour.", "en", "Paul Girard > Labour"),
        ("Paul Girard thinks Tories north of the border like Labour.", "en", ""),
    ],
)
def test_tracts_ballots_and_advice(text: str, lang: str, expected: str) -> None:
    assert sides(text, lang=lang, election_type="presidential") == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Luc Petit assure qu'il ne votera ni pour Anne Roy ni pour Paul Girard.", "declared"),
        ("Luc Petit n'a voté ni pour Anne Roy ni pour Paul Girard en 2012.", "past"),
    ],
)
def test_what_somebody_will_not_vote_is_told_tonight(text: str, status: str) -> None:
    later = "Avec la moitié des bulletins dépouillés, Anne Roy obtient 34 % à Pau."
    found = rows("endorsements", text, later, at=["14:00", "23:00"], election_type="presidential", day="2017-04-23")
    assert [row["endorsement_status"] for row in found] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Guild of Bakers has been with Ann Roy since the day she announced.", "Guild of Bakers > Ann Roy"),
        ("The Guild of Bakers has been with Ann Roy since the meeting.", ""),
        ("“I'm for Ann Roy and I was for her last year,” Paul Girard declared.", "Paul Girard > Ann Roy"),
        ("“I'm for the Ann Roy plan,” Paul Girard declared.", ""),
    ],
)
def test_who_is_for_whom_and_since_when(text: str, expected: str) -> None:
    assert sides(text, lang="en", election_type="presidential") == expected
