"""Zones: told by labels, by the lead, by a second clock, by a dateline, by offsets."""

from datetime import date
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Document, Metadata
from minutier.languages import language
from minutier.liveblog import describe
from minutier.manifest import Source
from minutier.read.text import read_text
from minutier.segment import segment, zone_of

WORDS = ("Polls have closed", "First results are in", "The leader concedes", "Counting is over")
CLOCKS = ("8:00 pm", "9:14 pm", "10:31 pm", "11:52 pm")
ENGLISH = ("Election night\n\n{head}\n\n", CLOCKS, "en")
FRENCH = ("La soirée en direct\n\n{head}\n\n", ("20:00", "21:14", "22:31", "23:52"), "fr")


def page(form, head="21 May 2022", behind=""):
    title, clocks, _ = form
    posts = (f"{clock}{behind}\n{words}\nMore soon." for clock, words in zip(clocks, WORDS, strict=True))
    return title.format(head=head) + "\n\n".join(posts)


def zone(form, head="21 May 2022", behind="", likely=()):
    return zone_of(read_text(page(form, head, behind).encode()), language(form[2]), likely)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("All times are in AEST.", "Australia/Sydney"),
        ("All times AEST", "Australia/Sydney"),
        ("Times are in Australian Eastern Standard Time.", "Australia/Sydney"),
        ("All times shown are in NZST", "Pacific/Auckland"),
        ("This page is closed. All times ET", "America/New_York"),
        ("All times are US Eastern", "America/New_York"),
        ("All times are in Central European Summer Time", "Europe/Brussels"),
        ("All times are local (GMT+3)", "Etc/GMT-3"),
        ("All times UTC-3", "Etc/GMT+3"),
        ("All times UTC", "Etc/UTC"),
        ("All times are local time in New Delhi", "Asia/Kolkata"),
        ("All times are local, with GMT in brackets.", None),
        ("Polls close at 8 p.m. GMT and 9 p.m. CET.", None),
        ("The times are hard in Eastern Europe.", None),
        ("All times great, said ET.", None),
        ("By Jo Blair in Sydney", None),
    ],
)
def test_the_lead_says_of_which_zone_all_times_are(said, expected):
    assert zone(ENGLISH, f"21 May 2022\n{said}") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Toutes les heures sont en heure avancée de l’Est (HAE).", "America/Toronto"),
        ("Les heures indiquées sont GMT.", "Etc/UTC"),
        ("Heures locales (GMT+3)", "Etc/GMT-3"),
        ("Les heures sont celles de Bruxelles", "Europe/Brussels"),
        ("Les bureaux ferment à 20 heures GMT.", None),
        ("Les heures passent à Bruxelles.", None),
    ],
)
def test_a_french_lead_says_of_which_zone_all_times_are(said, expected):
    assert zone(FRENCH, f"Dimanche 19 juin 2022\n{said}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("May 21, 2022 at 11:59 p.m. EST", "America/New_York"),
        ("Updated 22 May 2022 at 12:40 am AEST", "Australia/Sydney"),
        ("First published on Sat 21 May 2022 19.30 BST", "Europe/London"),
        ("Published 21 May 2022, 7:30 pm (CEST)", "Europe/Brussels"),
        ("Updated 22 May 2022 at 12:40 am", None),
        ("Published 21 May 2022 by EST Media", None),
    ],
)
def test_a_dateline_tells_the_zone(line, expected):
    assert zone(ENGLISH, line) == expected


def test_the_zone_of_labels_is_before_that_of_a_dateline():
    assert zone(ENGLISH, "21 May 2022 21:30 BST", " ET") == "America/New_York"


def test_an_abbreviation_of_two_places_is_of_the_likely_one():
    assert zone(ENGLISH, behind=" IST") == "Europe/Dublin"
    assert zone(ENGLISH, behind=" IST", likely=["Asia/Kolkata"]) == "Asia/Kolkata"
    document = read_text(page(ENGLISH, behind=" IST").encode())
    for name in ("Europe/Dublin", "Asia/Kolkata"):
        found = segment(document, language("en"), date(2022, 5, 21), ZoneInfo(name))
        assert f"{found.entries[1].date_published:%H:%M}" == "20:00"


@pytest.mark.parametrize(
    ("behind", "likely", "expected"),
    [
        (" CET", (), "Europe/Brussels"),
        (" CET", ("Europe/Berlin",), "Europe/Berlin"),
        (" CET", ("Europe/Lisbon",), "Europe/Brussels"),
        (" ET", ("America/St_Johns", "America/Toronto"), "America/Toronto"),
        (" CT", ("America/New_York", "America/Chicago"), "America/Chicago"),
        (" EST", ("Australia/Sydney",), "America/New_York"),
    ],
)
def test_an_abbreviation_is_of_a_likely_zone_with_the_same_clock(behind, likely, expected):
    assert zone(ENGLISH, behind=behind, likely=likely) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lok Sabha elections: the counting", "Asia/Kolkata"),
        ("Dáil: the count", "Europe/Dublin"),
        ("The count", "Europe/Dublin"),
    ],
)
def test_ist_is_of_india_where_the_page_is_about_india(title, expected, tmp_path):
    document = read_text(f"{title}\n\n{page(ENGLISH, behind=' IST')}".encode())
    assert describe(document, Source(path=tmp_path / "night.txt")).liveblog.timezone == expected


