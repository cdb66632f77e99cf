"""Bylines: who wrote a post, or which it is, stands beside its time and is none of its words."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

WORDS = (
    "The hall is filling up slowly.",
    "Counting resumes in Ohio, says the mayor.",
    "Two boxes are still missing.\n\nMore about that soon.",
    "Curtain, thanks for reading.",
    "Good night to all of you.",
)
NAMES = ("Jane Roe", "John Doe", "Jane Roe", "Mary Ann Poe", "John Doe")
CLOCKS = ("19:45", "20:02", "20:30", "21:15", "22:40")
MERIDIEM = ("7:45 PM", "8:02 PM", "8:30 PM", "9:15 PM", "10:40 PM")
LAYOUTS = (
    "{name}  {time}\n{words}",
    "{name}\n{time}\n{words}",
    "{name}\n{time}\n\n{words}",
    "{name}\n@{handle}\n{time}\n{words}",
    "{name}\n@{handle}\n{time}\n\n{words}",
    "{name} @{handle} {time}\n{words}",
    "{name}\nPolitical editor\n{time}\n{words}",
    "{name}, {time}\n\n{words}",
    "{name} ({time})\n\n{words}",
    "{name} ({time}): {words}",
    "{name}, {time}: {words}",
    "By {name} at {time}\n\n{words}",
    "Posted by {name} at {time}\n{words}",
    "Posted by {name} at {time}\n\n{words}",
    "Posted at {time} by {name}\n\n{words}",
    "{time} by {name}\n{words}",
    "Update {number} - {time}\n{words}",
    "Update {number} - {time}\n\n{words}",
    "Update #{number} ({time})\n\n{words}",
)
FRENCH = (
    "Publié à {time} par {name}\n{words}",
    "Publié à {time} par {name}\n\n{words}",
    "{time} | Par {name}\n\n{words}",
    "Le 12 novembre à {time} par {name}\n\n{words}",
    "Posté par {name} à {time}\n\n{words}",
    "Par {name} - {time}\n\n{words}",
    "{name} à {time}\n\n{words}",
    "Mise à jour {number} - {time}\n\n{words}",
)


def updates(text, zone="America/New_York", code="en"):
    document = read_text(text.encode())
    found = segment(document, language(code), date(2023, 11, 12), ZoneInfo(zone))
    entries = [entry for entry in found.entries if entry.section == "update"]
    return (
        [f"{entry.date_published:%H:%M}" for entry in entries],
        [document.text[entry.char_start : entry.char_end] for entry in entries],
        found,
    )


def page(layout, times, names=NAMES):
    posts = (
        layout.format(name=name, handle=name.lower().replace(" ", ""), time=time, words=words, number=number)
        for number, (name, time, words) in enumerate(zip(names, times, WORDS, strict=True), 1)
    )
    return "The night live\n\nAll of it, as it happens.\n\n" + "\n\n".join(posts)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_byline_is_none_of_the_words(layout):
    clocks, words, found = updates(page(layout, MERIDIEM))
    assert (clocks, words) == (list(CLOCKS), list(WORDS))
    assert found.issues == ()


@pytest.mark.parametrize("layout", FRENCH)
def test_a_french_byline_is_none_of_the_words(layout):
    times = [clock.replace(":", "h") for clock in CLOCKS]
    clocks, words, found = updates(page(layout, times), "Europe/Paris", "fr")
    assert (clocks, words) == (list(CLOCKS), list(WORDS))
    assert all(entry.headline is None for entry in found.entries)


def test_one_post_without_its_byline_leaves_those_of_the_others():
    text = page("{name}\n{time}\n{words}", MERIDIEM).replace("John Doe\n8:02", "8:02")
    assert updates(text)[:2] == (list(CLOCKS), list(WORDS))


@pytest.mark.parametrize("layout", ["{name}\n{time}\n{words}", "{name}\nLive from the hall {number}\n{time}\n{words}"])
def test_what_changes_above_each_label_is_no_byline(layout):
    names = ("Ohio Turns Red", "Iowa Holds", "Maine Splits", "Nevada Waits", "Utah Decides")
    assert sum(name in " ".join(updates(page(layout, MERIDIEM, names))[1]) for name in names) >= 4


@pytest.mark.parametrize(
    "line",
    [
        "Fermeture des bureaux à Paris, 20h",
        "Jean Martin, 20h",
        "Jean Martin (20h), puis Anne Petit (21h)",
    ],
)
def test_names_with_hours_inside_posts_open_none(line):
    posts = [f"{18 + hour}h12 - Le point sur la soirée.\n\n{line}\n\nEt la suite." for hour in range(5)]
    clocks, words, _ = updates("Soirée\n\n" + "\n\n".join(posts), "Europe/Paris", "fr")
    assert clocks == [f"{18 + hour}:12" for hour in range(5)]
    assert all(line in said for said in words)


def test_a_name_behind_a_label_that_words_follow_is_of_the_words():
    posts = [f"{18 + hour}h12 - par Jean Martin, la salle a été chauffée." for hour in range(5)]
    _, words, _ = updates("Soirée\n\n" + "\n\n".join(posts), "Europe/Paris", "fr")
    assert words == ["par Jean Martin, la salle a été chauffée."] * 5


def test_names_and_hours_in_the_lines_of_an_article_are_no_labels():
    text = "Les meetings\n\nJean Martin à 19h\n\nAnne Petit à 20h\n\nTous deux parlent à Lyon, dans la même salle."
    assert updates(text, "Europe/Paris", "fr")[0] == []


def test_names_with_their_offices_before_the_times():
    names = ("Beth R, political correspondent", "Tom Bold, Westminster")
    posts = "\n\n".join(f"{names[n % 2]} | 9 June, 5:4{n}am\n\nThe words of {n}." for n in range(4))
    text = f"Election night\n\n{posts}"
    assert updates(text)[1] == [f"The words of {n}." for n in range(4)]
