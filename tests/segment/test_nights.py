"""Whole nights as people save them: posts and their instants, whatever the layout of the text."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

PARIS, LONDON, NEW_YORK = "Europe/Paris", "Europe/London", "America/New_York"
JUNE, NOVEMBER, CHANGE = date(2017, 6, 18), date(2017, 11, 18), date(2017, 10, 29)

# Text, « / » for a line break; instants as day and time, in order; language, zone, day
NIGHTS = {
    "name and time": (
        "Marie Durand, 20h41/Un.//Paul Petit, 21h05/Deux.//Marie Durand, 21h30/Trois.",
        "18 20:41|18 21:05|18 21:30",
        ("fr", PARIS, JUNE),
    ),
    "name at time": (
        "By Jane Roe at 8:41pm/Un.//By John Doe at 9:05pm/Deux.//By Jane Roe at 9:30pm/Trois.",
        "18 20:41|18 21:05|18 21:30",
        ("en", LONDON, JUNE),
    ),
    "counted back": (
        "Mis à jour le 18 juin 2017 à 22h00//il y a 5 min/Trois.//il y a 12 min/Deux.//il y a 1 h/Un.",
        "18 21:00|18 21:48|18 21:55",
        ("fr", PARIS, JUNE),
    ),
    "counted back, ago": (
        "Last updated 18 June 2017 22:00//5m ago/Trois.//12m ago/Deux.//1h ago/Un.",
        "18 21:00|18 21:48|18 21:55",
        ("en", LONDON, JUNE),
    ),
    "menus around": (
        "Accueil/Politique/Se connecter//Le direct//20h41/Un./Partager//21h05/Deux./Partager//21h30/Trois./Partager",
        "18 20:41|18 21:05|18 21:30",
        ("fr", PARIS, JUNE),
    ),
    "counters that touch": (
        "20h41 : Un./12 partages3 commentaires//21h05 : Deux./3 commentaires//21h30 : Trois./Lire aussi : la carte",
        "18 20:41|18 21:05|18 21:30",
        ("fr", PARIS, JUNE),
    ),
    "back over midnight": ("0h20 : Trois./23h50 : Deux./21h : Un.", "18 21:00|18 23:50|19 00:20", ("fr", PARIS, JUNE)),
    "on over midnight": (
        "21h : Un./23h50 : Deux./0h20 : Trois./2h15 : Quatre.",
        "18 21:00|18 23:50|19 00:20|19 02:15",
        ("fr", PARIS, JUNE),
    ),
    "headings with dates": (
        "Lundi 19 juin//8h : Quatre.//0h10 : Trois.//Dimanche 18 juin//23h50 : Deux.//20h41 : Un.",
        "18 20:41|18 23:50|19 00:10|19 08:00",
        ("fr", PARIS, JUNE),
    ),
    "twelve hours without am and pm": (
        "9:30: Un.//10:45: Deux.//11:50: Trois.//12:15: Quatre.//1:05: Cinq.",
        "18 21:30|18 22:45|18 23:50|19 00:15|19 01:05",
        ("en", NEW_YORK, JUNE),
    ),
    "an hour that occurs twice": (
        "02h30 : Un.//02h50 : Deux.//02h10 : Trois.//02h40 : Quatre.//03h10 : Cinq.",
        "29 02:30|29 02:50|29 02:10|29 02:40|29 03:10",
        ("fr", PARIS, CHANGE),
    ),
    "a zone in labels": (
        "19:41 GMT – Un.//20:05 GMT – Deux.//20:30 GMT – Trois.",
        "18 20:41|18 21:05|18 21:30",
        ("fr", PARIS, NOVEMBER),
    ),
    "eastern time": (
        "8:41 PM EST/Un.//11:30 PM EST/Deux.//12:20 AM EST/Trois.",
        "18 20:41|18 23:30|19 00:20",
        ("en", NEW_YORK, NOVEMBER),
    ),
    "published on": (
        "Publié le 18.06.2017 à 20h41/Un.//Publié le 18.06.2017 à 21h05/Deux.//Publié le 19.06.2017 à 00h05/Trois.",
        "18 20:41|18 21:05|19 00:05",
        ("fr", PARIS, JUNE),
    ),
    "a summary above": (
        "L'essentiel/- Des points.//20h41 : Un.//21h05 : Deux.//21h30 : Trois.",
        "18 20:41|18 21:05|18 21:30",
        ("fr", PARIS, JUNE),
    ),
}
POSTS = ["Un.", "Deux.", "Trois.", "Quatre.", "Cinq."]


@pytest.mark.parametrize("name", NIGHTS)
def test_posts_and_instants_of_a_night(name):
    layout, instants, (code, zone, day) = NIGHTS[name]
    document = read_text(layout.replace("/", "\n").encode())
    found = segment(document, language(code), day, ZoneInfo(zone))
    entries = [entry for entry in found.entries if entry.section == "update"]
    assert [f"{entry.date_published:%d %H:%M}" for entry in entries] == instants.split("|")
    said = [document.text[entry.char_start : entry.char_end].split("\n")[0] for entry in entries]
    assert said == POSTS[: len(said)]
    assert found.issues == ()


@pytest.mark.parametrize(
    "text",
    [
        "Le maire de Lille, Paul Petit, attendu vers 20h41\nUne salle comble.\n\nOn compte à 21h05\nEncore.",
        "Rendez-vous demain, 8h\nMerci.",
        "Il y a 5 min de marche.\n\nIl y a 12 minutes encore, rien.",
    ],
)
def test_sentences_that_end_with_a_time_open_no_post(text):
    document = read_text(f"Mis à jour le 18 juin 2017 à 22h00\n\n{text}".encode())
    found = segment(document, language("fr"), JUNE, ZoneInfo(PARIS))
    assert [entry.section for entry in found.entries] == ["lead"]


def test_flags_are_found_on_both_sides_of_a_piece(monkeypatch):
    from minutier.segment import boilerplate

    text = "".join(f"20h{minute} : Correction : le chiffre {minute} est faux.\n\n" for minute in range(10, 60))
    known = boilerplate.rules("fr")
    whole = known.flags(text)
    for size in (7, 40, 41):
        monkeypatch.setattr(boilerplate, "_PIECE", size)
        assert known.flags(text) == whole
    assert len(whole[1]) == 50