@pytest.mark.parametrize(
    ("title", "offset", "expected"),
    [
        ("Australia votes", "+11:00", "Australia/Sydney"),
        ("Australia votes", "+10:00", "Australia/Brisbane"),
        ("South Africa votes", "+02:00", "Africa/Johannesburg"),
        ("France votes", "+01:00", "Europe/Paris"),
        ("The night", "+01:00", "Europe/Brussels"),
    ],
)
def test_an_offset_is_of_the_zone_of_the_country(title, offset, expected, tmp_path):
    metadata = Metadata(title=title, language="en", published=f"2023-12-14T20:00:00{offset}")
    found = describe(Document(title, metadata=metadata), Source(path=tmp_path / "night.html"))
    assert found.liveblog.timezone == expected


@pytest.mark.parametrize("between", [" ", "\n"], ids=["one line", "two lines"])
def test_a_second_clock_in_brackets_tells_the_zone(between):
    clocks = (("15 May 2023 - 02:10", "23:10"), ("15 May 2023 - 00:42", "21:42"), ("14 May 2023 - 23:20", "20:20"))
    posts = "\n\n".join(f"{own}{between}({other} GMT)\nSome title\nSome words." for own, other in clocks)
    document = read_text(f"Election updates\n\nPublished On 14 May 2023\n\n{posts}".encode())
    assert zone_of(document, language("en")) == "Etc/GMT-3"
    assert zone_of(document, language("en"), ["Europe/Istanbul"]) == "Europe/Istanbul"
    found = segment(document, language("en"), date(2023, 5, 14), ZoneInfo("Europe/Istanbul"))
    updates = [entry for entry in found.entries if entry.section == "update"]
    assert [document.text[entry.char_start : entry.char_end] for entry in updates] == ["Some title\nSome words."] * 3
    assert [f"{entry.date_published:%d %H:%M}" for entry in updates] == ["14 23:20", "15 00:42", "15 02:10"]
    assert found.issues == ()


@pytest.mark.parametrize(
    ("form", "behind", "expected"),
    [
        (ENGLISH, " Eastern", "America/New_York"),
        (ENGLISH, " (Pacific)", "America/Los_Angeles"),
        (ENGLISH, " Eastern Standard Time", "America/New_York"),
        (ENGLISH, " Sydney time", "Australia/Sydney"),
        (ENGLISH, " local time", None),
        (FRENCH, " (heure locale)", None),
        (FRENCH, " heure locale", None),
        (FRENCH, " heure de Paris", "Europe/Paris"),
        (FRENCH, " (heure de Montréal)", "America/Toronto"),
        (FRENCH, " HE", "America/Toronto"),
    ],
)
def test_words_of_zones_behind_a_label_are_none_of_its_post(form, behind, expected):
    document = read_text(page(form, behind=behind).encode())
    assert zone_of(document, language(form[2])) == expected
    found = segment(document, language(form[2]), date(2022, 5, 21), ZoneInfo(expected or "Europe/London"))
    texts = [document.text[entry.char_start : entry.char_end] for entry in found.entries[1:]]
    assert texts == [f"{words}\nMore soon." for words in WORDS]


@pytest.mark.parametrize(
    "words", ["Eastern Europe votes.", "Central results are in.", "Local time is short.", "Time flies."]
)
def test_words_of_zones_that_begin_a_post_are_its_words(words):
    text = "Election night\n\n" + "\n\n".join(f"{clock} {words}" for clock in CLOCKS)
    document = read_text(text.encode())
    found = segment(document, language("en"), date(2022, 5, 21), ZoneInfo("Europe/London"))
    assert [document.text[entry.char_start : entry.char_end] for entry in found.entries[1:]] == [words] * 4


@pytest.mark.parametrize(
    ("published", "likely", "expected"),
    [
        ("2022-06-19T20:41:00+02:00", (), "Europe/Brussels"),
        ("2022-01-19T20:41:00+02:00", (), "Africa/Johannesburg"),
        ("2022-06-19T20:41:00+02:00", ("Africa/Johannesburg",), "Africa/Johannesburg"),
        ("2022-06-19T20:41:00+03:00", (), "Etc/GMT-3"),
        ("2022-06-19T20:41:00+03:00", ("Europe/Istanbul",), "Europe/Istanbul"),
        ("2022-06-19T20:41:00+04:30", (), None),
    ],
)
def test_an_offset_is_of_a_likely_zone_else_of_a_home_zone(published, likely, expected):
    assert zone_of(Document("Title", metadata=Metadata(published=published)), language("en"), likely) == expected


@pytest.mark.parametrize("said", ["all times ", "all times are in local time ", "GMT+", "(10:00 GMT "])
def test_a_lead_that_repeats_itself_is_looked_through_at_once(said):
    text = page(ENGLISH, said * 20_000, " (01:00 GMT")
    begin = perf_counter()
    zone_of(read_text(text.encode()), language("en"))
    assert perf_counter() - begin < 5
