"""Who held the offices that live blogs need not explain: *the prime minister*, *le chef de l'Etat*."""

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
