"""Headers and footers of pages, in texts made from documents that have pages."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.document import MarkKind
from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import day_of, segment

WORDS = (
    "La salle se remplit peu à peu.", "Le décompte reprend à Lille.", "Deux bureaux manquent encore.",
    "On en reparle bientôt.", "Bonne nuit à tous.", "Fin de la soirée.",
)  # fmt: skip
CLOCKS = ("19h45", "20h02", "20h40", "21h15", "22h40", "23h05")
MORE = ("Un", "Deux", "Trois", "Quatre", "Cinq", "Six")
NUMBERED = [
    ("Présidentielle 2012 : la soirée", "Page {page} sur 6"), ("", "{page}/6"), ("", "- {page}/6 -"),
    ("23/04/2012 Le Direct", "https://direct.example/live?x=1 {page}/6"), ("La soirée en direct", "page {page} of 6"),
    ("", "Page {page}"),
]  # fmt: skip
UNNUMBERED = [("", "{page}"), ("22/04/12 21:05 La soirée", "https://direct.example/live"), ("La soirée - {page}", "")]


def pages(header, footer, feed):
    """A night of six pages; each post goes on behind the break."""
    text = "La soirée en direct\n\n"
    for page, (clock, words, more) in enumerate(zip(CLOCKS, WORDS, MORE, strict=True), 1):
        lines = [
            f"{clock} - {words} Et une",
            footer.format(page=page),
            feed,
            header.format(page=page + 1),
            f"{more} fois.",
        ]
        text += "\n".join(filter(None, lines[:2])) + (lines[2] or "\n") + "\n".join(filter(None, lines[3:])) + "\n\n"
    return text


def updates(text):
    document = read_text(text.encode())
    found = segment(document, language("fr"), date(2012, 4, 22), ZoneInfo("Europe/Paris"))
    dropped = [
        (mark.start, mark.end) for mark in found.marks if mark.kind == MarkKind.BOILERPLATE and mark.value == "page"
    ]

    def words(start, end):
        kept = (i for i in range(start, end) if not any(s <= i < e for s, e in dropped))
        return " ".join("".join(document.text[i] for i in kept).split())

    entries = [entry for entry in found.entries if entry.section == "update"]
    return document, [(f"{e.date_published:%d %Hh%M}", words(e.char_start, e.char_end)) for e in entries], dropped


ALL = [(f"22 {clock}", f"{words} Et une {more} fois.") for clock, words, more in zip(CLOCKS, WORDS, MORE, strict=True)]


@pytest.mark.parametrize("feed", ["\f", "\n\f", ""])
@pytest.mark.parametrize(("header", "footer"), NUMBERED)
def test_lines_beside_page_numbers_are_none_of_the_words(header, footer, feed):
    assert updates(pages(header, footer, feed))[1] == ALL


@pytest.mark.parametrize(("header", "footer"), UNNUMBERED)
def test_lines_beside_page_breaks_are_none_of_the_words(header, footer):
    assert updates(pages(header, footer, "\f"))[1] == ALL


def test_labels_that_open_pages_are_labels():
    posts = [
        f"La soirée\n{clock} - {words}\n{page}/6"
        for page, (clock, words) in enumerate(zip(CLOCKS, WORDS, strict=True), 1)
    ]
    assert updates("En direct\n\n" + "\f".join(posts))[1] == [
        (f"22 {c}", w) for c, w in zip(CLOCKS, WORDS, strict=True)
    ]


def test_numbers_alone_far_from_each_other_are_of_pages():
    posts = [
        f"{clock} - {words * 30}\n{page}" for page, (clock, words) in enumerate(zip(CLOCKS, WORDS, strict=True), 1)
    ]
    assert len(updates("En direct\n\n" + "\n\n".join(posts))[2]) == 6


@pytest.mark.parametrize(
    "lines",
    [
        ["1", "2", "3", "4", "5", "6"],
        ["Lille 1/3", "Lille 2/3", "Nice 3/3", "Nice 1/2", "Nice 2/2", "Fin"],
        ["21/04", "22/04", "23/04", "24/04", "25/04", "26/04"],
        ["Score 1/9", "Score 2/9", "Score 3/9", "Score 5/9", "Score 6/9", "Score 7/9"],
        ["La gauche gagne", "La gauche gagne", "La gauche perd", "La gauche gagne", "La gauche perd", "La gauche rit"],
        ["Siège 10", "Siège 11", "Siège 12", "Siège 13", "Siège 14", "Siège 15"],
    ],
    ids=["near", "two counts", "days", "a gap", "words", "seats"],
)
def test_lines_with_numbers_that_are_of_no_page(lines):
    posts = [f"{clock} - {words}\n{line}\nSuite." for clock, words, line in zip(CLOCKS, WORDS, lines, strict=True)]
    assert updates("En direct\n\n" + "\n\n".join(posts))[2] == []


def test_page_breaks_without_headers_drop_nothing():
    posts = [f"{clock} - {words}" for clock, words in zip(CLOCKS, WORDS, strict=True)]
    document, found, dropped = updates("En direct\n\n" + "\f".join(posts))
    assert found == [(f"22 {clock}", words) for clock, words in zip(CLOCKS, WORDS, strict=True)]
    assert dropped == []
    assert len(document.marks_of(MarkKind.PAGE_BREAK)) == 5


def test_a_number_of_a_page_is_no_day():
    text = pages("", "{page}/6", "\f")
    assert day_of(read_text(text.encode()), language("fr")) is None
