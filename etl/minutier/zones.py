"""The time zones that countries keep, from the IANA database's own table."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

CAPITAL_ZONES = {
    "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto", "CL": "America/Santiago",
    "DE": "Europe/Berlin", "ES": "Europe/Madrid", "MX": "America/Mexico_City", "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon", "US": "America/New_York",
}  # fmt: skip
"""The zone that the capital of a country with several keeps: its newspapers' usual one."""


@cache
def zone_countries() -> dict[str, str]:
    """The country (``FR``) of each zone (``Europe/Paris``)."""
    table = (files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {zone: country for country, _, zone, *_ in rows}


def zones_of(country: str) -> list[str]:
    """The zones of a country, in the order of the table; none where no country is known."""
    return [zone for zone, code in zone_countries().items() if code == country]


def polling_zone(country: str, zone: str) -> str:
    """The zone in which the polling hours of a country are told, for a live blog that prints the times of ``zone``: its
    own in its own country, else that of the country, where it has one; its own where no country is known.
    """
    kept = zones_of(country)
    if zone in kept or not kept:
        return zone
    return kept[0] if len(kept) == 1 else CAPITAL_ZONES.get(country, zone)
