"""What is known of a live blog: said first, then told by the document, then assumed aloud."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minutier.document import Document, Metadata
from minutier.errors import UsageError
from minutier.liveblog import Description, describe
from minutier.manifest import Contest, Round, Source

BODY = "\n\n21h15: C'est fini, et la salle se vide\n\n20h40: Les premiers résultats sont là\n"


def told(
    text: str, metadata: Metadata | None = None, contests: tuple[Contest, ...] = (), **known: object
) -> Description:
    source = Source(Path("night.txt"), **known)  # type: ignore[arg-type]
    return describe(Document(text + BODY, metadata=metadata or Metadata()), source, contests)


def assumed(description: Description) -> set[str]:
    return {assumption.field for assumption in description.assumptions}


@pytest.mark.parametrize(
    ("title", "contest", "number"),
    [
        ("Présidentielle : la soirée du premier tour", "fr-presidentielle-2017", 1),
        ("Résultats du second tour des législatives", "fr-legislatives-2017", 2),
        ("Primaire de la droite et du centre, 2e tour", "fr-primaire-droite-2017", 2),
        ("Primaire à gauche : le débat, avant le premier tour", "fr-primaire-gauche-2017", 1),
        ("MUNICIPALES, 2ème tour en direct", "fr-municipales-2017", 2),
        ("Elections européennes : les résultats", "fr-europeennes-2017", 1),
        ("Elections générales au Québec : notre direct", "ca-generales-2017", 1),
        ("Elections fédérales en Suisse : le direct", "ch-federales-2017", 1),
        ("Régionales en Occitanie, 1er tour", "fr-regionales-2017", 1),
        ("La primaire, étape vers la présidentielle : la primaire au second tour", "fr-primaire-2017", 2),
    ],
)
def test_the_title_names_contest_and_round(title: str, contest: str, number: int) -> None:
    found = told(title, Metadata(title=title), date=date(2017, 1, 29), language="fr")
    assert (found.liveblog.contest_id, found.liveblog.round) == (contest, number)
    assert "round" not in assumed(found)


@pytest.mark.parametrize(
    ("title", "contest", "election_type", "country"),
    [
        ("UK general election: results as they happen", "gb-general-election-2017", "legislative", "GB"),
        ("US presidential election: the night live", "us-presidential-election-2017", "presidential", "US"),
        ("Canada's federal election live", "ca-general-election-2017", "legislative", "CA"),
        ("Local elections: councils declare", "gb-local-elections-2017", "municipal", "GB"),
        ("Labour leadership election: the result", "gb-leadership-election-2017", "primary", "GB"),
        ("Scottish Parliament election live", "gb-state-election-2017", "other", "GB"),
        ("The referendum count, live", "gb-referendum-2017", "referendum", "GB"),
        ("Local elections: primary votes so far", "gb-local-elections-2017", "municipal", "GB"),
    ],
)
def test_english_titles(title: str, contest: str, election_type: str, country: str) -> None:
    found = told(title, Metadata(title=title), date=date(2017, 1, 29), language="en").liveblog
    assert (found.contest_id, found.election_type, found.country) == (contest, election_type, country)


def test_what_is_said_comes_before_what_is_told() -> None:
    found = told(
        "Présidentielle : la soirée du premier tour",
        Metadata(title="Présidentielle", publisher="Le Journal", language="fr", url="https://example.org/a"),
        id="la-soiree",
        date=date(2017, 6, 18),
        timezone="Indian/Reunion",
        language="en",
        contest="fr-legislatives-2017",
        round=2,
        title="Ma soirée",
        publisher="La Gazette",
        url="https://example.org/b",
        license="MIT",
    )
    blog = found.liveblog
    assert (blog.liveblog_id, blog.date, blog.timezone, blog.language) == (
        "la-soiree", date(2017, 6, 18), "Indian/Reunion", "en",
    )  # fmt: skip
    assert (blog.contest_id, blog.round, blog.election_type) == ("fr-legislatives-2017", 2, "legislative")
    assert (blog.title, blog.publisher, blog.url) == ("Ma soirée", "La Gazette", "https://example.org/b")
    assert found.assumptions == ()


def test_what_nothing_tells_is_assumed_aloud() -> None:
    found = told("Un texte dont le titre ne dit rien de ce qui est en jeu", date=date(2017, 1, 29))
    assert (found.liveblog.timezone, found.liveblog.contest_id, found.liveblog.round) == (
        "Europe/Paris", "fr-election-2017", 1,
    )  # fmt: skip
    assert {"timezone", "contest", "round"} <= assumed(found)


def test_the_zone_of_the_country_that_is_named() -> None:
    title = "Suisse : second tour du Conseil des Etats"
    found = told(title, Metadata(title=title), date=date(2023, 11, 12), language="fr")
    assert (found.liveblog.timezone, found.liveblog.country) == ("Europe/Zurich", "CH")


@pytest.mark.parametrize(
    ("title", "tag", "zone", "contest"),
    [
        ("Federal election live", "en-CA", "America/Toronto", "ca-general-election-2021"),
        ("Canada votes: federal election live", "en", "America/Toronto", "ca-general-election-2021"),
        ("Federal election live", "en-US", "Europe/London", "gb-general-election-2021"),
        ("UK general election live", "en-CA", "Europe/London", "gb-general-election-2021"),
        ("The US midterms, live", "en-GB", "America/New_York", "us-midterms-2021"),
    ],
)
def test_the_country_of_the_title_or_of_the_language_tag(title: str, tag: str, zone: str, contest: str) -> None:
    found = told(title, Metadata(title=title, language=tag), date=date(2021, 9, 20))
    assert (found.liveblog.timezone, found.liveblog.contest_id) == (zone, contest)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Council elections: the night as it happened",
            "A second referendum, says the winner, is the will of the country.",
        ),
        ("Elections provinciales : la nuit en direct", "Le vainqueur promet un référendum, puis un autre référendum."),
    ],
)
def test_a_referendum_promised_for_later_is_not_what_is_voted_on(title: str, lead: str) -> None:
    found = told(f"{title}\n\n{lead}", Metadata(title=title), date=date(2021, 5, 6), contest="gb-assembly-2021")
    assert found.liveblog.election_type != "referendum"


def test_an_election_named_once_in_passing_is_not_the_one() -> None:
    night = "Sinn Féin tops the poll in Ireland.\n\n" + "Counting goes on in the hall tonight. " * 100
    passing = told(f"{night} She lost her seat in the local elections.", date=date(2020, 2, 8))
    assert passing.liveblog.contest_id == "gb-election-2020"
    often = told(f"{night} The general election is over. A general election in winter!", date=date(2020, 2, 8))
    assert often.liveblog.contest_id == "gb-general-election-2020"


def test_the_day_tells_the_round_of_a_known_contest() -> None:
    contest = Contest("c", "presidential", "C", "FR", (Round(1, date(2017, 4, 23)), Round(2, date(2017, 5, 7))))
    for day, number in ((date(2017, 4, 23), 1), (date(2017, 5, 7), 2), (date(2017, 5, 8), 2)):
        found = told("Présidentielle, premier tour", contests=(contest,), contest="c", date=day)
        assert found.liveblog.round == number


@pytest.mark.parametrize(
    ("known", "identifier"),
    [
        (
            {"publisher": "La Gazette", "title": "Soirée électorale : l'été"},
            "la-gazette-2017-01-29-soiree-electorale-l-ete",
        ),
        ({"publisher": "La Gazette"}, "la-gazette-2017-01-29"),
        ({}, "night-2017-01-29"),
        ({"title": "日本"}, "2017-01-29-ri-ben"),
    ],
)
def test_an_identifier_is_made_from_publisher_day_and_title(known: dict[str, str], identifier: str) -> None:
    found = told("Une soirée sans titre", date=date(2017, 1, 29), **known)  # type: ignore[arg-type]
    assert found.liveblog.liveblog_id == identifier


def test_a_language_without_a_data_file_is_an_error() -> None:
    with pytest.raises(UsageError, match="there is no data file"):
        told("x", language="tlh")


def test_the_language_is_told_from_the_words() -> None:
    assert (
        told("Ce soir, les électeurs ont choisi, et la salle attend les résultats avec impatience").liveblog.language
        == "fr"
    )
    found = told("Tonight the voters have chosen and the room is waiting for the results of the count")
    assert found.liveblog.language == "en"


@pytest.mark.parametrize(
    ("identifier", "election_type"),
    [
        ("us-president-2024", "presidential"),
        ("au-federal-2022", "legislative"),
        ("uk-general-2017", "legislative"),
        ("uk-local-2021", "municipal"),
    ],
)
def test_a_short_identifier_tells_the_kind_of_contest(identifier: str, election_type: str) -> None:
    found = told("The referendum: primary votes count", date=date(2017, 1, 29), language="en", contest=identifier)
    assert found.liveblog.election_type == election_type
