"""Who held the offices that live blogs need not explain: *the prime minister*, *le chef de l'Etat*, and who led the
parties: *the Labour leader*.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from minutier.yaml import load

Terms = tuple[tuple[date, str], ...]
"""Who held one office, each from the day he took it, in order."""


def holders(country: str, day: date) -> Mapping[str, tuple[str, ...]]:
    """The names of those who held each office of a country (``FR``, ``GB``) on a day, one for each part of the country
    that has its own; from ``offices.yaml``. Empty for a country that is not there.
    """
    found: dict[str, tuple[str, ...]] = {}
    for office, series in _terms().get(country, {}).items():
        latest = [max((term for term in terms if term[0] <= day), default=None) for terms in series]
        found[office] = tuple(term[1] for term in latest if term is not None)
    return found


def leaders(country: str, day: date) -> Mapping[str, str | None]:
    """Who led each party of a country on a day, from ``leaders.yaml``; None where it had no leader, or several.

    A party goes by one of its forms; two forms of one party may have leaders of their own: *Scottish Labour*.
    """
    return {
        party: next((name for since, name in reversed(terms.items()) if date.fromisoformat(since) <= day), None)
        for party, terms in _leaders().get(country, {}).items()
    }


@cache
def _terms() -> dict[str, dict[str, list[Terms]]]:
    declared = load((files("minutier.extract") / "offices.yaml").read_text(encoding="utf-8"))
    return {
        country: {
            office: [
                tuple((date.fromisoformat(day), name) for day, name in terms.items())
                for terms in (series if isinstance(series, list) else [series])
            ]
            for office, series in offices.items()
        }
        for country, offices in declared.items()
    }


@cache
def _leaders() -> dict[str, dict[str, dict[str, str | None]]]:
    found: dict[str, dict[str, dict[str, str | None]]] = load(
        (files("minutier.extract") / "leaders.yaml").read_text(encoding="utf-8")
    )
    return found
