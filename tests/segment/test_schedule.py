"""Instants: order, midnights, dates, halves of the day, zones, the hours that clocks skip or repeat."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Document, Mark, MarkKind, Metadata
from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import day_of, segment, zone_of

DAY = date(2017, 4, 23)


def found_in(text, day=DAY, zone="Europe/Paris", code="fr"):
    document = read_text(text.encode())
    return document, segment(document, language(code), day, ZoneInfo(zone))


def stamps(text, form="%d %H:%M", **options):
    """The instants in the order of the page."""
    _, found = found_in(text, **options)
    entries = sorted((e for e in found.entries if e.section == "update"), key=lambda entry: entry.char_start)
    return [f"{entry.date_published:{form}}" for entry in entries]


def page(*labels, title="Titre"):
    return "\n\n".join([title, *(f"{label} Un post." for label in labels)])


def test_midnight_crossed_forwards():
    assert stamps(page("22h10:", "23h58:", "0h12:", "2h30:")) == [
        "23 22:10",
        "23 23:58",
        "24 00:12",
        "24 02:30",
    ]


def test_midnight_crossed_backwards():
    assert stamps(page("2h30:", "0h12:", "23h58:", "22h10:")) == [
        "24 02:30",
        "24 00:12",
        "23 23:58",
        "23 22:10",
    ]


def test_a_whole_day_and_night():
    labels = ["07h45:", "08h00:", "13h05:", "20h00:", "23h50:", "00h40:", "06h15:"]
    days = ["23"] * 5 + ["24"] * 2
    expected = [f"{day} {label[:2]}:{label[3:5]}" for day, label in zip(days, labels, strict=True)]
    assert stamps(page(*labels)) == expected
    assert stamps(page(*labels[::-1])) == expected[::-1]


@pytest.mark.parametrize("newest_first", [False, True])
def test_order_is_inferred(newest_first):
    labels = ["20h00:", "20h00:", "20h05:", "21h00:"]
    _, found = found_in(page(*(labels[::-1] if newest_first else labels)))
    assert found.order == ("newest_first" if newest_first else "oldest_first")
    times = [entry.date_published for entry in found.entries if entry.section == "update"]
    assert times == sorted(times)
    assert [entry.position for entry in found.entries] == [1, 2, 3, 4, 5]


def test_posts_of_one_minute_keep_their_order_in_time():
    document, found = found_in("Titre\n\n20h01: Trois.\n\n20h00: Deux.\n\n20h00: Un.\n\n19h58: Zéro.")
    words = [document.text[entry.char_start : entry.char_end] for entry in found.entries]
    assert words == ["Titre", "Zéro.", "Un.", "Deux.", "Trois."]


def test_one_label_against_the_order_is_an_issue():
    document, found = found_in(page("20h00:", "20h10:", "20h20:", "18h25:", "20h30:", "20h40:", "20h50:"))
    assert [issue.code for issue in found.issues] == ["label-out-of-order"]
    issue = found.issues[0]
    assert document.text[issue.char_start : issue.char_end] == "18h25"
    assert {entry.date_published.date() for entry in found.entries if entry.date_published} == {DAY}
    assert found.order == "oldest_first"
    assert [entry.time_label for entry in found.entries][1] == "18h25"


def test_mixed_order():
    labels = [
        "20h00:",
        "21h00:",
        "20h30:",
        "19h00:",
        "22h00:",
        "20h10:",
        "21h30:",
        "19h30:",
        "22h30:",
        "20h20:",
    ]
    _, found = found_in(page(*labels))
    assert found.order == "mixed"
    assert [issue.code for issue in found.issues] == ["mixed-order"]
    assert {entry.date_published.date() for entry in found.entries if entry.date_published} == {DAY}


def test_dates_in_labels_set_the_day():
    text = page("24 avril à 01h02 ►", "00h44 ►", "23 avril à 23h48 ►", "23h29 ►", "22 avril à 22h00 ►")
    assert stamps(text) == ["24 01:02", "24 00:44", "23 23:48", "23 23:29", "22 22:00"]


def test_month_before_day_where_labels_are_american():
    text = page("1:05 PM ET, 11/7/2018:", "11:40 PM ET, 11/6/2018:", "9:00 PM ET, 11/6/2018:")
    options = {"day": date(2018, 11, 6), "zone": "America/New_York", "code": "en"}
    assert stamps(text, "%m-%d %H:%M", **options) == ["11-07 13:05", "11-06 23:40", "11-06 21:00"]


@pytest.mark.parametrize(
    "form", ["dimanche 22 avril", "DIMANCHE 22 AVRIL 2012", "— Dimanche 22 avril —", "22/04/2012", "22 avril"]
)
def test_headings_with_dates_set_the_day(form):
    text = f"Titre\n\nlundi 23 avril\n\n09h10: C.\n\n08h00: B.\n\n{form}\n\n23h40: A.\n\n20h00: Z."
    document, found = found_in(text, day=date(2012, 4, 22))
    assert [f"{e.date_published:%d %H:%M}" for e in found.entries[1:]] == [
        "22 20:00",
        "22 23:40",
        "23 08:00",
        "23 09:10",
    ]
    assert [document.text[e.char_start : e.char_end] for e in found.entries[1:]] == ["Z.", "A.", "B.", "C."]
    assert form in [document.text[mark.start : mark.end] for mark in found.marks if mark.kind == MarkKind.HEADING]


def test_weekday_headings():
    text = "Titre\n\nSamedi\n\n20h00: A.\n\nDimanche\n\n08h00: B.\n\n20h00: C.\n\nLundi\n\n09h00: D."
    assert stamps(text) == ["22 20:00", "23 08:00", "23 20:00", "24 09:00"]


def test_twelve_hour_clock_without_consistency():
    text = page("9:30 p.m.", "10:15", "11:02", "12:05 a.m.", "1:30", "2:10 a.m.")
    expected = ["23 21:30", "23 22:15", "23 23:02", "24 00:05", "24 01:30", "24 02:10"]
    assert stamps(text, code="en", zone="Europe/London") == expected


def test_twelve_hour_clock_with_one_mark_only():
    text = page("2.10:", "1.30:", "12.05:", "11.02pm:", "10.15:", "9.30:")
    expected = ["24 02:10", "24 01:30", "24 00:05", "23 23:02", "23 22:15", "23 21:30"]
    assert stamps(text, code="en", zone="Europe/London") == expected


def test_twelve_hour_clock_without_any_mark():
    text = page("9:30 -", "10:15 -", "11:02 -", "12:05 -", "1:30 -", "2:10 -")
    assert stamps(text, code="en", zone="Europe/London")[3:] == ["24 00:05", "24 01:30", "24 02:10"]


def test_twenty_four_hour_clock_stays_one():
    text = page("9:30 -", "10:15 -", "13:02 -", "20:05 -", "21:30 -")
    assert stamps(text, code="en", zone="Europe/London") == [
        "23 09:30",
        "23 10:15",
        "23 13:02",
        "23 20:05",
        "23 21:30",
    ]


@pytest.mark.parametrize(
    ("label", "zone", "expected"),
    [
        ("11:05 p.m. EST:", "America/New_York", "2016-11-08T23:05:00-05:00"),
        ("11:05 p.m. EST:", "Europe/Paris", "2016-11-09T05:05:00+01:00"),
        ("1:54pm NZDT (7:54pm EST):", "Pacific/Auckland", "2016-11-09T13:54:00+13:00"),
        ("1:54pm NZDT (7:54pm EST):", "America/New_York", "2016-11-08T19:54:00-05:00"),
        ("23:05 CET:", "Europe/London", "2016-11-08T22:05:00+00:00"),
        ("23:05 GMT:", "Europe/London", "2016-11-08T23:05:00+00:00"),
        ("23:05 (Paris time):", "Europe/London", "2016-11-08T22:05:00+00:00"),
        ("8.30pm PT:", "America/New_York", "2016-11-08T23:30:00-05:00"),
        ("11:05 p.m. GMT+1:", "Europe/London", "2016-11-08T22:05:00+00:00"),
        ("22:05 UTC-3:", "Europe/London", "2016-11-09T01:05:00+00:00"),
        ("22:05 GMT:", "Europe/London", "2024-07-04T23:05:00+01:00"),  # in summer too
        ("10:05 p.m. EST:", "America/New_York", "2024-07-04T22:05:00-04:00"),  # said of the clock there all year
    ],
)
def test_zones_in_labels(label, zone, expected):
    text = page(label, label)
    options = {"zone": zone, "code": "en", "day": date.fromisoformat(expected[:10])}
    _, found = found_in(text, **options)
    assert found.entries[-1].date_published.isoformat() == expected
    assert found.entries[-1].date_published.tzinfo == ZoneInfo(zone)


def test_hour_that_occurs_twice_forwards():
    labels = ["01h50:", "02h10:", "02h50:", "02h15:", "02h55:", "03h10:"]
    _, found = found_in(page(*labels), day=date(2017, 10, 29))
    times = [entry.date_published for entry in found.entries[1:]]
    assert [f"{time.astimezone(UTC):%H:%M}" for time in times] == [
        "23:50",
        "00:10",
        "00:50",
        "01:15",
        "01:55",
        "02:10",
    ]
    assert [entry.time_label + ":" for entry in found.entries[1:]] == labels
    assert found.issues == ()


@pytest.mark.parametrize("order", ["oldest_first", "newest_first"])
def test_hour_that_occurs_twice_with_a_small_step_back(order):
    labels = ["01h50:", "02h20:", "02h50:", "02h10:", "02h40:", "03h10:"]
    printed = labels if order == "oldest_first" else labels[::-1]
    _, found = found_in(page(*printed), day=date(2022, 10, 30))
    assert (found.order, found.issues) == (order, ())
    times = [f"{entry.date_published.astimezone(UTC):%H:%M}" for entry in found.entries[1:]]
    assert sorted(times) == sorted(["23:50", "00:20", "00:50", "01:10", "01:40", "02:10"])


def test_hour_that_occurs_twice_backwards():
    labels = ["03h10:", "02h55:", "02h15:", "02h50:", "02h10:", "01h50:"]
    _, found = found_in(page(*labels), day=date(2017, 10, 29))
    assert found.order == "newest_first"
    times = [entry.date_published for entry in found.entries[1:]]
    assert [f"{time.astimezone(UTC):%H:%M}" for time in times] == [
        "23:50",
        "00:10",
        "00:50",
        "01:15",
        "01:55",
        "02:10",
    ]
    assert found.issues == ()


def test_hour_that_occurs_twice_named():
    text = page("1:40 a.m. EDT:", "1:10 a.m. EST:", "1:50 a.m. EST:")
    _, found = found_in(text, day=date(2018, 11, 4), zone="America/New_York", code="en")
    offsets = [entry.date_published.isoformat()[-6:] for entry in found.entries[1:]]
    assert offsets == ["-04:00", "-05:00", "-05:00"]


def test_hour_that_does_not_occur():
    document, found = found_in(page("01h50:", "02h30:", "03h10:"), day=date(2017, 3, 26))
    (issue,) = found.issues
    assert issue.code == "nonexistent-time"
    assert document.text[issue.char_start : issue.char_end] == "02h30"
    entry = next(entry for entry in found.entries if entry.time_label == "02h30")
    assert entry.date_published.isoformat() == "2017-03-26T03:30:00+02:00"


def test_minutes_of_the_earliest_years_do_not_fail():
    _, found = found_in(page("0h10:", "23h50:"), day=date(1, 1, 1))
    assert len(found.entries) == 3


# ── the day and the zone that a document tells ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "labels", "expected"),
    [
        (
            "Publié le 24/04/22 à 16h31 — Mis à jour le 25/04/22 à 00h52",
            ("00h50:", "23h10:", "16h58:"),
            "2022-04-24",
        ),
        (" date 2017-01 29/01 21:16", ("21h15:", "20h41:", "08h00:"), "2017-01-29"),
        ("Mis à jour le 14/12/2015 à 01:30 – 318 commentaires", ("11h30:", "20h00:", "01h15:"), "2015-12-13"),
        (
            "19/06/2022 à 07:30, mis à jour le 20/06/2022 à 01:05",
            ("08h00:", "20h00:", "01h05:"),
            "2022-06-19",
        ),
        ("Publié le 28 juin 2020 à 16h40, actualisé le 29 juin à 00h58", ("16h45:", "00h37:"), "2020-06-28"),
        ("Mis à jour le lundi 24 avril 2017", ("20h00:", "21h00:"), "2017-04-24"),
        ("Rien", ("24 avril 2017 à 01h02 ►", "00h44 ►", "23h48 ►", "20h00 ►", "19h00 ►"), "2017-04-23"),
        ("Rien", ("07-07-2024 20h41", "07-07-2024 20h12"), "2024-07-07"),
        ("Rien", ("Publié le 07-07-2024 à 20h41", "Publié le 07-07-2024 à 20h12"), "2024-07-07"),
        ("Rien", ("20h00:", "21h00:"), None),
    ],
)
def test_day_told_in_french(head, labels, expected):
    document = read_text(page(*labels, title=f"Revivez la soirée\n\n{head}").encode())
    assert str(day_of(document, language("fr"))) == str(expected)


@pytest.mark.parametrize(
    ("head", "labels", "expected"),
    [
        ("Published 4 May 2017 at 20:15, last modified 5 May 2017 at 07:40.", ("07:48BST –", "20:30BST –"), "2017-05-04"),  # noqa: E501
        ("Wednesday 9 November 2016", ("11:02am", "10:00pm"), "2016-11-09"),
        ("First published Thursday 23 June 2016 at 9.02pm; last updated Friday 24 June at 10.41am", ("10.40am", "9.05pm"), "2016-06-23"),  # noqa: E501
        ("Updated 4:50 PM, Friday, Nov. 9, 2018", ("4:45 PM, November 9", "9:30 PM, November 6", "8:30 PM, November 6"), "2018-11-06"),  # noqa: E501
        ("Nothing", ("11/05/2024 7:45 p.m.", "11/05/2024 9:10 p.m.", "11/06/2024 12:05 a.m."), "2024-11-05"),
        ("Nothing", ("05/11/2024 7:45 p.m.", "05/11/2024 9:10 p.m.", "06/11/2024 12:05 a.m."), "2024-11-05"),
        ("Nothing", ("8:41 PM / July 7, 2024", "9:12 PM / July 7, 2024"), "2024-07-07"),
        ("Updated\nJuly 8, 2024 — 1.10am\nfirst published July 7, 2024 — 5.50pm", ("1.05am", "12.15am", "11.30pm", "10.12pm", "9.41pm", "8.05pm", "7.45pm"), "2024-07-07"),  # noqa: E501
        ("Updated 5 July 2024, 11:04  |  Live reporting", ("[11:00]", "[05:01]", "[22:00]", "[20:00]"), "2024-07-04"),
    ],
)  # fmt: skip
def test_day_told_in_english(head, labels, expected):
    document = read_text(page(*labels, title=f"Election live\n\n{head}").encode())
    assert str(day_of(document, language("en"))) == expected


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("19h00 : Emmanuel Macron, réélu le 24 avril 2022, a voté.", "fr"),
        ("19h00 : Le calendrier.\n12.11.2023 : premier tour", "fr"),
        ("7.00pm: The worst result since 1 May 1997.", "en"),
    ],
)
def test_a_date_that_a_post_speaks_of_is_not_the_day(said, code):
    text = f"La soirée en direct\n\n18h02 : Les bureaux ferment.\n\n{said}\n\n20h30 : Fin."
    text = text if code == "fr" else text.replace("18h02 :", "6.02pm:").replace("20h30 :", "8.30pm:")
    assert day_of(read_text(text.encode()), language(code)) is None


def test_a_year_that_a_post_speaks_of_is_not_that_of_the_labels():
    posts = (f"7 juillet à 20h{minute} : Texte. La participation était de 48 % en 2022." for minute in (10, 24, 31))
    assert day_of(read_text("\n\n".join(posts).encode()), language("fr")) is None
    text = "Le direct de 2024\n\n" + "\n\n".join(f"7 juillet à 20h{minute} : Texte." for minute in (10, 24, 31))
    assert day_of(read_text(text.encode()), language("fr")) == date(2024, 7, 7)


@pytest.mark.parametrize(("foot", "expected"), [("dimanche 16 mars 2008", "2008-03-16"), ("le 16 mars 2008", "None")])
def test_day_told_at_the_foot_of_the_page(foot, expected):
    text = f"Le direct\n\n19h00 : Texte.\n\n20h30 : Fin.\n\nService politique, {foot}. Imprimer"
    assert str(day_of(read_text(text.encode()), language("fr"))) == expected


def test_day_told_by_the_dates_under_embedded_posts():
    text = "Titre\n\n00h12: Salut.\n\n20h10: Vu.\n\nJe vote. — Élu Local (@elulocal) 23 avril 2017\n\n19h00: Bonjour."
    assert day_of(read_text(text.encode()), language("fr")) == DAY


def test_day_told_by_the_markup():
    text = "Un.\nDeux."
    marks = (
        Mark(0, 3, MarkKind.ENTRY),
        Mark(0, 0, MarkKind.TIME, "2017-04-23T22:10:00Z"),
        Mark(4, 9, MarkKind.ENTRY),
        Mark(4, 4, MarkKind.TIME, "2017-04-23T20:10:00+02:00"),
    )
    document = Document(text, marks, Metadata(), "html")
    assert day_of(document, language("fr")) == DAY
    found = segment(document, language("fr"), DAY, ZoneInfo("Europe/Paris"))
    assert [entry.date_published.isoformat() for entry in found.entries] == [
        "2017-04-23T20:10:00+02:00",
        "2017-04-24T00:10:00+02:00",
    ]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        (page("20:41BST –", "20:52BST –"), "en", "Europe/London"),
        (page("1:54pm NZDT (7:54pm EST)", "2:10pm NZDT (8:10pm EST)"), "en", "Pacific/Auckland"),
        (page("9:30 p.m. ET:", "9:45 p.m. ET:"), "en", "America/New_York"),
        (
            page("9:30 p.m.", "9:45 p.m.", title="Live\n\nAll times Eastern. Newest first."),
            "en",
            "America/New_York",
        ),
        (page("20h41 (heure de Bruxelles) :", "20h45 (heure de Bruxelles) :"), "fr", "Europe/Brussels"),
        (page("20h41:", "20h45:"), "fr", None),
        (page("20h41 GMT:", "20h45 GMT:"), "fr", None),
    ],
)
def test_zone_told(text, code, expected):
    assert zone_of(read_text(text.encode()), language(code)) == expected


@pytest.mark.parametrize(
    ("published", "code", "expected"),
    [
        ("2017-04-23T16:58:00+02:00", "fr", "Europe/Paris"),
        ("2017-06-08T20:25:00+01:00", "en", "Europe/London"),
        ("2016-11-08T20:25:00-05:00", "en", "America/New_York"),
        ("2017-04-23T16:58:00Z", "fr", None),
        ("2017-04-23T16:58:00", "fr", None),
    ],
)
def test_zone_betrayed_by_offsets(published, code, expected):
    assert zone_of(Document("Titre", metadata=Metadata(published=published)), language(code)) == expected


def test_instants_are_in_the_zone_asked():
    _, found = found_in(page("20h00:", "20h10:"), zone="America/Martinique")
    assert found.entries[1].date_published == datetime(2017, 4, 23, 20, 0, tzinfo=ZoneInfo("America/Martinique"))
