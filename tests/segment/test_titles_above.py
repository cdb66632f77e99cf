"""Titles on the line above their labels, where the whole live blog is laid out so."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.document import MarkKind
from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

TITLES = ("Les premiers arrivent", "Le décompte reprend à Lille", "Encore deux bureaux", "«C'est fini», dit le maire")
WORDS = ("La salle se remplit.", "Rien avant 20h30, dit-on.", "On compte.\n\nOn en reparle bientôt.", "Bonne nuit.")
CLOCKS = ("19h45", "20h02", "20h40", "21h15")
LAYOUTS = ("{title}\n{time}\n{words}", "{title}\n{time}\n\n{words}", "{title}\n[{time}]\n{words}")


def read(posts):
    text = "La soirée en direct\n\nSuivez tout avec nous.\n\n" + "\n\n".join(posts)
    document = read_text(text.encode())
    found = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    return document, found, [entry for entry in found.entries if entry.section == "update"]


def posts_of(layout, titles=TITLES, clocks=CLOCKS):
    return [
        layout.format(title=title, time=clock, words=words)
        for title, clock, words in zip(titles, clocks, WORDS, strict=True)
    ]


def texts(document, entries):
    return [document.text[entry.char_start : entry.char_end] for entry in entries]


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_titles_are_of_the_posts_below_them(layout, newest_first):
    posts = posts_of(layout)
    document, found, entries = read(posts[::-1] if newest_first else posts)
    assert texts(document, entries) == posts
    assert [document.text[slice(*entry.headline)] for entry in entries] == list(TITLES)
    assert [entry.time_label for entry in entries] == list(CLOCKS)
    inside = [mark for mark in found.marks if mark.kind == MarkKind.BOILERPLATE]
    assert [(mark.value, document.text[mark.start : mark.end]) for mark in inside] == [
        ("label", clock) for clock in (CLOCKS[::-1] if newest_first else CLOCKS)
    ]
    lead = found.entries[0]
    assert document.text[lead.char_start : lead.char_end].endswith("Suivez tout avec nous.")


def test_a_post_without_a_title_among_those_that_have_one():
    posts = [*posts_of(LAYOUTS[0]), "21h40\nSans titre, ce post.", "La fin\n22h10\nRideau."]
    document, _, entries = read(posts)
    assert texts(document, entries) == [*posts[:4], "Sans titre, ce post.", posts[5]]


@pytest.mark.parametrize(
    "posts",
    [
        [f"{clock}\n\nUne phrase sans point" for clock in CLOCKS],
        [f"Il parle à {clock}.\n{clock}\nUne phrase." for clock in CLOCKS],
        [f"dimanche {17 + day} juin\n{clock}\nUne phrase." for day, clock in enumerate(CLOCKS)],
        [f"Partager\n{clock}\nUne phrase." for clock in CLOCKS],
        [f"Le direct\n{clock}\nUne phrase." for clock in CLOCKS],
        [f"{clock}\nUne phrase\n\nUne autre, sans point" for clock in CLOCKS],
        [f"{clock} - Un titre\nUne phrase." for clock in CLOCKS],
    ],
    ids=["words below", "sentences", "dates", "furniture", "one line", "paragraphs", "on the line"],
)
def test_what_stands_above_labels_and_is_no_title(posts):
    document, found, entries = read(posts)
    assert len(entries) == len(posts)
    assert not any(mark.value == "label" for mark in found.marks)
    assert all(clock not in said.split("\n") for said, clock in zip(texts(document, entries), CLOCKS, strict=True))


def test_words_right_above_the_next_label_are_of_the_post_before():
    posts = [
        f"{clock}\n\n{words}" for clock, words in zip(CLOCKS, ("Un mot", "Deux mots", "Trois", "Fin"), strict=True)
    ]
    text = "La soirée\n\n" + "\n".join(posts)
    document = read_text(text.encode())
    found = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    assert texts(document, found.entries[1:]) == ["Un mot", "Deux mots", "Trois", "Fin"]
