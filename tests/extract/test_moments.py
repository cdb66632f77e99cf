"""Hours named inside sentences, and the instants they are."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Entry, Liveblog
from minutier.extract.moments import instant, moments

PARIS = ZoneInfo("Europe/Paris")
NIGHT = Liveblog("night", "fr", "Europe/Paris", date(2017, 6, 18), "contest", 2)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "à midi et à 17h", ["12:00", "17:00"]),
        ("fr", "à 17 heures, puis à 18h30", ["17:00", "18:30"]),
        ("fr", "à la mi-journée", ["12:00"]),
        ("fr", "on vote jusqu'à 20h", []),
        ("fr", "les bureaux ferment à 18h", []),
        ("fr", "le prochain chiffre est attendu à 17h", []),
        ("en", "at noon and by 5pm", ["12:00", "17:00"]),
        ("en", "at 5 p.m. it was", ["17:00"]),
        ("en", "as of 17:00:", ["17:00"]),
        ("en", "by half eight", ["08:30"]),
        ("en", "polls close at 10pm", []),
        ("en", "until 10pm", []),
        ("en", "50 per cent at six, officials say", ["06:00"]),
        ("en", "fell by six, to eight; ahead at six points", []),
    ],
)
def test_moments(lang: str, text: str, expected: list[str]) -> None:
    found = moments(text, 0, len(text), lang)
    assert [f"{moment.clock:%H:%M}" for moment in found] == expected


@pytest.mark.parametrize(
    ("posted", "text", "expected"),
    [
        ("2017-06-18T17:15", "à 17h", "2017-06-18T17:00"),
        ("2017-06-18T11:58", "à midi", "2017-06-18T12:00"),
        ("2017-06-19T00:10", "à 17h", "2017-06-18T17:00"),
        ("2017-06-18T10:00", "à 17h", "2017-06-17T17:00"),
    ],
)
def test_instant_is_the_last_such_hour(posted: str, text: str, expected: str) -> None:
    when = datetime.fromisoformat(posted).replace(tzinfo=PARIS)
    (moment,) = moments(text, 0, len(text), "fr")
    found = instant(moment, Entry("e", 1, "update", 0, len(text), "", when), NIGHT)
    assert found == datetime.fromisoformat(expected).replace(tzinfo=PARIS)


def test_instant_of_the_lead_is_on_the_day_of_the_live_blog() -> None:
    (moment,) = moments("à 17h", 0, 5, "fr")
    assert instant(moment, Entry("e", 1, "lead", 0, 5), NIGHT).isoformat() == "2017-06-18T17:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("by half eight", "20:30"), ("by 3:30", "15:30"), ("by 03:30", "03:30"), ("by 9:30", "09:30")],
)
def test_hour_without_half_day_is_the_last_one_before_the_post(text: str, expected: str) -> None:
    (moment,) = moments(text, 0, len(text), "en")
    when = datetime(2017, 6, 18, 21, 51, tzinfo=PARIS)
    assert f"{instant(moment, Entry('e', 1, 'update', 0, 13, '', when), NIGHT):%H:%M}" == expected
