"""Times of publication and change: those of the live blog open no post, and those of a post are none of its words."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

WORDS = ("Good evening from the hall.", "Turnout is up in Ohio.", "The governor concedes.", "Curtain, good night.")
FULL = tuple(f"11/0{day}/2016 {clock}" for day, clock in ((8, "07:00 PM"), (8, "10:36 PM"), (9, "12:15 AM"), (9, "02:31 AM")))  # fmt: skip  # noqa: E501
SHORT = ("8 Nov 2016\n19.00", "8 Nov 2016\n22.36", "9 Nov 2016\n00.15", "9 Nov 2016\n02.31")
SIGNED = ("Jane Roe - 19:00", "John Doe - 22:36", "Jane Roe - 00:15", "John Doe - 02:31")


def read(head, labels, words=WORDS, day=date(2016, 11, 8)):
    posts = "\n\n".join(f"{label}\n{said}" for label, said in zip(labels[::-1], words[::-1], strict=True))
    document = read_text(f"Election night: as it happened\n\n{head}\n\n{posts}".encode())
    found = segment(document, language("en"), day, ZoneInfo("America/New_York"))
    updates = [entry for entry in found.entries if entry.section == "update"]
    return [document.text[e.char_start : e.char_end] for e in updates], found.issues


@pytest.mark.parametrize(
    ("head", "labels"),
    [
        ("By STAFF\n\n11/08/2016 05:00 PM\n\nUpdated 11/09/2016 03:10 AM\n\nA night of surprises", FULL),
        ("11/08/2016 05:00 PM\nUpdated 11/09/2016 03:10 AM", FULL),
        ("11/08/2016 05:00 PM", FULL),
        ("Wed 9 Nov 2016 06.30\nFirst published on Tue 8 Nov 2016 16.30\n\nAll the results", SHORT),
        ("Tue, Nov 8, 2016, 16:00 Updated: Wed, Nov 9, 2016, 03:10\n\nJane Roe, John Doe", SIGNED),
        ("Tue, Nov 8, 2016, 16:00\nUpdated: Wed, Nov 9, 2016, 03:10\n\nJane Roe, John Doe", SIGNED),
    ],
)
def test_datelines_of_the_page_open_no_post(head, labels):
    assert read(head, labels) == (list(WORDS), ())


def test_datelines_of_posts_open_them():
    labels = [f"{label}\nUpdated 11/09/2016 03:10 AM" for label in FULL]
    texts, _ = read("All the results", labels)
    assert len(texts) == 4


def test_a_first_post_that_is_printed_as_the_others_is_one():
    texts, issues = read("A night of surprises", FULL)
    assert (texts, issues) == (list(WORDS), ())


@pytest.mark.parametrize(
    "line", ["Updated at 04.51 BST", "Last updated at 4:51am", "Updated 9 November 2016 at 4:51am"]
)
def test_when_a_post_was_changed_is_none_of_its_words(line):
    texts, _ = read("All the results", SHORT, [f"{words}\n\n{line}" for words in WORDS])
    assert texts == list(WORDS)


@pytest.mark.parametrize(
    "line", ["Updated figures: 4.51 million.", "Updated at 04.51, says Ohio", "We updated it at 4:51am"]
)
def test_words_of_change_in_a_sentence_are_the_posts(line):
    texts, _ = read("All the results", SHORT, [f"{words}\n\n{line}" for words in WORDS])
    assert texts == [f"{words}\n\n{line}" for words in WORDS]
