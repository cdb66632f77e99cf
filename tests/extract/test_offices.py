"""The registers of who held an office or led a party: what they list can be met, and in order."""

from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from extracting import rows, sides
from minutier.extract.folding import phrases
from minutier.extract.offices import former_holders, holders, leaders, nominees
from minutier.languages import language
from minutier.yaml import load


def register(name: str) -> dict[str, Any]:
    found: dict[str, Any] = load((files("minutier.extract") / name).read_text(encoding="utf-8"))
    return found


LEADERS, NOMINEES, OFFICES = register("leaders.yaml"), register("nominees.yaml"), register("offices.yaml")

PARTIES = {
    form
    for code in ("en", "fr", "de")
    for line in language(code)["people"].get("parties") or ()
    for form in phrases(line)
}


@pytest.mark.parametrize("country", sorted(LEADERS))
def test_the_leaders_of_a_country_follow_one_another_and_their_parties_are_known(country: str) -> None:
    assert set(LEADERS[country]) <= PARTIES
    for terms in LEADERS[country].values():
        assert list(terms) == sorted(terms)
        assert all(date.fromisoformat(day) and (name is None or name.strip()) for day, name in terms.items())


@pytest.mark.parametrize(
    ("party", "day", "name"),
    [
        ("Labour", "2015-05-07", "Ed Miliband"),
        ("Labour", "2015-05-08", "Harriet Harman"),
        ("Plaid Cymru", "2023-06-01", None),  # nobody for a month
        ("Labour", "1950-01-01", None),  # the register begins later
    ],
)
def test_who_leads_a_party_on_a_day(party: str, day: str, name: str | None) -> None:
    assert leaders("GB", date.fromisoformat(day))[party] == name


@pytest.mark.parametrize("country", sorted(OFFICES))
def test_those_who_held_an_office_follow_one_another(country: str) -> None:
    for held in OFFICES[country].values():
        for terms in held if isinstance(held, list) else [held]:
            assert list(terms) == sorted(terms)
            names = [name for day, name in terms.items() if date.fromisoformat(day)]
            assert all(one != other for one, other in pairwise(names))  # a second term in a row is no other line


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_office_that_a_language_spells_is_held_somewhere(code: str) -> None:
    held = {office for offices in OFFICES.values() for office in offices}
    spelled = language(code)["syntax"]["state_offices"]
    told = {
        office.rpartition(":")[2] for forms in spelled.values() for line in forms.values() for office in line.split()
    }
    assert told <= held


@pytest.mark.parametrize(
    ("said", "endorsee"),
    [
        ("l'ancien ministre de l'Économie", "Emmanuel Macron"),
        ("l'ancien ministre de l'Education nationale", "Benoît Hamon"),
        ("l'ex-maire de Lyon", None),  # nobody whom the post names
    ],
)
def test_who_held_an_office_once(said: str, endorsee: str | None) -> None:
    post = f"Marine Le Pen, Emmanuel Macron et Benoît Hamon ont parlé. Anne Hidalgo soutient {said}."
    found = rows("endorsements", post, country="FR", day="2017-04-23", election_type="presidential")
    assert [row["endorsee"] for row in found] == ([endorsee] if endorsee else [])


@pytest.mark.parametrize("country", sorted(NOMINEES))
def test_whom_parties_nominated_and_that_they_are_known(country: str) -> None:
    assert list(NOMINEES[country]) == sorted(NOMINEES[country])
    for voted, named in NOMINEES[country].items():
        assert set(named) <= PARTIES
        assert len(set(named.values())) == len(named)
        assert nominees(country, date.fromisoformat(voted)) == named


@pytest.mark.parametrize(
    ("day", "name"), [("2017-05-07", "Benoît Hamon"), ("2022-04-10", "Anne Hidalgo"), ("2019-05-26", None)]
)
def test_whom_a_party_nominated_is_told_by_the_day(day: str, name: str | None) -> None:
    assert nominees("FR", date.fromisoformat(day)).get("Parti socialiste") == name


@pytest.mark.parametrize(
    ("election_type", "said"),
    [
        ("presidential", "Benoît Hamon > Emmanuel Macron"),
        ("legislative", "François Fillon > Emmanuel Macron"),  # nothing tells which one is meant but the last named
    ],
)
def test_the_candidate_of_a_party_is_whom_it_nominated(election_type: str, said: str) -> None:
    found = rows(
        "endorsements",
        "Benoît Hamon plafonne. François Fillon s'incline. Le candidat socialiste appelle à voter Emmanuel Macron.",
        "Le PS a réuni son bureau.",
        election_type=election_type,
        country="FR",
        day="2017-04-23",
    )
    assert sides(found) == said


def test_a_country_that_no_register_has() -> None:
    assert not nominees("XX", date(2017, 4, 23))
    assert not leaders("XX", date(2020, 1, 1))
    assert not holders("XX", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("office", "day", "now", "before"),
    [
        ("president", "2017-04-23", "François Hollande", "Nicolas Sarkozy"),
        ("president", "2012-05-06", "Nicolas Sarkozy", "Jacques Chirac"),
    ],
)
def test_who_held_an_office_before_whoever_holds_it(office: str, day: str, now: str, before: str) -> None:
    assert holders("FR", date.fromisoformat(day))[office] == (now,)
    former = former_holders("FR", date.fromisoformat(day))[office]
    assert former[-1] == before and now not in former
    assert not former_holders("ZZ", date.fromisoformat(day))


def test_a_register_serves_the_forms_of_another_language() -> None:
    text = (
        "Benoît Hamon is out. François Fillon conceded. The Socialist candidate urged people to back Emmanuel Macron."
    )
    found = rows("endorsements", text, lang="en", country="FR", day="2017-04-23", election_type="presidential")
    assert sides(found) == "Benoît Hamon > Emmanuel Macron"
