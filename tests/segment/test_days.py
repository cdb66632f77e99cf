"""The day of a live blog, told by dates in any form; readers who sign with theirs tell none."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import day_of, segment

POSTS = "\n\n".join(f"{clock}. {words}" for clock, words in (
    ("22h41", "Le maire est battu."),
    ("22h05", "On compte encore à Dijon."),
    ("21h30", "La participation est de 46 %."),
    ("20h00", "Les bureaux ferment."),
))  # fmt: skip


def day(head, title="Élections : la soirée en direct", posts=POSTS):
    return day_of(read_text(f"{title}\n\n{head}\n\n{posts}\n".encode()), language("fr"))


@pytest.mark.parametrize(
    "head",
    [
        "Publié le 19-06-22, 17:00",
        "Dernière mise à jour: 20-06-22, 00:20",
        "19 juin 22",
        "Dimanche 19 juin 22",
        "Législatives 2022, dimanche 19 juin",
        "Le fil de 2022 – dimanche 19 juin.\nPar Jeanne Martin",
    ],
)
def test_dates_in_any_form(head):
    assert day(head) == date(2022, 6, 19)


def test_a_day_of_the_week_and_the_year_of_the_title():
    assert day("Suivez-nous.", "Communales 2018 - Le fil du dimanche 14 octobre") == date(2018, 10, 14)


@pytest.mark.parametrize(
    "head",
    [
        "Un match fini 3-06-22, dit-on.",
        "Appelez le 01-06-22-33-44",
        "Le 19 juin 22 candidats sont en lice.",
        "Législatives 2022, samedi 19 juin",
        "Législatives, dimanche 19 juin",
        "Dès le 19 juin 22h, suivez-nous",
    ],
)
def test_what_is_no_date_tells_no_day(head):
    assert day(head) is None


COMMENTS = (
    "Albert75\n21 novembre 2016 à 08h12\nQui l'eût cru ?\n\nMireille\n21 novembre 2016 à 09h40\nBravo pour le suivi.",
    "Albert75 le 21/11/2016 à 08:12\nQui l'eût cru ?\n\n21/11/2016 09:40 Mireille\nBravo pour le suivi.",
)


@pytest.mark.parametrize("title", ["3 commentaires", "Commentaires", "Vos commentaires (3)", "Vos réactions"])
@pytest.mark.parametrize("comments", COMMENTS)
def test_comments_below_the_page_are_no_posts(comments, title):
    text = f"La soirée en direct\n\nPar Jeanne Martin (20 novembre 2016)\n\n{POSTS}\n\n{title}\n\n{comments}\n"
    document = read_text(text.encode())
    told = day_of(document, language("fr"))
    assert told == date(2016, 11, 20)
    found = segment(document, language("fr"), told, ZoneInfo("Europe/Paris"))
    updates = [entry for entry in found.entries if entry.section == "update"]
    assert [document.text[e.char_start : e.char_end] for e in updates] == [
        line.split(". ", 1)[1] for line in POSTS.split("\n\n")[::-1]
    ]
    assert found.issues == ()


def test_counts_of_comments_between_posts_end_nothing():
    text = "La soirée\n\n" + POSTS.replace("\n\n", "\n\n3 commentaires\n\n")
    found = segment(read_text(text.encode()), language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    assert [entry.time_label for entry in found.entries[1:]] == ["20h00", "21h30", "22h05", "22h41"]


def test_posts_printed_otherwise_below_a_count_of_comments_are_posts():
    later = "\n\n".join(f"{clock} - On attend." for clock in ("19h40", "18h15", "17h02"))
    text = f"La soirée\n\n{POSTS}\n\n3 commentaires\n\n{later}"
    found = segment(read_text(text.encode()), language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    assert len(found.entries) == 8
