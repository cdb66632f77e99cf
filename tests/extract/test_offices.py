"""The registers of who held an office or led a party: what they list can be met, and in order."""

from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from minutier.extract.folding import phrases
from minutier.extract.offices import former_holders, holders, leaders
from minutier.languages import language
from minutier.yaml import load


def register(name: str) -> dict[str, Any]:
    found: dict[str, Any] = load((files("minutier.extract") / name).read_text(encoding="utf-8"))
    return found


LEADERS = register("leaders.yaml")


@pytest.mark.parametrize("country", sorted(LEADERS))
def test_the_leaders_of_a_country_follow_one_another_and_their_parties_are_known(country: str) -> None:
    known = {
        form
        for code in ("en", "fr", "de")
        for line in language(code)["people"].get("parties") or ()
        for form in phrases(line)
    }
    assert set(LEADERS[country]) <= known
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


def test_a_country_that_no_register_has() -> None:
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
