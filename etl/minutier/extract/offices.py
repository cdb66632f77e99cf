"""Who held the offices that live blogs need not explain: *the prime minister*, *le chef de l'Etat*, who led the
parties: *the Labour leader*, and whom they nominated: *le candidat socialiste*.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from minutier.yaml import load

Terms = tuple[tuple[date, str | None], ...]
"""Who held one office, each from the day he took it, in order; None from the day on which nobody followed."""

_ROUNDS = timedelta(days=30)
"""Longer than from the first round of a vote to the last."""


@cache
def holders(country: str, day: date) -> Mapping[str, tuple[str, ...]]:
    """The names of those who held each office of a country (``FR``, ``GB``) on a day, one for each part of the country
    that has its own; from ``offices.yaml``. Empty for a country that is not there.
    """
    found: dict[str, tuple[str, ...]] = {}
    for office, series in _terms().get(country, {}).items():
        found[office] = tuple(name for terms in series if (name := _at(terms, day)) is not None)
    return found


@cache
def former_holders(country: str, day: date) -> Mapping[str, tuple[str, ...]]:
    """The names of those who held each office of a country before whoever held it on a day, the last one last."""
    now, found = holders(country, day), dict[str, tuple[str, ...]]()
    for office, series in _terms().get(country, {}).items():
        begun = sorted((day_, name) for terms in series for day_, name in terms if day_ <= day and name)
        found[office] = tuple(dict.fromkeys(name for _, name in begun if name not in now.get(office, ())))
    return found


def leaders(country: str, day: date) -> Mapping[str, str | None]:
    """Who led each party of a country on a day, from ``leaders.yaml``; None where it had no leader, or several.

    A party goes by one of its forms; two forms of one party may have leaders of their own: *Scottish Labour*.
    """
    return {party: _at(terms, day) for party, terms in _leaders().get(country, {}).items()}


@cache
def parties_led(country: str, day: date) -> Mapping[str, frozenset[str]]:
    """The parties of a country that people had led by a day, each by one of its forms, by the name of who led it."""
    found: dict[str, set[str]] = {}
    for party, terms in _leaders().get(country, {}).items():
        for begun, name in terms:
            if name is not None and begun <= day:
                found.setdefault(name, set()).add(party)
    return {name: frozenset(parties) for name, parties in found.items()}


@cache
def nominees(country: str, day: date) -> Mapping[str, str]:
    """Whom each party of a country, by one of its forms, nominated for the presidency that was voted on within a month
    of a day, from ``nominees.yaml``. Empty for a country or a contest that is not there.
    """
    contests = _register("nominees.yaml").get(country, {})
    return next((named for voted, named in contests.items() if abs(date.fromisoformat(voted) - day) <= _ROUNDS), {})


def _at(terms: Terms, day: date) -> str | None:
    """Whoever had begun last on a day; None before the first term, and where nobody followed."""
    begun = [term for term in terms if term[0] <= day]
    return max(begun, key=lambda term: term[0])[1] if begun else None


@cache
def _terms() -> dict[str, dict[str, list[Terms]]]:
    return {
        country: {
            office: [_dated(terms) for terms in (series if isinstance(series, list) else [series])]
            for office, series in offices.items()
        }
        for country, offices in _register("offices.yaml").items()
    }


@cache
def _leaders() -> dict[str, dict[str, Terms]]:
    return {
        country: {party: _dated(terms) for party, terms in parties.items()}
        for country, parties in _register("leaders.yaml").items()
    }


@cache
def _register(name: str) -> dict[str, Any]:
    """A register as it is written: by country, what it lists."""
    declared: dict[str, Any] = load((files("minutier.extract") / name).read_text(encoding="utf-8"))
    return declared


def _dated(terms: Mapping[str, str | None]) -> Terms:
    return tuple((date.fromisoformat(day), name) for day, name in terms.items())
