"""Time zones of countries: where the hours of a vote are told, when the live blog is written elsewhere."""

from __future__ import annotations

import pytest

from minutier.zones import CAPITAL_ZONES, polling_zone, zone_countries


@pytest.mark.parametrize(
    ("country", "zone", "expected"),
    [
        ("FR", "Europe/Paris", "Europe/Paris"),
        ("FR", "Europe/London", "Europe/Paris"),  # a British live blog of a French night
        ("US", "Europe/Paris", "America/New_York"),
        ("US", "America/Chicago", "America/Chicago"),
        ("", "Europe/Paris", "Europe/Paris"),
        ("ZZ", "Europe/Paris", "Europe/Paris"),
    ],
)
def test_the_zone_of_a_vote(country: str, zone: str, expected: str) -> None:
    assert polling_zone(country, zone) == expected


@pytest.mark.parametrize("country", sorted(CAPITAL_ZONES))
def test_a_capital_keeps_a_zone_of_its_country(country: str) -> None:
    assert zone_countries()[CAPITAL_ZONES[country]] == country
